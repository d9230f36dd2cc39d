//! Takes connections, each on a small thread of its own, and answers what they ask.
//!
//! A preview answers `GET` and `HEAD` without a body, and one `POST` without a body: so this is all of a
//! server that it needs. A head must arrive whole within [`PATIENCE`] and is never longer than
//! [`head::LONGEST`]; no body is ever read, so nothing that a request announces makes us allocate. Past
//! [`MOST`] connections the next are sent away. (tiny_http 0.12 allocates as much as a request announces, and
//! waits for ever for a slow one; what would have to stand before it is what stands here.)

use super::answer::Answer;
use super::engine::{Ask, Message};
use super::head::{self, Head, Refused};
use super::reload::Listeners;
use super::{Error, PORTS_TRIED, guard, reload};
use std::io::{BufWriter, Write};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How long a head may take to arrive, and an answer may wait to be taken.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long the port wished for may be in use before the next is taken: a preview that has just been
/// stopped lets go of its connections before its port, and pages that are open look for the next one there.
const LETTING_GO: Duration = Duration::from_millis(500);

/// How many connections there may be at once.
const MOST: usize = 1024;

/// What a connection's thread needs: it reads a head and hands on bytes.
const STACK: usize = 256 * 1024;

/// Listens at a port, or at the next one that is free; says whether it had to move.
pub(super) fn bind(ip: IpAddr, port: u16) -> Result<(TcpListener, bool), Error> {
    let late = Instant::now() + LETTING_GO;
    bind_while(ip, port, || {
        thread::sleep(Duration::from_millis(20));
        Instant::now() < late
    })
}

/// The same, with what tells whether to try the port wished for once more while it is in use.
fn bind_while(
    ip: IpAddr,
    port: u16,
    mut once_more: impl FnMut() -> bool,
) -> Result<(TcpListener, bool), Error> {
    let mut tried = port;
    loop {
        let address = SocketAddr::new(ip, tried);
        match TcpListener::bind(address) {
            Ok(listener) => return Ok((listener, tried != port)),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
                if tried == port && once_more() {
                    continue;
                }
                match tried.checked_add(1).filter(|next| next - port < PORTS_TRIED) {
                    Some(next) => tried = next,
                    None => return Err(Error::Listen(address, error)),
                }
            }
            Err(error) => return Err(Error::Listen(address, error)),
        }
    }
}

/// Takes connections from now on.
pub(super) fn start(listener: TcpListener, messages: Sender<Message>, listeners: Arc<Listeners>) {
    let open = Arc::new(AtomicUsize::new(0));
    thread::spawn(move || {
        for stream in listener.incoming() {
            // Out of descriptors, perhaps: others will be closed soon.
            let Ok(stream) = stream else {
                thread::sleep(Duration::from_millis(20));
                continue;
            };
            let place = Place::take(&open);
            let line = Line { messages: messages.clone(), listeners: Arc::clone(&listeners) };
            let work = move || {
                let place = place;
                let _ = match place {
                    Some(_) => line.serve(&stream),
                    None => Answer::refusal(503, "Too many connections").write(&stream, true, true),
                };
            };
            // A system that has no thread to give drops the connection, and goes on.
            let _ = thread::Builder::new().stack_size(STACK).spawn(work);
        }
    });
}

/// One of the places that there are for connections; given back when dropped.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(open: &Arc<AtomicUsize>) -> Option<Place> {
        let place = Place(Arc::clone(open));
        (open.fetch_add(1, Ordering::Relaxed) < MOST).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A connection's way to the engine.
struct Line {
    messages: Sender<Message>,
    listeners: Arc<Listeners>,
}

impl Line {
    /// Answers one request after the other.
    fn serve(&self, stream: &TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut rest = Vec::new();
        loop {
            let head = match head::read(stream, &mut rest, PATIENCE) {
                Ok(Some(head)) => head,
                Ok(None) => return Ok(()),
                Err(Refused { status, why }) => {
                    return Answer::refusal(status, why).write(stream, true, true);
                }
            };
            if let Err(Refused { status, why }) = guard::check(&head) {
                return Answer::refusal(status, why).write(stream, true, true);
            }
            if head.path == reload::PATH {
                return self.follow(&head, stream);
            }
            let answer = self.answer(&head);
            answer.write(stream, head.method != "HEAD", head.closes)?;
            if head.closes {
                return Ok(());
            }
        }
    }

    fn answer(&self, head: &Head) -> Answer {
        let ask = |ask| self.ask(ask);
        let answered = match (head.method.as_str(), head.path.as_str()) {
            ("POST", path) => match path.strip_prefix("_planverk/stage/") {
                Some(stage) => ask(&|reply| Ask::Stage { stage: stage.to_string(), reply }),
                None => Some(Answer::refusal(405, "Method not allowed")),
            },
            (_, path) => ask(&|reply| Ask::Path { path: path.to_string(), reply }),
        };
        answered.unwrap_or_else(|| Answer::refusal(503, "The preview has ended"))
    }

    /// Asks the engine, and waits for what it says.
    fn ask<T>(&self, ask: &dyn Fn(mpsc::SyncSender<T>) -> Ask) -> Option<T> {
        let (reply, answer) = mpsc::sync_channel(1);
        self.messages.send(Message::Ask(ask(reply))).ok()?;
        answer.recv().ok()
    }

    /// Keeps a page told, until it goes.
    fn follow(&self, head: &Head, stream: &TcpStream) -> std::io::Result<()> {
        let page = head.query("page").unwrap_or_default();
        let waiting = self.listeners.join();
        let mut out = BufWriter::new(stream);
        out.write_all(reload::HEAD)?;
        let mut told = String::new();
        loop {
            let state = self.ask(&|reply| Ask::State { path: page.clone(), reply });
            let Some(state) = state else { return Ok(()) };
            if state != told {
                reload::write(&mut out, &state)?;
                told = state;
            }
            match waiting.changed.recv_timeout(reload::PULSE) {
                Ok(()) => {}
                Err(mpsc::RecvTimeoutError::Timeout) => reload::pulse(&mut out)?,
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn taken() -> (TcpListener, u16) {
        let other = TcpListener::bind((HERE, 0)).unwrap();
        let port = other.local_addr().unwrap().port();
        (other, port)
    }

    #[test]
    fn a_port_that_is_let_go_of_is_waited_for() {
        let (other, port) = taken();
        let (mut other, mut tries) = (Some(other), 0);
        let (listener, moved) = bind_while(HERE, port, || {
            tries += 1;
            if tries == 3 {
                other = None;
            }
            true
        })
        .unwrap();
        assert_eq!((listener.local_addr().unwrap().port(), moved, tries), (port, false, 3));
    }

    #[test]
    fn a_port_that_stays_in_use_is_left_for_the_next() {
        let (_other, port) = taken();
        let (listener, moved) = bind_while(HERE, port, || false).unwrap();
        assert!(moved);
        assert!(listener.local_addr().unwrap().port() > port);
    }
}
