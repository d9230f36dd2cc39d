//! Tables whose keys are known: each field under its English name, with its place.

use crate::diagnostic::rules::UNKNOWN_FIELD;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, Span, nearest};
use crate::vocabulary::{FIELDS, Word, sub_fields};
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Fields with their places, in the order written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RawTable {
    /// The fields.
    pub fields: Vec<RawField>,
    /// Where the table stands: its header or its braces.
    pub span: Option<Span>,
}

/// A field as written.
#[derive(Debug, Clone, PartialEq)]
pub struct RawField {
    /// Its English name; in tables with free keys (`series`, `select`, `terms`) the key itself.
    pub name: Cow<'static, str>,
    /// Where its name stands.
    pub key: Span,
    /// What it holds.
    pub value: RawValue,
    /// Where that stands.
    pub span: Span,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "TOML's own types")]
pub enum RawValue {
    Text(String),
    /// A number as written.
    Number(String),
    Flag(bool),
    /// A bare date as written; it may not exist.
    Date(String),
    List(Vec<(RawValue, Span)>),
    Table(RawTable),
}

impl RawTable {
    /// A field by its English name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&RawField> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Takes a field out.
    pub fn take(&mut self, name: &str) -> Option<RawField> {
        let place = self.fields.iter().position(|field| field.name == name)?;
        Some(self.fields.remove(place))
    }
}

/// A key with its place.
type Key<'k> = Spanned<Cow<'k, str>>;

/// Turns TOML into raw tables.
pub(super) struct Converter<'t> {
    pub(super) file: FileId,
    /// Where the TOML begins in its file.
    pub(super) offset: usize,
    /// The file's own text, for keys as they were written.
    pub(super) text: &'t str,
}

