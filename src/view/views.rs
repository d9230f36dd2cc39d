//! Every page of the site, and the view of each.

use super::order::{Order, is_text};
use super::sheet::Sheet;
use super::ties::Ties;
use super::versions::{self, Edition, VersionPage, Working};
use super::{
    CardView, Heard, LinkView, PageView, RoundPage, Shown, front, kinds, overviews, rounds, whole,
};
use crate::html::{Embeds, Html, Look};
use crate::model::{ComponentId, EntryId, Overview, Plan, search_path};
use crate::vocabulary::Kind;
use crate::words::Words;
use jiff::civil::Date;
use std::sync::OnceLock;

/// What views are made of.
#[derive(Clone, Copy)]
pub struct Setting<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The interface's words, with the municipality's own: see [`words`](super::words).
    pub words: &'p Words,
    /// The day that the site is made for.
    pub today: Date,
    /// Whether figures are drawn.
    pub charts: bool,
    /// The site's address with a trailing slash, or empty when not known.
    pub base_url: &'p str,
    /// Draws the cards that texts embed.
    pub embeds: &'p dyn Embeds,
}

/// A page of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageKey {
    /// The front page.
    Front,
    /// The page of an entry.
    Entry(EntryId),
    /// A page that no entry stands behind.
    Overview(Overview),
    /// A chapter of the whole plan, when that is too much for one page.
    WholePart(EntryId),
    /// A page below a hearing round's own.
    Round(EntryId, RoundPage),
    /// What a reader gets who asks for a page that is not there.
    NotFound,
    /// The page that searches.
    Search,
    /// A page about frozen versions.
    Version(VersionPage),
}

/// What of the plan's contents stands beside a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Beside {
    /// Nothing: the page has contents of its own, or stands outside.
    Nothing,
    /// The chapters.
    Chapters,
    /// The chapters, open at a section.
    Section(EntryId),
}

/// Makes the views of a site. Made once; its methods are pure and may be called from many threads.
pub struct Views<'p> {
    pub(super) shown: Shown<'p>,
    pub(super) base_url: &'p str,
    pub(super) order: Order,
    pub(super) ties: Ties,
    pub(super) overviews: Vec<Overview>,
    /// The plan's chapters, and what else stands at the top of its text.
    pub(super) chapters: Vec<EntryId>,
    rounds: Vec<Heard<'p>>,
    embeds: &'p dyn Embeds,
    /// Made when what became of a frozen version is first asked for.
    pub(super) working: OnceLock<Working>,
    /// Made when the place of a page or a block of a frozen version is first asked for.
    pub(super) editions: OnceLock<Vec<Edition>>,
}

impl<'p> Views<'p> {
    /// Works out what many pages share.
    #[must_use]
    pub fn new(setting: Setting<'p>) -> Views<'p> {
        let plan = setting.plan;
        let top = plan.top.iter().copied();
        let mut views = Views {
            shown: Shown::new(plan, setting.words, setting.today).with_charts(setting.charts),
            base_url: setting.base_url,
            order: Order::of(plan),
            ties: Ties::of(plan),
            overviews: overviews::existing(plan),
            chapters: top.filter(|id| is_text(plan.entry(*id).kind)).collect(),
            rounds: Vec::new(),
            embeds: setting.embeds,
            working: OnceLock::new(),
            editions: OnceLock::new(),
        };
        let hearings = plan.of_kind(Kind::Hearing);
        let rounds = hearings.filter_map(|(id, _)| Heard::of(&views, id));
        views.rounds =
            rounds.filter(|heard| heard.version.is_some() || heard.round.is_some()).collect();
        views
    }

    /// The plan that is shown.
    #[must_use]
    pub fn plan(&self) -> &'p Plan {
        self.shown.plan
    }

