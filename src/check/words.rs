//! Walks the words of a text once, for every rule about words.
//!
//! Running text is read as it stands in the source, a stretch at a time, so that a phrase may run over
//! a line end. Code, and what remains to be written, are no words for readers.

use super::bodies::Part;
use crate::markdown::{Alert, Document, Node, Tag};

/// A word that some rule may care about.
pub(super) enum Found<'a> {
    /// A word that begins with two capitals.
    Capitals(Word<'a>),
    /// Any word of two letters or more.
    Word(Word<'a>),
}

/// A word in its stretch of text.
pub(super) struct Word<'a> {
    pub document: &'a Document,
    /// The stretch.
    pub text: &'a str,
    /// Where the stretch begins in the document.
    pub base: usize,
    /// Where the word begins in the stretch.
    pub start: usize,
    /// Whether the stretch is the words of a link.
    pub in_link: bool,
}

/// Tells of every word.
pub(super) fn scan<'a>(part: &Part<'a>, mut tell: impl FnMut(Found<'a>)) {
    let document = part.document();
    let nodes = &document.nodes;
    let (mut at, mut link_end) = (0, 0);
    while let Some(node) = nodes.get(at) {
        match node.tag {
            Tag::Code | Tag::CodeBlock(_) | Tag::Alert(Alert::Todo) => at = node.next as usize,
            Tag::Link(_) | Tag::Reference(_) => {
                link_end = node.next as usize;
                at += 1;
            }
            Tag::Text => {
                let in_link = at < link_end;
                let (end, next) = stretch(document, at);
                let whole = Node { end, ..*node };
                let text = document.source_of(&whole);
                if !(in_link && text.contains("://")) {
                    words_of(document, text, node.start as usize, in_link, &mut tell);
                }
                at = next;
            }
            _ => at += 1,
        }
    }
}

/// The end of the running text that begins with a node, and the node after it.
fn stretch(document: &Document, from: usize) -> (u32, usize) {
    let nodes = &document.nodes;
    let mut end = nodes[from].end;
    let mut at = from + 1;
    while let Some(node) = nodes.get(at) {
        match node.tag {
            Tag::Text if node.start == end => {
                end = node.end;
                at += 1;
            }
            // A line end, then text: between them may stand the marks of a quotation.
            Tag::SoftBreak => match nodes.get(at + 1) {
                Some(next) if next.tag == Tag::Text && next.start.wrapping_sub(end) < 80 => {
                    end = next.end;
                    at += 2;
                }
                _ => break,
            },
            _ => break,
        }
    }
    (end, at)
}

/// Steps from word to word over the bytes.
fn words_of<'a>(
    document: &'a Document,
    text: &'a str,
    base: usize,
    in_link: bool,
    tell: &mut impl FnMut(Found<'a>),
) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let width = gap(bytes[at]);
        if width > 0 {
            at += width;
            continue;
        }
        let start = at;
        while at < bytes.len() && gap(bytes[at]) == 0 {
            at += 1;
        }
        if at - start >= 2 {
            let word = || Word { document, text, base, start, in_link };
            if is_capital(&bytes[start..]) && is_capital_or_digit(&bytes[start..]) {
                tell(Found::Capitals(word()));
            }
            tell(Found::Word(word()));
        }
    }
}

/// How many bytes to step over where a byte begins no letter or digit; zero where it does.
///
/// In UTF-8, C2 begins spaces and marks such as « and §, E2 dashes, quotation marks and bullets.
fn gap(byte: u8) -> usize {
    match byte {
        0xC2 => 2,
        0xE2 => 3,
        0x80.. => 0,
        byte if byte.is_ascii_alphanumeric() => 0,
        _ => 1,
    }
}

fn is_capital(bytes: &[u8]) -> bool {
    match bytes {
        [0xC3, second, ..] => (0x80..=0x9E).contains(second),
        [first, ..] => first.is_ascii_uppercase(),
        [] => false,
    }
}

/// Whether the second letter of a word that begins with a capital is one too, or a digit.
fn is_capital_or_digit(bytes: &[u8]) -> bool {
    let second = if bytes[0] == 0xC3 { bytes.get(2..) } else { bytes.get(1..) };
    second.is_some_and(|second| {
        is_capital(second)
            || second.first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'-')
    })
}
