//! What a running service shares: configuration, store, rounds, pages, counters; and what every handler needs.

use super::config::Config;
use super::http::fields::Fields;
use super::http::guard::Buckets;
use super::http::metrics::Metrics;
use super::http::{answer, guard, listen::Peer};
use super::pages::{Frame, Pages};
use super::secrets::Key;
use super::store::{Store, Trouble};
use super::targets::{Round, Rounds};
use super::when::Clock;
use super::{Error, log};
use crate::text::Language;
use crate::words::capital;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::{Notify, Semaphore};

/// A running service.
pub struct App {
    /// How it is set up.
    pub config: Config,
    /// What it keeps.
    pub store: Store,
    /// Its pages.
    pub pages: Pages,
    /// Its key.
    pub key: Key,
    /// What it has counted.
    pub metrics: Metrics,
    /// How many forms addresses may still send.
    pub buckets: Buckets,
    /// How many addresses may still try to sign in.
    pub sign_ins: Buckets,
    /// Passwords are checked a few at a time: each takes memory and a core.
    pub passwords: Semaphore,
    /// Told when something was decided.
    pub decided: Notify,
    /// Whether the last build after a decision did not succeed.
    pub unpublished: AtomicBool,
    /// Told when a receipt waits to be sent by mail.
    pub posted: Notify,
    /// Told when words were taken out that may stand in the journal still.
    pub emptied: Notify,
    /// Whether the service is about to stop: what takes long is ended.
    pub stopping: AtomicBool,
    clock: Clock,
    known: RwLock<Arc<Known>>,
}

/// What the site and the plan tell, as last read.
#[derive(Default)]
pub struct Known {
    /// The rounds.
    pub rounds: Rounds,
    /// The highest number that each round's file has from elsewhere.
    pub taken: HashMap<String, i64>,
}

/// How many sign-ins an address may try in a minute.
const SIGN_INS: u32 = 10;

impl App {
    /// Puts a service together.
    ///
    /// # Errors
    ///
    /// When the pages' templates have a mistake.
    pub fn new(
        config: Config,
        store: Store,
        key: Key,
        known: Known,
        clock: Clock,
    ) -> Result<App, Error> {
        let pages =
            Pages::new(config.root()).map_err(|why| Error::Targets("templates".into(), why))?;
        Ok(App {
            buckets: Buckets::new(config.limits.per_minute),
            sign_ins: Buckets::new(SIGN_INS),
            passwords: Semaphore::new(2),
            metrics: Metrics::default(),
            decided: Notify::new(),
            unpublished: AtomicBool::new(false),
            posted: Notify::new(),
            emptied: Notify::new(),
            stopping: AtomicBool::new(false),
            clock,
            known: RwLock::new(Arc::new(known)),
            config,
            store,
            pages,
            key,
        })
    }

    /// What the clock says. It may be wrong, and be set while the service runs.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// The rounds as they are now.
    #[must_use]
    pub fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts other rounds in place.
    pub fn learn(&self, known: Known) {
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(known);
    }

    /// The language of pages that are about no round.
    #[must_use]
    pub fn language(&self) -> Language {
        self.known().rounds.values().last().map(Round::language).unwrap_or_default()
    }

    /// A word of the language of a round, or of the site.
    #[must_use]
    pub fn say(&self, round: Option<&Round>, key: &str, values: &[(&str, &str)]) -> String {
        let language = round.map_or_else(|| self.language(), Round::language);
        self.pages.words(language).fill(key, values)
    }

    /// The frame of a page; what is about no round looks like the newest.
    #[must_use]
    pub fn frame(&self, round: Option<&Round>, title: &str) -> Frame {
        if round.is_some() {
            return self.pages.frame(round, title);
        }
        let known = self.known();
        let mut frame = self.pages.frame(known.rounds.values().last(), title);
        frame.round.clear();
        frame
    }

    /// A page as an answer.
    pub fn page(
        &self,
        status: StatusCode,
        name: &str,
        frame: &Frame,
        view: &impl Serialize,
    ) -> Response {
        match self.pages.render(name, frame, view) {
            Ok(html) => answer::page(status, html),
            Err(why) => {
                log::event("page-failed", &[("page", name), ("why", &why)]);
                answer::plain(StatusCode::INTERNAL_SERVER_ERROR, "500".to_string())
            }
        }
    }

    /// A page with a sentence, and perhaps a way on.
    pub fn message(&self, status: StatusCode, key: &str, link: Option<(&str, &str)>) -> Response {
        #[derive(Serialize)]
        struct View {
            text: String,
            link: String,
            label: String,
        }
        let link = link.map(|(path, label)| (self.at(path), capital(&self.say(None, label, &[]))));
        let (link, label) = link.unwrap_or_default();
        let view = View { text: self.say(None, &format!("{key}_text"), &[]), link, label };
        self.page(status, "message.html", &self.frame(None, &self.say(None, key, &[])), &view)
    }

    /// Says that the store can't be used now, and logs why.
    pub fn troubled(&self, trouble: &Trouble) {
        self.metrics.unavailable();
        log::event("store-trouble", &[("why", &trouble.0)]);
    }

    /// A page that says so.
    pub fn unavailable(&self, trouble: &Trouble) -> Response {
        self.troubled(trouble);
        self.message(StatusCode::SERVICE_UNAVAILABLE, "hear_unavailable", None)
    }

    /// A path below the root.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.config.root())
    }

    /// Whether the one who asks may send another form.
    #[must_use]
    pub fn may_send(&self, asked: &Asked) -> bool {
        let visitor = guard::visitor(asked.peer, &asked.headers, &self.config.trusted_proxies);
        let may = self.buckets.take(visitor, asked.now.as_second());
        if !may {
            self.metrics.turned_away();
        }
        may
    }
}

/// What a handler is asked.
pub struct Asked {
    /// The other end of the connection.
    pub peer: Peer,
    /// The request's headers.
    pub headers: HeaderMap,
    /// What stands behind `?`, or what a form sent.
    pub fields: Fields,
    /// When it was asked.
    pub now: Timestamp,
}
