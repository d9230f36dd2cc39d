//! From pulldown-cmark's events to a [`Document`], in one pass.
//!
//! The builder keeps a stack of open nodes. What planverk adds to Markdown is done where an event
//! opens or closes: wikilinks lose their target text and take their ending, a picture alone with a
//! title becomes a figure, braces leave the text of an item, a caption joins its table.

use super::document::*;
use super::special::is_too_deep;
use super::unbroken::unbroken;
use super::{anchors, escapes, wikilink};
use crate::text::{FileId, Span};
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Options, Parser,
    Tag as Mark, TagEnd,
};
use std::ops::Range;
use std::sync::Arc;

/// Parses the Markdown in some bytes of a file.
#[must_use]
pub fn parse(text: &Arc<str>, range: Range<usize>, file: FileId) -> Document {
    build(text, range, Home::Exact(file))
}

/// Parses the Markdown of a value in a TOML file. When the value stands in the file as it is (no
/// escapes), places are exact; else they are told as the whole value.
#[must_use]
pub fn parse_value(value: &str, file_text: &Arc<str>, span: Span) -> Document {
    let raw = file_text.get(span.range()).unwrap_or("");
    match raw.find(value) {
        Some(start) if !value.is_empty() => {
            let start = span.range().start + start;
            build(file_text, start..start + value.len(), Home::Exact(span.file))
        }
        _ => {
            let places = escapes::places(raw, value, span.range().start);
            let home = places.map_or(Home::Whole(span), |places| Home::Mapped(span.file, places));
            build(&Arc::from(value), 0..value.len(), home)
        }
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_STRIKETHROUGH
}

fn build(text: &Arc<str>, range: Range<usize>, home: Home) -> Document {
    let base = range.start;
    let source = &text[range];
    if source.trim().is_empty() {
        return Document::default();
    }
    let document = Document { text: Arc::clone(text), home, ..Document::default() };
    unbroken(document.clone(), base..base + source.len(), || {
        let mut builder = Builder { source, base, document, ..Builder::new(source) };
        for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
            builder.event(event, range);
        }
        builder.finish()
    })
}

/// The document while it is being built.
pub(super) struct Builder<'s> {
    pub(super) source: &'s str,
    /// Where the source begins in its file.
    pub(super) base: usize,
    pub(super) document: Document,
    /// Open nodes.
    pub(super) open: Vec<usize>,
    /// Depth of an open element whose content is left out, counting from its opening.
    pub(super) dropping: usize,
    /// How many open elements lie too deep and became no nodes.
    pub(super) beyond: usize,
    /// Whether what comes next starts a sentence.
    pub(super) at_start: bool,
    /// A wikilink that has just closed and may take an ending.
    pub(super) closed_link: Option<u32>,
    /// Text up to here belongs to a mark that has been read.
    pub(super) consumed: usize,
    /// The last paragraph that closed, if nothing has come since.
    pub(super) last_paragraph: Option<usize>,
    pub(super) aligns: Vec<Alignment>,
    pub(super) column: usize,
}

