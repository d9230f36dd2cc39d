//! Checks editions on a thread of its own, the newest first: a page is shown before it has been checked.
//!
//! Checks take a while. Who edits on wants the cores for the next edition: so checks have one to themselves, and those of
//! an edition end when something has changed since.

use super::edition::Edition;
use super::engine::Message;
use crate::diagnostic::Diagnostics;
use crate::load::SourceSet;
use crate::site::{self, Prepared};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// No edition has this number.
const NOBODY: u64 = 0;

/// An edition to be checked.
struct Job {
    number: u64,
    sources: Arc<SourceSet>,
    prepared: Arc<Prepared>,
}

/// The checker, from the outside.
pub(super) struct Checker {
    jobs: Sender<Job>,
    /// The edition whose checks are wanted.
    wanted: Arc<AtomicU64>,
}

impl Checker {
    /// Starts the thread; what it finds comes as a message.
    pub(super) fn start(messages: Sender<Message>) -> Checker {
        let (jobs, inbox) = channel();
        let wanted = Arc::new(AtomicU64::new(NOBODY));
        let asked = Arc::clone(&wanted);
        thread::spawn(move || work(&inbox, &asked, &messages));
        Checker { jobs, wanted }
    }

    /// Checks an edition.
    pub(super) fn check(&self, edition: &Edition) {
        self.wanted.store(edition.number, Ordering::Relaxed);
        let _ = self.jobs.send(Job {
            number: edition.number,
            sources: Arc::clone(&edition.sources),
            prepared: Arc::clone(&edition.prepared),
        });
    }

    /// Ends checks that go on: they are of no use, or will be asked for again.
    pub(super) fn stop(&self) {
        self.wanted.store(NOBODY, Ordering::Relaxed);
    }
}

fn work(inbox: &Receiver<Job>, wanted: &AtomicU64, messages: &Sender<Message>) {
    // In the pool that all share, the next edition would wait for whatever check has begun.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().ok();
    while let Ok(first) = inbox.recv() {
        // What has been overtaken is not checked.
        let job = inbox.try_iter().last().unwrap_or(first);
        let is_wanted = || wanted.load(Ordering::Relaxed) == job.number;
        let check = || {
            let mut found = Diagnostics::default();
            site::check_while(&is_wanted, &job.prepared, &job.sources, &mut found);
            found
        };
        let found = pool.as_ref().map_or_else(check, |pool| pool.install(check));
        let message = Message::Checked { number: job.number, found };
        if is_wanted() && messages.send(message).is_err() {
            return;
        }
    }
}
