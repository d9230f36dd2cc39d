//! A CSV file as rows of cells, each with its bytes in the file.
//!
//! A small splitter of our own: a message must point at the very cell, also a quoted one, and a reader
//! that gives only values can't say where in the file they stood.
//!
//! 1. A first line `sep=;`, which Excel writes and reads, chooses the separator.
//! 2. Otherwise the first line that is not blank does: a semicolon if it holds one, else a tab, else a
//!    comma.
//! 3. A cell that begins with a quote runs to its closing quote, over line ends too; `""` in it is one.

use std::ops::Range;

/// A cell: what it says, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its text without quotes and without spaces around it.
    pub text: String,
    /// Its bytes in the file, quotes and all, without spaces around it.
    pub range: Range<usize>,
}

/// A row that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells; at least one has a text.
    pub cells: Vec<Cell>,
    /// One past its last byte, before the line end.
    pub end: usize,
}

/// A file, split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The rows that hold something, up to one whose quote is never closed.
    pub rows: Vec<Row>,
    /// Where a cell begins whose quote is never closed.
    pub unclosed: Option<usize>,
}

/// Splits a file.
#[must_use]
pub fn split(text: &str) -> Sheet {
    let (delimiter, start) = told_delimiter(text).unwrap_or((sniffed_delimiter(text), 0));
    let mut splitter = Splitter { text, delimiter, at: start, unclosed: None };
    let mut rows = Vec::new();
    while let Some(row) = splitter.row() {
        let is_blank = row.cells.iter().all(|cell| cell.text.is_empty());
        if !is_blank && splitter.unclosed.is_none() {
            rows.push(row);
        }
    }
    Sheet { rows, unclosed: splitter.unclosed }
}

/// The separator that a first line `sep=;` tells, and where the file goes on.
fn told_delimiter(text: &str) -> Option<(u8, usize)> {
    let line = &text[..text.find(['\r', '\n']).unwrap_or(text.len())];
    let name = line.get(..4).filter(|name| name.eq_ignore_ascii_case("sep="))?;
    let delimiter = *line.as_bytes().get(name.len())?;
    matches!(delimiter, b';' | b',' | b'\t' | b'|').then_some((delimiter, line.len()))
}

/// The separator that the first line holds, quoted cells apart.
fn sniffed_delimiter(text: &str) -> u8 {
    let Some(header) = text.lines().find(|line| !line.trim().is_empty()) else { return b';' };
    let outside_quotes = header.split('"').step_by(2).collect::<String>();
    let has = |delimiter| outside_quotes.contains(delimiter);
    match (has(';'), has('\t'), has(',')) {
        (false, true, _) => b'\t',
        (false, false, true) => b',',
        _ => b';',
    }
}

struct Splitter<'t> {
    text: &'t str,
    delimiter: u8,
    at: usize,
    unclosed: Option<usize>,
}

impl Splitter<'_> {
    /// The next row with its line end, blank or not.
    fn row(&mut self) -> Option<Row> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut cells = vec![self.cell()];
        while self.peek() == Some(self.delimiter) {
            self.at += 1;
            cells.push(self.cell());
        }
        let end = self.at;
        let line_end = if self.text[end..].starts_with("\r\n") { 2 } else { 1 };
        self.at = (end + line_end).min(self.text.len());
        Some(Row { cells, end })
    }

    /// The next cell, up to a separator or a line end.
    fn cell(&mut self) -> Cell {
        let start = self.at;
        let quoted = self.quoted();
        let rest = self.at;
        while self.peek().is_some_and(|byte| byte != self.delimiter && !is_line_end(byte)) {
            self.at += 1;
        }
        let written = &self.text[start..self.at];
        let lead = written.len() - written.trim_start().len();
        let length = written.trim().len();
        // A cell of spaces stands where it begins.
        let first = if length == 0 { start } else { start + lead };
        let text = quoted.unwrap_or_default() + &self.text[rest..self.at];
        Cell { text: text.trim().to_string(), range: first..first + length }
    }

    /// The words within quotes, if the cell begins with one.
    fn quoted(&mut self) -> Option<String> {
        let start = self.at + self.text[self.at..].find(|letter| letter != ' ')?;
        self.text[start..].starts_with('"').then_some(())?;
        let mut words = String::new();
        self.at = start + 1;
        loop {
            let Some(length) = self.text[self.at..].find('"') else {
                self.unclosed.get_or_insert(start);
                words.push_str(&self.text[self.at..]);
                self.at = self.text.len();
                return Some(words);
            };
            words.push_str(&self.text[self.at..self.at + length]);
            self.at += length + 1;
            if self.peek() != Some(b'"') {
                return Some(words);
            }
            words.push('"');
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let cells = |row: Row| row.cells.into_iter().map(|cell| cell.text).collect();
        split(text).rows.into_iter().map(cells).collect()
    }

    #[test]
    fn the_first_line_chooses_the_separator() {
        for text in [
            "År;A,B\n2020;1,5",
            "År\tA,B\n2020\t1,5",
            "År,\"A,B\"\n2020,\"1,5\"",
            "sep=|\nÅr|A,B\n2020|1,5",
            "SEP=;\r\nÅr;A,B\r\n2020;1,5\r\n",
            "\n  \r\n\"År\";\"A,B\"\r2020;1,5\r\r",
        ] {
            assert_eq!(texts(text), [["År", "A,B"], ["2020", "1,5"]], "{text:?}");
        }
    }

    #[test]
    fn quotes_hold_separators_line_ends_and_quotes() {
        assert_eq!(
            texts("År; \"Et \"\"langt\"\";\r\nnavn\" ;B\n"),
            [["År", "Et \"langt\";\r\nnavn", "B"]]
        );
    }

    #[test]
    fn a_cell_knows_its_bytes() {
        let text = "År;Åse\r\n\"2020\"; \"7\u{a0}000\" ; ;x\n";
        let sheet = split(text);
        let written: Vec<&str> =
            sheet.rows[1].cells.iter().map(|cell| &text[cell.range.clone()]).collect();
        assert_eq!(written, ["\"2020\"", "\"7\u{a0}000\"", "", "x"]);
        assert_eq!(&text[..sheet.rows[0].end], "År;Åse");
    }

    #[test]
    fn a_quote_that_is_never_closed_takes_the_rest() {
        let sheet = split("År;A\n2019;\"1\n2020;2\n");
        assert_eq!(sheet.unclosed, Some("År;A\n2019;".len()));
        assert_eq!(sheet.rows.len(), 1);
    }
}
