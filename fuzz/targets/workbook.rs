//! A workbook: cells with their places in the text that is made of it, as figures and as registers.
//!
//! The input is an archive, or the parts of one as files (`=== xl/worksheets/sheet1.xml`), which is how anything
//! comes through the packing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::diagnostic::Diagnostics;
use planverk::load::read_data;
use planverk::series::{Request, Wants, read, show};
use planverk::text::{FileId, Span};
use planverk::{parse, resolve};
use planverk_fuzz::{alarm, input, sound};
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));

fuzz_target!(|bytes: &[u8]| {
    alarm::let_parser_panics_through();
    let path = FOLDER.path().join("tiltak.xlsx");
    let packed =
        if bytes.starts_with(b"PK") { bytes.to_vec() } else { packed(&input::text(bytes)) };
    std::fs::write(&path, packed).expect("a file");
    let mut diagnostics = Diagnostics::default();
    let read_book = read_data(&path, &mut diagnostics).expect("a file that is there");
    let Some(file) = read_book.files.first() else {
        assert_eq!(diagnostics.mistakes(), 1, "a workbook that can't be opened is told");
        return;
    };
    for sheet in file.book.iter().flat_map(|book| &book.sheets) {
        for cell in sheet.rows.iter().flat_map(|row| &row.cells) {
            let written = file.text.get(cell.range.clone()).expect("a cell's place is in the text");
            assert_eq!(written.trim(), cell.text);
            assert!(file.cell_at(cell.range.start).is_some(), "{cell:?} has no name");
        }
    }
    let (used_at, wants) = (Span::new(FileId(0), 0..0), Wants::default());
    let request = Request { file: FileId(0), source: file, wants: &wants, used_at };
    sound::figures(&read(&request, &mut diagnostics), &file.text);
    show(file, &mut diagnostics);
    sound::told(&diagnostics, &read_book.files);
    let mut sources = input::sources([]);
    let mut register = file.clone();
    register.path = "content/tiltak.xlsx".to_string();
    sources.files.push(register);
    let mut diagnostics = Diagnostics::default();
    let raw = parse::parse(&sources, &mut diagnostics);
    let _ = resolve::resolve(raw, &sources, &mut diagnostics);
    diagnostics.sort();
    sound::told(&diagnostics, &sources.files);
});

/// The parts as an archive.
fn packed(text: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in input::files(text) {
        // A name that the archive can't have leaves the part out.
        if archive.start_file(path, SimpleFileOptions::default()).is_ok() {
            archive.write_all(text.as_bytes()).expect("memory takes it");
        }
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}
