//! The words of a block as its author wrote them: the same whatever the rest of the plan says.

use super::document::{Document, Tag};
use std::ops::Range;

impl Document {
    /// The words of a block, without markup. A list within an item is left to its own items.
    ///
    /// A reference gives the words that the author chose; without any, what stands between its
    /// brackets, whatever the title or the figure that it leads to. Marks of footnotes and embeds give none.
    #[must_use]
    pub fn words(&self, block: usize) -> String {
        self.words_with(block, &|_| None)
    }

    /// The same; `shown` may give other words for a reference that has none of its own, by its place.
    #[must_use]
    pub fn words_with(&self, block: usize, shown: &dyn Fn(usize) -> Option<String>) -> String {
        self.marked_words(block, shown).0
    }

    /// The same, with the bytes of the words that stand in emphasis, in code or in a link, and the node that says
    /// which: the outer before the inner.
    #[must_use]
    pub fn marked_words(
        &self,
        block: usize,
        shown: &dyn Fn(usize) -> Option<String>,
    ) -> (String, Vec<(Range<usize>, usize)>) {
        let is_item = matches!(self.nodes[block].tag, Tag::Item(_));
        let end = self.nodes[block].next as usize;
        let mut words = String::new();
        // The ending of the reference whose own words are being read, and where they end.
        let mut ending: Option<(usize, &str)> = None;
        // Marks whose words are being read, as places among those that were found.
        let mut open: Vec<usize> = Vec::new();
        let mut marks: Vec<(Range<usize>, usize)> = Vec::new();
        let mut at = block + 1;
        while at <= end {
            if let Some((_, ending)) = ending.take_if(|(close, _)| *close <= at) {
                words.push_str(ending);
            }
            while let Some(mark) =
                open.pop_if(|mark| self.nodes[marks[*mark].1].next as usize <= at)
            {
                marks[mark].0.end = words.len();
            }
            let Some(node) = self.nodes.get(at).filter(|_| at < end) else { break };
            if is_mark(node.tag) {
                open.push(marks.len());
                marks.push((words.len()..words.len(), at));
            }
            at += 1;
            match node.tag {
                Tag::List(_) if is_item => at = node.next as usize,
                Tag::Text | Tag::Escaped(_) => words.push_str(self.text_of(node)),
                Tag::SoftBreak | Tag::HardBreak => words.push(' '),
                Tag::Paragraph | Tag::Heading(_) | Tag::Item(_) | Tag::Cell(_) => words.push(' '),
                Tag::Reference(place) => {
                    let reference = &self.references[place as usize];
                    if !reference.has_words {
                        let given = shown(place as usize);
                        let own = given.as_deref().unwrap_or(written(self.source_of(node)));
                        words.push_str(own);
                    }
                    ending = Some((node.next as usize, &reference.ending));
                }
                _ => {}
            }
        }
        trimmed(&words, marks)
    }
}

fn is_mark(tag: Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Code | Tag::Link(_) | Tag::Reference(_))
}

/// Words without spaces at their ends, and the marks that still have some.
fn trimmed(words: &str, marks: Vec<(Range<usize>, usize)>) -> (String, Vec<(Range<usize>, usize)>) {
    let start = words.len() - words.trim_start().len();
    let words = words.trim();
    let moved = |at: usize| at.saturating_sub(start).min(words.len());
    let marks = marks.into_iter().map(|(range, node)| (moved(range.start)..moved(range.end), node));
    (words.to_string(), marks.filter(|(range, _)| !range.is_empty()).collect())
}

/// What stands between the brackets of a reference, before a bar.
fn written(source: &str) -> &str {
    let inner = source.trim_start_matches('[');
    let end = inner.find(['|', ']']).unwrap_or(inner.len());
    inner[..end].trim_end_matches('\\').trim()
}
