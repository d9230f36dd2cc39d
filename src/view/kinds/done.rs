//! What is done, by whom, when in the year and with which tools.

use super::goals::{events, served};
use crate::model::{EntryId, Measure, QualityTool, Role, Service, State, StatusEntry, WheelEvent};
use crate::view::sheet::Sheet;
use crate::view::{EventView, PanelView, Shown};
use crate::vocabulary::Kind;
use crate::words::InWords;

/// A measure: for what, by whom, when, and how it has gone.
pub(super) fn measure(sheet: &mut Sheet<'_>, measure: &Measure) {
    let (plan, shown) = (sheet.plan(), sheet.shown());
    served(sheet, &measure.goals);
    let components = measure.components.iter();
    let components = components.map(|id| shown.component_link(*id, sheet.html)).collect();
    sheet.seen.extend(measure.components.iter().map(|id| plan.component(*id).area));
    sheet.fact(shown.fill("components_title", &[]), components);
    sheet.fact_entries(sheet.say("label_responsible"), measure.responsible.iter().copied());
    if let Some(period) = measure.period {
        sheet.fact_text("label_period", &period.format(sheet.plan().settings.language));
    }
    sheet.fact_text("label_cost", &measure.cost);
    if measure.pilot {
        let is_over = matches!(
            crate::view::status::state_on(measure, shown.today),
            Some(State::Done | State::Continued | State::Stopped)
        );
        let key = if is_over { "pilot_over" } else { "pilot_sentence" };
        sheet.fact_text("label_pilot", &sheet.say(key));
    }
    if let Some(decision) = &measure.decision {
        sheet.fact_text("label_decision", &shown.decision(decision));
    }
    sheet.fact(sheet.say("label_sdg"), shown.sdg(&measure.sdg));
    timeline(sheet, &measure.statuses);
    sheet.cards(sheet.many(Kind::Indicator), measure.indicators.iter().copied());
}

/// The log, newest first. A state alone, without day or words, is the badge and no log.
fn timeline(sheet: &mut Sheet<'_>, statuses: &[StatusEntry]) {
    let shown = sheet.shown();
    let says = |row: &&StatusEntry| row.on.is_some() || !row.text.is_empty();
    let events = statuses.iter().rev().filter(says).map(|row| EventView {
        when: row.on.map_or_else(|| sheet.say("day_not_given"), |on| shown.when(on)),
        badge: row.state.map(|state| shown.state_badge(state)),
        text: sheet.html.body(&row.text, None, 0),
    });
    let timeline: Vec<EventView> = events.collect();
    if !timeline.is_empty() {
        let (shape, title) = ("timeline".into(), sheet.say("timeline_title"));
        sheet.panel(PanelView { shape, title, timeline, ..PanelView::default() });
    }
}

/// A role: what it answers for.
pub(super) fn role(sheet: &mut Sheet<'_>, id: EntryId, role: &Role) {
    sheet.fact_entries(sheet.many(Kind::Service), role.services.iter().copied());
    answers_for(sheet, id);
}

/// The measures and events of a role or a service.
fn answers_for(sheet: &mut Sheet<'_>, id: EntryId) {
    let views = sheet.views;
    let plan = sheet.plan();
    let (measures, in_year): (Vec<EntryId>, Vec<EntryId>) =
        views.ties.answered_by(id).iter().partition(|id| plan.entry(**id).kind == Kind::Measure);
    sheet.cards(sheet.many(Kind::Measure), measures);
    events(sheet, sheet.say("title_annual_wheel"), &in_year);
}

/// An event of the annual wheel.
pub(super) fn event(sheet: &mut Sheet<'_>, event: &WheelEvent) {
    let time = sheet.shown().event_time(event);
    sheet.fact_text("label_when", &time);
    sheet.fact_entries(sheet.say("label_responsible"), event.role);
    sheet.fact_entries(sheet.many(Kind::DevelopmentArea), event.areas.iter().copied());
}

/// A quality tool: its field and the areas that it treats.
pub(super) fn tool(sheet: &mut Sheet<'_>, tool: &QualityTool) {
    sheet.fact_entries(sheet.shown().kind_one(Kind::Field), tool.field);
    let areas = tool.areas.iter().map(|(_, area)| *area);
    let mut areas: Vec<_> = areas.collect();
    areas.dedup();
    sheet.fact_entries(sheet.many(Kind::DevelopmentArea), areas);
}

/// A service: its field, its page, and what it answers for.
pub(super) fn service(sheet: &mut Sheet<'_>, id: EntryId, service: &Service) {
    sheet.fact_entries(sheet.shown().kind_one(Kind::Field), service.field);
    sheet.fact(sheet.say("label_url"), Shown::web_link(&service.url).into_iter().collect());
    let roles = sheet.views.ties.within(id).to_vec();
    sheet.fact_entries(sheet.many(Kind::Role), roles);
    answers_for(sheet, id);
}

/// A field of work: its services and tools.
pub(super) fn field(sheet: &mut Sheet<'_>, id: EntryId) {
    let plan = sheet.plan();
    let within = sheet.views.ties.within(id);
    let (tools, services): (Vec<EntryId>, Vec<EntryId>) =
        within.iter().partition(|id| plan.entry(**id).kind == Kind::QualityTool);
    sheet.cards(sheet.many(Kind::QualityTool), tools);
    sheet.entry_links(sheet.many(Kind::Service), services);
}
