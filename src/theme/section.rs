//! A section's navigation, rendered once; the page at hand is marked in the finished text.
//!
//! To render a list of fifty links anew for each of fifty pages would cost more than the pages
//! themselves. So the places of all links are remembered, and a page gets a copy with `aria-current`
//! put in where its own link stands.

use std::collections::BTreeMap;

use tera::Value;

const HREF: &str = "href=\"";
const CURRENT: &str = " aria-current=\"page\"";

/// The navigation of a section, for the pages that lie equally deep in the site.
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

    /// The navigation as it stands on a page.
    pub(super) fn at(&self, path: &str) -> Value {
        let Some(places) = self.places.get(path) else {
            return self.unmarked.clone();
        };
        let mut marked = String::with_capacity(self.html.len() + places.len() * CURRENT.len());
        let mut done = 0;
        for &place in places {
            marked.push_str(&self.html[done..place]);
            marked.push_str(CURRENT);
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
