//! `planverk versions`: the frozen versions of a plan, and whether they are as they were.

use super::arguments::{Format, Versions};
use super::{Ending, Failure, put, say, told};
use crate::contract::{self, Contract, Version};
use crate::diagnostic::Diagnostics;
use crate::load::{Frozen, SourceSet};
use crate::text::Language;
use std::fmt::Write;

/// Lists them.
pub(super) fn run(versions: &Versions, language: Option<Language>) -> Result<Ending, Failure> {
    let mut diagnostics = Diagnostics::default();
    let sources = crate::load::load(&versions.plan, &mut diagnostics)?;
    let plan_language = crate::resolve::language(&sources);
    let language = language.unwrap_or(plan_language);
    // What is wrong in the plan itself, `planverk check` tells.
    let mut diagnostics = Diagnostics::default();
    let contract = contract::read(&sources.files, &mut diagnostics);
    diagnostics.sort();
    put(&told::render(&diagnostics, &sources.files, language, Format::Text));
    say(&list(&contract, &sources, language));
    let is_whole =
        contract.versions.iter().all(|version| state(version, &sources) != State::Changed);
    let is_good = diagnostics.mistakes() == 0 && is_whole;
    Ok(if is_good { Ending::Good } else { Ending::Mistakes })
}

/// How a version is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// As it was frozen.
    Whole,
    /// A file in it was changed.
    Changed,
    /// It has no seal to be held against.
    Unsealed,
}

fn state(version: &Version, sources: &SourceSet) -> State {
    let frozen: Option<&Frozen> = sources.versions.iter().find(|one| one.name == version.name);
    match (&version.sheet, frozen) {
        (Some(sheet), Some(frozen)) if sheet.hash == frozen.seal => State::Whole,
        (None, Some(frozen)) if frozen.sources.files.is_empty() => State::Unsealed,
        _ => State::Changed,
    }
}

fn list(contract: &Contract, sources: &SourceSet, language: Language) -> String {
    let english = language == Language::En;
    if contract.versions.is_empty() {
        return if english {
            "No frozen versions. Freeze the plan as it is: planverk freeze NAME\n".to_string()
        } else {
            "Ingen frosne versjoner. Frys planen slik den er: planverk freeze NAVN\n".to_string()
        };
    }
    let mut text = String::new();
    let width = contract.versions.iter().map(|one| one.name.chars().count()).max().unwrap_or(0);
    for version in &contract.versions {
        let Version { name, blocks, sheet, .. } = version;
        let frozen = sheet.as_ref().map_or("–".to_string(), |sheet| sheet.frozen.to_string());
        let hash = sheet.as_ref().map_or("", |sheet| sheet.hash.get(..12).unwrap_or(&sheet.hash));
        let is = match (state(version, sources), english) {
            (State::Whole, false) => format!("uendret ({hash})"),
            (State::Whole, true) => format!("unchanged ({hash})"),
            (State::Changed, false) => "ENDRET ETTER FRYSING".to_string(),
            (State::Changed, true) => "CHANGED SINCE FROZEN".to_string(),
            (State::Unsealed, false) => "uten kontrollsum".to_string(),
            (State::Unsealed, true) => "without a checksum".to_string(),
        };
        let count = blocks.len();
        let unit = if english { "blocks" } else { "avsnitt" };
        let title =
            if version.title() == name { String::new() } else { format!("  {}", version.title()) };
        let _ = writeln!(text, "{name:width$}  {frozen:10}  {count:>5} {unit}  {is}{title}");
    }
    let open = contract.fates.iter().filter(|fate| fate.asks()).count();
    if open > 0 {
        let _ = if english {
            writeln!(
                text,
                "Blocks whose fate waits for your word: {open}. Answer with planverk lineage NAME"
            )
        } else {
            writeln!(
                text,
                "Avsnitt du må si hva det ble av: {open}. Svar med planverk lineage NAVN"
            )
        };
    }
    text
}
