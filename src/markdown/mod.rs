//! Markdown: a body becomes a [`Document`].

mod document;

pub use document::*;
