//! TOML with places, all its mistakes told, and Nordic letters allowed in bare keys.

use crate::diagnostic::rules::TOML_SYNTAX;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, Span, day_first, whole_letters};
use memchr::{memchr2, memchr3};
use std::ops::Range;
use toml::de::DeTable;

/// TOML text made ready: bare keys are ASCII, every byte stands where it stood.
pub(super) struct Folded<'t> {
    folded: String,
    written: &'t str,
}

impl<'t> Folded<'t> {
    /// Writes `å` in bare keys as `aa`, `ø` as `oe`, `æ` as `ae`: two bytes each way.
    pub(super) fn new(text: &'t str) -> Folded<'t> {
        let mut folded = String::with_capacity(text.len());
        let mut rest = text;
        while !rest.is_empty() {
            let quoted = outside(rest);
            fold_into(&mut folded, &rest[..quoted.start]);
            folded.push_str(&rest[quoted.clone()]);
            rest = &rest[quoted.end..];
        }
        Folded { folded, written: text }
    }

    /// Parses it. `offset` is where the text begins in its file.
    pub(super) fn parse(
        &self,
        file: FileId,
        offset: usize,
        diagnostics: &mut Diagnostics,
    ) -> DeTable<'_> {
        let (table, errors) = DeTable::parse_recoverable(&self.folded);
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            // A date that does not exist is told where the field is read.
            if !error.message().starts_with("invalid date") {
                diagnostics.push(self.mistake(error.message(), range, file, offset));
            }
        }
        table.into_inner()
    }

    fn mistake(
        &self,
        message: &str,
        range: Range<usize>,
        file: FileId,
        offset: usize,
    ) -> Diagnostic {
        let Range { start, end } = whole_letters(self.written, range);
        let span = Span::new(file, start + offset..end + offset);
        let line_start = self.written[..start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &self.written[line_start..];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let (what, help) = explain(message, line, self.written[start..end].trim());
        let diagnostic = Diagnostic::at(&TOML_SYNTAX, span, what);
        match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }
}

/// What the parser's message means to an author, and what to do. `marked` is what it points at in the line.
fn explain(message: &str, line: &str, marked: &str) -> (Say, Option<Say>) {
    if message.contains("duplicate key") {
        return (
            say!(nb: "Feltet står to ganger", en: "The field stands twice"),
            Some(say!(nb: "Behold det ene.", en: "Keep one of them.")),
        );
    }
    if line.contains(['“', '”', '„', '«', '»']) && !line.contains('"') {
        return (
            say!(nb: "Teksten står i typografiske anførselstegn", en: "The text stands in typographic quotes"),
            Some(say!(nb: "Skriv rette anførselstegn: \"…\"", en: "Write straight quotes: \"…\"")),
        );
    }
    if has_decimal_comma(line) {
        return (
            say!(nb: "Et tall med komma må stå i anførselstegn", en: "A number with a comma must stand in quotes"),
            Some(say!(nb: "Skriv \"79,8\" eller 79.8", en: "Write \"79,8\" or 79.8")),
        );
    }
    if let Some((what, help)) = unquoted(message, line, marked) {
        return (what, Some(help));
    }
    if message.contains("string") {
        return (
            say!(nb: "Teksten er ikke avsluttet", en: "The text is not closed"),
            Some(say!(
                nb: "Sett \" på slutten, eller \"\"\" foran og bak tekst over flere linjer.",
                en: "Put \" at its end, or \"\"\" around text of several lines."
            )),
        );
    }
    if message.contains("table") || message.contains('[') {
        return (
            say!(nb: "Hakeparentesen er ikke avsluttet", en: "The bracket is not closed"),
            Some(say!(nb: "Skriv [[tiltak]] eller [mål].", en: "Write [[measure]] or [goal].")),
        );
    }
    let help = say!(
        nb: "Et felt skrives: navn = \"verdi\"",
        en: "A field is written: name = \"value\""
    );
    (
        say!(nb: "Dette kan ikke leses som felt ({message})", en: "This can't be read as fields ({message})"),
        Some(help),
    )
}

/// A day as people write it, and text without quotes: the right form of either.
fn unquoted(message: &str, line: &str, marked: &str) -> Option<(Say, Say)> {
    let value = line.split_once('=').map_or("", |(_, value)| value).trim();
    if let Some(day) = day_first(value.split([' ', '#', ',']).next().unwrap_or_default()) {
        return Some((
            say!(nb: "En dag skrives med året først", en: "A day is written with the year first"),
            say!(nb: "Skriv {day}", en: "Write {day}"),
        ));
    }
    // What begins with a t or an f might have been a yes or a no.
    let is_bare = ["must be quoted", "invalid boolean"].iter().any(|one| message.contains(one));
    let is_text = is_bare && !marked.contains(['"', '\'']);
    if !is_text {
        return None;
    }
    let meant = match marked.to_lowercase().as_str() {
        "ja" | "yes" => "true".to_string(),
        "nei" | "nej" | "no" => "false".to_string(),
        _ => format!("\"{marked}\""),
    };
    Some((
        say!(nb: "Tekst må stå i anførselstegn", en: "Text must stand in quotes"),
        say!(nb: "Skriv {meant}", en: "Write {meant}"),
    ))
}

