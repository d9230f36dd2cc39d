//! A theme that can't be used is told, with its file and line, and nothing is published.

use crate::command::{Files, Plan};

const SETTINGS: &str = "title = \"P\"\nmunicipality = \"Vik\"\nlanguage = \"nb\"\n";
const MANIFEST: &str = "name = \"vik\"\ncontract = 1\n";

/// A plan that wears a theme of its own, called vik.
fn dressed(settings: &str) -> Plan {
    let settings = format!("{SETTINGS}[theme]\n{settings}\n");
    Plan::new()
        .file("plan.toml", settings)
        .file("side.md", "+++\ntitle = \"Side\"\n+++\nHei.\n")
        .beside("themes/vik/theme.toml", MANIFEST)
}

fn wears(template: &str, text: impl AsRef<[u8]>) -> Plan {
    dressed("name = \"vik\"").beside(&format!("themes/vik/templates/{template}"), text)
}

#[test]
fn a_good_theme_is_worn() {
    let plan = wears("entry.html", "<p class=\"egen\">{{ page.title }}</p>")
        .beside("themes/vik/static/egen.css", "p{}");
    plan.build().succeeds();
    assert!(plan.site().text("side.html").contains("<p class=\"egen\">Side</p>"));
}

#[test]
fn a_theme_that_is_not_there_is_told() {
    let plan = dressed("name = \"vikk\"");
    plan.build().fails_on_the_world().shows("themes/vikk");
    dressed("folder = \"annet/sted\"").build().fails_on_the_world().shows("annet/sted");
    dressed("css = \"egen.css\"").build().fails_on_the_world().shows("egen.css");
    plan.check_with(&[]).fails_on_the_world().shows("themes/vikk");
    assert!(!plan.at("public").exists());
}

#[test]
fn a_broken_template_is_told_with_its_line() {
    let broken = ["{% if %}", "{{ page.title", "{% block a %}", "{{ page.title | finnesikke }}"];
    for broken in broken {
        let plan = wears("entry.html", format!("<p>\n{broken}"));
        plan.check_with(&[]).fails_on_content().shows("broken-theme");
        plan.build().fails_on_content().shows("broken-theme").shows("entry.html:");
        assert!(!plan.at("public").exists());
    }
    wears("entry.html", b"<p>\xe5</p>").build().fails_on_content().shows("ikke lagret som UTF-8");
    let missing = wears("entry.html", "{% extends \"finnesikke.html\" %}");
    missing.build().fails_on_content().shows("finnesikke.html");
}

#[test]
fn a_theme_for_another_contract_is_told() {
    let plan = wears("entry.html", "x");
    let manifest = |text: &str| plan.write("themes/vik/theme.toml", text);
    manifest("name = \"vik\"\ncontract = 999\n");
    plan.build().fails_on_content().shows("broken-theme").shows("999");
    manifest("name = \"vik\"\ncontract = \"en\"\n");
    plan.build().fails_on_content().shows("theme.toml:2");
    manifest("navn = \"vik\"\n");
    plan.build().fails_on_content().shows("theme.toml:1");
    std::fs::remove_file(plan.at("themes/vik/theme.toml")).unwrap();
    plan.build().fails_on_content().shows("ingen theme.toml");
}

#[test]
fn a_stylesheet_that_points_to_nothing_is_told_with_its_line() {
    let plan = dressed("name = \"vik\"")
        .beside("themes/vik/static/egen.css", "p{}\na{background:url(bilder/borte.png)}");
    let told = "static/egen.css:2: temaet har ingen fil «bilder/borte.png» i static/";
    plan.build().fails_on_content().shows("broken-theme").shows(told);
    plan.write("themes/vik/static/egen.css", "@import 'https://fonts.example/a.css';");
    plan.build().fails_on_content().shows("static/egen.css:1: ").shows("ligger et annet sted");
}

#[test]
fn what_a_template_names_and_nobody_has_is_told_with_line_and_name() {
    let base = "{% extends \"default/entry.html\" %}\n";
    for (text, line, name) in [
        ("{% block fotter %}x{% endblock fotter %}", 2, "fotter"),
        ("{% block footer %}{{ <kort /> }}{% endblock footer %}", 2, "kort"),
        ("{% block footer %}\n{{ page.tittel }}{% endblock footer %}", 3, "tittel"),
        ("{% block footer %}{{ sted.title }}{% endblock footer %}", 2, "sted"),
        ("{% block footer %}\n\n{{ assets[\"borte.svg\"] }}{% endblock footer %}", 4, ""),
    ] {
        let plan = wears("entry.html", format!("{base}{text}"));
        plan.build().fails_on_content().shows(&format!("entry.html:{line}: ")).shows(name);
        assert!(!plan.at("public").exists());
    }
}

#[test]
fn a_template_that_fails_on_a_page_leaves_the_old_site() {
    let plan = wears("entry.html", "<p>{{ page.title }}</p>");
    plan.build().succeeds();
    let before = plan.site();
    for failing in ["{{ page.finnesikke }}", "{{ page.title / 2 }}", "{{ throw(message=\"au\") }}"]
    {
        plan.write("themes/vik/templates/entry.html", format!("<p>\n{failing}</p>"));
        let ran = plan.build().fails_on_content();
        if !ran.said.contains("broken-theme") {
            // One cause is one message, however many pages it breaks.
            ran.shows("broken-page").shows("entry.html:2").shows("\n1 feil").shows("står urørt");
        }
        plan.site().is_same_as(&before);
    }
    let left = Files::of(&plan.at(""));
    assert!(!left.0.keys().any(|path| path.starts_with(".public.planverk-new")));
}

#[test]
fn a_theme_stays_inside_its_own_templates() {
    let secret = tempfile::tempdir().unwrap();
    std::fs::write(secret.path().join("hemmelig.html"), "hemmelig").unwrap();
    let path = secret.path().join("hemmelig.html");
    let plan = wears("entry.html", format!("{{% include \"{}\" %}}", path.display()));
    plan.build().fails_on_content().hides("hemmelig\n");
    let plan = wears("a.html", "x").link("themes/vik/templates/entry.html", &path);
    plan.build().succeeds();
    assert!(!plan.site().text("side.html").starts_with("hemmelig"));
}

#[test]
fn a_theme_never_leads_out_of_the_plan() {
    let outside = ["css = \"/etc/passwd\"", "css = \"../hemmelig.css\"", "css = \"lenke.css\""];
    let folders =
        ["folder = \"/\"", "folder = \"tema/../..\"", "name = \"../..\"", "name = \"lenke\""];
    for settings in outside.into_iter().chain(folders) {
        let plan = dressed(settings)
            .beside("../hemmelig.css", "hemmelig")
            .link("lenke.css", "/etc/passwd")
            .link("themes/lenke", "/etc");
        plan.build().fails_on_the_world().shows("fører ut av planens mappe");
        plan.check_with(&["--lang", "en"]).fails_on_the_world().shows("leads out of the plan's");
        assert!(!plan.at("public").exists());
    }
    let plan = dressed("css = \"./stil/egen.css\"").beside("stil/egen.css", "p{}");
    plan.build().succeeds();
}
