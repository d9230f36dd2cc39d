//! An indicator as JSON: planverk's own form, whose schema is `docs/schemas/indicator.schema.json`.
//!
//! The fields are a promise. One may be added; one that is taken away or changes its meaning raises
//! [`VERSION`].

use super::figures::{Status, rows};
use super::progress::{self, ProgressData};
use super::{addressed, web};
use crate::html::plain;
use crate::model::{Cited, Entry, EntryId, FigureFile, Finding, Indicator, Plan};
use crate::text::{Number, When};
use crate::view::Views;
use serde::Serialize;
use serde_json::value::RawValue;

/// The version of the form.
pub(super) const VERSION: u32 = 1;

/// The file of one indicator.
#[derive(Debug, Serialize)]
pub(super) struct Document<'p> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: u32,
    id: &'p str,
    title: &'p str,
    language: &'static str,
    publisher: &'p str,
    plan: &'p str,
    page: String,
    #[serde(flatten)]
    data: IndicatorData,
}

/// What is counted, and all its figures.
#[derive(Debug, Serialize)]
pub(super) struct IndicatorData {
    unit: String,
    decimals: Option<u8>,
    better: &'static str,
    target: Option<TargetData>,
    progress: Option<ProgressData>,
    sources: Vec<SourceData>,
    goals: Vec<String>,
    measures: Vec<String>,
    sdg: Vec<u8>,
    suppress_below: Option<u32>,
    notes: Vec<String>,
    findings: Vec<FindingData>,
    series: Vec<SeriesData>,
}

#[derive(Debug, Serialize)]
struct TargetData {
    value: Box<RawValue>,
    time: Option<String>,
    base: Option<String>,
}

#[derive(Debug, Serialize)]
struct SourceData {
    id: String,
    title: String,
    edition: String,
    url: String,
}

#[derive(Debug, Serialize)]
struct FindingData {
    on: Option<String>,
    assessment: Option<&'static str>,
    text: String,
    compared: Option<ComparedData>,
}

#[derive(Debug, Serialize)]
struct ComparedData {
    with: String,
    is: &'static str,
}

#[derive(Debug, Serialize)]
struct SeriesData {
    name: String,
    own: bool,
    breaks: Vec<BreakData>,
    observations: Vec<ObservationData>,
}

#[derive(Debug, Serialize)]
struct BreakData {
    from: String,
    why: String,
}

#[derive(Debug, Serialize)]
struct ObservationData {
    time: Option<String>,
    value: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
}

/// The file of one indicator, as it stands in its folder.
pub(super) fn document<'p>(
    views: &Views<'p>,
    entry: &'p Entry,
    indicator: &'p Indicator,
) -> Document<'p> {
    let plan = views.plan();
    Document {
        schema: "../indicator.schema.json",
        version: VERSION,
        id: &entry.name,
        title: &entry.title,
        language: plan.settings.language.tag(),
        publisher: &plan.settings.municipality,
        plan: &plan.settings.title,
        page: addressed(views, &FigureFile::Json.path(&entry.name), &entry.address.path()),
        data: data(plan, indicator),
    }
}

/// All that a plan says of an indicator.
pub(super) fn data(plan: &Plan, indicator: &Indicator) -> IndicatorData {
    let names = |ids: &[EntryId]| ids.iter().map(|id| plan.entry(*id).name.clone()).collect();
    let goals: Vec<EntryId> = indicator.goals.iter().map(|id| (*id).into()).collect();
    let measures: Vec<EntryId> = indicator.measures.iter().map(|id| (*id).into()).collect();
    let target = indicator.target.map(|aim| TargetData {
        value: number(indicator.decimals.map_or(aim.value, |decimals| aim.value.round(decimals))),
        time: aim.year.map(When::iso),
        base: aim.base.map(When::iso),
    });
    IndicatorData {
        unit: indicator.unit.clone(),
        decimals: indicator.decimals,
        better: indicator.better.name(),
        target,
        progress: progress::data(indicator),
        sources: indicator.sources.iter().map(|cited| source(plan, cited)).collect(),
        goals: names(&goals),
        measures: names(&measures),
        sdg: indicator.sdg.clone(),
        suppress_below: indicator.suppress_below,
        notes: indicator.series.notes.iter().map(|note| note.text.clone()).collect(),
        findings: indicator.findings.iter().map(finding).collect(),
        series: series(indicator),
    }
}

fn source(plan: &Plan, cited: &Cited) -> SourceData {
    let entry: &Entry = plan.entry(cited.source);
    SourceData {
        id: entry.name.clone(),
        title: entry.title.clone(),
        edition: cited.edition.clone(),
        url: entry.source().map(|source| web(&source.url).to_string()).unwrap_or_default(),
    }
}

fn finding(finding: &Finding) -> FindingData {
    FindingData {
        on: finding.on.map(When::iso),
        assessment: finding.assessment.map(|assessment| assessment.name()),
        text: plain(&finding.text),
        compared: finding
            .compared
            .as_ref()
            .map(|one| ComparedData { with: one.with.clone(), is: one.is.name() }),
    }
}

fn series(indicator: &Indicator) -> Vec<SeriesData> {
    let rows = rows(indicator);
    let series = indicator.series.series.iter().enumerate();
    let series = series.map(|(place, one)| SeriesData {
        name: one.name.clone(),
        own: place == 0,
        breaks: one
            .breaks
            .iter()
            .map(|one| BreakData { from: one.from.iso(), why: one.why.clone() })
            .collect(),
        observations: rows
            .iter()
            .filter(|row| row.series == place)
            .map(|row| ObservationData {
                time: row.time.map(When::iso),
                value: row.value.map(number),
                status: row.status.map(Status::name),
            })
            .collect(),
    });
    series.collect()
}

/// An exact number: no figure goes through binary fractions.
pub(super) fn number(number: Number) -> Box<RawValue> {
    // A decimal number is JSON as it stands.
    RawValue::from_string(number.to_string()).unwrap_or_else(|_| RawValue::NULL.to_owned())
}
