//! A register in a spreadsheet or a CSV file: a row for each entry, columns named as the fields.
//!
//! 1. A sheet is a register when it is named after a kind (`tiltak`), or has a column `slag` beside one for
//!    the title. Other sheets are notes, and other files attachments.
//! 2. The header is the first row with a column for title, text or id; what stands above it is a title.
//! 3. A column names a field, or a field within one: `periode fra`, `status.når`. A measure's `status` alone
//!    is its state, and `fra` and `til` alone are its period's.
//! 4. Cells become what the field would hold in TOML: lists at `;` (ids at `,` too), `ja` and `nei`, dates.

use super::defaults::{defaults_for, inherit};
use super::files::{Parser, RawEntry, field_word, folder_of, unknown_kind};
use super::table::{RawField, RawTable, RawValue};
use crate::diagnostic::rules::UNKNOWN_FIELD;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::text::{Cell, Row, Span, nearest, order_prefix, split};
use crate::vocabulary::{FIELDS, Kind, Word, fields_of, is_same, sub_fields};
use std::collections::HashSet;

/// Fields that hold several ids or numbers: a comma parts them too.
const IDS: [&str; 10] = [
    "goals",
    "components",
    "responsible",
    "indicators",
    "audience",
    "services",
    "areas",
    "sdg",
    "months",
    "source",
];
/// Fields that hold several texts, in which commas may stand.
const TEXTS: [&str; 4] = ["participants", "forms", "invited", "questions"];
const FLAGS: [&str; 2] = ["numbered", "pilot"];
const NUMBERS: [&str; 5] = ["decimals", "suppress_below", "sdg", "months", "count"];
const DATES: [&str; 12] = [
    "on",
    "from",
    "to",
    "given",
    "until",
    "published",
    "updated",
    "opens",
    "closes",
    "as_of",
    "written",
    "repealed",
];

/// Where a column's cells go: a field, and a field within it.
type Way = (&'static Word, Option<&'static Word>);

impl Parser<'_> {
    /// The entries of a file of sheets.
    pub(super) fn sheets(&self, diagnostics: &mut Diagnostics) -> Vec<RawEntry> {
        let mut entries = Vec::new();
        for (name, rows) in self.tables() {
            let kind = Kind::find(name.trim());
            let Some((header, rows)) = header(&rows) else { continue };
            let kinds = header.cells.iter().position(is_kind);
            let has_title =
                header.cells.iter().any(|cell| field_word("title").is_written(&cell.text));
            if kind.is_none() && (kinds.is_none() || !has_title) {
                self.tell_near(&name, header, diagnostics);
                continue;
            }
            let mut table = Table { parser: self, header, told: HashSet::new(), diagnostics };
            let read = rows.iter().filter_map(|row| {
                let own = kinds
                    .and_then(|place| row.cells.get(place))
                    .filter(|cell| !cell.text.is_empty());
                let kind = match own {
                    Some(cell) => table.kind(cell)?,
                    None => kind?,
                };
                Some(table.entry(kind, row))
            });
            entries.extend(read);
        }
        entries
    }

    fn tables(&self) -> Vec<(String, Vec<Row>)> {
        match &self.file.book {
            Some(book) => {
                let sheets = book.sheets.iter();
                sheets.map(|sheet| (sheet.name.clone(), sheet.rows.clone())).collect()
            }
            None => {
                let file = self.file.path.rsplit('/').next().unwrap_or("");
                let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
                let name = order_prefix(stem).map_or(stem, |(_, rest)| rest);
                vec![(name.to_string(), split(&self.file.text).rows)]
            }
        }
    }

    /// Tells a sheet whose name is nearly a kind's: its rows would be lost.
    fn tell_near(&self, name: &str, header: &Row, diagnostics: &mut Diagnostics) {
        if self.file.book.is_some() && nearest(name, Kind::spellings()).is_some() {
            let start = header.cells.first().map_or(0..0, |cell| cell.range.clone());
            diagnostics.push(unknown_kind(name, Span::new(self.id, start)));
        }
    }
}

