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
    /// A word that begins like one of those asked for.
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

/// Tells of every word that is of interest.
pub(super) fn scan<'a>(part: &Part<'a>, interest: &Interest, mut tell: impl FnMut(Found<'a>)) {
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
                    let base = node.start as usize;
                    words_of(&Stretch { document, text, base, in_link }, interest, &mut tell);
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

/// Steps from word to word over the bytes. This sees every byte of every text, so it asks little of each.
fn words_of<'a>(stretch: &Stretch<'a>, interest: &Interest, tell: &mut impl FnMut(Found<'a>)) {
    let bytes = stretch.text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let width = GAP[usize::from(*byte)];
        if width > 0 {
            at += usize::from(width);
            continue;
        }
        let start = at;
        if let Some(second) = bytes.get(at + 1)
            && interest.has(*byte, *second)
        {
            let Stretch { document, text, base, in_link } = *stretch;
            let word = Word { document, text, base, start, in_link };
            tell(if begins_with_capitals(&bytes[start..]) {
                Found::Capitals(word)
            } else {
                Found::Word(word)
            });
        }
        let rest = &bytes[at..];
        at += rest.iter().position(|byte| GAP[usize::from(*byte)] != 0).unwrap_or(rest.len());
    }
}

/// Running text, and where it stands.
#[derive(Clone, Copy)]
struct Stretch<'a> {
    document: &'a Document,
    text: &'a str,
    base: usize,
    in_link: bool,
}

/// Which pairs of first bytes begin a word that a rule cares about: most words are passed over.
pub(super) struct Interest(Box<[u64; 1024]>);

impl Interest {
    /// Words in capitals, and words that begin like some others, whatever the case of their first letter.
    pub fn new(words: impl Iterator<Item = &'static str>) -> Interest {
        let mut interest = Interest(Box::new([0; 1024]));
        for word in words {
            if let [first, second, ..] = word.as_bytes() {
                interest.add(*first, *second);
                interest.add(first.to_ascii_uppercase(), *second);
            }
        }
        for first in b'A'..=b'Z' {
            let seconds = (b'A'..=b'Z').chain(b'0'..=b'9').chain([b'-', 0xC3]);
            seconds.for_each(|second| interest.add(first, second));
        }
        (0x80..=0x9E).for_each(|second| interest.add(0xC3, second));
        interest
    }

    fn add(&mut self, first: u8, second: u8) {
        let bit = usize::from(first) << 8 | usize::from(second);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    fn has(&self, first: u8, second: u8) -> bool {
        let bit = usize::from(first) << 8 | usize::from(second);
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }
}

/// How many bytes to step over where a byte begins no letter or digit; zero where it does.
///
/// In UTF-8, C2 begins spaces and marks such as « and §, E2 dashes, quotation marks and bullets.
const GAP: [u8; 256] = {
    let mut gap = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        gap[byte] = !(byte as u8).is_ascii_alphanumeric() as u8;
        byte += 1;
    }
    gap[0xC2] = 2;
    gap[0xE2] = 3;
    gap
};

/// Whether a word begins with a capital, and goes on with another, a digit or a hyphen.
fn begins_with_capitals(bytes: &[u8]) -> bool {
    let capital = |bytes: &[u8]| match bytes {
        [0xC3, second, ..] => (0x80..=0x9E).contains(second),
        [first, ..] => first.is_ascii_uppercase(),
        [] => false,
    };
    let second = bytes.get(if bytes[0] == 0xC3 { 2 } else { 1 }..).unwrap_or(&[]);
    let goes_on = matches!(second, [b'0'..=b'9' | b'-', ..]) || capital(second);
    capital(bytes) && goes_on
}
