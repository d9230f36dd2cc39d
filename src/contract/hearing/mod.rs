//! The files of a hearing round: what was said, what is answered, and what the service needs to know.
//!
//! `docs/hearing-files.md` shows their form. `submission` and `assessment` hold the types that both people
//! and the service write, `lines` reads and writes `submissions.jsonl`, `receipt` cleans and hashes what comes in,
//! `intake` takes in what somebody typed, `gate` tells what is missing before a round is assessed, and `targets` is what a build tells the service.

mod assessment;
mod gate;
mod intake;
mod lines;
mod receipt;
mod submission;
mod targets;

pub use assessment::{Assessment, AssessmentRow, Verdict, written as assessments_text};
pub use gate::{Missing, gate, is_same};
pub use intake::{COLUMNS, Column, Intake, Taken, head, take_in};
pub use lines::{Step, written as submissions_text};
pub use receipt::{Piece, REDACTED, clean, pieces};
pub use submission::{
    Answer, Channel, Comment, Head, Respondent, RespondentKind, Said, Submission, SubmissionState,
    What,
};
pub use targets::{TargetBlock, TargetEntry, TargetNow, TargetSite, Targets};

use crate::diagnostic::Diagnostics;
use crate::text::{FileId, Span};
use std::ops::Range;

/// The form of the files that is read and written.
pub const FORMAT: u32 = 1;

/// The folder of hearing rounds.
pub const ROUNDS: &str = "content/horinger";

/// What was said in a round, in the round's folder.
pub const SUBMISSIONS: &str = "submissions.jsonl";

/// What is answered to it, in the round's folder.
pub const ASSESSMENTS: &str = "assessments.toml";

/// What has been said in a round, and answered. Norwegian: *høringsrunde*.
#[derive(Debug, Clone, Default)]
pub struct Round {
    /// Its name: its folder's.
    pub name: String,
    /// What was said; none without a file that can be read.
    pub submissions: Option<Submissions>,
    /// What is answered; none without a file that can be read.
    pub assessments: Option<Assessments>,
}

/// The file of submissions.
#[derive(Debug, Clone)]
pub struct Submissions {
    /// The file.
    pub file: FileId,
    /// Its first line.
    pub head: Head,
    /// Each submission with its line's bytes, as written.
    pub rows: Vec<(Submission, Range<usize>)>,
    /// Whether all of it could be read; else one may be missing for that reason alone.
    pub is_whole: bool,
    head_line: Range<usize>,
}

/// The file of assessments.
#[derive(Debug, Clone)]
pub struct Assessments {
    /// The file.
    pub file: FileId,
    /// The frozen version with the changes; empty when it has not been told.
    pub version: String,
    /// Where that is written.
    pub version_span: Option<Span>,
    /// As written.
    pub rows: Vec<AssessmentRow>,
}

impl Submissions {
    /// The submissions, as written.
    pub fn all(&self) -> impl Iterator<Item = &Submission> {
        self.rows.iter().map(|(submission, _)| submission)
    }

    /// Reads the file; none if its first line can't be read, which is told.
    #[must_use]
    pub fn read(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<Submissions> {
        lines::read(file, text, diagnostics)
    }
}

impl Assessments {
    /// The assessments, as written.
    pub fn all(&self) -> impl Iterator<Item = &Assessment> {
        self.rows.iter().map(|row| &row.assessment)
    }

    /// Reads the file; none if it is of another form, which is told.
    #[must_use]
    pub fn read(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<Assessments> {
        assessment::read(file, text, diagnostics)
    }
}

impl Round {
    /// What was said, as written.
    pub fn all(&self) -> impl Iterator<Item = &Submission> {
        self.submissions.iter().flat_map(Submissions::all)
    }

    /// The answer to something said, by its name (`s4.1`, `s4#2`, `s4`).
    #[must_use]
    pub fn answer_to(&self, name: &str) -> Option<&Assessment> {
        let mut all = self.assessments.iter().flat_map(Assessments::all);
        all.find(|one| one.of.iter().any(|of| of == name))
    }
}

#[cfg(test)]
mod tests;
