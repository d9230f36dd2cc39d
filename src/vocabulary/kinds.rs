//! The kinds of entries, with the names that authors give them.

use super::Word;

/// A kind of entry. Norwegian: *slag*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each kind is described with its model type and in GLOSSARY.md")]
pub enum Kind {
    Page,
    Chapter,
    Value,
    Indicator,
    Narrative,
    DevelopmentArea,
    Goal,
    Measure,
    Role,
    Event,
    QualityTool,
    Report,
    Article,
    Source,
    Reference,
    Term,
    Field,
    Audience,
    Service,
    Attachment,
    Hearing,
}

/// The table of kinds, in the order in which overviews list them.
pub const KINDS: &[(Kind, Word)] = &[
    kind(Kind::Page, "page", &["side"], &["side"], &["sida"]),
    kind(Kind::Chapter, "chapter", &["kapittel"], &["kapittel"], &["kapitel"]),
    kind(Kind::Value, "value", &["verdi"], &["verdi"], &["värde"]),
    kind(
        Kind::DevelopmentArea,
        "development-area",
        &["utviklingsområde", "satsingsområde"],
        &["utviklingsområde", "satsingsområde"],
        &["utvecklingsområde"],
    ),
    kind(Kind::Goal, "goal", &["mål"], &["mål"], &["mål"]),
    kind(
        Kind::Indicator,
        "indicator",
        &["indikator", "telling"],
        &["indikator", "teljing"],
        &["indikator"],
    ),
    kind(Kind::Measure, "measure", &["tiltak"], &["tiltak"], &["åtgärd"]),
    kind(Kind::Narrative, "narrative", &["fortelling"], &["forteljing"], &["berättelse"]),
    kind(
        Kind::QualityTool,
        "quality-tool",
        &["kvalitetsverktøy"],
        &["kvalitetsverktøy"],
        &["kvalitetsverktyg"],
    ),
    kind(Kind::Event, "event", &["aktivitet"], &["aktivitet"], &["aktivitet"]),
    kind(Kind::Role, "role", &["rolle", "ansvar"], &["rolle", "ansvar"], &["roll", "ansvar"]),
    kind(
        Kind::Report,
        "report",
        &["statusrapport", "rapport"],
        &["statusrapport", "rapport"],
        &["statusrapport", "rapport"],
    ),
    kind(Kind::Article, "article", &["artikkel"], &["artikkel"], &["artikel"]),
    kind(Kind::Hearing, "hearing", &["høring"], &["høyring"], &["remiss"]),
    kind(Kind::Source, "source", &["kilde"], &["kjelde"], &["källa"]),
    kind(
        Kind::Reference,
        "reference",
        &["referanse", "føring"],
        &["referanse", "føring"],
        &["referens"],
    ),
    kind(Kind::Term, "term", &["begrep", "ord"], &["omgrep", "ord"], &["begrepp", "ord"]),
    kind(Kind::Field, "field", &["fagområde"], &["fagområde"], &["verksamhetsområde"]),
    kind(Kind::Audience, "audience", &["målgruppe"], &["målgruppe"], &["målgrupp"]),
    kind(Kind::Service, "service", &["tjeneste"], &["teneste"], &["tjänst", "verksamhet"]),
    kind(Kind::Attachment, "attachment", &["vedlegg"], &["vedlegg"], &["bilaga"]),
];

const fn kind(
    kind: Kind,
    name: &'static str,
    nb: &'static [&'static str],
    nn: &'static [&'static str],
    sv: &'static [&'static str],
) -> (Kind, Word) {
    (kind, Word { name, nb, nn, sv })
}

impl Kind {
    /// All kinds, in the table's order.
    pub fn all() -> impl Iterator<Item = Kind> {
        KINDS.iter().map(|(kind, _)| *kind)
    }

    /// The kind that an author's word means.
    #[must_use]
    pub fn find(written: &str) -> Option<Kind> {
        KINDS.iter().find(|(_, word)| word.is_written(written)).map(|(kind, _)| *kind)
    }

    /// Every way to write a kind, for the nearest one to what was written.
    pub fn spellings() -> impl Iterator<Item = &'static str> {
        KINDS.iter().flat_map(|(_, word)| word.spellings())
    }

    /// The kind's row in the table.
    #[must_use]
    pub fn word(self) -> &'static Word {
        let row = KINDS.iter().find(|(kind, _)| *kind == self);
        row.map_or(&KINDS[0].1, |(_, word)| word)
    }

    /// The English name, as it stands in exports and class names.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.word().name
    }
}
