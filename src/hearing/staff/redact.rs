//! Taking words out: which, and why; how it will look; and then it is done. What was received is kept.

use super::decide::carry_out;
use super::one::{self, Notice};
use super::{find, frame};
use crate::hearing::accounts::Person;
use crate::hearing::app::{App, Asked};
use crate::hearing::decisions::{self, Decision};
use crate::hearing::public::said::{self, Said};
use crate::hearing::records::Kept;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

/// Reasons that are offered; another can be written.
const REASONS: [&str; 5] =
    ["hear_why_name", "hear_why_contact", "hear_why_health", "hear_why_third", "hear_why_insult"];

/// The most phrases that are taken out at once.
const MOST: usize = 50;

/// The longest reason, in characters: it stands in the text.
const LONGEST: usize = 60;

#[derive(Serialize)]
struct View {
    action: String,
    back: String,
    version: i64,
    id: String,
    phrases: String,
    reason: String,
    reasons: Vec<String>,
    problem: String,
    said: Said,
    preview: Option<Said>,
}

/// The form.
pub(super) async fn show(app: &App, who: &Person, at: &(String, i64)) -> Response {
    match find(app, at).await {
        Ok(kept) if kept.has_words() => page(app, who, &kept, &Filled::default()),
        Ok(_) => {
            one::show(app, who, at, Some(Notice { key: "hear_words_gone", is_problem: true })).await
        }
        Err(answer) => answer,
    }
}

#[derive(Default)]
struct Filled<'a> {
    phrases: &'a str,
    reason: String,
    problem: &'a str,
    preview: bool,
}

/// Shows how it will look, or does it.
pub(super) async fn step(app: &App, who: &Person, at: &(String, i64), asked: &Asked) -> Response {
    let kept = match find(app, at).await {
        Ok(kept) => kept,
        Err(answer) => return answer,
    };
    let written = asked.fields.get("reason");
    // The signs around a reason mean something in the text.
    let reason: String = written.replace(['⟦', '⟧'], "").trim().chars().take(LONGEST).collect();
    let mut filled = Filled { phrases: asked.fields.get("phrases"), reason, ..Filled::default() };
    if asked.fields.number("version") != Some(kept.version) {
        filled.problem = "hear_other_was_first";
        return page(app, who, &kept, &filled);
    }
    if filled.reason.is_empty() {
        filled.problem = "hear_give_reason";
        return page(app, who, &kept, &filled);
    }
    let phrases: Vec<&str> = lines(filled.phrases).collect();
    let Some(redacted) = decisions::redacted(&kept.body, &phrases, &filled.reason) else {
        filled.problem = "hear_phrase_not_found";
        return page(app, who, &kept, &filled);
    };
    if asked.fields.get("do") != "redact" {
        filled.preview = true;
        return page(app, who, &kept, &filled);
    }
    let decision = Decision::Redact(Box::new(redacted), filled.reason.clone());
    match carry_out(app, who, at, (asked, decision)).await {
        Ok(notice) => one::show(app, who, at, Some(notice)).await,
        Err(answer) => answer,
    }
}

fn lines(phrases: &str) -> impl Iterator<Item = &str> {
    phrases.lines().map(str::trim).filter(|phrase| !phrase.is_empty()).take(MOST)
}

fn page(app: &App, who: &Person, kept: &Kept, filled: &Filled<'_>) -> Response {
    let known = app.known();
    let round = known.rounds.get(&kept.round);
    let phrases: Vec<&str> = lines(filled.phrases).collect();
    let redacted =
        filled.preview.then(|| decisions::redacted(&kept.body, &phrases, &filled.reason)).flatten();
    let path = format!("{}/{}", kept.round, kept.number);
    let view = View {
        action: app.at(&format!("intern/sladd/{path}")),
        back: app.at(&format!("intern/svar/{path}")),
        version: kept.version,
        id: kept.id(),
        phrases: filled.phrases.to_string(),
        reason: filled.reason.clone(),
        reasons: REASONS.iter().map(|key| app.say(round, key, &[])).collect(),
        problem: match filled.problem {
            "" => String::new(),
            key => app.say(round, key, &[]),
        },
        said: said::said(app, round, &kept.body),
        preview: redacted.map(|redacted| said::said(app, round, &redacted)),
    };
    let title = app.say(round, "hear_redact_title", &[("id", &kept.id())]);
    let status =
        if view.problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    app.page(status, "redact.html", &frame(app, who, round, &title, "queue"), &view)
}
