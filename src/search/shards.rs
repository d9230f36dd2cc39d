//! A large plan's index, in files that are fetched as a query needs them.
//!
//! * `words`: the vocabulary, sorted with plain letters. A word's number is its place.
//! * `parts`: longer words again, sorted by what stands within them, so that *verktøy* finds
//!   *kvalitetsverktøy* without the whole vocabulary; none for a vocabulary that fits in one file.
//! * `postings`: for a range of words, the units of each.
//! * `texts`: for a range of units, what is shown of each.
//!
//! `index.json` says where each file begins. The others carry a hash of their content in their names.

use super::Give;
use super::analysis::{Analysis, fold};
use super::postings::{self, Chunk, Posted};
use super::units::{Unit, Units};
use super::whole::Head;
use crate::text::{LongText, write_json};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// Words in a file of the vocabulary, and in the only one.
const WORDS: usize = 4_000;
const FEW_WORDS: usize = 8_000;

/// About how many bytes of postings and of texts go into a file.
const POSTINGS: usize = 32 * 1024;
const TEXTS: usize = 24 * 1024;

/// The shortest part of a word that is looked up by itself, and how far in it begins at the earliest, in letters.
const PART: usize = 4;
const PART_BEGINS: usize = 2;

/// Where files begin: at a word's plain letters, a word's number or a unit's, each with the file's name.
#[derive(Serialize, Default)]
struct Shards {
    words: Vec<(String, usize, String)>,
    parts: Vec<(String, String)>,
    postings: Vec<(usize, String)>,
    texts: Vec<(usize, String)>,
    /// For each unit a letter that stands for its kind and audience, which `sorts` tells.
    units: String,
    sorts: Vec<(usize, u32)>,
}

#[derive(Serialize)]
struct Index<'h> {
    #[serde(flatten)]
    head: &'h Head,
    shards: Shards,
}

/// A word as files tell it.
struct Word {
    plain: String,
    word: Box<str>,
    postings: String,
    count: usize,
}

/// A unit as it is written: page, fragment, title, kind, audience, text, the title of its page.
type Row<'u> = (&'u str, &'u str, &'u str, usize, u32, LongText<&'u str>, &'u str);

/// What is made of a part of the units, when their texts have been written.
struct Made {
    words: Chunk,
    /// The first unit of each file of texts, with the file's name.
    texts: Vec<(usize, String)>,
    /// The kind and the audience of each unit.
    sorts: Vec<(usize, u32)>,
}

/// Makes the files of an index and gives them away; units are done with before words are written.
pub(super) fn write<E: Send>(
    head: &Head,
    analysis: &Analysis,
    units: &Units<'_>,
    files: &Files<'_, E>,
) -> Result<(), E> {
    let mean = units.mean();
    let made = units
        .parts()
        .into_par_iter()
        .map(|part| made(head, &units.part(&part), part.first, mean, files));
    let mut shards = Shards::default();
    let mut words = Vec::new();
    for part in made.collect::<Result<Vec<Made>, E>>()? {
        words.push(part.words);
        shards.texts.extend(part.texts);
        part.sorts.into_iter().for_each(|sort| shards.sort(sort));
    }
    let posted = postings::merged(words);
    let words = sorted(posted);
    for (number, some) in words.chunks(words_in_a_file(&words)).enumerate() {
        let rows: Vec<(&str, usize)> = some.iter().map(|one| (&*one.word, one.count)).collect();
        let first = number * words_in_a_file(&words);
        shards.words.push((some[0].plain.clone(), first, files.file(json(&rows))?));
    }
    if words.len() > FEW_WORDS {
        let parts = parts(&words, analysis);
        for some in parts.chunks(WORDS) {
            let rows: Vec<(&str, usize)> =
                some.iter().map(|(_, number)| (&*words[*number].word, *number)).collect();
            shards.parts.push((some[0].0.clone(), files.file(json(&rows))?));
        }
    }
    let postings = ranges(&words, |word| word.postings.len() + 3, POSTINGS).into_par_iter();
    let postings = postings.map(|range| {
        let some = words[range.clone()].iter();
        let rows: Vec<LongText<&str>> = some.map(|word| LongText(&*word.postings)).collect();
        Ok((range.start, files.file(json(&rows))?))
    });
    shards.postings = postings.collect::<Result<_, E>>()?;
    (files.give)(files.path.to_string(), json(&Index { head, shards }))
}

