//! Hears that something changed, and waits until it is quiet.
//!
//! Whatever the system tells means only "look there first": an editor may write a file, write another and
//! rename it, or move the old one away, and after a look at the disk all of that is the same. A look at
//! everything follows, and another now and then: a change that was never told is found by the clock.
//!
//! Where the system tells that a file has been written and closed, it is whole: this is said at once, so that it can be
//! read before it is quiet.

use super::engine::Message;
use super::{News, Request, Tell};
use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{ErrorKind, Event, EventKind, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long it must be quiet before a change is shown: the pieces of one save come closer than this.
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

struct Ears<W> {
    watcher: W,
    plan: PathBuf,
    /// Where the theme lies, from the plan's folder.
    places: Vec<PathBuf>,
    messages: Sender<Message>,
    tell: Tell,
    polling: Arc<AtomicBool>,
}

impl<W: Watcher> Ears<W> {
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
            && !matches!(error.kind, ErrorKind::PathNotFound)
        {
            self.fall_back(&error);
        }
    }

    /// Looks by the clock from now on, and says so once.
    fn fall_back(&self, error: &notify::Error) {
        if !self.polling.swap(true, Ordering::Relaxed) {
            (self.tell)(&News::Polling { why: &error.to_string() });
        }
    }

    fn listen(&mut self, inbox: &Receiver<Heard>) {
        while let Ok(first) = inbox.recv() {
            let mut change = Change::default();
            self.hear(first, &mut change);
            let late = Instant::now() + LONGEST;
            let mut quiet = Instant::now() + QUIET;
            while change.is_any() && Instant::now() < late {
                if let Some(whole) = change.whole()
                    && self.messages.send(Message::Stirred(whole)).is_err()
                {
                    return;
                }
                match inbox.recv_timeout(quiet.saturating_duration_since(Instant::now())) {
                    // To read a file is no change, and we do so ourselves.
                    Ok(next) => {
                        if self.hear(next, &mut change) {
                            quiet = Instant::now() + QUIET;
                        }
                    }
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

    /// Takes in what was heard; false if it says of no change.
    fn hear(&mut self, heard: Heard, change: &mut Change) -> bool {
        match heard {
            Heard::Follow(places) => {
                if places != self.places {
                    self.places = places;
                    self.settle();
                }
                false
            }
            // Something was lost on the way; where a new folder can't be watched, more will be.
            Heard::Event(Err(error)) => {
                change.all = true;
                if matches!(error.kind, ErrorKind::MaxFilesWatch) {
                    self.fall_back(&error);
                }
                true
            }
            Heard::Event(Ok(event)) => self.event(&event, change),
        }
    }

    fn event(&self, event: &Event, change: &mut Change) -> bool {
        if event.need_rescan() {
            change.all = true;
            return true;
        }
        let written = AccessKind::Close(AccessMode::Write);
        let is_whole = match event.kind {
            EventKind::Access(kind) if kind == written => true,
            EventKind::Access(_) => return false,
            kind => kind == EventKind::Modify(ModifyKind::Name(RenameMode::To)),
        };
        let mut is_change = false;
        for path in &event.paths {
            let Ok(inner) = path.strip_prefix(&self.plan) else { continue };
            let is_theme = self.places.iter().any(|place| inner.starts_with(place));
            let is_plan = inner.starts_with("content") || inner.starts_with("versions");
            is_change |= is_plan || is_theme;
            if is_plan {
                change.roots |= inner.components().count() == 1;
                change.named.extend(name(inner));
                // Editors put by what they write under other names first.
                change.is_whole |= is_whole && ends(inner, &["md", "toml"]);
            } else if is_theme {
                change.theme = true;
                change.is_whole |= is_whole && ends(inner, &["html", "css", "js", "svg"]);
                change.roots |= self.places.iter().any(|place| inner == place);
            }
        }
        is_change
    }
}

/// What was heard since it was last quiet.
#[derive(Default)]
struct Change {
    /// Paths from the plan's folder.
    named: BTreeSet<String>,
    /// A file of the theme, which is read whole each time: no file of the plan need be looked at for it.
    theme: bool,
    /// Something else than can be named.
    all: bool,
    /// A folder that is watched came or went.
    roots: bool,
    /// A file has been written to its end.
    is_whole: bool,
    /// That was said.
    is_said: bool,
}

impl Change {
    fn is_any(&self) -> bool {
        self.all || self.theme || !self.named.is_empty()
    }

    /// What can be read before it is quiet: all that was named until the first file was whole. Said once: of many files
    /// the others follow soon, and to read each by itself would take longer.
    fn whole(&mut self) -> Option<BTreeSet<String>> {
        let now = self.is_whole && !self.is_said && !self.all && !self.roots;
        self.is_said |= now;
        now.then(|| self.named.clone())
    }

    fn paths(self) -> Option<BTreeSet<String>> {
        (!self.all && !self.roots).then_some(self.named)
    }
}

/// Whether a path ends in one of these.
fn ends(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|end| endings.iter().any(|one| end == *one))
}

/// A path as the shelf names it.
fn name(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, Flag};
    use notify::{Config, EventHandler, WatcherKind};
    use std::sync::Mutex;

    /// A system that can watch so many places.
    struct System {
        places: usize,
    }

    impl Watcher for System {
        fn new<F: EventHandler>(_: F, _: Config) -> notify::Result<System> {
            Ok(System { places: 0 })
        }

        fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
            let left = self.places.checked_sub(1);
            self.places = left.ok_or_else(|| notify::Error::new(ErrorKind::MaxFilesWatch))?;
            Ok(())
        }

        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }

        fn kind() -> WatcherKind {
            WatcherKind::NullWatcher
        }
    }

    /// Ears on a plan in a folder, what they send, and how often they said that they look by the clock.
    fn ears(plan: &Path, places: usize) -> (Ears<System>, Receiver<Message>, Arc<Mutex<usize>>) {
        let (messages, inbox) = channel();
        let said = Arc::new(Mutex::new(0));
        let counts = Arc::clone(&said);
        let tell: Tell = Arc::new(move |news: &News<'_>| {
            *counts.lock().unwrap() += usize::from(matches!(news, News::Polling { .. }));
        });
        let polling = Arc::new(AtomicBool::new(false));
        let plan = plan.to_path_buf();
        let watcher = System { places };
        (Ears { watcher, plan, places: Vec::new(), messages, tell, polling }, inbox, said)
    }

    fn event(path: PathBuf) -> Heard {
        Heard::Event(Ok(Event::new(EventKind::Create(CreateKind::File)).add_path(path)))
    }

    #[test]
    fn where_no_more_places_can_be_watched_the_clock_takes_over_and_it_is_said_once() {
        let plan = tempfile::tempdir().unwrap();
        std::fs::create_dir(plan.path().join("content")).unwrap();
        let (mut enough, _, said) = ears(plan.path(), 2);
        enough.settle();
        assert_eq!((enough.polling.load(Ordering::Relaxed), *said.lock().unwrap()), (false, 0));
        // A folder comes later, and is one too many.
        let full = || Heard::Event(Err(notify::Error::new(ErrorKind::MaxFilesWatch)));
        let mut change = Change::default();
        enough.hear(full(), &mut change);
        enough.hear(full(), &mut change);
        assert!(change.all);
        assert_eq!((enough.polling.load(Ordering::Relaxed), *said.lock().unwrap()), (true, 1));

        let (mut few, _, said) = ears(plan.path(), 1);
        few.settle();
        few.settle();
        let watch = Watch { polling: Arc::clone(&few.polling), heard: None };
        assert_eq!((watch.interval(), *said.lock().unwrap()), (POLL, 1));
    }

    #[test]
    fn where_the_system_lost_count_everything_is_looked_at() {
        let plan = tempfile::tempdir().unwrap();
        let inner = |path: &str| plan.path().join(path);
        let lost = || Heard::Event(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)));
        // What the engine is asked to look at: these files, or all.
        let asked = |heard: Vec<Heard>| {
            let (mut ears, _, _) = ears(plan.path(), 9);
            let mut change = Change::default();
            heard.into_iter().for_each(|one| assert!(ears.hear(one, &mut change)));
            assert!(change.is_any());
            change.paths().map(|paths| paths.into_iter().collect::<Vec<_>>())
        };
        let one = Some(vec!["content/a.md".to_string()]);
        assert_eq!(asked(vec![event(inner("content/a.md"))]), one);
        assert_eq!(asked(vec![event(inner("content/a.md")), lost()]), None);
        let io = notify::Error::generic("the queue is gone");
        assert_eq!(asked(vec![Heard::Event(Err(io))]), None);
        assert_eq!(asked(vec![event(inner("content"))]), None);
        // And so it is sent on when it has become quiet.
        let (mut ears, inbox, _) = ears(plan.path(), 9);
        let (sender, events) = channel();
        sender.send(lost()).unwrap();
        let listening = thread::spawn(move || ears.listen(&events));
        assert!(matches!(inbox.recv(), Ok(Message::Changed(None))));
        drop(sender);
        listening.join().unwrap();
    }

    #[test]
    fn a_file_that_was_written_to_its_end_is_said_at_once_and_again_when_it_is_quiet() {
        let plan = tempfile::tempdir().unwrap();
        let heard = |kind: EventKind, path: &str| {
            Heard::Event(Ok(Event::new(kind).add_path(plan.path().join(path))))
        };
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let moved = |mode| EventKind::Modify(ModifyKind::Name(mode));
        // What is sent of these events, which come without a pause.
        let sent = |heard: Vec<Heard>| {
            let (mut ears, inbox, _) = ears(plan.path(), 9);
            ears.places = vec!["themes/vik".into()];
            let (sender, events) = channel();
            heard.into_iter().for_each(|one| sender.send(one).unwrap());
            let listening = thread::spawn(move || ears.listen(&events));
            let mut sent = Vec::new();
            while let Ok(message) = inbox.recv() {
                let (word, paths) = match message {
                    Message::Stirred(paths) => ("stirred", Some(paths)),
                    Message::Changed(paths) => ("changed", paths),
                    _ => panic!("only changes are sent"),
                };
                let paths = paths.into_iter().flatten().collect::<Vec<_>>();
                sent.push(format!("{word} {}", paths.join(" ")).trim_end().to_string());
                if word == "changed" {
                    break;
                }
            }
            drop(sender);
            listening.join().unwrap();
            sent
        };
        let (a, b, theme) = ("content/a.md", "content/b.toml", "themes/vik/templates/a.html");
        assert_eq!(sent(vec![heard(closed, a)]), ["stirred content/a.md", "changed content/a.md"]);
        let both = ["stirred content/a.md", "changed content/a.md content/b.toml"];
        assert_eq!(sent(vec![heard(closed, a), heard(closed, b), heard(closed, a)]), both);
        let put_by = vec![heard(closed, "content/.a.md.swp"), heard(moved(RenameMode::To), a)];
        assert_eq!(
            sent(put_by).last().map(String::as_str),
            Some("changed content/.a.md.swp content/a.md")
        );
        assert_eq!(sent(vec![heard(closed, theme)]), ["stirred", "changed"]);
        let begun = EventKind::Modify(ModifyKind::Any);
        assert_eq!(
            sent(vec![heard(begun, a)]),
            ["changed content/a.md"],
            "it may not be whole yet"
        );
    }
}
