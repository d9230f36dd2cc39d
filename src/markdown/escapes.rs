//! Values of TOML strings with escapes: where each byte of the value stands in its file.

use std::sync::Arc;

/// The place in the file of each byte of `value` and of its end, when `raw` begins at `start`; `None`
/// when the two do not fit together.
pub(super) fn places(raw: &str, value: &str, start: usize) -> Option<Arc<[u32]>> {
    let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| raw.starts_with(quotes))?;
    let escapes = quotes.starts_with('"');
    let end = raw.len().checked_sub(quotes.len())?;
    let mut at = quotes.len();
    if quotes.len() == 3 {
        // A line end right after the quotes is no part of the value.
        let line = ["\r\n", "\n"].into_iter().find(|line| raw[at..].starts_with(line));
        at += line.map_or(0, str::len);
    }
    let mut places = Vec::with_capacity(value.len() + 1);
    for letter in value.chars() {
        if escapes {
            at = after_folded_line(raw, at);
        }
        let length = source_length(raw.get(at..end)?, letter, escapes)?;
        for byte in 0..letter.len_utf8() {
            places.push(u32::try_from(start + at + byte.min(length - 1)).ok()?);
        }
        at += length;
    }
    places.push(u32::try_from(start + at).ok()?);
    Some(places.into())
}

/// How many bytes of the source write a letter.
fn source_length(source: &str, letter: char, escapes: bool) -> Option<usize> {
    let first = source.chars().next()?;
    if escapes && first == '\\' {
        return Some(match source.as_bytes().get(1)? {
            b'x' => 4,
            b'u' => 6,
            b'U' => 10,
            _ => 2,
        });
    }
    if letter == '\n' && source.starts_with("\r\n") {
        return Some(2);
    }
    (first == letter).then_some(letter.len_utf8())
}

/// A backslash at the end of a line takes the white space after it with it.
fn after_folded_line(raw: &str, at: usize) -> usize {
    let Some(rest) = raw.get(at..).and_then(|rest| rest.strip_prefix('\\')) else { return at };
    if !rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) {
        return at;
    }
    let blank = rest.len() - rest.trim_start().len();
    after_folded_line(raw, at + 1 + blank)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn each_byte_of_a_value_knows_its_source() {
        for (raw, value, mark) in [
            (r#""a \"b\" [[c]]""#, "a \"b\" [[c]]", "[[c]]"),
            ("\"\"\"\r\nå\\u00e5 \\\n   x\"\"\"", "åå x", "x"),
            ("'''\nrå\r\nx'''", "rå\nx", "x"),
        ] {
            let places = places(raw, value, 0).unwrap();
            let at = value.find(mark).unwrap();
            let range = places[at] as usize..places[at + mark.len()] as usize;
            assert_eq!(&raw[range], mark);
        }
        assert!(places("\"annet\"", "noe", 0).is_none());
    }
}
