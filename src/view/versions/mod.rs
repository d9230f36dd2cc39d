//! Frozen versions in the site: what each said, and what is different between two of them.
//!
//! 1. `edition` parts a version's blocks into pages: one for each chapter.
//! 2. `text` shows a version: an index, and its pages, on which `blocks` writes each block at its id. An id that was
//!    retired before leads to what became of it; a block that is changed since leads to the change. A version that is
//!    heard is commented on here.
//! 3. `difference` shows what was taken out and put in between two versions, or a version and the plan as it is.
//! 4. `since` tells the hearing service what became of each heard block.
//!
//! A version stands for what people read then, so its pages are made from its own blocks alone.

mod blocks;
mod difference;
mod edition;
mod since;
mod text;

use super::sheet::Sheet;
use super::views::Views;
use super::{LinkView, PageView, PanelView};
use crate::contract::Block;
use crate::model::{Plan, version_folder};
use crate::version::{Difference, History, Tally, number, pieces};
pub(super) use edition::Edition;
pub use since::Since;

/// A page about versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VersionPage {
    /// All versions.
    Index,
    /// A version, by its place among them.
    Version(u16),
    /// A page of a version: the version's place, and the page's among its pages.
    Part(u16, u16),
    /// What is different in a later version; the plan as it is comes after all versions.
    Difference(u16, u16),
}

/// The blocks of the plan as it is, and what became of those of its versions.
pub(super) struct Working {
    blocks: Vec<Block>,
    history: History,
}

impl Working {
    fn of(plan: &Plan) -> Working {
        // Paths of files are of no use to readers.
        let numbered = number(&pieces(plan, &[]), &plan.contract);
        let history = History::of(&plan.contract, &numbered.rows);
        Working { blocks: numbered.blocks, history }
    }
}

