//! Search: an index made with the site, read by a script in the reader's browser.
//!
//! 1. `units` cuts the plan into what is found: a section of a page, or an entry on another's page.
//! 2. `analysis` cuts texts into words; the browser's script does the same.
//! 3. `whole` writes a small plan as one file: its texts. The browser makes its own index of them,
//!    which takes it a few milliseconds and spares the reader two thirds of the bytes.
//! 4. `language` has the words that searching in a language needs.

mod analysis;
mod facts;
mod language;
mod reading;
mod units;
mod whole;

use crate::model::search_folder;
use crate::view::Views;

/// The index of a site: files, each with its path from the site's root.
pub struct Index {
    /// What is fetched first.
    files: Vec<(String, Vec<u8>)>,
}

impl Index {
    /// Makes the index of a site.
    #[must_use]
    pub fn new(views: &Views<'_>) -> Index {
        let units = units::all(views);
        let head = whole::head(views, &units);
        Index { files: vec![(path(views), whole::file(&head, &units))] }
    }

    /// Its files, each with its path from the site's root.
    #[must_use]
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.files
    }
}

/// Beside the page that searches.
fn path(views: &Views<'_>) -> String {
    format!("{}index.json", search_folder(views.plan().settings.language))
}
