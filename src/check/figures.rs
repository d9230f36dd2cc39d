//! Figures in running text that differ from their series.
//!
//! Texts hold many numbers that belong to no series, so only what looks like a slip is told: the figure
//! has decimals or the indicator's unit, no observation rounds to it, and it comes from one by two digits
//! that changed places (79,36 for 79,63), by one wrong digit of four (41,85 for 41,35), or by cutting
//! where it should be rounded (72,8 for 72,86). It is looked for in an indicator's own texts and in
//! paragraphs that mention it. [`sentence`] tells more of a sentence that names a year and one figure.

use super::bodies::Part;
use super::notes::Notes;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::FIGURE_DIFFERS;
use crate::markdown::{Document, Tag};
use crate::model::{Details, EntryId, Indicator, Link, Plan, Reading};
use crate::say;
use crate::text::{Language, Number, Span, holds};
use crate::words::InWords;
use std::collections::HashMap;

mod sentence;

/// The figures of every indicator that has some.
pub(super) struct Figures<'a> {
    language: Language,
    of: HashMap<EntryId, (&'a str, &'a Indicator, Vec<Number>)>,
}

impl<'a> Figures<'a> {
    /// Collects them.
    pub fn of(plan: &'a Plan) -> Figures<'a> {
        let of = plan.all().filter_map(|(id, entry)| match &entry.details {
            Details::Indicator(indicator) => {
                let numbers = numbers_of(indicator);
                let of_one = (entry.title.as_str(), &**indicator, numbers);
                (!of_one.2.is_empty()).then_some((id, of_one))
            }
            _ => None,
        });
        Figures { language: plan.settings.language, of: of.collect() }
    }

    /// The rule `figure-differs`.
    pub fn figure_differs(&self, part: &Part, notes: &mut Notes) {
        let own = part.owner.filter(|owner| self.of.contains_key(owner));
        let mentions = |link: &Link| self.mentioned(link).is_some();
        if own.is_none() && !part.body.links.iter().any(mentions) {
            return;
        }
        let document = part.document();
        let is_digit = |byte: u8| byte.is_ascii_digit();
        for (place, node) in document.nodes.iter().enumerate() {
            if !matches!(node.tag, Tag::Paragraph) || !holds(document.source_of(node), is_digit) {
                continue;
            }
            let block = place..node.next as usize;
            let mut about: Vec<EntryId> = own.into_iter().collect();
            for node in &document.nodes[block.clone()] {
                if let Tag::Reference(reference) = node.tag {
                    let link = part.body.links.get(reference as usize);
                    about.extend(link.and_then(|link| self.mentioned(link)));
                }
            }
            if !about.is_empty() {
                self.check_block(document, block.clone(), &about, notes);
                about.sort_unstable();
                about.dedup();
                if let [only] = about[..] {
                    self.check_sentences(part, block, only, notes);
                }
            }
        }
    }

    fn mentioned(&self, link: &Link) -> Option<EntryId> {
        let entry = match link {
            Link::To { target, .. } => target.entry,
            Link::Figure { indicator, .. } => (*indicator).into(),
            _ => return None,
        };
        self.of.contains_key(&entry).then_some(entry)
    }

    /// Looks at the numbers of a paragraph that is about some indicators.
    fn check_block(
        &self,
        document: &Document,
        block: std::ops::Range<usize>,
        about: &[EntryId],
        notes: &mut Notes,
    ) {
        let all = || about.iter().filter_map(|entry| self.of.get(entry));
        for node in document.nodes[block].iter().filter(|node| node.tag == Tag::Text) {
            let text = document.text_of(node);
            for written in figures_in(text) {
                let fits = |indicator: &Indicator| {
                    written.decimals > 0 || written.has_unit(text, &indicator.unit)
                };
                if all().any(|(_, _, numbers)| {
                    numbers.iter().any(|number| equals(*number, written.number))
                }) {
                    continue;
                }
                let near = all().find_map(|(title, indicator, numbers)| {
                    let near = numbers
                        .iter()
                        .find(|number| fits(indicator) && is_slip(**number, written.number));
                    near.map(|near| (*title, *near))
                });
                if let Some((title, near)) = near {
                    let start = node.start as usize + written.start;
                    let span = document.span(start..start + written.length);
                    notes.ready.push(self.told(
                        span,
                        &text[written.start..][..written.length],
                        title,
                        near,
                    ));
                }
            }
        }
    }

    fn told(&self, span: Span, written: &str, title: &str, near: Number) -> Diagnostic {
        let near = near.format(self.language);
        Diagnostic::at(
            &FIGURE_DIFFERS,
            span,
            say!(
                nb: "Teksten sier {written}, men måleserien for «{title}» har {near}",
                en: "The text says {written}, but the series of “{title}” has {near}"
            ),
        )
        .help(say!(
            nb: "Rett tallet, eller la planverk skrive det: [[id=år]].",
            en: "Correct the figure, or let planverk write it: [[id=year]]."
        ))
    }
}

fn numbers_of(indicator: &Indicator) -> Vec<Number> {
    let observations = indicator.series.series.iter().flat_map(|series| &series.observations);
    let numbers = observations.filter_map(|observation| match observation.value {
        Reading::Number(number) => Some(number),
        Reading::Suppressed | Reading::Missing => None,
    });
    numbers.chain(indicator.target.map(|target| target.value)).collect()
}

/// A number in a text.
struct Written {
    start: usize,
    length: usize,
    decimals: u8,
    number: Number,
}

impl Written {
    /// Whether the indicator's unit follows.
    fn has_unit(&self, text: &str, unit: &str) -> bool {
        let after = text[self.start + self.length..].trim_start_matches([' ', '\u{a0}']);
        let says = |word: &str| {
            let rest = after.strip_prefix(word).filter(|_| !word.is_empty());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        says(unit) || (unit == "%" && (says("prosent") || says("procent") || says("per cent")))
    }
}

/// The numbers in a text, with decimals or without; dates, codes and parts of words are none.
fn figures_in(text: &str) -> impl Iterator<Item = Written> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.as_bytes().get(at..)?.iter().position(u8::is_ascii_digit)?;
            let rest = &text[start..];
            let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
            let whole = &rest[..rest.find(|letter| !is_part(letter)).unwrap_or(rest.len())];
            let written = whole.trim_end_matches([',', '.']);
            at = start + whole.len();
            let before = text[..start].chars().next_back();
            let after = text[start + written.len()..].chars().next();
            let joins = |letter: Option<char>| {
                letter.is_some_and(|letter| {
                    letter.is_alphanumeric() || matches!(letter, '/' | '–' | '-' | '§')
                })
            };
            // A space before more digits is a group of thousands: those are left to eyes.
            let grouped = |letter: Option<char>, beside: Option<char>| {
                matches!(letter, Some(' ' | '\u{a0}'))
                    && beside.is_some_and(|letter| letter.is_ascii_digit())
            };
            let far =
                (text[..start].chars().rev().nth(1), text[start + written.len()..].chars().nth(1));
            if joins(before) || joins(after) || grouped(before, far.0) || grouped(after, far.1) {
                continue;
            }
            let Some(number) = Number::parse(written) else { continue };
            return Some(Written {
                start,
                length: written.len(),
                decimals: number.decimals(),
                number,
            });
        }
    })
}

