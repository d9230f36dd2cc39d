//! What is said of a file of figures that can't be read: one sentence for each thing that may be wrong.
//!
//! A column where nothing can be read has one cause, and is told once, at its first cell.

use super::CsvRequest;
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{Cell, Row, Span, nearest};
use std::ops::Range;

/// How many cells may be told one by one before a column without any good cell is told as a whole.
const FEW: usize = 2;

/// Where mistakes of one file go.
pub(super) struct Tell<'r, 'a> {
    /// What was asked for.
    pub request: &'r CsvRequest<'a>,
    /// Where they go.
    pub diagnostics: &'r mut Diagnostics,
}

impl Tell<'_, '_> {
    /// A mistake in the file.
    fn mistake(&self, range: Range<usize>, message: Say) -> Diagnostic {
        Diagnostic::at(&UNREADABLE_DATA, self.span(range), message)
    }

    /// A mistake of the file as a whole: the plan's place belongs to it.
    fn mistake_of_file(&self, range: Range<usize>, message: Say) -> Diagnostic {
        let used = say!(nb: "planen henter tallene her", en: "the plan asks for the figures here");
        self.mistake(range, message).label(self.request.used_at, used)
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.request.file, range)
    }

    pub(super) fn empty_file(&mut self) {
        let told = self
            .mistake_of_file(0..0, say!(nb: "Filen er tom", en: "The file is empty"))
            .help(say!(
                nb: "Første rad skal være år og navn på måleseriene, og så en rad for hvert år",
                en: "The first row holds “Year” and the names of the series, then comes a row for each year"
            ));
        self.diagnostics.push(told);
    }

    pub(super) fn unclosed_quote(&mut self, start: usize) {
        let message = say!(
            nb: "Anførselstegnet blir aldri avsluttet, så resten av filen er ikke lest",
            en: "The quotation mark is never closed, so the rest of the file is not read"
        );
        let told = self.mistake(start..start + 1, message).help(say!(
            nb: "Sett et anførselstegn der cellen slutter, eller ta bort dette",
            en: "Put a quotation mark where the cell ends, or remove this one"
        ));
        self.diagnostics.push(told);
    }

    pub(super) fn no_header(&mut self, cell: &Cell) {
        let message = say!(
            nb: "Filen har ingen overskriftsrad: den begynner rett på «{}»",
            en: "The file has no header row: it begins straight at “{}”",
            cell.text
        );
        let told = self.mistake_of_file(cell.range.clone(), message).help(say!(
            nb: "Sett inn en rad øverst med navnene på måleseriene: År;Kommunen;Landet",
            en: "Add a row at the top with the names of the series: Year;Municipality;Country"
        ));
        self.diagnostics.push(told);
    }

    pub(super) fn no_rows(&mut self, header: &Row) {
        let message = say!(
            nb: "Filen har overskrifter, men ingen tall",
            en: "The file has headers, but no figures"
        );
        self.diagnostics.push(self.mistake_of_file(range_of(header), message));
    }

    pub(super) fn no_columns(&mut self, header: &Row) {
        let message = say!(
            nb: "Filen har bare én kolonne, så det er ingen tall å lese",
            en: "The file has only one column, so there are no figures to read"
        );
        let told = self.mistake_of_file(range_of(header), message).help(say!(
            nb: "Skill kolonnene med semikolon: År;Kommunen;Landet",
            en: "Put semicolons between the columns: Year;Municipality;Country"
        ));
        self.diagnostics.push(told);
    }

    pub(super) fn nameless_column(&mut self, cell: &Cell) {
        let message = say!(
            nb: "«{}» står i en kolonne uten navn",
            en: "“{}” stands in a column without a name",
            cell.text
        );
        let told = self.mistake(cell.range.clone(), message).help(say!(
            nb: "Gi kolonnen et navn i øverste rad, eller ta den bort",
            en: "Name the column in the first row, or remove it"
        ));
        self.diagnostics.push(told);
    }

    pub(super) fn doubled_column(&mut self, second: &Cell, first: &Cell) {
        let message = say!(
            nb: "To kolonner heter «{}»",
            en: "Two columns are called “{}”",
            second.text
        );
        let told = self
            .mistake(second.range.clone(), message)
            .label(self.span(first.range.clone()), say!(nb: "den første", en: "the first"))
            .help(say!(nb: "Gi den ene et annet navn", en: "Give one of them another name"));
        self.diagnostics.push(told);
    }

    pub(super) fn picked_twice(&mut self, pick: &str, span: Span, first: Span) {
        let message = say!(
            nb: "Kolonnen «{pick}» er valgt to ganger",
            en: "The column “{pick}” is picked twice"
        );
        let told = Diagnostic::at(&UNREADABLE_DATA, span, message)
            .label(first, say!(nb: "første gang", en: "the first time"));
        self.diagnostics.push(told);
    }

    pub(super) fn unknown_column<'n>(
        &mut self,
        pick: &str,
        span: Span,
        names: impl Iterator<Item = &'n str>,
    ) {
        let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        let message = say!(
            nb: "Filen har ingen kolonne som heter «{pick}»",
            en: "The file has no column called “{pick}”"
        );
        let (nb, en) = (names.join("», «"), names.join("”, “"));
        let help = match nearest(pick, names.iter().copied()) {
            _ if names.is_empty() => say!(
                nb: "Filen har ingen kolonner med navn",
                en: "The file has no named columns"
            ),
            Some(near) => say!(
                nb: "Mente du «{near}»? Kolonnene er «{nb}»",
                en: "Did you mean “{near}”? The columns are “{en}”"
            ),
            None => say!(nb: "Kolonnene er «{nb}»", en: "The columns are “{en}”"),
        };
        self.diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, span, message).help(help));
    }

    pub(super) fn extra_cell(&mut self, cell: &Cell, header: &Row) {
        let message = say!(
            nb: "Raden har flere celler enn overskriftsraden: «{}» har ingen kolonne",
            en: "The row has more cells than the header: “{}” has no column",
            cell.text
        );
        let told = self
            .mistake(cell.range.clone(), message)
            .label(self.span(range_of(header)), say!(nb: "overskriftsraden", en: "the header"))
            .help(say!(
                nb: "Gi kolonnen et navn, eller ta bort cellen. Er komma skilletegn i filen, skal tall med desimalkomma stå i anførselstegn",
                en: "Name the column, or remove the cell. In a file separated by commas, numbers with a decimal comma stand in quotes"
            ));
        self.diagnostics.push(told);
    }

    pub(super) fn doubled_time(&mut self, cell: &Cell, first: &Cell) {
        let message = say!(nb: "«{}» står to ganger", en: "“{}” stands twice", cell.text);
        let told = self
            .mistake(cell.range.clone(), message)
            .label(self.span(first.range.clone()), say!(nb: "den første", en: "the first"))
            .help(say!(
                nb: "Behold én rad for hvert tidspunkt",
                en: "Keep one row for each point in time"
            ));
        self.diagnostics.push(told);
    }

    pub(super) fn wrong_times(&mut self, cells: &[&Cell], all: bool) {
        let help = say!(
            nb: "Første kolonne er tiden: 2026, 2025/2026, 2016-2019, 2026-06 eller 2026-06-18; la cellen stå tom hvis året ikke er oppgitt",
            en: "The first column is the time: 2026, 2025/2026, 2016-2019, 2026-06 or 2026-06-18; leave the cell empty if the year is not told"
        );
        let whole = (all && cells.len() > FEW).then(|| {
            let count = cells.len();
            say!(
                nb: "Ingen av de {count} cellene i første kolonne er et år",
                en: "None of the {count} cells in the first column is a year"
            )
        });
        self.wrong_cells(
            cells,
            whole,
            &help,
            |word| say!(nb: "«{word}» er ikke et år", en: "“{word}” is not a year"),
        );
    }

    pub(super) fn wrong_values(&mut self, column: &str, cells: &[&Cell], all: bool) {
        let help = say!(
            nb: "Skriv tallet alene (79,8). Tomt eller «..» er manglende tall, «:», «*», «.» og «-» er tall som ikke vises. Trengs ikke kolonnen, velg de andre med «kolonner»",
            en: "Write the number alone (79.8). Empty or “..” is missing, “:”, “*”, “.” and “-” are figures not shown. If the column is not needed, pick the others with “columns”"
        );
        let whole = (all && cells.len() > FEW).then(|| {
            let count = cells.len();
            say!(
                nb: "Kolonnen «{column}» har ord der det skulle stått tall, i {count} rader",
                en: "The column “{column}” has words where numbers should be, in {count} rows"
            )
        });
        self.wrong_cells(
            cells,
            whole,
            &help,
            |word| say!(nb: "«{word}» er ikke et tall", en: "“{word}” is not a number"),
        );
    }

    /// Tells the first cell of a column that is wrong as a whole, or else each wrong cell.
    fn wrong_cells(
        &mut self,
        cells: &[&Cell],
        whole: Option<Say>,
        help: &Say,
        say: impl Fn(&str) -> Say,
    ) {
        let shown = if whole.is_some() { 1 } else { cells.len() };
        for cell in &cells[..shown] {
            let message = whole.clone().unwrap_or_else(|| say(&cell.text));
            let told = self.mistake(cell.range.clone(), message).help(help.clone());
            self.diagnostics.push(told);
        }
    }
}

/// Names in quotes, cut where the list grows long.
pub(super) fn listed(names: &[&str]) -> String {
    const MOST: usize = 12;
    let shown =
        names.iter().take(MOST).map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown} … (+{more})"),
    }
}

/// A row's bytes, without its line end.
fn range_of(row: &Row) -> Range<usize> {
    row.cells.first().map_or(row.end, |cell| cell.range.start)..row.end
}
