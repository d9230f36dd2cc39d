//! Text on its way to a terminal, or past eyes that trust what they read.

/// Whether a letter turns the direction of writing: it can make a text look as if it said something else.
#[must_use]
pub fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text on one line, without what a terminal would take as an order and without what turns the direction of writing.
///
/// ```
/// use planverk::text::harmless;
///
/// assert_eq!(harmless("a\u{1b}[31m\tb\u{202e}\nc"), "a\u{fffd}[31m b\u{fffd} c");
/// ```
#[must_use]
pub fn harmless(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' | '\r' | '\t' => ' ',
        letter if letter.is_control() || turns(letter) => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(shown).collect()
}
