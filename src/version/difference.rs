//! What is different in one version from another: every block of the newer one with where it comes from, and
//! those of the older one that are no more.
//!
//! Blocks that hang together (one that was split with its parts, several that were merged) are compared as one
//! text, so that a sentence that moved from the one to the other is not shown as taken out and put in. A
//! difference is complete: [`Difference::applied_to`] gives the newer version back from the older one.

use super::history::{History, Whereabouts};
use super::words::{Op, PART, Run, compare_words};
use crate::contract::{Block, normal, word_count};
use rustc_hash::{FxHashMap, FxHashSet};

/// The difference between two versions, in the newer one's order; what was taken out stands where it stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// The changes, unchanged blocks among them.
    pub changes: Vec<Change>,
}

/// Of a hundred words, how many may be other than those heard before it is time to hear again. No rule sets a
/// number: one word of five is where a reader no longer meets the text that was heard.
const MUCH: usize = 20;

/// What happened to a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub kind: ChangeKind,
    /// The older blocks that it comes from, as places.
    pub old: Vec<usize>,
    /// The newer block, as a place; none for one that was taken out.
    pub new: Option<usize>,
    /// Whether it stands in another entry, or elsewhere among its neighbours.
    pub moved: bool,
    /// Whether more was changed than signs and letter case.
    pub material: bool,
    /// Whether a lineage is sure of where it comes from.
    pub sure: bool,
    /// Why it was taken out, where that is said.
    pub why: String,
    /// Its words.
    pub runs: Vec<Run>,
}

/// What a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The block is as it was.
    Same,
    /// Its words were changed.
    Changed,
    /// It is part of one that was split.
    Split,
    /// Several became one.
    Merged,
    /// It is new.
    Added,
    /// It is no more.
    Removed,
}

impl ChangeKind {
    /// Its name in data and classes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Same => "same",
            ChangeKind::Changed => "changed",
            ChangeKind::Split => "split",
            ChangeKind::Merged => "merged",
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
        }
    }
}

/// How much of a version is no longer as it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Blocks of the older version whose words were changed, or that are no more.
    pub changed: usize,
    /// New blocks that come from none.
    pub added: usize,
    /// Blocks of the older version.
    pub blocks: usize,
    /// Words that were taken out or put in.
    pub words: usize,
    /// Words of both versions together.
    pub of_words: usize,
}

impl Tally {
    /// Of a hundred words of either version, how many stand in one of them alone: 20 where each fifth word is
    /// another, and 100 where nothing is left.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.words * 100).checked_div(self.of_words).unwrap_or(0)
    }

    /// Whether so much was changed that who was heard on the older version should be heard again.
    #[must_use]
    pub fn is_much(&self) -> bool {
        self.percent() >= MUCH
    }
}

impl Difference {
    /// Compares the blocks of a version with those of a later one, whose place among the versions is `to`.
    #[must_use]
    pub fn between(old: &[Block], new: &[Block], history: &History, to: usize) -> Difference {
        Comparison::of(old, new, history, to).difference()
    }

    /// The newer version's texts, made from the older one's.
    #[must_use]
    pub fn applied_to(&self, old: &[Block]) -> Vec<String> {
        let of = |change: &Change| match change.kind {
            ChangeKind::Removed => None,
            ChangeKind::Same => change.old.first().map(|at| old[*at].shown().to_string()),
            _ => {
                let left = change.runs.iter().filter(|run| run.op != Op::Out);
                Some(left.map(|run| run.text.as_str()).collect())
            }
        };
        self.changes.iter().filter_map(of).collect()
    }

