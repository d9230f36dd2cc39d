//! Reads just enough Rust for the house rules.
//!
//! 1. [`tokens`] splits a file into words and marks, without comments, strings and characters.
//! 2. [`without_tests`] takes out every item under `#[cfg(test)]`.
//! 3. [`paths`] lists what is written as a path, groups written out: `a::{b, c::d}` is two paths.
//!
//! A [`Source`] is a file read so. A file that its parent declares as `#[cfg(test)] mod name;` is
//! test code from top to bottom.

use std::collections::BTreeSet;

/// A Rust file, read for the house rules.
pub struct Source {
    /// Path from the repository's root, with slashes.
    pub path: String,
    /// The file as it is.
    pub text: String,
    /// Where its items live: `src/parse/table.rs` is `["parse", "table"]`.
    pub module: Vec<String>,
    /// The paths written outside tests, comments and strings.
    pub paths: Vec<CodePath>,
    /// Lines outside `#[cfg(test)]` items.
    pub lines: usize,
}

/// A path as written in code, such as `crate::text::Span`.
#[derive(Debug, PartialEq, Eq)]
pub struct CodePath {
    /// Its parts.
    pub segments: Vec<String>,
    /// The line it starts on, from 1.
    pub line: usize,
    /// How many inline modules (`mod name { … }`) stand around it.
    pub depth: usize,
}

impl Source {
    /// Reads files given as (path, text); together, because a parent tells which files are tests.
    pub fn read_all(files: impl Iterator<Item = (String, String)>) -> Vec<Source> {
        let mut tests = BTreeSet::new();
        let mut sources: Vec<Source> = Vec::new();
        for (path, text) in files {
            let (source, test_modules) = Source::read(path, text);
            tests.extend(test_modules);
            sources.push(source);
        }
        for source in &mut sources {
            if (1..=source.module.len()).any(|end| tests.contains(&source.module[..end])) {
                source.paths.clear();
                source.lines = 0;
            }
        }
        sources
    }

    /// One file by itself, and the modules that it declares to be tests.
    fn read(path: String, text: String) -> (Source, Vec<Vec<String>>) {
        let module = module_of(&path);
        let all = tokens(&text);
        let kept = without_tests(&all);
        let test_modules = kept
            .test_modules
            .iter()
            .map(|name| module.iter().cloned().chain([name.clone()]).collect())
            .collect();
        let lines = text.lines().count().saturating_sub(kept.test_lines);
        let paths = if kept.all_test { Vec::new() } else { paths(&kept.tokens) };
        let lines = if kept.all_test { 0 } else { lines };
        (Source { path, text, module, paths, lines }, test_modules)
    }

    /// A small file for the tests of a rule.
    #[cfg(test)]
    pub fn sample(path: &str, text: &str) -> Source {
        Source::read(path.to_owned(), text.to_owned()).0
    }

    /// The room that the file belongs to; `None` for `lib.rs`, `main.rs` and further binaries.
    pub fn room(&self) -> Option<&str> {
        self.module.first().map(String::as_str)
    }
}

/// `src/parse/table.rs` → `["parse", "table"]`, `src/parse/mod.rs` → `["parse"]`, `src/lib.rs` → `[]`.
fn module_of(path: &str) -> Vec<String> {
    let path = path.strip_prefix("src/").unwrap_or(path);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    if matches!(path, "lib" | "main") || path.starts_with("bin/") {
        return Vec::new();
    }
    path.strip_suffix("/mod").unwrap_or(path).split('/').map(str::to_owned).collect()
}

/// A word, `::`, or a single mark.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    text: String,
    line: usize,
}

impl Token {
    fn is(&self, text: &str) -> bool {
        self.text == text
    }

    fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// Splits source text into tokens, dropping comments, strings and characters.
fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < chars.len() {
        let end = match skipped(&chars, at) {
            Some(end) => end,
            None => {
                let (end, word) = token_at(&chars, at);
                found.push(Token { text: word, line });
                end
            }
        };
        line += chars[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    found
}

/// The end of the white space, comment, string or character that starts here, if one does.
fn skipped(chars: &[char], at: usize) -> Option<usize> {
    let next = chars.get(at + 1).copied();
    match chars[at] {
        c if c.is_whitespace() => Some(at + 1),
        '/' if next == Some('/') => {
            Some(chars[at..].iter().position(|c| *c == '\n').map_or(chars.len(), |n| at + n))
        }
        '/' if next == Some('*') => Some(block_comment_end(chars, at)),
        '"' => Some(quoted_end(chars, at, '"')),
        '\'' if next == Some('\\') || chars.get(at + 2) == Some(&'\'') => {
            Some(quoted_end(chars, at, '\''))
        }
        'r' | 'b' | 'c' => raw_string_end(chars, at),
        _ => None,
    }
}

fn block_comment_end(chars: &[char], start: usize) -> usize {
    let (mut at, mut open) = (start, 0);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (open, at) = (open + 1, at + 2),
            ('*', Some('/')) => (open, at) = (open - 1, at + 2),
            _ => at += 1,
        }
        if open == 0 {
            break;
        }
    }
    at
}

