//! Diagnostics as JSON: one object, for editors and other programs.

use super::{Diagnostic, Diagnostics, More, Severity};
use crate::text::{Language, SourceFile, Span};
use serde::Serialize;

#[derive(Serialize)]
struct Report<'d> {
    /// Version of this format.
    version: u32,
    mistakes: usize,
    advice: usize,
    diagnostics: Vec<Item<'d>>,
    /// How many more there are of a rule that a file breaks very often.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    more: Vec<Rest<'d>>,
}

#[derive(Serialize)]
struct Rest<'d> {
    rule: &'static str,
    file: Option<&'d str>,
    count: usize,
}

#[derive(Serialize)]
struct Item<'d> {
    rule: &'d str,
    severity: &'static str,
    message: &'d str,
    help: Option<&'d str>,
    place: Option<Place<'d>>,
    also: Vec<Label<'d>>,
}

#[derive(Serialize)]
struct Label<'d> {
    message: &'d str,
    place: Option<Place<'d>>,
}

/// Lines and columns count from one, columns in characters; the end is the first column not covered.
#[derive(Serialize)]
struct Place<'d> {
    file: &'d str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// In a workbook the sheet and the cell, "C7"; lines and columns are those of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
}

/// All of them as one JSON object with a line end.
#[must_use]
pub fn render(diagnostics: &Diagnostics, files: &[SourceFile], language: Language) -> String {
    let report = Report {
        version: 1,
        mistakes: diagnostics.mistakes(),
        advice: diagnostics.advice(),
        diagnostics: diagnostics.all().iter().map(|one| item(one, files, language)).collect(),
        more: diagnostics.more().into_iter().map(|more| rest(more, files)).collect(),
    };
    serde_json::to_string_pretty(&report).map(|json| json + "\n").unwrap_or_default()
}

fn rest(more: More, files: &[SourceFile]) -> Rest<'_> {
    let file = more.file.and_then(|file| files.get(file.0 as usize));
    Rest { rule: more.rule, file: file.map(|file| file.path.as_str()), count: more.count }
}

fn item<'d>(diagnostic: &'d Diagnostic, files: &'d [SourceFile], language: Language) -> Item<'d> {
    Item {
        rule: diagnostic.rule.name,
        severity: match diagnostic.rule.severity {
            Severity::Mistake => "mistake",
            Severity::Advice => "advice",
        },
        message: diagnostic.message.in_language(language),
        help: diagnostic.help.as_ref().map(|help| help.in_language(language)),
        place: diagnostic.span.and_then(|span| place(span, files)),
        also: diagnostic
            .labels
            .iter()
            .map(|(span, label)| Label {
                message: label.in_language(language),
                place: place(*span, files),
            })
            .collect(),
    }
}

fn place(span: Span, files: &[SourceFile]) -> Option<Place<'_>> {
    let file = files.get(span.file.0 as usize)?;
    let (start, end) = (file.position(span.range().start), file.position(span.range().end));
    let (sheet, cell) = file.cell_at(span.range().start).map(|at| (at.sheet, at.cell)).unzip();
    Some(Place {
        sheet,
        cell,
        file: &file.path,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    })
}
