//! What stands at a path: the newest edition's page, or the last good one where the newest has a mistake.
//!
//! Only what is a route of the site is found. A page is made when it is first asked for, and kept until
//! there is a newer edition; then those that were asked for, up to sixty-four, are made again at once.

use super::edition::{Edition, Held};
use crate::diagnostic::Diagnostic;
use crate::html::Look;
use crate::load::inside;
use crate::publish::Pictures;
use crate::site::{Content, Route, Site, with_site_on_request};
use crate::text::SourceFile;
use memchr::memmem;
use rayon::prelude::*;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// A site and the files that it was made of.
#[derive(Clone, Copy)]
pub(super) struct Stand<'s> {
    site: &'s Site<'s>,
    files: &'s [SourceFile],
}

/// The last good edition.
pub(super) enum Good<'s> {
    /// Its site, where most comes from it.
    Site(Stand<'s>),
    /// From which a site is made for each page that is asked for of it: most editions are good, and never need it.
    Edition(&'s Edition),
}

/// A finished page.
pub(super) struct Page {
    pub(super) bytes: Arc<[u8]>,
    /// Names its content, whatever its stylesheets are called.
    pub(super) tag: String,
    pub(super) styles: Vec<String>,
    /// Whether it is of an earlier edition.
    pub(super) held: bool,
}

/// What stands at a path.
pub(super) enum Found {
    Page(Arc<Page>),
    File(Arc<[u8]>),
    /// It is a page that can't be made, and never could.
    Broken(Box<Diagnostic>),
    Nothing,
}

impl Found {
    /// This, or what else there is where it is nothing good.
    fn or_else(self, other: impl FnOnce() -> Found) -> Found {
        match self {
            Found::Nothing => other(),
            Found::Broken(why) => match other() {
                Found::Nothing | Found::Broken(_) => Found::Broken(why),
                found => found,
            },
            found => found,
        }
    }
}

/// Whose pages they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum For {
    /// Those who write: what is to do is shown, and where each block was written.
    Writers,
    /// Readers: byte for byte what a build would publish.
    Readers,
}

/// What is shown at the moment.
pub(super) struct Show<'s> {
    pictures: &'s Pictures,
    held: &'s Held,
    newest: Option<Stand<'s>>,
    good: Option<Good<'s>>,
    made: RefCell<HashMap<Key, Arc<Page>>>,
    /// What was asked for of this edition.
    asked: RefCell<HashSet<Key>>,
}

/// A page, and whom it is for.
pub(super) type Key = (String, For);

/// The most pages that are made before anybody asks.
const WARM: usize = 64;

/// What is as long as this, in bytes, is made when it is asked for.
const LONG: usize = 256 * 1024;

impl<'s> Stand<'s> {
    pub(super) fn new(site: &'s Site<'s>, edition: &'s Edition) -> Stand<'s> {
        Stand { site, files: &edition.sources.files }
    }

    fn has(&self, path: &str) -> bool {
        self.site.route(path).is_some()
    }

    fn look(&self, whom: For) -> Look<'s> {
        match whom {
            For::Writers => Look { todos: true, files: self.files },
            For::Readers => Look::default(),
        }
    }

    fn finished(&self, bytes: Vec<u8>, held: bool) -> Page {
        let styles = self.site.styles();
        Page { tag: tag(&bytes, &styles), bytes: bytes.into(), styles, held }
    }

    /// The page at a path; none if something else stands there, or nothing, or a page that can't be made.
    fn page(&self, path: &str, whom: For) -> Option<Page> {
        let route = self.site.route(path).filter(|route| matches!(route, Route::Page(_)))?;
        match self.site.render_with(path, &route, self.look(whom)) {
            Ok(Content::Made(bytes)) => Some(self.finished(bytes, false)),
            _ => None,
        }
    }
}

