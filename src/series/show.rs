//! What is in a file of figures, for whoever wants to use it: dimensions or columns, times, remarks, and the
//! `data = { … }` to paste into the plan.

use super::jsonstat;
use super::sheet::table;
use super::time::parse_time;
use crate::diagnostic::Diagnostics;
use crate::text::{FileId, Row, SourceFile, Span, When, split};

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
    /// Lines to paste.
    pub lines: Vec<String>,
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
            let columns: Vec<String> =
                part.codes.iter().skip(1).map(|(name, _)| quoted(name)).collect();
            let of =
                if sheets.len() > 1 { format!(", ark = {}", quoted(sheet)) } else { String::new() };
            shown.lines.push(format!(
                "data = {{ fil = {}{of}, kolonner = [{}] }}",
                quoted(name),
                columns.join(", ")
            ));
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
pub(super) fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", escaped.split_whitespace().collect::<Vec<_>>().join(" "))
}