/// `79,8` outside quotes.
fn has_decimal_comma(line: &str) -> bool {
    let bytes = line.as_bytes();
    let mut in_text = false;
    (0..bytes.len()).any(|at| {
        if bytes[at] == b'"' {
            in_text = !in_text;
        }
        let around = (at.checked_sub(1).map(|at| bytes[at]), bytes.get(at + 1));
        let digits = matches!(around, (Some(b'0'..=b'9'), Some(b'0'..=b'9')));
        !in_text && bytes[at] == b',' && digits && !line.contains('[')
    })
}

/// The next string or comment of some TOML: nothing in it is a bare key.
fn outside(text: &str) -> Range<usize> {
    let start = memchr3(b'"', b'\'', b'#', text.as_bytes());
    let Some(start) = start else { return text.len()..text.len() };
    let rest = &text[start..];
    let length = if rest.starts_with('#') {
        rest.find('\n').unwrap_or(rest.len())
    } else if rest.starts_with("\"\"\"") {
        closing(rest, "\"\"\"", true)
    } else if rest.starts_with("'''") {
        closing(rest, "'''", false)
    } else {
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        closing(line, &rest[..1], rest.starts_with('"'))
    };
    start..start + length
}

/// The length of a string with its quotes.
fn closing(text: &str, quote: &str, escapes: bool) -> usize {
    let (bytes, mark) = (text.as_bytes(), quote.as_bytes()[0]);
    let mut at = quote.len();
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(mark, b'\\', rest)) {
        at += found;
        if text[at..].starts_with(quote) {
            return at + quote.len();
        }
        let is_escape = escapes && bytes[at] == b'\\';
        at += 1;
        if is_escape {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    text.len()
}

fn fold_into(folded: &mut String, keys: &str) {
    if keys.is_ascii() {
        folded.push_str(keys);
        return;
    }
    for letter in keys.chars() {
        folded.push_str(match letter {
            'å' | 'Å' => "aa",
            'æ' | 'Æ' | 'ä' | 'Ä' => "ae",
            'ø' | 'Ø' | 'ö' | 'Ö' => "oe",
            other => {
                folded.push(other);
                continue;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bare_keys_are_folded_and_nothing_moves() {
        let text = "mål = \"på måfå\" # på\n[[utviklingsområde]]\n'når' = '''å\nø''' \nx=\"\"\"å \\\"\"\" ø\"\"\"\n";
        let folded = Folded::new(text);
        assert_eq!(folded.folded.len(), text.len());
        assert_eq!(
            folded.folded,
            "maal = \"på måfå\" # på\n[[utviklingsomraade]]\n'når' = '''å\nø''' \nx=\"\"\"å \\\"\"\" ø\"\"\"\n"
        );
    }

    #[test]
    fn a_mistake_stands_at_whole_letters() {
        for text in ["a = “", "mål = å", "\"", "x = 'å", "ø\u{301} å = 1", "a = \u{feff}\n"]
        {
            let mut diagnostics = Diagnostics::default();
            Folded::new(text).parse(FileId(0), 0, &mut diagnostics);
            assert!(!diagnostics.all().is_empty(), "{text:?}");
            for told in diagnostics.all() {
                assert!(text.get(told.span.unwrap().range()).is_some(), "{text:?} {told:?}");
            }
        }
    }

    #[test]
    fn mistakes_are_told_in_words() {
        let told = |text: &str| {
            let mut diagnostics = Diagnostics::default();
            Folded::new(text).parse(FileId(0), 0, &mut diagnostics);
            let all: Vec<_> = diagnostics.all().iter().map(|one| one.message.nb.clone()).collect();
            all.join("; ")
        };
        assert_eq!(told("a = 1\na = 2\n"), "Feltet står to ganger");
        assert_eq!(told("m = 79,8\n"), "Et tall med komma må stå i anførselstegn");
        assert_eq!(told("t = “Navn”\n"), "Teksten står i typografiske anførselstegn");
        assert_eq!(told("t = \"Navn\nb = 1\n"), "Teksten er ikke avsluttet");
        assert_eq!(told("t = Voksne ute\n"), "Tekst må stå i anførselstegn");
        assert_eq!(told("d = 17.08.2026 # første\n"), "En dag skrives med året først");
        assert_eq!(
            told("d = 17.08.2026\nd = 17.08.2026\n").matches("Feltet står to ganger").count(),
            1
        );
        assert_eq!(told("on = 2022-13-45\n"), "");
    }

    #[test]
    fn text_without_quotes_is_shown_with_them() {
        let help = |text: &str| {
            let mut diagnostics = Diagnostics::default();
            Folded::new(text).parse(FileId(0), 0, &mut diagnostics);
            diagnostics.all().first().and_then(|one| one.help.clone()).map(|help| help.nb)
        };
        for (text, shown) in [
            ("t = Voksne ute\n", "Skriv \"Voksne ute\""),
            ("t = Voksne ute # merknad\n", "Skriv \"Voksne ute\""),
            ("t = trygt\n", "Skriv \"trygt\""),
            ("m = [trivsel, lek]\n", "Skriv \"trivsel\""),
            ("m = [\n  \"trivsel\",\n  lek,\n]\n", "Skriv \"lek\""),
            ("k = { navn = Kari }\n", "Skriv \"Kari\""),
            ("p = ja\n", "Skriv true"),
            ("d = 17.08.2026 # første\n", "Skriv 2026-08-17"),
        ] {
            assert_eq!(help(text).as_deref(), Some(shown), "{text}");
        }
    }
}
