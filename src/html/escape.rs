//! Escaping, for text and for attribute values alike.

/// Text as HTML.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    escape_into(text, &mut html);
    html
}

/// Adds text to HTML.
pub fn escape_into(text: &str, html: &mut String) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        html.push_str(&text[done..at]);
        html.push_str(escaped);
        done = at + 1;
    }
    html.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_gets_through() {
        assert_eq!(super::escape("a<b> & \"c\" 'å'"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;å&#39;");
    }
}
