//! Words for where something stands on a paper page: "forrige kapittel", "til høyre", "se side 12".
//!
//! On a screen there is no right-hand side and no page 12, and a chapter may be read alone.

use super::bodies::Part;
use super::notes::Notes;
use super::words::Word;
use crate::diagnostic::rules::PLACE_WORD;
use crate::text::Language;

/// A phrase: one of the words of each step, in order.
type Phrase = &'static [&'static [&'static str]];

/// Stands for a number.
const NUMBER: &str = "#";
/// Stands for the end of a clause: a mark, or nothing more.
const STOP: &str = ".";

/// What a paper page has above and below.
const NORWEGIAN_THINGS: &[&str] = &[
    "boksen",
    "boksene",
    "boksane",
    "rammen",
    "ramma",
    "ruta",
    "ruten",
    "figuren",
    "tabellen",
    "bildet",
    "biletet",
    "modellen",
    "diagrammet",
    "listen",
    "lista",
    "teksten",
];

/// How many kinds of beginnings words are told apart by.
const FIRSTS: usize = 1024;

const NORWEGIAN: [Phrase; 7] = [
    &[
        &["forrige", "førre", "neste", "foregående", "føregåande", "påfølgende"],
        &["kapittel", "kapitlet", "kapittelet", "side", "avsnitt", "avsnittet", "figur", "tabell"],
    ],
    &[
        &["til"],
        &["høyre", "venstre", "høgre"],
        &[STOP, "viser", "ser", "er", "står", "og", "finner", "ligger", "i", "på"],
    ],
    &[NORWEGIAN_THINGS, &["ovenfor", "nedenfor", "ovanfor", "nedanfor"]],
    &[
        NORWEGIAN_THINGS,
        &["over", "under"],
        &[
            STOP,
            "viser",
            "syner",
            "gir",
            "gjev",
            "forteller",
            "fortel",
            "ser",
            "er",
            "har",
            "beskriver",
            "oppsummerer",
            "illustrerer",
            "inneholder",
        ],
    ],
    &[&["se", "sjå"], &["side", "s"], &[NUMBER]],
    &[&["olgeš", "gurut"], &["bealde"]],
    &[&["ovddit", "boahtte"], &["kapihtal", "kapihttal", "siidu"]],
];

const SWEDISH_THINGS: &[&str] =
    &["rutan", "figuren", "tabellen", "bilden", "modellen", "diagrammet", "listan", "texten"];

const SWEDISH: [Phrase; 5] = [
    &[
        &["föregående", "förra", "nästa"],
        &["kapitel", "kapitlet", "sida", "sidan", "avsnitt", "avsnittet", "figur", "tabell"],
    ],
    &[&["till"], &["höger", "vänster"], &[STOP, "visar", "ser", "är", "och", "finns", "i", "på"]],
    &[SWEDISH_THINGS, &["ovan", "nedan", "ovanför", "nedanför"]],
    &[SWEDISH_THINGS, &["över", "under"], &[STOP, "visar", "ger", "är", "har", "beskriver"]],
    &[&["se"], &["sida", "sidan", "s"], &[NUMBER]],
];

const ENGLISH: [Phrase; 4] = [
    &[&["previous", "next", "preceding"], &["chapter", "page", "section", "figure", "table"]],
    &[&["to", "on"], &["the"], &["right", "left"], &[STOP, "shows", "is", "are", "lists", "tells"]],
    &[
        &["box", "figure", "table", "picture", "chart", "list", "diagram", "text"],
        &["above", "below"],
    ],
    &[&["see"], &["page", "p", "pages"], &[NUMBER]],
];

/// The phrases of a language, with a quick way to pass over words that begin none.
pub(super) struct Phrases {
    /// Each word that begins a phrase, with the phrase.
    beginnings: Vec<(&'static str, Phrase)>,
    /// For the first bytes of a word, a bit for each beginning with the same.
    firsts: Box<[u64; FIRSTS]>,
}

impl Phrases {
    /// The phrases of the language that a plan is written in.
    pub fn of(language: Language) -> Phrases {
        let phrases: &'static [Phrase] = match language {
            Language::Nb | Language::Nn | Language::Se => &NORWEGIAN,
            Language::Sv => &SWEDISH,
            Language::En => &ENGLISH,
        };
        let beginnings =
            phrases.iter().flat_map(|phrase| phrase[0].iter().map(|word| (*word, *phrase)));
        let beginnings: Vec<(&str, Phrase)> = beginnings.collect();
        // A bit for each.
        debug_assert!(beginnings.len() <= 64);
        let mut firsts = Box::new([0; FIRSTS]);
        for (place, (word, _)) in beginnings.iter().enumerate() {
            firsts[hash(word.as_bytes())] |= 1 << place;
        }
        Phrases { beginnings, firsts }
    }

    /// The words that begin a phrase.
    pub fn firsts(&self) -> impl Iterator<Item = &'static str> {
        self.beginnings.iter().map(|(word, _)| *word)
    }

    /// The rule `place-word`: notes a phrase that begins with a word.
    pub fn place_word(&self, part: &Part, word: &Word, notes: &mut Notes) {
        let mut likely = self.firsts[hash(&word.text.as_bytes()[word.start..])];
        if likely == 0 {
            return;
        }
        let rest = &word.text[word.start..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        while likely != 0 {
            let (first, phrase) = self.beginnings[likely.trailing_zeros() as usize];
            likely &= likely - 1;
            if first.eq_ignore_ascii_case(&rest[..end])
                && let Some(length) = length_of(rest, phrase)
            {
                let start = word.base + word.start;
                let words = rest[..length].split_whitespace().collect::<Vec<_>>().join(" ");
                notes.note(&PLACE_WORD, part.document().span(start..start + length), words);
                return;
            }
        }
    }
}

/// A number below [`FIRSTS`] from the first four bytes of a word, whatever their case.
fn hash(bytes: &[u8]) -> usize {
    let is_letter = |byte: &&u8| **byte >= 0x80 || byte.is_ascii_alphanumeric();
    let letters = bytes.iter().take(4).take_while(is_letter);
    let key = letters.fold(0, |key, byte| key << 8 | u32::from(byte | 0x20));
    (key.wrapping_mul(0x9E37_79B1) >> 22) as usize
}

/// The length of a phrase at the start of a text; what only shows that the clause ends is no part of it.
fn length_of(text: &str, phrase: Phrase) -> Option<usize> {
    let mut at = 0;
    let mut length = 0;
    for step in phrase {
        let gap: usize = text[at..]
            .chars()
            .take_while(|letter| letter.is_whitespace() || *letter == '>')
            .map(char::len_utf8)
            .sum();
        let rest = &text[at + gap..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..end];
        // No letter but the first of a sentence is a capital, and none of those is beyond ASCII.
        let fits = step.iter().any(|choice| match *choice {
            NUMBER => !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()),
            STOP => word.is_empty(),
            choice => choice.eq_ignore_ascii_case(word),
        });
        if !fits {
            return None;
        }
        if !step.contains(&STOP) {
            length = at + gap + end;
        }
        // "s. 12"
        let dot =
            usize::from(matches!(word, "s" | "p")) * usize::from(rest[end..].starts_with('.'));
        at += gap + end + dot;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_and_what_only_looks_like_them() {
        let found = |text: &str| {
            NORWEGIAN
                .iter()
                .find_map(|phrase| length_of(text, phrase))
                .map(|end| text[..end].to_string())
        };
        for (text, phrase) in [
            ("forrige kapittel så du", "forrige kapittel"),
            ("Til høyre)", "Til høyre"),
            ("til\n> venstre", "til\n> venstre"),
            ("boksen under viser", "boksen under"),
            ("Figuren nedenfor", "Figuren nedenfor"),
            ("se side 12 for", "se side 12"),
            ("se s. 12", "se s. 12"),
        ] {
            assert_eq!(found(text).as_deref(), Some(phrase));
        }
        for text in
            ["neste år", "listen over skoler", "se siden", "forrige plan", "til høyre for sentrum"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
