//! The whole plan as one text, made for paper; a long one has a page for each chapter.
//!
//! Every entry of the plan's text stands in a `<section>` with its name as the fragment, and links
//! between entries stay in the page. Registers follow as appendices.

use super::contents::line;
use super::overviews::list_title;
use super::paper;
use super::shown::shorten;
use super::views::{PageKey, Views};
use super::{ContentsView, LinkView, PageView, PanelView};
use crate::html::{Html, escape};
use crate::model::{EntryId, Overview};
use crate::vocabulary::Kind;
use memchr::memmem;
use rustc_hash::FxHashSet;
use std::collections::HashSet;

/// Registers in the order in which they follow the text.
const APPENDICES: [Kind; 9] = [
    Kind::Role,
    Kind::Event,
    Kind::Reference,
    Kind::Source,
    Kind::Term,
    Kind::Field,
    Kind::Service,
    Kind::Audience,
    Kind::Attachment,
];

/// The whole plan, or the list of its parts.
pub(super) fn page(views: &Views<'_>, html: &Html<'_>) -> PageView {
    let mut page = head(views, html);
    if views.is_parted() {
        let links = views.chapters.iter().map(|id| part_link(views, *id)).collect();
        let (shape, title) = ("links".into(), views.shown.say("contents"));
        let anchor = "parts".to_string();
        page.panels.push(PanelView {
            shape,
            title,
            anchor,
            level: 2,
            links,
            ..PanelView::default()
        });
        return page;
    }
    let appendices = appendices(views);
    let mut ids: HashSet<EntryId> = appendices.iter().flat_map(|(_, ids)| ids).copied().collect();
    for chapter in &views.chapters {
        add_below(views, *chapter, &mut ids);
    }
    let html = Html { whole: Some(&ids), ..*html };
    for chapter in &views.chapters {
        write(views, *chapter, 0, &html, &mut page.body);
    }
    page.contents = views.chapters.iter().map(|id| contents(views, *id, 0)).collect();
    for (place, (kind, ids)) in appendices.into_iter().enumerate() {
        let title = match kind {
            Kind::Term => views.shown.overview_title(Overview::Glossary),
            kind => list_title(views.shown, kind),
        };
        let anchor = format!("register-{}", kind.name());
        page.contents.push(line(&title, &anchor, String::new()));
        let heading = paper::heading(2, &title, "");
        // The first begins a sheet; most are short.
        let class = if place == 0 { " class=\"chapter\"" } else { "" };
        page.body.push_str(&format!("<section id=\"{anchor}\"{class}>\n{heading}\n"));
        for id in ids {
            write(views, id, 1, &html, &mut page.body);
        }
        page.body.push_str("</section>\n");
    }
    page.body = without_idle_ids(&page.body);
    page
}

/// A chapter of the whole plan.
pub(super) fn part(views: &Views<'_>, chapter: EntryId, html: &Html<'_>) -> PageView {
    let mut page = head(views, html);
    page.title.clone_from(&views.shown.plan.entry(chapter).title);
    page.number = views.shown.plan.entry(chapter).number.clone().unwrap_or_default();
    page.breadcrumb.push(views.shown.overview_link(Overview::Whole));
    let mut ids = HashSet::new();
    add_below(views, chapter, &mut ids);
    let texts = ids.iter().map(|id| views.shown.plan.entry(*id).body.document.source_len());
    // Headings, facts and tables come on top of the texts: half as much again.
    page.body.reserve(texts.sum::<usize>() * 3 / 2);
    let html = Html { whole: Some(&ids), ..*html };
    write(views, chapter, 0, &html, &mut page.body);
    page.body = without_idle_ids(&page.body);
    page.contents = contents(views, chapter, 0).children;
    let at = views.chapters.iter().position(|id| *id == chapter).unwrap_or(0);
    let beside = |at: Option<usize>| views.chapters.get(at?).map(|id| part_link(views, *id));
    page.previous = beside(at.checked_sub(1));
    page.next = beside(Some(at + 1));
    page
}

