//! The files of a frozen version as text: `version.toml`, `blocks.json` and `lineage.toml`.

use super::Row;
use crate::contract::{Block, normal};
use crate::text::Language;
use jiff::civil::Date;
use std::collections::HashMap;
use std::fmt::Write;

/// How many letters of a block a comment in a lineage shows.
const SHOWN: usize = 300;

/// What `version.toml` is to tell.
#[derive(Debug, Clone)]
pub struct Told<'t> {
    /// The version's name.
    pub name: &'t str,
    /// What it is called, if anything else than its name.
    pub title: Option<&'t str>,
    /// The day that it is frozen.
    pub frozen: Date,
    /// The version before it.
    pub previous: Option<&'t str>,
    /// The seal of its files.
    pub hash: &'t str,
}

/// `version.toml`.
#[must_use]
pub fn sheet_text(told: &Told) -> String {
    let mut text = format!("format = 1\nname = {}\n", quoted(told.name));
    if let Some(title) = told.title {
        let _ = writeln!(text, "title = {}", quoted(title));
    }
    let _ = writeln!(text, "frozen = {}", told.frozen);
    if let Some(previous) = told.previous {
        let _ = writeln!(text, "previous = {}", quoted(previous));
    }
    let _ = writeln!(text, "hash = {}", quoted(told.hash));
    text
}

/// `blocks.json`: a block to a line, so that two versions can be compared line by line.
#[must_use]
pub fn blocks_text(name: &str, blocks: &[Block]) -> String {
    let mut text =
        format!("{{ \"format\": 1, \"version\": {}, \"blocks\": [", serde_json::json!(name));
    for (at, block) in blocks.iter().enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        let Block { id, path, entry, kind, section, text: words, .. } = block;
        let seen = block.seen.as_ref().filter(|seen| *seen != words);
        let [id, path, entry, words] = [id, path, entry, words].map(|one| serde_json::json!(one));
        let _ = write!(text, "{{ \"id\": {id}, \"kind\": \"{}\"", kind.name());
        if let Some(section) = section {
            let _ = write!(text, ", \"section\": {}", serde_json::json!(section));
        }
        let _ = write!(text, ", \"path\": {path}, \"entry\": {entry}, \"text\": {words}");
        if let Some(seen) = seen {
            let _ = write!(text, ", \"seen\": {}", serde_json::json!(seen));
        }
        if !block.marks.is_empty() {
            let marks = block.marks.iter().map(|one| (one.range.start, one.range.end, &one.what));
            let marks: Vec<_> = marks.collect();
            let _ = write!(text, ", \"marks\": {}", serde_json::json!(marks));
        }
        text.push_str(" }");
    }
    text.push_str("\n] }\n");
    text
}

/// `lineage.toml`, with the words of both sides above each row, or nothing when no block was retired.
#[must_use]
pub fn lineage_text(
    rows: &[Row],
    (before, after): (&[Block], &[Block]),
    language: Language,
) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let words = |blocks: &[Block]| -> HashMap<String, String> {
        blocks.iter().map(|block| (block.id.clone(), shortened(&block.text))).collect()
    };
    let (before, after) = (words(before), words(after));
    let english = language == Language::En;
    let pick = |nb: &'static str, en: &'static str| if english { en } else { nb };
    let mut text = head(english).to_string();
    for row in rows {
        text.push('\n');
        let old = before.get(&row.id).map_or("", String::as_str);
        let _ = writeln!(text, "# {} {}: {old}", pick("før", "before"), row.id);
        for heir in &row.became {
            let new = after.get(heir).map_or("", String::as_str);
            let _ = writeln!(text, "# {} {heir}: {new}", pick("nå", "now"));
        }
        text.push_str(&row_text(row));
    }
    text
}

/// A row of a lineage.
#[must_use]
pub fn row_text(row: &Row) -> String {
    let mut text = format!("[[block]]\nid = {}\n", quoted(&row.id));
    if let Some(how) = row.how {
        let _ = writeln!(text, "how = {}", quoted(how.name()));
    }
    if row.became.is_empty() {
        let _ = writeln!(text, "gone = {}", quoted(&row.gone));
    } else {
        let heirs: Vec<String> = row.became.iter().map(|id| quoted(id)).collect();
        let _ = writeln!(text, "became = [{}]", heirs.join(", "));
    }
    if row.asks() {
        text.push_str("sure = false\n");
    }
    text
}

/// A lineage with one row written anew, and all else left as a person may have written it. None if it has no
/// such row.
///
/// ```
/// use planverk::version::{Row, replace_row};
///
/// let text = "# mitt\n# nå b9: Ni.\n[[block]]\nid = \"b1\"\nbecame = [\"b9\"]\nsure = false\n\n[[block]]\nid = \"b2\"\n";
/// let row = Row { id: "b1".into(), became: vec!["b7".into()], how: None, gone: String::new(), sure: true };
/// let expected = "# mitt\n[[block]]\nid = \"b1\"\nbecame = [\"b7\"]\n\n[[block]]\nid = \"b2\"\n";
/// assert_eq!(replace_row(text, &row).as_deref(), Some(expected));
/// ```
#[must_use]
pub fn replace_row(text: &str, row: &Row) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let is_head = |line: &str| line.trim() == "[[block]]";
    let id = format!("id={}", quoted(&row.id));
    let is_own = |line: &&str| line.replace([' ', '\t'], "").trim() == id;
    let mut start = 0;
    while let Some(head) = (start..lines.len()).find(|at| is_head(lines[*at])) {
        let ends = |line: &str| line.trim().is_empty() || line.starts_with('#') || is_head(line);
        let end = (head + 1..lines.len()).find(|at| ends(lines[*at])).unwrap_or(lines.len());
        if lines[head..end].iter().any(is_own) {
            let above = lines[..head].iter().rev().take_while(|line| line.starts_with('#')).count();
            let (before, above) = lines[..head].split_at(head - above);
            let above = above.iter().filter(|line| !is_stale(line, row)).copied();
            let above: String = above.collect();
            return Some(before.concat() + &above + &row_text(row) + &lines[end..].concat());
        }
        start = end;
    }
    None
}

/// Whether a comment shows the words of a block that a row no longer leads to.
fn is_stale(comment: &str, row: &Row) -> bool {
    let told = comment.strip_prefix("# nå ").or_else(|| comment.strip_prefix("# now "));
    let heir = told.and_then(|told| told.split_once(':')).map(|(heir, _)| heir);
    heir.is_some_and(|heir| !row.became.iter().any(|id| id == heir))
}

fn head(english: bool) -> &'static str {
    if english {
        "# What became of the blocks of the version before. planverk wrote this, and a person may correct it.\n\
         # A row with sure = false is a proposal: `planverk lineage NAME` asks about it, or you correct it here and take that\n\
         # line away. A block that is gone needs a reason in gone = \"…\".\n"
    } else {
        "# Hva som ble av avsnittene i versjonen før. planverk skrev dette, og et menneske kan rette det.\n\
         # En rad med sure = false er et forslag: «planverk lineage NAVN» spør om den, eller du retter den her og tar bort\n\
         # den linjen. Et avsnitt som er borte, trenger en grunn i gone = \"…\".\n"
    }
}

/// The words of a block on one line, and not too many of them.
#[must_use]
pub fn shortened(text: &str) -> String {
    let line: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let line = line.join(" ");
    if normal(&line).is_empty() || line.chars().count() <= SHOWN {
        return line;
    }
    let cut: String = line.chars().take(SHOWN).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// A string of TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}
