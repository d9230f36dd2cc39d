//! What was said in a hearing is not lost: a block that was commented on stands, or it is told where it went.
//!
//! 1. The plan has the frozen versions, what became of their blocks, and the comments. Most plans have
//!    none of it, and are done.
//! 2. Blocks that comments point at, or that others became, are looked for in the plan as it is, wherever
//!    it may stand now, by their words in normal form. A block without words can't be looked for, and passes.
//! 3. A block is settled if it stands, if a lineage says why it is gone, or if all that it became is
//!    settled; what a lineage only proposes settles nothing. A block of the last version is also settled if its
//!    words, changed as they may be, can be followed into the plan without doubt.
//! 4. A commented one that is not settled, is told: once, however many comments it has.

use super::Input;
use super::bodies::Part;
use super::gather::{self, Place, by_key};
use crate::contract::hearing::{Step, Submissions};
use crate::contract::{Block, Contract, normal};
use crate::diagnostic::rules::{LOST_COMMENT, UNKNOWN_REFERENCE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::{Alert, Tag};
use crate::say;
use crate::text::{Span, nearest};
use crate::version::{self, Unit, align, units_of};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// How many of a block's words a message shows.
const SHOWN: usize = 8;

/// Each id with its texts: one, but for the same id in several versions.
type Blocks<'c> = HashMap<&'c str, Vec<(&'c str, &'c Block)>>;

/// The rule `lost-comment`, and `unknown-reference` for blocks that no version has.
pub(super) fn lost_comment(input: &Input, parts: &[Part], diagnostics: &mut Diagnostics) {
    let contract = &input.plan.contract;
    unknown_heirs(contract, diagnostics);
    let commented = commented(input, contract, diagnostics);
    if commented.is_empty() {
        return;
    }
    let mut blocks = Blocks::new();
    for version in &contract.versions {
        for block in &version.blocks {
            blocks.entry(&block.id).or_default().push((&version.name, block));
        }
    }
    let standing = standing(input, parts, &blocks);
    let nothing = HashSet::new();
    let mut settled = settled(contract, (&commented, &blocks), &standing, &nothing);
    if commented.iter().any(|(id, _)| !settled.contains(id)) {
        settled = self::settled(contract, (&commented, &blocks), &standing, &followed(input));
    }
    for (id, places) in &commented {
        if let Some((version, block)) = blocks.get(id).and_then(|found| found.first())
            && !settled.contains(id)
        {
            let gap = contract.fates.iter().filter(|fate| fate.id == **id).find_map(|fate| {
                fate.became.iter().find(|(heir, _)| !settled.contains(heir.as_str()))
            });
            let told = told(version, block, places);
            diagnostics.push(with_labels(told, input, block, (places, gap)));
        }
    }
}

/// The blocks that comments point at, in order of first mention. What points at nothing is told.
fn commented<'c>(
    input: &'c Input,
    contract: &'c Contract,
    diagnostics: &mut Diagnostics,
) -> Vec<(&'c str, Vec<Place>)> {
    let mut found = Vec::new();
    for round in &contract.rounds {
        let Some(said) = &round.submissions else { continue };
        let text = &input.files[said.file.0 as usize].text;
        let Some(version) = contract.version(&said.head.version) else {
            diagnostics.push(unknown_version(contract, said, text));
            continue;
        };
        let known: HashSet<&str> = version.blocks.iter().map(|block| block.id.as_str()).collect();
        for (id, places) in by_key(targets(said, text)) {
            if known.contains(id) {
                found.extend(places.into_iter().map(|place| (id, place)));
            } else if version.is_whole {
                unknown_block(&version.name, id, &places, diagnostics);
            }
        }
    }
    by_key(found)
}

/// The blocks that a round's comments point at, with the places where they do.
fn targets<'c>(said: &'c Submissions, text: &'c str) -> impl Iterator<Item = (&'c str, Place)> {
    said.rows.iter().enumerate().flat_map(move |(row, (submission, _))| {
        submission.comments.iter().enumerate().filter_map(move |(number, comment)| {
            let field = if comment.block.is_some() { "block" } else { "section" };
            let path = [Step::Field("comments"), Step::Item(number), Step::Field(field)];
            Some((comment.target()?, Place::new(said.place(text, row, &path), "")))
        })
    })
}

