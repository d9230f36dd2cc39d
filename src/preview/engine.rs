//! The thread that holds the site: it answers what is asked, one thing after the other, and reads the plan
//! anew when something has changed.
//!
//! Since it does one thing at a time, whoever asks after a change has been noticed gets what stands after it.
//! A file that has just been written is read at once, while it is waited for quiet: mostly nothing else comes, and then
//! its pages are there already. Who asks meanwhile waits too, so that nobody sees half a change.
//! The site of an edition borrows from it, so the newest is shown by a function that ends when there is a newer.

mod answers;
#[cfg(test)]
mod tests;

use super::answer::Answer;
use super::checker::Checker;
use super::desk::Desk;
use super::edition::{Edition, Held};
use super::reload::Listeners;
use super::show::{Good, Key, Show, Stand};
use super::watch::Watch;
use super::{Error, News, Request, Tell};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::publish::Pictures;
use crate::site;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender};
use std::thread;
use std::time::{Duration, Instant};

/// How long it must be quiet before what can wait is done: the checks, and a look at everything.
const CALM: Duration = Duration::from_millis(60);

/// How long it is waited for word that it is quiet.
const STIRRED: Duration = Duration::from_millis(300);

/// What the engine is told.
pub(super) enum Message {
    /// Somebody asks.
    Ask(Ask),
    /// These files have just been written, and perhaps others are about to be: [`Message::Changed`] follows.
    Stirred(BTreeSet<String>),
    /// Something changed, and it has become quiet: these files, or nobody knows what.
    Changed(Option<BTreeSet<String>>),
    /// An edition has been checked.
    Checked {
        /// Which.
        number: u64,
        /// What was found.
        found: Diagnostics,
    },
}

/// What can be asked.
pub(super) enum Ask {
    /// What stands at a path.
    Path { path: String, reply: SyncSender<Answer> },
    /// How it stands with the page at a path: one line of JSON.
    State { path: String, reply: SyncSender<String> },
    /// Show the plan as if it had come so far.
    Stage { stage: String, reply: SyncSender<Answer> },
}

/// The engine.
pub(super) struct Engine {
    request: Request,
    desk: Desk,
    tell: Tell,
    checker: Checker,
    listeners: Arc<Listeners>,
    newest: Arc<Edition>,
    /// The last one without a mistake in what was read.
    good: Option<Arc<Edition>>,
    /// What the checks found in the newest.
    checked: Option<Diagnostics>,
    /// All that was told of the newest.
    told: Diagnostics,
    /// What changed since the terminal was last told, and how long it took.
    untold: (Vec<String>, Duration),
    /// What was made of the plan's pictures.
    pictures: Arc<Pictures>,
    /// The pages that were asked for of the edition before.
    asked: HashSet<Key>,
    /// Whether anybody could see the edition that is shown.
    is_shown: bool,
    /// Why the theme could not make a site of the newest.
    broken: Option<Diagnostic>,
    /// Why the files can't be read.
    trouble: Option<String>,
    /// Since when something has changed and it is not yet quiet.
    stirred: Option<Instant>,
    /// What is asked until then.
    waiting: Vec<Ask>,
    due: Due,
}

/// What the engine hears of the world.
#[derive(Clone, Copy)]
struct World<'w> {
    inbox: &'w Receiver<Message>,
    watch: &'w Watch,
}

/// What can wait.
struct Due {
    /// The newest edition's checks.
    check: bool,
    /// A look at everything, at this time.
    look: Instant,
    /// Whether the newest edition's checks were stopped once in vain.
    was_stopped: bool,
}

impl Engine {
    /// Reads the plan for the first time.
    pub(super) fn begin(
        request: Request,
        messages: Sender<Message>,
        tell: Tell,
    ) -> Result<Engine, Error> {
        let begun = Instant::now();
        let mut desk = Desk::new(&request);
        let first = desk.look(&|| tell(&News::Read)).map_err(Error::Load)?;
        let Some(newest) = first.map(Arc::new) else {
            return Err(Error::Load(crate::load::Error::NoFolder(request.plan)));
        };
        let due = Due { check: true, look: Instant::now(), was_stopped: false };
        let checker = Checker::start(messages);
        Ok(Engine {
            pictures: Arc::new(Pictures::for_preview(&request.plan)),
            request,
            desk,
            tell,
            checker,
            listeners: Arc::default(),
            newest,
            good: None,
            checked: None,
            told: Diagnostics::default(),
            untold: (Vec::new(), begun.elapsed()),
            asked: HashSet::new(),
            is_shown: false,
            broken: None,
            trouble: None,
            stirred: None,
            waiting: Vec::new(),
            due,
        })
    }

