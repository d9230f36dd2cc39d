//! Versions hold whatever is done to a document: nothing retired is forgotten, and a difference is complete.

use planverk::contract::{BlockKind, Contract, Fate, Version, normal};
use planverk::text::{FileId, Span};
use planverk::version::{Difference, History, Home, Numbered, Piece, number};
use proptest::prelude::*;
use std::collections::HashSet;

/// A document: sections, each with a heading and paragraphs, each of sentences.
#[derive(Debug, Clone)]
struct Text {
    sections: Vec<(String, Vec<Vec<String>>)>,
}

/// What somebody does to a document; numbers choose the places.
#[derive(Debug, Clone)]
enum Edit {
    Word(usize, usize, String),
    MoveSentence(usize, usize),
    Split(usize),
    Merge(usize),
    MoveSection(usize, usize),
    Retitle(usize, String),
    Delete(usize),
    Add(usize, Vec<String>),
    Repeat(usize, usize),
}

const WORDS: [&str; 24] = [
    "barn",
    "unge",
    "skole",
    "barnehage",
    "leker",
    "lærer",
    "trygg",
    "ute",
    "inne",
    "sammen",
    "hver",
    "dag",
    "voksne",
    "hjelper",
    "kommunen",
    "bygger",
    "møtes",
    "leser",
    "bøker",
    "synger",
    "og",
    "i",
    "på",
    "med",
];

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..12)
        .prop_map(|words| words.join(" ") + ".")
}

fn text() -> impl Strategy<Value = Text> {
    let paragraph = prop::collection::vec(sentence(), 1..4);
    let section = (sentence(), prop::collection::vec(paragraph, 0..5));
    prop::collection::vec(section, 1..5).prop_map(|sections| Text { sections })
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = || 0..100_usize;
    prop_oneof![
        (at(), at(), prop::sample::select(&WORDS[..])).prop_map(|(a, b, word)| Edit::Word(
            a,
            b,
            word.into()
        )),
        (at(), at()).prop_map(|(a, b)| Edit::MoveSentence(a, b)),
        at().prop_map(Edit::Split),
        at().prop_map(Edit::Merge),
        (at(), at()).prop_map(|(a, b)| Edit::MoveSection(a, b)),
        (at(), sentence()).prop_map(|(at, title)| Edit::Retitle(at, title)),
        at().prop_map(Edit::Delete),
        (at(), prop::collection::vec(sentence(), 1..3)).prop_map(|(at, new)| Edit::Add(at, new)),
        (at(), at()).prop_map(|(a, b)| Edit::Repeat(a, b)),
    ]
}

impl Text {
    /// The section and paragraph that a number chooses.
    fn place(&self, number: usize) -> Option<(usize, usize)> {
        let all = self.sections.iter().enumerate();
        let all = all.flat_map(|(at, (_, own))| (0..own.len()).map(move |one| (at, one)));
        let all: Vec<(usize, usize)> = all.collect();
        all.get(number % all.len().max(1)).copied()
    }

    fn paragraph(&mut self, number: usize) -> Option<&mut Vec<String>> {
        let (section, at) = self.place(number)?;
        self.sections[section].1.get_mut(at)
    }

    fn do_edit(&mut self, edit: &Edit) {
        let count = self.sections.len();
        match edit {
            Edit::Word(at, word, new) => {
                let Some(paragraph) = self.paragraph(*at) else { return };
                let Some(first) = paragraph.first_mut() else { return };
                let mut words: Vec<&str> = first.split(' ').collect();
                let place = word % words.len();
                words[place] = new;
                *first = words.join(" ");
            }
            Edit::MoveSentence(from, to) => {
                let Some(taken) = self.paragraph(*from).and_then(Vec::pop) else { return };
                if let Some(paragraph) = self.paragraph(*to) {
                    paragraph.push(taken);
                }
            }
            Edit::Split(at) => {
                let Some((section, at)) = self.place(*at) else { return };
                let half = self.sections[section].1[at].len() / 2;
                let rest = self.sections[section].1[at].split_off(half);
                self.sections[section].1.insert(at + 1, rest);
            }
            Edit::Merge(at) => {
                let Some((section, at)) = self.place(*at) else { return };
                if at + 1 < self.sections[section].1.len() {
                    let next = self.sections[section].1.remove(at + 1);
                    self.sections[section].1[at].extend(next);
                }
            }
            Edit::MoveSection(from, to) => {
                let moved = self.sections.remove(from % count);
                self.sections.insert(to % count, moved);
            }
            Edit::Retitle(at, title) => self.sections[at % count].0.clone_from(title),
            Edit::Delete(at) => {
                if let Some((section, at)) = self.place(*at) {
                    self.sections[section].1.remove(at);
                }
            }
            Edit::Add(at, new) => self.sections[at % count].1.push(new.clone()),
            Edit::Repeat(from, to) => {
                if let Some(copy) = self.paragraph(*from).cloned() {
                    self.sections[to % count].1.push(copy);
                }
            }
        }
    }

    fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut add = |kind, section, text: String| {
            let normal = normal(&text);
            if !normal.is_empty() {
                let home = Home { entry: None, node: None };
                let (path, entry) = ("content/a.md".to_string(), "a".to_string());
                let (seen, marks) = (None, Vec::new());
                pieces.push(Piece { path, entry, kind, section, text, seen, marks, normal, home });
            }
            pieces.len() - 1
        };
        let top = add(BlockKind::Entry, None, "Planen".to_string());
        for (title, paragraphs) in &self.sections {
            let heading = add(BlockKind::Heading, Some(top), title.clone());
            for paragraph in paragraphs {
                add(BlockKind::Paragraph, Some(heading), paragraph.join(" "));
            }
        }
        pieces
    }
}

/// The contract with one more version.
fn frozen(mut contract: Contract, numbered: &Numbered) -> Contract {
    let name = format!("v{}", contract.versions.len() + 1);
    let nowhere = Span::new(FileId(0), 0..0);
    contract.fates.extend(numbered.rows.iter().map(|row| Fate {
        version: name.clone(),
        id: row.id.clone(),
        became: row.became.iter().map(|id| (id.clone(), nowhere)).collect(),
        how: row.how,
        gone: row.gone.clone(),
        sure: row.sure,
        span: nowhere,
    }));
    let blocks = numbered.blocks.clone();
    contract.versions.push(Version { name, blocks, is_whole: true, sheet: None });
    contract
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_forgotten_and_differences_are_complete(
        first in text(),
        rounds in prop::collection::vec(prop::collection::vec(edit(), 0..12), 1..4),
    ) {
        let mut text = first;
        let mut contract = frozen(Contract::default(), &number(&text.pieces(), &Contract::default()));
        for edits in rounds {
            let before: Vec<_> = contract.versions.last().map(|one| one.blocks.clone()).unwrap_or_default();
            edits.iter().for_each(|edit| text.do_edit(edit));
            let numbered = number(&text.pieces(), &contract);
            let ids: HashSet<&str> = numbered.blocks.iter().map(|block| block.id.as_str()).collect();
            prop_assert_eq!(ids.len(), numbered.blocks.len(), "an id stands once");
            for block in &before {
                let stays = ids.contains(block.id.as_str());
                let rows = numbered.rows.iter().filter(|row| row.id == block.id).count();
                prop_assert_eq!(usize::from(!stays), rows, "{} stays or has its row", block.id);
            }
            for row in &numbered.rows {
                prop_assert!(row.became.iter().all(|id| ids.contains(id.as_str())));
                prop_assert!(!row.became.is_empty() || row.asks(), "gone, and nobody is asked why");
            }
            // An id names one text for life.
            for block in &numbered.blocks {
                for earlier in contract.versions.iter().flat_map(|one| &one.blocks) {
                    if earlier.id == block.id {
                        prop_assert_eq!(normal(&earlier.text), normal(&block.text));
                        prop_assert_eq!(earlier.kind, block.kind);
                    }
                }
            }
            contract = frozen(contract, &numbered);
            let again = number(&text.pieces(), &contract);
            prop_assert!(again.rows.is_empty(), "freezing twice changes nothing");
            let same = again.blocks.iter().zip(&numbered.blocks).all(|(a, b)| a.id == b.id);
            prop_assert!(same, "freezing twice changes nothing");
        }
        let history = History::of(&contract, &[]);
        let last = contract.versions.len() - 1;
        for from in 0..last {
            let (old, new) = (&contract.versions[from].blocks, &contract.versions[last].blocks);
            let difference = Difference::between(old, new, &history, last);
            let expected: Vec<String> = new.iter().map(|block| block.text.clone()).collect();
            prop_assert_eq!(difference.applied_to(old), expected);
            let told: HashSet<usize> = difference.changes.iter().flat_map(|one| one.old.clone()).collect();
            prop_assert_eq!(told.len(), old.len(), "each old block is told of");
        }
    }
}
