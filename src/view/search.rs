//! What a search index asks of the views: names and words as a reader meets them, and the pages that no
//! entry stands behind.

use super::Views;
use super::overviews;
use super::shown::overview_key;
use crate::model::Overview;
use crate::vocabulary::KINDS;

/// The words that the script shows.
const WORDS: [&str; 15] = [
    "search_title",
    "search_close",
    "search_none",
    "search_none_help",
    "search_one",
    "search_many",
    "search_filtered",
    "search_all",
    "search_more",
    "search_everything",
    "search_kinds",
    "search_audiences",
    "search_instead",
    "search_also",
    "search_hint",
];

/// A page that no entry stands behind, as a search finds it.
pub struct Told {
    /// Its path from the site's root.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What it says about itself.
    pub text: String,
}

impl<'p> Views<'p> {
    /// The words that the script shows, by key without `search_`.
    #[must_use]
    pub fn search_words(&self) -> Vec<(String, String)> {
        // The script fills in what it knows: `{n}`.
        let later = [("n", "{n}"), ("m", "{m}"), ("q", "{q}"), ("w", "{w}")];
        let say = |key: &str| (key.replacen("search_", "", 1), self.shown.words.fill(key, &later));
        WORDS.iter().map(|key| say(key)).collect()
    }

    /// What a kind of unit is called, one and many: an entry's kind, `component`, or `text`.
    #[must_use]
    pub fn search_kind(&self, kind: &str) -> (String, String) {
        let entry = KINDS.iter().find(|(one, _)| one.name() == kind);
        match entry {
            Some((kind, _)) => (self.shown.kind_one(*kind), self.shown.kind_many(*kind)),
            None if kind == "component" => {
                (self.shown.fill("component_name", &[]), self.shown.fill("components_title", &[]))
            }
            None => (self.shown.say("search_text"), self.shown.say("search_text")),
        }
    }

    /// What everybody is called, as an audience.
    #[must_use]
    pub fn search_everybody(&self) -> String {
        self.shown.fill("everybody", &[])
    }

    /// The pages that no entry stands behind, with what they say about themselves. The whole plan says
    /// again what other pages say, and is left out.
    #[must_use]
    pub fn told_by_overviews(&self) -> Vec<Told> {
        let there = self.overviews.iter().filter(|one| **one != Overview::Whole);
        there.map(|overview| self.told_by(*overview)).collect()
    }

    fn told_by(&self, overview: Overview) -> Told {
        let path = overview.path(self.shown.language());
        let lead = self.shown.fill(&format!("lead_{}", overview_key(overview)), &[]);
        let mut text = vec![lead];
        if overview == Overview::About {
            let html = self.html(&path);
            let page = overviews::page(overview, super::sheet::Sheet::new(self, &html));
            let facts = page.facts.iter().flat_map(|fact| &fact.values);
            text.extend(facts.map(|value| value.title.clone()));
            text.extend(
                page.panels
                    .iter()
                    .map(|panel| format!("{}. {}", panel.title, without_tags(&panel.html))),
            );
        }
        let title = self.shown.overview_title(overview);
        Told { path, title, text: text.join(" · ") }
    }
}

/// The words of planverk's own HTML.
fn without_tags(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    words.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}
