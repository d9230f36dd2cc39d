//! Source files, spans in them, and the line and column of a span.

use super::book::{Book, CellPlace};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Names a file of the source set: its place in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

impl FileId {
    /// The id of a place in the source set.
    #[must_use]
    pub fn at(place: usize) -> FileId {
        FileId(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

/// A stretch of a file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of a file.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Span {
        let clip = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { file, start: clip(range.start), end: clip(range.end) }
    }

    /// The bytes that it covers.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A file as it was read.
#[derive(Debug, Clone, Default)]
pub struct SourceFile {
    /// Path from the plan's folder, `/`-separated: `content/index.md`.
    pub path: String,
    /// Its text; empty for a file that could not be read as text.
    pub text: Arc<str>,
    /// Where the cells of a workbook stand in its text; none for what was text from the start.
    pub book: Option<Arc<Book>>,
    /// Where its lines end: looked up when the first place in it is told.
    lines: OnceLock<Box<[usize]>>,
}

/// A place as people count it: from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from one.
    pub line: usize,
    /// Column, from one, in characters: å is one.
    pub column: usize,
}

impl SourceFile {
    /// A file that is text.
    #[must_use]
    pub fn of_text(path: impl Into<String>, text: impl Into<Arc<str>>) -> SourceFile {
        SourceFile::new(path, text, None)
    }

    /// A file, with the places of its cells if it is a workbook.
    #[must_use]
    pub fn new(
        path: impl Into<String>,
        text: impl Into<Arc<str>>,
        book: Option<Arc<Book>>,
    ) -> SourceFile {
        SourceFile { path: path.into(), text: text.into(), book, lines: OnceLock::new() }
    }

    /// The cell at a byte, in a workbook.
    #[must_use]
    pub fn cell_at(&self, offset: usize) -> Option<CellPlace> {
        self.book.as_ref()?.cell_at(offset)
    }

    /// The line and column of a byte.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let before = self.before(offset);
        let line = self.lines().partition_point(|newline| *newline < before.len());
        let line_start = if line == 0 { 0 } else { self.lines()[line - 1] + 1 };
        Position { line: line + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// The bytes of the line that a byte stands in, without its line end.
    #[must_use]
    pub fn line_around(&self, offset: usize) -> Range<usize> {
        let before = self.before(offset);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[start..].find('\n').map_or(self.text.len(), |length| start + length);
        start..start + self.text[start..end].trim_end_matches('\r').len()
    }

    /// The offsets of its line ends.
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| self.text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The text before a byte, cut at a character.
    fn before(&self, offset: usize) -> &str {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        &self.text[..offset]
    }
}

/// Reads bytes as text: UTF-8 with or without a byte-order mark.
///
/// # Errors
///
/// The offset of the first byte that is not UTF-8, with the text read as Windows-1252, which is what
/// such a file nearly always is in the north.
pub fn decode(bytes: Vec<u8>) -> Result<String, (usize, String)> {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(text)
        }
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            Err((offset, error.as_bytes().iter().map(|byte| windows_1252(*byte)).collect()))
        }
    }
}

/// The character of a Windows-1252 byte; the five unused ones become the replacement character.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
        '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ',
        '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SourceFile {
        SourceFile::of_text("a.md", text)
    }

    #[test]
    fn columns_count_characters() {
        let file = file("første\nåæø x\r\nsiste");
        let offset = file.text.find('x').unwrap();
        assert_eq!(file.position(offset), Position { line: 2, column: 5 });
        assert_eq!(&file.text[file.line_around(offset)], "åæø x");
        assert_eq!(file.position(9999), Position { line: 3, column: 6 });
    }

    #[test]
    fn byte_order_marks_and_windows_1252() {
        assert_eq!(decode("\u{feff}År".into()).unwrap(), "År");
        assert_eq!(decode(b"\xc5r;79,8\x96".to_vec()).unwrap_err(), (0, "År;79,8–".to_string()));
    }
}
