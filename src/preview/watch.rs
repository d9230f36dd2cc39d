//! Hears that something changed, and waits until it is quiet.
//!
//! Whatever the system tells means only "look there first": an editor may write a file, write another and
//! rename it, or move the old one away, and after a look at the disk all of that is the same. A look at
//! everything follows, and another now and then: a change that was never told is found by the clock.

use super::engine::Message;
use super::{News, Request, Tell};
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long it must be quiet before a change is looked at: the pieces of one save come closer than this.
const QUIET: Duration = Duration::from_millis(8);

/// How long a change may wait for quiet.
const LONGEST: Duration = Duration::from_millis(80);

/// How often everything is looked at where the system does not tell.
const POLL: Duration = Duration::from_millis(700);

/// How often it is where the system does tell.
const SELDOM: Duration = Duration::from_secs(10);

/// What was heard.
enum Heard {
    Event(notify::Result<Event>),
    /// The theme lies here.
    Follow(Vec<PathBuf>),
}

/// The watch, from the outside.
pub(super) struct Watch {
    polling: Arc<AtomicBool>,
    heard: Option<Sender<Heard>>,
}

impl Watch {
    /// How often everything should be looked at.
    pub(super) fn interval(&self) -> Duration {
        if self.polling.load(Ordering::Relaxed) { POLL } else { SELDOM }
    }

    /// Watches these places too, named from the plan's folder.
    pub(super) fn follow(&self, places: Vec<PathBuf>) {
        if let Some(heard) = &self.heard {
            let _ = heard.send(Heard::Follow(places));
        }
    }
}

/// Starts watching; changes come as messages.
pub(super) fn start(request: &Request, messages: Sender<Message>, tell: &Tell) -> Watch {
    let polling = Arc::new(AtomicBool::new(request.poll));
    if request.poll {
        return Watch { polling, heard: None };
    }
    let (heard, inbox) = channel();
    let events = heard.clone();
    let watcher = notify::recommended_watcher(move |event| {
        let _ = events.send(Heard::Event(event));
    });
    // The system names places by their real path.
    let plan = request.plan.canonicalize().unwrap_or_else(|_| request.plan.clone());
    let (tell, fallen) = (Arc::clone(tell), Arc::clone(&polling));
    match watcher {
        Ok(watcher) => {
            let mut ears =
                Ears { watcher, plan, places: Vec::new(), messages, tell, polling: fallen };
            ears.settle();
            thread::spawn(move || ears.listen(&inbox));
        }
        Err(error) => {
            polling.store(true, Ordering::Relaxed);
            tell(&News::Polling { why: &error.to_string() });
        }
    }
    Watch { polling, heard: Some(heard) }
}

struct Ears {
    watcher: RecommendedWatcher,
    plan: PathBuf,
    /// Where the theme lies, from the plan's folder.
    places: Vec<PathBuf>,
    messages: Sender<Message>,
    tell: Tell,
    polling: Arc<AtomicBool>,
}

impl Ears {
    /// Watches what is there now. A folder that was taken away and put back has to be watched anew.
    fn settle(&mut self) {
        let content = ["content", "versions"].map(PathBuf::from);
        let deep = content.iter().chain(&self.places).map(|place| self.plan.join(place));
        let deep: Vec<PathBuf> = deep.filter(|place| place.exists()).collect();
        // In the plan's own folder are others' too, as the site that was built.
        let mut told = self.watcher.watch(&self.plan, RecursiveMode::NonRecursive);
        for place in deep {
            let _ = self.watcher.unwatch(&place);
            told = told.and(self.watcher.watch(&place, RecursiveMode::Recursive));
        }
        if let Err(error) = told
            && !matches!(error.kind, notify::ErrorKind::PathNotFound)
            && !self.polling.swap(true, Ordering::Relaxed)
        {
            (self.tell)(&News::Polling { why: &error.to_string() });
        }
    }

    fn listen(&mut self, inbox: &Receiver<Heard>) {
        while let Ok(first) = inbox.recv() {
            let mut change = Change::default();
            self.hear(first, &mut change);
            let late = Instant::now() + LONGEST;
            while change.is_any() && Instant::now() < late {
                match inbox.recv_timeout(QUIET) {
                    Ok(next) => self.hear(next, &mut change),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            if change.roots {
                self.settle();
            }
            if change.is_any() && self.messages.send(Message::Changed(change.paths())).is_err() {
                return;
            }
        }
    }

    fn hear(&mut self, heard: Heard, change: &mut Change) {
        match heard {
            Heard::Follow(places) => {
                if places != self.places {
                    self.places = places;
                    self.settle();
                }
            }
            // Something was lost on the way.
            Heard::Event(Err(_)) => change.all = true,
            Heard::Event(Ok(event)) => self.event(&event, change),
        }
    }

    fn event(&self, event: &Event, change: &mut Change) {
        if event.need_rescan() {
            change.all = true;
            return;
        }
        let written = AccessKind::Close(AccessMode::Write);
        if matches!(event.kind, EventKind::Access(kind) if kind != written) {
            return;
        }
        for path in &event.paths {
            let Ok(inner) = path.strip_prefix(&self.plan) else { continue };
            let is_theme = self.places.iter().any(|place| inner.starts_with(place));
            if inner.starts_with("content") || inner.starts_with("versions") {
                change.roots |= inner.components().count() == 1;
                change.named.extend(name(inner));
            } else if is_theme {
                change.all = true;
                change.roots |= self.places.iter().any(|place| inner == place);
            }
        }
    }
}

/// What was heard since it was last quiet.
#[derive(Default)]
struct Change {
    /// Paths from the plan's folder.
    named: BTreeSet<String>,
    /// Something else than can be named.
    all: bool,
    /// A folder that is watched came or went.
    roots: bool,
}

impl Change {
    fn is_any(&self) -> bool {
        self.all || !self.named.is_empty()
    }

    fn paths(self) -> Option<BTreeSet<String>> {
        (!self.all && !self.roots).then_some(self.named)
    }
}

/// A path as the shelf names it.
fn name(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}