fn quoted_end(chars: &[char], start: usize, quote: char) -> usize {
    let mut at = start + 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// The end of `r"…"`, `r#"…"#` and their byte and C kin; `None` where a word merely starts so.
fn raw_string_end(chars: &[char], start: usize) -> Option<usize> {
    let inside_word = start > 0 && (chars[start - 1].is_alphanumeric() || chars[start - 1] == '_');
    let mut at = start + 1;
    at += usize::from(chars[start] != 'r' && chars.get(at) == Some(&'r'));
    if inside_word || chars.get(at - 1) != Some(&'r') {
        return None;
    }
    let hashes = chars[at..].iter().take_while(|c| **c == '#').count();
    at += hashes;
    if chars.get(at) != Some(&'"') {
        return None;
    }
    let closes =
        |at: usize| chars[at] == '"' && chars[at + 1..].iter().take(hashes).all(|c| *c == '#');
    let end = (at + 1..chars.len()).find(|at| closes(*at));
    Some(end.map_or(chars.len(), |end| (end + 1 + hashes).min(chars.len())))
}

fn token_at(chars: &[char], at: usize) -> (usize, String) {
    let is_word = |c: &char| c.is_alphanumeric() || *c == '_';
    if chars[at] == ':' && chars.get(at + 1) == Some(&':') {
        return (at + 2, "::".to_owned());
    }
    let raw = chars[at] == 'r' && chars.get(at + 1) == Some(&'#');
    let start = if raw && chars.get(at + 2).is_some_and(is_word) { at + 2 } else { at };
    let length = chars[start..].iter().take_while(|c| is_word(c)).count().max(1);
    (start + length, chars[start..start + length].iter().collect())
}

/// What is left of a file without its tests.
struct Kept {
    tokens: Vec<Token>,
    test_modules: Vec<String>,
    test_lines: usize,
    all_test: bool,
}

/// Takes out the items under `#[cfg(test)]`, counting the lines that they stand on.
fn without_tests(all: &[Token]) -> Kept {
    let mut kept =
        Kept { tokens: Vec::new(), test_modules: Vec::new(), test_lines: 0, all_test: false };
    let mut at = 0;
    while at < all.len() {
        let inner = all[at].is("#") && all.get(at + 1).is_some_and(|t| t.is("!"));
        if !is_cfg_test(all, at + usize::from(inner)) {
            kept.tokens.push(all[at].clone());
            at += 1;
            continue;
        }
        if inner {
            kept.all_test = true;
            return kept;
        }
        let end = item_end(all, at);
        let item = &all[at..end];
        if let [.., keyword, name, last] = item
            && keyword.is("mod")
            && last.is(";")
        {
            kept.test_modules.push(name.text.clone());
        }
        kept.test_lines += item.last().map_or(0, |last| last.line + 1 - all[at].line);
        at = end;
    }
    kept
}

/// Whether `#[cfg(test)]` or `#[cfg(all(test, …))]` stands here; the hash may be an inner attribute's mark.
fn is_cfg_test(all: &[Token], at: usize) -> bool {
    let starts = |words: &[&str]| {
        words.iter().enumerate().all(|(n, w)| all.get(at + 1 + n).is_some_and(|t| t.is(w)))
    };
    if !(all[at].is("#") || at > 0 && all[at].is("!") && all[at - 1].is("#"))
        || !starts(&["[", "cfg", "("])
    {
        return false;
    }
    let attribute = &all[at..closing(all, at + 1)];
    attribute.iter().any(|t| t.is("test")) && !attribute.iter().any(|t| t.is("not") || t.is("any"))
}

/// The token after the item that starts here with its attributes.
fn item_end(all: &[Token], start: usize) -> usize {
    let mut at = start;
    while all.get(at).is_some_and(|t| t.is("#")) {
        at = closing(all, at + 1);
    }
    let is_use =
        all[at..].iter().find(|t| t.is_word() && !t.is("pub")).is_some_and(|t| t.is("use"));
    while let Some(token) = all.get(at) {
        match token.text.as_str() {
            ";" => return at + 1,
            "{" if !is_use => return closing(all, at),
            "(" | "[" | "{" => at = closing(all, at),
            _ => at += 1,
        }
    }
    all.len()
}

/// The token after the bracket that closes the one here.
fn closing(all: &[Token], start: usize) -> usize {
    let mut open = 0;
    for (at, token) in all.iter().enumerate().skip(start) {
        match token.text.as_str() {
            "(" | "[" | "{" => open += 1,
            ")" | "]" | "}" => open -= 1,
            _ => {}
        }
        if open == 0 {
            return at + 1;
        }
    }
    all.len()
}

/// Every path of two parts or more, groups written out; `use crate as …` is told as `crate::self`.
fn paths(tokens: &[Token]) -> Vec<CodePath> {
    let mut found = Vec::new();
    let (mut at, mut braces) = (0, Vec::new());
    while at < tokens.len() {
        let token = &tokens[at];
        if token.is("{") {
            let words: Vec<&str> =
                tokens[at.saturating_sub(2)..at].iter().map(|t| t.text.as_str()).collect();
            braces.push(matches!(words[..], ["mod", _]));
        } else if token.is("}") {
            braces.pop();
        }
        at = if token.is_word() {
            let depth = braces.iter().filter(|is_module| **is_module).count();
            path_at(tokens, at, &[], &mut |segments, line| {
                found.push(CodePath { segments, line, depth })
            })
        } else {
            at + 1
        };
    }
    found
}

/// Reads the path that starts here, tells each that it stands for, and returns the token after it.
fn path_at(
    tokens: &[Token],
    start: usize,
    before: &[String],
    tell: &mut impl FnMut(Vec<String>, usize),
) -> usize {
    let mut segments = before.to_vec();
    let (mut at, line) = (start, tokens[start].line);
    while let Some(token) = tokens.get(at) {
        if token.is("{") {
            return group_at(tokens, at, &segments, tell);
        }
        if !token.is_word() && !token.is("*") {
            break;
        }
        segments.push(token.text.clone());
        at += 1;
        if !tokens.get(at).is_some_and(|t| t.is("::")) {
            break;
        }
        at += 1;
    }
    if segments == ["crate"] && tokens.get(at).is_some_and(|t| t.is("as")) {
        segments.push("self".to_owned());
    }
    if segments.len() > 1 {
        tell(segments, line);
    }
    at.max(start + 1)
}

/// Reads `{a, b::c, self}` after a path.
fn group_at(
    tokens: &[Token],
    start: usize,
    before: &[String],
    tell: &mut impl FnMut(Vec<String>, usize),
) -> usize {
    let mut at = start + 1;
    while let Some(token) = tokens.get(at) {
        if token.is("}") {
            return at + 1;
        }
        let starts_path = token.is_word() || token.is("*");
        if token.is("as") {
            at += 2;
        } else if starts_path {
            at = path_at(tokens, at, before, tell);
        } else {
            at += 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<String> {
        Source::sample("src/a/b.rs", text)
            .paths
            .iter()
            .map(|path| path.segments.join("::"))
            .collect()
    }

    #[test]
    fn groups_are_written_out() {
        let text =
            "use crate::{text::{Span, Slug as S}, model};\nlet x = crate::view::page::<u8>();";
        let expected =
            ["crate::text::Span", "crate::text::Slug", "crate::model", "crate::view::page"];
        assert_eq!(written(text), expected);
        assert_eq!(written("use crate as root; use crate::*;"), ["crate::self", "crate::*"]);
        assert_eq!(written("pub(crate) fn f() {} pub(in crate::a) fn g() {}"), ["crate::a"]);
        assert_eq!(
            written("macro_rules! m { () => { $crate::site::route() } }"),
            ["crate::site::route"]
        );
    }

    #[test]
    fn comments_strings_and_characters_say_nothing() {
        let text = r####"
            // crate::a::b  /* crate::a::b
            /* crate::a /* crate::b::c */ crate::d::e */
            let s = "crate::a::b \" crate::c::d"; let t = r#"crate::a::b " "#; let u = br"crate::e::f";
            let q = '"'; let e = '\''; let l: &'static str = b"crate::x::y"; let r#type = var::b;
        "####;
        assert_eq!(written(text), ["var::b"]);
    }

    #[test]
    fn items_under_cfg_test_are_taken_out() {
        let text = "use a::b;\n#[cfg(test)]\nuse c::{d, e};\nfn f() {}\n#[cfg(test)]\n#[allow(x)]\nmod tests {\n  use g::h;\n}\nuse i::j;\n";
        let source = Source::sample("src/a.rs", text);
        let found: Vec<String> = source.paths.iter().map(|path| path.segments.join("::")).collect();
        assert_eq!(found, ["a::b", "i::j"]);
        assert_eq!(source.lines, 3);
        assert_eq!(written("#[cfg(not(test))] use a::b;"), ["a::b"]);
        assert!(written("#![cfg(test)] use a::b;").is_empty());
    }

    #[test]
    fn a_file_declared_as_a_test_is_one() {
        let files = [
            ("src/a/mod.rs", "//! A.\n#[cfg(test)]\nmod tests;\nuse b::c;"),
            ("src/a/tests.rs", "//! T.\nuse crate::z::y;"),
        ];
        let sources = Source::read_all(
            files.map(|(path, text)| (path.to_owned(), text.to_owned())).into_iter(),
        );
        assert_eq!((sources[0].paths.len(), sources[0].lines), (1, 2));
        assert_eq!((sources[1].paths.len(), sources[1].lines), (0, 0));
    }

    #[test]
    fn lines_and_inline_modules_are_counted() {
        let source =
            Source::sample("src/a/mod.rs", "\nmod inner {\n    use super::super::b;\n}\nuse c::d;");
        let told: Vec<_> = source.paths.iter().map(|path| (path.line, path.depth)).collect();
        assert_eq!(told, [(3, 1), (5, 0)]);
    }

    #[test]
    fn a_path_tells_its_module() {
        let modules = ["src/lib.rs", "src/a.rs", "src/a/mod.rs", "src/a/b.rs", "src/a/b/mod.rs"];
        let told = modules.map(|path| module_of(path).join("::"));
        assert_eq!(told, ["", "a", "a", "a::b", "a::b"]);
    }
}
