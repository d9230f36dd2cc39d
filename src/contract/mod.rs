//! The files by which a frozen version, and what was said of it, come back to the plan.
//!
//! Files that are each written by one part of planverk and read by another. This room holds their form:
//!
//! * `versions/<name>/version.toml`: `format = 1`, `name`, `frozen` (a date), perhaps a `title`, the
//!   `previous` version, and a `hash` (see [`seal`]) of the frozen content and its blocks.
//! * `versions/<name>/blocks.json`: what a frozen version says, a block to a line.
//!   `{ "format": 1, "version": "<name>", "blocks": [ { "id": "b1", "path": "content/a.md", "entry": "a",
//!   "kind": "paragraph", "section": "b0", "text": "…" } ] }`. An id is given once, to one text, and never
//!   used again. `entry` is empty for the front page. `text` is what
//!   [`Document::words`](crate::markdown::Document::words) gives for the block, or a title; in a table cells
//!   are parted by bars and rows by line ends. `seen` is the same with the titles and figures that links showed
//!   to readers, where it differs. `marks` are stretches of what readers met, `[12, 20, "em"]` in bytes of UTF-8 with
//!   what they were: see [`Mark`]. `kind` is one of [`BlockKind`]. `section` is the heading's or
//!   the entry's block that it stands under, if any.
//! * `versions/<name>/lineage.toml`: what became of blocks of earlier versions. A person may correct it.
//!   Rows of `[[block]]` with an `id`, and `became = ["b7"]` (edited, split, merged or moved into these
//!   blocks of this version, as `how` says) or `gone = "why"`. A row with neither says nothing, and one with
//!   `sure = false` proposes what nobody has said yes to.
//! * `content/horinger/<round>/submissions.jsonl` and `assessments.toml`: what was said in a hearing round, and
//!   what is answered; see [`hearing`].
//!
//! Fields that are not named here are passed over, so that more may be written later. What can't be read
//! is told as `unreadable-data` where it stands, and the rest is kept.

mod block;
pub mod hearing;
mod json;
mod lineage;
mod seal;
mod sheet;
mod table;
mod words;

pub use block::{Block, BlockKind, Mark};
pub use hearing::{Piece, Round, clean, pieces};
pub use lineage::{Fate, How};
pub use seal::seal;
pub use sheet::Sheet;
pub use words::{normal, word_count};

use crate::diagnostic::Diagnostics;
use crate::text::{FileId, SourceFile, order_prefix};
use rayon::prelude::*;

/// The folder of frozen versions, beside `content/`.
pub const VERSIONS: &str = "versions";

/// What a frozen version is called, when it was frozen and its hash, in its folder.
pub const SHEET: &str = "version.toml";

/// The blocks of a frozen version, in its folder.
pub const BLOCKS: &str = "blocks.json";

/// What became of earlier versions' blocks, in the folder of a frozen version.
pub const LINEAGE: &str = "lineage.toml";