/// Tells of lineages that name blocks which their version does not have.
fn unknown_heirs(contract: &Contract, diagnostics: &mut Diagnostics) {
    for (name, fates) in by_key(contract.fates.iter().map(|fate| (fate.version.as_str(), fate))) {
        let version = contract.versions.iter().find(|version| version.name == name);
        if version.is_some_and(|version| !version.is_whole) {
            continue;
        }
        let blocks = version.map_or(&[][..], |version| &version.blocks);
        let known: HashSet<&str> = blocks.iter().map(|block| block.id.as_str()).collect();
        for (id, span) in fates.into_iter().flat_map(|fate| &fate.became) {
            if !known.contains(id.as_str()) {
                unknown_block(name, id, &[Place::new(*span, "")], diagnostics);
            }
        }
    }
}

/// Normal forms of those blocks' words that stand in the plan as it is.
fn standing(input: &Input, parts: &[Part], blocks: &Blocks) -> HashSet<String> {
    let texts = blocks.values().flatten().map(|(_, block)| normal(&block.text));
    let sought: HashSet<String> = texts.collect();
    let titles = input.plan.entries.iter().map(|entry| entry.title.as_str());
    let titles = titles.chain([input.plan.settings.title.as_str()]).map(normal);
    let mut standing: HashSet<String> = titles.filter(|title| sought.contains(title)).collect();
    let found: Vec<String> =
        parts.par_iter().flat_map_iter(|part| words_of(part, &sought)).collect();
    standing.extend(found);
    // Nothing was said by a block without words.
    standing.insert(String::new());
    standing
}

/// The sought words that stand in a text, outside what only its authors see.
fn words_of(part: &Part, sought: &HashSet<String>) -> Vec<String> {
    let document = part.document();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(node) = document.nodes.get(at) {
        let is_hidden = node.tag == Tag::Alert(Alert::Todo);
        let is_block = !is_hidden
            && matches!(
                node.tag,
                Tag::Paragraph
                    | Tag::Heading(_)
                    | Tag::Quote
                    | Tag::Alert(_)
                    | Tag::Item(_)
                    | Tag::CodeBlock(_)
                    | Tag::Table(_)
                    | Tag::Cell(_)
                    | Tag::FootnoteText(_)
            );
        if let Tag::Figure(image) = node.tag {
            let caption = normal(&document.images[image as usize].caption);
            found.extend(Some(caption).filter(|words| sought.contains(words)));
        }
        if is_block {
            found.extend(Some(normal(&document.words(at))).filter(|words| sought.contains(words)));
        }
        at = if is_hidden { node.next as usize } else { at + 1 };
    }
    found
}

/// The last version's blocks whose words were changed, and that stand in the plan without doubt.
fn followed<'c>(input: &Input<'c>) -> HashSet<&'c str> {
    let Some(last) = input.plan.contract.versions.last() else { return HashSet::new() };
    let units: Vec<Unit> =
        version::pieces(input.plan, input.files).iter().map(Unit::from).collect();
    let alignment = align(&units_of(&last.blocks), &units);
    let stays = alignment.kept.into_iter().flatten();
    let sure = alignment.retired.into_iter().filter(|one| one.sure).map(|one| one.old);
    stays.chain(sure).map(|old| last.blocks[old].id.as_str()).collect()
}

