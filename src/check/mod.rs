//! What the checker says of a plan that has been resolved: one function for each rule.
//!
//! 1. `bodies` lists every text of the plan, with the entry that it stands in.
//! 2. Rules of single texts walk each document once, on all cores, and give back notes: `headings`,
//!    `links`, `pictures`, `places`, `abbreviations`, `figures`.
//! 3. Rules of the plan as a whole look at the entries: `goals`, `indicators`, `targets`,
//!    `measures`, `narratives`, `references`, `hearings`, `embeds`.
//! 4. `personal` reads the files as they stand, because a number may hide in a field or a comment.
//! 5. `versions` looks whether frozen versions are as they were; `comments` compares the plan with what was
//!    heard of them, and `rounds` looks at what was said and answered.
//! 6. `gather` turns many places with one cause into one message with a count.
//!
//! Nothing here reads, writes or looks at a clock; the order of the messages is that of the plan.

mod abbreviations;
mod bodies;
mod comments;
mod embeds;
mod figures;
mod gather;
mod goals;
mod headings;
mod hearings;
mod indicators;
mod links;
mod measures;
mod narratives;
mod notes;
mod personal;
mod pictures;
mod places;
mod references;
mod remarks;
mod rounds;
mod targets;
mod versions;
mod words;

use crate::diagnostic::Diagnostics;
use crate::load::Frozen;
use crate::model::Plan;
use crate::portions::Portions;
use crate::text::SourceFile;
use bodies::{Part, parts};
use rayon::prelude::*;

/// What is checked, and when.
pub struct Input<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The files that it was read from, by file id.
    pub files: &'a [SourceFile],
    /// The files of frozen versions.
    pub frozen: &'a [Frozen],
    /// The day that "today" means.
    pub today: jiff::civil::Date,
    /// Whether anybody still wants to know: what is told after a no is not complete.
    pub is_wanted: &'a (dyn Fn() -> bool + Sync),
}

/// Checks a plan against every rule that needs the whole of it.
pub fn check(input: &Input, diagnostics: &mut Diagnostics) {
    let parts = parts(input.plan);
    let ((texts, files), ()) = rayon::join(
        || rayon::join(|| check_texts(input, &parts), || personal::check(input)),
        || check_whole(input, &parts, diagnostics),
    );
    diagnostics.append(texts);
    diagnostics.append(files);
}

/// The rules that look at the plan as a whole. Some ask what was told when it was read.
fn check_whole(input: &Input, parts: &[Part], diagnostics: &mut Diagnostics) {
    for rule in OF_THE_PLAN {
        if !(input.is_wanted)() {
            return;
        }
        rule(input, diagnostics);
    }
    embeds::embed_circle(input, parts, diagnostics);
    references::repealed_reference(input, parts, diagnostics);
    versions::broken_version(input, diagnostics);
    comments::lost_comment(input, parts, diagnostics);
    rounds::rounds(input, diagnostics);
}

/// The rules that look at entries, in the order of the table.
const OF_THE_PLAN: [fn(&Input, &mut Diagnostics); 18] = [
    headings::typed_number_in_titles,
    links::unsafe_link_in_fields,
    narratives::no_consent,
    narratives::unknown_origin,
    goals::goal_without_indicator,
    goals::goal_without_measure,
    goals::goal_without_responsible,
    indicators::indicator_without_source,
    indicators::stale_indicator,
    targets::unknown_base,
    targets::target_passed,
    targets::target_against_better,
    indicators::observation_without_year,
    indicators::compared_differs,
    measures::measure_without_status,
    measures::area_without_event,
    hearings::short_hearing,
    hearings::youth_not_invited,
];

/// The rules that look at one text at a time.
fn check_texts(input: &Input, parts: &[Part]) -> Diagnostics {
    let phrases = places::Phrases::of(input.plan.settings.language);
    let interest = words::Interest::new(phrases.firsts());
    let numbers = figures::Figures::of(input.plan);
    let of_each: Vec<_> = parts
        .par_iter()
        .in_portions()
        .map(|part| {
            let mut notes = notes::Notes::default();
            if !(input.is_wanted)() {
                return (notes, abbreviations::Seen::default());
            }
            headings::typed_number(part, input, &mut notes);
            headings::skipped_heading(part, &mut notes);
            remarks::remarks(part, input.files, &mut notes);
            remarks::todo(part, &mut notes);
            links::unsafe_link(part, &mut notes);
            links::vague_link(part, &mut notes);
            pictures::missing_alt_text(part, &mut notes);
            numbers.figure_differs(part, &mut notes);
            let mut abbreviations = abbreviations::Seen::default();
            words::scan(part, &interest, |found| match found {
                words::Found::Capitals(word) => abbreviations.add(&word),
                words::Found::Word(word) => phrases.place_word(part, &word, &mut notes),
            });
            (notes, abbreviations)
        })
        .collect();
    let (notes, abbreviations): (Vec<_>, Vec<_>) = of_each.into_iter().unzip();
    let mut diagnostics = notes::tell(notes);
    abbreviations::unexplained_abbreviation(input, abbreviations, &mut diagnostics);
    diagnostics
}
