//! The map of the site for search engines, after sitemaps.org, and the word to them in `robots.txt`.

use crate::html::escape;
use crate::view::{PageKey, Views};

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
        if matches!(page, PageKey::NotFound | PageKey::Search) {
            continue;
        }
        // The front page's own address is the site's.
        let path = if page == PageKey::Front { String::new() } else { views.path(&page) };
        xml.push_str(&format!("  <url><loc>{}</loc></url>\n", escape(&format!("{base}{path}"))));
    }
    xml.push_str("</urlset>\n");
    xml
}
