//! A spreadsheet (XLSX) becomes text with the place of each cell.
//!
//! 1. The archive is unpacked into nothing first, counting: a few kilobytes may claim to be a terabyte.
//! 2. calamine reads the cells one by one. Formulas give the values that were saved with them.
//! 3. A number keeps the 15 digits that spreadsheets work with. One that is shown as a percentage is written
//!    as one, and a date with the precision that it is shown with.
//! 4. The cells of a merged heading all say what it says.

use crate::diagnostic::Say;
use crate::say;
use crate::text::{Book, BookSheet, Cell, Row};
use calamine::{DataRef, ExcelDateTime, Reader, Style, Xlsx};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The bytes that an archive may unpack to, and that the text of its cells may take.
const MOST_BYTES: u64 = 64 << 20;
/// The cells that its sheets may span together, empty ones too.
const MOST_CELLS: usize = 2_000_000;
/// The cells that one merged heading may cover.
const MOST_MERGED: usize = 1000;

type Bytes = Cursor<Vec<u8>>;
type Cells = BTreeMap<(u32, u32), String>;

/// Opens a workbook.
///
/// # Errors
///
/// Why it can't be opened: it is none, it is locked, it is damaged, or it is larger than any that people fill in.
pub(super) fn open(bytes: Vec<u8>) -> Result<(String, Book), Say> {
    measure(&bytes)?;
    // calamine reckons without an end where a cell calls itself AAAAAAAA1. Sound: what it was making is gone with it.
    let opened = catch_unwind(AssertUnwindSafe(|| sheets(bytes)));
    opened.unwrap_or_else(|_| Err(say!(nb: "den er skadet", en: "it is damaged")))
}

/// The text of its sheets, and where each cell stands in it.
fn sheets(bytes: Vec<u8>) -> Result<(String, Book), Say> {
    let mut xlsx: Xlsx<Bytes> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let names: Vec<String> = xlsx.sheet_names();
    let (mut text, mut book) = (String::new(), Book::default());
    let mut left = MOST_CELLS;
    for name in names {
        // A sheet of a chart alone has no cells.
        let Ok(mut cells) = cells(&mut xlsx, &name, &mut left) else { continue };
        merge(&mut xlsx, &name, &mut cells);
        book.sheets.push(written(name, &cells, &mut text, &mut left)?);
    }
    Ok((text, book))
}

/// Unpacks the archive into nothing, as far as it may go.
fn measure(bytes: &[u8]) -> Result<(), Say> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let mut left = MOST_BYTES;
    for nth in 0..archive.len() {
        let part = archive.by_index(nth).map_err(|error| unreadable(&error))?;
        let mut limited = part.take(left + 1);
        let length = std::io::copy(&mut limited, &mut std::io::sink())
            .map_err(|error| unreadable(&error))?;
        left = left.checked_sub(length).ok_or_else(too_large)?;
    }
    Ok(())
}

fn unreadable(error: &dyn std::fmt::Display) -> Say {
    say!(nb: "den er ikke en arbeidsbok ({error})", en: "it is no workbook ({error})")
}

fn too_large() -> Say {
    say!(
        nb: "den er større enn noen fyller ut for hånd (høyst 64 MB utpakket og to millioner celler)",
        en: "it is larger than anybody fills in by hand (at most 64 MB unpacked and two million cells)"
    )
}

/// The cells of a sheet that hold something.
fn cells(xlsx: &mut Xlsx<Bytes>, name: &str, left: &mut usize) -> Result<Cells, Say> {
    let mut reader = xlsx.worksheet_cells_reader(name).map_err(|error| unreadable(&error))?;
    let percent: Vec<bool> = reader.styles().iter().map(is_percent).collect();
    let codes: Vec<String> = reader.styles().iter().map(code).collect();
    let mut cells = Cells::new();
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| unreadable(&error))?
    {
        let shown = shown(cell.get_value(), percent.get(style) == Some(&true), codes.get(style));
        if !shown.trim().is_empty() {
            *left = left.checked_sub(1).ok_or_else(too_large)?;
            cells.insert(cell.get_position(), shown);
        }
    }
    Ok(cells)
}

fn code(style: &Style) -> String {
    style.number_format.as_ref().map_or(String::new(), |format| format.format_code.clone())
}

