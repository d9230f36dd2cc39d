//! Navigation, a section's or the menu, rendered once; the page at hand is marked in the finished text.
//!
//! To render a list of fifty links anew for each of fifty pages would cost more than the pages
//! themselves. So the places of all links are remembered, and a page gets a copy with `aria-current`
//! put in where its own link stands.

use std::collections::BTreeMap;

use tera::Value;

const HREF: &str = "href=\"";
const LONGEST_MARK: usize = " aria-current=\"page\"".len();

/// The navigation of a section, or the main menu, for the pages that lie equally deep in the site.
pub struct SectionHtml {
    html: String,
    /// The same, as a template takes it, for pages that are not among the links.
    unmarked: Value,
    /// Where to mark a page's links: just behind each `href`.
    places: BTreeMap<String, Vec<usize>>,
}

impl SectionHtml {
    pub(super) fn new(html: String, root: &str) -> SectionHtml {
        let places = places(&html, root);
        SectionHtml { unmarked: Value::safe_string(&html), html, places }
    }

    /// The finished text, without any page marked.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The navigation as it stands on a page: links to these paths get the word as their `aria-current`.
    /// Where two words are for one path the first counts.
    pub(super) fn marked(&self, current: &[(&str, &str)]) -> Value {
        let mut marks: BTreeMap<usize, &str> = BTreeMap::new();
        for (path, word) in current {
            for place in self.places.get(*path).into_iter().flatten() {
                marks.entry(*place).or_insert(word);
            }
        }
        if marks.is_empty() {
            return self.unmarked.clone();
        }
        let mut marked = String::with_capacity(self.html.len() + marks.len() * LONGEST_MARK);
        let mut done = 0;
        for (place, word) in marks {
            marked.push_str(&self.html[done..place]);
            marked.push_str(" aria-current=\"");
            marked.push_str(word);
            marked.push('"');
            done = place;
        }
        marked.push_str(&self.html[done..]);
        Value::safe_string(&marked)
    }
}

fn places(html: &str, root: &str) -> BTreeMap<String, Vec<usize>> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, _) in html.match_indices(HREF) {
        let start = at + HREF.len();
        let Some(length) = html[start..].find('"') else { continue };
        if let Some(path) = html[start..start + length].strip_prefix(root) {
            places.entry(path.to_owned()).or_default().push(start + length + 1);
        }
    }
    places
}
