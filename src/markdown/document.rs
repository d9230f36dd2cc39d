//! A document: a body as a tree of blocks and inlines, kept flat.
//!
//! The nodes stand in reading order; each knows where its subtree ends (`next`), so walking the
//! tree is walking a slice. A node's text is a span of the source wherever it can be; only
//! escapes and entities are kept as strings of their own. Ten thousand pages fit in memory this way.

use crate::text::Span;
use std::ops::Range;
use std::sync::Arc;

/// A body as a tree. Its spans count from the start of the file that it stands in.
#[derive(Debug, Clone, Default)]
pub struct Document {
    pub(super) text: Arc<str>,
    pub(super) home: Home,
    /// The tree, in reading order.
    pub nodes: Vec<Node>,
    /// The headings, as `Tag::Heading` counts them.
    pub headings: Vec<Heading>,
    /// Lists' items that carry attributes, as `Tag::Item` counts them.
    pub items: Vec<Attributes>,
    /// Links to other places than entries, as `Tag::Link` counts them.
    pub links: Vec<Destination>,
    /// Pictures, as `Tag::Image` and `Tag::Figure` count them.
    pub images: Vec<Image>,
    /// Wikilinks and embeds, as `Tag::Reference` and `Tag::Embed` count them.
    pub references: Vec<Reference>,
    /// Labels of footnotes, in order of first mention, as the footnote tags count them.
    pub footnotes: Vec<String>,
    /// Captions of tables that have one, by the number in `Tag::Table`.
    pub captions: Vec<String>,
    /// Text that differs from its source: escapes, entities.
    pub(super) strings: Vec<Box<str>>,
    /// Languages of code blocks.
    pub languages: Vec<String>,
    /// What the author should be told about the Markdown itself.
    pub remarks: Vec<(RemarkKind, Span)>,
}

/// Where a document's text stands, to turn its offsets into spans.
#[derive(Debug, Clone, Default)]
pub(super) enum Home {
    /// No text at all.
    #[default]
    Nowhere,
    /// Offsets are offsets of the file.
    Exact(crate::text::FileId),
    /// The text was escaped in its file; each byte of it, and its end, has its place there.
    Mapped(crate::text::FileId, Arc<[u32]>),
    /// The text can't be found in its file; every place in it is told as the whole.
    Whole(Span),
}

/// A node: what it is, the bytes it covers and the index after its subtree.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The index of the node after its subtree.
    pub next: u32,
}

/// What a node is. Numbers index the lists of the [`Document`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading(u32),
    /// A quotation.
    Quote,
    /// A GitHub alert.
    Alert(Alert),
    /// A list; ordered ones have a first number.
    List(Option<u32>),
    /// An item of a list, with its attributes if it has any.
    Item(Option<u32>),
    /// A fenced or indented block of code, with its language if told.
    CodeBlock(Option<u32>),
    /// A table, with its caption if it has one. The children are rows, the first of them the head.
    Table(Option<u32>),
    /// A row of a table; the head is marked.
    Row {
        /// Whether it is the head.
        head: bool,
    },
    /// A cell, with its alignment.
    Cell(Align),
    /// A footnote's text.
    FootnoteText(u32),
    /// A thematic break.
    Break,
    /// A picture alone in its paragraph, with a title: a figure.
    Figure(u32),
    /// Text as it stands in the source.
    Text,
    /// Text that differs from its source.
    Escaped(u32),
    /// Code in running text; its text is a child.
    Code,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck out.
    Strike,
    /// A link to an address.
    Link(u32),
    /// A picture in running text; its children are the alternative text.
    Image(u32),
    /// A wikilink; its children are the author's own words, if any.
    Reference(u32),
    /// An embed that stands alone in its paragraph or in running text.
    Embed(u32),
    /// The mark of a footnote.
    FootnoteMark(u32),
    /// A line end within a paragraph.
    SoftBreak,
    /// A line break.
    HardBreak,
}

/// GitHub's alerts, and our own `TODO`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "GitHub's own names")]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
    /// Shown in the preview, never published, and counted.
    Todo,
}

/// The alignment of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Align {
    Plain,
    Left,
    Centre,
    Right,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The fragment: its own `{#id}` or made from its words; unique in the document.
    pub anchor: String,
    /// Whether the author gave the fragment.
    pub own_anchor: bool,
    /// Its words, without markup.
    pub text: String,
    /// Classes and attributes between braces.
    pub attributes: Attributes,
    /// The role among its classes, in English.
    pub role: Option<&'static str>,
    /// Its node.
    pub node: u32,
}

/// What stands between braces after a heading or an item: `{#id .class name=value}`.
#[derive(Debug, Clone, Default)]
pub struct Attributes {
    /// The id, with its place.
    pub id: Option<(String, Span)>,
    /// Classes.
    pub classes: Vec<(String, Span)>,
    /// Names and values.
    pub pairs: Vec<(String, String, Span)>,
}

/// Where an ordinary link goes.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The address as written.
    pub url: String,
    /// The link's place.
    pub span: Span,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Image {
    /// The file as written, relative to the file that it stands in.
    pub file: String,
    /// Its description; empty for one that is there for decoration.
    pub alt: String,
    /// Whether its author says that it tells nothing.
    pub is_decoration: bool,
    /// Caption of a figure.
    pub caption: String,
    /// Who made it, as written after "Foto:" and its like; with that word.
    pub credit: String,
    /// Where it stands.
    pub span: Span,
}

