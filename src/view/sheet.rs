//! A sheet: the page as it is being made.
//!
//! What makes a page writes facts and panels on it; empty ones are left out. [`Sheet::finish`] gives
//! every panel a fragment of its own and makes the page's contents.

use super::contents;
use super::shown::{anchor_of, plain};
use super::views::Views;
use super::{CardView, FactView, LinkGroupView, LinkView, PageView, PanelView, Shown, TableView};
use crate::html::Html;
use crate::model::{Body, DataFile, EntryId, Plan};
use crate::vocabulary::Kind;
use std::collections::HashSet;

/// A page on its way.
pub(super) struct Sheet<'s> {
    pub(super) views: &'s Views<'s>,
    pub(super) html: &'s Html<'s>,
    pub(super) page: PageView,
    /// What facts and panels show already, and the list of backlinks need not.
    pub(super) seen: HashSet<EntryId>,
    /// Whether it goes into the whole plan, which shows each entry once: lists of others are left out.
    pub(super) on_paper: bool,
}

impl<'s> Sheet<'s> {
    pub(super) fn new(views: &'s Views<'s>, html: &'s Html<'s>) -> Sheet<'s> {
        let page = PageView { path: html.page.to_string(), ..PageView::default() };
        Sheet { views, html, page, seen: HashSet::new(), on_paper: html.whole.is_some() }
    }

    pub(super) fn plan(&self) -> &'s Plan {
        self.views.shown.plan
    }

    pub(super) fn shown(&self) -> Shown<'s> {
        self.views.shown
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.shown().say(key)
    }

    pub(super) fn many(&self, kind: Kind) -> String {
        self.shown().kind_many(kind)
    }

    // ---- facts

    pub(super) fn fact(&mut self, label: String, values: Vec<LinkView>) {
        if !values.is_empty() {
            self.page.facts.push(FactView { label, values });
        }
    }

    pub(super) fn fact_text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.fact(self.say(key), vec![plain(text)]);
        }
    }

    /// A fact of entries, which are then not told again among the backlinks.
    pub(super) fn fact_entries<I: Into<EntryId>>(
        &mut self,
        label: String,
        ids: impl IntoIterator<Item = I>,
    ) {
        let ids: Vec<EntryId> = ids.into_iter().map(Into::into).collect();
        self.seen.extend(&ids);
        self.fact(label, self.shown().links(ids, self.html));
    }

    // ---- panels

    pub(super) fn panel(&mut self, mut panel: PanelView) {
        if panel.level == 0 {
            panel.level = 2;
        }
        self.page.panels.push(panel);
    }

    /// Cards of entries, each once.
    pub(super) fn cards<I: Into<EntryId>>(
        &mut self,
        title: String,
        ids: impl IntoIterator<Item = I>,
    ) {
        if self.on_paper {
            return;
        }
        let mut told = HashSet::new();
        let ids = ids.into_iter().map(Into::into).filter(|id| told.insert(*id));
        let cards: Vec<CardView> = ids.map(|id| self.card(id)).collect();
        self.seen.extend(told);
        self.card_panel(title, cards);
    }

    /// Large cards of entries, each once: there are few, and they have charts.
    pub(super) fn large_cards(&mut self, title: String, ids: impl IntoIterator<Item = EntryId>) {
        if self.on_paper {
            return;
        }
        let mut told = HashSet::new();
        let ids = ids.into_iter().filter(|id| told.insert(*id));
        let large =
            |id| CardView { kind_name: String::new(), ..self.shown().large_card(id, self.html) };
        let cards: Vec<CardView> = ids.map(large).collect();
        self.seen.extend(told);
        self.card_panel(title, cards);
    }

    pub(super) fn card_panel(&mut self, title: String, cards: Vec<CardView>) {
        if !cards.is_empty() {
            self.panel(PanelView { shape: "cards".into(), title, cards, ..PanelView::default() });
        }
    }

    /// A card below a heading that says its kind.
    pub(super) fn card(&self, id: EntryId) -> CardView {
        CardView { kind_name: String::new(), ..self.shown().card(id, self.html) }
    }

    /// A card below a heading that says its state, too.
    pub(super) fn bare_card(&self, id: EntryId) -> CardView {
        CardView { badge: None, ..self.card(id) }
    }

    /// Cards below a heading that says their state.
    pub(super) fn bare_cards(&mut self, title: String, ids: Vec<EntryId>) {
        let cards = ids.into_iter().map(|id| self.bare_card(id)).collect();
        self.card_panel(title, cards);
    }

    /// Links to entries, each once.
    pub(super) fn entry_links<I: Into<EntryId>>(
        &mut self,
        title: String,
        ids: impl IntoIterator<Item = I>,
    ) {
        if self.on_paper {
            return;
        }
        let mut told = HashSet::new();
        let ids = ids.into_iter().map(Into::into).filter(|id| told.insert(*id));
        let links = self.shown().links(ids, self.html);
        self.seen.extend(told);
        self.links(title, links);
    }

    pub(super) fn links(&mut self, title: String, links: Vec<LinkView>) {
        if !links.is_empty() && !self.on_paper {
            self.panel(PanelView { shape: "links".into(), title, links, ..PanelView::default() });
        }
    }

    pub(super) fn groups(&mut self, title: String, groups: Vec<LinkGroupView>) {
        if !groups.is_empty() && !self.on_paper {
            self.panel(PanelView { shape: "groups".into(), title, groups, ..PanelView::default() });
        }
    }

    pub(super) fn table(&mut self, title: String, table: TableView) {
        if !table.rows.is_empty() {
            let table = Some(table);
            self.panel(PanelView { shape: "table".into(), title, table, ..PanelView::default() });
        }
    }

    pub(super) fn html_panel(&mut self, title: String, html: String) {
        if !html.is_empty() {
            self.panel(PanelView { shape: "html".into(), title, html, ..PanelView::default() });
        }
    }

    /// Where the calendar is, in a line; nothing when there is none.
    pub(super) fn calendar_link(&mut self) {
        if self.on_paper || !self.views.has_calendar() {
            return;
        }
        let (shape, anchor) = ("downloads".into(), "calendar".into());
        let link = LinkView { path: DataFile::Calendar.path(), ..plain(self.say("calendar_what")) };
        let (note, links) = (self.say("add_to_calendar"), vec![link]);
        self.panel(PanelView { shape, anchor, note, links, ..PanelView::default() });
    }

    /// What is not there yet, in words.
    pub(super) fn hole(&mut self, title: String, note: String) {
        self.panel(PanelView { shape: "note".into(), title, note, ..PanelView::default() });
    }

    // ---- the whole

    /// A paragraph of planverk's own above the lists.
    pub(super) fn intro(&mut self, sentences: &[String]) {
        for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
            let escaped = crate::html::escape(sentence);
            self.page.body.push_str(&format!("<p>{escaped}</p>\n"));
        }
    }

    /// Gives the panels their fragments and makes the contents.
    pub(super) fn finish(mut self, body: Option<&Body>) -> PageView {
        let headings = body.map_or(&[][..], |body| &body.document.headings);
        let mut taken: HashSet<String> =
            headings.iter().map(|heading| heading.anchor.clone()).collect();
        // Links lead to entries that stand here: a heading of ours gives way to them.
        for panel in &self.page.panels {
            taken.extend(panel.cards.iter().map(|card| card.anchor.clone()));
            taken.extend(panel.terms.iter().map(|term| term.anchor.clone()));
        }
        for panel in &mut self.page.panels {
            if panel.anchor.is_empty() {
                panel.anchor =
                    anchor_of(if panel.title.is_empty() { &panel.shape } else { &panel.title });
            }
            let wanted = panel.anchor.clone();
            let mut count = 1;
            while !taken.insert(panel.anchor.clone()) {
                count += 1;
                panel.anchor = format!("{wanted}-{count}");
            }
        }
        if self.page.contents.is_empty() {
            self.page.contents = contents::of(body, &self.page.panels);
        }
        self.page
    }
}
