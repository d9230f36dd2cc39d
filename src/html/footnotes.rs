//! Footnotes: their marks in running text, and their texts at its end with a way back.

use super::blocks::Blocks;
use super::inline::Inline;
use super::{escape, escape_into};
use crate::markdown::{Document, Tag};
use std::fmt::Write;

/// Labels of footnotes in the order of their marks; those without a text are left out.
pub(super) fn order(document: &Document) -> Vec<u32> {
    if document.footnotes.is_empty() {
        return Vec::new();
    }
    let has_text = |label| document.nodes.iter().any(|node| node.tag == Tag::FootnoteText(label));
    let mut order = Vec::new();
    for node in &document.nodes {
        if let Tag::FootnoteMark(label) = node.tag
            && !order.contains(&label)
            && has_text(label)
        {
            order.push(label);
        }
    }
    order
}

impl Inline<'_> {
    /// The mark of a footnote in running text.
    pub(super) fn footnote_mark(&self, label: u32, at: usize, out: &mut String) {
        let Some(place) = self.notes.iter().position(|note| *note == label) else { return };
        let document = self.document();
        let first = document.nodes.iter().position(|node| node.tag == Tag::FootnoteMark(label));
        let (number, prefix) = ((place + 1).to_string(), &self.prefix);
        out.push_str("<sup class=\"footnote-ref\"><a");
        if first == Some(at) {
            out.extend([" id=\"", prefix, "fnref-", &number, "\""]);
        }
        out.extend([" href=\"#", prefix, "fn-", &number]);
        out.extend(["\" aria-describedby=\"", prefix, "footnotes\">", &number, "</a></sup>"]);
    }
}

impl Blocks<'_> {
    /// The footnotes that the text has marks for, in the order of the marks.
    pub(super) fn footnotes(&mut self) {
        if self.document().footnotes.is_empty() {
            return;
        }
        let document = self.document();
        let texts: Vec<(u32, usize)> = (0..document.nodes.len())
            .filter_map(|at| match document.nodes[at].tag {
                Tag::FootnoteText(label) => Some((label, at)),
                _ => None,
            })
            .collect();
        let marks = self.inline.notes.clone();
        let prefix = self.inline.prefix.clone();
        let level = (2 + self.deeper).min(6);
        let _ = write!(
            self.out,
            "<section class=\"footnotes\" aria-labelledby=\"{prefix}footnotes\"><h{level} id=\"{prefix}footnotes\">"
        );
        escape_into(self.inline.html.words.get("footnotes"), &mut self.out);
        let _ = write!(self.out, "</h{level}><ol>");
        let back = escape(self.inline.html.words.get("footnote_back"));
        for (place, label) in marks.iter().enumerate() {
            let number = (place + 1).to_string();
            let Some((_, at)) = texts.iter().find(|(of, _)| of == label) else { continue };
            let inner = at + 1..document.nodes[*at].next as usize;
            self.out.extend(["<li id=\"", &prefix, "fn-", &number, "\">"]);
            let only = document.siblings(inner.clone()).count() == 1;
            let tight = std::mem::replace(&mut self.tight, only);
            self.range(inner);
            self.tight = tight;
            self.out.extend([" <a class=\"footnote-back\" href=\"#", &prefix, "fnref-", &number]);
            self.out.extend(["\" aria-label=\"", &back, " ", &number, "\">↩</a></li>\n"]);
        }
        self.out.push_str("</ol></section>\n");
    }
}