/// The text without the fragments of headings and points that nothing in it leads to: nobody is told of them. An
/// entry's own stays.
fn without_idle_ids(body: &str) -> String {
    const ID: &str = " id=\"";
    let named = |mark: &'static str| {
        let after =
            memmem::find_iter(body.as_bytes(), mark).map(move |at| &body[at + mark.len()..]);
        after.filter_map(|rest| rest.split('"').next())
    };
    let leads = named("href=\"#").chain(named("describedby=\"")).chain(named("labelledby=\""));
    let leads: FxHashSet<&str> = leads.collect();
    let mut kept = String::with_capacity(body.len());
    let mut done = 0;
    for at in memmem::find_iter(body.as_bytes(), ID) {
        let rest = &body[at + ID.len()..];
        let Some((id, _)) = rest.split_once('"') else { continue };
        if id.contains("--") && !leads.contains(id) {
            kept.push_str(&body[done..at]);
            done = at + ID.len() + id.len() + 1;
        }
    }
    kept.push_str(&body[done..]);
    kept
}

fn head(views: &Views<'_>, html: &Html<'_>) -> PageView {
    let settings = &views.shown.plan.settings;
    let lead = views.shown.fill("lead_whole_plan", &[]);
    PageView {
        path: html.page.to_string(),
        template: "whole".to_string(),
        kind: "whole".to_string(),
        title: settings.title.clone(),
        description: shorten(&lead),
        statement: if settings.scope.is_empty() {
            String::new()
        } else {
            let label = views.shown.say("plan_scope");
            format!("<p><span class=\"label\">{label}:</span> {}</p>", escape(&settings.scope))
        },
        breadcrumb: vec![views.front_link()],
        ..PageView::default()
    }
}

fn part_link(views: &Views<'_>, id: EntryId) -> LinkView {
    let entry = views.shown.plan.entry(id);
    LinkView {
        title: entry.title.clone(),
        path: views.path(&PageKey::WholePart(id)),
        number: entry.number.clone().unwrap_or_default(),
        ..LinkView::default()
    }
}

/// What stands in registers outside the plan's chapters.
fn appendices(views: &Views<'_>) -> Vec<(Kind, Vec<EntryId>)> {
    let plan = views.shown.plan;
    let of_kind = |kind: Kind| {
        let ids = plan.of_kind(kind).map(|(id, _)| id);
        (kind, ids.filter(|id| !views.order.is_in_text(*id)).collect::<Vec<_>>())
    };
    APPENDICES.into_iter().map(of_kind).filter(|(_, ids)| !ids.is_empty()).collect()
}

fn add_below(views: &Views<'_>, id: EntryId, ids: &mut HashSet<EntryId>) {
    ids.insert(id);
    for child in &views.shown.plan.entry(id).children {
        add_below(views, *child, ids);
    }
}

fn write(views: &Views<'_>, id: EntryId, depth: u8, html: &Html<'_>, out: &mut String) {
    let entry = views.shown.plan.entry(id);
    if paper::is_row(entry.kind) {
        out.push_str(&paper::row(views, id, html));
    } else {
        paper::section(views, id, depth, html, out);
    }
    for child in &entry.children {
        write(views, *child, depth.saturating_add(1), html, out);
    }
}

/// The numbered parts of a chapter, three levels of them.
fn contents(views: &Views<'_>, id: EntryId, depth: u8) -> ContentsView {
    let plan = views.shown.plan;
    let entry = plan.entry(id);
    let number = entry.number.clone().unwrap_or_default();
    let mut view = line(&entry.title, &entry.name, number);
    if depth < 2 {
        let children = entry.children.iter().filter(|id| plan.entry(**id).number.is_some());
        view.children = children.map(|id| contents(views, *id, depth + 1)).collect();
    }
    view
}
