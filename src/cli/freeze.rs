//! `planverk freeze`: the plan as it is today, kept as a version that nobody changes.

use super::arguments::{Format, Freeze};
use super::{Ending, Failure, put, say, told};
use crate::contract::{BLOCKS, Contract, LINEAGE, SHEET, VERSIONS, seal};
use crate::diagnostic::rules::LOST_COMMENT;
use crate::diagnostic::{Diagnostics, Severity};
use crate::load::SourceSet;
use crate::publish;
use crate::site::{self, Request};
use crate::text::Language;
use crate::version::{self, Numbered, Row, Told};
use jiff::civil::Date;
use std::path::Path;

/// A file of a version: its path from the version's folder, and its bytes.
type VersionFile = (String, Vec<u8>);

/// Freezes a plan.
pub(super) fn run(freeze: &Freeze, language: Option<Language>) -> Result<Ending, Failure> {
    let today = freeze.date.unwrap_or_else(super::today);
    let mut diagnostics = Diagnostics::default();
    let sources = crate::load::load(&freeze.plan, &mut diagnostics)?;
    let theme = super::build::theme_files(&freeze.plan, &sources)?;
    let request = Request { today, base_url: None, stage: None, forced: String::new() };
    let prepared = site::prepare(&sources, theme, &request, &mut diagnostics);
    let language = language.unwrap_or(prepared.plan.settings.language);
    // What became of a commented block is what freezing finds out.
    diagnostics.retain(|rule, severity| severity == Severity::Mistake && rule != LOST_COMMENT.name);
    if diagnostics.mistakes() > 0 {
        put(&told::render(&diagnostics, &sources.files, language, Format::Text));
        say(&refused(diagnostics.mistakes(), language));
        return Ok(Ending::Mistakes);
    }
    let content = content(&freeze.plan, &sources)?;
    let versions = freeze.plan.join(VERSIONS);
    if versions.join(&freeze.name).exists() {
        let is_same = frozen_before(&sources, &freeze.name) == Some(content_seal(&content));
        if !is_same {
            return Err(Failure::VersionTaken(versions.join(&freeze.name)));
        }
        say(&unchanged(&freeze.name, language));
        return Ok(Ending::Good);
    }
    let pieces = version::pieces(&prepared.plan, &sources.files);
    let numbered = version::number(&pieces, &prepared.plan.contract);
    let files = files(
        (freeze, today),
        &prepared.plan.contract,
        &numbered,
        content,
        prepared.plan.settings.language,
    );
    publish::write_version(&versions, &freeze.name, &files)?;
    say(&report(freeze, &prepared.plan.contract, &numbered, language));
    Ok(Ending::Good)
}

/// The files of the plan's content, but for what belongs to hearings, as they are on disk.
fn content(plan: &Path, sources: &SourceSet) -> Result<Vec<VersionFile>, Failure> {
    let texts = sources.files.iter().map(|file| &file.path);
    let all = texts.chain(sources.assets.iter().map(|asset| &asset.path));
    let own =
        all.filter(|path| path.starts_with("content/") && !path.starts_with("content/horinger/"));
    own.map(|path| {
        let disk = plan.join(path);
        let unreadable = |error| crate::load::Error::Unreadable(disk.clone(), error);
        let bytes = std::fs::read(&disk).map_err(unreadable)?;
        Ok((path.clone(), bytes))
    })
    .collect()
}

/// A seal over content alone, to see whether it is the same.
fn content_seal(content: &[VersionFile]) -> String {
    seal(content.iter().map(|(path, bytes)| (path.clone(), blake3::hash(bytes))).collect())
}

/// The same of a version that stands, if it is as it was.
fn frozen_before(sources: &SourceSet, name: &str) -> Option<String> {
    let frozen = sources.versions.iter().find(|frozen| frozen.name == name)?;
    Some(frozen.content_seal.clone())
}

fn files(
    (freeze, frozen): (&Freeze, Date),
    contract: &Contract,
    numbered: &Numbered,
    mut files: Vec<VersionFile>,
    language: Language,
) -> Vec<VersionFile> {
    let name = &freeze.name;
    let blocks = version::blocks_text(name, &numbered.blocks);
    files.push((BLOCKS.to_string(), blocks.into_bytes()));
    let hash = content_seal(&files);
    let last = contract.versions.last();
    let previous = last.map(|last| last.name.as_str());
    let title = freeze.title.as_deref();
    let sheet = version::sheet_text(&Told { name, title, frozen, previous, hash: &hash });
    files.push((SHEET.to_string(), sheet.into_bytes()));
    let before = last.map_or(&[][..], |last| &last.blocks);
    let sides = (before, numbered.blocks.as_slice());
    let lineage = version::lineage_text(&numbered.rows, sides, language);
    if !lineage.is_empty() {
        files.push((LINEAGE.to_string(), lineage.into_bytes()));
    }
    files
}

fn refused(mistakes: usize, language: Language) -> String {
    match language {
        Language::En => format!("{mistakes} to mend first. Nothing was frozen.\n"),
        _ => format!("{mistakes} feil må rettes først. Ingenting ble frosset.\n"),
    }
}

fn unchanged(name: &str, language: Language) -> String {
    match language {
        Language::En => format!(
            "{VERSIONS}/{name} stands already, with the same content: nothing was changed.\n"
        ),
        _ => format!("{VERSIONS}/{name} finnes fra før med samme innhold: ingenting ble endret.\n"),
    }
}

/// What was frozen, and what is left to say.
fn report(freeze: &Freeze, contract: &Contract, numbered: &Numbered, language: Language) -> String {
    let (name, count) = (&freeze.name, numbered.blocks.len());
    let asks = numbered.rows.iter().filter(|row| row.asks()).count();
    let retired = numbered.rows.len();
    let followed = numbered.rows.iter().filter(|row: &&Row| !row.asks()).count();
    let english = language == Language::En;
    let mut text = if english {
        format!("Froze the plan as {VERSIONS}/{name}: {count} blocks.\n")
    } else {
        format!("Frøs planen som {VERSIONS}/{name}: {count} avsnitt.\n")
    };
    if let Some(last) = contract.versions.last().filter(|_| retired > 0) {
        let last = &last.name;
        text += &if english {
            format!(
                "Since {last}, {retired} blocks are rewritten or gone; {followed} of them were followed.\n"
            )
        } else {
            format!(
                "Siden {last} er {retired} avsnitt skrevet om eller borte; {followed} av dem ble fulgt.\n"
            )
        };
    }
    if asks > 0 {
        text += &if english {
            format!("{asks} need your word: planverk lineage {name}\n")
        } else {
            format!("{asks} må du si noe om: planverk lineage {name}\n")
        };
    }
    text
}
