//! Checks editions on a thread of its own, the newest first: a page is shown before it has been checked.

use super::edition::Edition;
use super::engine::Message;
use crate::diagnostic::Diagnostics;
use crate::load::SourceSet;
use crate::site::{self, Prepared};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// An edition to be checked.
pub(super) struct Job {
    number: u64,
    sources: Arc<SourceSet>,
    prepared: Arc<Prepared>,
}

impl Job {
    pub(super) fn of(edition: &Edition) -> Job {
        Job {
            number: edition.number,
            sources: Arc::clone(&edition.sources),
            prepared: Arc::clone(&edition.prepared),
        }
    }
}

/// Starts the thread; what it finds comes as a message.
pub(super) fn start(messages: Sender<Message>) -> Sender<Job> {
    let (jobs, inbox) = channel();
    thread::spawn(move || work(&inbox, &messages));
    jobs
}

fn work(inbox: &Receiver<Job>, messages: &Sender<Message>) {
    while let Ok(first) = inbox.recv() {
        // What has been overtaken is not checked.
        let job = inbox.try_iter().last().unwrap_or(first);
        let mut found = Diagnostics::default();
        site::check(&job.prepared, &job.sources, &mut found);
        if messages.send(Message::Checked { number: job.number, found }).is_err() {
            return;
        }
    }
}
