//! Where the files for machines lie: known here, so that pages may point to what is written later.
//!
//! The names are the same in every language: they are a promise to programs.

/// The folder of all open data, from the site's root.
pub const OPEN_DATA: &str = "open-data/";

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
