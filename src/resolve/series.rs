//! An indicator's figures: written inline, or in a data file.

use super::World;
use super::read::Reader;
use crate::diagnostic::rules::{NOT_A_DATE, UNREADABLE_DATA};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Observation, Reading, Series, SeriesSet};
use crate::parse::RawValue;
use crate::say;
use crate::series::{CsvRequest, parse_value, read_csv};
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
            Some(Observation { time, value: value?, preliminary: false, span: figure.span })
        });
        let mut observations: Vec<Observation> = observations.collect();
        observations.sort_by_key(|one| (one.time.is_none(), one.time));
        set.series.push(Series { name: field.name.to_string(), observations, breaks: Vec::new() });
    }
    set
}

fn figure_value(value: &RawValue) -> Option<Reading> {
    match value {
        RawValue::Number(written) => Number::parse(written).map(Reading::Number),
        RawValue::Text(written) => parse_value(written),
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

/// `data = { file = "poeng.csv", columns = ["Landet"] }`.
pub(super) fn from_file(
    reader: &Reader<'_>,
    span: Span,
    folder: &str,
    world: &World<'_>,
) -> SeriesSet {
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
        let message = say!(nb: "planverk leser tall fra CSV, ikke fra «{name}»", en: "planverk reads figures from CSV, not from “{name}”");
        let help = say!(nb: "Lagre arket som CSV.", en: "Save the sheet as CSV.");
        reader.tell(Diagnostic::at(&UNREADABLE_DATA, at, message).help(help));
        return SeriesSet::default();
    };
    let columns: Vec<(String, Span)> =
        reader.texts("columns").into_iter().map(|(name, at)| (name.to_string(), at)).collect();
    let text = &world.files[file.0 as usize].text;
    let mut told = Diagnostics::default();
    let request = CsvRequest { file, text, columns: &columns, used_at: at };
    let set = read_csv(&request, &mut told);
    reader.diagnostics.borrow_mut().append(told);
    set
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
