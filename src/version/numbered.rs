//! A plan's blocks with their ids, and what became of the last version's.
//!
//! An id names one text for life. So a block that any earlier version has gets its id, the others get new
//! ones, counted on over all versions; and an id that was retired has a row that says where it went.

use super::align::align;
use super::{Piece, Unit, units_of};
use crate::contract::{Block, BlockKind, Contract, How, normal};
use crate::text::{FileId, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// The blocks of a plan with their ids.
#[derive(Debug)]
pub struct Numbered {
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// What became of the last version's blocks that are no more, in their order.
    pub rows: Vec<Row>,
}

/// A row of a lineage, as it is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The block that is no more.
    pub id: String,
    /// The blocks that it became.
    pub became: Vec<String>,
    /// How it became them.
    pub how: Option<How>,
    /// Why it is gone, when a person has said so; else empty.
    pub gone: String,
    /// Whether no person needs to be asked.
    pub sure: bool,
}

impl Row {
    /// Whether a person must say what became of the block.
    #[must_use]
    pub fn asks(&self) -> bool {
        !self.sure && self.gone.is_empty()
    }
}

/// Gives the pieces of a plan their ids.
#[must_use]
pub fn number(pieces: &[Piece], contract: &Contract) -> Numbered {
    let units: Vec<Unit> = pieces.iter().map(Unit::from).collect();
    let last = contract.versions.last().map_or(&[][..], |version| &version.blocks);
    let alignment = align(&units_of(last), &units);
    let mut ids: Vec<Option<String>> =
        alignment.kept.iter().map(|old| old.map(|old| last[old].id.clone())).collect();
    recall(&units, contract, &mut ids);
    let mut next = first_free(contract);
    let ids: Vec<String> = ids
        .into_iter()
        .map(|id| {
            id.unwrap_or_else(|| {
                next += 1;
                format!("b{}", next - 1)
            })
        })
        .collect();
    let rows = alignment.retired.iter().filter_map(|retired| {
        let id = last[retired.old].id.clone();
        // It came back in another block, as a text may that stood twice in the version before.
        if ids.contains(&id) {
            return None;
        }
        let became: Vec<String> = retired.became.iter().map(|new| ids[*new].clone()).collect();
        let said = contract.fates.iter().rev().find(|fate| fate.id == id && !fate.gone.is_empty());
        Some(match said {
            Some(fate) => {
                Row { id, became: Vec::new(), how: None, gone: fate.gone.clone(), sure: true }
            }
            None => Row { id, became, how: retired.how, gone: String::new(), sure: retired.sure },
        })
    });
    let rows = rows.collect();
    Numbered { blocks: blocks(pieces, &ids), rows }
}

fn blocks(pieces: &[Piece], ids: &[String]) -> Vec<Block> {
    let nowhere = Span::new(FileId(u32::MAX), 0..0);
    let block = |(piece, id): (&Piece, &String)| Block {
        id: id.clone(),
        path: piece.path.clone(),
        entry: piece.entry.clone(),
        kind: piece.kind,
        section: piece.section.map(|section| ids[section].clone()),
        text: piece.text.clone(),
        seen: piece.seen.clone(),
        marks: piece.marks.clone(),
        span: nowhere,
    };
    pieces.iter().zip(ids).map(block).collect()
}

/// Gives a text that an older version had, and the last one had not, its id back.
fn recall(units: &[Unit], contract: &Contract, ids: &mut [Option<String>]) {
    if ids.iter().all(Option::is_some) {
        return;
    }
    let mut taken: FxHashSet<String> = ids.iter().flatten().cloned().collect();
    let mut known: FxHashMap<(BlockKind, String), Vec<&str>> = FxHashMap::default();
    for block in contract.versions.iter().rev().flat_map(|version| &version.blocks) {
        known.entry((block.kind, normal(&block.text))).or_default().push(&block.id);
    }
    for (unit, id) in units.iter().zip(ids) {
        if id.is_some() || unit.normal.is_empty() {
            continue;
        }
        let had = known.get(&(unit.kind, unit.normal.clone()));
        let free = had.and_then(|ids| ids.iter().find(|id| !taken.contains(**id)));
        if let Some(free) = free {
            taken.insert((*free).to_string());
            *id = Some((*free).to_string());
        }
    }
}

/// The first number that no id has had.
fn first_free(contract: &Contract) -> u64 {
    let blocks = contract.versions.iter().flat_map(|version| &version.blocks);
    let of_blocks = blocks.map(|block| block.id.as_str());
    let of_fates = contract.fates.iter().flat_map(|fate| {
        let became = fate.became.iter().map(|(id, _)| id.as_str());
        became.chain([fate.id.as_str()])
    });
    let numbers = of_blocks.chain(of_fates).filter_map(|id| id.strip_prefix('b')?.parse().ok());
    numbers.max().unwrap_or(0_u64) + 1
}
