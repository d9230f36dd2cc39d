//! Running the service: everything is checked and opened first, then it listens, until it is asked to stop.
//!
//! Beside the accept loop run small tasks: one looks whether the site has been built anew, one exports and publishes
//! after decisions, one sends receipts by mail, one removes what has been kept long enough, and one tells metrics on a
//! port of this machine.

use super::app::{App, Known};
use super::config::Config;
use super::http::{answer, listen};
use super::secrets::Key;
use super::store::{Store, audit};
use super::{Error, export, log, mail, publish, removal, routes, targets};
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use jiff::Timestamp;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// How often it is looked whether the site has been built anew.
const LOOK: Duration = Duration::from_secs(2);

/// File handles that are not for connections: the database, its journal, logs, listeners.
const OWN_HANDLES: usize = 32;

/// How long what runs on threads of its own is waited for at the end.
const LINGER: Duration = Duration::from_secs(5);

/// How far the clock may be behind the log before that is told, in seconds.
const CLOCK_MAY_DIFFER: i64 = 60;

/// Told to a process that writes a file larger than it may.
const SIGXFSZ: i32 = 25;

/// Serves until SIGTERM or SIGINT. `ready` is told the address when it listens, and how many rounds there are.
///
/// # Errors
///
/// When the site, the folder or the database can't be used, or the address can't be listened at.
pub fn serve(config: Config, ready: &dyn Fn(SocketAddr, usize)) -> Result<(), Error> {
    // What a panic says may quote what somebody wrote.
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        log::event("panicked", &[("at", &at)]);
    }));
    let known = know(&config)?;
    let store = Store::open(&config.data)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Error::Listen(config.listen, error))?;
    let served = runtime.block_on(run(config, store, known, ready));
    // A build or a mail server that is slow may not keep the service from ending.
    runtime.shutdown_timeout(LINGER);
    served
}

async fn run(
    config: Config,
    store: Store,
    known: Known,
    ready: &dyn Fn(SocketAddr, usize),
) -> Result<(), Error> {
    let address = config.listen;
    let failed = |error| Error::Listen(address, error);
    let key = Key::new(store.secret());
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let app = Arc::new(App::new(config, store, key, known, Box::new(Timestamp::now))?);
    let (stopper, stop) = watch::channel(false);
    // The signal of a file that grew too large would end the process; handled, the write fails and is told.
    let mut large = signal(SignalKind::from_raw(SIGXFSZ)).map_err(failed)?;
    tokio::spawn(async move { while large.recv().await.is_some() {} });
    look_at_clock(&app).await;
    tokio::spawn(look(Arc::clone(&app)));
    tokio::spawn(publish::after_decisions(Arc::clone(&app), publish::Patience::default()));
    tokio::spawn(mail::deliver(Arc::clone(&app)));
    tokio::spawn(removal::by_time(Arc::clone(&app)));
    if let Some(at) = app.config.metrics {
        let listener = TcpListener::bind(at).await.map_err(|error| Error::Listen(at, error))?;
        tokio::spawn(listen::serve(listener, metrics(Arc::clone(&app)), 16, stop.clone()));
    }
    let (mut ended, mut broken) = (
        signal(SignalKind::terminate()).map_err(failed)?,
        signal(SignalKind::interrupt()).map_err(failed)?,
    );
    tokio::spawn(async move {
        tokio::select! { _ = ended.recv() => {}, _ = broken.recv() => {} }
        log::event("stopping", &[]);
        let _ = stopper.send(true);
    });
    let rounds = app.known().rounds.len();
    ready(listener.local_addr().map_err(failed)?, rounds);
    log::event("started", &[("rounds", &rounds.to_string())]);
    let places = app.config.limits.connections.min(handles());
    let router = routes::router(Arc::clone(&app));
    let served = tokio::select! {
        () = listen::serve(listener, router, places, stop) => Ok(()),
        Err(damage) = app.store.checked() => {
            log::event("damaged", &[("why", &damage.say().en)]);
            Err(damage)
        }
    };
    app.stopping.store(true, Ordering::Relaxed);
    // All that was handed to the writer is committed, and the journal is emptied.
    let closing = tokio::task::spawn_blocking(move || app.store.close());
    let _ = closing.await;
    log::event("stopped", &[]);
    served
}

/// A clock that is behind what the log has is told: nobody would see it otherwise, and deadlines go by it.
async fn look_at_clock(app: &App) {
    let newest = app.store.read(audit::newest).await.ok().flatten();
    let behind = newest.map_or(0, |newest| newest - app.now().as_second());
    if behind > CLOCK_MAY_DIFFER {
        log::event("clock-behind", &[("seconds", &behind.to_string())]);
    }
}

/// How many connections the system's limit on file handles leaves room for.
fn handles() -> usize {
    let limit = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
    limit.saturating_sub(OWN_HANDLES).max(8)
}

/// Reads what the site and the plan tell.
///
/// # Errors
///
/// When the site can't be read, or a file of a round is not what it should be.
pub fn know(config: &Config) -> Result<Known, Error> {
    let rounds = targets::read(&config.site)?;
    let mut known = Known { rounds, ..Known::default() };
    for round in known.rounds.keys() {
        let taken = export::taken(&config.plan, round)?;
        known.taken.insert(round.clone(), taken);
    }
    Ok(known)
}

/// Reads the rounds again when the site has been built anew. One that can't be read leaves the last in place.
async fn look(app: Arc<App>) {
    let mut last = targets::stamp(&app.config.site);
    loop {
        tokio::time::sleep(LOOK).await;
        let now = targets::stamp(&app.config.site);
        // Between two builds there is a moment without a site.
        if now == last
            || now.is_empty() && !last.is_empty() && !Path::new(&app.config.site).exists()
        {
            continue;
        }
        last = now;
        match know(&app.config) {
            Ok(known) => {
                log::event("site-read", &[("rounds", &known.rounds.len().to_string())]);
                app.learn(known);
            }
            Err(error) => log::event("site-unreadable", &[("why", &error.say().en)]),
        }
    }
}

fn metrics(app: Arc<App>) -> Router {
    let told = async move || answer::plain(StatusCode::OK, app.metrics.text(app.store.waiting()));
    Router::new().route("/metrics", get(told))
}
