//! Front matter and registers become raw entries: fields under their English names, with places.
//!
//! 1. `toml` reads TOML with places, folds Nordic letters in bare keys, and tells all its mistakes.
//! 2. `table` turns it into [`RawTable`]s: every key is looked up in the schema of its table.
//! 3. `files` finds the entries of each file, on all cores; a folder's `[defaults]` (`defaults`) come
//!    first, since they may say which kind its files are.
//! 4. `sheet` reads registers that are spreadsheets or CSV.
//! 5. `memory` keeps what a file was parsed to, for whoever parses the same plan again and again.
//!
//! What the fields hold is read by `resolve`, which knows each kind.

mod defaults;
mod files;
mod memory;
mod sheet;
mod table;
mod toml;

pub use files::{RawEntry, RawPlan, settings};
pub use memory::{Edit, Memory, parse};
pub use table::{RawField, RawTable, RawValue};
