//! Slugs: the part of an address that a name or a heading gives.

/// Makes a slug: lower case ASCII letters, digits and single hyphens.
///
/// ```
/// assert_eq!(planverk::text::slug("Inkluderende miljø – for alle"), "inkluderende-miljo-for-alle");
/// ```
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => slug.push_str(plain),
            None if letter.is_ascii_alphanumeric() => slug.push(letter),
            None if slug.ends_with('-') || slug.is_empty() => {}
            None if matches!(letter, '\u{ad}' | '\'' | '’' | '\u{301}') => {}
            None => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Splits the order prefix from a file's or folder's name: one to three digits and a hyphen.
///
/// ```
/// assert_eq!(planverk::text::order_prefix("04-omrader"), Some((4, "omrader")));
/// assert_eq!(planverk::text::order_prefix("2026-budsjett.md"), None);
/// ```
#[must_use]
pub fn order_prefix(name: &str) -> Option<(u16, &str)> {
    let (digits, rest) = name.split_once('-')?;
    let is_prefix = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let number = digits.parse().ok()?;
    (is_prefix && !rest.is_empty()).then_some((number, rest))
}

/// The plain letters of a Nordic or accented one.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' => "a",
        'æ' => "ae",
        'ø' | 'ö' | 'ó' | 'ò' | 'ô' | 'õ' => "o",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ú' | 'ù' | 'û' | 'ü' => "u",
        'ý' => "y",
        'č' | 'ç' => "c",
        'đ' | 'ð' => "d",
        'ŋ' | 'ñ' => "n",
        'š' => "s",
        'ŧ' => "t",
        'þ' => "th",
        'ž' => "z",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_plain_and_tidy() {
        for (text, expected) in [
            ("Åpen", "apen"),
            ("FNs bærekraftsmål", "fns-baerekraftsmal"),
            ("  Meld. St. 6 (2019–2020) ", "meld-st-6-2019-2020"),
            ("Barnas – og «de unges» – plan", "barnas-og-de-unges-plan"),
            ("Oahpahus ja čálliid", "oahpahus-ja-calliid"),
            ("…", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
