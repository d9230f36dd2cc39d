//! The table in a sheet of a workbook, among all that people write around it.
//!
//! 1. The sheet that is named, or the only one that holds something.
//! 2. The header is the last row before the first that begins with a time; what stands above it is a title.
//!    Columns that are called the same get the heading above them too: "Jenter, Landet".
//! 3. Below the header, a row of words without figures is a remark, not a mistake.

use super::table::read_rows;
use super::tell::listed;
use super::time::parse_time;
use super::{CsvRequest, SeriesSet, Wants};
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::text::{Book, BookSheet, Cell, Row, nearest};
use crate::vocabulary::is_same;

/// Reads what the plan wants of a workbook.
pub(super) fn read_book(
    request: &CsvRequest,
    book: &Book,
    wants: &Wants,
    diagnostics: &mut Diagnostics,
) -> SeriesSet {
    let Some(sheet) = find_sheet(request, book, wants, diagnostics) else {
        return SeriesSet::default();
    };
    let time = wants.time.as_ref();
    read_rows(request, table(sheet, time.map(|(name, _)| name.as_str())), time, diagnostics)
}

fn find_sheet<'b>(
    request: &CsvRequest,
    book: &'b Book,
    wants: &Wants,
    diagnostics: &mut Diagnostics,
) -> Option<&'b BookSheet> {
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let list = listed(&names);
    if let Some((name, span)) = &wants.sheet {
        let found = book.sheets.iter().find(|sheet| is_same(sheet.name.trim(), name.trim()));
        if found.is_none() {
            let message = say!(nb: "Arbeidsboken har ikke noe ark som heter «{name}»", en: "The workbook has no sheet called “{name}”");
            let told = Diagnostic::at(&UNREADABLE_DATA, *span, message);
            diagnostics.push(told.help(match nearest(name, names) {
                Some(near) => say!(nb: "Mente du «{near}»? Arkene er {list}", en: "Did you mean “{near}”? The sheets are {list}"),
                None => say!(nb: "Arkene er {list}", en: "The sheets are {list}"),
            }));
        }
        return found;
    }
    let mut filled = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    match (filled.next(), filled.next()) {
        (Some(only), None) => Some(only),
        (first, _) => {
            let message = match first {
                Some(_) => {
                    say!(nb: "Arbeidsboken har flere ark, og planen sier ikke hvilket", en: "The workbook has several sheets, and the plan does not say which")
                }
                None => say!(nb: "Arbeidsboken er tom", en: "The workbook is empty"),
            };
            let name = first.map_or("", |sheet| &sheet.name);
            let told = Diagnostic::at(&UNREADABLE_DATA, request.used_at, message);
            diagnostics.push(told.help(say!(
                nb: "Skriv for eksempel ark = \"{name}\". Arkene er {list}",
                en: "Write for instance sheet = \"{name}\". The sheets are {list}"
            )));
            None
        }
    }
}

/// The rows of a sheet's table, the header first.
pub(super) fn table(sheet: &BookSheet, time: Option<&str>) -> Vec<Row> {
    let mut rows = sheet.rows.clone();
    // A table may stand away from the edge.
    let edge =
        rows.iter().filter_map(|row| row.cells.iter().position(|cell| !cell.text.is_empty())).min();
    rows.iter_mut().for_each(|row| drop(row.cells.drain(..edge.unwrap_or(0).min(row.cells.len()))));
    let named = time.and_then(|name| {
        rows.iter().position(|row| row.cells.iter().any(|cell| is_same(&cell.text, name)))
    });
    let header = named.unwrap_or_else(|| {
        let first = rows.iter().position(is_time);
        first.map_or(0, |first| first.saturating_sub(1))
    });
    let mut table = rows.split_off(header.min(rows.len()));
    if let (Some(header), Some(above)) = (table.first_mut(), rows.last()) {
        tell_apart(header, above);
    }
    let mut at = 0;
    table.retain(|row| {
        at += 1;
        at == 1 || !is_remark(row)
    });
    table
}

fn is_time(row: &Row) -> bool {
    row.cells.first().is_some_and(|cell| parse_time(&cell.text).is_some())
}

/// Words and nothing else: a source, a footnote.
fn is_remark(row: &Row) -> bool {
    let mut others = row.cells.iter().skip(1);
    !is_time(row)
        && others.all(|cell| {
            cell.text.is_empty() || row.cells.first().is_some_and(|first| first.text == cell.text)
        })
}

/// Gives columns without a name the heading above, and those with the same name both.
fn tell_apart(header: &mut Row, above: &Row) {
    let names: Vec<String> = header.cells.iter().map(|cell| cell.text.to_lowercase()).collect();
    let over = |place: usize| {
        above.cells.get(place).map(|cell| cell.text.clone()).filter(|text| !text.is_empty())
    };
    for (place, cell) in header.cells.iter_mut().enumerate().skip(1) {
        let is_doubled = names.iter().filter(|name| **name == names[place]).count() > 1;
        match over(place) {
            Some(heading) if cell.text.is_empty() => cell.text = heading,
            Some(heading) if is_doubled => cell.text = format!("{heading}, {}", cell.text),
            _ => {}
        }
    }
    // A heading that was merged down over the header's last columns has its words above only.
    for place in header.cells.len()..above.cells.len() {
        let text = over(place).unwrap_or_default();
        header.cells.push(Cell { text, range: header.end..header.end });
    }
}
