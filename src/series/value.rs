//! One value as people and agencies write it: a number, or a mark that stands where a number would.

use super::Reading;
use crate::text::Number;

/// The marks, and what each of them says.
///
/// | written | means | as the agencies explain it |
/// | --- | --- | --- |
/// | nothing, `..` | missing | no figures were made, or they have not come in |
/// | `:` | suppressed | held back: too few persons |
/// | `*` | suppressed | held back: too few persons |
/// | `.` | suppressed | impossible: there is nothing to count |
/// | `-` | suppressed | nothing, or not told, depending on the agency: no figure that can be shown |
const MARKS: [(&str, Reading); 6] = [
    ("", Reading::Missing),
    ("..", Reading::Missing),
    (":", Reading::Suppressed),
    ("*", Reading::Suppressed),
    (".", Reading::Suppressed),
    ("-", Reading::Suppressed),
];

/// Reads a value: "79,8", "14 500", "72,9 %", or a mark.
///
/// Empty and `..` are missing; `:` `*` `.` and `-` are suppressed. Spaces around it do not count.
/// `None` for any other word.
#[must_use]
pub fn parse_value(text: &str) -> Option<Reading> {
    let written = text.trim();
    let mark = MARKS.iter().find(|(mark, _)| *mark == written).map(|(_, value)| *value);
    mark.or_else(|| Number::parse(written).map(Reading::Number))
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
            ("ca. 3", None),
            ("1.234,5", None),
            ("...", None),
            ("%", None),
        ] {
            assert_eq!(parse_value(written), value, "{written:?}");
        }
    }
}
