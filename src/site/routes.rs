//! Which routes a site has. A build asks for them all; a preview for the one at a path.
//!
//! The files of the search index are called after what is in them, so the index has to be made before they can
//! be named. It is made of the whole plan, and few who write search: so it is made only for whoever asks for all
//! routes, or for one that may be of the index. A build writes it before all else, and gives its memory back.

use super::Site;
use crate::export::{self, Export};
use crate::model::{EntryId, PictureId, search_folder};
use crate::search::{self, Give, Index};
use crate::view::PageKey;
use rustc_hash::FxHashMap;

/// What stands at a place of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// A page.
    Page(PageKey),
    /// A file of the theme.
    Asset(usize),
    /// A file of a picture: the picture, and which of its renditions.
    Picture(PictureId, usize),
    /// A file that the plan links to, by its place in [`Plan::files`](crate::model::Plan::files).
    File(usize),
    /// A file for machines.
    Export(Export),
    /// A file of the search index, by its place.
    Search(usize),
}

impl Site<'_> {
    /// Makes the search index anew, and gives each file away when it is made: a build has no use for it once it is
    /// written.
    ///
    /// # Errors
    ///
    /// The first that `give` has.
    pub fn write_index<E: Send>(&self, give: &Give<'_, E>) -> Result<(), E> {
        search::write(&self.views, give)
    }

    /// Every route with its path from the site's root.
    #[must_use]
    pub fn routes(&self) -> Vec<(String, Route)> {
        let files = self.search().files().iter().enumerate();
        let search = files.map(|(place, (path, _))| (path.clone(), Route::Search(place)));
        let mut routes = self.named();
        routes.extend(search);
        routes
    }

    /// The route at a path from the site's root, if there is one: the same as [`routes`](Site::routes) tells.
    #[must_use]
    pub fn route(&self, path: &str) -> Option<Route> {
        // Most ask for an entry's page: to find it takes less than to name all that there is.
        if let Some(id) = self.pages.get_or_init(|| self.entries_with_pages()).get(path) {
            return Some(Route::Page(PageKey::Entry(*id)));
        }
        let named = self.named.get_or_init(|| self.named().into_iter().collect());
        named.get(path).copied().or_else(|| self.search_route(path))
    }

    /// Entries by the path of their page; of two at one path the first.
    fn entries_with_pages(&self) -> FxHashMap<String, EntryId> {
        let entries = self.plan.all().filter(|(_, entry)| entry.has_page());
        let mut pages = FxHashMap::default();
        for (id, entry) in entries {
            pages.entry(entry.address.page.clone()).or_insert(id);
        }
        pages
    }

    fn search_route(&self, path: &str) -> Option<Route> {
        let folder = search_folder(self.plan.settings.language);
        if !path.starts_with(folder) || !path.ends_with(".json") {
            return None;
        }
        let place = self.search().files().iter().position(|(one, _)| one == path)?;
        Some(Route::Search(place))
    }

    pub(super) fn search(&self) -> &Index {
        self.search.get_or_init(|| Index::new(&self.views))
    }

    /// Every route but the search index's.
    #[must_use]
    pub fn named(&self) -> Vec<(String, Route)> {
        let mut pages = self.views.pages();
        // The long ones first, as exports of the whole plan are too, so that no core is left with one of them
        // when the others are done.
        pages.sort_by_key(|page| matches!(page, PageKey::Front | PageKey::Entry(_)));
        let pages = pages.iter().map(|page| (self.views.path(page), Route::Page(*page)));
        let assets = self.assets.iter().enumerate();
        let assets = assets.map(|(place, (path, _))| ((*path).to_string(), Route::Asset(place)));
        let pictures = self.plan.pictures.iter().enumerate().flat_map(|(place, picture)| {
            let files = picture.measured.renditions().into_iter().enumerate();
            let route = move |at| Route::Picture(PictureId::at(place), at);
            files.map(move |(at, file)| (picture.path(&file), route(at)))
        });
        let files = self.plan.files.iter().enumerate();
        let files = files.map(|(place, file)| (file.path.clone(), Route::File(place)));
        let exports = export::exports(&self.views).into_iter();
        let exports = exports.map(|(path, export)| (path, Route::Export(export)));
        pictures.chain(exports).chain(pages).chain(assets).chain(files).collect()
    }
}
