//! `targets.json`: what the hearing service needs of the plan, written by each build.

use serde::{Deserialize, Serialize};

/// A round, as the service reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Targets {
    /// The form of the file.
    pub format: u32,
    /// The round: its folder's name.
    pub round: String,
    /// The frozen version that is heard.
    pub version: String,
    /// The round's title.
    pub title: String,
    /// The instant that it opens, RFC 3339; absent when not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<String>,
    /// The last instant that it is open, RFC 3339; absent when not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<String>,
    /// Where it stood on the day of the build.
    pub state: String,
    /// The questions, as plain text.
    pub questions: Vec<String>,
    /// The site around it.
    pub site: TargetSite,
    /// Headings and entries that may be commented on as a whole.
    pub entries: Vec<TargetEntry>,
    /// Blocks that may be commented on.
    pub blocks: Vec<TargetBlock>,
}

/// The site that a round belongs to. Paths are from the site's root.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetSite {
    /// The plan's title.
    pub title: String,
    /// Its language's tag.
    pub language: String,
    /// The site's whole address, or empty.
    pub home: String,
    /// Stylesheets, in order.
    pub styles: Vec<String>,
    /// The round's page.
    pub page: String,
}

/// A heading or an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetEntry {
    /// Its block.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Where it stands in the site.
    pub address: String,
}

/// A block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetBlock {
    /// Its id.
    pub id: String,
    /// What it is: `paragraph`, `item`, `heading` …
    pub kind: String,
    /// The nearest heading's block; absent above the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// BLAKE3 of its words in normal form.
    pub hash: String,
    /// Its words.
    pub text: String,
    /// Where it stands in the site.
    pub address: String,
    /// What became of it in the plan as it is; absent where it says the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<TargetNow>,
}

/// What became of a block that no longer says what it said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetNow {
    /// Its words now, those of several blocks with an empty line between; empty where it was taken out.
    #[serde(default)]
    pub text: String,
    /// Blocks of the last frozen version among those that it became.
    #[serde(default)]
    pub blocks: Vec<String>,
    /// Why it was taken out, where that is said.
    #[serde(default)]
    pub why: String,
    /// Where the site shows the change.
    pub address: String,
}