    /// The interface's words, with the municipality's own.
    #[must_use]
    pub fn words(&self) -> &'p Words {
        self.shown.words
    }

    /// The day that the site is made for.
    #[must_use]
    pub fn today(&self) -> Date {
        self.shown.today
    }

    /// The site's address with a trailing slash, or empty when not known.
    #[must_use]
    pub fn base_url(&self) -> &'p str {
        self.base_url
    }

    /// Every page of the site, each once.
    #[must_use]
    pub fn pages(&self) -> Vec<PageKey> {
        let plan = self.shown.plan;
        let entries = plan.all().filter(|(_, entry)| entry.has_page());
        let parts = if self.is_parted() { self.chapters.as_slice() } else { &[] };
        std::iter::once(PageKey::Front)
            .chain(entries.map(|(id, _)| PageKey::Entry(id)))
            .chain(self.overviews.iter().map(|overview| PageKey::Overview(*overview)))
            .chain(parts.iter().map(|id| PageKey::WholePart(*id)))
            .chain(self.rounds.iter().flat_map(|heard| {
                heard.pages().into_iter().map(|page| PageKey::Round(heard.id, page))
            }))
            .chain(self.version_pages().into_iter().map(PageKey::Version))
            .chain([PageKey::NotFound, PageKey::Search])
            .collect()
    }

    /// The hearings that somebody can comment on, or has.
    #[must_use]
    pub fn rounds(&self) -> &[Heard<'p>] {
        &self.rounds
    }

    /// The round of a hearing.
    #[must_use]
    pub fn round(&self, id: EntryId) -> Option<&Heard<'p>> {
        self.rounds.iter().find(|heard| heard.id == id)
    }

    /// What single things look like.
    #[must_use]
    pub fn shown(&self) -> Shown<'p> {
        self.shown
    }

    /// The path of a page from the site's root.
    #[must_use]
    pub fn path(&self, key: &PageKey) -> String {
        let language = self.shown.language();
        match key {
            PageKey::Front => "index.html".to_string(),
            PageKey::Entry(id) => self.shown.plan.entry(*id).address.page.clone(),
            PageKey::Overview(overview) => overview.path(language),
            PageKey::WholePart(id) => {
                let whole = Overview::Whole.path(language);
                let folder = whole.trim_end_matches(".html");
                format!("{folder}/{}.html", self.shown.plan.entry(*id).name)
            }
            PageKey::Round(id, page) => {
                self.round(*id).map(|heard| heard.path(*page)).unwrap_or_default()
            }
            PageKey::NotFound => "404.html".to_string(),
            PageKey::Search => search_path(language),
            PageKey::Version(page) => self.version_path(*page),
        }
    }

    /// The finished view of a page, as it is published.
    #[must_use]
    pub fn page(&self, key: &PageKey) -> PageView {
        self.page_with(key, Look::default())
    }

    /// The finished view of a page, with what a look adds to it.
    #[must_use]
    pub fn page_with(&self, key: &PageKey, look: Look<'_>) -> PageView {
        let path = self.path(key);
        let about = match key {
            PageKey::Entry(id) => Some(*id),
            _ => None,
        };
        let html = Html { look, about, ..self.html(&path) };
        let mut page = match key {
            PageKey::Front => front::page(Sheet::new(self, &html)),
            PageKey::Entry(id) => kinds::page(*id, Sheet::new(self, &html)),
            PageKey::Overview(Overview::Whole) => whole::page(self, &html),
            PageKey::Overview(overview) => overviews::page(*overview, Sheet::new(self, &html)),
            PageKey::WholePart(id) => whole::part(self, *id, &html),
            PageKey::Round(id, page) => match self.round(*id) {
                Some(heard) => rounds::page(heard, *page, Sheet::new(self, &html)),
                None => overviews::not_found(Sheet::new(self, &html)),
            },
            PageKey::NotFound => overviews::not_found(Sheet::new(self, &html)),
            PageKey::Search => overviews::search(Sheet::new(self, &html)),
            PageKey::Version(page) => versions::page(*page, Sheet::new(self, &html)),
        };
        if !self.base_url.is_empty() && !page.hidden {
            // The front page's own address is the site's.
            let path = if *key == PageKey::Front { "" } else { &path };
            page.canonical = format!("{}{path}", self.base_url);
        }
        self.tell_machines(key, &mut page);
        page
    }

    /// What of the plan's contents stands beside a page.
    #[must_use]
    pub fn beside_page(&self, key: &PageKey) -> Beside {
        match key {
            PageKey::Entry(id) => self.order.section(*id).map_or(Beside::Chapters, Beside::Section),
            PageKey::Overview(Overview::Whole) => Beside::Nothing,
            PageKey::Overview(_) => Beside::Chapters,
            PageKey::Front
            | PageKey::WholePart(_)
            | PageKey::Round(..)
            | PageKey::NotFound
            | PageKey::Search
            | PageKey::Version(_) => Beside::Nothing,
        }
    }

    /// The card of an entry.
    #[must_use]
    pub fn card(&self, id: EntryId, html: &Html<'_>) -> CardView {
        self.shown.card(id, html)
    }

    /// The card of a core component.
    #[must_use]
    pub fn component_card(&self, id: ComponentId, html: &Html<'_>) -> CardView {
        self.shown.component_card(id, html)
    }

    /// Writes HTML for a page.
    pub(super) fn html<'h>(&'h self, path: &'h str) -> Html<'h> {
        Html {
            plan: self.shown.plan,
            words: self.shown.words,
            page: path,
            whole: None,
            about: None,
            embeds: self.embeds,
            look: Look::default(),
        }
    }

    /// Whether the whole plan is too much for one page.
    pub(super) fn is_parted(&self) -> bool {
        const MOST_PAGES: usize = 500;
        self.order.pages.len() > MOST_PAGES && self.chapters.len() > 1
    }

    /// Whether there is such an overview: one that would be empty is not made.
    #[must_use]
    pub fn has(&self, overview: Overview) -> bool {
        self.overviews.contains(&overview)
    }

    /// From the front page down to an entry's parent.
    pub(super) fn breadcrumb(&self, id: EntryId, html: &Html<'_>) -> Vec<LinkView> {
        let plan = self.shown.plan;
        let mut above = Vec::new();
        let mut next = parent(plan, id);
        while let Some(id) = next.filter(|id| !above.contains(id)) {
            above.push(id);
            next = parent(plan, id);
        }
        let mut links = vec![self.front_link()];
        if above.is_empty() && !is_text(plan.entry(id).kind) {
            let home = overviews::home(plan.entry(id).kind).filter(|home| self.has(*home));
            links.extend(home.map(|home| self.shown.overview_link(home)));
        }
        links.extend(above.into_iter().rev().map(|id| self.shown.link(id, html)));
        links
    }

    pub(super) fn front_link(&self) -> LinkView {
        LinkView {
            title: self.shown.say("front_page"),
            path: "index.html".to_string(),
            ..LinkView::default()
        }
    }
}

/// A goal stands in its area, wherever it was written.
fn parent(plan: &Plan, id: EntryId) -> Option<EntryId> {
    let entry = plan.entry(id);
    let area = entry.goal().and_then(|goal| goal.area).map(EntryId::from);
    let parent = area.or(entry.parent)?;
    // What lies in a page of another kind than these has no place on the way down to it.
    let is_way =
        matches!(plan.entry(parent).kind, Kind::Chapter | Kind::Page | Kind::DevelopmentArea);
    is_way.then_some(parent)
}
