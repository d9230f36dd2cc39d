//! Diagnostics for a terminal: file, line and column, the line itself, carets under the words, what to do.

use super::{Diagnostic, Diagnostics, More, Severity};
use crate::text::{CellPlace, Language, SourceFile, Span, harmless, mask};
use std::fmt::Write;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The widest piece of a source line that is shown; longer lines are cut around the words.
const WIDEST: usize = 100;

/// How to show them.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The language of the messages.
    pub language: Language,
    /// Whether to use colours.
    pub colour: bool,
}

/// Shows all of them, with an empty line between.
#[must_use]
pub fn render(diagnostics: &Diagnostics, files: &[SourceFile], style: Style) -> String {
    let mut shown = String::new();
    for diagnostic in diagnostics.all() {
        shown.push_str(&render_one(diagnostic, files, style));
        shown.push('\n');
    }
    for more in diagnostics.more() {
        let _ = writeln!(shown, "{}\n", tell_more(more, files, style.language));
    }
    shown
}

/// "… og 12 til av unknown-field i content/tiltak.toml".
#[must_use]
pub fn tell_more(more: More, files: &[SourceFile], language: Language) -> String {
    let More { file, rule, count } = more;
    let path = file.and_then(|file| files.get(file.0 as usize)).map(|file| harmless(&file.path));
    let path = path.as_deref().unwrap_or("plan.toml");
    match language {
        Language::En => format!("… and {count} more of {rule} in {path}"),
        _ => format!("… og {count} til av {rule} i {path}"),
    }
}

/// Shows one.
#[must_use]
pub fn render_one(diagnostic: &Diagnostic, files: &[SourceFile], style: Style) -> String {
    let language = style.language;
    let paint = Paint { colour: style.colour, language };
    let (word, colour) = match (diagnostic.rule.severity, language) {
        (Severity::Mistake, Language::En) => ("mistake", "31;1"),
        (Severity::Mistake, _) => ("feil", "31;1"),
        (Severity::Advice, Language::En) => ("advice", "33;1"),
        (Severity::Advice, _) => ("råd", "33;1"),
    };
    let head = paint.with(colour, &format!("{word}[{}]", diagnostic.rule.name));
    let message = paint.with("1", &harmless(diagnostic.message.in_language(language)));
    let mut shown = format!("{head}: {message}\n");
    if let Some(span) = diagnostic.span {
        excerpt(&mut shown, files, span, "", paint);
    }
    for (span, label) in &diagnostic.labels {
        excerpt(&mut shown, files, *span, &harmless(label.in_language(language)), paint);
    }
    if let Some(help) = &diagnostic.help {
        let _ =
            writeln!(shown, "  {} {}", paint.with("36", "="), harmless(help.in_language(language)));
    }
    shown
}

/// Adds the place, the line and the carets of a span.
fn excerpt(shown: &mut String, files: &[SourceFile], span: Span, label: &str, paint: Paint) {
    let Some(file) = files.get(span.file.0 as usize) else { return };
    let place = file.position(span.range().start);
    let cell = file.cell_at(span.range().start);
    let named = match &cell {
        Some(cell) => named_cell(&file.path, cell, paint.language),
        None => format!("{}:{}:{}", file.path, place.line, place.column),
    };
    let _ = writeln!(shown, "  {} {}", paint.with("36", "-->"), harmless(&named));
    let line_range = file.line_around(span.range().start);
    // Byte for byte as long as the line, so that the carets stand where they should.
    let line = &*mask(&file.text[line_range.clone()]);
    if line.trim().is_empty() {
        if !label.is_empty() {
            let _ = writeln!(shown, "      {label}");
        }
        return;
    }
    let from = clip(line, span.range().start.saturating_sub(line_range.start));
    let to = clip(line, span.range().end.saturating_sub(line_range.start)).max(from);
    let cut = Cut::around(line, from, to);
    // In a workbook rows are counted, and letters name the columns.
    let row = cell.map(|cell| {
        cell.cell.trim_start_matches(|letter: char| letter.is_ascii_uppercase()).to_string()
    });
    let number = row.unwrap_or_else(|| place.line.to_string());
    let gutter = " ".repeat(number.len());
    let bar = paint.with("36", "|");
    let carets = "^".repeat(cut.marked.max(1));
    let _ = writeln!(shown, "  {gutter} {bar}");
    let _ = writeln!(shown, "  {} {bar} {}", paint.with("36", &number), cut.text);
    let _ = writeln!(
        shown,
        "  {gutter} {bar} {}{}{}{label}",
        " ".repeat(cut.before),
        paint.with("31;1", &carets),
        if label.is_empty() { "" } else { " " }
    );
}

/// "tall.xlsx, ark «Data», celle C7".
#[must_use]
pub fn named_cell(path: &str, cell: &CellPlace, language: Language) -> String {
    let CellPlace { sheet, cell } = cell;
    match language {
        Language::En => format!("{path}, sheet “{sheet}”, cell {cell}"),
        _ => format!("{path}, ark «{sheet}», celle {cell}"),
    }
}

