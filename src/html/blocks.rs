//! Blocks: paragraphs, headings, lists, tables, figures, alerts, and the sections that roles make.

use super::addresses::Addresses;
use super::inline::Inline;
use super::{Html, code, escape, escape_into};
use crate::markdown::{Alert, Align, Document, Tag};
use crate::model::{Body, EntryId, Point, PointId, PointRole};
use std::fmt::Write;
use std::ops::Range;

/// A body as blocks, with its footnotes at the end.
pub(super) fn body(html: &Html<'_>, body: &Body, entry: Option<EntryId>, deeper: u8) -> String {
    if body.is_empty() {
        return String::new();
    }
    let prefix = match (html.whole, entry) {
        (Some(_), Some(entry)) => format!("{}--", html.plan.entry(entry).name),
        _ => String::new(),
    };
    let size = body.document.source_len();
    let mut inline = Inline::new(html, body, prefix);
    inline.is_own_page = html.whole.is_none() && is_own_page(html, entry);
    let mut blocks = Blocks {
        inline,
        deeper,
        figure: body.first_figure,
        table: body.first_table,
        out: String::with_capacity(size + size / 3),
        tight: false,
        addresses: Addresses::default(),
    };
    blocks.range(0..body.document.nodes.len());
    blocks.footnotes();
    blocks.out
}

/// Whether the page is about an entry; the front page is about none.
fn is_own_page(html: &Html<'_>, entry: Option<EntryId>) -> bool {
    let Some(entry) = entry else { return html.page == "index.html" };
    let address = &html.plan.entry(entry).address;
    address.page == html.page && address.fragment.is_empty()
}

/// Writes blocks.
pub(super) struct Blocks<'h> {
    pub(super) inline: Inline<'h>,
    pub(super) deeper: u8,
    /// The number of the next figure and the next table.
    figure: u32,
    table: u32,
    pub(super) out: String,
    /// Whether paragraphs stand in a tight list and lose their tags.
    pub(super) tight: bool,
    /// The addresses that paragraphs have been given.
    addresses: Addresses,
}

