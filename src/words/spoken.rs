//! What a language tells without a plan: dates and numbers. Their parts, signs and order stand in its Fluent file like
//! all other words. Each file is read once, when something in its language is first told.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Messages, messages, say};
use crate::text::Language;

/// What is told in the words of a language.
pub trait InWords {
    /// As the language writes it: "18. juni 2026", "fra 2026", "14 500,5".
    fn format(&self, language: Language) -> String;
}

/// A language, with what is told again and again at hand.
pub(super) struct Spoken {
    messages: Messages,
    /// The names of the months, from January.
    pub(super) months: Vec<String>,
    /// What stands before decimals.
    pub(super) point: String,
    /// What stands between groups of three digits.
    pub(super) group: String,
    /// A number as a share of a hundred.
    pub(super) percent: Shape,
    /// A number, then its unit.
    pub(super) unit: Shape,
    /// A day of a month, then the year: for each month, from January.
    pub(super) days: Vec<Shape>,
}

/// A message with two places for what differs, told once: Fluent takes ten times as long to tell it anew.
pub(super) struct Shape(String);

impl Shape {
    /// What stands for the values while the message is told; no word holds it.
    const PLACES: [&str; 2] = ["\u{1}", "\u{2}"];

    pub(super) fn with(&self, first: &str, second: &str) -> String {
        let mut text = String::with_capacity(self.0.len() + first.len() + second.len());
        for part in self.0.split_inclusive(|letter| letter <= '\u{2}') {
            let value = if part.ends_with('\u{1}') { first } else { second };
            let words = part.trim_end_matches(|letter| letter <= '\u{2}');
            text.push_str(words);
            text.push_str(if words.len() < part.len() { value } else { "" });
        }
        text
    }
}

pub(super) fn spoken(language: Language) -> &'static Spoken {
    static SPOKEN: [OnceLock<Spoken>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    let at = Language::ALL.iter().position(|one| *one == language).unwrap_or(0);
    SPOKEN[at].get_or_init(|| {
        let (messages, _) = messages(language, &BTreeMap::new());
        let word = |key, values: FluentArgs<'_>| say(&messages, key, &values).unwrap_or_default();
        let month = |month: i8| {
            word("month_name", [("month", FluentValue::from(month))].into_iter().collect())
        };
        let months = (1..=12).map(month).collect();
        // Where a message has but one place, or no month, the rest is nowhere put.
        let shape = |key, names: [&'static str; 2], month: i8| {
            let places = names.into_iter().zip(Shape::PLACES.map(FluentValue::from));
            let month = ("month", FluentValue::from(month));
            Shape(word(key, places.chain([month]).collect()))
        };
        let days = (1..=12).map(|month| shape("date_day", ["day", "year"], month)).collect();
        let percent = shape("number_percent", ["number", ""], 0);
        let unit = shape("number_unit", ["number", "unit"], 0);
        // A number written out shows the signs between its digits: first a group's, then the decimals'.
        let sample = word("number_sample", FluentArgs::new());
        let mut signs =
            sample.split(|sign: char| sign.is_ascii_digit()).filter(|sign| !sign.is_empty());
        let mut sign = || signs.next().unwrap_or_default().to_string();
        Spoken { months, group: sign(), point: sign(), percent, unit, days, messages }
    })
}

/// A message of a language, with its variables filled in.
pub(super) fn told<'v, const N: usize>(
    language: Language,
    key: &str,
    values: [(&'v str, FluentValue<'v>); N],
) -> String {
    let values: FluentArgs<'v> = values.into_iter().collect();
    say(&spoken(language).messages, key, &values).unwrap_or_default()
}
