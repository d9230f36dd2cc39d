//! What people type and save by mistake is told where it stands, with what to do; a site that was
//! published stays as it was.

use crate::command::{Files, Plan, Ran};

const PAGE: &str = "+++\ntitle = \"Side\"\n+++\nHei.\n";

/// Builds a good plan, makes it bad, and builds again: the site must stand as it was.
fn spoilt(spoil: impl FnOnce(Plan) -> Plan) -> (Plan, Ran) {
    let plan = Plan::new().file("side.md", PAGE);
    plan.build().succeeds();
    let before = plan.site();
    let plan = spoil(plan);
    let ran = plan.build();
    plan.site().is_same_as(&before);
    nothing_is_left(&plan);
    (plan, ran)
}

/// No staging folder lies about.
fn nothing_is_left(plan: &Plan) {
    let files = Files::of(&plan.at(""));
    let left: Vec<&String> = files.0.keys().filter(|path| path.starts_with(".public.")).collect();
    assert!(left.iter().all(|path| path.ends_with("-lock")), "{left:?}");
}

#[test]
fn a_folder_without_a_plan_is_told() {
    let plan = Plan::empty().beside("notat.md", "Hei");
    plan.build().fails_on_content().shows("missing-plan").shows("planverk new MAPPE");
    plan.check_with(&["--lang", "en"])
        .fails_on_content()
        .shows("There is no content/plan.toml in .");
    assert!(!plan.at("public").exists());
}

#[test]
fn a_plan_folder_that_does_not_exist_is_told() {
    let plan = Plan::new().beside("fil", "x");
    for command in ["build", "check"] {
        plan.run(&[command, "borte"]).fails_on_the_world().shows("ingen mappe borte");
        plan.run(&[command, "fil"]).fails_on_the_world().shows("ingen mappe fil");
    }
}

#[test]
fn a_file_that_is_not_utf8_is_told_with_its_line() {
    let (_, ran) = spoilt(|plan| plan.file("b.md", b"+++\ntitle = \"B\"\n+++\nBl\xe5b\xe6r.\n"));
    ran.fails_on_content().shows("not-utf8").shows("content/b.md:4:3").shows("Lagre den på nytt");
    let (_, ran) = spoilt(|plan| plan.file("plan.toml", b"title = \"Pl\xe5n\"\n"));
    ran.fails_on_content().shows("content/plan.toml:1:12");
    spoilt(|plan| plan.file("b.md", [0xff, 0xfe, 0x00, 0x80])).1.fails_on_content();
    spoilt(|plan| plan.file("b.md", [0; 400])).1.fails_on_content();
}

/// Old archives unpack names in the letters of another age.
#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_told() {
    use std::os::unix::ffi::OsStrExt;
    let plan = Plan::new().file("side.md", PAGE);
    let name = std::ffi::OsStr::from_bytes(b"bl\xe5b\xe6r.md");
    std::fs::write(plan.at("content").join(name), PAGE).unwrap();
    plan.build().succeeds().shows("stray-file").shows("content/bl\u{fffd}b\u{fffd}r.md");
}

#[test]
fn an_empty_file_is_told() {
    for (name, text) in [("b.md", ""), ("b.toml", "\n\n"), ("plan.toml", ""), ("b.csv", "\u{feff}")]
    {
        let (_, ran) = spoilt(|plan| plan.file(name, text));
        ran.fails_on_content().shows("empty-file").shows(name).shows("Skriv noe i den");
    }
}

#[test]
fn a_line_of_two_megabytes_is_read_or_told_but_shown_in_part() {
    let long = "ord ".repeat(500_000);
    let plan = Plan::new().file("a.md", format!("+++\ntitle = \"A\"\n+++\n{long}\n"));
    plan.build().succeeds();
    let plan =
        Plan::new().file("a.md", format!("+++\ntitle = \"A\"\n+++\n{long} [[borte]] {long}\n"));
    let said = plan.build().fails_on_content().shows("content/a.md:4:2000004").said;
    assert!(said.len() < 5_000, "{} bytes are said", said.len());
    let plan = Plan::new().file("a.toml", format!("[[rolle]]\nid = \"a\"\nkvalme = \"{long}\"\n"));
    let said = plan.build().fails_on_content().shows("content/a.toml:3:1").said;
    assert!(said.len() < 5_000, "{} bytes are said", said.len());
    let plan = Plan::new().file("a.toml", format!("x = \"{long}\n"));
    let said = plan.build().fails_on_content().shows("toml-syntax").said;
    assert!(said.len() < 5_000, "{} bytes are said", said.len());
}

