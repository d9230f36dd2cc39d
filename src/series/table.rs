//! A CSV file of figures: the first column is the time, every other column a series.
//!
//! 1. The first row names the columns. A row that begins with a year is no such row.
//! 2. The columns that the plan picks are found, or all are taken. Columns that it does not pick are
//!    not looked at: a wide file may hold words in them.
//! 3. Times are read, then each column's values. A cell that can't be read is told and left out.
//! 4. Observations are sorted by time; those without a time stand last, in the file's order.

use super::tell::Tell;
use super::time::{is_preliminary, parse_time};
use super::{Named, Observation, Reading, Series, SeriesSet, parse_observed};
use crate::diagnostic::Diagnostics;
use crate::text::{Cell, FileId, Row, Span, When, split};
use std::collections::HashMap;

/// A CSV file, and what the plan wants of it.
#[derive(Debug, Clone, Copy)]
pub struct CsvRequest<'a> {
    /// The file.
    pub file: FileId,
    /// Its text, decoded, without a byte-order mark.
    pub text: &'a str,
    /// The columns that are picked, in this order, with where the plan names them; none picks all.
    pub columns: &'a [(String, Span)],
    /// Where the plan asks for the file.
    pub used_at: Span,
}

/// Reads a CSV file as Excel saves it: semicolons, commas or tabs between the cells, decimal commas,
/// grouped thousands, `%`, quotes and any line ends.
///
/// What can't be read is told as `unreadable-data` where it stands, and the rest is kept. A span of an
/// observation covers its cell, quotes and all.
///
/// ```
/// use planverk::diagnostic::Diagnostics;
/// use planverk::series::{CsvRequest, read_csv};
/// use planverk::text::{FileId, Span};
///
/// let text = "År;Kommunen;Landet\n2024;79,8;\n2025;\"72,9 %\";14 500\n";
/// let used_at = Span::new(FileId(0), 0..0);
/// let request = CsvRequest { file: FileId(1), text, columns: &[], used_at };
/// let mut diagnostics = Diagnostics::default();
/// let figures = read_csv(&request, &mut diagnostics);
/// assert_eq!(figures.series[1].name, "Landet");
/// assert_eq!(figures.own().unwrap().latest().unwrap().1.to_string(), "72.9");
/// assert!(diagnostics.all().is_empty());
/// ```
pub fn read_csv(request: &CsvRequest, diagnostics: &mut Diagnostics) -> SeriesSet {
    let sheet = split(request.text);
    let mut tell = Tell { request, diagnostics };
    if let Some(start) = sheet.unclosed {
        tell.unclosed_quote(start);
    }
    if sheet.rows.is_empty() && sheet.unclosed.is_some() {
        return SeriesSet::default();
    }
    read_rows(request, sheet.rows, None, diagnostics)
}

/// Reads the rows of a table, the header first. The first column is the time, unless another is named.
pub(super) fn read_rows(
    request: &CsvRequest,
    mut rows: Vec<Row>,
    time: Option<&Named>,
    diagnostics: &mut Diagnostics,
) -> SeriesSet {
    let mut tell = Tell { request, diagnostics };
    if let Some((name, span)) = time {
        let header = rows.first().map_or(&[][..], |header| &header.cells);
        let Some(place) = header.iter().position(|cell| is_same(&cell.text, name)) else {
            let names = header.iter().map(|cell| cell.text.as_str());
            tell.unknown_column(name, *span, names);
            return SeriesSet::default();
        };
        // Moved first, as most tables have it.
        for row in rows.iter_mut() {
            let end = row.end;
            row.cells.resize_with(row.cells.len().max(place + 1), || Cell {
                text: String::new(),
                range: end..end,
            });
            row.cells[..=place].rotate_right(1);
        }
    }
    let Some((header, rows)) = rows.split_first() else {
        tell.empty_file();
        return SeriesSet::default();
    };
    if parse_time(&header.cells[0].text).is_some() {
        tell.no_header(&header.cells[0]);
        return SeriesSet::default();
    }
    if rows.is_empty() {
        tell.no_rows(header);
    }
    let columns = columns(&mut tell, header, rows);
    extra_cells(&mut tell, header, rows);
    let times = times(&mut tell, rows);
    let series = columns.iter().map(|column| series(&mut tell, column, rows, &times)).collect();
    SeriesSet { series, ..SeriesSet::default() }
}

/// A column that becomes a series.
#[derive(Debug)]
struct Column {
    place: usize,
    name: String,
}

/// Finds the columns that the plan wants.
fn columns(tell: &mut Tell, header: &Row, rows: &[Row]) -> Vec<Column> {
    let named: Vec<Column> = header.cells.iter().enumerate().skip(1).map(column).collect();
    if tell.request.columns.is_empty() {
        all_columns(tell, header, rows, named)
    } else {
        picked_columns(tell, header, named)
    }
}

