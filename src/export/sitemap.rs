//! The map of the site for search engines, after sitemaps.org, and the word to them in `robots.txt`.

use crate::html::escape;
use crate::text::When;
use crate::view::{PageKey, RoundPage, VersionPage, Views, changed};

/// Everybody may read everything; a map is named where there is one.
pub(super) fn robots(views: &Views<'_>) -> String {
    let base = views.base_url();
    let map = if base.is_empty() { String::new() } else { format!("Sitemap: {base}sitemap.xml\n") };
    format!("User-agent: *\nAllow: /\n{map}")
}

/// Every page that is to be found.
pub(super) fn sitemap(views: &Views<'_>) -> String {
    let base = views.base_url();
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    ));
    for page in views.pages() {
        // Names of private persons stand on the page of all submissions; earlier versions are not the plan.
        let is_hidden = match page {
            PageKey::NotFound
            | PageKey::Search
            | PageKey::Round(_, RoundPage::CameIn | RoundPage::Form) => true,
            PageKey::Version(page) => page != VersionPage::Index,
            _ => false,
        };
        if is_hidden {
            continue;
        }
        // The front page's own address is the site's.
        let path = if page == PageKey::Front { String::new() } else { views.path(&page) };
        let address = escape(&format!("{base}{path}"));
        let day = last_change(views, &page);
        xml.push_str(&format!("  <url><loc>{address}</loc>{day}</url>\n"));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// `<lastmod>`, where the content itself says when it was changed.
fn last_change(views: &Views<'_>, page: &PageKey) -> String {
    let PageKey::Entry(id) = page else { return String::new() };
    let changed = changed(views.plan().entry(*id), views.today());
    // A search engine knows years, months and days, but no school years, nor several at once.
    match changed {
        None | Some(When::SchoolYear(_) | When::Years(..)) => String::new(),
        Some(When::Moment(moment)) => format!("<lastmod>{}</lastmod>", moment.date()),
        Some(when) => format!("<lastmod>{}</lastmod>", when.iso()),
    }
}
