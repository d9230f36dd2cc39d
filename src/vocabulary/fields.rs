//! The fields of every kind, of their sub-tables and of `plan.toml`.
//!
//! A field's word is told once, in [`FIELDS`]; a [`Schema`] lists the names that a table may hold.
//! The same written word may mean two fields (*mål*: `goal` in an area, `goals` in a measure); the
//! schema of the table decides which, so a lookup always goes through a schema.

use super::choices::word;
use super::{KINDS, Kind, Word};
use std::sync::LazyLock;

/// What a table may hold: the English names of its fields.
pub type Schema = &'static [&'static str];

/// Every field's names.
pub const FIELDS: &[Word] = &[
    // of all kinds
    word("kind", &["slag", "type"], &["slag", "type"], &["slag", "typ"]),
    word("id", &["id"], &["id"], &["id"]),
    word("title", &["tittel", "navn"], &["tittel", "namn"], &["titel", "namn"]),
    word("text", &["tekst"], &["tekst"], &["text"]),
    word("numbered", &["nummerert"], &["nummerert"], &["numrerad"]),
    word("was", &["var"], &["var"], &["var"]),
    word("defaults", &["standard"], &["standard"], &["standard"]),
    // shared by several kinds
    word("audience", &["målgruppe"], &["målgruppe"], &["målgrupp"]),
    word("goals", &["mål"], &["mål"], &["mål"]),
    word("goal", &["mål"], &["mål"], &["mål"]),
    word("area", &["område"], &["område"], &["område"]),
    word("areas", &["områder"], &["område"], &["områden"]),
    word("indicators", &["indikatorer"], &["indikatorar"], &["indikatorer"]),
    word("source", &["kilde"], &["kjelde"], &["källa"]),
    word("state", &["tilstand"], &["tilstand"], &["läge"]),
    word("status", &["status"], &["status"], &["status"]),
    word("on", &["når", "dato"], &["når", "dato"], &["när", "datum"]),
    word("by", &["av", "hvem"], &["av", "kven"], &["av", "vem"]),
    word("role", &["rolle"], &["rolle"], &["roll"]),
    word("services", &["tjenester"], &["tenester"], &["tjänster"]),
    word("author", &["forfatter"], &["forfattar"], &["författare"]),
    word("year", &["år"], &["år"], &["år"]),
    word("period", &["periode"], &["periode"], &["period"]),
    word("from", &["fra"], &["frå"], &["från"]),
    word("to", &["til"], &["til"], &["till"]),
    word("case", &["sak"], &["sak"], &["ärende"]),
    word("url", &["nettadresse"], &["nettadresse"], &["webbadress"]),
    word("note", &["merknad"], &["merknad"], &["anmärkning"]),
    // value
    word("statement", &["løfte"], &["lovnad"], &["löfte"]),
    // indicator
    word("unit", &["enhet"], &["eining"], &["enhet"]),
    word("decimals", &["desimaler"], &["desimalar"], &["decimaler"]),
    word("better", &["best"], &["best"], &["bäst"]),
    word("edition", &["utgave"], &["utgåve"], &["utgåva"]),
    word("finding", &["funn"], &["funn"], &["fynd"]),
    word("assessment", &["vurdering"], &["vurdering"], &["bedömning"]),
    word("compared", &["sammenlignet"], &["samanlikna"], &["jämfört"]),
    word("with", &["med"], &["med"], &["med"]),
    word("is", &["er"], &["er"], &["är"]),
    word("target", &["måltall"], &["måltal"], &["måltal"]),
    word("value", &["verdi"], &["verdi"], &["värde"]),
    word("base", &["basisår", "basis"], &["basisår", "basis"], &["basår", "bas"]),
    word("sdg", &["bærekraftsmål"], &["berekraftsmål"], &["globala-mål"]),
    word("data", &["data"], &["data"], &["data"]),
    word("series", &["måleserie", "serie"], &["måleserie", "serie"], &["mätserie", "serie"]),
    word("suppress_below", &["skjul_under"], &["skjul_under"], &["dölj_under"]),
    word("file", &["fil"], &["fil"], &["fil"]),
    word("sheet", &["ark"], &["ark"], &["blad"]),
    word("select", &["velg"], &["vel"], &["välj"]),
    word("time", &["tid"], &["tid"], &["tid"]),
    word("columns", &["kolonner"], &["kolonnar"], &["kolumner"]),
    // narrative
    word("form", &["form"], &["form"], &["form"]),
    word("about", &["handler_om"], &["handlar_om"], &["handlar_om"]),
    word("consent", &["samtykke"], &["samtykke"], &["samtycke"]),
    word("given", &["gitt"], &["gitt"], &["givet"]),
    word("until", &["til"], &["til"], &["till"]),
    word("participants", &["deltakere"], &["deltakarar"], &["deltagare"]),
    word("step", &["steg"], &["steg"], &["steg"]),
    // goal
    word("under", &["under"], &["under"], &["under"]),
    // measure
    word(
        "components",
        &["kjernekomponenter", "komponenter"],
        &["kjernekomponentar", "komponentar"],
        &["kärnkomponenter", "komponenter"],
    ),
    word("responsible", &["ansvarlig"], &["ansvarleg"], &["ansvarig"]),
    word("cost", &["kostnad"], &["kostnad"], &["kostnad"]),
    word("pilot", &["pilot"], &["pilot"], &["pilot"]),
    word("decision", &["vedtak"], &["vedtak"], &["beslut"]),
    // event
    word("year_starts", &["året_begynner"], &["året_byrjar"], &["året_börjar"]),
    word("months", &["måneder", "måned"], &["månader", "månad"], &["månader", "månad"]),
    // quality tool
    word("field", &["fagområde"], &["fagområde"], &["verksamhetsområde"]),
    // report
    word("as_of", &["per"], &["per"], &["per"]),
    word("written", &["skrevet"], &["skriven"], &["skriven"]),
    word("group", &["gruppe"], &["gruppe"], &["grupp"]),
    word("members", &["medlemmer"], &["medlemmar"], &["medlemmar"]),
    word("who", &["hvem"], &["kven"], &["vem"]),
    word("count", &["antall"], &["tal"], &["antal"]),
    // article
    word("published", &["publisert"], &["publisert"], &["publicerad"]),
    word("updated", &["oppdatert"], &["oppdatert"], &["uppdaterad"]),
    word("photo", &["bilde"], &["bilete"], &["bild"]),
    // reference and term
    word("level", &["nivå"], &["nivå"], &["nivå"]),
    word("short", &["kort"], &["kort"], &["kort"]),
    word("repealed", &["opphevet"], &["oppheva"], &["upphävd"]),
    word("abbr", &["forkortelse"], &["forkorting"], &["förkortning"]),
    word("forms", &["former"], &["former"], &["former"]),
    word("defined", &["forklart"], &["forklart"], &["förklarat"]),
    // hearing
    word("opens", &["åpner"], &["opnar"], &["öppnar"]),
    word("closes", &["frist", "lukker"], &["frist", "lukkar"], &["frist", "stänger"]),
    word("invited", &["inviterte"], &["inviterte"], &["inbjudna"]),
    word("version", &["versjon"], &["versjon"], &["version"]),
    word("documents", &["dokumenter"], &["dokument"], &["dokument"]),
    word("questions", &["spørsmål"], &["spørsmål"], &["frågor"]),
    // plan.toml
    word("hearing", &["høring"], &["høyring"], &["remiss"]),
    word("service", &["skjema"], &["skjema"], &["formulär"]),
    word("names_for_months", &["navn_i_måneder"], &["namn_i_månader"], &["namn_i_månader"]),
    word("municipality", &["kommune"], &["kommune"], &["kommun"]),
    word("language", &["språk"], &["språk"], &["språk"]),
    word("stage", &["fase"], &["fase"], &["skede"]),
    word("adopted", &["vedtatt"], &["vedteken"], &["antagen"]),
    word("contact", &["kontakt"], &["kontakt"], &["kontakt"]),
    word("name", &["navn"], &["namn"], &["namn"]),
    word("email", &["epost", "e-post"], &["epost", "e-post"], &["epost", "e-post"]),
    word("phone", &["telefon"], &["telefon"], &["telefon"]),
    word("address", &["adresse"], &["adresse"], &["adress"]),
    word("domain", &["domene"], &["domene"], &["domän"]),
    word("scope", &["omfang"], &["omfang"], &["omfattning"]),
    word("relates_to", &["forhold_til"], &["forhold_til"], &["förhållande_till"]),
    word("follows", &["følger"], &["følgjer"], &["följer"]),
    word("frames", &["rammer_inn"], &["rammar_inn"], &["ramar_in"]),
    word("replaces", &["erstatter"], &["erstattar"], &["ersätter"]),
    word("terms", &["begreper", "ord"], &["omgrep", "ord"], &["begrepp", "ord"]),
    word("theme", &["tema"], &["tema"], &["tema"]),
    word("folder", &["mappe"], &["mappe"], &["mapp"]),
    word("css", &["css"], &["css"], &["css"]),
    word("public", &["offentlig"], &["offentleg"], &["offentlig"]),
    word("exceptions", &["unntak"], &["unntak"], &["undantag"]),
    word("example", &["eksempel"], &["eksempel"], &["exempel"]),
    word("license", &["lisens"], &["lisens"], &["licens"]),
    word(
        "organization_number",
        &["orgnr", "organisasjonsnummer"],
        &["orgnr", "organisasjonsnummer"],
        &["orgnr", "organisationsnummer"],
    ),
    word("one", &["en"], &["ein"], &["en"]),
    word("the", &["den"], &["den"], &["den"]),
    word("many", &["flere"], &["fleire"], &["flera"]),
    word("all", &["alle"], &["alle"], &["alla"]),
];