/// The row of column names, and those below it.
fn header(rows: &[Row]) -> Option<(&Row, &[Row])> {
    let is_header = |row: &Row| {
        let names = ["title", "text", "id"].map(field_word);
        row.cells.iter().any(|cell| names.iter().any(|word| word.is_written(&cell.text)))
    };
    let place = rows.iter().position(is_header)?;
    Some((&rows[place], &rows[place + 1..]))
}

/// A column of kinds. `type` is too common a word in other people's tables.
fn is_kind(cell: &Cell) -> bool {
    ["slag", "kind"].iter().any(|name| is_same(name, cell.text.trim()))
}

/// A register that is being read.
struct Table<'t, 'd> {
    parser: &'t Parser<'t>,
    header: &'t Row,
    /// Columns that have been told.
    told: HashSet<usize>,
    diagnostics: &'d mut Diagnostics,
}

impl Table<'_, '_> {
    fn span(&self, cell: &Cell) -> Span {
        Span::new(self.parser.id, cell.range.clone())
    }

    fn kind(&mut self, cell: &Cell) -> Option<Kind> {
        let kind = Kind::find(&cell.text);
        if kind.is_none() {
            self.diagnostics.push(unknown_kind(&cell.text, self.span(cell)));
        }
        kind
    }

    fn entry(&mut self, kind: Kind, row: &Row) -> RawEntry {
        let mut table = RawTable::default();
        for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty())
        {
            let named = self.header.cells.get(place).filter(|name| !name.text.is_empty());
            if named.is_some_and(is_kind) {
                continue;
            }
            match named.and_then(|name| Some((name, way(&name.text, kind)?))) {
                Some((name, way)) => self.put(&mut table, name, way, cell),
                None if self.told.insert(place) => {
                    let told = unknown_column(named, kind, self.span(named.unwrap_or(cell)));
                    self.diagnostics.push(told);
                }
                None => {}
            }
        }
        state_of_status(&mut table);
        let parser = self.parser;
        if let Some(folder) = defaults_for(parser.folders, folder_of(&parser.file.path)) {
            inherit(&mut table, &folder.table, kind);
        }
        let first = row.cells.iter().find(|cell| !cell.text.is_empty());
        let span = first.map_or(Span::new(parser.id, row.end..row.end), |cell| self.span(cell));
        parser.row(kind, table, span)
    }

    fn put(&self, table: &mut RawTable, name: &Cell, (field, sub): Way, cell: &Cell) {
        let (key, span) = (self.span(name), self.span(cell));
        let one = |word: &'static Word| RawField {
            name: word.name.into(),
            key,
            value: value(word.name, &cell.text, span),
            span,
        };
        let Some(sub) = sub else {
            table.fields.push(one(field));
            return;
        };
        let known = table.fields.iter_mut().find(|known| known.name == field.name);
        match known.map(|known| &mut known.value) {
            Some(RawValue::Table(inner)) => inner.fields.push(one(sub)),
            Some(_) => {}
            None => {
                let value = RawValue::Table(RawTable { fields: vec![one(sub)], span: Some(span) });
                table.fields.push(RawField { name: field.name.into(), key, value, span });
            }
        }
    }
}

/// Where the cells of a column go, by its name.
fn way(name: &str, kind: Kind) -> Option<Way> {
    let allowed = fields_of(kind);
    let field = |name: &str| allowed.iter().copied().find(|word| word.is_written(name.trim()));
    let inner = |field: &'static Word, name: &str| {
        let schema = sub_fields(field.name)?;
        FIELDS.iter().find(|word| schema.contains(&word.name) && word.is_written(name.trim()))
    };
    if let Some(word) = field(name) {
        // A log has rows; in one cell there is room for how it stands now.
        let is_log = word.name == "status";
        return Some((if is_log { field("state")? } else { word }, None));
    }
    let parted = name.split_once(['.', ':', '/', ' ']);
    if let Some((field, sub)) = parted.and_then(|(own, sub)| Some((field(own)?, sub))) {
        return inner(field, sub).map(|sub| (field, Some(sub)));
    }
    let period = field("period")?;
    inner(period, name).map(|sub| (period, Some(sub)))
}

