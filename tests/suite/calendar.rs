//! The whole calendar file: a small plan's, read by a person, and ids that stay.

use crate::command::Plan;
use std::collections::BTreeMap;

const CALENDAR: &str = "open-data/calendar.ics";

/// What a calendar must hold and what it must leave: months that go on into the new year, a February with and
/// without its 29th day, a day, an event without a time, and a hearing with an hour.
const WHEEL: &str = "
[[aktivitet]]
id = \"lesefest\"
tittel = \"Lesefest; høytlesing, på alle språk som snakkes i kommunen, og så kaker\"
måneder = [1, 2, 12]
rolle = \"rektor\"
målgruppe = [\"barn\"]
tekst = \"Alle er *velkomne*.\"
[[aktivitet]]
id = \"vinterdag\"
tittel = \"Vinterdag\"
måneder = [2]
[[aktivitet]]
id = \"planleggingsdag\"
tittel = \"Planleggingsdag\"
når = 2026-08-14
rolle = \"rektor\"
[[aktivitet]]
id = \"en-gang\"
tittel = \"En gang\"
[[aktivitet]]
id = \"et-aar\"
tittel = \"I 2027\"
når = 2027
[[rolle]]
id = \"rektor\"
tittel = \"Rektor\"
[[målgruppe]]
id = \"barn\"
tittel = \"Barn\"
";

const HEARING: &str = "+++
slag = \"høring\"
tittel = \"Høring 2027\"
åpner = 2027-01-11
frist = 2027-06-01T12:00
spørsmål = [\"Hva mangler?\"]
+++
Kjære alle
";

fn plan() -> Plan {
    let settings = "tittel = \"Planen\"\nkommune = \"Vik kommune\"\nspråk = \"nb\"\n\
        periode = { fra = 2026, til = 2029 }\ndomene = \"vik.kommune.example\"\n";
    Plan::new()
        .file("plan.toml", settings)
        .file("1-rytmen/index.md", "+++\ntittel = \"Rytmen\"\n+++\nÅret.\n")
        .file("1-rytmen/hjul.toml", WHEEL)
        .file("horinger/horing-2027/index.md", HEARING)
}

fn calendar(plan: &Plan, options: &[&str]) -> String {
    plan.build_with(options).succeeds();
    plan.site().text(CALENDAR).to_string()
}

/// The ids of events with what they are called, unfolded. A year told apart from its series has the series'
/// id, and its own day beside it.
fn ids(calendar: &str) -> BTreeMap<String, String> {
    let unfolded = calendar.replace("\r\n ", "");
    let mut ids = BTreeMap::new();
    for event in unfolded.split("BEGIN:VEVENT\r\n").skip(1) {
        let found = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
        let id = found("UID:").unwrap().to_string();
        let again = found("RECURRENCE-ID;VALUE=DATE:").unwrap_or("");
        let before = ids.insert(format!("{id} {again}"), found("SUMMARY:").unwrap().to_string());
        assert_eq!(before, None, "{id} {again} stands twice");
    }
    ids
}

#[test]
fn the_whole_file() {
    let calendar = calendar(&plan(), &[]);
    assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count());
    insta::assert_snapshot!(calendar.replace("\r\n", "\n"));
}

#[test]
fn ids_are_unique_and_stay_when_the_plan_is_written_on() {
    let example = Plan::example();
    let first = ids(&calendar(&example, &[]));
    assert!(first.len() > 10, "{first:#?}");

    // Another day, another title, and an event that comes before all others.
    let path = "content/05-realisering/arshjul.toml";
    let wheel = std::fs::read_to_string(example.at(path)).unwrap();
    let added = "[[aktivitet]]\nid = \"aller-forst\"\ntittel = \"Aller først\"\nmåneder = [3]\n\n[[aktivitet]]";
    let title = "tittel = \"Lesefesten på biblioteket\"";
    assert!(wheel.contains(title));
    let wheel =
        wheel.replace(title, "tittel = \"Leselørdagen\"").replacen("[[aktivitet]]", added, 1);
    example.write(path, wheel);
    example.run(&["build", "--date", "2026-12-24"]).succeeds();
    let later = ids(example.site().text(CALENDAR));

    let lost: Vec<&String> = first.keys().filter(|id| !later.contains_key(*id)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let new: Vec<&String> = later.keys().filter(|id| !first.contains_key(*id)).collect();
    assert_eq!(new, ["aller-forst-m3@eksempelvik.kommune.example "]);
    let renamed = later.iter().filter(|(id, name)| first.get(*id).is_some_and(|old| old != *name));
    assert!(renamed.map(|(id, _)| id).all(|id| id.starts_with("lesefesten-")));

    // Another address of the site is another calendar.
    let moved = ids(&calendar(&example, &["--base-url", "https://ny.example/plan/"]));
    assert!(moved.keys().all(|id| id.contains("@ny.example ")), "{moved:#?}");
}
