//! A table of what was said: CSV, or the sheets of a workbook.
//!
//! The first row with a column for the words is the header; what stands above it explains. A sheet without such
//! a row is no table. A column that is not known is told: its words would be lost.

use super::Noted;
use crate::contract::hearing::intake::UNREADABLE;
use crate::diagnostic::rules::UNKNOWN_FIELD;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::text::{Cell, FileId, Row, SourceFile, Span, nearest, split};
use crate::vocabulary::is_same;
use std::collections::HashMap;

/// A column of the table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the code.
    pub name: &'static str,
    /// What it is called in bokmål, in English, and otherwise.
    pub titles: &'static [&'static str],
}

/// The columns, in the template's order.
pub const COLUMNS: [Column; 10] = [
    Column { name: "mark", titles: &["Svar", "Submission"] },
    Column { name: "received", titles: &["Mottatt", "Received", "Motteke", "Mottaget"] },
    Column { name: "channel", titles: &["Kanal", "Channel"] },
    Column { name: "who", titles: &["Hvem", "Who", "Kven", "Vem"] },
    Column { name: "name", titles: &["Navn", "Name", "Namn"] },
    Column { name: "named", titles: &["Vis navn", "Show name", "Vis namn", "Visa namn"] },
    Column { name: "consent", titles: &["Samtykke", "Consent", "Samtycke"] },
    Column { name: "about", titles: &["Gjelder", "About", "Gjeld", "Gäller"] },
    Column { name: "text", titles: &["Tekst", "Text"] },
    Column {
        name: "late",
        titles: &["Hvorfor etter frist", "Why late", "Kvifor etter frist", "Varför efter frist"],
    },
];

/// Reads a file's tables.
pub(super) fn read(id: FileId, file: &SourceFile, diagnostics: &mut Diagnostics) -> Vec<Noted> {
    let tables: Vec<Vec<Row>> = match &file.book {
        Some(book) => book.sheets.iter().map(|sheet| sheet.rows.clone()).collect(),
        None => vec![split(&file.text).rows],
    };
    let mut noted = Vec::new();
    let mut found = false;
    for (number, rows) in tables.iter().enumerate() {
        let Some(at) = rows.iter().position(is_header) else { continue };
        found = true;
        let mut read = table(id, &rows[at], &rows[at + 1..], diagnostics);
        // The same number in two sheets is two submissions.
        read.iter_mut().for_each(|row| row.mark = format!("{number}/{}", row.mark));
        noted.extend(read);
    }
    if !found {
        let message = say!(
            nb: "Fant ingen tabell med kolonnen «Tekst»",
            en: "There is no table with a column “Text”"
        );
        let end = file.text.chars().next().map_or(0, char::len_utf8);
        diagnostics.push(Diagnostic::at(UNREADABLE, Span::new(id, 0..end), message).help(say!(
            nb: "Bruk malen: planverk hearing template RUNDE",
            en: "Use the template: planverk hearing template ROUND"
        )));
    }
    noted
}

fn column(cell: &Cell) -> Option<&'static str> {
    let found =
        COLUMNS.iter().find(|one| one.titles.iter().any(|title| is_same(title, &cell.text)));
    found.map(|one| one.name)
}

fn is_header(row: &Row) -> bool {
    let names: Vec<&str> = row.cells.iter().filter_map(column).collect();
    names.contains(&"text") && names.len() > 2
}

fn table(id: FileId, header: &Row, rows: &[Row], diagnostics: &mut Diagnostics) -> Vec<Noted> {
    let names: Vec<Option<&'static str>> = header.cells.iter().map(column).collect();
    for (cell, name) in header.cells.iter().zip(&names) {
        let holds = |row: &Row| {
            let place = header.cells.iter().position(|one| one.range == cell.range);
            place.and_then(|place| row.cells.get(place)).is_some_and(|one| !one.text.is_empty())
        };
        if name.is_none() && !cell.text.is_empty() && rows.iter().any(holds) {
            diagnostics.push(unknown_column(id, cell));
        }
    }
    let mut last = String::new();
    let mut noted = Vec::new();
    for row in rows {
        let mut cells = HashMap::new();
        for (cell, name) in row.cells.iter().zip(&names) {
            if let (Some(name), false) = (name, cell.text.is_empty()) {
                cells.insert(*name, (cell.text.clone(), Span::new(id, cell.range.clone())));
            }
        }
        if cells.is_empty() {
            continue;
        }
        // A row without a number goes on with the one above it.
        let mark = cells.remove("mark").map_or(last, |(mark, _)| mark);
        last = mark.clone();
        let start = row.cells.first().map_or(row.end, |cell| cell.range.start);
        noted.push(Noted { mark, cells, span: Some(Span::new(id, start..row.end)) });
    }
    noted
}

fn unknown_column(id: FileId, cell: &Cell) -> Diagnostic {
    let name = &cell.text;
    let message =
        say!(nb: "Kolonnen «{name}» er ikke kjent", en: "The column “{name}” is not known");
    let titles = COLUMNS.iter().flat_map(|one| one.titles.iter().copied());
    let told = Diagnostic::at(&UNKNOWN_FIELD, Span::new(id, cell.range.clone()), message);
    match nearest(name, titles) {
        Some(near) => told.help(say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?")),
        None => told.help(say!(
            nb: "Bruk malens kolonner, og tøm kolonnen om den ikke skal med.",
            en: "Use the template's columns, and empty this one if it is not to go along."
        )),
    }
}
