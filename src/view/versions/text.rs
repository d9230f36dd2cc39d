//! A version as it was: its words, each block at its id.

use super::edition::{Part, depths, parts};
use super::{VersionPage, difference};
use crate::contract::{Block, BlockKind, Version};
use crate::html::{escape, relative};
use crate::text::When;
use crate::view::sheet::Sheet;
use crate::view::views::Views;
use crate::view::{LinkView, PanelView};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// "Frosset 2. februar 2026".
pub(super) fn frozen(views: &Views<'_>, at: u16) -> String {
    let version = &views.shown.plan.contract.versions[usize::from(at)];
    let Some(sheet) = &version.sheet else { return String::new() };
    let day = views.shown.when(When::Day(sheet.frozen));
    views.shown.fill("version_frozen", &[("day", &day)])
}

/// The first page of a version: what it is, and its pages.
pub(super) fn index(sheet: &mut Sheet<'_>, at: u16) {
    let views = sheet.views;
    let shown = views.shown;
    let version = &shown.plan.contract.versions[usize::from(at)];
    sheet.page.title = version.title().to_string();
    let lead = shown.fill("version_lead", &[]);
    sheet.page.description = lead.clone();
    sheet.intro(&[frozen(views, at), lead]);
    let links = parts(&version.blocks);
    let links = links
        .iter()
        .enumerate()
        .map(|(part, own)| part_link(views, version, (at, part as u16), own));
    let links: Vec<LinkView> = links.collect();
    sheet.links(shown.say("contents"), links);
    let count = shown.plan.contract.versions.len() as u16;
    let mut links = vec![difference::link(views, at, count)];
    if at + 1 < count {
        links.push(difference::link(views, at, at + 1));
    }
    if at > 0 {
        links.push(difference::link(views, at - 1, at));
    }
    sheet.links(shown.say("version_changes"), links);
    if let Some(told) = &version.sheet {
        let note = shown.fill("version_seal", &[("hash", &told.hash)]);
        let title = shown.say("version_seal_title");
        sheet.panel(PanelView { shape: "note".into(), title, note, ..PanelView::default() });
    }
}

fn part_title(views: &Views<'_>, version: &Version, part: &Part) -> String {
    match part.is_register {
        true => views.shown.say("version_registers"),
        false => version.blocks[part.head].shown().to_string(),
    }
}

fn part_link(
    views: &Views<'_>,
    version: &Version,
    (at, place): (u16, u16),
    part: &Part,
) -> LinkView {
    views.version_link(VersionPage::Part(at, place), part_title(views, version, part))
}

/// A page of a version.
pub(super) fn part(sheet: &mut Sheet<'_>, at: u16, place: u16) {
    let views = sheet.views;
    let shown = views.shown;
    let version = &shown.plan.contract.versions[usize::from(at)];
    let parts = parts(&version.blocks);
    let own = &parts[usize::from(place)];
    let title = version.title().to_string();
    sheet.page.title = part_title(views, version, own);
    sheet.page.breadcrumb.push(views.version_link(VersionPage::Version(at), title.clone()));
    let day = frozen(views, at);
    let told = shown.fill("version_banner", &[("title", &title), ("frozen", &day)]);
    let now = relative(&sheet.page.path, "index.html");
    let _ = writeln!(
        sheet.page.body,
        "<p class=\"version-banner\">{} <a href=\"{}\">{}</a></p>",
        escape(&told),
        escape(&now),
        escape(&shown.say("version_to_now"))
    );
    let pen = Pen::new(views, version, at, &sheet.page.path);
    let body = pen.blocks(own);
    sheet.page.body.push_str(&body);
    let beside = |place: Option<usize>| {
        let place = place?;
        Some(part_link(views, version, (at, place as u16), parts.get(place)?))
    };
    sheet.page.previous = beside(usize::from(place).checked_sub(1));
    sheet.page.next = beside(Some(usize::from(place) + 1));
}

