//! Abbreviations that nobody explains.
//!
//! An abbreviation is two to six capitals, digits among them or not. It is explained by a term, by an
//! entry that is called so, by a link on it, or in the text: "pedagogisk-psykologisk tjeneste (PPT)",
//! "PPT (pedagogisk-psykologisk tjeneste)", "PPT står for …". Some need no explanation.

use super::Input;
use super::gather::{self, Place};
use super::words::Word;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::rules::UNEXPLAINED_ABBREVIATION;
use crate::model::{Details, Plan};
use crate::say;
use crate::text::{Language, Span};
use std::collections::{HashMap, HashSet};

/// What everybody knows, and words that people shout.
const KNOWN: [&str; 73] = [
    "FN", "EU", "EØS", "NRK", "TV", "PC", "IT", "IKT", "AS", "ASA", "KF", "SA", "BA", "DA", "IKS",
    "KL", "OK", "SMS", "GPS", "PDF", "CD", "DVD", "USB", "USA", "UK", "NATO", "NAV", "SSB", "ID",
    "NB", "PS", "OBS", "CO2", "DNA", "AIDS", "HIV", "QR", "WC", "SVT", "SVG", "CSV", "XLSX",
    "DOCX", "PNG", "HTML", "URL", "KOSTRA", "NN", "UN", "TODO", "IKKE", "ALLE", "ALDRI", "ALLTID",
    "SKAL", "KAN", "MÅ", "KUN", "BARE", "OG", "ELLER", "NEI", "JA", "DU", "VI", "JEG", "HELE",
    "ALLA", "INTE", "NOT", "MUST", "ALL", "AND",
];

/// Endings that an abbreviation may take without a hyphen: FNs, PCer.
const ENDINGS: [&str; 8] = ["s", "er", "en", "et", "ene", "ar", "ane", "a"];

/// What a text holds of abbreviations.
#[derive(Default)]
pub(super) struct Seen<'a> {
    /// Each with the places where it stands.
    used: Vec<(&'a str, Vec<Span>)>,
    explained: Vec<&'a str>,
    /// Where the last word in capitals ended, to know shouting.
    last: (usize, usize),
}

impl<'a> Seen<'a> {
    /// Looks at a word that begins with two capitals.
    pub fn add(&mut self, word: &Word<'a>) {
        let Some(abbreviation) = abbreviation(&word.text[word.start..]) else { return };
        let end = word.start + abbreviation.len();
        let (before, after) = (&word.text[..word.start], &word.text[end..]);
        let place = word.base + word.start;
        let follows_shout = self.last.1 > 0
            && place >= self.last.1
            && self.last.0 == word.base
            && word.text[self.last.1 - word.base..word.start].trim().is_empty();
        self.last = (word.base, word.base + end);
        if follows_shout || starts_shout(after) {
            return;
        }
        if word.in_link || is_explained(abbreviation, before, after) {
            self.explained.push(abbreviation);
        }
        let span = word.document.span(place..place + abbreviation.len());
        match self.used.iter_mut().find(|(known, _)| *known == abbreviation) {
            Some((_, spans)) => spans.push(span),
            None => self.used.push((abbreviation, vec![span])),
        }
    }
}

/// The abbreviation that a text begins with.
fn abbreviation(text: &str) -> Option<&str> {
    let belongs = |letter: char| letter.is_uppercase() || letter.is_ascii_digit();
    let mut end = 0;
    for (at, letter) in text.char_indices().take(9) {
        let joins = letter == '-' && text[at + 1..].starts_with(belongs);
        if !belongs(letter) && !joins {
            break;
        }
        end = at + letter.len_utf8();
    }
    let word = &text[..end];
    let length = word.chars().count();
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    let rest = &text[end..];
    let tail = rest.find(|letter: char| !letter.is_alphanumeric()).map_or(rest, |end| &rest[..end]);
    let is_whole = tail.is_empty() || ENDINGS.contains(&tail);
    let is_roman = word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    let fits = (2..=6).contains(&length) && capitals >= 2 && is_whole && !is_roman;
    (fits && !KNOWN.contains(&word)).then_some(word)
}

