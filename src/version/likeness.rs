//! Pairs of blocks that share words.
//!
//! Words and pairs of neighbouring words weigh the more the fewer blocks have them. Of all pairs the likest is
//! taken first, and what it has in common is used up on both sides; so the second half of a paragraph
//! finds its own heir, and a block into which two went finds both. An index from words to blocks keeps
//! this near to linear for thousands of blocks.

use super::Unit;
use super::align::{Pair, Sides};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BinaryHeap;

/// Words that more blocks than this have are no reason to compare these.
const COMMON: usize = 200;

/// With how many of the likest others a block is compared closely.
const CANDIDATES: usize = 12;

/// The least likeness of a proposal.
const LIKE: f64 = 0.25;

/// The likeness that leaves no doubt, when no other comes near.
const SURE: f64 = 0.6;

/// How much less like the next one must be.
const MARGIN: f64 = 0.12;

/// What each shared neighbour, or the entry, adds to a likeness.
const NEIGHBOUR: f64 = 0.07;

/// Words in a row that are no chance.
const RUN: usize = 5;

/// Words in a row that are a sentence of the one in the other.
const SENTENCE: usize = 8;

/// Words and pairs of words, each with its count and in order.
type Features = Vec<(u32, u32)>;

/// Pairs among what is left after `known` ones.
pub(super) fn pairs(sides: &Sides, known: &[Pair]) -> Vec<Pair> {
    let olds_known: FxHashSet<usize> = known.iter().map(|pair| pair.old).collect();
    let news_known: FxHashSet<usize> = known.iter().map(|pair| pair.new).collect();
    let (mut olds, mut news) = sides.left();
    olds.retain(|old| !olds_known.contains(old));
    news.retain(|new| !news_known.contains(new));
    let texts = Texts::of(sides, &olds, &news);
    texts.greedy(sides)
}

/// The blocks that are compared, as words.
struct Texts {
    olds: Vec<Text>,
    news: Vec<Text>,
    /// The weight of each feature.
    weights: Vec<f64>,
}

struct Text {
    at: usize,
    /// Its words; none for one that a pair has used up.
    words: Vec<Option<u32>>,
    /// What no pair has used up.
    rest: Features,
    weight: f64,
    is_paired: bool,
}

/// A pair on its way, by likeness.
#[derive(PartialEq)]
struct Candidate {
    likeness: f64,
    old: usize,
    new: usize,
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Candidate) -> std::cmp::Ordering {
        let places = |one: &Candidate| (one.old, one.new);
        self.likeness.total_cmp(&other.likeness).then(places(other).cmp(&places(self)))
    }
}

impl Texts {
    fn of(sides: &Sides, olds: &[usize], news: &[usize]) -> Texts {
        let mut ids: FxHashMap<String, u32> = FxHashMap::default();
        let mut text = |at: usize, unit: &Unit| {
            let mut id = |feature: String| {
                let next = ids.len() as u32;
                *ids.entry(feature).or_insert(next)
            };
            let words: Vec<&str> = unit.normal.split(' ').filter(|word| !word.is_empty()).collect();
            let mut rest: Vec<u32> = words.windows(2).map(|two| id(two.join(" "))).collect();
            let words: Vec<u32> = words.into_iter().map(|word| id(word.to_string())).collect();
            rest.extend(&words);
            let rest = counted(rest);
            let words = words.into_iter().map(Some).collect();
            Text { at, words, rest, weight: 0.0, is_paired: false }
        };
        let olds: Vec<Text> = olds.iter().map(|at| text(*at, &sides.old[*at])).collect();
        let news: Vec<Text> = news.iter().map(|at| text(*at, &sides.new[*at])).collect();
        let mut met = vec![0_usize; ids.len()];
        for (feature, _) in olds.iter().chain(&news).flat_map(|text| &text.rest) {
            met[*feature as usize] += 1;
        }
        let all = (olds.len() + news.len()) as f64;
        // A block and what became of it: two have what is most telling.
        let weight = |met: usize| (1.0 + all / met.max(2) as f64).ln() + 0.2;
        let weights = met.into_iter().map(weight).collect();
        let mut texts = Texts { olds, news, weights };
        for at in 0..texts.olds.len() {
            texts.olds[at].weight = texts.weight(&texts.olds[at].rest);
        }
        for at in 0..texts.news.len() {
            texts.news[at].weight = texts.weight(&texts.news[at].rest);
        }
        texts
    }

