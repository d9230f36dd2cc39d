//! Markdown: a body becomes a [`Document`].
//!
//! 1. `build` walks the events of pulldown-cmark once and keeps them as a flat tree.
//! 2. `special` is what planverk adds: figures, captions, wikilinks, headings with roles.
//! 3. `braces` reads `{#id .role name=value}` after headings and items.
//! 4. `anchors` names headings.
//! 5. `wikilink` reads what stands between double brackets, and where a sentence starts.
//! 6. `words` gives a block's words as they were written, to know it again later.
//!
//! Nothing is looked up here: a reference is kept as it was written.

mod anchors;
mod braces;
mod build;
mod document;
mod escapes;
mod pasted;
mod special;
mod unbroken;
mod wikilink;
mod words;

pub(crate) use anchors::is_of_the_page;
pub use build::{parse, parse_value};
pub use document::*;
