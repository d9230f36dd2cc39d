//! Writing and sending: the form, the review, and the receipt.
//!
//! A draft travels with each step, so that nothing is kept of what is not sent. What is sent is answered when it
//! is on disk, with a receipt; the same sent again gets the same receipt.

use super::draft::{Draft, Problem};
use super::form::DraftView;
use super::read::{standing, unknown};
use super::said::{self, Said};
use crate::contract::hearing::{FORMAT, Head, Submission};
use crate::hearing::app::{App, Asked};
use crate::hearing::mail::outbox::Addressee;
use crate::hearing::records::{self, Incoming, Kept, Outcome, Received};
use crate::hearing::targets::{Round, Standing};
use crate::hearing::{log, secrets, work};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

/// How old a form may be, in seconds: two days.
const OLDEST_FORM: i64 = 48 * 60 * 60;

/// A new form; `on` names places to comment on, as do `block` and `section`.
pub fn form(app: &App, name: &str, asked: &Asked) -> Response {
    let known = app.known();
    let Some(round) = known.rounds.get(name) else { return unknown(app) };
    if round.standing(asked.now) != Standing::Open {
        return closed(app, round, &Draft::default());
    }
    let mut draft = Draft::default();
    let places = ["on", "block", "section"].into_iter().flat_map(|name| asked.fields.all(name));
    places.filter(|on| !on.is_empty()).for_each(|on| draft.add(on));
    show_form(app, round, draft, asked, Vec::new())
}

/// A step of the form.
pub async fn step(app: &App, name: &str, asked: &Asked) -> Response {
    let known = app.known();
    let mut draft = Draft::read(&asked.fields);
    let Some(round) = known.rounds.get(name) else {
        // The round is gone from the site: what was typed is shown all the same.
        return match known.rounds.values().last() {
            Some(other) if !draft.typed().is_empty() => closed(app, other, &draft),
            _ => unknown(app),
        };
    };
    draft.code.clear();
    take_step(app, round, draft, asked).await
}

/// Adds, reviews, goes back or sends, as the button says.
pub(super) async fn take_step(
    app: &App,
    round: &Round,
    mut draft: Draft,
    asked: &Asked,
) -> Response {
    if round.standing(asked.now) != Standing::Open {
        return closed(app, round, &draft);
    }
    match asked.fields.get("do") {
        "add" => {
            draft.add(asked.fields.get("add"));
            return show_form(app, round, draft, asked, Vec::new());
        }
        "edit" => return show_form(app, round, draft, asked, Vec::new()),
        _ => {}
    }
    if draft.uuid.is_empty() && draft.code.is_empty() {
        return show_form(app, round, draft, asked, Vec::new());
    }
    let submission = match draft.submission(app, round) {
        Ok(submission) => submission,
        Err(problems) => return show_form(app, round, draft, asked, problems),
    };
    if asked.fields.get("do") != "send" {
        return review(app, round, (&draft, &submission), StatusCode::OK, None);
    }
    if let Some((status, problem)) = held_back(app, &mut draft, asked) {
        return review(app, round, (&draft, &submission), status, Some(problem));
    }
    send(app, round, (draft, submission), asked).await
}

/// Why what was sent is not received yet: sent by a program, or by somebody very fast. The button is there to be
/// pressed once more.
fn held_back(app: &App, draft: &mut Draft, asked: &Asked) -> Option<(StatusCode, &'static str)> {
    let now = asked.now.as_second();
    if !draft.trap.is_empty() {
        log::event("form-trapped", &[]);
        return Some((StatusCode::UNPROCESSABLE_ENTITY, "hear_again_trap"));
    }
    // One from the future was made before the clock was set back: its age says nothing.
    let made =
        app.key.form_made(&draft.token).filter(|made| (0..=OLDEST_FORM).contains(&(now - made)));
    let Some(made) = made else {
        draft.token = app.key.form_token(now);
        return Some((StatusCode::UNPROCESSABLE_ENTITY, "hear_again_old"));
    };
    if now - made < app.config.limits.fill_seconds {
        return Some((StatusCode::UNPROCESSABLE_ENTITY, "hear_again_fast"));
    }
    let may = app.may_send(asked) || work::is_done(&draft.task(), &draft.work);
    (!may).then_some((StatusCode::TOO_MANY_REQUESTS, "hear_again_many"))
}

async fn send(
    app: &App,
    round: &Round,
    (draft, mut submission): (Draft, Submission),
    asked: &Asked,
) -> Response {
    let Ok(salt) = secrets::random::<16>() else {
        let problem = Some("hear_again_later");
        return review(app, round, (&draft, &submission), StatusCode::SERVICE_UNAVAILABLE, problem);
    };
    let (changes, version) = (!draft.code.is_empty(), draft.version);
    let code = if changes { draft.code.clone() } else { app.key.code(&draft.uuid) };
    let typed = submission.clone();
    submission.salt = secrets::hex(&salt);
    let incoming = Incoming {
        targets: targets(round, &submission),
        submission,
        head: head(round),
        uuid: draft.uuid.clone(),
        code: code.clone(),
        mail: addressee(app, &draft),
        taken: app.known().taken.get(&round.told.round).copied().unwrap_or(0),
        now: asked.now,
    };
    let done = app.store.write(move |db| {
        if !changes {
            return records::receive(db, incoming);
        }
        Ok(match records::change(db, version, incoming)? {
            Outcome::Done(kept) => Received::Kept(kept),
            Outcome::Stale(_) | Outcome::Gone => Received::Other,
        })
    });
    let again = |status, problem| review(app, round, (&draft, &typed), status, Some(problem));
    match done.await {
        Ok(Received::Kept(kept)) => {
            app.metrics.received();
            app.posted.notify_one();
            receipt(app, round, &kept, (&code, &draft))
        }
        Ok(Received::Other) if changes => again(StatusCode::CONFLICT, "hear_again_changed"),
        Ok(Received::Other) => again(StatusCode::CONFLICT, "hear_again_other"),
        Err(trouble) => {
            app.troubled(&trouble);
            again(StatusCode::SERVICE_UNAVAILABLE, "hear_again_later")
        }
    }
}

