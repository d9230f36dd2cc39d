//! The plans that `planverk new` makes build clean, and lead nowhere wrong.

use crate::command::Plan;
use crate::site_walk::assert_resolves;

const LANGUAGES: [&str; 5] = ["nb", "nn", "se", "sv", "en"];

#[test]
fn a_new_plan_builds_with_nothing_to_mend() {
    for language in LANGUAGES {
        let plan = Plan::starter(language);
        plan.check_with(&["--strict", "--lang", "nb"]).succeeds().shows("Ingenting å rette.");
        plan.build_with(&["--strict"]).succeeds();
        let site = plan.site();
        assert_resolves(&site);
        let html = format!("<html lang=\"{language}\"");
        assert!(site.pages().all(|(_, page)| page.contains(&html)), "{language}");
    }
}

#[test]
fn a_new_plan_says_what_comes_next() {
    let plan = Plan::empty();
    plan.run(&["new", "min plan"]).succeeds().shows("planverk build");
    plan.run(&["build", "min plan"]).succeeds();
    plan.run(&["new", "another", "--language", "en"]).succeeds().shows("Next:");
    plan.run(&["new", "tredje", "--language", "en", "--lang", "nb"]).succeeds().shows("Gå videre:");
}

#[test]
fn nothing_is_written_over_what_is_there() {
    let plan = Plan::empty().beside("opptatt/notat.txt", "mitt").beside("fil", "min");
    plan.run(&["new", "opptatt"]).fails_on_the_world().shows("opptatt").shows("ikke en tom mappe");
    plan.run(&["new", "fil"]).fails_on_the_world().shows("ikke en tom mappe");
    plan.run(&["new", "fil/under"]).fails_on_the_world().shows("fil/under");
    plan.run(&["new", "opptatt", "--lang", "en"]).fails_on_the_world().shows("Choose another name");
    let kept = crate::command::Files::of(&plan.at(""));
    assert_eq!(kept.0.len(), 2);
    assert_eq!(kept.text("opptatt/notat.txt"), "mitt");
}

#[test]
fn an_unknown_language_is_told_with_those_that_there_are() {
    let plan = Plan::empty();
    plan.run(&["new", "min", "--language", "da"]).fails_on_the_world().shows("nb, nn, se, sv, en");
    assert!(!plan.at("min").exists());
}
