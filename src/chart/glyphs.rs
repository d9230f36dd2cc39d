//! How wide words are, before any browser has set them.
//!
//! A table of the advance widths of DejaVu Sans, in hundredths of an em, rounded up. It is the widest of the
//! families that the theme asks for, so words measured here need less room on most readers' machines, never
//! more: a label may be shortened a letter too early, but none runs into another.

use unicode_width::UnicodeWidthChar;

/// From a line of text to the next, in parts of its size.
pub(super) const LINE: f64 = 1.25;
/// How far letters reach above the line they stand on, and below it, in parts of their size.
pub(super) const ASCENT: f64 = 0.94;
/// See [`ASCENT`].
pub(super) const DESCENT: f64 = 0.25;

/// What stands for letters that were cut off.
const CUT: char = '…';

/// Space to tilde, regular.
const REGULAR: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75,
    79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36,
    64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

/// Space to tilde, bold.
const BOLD: [u8; 95] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 70, 40, 40, 84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100,
    84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72,
    68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72,
    37, 72, 84,
];

/// A size of type, and whether it is bold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
}

impl Type {
    /// How wide a line of text is, at most.
    pub(super) fn width(self, text: &str) -> f64 {
        let hundredths: u32 = text.chars().map(|letter| u32::from(self.advance(letter))).sum();
        f64::from(hundredths) * self.size / 100.0
    }

    fn advance(self, letter: char) -> u8 {
        let table = if self.bold { &BOLD } else { &REGULAR };
        let ascii = (letter as usize).checked_sub(0x20).and_then(|place| table.get(place));
        match (ascii, letter) {
            (Some(width), _) => *width,
            (None, '\u{a0}' | '\u{202f}') => table[0],
            (None, '–' | '·') => 50,
            (None, 'æ' | 'Æ' | CUT | '—') => 110,
            (None, letter) => match letter.width() {
                None | Some(0) => 0,
                Some(1) if letter.is_lowercase() => 75,
                Some(1) => 90,
                Some(_) => 120,
            },
        }
    }

    /// The text, or as much of its beginning as there is room for, with an ellipsis.
    pub(super) fn shorten(self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_string();
        }
        let mut kept = String::with_capacity(text.len());
        let mut used = self.width("…");
        for letter in text.chars() {
            used += self.width(letter.encode_utf8(&mut [0; 4]));
            if used > room {
                break;
            }
            kept.push(letter);
        }
        let kept = kept.trim_end_matches([' ', '\u{a0}', '-', ',', '(']);
        if kept.is_empty() { String::new() } else { format!("{kept}{CUT}") }
    }

    /// The text in lines, broken at spaces and after hyphens; the last of `most` lines takes the rest,
    /// and what is too long for a line is shortened. No-break spaces hold.
    pub(super) fn wrap(self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = vec![String::new()];
        for part in parts(text) {
            let last = lines.len() - 1;
            let with = format!("{}{part}", lines[last]);
            let is_last = lines.len() == most;
            if lines[last].is_empty() || is_last || self.width(with.trim_end()) <= room {
                lines[last] = with;
            } else {
                lines.push(part.to_string());
            }
        }
        lines.iter().map(|line| self.shorten(line.trim_end(), room)).collect()
    }
}

/// The pieces that a line may be broken between, each with the space or the hyphen that ends it.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-']).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: Type = Type { size: 10.0, bold: false };

    #[test]
    fn words_are_wrapped_and_shortened() {
        let wrap = |text, most| TYPE.wrap(text, 60.0, most).join("|");
        assert_eq!(wrap("Landet", 2), "Landet");
        assert_eq!(wrap("KOSTRA-gruppe 7", 3), "KOSTRA-|gruppe 7");
        assert_eq!(wrap("KOSTRA-gruppe 7", 1), "KOSTRA…");
        assert_eq!(wrap("Kommunegruppegjennomsnittet", 3), "Kommun…");
        assert_eq!(wrap("Landet 41,8\u{a0}poeng", 3), "Landet|41,8\u{a0}poeng");
        assert_eq!(wrap("", 2), "");
    }

    #[test]
    fn bold_is_wider_and_marks_on_letters_take_no_room() {
        let bold = Type { bold: true, ..TYPE };
        assert!(bold.width("Eksempelvik") > TYPE.width("Eksempelvik"));
        assert!((TYPE.width("e\u{301}") - TYPE.width("e")).abs() < 0.01);
        assert!(TYPE.width("統計") >= 20.0);
    }
}
