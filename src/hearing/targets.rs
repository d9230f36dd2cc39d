//! What can be commented on, as the built site tells it: `horinger/<round>/targets.json`.
//!
//! The service reads nothing else of the plan. A file is read again when the site has been built anew; one
//! that can't be read then leaves the last good one in place.

use super::Error;
use crate::contract::hearing::{FORMAT, TargetBlock, Targets};
use crate::contract::normal;
use crate::text::{Language, When};
use crate::words::InWords;
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// Where the site keeps its rounds.
const FOLDER: &str = "horinger";

/// The file of a round.
const FILE: &str = "targets.json";

/// The rounds of a site by the names that stand in addresses.
pub type Rounds = BTreeMap<String, Round>;

/// A round of hearing, as the build told it. Norwegian: *høringsrunde*.
#[derive(Debug)]
pub struct Round {
    /// As the build told it.
    pub told: Targets,
    places: HashMap<String, Spot>,
}

/// Where an id leads.
#[derive(Debug, Clone, Copy)]
enum Spot {
    Entry(usize),
    Block(usize),
}

/// What a round lets the public do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has not opened.
    Before,
    /// Submissions are received, and can be changed.
    Open,
    /// The deadline has passed.
    Over,
}

impl Round {
    /// What the round lets the public do at a point in time. The clock decides where times are told, and never
    /// opens what the plan says is closed.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        let passed = |written: &Option<String>| instant(written).map(|at| now > at);
        match self.told.state.as_str() {
            "closed" | "assessed" | "decided" | "held" => Standing::Over,
            _ if passed(&self.told.closes) == Some(true) => Standing::Over,
            "planned" if passed(&self.told.opens) != Some(true) => Standing::Before,
            _ if passed(&self.told.opens) == Some(false) => Standing::Before,
            _ => Standing::Open,
        }
    }

    /// The language of the site.
    #[must_use]
    pub fn language(&self) -> Language {
        Language::from_tag(&self.told.site.language).unwrap_or_default()
    }

    /// The title or the first words of what an id names; none where there is no such place.
    #[must_use]
    pub fn words(&self, id: &str) -> Option<&str> {
        match self.places.get(id)? {
            Spot::Entry(place) => self.told.entries.get(*place).map(|entry| entry.title.as_str()),
            Spot::Block(place) => self.told.blocks.get(*place).map(|block| block.text.as_str()),
        }
    }

    /// The block with an id.
    #[must_use]
    pub fn block(&self, id: &str) -> Option<&TargetBlock> {
        match self.places.get(id)? {
            Spot::Block(place) => self.told.blocks.get(*place),
            Spot::Entry(place) => {
                let id = &self.told.entries.get(*place)?.id;
                self.told.blocks.iter().find(|block| &block.id == id)
            }
        }
    }

    /// Where an id stands in the heard version, from the site's root.
    #[must_use]
    pub fn address(&self, id: &str) -> Option<&str> {
        match self.places.get(id)? {
            Spot::Entry(place) => self.told.entries.get(*place).map(|entry| entry.address.as_str()),
            Spot::Block(place) => self.told.blocks.get(*place).map(|block| block.address.as_str()),
        }
    }

    /// Whether an id names a section: an entry or a heading.
    #[must_use]
    pub fn is_section(&self, id: &str) -> bool {
        match self.places.get(id) {
            Some(Spot::Entry(_)) => true,
            Some(Spot::Block(place)) => self.told.blocks.get(*place).is_some_and(is_heading),
            None => false,
        }
    }

    /// The blocks under a section, its own heading left out.
    pub fn under<'r>(&'r self, id: &'r str) -> impl Iterator<Item = &'r TargetBlock> {
        self.told.blocks.iter().filter(move |block| block.section.as_deref() == Some(id))
    }

    /// All sections in reading order: id and title.
    pub fn sections(&self) -> impl Iterator<Item = (&str, &str)> {
        self.told.entries.iter().map(|entry| (entry.id.as_str(), entry.title.as_str()))
    }

    /// The deadline; none where the plan does not say.
    #[must_use]
    pub fn closes(&self) -> Option<Timestamp> {
        instant(&self.told.closes)
    }

    /// When it closes, in the site's language; empty where the plan does not say.
    #[must_use]
    pub fn closes_in_words(&self) -> String {
        in_words(&self.told.closes, self.language())
    }

    /// When it opens, in the site's language; empty where the plan does not say.
    #[must_use]
    pub fn opens_in_words(&self) -> String {
        in_words(&self.told.opens, self.language())
    }

    fn new(told: Targets) -> Round {
        let blocks = told.blocks.iter().enumerate();
        let mut places: HashMap<String, Spot> =
            blocks.map(|(place, block)| (block.id.clone(), Spot::Block(place))).collect();
        let entries = told.entries.iter().enumerate();
        places.extend(entries.map(|(place, entry)| (entry.id.clone(), Spot::Entry(place))));
        Round { told, places }
    }
}

fn is_heading(block: &TargetBlock) -> bool {
    matches!(block.kind.as_str(), "heading" | "entry" | "title")
}

fn instant(written: &Option<String>) -> Option<Timestamp> {
    written.as_deref()?.parse().ok()
}

