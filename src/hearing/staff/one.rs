//! One submission beside the text that it is about, with what can be decided and what has been done.

use super::account::ActView;
use super::now::said_beside;
use super::{find, frame};
use crate::hearing::accounts::Person;
use crate::hearing::app::App;
use crate::hearing::decisions;
use crate::hearing::public::form::kind_label;
use crate::hearing::public::said::Said;
use crate::hearing::records::Kept;
use crate::hearing::when;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    action: String,
    redact: String,
    queue: String,
    assess: String,
    notice: String,
    is_problem: bool,
    id: String,
    version: i64,
    state: String,
    state_label: String,
    reason: String,
    duplicate_of: String,
    duplicate_link: String,
    who: String,
    kind: String,
    publishing: String,
    received: String,
    changed: String,
    hash: String,
    has_words: bool,
    may_be_public: bool,
    said: Said,
    shown: Option<Said>,
    acts: Vec<ActView>,
}

/// What is told of what was just done: a key of the words, and whether it went wrong.
pub(super) struct Notice {
    pub(super) key: &'static str,
    pub(super) is_problem: bool,
}

/// Shows a submission.
pub(super) async fn show(
    app: &App,
    who: &Person,
    at: &(String, i64),
    notice: Option<Notice>,
) -> Response {
    let kept = match find(app, at).await {
        Ok(kept) => kept,
        Err(answer) => return answer,
    };
    let acts = match acts(app, at).await {
        Ok(acts) => acts,
        Err(trouble) => return app.unavailable(&trouble),
    };
    page(app, who, &kept, (acts, notice))
}

fn page(
    app: &App,
    who: &Person,
    kept: &Kept,
    (acts, notice): (Vec<ActView>, Option<Notice>),
) -> Response {
    let known = app.known();
    let round = known.rounds.get(&kept.round);
    let language = round.map_or_else(|| app.language(), |round| round.language());
    let say = |key: &str| app.say(round, key, &[]);
    let respondent = &kept.body.respondent;
    let publishing = match (decisions::may_be_public(kept), respondent.named) {
        (false, _) => "hear_not_public",
        (true, true) => "hear_public_named",
        (true, false) => "hear_public_unnamed",
    };
    let is_problem = notice.as_ref().is_some_and(|notice| notice.is_problem);
    let name = respondent.name.clone();
    let path = format!("{}/{}", kept.round, kept.number);
    let view = View {
        action: app.at(&format!("intern/svar/{path}")),
        redact: app.at(&format!("intern/sladd/{path}")),
        queue: app.at(&format!("intern/?round={}", kept.round)),
        assess: app.at(&format!("intern/vurdering?round={}&of={}", kept.round, kept.id())),
        notice: notice.map_or(String::new(), |notice| say(notice.key)),
        is_problem,
        id: kept.id(),
        version: kept.version,
        state: kept.state.clone(),
        state_label: say(&format!("hear_is_{}", kept.state)),
        reason: kept.reason.clone(),
        duplicate_of: kept.duplicate_of.map_or(String::new(), |number| number.to_string()),
        duplicate_link: kept.duplicate_of.map_or(String::new(), |number| {
            app.at(&format!("intern/svar/{}/{number}", kept.round))
        }),
        who: if name.is_empty() { say("hear_no_name") } else { name },
        kind: kind_label(app, round, respondent.kind),
        publishing: say(publishing),
        received: when::shown(kept.received, language),
        changed: match kept.changed > kept.received {
            true => when::shown(kept.changed, language),
            false => String::new(),
        },
        hash: kept.body.hash.clone(),
        has_words: kept.has_words(),
        may_be_public: decisions::may_be_public(kept),
        said: said_beside(app, round, &kept.body),
        shown: kept.shown.as_ref().map(|shown| said_beside(app, round, shown)),
        acts,
    };
    let title = app.say(round, "hear_submission", &[("id", &kept.id())]);
    let status = if is_problem { StatusCode::CONFLICT } else { StatusCode::OK };
    app.page(status, "one.html", &frame(app, who, round, &title, "queue"), &view)
}

async fn acts(
    app: &App,
    (round, number): &(String, i64),
) -> Result<Vec<ActView>, crate::hearing::store::Trouble> {
    let (round, number, language) = (round.clone(), *number, app.language());
    let read = app.store.read(move |db| {
        let sql =
            "SELECT at, who, act FROM audit WHERE round = ?1 AND number = ?2 ORDER BY id DESC";
        let mut rows = db.prepare_cached(sql)?;
        let rows = rows.query_map((&round, number), |row| {
            Ok(ActView {
                at: when::shown(row.get(0)?, language),
                who: row.get(1)?,
                act: row.get(2)?,
                on: String::new(),
                link: String::new(),
                hash: String::new(),
            })
        })?;
        rows.collect::<rusqlite::Result<Vec<_>>>()
    });
    let mut acts = read.await?;
    acts.iter_mut().for_each(|act| act.name(app));
    Ok(acts)
}
