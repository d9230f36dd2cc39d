//! The same as TOML: `[[submission]]`, with `[[submission.said]]` for each thing said.
//!
//! The fields are called as the table's columns are in English, in small letters; `about` is a block's id,
//! `plan`, `question 2`, or left out for free text.

use super::{Noted, UNREADABLE};
use crate::contract::table;
use crate::diagnostic::rules::UNKNOWN_FIELD;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::text::{FileId, Span};
use std::collections::HashMap;
use toml::de::{DeTable, DeValue};

const FIELDS: [&str; 8] =
    ["received", "channel", "who", "name", "named", "consent", "late", "text"];

/// Reads a file.
pub(super) fn read(id: FileId, text: &str, diagnostics: &mut Diagnostics) -> Vec<Noted> {
    let (told, unreadable) = table::parse(text);
    for (range, message) in unreadable {
        diagnostics.push(Diagnostic::at(UNREADABLE, Span::new(id, range), message));
    }
    let mut reader = Reader { id, text, diagnostics };
    let mut noted = Vec::new();
    for (number, (table, span)) in reader.rows(&told, "submission").iter().enumerate() {
        let (mut whole, said) = reader.cells(table, &FIELDS, Some("said"));
        let mark = number.to_string();
        let span = Some(*span);
        // Free text beside the things said is one of them.
        let text = whole.remove("text").map(|cell| HashMap::from([("text", cell)]));
        for cells in [whole].into_iter().chain(text).chain(said) {
            noted.push(Noted { mark: mark.clone(), cells, span });
        }
    }
    noted
}

struct Reader<'r, 't> {
    id: FileId,
    text: &'t str,
    diagnostics: &'r mut Diagnostics,
}

type Cells = HashMap<&'static str, (String, Span)>;

impl<'t> Reader<'_, 't> {
    fn rows<'a>(&mut self, table: &'a DeTable<'t>, name: &str) -> Vec<(&'a DeTable<'t>, Span)> {
        let all = table::all(table, name);
        let mut found = Vec::new();
        for row in all {
            let span = Span::new(self.id, row.span());
            match row.get_ref() {
                DeValue::Table(table) => found.push((table, span)),
                _ => self.wrong(span, name),
            }
        }
        found
    }

    fn cells(
        &mut self,
        table: &DeTable<'t>,
        fields: &[&'static str],
        inner: Option<&str>,
    ) -> (Cells, Vec<Cells>) {
        let mut cells = Cells::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let span = Span::new(self.id, value.span());
            if inner == Some(name) {
                continue;
            }
            let Some(field) = fields.iter().find(|field| **field == name) else {
                let all = fields.join(", ");
                let message = say!(nb: "Feltet «{name}» er ikke kjent her: {all}", en: "The field “{name}” is not known here: {all}");
                let span = Span::new(self.id, key.span());
                self.diagnostics.push(Diagnostic::at(&UNKNOWN_FIELD, span, message));
                continue;
            };
            let written = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Array(_) | DeValue::Table(_) => {
                    self.wrong(span, field);
                    continue;
                }
                _ => self.text[value.span()].to_string(),
            };
            if !written.trim().is_empty() {
                cells.insert(field, (written, span));
            }
        }
        let mut said = Vec::new();
        if let Some(inner) = inner {
            for (row, _) in self.rows(table, inner) {
                said.push(self.cells(row, &["about", "text"], None).0);
            }
        }
        (cells, said)
    }

    fn wrong(&mut self, span: Span, name: &str) {
        let message = say!(nb: "«{name}» er ikke skrevet som i malen", en: "“{name}” is not written as in the documentation");
        let help = say!(
            nb: "Rader skrives [[submission]] og [[submission.said]], felt som tekst i anførselstegn.",
            en: "Rows are written [[submission]] and [[submission.said]], fields as text in quotes."
        );
        self.diagnostics.push(Diagnostic::at(UNREADABLE, span, message).help(help));
    }
}
