//! What a text embeds, drawn by the theme: an entry's card, several, an area's components.

use crate::html::{Embeds, Html, root};
use crate::model::{Embed, EntryId};
use crate::theme::{Shared, Theme};
use crate::view::{CardView, Shown, card_lines};
use std::sync::OnceLock;

/// Draws cards with the theme's own component.
pub(super) struct Cards<'s> {
    theme: &'s Theme,
    shown: Shown<'s>,
    /// What all pages share is made from views, which draw embeds: it comes last, and once.
    shared: OnceLock<Shared>,
}

impl<'s> Cards<'s> {
    pub(super) fn new(theme: &'s Theme, shown: Shown<'s>) -> Cards<'s> {
        Cards { theme, shown, shared: OnceLock::new() }
    }

    /// Takes what all pages share; from now on cards can be drawn.
    pub(super) fn dress(&self, shared: Shared) -> &Shared {
        self.shared.get_or_init(|| shared)
    }
}

impl Embeds for Cards<'_> {
    fn embed(&self, embed: &Embed, html: &Html<'_>) -> String {
        let Some(shared) = self.shared.get() else { return String::new() };
        let root = root(html.page);
        if html.whole.is_some() {
            return self.on_paper(embed, html);
        }
        // No heading: nobody knows which level the text around it has come to.
        let draw = |card: &CardView| self.theme.card(shared, card, 0, &root).unwrap_or_default();
        let cards: Vec<String> = match embed {
            Embed::Card(id) => vec![draw(&self.shown.large_card(*id, html))],
            Embed::Cards(ids) => ids.iter().map(|id| draw(&self.shown.card(*id, html))).collect(),
            Embed::Components(ids) => {
                ids.iter().map(|id| draw(&self.shown.component_card(*id, html))).collect()
            }
        };
        if cards.is_empty() {
            return String::new();
        }
        format!("<div class=\"cards\">{}</div>\n", cards.concat())
    }
}

impl Cards<'_> {
    /// In the whole plan all that is embedded stands in full somewhere else: here it takes a line.
    fn on_paper(&self, embed: &Embed, html: &Html<'_>) -> String {
        let entry = |id: &EntryId| self.shown.card(*id, html);
        let cards: Vec<CardView> = match embed {
            Embed::Card(id) => vec![entry(id)],
            Embed::Cards(ids) => ids.iter().map(entry).collect(),
            Embed::Components(ids) => {
                ids.iter().map(|id| self.shown.component_card(*id, html)).collect()
            }
        };
        card_lines(&cards, html)
    }
}