/// Which of the files a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'p> {
    /// What is told of the version with this name.
    Sheet(&'p str),
    /// The blocks of the version with this name.
    Blocks(&'p str),
    /// The lineage of the version with this name.
    Lineage(&'p str),
    /// The submissions of the round with this name.
    Submissions(&'p str),
    /// What is answered in the round with this name.
    Assessments(&'p str),
}

/// Which of the files stands at a path from the plan's folder, if one does.
#[must_use]
pub fn part_of(path: &str) -> Option<Part<'_>> {
    let (top, rest) = path.split_once('/')?;
    let (folder, file) = rest.rsplit_once('/')?;
    match (top, file) {
        (VERSIONS, SHEET) if !folder.contains('/') => Some(Part::Sheet(folder)),
        (VERSIONS, BLOCKS) if !folder.contains('/') => Some(Part::Blocks(folder)),
        (VERSIONS, LINEAGE) if !folder.contains('/') => Some(Part::Lineage(folder)),
        ("content", hearing::SUBMISSIONS) => round_in(folder).map(Part::Submissions),
        ("content", hearing::ASSESSMENTS) => round_in(folder).map(Part::Assessments),
        _ => None,
    }
}

/// The round that a folder below `content/` is, if it is one: its name without a number for order.
fn round_in(folder: &str) -> Option<&str> {
    let name = folder.strip_prefix("horinger/").filter(|name| !name.contains('/'))?;
    Some(order_prefix(name).map_or(name, |(_, rest)| rest))
}

/// All that the files of a plan say.
#[derive(Debug, Clone, Default)]
pub struct Contract {
    /// Frozen versions, the oldest first.
    pub versions: Vec<Version>,
    /// What became of blocks.
    pub fates: Vec<Fate>,
    /// What was said, a round each.
    pub rounds: Vec<Round>,
}

/// A frozen version.
#[derive(Debug, Clone, Default)]
pub struct Version {
    /// Its name: its folder's.
    pub name: String,
    /// Its blocks, as written.
    pub blocks: Vec<Block>,
    /// Whether all of it could be read; else a block may be missing for that reason alone.
    pub is_whole: bool,
    /// What `version.toml` says; none where there is no such file.
    pub sheet: Option<Sheet>,
}

impl Version {
    /// What the version is called.
    #[must_use]
    pub fn title(&self) -> &str {
        let title = self.sheet.as_ref().map_or("", |sheet| sheet.title.as_str());
        if title.is_empty() { &self.name } else { title }
    }

    /// The block with an id.
    #[must_use]
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }
}

impl Contract {
    /// The version with a name.
    #[must_use]
    pub fn version(&self, name: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.name == name)
    }

    /// The round with a name.
    #[must_use]
    pub fn round(&self, name: &str) -> Option<&Round> {
        self.rounds.iter().find(|round| round.name == name)
    }

    fn round_mut(&mut self, name: &str) -> &mut Round {
        let at = self.rounds.iter().position(|round| round.name == name).unwrap_or_else(|| {
            self.rounds.push(Round { name: name.to_string(), ..Round::default() });
            self.rounds.len() - 1
        });
        &mut self.rounds[at]
    }
}

/// What one file says.
enum Read {
    Sheet(Option<Sheet>),
    Version(Version),
    Fates(Vec<Fate>),
    Submissions(String, Option<hearing::Submissions>),
    Assessments(String, Option<hearing::Assessments>),
}

/// Reads the files among a plan's sources.
#[must_use]
pub fn read(files: &[SourceFile], diagnostics: &mut Diagnostics) -> Contract {
    let read: Vec<(Read, Diagnostics)> = files
        .par_iter()
        .enumerate()
        .filter_map(|(place, file)| {
            let part = part_of(&file.path)?;
            let id = FileId::at(place);
            let mut found = Diagnostics::default();
            let read = read_one(part, id, &file.text, &mut found);
            // An empty file has been told as that.
            let is_empty = file.text.trim().is_empty();
            Some((read, if is_empty { Diagnostics::default() } else { found }))
        })
        .collect();
    let mut contract = Contract::default();
    let mut sheets = Vec::new();
    for (read, found) in read {
        diagnostics.append(found);
        match read {
            Read::Sheet(sheet) => sheets.extend(sheet),
            Read::Version(version) => contract.versions.push(version),
            Read::Fates(fates) => contract.fates.extend(fates),
            Read::Submissions(round, read) => contract.round_mut(&round).submissions = read,
            Read::Assessments(round, read) => contract.round_mut(&round).assessments = read,
        }
    }
    for version in &mut contract.versions {
        let own = sheets.iter().position(|sheet| sheet.name == version.name);
        version.sheet = own.map(|at| sheets.swap_remove(at));
    }
    put_in_order(&mut contract.versions);
    contract
}

/// The oldest first: by the day of freezing, and each after the one that it names as previous.
fn put_in_order(versions: &mut Vec<Version>) {
    versions
        .sort_by_cached_key(|one| (one.sheet.as_ref().map(|sheet| sheet.frozen), one.name.clone()));
    let mut rest = std::mem::take(versions);
    while !rest.is_empty() {
        let waits = |one: &Version| {
            let previous = one.sheet.as_ref().and_then(|sheet| sheet.previous.as_deref());
            previous.is_some_and(|previous| rest.iter().any(|other| other.name == previous))
        };
        // Where previous ones go in a circle, the day decides.
        let next = rest.iter().position(|one| !waits(one)).unwrap_or(0);
        versions.push(rest.remove(next));
    }
}

fn read_one(part: Part, file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Read {
    match part {
        Part::Sheet(name) => Read::Sheet(sheet::sheet(name, file, text, diagnostics)),
        Part::Blocks(name) => Read::Version(json::version(name, file, text, diagnostics)),
        Part::Lineage(name) => Read::Fates(lineage::fates(name, file, text, diagnostics)),
        Part::Submissions(round) => {
            let read = hearing::Submissions::read(file, text, diagnostics);
            Read::Submissions(round.to_string(), read)
        }
        Part::Assessments(round) => {
            let read = hearing::Assessments::read(file, text, diagnostics);
            Read::Assessments(round.to_string(), read)
        }
    }
}

#[cfg(test)]
mod tests;
