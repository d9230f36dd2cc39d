//! What the alignment looks at: a block of either side, with or without an id.

use super::Piece;
use crate::contract::{Block, BlockKind, normal};
use std::collections::HashMap;

/// A block as one side of an alignment sees it.
#[derive(Debug, Clone)]
pub struct Unit {
    /// What it is.
    pub kind: BlockKind,
    /// The entry that it stands in.
    pub entry: String,
    /// The unit that opens its section, as a place on the same side.
    pub section: Option<usize>,
    /// Its words in normal form.
    pub normal: String,
}

/// The units of a version's blocks.
#[must_use]
pub fn units_of(blocks: &[Block]) -> Vec<Unit> {
    let places: HashMap<&str, usize> =
        blocks.iter().enumerate().map(|(at, block)| (block.id.as_str(), at)).collect();
    let unit = |block: &Block| Unit {
        kind: block.kind,
        entry: block.entry.clone(),
        section: block.section.as_ref().and_then(|id| places.get(id.as_str()).copied()),
        normal: normal(&block.text),
    };
    blocks.iter().map(unit).collect()
}

impl From<&Piece> for Unit {
    fn from(piece: &Piece) -> Unit {
        let (entry, normal) = (piece.entry.clone(), piece.normal.clone());
        Unit { kind: piece.kind, entry, section: piece.section, normal }
    }
}
