//! Reads HTML just enough to walk a site: its tags, with their attributes as a browser understands them.
//!
//! It is stricter than a browser: a `<` that begins no tag, or an attribute that isn't quoted, is a
//! mistake of the page, since all that planverk writes is written so.

/// A tag that opens an element, or stands alone.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// What an attribute says.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The tags of a page, in order, without those that close.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = &comment[comment.find("-->").expect("a comment ends") + 3..];
        } else if rest.starts_with(['!', '/']) {
            rest = &rest[rest.find('>').expect("a tag ends")..];
        } else {
            let (tag, after) = tag(rest);
            found.push(tag);
            rest = after;
        }
    }
    found
}

/// Reads one tag, from after its `<` to after its `>`.
fn tag(html: &str) -> (Tag, &str) {
    let around = || html.chars().take(60).collect::<String>();
    let ends = |letter: char| letter.is_whitespace() || letter == '>' || letter == '/';
    let (name, mut rest) = html.split_at(html.find(ends).expect("a tag ends"));
    let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    assert!(is_name && name.starts_with(|c: char| c.is_ascii_alphabetic()), "<{}", around());
    let mut tag = Tag { name: name.to_ascii_lowercase(), attributes: Vec::new() };
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return (tag, after);
        }
        let ends = |letter: char| ends(letter) || letter == '=';
        let (name, after) = rest.split_at(rest.find(ends).expect("an attribute ends"));
        assert!(!name.is_empty() && !name.contains(['"', '\'', '<']), "<{}", around());
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("a quote ends"),
            None => ("", after),
        };
        assert!(!after.starts_with('='), "an attribute without quotes: <{}", around());
        tag.attributes.push((name.to_ascii_lowercase(), unescape(value)));
        rest = after;
    }
}

/// Text as a browser reads it.
pub fn unescape(text: &str) -> String {
    let mut read = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, following) =
            after.split_once(';').unwrap_or_else(|| panic!("a bare & in {text}"));
        read.push_str(before);
        read.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "nbsp" => '\u{a0}',
            _ => numbered(name).unwrap_or_else(|| panic!("&{name}; in {text}")),
        });
        rest = following;
    }
    read.push_str(rest);
    read
}

fn numbered(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix('x') {
        Some(number) => u32::from_str_radix(number, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

/// What stands in the page's `<main>`.
pub fn main_of(html: &str) -> &str {
    let begins = html.find("<main").expect("a page has a main");
    let ends = html.find("</main>").expect("a main ends");
    &html[begins..ends + "</main>".len()]
}

#[test]
fn tags_are_read_as_a_browser_reads_them() {
    let found = tags("<!doctype html><a href=\"x?a&amp;b\" hidden>&lt;b&gt;</a><br/><!-- <i> -->");
    let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["a", "br"]);
    assert_eq!((found[0].get("href"), found[0].get("hidden")), (Some("x?a&b"), Some("")));
}
