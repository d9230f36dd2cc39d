//! The words of a block as its author wrote them: the same whatever the rest of the plan says.

use super::document::{Document, Tag};

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
        let is_item = matches!(self.nodes[block].tag, Tag::Item(_));
        let end = self.nodes[block].next as usize;
        let mut words = String::new();
        // The ending of the reference whose own words are being read, and where they end.
        let mut open: Option<(usize, &str)> = None;
        let mut at = block + 1;
        while at <= end {
            if let Some((_, ending)) = open.take_if(|(close, _)| *close <= at) {
                words.push_str(ending);
            }
            let Some(node) = self.nodes.get(at).filter(|_| at < end) else { break };
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
                    open = Some((node.next as usize, &reference.ending));
                }
                _ => {}
            }
        }
        words.trim().to_string()
    }
}

/// What stands between the brackets of a reference, before a bar.
fn written(source: &str) -> &str {
    let inner = source.trim_start_matches('[');
    let end = inner.find(['|', ']']).unwrap_or(inner.len());
    inner[..end].trim_end_matches('\\').trim()
}
