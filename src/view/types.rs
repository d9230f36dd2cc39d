//! The types that templates see: finished, serialisable and shallow.
//!
//! Strings are plain text unless the field's comment says *HTML*; HTML fields are marked safe by the
//! theme room and nothing else is. Paths are relative to the site's root, without a leading slash
//! (`innledning/bti.html`, perhaps with a `#fragment`); templates write `{{ root }}{{ path }}`.

use super::{AlternateView, ChartView, FigureView, MatrixView, ProgressView, WheelView};
use serde::Serialize;

/// What every page's template gets, beside the page itself as `page`. Named `site` in templates.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SiteView {
    /// The plan's title.
    pub title: String,
    /// The municipality's name.
    pub municipality: String,
    /// BCP 47 language tag of the plan: `nb`, `nn`, `se`, `sv` or `en`.
    pub lang: String,
    /// The period as shown, "2026–2029"; empty when the plan has none, or says it in its title.
    pub period: String,
    /// One sentence on where the plan stands: draft, hearing until …, adopted by … on ….
    pub stage: String,
    /// `draft`, `hearing`, `adopted`, `expired` or empty.
    pub stage_name: String,
    /// The page of the hearing that is open, or empty.
    pub hearing_path: String,
    /// Whether the plan is an invented example and must say so on every page.
    pub example: bool,
    /// The main menu, a handful of links.
    pub menu: Vec<LinkView>,
    /// Links of the footer: overviews, glossary, register, about.
    pub footer: Vec<LinkView>,
    /// Who to ask: name, e-mail, phone, address, web page; empty strings where not told.
    pub contact: ContactView,
    /// Stylesheets, in order, as paths.
    pub styles: Vec<String>,
    /// The site's address with a trailing slash, or empty when not known.
    pub base_url: String,
    /// The front page.
    pub front_path: String,
    /// The whole plan on one page (or the contents page of its parts).
    pub whole_path: String,
    /// The page that searches: an `index.html`, shown in addresses as its folder.
    pub search_path: String,
    /// The register of words, where a search box leads without a script.
    pub register_path: String,
    /// What wrote the page: `planverk 0.1.0`.
    pub generator: String,
}

/// Who answers for the plan.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ContactView {
    /// A person's title or an office.
    pub name: String,
    /// An e-mail address.
    pub email: String,
    /// A phone number as shown.
    pub phone: String,
    /// A postal or visiting address.
    pub address: String,
    /// A web page.
    pub url: String,
}

/// A link to a page or a place in one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// What is shown.
    pub title: String,
    /// Where it goes: path from the site's root, or a whole address when `external`.
    pub path: String,
    /// "4.2", or empty.
    pub number: String,
    /// The entry's kind in English (`goal`), or empty.
    pub kind: String,
    /// Whether it leaves the site.
    pub external: bool,
}

/// A page. Named `page` in templates.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PageView {
    /// Path from the site's root.
    pub path: String,
    /// The template that renders it, without `.html`.
    pub template: String,
    /// The entry's kind in English, or `front`, `overview`, `matrix`, `glossary`, `register`, `whole`, `not-found`, `about`.
    pub kind: String,
    /// The kind as the municipality names it ("Satsingsområde"), or empty where it says nothing to a reader (pages, chapters).
    pub kind_name: String,
    /// The id in the plan, or empty on pages that no entry stands behind.
    pub id: String,
    /// The title.
    pub title: String,
    /// "4.2", or empty.
    pub number: String,
    /// One or two sentences for search engines and shared links.
    pub description: String,
    /// Address for search engines, or empty without a base address.
    pub canonical: String,
    /// The same thing in other forms: feeds, figures as files.
    pub alternates: Vec<AlternateView>,
    /// What the page is about, for search engines: JSON-LD of schema.org, with nothing in it that could
    /// end the element that it stands in. HTML (the content of a `script` of `application/ld+json`).
    pub json_ld: String,
    /// From the front page down to, not including, this page.
    pub breadcrumb: Vec<LinkView>,
    /// Headings of this page, two levels at most; empty when there are fewer than three.
    pub contents: Vec<ContentsView>,
    /// Short facts below the heading: who, when, unit, source.
    pub facts: Vec<FactView>,
    /// A status, assessment or stage worth a badge beside the heading.
    pub badge: Option<BadgeView>,
    /// The statement that the page is about: a goal's text, a value's promise. HTML.
    pub statement: String,
    /// The body. HTML.
    pub body: String,
    /// What stands below the body, in order.
    pub panels: Vec<PanelView>,
    /// What links here, grouped by kind.
    pub backlinks: Vec<LinkGroupView>,
    /// Previous page in reading order.
    pub previous: Option<LinkView>,
    /// Next page in reading order.
    pub next: Option<LinkView>,
    /// Whether search engines should leave it out (404).
    pub hidden: bool,
}

