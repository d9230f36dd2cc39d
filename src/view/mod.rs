//! What a template may see: finished, serialisable, shallow. [`types`] is the contract with themes.

mod types;

pub use types::*;