/// What every kind may hold.
const COMMON: Schema = &["kind", "id", "title", "text", "numbered", "was", "audience", "defaults"];

/// What `plan.toml` may hold.
pub const PLAN_FIELDS: Schema = &[
    "title",
    "municipality",
    "language",
    "period",
    "stage",
    "adopted",
    "contact",
    "domain",
    "scope",
    "relates_to",
    "terms",
    "theme",
    "public",
    "hearing",
    "url",
    "year_starts",
    "example",
    "license",
    "organization_number",
];

/// The fields of a kind, beside the common ones.
const fn own_fields(kind: Kind) -> Schema {
    match kind {
        Kind::Page | Kind::Chapter => &[],
        Kind::Value => &["statement"],
        Kind::Indicator => &[
            "unit",
            "decimals",
            "better",
            "source",
            "finding",
            "target",
            "goals",
            "sdg",
            "data",
            "series",
            "suppress_below",
        ],
        Kind::Narrative => {
            &["form", "about", "consent", "participants", "services", "goals", "step"]
        }
        Kind::DevelopmentArea => &["goal", "sdg"],
        Kind::Goal => &["area", "indicators", "under", "sdg"],
        Kind::Measure => &[
            "goals",
            "components",
            "responsible",
            "period",
            "cost",
            "indicators",
            "pilot",
            "decision",
            "status",
            "state",
            "sdg",
        ],
        Kind::Role => &["services"],
        Kind::Event => &["months", "on", "role", "areas"],
        Kind::QualityTool => &["field", "state"],
        Kind::Report => &["as_of", "written", "author", "group"],
        Kind::Article => &["published", "updated", "author", "photo", "source", "goals"],
        Kind::Source => &["url", "author"],
        Kind::Reference => &["level", "short", "author", "year", "url", "repealed"],
        Kind::Term => &["abbr", "forms", "defined"],
        Kind::Field | Kind::Audience => &[],
        Kind::Service => &["field", "url"],
        Kind::Attachment => &["file", "about"],
        Kind::Hearing => {
            &["opens", "closes", "case", "invited", "questions", "version", "documents", "state"]
        }
    }
}