/// A heading of the page.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsView {
    /// The heading's text.
    pub title: String,
    /// The fragment, without `#`.
    pub anchor: String,
    /// "4.2.1", or empty.
    pub number: String,
    /// Headings below it.
    pub children: Vec<ContentsView>,
}

/// A labelled fact: a row of a description list.
#[derive(Debug, Clone, Serialize)]
pub struct FactView {
    /// "Ansvarlig".
    pub label: String,
    /// Values, each text or a link (with an empty path it is plain text).
    pub values: Vec<LinkView>,
}

/// A word with a shape: status of a measure, assessment of a finding, stage of a hearing.
#[derive(Debug, Clone, Serialize)]
pub struct BadgeView {
    /// The English name, for the class: `done`, `watch`.
    pub name: String,
    /// The word shown: "Gjennomført".
    pub word: String,
}

/// Links under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct LinkGroupView {
    /// "Tiltak".
    pub title: String,
    /// The links.
    pub links: Vec<LinkView>,
}

/// A part of a page below its body. `shape` says which of the lists is filled.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PanelView {
    /// `cards`, `table`, `links`, `groups`, `letters`, `timeline`, `steps`, `findings`, `points`, `terms`, `matrix`, `chart`, `wheel`, `progress`, `downloads`, `html`, `note`
    /// or `heading`.
    pub shape: String,
    /// The fragment, without `#`; unique in the page.
    pub anchor: String,
    /// Heading; empty for none.
    pub title: String,
    /// "4.2.1" before the heading, or empty.
    pub number: String,
    /// 2 or 3: the heading's level.
    pub level: u8,
    /// A sentence under the heading, or instead of an empty list. Plain text.
    pub note: String,
    /// For `cards`.
    pub cards: Vec<CardView>,
    /// For `table`.
    pub table: Option<TableView>,
    /// For `links` and `downloads`.
    pub links: Vec<LinkView>,
    /// For `groups` and `letters` (title is the letter).
    pub groups: Vec<LinkGroupView>,
    /// For `timeline`: newest first.
    pub timeline: Vec<EventView>,
    /// For `steps`: a journey's.
    pub steps: Vec<StepView>,
    /// For `findings`.
    pub findings: Vec<FindingView>,
    /// For `points`: characteristics, meanings, findings of a narrative.
    pub points: Vec<PointView>,
    /// For `matrix`.
    pub matrix: Option<MatrixView>,
    /// For `wheel`.
    pub wheel: Option<WheelView>,
    /// For `chart`.
    pub chart: Option<ChartView>,
    /// For `progress`.
    pub progress: Option<ProgressView>,
    /// For `html`. HTML.
    pub html: String,
    /// For `terms`, a description list.
    pub terms: Vec<TermView>,
    /// Below the list: where all of it is, when only some is shown.
    pub more: Option<LinkView>,
}