/// Whether the next word is in capitals too: a sentence that shouts.
fn starts_shout(after: &str) -> bool {
    let Some(next) = after.strip_prefix(' ') else { return false };
    let word = next.find(|letter: char| !letter.is_alphabetic()).map_or(next, |end| &next[..end]);
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether the words around an abbreviation say what it stands for.
fn is_explained(abbreviation: &str, before: &str, after: &str) -> bool {
    const BEFORE: [&str; 6] =
        ["forkortet", "forkortes", "forkorta", "heretter", "förkortat", "kalt"];
    const AFTER: [&str; 6] = [
        " står for ",
        " betyr ",
        " er en forkortelse",
        " er ei forkorting",
        " betyder ",
        " stands for ",
    ];
    let initial = abbreviation.chars().flat_map(char::to_lowercase).next().unwrap_or(' ');
    let begins = |word: &str| word.chars().flat_map(char::to_lowercase).next() == Some(initial);
    let nearest = before.trim_end_matches(['(', '«', '"', ' ']);
    let named = BEFORE.iter().any(|word| nearest.ends_with(word));
    let in_brackets = before.ends_with('(') && after.starts_with(')') && {
        // The long form stands before the bracket, within as many words as it has letters, and some.
        let words = nearest.rsplit([' ', '\n', '-']).take(abbreviation.len() + 3);
        words.into_iter().any(|word| begins(word.trim_start_matches(['«', '(', '"'])))
    };
    let opened = after.strip_prefix(" (").is_some_and(|long| {
        let long = &long[..long.find(')').unwrap_or(0)];
        begins(long) && long.len() > 2 * abbreviation.len()
    });
    named || in_brackets || opened || AFTER.iter().any(|words| after.starts_with(words))
}

/// The rule `unexplained-abbreviation`: one message for each abbreviation.
pub(super) fn unexplained_abbreviation(
    input: &Input,
    seen: Vec<Seen>,
    diagnostics: &mut Diagnostics,
) {
    let known = explained_by_entries(input.plan);
    let in_text: HashSet<&str> =
        seen.iter().flat_map(|seen| seen.explained.iter().copied()).collect();
    let mut used: HashMap<&str, Vec<Place>> = HashMap::new();
    for (abbreviation, spans) in seen.into_iter().flat_map(|seen| seen.used) {
        let is_named = || input.plan.names.contains_key(&abbreviation.to_lowercase());
        if !in_text.contains(abbreviation) && !known.contains(abbreviation) && !is_named() {
            let places = spans.into_iter().map(|span| Place::new(span, ""));
            used.entry(abbreviation).or_default().extend(places);
        }
    }
    let mut used: Vec<_> = used.into_iter().collect();
    used.sort_by_key(|(abbreviation, places)| (places[0].span, *abbreviation));
    for (abbreviation, places) in used {
        let message = match places.len() {
            1 => say!(
                nb: "Forkortelsen «{abbreviation}» er ikke forklart",
                en: "The abbreviation “{abbreviation}” is not explained"
            ),
            count => say!(
                nb: "Forkortelsen «{abbreviation}» er brukt {count} ganger og ikke forklart",
                en: "The abbreviation “{abbreviation}” is used {count} times and not explained"
            ),
        };
        let (row, field) = match input.plan.settings.language {
            Language::En => ("term", "abbr"),
            Language::Sv => ("begrepp", "förkortning"),
            Language::Nn => ("omgrep", "forkorting"),
            Language::Nb | Language::Se => ("begrep", "forkortelse"),
        };
        let help = say!(
            nb: "Skriv den ut første gang, «hele navnet ({abbreviation})», eller forklar den i et register: [[{row}]] med {field} = \"{abbreviation}\".",
            en: "Write it out the first time, “the whole name ({abbreviation})”, or explain it in a register: [[{row}]] with {field} = \"{abbreviation}\"."
        );
        gather::tell(&UNEXPLAINED_ABBREVIATION, &places, (message, help), diagnostics);
    }
}

/// Abbreviations that entries explain: terms, and whatever is called so or has it in brackets.
fn explained_by_entries(plan: &Plan) -> HashSet<&str> {
    let mut known = HashSet::new();
    for entry in &plan.entries {
        known.insert(entry.title.as_str());
        if let Some((_, bracket)) = entry.title.rsplit_once('(') {
            known.insert(bracket.trim_end_matches(')'));
        }
        match &entry.details {
            Details::Term(term) => {
                known.insert(term.abbr.as_str());
                known.extend(term.forms.iter().map(String::as_str));
            }
            Details::Reference(reference) => {
                known.insert(reference.short.as_str());
            }
            _ => {}
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_and_other_capitals() {
        for (text, found) in [
            ("BTI-modellen", "BTI"),
            ("PPTs arbeid", "PPT"),
            ("PP-tjenesten", "PP"),
            ("CO-2 x", "CO-2"),
            ("ÅRV.", "ÅRV"),
        ] {
            assert_eq!(abbreviation(text), Some(found));
        }
        for text in ["FNs", "III", "PCer", "VIKTIGE", "IKKE", "Aa", "BUSKrapport", "COVID-19"] {
            assert_eq!(abbreviation(text), None, "{text}");
        }
    }

    #[test]
    fn explanations_in_the_text() {
        assert!(is_explained("PPT", "Pedagogisk-psykologisk tjeneste (", ") hjelper"));
        assert!(is_explained("BUP", "til ", " (barne- og ungdomspsykiatrisk poliklinikk)"));
        assert!(is_explained("BTI", "", " står for bedre tverrfaglig innsats"));
        assert!(!is_explained("BUA", "kan delta (", ")"));
        assert!(!is_explained("PPT", "hjelpetjenester (", ", ressursteam)"));
        assert!(!is_explained("BUP", "hos ", " (s. 4)"));
    }
}