/// A source line, cut so that the marked words show, with tabs as spaces.
struct Cut {
    text: String,
    /// Columns of the terminal before the marked words.
    before: usize,
    /// Columns of the marked words.
    marked: usize,
}

impl Cut {
    fn around(line: &str, from: usize, to: usize) -> Cut {
        let before = tail(&line[..from], WIDEST / 2);
        let marked = head(&line[from..to], WIDEST);
        let is_whole = from + marked.len() == to;
        let after = if is_whole { head(&line[to..], WIDEST / 2) } else { "" };
        let cut_before = if before.len() < from { "…" } else { "" };
        let cut_after = if is_whole && to + after.len() == line.len() { "" } else { "…" };
        let shown_before = format!("{cut_before}{}", visible(before));
        let shown_marked = visible(marked);
        Cut {
            before: shown_before.width(),
            marked: shown_marked.width(),
            text: format!("{shown_before}{shown_marked}{}{cut_after}", visible(after))
                .trim_end()
                .to_string(),
        }
    }
}

/// Tabs and other control characters as spaces, so that carets stand under their words.
fn visible(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() || letter.width() == Some(0) { ' ' } else { letter })
        .collect()
}

fn head(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(end, _)| &text[..end])
}

fn tail(text: &str, characters: usize) -> &str {
    text.char_indices().rev().nth(characters - 1).map_or(text, |(start, _)| &text[start..])
}

/// An offset within a line, moved back to a character's start.
fn clip(line: &str, offset: usize) -> usize {
    let mut offset = offset.min(line.len());
    while !line.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Terminal colours, or none, and the language that places are named in.
#[derive(Clone, Copy)]
struct Paint {
    colour: bool,
    language: Language,
}

impl Paint {
    fn with(self, colour: &str, text: &str) -> String {
        if self.colour { format!("\x1b[{colour}m{text}\x1b[0m") } else { text.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::rules::UNKNOWN_REFERENCE;
    use crate::say;
    use crate::text::FileId;

    fn shown(text: &str, words: &str) -> String {
        let files = [SourceFile::of_text("content/a.md", text)];
        let start = text.find(words).unwrap();
        let span = Span::new(FileId(0), start..start + words.len());
        let diagnostic = Diagnostic::at(&UNKNOWN_REFERENCE, span, say!(nb: "Nei", en: "No"))
            .help(say!(nb: "Mente du «b»?", en: "Did you mean “b”?"));
        render_one(&diagnostic, &files, Style { language: Language::Nb, colour: false })
    }

    #[test]
    fn carets_stand_under_the_words() {
        insta::assert_snapshot!(shown("Første\n\tPå skølen [[trisvel]] er det\n", "[[trisvel]]"), @r"
        feil[unknown-reference]: Nei
          --> content/a.md:2:12
            |
          2 |  På skølen [[trisvel]] er det
            |            ^^^^^^^^^^^
          = Mente du «b»?
        ");
    }

    #[test]
    fn a_line_of_two_megabytes_is_cut() {
        let text = format!("{}[[x]]{}", "ord ".repeat(500_000), " mer".repeat(500_000));
        let shown = shown(&text, "[[x]]");
        assert!(shown.len() < 600, "{}", shown.len());
        assert!(shown.contains("…") && shown.contains(":2000001\n"));
    }

    #[test]
    fn a_name_gives_a_terminal_no_orders() {
        let files = [SourceFile::of_text("content/b\u{7}\u{1b}[31m\u{202e}.md", "[[x]]")];
        let message = say!(nb: "Ingenting heter «\u{1b}]0;x\u{7}»", en: "No");
        let told = Diagnostic::at(&UNKNOWN_REFERENCE, Span::new(FileId(0), 0..5), message);
        let style = Style { language: Language::Nb, colour: false };
        let shown = render_one(&told, &files, style);
        assert!(shown.contains("b\u{fffd}\u{fffd}[31m\u{fffd}.md:1:1"), "{shown}");
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown}");
    }

    #[test]
    fn a_rule_broken_in_every_row_is_told_a_thousand_times_and_counted() {
        let files = [SourceFile::of_text("content/data/a.csv", "x;y\n".repeat(2000))];
        let mut all = Diagnostics::default();
        for thread in 0..2 {
            let mut found = Diagnostics::default();
            for row in 0..700 {
                let start = (thread * 700 + row) * 4;
                let span = Span::new(FileId(0), start..start + 1);
                found.push(Diagnostic::at(&UNKNOWN_REFERENCE, span, say!(nb: "Nei", en: "No")));
            }
            all.append(found);
        }
        all.sort();
        assert_eq!((all.all().len(), all.mistakes()), (1000, 1400));
        let shown = render(&all, &files, Style { language: Language::Nb, colour: false });
        assert!(shown.ends_with("… og 400 til av unknown-reference i content/data/a.csv\n\n"));
    }
}
