//! Reads fields as what they are meant to be, and tells those that are not.

use super::names::Names;
use crate::diagnostic::rules::{
    MISSING_FIELD, NOT_A_DATE, UNKNOWN_CHOICE, UNKNOWN_REFERENCE, WRONG_KIND, WRONG_TYPE,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::markdown;
use crate::model::{Body, ComponentId, EntryId};
use crate::parse::{RawField, RawTable, RawValue};
use crate::say;
use crate::text::{NotADate, Number, Period, SourceFile, Span, When, nearest};
use crate::vocabulary::{ChoiceSet, Kind, find};
use std::cell::RefCell;

/// Reads the fields of one table.
pub(super) struct Reader<'r> {
    pub(super) table: &'r RawTable,
    pub(super) files: &'r [SourceFile],
    pub(super) names: &'r Names,
    pub(super) diagnostics: &'r RefCell<Diagnostics>,
}

impl<'r> Reader<'r> {
    /// A reader of a table within this one.
    pub(super) fn inside(&self, table: &'r RawTable) -> Reader<'r> {
        Reader { table, files: self.files, names: self.names, diagnostics: self.diagnostics }
    }

    pub(super) fn tell(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    pub(super) fn field(&self, name: &str) -> Option<&'r RawField> {
        self.table.get(name)
    }

    /// A field's name as the author wrote it.
    fn written(&self, field: &RawField) -> &'r str {
        let text = self.files.get(field.key.file.0 as usize).map_or("", |file| &file.text);
        text.get(field.key.range()).unwrap_or("")
    }

    fn wrong_type(&self, field: &RawField, expected: Say) {
        let name = self.written(field);
        let (nb, en) = (expected.nb, expected.en);
        let message =
            say!(nb: "Feltet «{name}» skal være {nb}", en: "The field “{name}” should be {en}");
        self.tell(Diagnostic::at(&WRONG_TYPE, field.span, message));
    }

    /// Text; empty when the field is not there.
    pub(super) fn text(&self, name: &str) -> String {
        self.text_at(name).map_or(String::new(), |(text, _)| text.to_string())
    }

    pub(super) fn text_at(&self, name: &str) -> Option<(&'r str, Span)> {
        let field = self.field(name)?;
        match &field.value {
            RawValue::Text(text) => Some((text, field.span)),
            RawValue::Number(number) => Some((number, field.span)),
            _ => {
                self.wrong_type(field, say!(nb: "tekst i anførselstegn", en: "text in quotes"));
                None
            }
        }
    }

    /// Text as Markdown, its references not yet resolved.
    pub(super) fn body(&self, name: &str) -> Body {
        let Some((text, span)) = self.text_at(name) else { return Body::default() };
        self.markdown(text, span)
    }

    pub(super) fn markdown(&self, text: &str, span: Span) -> Body {
        let file = &self.files[span.file.0 as usize];
        Body { document: markdown::parse_value(text, &file.text, span).into(), ..Body::default() }
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        let field = self.field(name)?;
        match field.value {
            RawValue::Flag(flag) => Some(flag),
            _ => {
                self.wrong_type(field, say!(nb: "true eller false", en: "true or false"));
                None
            }
        }
    }

    pub(super) fn whole(&self, name: &str) -> Option<u32> {
        let field = self.field(name)?;
        let number = match &field.value {
            RawValue::Number(number) => number.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong_type(field, say!(nb: "et helt tall", en: "a whole number"));
        }
        number
    }

    pub(super) fn number(&self, name: &str) -> Option<Number> {
        let field = self.field(name)?;
        let number = match &field.value {
            RawValue::Number(written) | RawValue::Text(written) => Number::parse(written),
            _ => None,
        };
        if number.is_none() {
            self.wrong_type(field, say!(nb: "et tall, som 72.9 eller \"72,9\"", en: "a number, such as 72.9 or \"72,9\""));
        }
        number
    }

    pub(super) fn when(&self, name: &str) -> Option<When> {
        let field = self.field(name)?;
        self.when_of(&field.value, field.span)
    }

    fn when_of(&self, value: &RawValue, span: Span) -> Option<When> {
        let written = match value {
            // The parser of fields has told what it could not read, and left nothing of it.
            RawValue::Number(written) | RawValue::Date(written) if written.is_empty() => {
                return None;
            }
            RawValue::Text(written) | RawValue::Number(written) | RawValue::Date(written) => {
                written
            }
            _ => {
                let message = say!(nb: "Dette er ingen dato", en: "This is no date");
                self.tell(Diagnostic::at(&NOT_A_DATE, span, message).help(date_forms()));
                return None;
            }
        };
        match When::parse(written) {
            Ok(when) => Some(when),
            Err(why) => {
                self.tell(not_a_date(written, why, span));
                None
            }
        }
    }

