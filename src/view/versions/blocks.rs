//! The blocks of a version as HTML: each at its id, with what was changed since, what was said of it in a hearing, and
//! ways to comment on it while one is open.

use super::VersionPage;
use super::edition::Part;
use crate::contract::hearing::What;
use crate::contract::{Block, BlockKind, Version};
use crate::html::{escape, marked_words, relative};
use crate::view::rounds::ways;
use crate::view::views::Views;
use crate::view::{Heard, RoundPage};
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt::Write;
use std::ops::Range;

/// What stands between the cells of a table's row.
const CELLS: &str = " | ";

/// Writes the blocks of a version.
pub(super) struct Pen<'v> {
    views: &'v Views<'v>,
    version: &'v Version,
    depths: &'v [(usize, usize)],
    /// Ids of earlier versions that became a block, by that block.
    retired: FxHashMap<String, Vec<&'v str>>,
    /// Blocks that the plan as it is no longer has.
    changed: FxHashSet<&'v str>,
    /// The page that tells what was changed since, as seen from here.
    changes: String,
    /// The hearing in which its blocks may be commented on.
    open: Option<&'v Heard<'v>>,
    /// Where each entry stands as seen from here.
    places: FxHashMap<&'v str, String>,
    /// How much was said of a block, and where it is read as seen from here.
    said: FxHashMap<&'v str, (usize, String)>,
}

impl<'v> Pen<'v> {
    pub(super) fn new(views: &'v Views<'v>, version: &'v Version, at: u16, path: &str) -> Pen<'v> {
        let versions = &views.shown.plan.contract.versions;
        let working = views.working();
        let own: FxHashSet<&str> = version.blocks.iter().map(|block| block.id.as_str()).collect();
        let now: FxHashSet<&str> = working.blocks.iter().map(|block| block.id.as_str()).collect();
        let changed = own.iter().copied().filter(|id| !now.contains(id)).collect();
        let mut retired: FxHashMap<String, Vec<&str>> = FxHashMap::default();
        let mut told = FxHashSet::default();
        let earlier = versions.iter().take(usize::from(at)).flat_map(|one| &one.blocks);
        for block in earlier.filter(|block| !own.contains(block.id.as_str())) {
            let found = working.history.find(&block.id, usize::from(at), &own);
            if let Some(heir) = found.blocks.first().filter(|_| told.insert(&block.id)) {
                retired.entry(heir.clone()).or_default().push(&block.id);
            }
        }
        let changes = views.version_path(VersionPage::Difference(at, versions.len() as u16));
        let changes = relative(path, &changes);
        let depths = &views.edition(at).depths;
        let open = views.heard_on(version).find(|heard| heard.is_open(views));
        let said = said(views, version, path);
        let places = places(views, version, at, path);
        Pen { views, version, depths, retired, changed, changes, open, places, said }
    }

    /// A part of the version.
    pub(super) fn blocks(&self, part: &Part) -> String {
        let mut html = String::new();
        let mut in_list = false;
        for at in &part.blocks {
            let block = &self.version.blocks[*at];
            let is_item = block.kind == BlockKind::Item;
            if is_item != in_list {
                html.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
                in_list = is_item;
            }
            let is_title = *at == part.head && !part.is_register;
            html.push_str(&self.block(block, self.depths[*at].0, is_title));
        }
        if in_list {
            html.push_str("</ul>\n");
        }
        html
    }

    fn block(&self, block: &Block, depth: usize, is_title: bool) -> String {
        let id = escape(&block.id);
        let mut inner = String::new();
        for old in self.retired.get(&block.id).into_iter().flatten() {
            let _ = write!(inner, "<span id=\"{}\"></span>", escape(old));
        }
        let tail = self.tail(block, &id);
        if is_title {
            // The page's heading says it already.
            return format!("<p class=\"block block-title\" id=\"{id}\">{inner}{tail}</p>\n");
        }
        inner.push_str(&self.words(block, 0..block.shown().len()));
        let open = format!("class=\"block\" id=\"{id}\"");
        match block.kind {
            BlockKind::Entry | BlockKind::Heading => {
                let level = (depth + 1).clamp(2, 6);
                // A list of headings is to hold their words alone.
                format!(
                    "<div class=\"block-head\"><h{level} {open}>{inner}</h{level}> {tail}</div>\n"
                )
            }
            BlockKind::Item => format!("<li {open}>{inner} {tail}</li>\n"),
            BlockKind::Quote => format!("<blockquote {open}><p>{inner} {tail}</p></blockquote>\n"),
            BlockKind::Note => {
                format!(
                    "<div {open}><div class=\"alert alert-note\"><p>{inner} {tail}</p></div></div>\n"
                )
            }
            BlockKind::Table => format!("<div {open}>{}<p>{tail}</p></div>\n", self.table(block)),
            BlockKind::Code => {
                format!(
                    "<div {open}><pre><code>{}</code></pre><p>{tail}</p></div>\n",
                    escape(block.shown())
                )
            }
            BlockKind::Paragraph | BlockKind::Figure | BlockKind::Footnote => {
                format!("<p {open}>{inner} {tail}</p>\n")
            }
        }
    }

    /// Some of a block's words; links to entries stay in the version.
    fn words(&self, block: &Block, stretch: Range<usize>) -> String {
        let place = |entry: &str| self.places.get(entry).cloned();
        marked_words(block.shown(), stretch, &block.marks, &place)
    }

    /// The block's id, that it was changed since, what was said of it and how to comment on it.
    fn tail(&self, block: &Block, id: &str) -> String {
        let shown = self.views.shown;
        let mut tail = vec![format!("<a class=\"block-id\" href=\"#{id}\">{id}</a>")];
        let hidden = format!("<span class=\"visually-hidden\"> ({id})</span>");
        if self.changed.contains(block.id.as_str()) {
            let word = escape(&shown.say("version_changed_since"));
            let href = format!("{}#{id}", escape(&self.changes));
            tail.push(format!("<a class=\"block-changed\" href=\"{href}\">{word}{hidden}</a>"));
        }
        if let Some((count, page)) = self.said.get(block.id.as_str()) {
            let word = escape(&shown.fill("version_said", &[("count", &count.to_string())]));
            tail.push(format!("<a href=\"{}#{id}\">{word}{hidden}</a>", escape(page)));
        }
        let mut html = tail.join(" · ");
        let Some(heard) = self.open else {
            // A page has hundreds of these: what most of them are is short.
            let is_long = tail.len() > 1;
            return if is_long {
                format!("<span class=\"block-ways\">{html}</span>")
            } else {
                html
            };
        };
        let ways = ways(shown, heard, block);
        if !ways.is_empty() {
            // On paper the number is enough.
            let _ = write!(html, "<span class=\"comment-ways\"> · {ways}</span>");
        }
        format!("<span class=\"block-ways block-open\">{html}</span>")
    }

    fn table(&self, block: &Block) -> String {
        let word = escape(&self.views.shown.say("table"));
        let label = format!("{word} {}", escape(&block.id));
        let mut html = format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>\n"
        );
        let mut start = 0;
        for (row, line) in block.shown().split('\n').enumerate() {
            html.push_str(match row {
                0 => "<thead><tr>",
                1 => "<tbody>\n<tr>",
                _ => "<tr>",
            });
            for (column, cell) in line.split(CELLS).enumerate() {
                let (open, close) = match (row, column) {
                    _ if cell.trim().is_empty() => ("td", "td"),
                    (0, _) => ("th scope=\"col\"", "th"),
                    (_, 0) => ("th scope=\"row\"", "th"),
                    _ => ("td", "td"),
                };
                let words = self.words(block, start..start + cell.len());
                let _ = write!(html, "<{open}>{words}</{close}>");
                start += cell.len() + CELLS.len();
            }
            // After the last cell of a line comes the end of the line, and no bar.
            start = start + 1 - CELLS.len();
            html.push_str(if row == 0 { "</tr></thead>\n" } else { "</tr>\n" });
        }
        let has_rows = block.shown().lines().count() > 1;
        html + if has_rows { "</tbody></table></div>\n" } else { "</table></div>\n" }
    }
}

