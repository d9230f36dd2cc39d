//! Code: coloured with classes, never inline styles; plain when it is long.

use super::escape::shown;
use super::escape_into;
use std::sync::OnceLock;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// Above this many bytes code is shown plain: colouring it would cost more than it gives.
const LONGEST: usize = 20_000;

/// A line longer than this is data, not code.
const WIDEST: usize = 400;

/// Adds a block of code.
pub(super) fn block(text: &str, language: Option<&str>, out: &mut String) {
    out.push_str("<pre class=\"code\" tabindex=\"0\"><code");
    if let Some(language) = language {
        out.push_str(" class=\"language-");
        escape_into(language, out);
        out.push('"');
    }
    out.push('>');
    let text = shown(text);
    match language.and_then(|language| coloured(&text, language)) {
        Some(coloured) => out.push_str(&coloured),
        None => escape_into(&text, out),
    }
    out.push_str("</code></pre>\n");
}

/// The code with a `span` for each of its parts; `None` where it stays plain.
fn coloured(text: &str, language: &str) -> Option<String> {
    if text.len() > LONGEST || text.lines().any(|line| line.len() > WIDEST) {
        return None;
    }
    static SYNTAXES: OnceLock<SyntaxSet> = OnceLock::new();
    let syntaxes = SYNTAXES.get_or_init(SyntaxSet::load_defaults_newlines);
    let syntax: &SyntaxReference = syntaxes.find_syntax_by_token(language)?;
    let style = ClassStyle::SpacedPrefixed { prefix: "syn-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, syntaxes, style);
    for line in LinesWithEndings::from(text) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, language: &str) -> String {
        let mut out = String::new();
        block(text, Some(language), &mut out);
        out
    }

    #[test]
    fn code_has_classes_and_is_escaped() {
        let html = shown("let a = \"<b>\";\n", "rust");
        assert!(html.contains("class=\"syn-") && html.contains("&lt;b&gt;"), "{html}");
        assert!(!html.contains("style="));
    }

    #[test]
    fn long_lines_and_unknown_languages_stay_plain() {
        assert!(!shown(&"x".repeat(500), "rust").contains("<span"));
        assert!(!shown("a < b", "klingonsk\"><script>").contains("<script>"));
    }
}
