//! Where sentences end: at a full stop that is no part of an abbreviation or an ordinal.

/// Abbreviations that end with a full stop and go on.
const KNOWN: [&str; 24] = [
    "jf", "ca", "nr", "kap", "dvs", "pga", "inkl", "ekskl", "s", "fig", "tab", "pkt", "evt", "kl",
    "st", "mfl", "mht", "ift", "meld", "prop", "red", "jfr", "sml", "vol",
];

/// Whether some words end with an abbreviation or an ordinal, when a full stop follows: "jf", "bl.a", "17".
#[must_use]
pub fn ends_with_abbreviation(words: &str) -> bool {
    let word = words.rsplit([' ', '(', '\u{a0}', '\n']).next().unwrap_or("");
    word.contains('.')
        || (word.len() <= 5 && KNOWN.iter().any(|known| known.eq_ignore_ascii_case(word)))
        || (!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The first sentence of some words; all of them when there is no end.
///
/// ```
/// let words = "Se Meld. St. 6 om dette. Så mer.";
/// assert_eq!(planverk::text::first_sentence(words), "Se Meld. St. 6 om dette.");
/// ```
#[must_use]
pub fn first_sentence(words: &str) -> &str {
    let mut from = 0;
    while let Some(found) = words[from..].find(['.', '!', '?']) {
        let stop = from + found;
        let end = stop + 1;
        let rest = &words[end..];
        let is_followed = rest.starts_with(char::is_whitespace);
        let next = rest.trim_start().chars().next();
        let is_end = next.is_none_or(|next| is_followed && !next.is_lowercase());
        let is_short = words[stop..].starts_with('.') && ends_with_abbreviation(&words[..stop]);
        // A number may end a sentence: then a capital follows.
        let is_ordinal = is_short && next.is_some();
        if is_end && !is_ordinal {
            return &words[..end];
        }
        from = end;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn first_sentences() {
        for (words, first) in [
            ("De fleste trives. Noen gjør det ikke.", "De fleste trives."),
            ("Den 17. mai feirer vi! Ja.", "Den 17. mai feirer vi!"),
            ("Bedre enn på flere år. De gir 4,2.", "Bedre enn på flere år."),
            ("Det gjelder bl.a. Oslo. Og andre.", "Det gjelder bl.a. Oslo."),
            ("Uten punktum", "Uten punktum"),
            ("Slutter med 17.", "Slutter med 17."),
        ] {
            assert_eq!(first_sentence(words), first);
        }
    }
}
