//! One value as people and agencies write it: a number, or a mark that stands where a number would.

use super::Reading;
use crate::text::Number;

/// The marks, and what each of them says: in files, in the plan itself, and beside values of JSON-stat.
///
/// | written | means | as the agencies explain it |
/// | --- | --- | --- |
/// | nothing, `..` | missing | no figures were made, or they have not come in |
/// | `...` | missing | not yet ready (older tables) |
/// | `:` | suppressed | held back: too few persons |
/// | `*` | suppressed | held back: too few persons |
/// | `.` | suppressed | impossible: there is nothing to count |
/// | `-`, `–` | suppressed | nothing, or not told, depending on the agency: no figure that can be shown |
///
/// A `*` after a number or beside one is no such mark: it says that the number is preliminary.
const MARKS: [Mark; 9] = [
    mark("", Reading::Missing, false),
    mark("..", Reading::Missing, false),
    mark("...", Reading::Missing, false),
    mark("…", Reading::Missing, false),
    mark(":", Reading::Suppressed, true),
    mark("*", Reading::Suppressed, true),
    mark(".", Reading::Suppressed, false),
    mark("-", Reading::Suppressed, false),
    mark("–", Reading::Suppressed, false),
];

/// Letters that agencies set beside a number that is not yet revised.
const PRELIMINARY: [&str; 4] = ["*", "p", "P", "(p)"];

/// What stands where a number would.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    written: &'static str,
    /// What it means.
    pub reading: Reading,
    /// Whether there is something to count, though it is not told: a code that is not in use has no such mark.
    pub counts: bool,
}

const fn mark(written: &'static str, reading: Reading, counts: bool) -> Mark {
    Mark { written, reading, counts }
}

/// The mark that is written.
pub(super) fn find_mark(written: &str) -> Option<Mark> {
    MARKS.into_iter().find(|mark| mark.written == written.trim())
}

/// Whether a mark beside a number says that it is not yet revised.
pub(super) fn says_preliminary(mark: &str) -> bool {
    PRELIMINARY.contains(&mark.trim())
}

/// Reads a value: "79,8", "14 500", "72,9 %", or a mark.
///
/// Empty, `..` and `...` are missing; `:` `*` `.` and `-` are suppressed. Spaces around it do not count.
/// `None` for any other word.
#[must_use]
pub fn parse_value(text: &str) -> Option<Reading> {
    let mark = find_mark(text).map(|mark| mark.reading);
    mark.or_else(|| Number::parse(text.trim()).map(Reading::Number))
}

/// Reads a value as [`parse_value`] does, and whether a `*` behind it says that it is preliminary: "79,8*".
#[must_use]
pub fn parse_observed(text: &str) -> Option<(Reading, bool)> {
    if let Some(value) = parse_value(text) {
        return Some((value, false));
    }
    let number = Number::parse(text.trim().strip_suffix('*')?)?;
    Some((Reading::Number(number), true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_marks() {
        let number = |text| Number::parse(text).map(Reading::Number);
        for (written, value) in [
            ("79,8", number("79.8")),
            ("14\u{a0}500", number("14500")),
            (" 72,9 % ", number("72.9")),
            ("-3", number("-3")),
            ("0", number("0")),
            ("", Some(Reading::Missing)),
            ("\u{a0}", Some(Reading::Missing)),
            (" .. ", Some(Reading::Missing)),
            (":", Some(Reading::Suppressed)),
            ("*", Some(Reading::Suppressed)),
            (".", Some(Reading::Suppressed)),
            ("-", Some(Reading::Suppressed)),
            ("–", Some(Reading::Suppressed)),
            ("...", Some(Reading::Missing)),
            ("…", Some(Reading::Missing)),
            ("ca. 3", None),
            ("1.234,5", None),
            ("%", None),
        ] {
            assert_eq!(parse_value(written), value, "{written:?}");
        }
    }

    #[test]
    fn a_star_behind_a_number_says_that_it_is_preliminary() {
        let number = |text| Number::parse(text).map(Reading::Number);
        for (written, value, preliminary) in [
            ("44,6*", number("44.6"), true),
            ("1 200 *", number("1200"), true),
            ("44,6", number("44.6"), false),
        ] {
            assert_eq!(
                parse_observed(written),
                value.map(|value| (value, preliminary)),
                "{written:?}"
            );
        }
        assert_eq!(parse_observed("*"), Some((Reading::Suppressed, false)));
        assert_eq!(parse_observed("ca*"), None);
    }
}
