//! What in an SVG file could run as a program in the browser of a reader who opens it by itself.
//!
//! The file is read as a browser would read it where that decides: numbered letters are letters, and
//! white space within an address is nothing. What can't be read so is refused.

/// What runs, wherever it stands.
const RUNS: [&str; 9] = [
    "<script",
    "<foreignobject",
    "<handler",
    "<iframe",
    "<embed",
    "<object",
    "<!entity",
    "<?xml-stylesheet",
    "attributename=\"on",
];

/// Says what could run.
pub(super) fn harm(svg: &[u8]) -> Option<&'static str> {
    let Ok(text) = std::str::from_utf8(svg) else { return Some("UTF-16 …") };
    if text.contains('\0') {
        return Some("UTF-16 …");
    }
    let text = letters(&text.to_ascii_lowercase()).replace('\'', "\"");
    let close: String =
        text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    let address = ["javascript:", "vbscript:", "data:text/html", "data:image/svg"];
    let found = RUNS.into_iter().find(|harm| text.contains(harm));
    let found = found.or_else(|| address.into_iter().find(|harm| close.contains(harm)));
    // An element may be named with a prefix: <svg:script.
    let found = found.or_else(|| text.contains(":script").then_some("<script"));
    found.or_else(|| has_handler(&text).then_some("on…="))
}

/// Whether an attribute such as `onload=` stands after white space, a slash or another's quote.
fn has_handler(text: &str) -> bool {
    text.match_indices("on").any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let begins = before.is_some_and(|c| c.is_whitespace() || c == '"' || c == '/');
        let rest = text[at + 2..].trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        let is_named = rest.len() < text.len() - at - 2;
        let value = rest.trim_start().strip_prefix('=').map(str::trim_start);
        begins && is_named && value.is_some_and(|value| value.starts_with('"'))
    })
}

/// The text with its numbered letters (`&#106;`, `&#x6a;`) as letters.
fn letters(text: &str) -> String {
    let mut parts = text.split("&#");
    let mut read = parts.next().unwrap_or("").to_string();
    for part in parts {
        let digits = part.trim_start_matches('x');
        let end = digits.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(digits.len());
        let radix = if digits.len() < part.len() { 16 } else { 10 };
        let letter = u32::from_str_radix(&digits[..end], radix).ok().and_then(char::from_u32);
        read.extend(letter.map(|letter| letter.to_ascii_lowercase()));
        read.push_str(digits[end..].trim_start_matches(';'));
    }
    read
}

#[cfg(test)]
mod tests {
    use super::harm;

    #[test]
    fn what_runs_is_seen_in_its_disguises() {
        for svg in [
            "<svg><SCRIPT>x</SCRIPT></svg>",
            "<svg xmlns:s='http://www.w3.org/2000/svg'><s:script/></svg>",
            "<svg onload=\"x\"/>",
            "<svg\nonload = 'x'/>",
            "<svg a=\"b\"onload=\"x\"/>",
            "<a href=\" java\nscript:x\"/>",
            "<a href=\"&#106;avascript:x\"/>",
            "<a href=\"&#x6A;avascript:x\"/>",
            "<set attributeName='onload' to='x'/>",
            "<use href=\"data:image/svg+xml,x\"/>",
            "<?xml-stylesheet href=\"x.xsl\"?><svg/>",
        ] {
            assert!(harm(svg.as_bytes()).is_some(), "{svg}");
        }
        assert!(harm(&[0xff, 0xfe, b'<', 0, b's', 0]).is_some());
    }

    #[test]
    fn pictures_pass() {
        for svg in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Å lese on&#229;r = 3</text></svg>",
            "<svg><desc>Kun én = on line=2</desc><path d=\"M0\" font-size=\"3\"/></svg>",
            "<image href=\"data:image/png;base64,onQ=\"/>",
        ] {
            assert_eq!(harm(svg.as_bytes()), None, "{svg}");
        }
    }
}