fn is_percent(style: &Style) -> bool {
    let code = code(style);
    code.split('"').step_by(2).any(|part| part.replace("\\%", "").contains('%'))
}

/// What a cell says.
fn shown(value: &DataRef<'_>, is_percent: bool, code: Option<&String>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if is_percent => format!("{} %", digits(number * 100.0)),
        DataRef::Float(number) => digits(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(time) => date(time, code.map_or("", String::as_str)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number with the 15 digits that a spreadsheet has: 0.3, not 0.30000000000000004.
fn digits(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

/// A date with the precision that its format shows: `yyyy` is a year, `mmm yyyy` a month.
fn date(time: &ExcelDateTime, code: &str) -> String {
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    let code = code.to_lowercase();
    let has = |letter| code.contains(letter);
    if time.is_duration() {
        return digits(time.as_f64());
    }
    match (has('d'), has('m'), has('y')) {
        (false, false, true) => format!("{year:04}"),
        (false, true, true) => format!("{year:04}-{month:02}"),
        _ if hour == 0 && minute == 0 => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}

/// Gives each cell of a merged heading what it says.
fn merge(xlsx: &mut Xlsx<Bytes>, name: &str, cells: &mut Cells) {
    let Ok(merged) = xlsx.merge_cells_by_sheet_name(name) else { return };
    for region in merged {
        let Some(said) = cells.get(&region.start).cloned() else { continue };
        let rows = region.start.0..=region.end.0;
        let covered =
            rows.flat_map(|row| (region.start.1..=region.end.1).map(move |column| (row, column)));
        for place in covered.take(MOST_MERGED) {
            cells.entry(place).or_insert_with(|| said.clone());
        }
    }
}

/// Writes a sheet behind the text of those before it.
fn written(
    name: String,
    cells: &Cells,
    text: &mut String,
    left: &mut usize,
) -> Result<BookSheet, Say> {
    let mut sheet = BookSheet { name, ..BookSheet::default() };
    for ((row, column), said) in cells {
        if sheet.numbers.last() != Some(&(row + 1)) {
            end_row(&mut sheet, text);
            sheet.rows.push(Row { cells: Vec::new(), end: 0 });
            sheet.numbers.push(row + 1);
        }
        let Some(open) = sheet.rows.last_mut() else { continue };
        let column = *column as usize;
        *left = left.checked_sub(column - open.cells.len().min(column)).ok_or_else(too_large)?;
        while open.cells.len() < column {
            open.cells.push(Cell { text: String::new(), range: text.len()..text.len() });
            text.push('\t');
        }
        let start = text.len();
        text.push_str(said);
        open.cells.push(Cell { text: said.trim().to_string(), range: start..text.len() });
        text.push('\t');
        if text.len() as u64 > MOST_BYTES {
            return Err(too_large());
        }
    }
    end_row(&mut sheet, text);
    Ok(sheet)
}

/// The last tab of a row becomes its line end.
fn end_row(sheet: &mut BookSheet, text: &mut String) {
    if let Some(row) = sheet.rows.last_mut() {
        text.pop();
        row.end = text.len();
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::open;
    use rust_xlsxwriter::Workbook;
    use std::io::{Cursor, Read, Write};
    use zip::write::SimpleFileOptions;

    /// A workbook with one cell, as something else than Excel may have left it.
    fn with_cell(named: &str) -> Vec<u8> {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write(0, 0, 41.85).unwrap();
        let bytes = workbook.save_to_buffer().unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for nth in 0..archive.len() {
            let mut part = archive.by_index(nth).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            packed.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
            let text = text.replace("r=\"A1\"", &format!("r=\"{named}\""));
            packed.write_all(text.as_bytes()).unwrap();
        }
        packed.finish().unwrap().into_inner()
    }

    #[test]
    fn a_cell_without_end_is_no_danger() {
        assert!(
            open(with_cell("B2"))
                .is_ok_and(|(text, _)| text.contains("41,85") || text.contains("41.85"))
        );
        // A build without checks of overflow reads it as some cell.
        let read = open(with_cell("AAAAAAAAAAAAAAAA1"));
        assert!(read.is_err() || !cfg!(debug_assertions), "{read:?}");
    }
}
