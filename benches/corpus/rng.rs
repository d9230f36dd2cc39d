//! Chance that can be repeated: splitmix64, one stream for each thing that is written.
//!
//! A page draws from a stream of its own (seed, purpose, number), so a link to page 42 can tell page
//! 42's title without page 42 having been written, and adding a draw to one page changes no other.

/// What a stream is drawn for; streams of different purposes share nothing.
#[derive(Debug, Clone, Copy)]
pub enum Purpose {
    Title = 1,
    Heading,
    Body,
    Series,
    Chapter,
    Register,
}

/// A stream of chance.
#[derive(Debug)]
pub struct Rng(u64);

impl Rng {
    /// The stream of a seed, a purpose and a number.
    pub fn new(seed: u64, purpose: Purpose, number: usize) -> Self {
        let mut rng = Self(seed);
        for part in [purpose as u64, number as u64] {
            rng.0 = rng.next() ^ part.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        }
        rng
    }

    /// The next 64 bits.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from 0 up to, and without, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.next()) * end as u128;
        (wide >> 64) as usize
    }

    /// A number from `from` to `to`, both included.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to + 1 - from)
    }

    /// Whether something that happens so many times in a hundred happens now.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, several: &[T]) -> T {
        several[self.below(several.len())]
    }
}
