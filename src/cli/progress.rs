//! Progress on a terminal; silence in a pipe.

use crate::text::Language;
use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long work goes on before it is worth a line.
const PATIENCE: Duration = Duration::from_millis(400);

/// Counts pages or files, and shows the count now and then.
pub(super) struct Progress {
    /// How many there are; none where that is not known beforehand.
    total: Option<usize>,
    done: AtomicUsize,
    language: Language,
    /// When it was last shown; none where nobody looks.
    shown: Option<Mutex<Instant>>,
}

impl Progress {
    pub(super) fn new(total: usize, language: Language) -> Progress {
        Progress::of(Some(total), language)
    }

    /// Counts files that are read, however many they are.
    pub(super) fn files(language: Language) -> Progress {
        Progress::of(None, language)
    }

    fn of(total: Option<usize>, language: Language) -> Progress {
        let looks = std::io::stderr().is_terminal();
        let shown = looks.then(|| Mutex::new(Instant::now()));
        Progress { total, done: AtomicUsize::new(0), language, shown }
    }

    /// Counts one.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let Some(shown) = &self.shown else { return };
        let Ok(mut last) = shown.try_lock() else { return };
        if last.elapsed() < PATIENCE {
            return;
        }
        *last = Instant::now();
        let line = match (self.language, self.total) {
            (Language::En, Some(total)) => format!("page {} of {total}", done.min(total)),
            (_, Some(total)) => format!("side {} av {total}", done.min(total)),
            (Language::En, None) => format!("{done} files read"),
            (_, None) => format!("{done} filer lest"),
        };
        let _ = write!(std::io::stderr(), "\r{line}\x1b[K");
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        if self.shown.is_some() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