/// A column by its header; line ends and runs of spaces in it count as one space.
fn column((place, header): (usize, &Cell)) -> Column {
    Column { place, name: header.text.split_whitespace().collect::<Vec<_>>().join(" ") }
}

fn all_columns(tell: &mut Tell, header: &Row, rows: &[Row], named: Vec<Column>) -> Vec<Column> {
    let mut taken: Vec<Column> = Vec::new();
    for column in named {
        let first = taken.iter().find(|other| is_same(&other.name, &column.name));
        if column.name.is_empty() {
            let mut cells = rows.iter().filter_map(|row| row.cells.get(column.place));
            if let Some(cell) = cells.find(|cell| !cell.text.is_empty()) {
                tell.nameless_column(cell);
            }
        } else if let Some(first) = first {
            tell.doubled_column(&header.cells[column.place], &header.cells[first.place]);
        } else {
            taken.push(column);
        }
    }
    if taken.is_empty() {
        tell.no_columns(header);
    }
    taken
}

fn picked_columns(tell: &mut Tell, header: &Row, named: Vec<Column>) -> Vec<Column> {
    let mut taken: Vec<Column> = Vec::new();
    let picks = tell.request.columns;
    for (nth, (pick, span)) in picks.iter().enumerate() {
        if let Some((_, first)) = picks[..nth].iter().find(|(other, _)| is_same(other, pick)) {
            tell.picked_twice(pick, *span, *first);
            continue;
        }
        let mut found = named.iter().filter(|column| is_same(&column.name, pick));
        let Some(column) = found.next() else {
            tell.unknown_column(pick, *span, named.iter().map(|column| column.name.as_str()));
            continue;
        };
        if let Some(second) = found.next() {
            tell.doubled_column(&header.cells[second.place], &header.cells[column.place]);
        }
        taken.push(Column { place: column.place, name: column.name.clone() });
    }
    taken
}

/// Names are the same whatever their case, as when a comparator is looked up by name.
fn is_same(name: &str, other: &str) -> bool {
    name.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Tells rows that go on after the last column of the header.
fn extra_cells(tell: &mut Tell, header: &Row, rows: &[Row]) {
    for row in rows {
        let mut extra = row.cells.iter().skip(header.cells.len());
        if let Some(cell) = extra.find(|cell| !cell.text.is_empty()) {
            tell.extra_cell(cell, header);
        }
    }
}

/// What the first column says of a row.
#[derive(Debug, Clone, Copy)]
enum Time {
    Told(When),
    Untold,
    /// It can't be used, which has been told.
    Wrong,
}

/// Reads the first column.
fn times(tell: &mut Tell, rows: &[Row]) -> Vec<Time> {
    let mut seen: HashMap<When, &Cell> = HashMap::new();
    let mut wrong = Vec::new();
    let mut times = Vec::new();
    for row in rows {
        let cell = &row.cells[0];
        times.push(if cell.text.is_empty() {
            Time::Untold
        } else if let Some(time) = parse_time(&cell.text) {
            match seen.insert(time, cell) {
                None => Time::Told(time),
                Some(first) => {
                    tell.doubled_time(cell, first);
                    seen.insert(time, first);
                    Time::Wrong
                }
            }
        } else {
            wrong.push(cell);
            Time::Wrong
        });
    }
    tell.wrong_times(&wrong, wrong.len() == rows.len());
    times
}

/// Reads one column.
fn series(tell: &mut Tell, column: &Column, rows: &[Row], times: &[Time]) -> Series {
    let mut observations = Vec::new();
    let mut wrong = Vec::new();
    let mut has_figures = false;
    for (row, time) in rows.iter().zip(times) {
        let cell = row.cells.get(column.place);
        let read = cell.map_or(Some((Reading::Missing, false)), |cell| parse_observed(&cell.text));
        let Some((value, has_star)) = read else {
            wrong.extend(cell);
            continue;
        };
        has_figures |= value != Reading::Missing;
        let time = match time {
            Time::Told(time) => Some(*time),
            Time::Untold => None,
            Time::Wrong => continue,
        };
        // Neither a time nor a value: the row is there for another column's sake.
        if time.is_some() || value != Reading::Missing {
            let is_number = matches!(value, Reading::Number(_));
            let range = cell.map_or(row.end..row.end, |cell| cell.range.clone());
            observations.push(Observation {
                time,
                value,
                preliminary: has_star || (is_number && is_preliminary(&row.cells[0].text)),
                span: Span::new(tell.request.file, range),
            });
        }
    }
    tell.wrong_values(&column.name, &wrong, !has_figures);
    Series::new(column.name.clone(), observations)
}

#[cfg(test)]
mod tests;
