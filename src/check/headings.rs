//! Titles and headings: numbers typed by hand, and levels that are skipped.
//!
//! What is a typed number, and what are words? A number with parts (`4.2.2 Navn`, `1 .0 Innledning`),
//! with a dot, colon, bracket or dash (`3. Kvalitet`, `2) Mål`), or bare and short (`2 Tellinger`) is
//! typed when a capitalised word follows; so is `Kapittel 2`, unless a sentence goes on in lower case
//! (`Kapittel 9 i opplæringsloven`). Everything else are words: "7. trinn", "17. mai", "10 gode råd",
//! "2026 i tall", "3 PC-er", "24.12.2026 Møte".

use super::Input;
use super::bodies::Part;
use super::notes::Notes;
use crate::diagnostic::rules::{SKIPPED_HEADING, TYPED_NUMBER};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::text::{Language, Span};
use crate::vocabulary::Kind;

/// Words that stand before a number.
const LEADS: [&str; 12] = [
    "kapittel",
    "kap.",
    "kap",
    "del",
    "seksjon",
    "avsnitt",
    "punkt",
    "pkt.",
    "kapitel",
    "avdelning",
    "chapter",
    "section",
];

/// Words that an ordinal belongs to, should they be written with a capital.
const COUNTED: [&str; 24] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
    "maj",
    "trinn",
    "klasse",
    "klassetrinn",
    "steg",
    "plass",
    "kvartal",
    "semester",
    "termin",
    "halvår",
    "gang",
    "divisjon",
];

/// The length of a number that is typed at the start of a title.
fn typed_number_in(title: &str, language: Language) -> Option<usize> {
    let lead = LEADS.iter().find(|lead| {
        let end = lead.len();
        title.get(..end).is_some_and(|start| start.eq_ignore_ascii_case(lead))
            && title[end..].starts_with([' ', '\u{a0}'])
    });
    if let Some(lead) = lead {
        let rest = title[lead.len()..].trim_start();
        let number = Parts::read(rest)?;
        let goes_on = rest[number.end..].trim_start().starts_with(char::is_lowercase);
        return (!goes_on).then_some(title.len() - rest.len() + number.end);
    }
    let number = Parts::read(title)?;
    let after = &title[number.end..];
    let word = after.trim_start();
    let spaced = word.len() < after.len();
    let typed = match number.mark {
        Mark::Parts => (spaced && is_name(word) || word.is_empty()) && !number.is_date,
        Mark::Closed => is_name(word) && !is_counted(word) && number.digits <= 3,
        Mark::None => {
            let bare = language != Language::En && number.digits <= 2;
            bare && spaced && is_name(word) && !is_abbreviation(word)
        }
    };
    typed.then_some(number.end)
}

/// What follows the digits of a number.
enum Mark {
    /// More digits: `4.2`.
    Parts,
    /// A dot, a colon, a bracket, a dash: `3.`.
    Closed,
    /// Nothing.
    None,
}

struct Parts {
    end: usize,
    /// Digits of the first part.
    digits: usize,
    mark: Mark,
    /// Whether the last part is a year.
    is_date: bool,
}

impl Parts {
    /// Reads the number that a text begins with, and the mark after it.
    fn read(text: &str) -> Option<Parts> {
        let count = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let digits = count(0);
        let (mut end, mut last, mut parts) = (digits, digits, 1);
        loop {
            let gap = text[end..].len() - text[end..].trim_start_matches(' ').len();
            let dotted = text[end + gap..].starts_with('.');
            let space =
                text[end + gap..].get(1..).map_or(0, |rest| usize::from(rest.starts_with(' ')));
            let next = end + gap + 1 + space;
            // "3. 4 mål" is no number of two parts, but "1 .0" and "1. 0" are, as Word leaves them.
            let found = if dotted { count(next) } else { 0 };
            if found == 0 || (space == 1 && parts > 1) {
                break;
            }
            (end, last, parts) = (next + found, found, parts + 1);
        }
        if digits == 0 {
            return None;
        }
        let rest = &text[end..];
        let (mark, length) = match rest.trim_start().chars().next() {
            Some(sign @ ('.' | ':' | ')')) if rest.starts_with(sign) => (Mark::Closed, 1),
            Some(sign @ ('–' | '—' | '-')) if rest.starts_with(' ') => {
                let length = rest.len() - rest.trim_start().len() + sign.len_utf8();
                (if rest[length..].starts_with(' ') { Mark::Closed } else { Mark::None }, length)
            }
            _ => (Mark::None, 0),
        };
        let length = if matches!(mark, Mark::None) { 0 } else { length };
        let mark = if parts > 1 { Mark::Parts } else { mark };
        Some(Parts { end: end + length, digits, mark, is_date: last == 4 })
    }
}

/// Whether a title goes on with a capitalised word.
fn is_name(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_uppercase() || matches!(letter, '«' | '“' | '"'))
}

fn is_counted(word: &str) -> bool {
    let first = word.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    COUNTED.contains(&first.to_lowercase().as_str())
}

