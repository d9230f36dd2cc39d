//! Pages to read: the rounds, one round, and the heard text with a way to comment at each block.

use super::said::cut;
use crate::hearing::app::{App, Asked};
use crate::hearing::targets::{Round, Standing};
use crate::words::capital;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

/// How many characters tell one link from another to who hears them read.
const START: usize = 60;

/// Whether a round is open, and until when, in words.
#[must_use]
pub fn standing(app: &App, round: &Round) -> String {
    let (opens, closes) = (round.opens_in_words(), round.closes_in_words());
    let standing = round.standing(app.now());
    let (key, values): (&str, &[(&str, &str)]) = match standing {
        Standing::Before if opens.is_empty() => ("hearing_planned", &[]),
        Standing::Before => ("hearing_opens", &[("opens", &opens)]),
        Standing::Open if closes.is_empty() => ("hearing_open", &[]),
        Standing::Open => ("hearing_open_until", &[("closes", &closes)]),
        Standing::Over if closes.is_empty() => ("hearing_closed", &[]),
        Standing::Over => ("hearing_closed_on", &[("closes", &closes)]),
    };
    app.say(Some(round), key, values)
}

/// The rounds.
pub fn rounds(app: &App) -> Response {
    #[derive(Serialize)]
    struct View {
        rounds: Vec<Row>,
    }
    #[derive(Serialize)]
    struct Row {
        title: String,
        address: String,
        standing: String,
    }
    let known = app.known();
    let rounds = known.rounds.values().rev().map(|round| Row {
        title: round.told.title.clone(),
        address: app.at(&format!("horing/{}", round.told.round)),
        standing: standing(app, round),
    });
    let view = View { rounds: rounds.collect() };
    let title = capital(&app.say(None, "title_hearings", &[]));
    app.page(StatusCode::OK, "rounds.html", &app.frame(None, &title), &view)
}

/// A round.
pub fn round(app: &App, name: &str, asked: &Asked) -> Response {
    #[derive(Serialize)]
    struct View<'r> {
        standing: String,
        open: bool,
        form: String,
        page: String,
        questions: &'r [String],
        sections: Vec<Section<'r>>,
    }
    #[derive(Serialize)]
    struct Section<'r> {
        title: &'r str,
        address: String,
    }
    let known = app.known();
    let Some(round) = known.rounds.get(name) else { return unknown(app) };
    let sections = round.sections().map(|(id, title)| Section {
        title,
        address: app.at(&format!("horing/{name}/tekst/{id}")),
    });
    let view = View {
        standing: standing(app, round),
        open: round.standing(asked.now) == Standing::Open,
        form: app.at(&format!("horing/{name}/svar")),
        page: app.pages.of_site(&round.told.site.page),
        questions: &round.told.questions,
        sections: sections.collect(),
    };
    app.page(StatusCode::OK, "round.html", &app.frame(Some(round), &round.told.title), &view)
}

/// The heard text of a section.
pub fn text(app: &App, name: &str, id: &str, asked: &Asked) -> Response {
    #[derive(Serialize)]
    struct View<'r> {
        round: String,
        round_title: &'r str,
        standing: String,
        open: bool,
        form: String,
        whole: String,
        page: String,
        blocks: Vec<Block<'r>>,
    }
    #[derive(Serialize)]
    struct Block<'r> {
        id: &'r str,
        text: &'r str,
        start: String,
        form: String,
    }
    let known = app.known();
    let Some(round) = known.rounds.get(name) else { return unknown(app) };
    let Some(title) = round.words(id) else { return unknown(app) };
    let form = |on: &str| app.at(&format!("horing/{name}/svar?on={on}"));
    let blocks = round.under(id).map(|block| Block {
        id: &block.id,
        text: &block.text,
        start: cut(&block.text, START),
        form: form(&block.id),
    });
    let view = View {
        round: app.at(&format!("horing/{name}")),
        round_title: &round.told.title,
        standing: standing(app, round),
        open: round.standing(asked.now) == Standing::Open,
        form: form(id),
        whole: app.at(&format!("horing/{name}/svar")),
        page: app.pages.of_site(round.address(id).unwrap_or_default()),
        blocks: blocks.collect(),
    };
    app.page(StatusCode::OK, "text.html", &app.frame(Some(round), title), &view)
}

/// There is no such page.
pub fn unknown(app: &App) -> Response {
    let on = Some(("horing/", "title_hearings"));
    app.message(StatusCode::NOT_FOUND, "hear_not_found", on)
}