/// A state beside a day or words of a status is that status's.
fn state_of_status(table: &mut RawTable) {
    let has_log = table.get("status").is_some_and(|log| matches!(log.value, RawValue::Table(_)));
    let state = if has_log { table.take("state") } else { None };
    let log = table.fields.iter_mut().find(|field| field.name == "status");
    if let (Some(state), Some(RawField { value: RawValue::Table(log), .. })) = (state, log) {
        log.fields.push(state);
    }
}

/// What a cell holds, as the field would hold it in TOML.
fn value(field: &str, text: &str, span: Span) -> RawValue {
    let separators: &[char] = match field {
        _ if IDS.contains(&field) => &[';', ',', '\n'],
        _ if TEXTS.contains(&field) => &[';', '\n'],
        _ => return single(field, text, span),
    };
    // A dash says that there are none: a measure that serves the whole plan.
    let parts = text.split(separators).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty() && !matches!(*part, "-" | "–"));
    RawValue::List(parts.map(|part| (single(field, part, span), span)).collect())
}

fn single(field: &str, text: &str, span: Span) -> RawValue {
    let folded = text.to_lowercase();
    let years = text.split_once(['–', '-']).map(|(from, to)| (from.trim(), to.trim()));
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    match (field, years) {
        _ if FLAGS.contains(&field) && ["ja", "x", "true", "yes", "sann"].contains(&&*folded) => {
            RawValue::Flag(true)
        }
        _ if FLAGS.contains(&field)
            && ["nei", "false", "no", "nej", "usann"].contains(&&*folded) =>
        {
            RawValue::Flag(false)
        }
        _ if NUMBERS.contains(&field) && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            RawValue::Number(text.to_string())
        }
        _ if DATES.contains(&field) => {
            RawValue::Text(day(text).unwrap_or_else(|| text.to_string()))
        }
        ("period", Some((from, to))) if is_year(from) && is_year(to) => {
            let year = |name: &'static str, year: &str| RawField {
                name: name.into(),
                key: span,
                value: RawValue::Text(year.to_string()),
                span,
            };
            let fields = vec![year("from", from), year("to", to)];
            RawValue::Table(RawTable { fields, span: Some(span) })
        }
        _ => RawValue::Text(text.to_string()),
    }
}

/// `18.06.2026` as `2026-06-18`.
fn day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    let [day, month, year] = parts[..] else { return None };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = year.len() == 4 && [day, month, year].into_iter().all(is_number);
    fits.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

fn unknown_column(name: Option<&Cell>, kind: Kind, span: Span) -> Diagnostic {
    let (nb, en) = (kind.word().nb[0], kind.name());
    let Some(name) = name else {
        let message = say!(nb: "Cellen står i en kolonne uten navn", en: "The cell stands in a column without a name");
        return Diagnostic::at(&UNKNOWN_FIELD, span, message).help(say!(
            nb: "Gi kolonnen navnet på et felt, eller ta den bort.",
            en: "Name the column after a field, or take it away."
        ));
    };
    let written = &name.text;
    let message = say!(
        nb: "Slaget «{nb}» har ikke noe felt som heter «{written}»",
        en: "The kind “{en}” has no field called “{written}”"
    );
    let allowed = fields_of(kind);
    let near = nearest(written, allowed.iter().flat_map(|word| word.spellings()));
    let all_nb: Vec<&str> =
        allowed.iter().map(|word| word.nb.first().copied().unwrap_or(word.name)).collect();
    let all_en: Vec<&str> = allowed.iter().map(|word| word.name).collect();
    let (all_nb, all_en) = (all_nb.join(", "), all_en.join(", "));
    Diagnostic::at(&UNKNOWN_FIELD, span, message).help(match near {
        Some(near) => say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"),
        None => say!(nb: "Feltene er: {all_nb}", en: "The fields are: {all_en}"),
    })
}
