//! Everything by responsible.

use crate::model::{Details, EntryId, Plan};
use crate::view::CardView;
use crate::view::sheet::Sheet;
use crate::vocabulary::Kind;

/// Whether anybody but roles is told to be responsible.
pub(super) fn has_responsible(plan: &Plan) -> bool {
    plan.entries.iter().any(|entry| match &entry.details {
        Details::Measure(measure) => !measure.responsible.is_empty(),
        Details::Event(event) => event.role.is_some(),
        _ => false,
    })
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
