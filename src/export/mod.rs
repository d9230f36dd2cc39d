//! What machines read of a plan: open data, feeds, calendars, and the map of the site.
//!
//! 1. [`exports`] lists the files that a plan has something to put in, each with its path.
//! 2. [`write`] makes the bytes of one, when they are asked for.
//!
//! The types here are a promise to others who build on the data, apart from the theme's views: a
//! theme may change, an export's names may not.

mod sitemap;

use crate::view::Views;

/// A file for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// `robots.txt`: who may look, and where the map is.
    Robots,
    /// `sitemap.xml`: every page, for search engines.
    Sitemap,
}

/// Every export of a site with its path from the root.
#[must_use]
pub fn exports(views: &Views<'_>) -> Vec<(String, Export)> {
    let mut exports = vec![("robots.txt".to_string(), Export::Robots)];
    // A map of the site must give whole addresses.
    if !views.base_url().is_empty() {
        exports.push(("sitemap.xml".to_string(), Export::Sitemap));
    }
    exports
}

/// The bytes of an export.
#[must_use]
pub fn write(export: Export, views: &Views<'_>) -> Vec<u8> {
    let text = match export {
        Export::Robots => sitemap::robots(views),
        Export::Sitemap => sitemap::sitemap(views),
    };
    text.into_bytes()
}