/// An entry, as it is shown in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CardView {
    /// The fragment that the card stands at when the entry has no page of its own; else empty.
    pub anchor: String,
    /// Where the title leads; empty when the card is all there is.
    pub path: String,
    /// The kind in English.
    pub kind: String,
    /// The kind as shown, or empty where the list says it already.
    pub kind_name: String,
    /// The title.
    pub title: String,
    /// "4.2", or empty.
    pub number: String,
    /// One or a few sentences. HTML (inline).
    pub text: String,
    /// Status or assessment.
    pub badge: Option<BadgeView>,
    /// The latest figure.
    pub figure: Option<FigureView>,
    /// The chart of an indicator, where the card has room for it; the figure has no small picture then.
    pub chart: Option<ChartView>,
    /// How an indicator stands to its target; none without one.
    pub progress: Option<ProgressView>,
    /// Short facts, shown on one line ("2026–2027", "Rektorene").
    pub meta: Vec<LinkView>,
    /// Links to what hangs on the card (sub-goals, indicators of a goal).
    pub links: Vec<LinkView>,
}

/// A table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TableView {
    /// What the table shows.
    pub caption: String,
    /// Column headings; the first heads the row headings.
    pub columns: Vec<CellView>,
    /// Rows; the first cell of each is its heading.
    pub rows: Vec<Vec<CellView>>,
    /// Whether all but the first column are figures: the cells need not say it each.
    pub numeric: bool,
    /// What marks in the table mean, one sentence each.
    pub notes: Vec<String>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CellView {
    /// Text when there are no links and no HTML.
    pub text: String,
    /// Links, one a line.
    pub links: Vec<LinkView>,
    /// HTML (inline), instead of the others.
    pub html: String,
    /// Whether it is a figure, set right.
    pub numeric: bool,
    /// Status or assessment.
    pub badge: Option<BadgeView>,
}

/// An entry of a log: a measure's status, an event of the annual wheel.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// "18. juni 2026", or a word for unknown.
    pub when: String,
    /// The state then.
    pub badge: Option<BadgeView>,
    /// HTML (blocks).
    pub text: String,
}

/// A step of a journey.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// The step's title.
    pub title: String,
    /// HTML (blocks).
    pub text: String,
    /// The services met.
    pub services: Vec<LinkView>,
}

/// What an indicator tells.
#[derive(Debug, Clone, Serialize)]
pub struct FindingView {
    /// The day or year, or empty.
    pub when: String,
    /// Encouraging or worth watching.
    pub badge: Option<BadgeView>,
    /// HTML (blocks).
    pub text: String,
    /// "Over landet", or empty.
    pub compared: String,
}

/// A characteristic, a meaning or a finding of a narrative.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PointView {
    /// HTML (inline).
    pub text: String,
    /// Where it stands.
    pub path: String,
    /// The fragment when it stands here, else empty.
    pub anchor: String,
    /// For whom.
    pub audience: Vec<LinkView>,
    /// Where it came from.
    pub from: Vec<LinkView>,
    /// The entry that it stands in; none when it stands here.
    pub home: Option<LinkView>,
}

/// A term or abbreviation with its explanation.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    /// The fragment.
    pub anchor: String,
    /// The term.
    pub title: String,
    /// The abbreviation, or empty.
    pub abbr: String,
    /// HTML (blocks).
    pub text: String,
    /// Where it is explained in the plan, or used.
    pub links: Vec<LinkView>,
}

/// The plan's contents as a tree, open at a section: made once a section, shared by its pages. Beside pages that
/// stand in no section it has the chapters alone.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SectionView {
    /// The chapter that the section is.
    pub chapter: LinkView,
    /// Its pages, in reading order; each may have pages below it.
    pub pages: Vec<SectionItemView>,
    /// The plan's chapters, when they are few enough to be shown beside (20) and the section is among them or
    /// in one of them; else empty.
    pub chapters: Vec<LinkView>,
    /// The path of the chapter, of these, that the section is or stands in; empty for none.
    pub top: String,
}

/// A page in the section's navigation.
#[derive(Debug, Clone, Serialize)]
pub struct SectionItemView {
    /// The page.
    pub link: LinkView,
    /// Pages below it.
    pub children: Vec<LinkView>,
}
