//! What planverk adds to Markdown's blocks: headings and items with braces, figures, captions, wikilinks.

use super::braces;
use super::build::{Builder, number};
use super::document::*;
use super::wikilink;
use memchr::memmem;
use pulldown_cmark::{Alignment, CowStr, Tag as Mark};
use std::collections::HashSet;
use std::ops::Range;

/// What an author writes for a description of a picture that tells nothing, in each language.
const DECORATION: [&str; 5] = ["pynt", "dekor", "dekorasjon", "decoration", "čikŋa"];

/// How deep elements may nest. All that walks a tree calls itself, and has only so much stack.
const DEEPEST: usize = 100;

/// Whether an element lies so deep that its words are kept, but not the element.
pub(super) fn is_too_deep(mark: &Mark<'_>, open: &[usize]) -> bool {
    let nests = matches!(
        mark,
        Mark::BlockQuote(_)
            | Mark::List(_)
            | Mark::FootnoteDefinition(_)
            | Mark::Emphasis
            | Mark::Strong
            | Mark::Strikethrough
            | Mark::Link { .. }
            | Mark::Image { .. }
    );
    nests && open.len() >= DEEPEST
}

impl<'s> Builder<'s> {
    // ---- headings, figures and items

    pub(super) fn heading_attributes(
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
        // An underlined heading may have several lines: the last has them.
        let text = &self.source[range.clone()];
        let close = text.rfind('}').map_or(text.len(), |close| close + 1);
        let open = text[..close].rfind('{').unwrap_or(close);
        let start = range.start + open;
        braces::read(&text[open..close], |from, to| self.span(&(start + from..start + to)))
    }

    pub(super) fn heading(&mut self, level: u8, attributes: Attributes, range: Range<usize>) {
        let node = number(self.document.nodes.len());
        self.document.headings.push(Heading {
            level,
            anchor: String::new(),
            own_anchor: attributes.id.is_some(),
            role: attributes.role(),
            text: String::new(),
            attributes,
            node,
        });
        self.block(Tag::Heading(number(self.document.headings.len() - 1)), range);
    }

    /// Gives a heading that has closed its words.
    pub(super) fn name_heading(&mut self, node: usize) {
        let Tag::Heading(place) = self.document.nodes[node].tag else { return };
        let text = self.document.plain(node + 1..self.document.nodes.len()).trim().to_string();
        self.document.headings[place as usize].text = text;
    }

