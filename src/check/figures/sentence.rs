//! A sentence that names one year of an indicator and one figure in its unit: the series must have it.
//!
//! Much that is said of an indicator is not its value: a change, an aim, a share of the boys, those who
//! answered, the figure of a county that has no series. A sentence with a word of that kind is passed over.

use super::{Figures, Part, Written, equals, figures_in};
use crate::check::notes::Notes;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::FIGURE_DIFFERS;
use crate::markdown::{Document, Node, Tag};
use crate::model::{EntryId, Indicator, Link, Reading};
use crate::say;
use crate::text::{Number, Span};
use memchr::memchr3_iter;
use std::ops::Range;

/// Stands for a reference: it has no words in the source.
const REFERENCE: char = '\u{fffc}';

/// How words begin that make a figure something else than the value of the year.
const OTHERWISE: [&str; 68] = [
    "mål",
    "svar",
    "deltok",
    "delta",
    "øk",
    "auk",
    "sank",
    "synk",
    "falt",
    "gikk",
    "gjekk",
    "steg",
    "stig",
    "redus",
    "endr",
    "forskjell",
    "skilnad",
    "fler",
    "fleire",
    "færr",
    "mer",
    "meir",
    "mindre",
    "høyere",
    "høgare",
    "lavere",
    "lågare",
    "bedre",
    "betre",
    "dårlig",
    "gutt",
    "jent",
    "kvinn",
    "menn",
    "trinn",
    "klass",
    "skole",
    "skule",
    "barnehage",
    "fylke",
    "land",
    "nasjonal",
    "norge",
    "noreg",
    "kostra",
    "region",
    "nabo",
    "forvent",
    "vent",
    "håp",
    "prognose",
    "ikke",
    "ikkje",
    "skal",
    "bør",
    "vil",
    "goal",
    "target",
    "answer",
    "respon",
    "increas",
    "decreas",
    "more",
    "fewer",
    "boys",
    "girls",
    "county",
    "national",
];

/// Words right before a figure that is no exact value.
const ABOUT: [&str; 20] = [
    "med", "by", "rundt", "omtrent", "ca", "ca.", "cirka", "nær", "nesten", "over", "under",
    "minst", "høyst", "about", "around", "nearly", "almost", "least", "most", "enn",
];

impl Figures<'_> {
    /// Looks at the sentences of a paragraph that is about one indicator.
    pub(super) fn check_sentences(
        &self,
        part: &Part,
        block: Range<usize>,
        only: EntryId,
        notes: &mut Notes,
    ) {
        let Some((title, indicator, _)) = self.of.get(&only) else { return };
        let is_own = part.owner == Some(only);
        let running = Running::of(part, block);
        for sentence in sentences(&running.words) {
            let said = &running.words[sentence.clone()];
            if !is_own && !said.contains(REFERENCE) {
                continue;
            }
            let Some((written, year)) = differs(said, indicator) else { continue };
            let shown = &said[written.start..][..written.length];
            let Some(span) = running.span(part.document(), sentence.start + written.start, shown)
            else {
                continue;
            };
            let mut told = notes.ready.all().iter();
            if told.any(|one| one.span == Some(span) && one.rule.name == FIGURE_DIFFERS.name) {
                continue;
            }
            let message = say!(
                nb: "Teksten sier {shown} for {year}, men måleserien for «{title}» har ikke det tallet det året",
                en: "The text says {shown} for {year}, but the series of “{title}” has no such figure that year"
            );
            let help = say!(
                nb: "Rett tallet, eller la planverk skrive det: [[id=år]].",
                en: "Correct the figure, or let planverk write it: [[id=year]]."
            );
            notes.ready.push(Diagnostic::at(&FIGURE_DIFFERS, span, message).help(help));
        }
    }
}

/// The words of a paragraph, and where each stretch of them stands in the source.
struct Running {
    words: String,
    stretches: Vec<(usize, usize)>,
}