/// How much was said of each block of a version that a page of a hearing lists, and the address of that page.
fn said<'v>(
    views: &'v Views<'v>,
    version: &Version,
    path: &str,
) -> FxHashMap<&'v str, (usize, String)> {
    let mut said = FxHashMap::default();
    for heard in views.heard_on(version) {
        let page = relative(path, &heard.path(RoundPage::Sections));
        let rows = heard.rows();
        let on = rows.iter().filter(|row| matches!(row.what, What::Comment(_)));
        for block in on.filter_map(|row| row.block) {
            said.entry(block.id.as_str()).or_insert_with(|| (0, page.clone())).0 += 1;
        }
    }
    said
}

/// Where each entry of a version stands in it, by the entry's name.
fn places<'v>(
    views: &Views<'v>,
    version: &'v Version,
    at: u16,
    path: &str,
) -> FxHashMap<&'v str, String> {
    let edition = views.edition(at);
    let pages = (0..edition.parts.len() as u16)
        .map(|part| relative(path, &views.version_path(VersionPage::Part(at, part))));
    let pages: Vec<String> = pages.collect();
    let entries = version.blocks.iter().filter(|block| block.kind == BlockKind::Entry);
    let place = |block: &'v Block| {
        let page = pages.get(usize::from(edition.page_of(&block.id)?))?;
        Some((block.entry.as_str(), format!("{page}#{}", block.id)))
    };
    entries.filter_map(place).collect()
}