/// A wikilink or an embed as it was written.
#[derive(Debug, Clone)]
pub struct Reference {
    /// What stands before `|`.
    pub target: Target,
    /// Where that stands.
    pub span: Span,
    /// Whether it stands at the start of a sentence.
    pub at_start: bool,
    /// An inflectional ending written right after it.
    pub ending: String,
    /// Whether the author gave words of their own.
    pub has_words: bool,
}

/// What a wikilink names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// `entry`, `entry#fragment`, `#fragment`; with the place in a cited work after a comma.
    Entry {
        /// The entry as written; empty for the same file.
        name: String,
        /// The fragment; empty for the entry itself.
        fragment: String,
        /// "s. 18"; empty if none.
        place: String,
        /// Whether the words are `#`: its number.
        number: bool,
    },
    /// `entry=2020 Landet`: a figure.
    Figure {
        /// The indicator; empty for the entry that it stands in.
        name: String,
        /// The time; empty for the only one.
        time: String,
        /// The series; empty for the plan's own.
        series: String,
    },
    /// `![[kind field=value …]]`: a list of entries.
    List {
        /// The kind as written.
        kind: String,
        /// Fields and values as written.
        filters: Vec<(String, String)>,
    },
}

/// What the Markdown room tells of the text itself; `check` turns it into diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// Raw HTML was dropped.
    Html,
    /// A wikilink in a table was cut by a bare bar.
    BarePipe,
    /// `[^x]` without its text.
    UnknownFootnote,
    /// A lettered list, which is none.
    LetteredList,
    /// An "o" or "•" bullet.
    PastedBullet,
    /// A table whose head is empty.
    EmptyHead,
    /// The reading of the text broke off; nothing of it is known.
    Unread,
}

impl Document {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// How many bytes of source it was read from; a measure of how much its HTML will take.
    #[must_use]
    pub fn source_len(&self) -> usize {
        let end = self.nodes.last().map_or(0, |node| node.end as usize);
        end - self.nodes.first().map_or(0, |node| node.start as usize)
    }

    /// The text of a text node; empty for others.
    #[must_use]
    pub fn text_of(&self, node: &Node) -> &str {
        match node.tag {
            Tag::Text => &self.text[node.start as usize..node.end as usize],
            Tag::Escaped(string) => &self.strings[string as usize],
            _ => "",
        }
    }

    /// The source that a node covers.
    #[must_use]
    pub fn source_of(&self, node: &Node) -> &str {
        self.text.get(node.start as usize..node.end as usize).unwrap_or("")
    }

    /// The place of some bytes of it.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        match &self.home {
            Home::Exact(file) => Span::new(*file, range),
            Home::Mapped(file, places) => {
                let place =
                    |at: usize| places.get(at).or(places.last()).map_or(0, |at| *at as usize);
                Span::new(*file, place(range.start)..place(range.end))
            }
            Home::Whole(span) => *span,
            Home::Nowhere => Span::new(crate::text::FileId(u32::MAX), 0..0),
        }
    }

    /// The place of a node.
    #[must_use]
    pub fn span_of(&self, node: &Node) -> Span {
        self.span(node.start as usize..node.end as usize)
    }

    /// The indices of a node's children.
    pub fn children(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        self.siblings(parent + 1..self.nodes[parent].next as usize)
    }

    /// The indices of the top blocks.
    pub fn blocks(&self) -> impl Iterator<Item = usize> + '_ {
        self.siblings(0..self.nodes.len())
    }

    /// The indices of the nodes in a range that are no descendants of another in it.
    pub fn siblings(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let current = (at < range.end).then_some(at)?;
            at = self.nodes[current].next as usize;
            Some(current)
        })
    }

    /// The words of a range of nodes, without markup; references give their target's name unless
    /// they have words, which is why views ask the html room instead.
    #[must_use]
    pub fn plain(&self, range: Range<usize>) -> String {
        let mut plain = String::new();
        for node in &self.nodes[range] {
            match node.tag {
                Tag::Text | Tag::Escaped(_) => plain.push_str(self.text_of(node)),
                Tag::SoftBreak | Tag::HardBreak => plain.push(' '),
                _ => {}
            }
        }
        plain
    }

    /// The index after the section that a heading opens: the next heading of its level or above.
    #[must_use]
    pub fn section_end(&self, heading: usize) -> usize {
        let opened = &self.headings[heading];
        self.headings[heading + 1..]
            .iter()
            .find(|next| next.level <= opened.level)
            .map_or(self.nodes.len(), |next| next.node as usize)
    }
}

impl Attributes {
    /// The value of an attribute, looked up by any of a word's spellings.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<(&str, Span)> {
        let word = crate::vocabulary::FIELDS.iter().find(|word| word.name == name)?;
        let pair = self.pairs.iter().find(|(written, ..)| word.is_written(written))?;
        Some((pair.1.as_str(), pair.2))
    }

    /// The heading role among the classes, in English.
    #[must_use]
    pub(super) fn role(&self) -> Option<&'static str> {
        self.classes
            .iter()
            .find_map(|(class, _)| crate::vocabulary::find(crate::vocabulary::ROLES, class))
            .map(|word| word.name)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.classes.is_empty() && self.pairs.is_empty()
    }
}
