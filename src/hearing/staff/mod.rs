//! The staff's side, below `/intern/`: sign in, the queue, one submission beside the text it is about, redaction,
//! assessment, and the log of who did what. It works without a script.
//!
//! [`door`] stands before every route: it finds out who asks, what the route demands, and whether a form carries
//! its session's token. What is not in the table of routes is closed.

mod account;
mod assess;
mod decide;
mod door;
mod download;
pub(super) mod now;
mod one;
mod privacy;
mod queue;
mod redact;

pub use door::door;

use super::accounts::Person;
use super::app::{App, Asked};
use super::pages::Frame;
use super::targets::Round;
use axum::Router;
use axum::extract::{Extension, Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use std::sync::Arc;
use std::sync::atomic::Ordering;

type Signed = Extension<Person>;
type Shared = State<Arc<App>>;
type Numbered = Path<(String, i64)>;

/// The staff's routes.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/intern/inn", get(account::ask).post(account::sign_in))
        .route("/intern/ut", post(account::sign_out))
        .route("/intern/konto", get(account::show).post(account::change))
        .route("/intern/", get(queue::show))
        .route("/intern/svar/{round}/{number}", get(show_one).post(decide_one))
        .route("/intern/sladd/{round}/{number}", get(show_redact).post(do_redact))
        .route("/intern/vurdering", get(assess::show).post(assess::save))
        .route("/intern/logg", get(account::log))
        .route("/intern/personvern", get(privacy::show))
        .route("/intern/fil/{round}/{file}", get(download::file))
}

async fn show_one(State(app): Shared, Extension(who): Signed, Path(at): Numbered) -> Response {
    one::show(&app, &who, &at, None).await
}

async fn decide_one(
    State(app): Shared,
    Extension(who): Signed,
    Path(at): Numbered,
    asked: Asked,
) -> Response {
    decide::decide_one(&app, &who, &at, &asked).await
}

async fn show_redact(State(app): Shared, Extension(who): Signed, Path(at): Numbered) -> Response {
    redact::show(&app, &who, &at).await
}

async fn do_redact(
    State(app): Shared,
    Extension(who): Signed,
    Path(at): Numbered,
    asked: Asked,
) -> Response {
    redact::step(&app, &who, &at, &asked).await
}

/// The frame of a page of the staff's.
fn frame(app: &App, who: &Person, round: Option<&Round>, title: &str, here: &'static str) -> Frame {
    let mut frame = app.frame(round, title);
    frame.who.clone_from(&who.name);
    frame.decides = who.decides();
    frame.unpublished = app.unpublished.load(Ordering::Relaxed);
    frame.token = app.key.session_token(&who.session);
    frame.here = here;
    frame
}

/// The submission that a path names, or the page that says there is none.
async fn find(
    app: &App,
    (round, number): &(String, i64),
) -> Result<super::records::Kept, Response> {
    let (round, number) = (round.clone(), *number);
    match app.store.read(move |db| super::records::numbered(db, &round, number)).await {
        Ok(Some(kept)) => Ok(kept),
        Ok(None) => Err(super::public::read::unknown(app)),
        Err(trouble) => Err(app.unavailable(&trouble)),
    }
}
