//! Words of a frozen version as HTML, with the emphasis and the links that they had.

use super::inline::is_safe;
use super::{escape, escape_into};
use crate::contract::Mark;
use std::ops::Range;

/// A stretch of a block's words with their marks; `place` tells where an entry stands. Line ends are kept.
///
/// What does not fit the words, or into the mark around it, marks nothing: a version's file may say anything.
#[must_use]
pub fn marked_words(
    words: &str,
    stretch: Range<usize>,
    marks: &[Mark],
    place: &dyn Fn(&str) -> Option<String>,
) -> String {
    let fits = |mark: &&Mark| {
        let Range { start, end } = mark.range;
        start < end && words.is_char_boundary(start) && words.is_char_boundary(end)
    };
    let mut marks: Vec<&Mark> = marks.iter().filter(fits).collect();
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    let mut pen = Pen { words, place, html: String::with_capacity(stretch.len()) };
    pen.write(stretch, &marks, false);
    pen.html
}

struct Pen<'w> {
    words: &'w str,
    place: &'w dyn Fn(&str) -> Option<String>,
    html: String,
}

impl Pen<'_> {
    fn write(&mut self, stretch: Range<usize>, marks: &[&Mark], in_link: bool) {
        let mut at = stretch.start;
        for (number, mark) in marks.iter().enumerate() {
            let Range { start, end } = mark.range;
            if start < at || end > stretch.end {
                continue;
            }
            self.plain(at..start);
            let (open, close) = self.tags(&mark.what, in_link);
            self.html.push_str(&open);
            self.write(start..end, &marks[number + 1..], in_link || close == "</a>");
            self.html.push_str(close);
            at = end;
        }
        self.plain(at..stretch.end);
    }

    fn plain(&mut self, stretch: Range<usize>) {
        for (number, line) in self.words[stretch].split('\n').enumerate() {
            self.html.push_str(if number == 0 { "" } else { "<br>" });
            escape_into(line, &mut self.html);
        }
    }

    /// The tags of a mark; none for a link within a link, and for one that leads nowhere.
    fn tags(&self, what: &str, in_link: bool) -> (String, &'static str) {
        match what {
            "em" => ("<em>".to_string(), "</em>"),
            "strong" => ("<strong>".to_string(), "</strong>"),
            "code" => ("<code>".to_string(), "</code>"),
            _ if in_link => (String::new(), ""),
            address => {
                let href = match address.strip_prefix('#') {
                    Some(entry) => (self.place)(entry),
                    None => is_safe(address).then(|| address.to_string()),
                };
                href.map_or((String::new(), ""), |href| {
                    (format!("<a href=\"{}\">", escape(&href)), "</a>")
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(words: &str, marks: &[(usize, usize, &str)]) -> String {
        let mark = |(from, to, what): &(usize, usize, &str)| Mark {
            range: *from..*to,
            what: (*what).to_string(),
        };
        let marks: Vec<Mark> = marks.iter().map(mark).collect();
        let place = |entry: &str| (entry == "lek").then(|| "a.html#b2".to_string());
        marked_words(words, 0..words.len(), &marks, &place)
    }

    #[test]
    fn words_get_back_what_marked_them() {
        let marks =
            [(0, 4, "strong"), (0, 14, "#lek"), (6, 14, "em"), (17, 18, "https://x.no/?a&b")];
        assert_eq!(
            marked("Alle leker her & ø", &marks),
            "<a href=\"a.html#b2\"><strong>Alle</strong> l<em>eker her</em></a> &amp; ø"
        );
        assert_eq!(
            marked("ø", &[(0, 2, "https://x.no/?a&b")]),
            "<a href=\"https://x.no/?a&amp;b\">ø</a>"
        );
    }

    #[test]
    fn what_does_not_fit_marks_nothing() {
        let wrong = [
            (0, 1, "em"),
            (2, 1, "em"),
            (0, 99, "em"),
            (0, 2, "script"),
            (0, 2, "javascript:x"),
            (0, 2, "#borte"),
        ];
        assert_eq!(marked("ø<b>", &wrong), "ø&lt;b&gt;");
        assert_eq!(marked("abcd", &[(0, 3, "em"), (2, 4, "strong")]), "<em>abc</em>d");
        assert_eq!(
            marked("abcd", &[(0, 4, "#lek"), (1, 2, "https://x.no")]),
            "<a href=\"a.html#b2\">abcd</a>"
        );
    }
}
