//! Indicators and their sources.

use super::{sdg, typed};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::WRONG_TYPE;
use crate::model::{
    Aim, Better, Cited, Comparison, Finding, GoalId, Indicator, Judgement, Order, SeriesSet, Source,
};
use crate::parse::RawValue;
use crate::resolve::World;
use crate::resolve::drafts::Draft;
use crate::resolve::read::Reader;
use crate::resolve::series;
use crate::say;
use crate::vocabulary::Kind;

/// An indicator. Norwegian: *indikator*, *telling*.
pub(super) fn indicator(reader: &Reader<'_>, draft: &Draft, world: &World<'_>) -> Indicator {
    let series = figures(reader, draft, world);
    Indicator {
        // What the plan says goes before what the file says, also when it says nothing: `unit = ""`.
        unit: reader.field("unit").map_or(series.unit.clone(), |_| reader.text("unit")),
        decimals: decimals(reader).or(series.decimals),
        better: reader.choice("better", "better").and_then(Better::named).unwrap_or_default(),
        sources: cited(reader),
        findings: reader.tables("finding").iter().map(|(row, span)| finding(row, *span)).collect(),
        target: reader.table("target").and_then(|(target, _)| {
            let (value, year) = (target.number("value")?, target.when("year"));
            Some(Aim { value, year, base: target.when("base") })
        }),
        goals: typed(reader, "goals", Kind::Goal, GoalId::of),
        components: Vec::new(),
        measures: Vec::new(),
        sdg: sdg(reader),
        series,
        suppress_below: reader.whole("suppress_below"),
    }
}

/// How many decimals to show: six at the most.
fn decimals(reader: &Reader<'_>) -> Option<u8> {
    let decimals = reader.whole("decimals")?;
    let few = u8::try_from(decimals).ok().filter(|few| *few <= 6);
    if few.is_none()
        && let Some(field) = reader.field("decimals")
    {
        let message =
            say!(nb: "Høyst seks desimaler kan vises", en: "At most six decimals can be shown");
        reader.tell(Diagnostic::at(&WRONG_TYPE, field.span, message));
    }
    few
}

/// The figures, from a file or written inline; the file wins.
fn figures(reader: &Reader<'_>, draft: &Draft, world: &World<'_>) -> SeriesSet {
    let mut set = match (reader.field("data"), reader.table("series")) {
        (Some(_), _) => series::from_files(reader, &draft.folder, world),
        (None, Some((inline, _))) => series::inline(&inline),
        (None, None) => SeriesSet::default(),
    };
    if let Some(limit) = reader.whole("suppress_below") {
        series::suppress_below(&mut set, limit);
    }
    set
}

fn finding(reader: &Reader<'_>, span: crate::text::Span) -> Finding {
    Finding {
        on: reader.when("on"),
        assessment: reader.choice("assessment", "assessment").and_then(Judgement::named),
        text: reader.body("text"),
        compared: reader.table("compared").and_then(|(compared, _)| {
            let is = Order::named(compared.choice("is", "comparison")?)?;
            Some(Comparison { with: compared.text("with"), is })
        }),
        span,
    }
}

/// Sources: ids, or tables of an id and an edition; one or several.
fn cited(reader: &Reader<'_>) -> Vec<Cited> {
    let Some(field) = reader.field("source") else { return Vec::new() };
    let named = reader.items(field);
    named
        .filter_map(|(value, span)| match value {
            RawValue::Text(name) => {
                let source = reader.entry_named(name, span, &[Kind::Source])?;
                Some(Cited { source, edition: String::new() })
            }
            RawValue::Table(table) => {
                let inside = reader.inside(table);
                let source = inside.entry("id", &[Kind::Source])?;
                Some(Cited { source, edition: inside.text("edition") })
            }
            _ => {
                reader.text("source");
                None
            }
        })
        .collect()
}

/// A source. Norwegian: *kilde*.
pub(super) fn source(reader: &Reader<'_>) -> Source {
    Source { url: reader.text("url"), author: reader.text("author"), indicators: Vec::new() }
}
