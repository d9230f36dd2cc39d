//! Postings: for each word of a large plan, the units that hold it and how much it weighs in each.
//!
//! The weight is that of BM25F: a word in a title counts for several in the text, and one in a long text
//! for less than one in a short. The browser reckons the same way for a small plan
//! (`themes/default/static/search-whole.js`), where it counts words and not bytes. Units are taken in chunks, many at a
//! time, each with a vocabulary of its own until all are merged.

use super::analysis::each_word;
use super::units::Unit;
use rustc_hash::FxHashMap;

/// How much a word in a title weighs, in the title of the page above, in the text.
const TITLE: f64 = 6.0;
const WITHIN: f64 = 1.5;

/// The steps of a weight, as the browser reads them: each is the square root of two times the one below, from
/// a quarter on.
const FIRST_STEP: f64 = 0.25;
const STEP_BITS: u32 = 4;
const LAST_STEP: u64 = (1 << STEP_BITS) - 1;

/// A unit and the step of a word's weight in it, in one number: a large plan has millions of them. There is
/// room for 2^28 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting(u32);

/// A word with its postings, by unit.
pub(super) type Posted = (Box<str>, Vec<Posting>);

/// The words of some units, with their postings.
#[derive(Default)]
pub(super) struct Chunk {
    places: FxHashMap<Box<str>, usize>,
    words: Vec<Word>,
}

/// A word while its postings are gathered.
#[derive(Default)]
struct Word {
    postings: Vec<Posting>,
    /// What it weighs in the unit at hand; nothing if it does not stand there.
    weight: f64,
}

/// Every word of a plan with its postings, in no order; the chunks come as their units do.
pub(super) fn merged(chunks: Vec<Chunk>) -> Vec<Posted> {
    let mut all = Chunk::default();
    for mut chunk in chunks {
        for (word, place) in chunk.places {
            let list = std::mem::take(&mut chunk.words[place].postings);
            let place = all.place(&word);
            all.words[place].postings.extend(list);
        }
    }
    let lists = &mut all.words;
    all.places
        .into_iter()
        .map(|(word, at)| (word, std::mem::take(&mut lists[at].postings)))
        .collect()
}

/// The words of units that are numbered from `first` on, in a plan whose units have about `mean` bytes of text.
#[expect(clippy::cast_precision_loss, reason = "a weight needs no more")]
pub(super) fn chunk(first: usize, units: &[Unit<'_>], mean: f64) -> Chunk {
    let mut chunk = Chunk::default();
    let (mut found, mut touched): (Vec<usize>, Vec<usize>) = Default::default();
    for (place, unit) in units.iter().enumerate() {
        let of_text = 1.0 / (0.4 + 0.6 * unit.text.len() as f64 / mean);
        let fields =
            [(&*unit.title, Some(TITLE)), (unit.within, Some(WITHIN)), (unit.text.as_str(), None)];
        for (text, of_short) in fields {
            found.clear();
            each_word(text, |word| found.push(chunk.place(word)));
            let length = found.len() as f64;
            let weight = of_short.map_or(of_text, |weight| weight / (0.5 + length / 6.0));
            for place in &found {
                let word = &mut chunk.words[*place];
                if word.weight == 0.0 {
                    touched.push(*place);
                }
                word.weight += weight;
            }
        }
        let id = u32::try_from(first + place).unwrap_or(u32::MAX);
        for place in touched.drain(..) {
            let word = &mut chunk.words[place];
            word.postings.push(Posting::new(id, step(std::mem::take(&mut word.weight))));
        }
    }
    chunk
}

impl Posting {
    pub(super) fn new(unit: u32, step: u8) -> Posting {
        Posting(unit << STEP_BITS | u32::from(step))
    }

    fn unit(self) -> u32 {
        self.0 >> STEP_BITS
    }

    fn step(self) -> u8 {
        (self.0 % (1 << STEP_BITS)) as u8
    }
}

impl Chunk {
    fn place(&mut self, word: &str) -> usize {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        self.places.insert(word.into(), self.words.len());
        self.words.push(Word::default());
        self.words.len() - 1
    }
}

/// The step nearest below a weight: each is half a doubling, so the exponent of the weight's square tells it.
fn step(weight: f64) -> u8 {
    let square = (weight / FIRST_STEP).powi(2);
    let exponent = square.to_bits() >> (f64::MANTISSA_DIGITS - 1);
    let doublings = exponent.saturating_sub(1.0_f64.to_bits() >> (f64::MANTISSA_DIGITS - 1));
    doublings.min(LAST_STEP) as u8
}

/// Postings as text: for each a capital for its step, then how far it is from the unit before, less one,
/// in base 32; nothing for the very next.
pub(super) fn written(postings: &[Posting]) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
    let mut out = Vec::with_capacity(postings.len() * 2);
    let mut next = 0;
    for posting in postings {
        out.push(b'A' + posting.step());
        let distance = posting.unit() - next;
        for bits in [25, 20, 15, 10, 5, 0] {
            if distance >> bits > 0 {
                out.push(DIGITS[(distance >> bits) as usize % DIGITS.len()]);
            }
        }
        next = posting.unit() + 1;
    }
    // Letters and digits are text.
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit<'u>(title: &'u str, text: &str) -> Unit<'u> {
        Unit { title: title.into(), text: text.into(), ..Unit::default() }
    }

    #[test]
    fn a_word_knows_its_units_and_weighs_more_in_a_title() {
        let units = [unit("Lek", "Barn leker."), unit("Barn", "Lek og barn, lek.")];
        let mut posted = merged(vec![chunk(0, &units[..1], 12.0), chunk(1, &units[1..], 12.0)]);
        posted.sort();
        let words: Vec<&str> = posted.iter().map(|(word, _)| &**word).collect();
        assert_eq!(words, ["barn", "lek", "leker", "og"]);
        let lek = &posted[1].1;
        assert_eq!(lek.iter().map(|one| one.unit()).collect::<Vec<_>>(), [0, 1]);
        assert!(lek[0].step() > lek[1].step(), "{lek:?}");
    }

    #[test]
    fn postings_are_written_by_distance() {
        let postings = [(0, 0), (1, 2), (4, 15), (37, 1), (37 + 1 + 1024, 3)];
        let text = written(&postings.map(|(unit, step)| Posting::new(unit, step)));
        assert_eq!(text, "ACP2B10D100");
    }

    #[test]
    fn steps_rise_with_the_weight() {
        assert_eq!((step(0.01), step(0.25), step(0.36), step(1.0), step(1e9)), (0, 0, 1, 4, 15));
        for place in 1..=15 {
            let odd = if place % 2 == 1 { std::f64::consts::SQRT_2 } else { 1.0 };
            let least = FIRST_STEP * 2_f64.powi(i32::from(place / 2)) * odd;
            assert_eq!((step(least), step(least.next_down())), (place, place - 1));
        }
    }
}
