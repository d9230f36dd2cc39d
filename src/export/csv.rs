//! Figures for spreadsheets, and the CSVW description by which programs read the same file.
//!
//! One file serves both. Excel in the Nordic countries opens a CSV file rightly by a double click only
//! when it begins with a byte order mark and has semicolons and decimal commas; a program that follows
//! W3C's *CSV on the Web* finds all that told in `…csv-metadata.json`, with a plain name for each
//! column. In an English plan it is commas and points.
//!
//! A cell of words that a spreadsheet would run as a formula gets an apostrophe before it. Numbers are
//! never touched.

use super::figures::{Row, Status, rows};
use crate::model::{Entry, FigureFile, Indicator};
use crate::text::Language;
use crate::view::Views;
use serde_json::{Value, json};

/// What marks a file as UTF-8 for Excel.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// How the columns are called by programs, and the key of what people call them.
const COLUMNS: [(&str, &str); 7] = [
    ("indicator", "kind_indicator_one"),
    ("series", "data_series"),
    ("time", "data_time"),
    ("value", "data_value"),
    ("unit", "label_unit"),
    ("status", "label_status"),
    ("break", "data_break"),
];

/// How the language writes a list of numbers: between cells, within a number.
pub(super) fn marks(language: Language) -> (char, char) {
    match language {
        Language::En => (',', '.'),
        _ => (';', ','),
    }
}

/// The figures of an indicator, a row for each.
pub(super) fn csv(views: &Views<'_>, entry: &Entry, indicator: &Indicator) -> String {
    let (separator, point) = marks(views.plan().settings.language);
    let titles = COLUMNS.iter().map(|(_, key)| title(views, key));
    let mut text = String::from(BYTE_ORDER_MARK);
    line(titles.collect(), separator, &mut text);
    for row in rows(indicator) {
        let value = row.value.map(|value| value.to_string().replace('.', &point.to_string()));
        let cells = vec![
            guarded(&entry.name),
            guarded(&indicator.series.series[row.series].name),
            row.time.map(|time| time.iso()).unwrap_or_default(),
            value.unwrap_or_default(),
            guarded(&indicator.unit),
            row.status.map(|status| status_word(views, status)).unwrap_or_default(),
            guarded(&broken(views, &row)),
        ];
        line(cells, separator, &mut text);
    }
    text
}

pub(super) fn title(views: &Views<'_>, key: &str) -> String {
    let word = views.words().get(key);
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn status_word(views: &Views<'_>, status: Status) -> String {
    views.words().get(&format!("data_{}", status.name())).to_string()
}

/// What changed in the series from this figure on.
fn broken(views: &Views<'_>, row: &Row<'_>) -> String {
    match row.broken {
        Some(one) if one.why.is_empty() => views.words().get("data_broken").to_string(),
        Some(one) => one.why.clone(),
        None => String::new(),
    }
}

/// Words that no spreadsheet takes for a formula.
pub(super) fn guarded(words: &str) -> String {
    const BEGINS_FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if words.starts_with(BEGINS_FORMULA) { format!("'{words}") } else { words.to_string() }
}

pub(super) fn line(cells: Vec<String>, separator: char, text: &mut String) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            text.push(separator);
        }
        if cell.contains(['"', '\n', '\r', separator]) || cell != cell.trim() {
            text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// The description of the file, after W3C's *Metadata Vocabulary for Tabular Data*.
pub(super) fn csvw(views: &Views<'_>, entry: &Entry, indicator: &Indicator) -> Value {
    let settings = &views.plan().settings;
    let (separator, point) = marks(settings.language);
    let statuses = [Status::Suppressed, Status::Missing, Status::Preliminary];
    let statuses: Vec<String> = statuses.iter().map(|status| status_word(views, *status)).collect();
    let columns: Vec<Value> = COLUMNS
        .iter()
        .map(|(name, key)| {
            let datatype = match *name {
                "value" => json!({ "base": "decimal", "format": { "decimalChar": point.to_string() } }),
                "status" => json!({ "base": "string", "format": statuses.join("|") }),
                _ => json!("string"),
            };
            let required = matches!(*name, "indicator" | "series");
            json!({ "name": name, "titles": title(views, key), "datatype": datatype, "required": required })
        })
        .collect();
    // What the page says of the figures follows them: the source's remarks, then how it goes.
    let notes = indicator.series.notes.iter().map(|note| note.text.clone());
    let notes: Vec<String> = notes.chain(views.progress_text(indicator)).collect();
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": settings.language.tag() }],
        "url": FigureFile::Csv.file(&entry.name),
        "dc:identifier": entry.name,
        "dc:title": entry.title,
        "dc:publisher": settings.municipality,
        "dc:language": settings.language.tag(),
        "dialect": {
            "encoding": "utf-8",
            "delimiter": separator.to_string(),
            "lineTerminators": ["\r\n"],
            "header": true,
        },
        "notes": notes,
        "tableSchema": { "columns": columns },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_a_formula_are_guarded_and_others_are_not() {
        for words in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"] {
            assert_eq!(guarded(words), format!("'{words}"));
        }
        for words in ["Landet", "a=b", "10–12 år", "(−1)", ""] {
            assert_eq!(guarded(words), words);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut text = String::new();
        let cells = ["a", "b;c", "d \"e\"", "f\ng", " h", "i,j"].map(str::to_string);
        line(cells.to_vec(), ';', &mut text);
        assert_eq!(text, "a;\"b;c\";\"d \"\"e\"\"\";\"f\ng\";\" h\";i,j\r\n");
    }
}