impl Views<'_> {
    pub(super) fn working(&self) -> &Working {
        if let Some(known) = self.working.get() {
            return known;
        }
        // Made before the lock is taken: who waits for other threads takes up other pages meanwhile, and one of those
        // may ask for this. Two that ask at once make it twice.
        let made = Working::of(self.shown.plan);
        self.working.get_or_init(|| made)
    }

    /// The pages about versions: none for a plan without.
    pub(super) fn version_pages(&self) -> Vec<VersionPage> {
        let versions = &self.shown.plan.contract.versions;
        let count = versions.len() as u16;
        if count == 0 {
            return Vec::new();
        }
        let mut pages = vec![VersionPage::Index];
        for at in 0..count {
            pages.push(VersionPage::Version(at));
            let parts = self.edition(at).parts.len() as u16;
            pages.extend((0..parts).map(|part| VersionPage::Part(at, part)));
            pages.push(VersionPage::Difference(at, count));
            if at + 1 < count {
                pages.push(VersionPage::Difference(at, at + 1));
            }
        }
        pages
    }

    /// A link to the list of versions, when there are any.
    pub(super) fn versions_link(&self) -> Option<LinkView> {
        let title = self.shown.say("versions_title");
        let has_any = !self.shown.plan.contract.versions.is_empty();
        has_any.then(|| self.version_link(VersionPage::Index, title))
    }

    /// The path of a page about versions, from the site's root.
    pub(super) fn version_path(&self, page: VersionPage) -> String {
        let language = self.shown.language();
        let folder = version_folder(language);
        let versions = &self.shown.plan.contract.versions;
        let name = |at: u16| versions.get(usize::from(at)).map_or("", |one| one.name.as_str());
        match page {
            VersionPage::Index => format!("{folder}/index.html"),
            VersionPage::Version(at) => format!("{folder}/{}/index.html", name(at)),
            VersionPage::Part(at, part) => {
                let parts = &self.edition(at).parts;
                let own = parts.get(usize::from(part)).map_or("", |part| part.name.as_str());
                format!("{folder}/{}/{own}.html", name(at))
            }
            VersionPage::Difference(from, to) if usize::from(to) < versions.len() => {
                let slug = self.shown.words.get("changes_slug");
                format!("{folder}/{}/{slug}-{}.html", name(from), name(to))
            }
            VersionPage::Difference(from, _) => {
                format!("{folder}/{}/{}.html", name(from), self.shown.words.get("changes_slug"))
            }
        }
    }

    /// A frozen version as the site shows it, by its place among the versions. No other thread is waited for in here.
    fn edition(&self, at: u16) -> &Edition {
        let versions = &self.shown.plan.contract.versions;
        let all = self.editions.get_or_init(|| versions.iter().map(Edition::of).collect());
        &all[usize::from(at)]
    }

    /// The place of a frozen version among the versions, by its name.
    fn version_at(&self, version: &str) -> Option<u16> {
        let versions = &self.shown.plan.contract.versions;
        versions.iter().position(|one| one.name == version).map(|at| at as u16)
    }

    /// Where a frozen version begins in the site.
    pub(super) fn version_address(&self, version: &str) -> Option<String> {
        Some(self.version_path(VersionPage::Version(self.version_at(version)?)))
    }

    /// Where a block of a frozen version stands in the site: the version by its name, the block by its id.
    #[must_use]
    pub fn block_address(&self, version: &str, block: &str) -> Option<String> {
        let at = self.version_at(version)?;
        let page = self.version_path(VersionPage::Part(at, self.edition(at).page_of(block)?));
        Some(format!("{page}#{block}"))
    }

    /// What is different in the plan as it is from a frozen version, counted; none for an unknown version.
    #[must_use]
    pub fn changed_since(&self, version: &str) -> Option<Tally> {
        let versions = &self.shown.plan.contract.versions;
        let at = self.version_at(version)?;
        let difference = self.difference(at, versions.len() as u16);
        Some(difference.tally(&versions[usize::from(at)].blocks))
    }

    fn difference(&self, from: u16, to: u16) -> Difference {
        let old = self.blocks_at(from);
        let new = self.blocks_at(to);
        Difference::between(old, new, &self.working().history, usize::from(to))
    }

    /// The blocks of a version, or of the plan as it is.
    fn blocks_at(&self, at: u16) -> &[Block] {
        let versions = &self.shown.plan.contract.versions;
        versions.get(usize::from(at)).map_or(&self.working().blocks, |version| &version.blocks)
    }

    /// What a version is called; "the plan as it is" for what comes after them.
    fn version_title(&self, at: u16) -> String {
        let versions = &self.shown.plan.contract.versions;
        let own = versions.get(usize::from(at)).map(|version| version.title().to_string());
        own.unwrap_or_else(|| self.shown.words.get("version_now").to_string())
    }

    fn version_link(&self, page: VersionPage, title: String) -> LinkView {
        LinkView { title, path: self.version_path(page), ..LinkView::default() }
    }
}

/// A page about versions.
pub(super) fn page(page: VersionPage, mut sheet: Sheet<'_>) -> PageView {
    let views = sheet.views;
    sheet.page.template = "version".to_string();
    sheet.page.kind = "version".to_string();
    sheet.page.breadcrumb = vec![views.front_link()];
    if page != VersionPage::Index {
        let all = views.version_link(VersionPage::Index, views.shown.say("versions_title"));
        sheet.page.breadcrumb.push(all);
        // What readers look for is the plan as it is.
        sheet.page.hidden = true;
    }
    match page {
        VersionPage::Index => index(&mut sheet),
        VersionPage::Version(at) => text::index(&mut sheet, at),
        VersionPage::Part(at, part) => text::part(&mut sheet, at, part),
        VersionPage::Difference(from, to) => difference::write(&mut sheet, from, to),
    }
    sheet.finish(None)
}

fn index(sheet: &mut Sheet<'_>) {
    let views = sheet.views;
    let shown = views.shown;
    sheet.page.title = shown.say("versions_title");
    let lead = shown.fill("versions_lead", &[]);
    sheet.page.description = super::shown::shorten(&lead);
    sheet.intro(&[lead]);
    let count = shown.plan.contract.versions.len() as u16;
    for at in (0..count).rev() {
        let title = views.version_title(at);
        let mut links =
            vec![views.version_link(VersionPage::Version(at), shown.say("version_read"))];
        links.push(difference::link(views, at, count));
        if at + 1 < count {
            links.push(difference::link(views, at, at + 1));
        }
        let note = text::frozen(views, at);
        sheet.panel(PanelView {
            shape: "links".into(),
            title,
            note,
            links,
            ..PanelView::default()
        });
    }
}
