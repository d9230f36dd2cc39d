//! The interface's own words, in each language that planverk speaks.
//!
//! One TOML file a language, compiled in. A file has a `[theme]` table for the words that templates use
//! (`{{ t.skip_to_content }}`) and may have others for labels made in Rust; they are read as one flat
//! list, so a key stands in one table only. A plan's own terms replace single words.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::text::Language;

/// The words of one language, by key. Named `t` in templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> Words {
        let tables = tables(language);
        Words(tables.into_values().flatten().collect())
    }

    /// The word that a key stands for. A key that does not exist is shown as it is: the tests find it
    /// before a reader does.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// Whether there is such a word.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Puts the municipality's own word ("Tellinger") in place of planverk's ("Indikatorer").
    pub fn replace(&mut self, key: &str, word: impl Into<String>) {
        if let Some(old) = self.0.get_mut(key) {
            *old = word.into();
        }
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::Nb => include_str!("words/nb.toml"),
        Language::Nn => include_str!("words/nn.toml"),
        Language::Se => include_str!("words/se.toml"),
        Language::Sv => include_str!("words/sv.toml"),
        Language::En => include_str!("words/en.toml"),
    }
}

/// The tables of a language. The files are compiled in and each is read by the tests, so the empty
/// answer to a broken one is never met.
fn tables(language: Language) -> BTreeMap<String, BTreeMap<String, String>> {
    toml::from_str(source(language)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_keys_in_the_same_tables() {
        let keys = |language| -> Vec<(String, Vec<String>)> {
            let tables = tables(language).into_iter();
            tables.map(|(name, words)| (name, words.into_keys().collect())).collect()
        };
        let bokmal = keys(Language::Nb);
        assert!(!bokmal.is_empty());
        for language in Language::ALL {
            assert_eq!(keys(language), bokmal, "{}", language.tag());
        }
    }

    #[test]
    fn every_file_can_be_read_and_no_word_is_empty() {
        for language in Language::ALL {
            let read: Result<BTreeMap<String, BTreeMap<String, String>>, _> =
                toml::from_str(source(language));
            for (key, word) in read.unwrap().values().flatten() {
                assert!(!word.trim().is_empty(), "{}: {key}", language.tag());
            }
        }
    }

    #[test]
    fn a_key_stands_in_one_table_only() {
        let tables = tables(Language::Nb);
        let all: usize = tables.values().map(BTreeMap::len).sum();
        assert_eq!(Words::of(Language::Nb).keys().count(), all);
    }

    #[test]
    fn an_own_word_takes_the_place_of_ours() {
        let mut words = Words::of(Language::Nb);
        words.replace("indicators", "Tellinger");
        words.replace("no_such_key", "x");
        assert_eq!(words.get("indicators"), "Tellinger");
        assert_eq!(words.get("no_such_key"), "no_such_key");
        assert!(!words.has("no_such_key"));
    }
}
