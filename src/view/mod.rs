//! What a template may see: finished, serialisable, shallow. [`types`] is the contract with themes.

mod types;

pub use types::*;

/// The version of the contract with themes; a theme names the one that it was made for in `theme.toml`.
/// It grows when a field is taken away or changes its meaning, not when one is added.
pub const CONTRACT_VERSION: u32 = 1;
