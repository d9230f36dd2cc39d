//! Single things as they are shown: words, dates, links.

use super::LinkView;
use crate::html::Html;
use crate::model::{Audiences, Body, ComponentId, EntryId, Overview, Plan};
use crate::text::{Language, When, slug};
use crate::vocabulary::Kind;
use crate::words::{InWords, Words, capital};
use jiff::civil::Date;

/// Shows what is in a plan. Cheap to copy; made before anything that draws.
#[derive(Clone, Copy)]
pub struct Shown<'p> {
    pub(super) plan: &'p Plan,
    pub(super) words: &'p Words,
    pub(super) today: Date,
    charts: bool,
}

impl<'p> Shown<'p> {
    /// Shows a plan in words that [`words`](super::words) made, as of a day.
    #[must_use]
    pub fn new(plan: &'p Plan, words: &'p Words, today: Date) -> Shown<'p> {
        Shown { plan, words, today, charts: true }
    }

    /// The same with charts, or without any.
    #[must_use]
    pub fn with_charts(self, charts: bool) -> Shown<'p> {
        Shown { charts, ..self }
    }

    pub(super) fn has_charts(&self) -> bool {
        self.charts
    }

    pub(super) fn language(&self) -> Language {
        self.plan.settings.language
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.words.get(key).to_string()
    }

    pub(super) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        capital(&self.words.fill(key, values))
    }

    pub(super) fn when(&self, when: When) -> String {
        when.format(self.language())
    }

    /// "Tiltak", as a heading over one or a word before it.
    pub(super) fn kind_one(&self, kind: Kind) -> String {
        capital(self.words.get(&kind_key(kind, "one")))
    }

    /// "Tellinger", as a heading over several.
    pub(super) fn kind_many(&self, kind: Kind) -> String {
        capital(self.words.get(&kind_key(kind, "many")))
    }

    /// "3 tellinger", "1 telling".
    pub(super) fn count(&self, count: usize, kind: Kind) -> String {
        let form = if count == 1 { "one" } else { "many" };
        format!("{count} {}", self.words.get(&kind_key(kind, form)))
    }

    /// The kind as a reader should be told it; empty for pages and chapters.
    pub(super) fn kind_name(&self, kind: Kind) -> String {
        match kind {
            Kind::Page | Kind::Chapter => String::new(),
            _ => self.kind_one(kind),
        }
    }

    /// Common nouns lose their capital within a sentence; names keep it.
    pub(super) fn within(&self, name: &str) -> String {
        let first = name.split(' ').next().unwrap_or(name).to_lowercase();
        let is_common = self.words.get("common_nouns").split(' ').any(|noun| noun == first);
        let kept = name.get(first.len()..).unwrap_or("");
        if is_common { first + kept } else { name.to_string() }
    }

    /// Where an entry is found, as seen from a page.
    pub(super) fn place(&self, id: EntryId, html: &Html<'_>) -> String {
        let entry = self.plan.entry(id);
        if html.whole.is_some_and(|whole| whole.contains(&id)) {
            return format!("{}#{}", html.page, entry.name);
        }
        entry.address.path()
    }

    /// A link to an entry.
    pub(super) fn link(&self, id: impl Into<EntryId>, html: &Html<'_>) -> LinkView {
        let id = id.into();
        let entry = self.plan.entry(id);
        LinkView {
            title: entry.title.clone(),
            path: self.place(id, html),
            number: entry.number.clone().unwrap_or_default(),
            kind: entry.kind.name().to_string(),
            external: false,
        }
    }

    pub(super) fn links<I: Into<EntryId>>(
        &self,
        ids: impl IntoIterator<Item = I>,
        html: &Html<'_>,
    ) -> Vec<LinkView> {
        ids.into_iter().map(|id| self.link(id, html)).collect()
    }

    /// A link to a core component.
    pub(super) fn component_link(&self, id: ComponentId, html: &Html<'_>) -> LinkView {
        let component = self.plan.component(id);
        LinkView {
            title: component.title.clone(),
            path: self.place_in(component.area, &component.anchor, html),
            number: component.number.clone().unwrap_or_default(),
            kind: "component".to_string(),
            external: false,
        }
    }

    /// A place within an entry.
    pub(super) fn place_in(&self, id: EntryId, anchor: &str, html: &Html<'_>) -> String {
        let entry = self.plan.entry(id);
        if html.whole.is_some_and(|whole| whole.contains(&id)) {
            return format!("{}#{}--{anchor}", html.page, entry.name);
        }
        if entry.has_page() {
            format!("{}#{anchor}", entry.address.page)
        } else {
            entry.address.path()
        }
    }

    /// A link to an overview, by its title.
    pub(super) fn overview_link(&self, overview: Overview) -> LinkView {
        LinkView {
            title: self.overview_title(overview),
            path: overview.path(self.language()),
            ..LinkView::default()
        }
    }

    pub(super) fn overview_title(&self, overview: Overview) -> String {
        self.fill(&format!("title_{}", overview_key(overview)), &[])
    }

    /// A link out of the site, shown as its host.
    pub(super) fn web_link(url: &str) -> Option<LinkView> {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        Some(LinkView {
            title: host.strip_prefix("www.").unwrap_or(host).to_string(),
            path: url.to_string(),
            external: true,
            ..LinkView::default()
        })
    }

    /// Whom something is for.
    pub(super) fn audiences(&self, audiences: &Audiences, html: &Html<'_>) -> Vec<LinkView> {
        let everybody = audiences.all.then(|| plain(self.fill("everybody", &[])));
        let named = audiences.of.iter().map(|id| self.link(*id, html));
        everybody.into_iter().chain(named).collect()
    }

    /// The first sentence of a text that begins with one, as inline HTML.
    pub(super) fn lead(&self, body: &Body, html: &Html<'_>) -> String {
        if starts_with_words(body) { html.first_sentence(body) } else { String::new() }
    }

    /// At most 160 characters of a text, whole sentences if it can be.
    pub(super) fn description(&self, body: &Body, html: &Html<'_>) -> String {
        use crate::markdown::Tag;
        let nodes = &body.document.nodes;
        let heading = nodes.first().filter(|node| matches!(node.tag, Tag::Heading(_)));
        let text = html.beginning(body, 5 * MOST);
        // A heading says little out of its place: what stands below it says more.
        let (first, text) = match (heading, body.document.headings.first()) {
            (Some(node), Some(heading)) => {
                let rest = text.strip_prefix(heading.text.trim()).unwrap_or(&text);
                (node.next as usize, rest.trim_start())
            }
            _ => (0, text.as_str()),
        };
        if begins_with_words(body, first) { shorten(text) } else { String::new() }
    }
}

