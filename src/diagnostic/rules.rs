//! The table of rules. A rule is data: a name, a severity, a summary and a page of explanation.

use super::Severity;
use crate::text::Language;

/// A rule that a plan may break.
#[derive(Debug)]
pub struct Rule {
    /// Its name, as messages show it and `planverk explain` takes it.
    pub name: &'static str,
    /// Whether breaking it stops the build.
    pub severity: Severity,
    summary: [&'static str; 2],
    explanation: [&'static str; 2],
}

impl Rule {
    /// One line on what it is about.
    #[must_use]
    pub fn summary(&self, language: Language) -> &'static str {
        self.summary[usize::from(language == Language::En)]
    }

    /// A page that explains it: why, what it looks like, what to do.
    #[must_use]
    pub fn explanation(&self, language: Language) -> &'static str {
        self.explanation[usize::from(language == Language::En)]
    }

    /// The rule with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Rule> {
        RULES.iter().copied().find(|rule| rule.name == name)
    }
}

macro_rules! rules {
    ($($constant:ident = $name:literal $severity:ident $nb:literal $en:literal;)*) => {
        $(
            #[doc = $en]
            pub static $constant: Rule = Rule {
                name: $name,
                severity: Severity::$severity,
                summary: [$nb, $en],
                explanation: [
                    include_str!(concat!("explanations/nb/", $name, ".md")),
                    include_str!(concat!("explanations/en/", $name, ".md")),
                ],
            };
        )*

        /// Every rule: mistakes first, then advice.
        pub static RULES: &[&Rule] = &[$(&$constant),*];
    };
}