    pub(super) fn listeners(&self) -> Arc<Listeners> {
        Arc::clone(&self.listeners)
    }

    /// Works until nobody can ask any more.
    pub(super) fn run(&mut self, inbox: &Receiver<Message>, watch: &Watch) {
        let world = World { inbox, watch };
        loop {
            watch.follow(self.desk.theme_places(&self.newest.sources));
            let newest = Arc::clone(&self.newest);
            let good = self.good.take();
            let old = good.as_deref().filter(|good| good.number != newest.number);
            let go_on = self.open(world, &newest, old);
            let is_good = newest.found.mistakes() == 0 && self.broken.is_none();
            let (kept, past) = if is_good { (Some(newest), good) } else { (good, Some(newest)) };
            self.good = kept;
            // A large plan takes a while to be given up; nobody should wait for that.
            thread::spawn(move || drop(past));
            if !go_on {
                return;
            }
        }
    }

    /// Shows an edition until there is a newer one; false when it is all over.
    fn open(&mut self, world: World<'_>, newest: &Edition, good: Option<&Edition>) -> bool {
        self.broken = None;
        let shown = site::with_site_on_request(&newest.prepared, |site| {
            let stand = Some(Stand::new(site, newest));
            match good.filter(|_| newest.held == Held::All) {
                Some(all) => self.show_beside(world, newest, stand, all),
                None => self.show(world, newest, stand, good.map(Good::Edition)),
            }
        });
        shown.unwrap_or_else(|broken| {
            self.broken = Some(*broken);
            match good {
                Some(all) => self.show_beside(world, newest, None, all),
                None => self.show(world, newest, None, None),
            }
        })
    }

    /// Shows an edition most of which is taken from the last good one: that one's site is made once for all.
    fn show_beside(
        &mut self,
        world: World<'_>,
        newest: &Edition,
        stand: Option<Stand<'_>>,
        good: &Edition,
    ) -> bool {
        let shown = site::with_site_on_request(&good.prepared, |site| {
            let good = Some(Good::Site(Stand::new(site, good)));
            self.show(world, newest, stand, good)
        });
        shown.unwrap_or_else(|_| self.show(world, newest, stand, None))
    }

    fn show(
        &mut self,
        world: World<'_>,
        newest: &Edition,
        stand: Option<Stand<'_>>,
        good: Option<Good<'_>>,
    ) -> bool {
        let pictures = Arc::clone(&self.pictures);
        let show = Show::new(&pictures, &newest.held, stand, good);
        show.warm(&self.asked);
        self.is_shown = false;
        let goes_on = self.serve(world, &show);
        // Of an edition that was overtaken before it was quiet, nobody could ask.
        if self.is_shown {
            self.asked = show.asked();
        }
        goes_on
    }

    fn serve(&mut self, world: World<'_>, show: &Show<'_>) -> bool {
        self.told = self.diagnostics();
        if self.settled(show) {
            return true;
        }
        loop {
            let message = match world.inbox.recv_timeout(self.patience()) {
                Ok(message) => message,
                Err(RecvTimeoutError::Disconnected) => return false,
                Err(RecvTimeoutError::Timeout) => {
                    // Who should have said that it is quiet may be busy, or gone.
                    let newer = match self.stirred.take() {
                        Some(_) => self.settled(show),
                        None => self.idle(world.watch),
                    };
                    if newer {
                        return true;
                    }
                    continue;
                }
            };
            match message {
                Message::Ask(ask) if self.stirred.is_some() => self.waiting.push(ask),
                Message::Ask(ask) => {
                    if self.answer(ask, show) {
                        return true;
                    }
                }
                Message::Stirred(paths) => {
                    self.stirred = Some(Instant::now());
                    if self.look_first(Some(&paths)) {
                        return true;
                    }
                }
                Message::Changed(paths) => {
                    self.due.look = Instant::now() + CALM;
                    let was_stirred = self.stirred.take().is_some();
                    if self.look_first(paths.as_ref()) {
                        return true;
                    }
                    if was_stirred && self.settled(show) {
                        return true;
                    }
                }
                Message::Checked { number, found } => self.checked(number, found),
            }
        }
    }