    /// How much was changed.
    #[must_use]
    pub fn tally(&self, old: &[Block]) -> Tally {
        let mut tally = Tally { blocks: old.len(), ..Tally::default() };
        let words = |op, runs: &[Run]| -> usize {
            runs.iter().filter(|run| run.op == op).map(|run| word_count(&run.text)).sum()
        };
        let before: usize = old.iter().map(|block| word_count(block.shown())).sum();
        let (mut out, mut into) = (0, 0);
        let mut changed = FxHashSet::default();
        for change in self.changes.iter().filter(|change| change.material) {
            changed.extend(change.old.iter().copied());
            tally.added += usize::from(change.kind == ChangeKind::Added);
            out += words(Op::Out, &change.runs);
            into += words(Op::In, &change.runs);
        }
        tally.words = out + into;
        tally.of_words = before + (before + into).saturating_sub(out);
        tally.changed = changed.len();
        tally
    }
}

/// The two versions while they are compared.
struct Comparison<'c> {
    old: &'c [Block],
    new: &'c [Block],
    /// Where each old block is.
    found: Vec<Whereabouts>,
    /// For each old block, the new ones that it is or became.
    heirs: Vec<Vec<usize>>,
    /// For each new block, the old ones that it is or comes from.
    parents: Vec<Vec<usize>>,
    /// Blocks that kept their place among those that both versions have.
    in_order: FxHashSet<usize>,
}

impl<'c> Comparison<'c> {
    fn of(old: &'c [Block], new: &'c [Block], history: &History, to: usize) -> Comparison<'c> {
        let places: FxHashMap<&str, usize> =
            new.iter().enumerate().map(|(at, block)| (block.id.as_str(), at)).collect();
        let later: FxHashSet<&str> = places.keys().copied().collect();
        let found: Vec<Whereabouts> =
            old.iter().map(|block| history.find(&block.id, to, &later)).collect();
        let mut parents = vec![Vec::new(); new.len()];
        let mut heirs = vec![Vec::new(); old.len()];
        for (at, one) in found.iter().enumerate() {
            for heir in one.blocks.iter().filter_map(|id| places.get(id.as_str())) {
                parents[*heir].push(at);
                heirs[at].push(*heir);
            }
        }
        let in_order = in_order(&heirs);
        Comparison { old, new, found, heirs, parents, in_order }
    }

    fn difference(&self) -> Difference {
        let mut changes: Vec<Change> = Vec::with_capacity(self.new.len());
        let mut runs = self.runs();
        // What was taken out follows the heir of the nearest block before it that has one.
        let mut out_after: FxHashMap<Option<usize>, Vec<usize>> = FxHashMap::default();
        let mut last = None;
        for (at, heirs) in self.heirs.iter().enumerate() {
            match heirs.first() {
                Some(heir) if self.in_order.contains(&at) => last = Some(*heir),
                Some(_) => {}
                None => out_after.entry(last).or_default().push(at),
            }
        }
        let removed = |after: Option<usize>| {
            out_after.get(&after).into_iter().flatten().map(|at| self.removed(*at))
        };
        changes.extend(removed(None));
        for at in 0..self.new.len() {
            changes.push(self.change(at, runs.remove(&at)));
            changes.extend(removed(Some(at)));
        }
        Difference { changes }
    }

    fn change(&self, at: usize, runs: Option<Vec<Run>>) -> Change {
        let parents = &self.parents[at];
        let text = self.new[at].shown();
        let is_same = matches!(parents.as_slice(), [one] if self.old[*one].shown() == text && self.heirs[*one].len() == 1);
        let kind = match parents.as_slice() {
            [] => ChangeKind::Added,
            _ if is_same => ChangeKind::Same,
            [_, _, ..] => ChangeKind::Merged,
            [one] if self.heirs[*one].len() > 1 => ChangeKind::Split,
            [_] => ChangeKind::Changed,
        };
        let moved = parents.first().is_some_and(|one| {
            self.old[*one].entry != self.new[at].entry || !self.in_order.contains(one)
        });
        let same = |op, text: &str| vec![Run { op, text: text.to_string() }];
        let runs = match kind {
            ChangeKind::Same => same(Op::Same, text),
            ChangeKind::Added => same(Op::In, text),
            _ => runs.unwrap_or_else(|| same(Op::In, text)),
        };
        let is_told = |run: &Run| run.op != Op::Same && !normal(&run.text).is_empty();
        // The same id is the same text, though a figure in it may have another value now.
        let same_words =
            matches!(parents.as_slice(), [one] if self.old[*one].id == self.new[at].id);
        let material = !same_words && runs.iter().any(is_told);
        let sure = parents.iter().all(|one| self.found[*one].sure);
        Change {
            kind,
            old: parents.clone(),
            new: Some(at),
            moved,
            material,
            sure,
            why: String::new(),
            runs,
        }
    }

    fn removed(&self, at: usize) -> Change {
        let Whereabouts { gone, sure, .. } = &self.found[at];
        let text = self.old[at].shown().to_string();
        Change {
            kind: ChangeKind::Removed,
            old: vec![at],
            new: None,
            moved: false,
            material: true,
            sure: *sure,
            why: gone.clone(),
            runs: vec![Run { op: Op::Out, text }],
        }
    }

    /// The words of new blocks that come from others, by block.
    fn runs(&self) -> FxHashMap<usize, Vec<Run>> {
        let mut runs = FxHashMap::default();
        let mut done = FxHashSet::default();
        for at in 0..self.new.len() {
            if self.parents[at].is_empty() || done.contains(&at) {
                continue;
            }
            let (olds, news) = self.family(at);
            done.extend(news.iter().copied());
            let text = |blocks: &[Block], places: &[usize]| {
                let texts: Vec<&str> = places.iter().map(|at| blocks[*at].shown()).collect();
                texts.join(&PART.to_string())
            };
            let both = compare_words(&text(self.old, &olds), &text(self.new, &news));
            runs.extend(news.into_iter().zip(parts(both)));
        }
        runs
    }

    /// All blocks that hang together with a new one, in order.
    fn family(&self, new: usize) -> (Vec<usize>, Vec<usize>) {
        let (mut olds, mut news) = (Vec::new(), vec![new]);
        let mut at = 0;
        while let Some(new) = news.get(at).copied() {
            at += 1;
            for old in &self.parents[new] {
                if !olds.contains(old) {
                    olds.push(*old);
                    let more: Vec<usize> = self.heirs[*old]
                        .iter()
                        .copied()
                        .filter(|one| !news.contains(one))
                        .collect();
                    news.extend(more);
                }
            }
        }
        olds.sort_unstable();
        news.sort_unstable();
        (olds, news)
    }
}

