//! Documents become HTML: the one place where a plan's text is escaped.
//!
//! `blocks` walks the tree of a body; `inline` writes what stands within a block, `footnotes` what hangs on it; `href` makes
//! relative addresses; `pictures` offers a picture in its sizes; `code` colours code with classes. Cards that a text embeds are drawn by the
//! theme, which the caller hands in as [`Embeds`].

mod addresses;
mod blocks;
mod changes;
mod code;
mod escape;
mod footnotes;
mod href;
mod inline;
mod marks;
mod pictures;

pub use changes::changed_words;
pub use escape::{escape, escape_into, escape_to};
pub use href::{relative, root};
pub use marks::marked_words;

use crate::model::{Body, Embed, EntryId, Plan, PointId, Target};
use crate::text::{SourceFile, first_sentence};
use crate::words::Words;
use std::collections::HashSet;

/// The words of a text, without markup.
#[must_use]
pub fn plain(body: &Body) -> String {
    inline::plain(body, usize::MAX)
}

/// Draws what a text embeds.
pub trait Embeds: Sync {
    /// The HTML of an embed, standing in a page.
    fn embed(&self, embed: &Embed, html: &Html<'_>) -> String;
}

/// Writes the HTML of texts that stand in one page.
#[derive(Clone, Copy)]
pub struct Html<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The interface's words.
    pub words: &'p Words,
    /// The path of the page, from which addresses are relative.
    pub page: &'p str,
    /// Entries whose text stands in the same page, when it is the whole plan: links to them stay in it.
    pub whole: Option<&'p HashSet<EntryId>>,
    /// The entry that the page, or this section of the whole plan, is about: its figures need no link to it.
    pub about: Option<EntryId>,
    /// Draws embeds.
    pub embeds: &'p dyn Embeds,
    /// What is shown beside what is published.
    pub look: Look<'p>,
}

/// What a page shows beside what is published: nothing, unless it is a preview for those who write.
#[derive(Clone, Copy, Default)]
pub struct Look<'p> {
    /// Whether `> [!TODO]` is shown.
    pub todos: bool,
    /// The plan's files; with them each block names the place that it was written at, in `data-source`.
    pub files: &'p [SourceFile],
}

impl Html<'_> {
    /// A body as blocks, with its footnotes at the end. `entry` is whose body it is, for fragments
    /// in the whole plan; headings are moved `deeper` levels down.
    #[must_use]
    pub fn body(&self, body: &Body, entry: Option<EntryId>, deeper: u8) -> String {
        blocks::body(self, body, entry, deeper)
    }

    /// A short text, without the paragraph around it when there is just one.
    #[must_use]
    pub fn inline(&self, body: &Body) -> String {
        inline::short(self, body)
    }

    /// The words of a characteristic, a meaning or a finding.
    #[must_use]
    pub fn point(&self, point: PointId) -> String {
        inline::point(self, point)
    }

    /// The words of a text, without markup.
    #[must_use]
    pub fn plain(&self, body: &Body) -> String {
        inline::plain(body, usize::MAX)
    }

    /// The first words of a text, without markup: at least `bytes` of it, if it has as many.
    #[must_use]
    pub fn beginning(&self, body: &Body, bytes: usize) -> String {
        inline::plain(body, bytes)
    }

    /// The first sentence of a text, as inline HTML.
    #[must_use]
    pub fn first_sentence(&self, body: &Body) -> String {
        // Most sentences end early. Only if this one goes on is the rest of a long text looked at.
        let beginning = inline::plain(body, 400);
        let sentence = first_sentence(&beginning);
        if sentence.len() < beginning.len() {
            return escape(sentence);
        }
        escape(first_sentence(&inline::plain(body, usize::MAX)))
    }

    /// The relative address of a place.
    #[must_use]
    pub fn href(&self, target: Target) -> String {
        href::of(self, target)
    }
}
