//! An indicator's figures: written inline, or in a data file.

use super::World;
use super::read::Reader;
use crate::diagnostic::rules::{NOT_A_DATE, UNREADABLE_DATA};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Observation, Reading, Series, SeriesSet};
use crate::parse::RawValue;
use crate::say;
use crate::series::{Choice, Request, Wants, parse_observed, read};
use crate::text::{Number, Span, When};

/// `series = { Eksempelvik = { 2019 = "79,8", 2020 = 72.9 }, Landet = { 2020 = 78.1 } }`.
pub(super) fn inline(reader: &Reader<'_>) -> SeriesSet {
    let mut set = SeriesSet::default();
    for field in &reader.table.fields {
        let RawValue::Table(figures) = &field.value else {
            let name = &field.name;
            let message = say!(
                nb: "Måleserien «{name}» skal ha år og tall: {{ 2025 = 72.9 }}",
                en: "The series “{name}” should hold years and figures: {{ 2025 = 72.9 }}"
            );
            reader.tell(Diagnostic::at(&UNREADABLE_DATA, field.span, message));
            continue;
        };
        let observations = figures.fields.iter().filter_map(|figure| {
            let time = match When::parse(&figure.name) {
                Ok(time) => Some(time),
                Err(_) if figure.name.trim().is_empty() => None,
                Err(_) => {
                    let year = &figure.name;
                    let message = say!(nb: "«{year}» er ikke noe år", en: "“{year}” is not a year");
                    reader.tell(Diagnostic::at(&NOT_A_DATE, figure.key, message));
                    return None;
                }
            };
            let value = figure_value(&figure.value);
            if value.is_none() {
                reader.tell(no_figure(figure.span));
            }
            let (value, preliminary) = value?;
            Some(Observation { time, value, preliminary, span: figure.span })
        });
        set.series.push(Series::new(field.name.to_string(), observations.collect()));
    }
    set
}

/// A figure, and whether it is preliminary.
fn figure_value(value: &RawValue) -> Option<(Reading, bool)> {
    match value {
        RawValue::Number(written) => {
            Number::parse(written).map(|number| (Reading::Number(number), false))
        }
        RawValue::Text(written) => parse_observed(written),
        _ => None,
    }
}

fn no_figure(span: Span) -> Diagnostic {
    let message = say!(nb: "Dette er ikke noe tall", en: "This is not a figure");
    Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
        nb: "Skriv 72.9 eller \"72,9\"; \"..\" når tallet mangler, \":\" når det er skjult.",
        en: "Write 72.9 or \"72,9\"; \"..\" when the figure is missing, \":\" when it is suppressed."
    ))
}

/// `data = { file = "poeng.csv", columns = ["Landet"] }`, or several such tables: the series of each in turn.
pub(super) fn from_files(reader: &Reader<'_>, folder: &str, world: &World<'_>) -> SeriesSet {
    let mut all = SeriesSet::default();
    for (table, span) in reader.tables("data") {
        let SeriesSet { series, notes, unit, decimals } = from_file(&table, span, folder, world);
        for one in series {
            match all.named(&one.name) {
                Some(_) => reader.tell(doubled_series(&one.name, span)),
                None => all.series.push(one),
            }
        }
        all.notes
            .extend(notes.into_iter().filter(|note| !all.notes.contains(note)).collect::<Vec<_>>());
        // The indicator's own series says what is counted.
        if all.unit.is_empty() && all.decimals.is_none() {
            (all.unit, all.decimals) = (unit, decimals);
        }
    }
    all
}

fn doubled_series(name: &str, span: Span) -> Diagnostic {
    let message = say!(
        nb: "To måleserier heter «{name}»",
        en: "Two series are called “{name}”"
    );
    Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
        nb: "Gi den ene et annet navn: navn = \"…\"",
        en: "Give one of them another name: name = \"…\""
    ))
}

fn from_file(reader: &Reader<'_>, span: Span, folder: &str, world: &World<'_>) -> SeriesSet {
    let Some((name, at)) = reader.text_at("file") else {
        let message = say!(nb: "«data» mangler feltet «fil»", en: "“data” lacks the field “file”");
        reader.tell(Diagnostic::at(&crate::diagnostic::rules::MISSING_FIELD, span, message));
        return SeriesSet::default();
    };
    let Some(found) = world.assets.find(name, folder) else {
        reader.tell(world.assets.missing(name, folder, at));
        return SeriesSet::default();
    };
    let Some(file) = found.file else {
        let message = say!(
            nb: "planverk leser tall fra XLSX, CSV og JSON-stat, og kan ikke lese «{name}»",
            en: "planverk reads figures from XLSX, CSV and JSON-stat, and can't read “{name}”"
        );
        let help = say!(nb: "Lagre arket som .xlsx uten passord, eller som CSV.", en: "Save the sheet as an .xlsx without a password, or as CSV.");
        reader.tell(Diagnostic::at(&UNREADABLE_DATA, at, message).help(help));
        return SeriesSet::default();
    };
    let wants = wants(reader);
    let source = &world.files[file.0 as usize];
    let mut told = Diagnostics::default();
    let set = read(&Request { file, source, wants: &wants, used_at: at }, &mut told);
    reader.diagnostics.borrow_mut().append(told);
    set
}

/// What the table wants of its file.
fn wants(reader: &Reader<'_>) -> Wants {
    let named = |(name, at): (&str, Span)| (name.to_string(), at);
    let one = |field| reader.text_at(field).map(named);
    let all = |texts: Vec<(&str, Span)>| texts.into_iter().map(named).collect();
    let select = reader.table("select").map_or(Vec::new(), |(choices, _)| {
        let fields = choices.table.fields.iter();
        let choice = fields.map(|field| Choice {
            dimension: (field.name.to_string(), field.key),
            codes: all(choices.texts(&field.name)),
        });
        choice.collect()
    });
    Wants {
        columns: all(reader.texts("columns")),
        select,
        time: one("time"),
        sheet: one("sheet"),
        name: one("name"),
    }
}

/// Hides counts of fewer persons than a limit; zero tells of nobody and stays.
pub(super) fn suppress_below(set: &mut SeriesSet, limit: u32) {
    let limit = Number::whole(i64::from(limit));
    let zero = Number::whole(0);
    for observation in set.series.iter_mut().flat_map(|series| &mut series.observations) {
        if let Reading::Number(number) = observation.value
            && number < limit
            && number > zero
        {
            observation.value = Reading::Suppressed;
        }
    }
}
