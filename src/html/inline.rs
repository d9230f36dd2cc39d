//! Inlines: text, emphasis, links, figures in running text, pictures, marks of footnotes.

use super::{Html, escape, escape_into, footnotes, pictures, relative};
use crate::markdown::{Alert, Document, Tag};
use crate::model::{Body, Component, Embed, EntryId, Link, Place, Plan, Point, PointId, Target};
use std::fmt::Write;
use std::ops::Range;

/// Writes the inlines of one body.
pub(super) struct Inline<'h> {
    pub(super) html: &'h Html<'h>,
    pub(super) body: &'h Body,
    /// Put before every fragment, in the whole plan.
    pub(super) prefix: String,
    /// Whether the body is what its page is about, and stands first there.
    pub(super) is_own_page: bool,
    /// Labels of footnotes that have a text, in the order of their marks.
    pub(super) notes: Vec<u32>,
}

impl<'h> Inline<'h> {
    pub(super) fn new(html: &'h Html<'h>, body: &'h Body, prefix: String) -> Inline<'h> {
        Inline { html, body, prefix, is_own_page: false, notes: footnotes::order(&body.document) }
    }

    pub(super) fn document(&self) -> &'h Document {
        &self.body.document
    }

    pub(super) fn range(&self, range: Range<usize>, out: &mut String) {
        for at in self.document().siblings(range) {
            self.node(at, out);
        }
    }

    pub(super) fn node(&self, at: usize, out: &mut String) {
        let node = &self.document().nodes[at];
        let inner = at + 1..node.next as usize;
        match node.tag {
            Tag::Text | Tag::Escaped(_) => escape_into(self.document().text_of(node), out),
            Tag::SoftBreak => out.push('\n'),
            Tag::HardBreak => out.push_str("<br>\n"),
            Tag::Code => self.wrap("code", inner, out),
            Tag::Emphasis => self.wrap("em", inner, out),
            Tag::Strong => self.wrap("strong", inner, out),
            Tag::Strike => self.wrap("del", inner, out),
            Tag::Link(link) => self.link(link, inner, out),
            Tag::Image(image) | Tag::Figure(image) => self.image(image, out),
            Tag::Reference(reference) => self.reference(reference, inner, out),
            Tag::Embed(reference) => self.embed_in_line(reference, out),
            Tag::FootnoteMark(label) => self.footnote_mark(label, at, out),
            // Blocks within a short text: their words.
            _ => self.range(inner, out),
        }
    }

    fn wrap(&self, tag: &str, inner: Range<usize>, out: &mut String) {
        out.extend(["<", tag, ">"]);
        self.range(inner, out);
        out.extend(["</", tag, ">"]);
    }

    /// A link to an address; one that a browser might run loses it.
    fn link(&self, link: u32, inner: Range<usize>, out: &mut String) {
        let url = &self.document().links[link as usize].url;
        let file = self.body.downloads.get(link as usize).filter(|file| !file.is_empty());
        let href = match file {
            Some(file) => relative(self.html.page, file),
            // Within the text: in the whole plan its fragments have the entry's name before them.
            None if url.starts_with('#') => format!("#{}{}", self.prefix, &url[1..]),
            None if is_safe(url) => url.clone(),
            None => return self.range(inner, out),
        };
        out.push_str("<a href=\"");
        escape_into(&href, out);
        out.push_str("\">");
        self.range(inner, out);
        out.push_str("</a>");
    }

    pub(super) fn image(&self, image: u32, out: &mut String) {
        let picture = &self.document().images[image as usize];
        match self.body.pictures.get(image as usize).copied().flatten() {
            Some(id) => {
                let is_first = image == 0 && self.is_own_page;
                pictures::write(self.html, self.html.plan.picture(id), &picture.alt, is_first, out);
            }
            None => escape_into(&picture.alt, out),
        }
    }

    fn reference(&self, reference: u32, inner: Range<usize>, out: &mut String) {
        let written = &self.document().references[reference as usize];
        match self.body.links.get(reference as usize) {
            Some(Link::To { target, words }) => {
                self.open_link(*target, written.has_words, out);
                if written.has_words {
                    self.range(inner, out);
                    escape_into(&written.ending, out);
                } else {
                    escape_into(words, out);
                }
                out.push_str("</a>");
            }
            Some(Link::Figure { indicator, shown }) => {
                let entry = EntryId::from(*indicator);
                if self.html.about == Some(entry) {
                    out.push_str("<span class=\"value\">");
                    escape_into(shown, out);
                    out.push_str("</span>");
                    return;
                }
                let href = escape(&self.html.href(Target { entry, place: Place::Top }));
                let _ = write!(out, "<a class=\"value\" href=\"{href}\">");
                escape_into(shown, out);
                out.push_str("</a>");
            }
            Some(Link::Embed(_) | Link::Broken) | None => {
                self.range(inner, out);
                escape_into(&written.ending, out);
            }
        }
    }

    fn open_link(&self, target: Target, has_words: bool, out: &mut String) {
        let entry = self.html.plan.entry(target.entry);
        let is_citation = entry.reference().is_some() && !has_words;
        out.push_str(if is_citation { "<a class=\"citation\" href=\"" } else { "<a href=\"" });
        escape_into(&self.html.href(target), out);
        out.push_str("\">");
    }

    /// An embed that is a block of its own, drawn by the theme.
    pub(super) fn embed(&self, reference: u32, out: &mut String) {
        if let Some(Link::Embed(embed)) = self.body.links.get(reference as usize) {
            out.push_str(&self.html.embeds.embed(embed, self.html));
        }
    }