/// Who gets the receipt by mail.
fn addressee(app: &App, draft: &Draft) -> Option<Addressee> {
    let is_asked_for = draft.asks_mail(app) && !draft.mail.is_empty();
    is_asked_for.then(|| Addressee {
        who: app.key.mac("mail", &[draft.mail.to_ascii_lowercase().as_bytes()]),
        address: draft.mail.clone(),
    })
}

/// What the hash of a submission says of its round.
pub(crate) fn head(round: &Round) -> Head {
    Head { format: FORMAT, round: round.told.round.clone(), version: round.told.version.clone() }
}

/// The ids that a submission is about, and the sections around its blocks; each once.
fn targets(round: &Round, submission: &Submission) -> Vec<String> {
    let mut targets: Vec<String> = Vec::new();
    for on in submission.comments.iter().filter_map(|comment| comment.target()) {
        let mut at = Some(on);
        // Sections lie in sections; the limit is for a file that leads in a ring.
        for _ in 0..8 {
            let Some(id) = at else { break };
            targets.push(id.to_string());
            at = round.block(id).and_then(|block| block.section.as_deref()).filter(|up| *up != id);
        }
    }
    targets.sort();
    targets.dedup();
    targets
}

pub(super) fn show_form(
    app: &App,
    round: &Round,
    mut draft: Draft,
    asked: &Asked,
    problems: Vec<Problem>,
) -> Response {
    if app.key.form_made(&draft.token).is_none() {
        draft.token = app.key.form_token(asked.now.as_second());
    }
    if draft.uuid.is_empty() {
        draft.uuid = secrets::uuid().unwrap_or_default();
    }
    let mut view = DraftView::new(app, round, &draft, None);
    let status = match problems.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    view.problems = problems;
    let key = if draft.code.is_empty() { "hear_form_title" } else { "hear_change_title" };
    app.page(status, "form.html", &app.frame(Some(round), &app.say(Some(round), key, &[])), &view)
}

fn review(
    app: &App,
    round: &Round,
    (draft, submission): (&Draft, &Submission),
    status: StatusCode,
    problem: Option<&str>,
) -> Response {
    let mut view = DraftView::new(app, round, draft, Some(submission));
    let text = problem.map(|key| app.say(Some(round), key, &[]));
    if problem == Some("hear_again_many") {
        view.work = draft.task();
    }
    view.problems = text.map(|text| Problem { at: String::new(), text }).into_iter().collect();
    let title = app.say(Some(round), "hear_review_title", &[]);
    app.page(status, "review.html", &app.frame(Some(round), &title), &view)
}

fn receipt(app: &App, round: &Round, kept: &Kept, (code, draft): (&str, &Draft)) -> Response {
    #[derive(Serialize)]
    struct View<'r> {
        key: &'r str,
        round: String,
        round_title: &'r str,
        id: String,
        code: &'r str,
        code_use: String,
        mailed: String,
        received: String,
        hash: &'r str,
        salt: &'r str,
        said: Said,
    }
    let closes = round.closes_in_words();
    let code_use = match closes.is_empty() {
        true => app.say(Some(round), "hear_code_use", &[]),
        false => app.say(Some(round), "hear_code_use_until", &[("closes", &closes)]),
    };
    let view = View {
        key: &round.told.round,
        round: app.at(&format!("horing/{}", round.told.round)),
        round_title: &round.told.title,
        id: kept.id(),
        code,
        code_use,
        mailed: addressee(app, draft).map_or(String::new(), |to| {
            app.say(Some(round), "hear_mailed", &[("address", &to.address)])
        }),
        received: crate::hearing::when::shown(kept.received, round.language()),
        hash: &kept.body.hash,
        salt: &kept.body.salt,
        said: said::said(app, Some(round), &kept.body),
    };
    let title = app.say(Some(round), "hear_receipt_title", &[]);
    app.page(StatusCode::OK, "receipt.html", &app.frame(Some(round), &title), &view)
}

/// The round is not open: what was typed is given back.
pub(super) fn closed(app: &App, round: &Round, draft: &Draft) -> Response {
    #[derive(Serialize)]
    struct View {
        standing: String,
        typed: Vec<String>,
        page: String,
    }
    let view = View {
        standing: standing(app, round),
        typed: draft.typed(),
        page: app.pages.of_site(&round.told.site.page),
    };
    let title = app.say(Some(round), "hear_not_open", &[]);
    let status = if view.typed.is_empty() { StatusCode::OK } else { StatusCode::GONE };
    app.page(status, "closed.html", &app.frame(Some(round), &title), &view)
}
