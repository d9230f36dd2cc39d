//! Which page is what, where it lies, and what it is called: all from its number alone.
//!
//! Fifty pages to a chapter, in two blocks of twenty-five. A block holds a development area with what
//! belongs to it, the area last, so that a block with an area is always whole.

use super::prose;
use super::rng::{Purpose, Rng};

/// Pages in a chapter.
pub const CHAPTER: usize = 50;
/// Pages in a block.
pub const BLOCK: usize = 25;
/// Headings that every page has: `avsnitt-1` to this.
pub const SECTIONS: usize = 3;

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Page,
    Indicator { csv: bool },
    Measure,
    Narrative,
    Article,
    Area,
}

/// What page `n` is; pages are counted from 1.
pub fn kind(n: usize) -> Kind {
    match (n - 1) % BLOCK {
        2 | 11 => Kind::Indicator { csv: false },
        6 | 19 => Kind::Indicator { csv: true },
        8 | 16 | 23 => Kind::Measure,
        13 => Kind::Narrative,
        20 => Kind::Article,
        24 => Kind::Area,
        _ => Kind::Page,
    }
}

/// The pages of page `n`'s block that are of a kind.
pub fn in_block(n: usize, wanted: fn(Kind) -> bool) -> Vec<usize> {
    let first = (n - 1) / BLOCK * BLOCK + 1;
    (first..first + BLOCK).filter(|n| wanted(kind(*n))).collect()
}

/// The number of page `n`'s chapter, counted from 1.
pub fn chapter_of(n: usize) -> usize {
    (n - 1) / CHAPTER + 1
}

/// A page's id.
pub fn page_id(n: usize) -> String {
    format!("side-{n:05}")
}

/// A chapter's id.
pub fn chapter_id(chapter: usize) -> String {
    format!("kapittel-{chapter:04}")
}

/// A chapter's folder. An order prefix has three digits at most, so from chapter 1000 on the prefix
/// stands still and the name orders.
pub fn chapter_folder(chapter: usize) -> String {
    format!("{:03}-{}", chapter.min(999), chapter_id(chapter))
}

/// A page's place among its siblings, from 1.
pub fn place(n: usize) -> usize {
    (n - 1) % CHAPTER + 1
}

/// A page's title.
pub fn page_title(seed: u64, n: usize) -> String {
    prose::title(&mut Rng::new(seed, Purpose::Title, n))
}

/// A chapter's title.
pub fn chapter_title(seed: u64, chapter: usize) -> String {
    prose::title(&mut Rng::new(seed, Purpose::Chapter, chapter))
}

/// The title of a page's heading `avsnitt-k`.
pub fn section_title(seed: u64, n: usize, section: usize) -> String {
    prose::heading(&mut Rng::new(seed, Purpose::Heading, n * (SECTIONS + 1) + section))
}