fn made<E: Send>(
    head: &Head,
    units: &[Unit<'_>],
    first: usize,
    mean: f64,
    files: &Files<'_, E>,
) -> Result<Made, E> {
    let texts = ranges(units, |unit| unit.text.len() + 64, TEXTS).into_iter().map(|range| {
        let rows: Vec<Row<'_>> = units[range.clone()].iter().map(|unit| row(head, unit)).collect();
        Ok((first + range.start, files.file(json(&rows))?))
    });
    Ok(Made {
        words: postings::chunk(first, units, mean),
        texts: texts.collect::<Result<_, E>>()?,
        sorts: units.iter().map(|unit| (head.kind(unit.kind), unit.audience)).collect(),
    })
}

fn row<'u>(head: &Head, unit: &'u Unit<'_>) -> Row<'u> {
    let Unit { page, fragment, title, within, kind, audience, text } = unit;
    (page, fragment, title, head.kind(kind), *audience, LongText(text.as_str()), within)
}

fn words_in_a_file(words: &[Word]) -> usize {
    if words.len() > FEW_WORDS { WORDS } else { FEW_WORDS }
}

/// Words with plain letters in order; the same word always gets the same number.
fn sorted(posted: Vec<Posted>) -> Vec<Word> {
    let mut words: Vec<Word> = posted
        .into_par_iter()
        .map(|(word, list)| {
            let postings = postings::written(&list);
            Word { plain: fold(&word), count: list.len(), postings, word }
        })
        .collect();
    words.par_sort_unstable_by(|a, b| (&a.plain, &a.word).cmp(&(&b.plain, &b.word)));
    words
}

/// What stands within words, with plain letters and sorted, each with the number of its word. Taken
/// from stems: an ending is no part.
fn parts(words: &[Word], analysis: &Analysis) -> Vec<(String, usize)> {
    let mut parts: Vec<(String, usize)> = words
        .par_iter()
        .enumerate()
        .flat_map_iter(|(number, word)| {
            let stem = fold(&analysis.stem(&word.word));
            let places: Vec<usize> = stem.char_indices().map(|(at, _)| at).collect();
            let last = places.len().saturating_sub(PART - 1);
            let begins = PART_BEGINS.min(last)..last;
            let parts: Vec<String> =
                places[begins].iter().map(|at| stem[*at..].to_string()).collect();
            parts.into_iter().map(move |part| (part, number))
        })
        .collect();
    parts.par_sort_unstable();
    parts
}

impl Shards {
    /// Adds what kind a unit is of and whom it is for, as a letter.
    fn sort(&mut self, sort: (usize, u32)) {
        let place = self.sorts.iter().position(|one| *one == sort).unwrap_or_else(|| {
            self.sorts.push(sort);
            self.sorts.len() - 1
        });
        // From `0` on there is room for two thousand sorts of two bytes each.
        let letter =
            u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from('0') + place));
        self.units.push(letter.unwrap_or('0'));
    }
}

/// Cuts a list where about so many bytes are full.
fn ranges<T>(list: &[T], bytes: impl Fn(&T) -> usize, most: usize) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let (mut first, mut full) = (0, 0);
    for (place, one) in list.iter().enumerate() {
        let more = bytes(one);
        if place > first && full + more > most {
            ranges.push(first..place);
            (first, full) = (place, 0);
        }
        full += more;
    }
    if first < list.len() {
        ranges.push(first..list.len());
    }
    ranges
}

fn json(rows: &impl Serialize) -> Vec<u8> {
    let mut out = Vec::with_capacity(POSTINGS);
    write_json(&mut out, rows);
    out
}

/// Where files go.
pub(super) struct Files<'f, E> {
    /// Where the one stands that is fetched first; the others lie beside it.
    path: &'f str,
    give: &'f Give<'f, E>,
    /// The names that were given away.
    told: Mutex<HashSet<String>>,
}

impl<'f, E> Files<'f, E> {
    pub(super) fn new(path: &'f str, give: &'f Give<'f, E>) -> Files<'f, E> {
        Files { path, give, told: Mutex::default() }
    }

    /// Gives a file away, and says what its content makes it called. The same bytes are one file.
    fn file(&self, bytes: Vec<u8>) -> Result<String, E> {
        let name = blake3::hash(&bytes).to_hex()[..12].to_string();
        let is_new = self.told.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone());
        if is_new {
            let folder = self.path.rfind('/').map_or("", |slash| &self.path[..=slash]);
            (self.give)(format!("{folder}{name}.json"), bytes)?;
        }
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::super::postings::Posting;
    use super::*;
    use crate::text::Language;

    #[test]
    fn what_stands_within_a_word_is_a_part_of_it() {
        let posted = ["barn", "foreldremedvirkningen", "medvirkning"];
        let words = sorted(posted.map(|word| (word.into(), vec![Posting::new(0, 0)])).into());
        let parts = parts(&words, &Analysis::of(Language::Nb));
        let of = |part: &str| -> Vec<&str> {
            let with = parts.iter().filter(|(one, _)| one.starts_with(part));
            with.map(|(_, number)| &*words[*number].word).collect()
        };
        assert_eq!(of("medvirkning"), ["foreldremedvirkningen"]);
        assert_eq!(of("virk"), ["foreldremedvirkningen", "medvirkning"]);
        assert!(of("barn").is_empty() && of("ing").is_empty(), "{parts:?}");
    }

    #[test]
    fn a_list_is_cut_where_a_file_is_full() {
        assert_eq!(ranges(&[3, 3, 9, 1, 1], |one| *one, 6), [0..2, 2..3, 3..5]);
        assert!(ranges(&[0; 0], |one| *one, 6).is_empty());
    }
}
