//! Units: what a search finds. A section of a page, or an entry that stands among others on one.

use super::facts;
use super::reading::Reading;
use crate::markdown::Heading;
use crate::model::{Audiences, Body, Entry, EntryId, Plan};
use crate::view::Views;
use crate::vocabulary::Kind;
use rayon::prelude::*;
use std::borrow::Cow;
use std::ops::Range;

/// Entries whose units are cut at a time: in a plan of pages, about two thousand units.
const PART: usize = 256;

/// The least that a unit is taken to have in the mean, in bytes: a sentence.
const LEAST_MEAN: f64 = 100.0;

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
fn of_entry<'p>(plan: &'p Plan, id: EntryId, groups: &[EntryId]) -> Vec<Unit<'p>> {
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
        units.push(Unit {
            fragment: &heading.anchor,
            title: heading.text.as_str().into(),
            within: &entry.title,
            kind: if is_component(heading) { "component" } else { kind(entry.kind) },
            audience: own | of_points(plan, body, range, groups),
            text: text.trimmed(),
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

/// What a site's units are cut from. Their texts are as large as the plan's own, so they are cut a part at a time.
pub(super) struct Units<'p> {
    plan: &'p Plan,
    groups: Vec<EntryId>,
    front: Unit<'p>,
    /// Of pages that no entry stands behind.
    overviews: Vec<Unit<'p>>,
}

/// Entries whose units are cut together.
pub(super) struct Part {
    entries: Range<usize>,
    /// The number of its first unit.
    pub(super) first: usize,
}

impl<'p> Units<'p> {
    pub(super) fn of(views: &Views<'p>) -> Units<'p> {
        let plan = views.plan();
        let overviews = views.told_by_overviews().into_iter().map(|page| Unit {
            page: page.path.into(),
            title: page.title.into(),
            kind: "text",
            text: page.text,
            ..Unit::default()
        });
        let (front, overviews) = (front(views), overviews.collect());
        Units { plan, groups: audiences(plan), front, overviews }
    }

    /// The kinds that there are, sorted.
    pub(super) fn kinds(&self) -> Vec<&'static str> {
        let entries = self.plan.entries.iter();
        let mut kinds: Vec<&'static str> =
            entries.clone().map(|entry| kind(entry.kind)).chain(["text"]).collect();
        let mut headings = entries
            .filter(|entry| entry.has_page())
            .flat_map(|entry| &entry.body.document.headings);
        kinds.extend(headings.any(is_component).then_some("component"));
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// All units with no more text than this; none where there is more.
    pub(super) fn few(&self, bytes: usize) -> Option<Vec<Unit<'p>>> {
        // A plan whose markup is more than half is cut up though it is small: that costs a few requests.
        if self.written() > 2 * bytes {
            return None;
        }
        let parts = self.parts().into_par_iter();
        let units: Vec<Unit<'p>> = parts.flat_map_iter(|part| self.part(&part)).collect();
        let text: usize = units.iter().map(|unit| unit.text.len()).sum();
        (text <= bytes).then_some(units)
    }

    /// About how many bytes of text a unit has, told from what authors wrote: the texts themselves are cut later. What
    /// fields tell stands in no text, so a plan of rows is not taken to have none.
    #[expect(clippy::cast_precision_loss, reason = "a mean needs no more")]
    pub(super) fn mean(&self) -> f64 {
        let units: usize = self.plan.entries.iter().map(|entry| count(entry)).sum();
        (self.written() as f64 / units.max(1) as f64).max(LEAST_MEAN)
    }

    /// How many bytes authors wrote.
    fn written(&self) -> usize {
        self.plan.entries.iter().map(|entry| entry.body.document.source_len()).sum()
    }

    /// The parts, in reading order: the front page stands in the first, and pages that no entry stands behind in
    /// the last.
    pub(super) fn parts(&self) -> Vec<Part> {
        let last = self.plan.entries.len();
        let mut next = 0;
        let starts = (0..last.max(1)).step_by(PART);
        let parts = starts.map(|start| {
            let entries = start..last.min(start + PART);
            let first = next;
            let of_entries = self.plan.entries[entries.clone()].iter().map(|entry| count(entry));
            next += of_entries.sum::<usize>() + usize::from(start == 0);
            Part { entries, first }
        });
        parts.collect()
    }

    /// The units of a part.
    pub(super) fn part(&self, part: &Part) -> Vec<Unit<'p>> {
        let Range { start, end } = part.entries;
        let mut units: Vec<Unit<'p>> = Vec::new();
        units.extend((start == 0).then(|| self.front.clone()));
        let ids = self.plan.all().skip(start).take(end - start);
        units.extend(ids.flat_map(|(id, _)| of_entry(self.plan, id, &self.groups)));
        if end == self.plan.entries.len() {
            units.extend_from_slice(&self.overviews);
        }
        units
    }
}

/// How many units an entry has.
fn count(entry: &Entry) -> usize {
    if entry.has_page() { 1 + entry.body.document.headings.len() } else { 1 }
}

fn is_component(heading: &Heading) -> bool {
    heading.role == Some("component")
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
