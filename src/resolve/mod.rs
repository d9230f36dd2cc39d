//! Raw entries become the plan: after this room, what a reference names exists.
//!
//! 1. `drafts` gives every entry its id, title and parent; goals written as rows of an area
//!    become entries of their own.
//! 2. `tree` numbers chapters and areas and gives every page its address.
//! 3. `points` finds components, characteristics, meanings and findings in the bodies.
//! 4. `kinds` and `series` read what is particular to each kind, on all cores.
//! 5. `links` looks up every reference in every text, on all cores.
//! 6. `memory` keeps what 4 and 5 found, for whoever resolves the same plan again; `amend` puts edited texts into the
//!    plan that was, where others see nothing of it.
//! 7. `relations` ties the other ends: a goal's measures, a role's events, what links here.
//!
//! What frozen versions and hearings say is read by `contract`, and goes along as it is.

mod address;
mod amend;
mod audience;
mod drafts;
mod files;
mod kinds;
mod links;
mod memory;
mod names;
mod pictures;
mod points;
mod read;
mod relations;
mod series;
mod settings;
mod tree;

pub use memory::Memory;
pub use pictures::broken_picture;

use crate::diagnostic::Diagnostics;
use crate::load::SourceSet;
use crate::model::{Address, Body, Details, Entry, EntryId, Plan};
use crate::parse::{self, RawPlan};
use crate::portions::Portions;
use crate::text::SourceFile;
use drafts::Draft;
use memory::{Notebook, Recall};
use names::Names;
use rayon::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// What reading an entry may look at.
struct World<'w> {
    files: &'w [SourceFile],
    drafts: &'w [Draft],
    assets: files::Assets<'w>,
    names: &'w Names,
}

/// Resolves a plan.
#[must_use]
pub fn resolve(raw: RawPlan, sources: &SourceSet, diagnostics: &mut Diagnostics) -> Plan {
    resolve_with(None, raw, sources, diagnostics)
}

/// Resolves a plan, and takes from a memory what is as it was. The plan is the same with and without one.
#[must_use]
fn resolve_with(
    memory: Option<&mut Memory>,
    raw: RawPlan,
    sources: &SourceSet,
    diagnostics: &mut Diagnostics,
) -> Plan {
    let RawPlan { settings, front, entries } = raw;
    let drafts = drafts::draft(entries, &sources.files, diagnostics);
    let mut names = drafts::name(&drafts, diagnostics);
    let language = settings::language(&settings);
    let mut tree = tree::grow(&drafts);
    let recall = Recall::of(memory.as_deref(), &drafts, sources, language);
    let mut marked = points::find(&drafts, &tree, &mut names, &recall, diagnostics);
    let recall = recall.with(&marked.components);
    let addresses = address::give(&drafts, &tree, &marked, language, diagnostics);
    let assets = files::Assets::new(sources);
    let world = World { files: &sources.files, drafts: &drafts, assets, names: &names };
    let settings = settings::read(&settings, &world, diagnostics);
    let figures = tree::count_figures(&front, &drafts);
    let known = |place: usize| recall.read(place).cloned();
    let read = drafts.par_iter().in_portions().enumerate();
    let read =
        read.map(|(place, draft)| known(place).unwrap_or_else(|| kinds::read(draft, &world)));
    let read: Vec<_> = read.collect();
    let notes = memory.is_some().then(|| Notebook::of(&drafts, &read, &recall, &sources.files));
    let mut plan = Plan {
        settings,
        components: std::mem::take(&mut marked.components),
        points: Arc::new(std::mem::take(&mut marked.points)),
        top: std::mem::take(&mut tree.top),
        ..Plan::default()
    };
    let mut parts = Parts { branches: tree.branches, marked, addresses, figures };
    plan.entries = Vec::with_capacity(drafts.len());
    for ((place, draft), (details, told)) in drafts.into_iter().enumerate().zip(read) {
        diagnostics.append(told);
        plan.entries.push(Arc::new(parts.entry(place, draft, details)));
    }
    plan.front = Body { document: front, first_figure: 1, first_table: 1, ..Body::default() };
    plan.contract = Arc::new(crate::contract::read(&sources.files, diagnostics));
    plan.names = Arc::new(names.into_map());
    let linked = links::resolve(&mut plan, &recall, diagnostics);
    if let (Some(memory), Some(notes)) = (memory, notes) {
        memory.learn(notes, &plan, linked);
        memory.note(sources, &plan);
    }
    relations::tie(&mut plan, diagnostics);
    files::publish(&mut plan, sources, diagnostics);
    plan
}

/// Parses and resolves a plan once more, and takes from what is remembered what is as it was. The plan is the same, and
/// so is what is told, as if nothing were.
#[must_use]
pub fn resolve_again(
    parsed: &mut parse::Memory,
    known: &mut Memory,
    sources: &SourceSet,
    diagnostics: &mut Diagnostics,
) -> Plan {
    let edits = known.last.is_some().then(|| parsed.edits(sources)).flatten();
    if let Some((plan, told)) = edits.and_then(|edits| amend::amend(known, edits, sources)) {
        diagnostics.append(told);
        return plan;
    }
    // Until there is a newer one: should this end in the middle, nothing is put into a plan that is past.
    known.last = None;
    let mut told = Diagnostics::default();
    let raw = parsed.parse(sources, &mut told);
    let plan = resolve_with(Some(known), raw, sources, &mut told);
    known.keep(&plan, &told);
    diagnostics.append(told);
    plan
}

/// What was found of the drafts, in their order.
struct Parts {
    branches: Vec<tree::Branch>,
    marked: points::Marked,
    addresses: Vec<Address>,
    figures: Vec<(u32, u32)>,
}

impl Parts {
    /// The entry of a draft.
    fn entry(&mut self, place: usize, draft: Draft, details: Details) -> Entry {
        let branch = std::mem::take(&mut self.branches[place]);
        Entry {
            name: draft.id,
            kind: draft.kind,
            title: draft.title,
            span: draft.span,
            parent: branch.parent,
            children: branch.children,
            number: branch.number,
            was: draft.was,
            audience: std::mem::take(&mut self.marked.audiences[place]),
            body: self.marked.body(place, draft.body, self.figures[place]),
            details,
            address: std::mem::take(&mut self.addresses[place]),
        }
    }
}

/// Reads a draft's fields with a reader, and gives back what was told meanwhile.
fn reading<T>(
    draft: &Draft,
    world: &World<'_>,
    read: impl FnOnce(&read::Reader<'_>) -> T,
) -> (T, Diagnostics) {
    let told = RefCell::new(Diagnostics::default());
    let reader = read::Reader {
        table: &draft.table,
        files: world.files,
        names: world.names,
        diagnostics: &told,
    };
    let value = read(&reader);
    (value, told.into_inner())
}

/// The id of a place among the drafts.
fn id(place: usize) -> EntryId {
    EntryId::at(place)
}

/// The theme that `plan.toml` names, read before the rest: a theme's files are part of what is built.
#[must_use]
pub fn theme_choice(sources: &SourceSet) -> crate::model::ThemeChoice {
    settings::theme_choice(&crate::parse::settings(sources))
}

/// The language that `plan.toml` says the plan is written in, for whoever reads nothing else of it.
#[must_use]
pub fn language(sources: &SourceSet) -> crate::text::Language {
    settings::language(&crate::parse::settings(sources))
}
