//! A CSV file: cells with their places, figures, and a register's rows; what is split and written is split the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::diagnostic::Diagnostics;
use planverk::series::{CsvRequest, Request, Wants, read, read_csv, show};
use planverk::text::{FileId, SourceFile, Span, split};
use planverk::{parse, resolve};
use planverk_fuzz::{alarm, input, sound};

fuzz_target!(|bytes: &[u8]| {
    alarm::let_parser_panics_through();
    let text = input::text(bytes);
    let sheet = split(&text);
    let mut at = 0;
    for row in &sheet.rows {
        for cell in &row.cells {
            let written = text.get(cell.range.clone()).expect("a cell's place is in the file");
            assert!(cell.range.start >= at && cell.range.end <= row.end, "{cell:?} overlaps");
            assert!(written.contains('"') || written == cell.text, "{written:?} is not {cell:?}");
            at = cell.range.end;
        }
    }
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let texts = |rows: &[planverk::text::Row]| -> Vec<Vec<String>> {
        rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect()).collect()
    };
    let rows = texts(&sheet.rows);
    let lines = rows
        .iter()
        .map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(";") + "\r\n");
    let again = split(&lines.collect::<String>());
    // Without a semicolon outside quotes the file has one column, whatever its cells hold.
    assert!(
        again.rows.is_empty() || texts(&again.rows) == rows,
        "written and read: {rows:?} {again:?}"
    );
    figures(&text);
    register(&text);
});

/// Reads it as figures, all columns and one of them, and as what `data show` tells of it.
fn figures(text: &str) {
    let used_at = Span::new(FileId(0), 0..0);
    let file = SourceFile::of_text("content/data/a.csv", text);
    let mut diagnostics = Diagnostics::default();
    let request = CsvRequest { file: FileId(0), text, columns: &[], used_at };
    sound::figures(&read_csv(&request, &mut diagnostics), text);
    let shown = show(&file, &mut diagnostics);
    sound::told(&diagnostics, std::slice::from_ref(&file));
    for line in shown.lines {
        let mut told = Diagnostics::default();
        let columns = line.columns.into_iter().map(|name| (name, used_at)).collect();
        let wants = Wants { columns, ..Wants::default() };
        let request = Request { file: FileId(0), source: &file, wants: &wants, used_at };
        sound::figures(&read(&request, &mut told), text);
        sound::told(&told, std::slice::from_ref(&file));
    }
}

fn register(text: &str) {
    let sources = input::sources([("content/tiltak.csv", text)]);
    let mut diagnostics = Diagnostics::default();
    let raw = parse::parse(&sources, &mut diagnostics);
    let _ = resolve::resolve(raw, &sources, &mut diagnostics);
    diagnostics.sort();
    sound::told(&diagnostics, &sources.files);
}