/// The clock as it is written, which is Oslo's: `2027-03-01T12:00:00+01:00` is twelve o'clock.
fn in_words(written: &Option<String>, language: Language) -> String {
    let clock = written.as_deref().and_then(|written| written.get(..16));
    let moment = clock.and_then(|clock| When::parse(clock).ok());
    moment.map_or(String::new(), |moment| moment.format(language))
}

/// Reads a round from the text of its file.
///
/// # Errors
///
/// What is wrong with it, in English: the build writes these files, and a person never.
pub fn parse(text: &str) -> Result<Round, String> {
    let told: Targets = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if told.format != FORMAT {
        return Err(format!("form {} is not known, only {FORMAT}", told.format));
    }
    for written in [&told.opens, &told.closes] {
        if written.is_some() && instant(written).is_none() {
            return Err(format!(
                "{:?} is no point in time",
                written.as_deref().unwrap_or_default()
            ));
        }
    }
    let differs = |block: &&TargetBlock| {
        let own = blake3::hash(normal(&block.text).as_bytes()).to_hex();
        !block.hash.is_empty() && own.as_str() != block.hash
    };
    if let Some(block) = told.blocks.iter().find(differs) {
        return Err(format!("the text of {} does not have its hash", block.id));
    }
    Ok(Round::new(told))
}

/// Reads all rounds of a site.
///
/// # Errors
///
/// When the site can't be read, or a file of a round is not what it should be.
pub fn read(site: &Path) -> Result<Rounds, Error> {
    let mut rounds = Rounds::new();
    for path in files(site)? {
        let text =
            std::fs::read_to_string(&path).map_err(|error| Error::Read(path.clone(), error))?;
        let round = parse(&text).map_err(|why| Error::Targets(path.clone(), why))?;
        let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        if folder != Some(round.told.round.as_str()) {
            let why = format!("it is of the round “{}”", round.told.round);
            return Err(Error::Targets(path, why));
        }
        rounds.insert(round.told.round.clone(), round);
    }
    Ok(rounds)
}

/// The files of a site's rounds; none where it has no rounds.
///
/// # Errors
///
/// When there is no such site.
pub fn files(site: &Path) -> Result<Vec<PathBuf>, Error> {
    std::fs::metadata(site).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::NoSite(site.to_path_buf()),
        _ => Error::Read(site.to_path_buf(), error),
    })?;
    let Ok(rounds) = std::fs::read_dir(site.join(FOLDER)) else { return Ok(Vec::new()) };
    let files = rounds.filter_map(|round| Some(round.ok()?.path().join(FILE)));
    let mut files: Vec<PathBuf> = files.filter(|file| file.is_file()).collect();
    files.sort();
    Ok(files)
}

/// What tells one state of a site's rounds from another: names, times and sizes.
#[must_use]
pub fn stamp(site: &Path) -> Vec<(PathBuf, Option<std::time::SystemTime>, u64)> {
    let files = files(site).unwrap_or_default().into_iter();
    let stamped = files.filter_map(|file| {
        let about = std::fs::metadata(&file).ok()?;
        Some((file, about.modified().ok(), about.len()))
    });
    stamped.collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A small round that is open from 2026 to 2099.
    pub const SMALL: &str = include_str!("fixtures/targets.json");

    #[test]
    fn a_round_knows_its_places() {
        let round = parse(SMALL).unwrap();
        assert_eq!(round.words("b2"), Some("Trygge barn lærer mer."));
        assert!(round.is_section("b1") && round.is_section("b3") && !round.is_section("b2"));
        assert_eq!(round.words("b99"), None);
        let titles: Vec<&str> = round.sections().map(|(_, title)| title).collect();
        assert_eq!(titles, ["Trygt miljø", "Slik gjør vi det"]);
        assert_eq!(round.closes_in_words(), "1.\u{a0}mars 2099 kl.\u{a0}12.00");
    }

    #[test]
    fn the_clock_opens_and_closes() {
        let mut round = parse(SMALL).unwrap();
        let at = |written: &str| written.parse::<Timestamp>().unwrap();
        assert_eq!(round.standing(at("2025-12-31T23:59:59+01:00")), Standing::Before);
        assert_eq!(round.standing(at("2026-01-01T00:00:01+01:00")), Standing::Open);
        assert_eq!(round.standing(at("2099-03-01T11:00:00Z")), Standing::Open);
        assert_eq!(round.standing(at("2099-03-01T11:00:01Z")), Standing::Over);
        round.told.state = "closed".to_string();
        assert_eq!(round.standing(at("2026-06-01T00:00:00Z")), Standing::Over);
    }

    #[test]
    fn what_is_not_a_round_is_told() {
        let wrong = |from: &str, to: &str| parse(&SMALL.replacen(from, to, 1)).unwrap_err();
        assert_eq!(wrong("\"format\": 1", "\"format\": 2"), "form 2 is not known, only 1");
        assert!(wrong("2099-03-01T12", "2099-13-01T12").contains("no point in time"));
        assert!(wrong("\"version\"", "\"versjon\"").contains("missing field `version`"));
        assert!(wrong("\"hash\": \"\"", "\"hash\": \"00\"").contains("b1 does not have its hash"));
    }
}
