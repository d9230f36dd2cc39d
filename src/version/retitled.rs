//! Titles and headings with other words, known by what stands below them.

use super::Unit;
use super::align::{Pair, Sides};
use crate::contract::BlockKind;
use std::collections::HashMap;

/// How many of ten blocks below a heading must stand below the other for the two to be one.
const MOST: usize = 6;

/// Entries that kept their name, and headings that kept what stands below them.
pub(super) fn pairs(sides: &Sides) -> Vec<Pair> {
    let (olds, news) = sides.left();
    let named: HashMap<&str, usize> = news
        .iter()
        .filter(|new| sides.new[**new].kind == BlockKind::Entry)
        .map(|new| (sides.new[*new].entry.as_str(), *new))
        .collect();
    let votes = votes(sides);
    let below_new = below(sides.new);
    let below_old = below(sides.old);
    let mut pairs = Vec::new();
    for old in olds.into_iter().filter(|old| sides.old[*old].kind.opens_section()) {
        let unit = &sides.old[old];
        if unit.kind == BlockKind::Entry
            && let Some(new) = named.get(unit.entry.as_str())
        {
            pairs.push(Pair { old, new: *new, sure: true });
            continue;
        }
        let best = votes.get(&old).and_then(|(new, count)| {
            let is_left = sides.kept[*new].is_none() && sides.new[*new].kind == unit.kind;
            is_left.then_some((*new, *count))
        });
        if let Some((new, count)) = best {
            let is_most = |all: usize| count * 10 >= all * MOST;
            let sure = count > 1 && is_most(below_old[old]) && is_most(below_new[new]);
            pairs.push(Pair { old, new, sure });
        }
    }
    // Two headings may have become one, but then nothing below them tells which.
    let mut claims: HashMap<usize, usize> = HashMap::new();
    pairs.iter().for_each(|pair| *claims.entry(pair.new).or_default() += 1);
    pairs.iter_mut().filter(|pair| claims[&pair.new] > 1).for_each(|pair| pair.sure = false);
    pairs
}

/// For each old section, the new one that most of its blocks stand in now, and how many do.
fn votes(sides: &Sides) -> HashMap<usize, (usize, usize)> {
    let mut counted: HashMap<(usize, usize), usize> = HashMap::new();
    for (new, old) in sides.kept.iter().enumerate() {
        let above = old.and_then(|old| sides.old[old].section).zip(sides.new[new].section);
        if let Some(sections) = above {
            *counted.entry(sections).or_default() += 1;
        }
    }
    let mut counted: Vec<_> = counted.into_iter().collect();
    counted.sort_unstable_by_key(|(sections, count)| (usize::MAX - count, *sections));
    let mut best = HashMap::new();
    for ((old, new), count) in counted {
        best.entry(old).or_insert((new, count));
    }
    best
}

/// How many units stand right below each.
fn below(units: &[Unit]) -> Vec<usize> {
    let mut below = vec![0; units.len()];
    for section in units.iter().filter_map(|unit| unit.section) {
        below[section] += 1;
    }
    below
}
