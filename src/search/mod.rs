//! Search: an index made with the site, read by a script in the reader's browser.
//!
//! 1. `units` cuts the plan into what is found: a section of a page, or an entry on another's page.
//! 2. `analysis` cuts texts into words; the browser's script does the same.
//! 3. `whole` writes a small plan as one file: its texts. The browser makes its own index of them,
//!    which takes it a few milliseconds and spares the reader two thirds of the bytes.
//! 4. `shards` writes a large one as many files, with `postings` made here; a query fetches few of them.
//! 5. `language` has the words that searching in a language needs.

mod analysis;
mod facts;
mod language;
mod postings;
mod reading;
mod shards;
mod units;
mod whole;

use crate::model::search_folder;
use crate::view::Views;
use analysis::Analysis;
use shards::Files;
use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};
use units::Units;

/// How many bytes of text go into one file. It is a third of that over the wire.
const SMALL: usize = 256 * 1024;

/// The index of a site: files, each with its path from the site's root.
pub struct Index {
    files: Vec<(String, Vec<u8>)>,
}

impl Index {
    /// Makes the index of a site.
    #[must_use]
    pub fn new(views: &Views<'_>) -> Index {
        let files: Mutex<Vec<(String, Vec<u8>)>> = Mutex::default();
        let Ok(()) = write::<Infallible>(views, &|path, bytes| {
            files.lock().unwrap_or_else(PoisonError::into_inner).push((path, bytes));
            Ok(())
        });
        let mut files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
        // They come as threads are done with them.
        files.sort_unstable();
        Index { files }
    }

    /// Its files, each with its path from the site's root.
    #[must_use]
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.files
    }
}

/// Takes a file of the index, with its path from the site's root, on any thread.
pub type Give<'g, E> = dyn Fn(String, Vec<u8>) -> Result<(), E> + Sync + 'g;

/// Makes the index of a site, and gives each file away when it is made: the index of a large plan is as large as its texts.
///
/// # Errors
///
/// The first that `give` has.
pub fn write<E: Send>(views: &Views<'_>, give: &Give<'_, E>) -> Result<(), E> {
    let language = views.plan().settings.language;
    let units = Units::of(views);
    let head = whole::head(views, units.kinds());
    let path = format!("{}index.json", search_folder(language));
    match units.few(SMALL) {
        Some(units) => give(path, whole::file(&head, &units)),
        None => shards::write(&head, &Analysis::of(language), &units, &Files::new(&path, give)),
    }
}