#[test]
fn what_nests_without_end_is_no_danger() {
    let marks = ["> ", "- ", "1. ", "*a **b ", "[", "![", "[[", "`", "<b>", "#"];
    let plan = marks.iter().enumerate().fold(Plan::new(), |plan, (at, mark)| {
        let deep = mark.repeat(3_000);
        plan.file(&format!("{at}.md"), format!("+++\ntitle = \"A\"\n+++\n{deep}slutt\n"))
    });
    plan.build().succeeds();
    for page in plan.site().pages().filter(|(path, _)| path.len() == "0.html".len()) {
        assert!(page.1.contains("slutt"), "{}", page.0);
    }
    let arrays = "[".repeat(100_000);
    Plan::new()
        .file("a.toml", format!("x = {arrays}"))
        .build()
        .fails_on_content()
        .shows("toml-syntax");
}

#[test]
fn embeds_that_embed_each_other_are_told() {
    let embeds = |other: &str| format!("+++\ntitle = \"T {other}\"\n+++\n![[{other}]]\n");
    let (_, ran) = spoilt(|plan| plan.file("a.md", embeds("b")).file("b.md", embeds("a")));
    ran.fails_on_content().shows("embed-circle").shows("content/b.md:4:4");
    let (_, ran) = spoilt(|plan| plan.file("a.md", embeds("a")));
    ran.fails_on_content().shows("embed-circle");
}

#[test]
fn symbolic_links_are_told_and_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(
        outside.path().join("hemmelig.md"),
        "+++\ntitle = \"Hemmelig\"\n+++\nHemmelig.\n",
    )
    .unwrap();
    let (_, ran) = spoilt(|plan| {
        plan.link("content/b.md", "/etc/passwd")
            .link("content/mappe", outside.path())
            .link("content/bilde.png", "/etc/hostname")
            .link("content/borte.md", "finnes-ikke.md")
            .link("content/ring", ".")
            .file("side.md", PAGE.replace("Hei.", "![Bilde](bilde.png)"))
    });
    let ran =
        ran.fails_on_content().shows("symbolic-link").shows("Legg en kopi av filen der i stedet");
    let ran = ["b.md", "mappe", "bilde.png", "borte.md", "ring"]
        .iter()
        .fold(ran, |ran, name| ran.shows(&format!("content/{name} er en symbolsk lenke")));
    ran.hides("root:").hides("Hemmelig");
    let plan = Plan::empty().link("content", outside.path());
    plan.build().fails_on_content();
}

#[test]
fn what_was_typed_wrongly_is_told_with_what_it_should_be() {
    let plan = Plan::new().file("side.md", PAGE);
    let told = |arguments: &[&str], words: &str| {
        plan.run(arguments).fails_on_the_world().shows(words);
    };
    told(&["explain", "unknown-referense"], "Mente du «unknown-reference»?");
    told(&["explain", "qqqq"], "«planverk explain» viser alle");
    told(&["explain", "qqqq", "--lang", "en"], "`planverk explain` lists them");
    told(&["build", "--date", "2026-02-30"], "2026-02-30");
    told(&["build", "--date", "i går"], "--date <YYYY-MM-DD>");
    told(&["check", "--date", ""], "--date <YYYY-MM-DD>");
    told(&["build", "--base-url", "plan.no"], "an address begins with https://");
    told(&["build", "--base-url", "javascript:alert(1)"], "an address begins with https://");
    told(&["build", "--base-url", "https://a.no/?b"], "has no ? or #");
    told(&["build", "--base-url", "https://"], "an address begins with https://");
    told(&["check", "--format", "yaml"], "text, json, github");
    told(&["check", "--lang", "fr"], "nb, en");
    told(&["bygg"], "--help");
    told(&["build", "a", "b"], "unexpected argument");
    assert!(!plan.at("public").exists());
}