/// The ids that are accounted for. An id that no version has is told elsewhere, and counts as one.
fn settled<'c>(
    contract: &'c Contract,
    (commented, blocks): (&[(&'c str, Vec<Place>)], &Blocks),
    standing: &HashSet<String>,
    followed: &HashSet<&str>,
) -> HashSet<&'c str> {
    let stands = |id: &&str| {
        followed.contains(id)
            || blocks.get(id).is_none_or(|found| {
                found.iter().any(|(_, block)| standing.contains(&normal(&block.text)))
            })
    };
    let heirs = contract.fates.iter().flat_map(|fate| &fate.became).map(|(id, _)| id.as_str());
    let mut settled: HashSet<&str> =
        commented.iter().map(|(id, _)| *id).chain(heirs).filter(stands).collect();
    settled
        .extend(contract.fates.iter().filter(|fate| !fate.gone.is_empty()).map(|fate| &*fate.id));
    // What became of what became of it, until nothing more follows: a circle settles nothing.
    loop {
        let before = settled.len();
        for fate in contract.fates.iter().filter(|fate| fate.sure && !fate.became.is_empty()) {
            if fate.became.iter().all(|(heir, _)| settled.contains(heir.as_str())) {
                settled.insert(&fate.id);
            }
        }
        if settled.len() == before {
            return settled;
        }
    }
}

fn told(version: &str, block: &Block, comments: &[Place]) -> Diagnostic {
    let (id, path, count) = (&block.id, &block.path, comments.len());
    let mut words: Vec<&str> = block.text.split_whitespace().take(SHOWN + 1).collect();
    if words.len() > SHOWN {
        words[SHOWN] = "…";
    }
    let words = words.join(" ");
    let message = match count {
        1 => say!(
            nb: "Et kommentert avsnitt er borte uten at det er sagt hvor: «{words}», som sto i {path}",
            en: "A commented paragraph is gone with no word of where it went: “{words}”, which stood in {path}"
        ),
        _ => say!(
            nb: "Et avsnitt med {count} kommentarer er borte uten at det er sagt hvor: «{words}», som sto i {path}",
            en: "A paragraph with {count} comments is gone with no word of where it went: “{words}”, which stood in {path}"
        ),
    };
    Diagnostic::at(&LOST_COMMENT, block.span, message).help(say!(
        nb: "Sett teksten tilbake, eller skriv i versions/{version}/lineage.toml: [[block]] id = \"{id}\" gone = \"hvorfor den er borte\", med hvert felt på sin linje. Er teksten skrevet om: planverk freeze NAVN, og så planverk lineage NAVN",
        en: "Put the text back, or write in versions/{version}/lineage.toml: [[block]] id = \"{id}\" gone = \"why it is gone\", each field on a line of its own. If it was rewritten: planverk freeze NAME, then planverk lineage NAME"
    ))
}

/// Adds where it was commented on, what it became that is gone too, and the entry as it is now.
fn with_labels(
    mut told: Diagnostic,
    input: &Input,
    block: &Block,
    (comments, gap): (&[Place], Option<&(String, Span)>),
) -> Diagnostic {
    if let Some(comment) = comments.first() {
        told = told.label(comment.span, say!(nb: "kommentert her", en: "commented on here"));
    }
    if let Some((heir, span)) = gap {
        told = told.label(
            *span,
            say!(nb: "ble til «{heir}», som også er borte", en: "became “{heir}”, which is gone too"),
        );
    }
    if let Some(entry) = input.plan.find(&block.entry) {
        let now = say!(nb: "oppføringen som det sto i", en: "the entry that it stood in");
        told = told.label(input.plan.entry(entry).span, now);
    }
    told
}

fn unknown_version(contract: &Contract, said: &Submissions, text: &str) -> Diagnostic {
    let version = &said.head.version;
    let message = say!(
        nb: "Innspillene gjelder versjonen «{version}», men det finnes ingen versions/{version}/blocks.json",
        en: "The submissions are on the version “{version}”, but there is no versions/{version}/blocks.json"
    );
    let told = Diagnostic::at(&UNKNOWN_REFERENCE, said.head_place(text, "version"), message);
    match nearest(version, contract.versions.iter().map(|version| version.name.as_str())) {
        Some(near) => told.help(say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?")),
        None => told.help(say!(
            nb: "Legg mappen med den frosne versjonen tilbake.",
            en: "Put the folder of the frozen version back."
        )),
    }
}

fn unknown_block(version: &str, id: &str, places: &[Place], diagnostics: &mut Diagnostics) {
    let message = say!(
        nb: "versions/{version}/blocks.json har ikke noe avsnitt «{id}»",
        en: "versions/{version}/blocks.json has no block “{id}”"
    );
    let help = say!(
        nb: "Se etter riktig id der, eller om filene er fra ulike versjoner.",
        en: "Look up the right id there, or whether the files are of different versions."
    );
    gather::tell(&UNKNOWN_REFERENCE, places, (message, help), diagnostics);
}
