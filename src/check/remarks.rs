//! What the Markdown room remarked about the text itself: html, bars in tables, footnotes, lists.

use super::bodies::Part;
use super::notes::Notes;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::*;
use crate::markdown::{Alert, RemarkKind, Tag};
use crate::say;
use crate::text::{SourceFile, Span};

/// The rules `raw-html`, `bare-pipe`, `unknown-footnote`, `lettered-list`, `pasted-bullet` and
/// `table-without-header`, and `broken-page` for a text that could not be read.
pub(super) fn remarks(part: &Part, files: &[SourceFile], notes: &mut Notes) {
    for (kind, span) in &part.document().remarks {
        let words = words(files, *span);
        match kind {
            RemarkKind::Html => notes.note(&RAW_HTML, *span, words),
            RemarkKind::LetteredList => notes.note(&LETTERED_LIST, *span, words),
            RemarkKind::PastedBullet => notes.note(&PASTED_BULLET, *span, words),
            RemarkKind::EmptyHead => notes.note(&TABLE_WITHOUT_HEADER, *span, words),
            RemarkKind::BarePipe => notes.ready.push(bare_pipe(*span)),
            RemarkKind::Unread => notes.ready.push(unread(*span)),
            RemarkKind::UnknownFootnote => notes.ready.push(unknown_footnote(*span, &words)),
        }
    }
}

fn unread(span: Span) -> Diagnostic {
    let message = say!(nb: "Teksten kunne ikke leses", en: "The text can't be read");
    Diagnostic::at(&BROKEN_PAGE, span, message).help(say!(
        nb: "Feilen er i planverk: Meld fra, med teksten. Ta bort litt etter litt til den kan leses.",
        en: "The fault is in planverk: tell us, with the text. Take away bit by bit until it can be read."
    ))
}

fn bare_pipe(span: Span) -> Diagnostic {
    Diagnostic::at(
        &BARE_PIPE,
        span,
        say!(
            nb: "Streken i lenken deler ruten i to, for | skiller kolonner i en tabell",
            en: "The bar in the link splits the cell in two, for | separates columns in a table"
        ),
    )
    .help(say!(
        nb: "Skriv \\| i lenker inne i tabeller: [[id\\|ordene dine]].",
        en: "Write \\| in links inside tables: [[id\\|your words]]."
    ))
}

fn unknown_footnote(span: Span, mark: &str) -> Diagnostic {
    Diagnostic::at(
        &UNKNOWN_FOOTNOTE,
        span,
        say!(nb: "Fotnoten {mark} har ingen tekst", en: "The footnote {mark} has no text"),
    )
    .help(say!(
        nb: "Skriv teksten på en egen linje i samme fil: «{mark}: Teksten.»",
        en: "Write its text on a line of its own in the same file: “{mark}: The text.”"
    ))
}

/// The rule `todo`: what is marked as remaining.
pub(super) fn todo(part: &Part, notes: &mut Notes) {
    let document = part.document();
    for node in document.nodes.iter().filter(|node| node.tag == Tag::Alert(Alert::Todo)) {
        let source = document.source_of(node);
        let length = source.lines().next().map_or(0, |line| line.trim_end().len());
        let start = node.start as usize;
        notes.note(&TODO, document.span(start..start + length), "");
    }
}

/// The words at a place of a file, for showing.
fn words(files: &[SourceFile], span: Span) -> String {
    let text = files.get(span.file.0 as usize).and_then(|file| file.text.get(span.range()));
    text.unwrap_or_default().trim().chars().take(40).collect()
}
