//! The words of a remark that an agency sends, without its markup: no HTML goes further than here.
//!
//! Agencies send HTML (`<br>`, `<a href>`), its entities, and Markdown links. A tag begins with a letter or
//! a slash, so "1 < 2" stays. What an entity stands for is text, also when that looks like a tag.

/// The plain words, with single spaces between them.
pub(super) fn plain(text: &str) -> String {
    let words = without_links(&entities(&without_tags(text)));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tags and comments become spaces.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let tag = &rest[at + 1..];
        let is_tag = tag.starts_with(|letter: char| {
            letter.is_ascii_alphabetic() || matches!(letter, '/' | '!')
        });
        match tag.find('>').filter(|_| is_tag) {
            Some(end) => {
                // A tag within a word splits it no more than a reader would see it split.
                let is_inline = ["b>", "i>", "em>", "strong>", "sup>", "sub>", "a>"];
                let name = tag[..=end].trim_start_matches('/').to_ascii_lowercase();
                if !is_inline.contains(&name.as_str()) {
                    plain.push(' ');
                }
                rest = &tag[end + 1..];
            }
            None => {
                plain.push('<');
                rest = tag;
            }
        }
    }
    plain + rest
}

fn entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest
            .find(';')
            .filter(|end| *end <= 9)
            .and_then(|end| Some((character(&rest[1..end])?, end)));
        match entity {
            Some((character, end)) => {
                plain.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain + rest
}

/// What an entity stands for: those that Nordic agencies use, and any number.
fn character(name: &str) -> Option<char> {
    const NAMES: [(&str, char); 20] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("sect", '§'),
        ("aelig", 'æ'),
        ("oslash", 'ø'),
        ("aring", 'å'),
        ("AElig", 'Æ'),
        ("Oslash", 'Ø'),
        ("Aring", 'Å'),
        ("auml", 'ä'),
        ("ouml", 'ö'),
        ("eacute", 'é'),
    ];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|letter| !letter.is_control());
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter)
}

/// `[the words](https://address)` becomes "the words (https://address)".
fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, words, address, after)) = next_link(rest) {
        plain.push_str(before);
        plain.push_str(words);
        plain.push_str(" (");
        plain.push_str(address);
        plain.push(')');
        rest = after;
    }
    plain + rest
}

fn next_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](http")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')?;
    Some((&text[..start], &text[start + 1..middle], &text[middle + 2..end], &text[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_keep_their_words_and_nothing_else() {
        for (sent, shown) in [
            ("<p>Tall for <b>2025</b> er<br/>ureviderte.</p>", "Tall for 2025 er ureviderte."),
            ("Se <a href=\"https://x.no/\">siden</a>", "Se siden"),
            (
                "K&aring;r &amp; &quot;s&aring;nn&quot;&#160;&#x2013; 1 < 2",
                "Kår & \"sånn\" – 1 < 2",
            ),
            ("Les [her](https://x.no/a), [og](/b)", "Les her (https://x.no/a), [og](/b)"),
            ("a \r\n \r\n b", "a b"),
            ("<script>alert(1)</script>", "alert(1)"),
            ("&lt;script&gt;", "<script>"),
            ("<!-- nei --> ja", "ja"),
            ("R&D; <", "R&D; <"),
        ] {
            assert_eq!(plain(sent), shown);
        }
    }
}
