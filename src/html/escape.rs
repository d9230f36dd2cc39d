//! Escaping, for text and for attribute values alike.
//!
//! A page can't hold the control characters of ASCII: a browser drops some and takes others for what they are not. They
//! stand as the sign for what can't be shown.

use crate::text::holds;
use pulldown_cmark_escape::{IoWriter, escape_html};
use std::borrow::Cow;
use std::io::{self, Write};

/// Text as HTML.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    escape_into(text, &mut html);
    html
}

/// Adds text to HTML.
pub fn escape_into(text: &str, html: &mut String) {
    if is_plain(text) {
        html.push_str(text);
    } else {
        // Writing to a string does not fail.
        let _ = escape_html(html, &shown(text));
    }
}

/// Writes text as HTML: what templates escape with.
///
/// # Errors
///
/// When it can't be written.
pub fn escape_to(text: &str, html: &mut dyn Write) -> io::Result<()> {
    if is_plain(text) {
        html.write_all(text.as_bytes())
    } else {
        escape_html(IoWriter(html), &shown(text))
    }
}

/// Whether a text stands in HTML as it is, as most do. Sixteen bytes at a time, so that a compiler looks at them at once.
fn is_plain(text: &str) -> bool {
    let is_special = |byte: u8| {
        (byte == b'<')
            | (byte == b'>')
            | (byte == b'&')
            | (byte == b'"')
            | (byte == b'\'')
            | (byte < b' ')
            | (byte == 0x7f)
    };
    let has_special = |bytes: &[u8]| holds(bytes, is_special);
    let bytes = text.as_bytes();
    match bytes.last_chunk::<16>() {
        // The last sixteen may look again at some of those before.
        Some(last) => {
            let mut sixteens = bytes.as_chunks::<16>().0.iter();
            !sixteens.any(|some| has_special(some)) && !has_special(last)
        }
        None => !has_special(bytes),
    }
}

/// Text without control characters but line ends and tabs.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let is_control = |byte: u8| {
        (byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7f)
    };
    if !text.bytes().any(is_control) {
        return Cow::Borrowed(text);
    }
    let kept = |letter: char| u8::try_from(letter).is_ok_and(is_control);
    Cow::Owned(text.replace(kept, "\u{fffd}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_gets_through() {
        assert_eq!(super::escape("a<b> & \"c\" 'å'"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;å&#39;");
    }

    #[test]
    fn a_sign_is_found_wherever_it_stands() {
        for at in 0..40 {
            let plain = format!("{}å{}", "a".repeat(at), "b".repeat(39 - at));
            assert_eq!(super::escape(&plain), plain);
            for (sign, escaped) in
                [('<', "&lt;"), ('"', "&quot;"), ('\0', "\u{fffd}"), ('\t', "\t")]
            {
                let text = plain.replace('å', &sign.to_string());
                assert_eq!(super::escape(&text), plain.replace('å', escaped));
                let mut written = Vec::new();
                super::escape_to(&text, &mut written).unwrap();
                assert_eq!(written, plain.replace('å', escaped).as_bytes());
            }
        }
    }

    #[test]
    fn control_characters_are_signs() {
        assert_eq!(super::escape("a\0b\u{1b}\u{7f}\tå\r\n"), "a\u{fffd}b\u{fffd}\u{fffd}\tå\r\n");
        let mut written = Vec::new();
        super::escape_to("<\0>", &mut written).unwrap();
        assert_eq!(written, "&lt;\u{fffd}&gt;".as_bytes());
    }
}
