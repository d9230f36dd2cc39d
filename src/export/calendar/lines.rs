//! Lines of an iCalendar file (RFC 5545, 3.1): ended by CRLF, folded at 75 octets, texts escaped.

use jiff::civil::{Date, DateTime};

/// The most octets of a line, without its end.
const MOST: usize = 75;

/// The lines of a file as they are written.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line that holds nothing to escape.
    pub(super) fn plain(&mut self, line: &str) {
        let mut room = MOST;
        for letter in line.chars().filter(|letter| !letter.is_control()) {
            // A letter of several octets is never cut in two.
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MOST - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is a text (3.3.11).
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for letter in value.trim().chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' => line.push_str("\\n"),
                letter if letter.is_control() => {}
                letter => line.push(letter),
            }
        }
        self.plain(&line);
    }

    /// Lines that are written already.
    pub(super) fn block(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A day: `20260814`.
pub(super) fn date(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A moment of a time zone told beside it: `20260814T120000`.
pub(super) fn date_time(moment: DateTime) -> String {
    let (day, hour, minute) = (date(moment.date()), moment.hour(), moment.minute());
    format!("{day}T{hour:02}{minute:02}{:02}", moment.second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(value: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", value);
        lines.finish()
    }

    fn unfolded(lines: &str) -> String {
        lines.replace("\r\n ", "").trim_end_matches("\r\n").to_string()
    }

    #[test]
    fn what_means_something_in_a_text_is_escaped() {
        assert_eq!(text("a, b; c\\d\ne"), "SUMMARY:a\\, b\\; c\\\\d\\ne\r\n");
        assert_eq!(
            text("END:VEVENT\r\nBEGIN:VALARM\u{0}"),
            "SUMMARY:END:VEVENT\\nBEGIN:VALARM\r\n"
        );
    }

    #[test]
    fn a_line_is_folded_before_an_å_that_has_no_room() {
        // "SUMMARY:" and 66 letters are 74 octets; å takes two.
        let line = text(&format!("{}å b", "a".repeat(66)));
        assert_eq!(line, format!("SUMMARY:{}\r\n å b\r\n", "a".repeat(66)));
        let line = text(&format!("{}å b", "a".repeat(65)));
        assert_eq!(line, format!("SUMMARY:{}å\r\n  b\r\n", "a".repeat(65)));
        // Exactly 75 are one line.
        assert_eq!(text(&"a".repeat(67)).matches("\r\n").count(), 1);
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_75_octets_and_nothing_is_lost(value in "[a-zæøå€🎒,;\\\\ ]{0,200}") {
            let lines = text(&value);
            prop_assert!(lines.split("\r\n").all(|line| line.len() <= 75), "{lines}");
            let back = unfolded(&lines).replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
            prop_assert_eq!(back.strip_prefix("SUMMARY:").unwrap(), value.trim());
        }
    }
}
