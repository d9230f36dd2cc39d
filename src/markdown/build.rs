//! From pulldown-cmark's events to a [`Document`], in one pass.
//!
//! The builder keeps a stack of open nodes. What planverk adds to Markdown is done where an event
//! opens or closes: wikilinks lose their target text and take their ending, a picture alone with a
//! title becomes a figure, braces leave the text of an item, a caption joins its table.

use super::document::*;
use super::{braces, wikilink};
use crate::text::{FileId, Span, slug};
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Options, Parser,
    Tag as Mark, TagEnd,
};
use std::collections::HashSet;
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
        _ => build(&Arc::from(value), 0..value.len(), Home::Whole(span)),
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
    let mut builder = Builder { source, base, document, ..Builder::new(source) };
    for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish()
}

/// The document while it is being built.
struct Builder<'s> {
    source: &'s str,
    /// Where the source begins in its file.
    base: usize,
    document: Document,
    /// Open nodes.
    open: Vec<usize>,
    /// Depth of an open element whose content is left out, counting from its opening.
    dropping: usize,
    /// Whether what comes next starts a sentence.
    at_start: bool,
    /// A wikilink that has just closed and may take an ending.
    closed_link: Option<u32>,
    /// Text up to here belongs to a mark that has been read.
    consumed: usize,
    /// The last paragraph that closed, if nothing has come since.
    last_paragraph: Option<usize>,
    anchors: HashSet<String>,
    aligns: Vec<Alignment>,
    column: usize,
}

