//! The blocks of a plan: what is given an id when the plan is frozen.
//!
//! Every entry is a block with its title as words, and so are the pieces of its texts: headings, paragraphs,
//! list items, quotations, boxes, tables, code, figures, footnotes. What has no words is none, and neither is
//! what only the authors see. A hearing is no part of the plan that is heard.

use crate::contract::{BlockKind, Mark, normal};
use crate::markdown::{Alert, Document, Tag};
use crate::model::{Body, EntryId, Link, Plan};
use crate::portions::Portions;
use crate::text::SourceFile;
use crate::vocabulary::Kind;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// A block of a plan, before it has an id.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The file that it stands in.
    pub path: String,
    /// The entry that it stands in; empty for the front page.
    pub entry: String,
    /// What it is.
    pub kind: BlockKind,
    /// The piece that opens the section it stands in, as a place among the plan's pieces.
    pub section: Option<usize>,
    /// Its words.
    pub text: String,
    /// Its words as readers meet them, where they differ.
    pub seen: Option<String>,
    /// What of these is emphasised or leads somewhere.
    pub marks: Vec<Mark>,
    /// Its words in the form in which they are compared.
    pub normal: String,
    /// Where it stands in the plan.
    pub home: Home,
}

/// Where a block stands in a plan.
#[derive(Debug, Clone)]
pub struct Home {
    /// The entry; none for the front page.
    pub entry: Option<EntryId>,
    /// The text and the node in it; none for an entry itself.
    pub node: Option<(Arc<Document>, u32)>,
}

/// The blocks of a plan, in reading order. `files` are those that it was read from.
#[must_use]
pub fn pieces(plan: &Plan, files: &[SourceFile]) -> Vec<Piece> {
    let entries: Vec<EntryId> =
        plan.all().filter(|(_, entry)| entry.kind != Kind::Hearing).map(|(id, _)| id).collect();
    let reader = Reader { plan, files };
    let of_each: Vec<Vec<Piece>> =
        entries.par_iter().in_portions().map(|id| reader.entry(*id)).collect();
    let mut pieces = reader.front();
    let mut heads = vec![None; plan.entries.len()];
    for (id, own) in entries.iter().zip(of_each) {
        let start = pieces.len();
        heads[id.index()] = Some(start);
        let parent = plan.entry(*id).parent.and_then(|parent| heads[parent.index()]);
        pieces.extend(own.into_iter().map(|mut piece| {
            piece.section = piece.section.map_or(parent, |section| Some(start + section));
            piece
        }));
    }
    pieces
}

/// Reads the pieces of single entries.
struct Reader<'r> {
    plan: &'r Plan,
    files: &'r [SourceFile],
}

impl Reader<'_> {
    fn front(&self) -> Vec<Piece> {
        let title = &self.plan.settings.title;
        let home = Home { entry: None, node: None };
        let mut pieces = Vec::new();
        let path = "content/plan.toml".to_string();
        pieces.extend(piece((path, ""), BlockKind::Entry, title.clone(), home));
        self.text(None, "", &self.plan.front, &mut pieces);
        pieces
    }

    fn entry(&self, id: EntryId) -> Vec<Piece> {
        let entry = self.plan.entry(id);
        let mut pieces = Vec::new();
        let path = self.path(entry.span.file.0);
        let home = Home { entry: Some(id), node: None };
        pieces.extend(piece((path, &entry.name), BlockKind::Entry, entry.title.clone(), home));
        for text in entry.texts() {
            self.text(Some(id), &entry.name, text, &mut pieces);
        }
        pieces
    }

    /// The pieces of a text, below those that the entry has already.
    fn text(&self, entry: Option<EntryId>, name: &str, body: &Body, pieces: &mut Vec<Piece>) {
        let document = &body.document;
        let head = (!pieces.is_empty()).then_some(0);
        // The headings that are open, with their levels.
        let mut open: Vec<(u8, usize)> = Vec::new();
        let mut at = 0;
        while let Some(node) = document.nodes.get(at) {
            let kind = kind_of(node.tag);
            // An item may hold other items, and other blocks nothing of their own.
            let is_item = kind == Some(BlockKind::Item);
            let is_hidden = node.tag == Tag::Alert(Alert::Todo);
            if let Some(kind) = kind {
                let path = self.path(document.span_of(node).file.0);
                let home = Home { entry, node: Some((Arc::clone(document), at as u32)) };
                let text = words(document, at, &|_| None);
                if let Some(mut piece) = piece((path, name), kind, text, home) {
                    let (seen, marks) =
                        marked_words(document, at, &|reference| shown(body, reference));
                    piece.seen = Some(seen).filter(|seen| *seen != piece.text);
                    let marks = marks.into_iter();
                    piece.marks =
                        marks.filter_map(|(range, node)| self.mark(body, range, node)).collect();
                    if let Tag::Heading(heading) = node.tag {
                        let level = document.headings[heading as usize].level;
                        open.retain(|(above, _)| *above < level);
                        piece.section = open.last().map(|(_, at)| *at).or(head);
                        open.push((level, pieces.len()));
                    } else {
                        piece.section = open.last().map(|(_, at)| *at).or(head);
                    }
                    pieces.push(piece);
                }
            }
            at = match kind {
                Some(_) if is_item => next_item(document, at),
                Some(_) => node.next as usize,
                None if is_hidden => node.next as usize,
                None => at + 1,
            };
        }
    }

    /// What the words that a node holds were marked as. An address within the plan's own files is left out, for those of
    /// a version are not published.
    fn mark(&self, body: &Body, range: Range<usize>, node: usize) -> Option<Mark> {
        let entry = |id: EntryId| format!("#{}", self.plan.entry(id).name);
        let what = match body.document.nodes[node].tag {
            Tag::Emphasis => "em".to_string(),
            Tag::Strong => "strong".to_string(),
            Tag::Code => "code".to_string(),
            Tag::Link(link) => {
                let url = &body.document.links[link as usize].url;
                url.contains(':').then(|| url.clone())?
            }
            Tag::Reference(reference) => match body.links.get(reference as usize)? {
                Link::To { target, .. } => entry(target.entry),
                Link::Figure { indicator, .. } => entry(EntryId::from(*indicator)),
                Link::Embed(_) | Link::Broken => return None,
            },
            _ => return None,
        };
        Some(Mark { range, what })
    }

    fn path(&self, file: u32) -> String {
        self.files.get(file as usize).map_or(String::new(), |file| file.path.clone())
    }
}

