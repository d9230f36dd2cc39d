//! What is in a file of figures, for whoever wants to use it: dimensions or columns, times, remarks, and the
//! `data = { … }` to paste into the plan.

use super::jsonstat;
use super::sheet::table;
use super::time::parse_time;
use crate::diagnostic::Diagnostics;
use crate::text::{FileId, Row, SourceFile, Span, When, split};
use std::fmt::Write;

/// What is in a file.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// What the table is called, where it says so.
    pub title: String,
    /// Who publishes it, and when it was updated.
    pub source: String,
    /// Its dimensions, or its sheets.
    pub parts: Vec<ShownPart>,
    /// What its source says of the figures; those that follow them to the page first.
    pub notes: Vec<String>,
    /// What to paste, a line for each table.
    pub lines: Vec<ShownLine>,
}

/// A choice of figures, as the plan's `data = { … }` says it. What is empty is left out.
#[derive(Debug, Clone, Default)]
pub struct ShownLine {
    /// The file's name.
    pub file: String,
    /// The sheet, where there are several.
    pub sheet: String,
    /// Columns, without the time.
    pub columns: Vec<String>,
    /// Dimensions, and the code of each.
    pub select: Vec<(String, String)>,
    /// The dimension that is the time, where the file does not say so.
    pub time: String,
}

impl ShownLine {
    /// The line as TOML, with the fields' English names or the Norwegian ones.
    #[must_use]
    pub fn text(&self, en: bool) -> String {
        let word = |nb: &'static str, english: &'static str| if en { english } else { nb };
        let mut fields = vec![format!("{} = {}", word("fil", "file"), quoted(&self.file))];
        let mut add = |name: &str, value: String| fields.push(format!("{name} = {value}"));
        if !self.sheet.is_empty() {
            add(word("ark", "sheet"), quoted(&self.sheet));
        }
        if !self.columns.is_empty() {
            let columns: Vec<String> = self.columns.iter().map(|name| quoted(name)).collect();
            add(word("kolonner", "columns"), format!("[{}]", columns.join(", ")));
        }
        if !self.select.is_empty() {
            let choice = |(id, code): &(String, String)| format!("{} = {}", key(id), quoted(code));
            let choices: Vec<String> = self.select.iter().map(choice).collect();
            add(word("velg", "select"), format!("{{ {} }}", choices.join(", ")));
        }
        if !self.time.is_empty() {
            add(word("tid", "time"), quoted(&self.time));
        }
        format!("data = {{ {} }}", fields.join(", "))
    }
}

/// A dimension with its codes, or a sheet with its columns.
#[derive(Debug, Clone, Default)]
pub struct ShownPart {
    /// What it is called: `Region`, a sheet's name, nothing for CSV.
    pub name: String,
    /// What its source calls it, where that is something else.
    pub label: String,
    /// Whether it is the time.
    pub is_time: bool,
    /// Whether it is a sheet, whose columns are listed.
    pub is_sheet: bool,
    /// Codes with their labels; columns have no labels.
    pub codes: Vec<(String, String)>,
    /// The first and the last time of a sheet.
    pub times: Option<(When, When)>,
}

/// Looks at a file. What can't be read is told as `unreadable-data`, with nothing shown.
pub fn show(source: &SourceFile, diagnostics: &mut Diagnostics) -> Shown {
    let name = source.path.rsplit(['/', '\\']).next().unwrap_or(&source.path);
    if source.path.to_ascii_lowercase().ends_with(".json") {
        return jsonstat::show(name, &source.text, diagnostics);
    }
    let sheets: Vec<(String, Vec<Row>)> = match &source.book {
        Some(book) => {
            let filled = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
            filled.map(|sheet| (sheet.name.clone(), table(sheet, None))).collect()
        }
        None => vec![(String::new(), split(&source.text).rows)],
    };
    let mut shown = Shown::default();
    for (sheet, rows) in &sheets {
        let Some(header) = rows.first() else { continue };
        let names =
            header.cells.iter().map(|cell| cell.text.clone()).filter(|name| !name.is_empty());
        let times = rows.iter().skip(1).filter_map(|row| parse_time(&row.cells.first()?.text));
        let part = ShownPart {
            name: sheet.clone(),
            is_sheet: true,
            codes: names.map(|name| (name, String::new())).collect(),
            times: times.clone().min().zip(times.max()),
            ..ShownPart::default()
        };
        if part.times.is_some() && part.codes.len() > 1 {
            shown.lines.push(ShownLine {
                file: name.to_string(),
                sheet: if sheets.len() > 1 { sheet.clone() } else { String::new() },
                columns: part.codes.iter().skip(1).map(|(name, _)| name.clone()).collect(),
                ..ShownLine::default()
            });
        }
        shown.parts.push(part);
    }
    if shown.parts.is_empty() {
        let used_at = Span::new(FileId(0), 0..0);
        let request = super::CsvRequest { file: FileId(0), text: "", columns: &[], used_at };
        super::read_csv(&request, diagnostics);
    }
    shown
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match letter {
            '\\' | '"' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// A key as TOML writes it: bare where it may.
fn key(id: &str) -> String {
    let is_bare =
        id.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'));
    if is_bare && !id.is_empty() { id.to_string() } else { quoted(id) }
}
