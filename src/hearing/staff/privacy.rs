//! For the privacy officer: what personal data is kept, where, and how long, as this service is set up.

use super::{Shared, Signed, frame};
use crate::contract::hearing::ROUNDS;
use crate::hearing::app::App;
use crate::hearing::removal::MARGIN;
use crate::hearing::store::DATABASE;
use axum::extract::{Extension, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    rows: Vec<Row>,
    undecided: bool,
}

/// One kind of data.
#[derive(Serialize)]
struct Row {
    what: String,
    place: String,
    long: String,
}

/// Shows the page.
pub(super) async fn show(State(app): Shared, Extension(who): Signed) -> Response {
    let retention = app.config.retention;
    let view = View {
        rows: rows(&app),
        undecided: retention.names_days.is_none() && retention.words_days.is_none(),
    };
    let title = app.say(None, "hear_privacy", &[]);
    app.page(StatusCode::OK, "privacy.html", &frame(&app, &who, None, &title, "privacy"), &view)
}

fn rows(app: &App) -> Vec<Row> {
    let config = &app.config;
    let say = |key: &str| app.say(None, key, &[]);
    let days = |days: Option<i64>| match days {
        Some(days) => {
            let days = (days + MARGIN).to_string();
            app.say(None, "hear_privacy_days", &[("days", &days)])
        }
        None => say("hear_privacy_until_gone"),
    };
    let names = config.retention.names_days.into_iter().chain(config.retention.words_days).min();
    let database = config.data.join(DATABASE).display().to_string();
    let files = config.plan.join(ROUNDS);
    let files = files.strip_prefix(".").unwrap_or(&files).display().to_string();
    let row = |name: &str, place: String, long: String| Row {
        what: say(&format!("hear_privacy_{name}")),
        place,
        long,
    };
    let told = |name: &str| say(&format!("hear_privacy_{name}_long"));
    let mut rows = vec![
        row("words", database.clone(), days(config.retention.words_days)),
        row("names", database.clone(), days(names)),
        row("published", files, told("published")),
        row("codes", database.clone(), told("codes")),
        row("addresses", say("hear_privacy_memory"), told("addresses")),
        row("staff", database.clone(), told("staff")),
        row("log", say("hear_privacy_stderr"), told("log")),
        row("backups", say("hear_privacy_elsewhere"), told("backups")),
    ];
    if let Some(mail) = &config.mail {
        let place = format!("{database}, {}", mail.server);
        rows.insert(2, row("mail", place, told("mail")));
    }
    rows
}
