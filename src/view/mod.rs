//! What a template may see: finished, serialisable, shallow. [`types`] is the contract with themes,
//! [`words`] the interface's own words in each language.

mod types;
mod words;

pub use types::*;
pub use words::Words;

/// The version of the contract with themes; a theme names the one that it was made for in `theme.toml`.
/// It grows when a field is taken away or changes its meaning, not when one is added.
pub const CONTRACT_VERSION: u32 = 1;