    /// An embed within a line of text: a card has no place there, but its link has.
    fn embed_in_line(&self, reference: u32, out: &mut String) {
        let plan = self.html.plan;
        let targets: Vec<(Target, &str)> = match self.body.links.get(reference as usize) {
            Some(Link::Embed(Embed::Card(id))) => vec![of_entry(plan, *id)],
            Some(Link::Embed(Embed::Cards(ids))) => {
                ids.iter().map(|id| of_entry(plan, *id)).collect()
            }
            Some(Link::Embed(Embed::Components(ids))) => {
                let components = ids.iter().map(|id| plan.component(*id));
                let place = |component: &Component| Target {
                    entry: component.area,
                    place: Place::Heading(component.heading),
                };
                components.map(|one| (place(one), one.title.as_str())).collect()
            }
            _ => Vec::new(),
        };
        for (place, (target, title)) in targets.into_iter().enumerate() {
            out.push_str(if place > 0 { ", " } else { "" });
            let href = escape(&self.html.href(target));
            let _ = write!(out, "<a href=\"{href}\">{}</a>", escape(title));
        }
    }

    /// Whom a point is for, after its words.
    pub(super) fn audience(&self, point: &Point, out: &mut String) {
        let plan = self.html.plan;
        let words = self.html.words;
        let named: Vec<EntryId> = point.audience.of.iter().map(|id| EntryId::from(*id)).collect();
        if named.is_empty() && !point.audience.all {
            return;
        }
        let _ = write!(out, " <span class=\"for\">{}: ", escape(words.get("for_whom")));
        if point.audience.all {
            escape_into(words.get("everybody"), out);
        }
        for (place, id) in named.iter().enumerate() {
            out.push_str(if place > 0 || point.audience.all { ", " } else { "" });
            let href = escape(&self.html.href(Target { entry: *id, place: Place::Top }));
            let _ = write!(out, "<a href=\"{href}\">{}</a>", escape(&plan.entry(*id).title));
        }
        out.push_str("</span>");
    }

    /// Where points came from.
    pub(super) fn origin(&self, from: &[EntryId], out: &mut String) {
        if from.is_empty() {
            return;
        }
        let _ = write!(out, "<p class=\"origin\">{}: ", escape(self.html.words.get("comes_from")));
        for (place, id) in from.iter().enumerate() {
            out.push_str(if place > 0 { ", " } else { "" });
            let href = escape(&self.html.href(Target { entry: *id, place: Place::Top }));
            let title = escape(&self.html.plan.entry(*id).title);
            let _ = write!(out, "<a href=\"{href}\">{title}</a>");
        }
        out.push_str("</p>\n");
    }
}

fn of_entry(plan: &Plan, entry: EntryId) -> (Target, &str) {
    (Target { entry, place: Place::Top }, plan.entry(entry).title.as_str())
}

/// Addresses that browsers only ever open.
pub(super) fn is_safe(url: &str) -> bool {
    let lower = url.trim().to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:", "#"].iter().any(|start| lower.starts_with(start))
}

/// A short text, without the paragraph around it; further paragraphs follow after a line break.
pub(super) fn short(html: &Html<'_>, body: &Body) -> String {
    let inline = Inline::new(html, body, String::new());
    let mut out = String::new();
    for block in body.document.blocks() {
        if !out.is_empty() {
            out.push_str("<br>");
        }
        inline.node(block, &mut out);
    }
    out
}

/// The words of a point; lists within it are left to its own page.
pub(super) fn point(html: &Html<'_>, id: PointId) -> String {
    let point = html.plan.point(id);
    let body = &html.plan.entry(point.entry).body;
    let inline = Inline::new(html, body, String::new());
    let mut out = String::new();
    for child in body.document.children(point.node as usize) {
        if !matches!(body.document.nodes[child].tag, Tag::List(_)) {
            inline.node(child, &mut out);
        }
    }
    out
}

/// The words of a text, as a reader meets them; no more than it takes to have `bytes` of them. What is
/// still to be done is for authors only.
pub(super) fn plain(body: &Body, bytes: usize) -> String {
    let document = &body.document;
    let mut plain = String::with_capacity(document.source_len().min(bytes.saturating_add(200)));
    let mut at = 0;
    while let Some(node) = document.nodes.get(at) {
        if plain.len() >= bytes {
            break;
        }
        at += 1;
        match node.tag {
            Tag::Text | Tag::Escaped(_) => plain.push_str(document.text_of(node)),
            Tag::SoftBreak | Tag::HardBreak => plain.push(' '),
            Tag::Alert(Alert::Todo) => at = node.next as usize,
            Tag::Paragraph | Tag::Heading(_) | Tag::Item(_)
                if !plain.is_empty() && !plain.ends_with(' ') =>
            {
                plain.push(' ');
            }
            Tag::Reference(place) => match body.links.get(place as usize) {
                Some(Link::To { words, .. }) => plain.push_str(words),
                Some(Link::Figure { shown, .. }) => plain.push_str(shown),
                _ => {}
            },
            _ => {}
        }
    }
    plain.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_browsers_open_are_links() {
        assert!(is_safe("https://ssb.no"));
        assert!(!is_safe("javascript:alert(1)"));
        assert!(!is_safe(" JavaScript:alert(1)"));
        assert!(!is_safe("data:text/html,x"));
    }
}
