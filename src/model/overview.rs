//! The pages that no entry stands behind, and what they are called in addresses.

use crate::text::Language;

/// The folder of the page that searches, with a slash: its address ends with it.
#[must_use]
pub fn search_folder(language: Language) -> &'static str {
    match language {
        Language::Nb | Language::Nn | Language::Sv => "sok/",
        Language::Se => "oza/",
        Language::En => "search/",
    }
}

/// The page that searches, from the site's root.
#[must_use]
pub fn search_path(language: Language) -> String {
    search_folder(language).to_string() + "index.html"
}

/// The folder of frozen versions, without a slash.
#[must_use]
pub fn version_folder(language: Language) -> &'static str {
    match language {
        Language::Nb => "versjoner",
        Language::Nn => "versjonar",
        Language::Se => "versuvnnat",
        Language::Sv => "versioner",
        Language::En => "versions",
    }
}

/// An overview page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Overview {
    /// Goals × indicators × measures.
    Matrix,
    /// All indicators.
    Indicators,
    /// Measures by status.
    Measures,
    /// Everything by responsible.
    Responsible,
    /// What this means for me.
    Audiences,
    /// The annual wheel. Norwegian: *årshjul*.
    Wheel,
    /// All narratives.
    Narratives,
    /// All quality tools.
    Tools,
    /// Values.
    Values,
    /// Reports and articles.
    News,
    /// Hearings.
    Hearings,
    /// References by level.
    References,
    /// Sources of figures.
    Sources,
    /// Services and fields of work.
    Services,
    /// Attachments.
    Attachments,
    /// Terms and abbreviations.
    Glossary,
    /// Words A–Å.
    Register,
    /// The plan on one page.
    Whole,
    /// The files for machines, and what they may be used for.
    OpenData,
    /// Contact, accessibility, privacy.
    About,
}

impl Overview {
    /// All of them, in the order in which menus list them.
    pub const ALL: [Overview; 20] = [
        Overview::Matrix,
        Overview::Indicators,
        Overview::Measures,
        Overview::Responsible,
        Overview::Audiences,
        Overview::Wheel,
        Overview::Narratives,
        Overview::Tools,
        Overview::Values,
        Overview::News,
        Overview::Hearings,
        Overview::References,
        Overview::Sources,
        Overview::Services,
        Overview::Attachments,
        Overview::Glossary,
        Overview::Register,
        Overview::Whole,
        Overview::OpenData,
        Overview::About,
    ];

    /// Its path from the site's root, in the plan's language.
    #[must_use]
    pub fn path(self, language: Language) -> String {
        let folder = match language {
            Language::Nb | Language::Sv => "oversikt",
            Language::Nn => "oversyn",
            Language::Se => "geahcastat",
            Language::En => "overview",
        };
        format!("{folder}/{}.html", self.slug(language))
    }

    /// Its name in English, for classes and keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.slugs()[4]
    }

    fn slug(self, language: Language) -> &'static str {
        let place = Language::ALL.iter().position(|one| *one == language).unwrap_or(0);
        self.slugs()[place]
    }

    /// Slugs in bokmål, nynorsk, Northern Sámi, Swedish and English.
    fn slugs(self) -> [&'static str; 5] {
        match self {
            Overview::Matrix => ["sammenheng", "samanheng", "oktavuohta", "sammanhang", "matrix"],
            Overview::Indicators => {
                ["indikatorer", "indikatorar", "indikahtorat", "indikatorer", "indicators"]
            }
            Overview::Measures => ["tiltak", "tiltak", "doaimmat", "atgarder", "measures"],
            Overview::Responsible => {
                ["ansvar", "ansvar", "ovddasvastadus", "ansvar", "responsible"]
            }
            Overview::Audiences => ["for-deg", "for-deg", "dutnje", "for-dig", "for-you"],
            Overview::Wheel => ["arshjul", "arshjul", "jahkejuvla", "arshjul", "annual-wheel"],
            Overview::Narratives => {
                ["fortellinger", "forteljingar", "muitalusat", "berattelser", "narratives"]
            }
            Overview::Tools => {
                ["kvalitetsverktoy", "kvalitetsverktoy", "reaiddut", "kvalitetsverktyg", "tools"]
            }
            Overview::Values => ["verdier", "verdiar", "arvvut", "varden", "values"],
            Overview::News => ["nytt", "nytt", "odd", "nytt", "news"],
            Overview::Hearings => {
                ["horinger", "hoyringar", "gulaskuddamat", "remisser", "hearings"]
            }
            Overview::References => {
                ["referanser", "referansar", "cujuhusat", "referenser", "references"]
            }
            Overview::Sources => ["kilder", "kjelder", "galdut", "kallor", "sources"],
            Overview::Services => ["tjenester", "tenester", "balvalusat", "tjanster", "services"],
            Overview::Attachments => ["vedlegg", "vedlegg", "mildosat", "bilagor", "attachments"],
            Overview::Glossary => ["ordliste", "ordliste", "satnelistu", "ordlista", "glossary"],
            Overview::Register => ["register", "register", "registtar", "register", "register"],
            Overview::Whole => {
                ["hele-planen", "heile-planen", "olles-plana", "hela-planen", "whole-plan"]
            }
            Overview::OpenData => {
                ["apne-data", "opne-data", "rabas-dahtat", "oppna-data", "open-data"]
            }
            Overview::About => ["om", "om", "birra", "om", "about"],
        }
    }
}