/// "PC-er", "FN-mål": a capital that begins no title.
fn is_abbreviation(word: &str) -> bool {
    word.chars().nth(1).is_none_or(|letter| letter.is_uppercase() || letter.is_numeric())
}

/// The rule `typed-number`, in headings.
pub(super) fn typed_number(part: &Part, input: &Input, notes: &mut Notes) {
    let language = input.plan.settings.language;
    let document = part.document();
    for (place, heading) in document.headings.iter().enumerate() {
        if let Some(length) = typed_number_in(&heading.text, language) {
            let node = &document.nodes[heading.node as usize];
            let number = &heading.text[..length];
            let found = document.source_of(node).find(number);
            let span = found.map_or_else(
                || document.span_of(node),
                |from| {
                    let start = node.start as usize + from;
                    document.span(start..start + length)
                },
            );
            let own = part.body.numbers.get(place).and_then(Option::as_deref);
            notes.ready.push(typed(span, number, own));
        }
    }
}

/// The rule `typed-number`, in titles. What others have named may begin with any number.
pub(super) fn typed_number_in_titles(input: &Input, diagnostics: &mut Diagnostics) {
    for entry in &input.plan.entries {
        let named_by_others = matches!(
            entry.kind,
            Kind::Source
                | Kind::Reference
                | Kind::Term
                | Kind::Service
                | Kind::Attachment
                | Kind::Article
        );
        if named_by_others {
            continue;
        }
        if let Some(length) = typed_number_in(&entry.title, input.plan.settings.language) {
            let number = &entry.title[..length];
            let span = within(input, entry.span, number);
            diagnostics.push(typed(span, number, entry.number.as_deref()));
        }
    }
}

/// The place of some words within a span.
fn within(input: &Input, span: Span, words: &str) -> Span {
    let file = input.files.get(span.file.0 as usize);
    let source = file.and_then(|file| file.text.get(span.range())).unwrap_or("");
    source.find(words).map_or(span, |found| {
        let start = span.range().start + found;
        Span::new(span.file, start..start + words.len())
    })
}

fn typed(span: Span, number: &str, own: Option<&str>) -> Diagnostic {
    let number = number.trim_end_matches([' ', '–', '—', '-']);
    let message = say!(
        nb: "Nummeret «{number}» er skrevet for hånd",
        en: "The number “{number}” is typed by hand"
    );
    let help = match own {
        Some(own) => say!(
            nb: "Ta det bort. planverk nummererer selv, og her blir nummeret {own}. Vis til det med [[id|#]].",
            en: "Remove it. planverk numbers by itself, and here the number is {own}. Refer to it with [[id|#]]."
        ),
        None => say!(
            nb: "Ta det bort. planverk nummererer kapitler, sider og områder selv; dette får ikke nummer.",
            en: "Remove it. planverk numbers chapters, pages and areas by itself; this has no number."
        ),
    };
    Diagnostic::at(&TYPED_NUMBER, span, message).help(help)
}

/// The rule `skipped-heading`. The title is level one, so a text begins with level two.
pub(super) fn skipped_heading(part: &Part, notes: &mut Notes) {
    let document = part.document();
    let mut level = 1;
    for heading in &document.headings {
        if heading.level > level + 1 {
            let node = &document.nodes[heading.node as usize];
            let length = document.source_of(node).lines().next().unwrap_or("").trim_end().len();
            let start = node.start as usize;
            notes.note(
                &SKIPPED_HEADING,
                document.span(start..start + length),
                heading.text.as_str(),
            );
        }
        level = heading.level;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_are_told_apart() {
        for (title, number) in [
            ("4.2.2 Navn", "4.2.2"),
            ("1 .0 Innledning", "1 .0"),
            ("1. 0 Innledning", "1. 0"),
            ("3. Kvalitet", "3."),
            ("3.Kvalitet", "3."),
            ("4.2. Mål", "4.2."),
            ("2) Mål", "2)"),
            ("2 Tellinger", "2"),
            ("2 – Tellinger", "2 –"),
            ("Kapittel 2", "Kapittel 2"),
            ("Kapittel 2: Kvalitet", "Kapittel 2:"),
            ("Kap. 4.1 Mål", "Kap. 4.1"),
        ] {
            let length = typed_number_in(title, Language::Nb);
            assert_eq!(length.map(|length| &title[..length]), Some(number), "{title}");
        }
        for title in [
            "Meld. St. 6",
            "7. trinn",
            "17. mai",
            "17. Mai-feiring",
            "2026 i tall",
            "10 gode råd",
            "3 prinsipper",
            "3 PC-er",
            "24.12.2026 Møte",
            "2.5 prosent",
            "2026–2029",
            "5.–7. trinn",
            "Kapittel 9 i opplæringsloven",
            "4H Jevnaker",
            "2026",
            "112 Nødnummer",
            "Del av noe",
            "0–24-samarbeidet",
            "Åpen",
            "",
            "1–5 år",
            "1. januar",
        ] {
            assert_eq!(typed_number_in(title, Language::Nb), None, "{title}");
        }
        assert_eq!(typed_number_in("10 Principles", Language::En), None);
    }
}
