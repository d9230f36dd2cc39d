//! Analysis: from running text to words, the same here and in the reader's browser.
//!
//! `themes/default/static/search-find.js` does the same in the browser, and both are held to
//! `tests/search/vectors.json`. A word is a letter with the letters and digits after it, in lower
//! case; a figure is one word as it is written (`41,85`, `58 750`, `31/25`).

use crate::text::{Language, holds};
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Analyses texts of one language.
pub(super) struct Analysis {
    stemmer: Option<Stemmer>,
}

impl Analysis {
    /// For a language; Northern Sámi has no stemmer yet.
    pub(super) fn of(language: Language) -> Analysis {
        let algorithm = match language {
            Language::Nb | Language::Nn => Some(Algorithm::Norwegian),
            Language::Sv => Some(Algorithm::Swedish),
            Language::En => Some(Algorithm::English),
            Language::Se => None,
        };
        Analysis { stemmer: algorithm.map(Stemmer::create) }
    }

    /// The stem of a word.
    pub(super) fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(word),
            None => Cow::Borrowed(word),
        }
    }
}

/// The words of a text, in order.
pub(super) fn each_word(text: &str, mut give: impl FnMut(&str)) {
    let text: &str = &composed(text);
    let mut lower = String::new();
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let (end, form) = match byte {
            b'0'..=b'9' => (figure(text, at), Form::Figure),
            b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => name(text, at),
            _ => {
                at += 1;
                continue;
            }
        };
        if end == at {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let written = &text[at..end];
        at = end;
        lower.clear();
        match form {
            // Most words: nothing to change, nothing to copy.
            Form::Lower => {
                give(written);
                continue;
            }
            Form::Capitals => {
                lower.push_str(written);
                lower.make_ascii_lowercase();
            }
            Form::Other => lower.extend(written.chars().flat_map(char::to_lowercase)),
            Form::Figure => lower.extend(written.chars().filter_map(of_figure)),
        }
        give(&lower);
    }
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// In lower case.
    Lower,
    /// With capitals of the plain alphabet.
    Capitals,
    /// With letters that take a look at a table.
    Other,
    Figure,
}

/// Composed letters, without soft hyphens.
fn composed(text: &str) -> Cow<'_, str> {
    // Letters below U+0300 are composed already; 0xCC is the first byte of those above.
    let is_plain = !holds(text, |byte| byte >= 0xCC);
    let text = if is_plain || is_nfc(text) { Cow::Borrowed(text) } else { text.nfc().collect() };
    if text.contains('\u{ad}') { text.replace('\u{ad}', "").into() } else { text }
}

/// The letters and digits that most words are made of.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        plain[byte] = (byte as u8).is_ascii_lowercase() || (byte as u8).is_ascii_digit();
        byte += 1;
    }
    plain
};

/// Where the word that begins here ends, and how it is written; it ends here if no letter stands here.
fn name(text: &str, start: usize) -> (usize, Form) {
    let (mut end, mut form) = (start, Form::Lower);
    let bytes = text.as_bytes();
    loop {
        while bytes.get(end).is_some_and(|byte| PLAIN[usize::from(*byte)]) {
            end += 1;
        }
        let more = match bytes.get(end) {
            Some(b'A'..=b'Z') => {
                form = form.max(Form::Capitals);
                1
            }
            Some(0..0x80) | None => return (end, form),
            // From à to ÿ, but for the sign of division between them.
            Some(0xC3) if matches!(bytes.get(end + 1), Some(0xA0..=0xB6 | 0xB8..)) => 2,
            Some(_) => match text[end..].chars().next().filter(|letter| letter.is_alphabetic()) {
                Some(letter) => {
                    form = Form::Other;
                    letter.len_utf8()
                }
                None => return (end, form),
            },
        };
        end += more;
    }
}

/// Where the figure that begins here ends: digits in threes with spaces between, or digits with a
/// point, a comma or a slash between.
fn figure(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = start + digits(start);
    if end - start <= 3 {
        while let Some(space) =
            text[end..].chars().next().filter(|one| " \u{a0}\u{202f}".contains(*one))
        {
            let next = end + space.len_utf8();
            if digits(next) != 3 {
                break;
            }
            end = next + 3;
        }
    }
    while bytes.get(end).is_some_and(|byte| b".,/".contains(byte)) && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    end
}

/// A letter of a figure: its spaces go, and its point is a comma.
fn of_figure(letter: char) -> Option<char> {
    match letter {
        ' ' | '\u{a0}' | '\u{202f}' => None,
        '.' => Some(','),
        letter => Some(letter),
    }
}

/// A word with plain letters: `møte`, `moete` and `mote` are the same.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfd().filter(|letter| !('\u{300}'..'\u{370}').contains(letter)) {
        match letter {
            'æ' => folded.push('a'),
            'ø' => folded.push('o'),
            'đ' => folded.push('d'),
            'ŋ' => folded.push('n'),
            'ŧ' => folded.push('t'),
            letter => folded.push(letter),
        }
    }
    folded.replace("aa", "a").replace("ae", "a").replace("oe", "o")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Deserialize)]
    struct Vectors {
        words: Vec<(String, Vec<String>)>,
        fold: Vec<(String, String)>,
        stem: BTreeMap<String, Stems>,
    }

    /// Single words with their stems, and every base with every ending: a hash holds thousands of stems.
    #[derive(Deserialize)]
    struct Stems {
        some: String,
        bases: String,
        endings: String,
        hash: u32,
    }

    fn vectors() -> Vectors {
        serde_json::from_str(include_str!("../../tests/search/vectors.json")).unwrap()
    }

    #[test]
    fn words_and_figures_are_as_the_vectors_say() {
        for (text, expected) in vectors().words {
            let mut words = Vec::new();
            each_word(&text, |word| words.push(word.to_string()));
            assert_eq!(words, expected, "{text}");
        }
    }

    #[test]
    fn plain_letters_are_as_the_vectors_say() {
        for (word, expected) in vectors().fold {
            assert_eq!(fold(&word), expected, "{word}");
        }
    }

    #[test]
    fn stems_are_as_the_vectors_say() {
        for (tag, stems) in vectors().stem {
            let analysis = Analysis::of(Language::from_tag(&tag).unwrap());
            for row in stems.some.split(' ') {
                let (word, stem) = row.split_once('>').unwrap();
                assert_eq!(analysis.stem(word), stem, "{tag}: {word}");
            }
            let words = stems.bases.split(' ').flat_map(|base| {
                stems.endings.split(' ').map(move |ending| format!("{base}{ending}"))
            });
            let hash = words.fold(0x811c_9dc5_u32, |hash, word| {
                let stem = analysis.stem(&word).into_owned() + " ";
                stem.chars()
                    .fold(hash, |hash, letter| (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193))
            });
            assert_eq!(hash, stems.hash, "{tag}");
        }
    }
}
