//! Walks the words of a text once, for every rule about words.
//!
//! Running text is read as it stands in the source, a stretch at a time, so that a phrase may run over
//! a line end. Code, and what remains to be written, are no words for readers.

use super::bodies::Part;
use crate::markdown::{Alert, Document, Node, Tag};
use crate::text::holds;

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

/// Steps from word to word. This sees every byte of every text, so it looks at sixty-four of them at once.
fn words_of<'a>(stretch: &Stretch<'a>, interest: &Interest, tell: &mut impl FnMut(Found<'a>)) {
    let bytes = stretch.text.as_bytes();
    let mut starts = Starts::default();
    for (number, block) in bytes.chunks(BLOCK).enumerate() {
        let mut found = starts.of(block);
        while found != 0 {
            let start = number * BLOCK + found.trailing_zeros() as usize;
            found &= found - 1;
            let [first, second, ..] = bytes[start..] else { break };
            if interest.has(first, second) {
                let Stretch { document, text, base, in_link } = *stretch;
                let word = Word { document, text, base, start, in_link };
                tell(if begins_with_capitals(&bytes[start..]) {
                    Found::Capitals(word)
                } else {
                    Found::Word(word)
                });
            }
        }
    }
}

/// How many bytes are looked at together: one for each bit of a `u64`.
const BLOCK: usize = 64;

/// Finds where words begin, block after block.
///
/// A word is letters and digits. In UTF-8, C2 begins spaces and marks such as « and §, E2 dashes, quotation
/// marks and bullets; all else above ASCII is taken as letters.
#[derive(Default)]
struct Starts {
    /// Whether the block before ended within a word.
    within: u64,
    /// Bytes at the beginning of a block that belong to a mark begun in the one before.
    mark: u64,
}

impl Starts {
    /// The bytes of a block that begin a word, the lowest bit for the first.
    fn of(&mut self, block: &[u8]) -> u64 {
        let mut bytes = [b' '; BLOCK];
        bytes[..block.len()].copy_from_slice(block);
        let (two, three) = if holds(&bytes, |byte| byte == 0xC2 || byte == 0xE2) {
            (bits(&bytes, |byte| byte == 0xC2), bits(&bytes, |byte| byte == 0xE2))
        } else {
            // As in most blocks.
            (0, 0)
        };
        let marks = two | three;
        let rest_of_marks = marks << 1 | three << 2 | self.mark;
        self.mark = marks >> (BLOCK - 1) | three >> (BLOCK - 2);
        let letters = bits(&bytes, |byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
        let words = letters & !marks & !rest_of_marks;
        let starts = words & !(words << 1 | self.within);
        self.within = words >> (BLOCK - 1);
        starts
    }
}

/// Which bytes are such, as bits: plain loops over bytes, which a compiler turns into a few wide instructions.
fn bits(bytes: &[u8; BLOCK], is_such: impl Fn(u8) -> bool) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, byte) in flags.iter_mut().zip(bytes) {
        *flag = u8::from(is_such(*byte));
    }
    let eights = flags.as_chunks().0.iter().rev();
    eights.fold(0, |bits, eight| bits << 8 | gather(*eight))
}

/// The lowest bits of eight bytes, side by side: the product moves the one of byte *n* to bit 56 + *n*.
fn gather(flags: [u8; 8]) -> u64 {
    u64::from_le_bytes(flags).wrapping_mul(0x0102_0408_1020_4080) >> 56
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

#[cfg(test)]
mod tests {
    use super::{BLOCK, Starts};
    use proptest::prelude::*;

    /// One byte after the other.
    fn slowly(text: &[u8]) -> Vec<usize> {
        let mut starts = Vec::new();
        let (mut at, mut within) = (0, false);
        while let Some(byte) = text.get(at) {
            let gap = match byte {
                0xC2 => 2,
                0xE2 => 3,
                byte if byte.is_ascii() && !byte.is_ascii_alphanumeric() => 1,
                _ => 0,
            };
            if gap == 0 && !within {
                starts.push(at);
            }
            within = gap == 0;
            at += gap.max(1);
        }
        starts
    }

    fn blockwise(text: &[u8]) -> Vec<usize> {
        let mut starts = Starts::default();
        let blocks = text.chunks(BLOCK).enumerate();
        blocks
            .flat_map(|(number, block)| {
                let found = starts.of(block);
                (0..BLOCK).filter(move |at| found >> at & 1 == 1).map(move |at| number * BLOCK + at)
            })
            .collect()
    }

    proptest! {
        #[test]
        fn words_begin_where_a_byte_for_byte_walk_finds_them(
            text in "([a-zåé0-9 .,«»–•\u{a0}\n-]|[A-Z]{2}| {1,9}){0,300}"
        ) {
            prop_assert_eq!(blockwise(text.as_bytes()), slowly(text.as_bytes()));
        }
    }
}