/// The key of an overview among the words: `annual-wheel` is `annual_wheel`.
pub(super) fn overview_key(overview: Overview) -> String {
    overview.name().replace('-', "_")
}

fn kind_key(kind: Kind, form: &str) -> String {
    format!("kind_{}_{form}", kind.name().replace('-', "_"))
}

/// The longest description, in characters.
const MOST: usize = 160;

/// A link that leads nowhere: plain text.
pub(super) fn plain(title: impl Into<String>) -> LinkView {
    LinkView { title: title.into(), ..LinkView::default() }
}

/// The fragment of a heading that planverk writes.
pub(super) fn anchor_of(title: &str) -> String {
    let anchor = slug(title);
    if anchor.is_empty() { "del".to_string() } else { anchor }
}

/// Whether a text begins with a paragraph of words.
fn starts_with_words(body: &Body) -> bool {
    begins_with_words(body, 0)
}

/// Whether a paragraph of words stands at a node.
fn begins_with_words(body: &Body, first: usize) -> bool {
    use crate::markdown::Tag;
    let document = &body.document;
    let mut nodes = document.nodes.iter().skip(first).map(|node| node.tag);
    nodes.next() == Some(Tag::Paragraph) && !matches!(nodes.next(), Some(Tag::Embed(_)) | None)
}

/// At most 160 characters: whole sentences when they fill half of it, else whole words.
pub(super) fn shorten(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut text = words.next().unwrap_or_default().to_string();
    let mut length = text.chars().count();
    // What comes after so many words is cut away in any case.
    while length <= MOST
        && let Some(word) = words.next()
    {
        text.push(' ');
        text.push_str(word);
        length += 1 + word.chars().count();
    }
    if length <= MOST {
        return text;
    }
    let cut: String = text.chars().take(MOST).collect();
    let sentence = cut.rfind(". ").map(|at| &cut[..=at]);
    if let Some(sentence) = sentence.filter(|sentence| sentence.chars().count() > MOST / 2) {
        return sentence.to_string();
    }
    let cut: String = cut.chars().take(MOST - 1).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', '–', ' ']))
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn descriptions_end_at_a_sentence_or_a_word() {
        let long = "ord ".repeat(60);
        let shown = shorten(&long);
        assert!(shown.ends_with("ord…") && shown.chars().count() <= 160);
        let two = format!("{}slutt. {}", "a ".repeat(50), "b ".repeat(50));
        assert!(shorten(&two).ends_with("slutt."));
        assert_eq!(shorten("  Kort\n tekst. "), "Kort tekst.");
    }
}