impl Running {
    fn of(part: &Part, block: Range<usize>) -> Running {
        let document = part.document();
        let mut running = Running { words: String::new(), stretches: Vec::new() };
        let mut at = block.start;
        while at < block.end {
            let node = &document.nodes[at];
            at += 1;
            match node.tag {
                Tag::Text => {
                    running.stretches.push((running.words.len(), node.start as usize));
                    running.words.push_str(document.text_of(node));
                }
                Tag::SoftBreak | Tag::HardBreak => running.words.push(' '),
                Tag::Escaped(_) => running.words.push_str(document.text_of(node)),
                Tag::Reference(reference) => {
                    running.words.push(REFERENCE);
                    // A figure that planverk writes leaves no other to tell of.
                    let link = part.body.links.get(reference as usize);
                    if matches!(link, Some(Link::Figure { .. })) {
                        running.words.push(REFERENCE);
                    }
                    at = node.next as usize;
                }
                _ => {}
            }
        }
        running
    }

    /// The place of what is shown; none within an escape, which has no place of its own.
    fn span(&self, document: &Document, at: usize, shown: &str) -> Option<Span> {
        let (from, start) = self.stretches.iter().rev().find(|(from, _)| *from <= at)?;
        let start = start + at - from;
        let end = start + shown.len();
        let node = Node { tag: Tag::Text, start: offset(start), end: offset(end), next: 0 };
        (document.source_of(&node) == shown).then(|| document.span(start..end))
    }
}

fn offset(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The one figure of a sentence, and its year, when no series has the figure that year.
fn differs(said: &str, indicator: &Indicator) -> Option<(Written, i16)> {
    if indicator.unit.is_empty()
        || said.contains([REFERENCE; 2].iter().collect::<String>().as_str())
    {
        return None;
    }
    let mut years = years_in(said);
    let year = years.next().filter(|_| years.next().is_none())??;
    let mut figures = figures_in(said).filter(|one| one.has_unit(said, &indicator.unit));
    let written = figures.next().filter(|_| figures.next().is_none())?;
    let units = said.matches(indicator.unit.as_str()).count();
    let before = said[..written.start].trim_end();
    let before = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    if units > 1 || before.ends_with(['−', '-']) || ABOUT.contains(&before.as_str()) {
        return None;
    }
    let is_series = |word: &str| {
        let others = indicator.series.series.iter().skip(1);
        others.into_iter().any(|series| series.name.to_lowercase().starts_with(word))
    };
    let lower = said.to_lowercase();
    let mut all = lower.split(|letter: char| !letter.is_alphanumeric());
    let means_otherwise =
        all.any(|word| OTHERWISE.iter().any(|other| word.starts_with(other) && !is_series(other)));
    if means_otherwise || written.number.decimals() == 0 && written.number == Number::whole(100) {
        return None;
    }
    let of_year =
        |time: crate::text::When| time.first_day().year() == year || time.last_day().year() == year;
    let all = indicator.series.series.iter().flat_map(|series| &series.observations);
    let readings: Vec<Reading> =
        all.filter(|one| one.time.is_some_and(of_year)).map(|one| one.value).collect();
    let target = indicator.target.map(|target| Reading::Number(target.value));
    let fits = |reading: &Reading| match reading {
        Reading::Number(number) => equals(*number, written.number),
        // What is hidden may be what the text tells.
        Reading::Suppressed | Reading::Missing => true,
    };
    let is_known = !readings.is_empty() && !readings.iter().chain(&target).any(fits);
    is_known.then_some((written, year))
}

/// The years in a text; none for one that is part of a span, a date or a school year.
fn years_in(text: &str) -> impl Iterator<Item = Option<i16>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.as_bytes().get(at..)?.iter().position(u8::is_ascii_digit)?;
            let rest = &text[start..];
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            at = start + length;
            let year = rest[..length].parse().ok().filter(|year| (1900..2100).contains(year));
            let Some(year) = year.filter(|_| length == 4) else { continue };
            let joins = |letter: Option<char>| {
                letter.is_some_and(|letter| {
                    letter.is_alphanumeric() || matches!(letter, '/' | '-' | '–' | '−')
                })
            };
            let alone =
                !joins(text[..start].chars().next_back()) && !joins(text[at..].chars().next());
            return Some(alone.then_some(year));
        }
    })
}

/// The sentences of a text: a point, a question or an exclamation, and then a space.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let mut marks = memchr3_iter(b'.', b'!', b'?', rest.as_bytes());
        let end = marks.find(|place| {
            let mut after = rest[place + 1..].chars();
            after.next() == Some(' ')
                && after.next().is_some_and(|next| next.is_uppercase() || next == REFERENCE)
        });
        at = end.map_or(text.len(), |place| start + place + 1);
        Some(start..at)
    })
}
