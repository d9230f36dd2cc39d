//! The examples of content/README.md are ones that planverk understands, each word of them, in both halves.
//!
//! An indented block is a file with fields, a register, `plan.toml`, or fields of an indicator or a measure; its first
//! line tells which. What it points to is elsewhere in the reader's plan, so links and files are not asked for.

use planverk::diagnostic::Diagnostics;
use planverk::load::SourceSet;
use planverk::text::SourceFile;
use planverk::{parse, resolve};
use std::collections::BTreeMap;

/// Rules that an example breaks only when its words or its form are wrong.
const OF_FORM: [&str; 10] = [
    "bad-id",
    "missing-field",
    "not-a-date",
    "toml-syntax",
    "unclosed-fields",
    "unknown-choice",
    "unknown-field",
    "unknown-kind",
    "unknown-role",
    "wrong-type",
];

/// The indented blocks of a text, without their indent.
fn examples(text: &str) -> Vec<String> {
    let mut examples = vec![String::new()];
    for line in text.lines() {
        let open = examples.last_mut().unwrap();
        match line.strip_prefix("    ") {
            Some(line) => open.push_str(&format!("{line}\n")),
            None if line.is_empty() && !open.is_empty() => open.push('\n'),
            None if open.is_empty() => {}
            None => examples.push(String::new()),
        }
    }
    examples
}

/// The files that the examples are, by path.
fn files(examples: &[String]) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (place, example) in examples.iter().enumerate() {
        let within = |fields: &str| format!("+++\n{fields}\n{example}\n+++\n");
        let begins =
            |words: &[&str]| words.iter().any(|word| example.trim_start().starts_with(word));
        let (path, text) = if example.contains("\n[standard]") || example.contains("\n[defaults]") {
            (format!("content/{place}/index.md"), example.clone())
        } else if begins(&["+++"]) {
            (format!("content/eksempel-{place}.md"), example.clone())
        } else if begins(&["# regist"]) {
            (format!("content/eksempel-{place}.toml"), example.clone())
        } else if example.contains("\nkommune = ") || example.contains("\nmunicipality = ") {
            ("content/plan.toml".to_string(), example.clone())
        } else if begins(&["[begreper]", "[terms]"]) {
            ("content/plan.toml".to_string(), format!("\n{example}"))
        } else if begins(&["[[funn]]", "[[finding]]", "måleserie = ", "series = ", "data = "]) {
            (
                format!("content/eksempel-{place}.md"),
                within("kind = \"indicator\"\ntitle = \"I\"\nid = \"i\""),
            )
        } else if begins(&["[[status]]"]) {
            (
                format!("content/eksempel-{place}.md"),
                within("kind = \"measure\"\ntitle = \"T\"\ngoals = []"),
            )
        } else {
            continue;
        };
        files.entry(path).or_default().push_str(&text);
    }
    files
}

#[test]
fn every_example_is_understood() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("content/README.md")).unwrap();
    let (page, _) = page.split_once("\n# Ord for ord").unwrap();
    let (norwegian, english) = page.split_once("\n# How to write a plan").unwrap();
    let mut counts = Vec::new();
    for half in [norwegian, english] {
        let files = files(&examples(half));
        counts.push(files.len());
        let files = files.iter().map(|(path, text)| SourceFile::of_text(path, text.as_str()));
        let sources = SourceSet { files: files.collect(), ..SourceSet::default() };
        let mut diagnostics = Diagnostics::default();
        let raw = parse::parse(&sources, &mut diagnostics);
        let plan = resolve::resolve(raw, &sources, &mut diagnostics);
        diagnostics.retain(|rule, _| OF_FORM.contains(&rule));
        let told: Vec<_> =
            diagnostics.all().iter().map(|one| (&one.message.en, one.span)).collect();
        assert!(told.is_empty(), "{told:?}");
        assert_eq!(
            plan.settings.period.and_then(|period| period.from).map(|from| from.year()),
            Some(2026)
        );
    }
    assert_eq!(counts[0], counts[1], "an example stands in one half alone");
    assert!(counts[0] >= 10, "{counts:?}");
}
