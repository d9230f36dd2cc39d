//! Notes from single texts: those of one rule in one file become one message.
//!
//! Mistakes among them are told each for itself, since each stops the build.

use super::gather::{self, Place, by_key};
use crate::diagnostic::rules::*;
use crate::diagnostic::{Diagnostics, Say};
use crate::text::Span;

/// What has been noted in a text.
#[derive(Default)]
pub(super) struct Notes {
    /// Told as they are.
    pub ready: Diagnostics,
    /// Told once for each rule and file.
    pub shared: Vec<(&'static Rule, Place)>,
}

impl Notes {
    /// Notes a place of a rule that is told once for each file.
    pub fn note(&mut self, rule: &'static Rule, span: Span, words: impl Into<String>) {
        self.shared.push((rule, Place::new(span, words)));
    }
}

/// The diagnostics of all notes.
pub(super) fn tell(notes: Vec<Notes>) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let mut shared = Vec::new();
    for note in notes {
        diagnostics.append(note.ready);
        shared.extend(note.shared);
    }
    let of_cause =
        |(rule, place): (&'static Rule, Place)| ((place.span.file, rule.name), (rule, place));
    for (_, told) in by_key(shared.into_iter().map(of_cause)) {
        let rule = told[0].0;
        let mut places: Vec<Place> = told.into_iter().map(|(_, place)| place).collect();
        // The same text may stand in two fields.
        places.sort_by_key(|place| place.span);
        places.dedup_by_key(|place| place.span);
        let Some(words) = TABLE.iter().find(|words| words.rule.name == rule.name) else { continue };
        let said = (words.message(&places), words.help());
        gather::tell(rule, &places, said, &mut diagnostics);
    }
    diagnostics
}

/// What is said of a rule: `#` stands for the count, `*` for the words at the first place.
struct Words {
    rule: &'static Rule,
    one: [&'static str; 2],
    many: [&'static str; 2],
    help: [&'static str; 2],
}

impl Words {
    fn message(&self, places: &[Place]) -> Say {
        let count = places.len();
        let [nb, en] = if count == 1 { self.one } else { self.many };
        let fill = |text: &str| text.replace('#', &count.to_string()).replace('*', &places[0].name);
        Say { nb: fill(nb), en: fill(en) }
    }

    fn help(&self) -> Say {
        let [nb, en] = self.help;
        Say { nb: nb.to_string(), en: en.to_string() }
    }
}

static TABLE: [Words; 9] = [
    Words {
        rule: &RAW_HTML,
        one: ["HTML-koden «*» blir ikke med på siden", "The HTML “*” is dropped from the page"],
        many: [
            "HTML-kode # steder i filen blir ikke med på siden",
            "HTML in # places in this file is dropped from the page",
        ],
        help: [
            "Skriv det i Markdown. Notater til deg selv kan stå mellom <!-- og -->.",
            "Write it in Markdown. Notes to yourself may stand between <!-- and -->.",
        ],
    },
    Words {
        rule: &LETTERED_LIST,
        one: ["En liste med bokstaver blir vanlig tekst", "A lettered list becomes plain text"],
        many: [
            "# lister med bokstaver i filen blir vanlig tekst",
            "# lettered lists in this file become plain text",
        ],
        help: [
            "Skriv «1.», «2.», «3.» for en nummerert liste, eller «-» for kulepunkter.",
            "Write “1.”, “2.”, “3.” for a numbered list, or “-” for bullets.",
        ],
    },
    Words {
        rule: &PASTED_BULLET,
        one: [
            "«*» er ikke et kulepunkt her, men vanlig tekst",
            "“*” is no bullet here, but plain text",
        ],
        many: [
            "# kulepunkter i filen er limt inn og blir vanlig tekst",
            "# bullets in this file were pasted and become plain text",
        ],
        help: [
            "Begynn hvert punkt med «- » (bindestrek og mellomrom).",
            "Begin each item with “- ” (a hyphen and a space).",
        ],
    },
    Words {
        rule: &TABLE_WITHOUT_HEADER,
        one: ["Tabellen har en tom overskriftsrad", "The table has an empty header row"],
        many: [
            "# tabeller i filen har en tom overskriftsrad",
            "# tables in this file have an empty header row",
        ],
        help: [
            "Skriv i øverste rad hva hver kolonne inneholder; det blir lest opp foran hver rute.",
            "Say in the top row what each column holds; it is read aloud before each cell.",
        ],
    },
    Words {
        rule: &MISSING_ALT_TEXT,
        one: ["Bildet «*» har ingen beskrivelse", "The picture “*” has no description"],
        many: [
            "# bilder i filen har ingen beskrivelse",
            "# pictures in this file have no description",
        ],
        help: [
            "Skriv mellom hakeparentesene hva bildet viser: ![Barn som leser i en båt](fil.jpg). Er det bare pynt: ![pynt](fil.jpg).",
            "Say between the brackets what the picture shows: ![Children reading in a boat](file.jpg). If it is decoration alone: ![decoration](file.jpg).",
        ],
    },
    Words {
        rule: &SKIPPED_HEADING,
        one: ["Overskriften «*» hopper over et nivå", "The heading “*” skips a level"],
        many: [
            "# overskrifter i filen hopper over et nivå",
            "# headings in this file skip a level",
        ],
        help: [
            "Bruk ett nummertegn mer enn overskriften over: to under tittelen, tre under det.",
            "Use one number sign more than the heading above it: two under the title, three under that.",
        ],
    },
    Words {
        rule: &VAGUE_LINK,
        one: [
            "Lenketeksten «*» sier ikke hvor lenken fører",
            "The link text “*” does not say where it leads",
        ],
        many: [
            "# lenketekster i filen sier ikke hvor de fører, først «*»",
            "# link texts in this file do not say where they lead, “*” first",
        ],
        help: [
            "La lenketeksten si hva som ligger bak: [Rammeplanen for barnehagen](…).",
            "Let the link text say what is behind it: [The framework plan for kindergartens](…).",
        ],
    },
    Words {
        rule: &PLACE_WORD,
        one: [
            "«*» sier hvor noe sto på papir; på en skjerm står det et annet sted",
            "“*” says where something stood on paper; on a screen it stands elsewhere",
        ],
        many: [
            "# steder i filen sier hvor noe sto på papir, først «*»",
            "# places in this file say where something stood on paper, “*” first",
        ],
        help: [
            "Lenk til det du mener, med [[id]], eller skriv hva det heter.",
            "Link to what you mean, with [[id]], or write what it is called.",
        ],
    },
    Words {
        rule: &TODO,
        one: ["Noe gjenstår å skrive her", "Something remains to be written here"],
        many: [
            "Noe gjenstår å skrive # steder i filen",
            "Something remains to be written in # places in this file",
        ],
        help: [
            "Det blir aldri publisert. Ta bort [!TODO] når teksten er på plass.",
            "It is never published. Remove [!TODO] when the text is in place.",
        ],
    },
];
