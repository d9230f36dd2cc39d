//! Addresses: which entries get a page, and where the others stand.
//!
//! An entry's address is the ids of the chapters above it and its own. A page that would be empty is
//! not made: such an entry stands where it is listed.

use super::drafts::Draft;
use super::points::Marked;
use super::tree::Tree;
use crate::diagnostic::rules::DOUBLED_ADDRESS;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Address, Overview, search_path};
use crate::say;
use crate::text::{Language, order_prefix, slug};
use crate::vocabulary::Kind;
use std::collections::HashMap;

/// The address of each draft.
pub(super) fn give(
    drafts: &[Draft],
    tree: &Tree,
    marked: &Marked,
    language: Language,
    diagnostics: &mut Diagnostics,
) -> Vec<Address> {
    let addresses: Vec<Address> =
        (0..drafts.len()).map(|place| address(place, drafts, tree, marked, language)).collect();
    tell_doubled(drafts, &addresses, language, diagnostics);
    addresses
}

fn address(
    place: usize,
    drafts: &[Draft],
    tree: &Tree,
    marked: &Marked,
    language: Language,
) -> Address {
    let draft = &drafts[place];
    if has_page(place, draft, marked) {
        let page = format!("{}{}.html", folder(place, drafts, tree, language), draft.id);
        return Address { page, fragment: String::new() };
    }
    let page = match home(draft.kind) {
        Some(overview) => overview.path(language),
        None => match tree.branches[place].parent {
            // The chapter lists it as a card.
            Some(parent) => address(parent.index(), drafts, tree, marked, language).page,
            None => fallback(draft.kind).path(language),
        },
    };
    Address { page, fragment: draft.id.clone() }
}

/// Whether a page of its own would hold more than the title.
fn has_page(place: usize, draft: &Draft, marked: &Marked) -> bool {
    let has_body = !draft.body.is_empty();
    match draft.kind {
        Kind::Page
        | Kind::Chapter
        | Kind::Indicator
        | Kind::DevelopmentArea
        | Kind::Goal
        | Kind::Measure
        | Kind::Report
        | Kind::Article
        | Kind::Hearing => true,
        Kind::Narrative => has_body || draft.table.get("step").is_some(),
        Kind::Value => has_body || draft.table.get("statement").is_some(),
        Kind::QualityTool
        | Kind::Role
        | Kind::Reference
        | Kind::Source
        | Kind::Event
        | Kind::Field
        | Kind::Service => has_body,
        Kind::Term | Kind::Attachment => false,
        Kind::Audience => has_body || is_addressed(place, marked),
    }
}

/// Whether anything in the plan is for an audience.
fn is_addressed(place: usize, marked: &Marked) -> bool {
    let of_points = marked.points.iter().map(|point| &point.audience);
    of_points.chain(&marked.audiences).any(|audiences| {
        audiences.all
            || audiences.of.iter().any(|one| crate::model::EntryId::from(*one).index() == place)
    })
}

/// The overview where an entry without a page always stands.
fn home(kind: Kind) -> Option<Overview> {
    Some(match kind {
        Kind::Term => Overview::Glossary,
        Kind::Reference => Overview::References,
        Kind::Source => Overview::Sources,
        Kind::Event => Overview::Wheel,
        Kind::Field | Kind::Service => Overview::Services,
        Kind::Attachment => Overview::Attachments,
        Kind::Audience => Overview::Audiences,
        Kind::Role => Overview::Responsible,
        _ => return None,
    })
}

/// The overview of an entry that stands in no chapter either.
fn fallback(kind: Kind) -> Overview {
    match kind {
        Kind::Value => Overview::Values,
        Kind::Narrative => Overview::Narratives,
        _ => Overview::Tools,
    }
}

/// The folders of an entry's address, each with a slash.
fn folder(place: usize, drafts: &[Draft], tree: &Tree, language: Language) -> String {
    let mut folders = Vec::new();
    let mut above = tree.branches[place].parent;
    while let Some(parent) = above {
        let draft = &drafts[parent.index()];
        // A goal's row stands beside its area, not in a folder of it.
        if draft.kind != Kind::DevelopmentArea || draft.is_index {
            folders.push(draft.id.clone());
        }
        above = tree.branches[parent.index()].parent;
    }
    folders.reverse();
    if folders.is_empty() {
        folders = loose_folders(&drafts[place], language);
    }
    folders.into_iter().map(|folder| folder + "/").collect()
}

/// The folders of an entry that stands in no chapter: its kind's, in a register; else its own.
fn loose_folders(draft: &Draft, language: Language) -> Vec<String> {
    if !draft.is_file {
        return vec![slug(draft.kind.word().in_language(language))];
    }
    let within = if draft.is_index {
        draft.folder.rsplit_once('/').map_or("", |(above, _)| above)
    } else {
        draft.folder.as_str()
    };
    within
        .split('/')
        .skip(1)
        .map(|folder| slug(order_prefix(folder).map_or(folder, |(_, rest)| rest)))
        .collect()
}

fn tell_doubled(
    drafts: &[Draft],
    addresses: &[Address],
    language: Language,
    diagnostics: &mut Diagnostics,
) {
    let overviews: HashMap<String, Overview> =
        Overview::ALL.into_iter().map(|overview| (overview.path(language), overview)).collect();
    let mut taken: HashMap<&Address, usize> = HashMap::new();
    for (place, address) in addresses.iter().enumerate() {
        let page = &address.page;
        let draft = &drafts[place];
        let message =
            || say!(nb: "To sider får adressen {page}", en: "Two pages get the address {page}");
        let help = || say!(nb: "Gi den ene en egen id.", en: "Give one of them an id of its own.");
        let is_ours = overviews.contains_key(page)
            || ["index.html", "404.html"].contains(&page.as_str())
            || *page == search_path(language);
        if address.fragment.is_empty() && is_ours {
            diagnostics
                .push(Diagnostic::at(&DOUBLED_ADDRESS, draft.id_span, message()).help(help()));
        }
        let Some(first) = taken.insert(address, place) else { continue };
        // Two of the same name have been told as that.
        if drafts[first].id != draft.id {
            let other = say!(nb: "den andre er her", en: "the other is here");
            diagnostics.push(
                Diagnostic::at(&DOUBLED_ADDRESS, draft.id_span, message())
                    .label(drafts[first].id_span, other)
                    .help(help()),
            );
        }
    }
}
