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
    // Writing to a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(html, text);
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_gets_through() {
        assert_eq!(super::escape("a<b> & \"c\" 'å'"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;å&#39;");
    }
}
