//! Postings: for each word of a large plan, the units that hold it and how much it weighs in each.
//!
//! The weight is that of BM25F: a word in a title counts for several in the text, and one in a long text
//! for less than one in a short. The browser reckons the same way for a small plan
//! (`themes/default/static/search-whole.js`), where it counts words and not bytes. Units are taken in chunks, many at a time; the order of
//! what comes out is the same whatever the number of threads.

use super::analysis::each_word;
use super::units::Unit;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// How much a word in a title weighs, in the title of the page above, in the text.
const TITLE: f64 = 6.0;
const WITHIN: f64 = 1.5;

/// Units that one thread takes at a time: each such chunk has a vocabulary of its own until all are merged.
const CHUNK: usize = 2048;

/// The steps of a weight, as the browser reads them: each is the square root of two times the one below, from
/// a quarter on.
const STEPS: usize = 16;
const FIRST_STEP: f64 = 0.25;

/// A unit and the step of a word's weight in it.
type Posting = (u32, u8);

/// A word with its postings, by unit.
pub(super) type Posted = (Box<str>, Vec<Posting>);

/// The words of some units.
#[derive(Default)]
struct Chunk {
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

/// Every word with its postings, in no order.
pub(super) fn of(units: &[Unit]) -> Vec<Posted> {
    #[expect(clippy::cast_precision_loss, reason = "a mean needs no more")]
    let mean =
        units.iter().map(|unit| unit.text.len()).sum::<usize>() as f64 / units.len().max(1) as f64;
    let chunks: Vec<Chunk> = units
        .par_chunks(CHUNK)
        .enumerate()
        .map(|(number, units)| chunk(number * CHUNK, units, mean))
        .collect();
    merged(chunks)
}

fn merged(chunks: Vec<Chunk>) -> Vec<Posted> {
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

/// How many words a text has.
fn length(text: &str) -> usize {
    let mut count = 0;
    each_word(text, |_| count += 1);
    count
}

#[expect(clippy::cast_precision_loss, reason = "a weight needs no more")]
fn chunk(first: usize, units: &[Unit], mean: f64) -> Chunk {
    let mut chunk = Chunk::default();
    let mut touched: Vec<usize> = Vec::new();
    for (place, unit) in units.iter().enumerate() {
        let of_text = 1.0 / (0.4 + 0.6 * unit.text.len() as f64 / mean.max(1.0));
        let short = |text: &str, weight: f64| weight / (0.5 + length(text) as f64 / 6.0);
        let fields = [
            (&unit.title, short(&unit.title, TITLE)),
            (&unit.within, short(&unit.within, WITHIN)),
            (&unit.text, of_text),
        ];
        for (text, weight) in fields {
            each_word(text, |word| {
                let place = chunk.place(word);
                let word = &mut chunk.words[place];
                if word.weight == 0.0 {
                    touched.push(place);
                }
                word.weight += weight;
            });
        }
        let id = u32::try_from(first + place).unwrap_or(u32::MAX);
        for place in touched.drain(..) {
            let word = &mut chunk.words[place];
            word.postings.push((id, step(std::mem::take(&mut word.weight))));
        }
    }
    chunk
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

/// The step nearest below a weight.
fn step(weight: f64) -> u8 {
    let mut step = 0;
    while usize::from(step) < STEPS - 1 && weight >= least(step + 1) {
        step += 1;
    }
    step
}

/// The least weight of a step.
fn least(step: u8) -> f64 {
    let doubled = FIRST_STEP * f64::from(1_u32 << (step / 2));
    if step.is_multiple_of(2) { doubled } else { doubled * std::f64::consts::SQRT_2 }
}

/// Postings as text: for each a capital for its step, then how far it is from the unit before, less one,
/// in base 32; nothing for the very next.
pub(super) fn written(postings: &[Posting], out: &mut String) {
    let mut next = 0;
    for (unit, step) in postings {
        out.push(char::from(b'A' + step));
        let mut distance = unit - next;
        let from = out.len();
        while distance > 0 {
            let digit = u8::try_from(distance % 32).unwrap_or(0);
            out.insert(from, char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
            distance /= 32;
        }
        next = unit + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(title: &str, text: &str) -> Unit {
        Unit { title: title.into(), text: text.into(), ..Unit::default() }
    }

    #[test]
    fn a_word_knows_its_units_and_weighs_more_in_a_title() {
        let units = [unit("Lek", "Barn leker."), unit("Barn", "Lek og barn, lek.")];
        let mut posted = of(&units);
        posted.sort();
        let words: Vec<&str> = posted.iter().map(|(word, _)| &**word).collect();
        assert_eq!(words, ["barn", "lek", "leker", "og"]);
        let lek = &posted[1].1;
        assert_eq!(lek.iter().map(|one| one.0).collect::<Vec<_>>(), [0, 1]);
        assert!(lek[0].1 > lek[1].1, "{lek:?}");
    }

    #[test]
    fn postings_are_written_by_distance() {
        let mut text = String::new();
        written(&[(0, 0), (1, 2), (4, 15), (37, 1), (37 + 1 + 1024, 3)], &mut text);
        assert_eq!(text, "ACP2B10D100");
    }

    #[test]
    fn steps_rise_with_the_weight() {
        assert_eq!((step(0.01), step(0.25), step(0.36), step(1.0), step(1e9)), (0, 0, 1, 4, 15));
    }
}
