//! Escaping, for text and for attribute values alike.
//!
//! A page can't hold the control characters of ASCII: a browser drops some and takes others for what they are not. They
//! stand as the sign for what can't be shown.

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
    // Writing to a string does not fail.
    let _ = escape_html(html, &shown(text));
}

/// Writes text as HTML: what templates escape with.
///
/// # Errors
///
/// When it can't be written.
pub fn escape_to(text: &str, html: &mut dyn Write) -> io::Result<()> {
    escape_html(IoWriter(html), &shown(text))
}

/// Text without control characters but line ends and tabs.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let is_control = |byte: u8| {
        (byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7f)
    };
    // No way out of the loop before its end: so a compiler looks at many bytes at once.
    if !text.bytes().fold(false, |found, byte| found | is_control(byte)) {
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
    fn control_characters_are_signs() {
        assert_eq!(super::escape("a\0b\u{1b}\u{7f}\tå\r\n"), "a\u{fffd}b\u{fffd}\u{fffd}\tå\r\n");
        let mut written = Vec::new();
        super::escape_to("<\0>", &mut written).unwrap();
        assert_eq!(written, "&lt;\u{fffd}&gt;".as_bytes());
    }
}
