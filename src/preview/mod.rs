//! The preview: a site that is served while it is being written, from memory, and follows every change.
//!
//! 1. `watch` hears that something changed, `notify` telling it or a clock, says at once where a file has been written to
//!    its end, and waits until it is quiet.
//! 2. `desk` looks at the files and reads the plan anew: an `Edition`. The whole pipeline runs each
//!    time; what did not change is remembered by its content, so there is no partial rebuild to get wrong.
//! 3. `engine` is one thread that holds the newest edition's site and answers what is asked of it; `show`
//!    decides what stands at a path, `pages` what is answered for it, `checker` checks the plan after the page has been shown.
//! 4. `listen` takes connections, `head` reads what they ask, `guard` refuses who has no business here, and
//!    `answer` is what they get. `reload` keeps the channel on which a page hears that it changed.
//! 5. `panel` is what the page shows of mistakes, `advice` the page that lists them all, `editor` the links
//!    that open a file where it should be mended.
//!
//! Nothing is written to disk, and nothing is served that is not a route of the site.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that follows a disk and a clock, and speaks to browsers"
)]

mod advice;
mod answer;
mod checker;
mod desk;
mod edition;
mod editor;
mod engine;
mod guard;
mod head;
mod listen;
mod pages;
mod panel;
mod reload;
mod show;
mod watch;

pub use editor::Editor;

use crate::text::Language;
use engine::Engine;
use jiff::civil::Date;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

/// How many ports are tried when the one wished for is in use.
const PORTS_TRIED: u16 = 50;

/// What is asked of a preview.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder that holds `content/`.
    pub plan: PathBuf,
    /// The address to listen at; others than loopback can be reached by other machines.
    pub bind: IpAddr,
    /// The port to listen at, or the next one that is free; 0 for any.
    pub port: u16,
    /// Whether to look at the files by the clock instead of asking the system to tell.
    pub poll: bool,
    /// How a file is opened in an editor.
    pub editor: Option<Editor>,
    /// Language of messages; the plan's own unless told.
    pub language: Option<Language>,
    /// The day to count from, instead of each day as it comes.
    pub date: Option<Date>,
}

/// What a preview tells whoever started it.
#[derive(Debug)]
pub enum News<'n> {
    /// A file has been read, at the first load.
    Read,
    /// The plan has been read, and is served from now on.
    Ready {
        /// Where.
        address: SocketAddr,
        /// Whether another port had been wished for.
        moved: bool,
    },
    /// A newer edition is shown, or the first has been checked.
    Edition {
        /// What changed, from the plan's folder; empty for the first.
        changed: &'n [String],
        /// How long it took until it could be shown.
        took: Duration,
        /// Mistakes.
        mistakes: usize,
        /// Pieces of advice.
        advice: usize,
        /// The language of the plan.
        language: Language,
    },
    /// The system can't tell of changes: the files are looked at by the clock.
    Polling {
        /// Why.
        why: &'n str,
    },
    /// The plan can't be read at the moment; the last edition is still shown.
    Trouble {
        /// Why.
        why: &'n crate::load::Error,
    },
}

/// Takes the news, on any thread.
pub type Tell = Arc<dyn Fn(&News<'_>) + Send + Sync>;

/// What the world did to us.
#[derive(Debug)]
pub enum Error {
    /// The plan could not be read.
    Load(crate::load::Error),
    /// No port could be listened at.
    Listen(SocketAddr, std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Load(error) => error.fmt(f),
            Error::Listen(address, source) => write!(f, "could not listen at {address}: {source}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Load(error) => Some(error),
            Error::Listen(_, source) => Some(source),
        }
    }
}

/// Serves a plan until the process ends.
///
/// # Errors
///
/// When the folder can't be read to begin with, or no port is free.
pub fn serve(request: Request, tell: &Tell) -> Result<(), Error> {
    let (listener, moved) = listen::bind(request.bind, request.port)?;
    let address = listener
        .local_addr()
        .map_err(|error| Error::Listen(SocketAddr::new(request.bind, request.port), error))?;
    let (messages, inbox) = mpsc::channel();
    // Watching begins before the first look: what changes meanwhile is heard.
    let watch = watch::start(&request, messages.clone(), tell);
    let mut engine = Engine::begin(request, messages.clone(), Arc::clone(tell))?;
    let listeners = engine.listeners();
    listen::start(listener, messages, listeners);
    tell(&News::Ready { address, moved });
    engine.run(&inbox, &watch);
    Ok(())
}
