//! Words into titles, sentences and paragraphs that read like a plan.
//!
//! A pattern is a sentence with holes: `~` and a letter, which [`fill`] knows. Nothing here says a
//! number, an abbreviation or "les mer": the checker is to find the corpus clean.

use super::rng::Rng;
use super::words::{ADJECTIVES, ADVERBS, NOUNS, PREPOSITIONS, VERBS};

/// "Trygge overganger i barnehagen".
const TITLE: &str = "~a ~m ~p ~t";

const PHRASE: &str = "~a ~m";

const HEADINGS: &[&str] = &["slik ~d vi ~t", "~t ~d ~m", "hva ~o betyr for ~t", "~m og ~m ~p ~t"];

const SENTENCES: &[&str] = &[
    "~a ~m ~d ~t ~p ~t.",
    "~t ~d ~x, og ~d ~t.",
    "når ~t ~d ~m, ~d ~t ~m ~n.",
    "det er ~g at ~t ~d ~t ~p ~t.",
    "vi ~d ~x sammen med ~t, slik at ~t ~d ~m.",
    "gjennom ~o og ~o kan ~m ~i ~a ~m.",
    "kommunen skal ~i ~t, og ~m skal ~i ~t ~n.",
    "både ~t og ~t ~d ~a ~m ~n.",
    "alle som ~d ~t, ~d også ~a ~m.",
];

/// Sentences around a link, which stands where `@` does.
const LINKING: &[&str] = &[
    "~t ~d ~m, slik @ viser.",
    "dette henger sammen med @ og ~a ~m.",
    "arbeidet bygger på @, der ~t ~d ~t.",
    "i @ ~d ~t ~a ~m.",
    "~t ~d ~x (@).",
    "sammen med @ ~d dette ~t ~n.",
];

/// A title.
pub fn title(rng: &mut Rng) -> String {
    capital(&fill(rng, TITLE))
}

/// A heading, of one of a few shapes.
pub fn heading(rng: &mut Rng) -> String {
    let pattern = rng.pick(HEADINGS);
    capital(&fill(rng, pattern))
}

/// A few words to call something by, as in a link or a table.
pub fn phrase(rng: &mut Rng) -> String {
    fill(rng, PHRASE)
}

/// A single word for something, for the head of a table's column.
pub fn column(rng: &mut Rng) -> String {
    capital(&fill(rng, "~m"))
}

/// A sentence, now and then with emphasis.
pub fn sentence(rng: &mut Rng) -> String {
    let words = bare_sentence(rng);
    if !rng.chance(9) {
        return words;
    }
    let mark = rng.pick(&["*", "**"]);
    let mut parts = words.splitn(3, ' ');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(word), Some(rest)) if word.chars().all(char::is_alphabetic) => {
            format!("{first} {mark}{word}{mark} {rest}")
        }
        _ => words,
    }
}

/// A sentence without emphasis, for where Markdown isn't read.
pub fn bare_sentence(rng: &mut Rng) -> String {
    let pattern = rng.pick(SENTENCES);
    capital(&fill(rng, pattern))
}

/// A sentence around a link that is already written.
pub fn linking_sentence(rng: &mut Rng, link: &str) -> String {
    let pattern = rng.pick(LINKING);
    capital(&fill(rng, pattern)).replace('@', link)
}

/// Sentences one after the other.
pub fn paragraph(rng: &mut Rng, sentences: usize) -> String {
    let sentences: Vec<String> = (0..sentences).map(|_| sentence(rng)).collect();
    sentences.join(" ")
}

/// The words with a capital first.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words with a small letter first, as a title stands within a sentence.
pub fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Fills the holes of a pattern.
fn fill(rng: &mut Rng, pattern: &str) -> String {
    let mut parts = pattern.split('~');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.as_bytes().first() {
            Some(b'a') => text.push_str(rng.pick(ADJECTIVES).2),
            Some(b'd') => text.push_str(rng.pick(VERBS).1),
            Some(b'g') => text.push_str(rng.pick(ADJECTIVES).1),
            Some(b'i') => text.push_str(rng.pick(VERBS).0),
            Some(b'm') => text.push_str(rng.pick(NOUNS).2),
            Some(b'n') => text.push_str(rng.pick(ADVERBS)),
            Some(b'o') => text.push_str(rng.pick(NOUNS).0),
            Some(b'p') => text.push_str(rng.pick(PREPOSITIONS)),
            Some(b't') => text.push_str(rng.pick(NOUNS).1),
            _ => text.push_str(&thing(rng)),
        }
        text.push_str(&part[1..]);
    }
    text
}

/// An adjective that agrees with its noun: "et trygt miljø".
fn thing(rng: &mut Rng) -> String {
    let (adjective, noun) = (rng.pick(ADJECTIVES), rng.pick(NOUNS));
    let (article, adjective) = if noun.3 { ("et", adjective.1) } else { ("en", adjective.0) };
    format!("{article} {adjective} {}", noun.0)
}
