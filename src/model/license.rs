//! The licences under which a plan and its figures may be used again.

/// A licence for open data. Norwegian: *lisens*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum License {
    /// Norwegian licence for public data, which asks for attribution.
    Nlod2,
    /// Creative Commons, attribution.
    CcBy4,
    /// Creative Commons, no rights reserved.
    Cc0,
}

impl License {
    /// The licence with a name of the vocabulary.
    #[must_use]
    pub fn named(name: &str) -> Option<License> {
        [License::Nlod2, License::CcBy4, License::Cc0].into_iter().find(|one| one.name() == name)
    }

    /// Its short name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            License::Nlod2 => "NLOD-2.0",
            License::CcBy4 => "CC-BY-4.0",
            License::Cc0 => "CC0-1.0",
        }
    }

    /// Where its words stand.
    #[must_use]
    pub fn url(self) -> &'static str {
        match self {
            License::Nlod2 => "https://data.norge.no/nlod/no/2.0",
            License::CcBy4 => "https://creativecommons.org/licenses/by/4.0/",
            License::Cc0 => "https://creativecommons.org/publicdomain/zero/1.0/",
        }
    }

    /// Its name in the EU's list of licences, which catalogues of data must use.
    #[must_use]
    pub fn authority(self) -> &'static str {
        match self {
            License::Nlod2 => "http://publications.europa.eu/resource/authority/licence/NLOD_2_0",
            License::CcBy4 => "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0",
            License::Cc0 => "http://publications.europa.eu/resource/authority/licence/CC0",
        }
    }
}
