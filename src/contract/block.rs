//! A block: the piece of a frozen version that is given an id for life.

use crate::text::Span;
use std::ops::Range;

/// A block of a frozen version: a paragraph, a list item, a heading, a table, an entry. Norwegian: *avsnitt*.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its id.
    pub id: String,
    /// The file that it stood in.
    pub path: String,
    /// The entry that it stood in; empty for the front page.
    pub entry: String,
    /// What it is.
    pub kind: BlockKind,
    /// The block of the heading or entry that it stood under; none at the top of the plan.
    pub section: Option<String>,
    /// Its words, as its author wrote them.
    pub text: String,
    /// Its words as readers met them, where a link's title or a figure stood in them; else none.
    pub seen: Option<String>,
    /// What of these was emphasised or led somewhere.
    pub marks: Vec<Mark>,
    /// Where its id is written.
    pub span: Span,
}

impl Block {
    /// Its words as readers met them.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.seen.as_deref().unwrap_or(&self.text)
    }
}

/// Words of a block that stood in emphasis or in a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The bytes of the words, as readers met them. A file may say anything: they need not be there.
    pub range: Range<usize>,
    /// `em`, `strong` or `code`; `#` and the id of the entry that a link led to; or the address that it led to.
    pub what: String,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum BlockKind {
    /// An entry, with its title as words; the front page is one, with the plan's title.
    Entry,
    /// A heading.
    Heading,
    /// A paragraph.
    #[default]
    Paragraph,
    /// An item of a list.
    Item,
    /// A quotation.
    Quote,
    /// A box: a note, a tip, a warning.
    Note,
    /// A table.
    Table,
    /// Code.
    Code,
    /// A figure, with its caption as words.
    Figure,
    /// The text of a footnote.
    Footnote,
}

impl BlockKind {
    /// All of them.
    pub const ALL: [BlockKind; 10] = [
        BlockKind::Entry,
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::Item,
        BlockKind::Quote,
        BlockKind::Note,
        BlockKind::Table,
        BlockKind::Code,
        BlockKind::Figure,
        BlockKind::Footnote,
    ];

    /// Its name in `blocks.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Entry => "entry",
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Item => "item",
            BlockKind::Quote => "quote",
            BlockKind::Note => "note",
            BlockKind::Table => "table",
            BlockKind::Code => "code",
            BlockKind::Figure => "figure",
            BlockKind::Footnote => "footnote",
        }
    }

    /// The kind with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<BlockKind> {
        BlockKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it opens a section: other blocks stand under it.
    #[must_use]
    pub fn opens_section(self) -> bool {
        matches!(self, BlockKind::Entry | BlockKind::Heading)
    }
}
