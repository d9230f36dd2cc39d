//! The site: a plan, a theme and a list of routes. One route becomes bytes by one pure function;
//! `publish` asks for them all, a preview for the one that a browser wants.
//!
//! 1. [`prepare`] parses, resolves and checks the sources. A preview asks for the two halves by
//!    themselves: [`Workshop::read`] remembers what did not change, and [`check()`] can wait.
//! 2. [`with_site`] makes once what pages share: the menu, and each section's navigation.
//! 3. [`Site::render`] makes one page, from nothing but the site.

mod embeds;
mod guard;
mod pieces;
mod routes;

pub use pieces::Pieces;
pub use routes::Route;

use crate::check;
use crate::diagnostic::rules::{BROKEN_PAGE, BROKEN_THEME};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::export::{self, Export, Written};
use crate::html::{Look, root};
use crate::load::{SourceSet, ThemeFile};
use crate::model::{EntryId, Picture, Plan, Stage};
use crate::parse;
use crate::portions::Portions;
use crate::resolve;
use crate::say;
use crate::search::Index;
use crate::theme::{RenderError, SectionHtml, Shared, Theme};
use crate::view::{Beside, PageKey, Setting, Shown, Views, words};
use crate::words::Words;
use embeds::Cards;
use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// What is asked of a site.
#[derive(Debug, Clone)]
pub struct Request {
    /// The day to count from.
    pub today: Date,
    /// The site's address, when the command line tells it.
    pub base_url: Option<String>,
    /// How far the plan has come, for whoever wants to see it otherwise than `plan.toml` says.
    pub stage: Option<Stage>,
    /// Why the plan is published before its hearings are assessed; empty where it is not. It is published.
    pub forced: String,
}

/// A plan that has been read, with the theme that it will wear.
pub struct Prepared {
    /// The plan.
    pub plan: Plan,
    theme: Option<Arc<Theme>>,
    words: Words,
    today: Date,
    charts: bool,
}

impl Prepared {
    /// The same plan with no figure drawn, so that the bench can tell what charts cost.
    #[must_use]
    pub fn without_charts(self) -> Prepared {
        Prepared { charts: false, ..self }
    }
}