impl<'h> Blocks<'h> {
    pub(super) fn document(&self) -> &'h Document {
        &self.inline.body.document
    }

    pub(super) fn range(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = match self.document().nodes[at].tag {
                Tag::Heading(number) if self.role(number).is_some() => {
                    self.section(number, range.end)
                }
                _ => self.block(at),
            };
        }
    }

    fn role(&self, heading: u32) -> Option<&'static str> {
        self.document().headings[heading as usize].role
    }

    /// A heading with a role, and all below it.
    fn section(&mut self, number: u32, limit: usize) -> usize {
        let role = self.role(number).unwrap_or("");
        let heading = &self.document().headings[number as usize];
        let end = self.document().section_end(number as usize).min(limit);
        self.out.extend(["<section class=\"role role-", role, "\">"]);
        self.heading(heading.node as usize, number);
        let start = self.document().nodes[heading.node as usize].next as usize;
        self.range(start..end);
        self.origin(number);
        self.out.push_str("</section>\n");
        end
    }

    /// Writes one block, and says where the next begins.
    fn block(&mut self, at: usize) -> usize {
        let node = self.document().nodes[at];
        let inner = at + 1..node.next as usize;
        match node.tag {
            Tag::Paragraph => self.paragraph(at, inner),
            Tag::Heading(number) => self.heading(at, number),
            Tag::Quote => self.wrap("blockquote", inner),
            Tag::Alert(alert) => self.alert(alert, inner),
            Tag::List(first) => self.list(first, inner),
            Tag::Item(_) => self.item(at, inner),
            Tag::CodeBlock(language) => self.code(language, inner),
            Tag::Table(caption) => self.table(caption, inner),
            Tag::Break => self.out.push_str("<hr>\n"),
            Tag::Figure(image) => self.figure(image),
            Tag::FootnoteText(_) => {}
            _ => self.inline.node(at, &mut self.out),
        }
        node.next as usize
    }

    fn paragraph(&mut self, at: usize, inner: Range<usize>) {
        // An embed alone in its paragraph is a block of its own.
        if let [only] = &self.document().nodes[inner.clone()]
            && let Tag::Embed(reference) = only.tag
        {
            self.inline.embed(reference, &mut self.out);
            self.out.push('\n');
            return;
        }
        if self.tight {
            self.inline.range(inner, &mut self.out);
            return;
        }
        self.out.push_str("<p");
        if self.inline.is_own_page {
            let document = self.document();
            let words = document.source_of(&document.nodes[at]);
            self.addresses.give(words, &mut self.out);
        }
        self.source(at);
        self.out.push('>');
        self.inline.range(inner, &mut self.out);
        self.out.push_str("</p>\n");
    }

    /// Where a block was written, for a preview.
    fn source(&mut self, at: usize) {
        let files = self.inline.html.look.files;
        if files.is_empty() {
            return;
        }
        let span = self.document().span_of(&self.document().nodes[at]);
        if let Some(file) = files.get(span.file.0 as usize) {
            let line = file.position(span.range().start).line;
            self.out.push_str(" data-source=\"");
            escape_into(&file.path, &mut self.out);
            let _ = write!(self.out, ":{line}\"");
        }
    }

    fn wrap(&mut self, tag: &str, inner: Range<usize>) {
        self.out.extend(["<", tag, ">"]);
        let tight = std::mem::replace(&mut self.tight, false);
        self.range(inner);
        self.tight = tight;
        self.out.extend(["</", tag, ">\n"]);
    }

    fn heading(&mut self, at: usize, number: u32) {
        let heading = &self.document().headings[number as usize];
        let level = char::from(b'0' + (heading.level.max(2) + self.deeper).min(6));
        self.out.push_str("<h");
        self.out.push(level);
        self.id(&heading.anchor);
        self.source(at);
        self.out.push('>');
        let own = self.inline.body.numbers.get(number as usize).and_then(Option::as_ref);
        if let Some(own) = own {
            self.out.extend(["<span class=\"number\">", own, "</span> "]);
        }
        let next = self.document().nodes[at].next as usize;
        self.inline.range(at + 1..next, &mut self.out);
        self.out.push_str("</h");
        self.out.push(level);
        self.out.push_str(">\n");
    }

    /// The fragment that a block stands at.
    fn id(&mut self, id: &str) {
        self.out.extend([" id=\"", &self.inline.prefix]);
        escape_into(id, &mut self.out);
        self.out.push('"');
    }

    fn alert(&mut self, alert: Alert, inner: Range<usize>) {
        let (name, key) = match alert {
            Alert::Note => ("note", "alert_note"),
            Alert::Tip => ("tip", "alert_tip"),
            Alert::Important => ("important", "alert_important"),
            Alert::Warning => ("warning", "alert_warning"),
            Alert::Caution => ("caution", "alert_caution"),
            Alert::Todo if self.inline.html.look.todos => ("todo", "alert_todo"),
            Alert::Todo => return,
        };
        let title = escape(self.inline.html.words.get(key));
        let _ = writeln!(
            self.out,
            "<div class=\"alert alert-{name}\" role=\"note\"><p class=\"alert-title\">{title}</p>"
        );
        self.range(inner);
        self.out.push_str("</div>\n");
    }

    // ---- lists

    fn list(&mut self, first: Option<u32>, inner: Range<usize>) {
        let is_points =
            self.document().siblings(inner.clone()).any(|item| self.point(item).is_some());
        let class = if is_points { " class=\"points\"" } else { "" };
        let loose = self.document().siblings(inner.clone()).any(|item| self.is_loose(item));
        let tag = if first.is_some() { "ol" } else { "ul" };
        match first {
            Some(first) if first != 1 => {
                let _ = write!(self.out, "<ol start=\"{first}\"{class}>");
            }
            _ => {
                self.out.extend(["<", tag, class, ">"]);
            }
        }
        self.out.push('\n');
        let tight = std::mem::replace(&mut self.tight, !loose);
        self.range(inner);
        self.tight = tight;
        self.out.extend(["</", tag, ">\n"]);
    }

    /// Whether an item holds paragraphs of its own.
    fn is_loose(&self, item: usize) -> bool {
        let document = self.document();
        document.children(item).filter(|child| document.nodes[*child].tag == Tag::Paragraph).count()
            > 1
    }

    fn point(&self, item: usize) -> Option<PointId> {
        let points = &self.inline.body.points;
        let found = points.binary_search_by_key(&(item as u32), |(node, _)| *node).ok()?;
        Some(points[found].1)
    }

    fn item(&mut self, at: usize, inner: Range<usize>) {
        let point = self.point(at);
        let attributes = match self.document().nodes[at].tag {
            Tag::Item(Some(item)) => Some(&self.document().items[item as usize]),
            _ => None,
        };
        let own_id = attributes.and_then(|one| one.id.as_ref()).map(|(id, _)| id);
        let id = point.map(|point| &self.inline.html.plan.point(point).anchor).or(own_id);
        self.out.push_str("<li");
        if let Some(id) = id {
            self.id(id);
        }
        self.source(at);
        self.out.push('>');
        self.range(inner);
        if let Some(point) = point {
            let point = self.inline.html.plan.point(point);
            self.inline.audience(point, &mut self.out);
        }
        self.out.push_str("</li>\n");
    }

    /// Where the points of a section came from, said once below them.
    fn origin(&mut self, heading: u32) {
        let plan = self.inline.html.plan;
        let points: Vec<&Point> = self
            .inline
            .body
            .points
            .iter()
            .map(|(_, id)| plan.point(*id))
            .filter(|point| point.heading == heading && point.role != PointRole::Finding)
            .collect();
        let mut from: Vec<EntryId> = Vec::new();
        for entry in points.iter().flat_map(|point| &point.from) {
            if !from.contains(entry) {
                from.push(*entry);
            }
        }
        self.inline.origin(&from, &mut self.out);
    }

    // ---- code, tables, figures

    fn code(&mut self, language: Option<u32>, inner: Range<usize>) {
        let document = self.document();
        let text: String =
            document.nodes[inner].iter().map(|node| document.text_of(node)).collect();
        let language = language.map(|place| document.languages[place as usize].as_str());
        code::block(&text, language, &mut self.out);
    }

    fn table(&mut self, caption: Option<u32>, inner: Range<usize>) {
        let words = self.inline.html.words;
        let label = match caption {
            Some(caption) => {
                let caption = &self.document().captions[caption as usize];
                format!("{} {}. {caption}", words.get("table"), self.table)
            }
            None => words.get("table").to_string(),
        };
        let label = escape(&label);
        let _ = write!(
            self.out,
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>"
        );
        if let Some(caption) = caption {
            let caption = escape(&self.document().captions[caption as usize]);
            let word = escape(words.get("table"));
            let number = self.table;
            let _ = write!(
                self.out,
                "<caption><span class=\"number\">{word} {number}</span> {caption}</caption>"
            );
            self.table += 1;
        }
        self.rows(inner);
        self.out.push_str("</tbody></table></div>\n");
    }

    fn rows(&mut self, inner: Range<usize>) {
        for row in self.document().siblings(inner) {
            let is_head = self.document().nodes[row].tag == Tag::Row { head: true };
            self.out.push_str(if is_head { "<thead><tr>" } else { "<tr>" });
            for (column, cell) in self.document().children(row).enumerate() {
                let node = self.document().nodes[cell];
                let class = match node.tag {
                    Tag::Cell(Align::Right) => " class=\"num\"",
                    Tag::Cell(Align::Centre) => " class=\"centre\"",
                    _ => "",
                };
                let (open, close) = match (is_head, column) {
                    (true, _) => ("th scope=\"col\"", "th"),
                    (false, 0) => ("th scope=\"row\"", "th"),
                    (false, _) => ("td", "td"),
                };
                // An empty corner is no heading.
                let is_empty = cell + 1 == node.next as usize;
                let (open, close) = if is_empty { ("td", "td") } else { (open, close) };
                self.out.extend(["<", open, class, ">"]);
                self.inline.range(cell + 1..node.next as usize, &mut self.out);
                self.out.extend(["</", close, ">"]);
            }
            self.out.push_str(if is_head { "</tr></thead><tbody>\n" } else { "</tr>\n" });
        }
    }

    fn figure(&mut self, image: u32) {
        let picture = &self.document().images[image as usize];
        let word = escape(self.inline.html.words.get("figure"));
        let number = self.figure;
        self.figure += 1;
        self.out.push_str("<figure class=\"figure\">");
        self.inline.image(image, &mut self.out);
        let caption = escape(&picture.caption);
        let _ =
            write!(self.out, "<figcaption><span class=\"number\">{word} {number}</span> {caption}");
        if !picture.credit.is_empty() {
            let credit = escape(&picture.credit);
            let _ = write!(self.out, " <span class=\"credit\">{credit}</span>");
        }
        self.out.push_str("</figcaption></figure>\n");
    }
}
