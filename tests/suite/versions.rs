//! Frozen versions on disk: what is kept, what is refused, and what is told when somebody touched one.

use crate::command::{Files, Plan};

/// A plan of two pages.
fn plan() -> Plan {
    Plan::new()
        .file("lek.md", "+++\ntitle = \"Lek\"\n+++\n\nSkolegården er åpen etter skoletid hver dag.\n\n- En voksen er alltid ute.\n")
        .file("data/tall.csv", "År;Vik\n2024;1\n")
        .file("horinger/varen/index.md", "+++\ntittel = \"Våren\"\ntilstand = \"holdt\"\n+++\nKjære alle.\n")
}

fn freeze(plan: &Plan, name: &str, date: &str) -> crate::command::Ran {
    plan.run(&["freeze", name, ".", "--date", date])
}

#[test]
fn a_version_is_kept_whole_and_twice_is_once() {
    let plan = plan();
    freeze(&plan, "utkast", "2026-02-01").succeeds().shows("versions/utkast: 4 avsnitt");
    let kept = Files::of(&plan.at("versions/utkast"));
    let paths: Vec<&str> = kept.0.keys().map(String::as_str).collect();
    let expected = [
        "blocks.json",
        "content/data/tall.csv",
        "content/lek.md",
        "content/plan.toml",
        "version.toml",
    ];
    assert_eq!(paths, expected);
    insta::assert_snapshot!("versions_blocks", kept.text("blocks.json"));
    insta::assert_snapshot!("versions_sheet", kept.text("version.toml"));
    freeze(&plan, "utkast", "2026-03-01").succeeds().shows("ingenting ble endret");
    assert_eq!(Files::of(&plan.at("versions/utkast")).0, kept.0);
    plan.run(&["versions"]).succeeds().shows("utkast  2026-02-01      4 avsnitt  uendret");
}

#[test]
fn rewritten_blocks_are_followed_and_doubts_are_told() {
    let plan = plan();
    freeze(&plan, "utkast", "2026-02-01").succeeds();
    plan.write(
        "content/lek.md",
        "+++\ntitle = \"Lek\"\n+++\n\nSkolegården er alltid åpen etter skoletid hver dag.\n",
    );
    freeze(&plan, "utkast", "2026-02-01").fails_on_the_world().shows("velg et annet navn");
    freeze(&plan, "vedtatt", "2026-06-18")
        .succeeds()
        .shows("1 må du si noe om: planverk lineage vedtatt");
    let kept = Files::of(&plan.at("versions/vedtatt"));
    insta::assert_snapshot!("versions_lineage", kept.text("lineage.toml"));
    plan.run(&["versions"]).succeeds().shows("hva det ble av: 1.");
    plan.build().succeeds();
}

#[test]
fn a_version_that_was_touched_stops_the_build() {
    let plan = plan();
    freeze(&plan, "utkast", "2026-02-01").succeeds();
    plan.write("versions/utkast/content/ny.md", "+++\ntitle = \"Ny\"\n+++\n");
    plan.build().fails_on_content().shows("broken-version");
    plan.run(&["versions"]).fails_on_content().shows("ENDRET ETTER FRYSING");
    std::fs::remove_file(plan.at("versions/utkast/content/ny.md")).unwrap();
    plan.build().succeeds();
    plan.write("versions/utkast/lineage.toml", "# Et menneske kan skrive her.\n");
    plan.build().succeeds();
}

#[test]
fn what_can_not_be_frozen_is_told() {
    let plan = plan();
    plan.run(&["freeze", "Årets utkast"]).fails_on_the_world().shows("arets-utkast");
    plan.write("content/feil.md", "+++\ntitle = \"Feil\"\nukjent = 1\n+++\n");
    freeze(&plan, "utkast", "2026-02-01").fails_on_content().shows("Ingenting ble frosset");
    assert!(!plan.at("versions").exists());
}

#[test]
fn what_became_of_a_commented_block_does_not_hinder_the_freezing_that_finds_it_out() {
    let plan = plan();
    freeze(&plan, "utkast", "2026-02-01").succeeds();
    let blocks = Files::of(&plan.at("versions/utkast"));
    assert!(blocks.text("blocks.json").contains("\"id\": \"b4\", \"kind\": \"item\""));
    let said = r#"{"format":1,"round":"varen","version":"utkast"}
{"id":"s1","received":"2026-03-02T12:00:00+01:00","channel":"mail","respondent":{"kind":"council"},"state":"received","comments":[{"id":"s1.1","block":"b4","text":"Ja"}]}
"#;
    plan.write("content/horinger/varen/submissions.jsonl", said);
    plan.write("content/lek.md", "+++\ntitle = \"Lek\"\n+++\n\nSkolegården er åpen etter skoletid hver dag.\n\n- Rektor møter elevrådet ved porten.\n");
    plan.build().fails_on_content().shows("lost-comment").shows("planverk freeze");
    freeze(&plan, "vedtatt", "2026-06-18").succeeds();
    plan.build().fails_on_content().shows("lost-comment");
    let lineage =
        Files::of(&plan.at("versions/vedtatt")).text("lineage.toml").replace("sure = false\n", "");
    plan.write("versions/vedtatt/lineage.toml", &lineage);
    plan.build().succeeds();
}

#[test]
fn each_block_has_an_address_and_what_was_changed_is_shown_in_place() {
    let plan = plan();
    freeze(&plan, "utkast", "2026-02-01").succeeds();
    plan.write(
        "content/lek.md",
        "+++\ntitle = \"Lek\"\n+++\n\nSkolegården er alltid åpen etter skoletid hver dag.\n",
    );
    freeze(&plan, "vedtatt", "2026-06-18").succeeds();
    plan.run(&["lineage", "vedtatt"]).succeeds().shows("b4 borte – usikkert").shows("1 i tvil");
    plan.run(&["lineage", "vedtat"]).fails_on_the_world().shows("Mente du «vedtatt»?");
    insta::assert_snapshot!(
        "versions_diff",
        plan.run(&["diff", "vedtatt", "utkast"]).succeeds().output
    );
    insta::assert_snapshot!(
        "versions_diff_html",
        plan.run(&["diff", "utkast", ".", "--format", "html"]).succeeds().output
    );
    let json = plan.run(&["diff", "utkast", ".", "--format", "json"]).succeeds().output;
    let read: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["count"]["changed"], 2);
    plan.build().succeeds();
    let site = plan.site();
    for version in ["utkast", "vedtatt"] {
        let blocks = Files::of(&plan.at(&format!("versions/{version}")));
        let read: serde_json::Value = serde_json::from_str(blocks.text("blocks.json")).unwrap();
        for block in read["blocks"].as_array().unwrap() {
            let anchor = format!("id=\"{}\"", block["id"].as_str().unwrap());
            let folder = format!("versjoner/{version}/");
            let own = site.pages().filter(|(path, _)| path.starts_with(&folder));
            let having =
                own.filter(|(path, page)| !path.contains("endringer") && page.contains(&anchor));
            assert_eq!(having.count(), 1, "{version} {anchor}");
        }
    }
    // A retired id leads on to what became of it.
    let later = site.text("versjoner/vedtatt/lek.html");
    assert!(later.contains("<span id=\"b3\"></span>Skolegården"), "{later}");
    let changes = site.text("versjoner/utkast/endringer.html");
    assert!(
        changes.contains("<ins><span class=\"visually-hidden\">satt inn: </span>"),
        "{changes}"
    );
    assert!(changes.contains("Ikke begrunnet ennå"), "{changes}");
}
