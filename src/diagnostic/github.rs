//! Diagnostics as workflow commands, so that GitHub shows each at its line in a pull request.

use super::text::{named_cell, tell_more};
use super::{Diagnostics, Severity};
use crate::text::{Language, SourceFile};
use std::fmt::Write;

/// One `::error` or `::warning` line each.
#[must_use]
pub fn render(diagnostics: &Diagnostics, files: &[SourceFile], language: Language) -> String {
    let mut shown = String::new();
    for diagnostic in diagnostics.all() {
        let command = match diagnostic.rule.severity {
            Severity::Mistake => "error",
            Severity::Advice => "warning",
        };
        let _ = write!(shown, "::{command} ");
        let file = diagnostic.span.and_then(|span| Some((span, files.get(span.file.0 as usize)?)));
        if let Some((span, file)) = file {
            let (start, end) = (file.position(span.range().start), file.position(span.range().end));
            let _ = write!(
                shown,
                "file={},line={},col={},endLine={},",
                property(&file.path),
                start.line,
                start.column,
                end.line
            );
        }
        let cell = file.and_then(|(span, file)| Some((file, file.cell_at(span.range().start)?)));
        let mut message = diagnostic.message.in_language(language).to_string();
        if let Some((file, cell)) = cell {
            message = format!("{}: {message}", named_cell(&file.path, &cell, language));
        }
        if let Some(help) = &diagnostic.help {
            message = message + "\n" + help.in_language(language);
        }
        let _ = writeln!(shown, "title={}::{}", diagnostic.rule.name, data(&message));
    }
    for more in diagnostics.more() {
        let _ = writeln!(shown, "::notice::{}", data(&tell_more(more, files, language)));
    }
    shown
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
