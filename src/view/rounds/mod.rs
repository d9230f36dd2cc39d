//! A hearing round in public: what was said, by whom it may be told, and what came of it.
//!
//! 1. [`Heard`] ties a hearing to its submissions, its assessments and the two versions that they speak of.
//! 2. `people` decides what a respondent is called; `text` makes HTML of what people wrote, and nothing else does.
//! 3. `round` adds to the round's own page. `pages` makes those below it: a form for paper, what came in by respondent
//!    (`came_in`) and by section (`sections`), and the matrix of comments, assessments and changes (`matrix`).
//! 4. The heard text is the frozen version's own pages; `ways` gives each of its blocks a way to comment on it.
//!
//! Names of private persons stand on one page, which search engines are asked to leave out, and only as long as
//! `plan.toml` says. All else, files too, calls them by a pseudonym.

mod came_in;
mod heard;
mod matrix;
mod pages;
mod people;
mod round;
mod sections;
mod text;
mod ways;

pub use heard::{Heard, RoundFile, RoundPage, Row, Shift};
pub(super) use pages::page;
pub(super) use round::{panels, time_left};
pub(super) use ways::ways;

use super::Shown;

/// A text for files: as it is, with what was taken out told.
#[must_use]
pub fn plain_text(shown: Shown<'_>, text: &str) -> String {
    text::plain(shown, text)
}