rules! {
    MISSING_PLAN = "missing-plan" Mistake
        "Mappen er ingen plan: content/plan.toml mangler"
        "The folder is no plan: content/plan.toml is missing";
    NOT_UTF8 = "not-utf8" Mistake
        "En fil er ikke lagret som UTF-8"
        "A file is not saved as UTF-8";
    EMPTY_FILE = "empty-file" Mistake
        "En fil er tom"
        "A file is empty";
    SYMBOLIC_LINK = "symbolic-link" Mistake
        "En symbolsk lenke i innholdet"
        "A symbolic link in the content";
    MISSING_FILE = "missing-file" Mistake
        "En fil som det vises til, finnes ikke"
        "A file that is pointed to does not exist";
    UNSAFE_FILE = "unsafe-file" Mistake
        "En fil kan skade dem som åpner den"
        "A file could harm those who open it";
    TOML_SYNTAX = "toml-syntax" Mistake
        "Feltene kan ikke leses"
        "The fields can't be read";
    UNCLOSED_FIELDS = "unclosed-fields" Mistake
        "Feltene øverst i filen er ikke avsluttet"
        "The fields at the top of a file are not closed";
    UNKNOWN_KIND = "unknown-kind" Mistake
        "Et slag som ikke finnes"
        "A kind that does not exist";
    UNKNOWN_FIELD = "unknown-field" Mistake
        "Et felt som ikke finnes for dette slaget"
        "A field that this kind does not have";
    UNKNOWN_CHOICE = "unknown-choice" Mistake
        "Et valg som feltet ikke har"
        "A choice that the field does not have";
    UNKNOWN_ROLE = "unknown-role" Mistake
        "En rolle som overskrifter ikke har"
        "A role that headings do not have";
    WRONG_TYPE = "wrong-type" Mistake
        "Feltet har feil type verdi"
        "The field holds the wrong type of value";
    MISSING_FIELD = "missing-field" Mistake
        "Et felt som må være med, mangler"
        "A required field is missing";
    NOT_A_DATE = "not-a-date" Mistake
        "Datoen finnes ikke"
        "The date does not exist";
    BAD_ID = "bad-id" Mistake
        "En id som ikke kan stå i en adresse"
        "An id that can't stand in an address";
    DOUBLED_ID = "doubled-id" Mistake
        "To oppføringer har samme id"
        "Two entries have the same id";
    DOUBLED_ADDRESS = "doubled-address" Mistake
        "To sider får samme adresse"
        "Two pages get the same address";
    UNKNOWN_REFERENCE = "unknown-reference" Mistake
        "Noe det vises til, finnes ikke"
        "What is referred to does not exist";
    WRONG_KIND = "wrong-kind" Mistake
        "Det vises til en oppføring av feil slag"
        "A reference to an entry of the wrong kind";
    UNKNOWN_FOOTNOTE = "unknown-footnote" Mistake
        "En fotnote det vises til, finnes ikke"
        "A footnote that is referred to does not exist";
    UNKNOWN_FIGURE = "unknown-figure" Mistake
        "Et tall det vises til, finnes ikke i måleserien"
        "A figure that is referred to is not in the series";
    UNSAFE_LINK = "unsafe-link" Mistake
        "En lenke som nettlesere kan kjøre som program"
        "A link that browsers may run as a program";
    BARE_PIPE = "bare-pipe" Mistake
        "En strek i en lenke deler tabellen"
        "A bar in a link splits the table";
    UNREADABLE_DATA = "unreadable-data" Mistake
        "En fil med data kan ikke leses"
        "The data can't be read";
    GOAL_CIRCLE = "goal-circle" Mistake
        "Mål ligger under hverandre i ring"
        "Goals stand under each other in a circle";
    EMBED_CIRCLE = "embed-circle" Mistake
        "Innfelte oppføringer feller inn hverandre i ring"
        "Embeds embed each other in a circle";
    TYPED_NUMBER = "typed-number" Mistake
        "Et nummer er skrevet for hånd i en overskrift"
        "A number is typed in a heading";
    NO_CONSENT = "no-consent" Mistake
        "En fortelling om en person mangler gyldig samtykke"
        "A narrative about a person has no valid consent";
    NATIONAL_ID = "national-id" Mistake
        "Et fødselsnummer står i teksten"
        "A national identity number stands in the text";
    PRIVATE_CONTACT = "private-contact" Mistake
        "En privat telefon eller e-postadresse står i teksten"
        "A private phone number or e-mail address stands in the text";
    UNUSABLE_PICTURE = "unusable-picture" Mistake
        "Et bilde kan ikke brukes"
        "A picture can't be used";
    LOST_COMMENT = "lost-comment" Mistake
        "Et kommentert avsnitt er borte uten at det er sagt hvor"
        "A commented paragraph is gone with no word of where it went";
    LATE_SUBMISSION = "late-submission" Mistake
        "Et høringssvar kom etter fristen"
        "A submission came after the deadline";
    ALTERED_SUBMISSION = "altered-submission" Mistake
        "Et høringssvar er ikke slik det ble mottatt"
        "A submission is not as it was received";
    UNFINISHED_REDACTION = "unfinished-redaction" Mistake
        "Noe er tatt ut av et høringssvar uten at det er gjort ferdig"
        "Something was taken out of a submission, and not all the way";
    EMPTY_CHANGE = "empty-change" Mistake
        "En vurdering viser til en endring som ikke er noen"
        "An assessment points at a change that is none";
    UNASSESSED_HEARING = "unassessed-hearing" Mistake
        "En høring er ikke ferdig vurdert"
        "A hearing is not fully assessed";
    BROKEN_VERSION = "broken-version" Mistake
        "En frossen versjon er endret"
        "A frozen version has been changed";
    BROKEN_THEME = "broken-theme" Mistake
        "Temaet kan ikke brukes"
        "The theme can't be used";
    BROKEN_PAGE = "broken-page" Mistake
        "En side kunne ikke lages"
        "A page could not be made";
    GOAL_WITHOUT_INDICATOR = "goal-without-indicator" Advice
        "Et mål har ingen indikator"
        "A goal has no indicator";
    GOAL_WITHOUT_MEASURE = "goal-without-measure" Advice
        "Et mål har ingen tiltak"
        "A goal has no measure";
    GOAL_WITHOUT_RESPONSIBLE = "goal-without-responsible" Advice
        "Ingen har ansvar for et mål"
        "Nobody is responsible for a goal";
    INDICATOR_WITHOUT_SOURCE = "indicator-without-source" Advice
        "En indikator har ingen kilde"
        "An indicator has no source";
    STALE_INDICATOR = "stale-indicator" Advice
        "Siste tall er over to år gammelt"
        "The latest figure is over two years old";
    TARGET_PASSED = "target-passed" Advice
        "Tiden for et måltall er ute, og ingen sier hvordan det gikk"
        "A target's time is out, and nobody says how it went";
    TARGET_AGAINST_BETTER = "target-against-better" Advice
        "Et måltall er dårligere enn tallet det regnes fra"
        "A target is worse than the figure that it is counted from";
    OBSERVATION_WITHOUT_YEAR = "observation-without-year" Advice
        "Et tall har ikke år"
        "A figure has no year";
    FIGURE_DIFFERS = "figure-differs" Advice
        "Et tall i teksten er ulikt måleserien"
        "A figure in the text differs from its series";
    UNKNOWN_ORIGIN = "unknown-origin" Advice
        "Kjennetegn som ikke sier hvor de kommer fra"
        "Characteristics that do not say where they came from";
    MEASURE_WITHOUT_STATUS = "measure-without-status" Advice
        "Et tiltak er over tiden uten status"
        "A measure is past its end with no status";
    AREA_WITHOUT_EVENT = "area-without-event" Advice
        "Et utviklingsområde er ikke i årshjulet"
        "An area that no event of the annual wheel names";
    PLACE_WORD = "place-word" Advice
        "Ord om hvor noe står på en papirside"
        "Words for where something stands on a paper page";
    UNEXPLAINED_ABBREVIATION = "unexplained-abbreviation" Advice
        "En forkortelse som ikke er forklart"
        "An abbreviation that nobody explains";
    LETTERED_LIST = "lettered-list" Advice
        "En liste med bokstaver blir ikke en liste"
        "A lettered list does not become a list";
    PASTED_BULLET = "pasted-bullet" Advice
        "Et kulepunkt limt inn fra Word"
        "A bullet pasted from Word";
    MISSING_ALT_TEXT = "missing-alt-text" Advice
        "Et bilde mangler beskrivelse"
        "A picture has no description";
    SKIPPED_HEADING = "skipped-heading" Advice
        "Et overskriftsnivå er hoppet over"
        "A heading level is skipped";
    TABLE_WITHOUT_HEADER = "table-without-header" Advice
        "En tabell mangler overskriftsrad"
        "A table has no header row";
    VAGUE_LINK = "vague-link" Advice
        "En lenketekst sier ikke hvor den fører"
        "A link's text does not say where it leads";
    RAW_HTML = "raw-html" Advice
        "HTML i teksten er tatt bort"
        "HTML in the text has been dropped";
    SHORT_HEARING = "short-hearing" Advice
        "En høring er kortere enn seks uker"
        "A hearing is shorter than six weeks";
    YOUTH_NOT_INVITED = "youth-not-invited" Advice
        "Ungdomsrådet er ikke invitert til høringen"
        "No youth council is among the invited";
    HEAR_AGAIN = "hear-again" Advice
        "Mye er endret siden planen var på høring"
        "Much has changed since the plan was heard";
    REPEALED_REFERENCE = "repealed-reference" Advice
        "Det vises til noe som er opphevet"
        "A reference to something repealed";
    TODO = "todo" Advice
        "Noe gjenstår å skrive"
        "Something remains to be written";
    STRAY_FILE = "stray-file" Advice
        "En fil som ikke blir med"
        "A file that is left out";
}
