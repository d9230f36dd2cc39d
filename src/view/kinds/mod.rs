//! The pages of entries, by kind.
//!
//! [`page`] makes what all have: head, body, ways on, backlinks. [`content`] is what is particular to
//! a kind; the whole plan uses it too.

mod as_of;
mod audience;
mod counted;
mod done;
mod goals;
mod report;
mod text;
mod told;

use super::sheet::Sheet;
use super::shown::shorten;
use super::{LinkGroupView, PageView};
use crate::model::{Body, Details, Embed, EntryId, Link};
use crate::vocabulary::{KINDS, Kind};
use std::collections::HashSet;

/// The page of an entry.
pub(super) fn page(id: EntryId, mut sheet: Sheet<'_>) -> PageView {
    let views = sheet.views;
    let entry = sheet.plan().entry(id);
    let shown = sheet.shown();
    let html = sheet.html;
    let page = &mut sheet.page;
    page.template = "entry".to_string();
    page.kind = entry.kind.name().to_string();
    page.kind_name = shown.kind_name(entry.kind);
    page.id.clone_from(&entry.name);
    page.title = shown.full_title(entry, html);
    page.number = entry.number.clone().unwrap_or_default();
    page.breadcrumb = views.breadcrumb(id, html);
    page.previous = views.order.previous(id).map(|id| shown.link(id, html));
    page.next = views.order.next(id).map(|id| shown.link(id, html));
    page.badge = shown.badge(id);
    page.body = html.body(&entry.body, Some(id), 0);
    content(&mut sheet, id);
    sheet.page.description = description(&sheet, id);
    sheet.page.backlinks = backlinks(&sheet, id);
    sheet.finish(Some(&entry.body))
}

/// Statement, facts and panels of an entry.
pub(super) fn content(sheet: &mut Sheet<'_>, id: EntryId) {
    let entry = sheet.plan().entry(id);
    match &entry.details {
        Details::Page | Details::Chapter => text::children(sheet, id),
        Details::Value(value) => {
            text::statement(sheet, &value.statement);
            text::children(sheet, id);
        }
        Details::Indicator(indicator) => counted::indicator(sheet, id, indicator),
        Details::Source(source) => counted::source(sheet, source),
        Details::DevelopmentArea(area) => goals::area(sheet, id, area),
        Details::Goal(goal) => goals::goal(sheet, id, goal),
        Details::Measure(measure) => done::measure(sheet, measure),
        Details::Role(role) => done::role(sheet, id, role),
        Details::Event(event) => done::event(sheet, event),
        Details::QualityTool(tool) => done::tool(sheet, tool),
        Details::Service(service) => done::service(sheet, id, service),
        Details::Field => done::field(sheet, id),
        Details::Narrative(narrative) => told::narrative(sheet, narrative),
        Details::Article(article) => told::article(sheet, article),
        Details::Reference(reference) => told::reference(sheet, reference),
        Details::Attachment(file) => sheet.fact_text("label_about", &file.about),
        Details::Report(report) => report::report(sheet, id, report),
        Details::Hearing(hearing) => report::hearing(sheet, hearing),
        Details::Audience => audience::audience(sheet, id),
        Details::Term(_) => {}
    }
    let audience = sheet.shown().audiences(&entry.audience, sheet.html);
    sheet.fact(sheet.say("label_audience"), audience);
    sheet.fact_text("label_was", entry.was.as_deref().unwrap_or_default());
}

/// For search engines: from what the page is about, else its first words.
fn description(sheet: &Sheet<'_>, id: EntryId) -> String {
    let entry = sheet.plan().entry(id);
    let shown = sheet.shown();
    let of = |body: &Body| shown.description(body, sheet.html);
    let first = match &entry.details {
        Details::Value(value) => of(&value.statement),
        Details::Goal(goal) => of(&goal.text),
        Details::Indicator(indicator) => {
            indicator.latest_finding().map(|one| of(&one.text)).unwrap_or_default()
        }
        Details::DevelopmentArea(area) => {
            let goal = area.goals.iter().find_map(|id| sheet.plan().entry(*id).goal());
            goal.map(|goal| of(&goal.text)).unwrap_or_default()
        }
        Details::Hearing(hearing) => shown.hearing_sentence(hearing),
        Details::Audience => {
            shown.fill("audience_description", &[("title", &entry.title.to_lowercase())])
        }
        _ => String::new(),
    };
    if !first.is_empty() {
        return first;
    }
    let own = of(&entry.body);
    if own.is_empty() {
        shorten(&format!("{} – {}", entry.title, sheet.plan().settings.title))
    } else {
        own
    }
}

/// What links here, beside what the page shows already.
fn backlinks(sheet: &Sheet<'_>, id: EntryId) -> Vec<LinkGroupView> {
    let plan = sheet.plan();
    let mut groups: Vec<LinkGroupView> = Vec::new();
    let all = plan.backlinks(id).iter().filter(|from| !sheet.seen.contains(from));
    let mut all: Vec<EntryId> = all.copied().collect();
    let place = |kind: Kind| match kind {
        // Chapters and pages are the plan's text, told as one.
        Kind::Chapter => 0,
        kind => KINDS.iter().position(|(one, _)| *one == kind).unwrap_or(0),
    };
    all.sort_by_key(|id| place(plan.entry(*id).kind));
    let mut last = None;
    for from in all {
        let kind = plan.entry(from).kind;
        if last != Some(place(kind)) {
            last = Some(place(kind));
            let title = match kind {
                Kind::Page | Kind::Chapter => sheet.say("group_pages"),
                kind => sheet.many(kind),
            };
            groups.push(LinkGroupView { title, links: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.links.push(sheet.shown().link(from, sheet.html));
        }
    }
    groups
}

/// The entries that a text embeds.
fn embedded(body: &Body) -> HashSet<EntryId> {
    let mut found = HashSet::new();
    for link in body.links.iter() {
        match link {
            Link::Embed(Embed::Card(id)) => {
                found.insert(*id);
            }
            Link::Embed(Embed::Cards(ids)) => found.extend(ids),
            _ => {}
        }
    }
    found
}