    fn weight(&self, features: &Features) -> f64 {
        features.iter().map(|(id, count)| self.weights[*id as usize] * f64::from(*count)).sum()
    }

    /// Takes the likest pair until none is like.
    fn greedy(mut self, sides: &Sides) -> Vec<Pair> {
        let candidates = self.candidates(sides);
        let likenesses: Vec<(usize, usize, f64)> =
            candidates.iter().map(|one| (one.old, one.new, one.likeness)).collect();
        let mut heap: BinaryHeap<Candidate> = candidates.into();
        let mut taken: Vec<(usize, usize, f64)> = Vec::new();
        while let Some(best) = heap.pop() {
            let likeness = self.likeness(sides, best.old, best.new);
            if likeness < best.likeness - 1e-9 {
                if likeness >= LIKE {
                    heap.push(Candidate { likeness, ..best });
                }
                continue;
            }
            self.take(best.old, best.new);
            taken.push((best.old, best.new, best.likeness));
        }
        let doubts = doubts(&likenesses, &taken);
        let pair = |((old, new, likeness), doubt): (&(usize, usize, f64), bool)| {
            let sure = *likeness >= SURE && !doubt;
            Pair { old: self.olds[*old].at, new: self.news[*new].at, sure }
        };
        taken.iter().zip(doubts).map(pair).collect()
    }

    /// Pairs that are worth a closer look.
    fn candidates(&self, sides: &Sides) -> Vec<Candidate> {
        let mut index: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (at, text) in self.news.iter().enumerate() {
            for (feature, _) in &text.rest {
                index.entry(*feature).or_default().push(at);
            }
        }
        let mut found = Vec::new();
        for (old, text) in self.olds.iter().enumerate() {
            let mut shared: FxHashMap<usize, f64> = FxHashMap::default();
            for (feature, _) in &text.rest {
                let having = index.get(feature).map_or(&[][..], Vec::as_slice);
                if having.len() <= COMMON {
                    let weight = self.weights[*feature as usize];
                    having.iter().for_each(|new| *shared.entry(*new).or_default() += weight);
                }
            }
            let mut shared: Vec<(usize, f64)> = shared.into_iter().collect();
            shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            for (new, _) in shared.into_iter().take(CANDIDATES) {
                let likeness = self.likeness(sides, old, new);
                if likeness >= LIKE {
                    found.push(Candidate { likeness, old, new });
                }
            }
        }
        found
    }

    /// How like two texts are in what is left of them: 0 to 1, and a little more for their neighbours.
    fn likeness(&self, sides: &Sides, old: usize, new: usize) -> f64 {
        let (one, other) = (&self.olds[old], &self.news[new]);
        let shared = self.weight(&common(&one.rest, &other.rest));
        if shared <= 0.0 {
            return 0.0;
        }
        let (of_old, of_new) = (shared / one.weight, shared / other.weight);
        let both = 2.0 * shared / (one.weight + other.weight);
        let run = run(&one.words, &other.words);
        // The whole of the one stands in the other, or a sentence of it does.
        let contained = if run >= RUN { 0.9 * of_old.max(of_new) } else { 0.0 };
        let mut likeness = both.max(contained);
        // Part of a text that has an heir already: words by chance are no reason.
        if (one.is_paired || other.is_paired) && run < RUN {
            return 0.0;
        }
        if run >= SENTENCE {
            likeness = likeness.max(SURE + 0.05);
        }
        let (a, b) = (&sides.old[one.at], &sides.new[other.at]);
        let kind = if a.kind == b.kind { 0.0 } else { 0.08 };
        likeness + NEIGHBOUR * f64::from(sides.nearness(one.at, other.at)) - kind
    }

