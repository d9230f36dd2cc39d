//! The channel on which an open page hears that something changed: server-sent events.
//!
//! Each open page has a connection that waits here. When there is a newer edition, or the checks have
//! ended, all are woken, and each asks what now stands at its own page; it is told only if that
//! differs from what it was told last.

use std::io::Write;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

/// Where the channel is.
pub(super) const PATH: &str = "_planverk/events";

/// How often a quiet channel shows that it is there; one whose page has gone is then found out.
pub(super) const PULSE: Duration = Duration::from_secs(15);

/// How its answer begins: it has no end.
pub(super) const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\
    Cache-Control: no-store\r\nCross-Origin-Resource-Policy: same-origin\r\n\
    X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n";

/// The connections that wait.
#[derive(Default)]
pub(super) struct Listeners(Mutex<Vec<(Weak<()>, SyncSender<()>)>>);

/// A place among those that wait, until it is dropped.
pub(super) struct Waiting {
    _place: Arc<()>,
    /// Hears of every change, and of several at once only once.
    pub(super) changed: Receiver<()>,
}

impl Listeners {
    pub(super) fn join(&self) -> Waiting {
        let (sender, changed) = sync_channel(1);
        let place = Arc::new(());
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|(place, _)| place.strong_count() > 0);
        waiting.push((Arc::downgrade(&place), sender));
        Waiting { _place: place, changed }
    }

    /// Wakes all.
    pub(super) fn wake(&self) {
        for (_, one) in &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // One that is awake already, or has gone, needs no waking.
            let _ = one.try_send(());
        }
    }
}

/// Tells a page what stands now; `state` is one line.
pub(super) fn write(out: &mut impl Write, state: &str) -> std::io::Result<()> {
    write!(out, "data: {state}\n\n")?;
    out.flush()
}

/// Shows that the channel is there.
pub(super) fn pulse(out: &mut impl Write) -> std::io::Result<()> {
    out.write_all(b":\n\n")?;
    out.flush()
}