/// Whether a text's number is an observation, as exactly as it is written.
fn equals(observed: Number, written: Number) -> bool {
    let decimals = written.decimals().max(observed.decimals());
    observed.round(written.decimals()) == written
        || observed.round(decimals) == written.round(decimals)
}

/// Whether a text's number looks like an observation with a slip in it.
fn is_slip(observed: Number, written: Number) -> bool {
    let (ours, theirs) = (observed.to_string(), written.to_string());
    if written.decimals() > 0
        && written.decimals() < observed.decimals()
        && ours.starts_with(&theirs)
    {
        return true;
    }
    let digits = theirs.bytes().filter(u8::is_ascii_digit).count();
    if ours.len() != theirs.len() || observed.decimals() != written.decimals() || digits < 3 {
        return false;
    }
    let differ: Vec<(u8, u8)> = ours.bytes().zip(theirs.bytes()).filter(|(a, b)| a != b).collect();
    match differ[..] {
        [_] => digits >= 4 && written.decimals() > 0,
        [(a, b), (c, d)] => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(observed: &str, written: &str) -> bool {
        let number = |text| Number::parse(text).unwrap();
        let (observed, written) = (number(observed), number(written));
        !equals(observed, written) && is_slip(observed, written)
    }

    #[test]
    fn slips_and_other_numbers() {
        for (observed, written) in
            [("79,63", "79,36"), ("72,86", "72,8"), ("41,85", "41,35"), ("12,4", "14,2")]
        {
            assert!(slip(observed, written), "{observed} {written}");
        }
        for (observed, written) in [
            ("72,86", "72,9"),
            ("72,86", "73"),
            ("72,9", "72,90"),
            ("79,8", "79,1"),
            ("35", "53"),
            ("79,79", "72,86"),
            ("100", "35"),
            ("16", "17"),
        ] {
            assert!(!slip(observed, written), "{observed} {written}");
        }
    }

    #[test]
    fn numbers_of_a_text() {
        let found = |text: &str| {
            figures_in(text)
                .map(|one| text[one.start..][..one.length].to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("Av 41,85. Så 72,9 % i 2020, 8.–10. trinn"),
            ["41,85", "72,9", "2020", "8"]
        );
        assert_eq!(found("14 500 og 12.05.2026, §1-1, 2019–2020"), [""; 0]);
    }
}
