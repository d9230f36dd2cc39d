//! What a stylesheet or a script of a theme points to among the theme's own files.
//!
//! A style points by `url(…)` and `@import "…"`, a script by `import` and `export … from`. Both are read letter
//! by letter, past remarks and words in quotes, and no further than it takes to find these.

use std::ops::Range;

/// A reference: the bytes of its address in the file, without quotes.
pub(super) type Reference = Range<usize>;

/// The references of a file, by the ending of its name; other files have none.
pub(super) fn references(name: &str, text: &str) -> Vec<Reference> {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => of_style(text),
        Some("js" | "mjs") => of_script(text),
        _ => Vec::new(),
    }
}

/// What begins at a place of a file, beside remarks and strings, which both languages have.
enum Special {
    /// So many bytes that point to nothing.
    Past(usize),
    /// An address.
    Address(Reference),
}

fn of_style(text: &str) -> Vec<Reference> {
    let special = |at: usize| {
        let word = text[at..].get(..4)?;
        word.eq_ignore_ascii_case("url(").then(|| Special::Address(url(text, at + 4)))
    };
    let is_import = |before: &str| {
        let word = before.len().checked_sub(7).and_then(|start| before.get(start..));
        word.is_some_and(|word| word.eq_ignore_ascii_case("@import"))
    };
    walk(text, special, is_import)
}

fn of_script(text: &str) -> Vec<Reference> {
    let special = |at: usize| match text[at..].starts_with("//") {
        true => Some(Special::Past(text[at..].find('\n').unwrap_or(text.len() - at))),
        false => pattern(text, at).map(Special::Past),
    };
    walk(text, special, is_import)
}

/// Reads a file to its end. A string is a reference where what stands before it says so.
fn walk(
    text: &str,
    special: impl Fn(usize) -> Option<Special>,
    makes_reference: impl Fn(&str) -> bool,
) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        if text[at..].starts_with("/*") {
            at += text[at..].find("*/").map_or(text.len() - at, |end| end + 2);
        } else if let Some(special) = special(at) {
            match special {
                Special::Past(length) => at += length,
                Special::Address(address) => {
                    at = address.end;
                    found.push(address);
                }
            }
        } else if let Some(string) = string(text, at) {
            at = string.end + 1;
            if makes_reference(text[..string.start - 1].trim_end()) {
                found.push(string);
            }
        } else {
            at += letter.len_utf8();
        }
    }
    found
}

/// The address within `url(…)`, with or without quotes.
fn url(text: &str, start: usize) -> Reference {
    let inside = &text[start..];
    let start = start + inside.len() - inside.trim_start().len();
    if let Some(string) = string(text, start) {
        return string;
    }
    let end = text[start..].find(')').map_or(text.len(), |end| start + end);
    start..start + text[start..end].trim_end().len()
}

/// How long the pattern (`/["']/`) is that begins here; its quotes begin no string. A slash that divides stands
/// after a value.
fn pattern(text: &str, at: usize) -> Option<usize> {
    let inside = text[at..].strip_prefix('/')?;
    let before = text[..at].trim_end();
    if before.ends_with(|c: char| c.is_alphanumeric() || "_$)]}\"'`".contains(c)) {
        return None;
    }
    let mut is_set = false;
    let mut letters = inside.char_indices();
    while let Some((place, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '\n' => return None,
            '[' | ']' => is_set = letter == '[',
            '/' if !is_set => return Some(place + 2),
            _ => {}
        }
    }
    None
}

/// Whether what stands before a string makes it the name of a module.
fn is_import(before: &str) -> bool {
    let before = before.strip_suffix('(').map_or(before, str::trim_end);
    ["import", "from"].iter().any(|word| {
        let start = before.strip_suffix(word);
        let is_word =
            |start: &str| !start.ends_with(|c: char| c.is_alphanumeric() || "_$.".contains(c));
        start.is_some_and(is_word)
    })
}

/// The inside of a string that begins here. One that does not end on its line is none: then it was a quote in
/// something else.
fn string(text: &str, at: usize) -> Option<Range<usize>> {
    let quote = text[at..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let mut letters = text[at + 1..].char_indices();
    while let Some((place, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '\n' => return None,
            _ if letter == quote => return Some(at + 1..at + 1 + place),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(name: &str, text: &'t str) -> Vec<&'t str> {
        references(name, text).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn styles_point_by_url_and_import() {
        let css = "@import 'a.css'; @import url( \"b.css\" );\n\
                   /* url(remark.png) */ a::before { content: \"url(words.png)\"; }\n\
                   @font-face { src: URL(fonts/ø.woff2) format(\"woff2\"), url('c.woff') }\n\
                   b { background: url(#mark), url(data:image/png;base64,AA==) }";
        assert_eq!(
            found("a.css", css),
            ["a.css", "b.css", "fonts/ø.woff2", "c.woff", "#mark", "data:image/png;base64,AA=="]
        );
    }

    #[test]
    fn scripts_point_by_import_and_export() {
        let js = "import { a } from \"./a.js\"; import './b.js'\nexport * from\n  './c.js';\n\
                  // import './remark.js'\n/* from './remark.js' */\n\
                  const d = await import( './d.js' ); const from = './word.js';\n\
                  const quote = /[\"']/; const said = \"import './said.js'\"; // it's\n\
                  Array.from('./no.js'); import.meta.url;\nimport e from './e.js'";
        assert_eq!(found("a.js", js), ["./a.js", "./b.js", "./c.js", "./d.js", "./e.js"]);
    }

    #[test]
    fn other_files_point_to_nothing() {
        assert!(found("a.svg", "url(x)").is_empty());
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        proptest::proptest!(|(text in "[a-z/*'\"()@ \\\\\næ]{0,40}(url\\(|import ')?[a-z'\" )æ]{0,9}")| {
            for name in ["a.css", "a.js"] {
                for place in references(name, &text) {
                    proptest::prop_assert!(text.get(place).is_some());
                }
            }
        });
    }
}
