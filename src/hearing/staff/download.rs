//! A round for the case worker's own tools: everything that came in with what was decided and answered, as CSV, XLSX
//! and JSON. It holds what staff may see, names and held back words among it; it is no publication.

use super::{Shared, Signed};
use crate::contract::hearing::{Submission, What};
use crate::export::{Column, table_csv, table_xlsx};
use crate::hearing::app::App;
use crate::hearing::decisions::{self, Assessed};
use crate::hearing::http::answer;
use crate::hearing::public::form::kind_label;
use crate::hearing::public::read::unknown;
use crate::hearing::public::said;
use crate::hearing::records::{self, Kept};
use crate::hearing::store::Trouble;
use crate::hearing::targets::Round;
use crate::text::media_type;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use serde_json::{Value, json};

/// The columns: the keys of their titles, and how wide they are in a workbook.
const COLUMNS: [(&str, u16); 14] = [
    ("hear_number", 10),
    ("hear_received_at", 22),
    ("hear_state", 14),
    ("hear_reason", 24),
    ("hear_who", 18),
    ("hear_name", 24),
    ("hear_may_publish", 12),
    ("hear_block_id", 10),
    ("hear_about_what", 40),
    ("hear_said", 70),
    ("hear_result", 20),
    ("hear_result_reason", 60),
    ("hear_changed_blocks", 14),
    ("hear_by_whom", 14),
];

/// One thing said, with all that a row tells.
struct Row {
    name: String,
    block: String,
    about: String,
    text: String,
    assessed: Option<Assessed>,
}

/// A round as a file.
pub(super) async fn file(
    State(app): Shared,
    Extension(_): Signed,
    Path((name, file)): Path<(String, String)>,
) -> Response {
    let known = app.known();
    let (Some(round), Some((_, ending))) = (known.rounds.get(&name), file.rsplit_once('.')) else {
        return unknown(&app);
    };
    let kind = match ending {
        "csv" | "xlsx" | "json" => media_type(&file),
        _ => return unknown(&app),
    };
    let all = match read(&app, &name).await {
        Ok(all) => all,
        Err(trouble) => return app.unavailable(&trouble),
    };
    let columns: Vec<Column> =
        COLUMNS.iter().map(|(key, width)| (app.say(Some(round), key, &[]), *width)).collect();
    let bytes = match ending {
        "json" => document(&app, round, &all).into_bytes(),
        "csv" => table_csv(&columns, &cells(&app, round, &all), round.language()).into_bytes(),
        _ => table_xlsx(&columns, &cells(&app, round, &all)),
    };
    let mut response = answer::file(kind, bytes, false);
    // The round's name is a folder's: letters, digits and hyphens.
    let attached = format!("attachment; filename=\"{name}.{ending}\"");
    let headers = response.headers_mut();
    if let Ok(attached) = HeaderValue::from_str(&attached) {
        headers.insert(header::CONTENT_DISPOSITION, attached);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn read(app: &App, name: &str) -> Result<(Vec<Kept>, Vec<Assessed>), Trouble> {
    let name = name.to_string();
    app.store
        .read(move |db| Ok((records::all(db, &name)?, decisions::assessments(db, &name)?)))
        .await
}

/// What a submission says, thing by thing; one without words has a row of its own.
fn rows(app: &App, round: &Round, kept: &Kept, assessed: &[Assessed]) -> Vec<Row> {
    let public: &Submission = kept.shown.as_ref().unwrap_or(&kept.body);
    let each = public.said().map(|said| {
        let name = public.name_of(said.what);
        let (block, about) = match said.what {
            What::Comment(comment) => {
                let id = comment.target().unwrap_or_default();
                let about = said::about(app, Some(round), id);
                let words = round.words(id).map_or(about.label, str::to_string);
                (id.to_string(), words)
            }
            What::Answer(number) => {
                let number = number.to_string();
                let about = app.say(Some(round), "hear_answer_n", &[("n", &number)]);
                (String::new(), about)
            }
            What::Text => (String::new(), app.say(Some(round), "hear_free_text", &[])),
        };
        let assessed = assessed.iter().find(|one| one.item == name).cloned();
        Row { name, block, about, text: said.text.to_string(), assessed }
    });
    let mut rows: Vec<Row> = each.collect();
    if rows.is_empty() {
        let (block, about, text) = Default::default();
        rows.push(Row { name: kept.id(), block, about, text, assessed: None });
    }
    rows
}

fn cells(
    app: &App,
    round: &Round,
    (all, assessed): &(Vec<Kept>, Vec<Assessed>),
) -> Vec<Vec<String>> {
    let say = |key: &str| app.say(Some(round), key, &[]);
    let each = all.iter().flat_map(|kept| {
        let respondent = &kept.body.respondent;
        let may = if decisions::may_be_public(kept) { "hear_yes" } else { "hear_no" };
        let own = [
            kept.body.received.clone(),
            say(&format!("hear_is_{}", kept.state)),
            kept.reason.clone(),
            kind_label(app, Some(round), respondent.kind),
            respondent.name.clone(),
            say(may),
        ];
        rows(app, round, kept, assessed).into_iter().map(move |row| {
            let result =
                row.assessed.as_ref().map(|one| say(&format!("hear_result_{}", one.result)));
            let of =
                |own: fn(&Assessed) -> String| row.assessed.as_ref().map(own).unwrap_or_default();
            let (reason, by) = (of(|one| one.reason.clone()), of(|one| one.by.clone()));
            let changed = of(|one| one.changed.join(" "));
            let said =
                [row.block, row.about, row.text, result.unwrap_or_default(), reason, changed, by];
            [row.name].into_iter().chain(own.clone()).chain(said).collect()
        })
    });
    each.collect()
}

fn document(app: &App, round: &Round, (all, assessed): &(Vec<Kept>, Vec<Assessed>)) -> String {
    let submissions = all.iter().map(|kept| {
        let said = rows(app, round, kept, assessed).into_iter().filter(|row| !row.text.is_empty());
        let said = said.map(|row| {
            let answer = row.assessed.map(|one| {
                json!({ "result": one.result, "reason": one.reason, "changed": one.changed, "by": one.by })
            });
            json!({ "name": row.name, "block": row.block, "text": row.text, "assessment": answer })
        });
        json!({
            "id": kept.id(),
            "received": kept.body.received,
            "state": kept.state,
            "reason": kept.reason,
            "duplicate_of": kept.duplicate_of.map(|number| format!("s{number}")),
            "respondent": kept.body.respondent,
            "consent": kept.body.consent,
            "hash": kept.body.hash,
            "said": said.collect::<Vec<Value>>(),
        })
    });
    let all = json!({
        "format": 1,
        "round": round.told.round,
        "version": round.told.version,
        "submissions": submissions.collect::<Vec<Value>>(),
    });
    all.to_string()
}
