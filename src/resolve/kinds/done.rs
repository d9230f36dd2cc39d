//! Areas and goals, what is done for them, who does it and when in the year.

use super::{decision, sdg, typed};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::{MISSING_FIELD, WRONG_TYPE};
use crate::model::{
    AreaId, DevelopmentArea, FieldId, Goal, GoalId, IndicatorId, Measure, QualityTool, Role,
    ServiceId, State, StatusEntry, ToolState, WheelEvent,
};
use crate::resolve::drafts::Draft;
use crate::resolve::read::Reader;
use crate::say;
use crate::text::Language;
use crate::vocabulary::{Kind, fold};
use crate::words::month_name;

/// A development area; its goals and components come to it later.
pub(super) fn area(reader: &Reader<'_>) -> DevelopmentArea {
    DevelopmentArea { sdg: sdg(reader), ..DevelopmentArea::default() }
}

/// A goal; the other ends of its relations come to it later.
pub(super) fn goal(reader: &Reader<'_>, draft: &Draft) -> Goal {
    let text = reader.body("text");
    if text.is_empty() && draft.body.is_empty() {
        let message =
            say!(nb: "Målet sier ikke hva det er", en: "The goal does not say what it is");
        let help = say!(nb: "Skriv: tekst = \"…\"", en: "Write: text = \"…\"");
        reader.tell(Diagnostic::at(&MISSING_FIELD, draft.span, message).help(help));
    }
    let area = reader.entry("area", &[Kind::DevelopmentArea]);
    let under = reader.entry("under", &[Kind::Goal]);
    Goal {
        area: area.and_then(|id| AreaId::of(id, Kind::DevelopmentArea)),
        text,
        under: under.and_then(|id| GoalId::of(id, Kind::Goal)),
        indicators: typed(reader, "indicators", Kind::Indicator, IndicatorId::of),
        sdg: sdg(reader),
        ..Goal::default()
    }
}

/// A measure. `state` alone is a log of one row without a day.
pub(super) fn measure(reader: &Reader<'_>, draft: &Draft) -> Measure {
    if reader.field("goals").is_none() {
        let message = say!(
            nb: "Tiltaket sier ikke hvilke mål det tjener",
            en: "The measure does not say which goals it serves"
        );
        reader.tell(Diagnostic::at(&MISSING_FIELD, draft.span, message).help(say!(
            nb: "Skriv mål = [\"…\"], eller mål = [] for et tiltak som tjener hele planen.",
            en: "Write goals = [\"…\"], or goals = [] for a measure that serves the whole plan."
        )));
    }
    let mut statuses: Vec<StatusEntry> =
        reader.tables("status").iter().map(|(row, _)| status(row)).collect();
    if statuses.is_empty() && reader.field("state").is_some() {
        statuses.push(status(reader));
        statuses[0].on = None;
        statuses[0].text = crate::model::Body::default();
    }
    // Oldest first; rows without a day keep their place before the dated ones.
    statuses.sort_by_key(|row| row.on);
    Measure {
        goals: typed(reader, "goals", Kind::Goal, GoalId::of),
        components: reader.components("components"),
        responsible: reader.entries("responsible", &[Kind::Role, Kind::Service]),
        period: reader.period("period"),
        cost: reader.text("cost"),
        indicators: typed(reader, "indicators", Kind::Indicator, IndicatorId::of),
        pilot: reader.flag("pilot").unwrap_or(false),
        decision: decision(reader, "decision"),
        statuses,
        sdg: sdg(reader),
    }
}

fn status(reader: &Reader<'_>) -> StatusEntry {
    let state = reader.choice("state", "measure-state").and_then(State::named);
    StatusEntry { on: reader.when("on"), state, text: reader.body("text") }
}

/// A role; its measures and events come to it later.
pub(super) fn role(reader: &Reader<'_>) -> Role {
    let services = typed(reader, "services", Kind::Service, ServiceId::of);
    Role { services, ..Role::default() }
}

/// An event of the annual wheel.
pub(super) fn event(reader: &Reader<'_>) -> WheelEvent {
    WheelEvent {
        months: months(reader, "months"),
        on: reader.when("on"),
        role: reader.entry("role", &[Kind::Role, Kind::Service]),
        areas: typed(reader, "areas", Kind::DevelopmentArea, AreaId::of),
    }
}

/// Months as numbers or names.
pub(in crate::resolve) fn months(reader: &Reader<'_>, field: &str) -> Vec<u8> {
    let mut months: Vec<u8> = Vec::new();
    for (written, span) in reader.texts(field) {
        let numbered = written.parse().ok().filter(|month| (1..=12).contains(month));
        let named = || {
            (1..=12_u8).find(|month| {
                let is = |language| {
                    let name = fold(month_name(i8::try_from(*month).unwrap_or(1), language));
                    let written = fold(written);
                    name == written || (written.len() == 3 && name.starts_with(&written))
                };
                Language::ALL.into_iter().any(is)
            })
        };
        match numbered.or_else(named) {
            Some(month) => months.push(month),
            None => reader.tell(
                Diagnostic::at(
                    &WRONG_TYPE,
                    span,
                    say!(nb: "«{written}» er ingen måned", en: "“{written}” is no month"),
                )
                .help(
                    say!(nb: "Skriv 1 til 12, eller \"mars\".", en: "Write 1 to 12, or \"March\"."),
                ),
            ),
        }
    }
    months.sort_unstable();
    months.dedup();
    months
}

/// A quality tool, with the areas that its headings treat.
pub(super) fn tool(reader: &Reader<'_>, draft: &Draft) -> QualityTool {
    let field = reader.entry("field", &[Kind::Field]);
    let headings = draft.body.headings.iter().zip(0..);
    let areas = headings.filter_map(|(heading, number)| {
        let (written, span) = heading.attributes.value("area")?;
        let area = reader.entry_named(written, span, &[Kind::DevelopmentArea])?;
        Some((number, AreaId::of(area, Kind::DevelopmentArea)?))
    });
    QualityTool {
        field: field.and_then(|id| FieldId::of(id, Kind::Field)),
        state: reader.choice("state", "tool-state").and_then(ToolState::named),
        areas: areas.collect(),
    }
}
