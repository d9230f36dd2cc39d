//! Lists that were pasted from Word: their marks are plain characters, line by line in one paragraph.

use super::document::RemarkKind;
use std::ops::Range;

/// The first mark of a list that was pasted into a paragraph, at its start or at the start of a line.
///
/// A letter inside a paragraph needs the next letter on a later line, for "a." may end a sentence; a
/// section sign before a number is a section of an act.
pub(super) fn pasted_list(source: &str) -> Option<(RemarkKind, Range<usize>)> {
    const BULLETS: [char; 6] = ['o', '•', '·', '\u{f0b7}', '§', '▪'];
    let line_ends = memchr::memchr_iter(b'\n', source.as_bytes());
    for line in std::iter::once(0).chain(line_ends.map(|end| end + 1)) {
        let words = source[line..].trim_start_matches([' ', '\t', '>']);
        let start = source.len() - words.len();
        let mark = words.chars().next();
        let Some(mark) = mark.filter(|mark| *mark == 'a' || BULLETS.contains(mark)) else {
            continue;
        };
        let rest = &words[mark.len_utf8()..];
        let is_lettered = mark == 'a'
            && [") ", ". "].iter().any(|after| {
                let follows = |line: &str| {
                    let next = line.trim_start_matches([' ', '\t', '>']).strip_prefix('b');
                    next.is_some_and(|rest| rest.starts_with(after))
                };
                rest.starts_with(after) && (start == 0 || words.lines().skip(1).any(follows))
            });
        if is_lettered {
            return Some((RemarkKind::LetteredList, start..start + 2));
        }
        let text = rest.trim_start_matches([' ', '\t']);
        // The sign of Symbol, a private character, is a bullet whatever follows.
        let is_bullet = match mark {
            'a' => false,
            '\u{f0b7}' => true,
            '§' => {
                text.len() < rest.len() && !text.starts_with(|first: char| first.is_ascii_digit())
            }
            _ => text.len() < rest.len(),
        };
        if is_bullet {
            return Some((RemarkKind::PastedBullet, start..start + mark.len_utf8()));
        }
    }
    None
}
