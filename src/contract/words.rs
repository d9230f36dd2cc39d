//! When two texts say the same: a normal form that forgives what no reader would call a change.

/// The words of a text: letters and digits in lower case, a single space between words.
///
/// Signs, quotes, dashes and every kind of space only part words; a soft hyphen and other signs of no
/// width part nothing. So a text that has been set anew is the same text, and one with another word in it
/// is not. A text without words has an empty form.
///
/// ```
/// use planverk::contract::normal;
///
/// assert_eq!(normal("«Alle\u{a0}skal – ALLTID –\n  ha noen», sa hun."), "alle skal alltid ha noen sa hun");
/// assert_eq!(normal("fram\u{ad}over"), normal("framover"));
/// assert_ne!(normal("uteområdet"), normal("ute området"));
/// ```
#[must_use]
pub fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut parts = false;
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            if parts && !normal.is_empty() {
                normal.push(' ');
            }
            parts = false;
            // Most letters need no table.
            match letter.is_ascii() {
                true => normal.push(letter.to_ascii_lowercase()),
                false => normal.extend(letter.to_lowercase()),
            }
        } else if !is_of_no_width(letter) {
            parts = true;
        }
    }
    normal
}

/// How many words the [normal](normal()) form of a text has.
///
/// ```
/// use planverk::contract::word_count;
///
/// assert_eq!(word_count("«Alle\u{a0}skal – ALLTID –\n  ha fram\u{ad}over», sa hun."), 7);
/// assert_eq!(word_count(" – "), 0);
/// ```
#[must_use]
pub fn word_count(text: &str) -> usize {
    let mut count = 0;
    let mut parts = true;
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            count += usize::from(parts);
            parts = false;
        } else if !is_of_no_width(letter) {
            parts = true;
        }
    }
    count
}

fn is_of_no_width(letter: char) -> bool {
    // Combining marks belong to their letter: å may be written as a and a ring.
    let is_mark = ('\u{300}'..='\u{36f}').contains(&letter);
    is_mark || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}
