//! What became of blocks: TOML that a person may have written in, so all its mistakes are told at once.

use super::Fate;
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Value<'t> = Spanned<DeValue<'t>>;

/// Reads the lineage of the version that stands in the folder `name`.
pub(super) fn fates(
    name: &str,
    file: FileId,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<Fate> {
    let mut lineage = Lineage { file, diagnostics };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let message = error.message();
        let end = range.end.max(range.start + 1).min(text.len()).max(range.start);
        lineage.tell(
            range.start..end,
            say!(nb: "Dette kan ikke leses ({message})", en: "This can't be read ({message})"),
        );
    }
    let Some(rows) = field(table.get_ref(), "block") else { return Vec::new() };
    let rows = match rows.get_ref() {
        DeValue::Array(rows) => rows.iter().collect(),
        _ => vec![rows],
    };
    rows.into_iter().filter_map(|row| lineage.fate(name, row)).collect()
}

fn field<'a, 't>(table: &'a DeTable<'t>, name: &str) -> Option<&'a Value<'t>> {
    table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
}

/// A file that is being read.
struct Lineage<'d> {
    file: FileId,
    diagnostics: &'d mut Diagnostics,
}

impl Lineage<'_> {
    fn fate(&mut self, version: &str, row: &Value) -> Option<Fate> {
        let DeValue::Table(table) = row.get_ref() else {
            let message =
                say!(nb: "En rad må skrives [[block]]", en: "A row must be written [[block]]");
            self.tell(row.span(), message);
            return None;
        };
        let Some(id) = field(table, "id") else {
            let message =
                say!(nb: "Raden sier ikke hvilket avsnitt", en: "The row does not say which block");
            self.tell(row.span(), message);
            return None;
        };
        let (id, _) = self.string(id)?;
        let gone = field(table, "gone").and_then(|gone| self.string(gone));
        let gone = gone.map_or(String::new(), |(gone, _)| gone);
        let became = match field(table, "became").map(|became| (became, became.get_ref())) {
            None => Vec::new(),
            Some((_, DeValue::Array(ids))) => ids.iter().filter_map(|id| self.string(id)).collect(),
            Some((single, _)) => self.string(single).into_iter().collect(),
        };
        Some(Fate { version: version.to_string(), id, became, gone })
    }

    fn string(&mut self, value: &Value) -> Option<(String, Span)> {
        match value.get_ref() {
            DeValue::String(string) => {
                Some((string.trim().to_string(), Span::new(self.file, value.span())))
            }
            _ => {
                let message = say!(
                    nb: "Her skal det stå tekst i anførselstegn",
                    en: "Here must stand text in quotes"
                );
                self.tell(value.span(), message);
                None
            }
        }
    }

    fn tell(&mut self, range: Range<usize>, message: Say) {
        let span = Span::new(self.file, range);
        self.diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
            nb: "En rad skrives [[block]], og under den id = \"b1\" og enten gone = \"hvorfor\" eller became = [\"b7\"]",
            en: "A row is written [[block]], and below it id = \"b1\" and either gone = \"why\" or became = [\"b7\"]"
        )));
    }
}
