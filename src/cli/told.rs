//! Diagnostics on their way to the user.

use super::arguments::Format;
use crate::diagnostic::text::Style;
use crate::diagnostic::{Diagnostics, github, json, text};
use crate::text::{Language, SourceFile, harmless};
use std::io::IsTerminal;

/// What was found, as a person or a program wants it.
pub(super) fn render(
    diagnostics: &Diagnostics,
    files: &[SourceFile],
    language: Language,
    format: Format,
) -> String {
    match format {
        Format::Text => {
            let colour = std::io::stdout().is_terminal() && std::env::var("NO_COLOR").is_err();
            text::render(diagnostics, files, Style { language, colour })
        }
        Format::Json => json::render(diagnostics, files, language),
        Format::Github => github::render(diagnostics, files, language),
    }
}

/// What was found, without colours.
pub(super) fn plain(diagnostics: &Diagnostics, files: &[SourceFile], language: Language) -> String {
    text::render(diagnostics, files, Style { language, colour: false })
}

/// "2 feil og 3 råd".
pub(super) fn count(mistakes: usize, advice: usize, language: Language) -> String {
    if language == Language::En {
        let mistakes =
            if mistakes == 1 { "1 mistake".into() } else { format!("{mistakes} mistakes") };
        return format!("{mistakes} and {advice} pieces of advice");
    }
    format!("{mistakes} feil og {advice} råd")
}

/// Lines without what a terminal would take as an order: a plan's own words stand among ours.
pub(super) fn harmless_lines(text: &str) -> String {
    text.split('\n').map(harmless).collect::<Vec<_>>().join("\n")
}
