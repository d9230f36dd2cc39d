//! Pages follow what is written.

use super::Preview;
use crate::command::Plan;

const SIDE: &str = "+++\ntitle = \"En side\"\n+++\n\nFørste setning.\n\nAndre setning.\n";

fn plan() -> Plan {
    Plan::new()
        .file("index.md", "Velkommen.\n")
        .file("del/index.md", "+++\ntitle = \"Delen\"\n+++\n\nOm delen.\n")
        .file("del/side.md", SIDE)
}

#[test]
fn a_page_shows_what_was_written_last() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    assert!(preview.get("/").text().contains("Velkommen."));
    plan.write("content/index.md", "Farvel.\n");
    preview.shows("/", "Farvel.");
}

#[test]
fn the_published_site_is_that_of_a_build_byte_for_byte() {
    let plan = Plan::example();
    let preview = Preview::of(&plan, &[]);
    plan.build().succeeds();
    let site = plan.site();
    assert!(site.0.len() > 100);
    for (path, bytes) in site.0.iter().filter(|(path, _)| !path.starts_with('.')) {
        assert!(preview.published(path) == *bytes, "{path} differs");
    }
}

#[test]
fn an_open_page_hears_of_its_own_changes_and_of_no_others() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    let mut front = preview.follow("index.html");
    let mut side = preview.follow("del/side.html");
    let (front_tag, side_tag) = (front.next()["tag"].clone(), side.next()["tag"].clone());
    plan.write("content/del/side.md", SIDE.replace("Andre", "Annen"));
    side.until(|told| told["tag"] != side_tag);
    // What the front page is told meanwhile is of the checks; its own tag stands.
    plan.write("content/index.md", "Farvel.\n");
    let told = front.until(|told| told["tag"] != front_tag);
    assert!(preview.get("/").text().contains(told["tag"].as_str().unwrap()));
}

#[test]
fn a_block_says_where_it_was_written_to_those_who_write() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    let page = preview.get("/del/side.html").text();
    assert!(page.contains(" data-source=\"content/del/side.md:5\">Første setning.</p>"), "{page}");
    assert!(page.contains(" data-source=\"content/del/side.md:7\">Andre setning.</p>"), "{page}");
    let published = preview.get("/_planverk/published/del/side.html").text();
    assert!(!published.contains("data-source") && !published.contains("_planverk"), "{published}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_browser_is_opened_at_the_plan_and_one_that_is_not_there_stops_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let plan = plan();
    // It writes aside first, so that nobody reads half an address.
    let script = "#!/bin/sh\nprintf %s \"$1\" > aside && mv aside opened\n";
    plan.write("bin/xdg-open", script);
    let program = plan.at("bin/xdg-open");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", plan.at("bin").display(), std::env::var("PATH").unwrap());
    let preview = Preview::under(&plan, &["--open"], &[("PATH", &path)]);
    let opened = plan.at("opened");
    let late = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while !opened.exists() && std::time::Instant::now() < late {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let expected = format!("http://127.0.0.1:{}/", preview.port());
    assert_eq!(std::fs::read_to_string(opened).unwrap(), expected);
    let nothing = plan.at("nothing").display().to_string();
    let alone = Preview::under(&plan, &["--open"], &[("PATH", &nothing)]);
    assert!(alone.get("/").text().contains("Velkommen."));
}
