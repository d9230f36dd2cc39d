//! Coming back with the code: read, change, withdraw.

use super::draft::{Draft, Problem};
use super::read::standing;
use super::said::{self, Said};
use super::send;
use crate::contract::hearing::RespondentKind;
use crate::hearing::app::{App, Asked};
use crate::hearing::records::{self, Kept, Outcome};
use crate::hearing::targets::Standing;
use crate::hearing::{secrets, when};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

#[derive(Serialize, Default)]
struct View {
    action: String,
    code: String,
    asking: bool,
    problems: Vec<Problem>,
    kept: Option<Mine>,
}

#[derive(Serialize)]
struct Mine {
    id: String,
    standing: String,
    round_title: String,
    received: String,
    hash: String,
    said: Said,
    may_change: bool,
}

/// Asks for the code.
pub fn ask(app: &App) -> Response {
    show(app, StatusCode::OK, View::default())
}

/// Does what the button says with the submission that has the code.
pub async fn step(app: &App, asked: &Asked) -> Response {
    let typed = asked.fields.get("code");
    let Some(code) = secrets::typed_code(typed) else {
        return refused(app, typed, "hear_wrong_code");
    };
    if asked.fields.get("do") == "send" {
        // Counted where it is sent.
    } else if !app.may_send(asked) {
        return refused(app, typed, "hear_again_many");
    }
    let wanted = code.clone();
    let found = match app.store.read(move |db| records::with_code(db, &wanted)).await {
        Ok(found) => found,
        Err(trouble) => return in_trouble(app, asked, &trouble),
    };
    let Some(kept) = found else { return refused(app, typed, "hear_no_such_code") };
    let known = app.known();
    let round = known.rounds.get(&kept.round);
    let open = round.filter(|round| round.standing(asked.now) == Standing::Open);
    let mut draft = Draft::read(&asked.fields);
    draft.code.clone_from(&code);
    match (asked.fields.get("do"), open) {
        ("withdraw", Some(_)) if kept.has_words() => shown(app, &kept, &code, true),
        ("withdraw-yes", Some(_)) => withdraw(app, code, asked).await,
        ("change", Some(round)) if kept.has_words() => {
            let draft = Draft::of(&kept, &code, round);
            send::show_form(app, round, draft, asked, Vec::new())
        }
        ("add" | "review" | "edit" | "send", _) => match round {
            Some(round) => send::take_step(app, round, draft, asked).await,
            None => shown(app, &kept, &code, false),
        },
        _ => shown(app, &kept, &code, false),
    }
}

/// What was typed is not lost when the store can't be read either.
fn in_trouble(app: &App, asked: &Asked, trouble: &crate::hearing::store::Trouble) -> Response {
    let draft = Draft::read(&asked.fields);
    let known = app.known();
    match known.rounds.values().last() {
        Some(round) if !draft.typed().is_empty() => {
            app.troubled(trouble);
            let later = app.say(Some(round), "hear_again_later", &[]);
            let problem = Problem { at: String::new(), text: later };
            send::show_form(app, round, draft, asked, vec![problem])
        }
        _ => app.unavailable(trouble),
    }
}

async fn withdraw(app: &App, code: String, asked: &Asked) -> Response {
    let (wanted, now) = (code.clone(), asked.now);
    let done = app.store.write(move |db| records::withdraw(db, &wanted, now)).await;
    match done {
        Ok(Outcome::Done(kept) | Outcome::Stale(kept)) => {
            app.decided.notify_one();
            app.emptied.notify_one();
            shown(app, &kept, &code, false)
        }
        Ok(Outcome::Gone) => refused(app, &code, "hear_no_such_code"),
        Err(trouble) => app.unavailable(&trouble),
    }
}

fn refused(app: &App, typed: &str, key: &str) -> Response {
    let problem = Problem { at: "code".to_string(), text: app.say(None, key, &[]) };
    let view = View { code: typed.to_string(), problems: vec![problem], ..View::default() };
    let status = match key {
        "hear_again_many" => StatusCode::TOO_MANY_REQUESTS,
        "hear_no_such_code" => StatusCode::NOT_FOUND,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    show(app, status, view)
}

fn shown(app: &App, kept: &Kept, code: &str, asking: bool) -> Response {
    let known = app.known();
    let round = known.rounds.get(&kept.round);
    let language = round.map_or_else(|| app.language(), |round| round.language());
    let open = round.is_some_and(|round| round.standing(app.now()) == Standing::Open);
    let private = kept.body.respondent.kind == RespondentKind::Private;
    let state = match kept.state.as_str() {
        "received" if private && !kept.body.consent => "hear_state_kept".to_string(),
        state => format!("hear_state_{state}"),
    };
    let mut text = app.say(round, &state, &[("reason", &kept.reason)]);
    if let Some(round) = round.filter(|_| kept.has_words()) {
        text = format!("{text} {}", standing(app, round));
    }
    let mine = Mine {
        id: kept.id(),
        standing: text,
        round_title: round.map_or(kept.round.clone(), |round| round.told.title.clone()),
        received: when::shown(kept.received, language),
        hash: kept.body.hash.clone(),
        said: said::said(app, round, &kept.body),
        may_change: open && kept.has_words(),
    };
    show(
        app,
        StatusCode::OK,
        View { code: code.to_string(), asking, kept: Some(mine), ..View::default() },
    )
}

fn show(app: &App, status: StatusCode, mut view: View) -> Response {
    view.action = app.at("horing/mitt");
    app.page(status, "mine.html", &app.frame(None, &app.say(None, "hear_mine", &[])), &view)
}
