//! The buttons of one submission: publish, withhold, block, reopen, merge.

use super::one::{self, Notice};
use crate::hearing::accounts::Person;
use crate::hearing::app::{App, Asked};
use crate::hearing::decisions::{self, Case, Decision};
use crate::hearing::records::Outcome;
use axum::response::Response;

/// The longest reason, in characters.
const LONGEST: usize = 500;

/// Does what the button says.
pub(super) async fn decide_one(
    app: &App,
    who: &Person,
    at: &(String, i64),
    asked: &Asked,
) -> Response {
    let decision = match read(asked) {
        Ok(decision) => decision,
        Err(key) => return one::show(app, who, at, Some(Notice { key, is_problem: true })).await,
    };
    let blocks = matches!(decision, Decision::Block(_));
    match carry_out(app, who, at, (asked, decision)).await {
        Ok(notice) => {
            if blocks && !notice.is_problem {
                app.emptied.notify_one();
            }
            one::show(app, who, at, Some(notice)).await
        }
        Err(answer) => answer,
    }
}

/// Carries out a decision about the version that the form was made for.
pub(super) async fn carry_out(
    app: &App,
    who: &Person,
    (round, number): &(String, i64),
    (asked, decision): (&Asked, Decision),
) -> Result<Notice, Response> {
    let case = Case {
        who: who.name.clone(),
        round: round.clone(),
        number: *number,
        version: asked.fields.number("version").unwrap_or(0),
        now: asked.now,
    };
    let version = case.version;
    let is_public = matches!(decision, Decision::Publish | Decision::Redact(..));
    let merges = matches!(decision, Decision::Same(Some(_)));
    let done = app.store.write(move |db| decisions::decide(db, &case, &decision)).await;
    let key = match done {
        Ok(Outcome::Done(_)) => {
            app.decided.notify_one();
            return Ok(Notice { key: "hear_done", is_problem: false });
        }
        Ok(Outcome::Stale(kept)) if kept.version != version => "hear_other_was_first",
        Ok(Outcome::Stale(kept)) if is_public && !decisions::may_be_public(&kept) => {
            "hear_no_consent"
        }
        Ok(Outcome::Stale(_)) if merges => "hear_cannot_merge",
        Ok(Outcome::Stale(_) | Outcome::Gone) => "hear_words_gone",
        Err(trouble) => return Err(app.unavailable(&trouble)),
    };
    Ok(Notice { key, is_problem: true })
}

fn read(asked: &Asked) -> Result<Decision, &'static str> {
    let reason: String = asked.fields.get("reason").trim().chars().take(LONGEST).collect();
    let reason = |then: fn(String) -> Decision| match reason.is_empty() {
        true => Err("hear_give_reason"),
        false => Ok(then(reason.clone())),
    };
    match asked.fields.get("do") {
        "publish" => Ok(Decision::Publish),
        "reopen" => Ok(Decision::Reopen),
        "withhold" => reason(Decision::Withhold),
        "block" if !asked.fields.has("sure") => Err("hear_tick_sure"),
        "block" => reason(Decision::Block),
        "merge" => {
            let other = asked.fields.get("other").trim().trim_start_matches(['s', 'S']);
            other.parse().map(|other| Decision::Same(Some(other))).map_err(|_| "hear_cannot_merge")
        }
        "unmerge" => Ok(Decision::Same(None)),
        _ => Err("hear_unknown_act"),
    }
}
