//! Chapters and pages: what belongs to them, below what they say.

use super::embedded;
use crate::model::{Body, EntryId, Link, Place};
use crate::view::cards::is_card_kind;
use crate::view::overviews;
use crate::view::sheet::Sheet;
use crate::vocabulary::{KINDS, Kind};
use std::collections::HashSet;

/// More of a kind than this are listed as links, not as cards.
const MOST_CARDS: usize = 60;

/// What a page is about, in the words of the plan.
pub(super) fn statement(sheet: &mut Sheet<'_>, text: &Body) {
    if !text.is_empty() {
        sheet.page.statement = sheet.html.inline(text);
    }
}

/// What belongs to a chapter: its sections as a list, the rest by kind. What the text embeds, or a
/// list of sections that it links to one by one, is not told again.
pub(super) fn children(sheet: &mut Sheet<'_>, id: EntryId) {
    if sheet.on_paper {
        return;
    }
    let plan = sheet.plan();
    let entry = plan.entry(id);
    if entry.children.is_empty() {
        return;
    }
    let embedded = embedded(&entry.body);
    let left: Vec<EntryId> =
        entry.children.iter().filter(|id| !embedded.contains(id)).copied().collect();
    sheet.seen.extend(&embedded);
    let is_section = |id: &EntryId| {
        matches!(plan.entry(*id).kind, Kind::Chapter | Kind::Page | Kind::DevelopmentArea)
    };
    let sections: Vec<EntryId> = left.iter().copied().filter(is_section).collect();
    let linked = linked(&entry.body);
    if sections.iter().any(|id| !linked.contains(id)) {
        sheet.entry_links(sheet.say("in_this_chapter"), sections);
    } else {
        sheet.seen.extend(&sections);
    }
    for (kind, _) in KINDS {
        let of_kind: Vec<EntryId> = left
            .iter()
            .copied()
            .filter(|id| plan.entry(*id).kind == *kind && !is_section(id))
            .collect();
        let title = overviews::list_title(sheet.shown(), *kind);
        let as_cards = is_card_kind(*kind) && of_kind.len() <= MOST_CARDS;
        // An entry without a page stands here as a card, however many there are.
        if as_cards || of_kind.iter().any(|id| plan.entry(*id).address.page == sheet.html.page) {
            sheet.cards(title, of_kind);
        } else {
            sheet.entry_links(title, of_kind);
        }
    }
}

/// The entries that a text links to.
fn linked(body: &Body) -> HashSet<EntryId> {
    let targets = body.links.iter().filter_map(|link| match link {
        Link::To { target, .. } if target.place == Place::Top => Some(target.entry),
        _ => None,
    });
    targets.collect()
}
