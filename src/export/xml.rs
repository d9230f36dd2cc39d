//! XML, element by element: escaped in one place, and always well formed.

use crate::html::escape_into;
use crate::text::holds;
use std::borrow::Cow;

/// A document on its way.
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document with its first element.
    pub(super) fn new(name: &'static str, attributes: &[(&str, &str)]) -> Xml {
        let out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let mut xml = Xml { out, open: Vec::new() };
        xml.begin(name, attributes);
        xml
    }

    /// Opens an element; the next ones stand in it.
    pub(super) fn begin(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.close(name);
        }
    }

    /// An element with text.
    pub(super) fn text(&mut self, name: &'static str, text: &str) {
        self.text_with(name, &[], text);
    }

    /// An element with attributes and text.
    pub(super) fn text_with(&mut self, name: &'static str, with: &[(&str, &str)], text: &str) {
        self.tag(name, with);
        self.out.push('>');
        escape_into(&allowed(text), &mut self.out);
        self.close(name);
    }

    /// An element with text, unless there is none.
    pub(super) fn maybe(&mut self, name: &'static str, text: &str) {
        if !text.is_empty() {
            self.text(name, text);
        }
    }

    /// An element with attributes alone.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
    }

    /// The whole document.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape_into(&allowed(value), &mut self.out);
            self.out.push('"');
        }
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    fn indent(&mut self) {
        for _ in &self.open {
            self.out.push_str("  ");
        }
    }
}

/// Text without the characters that XML 1.0 has no way to write.
fn allowed(text: &str) -> Cow<'_, str> {
    // 0xEF is the first byte of the two last ones.
    if !holds(text, |byte| byte < b' ' || byte == 0xEF) {
        return text.into();
    }
    let is_allowed = |letter: &char| !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_and_what_xml_cannot_hold_is_dropped() {
        let mut xml = Xml::new("a", &[("b", "\"<&>'\u{1}")]);
        xml.text("c", "]]> <d> \u{0}\u{b}\u{ffff}\u{2028}å");
        xml.maybe("e", "");
        assert_eq!(
            xml.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;&gt;&#39;\">\n  \
             <c>]]&gt; &lt;d&gt; \u{2028}å</c>\n</a>\n"
        );
    }
}
