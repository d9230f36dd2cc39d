//! A table of words for spreadsheets, as CSV and as a workbook. No cell is ever a formula, whatever people wrote.

use super::csv::{BYTE_ORDER_MARK, guarded, line, marks};
use crate::text::Language;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

/// The most characters that a cell of a workbook is given; it holds 32 767.
const MOST: usize = 32_000;

/// A column: its title, and how wide it is in a workbook.
pub type Column = (String, u16);

/// The table as CSV, with the marks that the language's spreadsheets read.
#[must_use]
pub fn table_csv(columns: &[Column], rows: &[Vec<String>], language: Language) -> String {
    let (separator, _) = marks(language);
    let mut text = String::from(BYTE_ORDER_MARK);
    line(columns.iter().map(|(title, _)| title.clone()).collect(), separator, &mut text);
    for row in rows {
        line(row.iter().map(|cell| guarded(cell)).collect(), separator, &mut text);
    }
    text
}

/// The table as a workbook; empty where the table does not fit into one.
#[must_use]
pub fn table_xlsx(columns: &[Column], rows: &[Vec<String>]) -> Vec<u8> {
    workbook(columns, rows).unwrap_or_default()
}

fn workbook(columns: &[Column], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same table gives the same bytes on any day.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    for (place, (title, width)) in (0u16..).zip(columns) {
        sheet.write_string_with_format(0, place, title, &bold)?;
        sheet.set_column_width(place, f64::from(*width))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (number, row) in (1u32..).zip(rows) {
        for (place, cell) in (0u16..).zip(row) {
            // A string is never a formula.
            let cell: String = cell.chars().take(MOST).collect();
            sheet.write_string_with_format(number, place, cell, &wrapped)?;
        }
    }
    book.save_to_buffer()
}
