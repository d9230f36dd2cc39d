//! Progress on a terminal; silence in a pipe.

use crate::text::Language;
use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long work goes on before it is worth a line.
const PATIENCE: Duration = Duration::from_millis(400);

/// Counts pages, and shows the count now and then.
pub(super) struct Progress {
    total: usize,
    done: AtomicUsize,
    language: Language,
    /// When it was last shown; none where nobody looks.
    shown: Option<Mutex<Instant>>,
}

impl Progress {
    pub(super) fn new(total: usize, language: Language) -> Progress {
        let looks = std::io::stderr().is_terminal();
        let shown = looks.then(|| Mutex::new(Instant::now()));
        Progress { total, done: AtomicUsize::new(0), language, shown }
    }

    /// Counts one page.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let Some(shown) = &self.shown else { return };
        let Ok(mut last) = shown.try_lock() else { return };
        if last.elapsed() < PATIENCE {
            return;
        }
        *last = Instant::now();
        let (done, total) = (done.min(self.total), self.total);
        let line = match self.language {
            Language::En => format!("page {done} of {total}"),
            _ => format!("side {done} av {total}"),
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