/// Reads and checks the sources; all that is wrong is told.
#[must_use]
pub fn prepare(
    sources: &SourceSet,
    theme: Vec<ThemeFile>,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> Prepared {
    let prepared = Workshop::default().read(sources, theme, request, diagnostics);
    check(&prepared, sources, diagnostics);
    diagnostics.sort();
    prepared
}

/// Checks a plan that has been read.
pub fn check(prepared: &Prepared, sources: &SourceSet, diagnostics: &mut Diagnostics) {
    check_while(&|| true, prepared, sources, diagnostics);
}

/// Checks a plan for as long as somebody wants to know; what is told after that is not complete.
pub fn check_while(
    is_wanted: &(dyn Fn() -> bool + Sync),
    prepared: &Prepared,
    sources: &SourceSet,
    diagnostics: &mut Diagnostics,
) {
    // A folder that is no plan has been told as that; it has nothing to check.
    if !sources.files.is_empty() {
        let (plan, today) = (&prepared.plan, prepared.today);
        let (files, frozen) = (&sources.files, &sources.versions);
        let input = check::Input { plan, files, frozen, today, is_wanted };
        check::check(&input, diagnostics);
    }
}

/// What stays when the same plan is read again: files that did not change are parsed once, and a theme
/// that did not change is made once.
#[derive(Default)]
pub struct Workshop {
    parsed: parse::Memory,
    /// None for who reads a plan but once: to remember takes time and room.
    resolved: Option<resolve::Memory>,
    theme: Option<(Vec<ThemeFile>, Arc<Theme>)>,
}

impl Workshop {
    /// A workshop that reads the same plan again and again.
    #[must_use]
    pub fn that_remembers() -> Workshop {
        Workshop { resolved: Some(resolve::Memory::default()), ..Workshop::default() }
    }

    /// Reads the sources, unchecked. The same sources give the same plan, whatever was read before.
    #[must_use]
    pub fn read(
        &mut self,
        sources: &SourceSet,
        theme: Vec<ThemeFile>,
        request: &Request,
        diagnostics: &mut Diagnostics,
    ) -> Prepared {
        let Workshop { parsed, resolved, theme: last } = self;
        let mut of_theme = Diagnostics::default();
        let read = || match resolved {
            Some(known) => resolve::resolve_again(parsed, known, sources, diagnostics),
            None => resolve::resolve(parsed.parse(sources, diagnostics), sources, diagnostics),
        };
        let (mut plan, theme) = rayon::join(read, || made(last, theme, &mut of_theme));
        diagnostics.append(of_theme);
        if let Some(url) = &request.base_url {
            plan.settings.url.clone_from(url);
        }
        if request.stage.is_some() {
            plan.settings.stage = request.stage;
        }
        plan.forced.clone_from(&request.forced);
        let words = words(&plan.settings);
        Prepared { plan, theme, words, today: request.today, charts: true }
    }
}

/// The theme of some files: the last one if it was made of them, else a new one, which is kept.
fn made(
    last: &mut Option<(Vec<ThemeFile>, Arc<Theme>)>,
    files: Vec<ThemeFile>,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<Theme>> {
    if let Some((made_of, theme)) = last
        && *made_of == files
    {
        return Some(Arc::clone(theme));
    }
    let earlier = last.as_ref().map(|(files, theme)| (files.as_slice(), &**theme));
    match Theme::after(earlier, files.clone()) {
        Ok(theme) => {
            let theme = Arc::new(theme);
            *last = Some((files, Arc::clone(&theme)));
            Some(theme)
        }
        Err(error) => {
            let Say { nb, en } = error.told();
            let message =
                say!(nb: "Temaet kan ikke brukes: {nb}", en: "The theme can't be used: {en}");
            diagnostics.push(Diagnostic::of_plan(&BROKEN_THEME, message));
            None
        }
    }
}

/// What a route gives.
#[derive(Debug)]
pub enum Content<'s> {
    /// A page, or a file for machines.
    Made(Vec<u8>),
    /// A file for machines that is as large as the plan itself.
    Long(Pieces<'s>),
    /// A file of the theme or of the search index.
    Asset(&'s [u8]),
    /// A file of a picture, to be made from the picture's own: the picture, and which of its renditions.
    Picture(&'s Picture, usize),
    /// A file of the plan, to be copied from a path below the plan's folder.
    File(&'s str),
}

/// A site, ready to give any of its pages.
pub struct Site<'s> {
    plan: &'s Plan,
    theme: &'s Theme,
    shared: &'s Shared,
    views: Views<'s>,
    sections: HashMap<(Beside, String), SectionHtml>,
    assets: Vec<(&'s str, &'s [u8])>,
    /// Entries by the path of their page, for whoever asks for one.
    pages: OnceLock<FxHashMap<String, EntryId>>,
    /// Every route but the search index's, by path, for whoever asks for another.
    named: OnceLock<HashMap<String, Route>>,
    /// Sections that pages were asked for of, where not all were made to begin with.
    asked: Mutex<HashMap<(Beside, String), Arc<SectionHtml>>>,
    /// Made when it is first asked for.
    search: OnceLock<Index>,
}

/// Makes the site of a plan, and does some work with it.
///
/// # Errors
///
/// When the theme fails on what all pages share: told as a diagnostic.
pub fn with_site<T>(
    prepared: &Prepared,
    work: impl FnOnce(&Site<'_>) -> T,
) -> Result<T, Box<Diagnostic>> {
    with_bare_site(prepared, |mut site| {
        site.sections = site
            .render_sections()
            .map_err(|error| Box::new(broken_page("index.html", &error.to_string())))?;
        Ok(work(&site))
    })?
}

/// Makes the site of a plan for somebody who wants few of its pages: what a section's pages share is made for
/// each page that is asked for. The pages are the same.
///
/// # Errors
///
/// When the theme fails on what all pages share: told as a diagnostic.
pub fn with_site_on_request<T>(
    prepared: &Prepared,
    work: impl FnOnce(&Site<'_>) -> T,
) -> Result<T, Box<Diagnostic>> {
    with_bare_site(prepared, |site| work(&site))
}

fn with_bare_site<T>(
    prepared: &Prepared,
    work: impl FnOnce(Site<'_>) -> T,
) -> Result<T, Box<Diagnostic>> {
    let broken = |why: &str| Box::new(broken_page("index.html", why));
    let theme = prepared.theme.as_deref().ok_or_else(|| broken("no theme"))?;
    let (plan, words) = (&prepared.plan, &prepared.words);
    let (today, charts) = (prepared.today, prepared.charts);
    let cards = Cards::new(theme, Shown::new(plan, words, today).with_charts(charts));
    let base_url = &plan.settings.url;
    let views = Views::new(Setting { plan, words, today, charts, base_url, embeds: &cards });
    let shared = theme.shared(&views.site(theme.styles()), words);
    let shared = shared.map_err(|error| broken(&error.to_string()))?;
    let shared = cards.dress(shared);
    let assets = theme.assets().collect();
    let sections = HashMap::new();
    let (pages, named, search) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
    let asked = Mutex::default();
    Ok(work(Site { plan, theme, shared, views, sections, assets, pages, named, asked, search }))
}

impl Site<'_> {
    /// Each section's navigation, once for every depth that its pages lie at.
    fn render_sections(&self) -> Result<HashMap<(Beside, String), SectionHtml>, RenderError> {
        let mut wanted: Vec<(Beside, String)> = self
            .views
            .pages()
            .iter()
            .map(|page| (self.views.beside_page(page), root(&self.views.path(page))))
            .filter(|(beside, _)| *beside != Beside::Nothing)
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        wanted
            .into_par_iter()
            .in_portions()
            .map(|(beside, root)| {
                let html = self.render_section(beside, &root)?;
                Ok(((beside, root), html))
            })
            .collect()
    }

    fn render_section(&self, beside: Beside, root: &str) -> Result<SectionHtml, RenderError> {
        let view = match beside {
            Beside::Section(chapter) => self.views.section(chapter),
            Beside::Chapters | Beside::Nothing => self.views.beside(),
        };
        self.theme.section(self.shared, &view, root)
    }

    /// A section's navigation, made for the first page that is asked for and kept for its neighbours.
    fn section_asked_for(
        &self,
        beside: Beside,
        root: &str,
    ) -> Result<Arc<SectionHtml>, RenderError> {
        let asked = || self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (beside, root.to_string());
        if let Some(made) = asked().get(&key) {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(self.render_section(beside, root)?);
        asked().insert(key, Arc::clone(&made));
        Ok(made)
    }

    /// The theme's stylesheets in order, as paths from the site's root.
    #[must_use]
    pub fn styles(&self) -> Vec<String> {
        self.theme.styles()
    }

    /// What a route gives. A page that fails is told, and is not the end of the others.
    ///
    /// # Errors
    ///
    /// The diagnostic of a page that could not be made.
    pub fn render(&self, path: &str, route: &Route) -> Result<Content<'_>, Box<Diagnostic>> {
        self.render_with(path, route, Look::default())
    }

    /// What a route gives, with what a look adds to pages.
    ///
    /// # Errors
    ///
    /// The diagnostic of a page that could not be made.
    pub fn render_with(
        &self,
        path: &str,
        route: &Route,
        look: Look<'_>,
    ) -> Result<Content<'_>, Box<Diagnostic>> {
        match route {
            Route::Asset(place) => Ok(Content::Asset(self.assets[*place].1)),
            Route::Picture(id, at) => Ok(Content::Picture(self.plan.picture(*id), *at)),
            Route::Search(place) => Ok(Content::Asset(&self.search().files()[*place].1)),
            Route::File(place) => Ok(Content::File(&self.plan.files[*place].source)),
            Route::Page(page) => match guard::guarded(|| self.page(page, path, look)) {
                Ok(Ok(page)) => Ok(Content::Made(page)),
                Ok(Err(error)) => Err(Box::new(broken_page(path, &error.to_string()))),
                Err(panic) => Err(Box::new(broken_page(path, &panic))),
            },
            Route::Export(export) => match guard::guarded(|| self.export(*export)) {
                Ok(Written::Whole(bytes)) => Ok(Content::Made(bytes)),
                Ok(Written::Pieces(pieces)) => Ok(Content::Long(Pieces::new(path, pieces))),
                Err(panic) => Err(Box::new(broken_page(path, &panic))),
            },
        }
    }

    fn export(&self, export: Export) -> Written<'_> {
        export::write(export, &self.views, &self.styles())
    }

    fn page(&self, key: &PageKey, path: &str, look: Look<'_>) -> Result<Vec<u8>, RenderError> {
        let root = match key {
            // A server shows it at any address, however deep: its own links start from the top.
            PageKey::NotFound => top(&self.plan.settings.url).to_string(),
            _ => root(path),
        };
        let view = self.views.page_with(key, look);
        let own;
        let section = match self.views.beside_page(key) {
            Beside::Nothing => None,
            beside => match self.sections.get(&(beside, root.clone())) {
                Some(shared) => Some(shared),
                None => {
                    own = self.section_asked_for(beside, &root)?;
                    Some(&*own)
                }
            },
        };
        self.theme.page(self.shared, &view, section, &root)
    }
}

/// The path of a site's address: `/` when it is not known, `/plan/` for `https://vik.no/plan/`.
fn top(url: &str) -> &str {
    let host = url.find("://").map_or(url, |at| &url[at + 3..]);
    host.find('/').map_or("/", |slash| &host[slash..])
}

fn broken_page(path: &str, why: &str) -> Diagnostic {
    let message = say!(nb: "Siden {path} kunne ikke lages: {why}", en: "The page {path} could not be made: {why}");
    Diagnostic::of_plan(&BROKEN_PAGE, message).help(say!(
        nb: "Nettstedet som var publisert, står urørt. Se etter i temaets mal, eller meld fra til oss.",
        en: "The site that was published stands untouched. Look at the theme's template, or tell us."
    ))
}
