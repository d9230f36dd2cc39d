//! One message for one cause: many places become one diagnostic with a count and a few labels.

use super::Input;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::Span;
use std::collections::HashMap;
use std::hash::Hash;

/// How many places are shown beside the first.
const SHOWN: usize = 3;

/// A place, and what the author calls what stands there.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub span: Span,
    pub name: String,
}

impl Place {
    pub fn new(span: Span, name: impl Into<String>) -> Place {
        Place { span, name: name.into() }
    }
}

/// Tells of some places at once: at the first, with the next few as labels, and what to do. Of no place nothing is told.
pub(super) fn tell(
    rule: &'static Rule,
    places: &[Place],
    (message, help): (Say, Say),
    diagnostics: &mut Diagnostics,
) {
    let Some((first, others)) = places.split_first() else { return };
    let mut diagnostic = Diagnostic::at(rule, first.span, message);
    let mut told = vec![first.span];
    for place in others {
        if told.len() > SHOWN {
            break;
        }
        if !told.contains(&place.span) {
            told.push(place.span);
            diagnostic = diagnostic.label(place.span, say!(nb: "også her", en: "here too"));
        }
    }
    diagnostics.push(diagnostic.help(help));
}

/// The file that a place stands in, for sharing a message; register rows share theirs, and files that
/// are entries of their own share their folder's.
pub(super) fn home<'a>(input: &Input<'a>, span: Span) -> &'a str {
    let Some(file) = input.files.get(span.file.0 as usize) else { return "" };
    match file.path.rsplit_once('/') {
        Some((folder, name)) if name.ends_with(".md") => folder,
        _ => &file.path,
    }
}

/// Groups items by a key, in order of first appearance.
pub(super) fn by_key<K: Clone + Eq + Hash, T>(
    items: impl IntoIterator<Item = (K, T)>,
) -> Vec<(K, Vec<T>)> {
    let mut groups: Vec<(K, Vec<T>)> = Vec::new();
    let mut known: HashMap<K, usize> = HashMap::new();
    for (key, item) in items {
        let group = *known.entry(key.clone()).or_insert_with(|| {
            groups.push((key, Vec::new()));
            groups.len() - 1
        });
        groups[group].1.push(item);
    }
    groups
}
