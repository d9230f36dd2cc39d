//! Heading roles, and the fixed choices of fields such as `state` and `better`.

use super::Word;

/// A field's choices, by the name that the code gives the set.
#[derive(Debug, Clone, Copy)]
pub struct ChoiceSet {
    /// What the set is called in the code.
    pub name: &'static str,
    /// What may be chosen.
    pub words: &'static [Word],
}

/// A core component: a role of headings, and a part that may be called otherwise.
const COMPONENT: Word = word(
    "component",
    &["kjernekomponent", "komponent"],
    &["kjernekomponent", "komponent"],
    &["kärnkomponent", "komponent"],
);

/// The roles a heading may have (`{.component}`).
pub const ROLES: &[Word] = &[
    COMPONENT,
    word("characteristics", &["kjennetegn"], &["kjenneteikn"], &["kännetecken"]),
    word("meaning", &["betydning"], &["tyding"], &["betydelse"]),
    word("findings", &["funn"], &["funn"], &["fynd", "resultat"]),
    word("evaluation", &["evaluering"], &["evaluering"], &["utvärdering"]),
    word("groups", &["grupper"], &["grupper"], &["grupper"]),
    word("status", &["status"], &["status"], &["status"]),
    word("reflection", &["refleksjon"], &["refleksjon"], &["reflektion"]),
];

/// Parts of entries that a municipality may have words of its own for, beside the kinds.
pub const PARTS: &[Word] = &[
    COMPONENT,
    word("characteristic", &["kjennetegn"], &["kjenneteikn"], &["kännetecken"]),
    word("meaning", &["betydning"], &["tyding"], &["betydelse"]),
];

/// Every set of choices.
pub const CHOICES: &[ChoiceSet] = &[
    ChoiceSet {
        name: "better",
        words: &[
            word("higher", &["høyere"], &["høgare"], &["högre"]),
            word("lower", &["lavere"], &["lågare"], &["lägre"]),
            word("neither", &["ingen"], &["ingen"], &["ingen"]),
        ],
    },
    ChoiceSet {
        name: "license",
        words: &[
            word("NLOD-2.0", &["NLOD-2.0"], &["NLOD-2.0"], &["NLOD-2.0"]),
            word("CC-BY-4.0", &["CC-BY-4.0"], &["CC-BY-4.0"], &["CC-BY-4.0"]),
            word("CC0-1.0", &["CC0-1.0", "CC0"], &["CC0-1.0", "CC0"], &["CC0-1.0", "CC0"]),
        ],
    },
    ChoiceSet {
        name: "assessment",
        words: &[
            word("encouraging", &["oppløftende"], &["oppløftande"], &["glädjande"]),
            word("watch", &["følg med"], &["følg med"], &["håll koll"]),
        ],
    },
    ChoiceSet {
        name: "comparison",
        words: &[
            word("above", &["over"], &["over"], &["över"]),
            word("below", &["under"], &["under"], &["under"]),
            word("equal", &["lik"], &["lik"], &["lika"]),
        ],
    },
    ChoiceSet {
        name: "form",
        words: &[
            word("story", &["historie"], &["historie"], &["berättelse"]),
            word(
                "journey",
                &["brukerreise", "reise"],
                &["brukarreise", "reise"],
                &["användarresa", "resa"],
            ),
            word("process", &["prosess"], &["prosess"], &["process"]),
        ],
    },
    ChoiceSet {
        name: "about",
        words: &[
            word("person", &["person"], &["person"], &["person"]),
            word("several", &["flere"], &["fleire"], &["flera"]),
            word("invented", &["oppdiktet"], &["oppdikta"], &["påhittad"]),
        ],
    },
    ChoiceSet {
        name: "measure-state",
        words: &[
            word("planned", &["planlagt"], &["planlagt"], &["planerad"]),
            word(
                "started",
                &["pågår", "startet", "i gang"],
                &["pågår", "starta", "i gang"],
                &["pågår", "påbörjad"],
            ),
            word(
                "done",
                &["gjennomført", "ferdig"],
                &["gjennomført", "ferdig"],
                &["genomförd", "klar"],
            ),
            word("stopped", &["stanset"], &["stansa"], &["stoppad"]),
            word("continued", &["videreført"], &["vidareført"], &["fortsätter"]),
        ],
    },
    ChoiceSet {
        name: "tool-state",
        words: &[
            word("planned", &["planlagt"], &["planlagt"], &["planerad"]),
            word("draft", &["utkast"], &["utkast"], &["utkast"]),
            word("in use", &["i bruk"], &["i bruk"], &["i bruk"]),
        ],
    },
    ChoiceSet {
        name: "hearing-state",
        words: &[
            word("planned", &["planlagt"], &["planlagt"], &["planerad"]),
            word("open", &["åpen"], &["open"], &["öppen"]),
            word("closed", &["avsluttet"], &["avslutta"], &["stängd"]),
            word("assessed", &["vurdert"], &["vurdert"], &["bedömd"]),
            word("decided", &["vedtatt"], &["vedteken"], &["beslutad"]),
            word("held", &["holdt"], &["halden"], &["hållen"]),
        ],
    },
    ChoiceSet {
        name: "result",
        words: &[
            word(
                "taken",
                &["tatt til følge", "tas til følge"],
                &["teke til følgje", "blir teke til følgje"],
                &["beaktat", "beaktas"],
            ),
            word("partly", &["delvis"], &["delvis"], &["delvis"]),
            word("not", &["ikke"], &["ikkje"], &["inte"]),
            word("outside", &["utenfor"], &["utanfor"], &["utanför"]),
        ],
    },
    ChoiceSet {
        name: "channel",
        words: &[
            word("web", &["nett", "nettskjema"], &["nett", "nettskjema"], &["webb"]),
            word("mail", &["e-post", "epost"], &["e-post", "epost"], &["e-post"]),
            word("paper", &["papir", "brev"], &["papir", "brev"], &["papper", "brev"]),
            word("meeting", &["møte"], &["møte"], &["möte"]),
        ],
    },
    ChoiceSet {
        name: "respondent",
        words: &[
            word(
                "private",
                &["privatperson", "innbygger"],
                &["privatperson", "innbyggjar"],
                &["privatperson"],
            ),
            word(
                "organisation",
                &["organisasjon", "lag"],
                &["organisasjon", "lag"],
                &["organisation"],
            ),
            word("council", &["råd", "utvalg"], &["råd", "utval"], &["råd"]),
            word("service", &["tjeneste", "enhet"], &["teneste", "eining"], &["verksamhet"]),
        ],
    },
    ChoiceSet {
        name: "level",
        words: &[
            word("law", &["lov"], &["lov"], &["lag"]),
            word("regulation", &["forskrift"], &["forskrift"], &["förordning"]),
            word("national", &["nasjonal"], &["nasjonal"], &["nationell"]),
            word("local", &["lokal"], &["lokal"], &["lokal"]),
            word("literature", &["litteratur"], &["litteratur"], &["litteratur"]),
        ],
    },
    ChoiceSet {
        name: "stage",
        words: &[
            word("draft", &["utkast"], &["utkast"], &["utkast"]),
            word("hearing", &["høring"], &["høyring"], &["remiss"]),
            word("adopted", &["vedtatt"], &["vedteken"], &["antagen"]),
        ],
    },
];

impl ChoiceSet {
    /// The set with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static ChoiceSet> {
        CHOICES.iter().find(|set| set.name == name)
    }
}

pub(super) const fn word(
    name: &'static str,
    nb: &'static [&'static str],
    nn: &'static [&'static str],
    sv: &'static [&'static str],
) -> Word {
    Word { name, nb, nn, sv }
}
