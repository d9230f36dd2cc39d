//! The same words in a block of the same kind are the same block.
//!
//! What stands once on either side is known at once. Where the same words stand several times, as headings
//! that every area has, those in the same entry belong together, then those in an entry that took its place;
//! the rest follow in order.

use super::Unit;
use crate::contract::BlockKind;
use std::collections::HashMap;

/// For each new unit, the old one that it is.
pub(super) fn same(old: &[Unit], new: &[Unit]) -> Vec<Option<usize>> {
    let olds = groups(old);
    let mut news: Vec<((BlockKind, &str), Vec<usize>)> = groups(new).into_iter().collect();
    news.sort_unstable();
    let mut kept = vec![None; new.len()];
    let mut several = Vec::new();
    for (key, news) in news {
        let Some(olds) = olds.get(&key) else { continue };
        match (olds.as_slice(), news.as_slice()) {
            ([one], [other]) => kept[*other] = Some(*one),
            _ => several.push((olds.clone(), news)),
        }
    }
    let renamed = renamed(old, new, &kept);
    for (olds, news) in several {
        share((olds, old), (news, new), &renamed, &mut kept);
    }
    kept
}

/// Units by kind and words; those without words are like no other, but for entries of the same name.
fn groups(units: &[Unit]) -> HashMap<(BlockKind, &str), Vec<usize>> {
    let mut groups: HashMap<(BlockKind, &str), Vec<usize>> = HashMap::new();
    for (at, unit) in units.iter().enumerate() {
        let is_named = unit.kind == BlockKind::Entry;
        if !unit.normal.is_empty() {
            groups.entry((unit.kind, &unit.normal)).or_default().push(at);
        } else if is_named {
            groups.entry((unit.kind, &unit.entry)).or_default().push(at);
        }
    }
    groups
}

/// For each old entry, the new one that has most of its blocks.
fn renamed<'u>(
    old: &'u [Unit],
    new: &'u [Unit],
    kept: &[Option<usize>],
) -> HashMap<&'u str, &'u str> {
    let mut votes: HashMap<(&str, &str), usize> = HashMap::new();
    for (at, one) in kept.iter().enumerate() {
        if let Some(one) = one {
            *votes.entry((&old[*one].entry, &new[at].entry)).or_default() += 1;
        }
    }
    let mut votes: Vec<_> = votes.into_iter().collect();
    votes.sort_unstable_by_key(|((from, to), count)| (usize::MAX - count, *from, *to));
    let mut renamed = HashMap::new();
    for ((from, to), _) in votes {
        renamed.entry(from).or_insert(to);
    }
    renamed
}

/// Shares out units with the same words.
fn share(
    (mut olds, old): (Vec<usize>, &[Unit]),
    (mut news, new): (Vec<usize>, &[Unit]),
    renamed: &HashMap<&str, &str>,
    kept: &mut [Option<usize>],
) {
    let words_above = |units: &[Unit], at: usize| {
        units[at].section.map_or(String::new(), |section| units[section].normal.clone())
    };
    let same_entry = |a: usize, b: usize| old[a].entry == new[b].entry;
    let same_section =
        |a: usize, b: usize| same_entry(a, b) && words_above(old, a) == words_above(new, b);
    let took_place = |a: usize, b: usize| {
        renamed.get(old[a].entry.as_str()).is_some_and(|entry| *entry == new[b].entry)
    };
    let anywhere = |_: usize, _: usize| true;
    let rounds: [&dyn Fn(usize, usize) -> bool; 4] =
        [&same_section, &same_entry, &took_place, &anywhere];
    for fits in rounds {
        news.retain(|new| {
            let Some(at) = olds.iter().position(|old| fits(*old, *new)) else { return true };
            kept[*new] = Some(olds.remove(at));
            false
        });
    }
}
