//! Which block of an older version each block of a newer one is, or comes from.
//!
//! 1. The same words in a block of the same kind are the same block, wherever it stands (`same`).
//! 2. A title or heading with other words is known by what stands below it (`retitled`).
//! 3. What is left is compared by its words and their neighbours (`likeness`): pairs that share the most come
//!    first, and words that a pair has in common are used up, so that a block may come from several and become
//!    several.
//! 4. What shares nothing, but stands alone between the same neighbours, is proposed.
//!
//! A pair is sure when its words say so and no other comes near; else it is a proposal. A block that was left
//! with no pair is gone, and a person must say why.

use super::Unit;
use super::likeness;
use super::retitled;
use super::same;
use crate::contract::How;
use rustc_hash::FxHashSet;

/// How two versions hang together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// For each new block, the old one that it is.
    pub kept: Vec<Option<usize>>,
    /// What became of each old block that is no more, in order.
    pub retired: Vec<Retired>,
}

/// An old block that is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// Its place.
    pub old: usize,
    /// The new blocks that it became, in order; none if it is gone.
    pub became: Vec<usize>,
    /// How it became them.
    pub how: Option<How>,
    /// Whether the words leave no doubt.
    pub sure: bool,
}

/// A step from an old block to a new one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub old: usize,
    pub new: usize,
    pub sure: bool,
}

/// The two sides, and what is known of them so far.
pub(super) struct Sides<'s> {
    pub old: &'s [Unit],
    pub new: &'s [Unit],
    /// For each new unit, the old one that it is.
    pub kept: Vec<Option<usize>>,
    /// For each old unit, the new one that it is.
    pub stays: Vec<Option<usize>>,
    /// For each unit of a side, the nearest above and below that stand on both.
    beside_old: Vec<(Option<usize>, Option<usize>)>,
    beside_new: Vec<(Option<usize>, Option<usize>)>,
}

impl Sides<'_> {
    /// The old units that no new one is, and the new ones that no old one is.
    pub fn left(&self) -> (Vec<usize>, Vec<usize>) {
        let none = |found: &[Option<usize>]| {
            found.iter().enumerate().filter(|(_, one)| one.is_none()).map(|(at, _)| at).collect()
        };
        (none(&self.stays), none(&self.kept))
    }

    /// How near the surroundings of an old and a new unit are to each other, of three: the unit before, the
    /// unit after and the entry.
    pub fn nearness(&self, old: usize, new: usize) -> u8 {
        let is_same = |old: Option<usize>, new: Option<usize>| match (old, new) {
            (Some(old), Some(new)) => self.kept[new] == Some(old),
            (None, None) => true,
            _ => false,
        };
        let (above_old, below_old) = self.beside_old[old];
        let (above_new, below_new) = self.beside_new[new];
        u8::from(is_same(above_old, above_new))
            + u8::from(is_same(below_old, below_new))
            + u8::from(self.old[old].entry == self.new[new].entry)
    }
}

/// For each unit, the nearest above and below that stand in both versions.
fn beside(found: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut beside = vec![(None, None); found.len()];
    let mut above = None;
    for (at, one) in found.iter().enumerate() {
        beside[at].0 = above;
        above = one.map_or(above, |_| Some(at));
    }
    let mut below = None;
    for (at, one) in found.iter().enumerate().rev() {
        beside[at].1 = below;
        below = one.map_or(below, |_| Some(at));
    }
    beside
}

/// Aligns the blocks of two versions.
#[must_use]
pub fn align(old: &[Unit], new: &[Unit]) -> Alignment {
    let kept = same::same(old, new);
    let mut stays = vec![None; old.len()];
    for (at, one) in kept.iter().enumerate() {
        if let Some(one) = one {
            stays[*one] = Some(at);
        }
    }
    let (beside_old, beside_new) = (beside(&stays), beside(&kept));
    let sides = Sides { old, new, kept, stays, beside_old, beside_new };
    let mut pairs = retitled::pairs(&sides);
    pairs.extend(likeness::pairs(&sides, &pairs));
    pairs.extend(alone(&sides, &pairs));
    let retired = retired(&sides, &pairs);
    Alignment { kept: sides.kept, retired }
}

/// Units that nothing is like, but that stand alone between the same neighbours, or say what another says.
fn alone(sides: &Sides, pairs: &[Pair]) -> Vec<Pair> {
    let parents: FxHashSet<usize> = pairs.iter().map(|pair| pair.old).collect();
    let mut heirs: FxHashSet<usize> = pairs.iter().map(|pair| pair.new).collect();
    let (olds, news) = sides.left();
    let mut found = Vec::new();
    for old in olds.into_iter().filter(|old| !parents.contains(old)) {
        let unit = &sides.old[old];
        // Said twice before, and once now.
        let twin = sides.new.iter().position(|one| {
            one.kind == unit.kind && !one.normal.is_empty() && one.normal == unit.normal
        });
        let beside = || {
            news.iter().copied().find(|new| {
                !heirs.contains(new)
                    && sides.new[*new].kind == unit.kind
                    && sides.nearness(old, *new) == 3
            })
        };
        if let Some(new) = twin.or_else(beside) {
            heirs.insert(new);
            found.push(Pair { old, new, sure: false });
        }
    }
    found
}

/// What became of each old unit that is no more.
fn retired(sides: &Sides, pairs: &[Pair]) -> Vec<Retired> {
    let mut parents = vec![0_usize; sides.new.len()];
    for pair in pairs {
        parents[pair.new] += 1;
    }
    let of = |old: usize| {
        let own: Vec<&Pair> = pairs.iter().filter(|pair| pair.old == old).collect();
        let mut became: Vec<usize> = own.iter().map(|pair| pair.new).collect();
        became.sort_unstable();
        became.dedup();
        let moved = |new: &usize| sides.old[old].entry != sides.new[*new].entry;
        let how = match became.as_slice() {
            [] => None,
            [_, _, ..] => Some(How::Split),
            [new] if parents[*new] > 1 || sides.kept[*new].is_some() => Some(How::Merged),
            [new] if moved(new) => Some(How::Moved),
            [_] => Some(How::Edited),
        };
        let sure = !became.is_empty() && own.iter().all(|pair| pair.sure);
        Retired { old, became, how, sure }
    };
    sides.left().0.into_iter().map(of).collect()
}
