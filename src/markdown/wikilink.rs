//! What stands between double brackets, and whether a sentence starts there.

use super::{Target, document};
use crate::text::ends_with_abbreviation;
use crate::vocabulary::Kind;

/// Reads the target of a link: `entry#place`, `entry, s. 18`, `entry=2020 Landet`.
pub(super) fn link_target(written: &str, number: bool) -> Target {
    if let Some((name, figure)) = written.split_once('=') {
        let figure = figure.trim();
        let (first, rest) = figure.split_once(char::is_whitespace).unwrap_or((figure, ""));
        let is_time = first.starts_with(|letter: char| letter.is_ascii_digit());
        let (time, series) = if is_time { (first, rest) } else { ("", figure) };
        return Target::Figure {
            name: name.trim().to_string(),
            time: time.to_string(),
            series: series.trim().to_string(),
        };
    }
    let (whole, place) = written.split_once(',').unwrap_or((written, ""));
    let (name, fragment) = whole.split_once('#').unwrap_or((whole, ""));
    Target::Entry {
        name: name.trim().to_string(),
        fragment: fragment.trim().to_string(),
        place: place.trim().to_string(),
        number,
    }
}

/// Reads the target of an embed: an entry, or a list of entries of a kind chosen by fields.
pub(super) fn embed_target(written: &str) -> Target {
    let mut words = written.split_whitespace();
    let first = words.next().unwrap_or("");
    let filters: Option<Vec<_>> = words
        .map(|word| word.split_once('=').map(|(f, v)| (f.to_string(), v.to_string())))
        .collect();
    let role = crate::vocabulary::find(crate::vocabulary::ROLES, first).map(|word| word.name);
    let is_list = Kind::find(first).is_some() || role == Some("component");
    match filters {
        Some(filters) if is_list => Target::List { kind: first.to_string(), filters },
        _ => link_target(written, false),
    }
}

/// Whether a sentence starts after some text, given whether one started before it.
pub(super) fn starts_after(text: &str, before: bool) -> bool {
    // Nearly every stretch of text ends within a sentence, and one byte tells.
    let last = text.bytes().rev().find(|byte| *byte != b' ');
    if last.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b',') {
        return false;
    }
    let text =
        text.trim_end_matches(|letter: char| letter.is_whitespace() || "«(“\"'[".contains(letter));
    let Some(last) = text.chars().next_back() else { return before };
    match last {
        '!' | '?' => true,
        '.' => !ends_with_abbreviation(text.trim_end_matches('.')),
        _ => false,
    }
}

/// The letters right after a link that are an ending of it: `[[poeng]]ene`.
pub(super) fn ending(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_lowercase()).unwrap_or(text.len());
    &text[..end]
}

/// The alert that a quotation's first words make it, beside GitHub's own; with their length.
pub(super) fn own_alert(source: &str) -> Option<(document::Alert, usize)> {
    const MARK: &str = "[!TODO]";
    let start = source.find(|letter: char| letter != '>' && !letter.is_whitespace())?;
    let marked = source.get(start..start + MARK.len())?.eq_ignore_ascii_case(MARK);
    marked.then_some((document::Alert::Todo, start + MARK.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, fragment: &str, place: &str) -> Target {
        let [name, fragment, place] = [name, fragment, place].map(ToString::to_string);
        Target::Entry { name, fragment, place, number: false }
    }

    fn figure(name: &str, time: &str, series: &str) -> Target {
        let [name, time, series] = [name, time, series].map(ToString::to_string);
        Target::Figure { name, time, series }
    }

    #[test]
    fn targets() {
        for (written, expected) in [
            ("grunnskolepoeng", entry("grunnskolepoeng", "", "")),
            ("inkluderende-miljo#tilhorighet", entry("inkluderende-miljo", "tilhorighet", "")),
            ("#tilhorighet", entry("", "tilhorighet", "")),
            ("gotvassli-2017, s. 18", entry("gotvassli-2017", "", "s. 18")),
            ("x=2020 KOSTRA-gruppe 7", figure("x", "2020", "KOSTRA-gruppe 7")),
            ("x=2025/2026", figure("x", "2025/2026", "")),
            ("x=Landet", figure("x", "", "Landet")),
            ("x=", figure("x", "", "")),
            ("=2020", figure("", "2020", "")),
        ] {
            assert_eq!(link_target(written, false), expected, "{written}");
        }
        assert_eq!(embed_target("grunnskolepoeng"), entry("grunnskolepoeng", "", ""));
        let filters = vec![("vurdering".into(), "oppløftende".into())];
        let kind = "indikator".to_string();
        assert_eq!(embed_target("indikator vurdering=oppløftende"), Target::List { kind, filters });
    }

    #[test]
    fn sentences() {
        assert!(starts_after("Det er slutt. ", false));
        assert!(starts_after("«", true));
        assert!(!starts_after("Se ", true));
        assert!(!starts_after("Mange ting, bl.a. ", true));
        assert!(!starts_after("Møtet er 17. ", false));
        assert!(starts_after("Hvorfor? (", false));
    }
}
