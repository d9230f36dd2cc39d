//! The queue: submissions of a round, by where they stand, what they are about, and what they say.

use super::{Shared, Signed, frame};
use crate::contract::hearing::Submission;
use crate::hearing::app::{App, Asked};
use crate::hearing::public::form::kind_label;
use crate::hearing::public::said::cut;
use crate::hearing::records::{self, Filter, Kept};
use crate::hearing::targets::{Round, Rounds};
use crate::hearing::when;
use axum::extract::{Extension, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

/// How many submissions a page shows.
const PAGE: usize = 50;

/// How many characters of a submission are shown.
const START: usize = 180;

/// The states in the order in which they are offered.
const STATES: [&str; 6] = ["received", "published", "redacted", "withheld", "blocked", "withdrawn"];

#[derive(Serialize)]
struct View {
    rounds: Vec<Choice>,
    states: Vec<Choice>,
    sections: Vec<Choice>,
    q: String,
    state: String,
    rows: Vec<Row>,
    more: String,
}

/// A choice of a filter.
#[derive(Serialize)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
    pub(super) link: String,
}

#[derive(Serialize)]
struct Row {
    id: String,
    link: String,
    who: String,
    kind: String,
    received: String,
    start: String,
    state: String,
    state_label: String,
    about: String,
    duplicate_of: String,
}

/// The round that a filter names, or the newest.
pub(super) fn chosen_round<'k>(rounds: &'k Rounds, asked: &str) -> Option<&'k Round> {
    let newest = || rounds.values().max_by(|a, b| a.told.opens.cmp(&b.told.opens));
    rounds.get(asked).or_else(newest)
}

/// Shows the queue.
pub(super) async fn show(State(app): Shared, Extension(who): Signed, asked: Asked) -> Response {
    let known = app.known();
    let title = app.say(None, "hear_queue", &[]);
    let Some(round) = chosen_round(&known.rounds, asked.fields.get("round")) else {
        return app.message(StatusCode::OK, "hear_no_rounds_yet", None);
    };
    let filter = filter(round, &asked);
    let wanted = filter.clone();
    let found = app
        .store
        .read(move |db| Ok((records::filtered(db, &wanted)?, records::counts(db, &wanted.round)?)));
    let (mut kept, counts) = match found.await {
        Ok(found) => found,
        Err(trouble) => return app.unavailable(&trouble),
    };
    let more = kept.len() > PAGE;
    kept.truncate(PAGE);
    let last = kept.last().map_or(0, |kept| kept.number);
    let view = view(&app, &known.rounds, round, (&filter, &counts));
    let view = View {
        rows: kept.iter().map(|kept| row(&app, round, kept)).collect(),
        more: if more { address(&app, &filter, &filter.state, last) } else { String::new() },
        ..view
    };
    app.page(StatusCode::OK, "queue.html", &frame(&app, &who, Some(round), &title, "queue"), &view)
}

/// What a query asks for; without a state, what is new.
fn filter(round: &Round, asked: &Asked) -> Filter {
    let state = match asked.fields.has("state") {
        true => asked.fields.get("state"),
        false => "received",
    };
    Filter {
        round: round.told.round.clone(),
        state: state.to_string(),
        target: asked.fields.get("on").to_string(),
        words: asked.fields.get("q").trim().to_string(),
        after: asked.fields.number("after").unwrap_or(0),
        most: PAGE + 1,
    }
}

/// The page without its rows: what can be chosen, and what is.
fn view(
    app: &App,
    rounds: &Rounds,
    round: &Round,
    (filter, counts): (&Filter, &[(String, i64)]),
) -> View {
    let states = STATES.iter().map(|state| {
        let count = counts.iter().find(|(name, _)| name == state).map_or(0, |(_, count)| *count);
        let name = app.say(Some(round), &format!("hear_is_{state}"), &[]);
        Choice {
            value: (*state).to_string(),
            label: format!("{name} ({count})"),
            chosen: filter.state == *state,
            link: address(app, filter, state, 0),
        }
    });
    let choice = |(value, label): (&str, &str), chosen: &str| Choice {
        value: value.to_string(),
        label: label.to_string(),
        chosen: value == chosen,
        link: String::new(),
    };
    let rounds =
        rounds.values().map(|other| (other.told.round.as_str(), other.told.title.as_str()));
    View {
        rounds: rounds.map(|other| choice(other, &filter.round)).collect(),
        states: states.collect(),
        sections: round.sections().map(|section| choice(section, &filter.target)).collect(),
        q: filter.words.clone(),
        state: filter.state.clone(),
        rows: Vec::new(),
        more: String::new(),
    }
}

fn address(app: &App, filter: &Filter, state: &str, after: i64) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("round", &filter.round)
        .append_pair("state", state)
        .append_pair("on", &filter.target)
        .append_pair("q", &filter.words)
        .append_pair("after", &after.to_string())
        .finish();
    app.at(&format!("intern/?{query}"))
}

fn row(app: &App, round: &Round, kept: &Kept) -> Row {
    let body = &kept.body;
    let comments = body.comments.len().to_string();
    let name = match body.respondent.name.as_str() {
        "" => app.say(Some(round), "hear_no_name", &[]),
        name => name.to_string(),
    };
    Row {
        id: kept.id(),
        link: app.at(&format!("intern/svar/{}/{}", kept.round, kept.number)),
        who: name,
        kind: kind_label(app, Some(round), body.respondent.kind),
        received: when::shown(kept.received, round.language()),
        start: cut(&start(body), START),
        state: kept.state.clone(),
        state_label: app.say(Some(round), &format!("hear_is_{}", kept.state), &[]),
        about: app.say(Some(round), "hear_comments_n", &[("n", &comments)]),
        duplicate_of: kept.duplicate_of.map_or(String::new(), |number| format!("s{number}")),
    }
}

/// The first words of a submission.
fn start(body: &Submission) -> String {
    let said: Vec<&str> = body.said().map(|said| said.text).collect();
    said.join(" · ")
}