    /// A paragraph that holds nothing but a picture with a title is a figure.
    pub(super) fn figure(&mut self, paragraph: usize) {
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
    pub(super) fn take_item_braces(&mut self) {
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

    pub(super) fn table(&mut self, aligns: Vec<Alignment>, range: Range<usize>) {
        let caption = self.take_caption();
        self.aligns = aligns;
        self.block(Tag::Table(caption), range);
    }

    /// A paragraph right before a table that begins with "Tabell:" is its caption.
    pub(super) fn take_caption(&mut self) -> Option<u32> {
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

    pub(super) fn row(&mut self, head: bool, range: Range<usize>) {
        self.column = 0;
        self.block(Tag::Row { head }, range);
    }

    pub(super) fn cell(&mut self, range: Range<usize>) {
        let align = match self.aligns.get(self.column) {
            Some(Alignment::Left) => Align::Left,
            Some(Alignment::Center) => Align::Centre,
            Some(Alignment::Right) => Align::Right,
            Some(Alignment::None) | None => Align::Plain,
        };
        self.column += 1;
        self.block(Tag::Cell(align), range);
    }

    pub(super) fn remark_empty_head(&mut self, table: usize) {
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

    pub(super) fn remark_bare_pipe(&mut self, cell: usize) {
        let source = self.document.source_of(&self.document.nodes[cell]);
        let Some(open) = source.rfind("[[") else { return };
        if !source[open..].contains("]]") {
            let start = self.document.nodes[cell].start as usize + open;
            let end = self.document.nodes[cell].end as usize;
            let bar = usize::from(self.source[end - self.base..].starts_with('|'));
            let span = self.document.span(start..end + bar);
            self.document.remarks.push((RemarkKind::BarePipe, span));
        }
    }

    // ---- references and pictures

    pub(super) fn wikilink(&mut self, written: &str, has_words: bool, range: Range<usize>) {
        let written = written.trim_end_matches('\\');
        let words = range.start + 2 + written.len();
        let bar = self.source[words..range.end].find('|').map_or(words, |bar| words + bar + 1);
        let own = self.source[bar..range.end].trim_end_matches(']').trim();
        let has_words = has_words && !own.is_empty();
        let number_only = has_words && own == "#";
        let target = wikilink::link_target(written, number_only);
        let place = self.reference(target, written, range.start + 2, has_words && !number_only);
        self.start_node(Tag::Reference(place), range);
        if !has_words || number_only {
            self.dropping = 1;
        }
    }

    pub(super) fn embed(&mut self, written: &str, range: Range<usize>) {
        let written = written.trim_end_matches('\\');
        let target = wikilink::embed_target(written);
        let place = self.reference(target, written, range.start + 3, false);
        self.start_node(Tag::Embed(place), range);
        self.dropping = 1;
    }

    pub(super) fn reference(
        &mut self,
        target: Target,
        written: &str,
        start: usize,
        has_words: bool,
    ) -> u32 {
        let span = self.span(&(start..start + written.len()));
        let at_start = self.at_start;
        let ending = String::new();
        self.document.references.push(Reference { target, span, at_start, ending, has_words });
        number(self.document.references.len() - 1)
    }

    pub(super) fn image(&mut self, file: &str, title: &str, range: Range<usize>) {
        let (caption, credit) = split_credit(title);
        let span = self.span(&range);
        let file = file.to_string();
        self.document.images.push(Image {
            file,
            alt: String::new(),
            is_decoration: false,
            caption,
            credit,
            span,
        });
        self.start_node(Tag::Image(number(self.document.images.len() - 1)), range);
    }

    /// Gives a picture that has closed its description, which is no text of the page.
    pub(super) fn name_image(&mut self, node: usize) {
        let Tag::Image(image) = self.document.nodes[node].tag else { return };
        let alt = self.document.plain(node + 1..self.document.nodes.len());
        let picture = &mut self.document.images[image as usize];
        picture.is_decoration = DECORATION.contains(&alt.trim().to_lowercase().as_str());
        if !picture.is_decoration {
            picture.alt = alt.trim().to_string();
        }
        self.document.nodes.truncate(node + 1);
        self.document.nodes[node].next = number(node + 1);
    }

    /// `[^x]` that pulldown-cmark left as text.
    pub(super) fn remark_unknown_footnotes(&mut self) {
        if !self.source.contains("[^") {
            return;
        }
        let (known, code) = (self.footnotes_with_text(), self.code());
        let is_code = |offset: u32| {
            let after = code.partition_point(|range| range.start <= offset);
            after > 0 && code[after - 1].contains(&offset)
        };
        let mut unknown = Vec::new();
        for start in memmem::find_iter(self.source.as_bytes(), "[^") {
            let from = start + 2;
            let rest = &self.source[from..];
            let Some(length) = rest.find([']', '[', '\n']) else { break };
            if !rest[length..].starts_with(']') {
                continue;
            }
            let label = &rest[..length];
            if !known.contains(label) && !is_code(number(start + self.base)) {
                let span = self.span(&(start..from + length + 1));
                unknown.push((RemarkKind::UnknownFootnote, span));
            }
        }
        self.document.remarks.extend(unknown);
    }

    /// The labels that have a text.
    fn footnotes_with_text(&self) -> HashSet<&str> {
        let texts = self.document.nodes.iter().filter_map(|node| match node.tag {
            Tag::FootnoteText(place) => self.document.footnotes.get(place as usize),
            _ => None,
        });
        texts.map(String::as_str).collect()
    }

    /// Where code stands, in reading order.
    fn code(&self) -> Vec<Range<u32>> {
        let code = |node: &&Node| matches!(node.tag, Tag::Code | Tag::CodeBlock(_));
        self.document.nodes.iter().filter(code).map(|node| node.start..node.end).collect()
    }
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
