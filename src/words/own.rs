//! A municipality's own words as Fluent messages that take the place of ours.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use fluent_bundle::FluentResource;

use super::keys;

/// Messages for those own words whose keys exist, each as one literal: nothing in a term is syntax.
pub(super) fn messages(own: &BTreeMap<String, String>, ours: &FluentResource) -> String {
    let mut messages = String::new();
    for key in keys(ours) {
        if let Some(word) = own.get(key) {
            let _ = writeln!(messages, "{key} = {{ \"{}\" }}", literal(word));
        }
    }
    messages
}

/// A literal knows two escapes and no line break.
fn literal(word: &str) -> String {
    let mut literal = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            '"' | '\\' => literal.extend(['\\', letter]),
            letter if letter.is_control() => literal.push(' '),
            letter => literal.push(letter),
        }
    }
    literal
}
