//! The words of a part of a body, as a reader meets them on the page.

use crate::markdown::{Alert, Document, Tag};
use crate::model::{Body, Link};
use std::ops::Range;

/// What stands between two facts that are no sentence together.
const BETWEEN: &str = " · ";

/// Text that grows by words and by facts.
#[derive(Debug, Default)]
pub(super) struct Reading(pub(super) String);

impl Reading {
    /// A fact of its own; an empty one is none.
    pub(super) fn fact(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push_str(BETWEEN);
        }
        self.0.push_str(text);
    }

    /// A short text as a fact of its own.
    pub(super) fn short(&mut self, body: &Body) {
        let mut words = Reading::default();
        words.body(body, 0..body.document.nodes.len());
        self.fact(&words.0);
    }

    /// A range of a body's nodes. What the page does not show is left out, and what it draws from
    /// elsewhere (cards) too: that is found where it stands.
    pub(super) fn body(&mut self, body: &Body, range: Range<usize>) {
        let document = &body.document;
        if let [first, .., last] = &document.nodes[range.clone()] {
            self.0.reserve(last.end.saturating_sub(first.start) as usize);
        }
        // The ending of the reference whose own words are being read, and where they end.
        let mut open: Option<(usize, &str)> = None;
        let mut at = range.start;
        while at < range.end {
            if let Some((_, ending)) = open.take_if(|(close, _)| *close <= at) {
                self.0.push_str(ending);
            }
            let node = &document.nodes[at];
            at += 1;
            match node.tag {
                Tag::Text | Tag::Escaped(_) => self.0.push_str(document.text_of(node)),
                Tag::SoftBreak | Tag::HardBreak => self.space(),
                Tag::Alert(Alert::Todo) | Tag::Embed(_) => at = node.next as usize,
                Tag::Image(image) | Tag::Figure(image) => {
                    self.picture(document, image);
                    at = node.next as usize;
                }
                Tag::Reference(reference) => {
                    match body.links.get(reference as usize) {
                        Some(Link::To { words, .. }) => self.0.push_str(words),
                        Some(Link::Figure { shown, .. }) => self.0.push_str(shown),
                        _ => {}
                    }
                    let ending = &document.references[reference as usize].ending;
                    open = Some((node.next as usize, ending));
                }
                tag if opens_line(tag) => self.space(),
                _ => {}
            }
        }
        if let Some((_, ending)) = open {
            self.0.push_str(ending);
        }
    }

    /// The text, without space around it.
    pub(super) fn trimmed(mut self) -> String {
        self.0.truncate(self.0.trim_end().len());
        let space = self.0.len() - self.0.trim_start().len();
        self.0.drain(..space);
        self.0
    }

    fn picture(&mut self, document: &Document, image: u32) {
        let picture = &document.images[image as usize];
        for words in [&picture.alt, &picture.caption] {
            self.space();
            self.0.push_str(words);
        }
        self.space();
    }

    fn space(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with(' ') {
            self.0.push(' ');
        }
    }
}

/// Whether what begins here stands on a line of its own, or in a cell of its own.
fn opens_line(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading(_)
            | Tag::Item(_)
            | Tag::Cell(_)
            | Tag::CodeBlock(_)
            | Tag::FootnoteText(_)
    )
}
