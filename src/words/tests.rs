//! What all five languages have in common, and what own words do.

use super::*;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeSet;

/// Every message with the variables that it holds.
fn shapes(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    shapes_of(language, source(language))
}

fn shapes_of(language: Language, source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = FluentResource::try_new(source.to_string());
    let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", language.tag()));
    let shapes = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => {
            let pattern = message.value.as_ref();
            let mut found = BTreeSet::new();
            variables(
                pattern.unwrap_or_else(|| panic!("{} is empty", message.id.name)),
                &mut found,
            );
            Some((message.id.name.to_string(), found))
        }
        Entry::Junk { content } => panic!("{}: {content}", language.tag()),
        _ => None,
    });
    shapes.collect()
}

fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                variable(inline, found);
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variable(selector, found);
                variants.iter().for_each(|variant| variables(&variant.value, found));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn variable(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        found.insert(format!("${}", id.name));
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let bokmal = shapes(Language::Nb);
    assert!(bokmal.len() > 300);
    for language in Language::ALL {
        let shapes = shapes(language);
        for (key, variables) in &bokmal {
            assert_eq!(shapes.get(key), Some(variables), "{}: {key}", language.tag());
        }
        let more: Vec<&String> = shapes.keys().filter(|key| !bokmal.contains_key(*key)).collect();
        assert!(more.is_empty(), "{} alone has {more:?}", language.tag());
    }
}

#[cfg(feature = "hearing")]
#[test]
fn the_service_says_the_same_in_every_language() {
    let bokmal = shapes_of(Language::Nb, service(Language::Nb));
    assert!(bokmal.len() > 150);
    for language in Language::ALL {
        assert_eq!(shapes_of(language, service(language)), bokmal, "{}", language.tag());
        let both = [source(language), service(language)].concat();
        let count = keys(&resource(&both)).count();
        let words = Words::of_service(language);
        let with_variables =
            shapes_of(language, &both).values().filter(|all| !all.is_empty()).count();
        // Told twice, a message would be counted twice.
        assert_eq!(words.plain.len() + with_variables, count, "{}", language.tag());
        let odd = words.plain.iter().find(|(_, word)| word.trim().is_empty() || word.contains('{'));
        assert_eq!(odd, None, "{}", language.tag());
    }
}

#[test]
fn no_message_is_told_twice() {
    for language in Language::ALL {
        let resource = resource(source(language));
        let mut seen = BTreeSet::new();
        let twice: Vec<&str> = keys(&resource).filter(|key| !seen.insert(*key)).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", language.tag());
    }
}

#[test]
fn a_message_without_variables_is_whole() {
    for language in Language::ALL {
        let words = Words::of(language);
        for (key, variables) in shapes(language) {
            // One that names a message which does not exist would be missing here.
            assert_eq!(words.plain.contains_key(&key), variables.is_empty(), "{key}");
        }
        // Quotation marks around a whole message are no syntax here: readers would see them.
        let is_odd = |word: &str| word.trim().is_empty() || word.contains(['{', '"']);
        let gap = words.plain.iter().find(|(_, word)| is_odd(word));
        assert_eq!(gap, None, "{}", language.tag());
    }
}

#[test]
fn an_own_word_stands_in_every_sentence_about_the_thing() {
    let own = [
        ("kind_indicator_one", "telling"),
        ("kind_indicator_many", "tellinger"),
        ("no_such_key", "x"),
    ];
    let own = own.map(|(key, word)| (key.to_string(), word.to_string()));
    let words = Words::with(Language::Nb, &own.into());
    assert_eq!(words.get("indicators"), "Tellinger");
    assert_eq!(words.get("no_indicator_yet"), "Ingen telling ennå");
    assert_eq!(words.get("no_such_key"), "no_such_key");
    assert!(!words.has("no_such_key"));
}

#[test]
fn an_own_word_is_never_syntax() {
    let strange = "{ $x } \"mål\" \\ [a]\n* .b = { kind_goal_one }";
    let own = [("kind_measure_one".to_string(), strange.to_string())];
    let words = Words::with(Language::Nb, &own.into());
    assert_eq!(words.get("kind_measure_one"), strange.replace('\n', " "));
    assert_eq!(words.get("skip_to_content"), "Gå til innholdet");
}

#[test]
fn variables_are_filled_in() {
    let words = Words::of(Language::Nb);
    let said = words.fill("stage_adopted_by_on", &[("by", "utvalget"), ("on", "2026")]);
    assert_eq!(said, "Vedtatt av utvalget 2026");
    assert_eq!(words.fill("skip_to_content", &[]), "Gå til innholdet");
}