    pub(super) fn period(&self, name: &str) -> Option<Period> {
        let field = self.field(name)?;
        match &field.value {
            RawValue::Table(table) => {
                let inside = self.inside(table);
                let period = Period { from: inside.when("from"), to: inside.when("to") };
                if let (Some(from), Some(to)) = (period.from, period.to)
                    && from.first_day() > to.last_day()
                {
                    let message = say!(
                        nb: "Perioden slutter før den begynner",
                        en: "The period ends before it begins"
                    );
                    self.tell(Diagnostic::at(&WRONG_TYPE, field.span, message));
                }
                Some(period)
            }
            value => {
                let when = self.when_of(value, field.span)?;
                Some(Period { from: Some(when), to: Some(when) })
            }
        }
    }

    /// One of a set of choices, by its English name.
    pub(super) fn choice(&self, name: &str, set: &str) -> Option<&'static str> {
        let field = self.field(name)?;
        let words = ChoiceSet::named(set).map_or(&[][..], |set| set.words);
        let RawValue::Text(written) = &field.value else {
            self.wrong_type(field, say!(nb: "et ord i anførselstegn", en: "a word in quotes"));
            return None;
        };
        let word = find(words, written);
        if word.is_none() {
            let field_name = self.written(field);
            let message = say!(
                nb: "«{field_name}» kan ikke være «{written}»",
                en: "“{field_name}” can't be “{written}”"
            );
            let nb: Vec<_> = words.iter().map(|word| word.nb[0]).collect();
            let en: Vec<_> = words.iter().map(|word| word.name).collect();
            let (nb, en) = (nb.join(", "), en.join(", "));
            let near = nearest(written, words.iter().flat_map(|word| word.spellings()));
            let help = match near {
                Some(near) => say!(
                    nb: "Mente du «{near}»? Det kan være: {nb}",
                    en: "Did you mean “{near}”? It can be: {en}"
                ),
                None => say!(nb: "Det kan være: {nb}", en: "It can be: {en}"),
            };
            self.tell(Diagnostic::at(&UNKNOWN_CHOICE, field.span, message).help(help));
        }
        word.map(|word| word.name)
    }

    /// Texts, one or several, with their places.
    pub(super) fn texts(&self, name: &str) -> Vec<(&'r str, Span)> {
        let Some(field) = self.field(name) else { return Vec::new() };
        let items = self.items(field);
        items
            .filter_map(|(value, span)| match value {
                RawValue::Text(text) | RawValue::Number(text) => Some((text.as_str(), span)),
                _ => {
                    let expected = say!(nb: "tekst, eller en liste av tekster", en: "text, or a list of texts");
                    self.wrong_type(field, expected);
                    None
                }
            })
            .collect()
    }

    /// The values of a field: its own, or a list's.
    pub(super) fn items(
        &self,
        field: &'r RawField,
    ) -> impl Iterator<Item = (&'r RawValue, Span)> + use<'r> {
        let (one, many) = match &field.value {
            RawValue::List(items) => (None, items.as_slice()),
            single => (Some((single, field.span)), &[][..]),
        };
        one.into_iter().chain(many.iter().map(|(value, span)| (value, *span)))
    }

    /// Tables, one or several.
    pub(super) fn tables(&self, name: &str) -> Vec<(Reader<'r>, Span)> {
        let Some(field) = self.field(name) else { return Vec::new() };
        self.items(field)
            .filter_map(|(value, span)| match value {
                RawValue::Table(table) => Some((self.inside(table), span)),
                _ => {
                    let name = self.written(field);
                    self.wrong_type(
                        field,
                        say!(nb: "rader, skrevet [[{name}]]", en: "rows, written [[{name}]]"),
                    );
                    None
                }
            })
            .collect()
    }

    /// One table.
    pub(super) fn table(&self, name: &str) -> Option<(Reader<'r>, Span)> {
        self.tables(name).into_iter().next()
    }

    /// Entries named by a field, all of the kinds asked for.
    pub(super) fn entries(&self, name: &str, kinds: &[Kind]) -> Vec<EntryId> {
        let named = self.texts(name).into_iter();
        let mut found = Vec::new();
        for (written, span) in named {
            if let Some(id) = self.entry_named(written, span, kinds)
                && !found.contains(&id)
            {
                found.push(id);
            }
        }
        found
    }

    /// One entry named by a field.
    pub(super) fn entry(&self, name: &str, kinds: &[Kind]) -> Option<EntryId> {
        let (written, span) = self.text_at(name)?;
        self.entry_named(written, span, kinds)
    }

    pub(super) fn entry_named(&self, written: &str, span: Span, kinds: &[Kind]) -> Option<EntryId> {
        let Some(id) = self.names.find(written) else {
            self.tell(self.names.unknown(written, span, kinds));
            return None;
        };
        let kind = self.names.kind(id);
        if kinds.is_empty() || kinds.contains(&kind) {
            return Some(id);
        }
        let (is_nb, is_en) = (kind.word().nb[0], kind.name());
        let nb: Vec<_> = kinds.iter().map(|kind| kind.word().nb[0]).collect();
        let en: Vec<_> = kinds.iter().map(|kind| kind.name()).collect();
        let (nb, en) = (nb.join(" eller "), en.join(" or "));
        let message = say!(
            nb: "«{written}» er av slaget {is_nb}; her trengs {nb}",
            en: "“{written}” is of the kind {is_en}; here it takes {en}"
        );
        self.tell(Diagnostic::at(&WRONG_KIND, span, message));
        None
    }

    /// Components named `area#id`.
    pub(super) fn components(&self, name: &str) -> Vec<ComponentId> {
        self.texts(name)
            .into_iter()
            .filter_map(|(written, span)| {
                let (area, anchor) = written.split_once('#').unwrap_or((written, ""));
                let area_id = self.entry_named(area, span, &[Kind::DevelopmentArea])?;
                let found = self.names.component(area_id, anchor);
                if found.is_none() {
                    self.tell(self.unknown_component(area_id, anchor, area, span));
                }
                found
            })
            .collect()
    }

    fn unknown_component(&self, id: EntryId, anchor: &str, area: &str, span: Span) -> Diagnostic {
        let message = say!(
            nb: "«{area}» har ingen kjernekomponent som heter «{anchor}»",
            en: "“{area}” has no core component called “{anchor}”"
        );
        let diagnostic = Diagnostic::at(&UNKNOWN_REFERENCE, span, message);
        let all: Vec<&str> = self.names.components_of(id).collect();
        match nearest(anchor, all.iter().copied()) {
            Some(near) => diagnostic
                .help(say!(nb: "Mente du «{area}#{near}»?", en: "Did you mean “{area}#{near}”?")),
            None => {
                let all = all.join(", ");
                diagnostic.help(say!(nb: "Den har: {all}", en: "It has: {all}"))
            }
        }
    }

    /// Tells that a required field is missing.
    pub(super) fn missing(&self, name: &str, kind: Kind, span: Span) {
        let word = crate::vocabulary::FIELDS.iter().find(|word| word.name == name);
        let nb = word.map_or(name, |word| word.nb[0]);
        let (kind_nb, kind_en) = (kind.word().nb[0], kind.name());
        let message = say!(
            nb: "{kind_nb} mangler feltet «{nb}»",
            en: "{kind_en} lacks the field “{name}”"
        );
        let help = say!(nb: "Skriv: {nb} = \"…\"", en: "Write: {name} = \"…\"");
        self.tell(Diagnostic::at(&MISSING_FIELD, span, message).help(help));
    }
}

fn not_a_date(written: &str, why: NotADate, span: Span) -> Diagnostic {
    let message = match why {
        NotADate::NoSuchDay => say!(
            nb: "«{written}» er ingen dato: den finnes ikke i kalenderen",
            en: "“{written}” is not a date: the calendar has no such day"
        ),
        NotADate::NotAForm => {
            say!(nb: "«{written}» er ingen dato", en: "“{written}” is not a date")
        }
    };
    let help = match crate::text::day_first(written) {
        Some(day) => {
            say!(nb: "Skriv {day}, med året først.", en: "Write {day}, with the year first.")
        }
        None => date_forms(),
    };
    Diagnostic::at(&NOT_A_DATE, span, message).help(help)
}

fn date_forms() -> Say {
    say!(
        nb: "Skriv en dag som 2026-06-18, en måned som \"2026-06\", et år som 2026 eller et skoleår som \"2025/2026\".",
        en: "Write a day as 2026-06-18, a month as \"2026-06\", a year as 2026 or a school year as \"2025/2026\"."
    )
}
