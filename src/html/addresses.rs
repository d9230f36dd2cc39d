//! An address for each paragraph, so that a reader can point to it.
//!
//! It is made of the paragraph's words, and so stands as long as they do, wherever in the page they move. A link to words
//! that were changed leads to the top of the page, never to others. No heading's address is like it: those have no
//! capitals.

use std::fmt::Write;

/// The addresses that have been given in a page.
#[derive(Default)]
pub(super) struct Addresses(Vec<u32>);

impl Addresses {
    /// Writes the address of a paragraph of these words. The same words once more have a number after it.
    pub(super) fn give(&mut self, words: &str, out: &mut String) {
        let mark = mark_of(words);
        let same = self.0.iter().filter(|one| **one == mark).count();
        self.0.push(mark);
        let _ = write!(out, " id=\"P{mark:05x}");
        if same > 0 {
            let _ = write!(out, "-{}", same + 1);
        }
        out.push('"');
    }
}

/// Twenty bits that hold for the words of a text, however its lines are broken (FNV-1a, folded).
fn mark_of(text: &str) -> u32 {
    let letters = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let hash = letters
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 20 ^ hash) & 0xf_ffff
}

#[cfg(test)]
mod tests {
    use super::Addresses;

    #[test]
    fn an_address_stands_with_the_words() {
        let mut addresses = Addresses::default();
        let mut given = |words| {
            let mut out = String::new();
            addresses.give(words, &mut out);
            out
        };
        let first = given("Alle barn\nhører til.");
        assert_eq!(first.len(), " id=\"P00000\"".len(), "{first}");
        assert_eq!(given("Alle  barn hører til."), format!("{}-2\"", first.trim_end_matches('"')));
        assert_ne!(given("Alle barn hører hjemme."), first);
    }
}