impl<'s> Builder<'s> {
    fn new(source: &'s str) -> Builder<'s> {
        Builder {
            source,
            base: 0,
            document: Document::default(),
            open: Vec::new(),
            dropping: 0,
            at_start: true,
            closed_link: None,
            consumed: 0,
            last_paragraph: None,
            anchors: HashSet::new(),
            aligns: Vec::new(),
            column: 0,
        }
    }

    fn event(&mut self, event: Event<'s>, range: Range<usize>) {
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

    fn start(&mut self, mark: Mark<'s>, range: Range<usize>) {
        match mark {
            Mark::Paragraph => self.paragraph(range),
            Mark::Heading { level, id, classes, attrs } => {
                let attributes = self.heading_attributes(id, &classes, &attrs, &range);
                self.heading(level as u8, attributes, range);
            }
            Mark::BlockQuote(kind) => self.quote(kind, range),
            Mark::CodeBlock(kind) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next(),
                    CodeBlockKind::Indented => None,
                };
                let language = language.map(|name| {
                    self.document.languages.push(name.to_string());
                    number(self.document.languages.len() - 1)
                });
                self.block(Tag::CodeBlock(language), range);
            }
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
            Mark::Link { link_type, dest_url, .. } => {
                let mail = link_type == LinkType::Email;
                let url = if mail { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                let span = self.span(&range);
                self.document.links.push(Destination { url, span });
                self.start_node(Tag::Link(number(self.document.links.len() - 1)), range);
            }
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

    fn close(&mut self, end: TagEnd, range: Range<usize>) {
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

    fn start_node(&mut self, tag: Tag, range: Range<usize>) {
        self.open.push(self.document.nodes.len());
        self.push(tag, range);
    }

    /// Opens a block: whatever follows in it starts a sentence.
    fn block(&mut self, tag: Tag, range: Range<usize>) {
        self.at_start = true;
        self.last_paragraph = None;
        self.start_node(tag, range);
    }

    fn end_node(&mut self) -> usize {
        let next = number(self.document.nodes.len());
        let Some(node) = self.open.pop() else { return 0 };
        self.document.nodes[node].next = next;
        node
    }

    fn leaf(&mut self, tag: Tag, range: Range<usize>) {
        self.push(tag, range);
    }

    fn push(&mut self, tag: Tag, range: Range<usize>) {
        let start = number(range.start + self.base);
        let end = number(range.end + self.base);
        let next = number(self.document.nodes.len() + 1);
        self.document.nodes.push(Node { tag, start, end, next });
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.document.span(range.start + self.base..range.end + self.base)
    }

    // ---- text

    fn text(&mut self, text: CowStr<'s>, range: Range<usize>, link: Option<u32>) {
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
    fn push_text(&mut self, text: &str, range: Range<usize>) {
        if self.source.get(range.clone()) == Some(text) {
            self.leaf(Tag::Text, range);
        } else {
            self.document.strings.push(text.into());
            self.leaf(Tag::Escaped(number(self.document.strings.len() - 1)), range);
        }
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        if !html.starts_with("<!--") {
            self.document.remarks.push((RemarkKind::Html, self.span(&range)));
        }
    }

    fn remark_html(&mut self, range: Range<usize>) {
        let source = self.source[range.clone()].trim();
        let comment = source.starts_with("<!--") && source.ends_with("-->");
        if !comment {
            let end = range.start + source.find('\n').unwrap_or(source.len());
            self.document.remarks.push((RemarkKind::Html, self.span(&(range.start..end))));
        }
    }

    // ---- blocks

    fn paragraph(&mut self, range: Range<usize>) {
        let source = &self.source[range.clone()];
        let bytes = source.as_bytes();
        let is_lettered = matches!(bytes, [b'a', b')' | b'.', b' ', ..]);
        let is_bullet = ["o ", "o\t", "• ", "•\t", "· ", "·\t", "\u{f0b7}", "§ ", "▪ "]
            .iter()
            .any(|bullet| source.starts_with(bullet));
        if is_lettered || is_bullet {
            let kind =
                if is_lettered { RemarkKind::LetteredList } else { RemarkKind::PastedBullet };
            let length = source.chars().next().map_or(0, char::len_utf8) + usize::from(is_lettered);
            let span = self.span(&(range.start..range.start + length));
            self.document.remarks.push((kind, span));
        }
        self.block(Tag::Paragraph, range);
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>, range: Range<usize>) {
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

    fn heading_attributes(
        &self,
        id: Option<CowStr<'s>>,
        classes: &[CowStr<'s>],
        attrs: &[(CowStr<'s>, Option<CowStr<'s>>)],
        range: &Range<usize>,
    ) -> Attributes {
        if id.is_none() && classes.is_empty() && attrs.is_empty() {
            return Attributes::default();
        }
        // pulldown-cmark has found that there are braces; their places are found here.
        let line = self.source[range.clone()].lines().next().unwrap_or("");
        let open = line.rfind('{').unwrap_or(0);
        let start = range.start + open;
        braces::read(&line[open..], |from, to| self.span(&(start + from..start + to)))
    }

    fn heading(&mut self, level: u8, attributes: Attributes, range: Range<usize>) {
        let node = number(self.document.nodes.len());
        self.document.headings.push(Heading {
            level,
            anchor: String::new(),
            own_anchor: attributes.id.is_some(),
            text: String::new(),
            attributes,
            node,
        });
        self.block(Tag::Heading(number(self.document.headings.len() - 1)), range);
    }

    /// Gives a heading that has closed its words and its fragment.
    fn name_heading(&mut self, node: usize) {
        let Tag::Heading(place) = self.document.nodes[node].tag else { return };
        let text = self.document.plain(node + 1..self.document.nodes.len()).trim().to_string();
        let heading = &mut self.document.headings[place as usize];
        let anchor = match &heading.attributes.id {
            Some((id, _)) => id.clone(),
            None => free_anchor(&self.anchors, &text),
        };
        self.anchors.insert(anchor.clone());
        heading.anchor = anchor;
        heading.text = text;
    }

    /// A paragraph that holds nothing but a picture with a title is a figure.
    fn figure(&mut self, paragraph: usize) {
        let nodes = &mut self.document.nodes;
        let Some(only) = nodes.get(paragraph + 1).copied() else { return };
        let alone = only.next as usize == nodes.len() && nodes.len() == paragraph + 2;
        let Tag::Image(image) = only.tag else { return };
        if alone && !self.document.images[image as usize].caption.is_empty() {
            nodes.truncate(paragraph + 1);
            nodes[paragraph].tag = Tag::Figure(image);
            nodes[paragraph].next = number(nodes.len());
        }
    }

    /// Moves braces at the end of an item's first words out of the text.
    fn take_item_braces(&mut self) {
        let in_item = |node: &usize| matches!(self.document.nodes[*node].tag, Tag::Item(_));
        let Some(item) = self.open.iter().rev().take(2).copied().find(|node| in_item(node)) else {
            return;
        };
        let last = self.document.nodes.len() - 1;
        let node = self.document.nodes[last];
        let untouched = self.document.nodes[item].tag == Tag::Item(None);
        if !untouched || last == item || node.tag != Tag::Text {
            return;
        }
        let text = self.document.text_of(&node);
        let Some(open) = braces::at_end(text) else { return };
        let start = node.start as usize + open;
        let attributes =
            braces::read(&text[open..], |from, to| self.document.span(start + from..start + to));
        let kept = text[..open].trim_end().len();
        if kept == 0 {
            self.document.nodes.pop();
            let breaks = |node: &Node| node.tag == Tag::SoftBreak;
            if self.document.nodes.last().is_some_and(breaks) {
                self.document.nodes.pop();
            }
        } else {
            self.document.nodes[last].end = node.start + number(kept);
        }
        self.document.items.push(attributes);
        let place = number(self.document.items.len() - 1);
        self.document.nodes[item].tag = Tag::Item(Some(place));
    }

    // ---- tables

    fn table(&mut self, aligns: Vec<Alignment>, range: Range<usize>) {
        let caption = self.take_caption();
        self.aligns = aligns;
        self.block(Tag::Table(caption), range);
    }

    /// A paragraph right before a table that begins with "Tabell:" is its caption.
    fn take_caption(&mut self) -> Option<u32> {
        let paragraph = self.last_paragraph?;
        let node = self.document.nodes[paragraph];
        if node.next as usize != self.document.nodes.len() {
            return None;
        }
        let text = self.document.plain(paragraph + 1..node.next as usize);
        let caption = ["Tabell:", "Table:", "Tabealla:"]
            .iter()
            .find_map(|word| text.strip_prefix(word))?
            .trim()
            .to_string();
        self.document.nodes.truncate(paragraph);
        self.document.captions.push(caption);
        Some(number(self.document.captions.len() - 1))
    }

    fn row(&mut self, head: bool, range: Range<usize>) {
        self.column = 0;
        self.block(Tag::Row { head }, range);
    }

    fn cell(&mut self, range: Range<usize>) {
        let align = match self.aligns.get(self.column) {
            Some(Alignment::Left) => Align::Left,
            Some(Alignment::Center) => Align::Centre,
            Some(Alignment::Right) => Align::Right,
            Some(Alignment::None) | None => Align::Plain,
        };
        self.column += 1;
        self.block(Tag::Cell(align), range);
    }

    fn remark_empty_head(&mut self, table: usize) {
        let nodes = &self.document.nodes;
        let Some(head) = nodes.get(table + 1) else { return };
        let words = self.document.plain(table + 1..head.next as usize);
        let has_words = !words.trim().is_empty()
            || nodes[table + 1..head.next as usize]
                .iter()
                .any(|node| matches!(node.tag, Tag::Reference(_) | Tag::Image(_)));
        if !has_words {
            let line = self.document.source_of(head).trim_end().len();
            let start = head.start as usize;
            let span = self.document.span(start..start + line);
            self.document.remarks.push((RemarkKind::EmptyHead, span));
        }
    }

    fn remark_bare_pipe(&mut self, cell: usize) {
        let source = self.document.source_of(&self.document.nodes[cell]);
        let Some(open) = source.rfind("[[") else { return };
        if !source[open..].contains("]]") {
            let start = self.document.nodes[cell].start as usize + open;
            let end = self.document.nodes[cell].end as usize + 1;
            let span = self.document.span(start..end);
            self.document.remarks.push((RemarkKind::BarePipe, span));
        }
    }

    // ---- references and pictures

    fn wikilink(&mut self, written: &str, has_words: bool, range: Range<usize>) {
        let written = written.trim_end_matches('\\');
        let words = range.start + 2 + written.len();
        let bar = self.source[words..range.end].find('|').map_or(words, |bar| words + bar + 1);
        let number_only =
            has_words && self.source[bar..range.end].trim_end_matches(']').trim() == "#";
        let target = wikilink::link_target(written, number_only);
        let place = self.reference(target, written, range.start + 2, has_words && !number_only);
        self.start_node(Tag::Reference(place), range);
        if !has_words || number_only {
            self.dropping = 1;
        }
    }

    fn embed(&mut self, written: &str, range: Range<usize>) {
        let written = written.trim_end_matches('\\');
        let target = wikilink::embed_target(written);
        let place = self.reference(target, written, range.start + 3, false);
        self.start_node(Tag::Embed(place), range);
        self.dropping = 1;
    }

    fn reference(&mut self, target: Target, written: &str, start: usize, has_words: bool) -> u32 {
        let span = self.span(&(start..start + written.len()));
        let at_start = self.at_start;
        let ending = String::new();
        self.document.references.push(Reference { target, span, at_start, ending, has_words });
        number(self.document.references.len() - 1)
    }

    fn image(&mut self, file: &str, title: &str, range: Range<usize>) {
        let (caption, credit) = split_credit(title);
        let span = self.span(&range);
        let file = file.to_string();
        self.document.images.push(Image { file, alt: String::new(), caption, credit, span });
        self.start_node(Tag::Image(number(self.document.images.len() - 1)), range);
    }

    /// Gives a picture that has closed its description, which is no text of the page.
    fn name_image(&mut self, node: usize) {
        let Tag::Image(image) = self.document.nodes[node].tag else { return };
        let alt = self.document.plain(node + 1..self.document.nodes.len());
        self.document.images[image as usize].alt = alt.trim().to_string();
        self.document.nodes.truncate(node + 1);
        self.document.nodes[node].next = number(node + 1);
    }

    // ---- footnotes

    fn footnote(&mut self, label: &str) -> u32 {
        let known = self.document.footnotes.iter().position(|footnote| footnote == label);
        number(known.unwrap_or_else(|| {
            self.document.footnotes.push(label.to_string());
            self.document.footnotes.len() - 1
        }))
    }

    fn finish(mut self) -> Document {
        self.remark_unknown_footnotes();
        self.document.nodes.shrink_to_fit();
        self.document
    }

    /// `[^x]` that pulldown-cmark left as text.
    fn remark_unknown_footnotes(&mut self) {
        let mut from = 0;
        while let Some(found) = self.source[from..].find("[^") {
            let start = from + found;
            from = start + 2;
            let Some(length) = self.source[start..].find(']') else { return };
            let offset = number(start + self.base);
            let known = |node: &Node| {
                let meant = matches!(
                    node.tag,
                    Tag::FootnoteMark(_) | Tag::FootnoteText(_) | Tag::Code | Tag::CodeBlock(_)
                );
                let at_mark = matches!(node.tag, Tag::FootnoteText(_)) && node.start != offset;
                meant && !at_mark && node.start <= offset && offset < node.end
            };
            if !self.document.nodes.iter().any(known) {
                let span = self.span(&(start..start + length + 1));
                self.document.remarks.push((RemarkKind::UnknownFootnote, span));
            }
        }
    }
}

/// A fragment from a heading's words that no other heading has.
fn free_anchor(taken: &HashSet<String>, text: &str) -> String {
    let mut anchor = slug(text);
    if anchor.is_empty() {
        anchor.push_str("del");
    }
    if !taken.contains(&anchor) {
        return anchor;
    }
    (2..)
        .map(|count| format!("{anchor}-{count}"))
        .find(|anchor| !taken.contains(anchor))
        .unwrap_or(anchor)
}

/// Splits "Barn i skogen. Foto: Kari Nordmann" into caption and credit.
fn split_credit(title: &str) -> (String, String) {
    const WORDS: [&str; 9] = [
        "Foto:",
        "Illustrasjon:",
        "Kilde:",
        "Tegning:",
        "Kjelde:",
        "Bild:",
        "Källa:",
        "Photo:",
        "Source:",
    ];
    let credit = WORDS.iter().filter_map(|word| title.find(word)).min();
    match credit {
        Some(start) => (title[..start].trim().to_string(), title[start..].trim().to_string()),
        None => (title.trim().to_string(), String::new()),
    }
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
