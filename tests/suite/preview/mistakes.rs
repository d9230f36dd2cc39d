//! Mistakes are told beside the page, over the page as it last was good.

use super::Preview;
use crate::command::Plan;

fn side(text: &str) -> String {
    format!("+++\ntitle = \"En side\"\n+++\n\n{text}\n")
}

fn plan() -> Plan {
    Plan::new().file("side.md", side("Først.")).file("annen.md", side("Annen."))
}

#[test]
fn a_mistake_is_told_and_the_last_good_page_stands() {
    let plan = plan();
    let preview = Preview::of(&plan, &["--editor", "vscode"]);
    let mut open = preview.follow("side.html");
    assert_eq!(open.until(|state| state["checked"] == true)["mistakes"], 0);
    plan.write("content/side.md", side("Se [[ingenting]]."));
    let state = open.until(|state| state["mistakes"] == 1);
    let item = &state["items"][0];
    assert_eq!(
        (&item["rule"], &item["place"]),
        (&"unknown-reference".into(), &"content/side.md:5:6".into())
    );
    assert_eq!(item["excerpt"], "    |\n  5 | Se [[ingenting]].\n    |      ^^^^^^^^^");
    let link = item["open"].as_str().unwrap();
    assert!(link.starts_with("vscode://file/") && link.ends_with("/content/side.md:5:6"), "{link}");
    assert_eq!(state["held"], true);
    assert!(preview.get("/side.html").text().contains("Først."));
    // Others are not kept waiting.
    plan.write("content/annen.md", side("Noe nytt."));
    preview.shows("/annen.html", "Noe nytt.");
    plan.write("content/side.md", side("Se [[annen]]."));
    open.until(|state| state["mistakes"] == 0 && state["held"] == false);
    preview.shows("/side.html", "annen.html");
}

#[test]
fn what_the_checks_find_is_told_after_the_page_is_shown() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    let mut open = preview.follow("side.html");
    open.until(|state| state["checked"] == true);
    plan.write("content/side.md", side("Ring [her](https://a.no).\n\n> [!TODO]\n> Finn nummeret."));
    let state = open.until(|state| state["advice"].as_u64() > Some(0));
    assert_eq!((&state["mistakes"], &state["held"]), (&0.into(), &false.into()));
    let advice = preview.get("/_planverk/").text();
    assert!(advice.contains("content/side.md:5:6") && advice.contains("<h2>"), "{advice}");
    assert!(preview.get("/side.html").text().contains("Finn nummeret."));
    assert!(!preview.get("/_planverk/published/side.html").text().contains("Finn nummeret."));
}

#[test]
fn a_broken_theme_never_gives_a_blank_page() {
    let plan = plan().beside("themes/eget/theme.toml", "name = \"eget\"\ncontract = 1\n");
    let settings =
        "title = \"Planen\"\nmunicipality = \"Vik\"\nlanguage = \"nb\"\n[theme]\nname = \"eget\"\n";
    plan.write("content/plan.toml", settings);
    plan.write("themes/eget/templates/footer.html", "{% if %}");
    let preview = Preview::of(&plan, &[]);
    let page = preview.get("/side.html");
    assert_eq!(page.status, 500);
    assert!(
        page.text().contains("footer.html") && page.text().contains("preview.js"),
        "{}",
        page.text()
    );
    plan.write("themes/eget/templates/footer.html", "<footer>Bunn</footer>");
    preview.shows("/side.html", "Bunn");
    let mut open = preview.follow("side.html");
    open.until(|state| state["mistakes"] == 0);
    // Not in place: between two steps of that the footer is empty, and so the last good page might be.
    plan.replace("themes/eget/templates/footer.html", "{% if %}");
    let state = open.until(|state| state["mistakes"] == 1);
    assert_eq!(
        (&state["items"][0]["rule"], &state["held"]),
        (&"broken-theme".into(), &true.into())
    );
    assert!(preview.get("/side.html").text().contains("Bunn"));
}

#[test]
fn the_words_of_a_plan_can_not_become_markup_of_the_preview() {
    let evil = "</script><img src=x onerror=alert(1)>";
    let plan = Plan::new()
        .file("side.md", format!("+++\ntitle = \"A\"\n\"{evil}\" = 1\n+++\n\nSe [[{evil}]].\n"));
    let preview = Preview::of(&plan, &[]);
    let advice = preview.get("/_planverk/").text();
    assert!(advice.contains("&lt;img") && !advice.contains("<img"), "{advice}");
    let missing = preview.get("/%3Cimg%20src=x%3E%22%27.html");
    assert!(missing.status == 404 && !missing.text().contains("<img src=x"), "{}", missing.text());
}
