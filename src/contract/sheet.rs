//! What `version.toml` tells of a frozen version.

use super::table;
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, Span};
use jiff::civil::Date;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What is told of a frozen version.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name: its folder's.
    pub name: String,
    /// What it is called; empty where nothing else than its name.
    pub title: String,
    /// The day that it was frozen.
    pub frozen: Date,
    /// The version before it; none for the first.
    pub previous: Option<String>,
    /// The [`seal`](super::seal) of its files.
    pub hash: String,
    /// Where the hash is written.
    pub span: Span,
}

/// Reads what is told of the version in the folder `name`; nothing where what must be told is not.
pub(super) fn sheet(
    name: &str,
    file: FileId,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Sheet> {
    let (told, unreadable) = table::parse(text);
    let mut reader = Reader { file, text, table: &told, diagnostics };
    if let Some((range, message)) = unreadable.into_iter().next() {
        reader.tell(range, message);
        return None;
    }
    let (format, range) = reader.written("format")?;
    if format != "1" {
        let message = say!(
            nb: "Filen er skrevet i form {format}, og denne utgaven av planverk leser form 1",
            en: "The file is written in form {format}, and this planverk reads form 1"
        );
        reader.tell(range, message);
        return None;
    }
    let (version, range) = reader.written("name")?;
    if version != name {
        reader.tell(range, say!(
            nb: "Filen er skrevet for versjonen «{version}», og står i mappen til «{name}»",
            en: "The file was written for the version “{version}”, and stands in the folder of “{name}”"
        ));
        return None;
    }
    let frozen = reader.date("frozen")?;
    let (hash, range) = reader.written("hash")?;
    let name = name.to_string();
    let title = reader.value("title").map_or(String::new(), |(title, _)| title);
    let previous = reader.value("previous").map(|(previous, _)| previous);
    Some(Sheet { name, title, frozen, previous, hash, span: Span::new(file, range) })
}

/// A file that is being read.
struct Reader<'r, 't> {
    file: FileId,
    text: &'t str,
    table: &'r DeTable<'t>,
    diagnostics: &'r mut Diagnostics,
}

impl Reader<'_, '_> {
    /// A field as text, with its place: a string, a number or a date.
    fn value(&self, name: &str) -> Option<(String, Range<usize>)> {
        let value = table::field(self.table, name)?;
        let text = match value.get_ref() {
            DeValue::String(text) => text.trim().to_string(),
            _ => self.text[value.span()].to_string(),
        };
        Some((text, value.span()))
    }

    /// A field that must be there.
    fn written(&mut self, name: &str) -> Option<(String, Range<usize>)> {
        let found = self.value(name).filter(|(text, _)| !text.is_empty());
        if found.is_none() {
            let end = self.text.chars().next().map_or(0, char::len_utf8);
            let message =
                say!(nb: "Feltet «{name}» mangler her", en: "The field “{name}” is missing here");
            self.tell(0..end, message);
        }
        found
    }

    fn date(&mut self, name: &str) -> Option<Date> {
        let (written, range) = self.written(name)?;
        let date = written.parse().ok();
        if date.is_none() {
            let message = say!(nb: "«{written}» er ingen dato", en: "“{written}” is not a date");
            self.tell(range, message);
        }
        date
    }

    fn tell(&mut self, range: Range<usize>, message: Say) {
        let span = Span::new(self.file, range);
        self.diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
            nb: "planverk skriver denne filen. Hent den fram igjen slik den ble skrevet.",
            en: "planverk writes this file. Bring it back as it was written."
        )));
    }
}
