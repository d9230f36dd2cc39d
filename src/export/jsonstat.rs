//! Figures as JSON-stat 2.0, which statistical programs and packages read.
//!
//! Three dimensions: the indicator itself, which carries the unit; the series; the time. Where there
//! is no number the value is `null`, and `status` says why with the marks that planverk reads too:
//! `:` held back, `..` not known. As at Eurostat, `p` is preliminary and `b` the first figure after a
//! break.

use super::figures::{Row, Status, rows};
use super::indicator::number;
use crate::model::{Entry, Indicator};
use crate::text::{When, slug};
use crate::view::Views;
use crate::words::InWords;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

/// The category of figures whose time nobody knows.
const NO_TIME: &str = "unknown";

/// A data set, in the order of the standard's own examples.
#[derive(Debug, Serialize)]
pub(super) struct Cube<'p> {
    version: &'static str,
    class: &'static str,
    label: &'p str,
    source: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Vec<String>,
    id: [&'static str; 3],
    size: [usize; 3],
    role: Value,
    dimension: Value,
    value: Vec<Option<Box<RawValue>>>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    status: Map<String, Value>,
    #[serde(skip_serializing_if = "Value::is_null")]
    extension: Value,
}

/// The figures of an indicator as a cube.
pub(super) fn cube<'p>(views: &Views<'_>, entry: &'p Entry, indicator: &Indicator) -> Cube<'p> {
    let (series, times) = (series_ids(indicator), indicator.series.times());
    let mut value = vec![None; series.len() * times.len()];
    let mut status = Map::new();
    let places: HashMap<_, _> = times.iter().enumerate().map(|(at, time)| (*time, at)).collect();
    for row in rows(indicator) {
        let Some(time) = places.get(&row.time) else { continue };
        let place = row.series * times.len() + *time;
        value[place] = row.value.map(number);
        let marks = marks(&row);
        if !marks.is_empty() {
            status.insert(place.to_string(), json!(marks));
        }
    }
    let labels = || json!({ "status": { "label": status_labels(views) } });
    Cube {
        version: "2.0",
        class: "dataset",
        label: &entry.title,
        source: source(views, indicator),
        note: notes(views, indicator),
        id: ["indicator", "series", "time"],
        size: [1, series.len(), times.len()],
        role: json!({ "metric": ["indicator"], "time": ["time"] }),
        dimension: json!({
            "indicator": measured(views, entry, indicator),
            "series": named(views, "data_series", series_categories(indicator, &series)),
            "time": named(views, "data_time", time_categories(views, &times)),
        }),
        value,
        extension: if status.is_empty() { Value::Null } else { labels() },
        status,
    }
}

fn marks(row: &Row<'_>) -> String {
    let mark = match row.status {
        Some(Status::Suppressed) => ":",
        Some(Status::Missing) => "..",
        Some(Status::Preliminary) => "p",
        None => "",
    };
    let broken = if row.broken.is_some() { "b" } else { "" };
    format!("{broken}{mark}")
}

fn status_labels(views: &Views<'_>) -> Value {
    let word = |key: &str| views.words().get(key).to_string();
    json!({
        ":": word("data_suppressed"),
        "..": word("data_missing"),
        "p": word("data_preliminary"),
        "b": word("data_broken"),
    })
}

/// Where the figures come from, in words.
fn source(views: &Views<'_>, indicator: &Indicator) -> String {
    let titles = indicator.sources.iter().map(|cited| {
        let title = &views.plan().entry(cited.source).title;
        if cited.edition.is_empty() { title.clone() } else { format!("{title} {}", cited.edition) }
    });
    let titles: Vec<String> = titles.collect();
    if titles.is_empty() { views.plan().settings.municipality.clone() } else { titles.join(", ") }
}

fn named(views: &Views<'_>, label: &str, category: Value) -> Value {
    json!({ "label": views.words().get(label), "category": category })
}

/// What is measured, and in which unit.
fn measured(views: &Views<'_>, entry: &Entry, indicator: &Indicator) -> Value {
    let id = &entry.name;
    let mut unit = Map::new();
    if !indicator.unit.is_empty() {
        unit.insert("label".to_string(), json!(indicator.unit));
    }
    let most = rows(indicator).iter().filter_map(|row| Some(row.value?.decimals())).max();
    unit.insert("decimals".to_string(), json!(indicator.decimals.or(most).unwrap_or(0)));
    let category =
        json!({ "index": [id], "label": { id: entry.title }, "unit": { id: Value::Object(unit) } });
    named(views, "kind_indicator_one", category)
}

/// An id for each series, from its name.
fn series_ids(indicator: &Indicator) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut id = |name: &str| {
        let wanted = Some(slug(name)).filter(|slug| !slug.is_empty());
        let wanted = wanted.unwrap_or_else(|| "series".to_string());
        let mut id = wanted.clone();
        let mut count = 1;
        while !taken.insert(id.clone()) {
            count += 1;
            id = format!("{wanted}-{count}");
        }
        id
    };
    indicator.series.series.iter().map(|series| id(&series.name)).collect()
}

fn series_categories(indicator: &Indicator, ids: &[String]) -> Value {
    let labels = ids.iter().zip(&indicator.series.series);
    let labels: Map<String, Value> =
        labels.map(|(id, series)| (id.clone(), json!(series.name))).collect();
    json!({ "index": ids, "label": labels })
}

fn time_categories(views: &Views<'_>, times: &[Option<When>]) -> Value {
    let id = |time: &Option<When>| time.map_or_else(|| NO_TIME.to_string(), When::iso);
    let label = |time: &Option<When>| match time {
        Some(time) => time.format(views.plan().settings.language),
        None => views.words().get("year_not_given").to_string(),
    };
    let ids: Vec<String> = times.iter().map(id).collect();
    let labels: Map<String, Value> =
        times.iter().map(|time| (id(time), json!(label(time)))).collect();
    json!({ "index": ids, "label": labels })
}

/// What the source says of its figures, and where the series are broken.
fn notes(views: &Views<'_>, indicator: &Indicator) -> Vec<String> {
    let language = views.plan().settings.language;
    let mut notes: Vec<String> =
        indicator.series.notes.iter().map(|note| note.text.clone()).collect();
    for series in &indicator.series.series {
        for one in &series.breaks {
            let values = [("series", series.name.as_str()), ("time", &one.from.format(language))];
            let told = views.words().fill("data_break_from", &values);
            let why = if one.why.is_empty() { String::new() } else { format!(": {}", one.why) };
            notes.push(format!("{told}{why}"));
        }
    }
    notes
}
