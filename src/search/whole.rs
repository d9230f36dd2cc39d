//! A small plan's index: one file with the texts of all units.

use super::language;
use super::units::{self, Unit};
use crate::view::Views;
use serde::Serialize;

/// The version of the index's form; the script says when it does not know it.
const VERSION: u32 = 1;

/// Kinds that answer what people ask for more often than they mention it; they come a little ahead.
const ANSWERS: [&str; 8] =
    ["component", "goal", "indicator", "measure", "narrative", "quality-tool", "service", "term"];

/// What the script needs beside the units.
#[derive(Serialize)]
pub(super) struct Head {
    version: u32,
    lang: &'static str,
    /// Words of the interface.
    say: Vec<(String, String)>,
    /// Kinds, in English and as the municipality calls one and many of them, and whether they answer.
    kinds: Vec<(&'static str, String, String, bool)>,
    /// Everybody, then the plan's audiences: the bits of a unit's audience.
    audiences: Vec<String>,
    /// Words that are in every sentence.
    stop: &'static str,
    /// Words that mean the same, in groups.
    same: Vec<Vec<String>>,
}

/// A unit as it is written: page (empty for the one before's), fragment, title, kind, audience, text.
type Row<'u> = (&'u str, &'u str, &'u str, usize, u32, &'u str);

#[derive(Serialize)]
struct File<'u> {
    #[serde(flatten)]
    head: &'u Head,
    units: Vec<Row<'u>>,
}

/// What stands before the units.
pub(super) fn head(views: &Views<'_>, kinds: Vec<&'static str>) -> Head {
    let plan = views.plan();
    let named = |kind: &'static str| {
        let (one, many) = views.search_kind(kind);
        (kind, one, many, ANSWERS.contains(&kind))
    };
    let groups = units::audiences(plan).into_iter().map(|id| plan.entry(id).title.clone());
    Head {
        version: VERSION,
        lang: plan.settings.language.tag(),
        say: views.search_words(),
        kinds: kinds.into_iter().map(named).collect(),
        audiences: std::iter::once(views.search_everybody()).chain(groups).collect(),
        stop: language::stop_words(plan.settings.language),
        same: language::same(plan, views),
    }
}

impl Head {
    /// The place of a kind among the kinds.
    pub(super) fn kind(&self, kind: &str) -> usize {
        self.kinds.iter().position(|(name, ..)| *name == kind).unwrap_or(0)
    }
}

/// The file.
pub(super) fn file(head: &Head, all: &[Unit<'_>]) -> Vec<u8> {
    let mut before = "";
    let rows = all.iter().map(|unit| {
        // A part says its page by standing after it.
        let page = if unit.page == before && !unit.within.is_empty() { "" } else { &*unit.page };
        before = &unit.page;
        let (fragment, title) = (unit.fragment, &*unit.title);
        (page, fragment, title, head.kind(unit.kind), unit.audience, unit.text.as_str())
    });
    let file = File { head, units: rows.collect() };
    // Strings and numbers can always be written.
    serde_json::to_vec(&file).unwrap_or_default()
}
