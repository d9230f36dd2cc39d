//! Versions of a plan: which blocks it has, which of them are the last version's, what became of the others.
//!
//! 1. [`pieces`] finds the blocks of a plan.
//! 2. [`align()`] compares them with a version's.
//! 3. [`number`] gives each block its id, and each retired one a row that says where it went.
//! 4. `write` makes the files of a frozen version; the room that publishes puts them on disk.
//! 5. [`History`] follows a block through the lineages, and [`Difference`] tells what is different between two
//!    versions, word by word.

mod align;
mod blocks;
mod difference;
mod history;
mod likeness;
mod numbered;
mod retitled;
mod same;
mod unit;
mod words;
mod write;

pub use align::{Alignment, Retired, align};
pub use blocks::{Home, Piece, pieces};
pub use difference::{Change, ChangeKind, Difference, Tally};
pub use history::{History, Whereabouts};
pub use numbered::{Numbered, Row, number};
pub use unit::{Unit, units_of};
pub use words::{Op, Run, compare_words};
pub use write::{Told, blocks_text, lineage_text, replace_row, row_text, sheet_text, shortened};

#[cfg(test)]
mod tests;
