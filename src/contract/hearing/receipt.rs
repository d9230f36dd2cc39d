//! What a receipt promises: words cleaned once when they come in, and a hash of them from then on.
//!
//! The hash is of JSON in one form only, which `docs/hearing-files.md` shows, so that anyone can make it
//! anew. The name is not in it, and a salt is: else what was taken out could be guessed and tried.

use super::submission::{Answer, Channel, Comment, Head, RespondentKind, Submission};
use crate::text::turns;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// Where words were taken out: `⟦reason⟧`.
pub const REDACTED: [char; 2] = ['⟦', '⟧'];

/// A text as it is kept: NFC, plain line ends, no space at their ends, no empty lines first or last, no
/// control characters but line ends and tabs, and no signs of a redaction.
///
/// ```
/// use planverk::contract::clean;
///
/// assert_eq!(clean("\r\n Hei \u{202e}på\u{7} deg. \r\n\r\n⟦x⟧\n"), " Hei på deg.\n\n[x]");
/// assert_eq!(clean("Ba\u{7}\u{30a}t"), "Båt");
/// ```
#[must_use]
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = text.chars().filter_map(|letter| match letter {
        '⟦' => Some('['),
        '⟧' => Some(']'),
        '\n' | '\t' => Some(letter),
        letter if letter.is_control() || turns(letter) => None,
        letter => Some(letter),
    });
    // Composed last: what is taken out may have kept a letter from its accent.
    let kept: String = kept.nfc().collect();
    let lines: Vec<&str> = kept.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_string()
}

/// A text in pieces: its own words, and the reasons for what was taken out.
///
/// ```
/// use planverk::contract::{Piece, pieces};
///
/// let found: Vec<Piece> = pieces("Ring ⟦telefonnummer⟧.").collect();
/// assert_eq!(found, [Piece::Words("Ring "), Piece::Redacted("telefonnummer"), Piece::Words(".")]);
/// ```
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let open = rest.find(REDACTED[0]).unwrap_or(rest.len());
        if open > 0 {
            let (words, after) = rest.split_at(open);
            rest = after;
            return Some(Piece::Words(words));
        }
        let inner = &rest[REDACTED[0].len_utf8()..];
        match inner.split_once(REDACTED[1]) {
            Some((reason, after)) => {
                rest = after;
                Some(Piece::Redacted(reason.trim()))
            }
            // Nobody closed it: what follows may be what should have been taken out.
            None => {
                rest = "";
                Some(Piece::Redacted(""))
            }
        }
    })
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// As it was written.
    Words(&'t str),
    /// Taken out, and why.
    Redacted(&'t str),
}

#[derive(Serialize)]
struct Canonical<'s> {
    format: u32,
    salt: &'s str,
    round: &'s str,
    version: &'s str,
    received: &'s str,
    channel: Channel,
    kind: RespondentKind,
    answers: &'s [Answer],
    comments: Vec<Bare<'s>>,
    text: &'s str,
}

#[derive(Serialize)]
struct Bare<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    block: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'s str>,
    text: &'s str,
}

fn bare(comment: &Comment) -> Bare<'_> {
    let (block, section) = (comment.block.as_deref(), comment.section.as_deref());
    Bare { block, section, text: &comment.text }
}

impl Submission {
    /// The form of it that is hashed.
    #[must_use]
    pub fn canonical(&self, head: &Head) -> String {
        let canonical = Canonical {
            format: head.format,
            salt: &self.salt,
            round: &head.round,
            version: &head.version,
            received: &self.received,
            channel: self.channel,
            kind: self.respondent.kind,
            answers: &self.answers,
            comments: self.comments.iter().map(bare).collect(),
            text: &self.text,
        };
        // Strings and numbers under string keys: nothing that could fail.
        serde_json::to_string(&canonical).unwrap_or_default()
    }

    /// The hash of it as it is, with its salt: 64 hexadecimal digits.
    #[must_use]
    pub fn hashed(&self, head: &Head) -> String {
        blake3::hash(self.canonical(head).as_bytes()).to_hex().to_string()
    }
}
