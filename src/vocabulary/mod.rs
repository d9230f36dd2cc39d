//! The one table of names: kinds, fields, heading roles and choices (states, directions, levels).
//!
//! Everything has one English name, which the code uses, and the names that authors write in bokmål,
//! nynorsk and Swedish. A name is looked up folded (`å` = `aa`, `ø`/`ö` = `oe`, `æ`/`ä` = `ae`, no case),
//! so that a name that TOML can't hold bare may be written either way. The tables live in
//! `kinds`, `fields` and `choices`; this file holds the lookup.

mod choices;
mod fields;
mod kinds;

pub use choices::{CHOICES, ChoiceSet, PARTS, ROLES};
pub use fields::{FIELDS, PLAN_FIELDS, Schema, fields_of, plan_fields, sub_fields};
pub use kinds::{KINDS, Kind};

use crate::text::Language;

/// One name in English and as authors write it.
///
/// The first word of a language is what planverk itself writes; the others are understood too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The English name, used in the code and in exports.
    pub name: &'static str,
    /// Bokmål.
    pub nb: &'static [&'static str],
    /// Nynorsk.
    pub nn: &'static [&'static str],
    /// Swedish.
    pub sv: &'static [&'static str],
}

impl Word {
    /// The word as an author of a language writes it; Northern Sámi plans use the bokmål names.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &'static str {
        let words = match language {
            Language::En => return self.name,
            Language::Nb | Language::Se => self.nb,
            Language::Nn => self.nn,
            Language::Sv => self.sv,
        };
        words.first().copied().unwrap_or(self.name)
    }

    /// All spellings, the English first.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> + '_ {
        std::iter::once(self.name)
            .chain(self.nb.iter().copied())
            .chain(self.nn.iter().copied())
            .chain(self.sv.iter().copied())
    }

    /// Whether a written word means this one.
    #[must_use]
    pub fn is_written(&self, written: &str) -> bool {
        self.spellings().any(|spelling| is_same(spelling, written))
    }
}

/// Finds the word that was written among those allowed at that place.
#[must_use]
pub fn find<'w>(words: &'w [Word], written: &str) -> Option<&'w Word> {
    words.iter().find(|word| word.is_written(written))
}

/// What a municipality may name in `[terms]`: a kind or a part, by its English name.
#[must_use]
pub fn term(written: &str) -> Option<&'static str> {
    let kind = Kind::find(written).map(Kind::name);
    kind.or_else(|| find(PARTS, written).map(|word| word.name))
}

/// Whether two names are the same when folded.
#[must_use]
pub fn is_same(a: &str, b: &str) -> bool {
    // To fold a name never changes how many bytes it takes, and most pairs differ in that.
    a.len() == b.len() && letters(a).eq(letters(b))
}

/// Folds a name to the form that names are compared in.
///
/// ```
/// assert_eq!(planverk::vocabulary::fold("Målgruppe"), "maalgruppe");
/// ```
#[must_use]
pub fn fold(name: &str) -> String {
    letters(name).collect()
}

/// The letters of a folded name. Names are compared far more often than they are kept.
fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().flat_map(|letter| {
        let (first, second) = match letter {
            'å' | 'Å' => ('a', Some('a')),
            'ø' | 'ö' | 'Ø' | 'Ö' => ('o', Some('e')),
            'æ' | 'ä' | 'Æ' | 'Ä' => ('a', Some('e')),
            '_' | ' ' => ('-', None),
            other => (other.to_ascii_lowercase(), None),
        };
        std::iter::once(first).chain(second)
    })
}