fn piece(
    (path, entry): (String, &str),
    kind: BlockKind,
    text: String,
    home: Home,
) -> Option<Piece> {
    let normal = normal(&text);
    let entry = entry.to_string();
    // An entry is a place that others stand in, even if its title is but a sign.
    let stands = !normal.is_empty() || kind == BlockKind::Entry;
    let (section, seen, marks) = (None, None, Vec::new());
    stands.then_some(Piece { path, entry, kind, section, text, seen, marks, normal, home })
}

fn kind_of(tag: Tag) -> Option<BlockKind> {
    Some(match tag {
        Tag::Paragraph => BlockKind::Paragraph,
        Tag::Heading(_) => BlockKind::Heading,
        Tag::Quote => BlockKind::Quote,
        Tag::Alert(alert) if alert != Alert::Todo => BlockKind::Note,
        Tag::Item(_) => BlockKind::Item,
        Tag::CodeBlock(_) => BlockKind::Code,
        Tag::Table(_) => BlockKind::Table,
        Tag::Figure(_) => BlockKind::Figure,
        Tag::FootnoteText(_) => BlockKind::Footnote,
        _ => return None,
    })
}

/// The node after an item's own words: the first item within it, or what follows it.
fn next_item(document: &Document, item: usize) -> usize {
    let end = document.nodes[item].next as usize;
    (item + 1..end).find(|at| matches!(document.nodes[*at].tag, Tag::Item(_))).unwrap_or(end)
}

/// The words of a block; `shown` gives those of a reference that has none of its own.
fn words(document: &Document, at: usize, shown: &dyn Fn(usize) -> Option<String>) -> String {
    marked_words(document, at, shown).0
}

/// The same, with the bytes that stand in a node that marks them.
fn marked_words(
    document: &Document,
    at: usize,
    shown: &dyn Fn(usize) -> Option<String>,
) -> (String, Vec<(Range<usize>, usize)>) {
    match document.nodes[at].tag {
        Tag::Figure(image) => (document.images[image as usize].caption.clone(), Vec::new()),
        Tag::Table(_) => {
            let (mut table, mut marks) = (String::new(), Vec::new());
            for row in document.children(at) {
                table.push_str(if table.is_empty() { "" } else { "\n" });
                for (column, cell) in document.children(row).enumerate() {
                    table.push_str(if column == 0 { "" } else { " | " });
                    let (words, own) = document.marked_words(cell, shown);
                    let start = table.len();
                    let own = own.into_iter();
                    marks.extend(
                        own.map(|(range, node)| (start + range.start..start + range.end, node)),
                    );
                    table.push_str(&words.replace(['\n', '|'], " "));
                }
            }
            (table, marks)
        }
        _ => document.marked_words(at, shown),
    }
}

/// What a reader sees of a reference without words of its own; its ending is added elsewhere.
fn shown(body: &Body, reference: usize) -> Option<String> {
    match body.links.get(reference)? {
        Link::To { words, .. } => {
            let ending = &body.document.references[reference].ending;
            Some(words.strip_suffix(ending.as_str()).unwrap_or(words).to_string())
        }
        Link::Figure { shown, .. } => Some(shown.clone()),
        Link::Embed(_) | Link::Broken => None,
    }
}