/// The fields that an entry of a kind may hold, the common ones first.
#[must_use]
pub fn fields_of(kind: Kind) -> &'static [&'static Word] {
    static BY_KIND: LazyLock<Vec<Vec<&Word>>> = LazyLock::new(|| {
        let of = |kind| words_of(COMMON).chain(words_of(own_fields(kind))).collect();
        KINDS.iter().map(|(kind, _)| of(*kind)).collect()
    });
    let place = KINDS.iter().position(|(one, _)| *one == kind).unwrap_or(0);
    &BY_KIND[place]
}

/// The fields that `plan.toml` may hold.
#[must_use]
pub fn plan_fields() -> &'static [&'static Word] {
    static WORDS: LazyLock<Vec<&Word>> = LazyLock::new(|| words_of(PLAN_FIELDS).collect());
    &WORDS
}

/// The fields of a table inside an entry or inside `plan.toml`, by the name of the field that holds it.
///
/// Fields whose tables have free keys (`series`, `select`, `terms`) are not here.
#[must_use]
pub fn sub_fields(field: &str) -> Option<Schema> {
    Some(match field {
        "finding" => &["on", "assessment", "text", "compared"],
        "compared" => &["with", "is"],
        "target" => &["value", "year", "base"],
        "source" => &["id", "edition"],
        "data" => &["file", "sheet", "columns", "select", "time", "name"],
        "consent" => &["given", "until"],
        "step" => &["title", "text", "services"],
        "goal" => &["id", "title", "text", "indicators", "under", "sdg"],
        "period" => &["from", "to"],
        "decision" | "adopted" => &["by", "on", "case", "text"],
        "status" => &["on", "state", "text"],
        "group" => &["title", "members", "note"],
        "members" => &["who", "count"],
        "contact" => &["name", "email", "phone", "address", "url"],
        "relates_to" => &["follows", "frames", "replaces"],
        "theme" => &["name", "folder", "css"],
        "public" => &["exceptions"],
        "hearing" => &["service", "names_for_months"],
        "term-forms" => &["one", "the", "many", "all"],
        _ => return None,
    })
}

/// The words of a schema.
fn words_of(schema: Schema) -> impl Iterator<Item = &'static Word> {
    schema.iter().filter_map(|name| FIELDS.iter().find(|word| word.name == *name))
}
