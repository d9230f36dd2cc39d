//! Where the files for machines lie: known here, so that pages may point to what is written later.
//!
//! The names are the same in every language: they are a promise to programs.

/// The folder of all open data, from the site's root.
pub const OPEN_DATA: &str = "open-data/";

/// A file for machines that a site has one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DataFile {
    /// The whole plan as JSON.
    Plan,
    /// The plan's goals and figures as StratML, ISO 17469.
    StratMl,
    /// The catalogue of all this, as Turtle.
    Turtle,
    /// The same catalogue as JSON-LD.
    JsonLd,
    /// What is new, as Atom.
    Feed(Feed),
    /// The annual wheel and the hearings as iCalendar.
    Calendar,
    /// What the JSON of the plan means.
    PlanSchema,
    /// What the JSON of an indicator means.
    IndicatorSchema,
}

/// A stream of what happens. Norwegian: *nyhetsstrøm*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Feed {
    /// Articles.
    News,
    /// Measures' statuses, and status reports.
    Status,
    /// Hearings that open and close.
    Hearings,
}

impl DataFile {
    /// All of them, in the order in which readers are told of them.
    pub const ALL: [DataFile; 10] = [
        DataFile::Plan,
        DataFile::StratMl,
        DataFile::Turtle,
        DataFile::JsonLd,
        DataFile::Feed(Feed::News),
        DataFile::Feed(Feed::Status),
        DataFile::Feed(Feed::Hearings),
        DataFile::Calendar,
        DataFile::PlanSchema,
        DataFile::IndicatorSchema,
    ];

    /// Its path from the site's root.
    #[must_use]
    pub fn path(self) -> String {
        let name = match self {
            DataFile::Plan => "plan.json",
            DataFile::StratMl => "plan.stratml.xml",
            DataFile::Turtle => "catalog.ttl",
            DataFile::JsonLd => "catalog.jsonld",
            DataFile::Feed(Feed::News) => "news.atom",
            DataFile::Feed(Feed::Status) => "status.atom",
            DataFile::Feed(Feed::Hearings) => "hearings.atom",
            DataFile::Calendar => "calendar.ics",
            DataFile::PlanSchema => "plan.schema.json",
            DataFile::IndicatorSchema => "indicator.schema.json",
        };
        format!("{OPEN_DATA}{name}")
    }

    /// Its key among the interface's words; with `_text` after it, what it is for.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            DataFile::Plan => "data_plan",
            DataFile::StratMl => "data_stratml",
            DataFile::Turtle => "data_turtle",
            DataFile::JsonLd => "data_jsonld",
            DataFile::Feed(Feed::News) => "data_feed_news",
            DataFile::Feed(Feed::Status) => "data_feed_status",
            DataFile::Feed(Feed::Hearings) => "data_feed_hearings",
            DataFile::Calendar => "data_calendar",
            DataFile::PlanSchema => "data_plan_schema",
            DataFile::IndicatorSchema => "data_indicator_schema",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            DataFile::Plan => "application/json",
            DataFile::StratMl => "application/xml",
            DataFile::Turtle => "text/turtle",
            DataFile::JsonLd => "application/ld+json",
            DataFile::Feed(_) => "application/atom+xml",
            DataFile::Calendar => "text/calendar",
            DataFile::PlanSchema | DataFile::IndicatorSchema => "application/schema+json",
        }
    }
}

/// A form in which an indicator's figures can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureFile {
    /// Figures for a spreadsheet.
    Csv,
    /// What the columns of the CSV file mean, as CSVW.
    CsvMetadata,
    /// Everything about the indicator.
    Json,
    /// Figures for statistical programs.
    JsonStat,
}

impl FigureFile {
    /// All of them.
    pub const ALL: [FigureFile; 4] =
        [FigureFile::Csv, FigureFile::CsvMetadata, FigureFile::Json, FigureFile::JsonStat];

    /// The forms that a reader chooses between; the others go with one of them.
    pub const FOR_READERS: [FigureFile; 3] =
        [FigureFile::Csv, FigureFile::Json, FigureFile::JsonStat];

    /// Its name among those who use such files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FigureFile::Csv => "CSV",
            FigureFile::CsvMetadata => "CSVW",
            FigureFile::Json => "JSON",
            FigureFile::JsonStat => "JSON-stat",
        }
    }

    /// Its path from the site's root, for an indicator's id.
    #[must_use]
    pub fn path(self, indicator: &str) -> String {
        format!("{OPEN_DATA}indicators/{}", self.file(indicator))
    }

    /// Its name in its folder.
    #[must_use]
    pub fn file(self, indicator: &str) -> String {
        let ending = match self {
            FigureFile::Csv => "csv",
            FigureFile::CsvMetadata => "csv-metadata.json",
            FigureFile::Json => "json",
            FigureFile::JsonStat => "jsonstat.json",
        };
        format!("{indicator}.{ending}")
    }

    /// Whether an indicator without figures has it too.
    #[must_use]
    pub fn holds_words(self) -> bool {
        self == FigureFile::Json
    }

    /// Its key among the interface's words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            FigureFile::Csv => "data_csv",
            FigureFile::CsvMetadata => "data_csvw",
            FigureFile::Json => "data_json",
            FigureFile::JsonStat => "data_jsonstat",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            FigureFile::Csv => "text/csv",
            FigureFile::CsvMetadata => "application/csvm+json",
            FigureFile::Json | FigureFile::JsonStat => "application/json",
        }
    }
}
