//! TOML that a person may have written in: fields with their places, and each thing that can't be read.

use crate::diagnostic::Say;
use crate::say;
use crate::text::{FileId, Span, whole_letters};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its place.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// What a file says, as far as it can be read, and what can't be, each with its place.
pub(super) fn parse(text: &str) -> (DeTable<'_>, Vec<(Range<usize>, Say)>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let unreadable = errors.iter().map(|error| {
        let range = whole_letters(text, error.span().unwrap_or(0..0));
        let why = error.message();
        let message = say!(nb: "Dette kan ikke leses ({why})", en: "This can't be read ({why})");
        (range, message)
    });
    let unreadable = unreadable.collect();
    (table.into_inner(), unreadable)
}

/// A field of a table.
pub(super) fn field<'a, 't>(table: &'a DeTable<'t>, name: &str) -> Option<&'a Value<'t>> {
    table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
}

/// The values of a field that holds one or several; none where there is no such field.
pub(super) fn all<'a, 't>(table: &'a DeTable<'t>, name: &str) -> Vec<&'a Value<'t>> {
    match field(table, name).map(|value| (value, value.get_ref())) {
        None => Vec::new(),
        Some((_, DeValue::Array(values))) => values.iter().collect(),
        Some((single, _)) => vec![single],
    }
}

/// The text of a value, with its place.
///
/// # Errors
///
/// What is wrong with a value of another type.
pub(super) fn string(value: &Value, file: FileId) -> Result<(String, Span), Say> {
    match value.get_ref() {
        DeValue::String(string) => Ok((string.trim().to_string(), Span::new(file, value.span()))),
        _ => Err(say!(
            nb: "Her skal det stå tekst i anførselstegn",
            en: "Here must stand text in quotes"
        )),
    }
}