impl Converter<'_> {
    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset..range.end + self.offset)
    }

    /// A table whose fields are told by a schema. `whose` is what messages call it.
    pub(super) fn table(
        &self,
        table: &DeTable<'_>,
        allowed: &[&'static Word],
        whose: &Say,
        diagnostics: &mut Diagnostics,
    ) -> RawTable {
        self.fields(table, allowed, &|key| self.unknown(key, allowed, whose), diagnostics)
    }

    fn fields(
        &self,
        table: &DeTable<'_>,
        allowed: &[&'static Word],
        unknown: &dyn Fn(&Key<'_>) -> Diagnostic,
        diagnostics: &mut Diagnostics,
    ) -> RawTable {
        let mut fields: Vec<RawField> = Vec::with_capacity(table.len());
        for (key, value) in table {
            let Some(word) = allowed.iter().find(|word| word.is_written(key.get_ref())) else {
                diagnostics.push(unknown(key));
                continue;
            };
            let value_span = self.span(value.span());
            let raw = self.value(word.name, value.get_ref(), value.span(), diagnostics);
            let key = self.span(key.span());
            fields.push(RawField { name: word.name.into(), key, value: raw, span: value_span });
        }
        fields.sort_by_key(|field| field.key.start);
        RawTable { fields, span: None }
    }

    fn value(
        &self,
        field: &'static str,
        value: &DeValue<'_>,
        range: std::ops::Range<usize>,
        diagnostics: &mut Diagnostics,
    ) -> RawValue {
        match value {
            DeValue::String(text) => RawValue::Text(text.to_string()),
            DeValue::Integer(number) => RawValue::Number(number.as_str().to_string()),
            DeValue::Float(number) => RawValue::Number(number.as_str().to_string()),
            DeValue::Boolean(flag) => RawValue::Flag(*flag),
            DeValue::Datetime(_) => RawValue::Date(self.text.get(range).unwrap_or("").to_string()),
            DeValue::Array(items) => RawValue::List(
                items
                    .iter()
                    .map(|item| {
                        let raw = self.value(field, item.get_ref(), item.span(), diagnostics);
                        (raw, self.span(item.span()))
                    })
                    .collect(),
            ),
            DeValue::Table(table) => {
                let mut raw = match sub_fields(field) {
                    Some(schema) => {
                        let allowed: Vec<&'static Word> =
                            FIELDS.iter().filter(|word| schema.contains(&word.name)).collect();
                        let own = FIELDS.iter().find(|word| word.name == field);
                        let own = own.map_or(field, |word| word.nb[0]);
                        let whose = say!(nb: "«{own}»", en: "“{field}”");
                        let unknown = |key: &Key<'_>| self.misplaced(key, &allowed, &whose);
                        self.fields(table, &allowed, &unknown, diagnostics)
                    }
                    None => self.free(field, table, diagnostics),
                };
                raw.span = Some(self.span(range));
                RawValue::Table(raw)
            }
        }
    }

    /// A table whose keys are the author's own.
    fn free(
        &self,
        field: &'static str,
        table: &DeTable<'_>,
        diagnostics: &mut Diagnostics,
    ) -> RawTable {
        let mut fields: Vec<RawField> = table
            .iter()
            .map(|(key, value)| {
                // As written: a bare key's letters were folded for the parser.
                let written = self.text.get(key.span()).unwrap_or(key.get_ref());
                let name = written.trim_matches(['"', '\'']).to_string();
                let raw = self.value(inner(field), value.get_ref(), value.span(), diagnostics);
                RawField {
                    name: name.into(),
                    key: self.span(key.span()),
                    value: raw,
                    span: self.span(value.span()),
                }
            })
            .collect();
        fields.sort_by_key(|field| field.key.start);
        RawTable { fields, span: None }
    }

    fn unknown(&self, key: &Key<'_>, allowed: &[&'static Word], whose: &Say) -> Diagnostic {
        let diagnostic = self.not_there(key, whose);
        let written = self.written(key);
        match nearest(written, allowed.iter().flat_map(|word| word.spellings())) {
            Some(near) => {
                diagnostic.help(say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"))
            }
            None => {
                let own: Vec<&str> = allowed
                    .iter()
                    .map(|word| word.nb.first().copied().unwrap_or(word.name))
                    .collect();
                let english: Vec<&str> = allowed.iter().map(|word| word.name).collect();
                let (own, english) = (own.join(", "), english.join(", "));
                diagnostic.help(say!(nb: "Feltene er: {own}", en: "The fields are: {english}"))
            }
        }
    }
}

impl Converter<'_> {
    /// A field that a table within an entry or the settings has not. One of some other table may only stand below the
    /// wrong header.
    fn misplaced(&self, key: &Key<'_>, allowed: &[&'static Word], whose: &Say) -> Diagnostic {
        let is_field = FIELDS.iter().any(|word| word.is_written(key.get_ref()));
        match self.table_above(key.span().start).filter(|_| is_field) {
            Some(above) => self.not_there(key, whose).help(say!(
                nb: "Alt som står under {above}, hører til den tabellen. Hører linjen ikke hjemme der, flytter du den opp over {above}.",
                en: "All that stands below {above} belongs to that table. If the line does not, move it up above {above}."
            )),
            None => self.unknown(key, allowed, whose),
        }
    }

    fn not_there(&self, key: &Key<'_>, whose: &Say) -> Diagnostic {
        let (nb, en, written) = (&whose.nb, &whose.en, self.written(key));
        let message = say!(nb: "{nb} har ikke noe felt som heter «{written}»", en: "{en} has no field called “{written}”");
        Diagnostic::at(&UNKNOWN_FIELD, self.span(key.span()), message)
    }

    /// A key as its author wrote it.
    fn written<'k>(&'k self, key: &'k Key<'_>) -> &'k str {
        self.text.get(key.span()).unwrap_or(key.get_ref())
    }

    /// The header of the table that a line stands in, as it is written: `[kontakt]`.
    fn table_above(&self, place: usize) -> Option<&str> {
        let mut lines = self.text.get(..place)?.lines().map(str::trim).rev();
        // The line itself must begin with the field: `{ fra = … }` stands in its own braces.
        let own = self.text[..place].rsplit('\n').next()?;
        let header = lines.find(|line| line.starts_with('['))?;
        let header = header.split('#').next()?.trim_end();
        (own.trim().is_empty() && header.ends_with(']') && !header.contains(['"', ',', '=']))
            .then_some(header)
    }
}

/// What the values of a free table are read as: the forms of a term stand in tables of their own.
fn inner(field: &'static str) -> &'static str {
    if field == "terms" { "term-forms" } else { "" }
}
