//! Pieces of text that end where letters do.

use std::ops::Range;

/// The bytes of the letters that a range touches: at least one letter, where there is one.
///
/// Parsers tell a byte where they stopped, and a letter may be several.
///
/// ```
/// use planverk::text::whole_letters;
///
/// assert_eq!(whole_letters("blå bær", 3..3), 2..4);
/// assert_eq!(whole_letters("blå", 4..9), 4..4);
/// ```
#[must_use]
pub fn whole_letters(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    start..text.ceil_char_boundary(range.end.max(start + 1))
}
