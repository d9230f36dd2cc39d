//! A file of figures, whatever its form: the reader is chosen by the name's ending.

use super::jsonstat::read_jsonstat;
use super::sheet;
use super::table::read_rows;
use super::{CsvRequest, Named, SeriesSet, Wants, read_csv};
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::text::{FileId, SourceFile, Span, split};

/// A file, and what the plan wants of it.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The file's place in the source set.
    pub file: FileId,
    /// The file.
    pub source: &'a SourceFile,
    /// What is wanted.
    pub wants: &'a Wants,
    /// Where the plan asks for it.
    pub used_at: Span,
}

/// Whether a path is that of a file that figures can be read from.
#[must_use]
pub fn is_data(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["csv", "json", "xlsx"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Reads the series that the plan wants of a file.
///
/// What can't be read is told as `unreadable-data`, also what the plan asks for that such a file can't have.
pub fn read(request: &Request, diagnostics: &mut Diagnostics) -> SeriesSet {
    let Request { file, source, wants, used_at } = *request;
    if source.path.to_ascii_lowercase().ends_with(".json") {
        let columns = wants.columns.first().map(|(_, span)| *span);
        misplaced(columns, ("kolonner", "columns"), ("velg", "select"), diagnostics);
        let sheet = wants.sheet.as_ref().map(|(_, span)| *span);
        misplaced(sheet, ("ark", "sheet"), ("velg", "select"), diagnostics);
        return read_jsonstat(request, diagnostics);
    }
    let select = wants.select.first().map(|choice| choice.dimension.1);
    misplaced(select, ("velg", "select"), ("kolonner", "columns"), diagnostics);
    let columns = &wants.columns;
    let request = CsvRequest { file, text: &source.text, columns, used_at };
    let mut set = match &source.book {
        Some(book) => sheet::read_book(&request, book, wants, diagnostics),
        None => {
            let span = wants.sheet.as_ref().map(|(_, span)| *span);
            misplaced(span, ("ark", "sheet"), ("kolonner", "columns"), diagnostics);
            match &wants.time {
                Some(_) => {
                    read_rows(&request, split(&source.text).rows, wants.time.as_ref(), diagnostics)
                }
                None => read_csv(&request, diagnostics),
            }
        }
    };
    if let Some(name) = &wants.name {
        rename(&mut set, name, diagnostics);
    }
    set
}

/// Tells a field that such a file can't have, and which it has instead.
fn misplaced(
    span: Option<Span>,
    field: (&str, &str),
    instead: (&str, &str),
    diagnostics: &mut Diagnostics,
) {
    let Some(span) = span else { return };
    let (nb, en) = field;
    let message =
        say!(nb: "«{nb}» passer ikke for en slik fil", en: "“{en}” does not fit such a file");
    let told = Diagnostic::at(&UNREADABLE_DATA, span, message);
    let (nb, en) = instead;
    diagnostics.push(told.help(say!(
        nb: "Bruk «{nb}» her. «planverk data show FIL» viser hva filen har.",
        en: "Use “{en}” here. “planverk data show FILE” tells what the file holds."
    )));
}

/// Gives the only series of a file another name.
fn rename(set: &mut SeriesSet, name: &Named, diagnostics: &mut Diagnostics) {
    let (name, span) = name;
    match &mut set.series[..] {
        [] => {}
        [one] => one.name.clone_from(name),
        several => {
            let names: Vec<&str> = several.iter().map(|one| one.name.as_str()).collect();
            let (count, names) = (several.len(), names.join(", "));
            let message = say!(
                nb: "«{name}» kan ikke være navnet på {count} måleserier",
                en: "“{name}” can't be the name of {count} series"
            );
            diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, *span, message).help(say!(
                nb: "Velg én kolonne, eller ta bort navnet. Kolonnene er {names}",
                en: "Pick one column, or take the name away. The columns are {names}"
            )));
        }
    }
}
