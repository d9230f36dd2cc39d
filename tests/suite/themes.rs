//! The example plan in other clothes: the second theme that comes along, and one template alone.

use crate::command::{Files, Plan};
use std::path::Path;

const ENTRY: &str = "tellinger-og-fortellinger/fortellinger/kveldene-pa-kaia.html";

/// Lets the example plan wear a theme that lies in it.
fn wear(plan: &Plan, theme: &str) {
    let settings = std::fs::read_to_string(plan.at("content/plan.toml")).unwrap();
    plan.write("content/plan.toml", format!("{settings}\n[tema]\nnavn = \"{theme}\"\n"));
}

#[test]
fn the_second_theme_changes_what_it_names_and_leaves_the_rest() {
    let plan = Plan::example();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/fjord");
    for (path, bytes) in Files::of(&folder).0 {
        plan.write(&format!("themes/fjord/{path}"), bytes);
    }
    wear(&plan, "fjord");
    plan.build().succeeds();
    let site = plan.site();
    crate::site_walk::assert_resolves(&site);
    let front = site.text("index.html");
    assert!(front.contains("class=\"view\"") && front.contains("class=\"panel aims\""));
    assert!(!front.contains("class=\"hero\""), "the front page is the theme's own");
    let entry = site.text(ENTRY);
    assert!(entry.contains("class=\"masthead\"") && !entry.contains("class=\"site-header\""));
    assert!(entry.contains("class=\"page-head\""), "what it does not name is planverk's");
    let named = |start: &str| site.0.keys().find(|path| path.starts_with(start)).unwrap();
    let (css, picture) = (named("assets/fjord."), named("assets/fjell."));
    assert!(site.text(css).contains(&picture.replace("assets/", "url(")));
}

#[test]
fn one_template_is_changed_without_copying_the_rest() {
    let own = "{% extends \"default/entry.html\" %}\n\
               {% block footer %}<p>Egen linje</p>{{ super() }}{% endblock footer %}";
    let plan = Plan::example()
        .beside("themes/vik/theme.toml", "name = \"Vik\"\ncontract = 1\n")
        .beside("themes/vik/templates/entry.html", own);
    wear(&plan, "vik");
    plan.build().succeeds();
    let site = plan.site();
    let entry = site.text(ENTRY);
    assert!(entry.contains("<p>Egen linje</p>") && entry.contains("class=\"page-head\""));
    assert!(!site.text("index.html").contains("Egen linje"));
    crate::site_walk::assert_resolves(&site);
}
