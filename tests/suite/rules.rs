//! Every rule of the table has a fixture that breaks it, and pages that explain it.
//!
//! A fixture in `tests/rules/` is a small plan in one text file, with what the checker says of it
//! written right below the words in question ([`fixture`] tells the form). It shows each rule being
//! broken, and beside it what comes near and must pass: every diagnostic has to be annotated.
//!
//! `UPDATE_FIXTURES=1 cargo test rules` writes the annotations anew. Read them before you keep them.

mod fixture;

use fixture::Fixture;
use planverk::diagnostic::rules::RULES;
use planverk::diagnostic::{Diagnostic, Diagnostics};
use planverk::site::{Prepared, Request};
use planverk::text::{Language, SourceFile};
use planverk::{load, site};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What is told of a fixture's plan, from its files on disk to the last check. Where it brings a theme,
/// every page is made too.
fn diagnose(fixture: &Fixture) -> (Vec<SourceFile>, Diagnostics) {
    let folder = tempfile::tempdir().unwrap();
    fixture.write_to(folder.path());
    let mut diagnostics = Diagnostics::default();
    let sources = load::load(folder.path(), &mut diagnostics).unwrap();
    let choice = planverk::resolve::theme_choice(&sources);
    let has_theme = !choice.name.is_empty();
    let theme = folder.path().join("themes").join(choice.name);
    let theme = if has_theme { load::read_theme(&theme).unwrap() } else { Vec::new() };
    let request =
        Request { today: fixture.today, base_url: None, stage: None, forced: String::new() };
    let prepared = site::prepare(&sources, theme, &request, &mut diagnostics);
    if has_theme && diagnostics.mistakes() == 0 {
        render(&prepared).into_iter().for_each(|broken| diagnostics.push(broken));
    }
    diagnostics.sort();
    (sources.files, diagnostics)
}

/// What is told when every page is made.
fn render(prepared: &Prepared) -> Vec<Diagnostic> {
    let broken = site::with_site(prepared, |site| {
        let routes = site.routes();
        let rendered = routes.iter().map(|(path, route)| site.render(path, route));
        rendered.filter_map(|page| page.err().map(|broken| *broken)).collect()
    });
    broken.unwrap_or_else(|broken| vec![*broken])
}

#[test]
fn every_fixture_is_told_what_it_says() {
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    let mut wrong = Vec::new();
    for path in fixtures() {
        let fixture = Fixture::read(&std::fs::read_to_string(&path).unwrap());
        let (files, diagnostics) = diagnose(&fixture);
        let told = fixture::told(&files, &diagnostics);
        if update {
            std::fs::write(&path, fixture.annotated(&told)).unwrap();
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            wrong.extend(
                fixture.differences(&told).into_iter().map(|line| format!("{name}: {line}")),
            );
        }
    }
    assert!(wrong.is_empty(), "\n\n{}\n", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_fixture_that_breaks_it() {
    let mut broken = HashSet::new();
    for path in fixtures() {
        let fixture = Fixture::read(&std::fs::read_to_string(&path).unwrap());
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if fixture.annotations.iter().any(|annotation| annotation.rule == name) {
            broken.insert(name);
        }
    }
    let missing: Vec<&str> =
        RULES.iter().map(|rule| rule.name).filter(|rule| !broken.contains(*rule)).collect();
    assert!(missing.is_empty(), "no fixture of their own: {missing:?}");
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for rule in RULES {
        for language in [Language::Nb, Language::En] {
            let page = rule.explanation(language);
            let words = page.split_whitespace().count();
            assert!((40..=220).contains(&words), "{} ({language:?}): {words} words", rule.name);
            assert!(page.is_ascii() || !page.contains('\t'), "{}: tabs", rule.name);
            assert!(!rule.summary(language).is_empty());
        }
    }
}

#[test]
fn no_output_shows_an_identity_number() {
    let path = folder().join("national-id.txt");
    let fixture = Fixture::read(&std::fs::read_to_string(path).unwrap());
    let (files, diagnostics) = diagnose(&fixture);
    let style = planverk::diagnostic::text::Style { language: Language::Nb, colour: false };
    let outputs = [
        planverk::diagnostic::text::render(&diagnostics, &files, style),
        planverk::diagnostic::json::render(&diagnostics, &files, Language::Nb),
        planverk::diagnostic::github::render(&diagnostics, &files, Language::En),
    ];
    assert!(outputs[0].contains("******"), "{}", outputs[0]);
    for output in outputs {
        assert_eq!(planverk::text::mask(&output), output);
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// The fixtures, by name.
fn fixtures() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths
}