/// Writes the blocks of a version.
struct Pen<'v> {
    views: &'v Views<'v>,
    version: &'v Version,
    depths: Vec<(usize, usize)>,
    /// Ids of earlier versions that became a block, by that block.
    retired: HashMap<String, Vec<&'v str>>,
    /// Blocks that the plan as it is no longer has.
    changed: HashSet<&'v str>,
    /// The page that tells what was changed since, as seen from here.
    changes: String,
}

impl<'v> Pen<'v> {
    fn new(views: &'v Views<'v>, version: &'v Version, at: u16, path: &str) -> Pen<'v> {
        let versions = &views.shown.plan.contract.versions;
        let working = views.working();
        let own: HashSet<&str> = version.blocks.iter().map(|block| block.id.as_str()).collect();
        let now: HashSet<&str> = working.blocks.iter().map(|block| block.id.as_str()).collect();
        let changed = own.iter().copied().filter(|id| !now.contains(id)).collect();
        let mut retired: HashMap<String, Vec<&str>> = HashMap::new();
        let mut told = HashSet::new();
        let earlier = versions.iter().take(usize::from(at)).flat_map(|one| &one.blocks);
        for block in earlier.filter(|block| !own.contains(block.id.as_str())) {
            let found = working.history.find(&block.id, usize::from(at), &own);
            if let Some(heir) = found.blocks.first().filter(|_| told.insert(&block.id)) {
                retired.entry(heir.clone()).or_default().push(&block.id);
            }
        }
        let changes = views.version_path(VersionPage::Difference(at, versions.len() as u16));
        let changes = relative(path, &changes);
        let depths = depths(&version.blocks);
        Pen { views, version, depths, retired, changed, changes }
    }

    fn blocks(&self, part: &Part) -> String {
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
        inner.push_str(&escape(block.shown()).replace('\n', "<br>"));
        let open = format!("class=\"block\" id=\"{id}\"");
        match block.kind {
            BlockKind::Entry | BlockKind::Heading => {
                let level = (depth + 1).clamp(2, 6);
                format!("<h{level} {open}>{inner} {tail}</h{level}>\n")
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

    /// The block's id, and that it was changed since.
    fn tail(&self, block: &Block, id: &str) -> String {
        let mut tail = format!("<a class=\"block-id\" href=\"#{id}\">{id}</a>");
        if self.changed.contains(block.id.as_str()) {
            let word = escape(&self.views.shown.say("version_changed_since"));
            let changes = escape(&self.changes);
            let _ = write!(
                tail,
                " <a class=\"block-changed\" href=\"{changes}#{id}\">{word}<span class=\"visually-hidden\"> ({id})</span></a>"
            );
        }
        tail
    }

    fn table(&self, block: &Block) -> String {
        let word = escape(&self.views.shown.say("table"));
        let label = format!("{word} {}", escape(&block.id));
        let mut html = format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>\n"
        );
        for (row, line) in block.shown().lines().enumerate() {
            html.push_str(match row {
                0 => "<thead><tr>",
                1 => "<tbody>\n<tr>",
                _ => "<tr>",
            });
            for (column, cell) in line.split(" | ").enumerate() {
                let cell = escape(cell.trim().trim_matches('|').trim());
                let (open, close) = match (row, column) {
                    _ if cell.is_empty() => ("td", "td"),
                    (0, _) => ("th scope=\"col\"", "th"),
                    (_, 0) => ("th scope=\"row\"", "th"),
                    _ => ("td", "td"),
                };
                let _ = write!(html, "<{open}>{cell}</{close}>");
            }
            html.push_str(if row == 0 { "</tr></thead>\n" } else { "</tr>\n" });
        }
        let has_rows = block.shown().lines().count() > 1;
        html + if has_rows { "</tbody></table></div>\n" } else { "</table></div>\n" }
    }
}