/// The runs of several blocks that were compared as one text, for each of the newer ones.
fn parts(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut parts = vec![Vec::new()];
    for Run { op, text } in runs {
        // A space that stood where a block was split is nothing that anybody took out.
        if op == Op::Out && text.trim().is_empty() {
            continue;
        }
        for (at, piece) in text.split(PART).enumerate() {
            if at > 0 && op == Op::Out {
                // Where two became one: the words go on.
                push(&mut parts, op, " ");
            } else if at > 0 {
                parts.push(Vec::new());
            }
            push(&mut parts, op, piece);
        }
    }
    parts
}

fn push(parts: &mut [Vec<Run>], op: Op, text: &str) {
    if let Some(part) = parts.last_mut().filter(|_| !text.is_empty()) {
        match part.last_mut() {
            Some(last) if last.op == op => last.text.push_str(text),
            _ => part.push(Run { op, text: text.to_string() }),
        }
    }
}

/// The old blocks that stand in the same order in both versions: the longest such row.
fn in_order(heirs: &[Vec<usize>]) -> FxHashSet<usize> {
    let firsts: Vec<(usize, usize)> =
        heirs.iter().enumerate().filter_map(|(at, heirs)| Some((at, *heirs.first()?))).collect();
    // For each length, the row of that length that ends earliest; and for each block the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(firsts.len());
    for (place, (_, new)) in firsts.iter().enumerate() {
        let length = ends.partition_point(|end| firsts[*end].1 < *new);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut row = FxHashSet::default();
    let mut next = ends.last().copied();
    while let Some(place) = next {
        row.insert(firsts[place].0);
        next = before[place];
    }
    row
}
