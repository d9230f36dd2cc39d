//! A section's own navigation, made once and shared by its pages.

use super::order::{is_text, listed};
use super::views::Views;
use super::{LinkView, SectionItemView, SectionView};
use crate::model::EntryId;
use crate::vocabulary::Kind;

/// How many chapters stand beside a section at most.
const MOST_CHAPTERS: usize = 20;

impl Views<'_> {
    /// The navigation of a section.
    #[must_use]
    pub fn section(&self, chapter: EntryId) -> SectionView {
        let plan = self.shown.plan;
        let pages = listed(plan, chapter).into_iter().map(|page| SectionItemView {
            link: self.nav_link(page),
            children: listed(plan, page).into_iter().map(|child| self.nav_link(child)).collect(),
        });
        let top = plan.top.iter().filter(|id| is_text(plan.entry(**id).kind));
        let chapters: Vec<LinkView> = top.map(|id| self.nav_link(*id)).collect();
        SectionView {
            chapter: self.nav_link(chapter),
            pages: pages.collect(),
            chapters: if chapters.len() <= MOST_CHAPTERS { chapters } else { Vec::new() },
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
