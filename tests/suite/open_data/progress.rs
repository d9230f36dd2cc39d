//! How it goes towards a target: in the files as on the page, word for word and figure for figure.

use super::{example, indicators, json, shown_time, stratml};
use crate::command::{Files, Plan};
use crate::markup::{main_of, unescape};
use serde_json::Value;

/// The judgements, and what people read.
const PACES: [(&str, &str); 6] = [
    ("reached", "Nådd"),
    ("on-track", "I rute"),
    ("slow", "Litt for sakte"),
    ("too-slow", "For sakte"),
    ("away", "Feil vei"),
    ("missed", "Ikke nådd i tide"),
];
/// The reasons why nothing can be said, and how they begin for people.
const REASONS: [(&str, &str); 6] = [
    ("no-figures", "Det finnes ikke noe tall med år"),
    ("one-figure", "Det må være minst to tall"),
    ("break", "Måleserien har et brudd"),
    ("no-base", "Tallet for basisåret"),
    ("unlike", "Tallene gjelder ulike slags tidsrom"),
    ("no-time", "Måltallet har ikke noe årstall"),
];

/// A page as people read it, without tags and without spaces: where a line may break is no matter here.
fn read(html: &str) -> String {
    let mut text = String::new();
    let mut rest = main_of(html);
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    squeezed(&unescape(&text))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn said(pairs: &[(&str, &'static str)], name: &Value) -> Option<&'static str> {
    let name = name.as_str()?;
    Some(pairs.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name}")).1)
}

/// What the page must say, made from the file alone.
fn expected(indicator: &Value) -> Vec<String> {
    let progress = &indicator["progress"];
    let mut lines = Vec::new();
    if !progress["from"].is_null() {
        let figure = |one: &Value| {
            let value = one["value"].to_string().replace('.', ",").replace('-', "−");
            let unit = indicator["unit"].as_str().unwrap();
            let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
            format!("{value}{unit} ({})", shown_time(one["time"].as_str()))
        };
        lines.push(format!("Fra {} til {}.", figure(&progress["from"]), figure(&progress["to"])));
    }
    if indicator["target"].is_null() {
        return lines;
    }
    let pace = said(&PACES, &progress["pace"]).map(|word| format!("Mot måltallet {word} "));
    lines.extend(pace);
    lines.extend(said(&REASONS, &progress["unjudged"]["why"]).map(str::to_string));
    assert!(lines.len() > usize::from(!progress["from"].is_null()), "{indicator}");
    if ["slow", "too-slow"].iter().any(|name| progress["pace"] == **name) {
        lines.push(format!("vært {} prosent av den", progress["percent"]));
    }
    let own = match progress["own_word"].as_str() {
        Some("encouraging") => "Kommunens vurdering Oppløftende",
        Some("watch") => "Kommunens vurdering Å følge med på",
        _ => "Kommunens vurdering Kommunen har",
    };
    lines.push(own.to_string());
    lines
}

/// The notes of a CSV file's description.
fn notes(site: &Files, id: &str) -> Vec<String> {
    let about = json(site, &format!("open-data/indicators/{id}.csv-metadata.json"));
    let notes = about["notes"].as_array().unwrap().iter();
    notes.map(|note| note.as_str().unwrap().to_string()).collect()
}

fn compare(site: &Files, id: &str, page: &str) -> Value {
    let own = json(site, &format!("open-data/indicators/{id}.json"));
    let text = read(site.text(page));
    for line in expected(&own) {
        assert!(text.contains(&squeezed(&line)), "{id}: {line:?} is not on the page: {text}");
    }
    let plan = json(site, "open-data/plan.json");
    let entry = plan["entries"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
    assert_eq!(entry["details"]["progress"], own["progress"], "{id}");
    assert_eq!(entry["details"]["target"], own["target"], "{id}");
    if site.0.contains_key(&format!("open-data/indicators/{id}.csv")) {
        // After the label stand a judgement, where there is one, and the rest.
        let is_said = |note: &String| {
            let said = note.split_once(": ").map_or(note.as_str(), |(_, said)| said);
            let (badge, rest) = said.split_once(". ").unwrap_or(("", said));
            let has = |words: &str| text.contains(&squeezed(words));
            has(said) || has(badge) && has(rest)
        };
        let notes = notes(site, id);
        assert_eq!(notes.iter().find(|note| !is_said(note)), None, "{id}: {text}");
        let tells_target = notes.iter().any(|note| note.starts_with("Måltall: "));
        assert_eq!(tells_target, !own["target"].is_null(), "{id}: {notes:?}");
    }
    own
}

#[test]
fn the_example_s_files_say_of_the_way_to_a_target_what_its_pages_say() {
    let site = example();
    let targets = stratml::targets(site.text("open-data/plan.stratml.xml"));
    let mut judged = 0;
    for (id, page) in indicators(&site) {
        let own = compare(&site, &id, &page);
        let target = &own["target"];
        if target.is_null() {
            assert_eq!(targets.get(&id), None);
            continue;
        }
        judged += usize::from(!own["progress"]["pace"].is_null());
        let told = |value: &Value| value.as_str().unwrap_or_default().to_string();
        let own = (target["value"].to_string(), told(&target["time"]), told(&target["base"]));
        assert_eq!(targets[&id], own, "{id}");
    }
    assert!(judged > 3, "the example has {judged} targets with a judgement");
}

/// Indicators, each called after what is said of it.
const CASES: [(&str, &str); 9] = [
    (
        "reached",
        "best = \"høyere\"\nmåltall = { verdi = 5, år = 2029 }\nmåleserie = { Vik = { 2024 = 3, 2025 = 5 } }",
    ),
    (
        "on-track",
        "best = \"høyere\"\nmåltall = { verdi = 5, år = 2029 }\nmåleserie = { Vik = { 2024 = 3, 2025 = 4 } }",
    ),
    (
        "too-slow",
        "best = \"lavere\"\nmåltall = { verdi = 1, år = 2026 }\nmåleserie = { Vik = { 2024 = 3, 2025 = 3 } }",
    ),
    (
        "away",
        "best = \"høyere\"\nmåltall = { verdi = 5, år = 2029 }\nmåleserie = { Vik = { 2024 = 3, 2025 = 2 } }",
    ),
    (
        "missed",
        "best = \"høyere\"\nmåltall = { verdi = 5, år = 2025 }\nmåleserie = { Vik = { 2024 = 3, 2025 = 4 } }",
    ),
    ("no-figures", "måltall = { verdi = 5, år = 2029 }"),
    ("one-figure", "måltall = { verdi = 5, år = 2029 }\nmåleserie = { Vik = { 2025 = 4 } }"),
    (
        "unlike",
        "måltall = { verdi = 5, år = 2029 }\nmåleserie = { Vik = { \"2023/2024\" = 4, 2025 = 4 } }",
    ),
    ("no-time", "måltall = { verdi = 5 }\nmåleserie = { Vik = { 2024 = 4, 2025 = 4 } }"),
];

#[test]
fn every_judgement_and_every_reason_is_in_the_files() {
    let mut plan = Plan::new();
    for (name, fields) in CASES {
        let text = format!(
            "+++\nslag = \"indikator\"\ntittel = \"T\"\nenhet = \"poeng\"\n{fields}\n+++\nTekst.\n"
        );
        plan = plan.file(&format!("{name}.md"), text);
    }
    plan.build().succeeds();
    let site = plan.site();
    for (name, _) in CASES {
        let own = compare(&site, name, &format!("{name}.html"));
        let progress = &own["progress"];
        let told = if progress["pace"].is_null() {
            &progress["unjudged"]["why"]
        } else {
            &progress["pace"]
        };
        assert_eq!(told, name, "{own}");
    }
    // Nothing gone is nothing, and not −0.
    let own = json(&site, "open-data/indicators/too-slow.json");
    assert_eq!(own["progress"]["percent"].to_string(), "0");
    assert!(read(site.text("too-slow.html")).contains("vært0prosent"));
}
