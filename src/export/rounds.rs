//! What was said in a hearing, as files: for the service, for spreadsheets, for programs and for the case.
//!
//! Private persons are called by their pseudonyms in all of them. Words are as people wrote them; a spreadsheet
//! gets them as text, never as a formula, and HTML and JSON escape them.

mod case;
mod targets;

use super::csv::title;
use super::table::{Column, table_csv, table_xlsx};
use super::{addressed, json_text};
use crate::contract::hearing::{Submission, SubmissionState, What};
use crate::view::{Heard, RoundFile, Row, Views, plain_text};
use serde_json::{Value, json};

/// The columns of the tables: the keys of their titles, and how wide they are in a workbook.
const COLUMNS: [(&str, u16); 10] = [
    ("round_column_id", 10),
    ("round_column_received", 20),
    ("round_column_channel", 12),
    ("round_column_who", 30),
    ("round_column_block", 10),
    ("round_column_about", 40),
    ("round_column_text", 70),
    ("round_column_result", 20),
    ("round_column_reason", 60),
    ("round_column_changed", 14),
];

/// The bytes of a file.
pub(super) fn write(
    views: &Views<'_>,
    heard: &Heard<'_>,
    file: RoundFile,
    styles: &[String],
) -> Vec<u8> {
    match file {
        RoundFile::Targets => json_text(&targets::targets(views, heard, styles)).into_bytes(),
        RoundFile::Manifest => json_text(&manifest(heard)).into_bytes(),
        RoundFile::Csv => {
            let (columns, rows) = table(views, heard);
            table_csv(&columns, &rows, views.plan().settings.language).into_bytes()
        }
        RoundFile::Xlsx => {
            let (columns, rows) = table(views, heard);
            table_xlsx(&columns, &rows)
        }
        RoundFile::Json => json_text(&document(views, heard)).into_bytes(),
        RoundFile::Case => case::case(views, heard).into_bytes(),
    }
}

/// Every submission with its hash, so that whoever holds a receipt can see that it came and what became of it. The
/// salt goes along where all words do: anybody can then make the hash anew.
fn manifest(heard: &Heard<'_>) -> Value {
    let each = heard.submissions().map(|one| {
        let mut row =
            json!({ "id": one.id, "received": one.received, "state": one.state, "hash": one.hash });
        if one.state == SubmissionState::Published && !one.salt.is_empty() {
            row["salt"] = json!(one.salt);
        }
        if one.state.needs_reason() {
            row["reason"] = json!(one.reason);
        }
        if !one.duplicate_of.is_empty() {
            row["duplicate_of"] = json!(one.duplicate_of);
        }
        row
    });
    let each: Vec<Value> = each.collect();
    json!({ "format": 1, "round": heard.hearing.round, "version": heard.hearing.version, "submissions": each })
}

/// The cells of a row, unguarded.
fn cells(views: &Views<'_>, heard: &Heard<'_>, row: &Row<'_>) -> [String; 10] {
    let shown = views.shown();
    let words = views.words();
    let about = match row.what {
        What::Answer(number) => words.fill("round_question", &[("number", &number.to_string())]),
        What::Comment(_) => row.block.map_or_else(
            || words.get("round_about_plan").to_string(),
            |block| block.shown().to_string(),
        ),
        What::Text => words.get("round_about_free").to_string(),
    };
    let result = row
        .assessment
        .map(|one| words.get(&format!("round_result_{}", one.result.name())).to_string());
    [
        row.name.clone(),
        row.submission.received.clone(),
        words.get(&format!("round_channel_{}", row.submission.channel.name())).to_string(),
        heard.who(row.submission),
        row.block.map(|block| block.id.clone()).unwrap_or_default(),
        about,
        plain_text(shown, row.text),
        result.unwrap_or_default(),
        row.assessment.map(|one| plain_text(shown, &one.reason)).unwrap_or_default(),
        row.assessment.map(|one| one.changed.join(", ")).unwrap_or_default(),
    ]
}

/// The table: its columns and its rows.
fn table(views: &Views<'_>, heard: &Heard<'_>) -> (Vec<Column>, Vec<Vec<String>>) {
    let columns = COLUMNS.iter().map(|(key, width)| (title(views, key), *width));
    let rows = heard.rows();
    let rows = rows.iter().map(|row| cells(views, heard, row).into());
    (columns.collect(), rows.collect())
}

fn document(views: &Views<'_>, heard: &Heard<'_>) -> Value {
    let submissions: Vec<Value> =
        heard.submissions().map(|one| submission(views, heard, one)).collect();
    let from = heard.file(RoundFile::Json);
    let page = addressed(views, &from, &heard.entry.address.page);
    json!({
        "format": 1,
        "round": heard.hearing.round,
        "title": heard.entry.title,
        "version": heard.hearing.version,
        "later": heard.later.map(|later| later.name.clone()),
        "page": page,
        "submissions": submissions,
    })
}

fn submission<'p>(views: &Views<'_>, heard: &Heard<'p>, one: &'p Submission) -> Value {
    let mut told = json!({
        "id": one.id,
        "received": one.received,
        "channel": one.channel,
        "state": one.state,
        "hash": one.hash,
    });
    if !one.reason.is_empty() {
        told["reason"] = json!(one.reason);
    }
    if !one.state.is_public() {
        return told;
    }
    let from = heard.file(RoundFile::Json);
    told["respondent"] = json!({ "kind": one.respondent.kind, "name": heard.who(one) });
    for (field, value) in [("late", &one.late), ("duplicate_of", &one.duplicate_of)] {
        if !value.is_empty() {
            told[field] = json!(value);
        }
    }
    let rows = heard.rows_of(one).into_iter().map(|row| {
        let mut said = json!({ "name": row.name, "text": plain_text(views.shown(), row.text) });
        match row.what {
            What::Answer(number) => said["question"] = json!(number),
            What::Comment(comment) => said["block"] = json!(comment.target()),
            What::Text => {}
        }
        if let Some(answer) = row.assessment {
            let place = heard.answer_place(&row.name);
            said["assessment"] = json!({
                "result": answer.result.name(),
                "reason": answer.reason,
                "changed": answer.changed,
                "by": answer.by,
                "on": answer.on.map(|on| on.to_string()),
                "address": addressed(views, &from, &place),
            });
        }
        said
    });
    told["said"] = rows.collect();
    told
}