impl<'s> Show<'s> {
    pub(super) fn new(
        pictures: &'s Pictures,
        held: &'s Held,
        newest: Option<Stand<'s>>,
        good: Option<Good<'s>>,
    ) -> Show<'s> {
        let (made, asked) = (RefCell::default(), RefCell::default());
        Show { pictures, held, newest, good, made, asked }
    }

    /// Makes pages that were asked for of the edition before, on all cores: whoever has them open will ask again.
    pub(super) fn warm(&self, keys: &HashSet<Key>) {
        let Some(stand) = self.newest.as_ref().filter(|_| *self.held == Held::None) else { return };
        let page = |key: &Key| Some((key.clone(), Arc::new(stand.page(&key.0, key.1)?)));
        let pages: Vec<_> = keys.par_iter().filter_map(page).collect();
        self.made.borrow_mut().extend(pages);
    }

    /// Keeps in mind that a page is in use. The whole plan is left out: it takes longer than all others together, and
    /// somebody may wait for one of those.
    fn note(&self, key: &Key, page: &Page) {
        let mut asked = self.asked.borrow_mut();
        if asked.len() < WARM && page.bytes.len() < LONG && !asked.contains(key) {
            asked.insert(key.clone());
        }
    }

    /// The pages that were asked for of this edition, as many as are made beforehand.
    pub(super) fn asked(self) -> HashSet<Key> {
        self.asked.into_inner()
    }

    /// What stands at a path.
    pub(super) fn find(&self, path: &str, whom: For) -> Found {
        let key = (path.to_string(), whom);
        if let Some(page) = self.made.borrow().get(&key) {
            self.note(&key, page);
            return Found::Page(Arc::clone(page));
        }
        let newest = self.newest.as_ref().filter(|stand| stand.has(path));
        // Without mistakes, what is not there any more is gone.
        let falls_back = newest.is_some() || self.newest.is_none() || *self.held != Held::None;
        let good = self.good.as_ref().filter(|_| falls_back);
        let of_newest = || newest.map_or(Found::Nothing, |one| self.make(one, path, whom, false));
        let of_good = || good.map_or(Found::Nothing, |one| self.make_good(one, path, whom));
        let found = if self.held.holds(path) {
            of_good().or_else(of_newest)
        } else {
            of_newest().or_else(of_good)
        };
        if let Found::Page(page) = &found {
            self.note(&key, page);
            self.made.borrow_mut().insert(key, Arc::clone(page));
        }
        found
    }

    /// What stands at a path in the last good edition.
    fn make_good(&self, good: &Good<'_>, path: &str, whom: For) -> Found {
        let made = |stand: &Stand<'_>| match stand.has(path) {
            true => self.make(stand, path, whom, true),
            false => Found::Nothing,
        };
        match good {
            Good::Site(stand) => made(stand),
            Good::Edition(edition) => {
                with_site_on_request(&edition.prepared, |site| made(&Stand::new(site, edition)))
                    .unwrap_or_else(Found::Broken)
            }
        }
    }

    fn make(&self, stand: &Stand<'_>, path: &str, whom: For, held: bool) -> Found {
        let Some(route) = stand.site.route(path) else { return Found::Nothing };
        match stand.site.render_with(path, &route, stand.look(whom)) {
            Ok(Content::Made(bytes)) if !path.ends_with(".html") => Found::File(bytes.into()),
            Ok(Content::Made(bytes)) => Found::Page(Arc::new(stand.finished(bytes, held))),
            Ok(Content::Long(pieces)) => match pieces.whole() {
                Ok(bytes) => Found::File(bytes.into()),
                Err(diagnostic) => Found::Broken(diagnostic),
            },
            Ok(Content::Asset(bytes)) => Found::File(bytes.into()),
            Ok(Content::Picture(picture, at)) => {
                let file = self
                    .pictures
                    .files(picture)
                    .ok()
                    .and_then(|mut files| (at < files.len()).then(|| files.swap_remove(at)));
                file.map_or(Found::Nothing, |bytes| Found::File(bytes.into()))
            }
            // The plan may have been changed since: what it names must still lie within it.
            Ok(Content::File(source)) => {
                let disk = inside(self.pictures.plan(), source).ok();
                let bytes = disk.and_then(|disk| std::fs::read(disk).ok());
                bytes.map_or(Found::Nothing, |bytes| Found::File(bytes.into()))
            }
            Err(broken) => Found::Broken(broken),
        }
    }
}

/// A name for a page's content. A stylesheet's name changes with what is in it, and a page can put on another
/// without being loaded anew: so the names have no part in it.
fn tag(bytes: &[u8], styles: &[String]) -> String {
    let named = |style: &String| {
        let length = style.len();
        memmem::find_iter(bytes, style).map(move |at| at..at + length).collect::<Vec<_>>()
    };
    let mut names: Vec<Range<usize>> = styles.iter().flat_map(named).collect();
    names.sort_unstable_by_key(|name| name.start);
    let mut hasher = blake3::Hasher::new();
    let mut done = 0;
    for name in names {
        hasher.update(bytes.get(done..name.start).unwrap_or_default());
        done = done.max(name.end);
    }
    hasher.update(&bytes[done..]);
    hasher.finalize().to_hex()[..16].to_string()
}