impl<'s> Builder<'s> {
    pub(super) fn new(source: &'s str) -> Builder<'s> {
        Builder {
            source,
            base: 0,
            document: Document::default(),
            open: Vec::new(),
            dropping: 0,
            beyond: 0,
            at_start: true,
            closed_link: None,
            consumed: 0,
            last_paragraph: None,
            aligns: Vec::new(),
            column: 0,
        }
    }

    pub(super) fn event(&mut self, event: Event<'s>, range: Range<usize>) {
        if self.dropping > 0 {
            match event {
                Event::Start(_) => self.dropping += 1,
                Event::End(end) => {
                    self.dropping -= 1;
                    if self.dropping == 0 {
                        self.close(end, range);
                    }
                }
                _ => {}
            }
            return;
        }
        let closed_link = self.closed_link.take();
        match event {
            Event::Start(ref mark) if self.beyond > 0 || is_too_deep(mark, &self.open) => {
                self.beyond += 1;
            }
            Event::End(_) if self.beyond > 0 => self.beyond -= 1,
            Event::Start(mark) => self.start(mark, range),
            Event::End(end) => self.close(end, range),
            Event::Text(text) => self.text(text, range, closed_link),
            Event::Code(text) => {
                self.start_node(Tag::Code, range.clone());
                self.push_text(&text, range.clone());
                self.end_node();
                self.at_start = false;
            }
            Event::SoftBreak if self.consumed > 0 && range.start <= self.consumed + 1 => {}
            Event::SoftBreak => self.leaf(Tag::SoftBreak, range),
            Event::HardBreak => self.leaf(Tag::HardBreak, range),
            Event::Rule => self.leaf(Tag::Break, range),
            Event::FootnoteReference(label) => {
                let mark = self.footnote(&label);
                self.leaf(Tag::FootnoteMark(mark), range);
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, range),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    pub(super) fn start(&mut self, mark: Mark<'s>, range: Range<usize>) {
        match mark {
            Mark::Paragraph => self.paragraph(range),
            Mark::Heading { level, id, classes, attrs } => {
                let attributes = self.heading_attributes(id, &classes, &attrs, &range);
                self.heading(level as u8, attributes, range);
            }
            Mark::BlockQuote(kind) => self.quote(kind, range),
            Mark::CodeBlock(kind) => self.code_block(&kind, range),
            Mark::HtmlBlock => {
                self.remark_html(range);
                self.dropping = 1;
            }
            Mark::List(first) => {
                self.take_item_braces();
                let first = first.map(|first| u32::try_from(first).unwrap_or(1));
                self.block(Tag::List(first), range);
            }
            Mark::Item => self.block(Tag::Item(None), range),
            Mark::FootnoteDefinition(label) => {
                let place = self.footnote(&label);
                self.block(Tag::FootnoteText(place), range);
            }
            Mark::Table(aligns) => self.table(aligns, range),
            Mark::TableHead => self.row(true, range),
            Mark::TableRow => self.row(false, range),
            Mark::TableCell => self.cell(range),
            Mark::Emphasis => self.start_node(Tag::Emphasis, range),
            Mark::Strong => self.start_node(Tag::Strong, range),
            Mark::Strikethrough => self.start_node(Tag::Strike, range),
            Mark::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                self.wikilink(&dest_url, has_pothole, range);
            }
            Mark::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, range),
            Mark::Image { link_type: LinkType::WikiLink { .. }, dest_url, .. } => {
                self.embed(&dest_url, range);
            }
            Mark::Image { dest_url, title, .. } => self.image(&dest_url, &title, range),
            Mark::DefinitionList
            | Mark::DefinitionListTitle
            | Mark::DefinitionListDefinition
            | Mark::Superscript
            | Mark::Subscript
            | Mark::MetadataBlock(_) => self.dropping = 1,
        }
    }

    pub(super) fn close(&mut self, end: TagEnd, range: Range<usize>) {
        match end {
            TagEnd::HtmlBlock
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
            TagEnd::Paragraph => {
                self.take_item_braces();
                let paragraph = self.end_node();
                self.figure(paragraph);
                self.last_paragraph = Some(paragraph);
            }
            TagEnd::Heading(_) => {
                let heading = self.end_node();
                self.name_heading(heading);
            }
            TagEnd::Item => {
                self.take_item_braces();
                self.end_node();
            }
            TagEnd::Table => {
                let table = self.end_node();
                self.remark_empty_head(table);
            }
            TagEnd::TableCell => {
                let cell = self.end_node();
                self.remark_bare_pipe(cell);
            }
            TagEnd::Link => {
                let link = self.end_node();
                if let Tag::Reference(reference) = self.document.nodes[link].tag {
                    self.document.nodes[link].end = number(range.end + self.base);
                    self.closed_link = Some(reference);
                }
                self.at_start = false;
            }
            TagEnd::Image => {
                let image = self.end_node();
                self.name_image(image);
                self.at_start = false;
            }
            _ => {
                self.end_node();
            }
        }
    }

    // ---- nodes

    pub(super) fn start_node(&mut self, tag: Tag, range: Range<usize>) {
        self.open.push(self.document.nodes.len());
        self.push(tag, range);
    }

    /// Opens a block: whatever follows in it starts a sentence.
    pub(super) fn block(&mut self, tag: Tag, range: Range<usize>) {
        self.at_start = true;
        self.last_paragraph = None;
        self.start_node(tag, range);
    }

    pub(super) fn end_node(&mut self) -> usize {
        let next = number(self.document.nodes.len());
        let Some(node) = self.open.pop() else { return 0 };
        self.document.nodes[node].next = next;
        node
    }

    pub(super) fn leaf(&mut self, tag: Tag, range: Range<usize>) {
        self.push(tag, range);
    }

    pub(super) fn push(&mut self, tag: Tag, range: Range<usize>) {
        let start = number(range.start + self.base);
        let end = number(range.end + self.base);
        let next = number(self.document.nodes.len() + 1);
        self.document.nodes.push(Node { tag, start, end, next });
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.document.span(range.start + self.base..range.end + self.base)
    }

    // ---- text

    pub(super) fn text(&mut self, text: CowStr<'s>, range: Range<usize>, link: Option<u32>) {
        if range.end <= self.consumed {
            return;
        }
        let mut skip = 0;
        if let Some(link) = link {
            let ending = wikilink::ending(&text);
            skip = ending.len();
            self.document.references[link as usize].ending = ending.to_string();
        }
        if skip < text.len() {
            self.at_start = wikilink::starts_after(&text[skip..], self.at_start);
            self.push_text(&text[skip..], range.start + skip..range.end);
        }
    }

    /// Keeps text as a span of the source where it equals it, else as a string.
    pub(super) fn push_text(&mut self, text: &str, range: Range<usize>) {
        if self.source.get(range.clone()) == Some(text) {
            self.leaf(Tag::Text, range);
        } else {
            self.document.strings.push(text.into());
            self.leaf(Tag::Escaped(number(self.document.strings.len() - 1)), range);
        }
    }

    pub(super) fn html(&mut self, html: &str, range: Range<usize>) {
        if !html.starts_with("<!--") {
            self.document.remarks.push((RemarkKind::Html, self.span(&range)));
        }
    }

    pub(super) fn remark_html(&mut self, range: Range<usize>) {
        let source = self.source[range.clone()].trim();
        let comment = source.starts_with("<!--") && source.ends_with("-->");
        if !comment {
            let end = range.start + source.find('\n').unwrap_or(source.len());
            self.document.remarks.push((RemarkKind::Html, self.span(&(range.start..end))));
        }
    }

    // ---- blocks

    pub(super) fn paragraph(&mut self, range: Range<usize>) {
        if let Some((kind, place)) = super::pasted::pasted_list(&self.source[range.clone()]) {
            let span = self.span(&(range.start + place.start..range.start + place.end));
            self.document.remarks.push((kind, span));
        }
        self.block(Tag::Paragraph, range);
    }

    pub(super) fn quote(&mut self, kind: Option<BlockQuoteKind>, range: Range<usize>) {
        let own = wikilink::own_alert(&self.source[range.clone()]);
        let tag = match (kind, own) {
            (Some(BlockQuoteKind::Note), _) => Tag::Alert(Alert::Note),
            (Some(BlockQuoteKind::Tip), _) => Tag::Alert(Alert::Tip),
            (Some(BlockQuoteKind::Important), _) => Tag::Alert(Alert::Important),
            (Some(BlockQuoteKind::Warning), _) => Tag::Alert(Alert::Warning),
            (Some(BlockQuoteKind::Caution), _) => Tag::Alert(Alert::Caution),
            (None, Some((alert, length))) => {
                self.consumed = range.start + length;
                Tag::Alert(alert)
            }
            (None, None) => Tag::Quote,
        };
        self.block(tag, range);
    }

    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'s>, range: Range<usize>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next(),
            CodeBlockKind::Indented => None,
        };
        let language = language.map(|name| {
            self.document.languages.push(name.to_string());
            number(self.document.languages.len() - 1)
        });
        self.block(Tag::CodeBlock(language), range);
    }

    pub(super) fn link(&mut self, link_type: LinkType, address: &str, range: Range<usize>) {
        let is_mail = link_type == LinkType::Email;
        let url = if is_mail { format!("mailto:{address}") } else { address.to_string() };
        let span = self.span(&range);
        self.document.links.push(Destination { url, span });
        self.start_node(Tag::Link(number(self.document.links.len() - 1)), range);
    }

    // ---- footnotes

    pub(super) fn footnote(&mut self, label: &str) -> u32 {
        let known = self.document.footnotes.iter().position(|footnote| footnote == label);
        number(known.unwrap_or_else(|| {
            self.document.footnotes.push(label.to_string());
            self.document.footnotes.len() - 1
        }))
    }

    pub(super) fn finish(mut self) -> Document {
        self.remark_unknown_footnotes();
        anchors::give(&mut self.document);
        self.document.nodes.shrink_to_fit();
        self.document
    }
}

pub(super) fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