    /// Tells who listens that there is something else to see, and answers who waited for it; true if an answer makes a
    /// newer edition. Where it is not quiet yet they wait on.
    fn settled(&mut self, show: &Show<'_>) -> bool {
        if self.stirred.is_some() {
            return false;
        }
        self.is_shown = true;
        self.listeners.wake();
        let mut waiting = std::mem::take(&mut self.waiting).into_iter();
        let newer = waiting.by_ref().any(|ask| self.answer(ask, show));
        self.waiting = waiting.collect();
        newer
    }

    /// How long to wait before doing what can wait.
    fn patience(&self) -> Duration {
        if let Some(since) = self.stirred {
            return (since + STIRRED).saturating_duration_since(Instant::now());
        }
        let look = self.due.look.saturating_duration_since(Instant::now());
        if self.due.check { look.min(CALM) } else { look }
    }

    /// Does what could wait; true if there is a newer edition.
    fn idle(&mut self, watch: &Watch) -> bool {
        if self.due.check {
            self.due.check = false;
            self.checker.check(&self.newest);
        }
        if Instant::now() < self.due.look {
            return false;
        }
        let newer = self.look(None);
        self.due.look = Instant::now() + watch.interval();
        newer
    }

    /// Looks before all else: checks of what may be past by now would only take the time that it needs. Where nothing
    /// has changed after all they are begun anew, and not stopped again.
    fn look_first(&mut self, paths: Option<&BTreeSet<String>>) -> bool {
        let goes_on = self.checked.is_none() && !self.due.check;
        let stops = goes_on && !self.due.was_stopped;
        if stops {
            self.checker.stop();
        }
        let newer = self.look(paths);
        if stops && !newer {
            self.due.check = true;
            self.due.was_stopped = true;
        }
        newer
    }

    /// Looks at these files, or at all; true if there is a newer edition.
    fn look(&mut self, paths: Option<&BTreeSet<String>>) -> bool {
        let begun = Instant::now();
        let looked = match paths {
            Some(paths) => self.desk.look_at(paths),
            None => self.desk.look(&|| ()),
        };
        match looked {
            Ok(newer) => {
                if self.trouble.take().is_some() {
                    self.listeners.wake();
                }
                newer.map(|edition| self.turn(edition, begun)).is_some()
            }
            // A file that an editor puts by for a moment, perhaps: it is looked at again when it is quiet.
            Err(_) if self.stirred.is_some() => false,
            Err(error) => {
                let why = error.to_string();
                if self.trouble.as_ref() != Some(&why) {
                    (self.tell)(&News::Trouble { why: &error });
                    self.trouble = Some(why);
                    self.listeners.wake();
                }
                false
            }
        }
    }

    /// Goes over to a newer edition.
    fn turn(&mut self, edition: Edition, begun: Instant) {
        let changed = edition.changed_since(&self.newest);
        self.untold.0.extend(changed);
        self.untold.1 = begun.elapsed();
        self.newest = Arc::new(edition);
        self.checked = None;
        self.checker.stop();
        self.due.check = true;
        self.due.was_stopped = false;
    }

    fn checked(&mut self, number: u64, found: Diagnostics) {
        if number != self.newest.number {
            return;
        }
        self.checked = Some(found);
        let (mut changed, took) = std::mem::take(&mut self.untold);
        changed.sort_unstable();
        changed.dedup();
        self.told = self.diagnostics();
        (self.tell)(&News::Edition {
            changed: &changed,
            took,
            mistakes: self.told.mistakes(),
            advice: self.told.advice(),
            language: self.language(),
        });
        self.listeners.wake();
    }
}