    /// Uses up what two texts have in common.
    fn take(&mut self, old: usize, new: usize) {
        let shared = common(&self.olds[old].rest, &self.news[new].rest);
        for text in [&mut self.olds[old], &mut self.news[new]] {
            text.is_paired = true;
            let used: FxHashMap<u32, u32> = shared.iter().copied().collect();
            for (feature, count) in &mut text.rest {
                *count -= used.get(feature).copied().unwrap_or(0);
            }
            text.rest.retain(|(_, count)| *count > 0);
            for word in &mut text.words {
                let left = |word: u32| text.rest.binary_search_by_key(&word, |(id, _)| *id).is_ok();
                *word = word.filter(|word| left(*word));
            }
        }
    }
}

/// For each pair that was taken, whether another comes near that has no better one of its own.
fn doubts(all: &[(usize, usize, f64)], taken: &[(usize, usize, f64)]) -> Vec<bool> {
    let is_taken: FxHashSet<(usize, usize)> =
        taken.iter().map(|(old, new, _)| (*old, *new)).collect();
    let mut best_of_old: FxHashMap<usize, f64> = FxHashMap::default();
    let mut best_of_new: FxHashMap<usize, f64> = FxHashMap::default();
    for (old, new, likeness) in taken {
        for (best, at) in [(&mut best_of_old, old), (&mut best_of_new, new)] {
            let best = best.entry(*at).or_insert(*likeness);
            *best = best.max(*likeness);
        }
    }
    let better =
        |best: Option<&f64>, likeness: f64| best.is_some_and(|best| best - likeness >= MARGIN);
    let mut rival_of_old: FxHashMap<usize, f64> = FxHashMap::default();
    let mut rival_of_new: FxHashMap<usize, f64> = FxHashMap::default();
    for (old, new, likeness) in all.iter().filter(|(old, new, _)| !is_taken.contains(&(*old, *new)))
    {
        if !better(best_of_new.get(new), *likeness) {
            let rival = rival_of_old.entry(*old).or_default();
            *rival = rival.max(*likeness);
        }
        if !better(best_of_old.get(old), *likeness) {
            let rival = rival_of_new.entry(*new).or_default();
            *rival = rival.max(*likeness);
        }
    }
    let near =
        |rival: Option<&f64>, likeness: f64| rival.is_some_and(|rival| likeness - rival < MARGIN);
    let doubt = |(old, new, likeness): &(usize, usize, f64)| {
        near(rival_of_old.get(old), *likeness) || near(rival_of_new.get(new), *likeness)
    };
    taken.iter().map(doubt).collect()
}

fn counted(mut features: Vec<u32>) -> Features {
    features.sort_unstable();
    let groups = features.chunk_by(|a, b| a == b);
    groups.map(|group| (group[0], group.len() as u32)).collect()
}

/// What two lists of features share.
fn common(one: &Features, other: &Features) -> Features {
    let (mut a, mut b) = (0, 0);
    let mut shared = Vec::new();
    while let (Some((x, n)), Some((y, m))) = (one.get(a), other.get(b)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => {
                shared.push((*x, *n.min(m)));
                (a, b) = (a + 1, b + 1);
            }
        }
    }
    shared
}

/// The most words that stand in a row in both.
fn run(one: &[Option<u32>], other: &[Option<u32>]) -> usize {
    let mut longest = 0;
    let mut row = vec![0_usize; other.len() + 1];
    for word in one {
        let mut above = 0;
        for (at, same) in other.iter().enumerate() {
            let here = if word.is_some() && word == same { above + 1 } else { 0 };
            above = std::mem::replace(&mut row[at + 1], here);
            longest = longest.max(here);
        }
    }
    longest
}
