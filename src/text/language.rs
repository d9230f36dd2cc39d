//! The languages that planverk's own words exist in.

/// A language of the interface. Norwegian: *språk*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Bokmål.
    #[default]
    Nb,
    /// Nynorsk.
    Nn,
    /// Northern Sámi.
    Se,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 5] =
        [Language::Nb, Language::Nn, Language::Se, Language::Sv, Language::En];

    /// The language with a BCP 47 tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Language> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Language::Nb => "nb",
            Language::Nn => "nn",
            Language::Se => "se",
            Language::Sv => "sv",
            Language::En => "en",
        }
    }
}
