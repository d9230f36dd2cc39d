//! Measures by status, everything by responsible, and the annual wheel.

use crate::model::{Details, EntryId, Plan, State};
use crate::text::{When, month_name};
use crate::view::sheet::Sheet;
use crate::view::status::current;
use crate::view::{CardView, CellView, TableView};
use crate::vocabulary::Kind;
use crate::words::capital;
use std::collections::HashSet;

/// Whether anybody but roles is told to be responsible.
pub(super) fn has_responsible(plan: &Plan) -> bool {
    plan.entries.iter().any(|entry| match &entry.details {
        Details::Measure(measure) => !measure.responsible.is_empty(),
        Details::Event(event) => event.role.is_some(),
        _ => false,
    })
}

/// Measures by where they stand.
pub(super) fn measures(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let all: Vec<EntryId> = plan.of_kind(Kind::Measure).map(|(id, _)| id).collect();
    let state = |id: EntryId| plan.entry(id).measure().and_then(current);
    let order =
        [State::Started, State::Planned, State::Continued, State::Done, State::Stopped].map(Some);
    let is_told = all.iter().any(|id| state(*id).is_some());
    for wanted in order.into_iter().chain([None]) {
        let ids: Vec<EntryId> = all.iter().copied().filter(|id| state(*id) == wanted).collect();
        let title = match wanted {
            Some(state) => sheet.say(&format!("state_{}", state.name())),
            None if is_told => sheet.say("status_not_told"),
            None => String::new(),
        };
        sheet.bare_cards(title, ids);
    }
    let overview = crate::model::Overview::Responsible;
    if sheet.views.has(overview)
        && let Some(last) = sheet.page.panels.last_mut()
    {
        last.more = Some(sheet.views.shown.overview_link(overview));
    }
}

/// Roles, then services: each with what it answers for.
pub(super) fn responsible(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let views = sheet.views;
    let roles = plan.of_kind(Kind::Role).map(|(id, _)| id);
    let answers = |id: &EntryId| !views.ties.answered_by(*id).is_empty();
    let services = plan.of_kind(Kind::Service).map(|(id, _)| id).filter(answers);
    let roles: Vec<CardView> = roles.map(|id| with_tasks(sheet, id)).collect();
    let services: Vec<CardView> = services.map(|id| with_tasks(sheet, id)).collect();
    sheet.card_panel(sheet.many(Kind::Role), roles);
    sheet.card_panel(sheet.many(Kind::Service), services);
    let unanswered = plan.of_kind(Kind::Measure);
    let unanswered = unanswered
        .filter(|(_, entry)| entry.measure().is_some_and(|one| one.responsible.is_empty()))
        .map(|(id, _)| id);
    let unanswered: Vec<EntryId> = unanswered.collect();
    sheet.entry_links(sheet.shown().fill("measures_without_responsible", &[]), unanswered);
}

fn with_tasks(sheet: &Sheet<'_>, id: EntryId) -> CardView {
    let tasks = sheet.views.ties.answered_by(id).iter().copied();
    CardView { links: sheet.shown().links(tasks, sheet.html), ..sheet.card(id) }
}

/// The year month by month, what has no time yet, and all of it as a table.
pub(super) fn wheel(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let language = plan.settings.language;
    let events: Vec<EntryId> = plan.of_kind(Kind::Event).map(|(id, _)| id).collect();
    let mut told = HashSet::new();
    for month in 1..=12_i8 {
        let in_month = events.iter().copied().filter(|id| months(plan, *id).contains(&month));
        let cards: Vec<CardView> = in_month.map(|id| once(sheet, id, &mut told)).collect();
        sheet.card_panel(capital(month_name(month, language)), cards);
    }
    let has_time = !told.is_empty();
    let rest = events.iter().copied().filter(|id| months(plan, *id).is_empty());
    let no_time = sheet.say("no_time");
    let untimed = |mut card: CardView| {
        // The heading or the sentence above says it for all of them.
        card.meta.retain(|one| one.title != no_time);
        card
    };
    let cards: Vec<CardView> = rest.map(|id| untimed(once(sheet, id, &mut told))).collect();
    let title = if has_time { capital(&no_time) } else { String::new() };
    sheet.card_panel(title, cards);
    if !has_time {
        let note = sheet.shown().fill("wheel_without_time", &[]);
        sheet.intro(&[note]);
        return;
    }
    let table = table(sheet, &events);
    sheet.table(sheet.say("wheel_table_title"), table);
}

/// The card of an event; the place that links lead to is the first of several.
fn once(sheet: &Sheet<'_>, id: EntryId, told: &mut HashSet<EntryId>) -> CardView {
    let mut card = sheet.card(id);
    if !told.insert(id) {
        card.anchor.clear();
    }
    card
}

/// The months of an event: those told, or its date's.
fn months(plan: &Plan, id: EntryId) -> Vec<i8> {
    let Some(event) = plan.entry(id).event() else { return Vec::new() };
    match event.on {
        Some(When::Day(day)) => vec![day.month()],
        Some(When::Moment(moment)) => vec![moment.month()],
        Some(When::Month(_, month)) => vec![month],
        Some(When::Quarter(_, quarter)) => (quarter * 3 - 2..=quarter * 3).collect(),
        Some(When::Year(_) | When::SchoolYear(_)) => Vec::new(),
        None => event.months.iter().filter_map(|month| i8::try_from(*month).ok()).collect(),
    }
}

fn table(sheet: &Sheet<'_>, events: &[EntryId]) -> TableView {
    let shown = sheet.shown();
    let cell = |text: String| CellView { text, ..CellView::default() };
    let linked = |links| CellView { links, ..CellView::default() };
    let row = |id: &EntryId| {
        let entry = sheet.plan().entry(*id);
        let event = entry.event()?;
        let role = event.role.map(|role| shown.link(role, sheet.html));
        Some(vec![
            linked(vec![shown.link(*id, sheet.html)]),
            cell(shown.event_time(event)),
            linked(role.into_iter().collect()),
            linked(shown.links(event.areas.iter().copied(), sheet.html)),
            linked(shown.audiences(&entry.audience, sheet.html)),
        ])
    };
    TableView {
        caption: shown.say("title_annual_wheel"),
        columns: vec![
            cell(shown.kind_one(Kind::Event)),
            cell(shown.say("label_when")),
            cell(shown.say("label_responsible")),
            cell(shown.kind_many(Kind::DevelopmentArea)),
            cell(shown.say("label_audience")),
        ],
        rows: events.iter().filter_map(row).collect(),
        notes: Vec::new(),
    }
}
