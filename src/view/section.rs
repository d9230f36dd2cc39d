//! The plan's contents beside its pages: a tree that is open at a section, made once and shared by its pages.

use super::order::{is_text, listed};
use super::overviews::home;
use super::views::Views;
use super::{LinkView, SectionItemView, SectionView};
use crate::model::EntryId;
use crate::vocabulary::Kind;

/// How many chapters stand beside a section at most.
const MOST_CHAPTERS: usize = 20;
/// How many measures, events and the like stand among a chapter's pages at most.
const MOST_OF_KIND: usize = 6;

impl Views<'_> {
    /// The navigation of a section.
    #[must_use]
    pub fn section(&self, chapter: EntryId) -> SectionView {
        let plan = self.shown.plan;
        let mut pages: Vec<SectionItemView> = Vec::new();
        let within = listed(plan, chapter);
        for page in &within {
            let kind = plan.entry(*page).kind;
            let of_kind = within.iter().filter(|id| plan.entry(**id).kind == kind).count();
            let overview = home(kind).filter(|one| !is_text(kind) && self.has(*one));
            match overview.filter(|_| of_kind > MOST_OF_KIND) {
                // Many of a kind have a list of their own.
                Some(overview) => {
                    let link = self.shown.overview_link(overview);
                    if pages.iter().all(|page| page.link != link) {
                        pages.push(SectionItemView { link, children: Vec::new() });
                    }
                }
                None => pages.push(self.with_children(*page)),
            }
        }
        let above = |id: &EntryId| plan.entry(*id).parent;
        let top = std::iter::successors(Some(chapter), above).last().unwrap_or(chapter);
        let beside = self.beside();
        let is_beside = beside.chapters.iter().any(|one| one.path == self.nav_link(top).path);
        SectionView {
            chapter: self.nav_link(chapter),
            pages,
            top: if is_beside { self.nav_link(top).path } else { String::new() },
            chapters: if is_beside { beside.chapters } else { Vec::new() },
        }
    }

    /// The tree of a page that stands in no section: the chapters, when they are not too many.
    #[must_use]
    pub fn beside(&self) -> SectionView {
        let plan = self.shown.plan;
        let top = plan.top.iter().filter(|id| is_text(plan.entry(**id).kind));
        let chapters: Vec<LinkView> = top.map(|id| self.nav_link(*id)).collect();
        let is_short = chapters.len() <= MOST_CHAPTERS;
        SectionView {
            chapters: if is_short { chapters } else { Vec::new() },
            ..SectionView::default()
        }
    }

    fn with_children(&self, page: EntryId) -> SectionItemView {
        let children = listed(self.shown.plan, page);
        SectionItemView {
            link: self.nav_link(page),
            children: children.into_iter().map(|child| self.nav_link(child)).collect(),
        }
    }

    fn nav_link(&self, id: EntryId) -> LinkView {
        let entry = self.shown.plan.entry(id);
        LinkView {
            title: entry.title.clone(),
            path: entry.address.path(),
            number: entry.number.clone().unwrap_or_default(),
            kind: if entry.kind == Kind::Page { String::new() } else { entry.kind.name().into() },
            external: false,
        }
    }
}
