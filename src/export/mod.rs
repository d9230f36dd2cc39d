//! What machines read of a plan: open data, feeds, calendars, and the map of the site.
//!
//! 1. [`exports`] lists the files that a plan has something to put in, each with its path.
//! 2. [`write()`] makes the bytes of one, when they are asked for.
//!
//! `figures` reads an indicator's series once, as its page shows them; `csv`, `indicator` and
//! `jsonstat` write them, and `progress` says how it stands to its target. `plan` is the whole plan as JSON, `stratml` as StratML; `catalog` describes
//! it all on top of `rdf`, and `feed` tells what happens. `docs/open-data.md` is for those who read them.
//!
//! The types here are a promise to others who build on the data, apart from the theme's views: a
//! theme may change, an export's names may not.

mod calendar;
mod catalog;
mod csv;
mod feed;
mod figures;
mod indicator;
mod jsonstat;
mod plan;
mod progress;
mod rdf;
mod rounds;
mod sitemap;
mod stratml;
mod table;
mod xml;

pub use table::{Column, table_csv, table_xlsx};

use crate::html::relative;
use crate::model::{DataFile, Entry, EntryId, FigureFile, Indicator};
use crate::view::{RoundFile, Views};
use crate::vocabulary::Kind;

/// A file for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// `robots.txt`: who may look, and where the map is.
    Robots,
    /// `sitemap.xml`: every page, for search engines.
    Sitemap,
    /// What there is one of: the plan, the catalogue, a feed, a schema.
    Data(DataFile),
    /// The figures of an indicator in one of their forms.
    Figures(EntryId, FigureFile),
    /// What was said in a hearing, in one of its forms.
    Round(EntryId, RoundFile),
}

impl Export {
    /// Whether it tells where in the world something stands: without the site's address it says less.
    #[must_use]
    pub fn tells_address(self) -> bool {
        match self {
            Export::Robots | Export::Sitemap => true,
            Export::Data(file) => !matches!(file, DataFile::PlanSchema | DataFile::IndicatorSchema),
            Export::Figures(_, file) => file == FigureFile::Json,
            Export::Round(_, file) => file == RoundFile::Targets,
        }
    }
}

/// Every export of a site with its path from the root.
#[must_use]
pub fn exports(views: &Views<'_>) -> Vec<(String, Export)> {
    let mut exports = vec![("robots.txt".to_string(), Export::Robots)];
    // A map of the site must give whole addresses.
    if !views.base_url().is_empty() {
        exports.push(("sitemap.xml".to_string(), Export::Sitemap));
    }
    let files = views.data_files().into_iter();
    exports.extend(files.map(|file| (file.path(), Export::Data(file))));
    let indicators = views.plan().of_kind(Kind::Indicator);
    for (id, entry) in indicators {
        let has_figures = entry.indicator().is_some_and(|one| one.series.has_observations());
        let files = FigureFile::ALL.into_iter().filter(|file| has_figures || file.holds_words());
        exports.extend(files.map(|file| (file.path(&entry.name), Export::Figures(id, file))));
    }
    for heard in views.rounds() {
        let files = heard.files().into_iter();
        exports.extend(files.map(|file| (heard.file(file), Export::Round(heard.id, file))));
    }
    exports
}

/// What an export holds.
pub enum Written<'v> {
    /// All of it.
    Whole(Vec<u8>),
    /// What is as large as the plan itself, a piece at a time.
    Pieces(Box<dyn Iterator<Item = Vec<u8>> + 'v>),
}

/// The bytes of an export; `styles` are the theme's stylesheets as paths from the site's root.
#[must_use]
pub fn write<'v>(export: Export, views: &'v Views<'_>, styles: &[String]) -> Written<'v> {
    let text = match export {
        Export::Round(id, file) => {
            let heard = views.round(id);
            let bytes = heard.map(|heard| rounds::write(views, heard, file, styles));
            return Written::Whole(bytes.unwrap_or_default());
        }
        Export::Robots => sitemap::robots(views),
        Export::Sitemap => sitemap::sitemap(views),
        Export::Data(file) => return data(views, file),
        Export::Figures(id, file) => {
            let entry = views.plan().entry(id);
            entry.indicator().map(|one| figures(views, entry, one, file)).unwrap_or_default()
        }
    };
    Written::Whole(text.into_bytes())
}

fn data<'v>(views: &'v Views<'_>, file: DataFile) -> Written<'v> {
    let text = match file {
        DataFile::Plan => return Written::Pieces(Box::new(plan::pieces(views))),
        DataFile::StratMl => stratml::stratml(views),
        DataFile::Turtle => catalog::as_turtle(views),
        DataFile::JsonLd => catalog::as_json_ld(views),
        DataFile::Feed(feed) => feed::atom(views, feed),
        DataFile::Calendar => calendar::calendar(views),
        DataFile::PlanSchema => include_str!("../../docs/schemas/plan.schema.json").to_string(),
        DataFile::IndicatorSchema => {
            include_str!("../../docs/schemas/indicator.schema.json").to_string()
        }
    };
    Written::Whole(text.into_bytes())
}

fn figures(views: &Views<'_>, entry: &Entry, indicator: &Indicator, file: FigureFile) -> String {
    match file {
        FigureFile::Csv => csv::csv(views, entry, indicator),
        FigureFile::CsvMetadata => json_text(&csv::csvw(views, entry, indicator)),
        FigureFile::Json => json_text(&indicator::document(views, entry, indicator)),
        FigureFile::JsonStat => json_text(&jsonstat::cube(views, entry, indicator)),
    }
}

/// JSON as a file: indented, and with a line end.
fn json_text(value: &impl serde::Serialize) -> String {
    // Nothing here has keys that are no strings, the one thing that could fail.
    let text = serde_json::to_string_pretty(value).unwrap_or_default() + "\n";
    // Nothing of it ends a script, should somebody put it in a page. A stroke stands in strings alone here.
    if text.contains("</") { text.replace("</", "<\\/") } else { text }
}

/// The address of a place in the site: whole where the site's address is known, else relative to the
/// file that names it.
fn addressed(views: &Views<'_>, from: &str, path: &str) -> String {
    match views.base_url() {
        "" => relative(from, path),
        base if path == "index.html" => base.to_string(),
        base => format!("{base}{path}"),
    }
}

/// An address that leads to the web; any other is told to nobody, as on the pages.
fn web(url: &str) -> &str {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if is_web { url } else { "" }
}
