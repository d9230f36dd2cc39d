//! The order of the alphabet: A–Å in Norwegian, A–Ö in Swedish, and Sámi letters beside their plain ones.

use super::Language;

/// A key that sorts as a dictionary of the language does: letters before digits' meaning, case last.
#[must_use]
pub fn sort_key(text: &str, language: Language) -> Vec<u16> {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|letter| weight(letter, language))
        .collect()
}

/// The letter that a word stands under in a register, upper case; `#` for digits and signs.
#[must_use]
pub fn initial(text: &str) -> char {
    text.chars()
        .find(|letter| letter.is_alphanumeric())
        .filter(|letter| letter.is_alphabetic())
        .and_then(|letter| letter.to_uppercase().next())
        .map_or('#', |letter| match letter {
            'É' | 'È' | 'Ê' => 'E',
            'Ó' | 'Ò' | 'Ô' => 'O',
            'Ü' => 'Y',
            other => other,
        })
}

fn weight(letter: char, language: Language) -> Option<u16> {
    let after_z = |place: u16| Some(200 + place * 4);
    let beside = |plain: char| Some(plain as u16 * 4 / 3 + 1 - 30);
    let swedish = language == Language::Sv;
    match letter {
        'æ' if swedish => after_z(131),
        'ä' if swedish => after_z(131),
        'å' if swedish => after_z(130),
        'ø' | 'ö' if swedish => after_z(132),
        'æ' | 'ä' => after_z(130),
        'ø' | 'ö' => after_z(131),
        'å' => after_z(132),
        'é' | 'è' | 'ê' | 'ë' => beside('e'),
        'á' | 'à' | 'â' => beside('a'),
        'č' | 'ç' => beside('c'),
        'đ' => beside('d'),
        'ŋ' | 'ñ' => beside('n'),
        'ó' | 'ò' | 'ô' => beside('o'),
        'š' => beside('s'),
        'ŧ' => beside('t'),
        'ž' => beside('z'),
        'ü' => beside('y'),
        '-' | '–' | ' ' | '\u{a0}' | '/' => Some(1),
        _ if letter.is_ascii_alphanumeric() => Some(letter as u16 * 4 / 3 - 30),
        _ if letter.is_alphanumeric() => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(words: &[&str], language: Language) -> Vec<String> {
        let mut words: Vec<String> = words.iter().map(ToString::to_string).collect();
        words.sort_by_key(|word| sort_key(word, language));
        words
    }

    #[test]
    fn norwegian_ends_with_ae_oe_aa() {
        let words =
            sorted(&["åpen", "ære", "zoo", "ø", "apen", "idé", "ide", "idræ"], Language::Nb);
        assert_eq!(words, ["apen", "ide", "idé", "idræ", "zoo", "ære", "ø", "åpen"]);
    }

    #[test]
    fn swedish_ends_with_aa_ae_oe() {
        assert_eq!(sorted(&["ö", "ä", "å", "z"], Language::Sv), ["z", "å", "ä", "ö"]);
    }

    #[test]
    fn initials() {
        assert_eq!(initial("«årsverk»"), 'Å');
        assert_eq!(initial("2026 i tall"), '#');
    }
}
