//! Units: what a search finds. A section of a page, or an entry that stands among others on one.

use super::facts;
use super::reading::Reading;
use crate::model::{Audiences, Body, Entry, EntryId, Plan};
use crate::view::Views;
use crate::vocabulary::Kind;
use rayon::prelude::*;
use std::borrow::Cow;
use std::ops::Range;

/// Something to be found.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit<'p> {
    /// The page, from the site's root.
    pub(super) page: Cow<'p, str>,
    /// The place in it; empty for its top.
    pub(super) fragment: &'p str,
    /// Its title.
    pub(super) title: Cow<'p, str>,
    /// The title of its page, when it is a part of it.
    pub(super) within: &'p str,
    /// Its kind in English: `goal`, `component`; `text` for pages and chapters.
    pub(super) kind: &'static str,
    /// Whom it is for, each a bit: everybody first, then the plan's audiences in order.
    pub(super) audience: u32,
    /// Its words.
    pub(super) text: String,
}

/// The plan's audiences, in order.
pub(super) fn audiences(plan: &Plan) -> Vec<EntryId> {
    // 31 and everybody fill the bits; no plan speaks to as many.
    plan.of_kind(Kind::Audience).map(|(id, _)| id).take(31).collect()
}

/// The units of an entry, in reading order.
pub(super) fn of_entry<'p>(plan: &'p Plan, id: EntryId, groups: &[EntryId]) -> Vec<Unit<'p>> {
    let entry = plan.entry(id);
    if entry.has_page() { sections(plan, id, groups) } else { vec![alone(plan, entry, groups)] }
}

/// An entry that stands on another's page: all of it is one unit.
fn alone<'p>(plan: &Plan, entry: &'p Entry, groups: &[EntryId]) -> Unit<'p> {
    let mut text = Reading::default();
    facts::statement(entry, &mut text);
    text.short(&entry.body);
    facts::facts(plan, entry, &mut text);
    Unit { text: text.0, ..unit(entry, bits(&entry.audience, groups)) }
}

/// A page: its top, then a unit for each heading.
fn sections<'p>(plan: &'p Plan, id: EntryId, groups: &[EntryId]) -> Vec<Unit<'p>> {
    let entry = plan.entry(id);
    let body = &entry.body;
    let headings = &body.document.headings;
    let last = body.document.nodes.len();
    let begins = |heading: usize| headings.get(heading).map_or(last, |one| one.node as usize);
    let own = bits(&entry.audience, groups);
    let mut text = Reading::default();
    facts::statement(entry, &mut text);
    let mut lead = Reading::default();
    lead.body(body, 0..begins(0));
    text.fact(&lead.0);
    facts::facts(plan, entry, &mut text);
    let mut units = vec![Unit { text: text.0, ..unit(entry, own) }];
    for (number, heading) in headings.iter().enumerate() {
        let node = heading.node as usize;
        let range = body.document.nodes[node].next as usize..begins(number + 1);
        let mut text = Reading::default();
        text.body(body, range.clone());
        let is_component = heading.role == Some("component");
        units.push(Unit {
            fragment: &heading.anchor,
            title: heading.text.as_str().into(),
            within: &entry.title,
            kind: if is_component { "component" } else { kind(entry.kind) },
            audience: own | of_points(plan, body, range, groups),
            text: text.0.trim().to_string(),
            ..unit(entry, own)
        });
    }
    units
}

fn unit(entry: &Entry, audience: u32) -> Unit<'_> {
    Unit {
        page: entry.address.page.as_str().into(),
        fragment: &entry.address.fragment,
        title: entry.title.as_str().into(),
        kind: kind(entry.kind),
        audience,
        ..Unit::default()
    }
}

/// Pages and chapters are text to a reader.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Page | Kind::Chapter => "text",
        kind => kind.name(),
    }
}

/// Whom the points of a range are for.
fn of_points(plan: &Plan, body: &Body, range: Range<usize>, groups: &[EntryId]) -> u32 {
    let points = body.points.iter().filter(|(node, _)| range.contains(&(*node as usize)));
    points
        .fold(0, |bits_so_far, (_, point)| bits_so_far | bits(&plan.point(*point).audience, groups))
}

fn bits(audience: &Audiences, groups: &[EntryId]) -> u32 {
    let named = audience.of.iter().filter_map(|one| {
        let place = groups.iter().position(|group| *group == EntryId::from(*one))?;
        Some(2 << place)
    });
    named.fold(u32::from(audience.all), |bits, bit| bits | bit)
}

/// Every unit of a site, in reading order; pages that no entry stands behind come last.
pub(super) fn all<'p>(views: &Views<'p>) -> Vec<Unit<'p>> {
    let plan = views.plan();
    let groups = audiences(plan);
    let ids: Vec<EntryId> = plan.all().map(|(id, _)| id).collect();
    let front = front(views);
    let entries = ids.into_par_iter().flat_map_iter(|id| of_entry(plan, id, &groups));
    let overviews = views.told_by_overviews().into_iter().map(|page| Unit {
        page: page.path.into(),
        title: page.title.into(),
        kind: "text",
        text: page.text,
        ..Unit::default()
    });
    std::iter::once(front).chain(entries.collect::<Vec<_>>()).chain(overviews).collect()
}

/// The front page: its own words, and how the plan was adopted.
fn front<'p>(views: &Views<'p>) -> Unit<'p> {
    let plan = views.plan();
    let mut text = Reading::default();
    text.short(&plan.front);
    text.fact(&views.stage());
    text.fact(&plan.settings.scope);
    let title = plan.settings.title.as_str().into();
    Unit { page: "index.html".into(), title, kind: "text", text: text.0, ..Unit::default() }
}
