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
        // A number written out shows the signs between its digits: first a group's, then the decimals'.
        let sample = word("number_sample", FluentArgs::new());
        let mut signs =
            sample.split(|sign: char| sign.is_ascii_digit()).filter(|sign| !sign.is_empty());
        let mut sign = || signs.next().unwrap_or_default().to_string();
        Spoken { months, group: sign(), point: sign(), messages }
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
