//! What is told and pointed at: values, narratives, reports, articles, references, terms, hearings.

use crate::model::{Body, EntryId, FieldId, GoalId, ServiceId, Target};
use crate::text::{Span, When, oslo};
use jiff::Timestamp;
use jiff::civil::Time;

/// What the municipality wants to be known for. Norwegian: *verdi*.
#[derive(Debug, Clone, Default)]
pub struct CoreValue {
    /// What it promises, in a sentence.
    pub statement: Body,
}

/// A story, a user journey or a process that the plan learns from. Norwegian: *fortelling*.
#[derive(Debug, Clone, Default)]
pub struct Narrative {
    /// Which of the three.
    pub form: Form,
    /// Whom it is about.
    pub about: About,
    /// The person's consent.
    pub consent: Option<Consent>,
    /// Who took part.
    pub participants: Vec<String>,
    /// The services met.
    pub services: Vec<ServiceId>,
    /// The goals it touches.
    pub goals: Vec<GoalId>,
    /// The steps of a journey.
    pub steps: Vec<Step>,
}

/// The form of a narrative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Norwegian: *historie*.
    #[default]
    Story,
    /// Norwegian: *brukerreise*.
    Journey,
    /// Norwegian: *prosess*.
    Process,
}

/// Whom a narrative is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum About {
    Person,
    #[default]
    Several,
    Invented,
}

/// A person's consent to be told about. Norwegian: *samtykke*.
#[derive(Debug, Clone, Copy)]
pub struct Consent {
    /// When it was given.
    pub given: Option<When>,
    /// How long it holds.
    pub until: Option<When>,
    /// Where it stands.
    pub span: Span,
}

/// A step of a journey. Norwegian: *steg*.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its title.
    pub title: String,
    /// What happened.
    pub text: Body,
    /// The services met.
    pub services: Vec<ServiceId>,
}

/// How things stand as of a day. Norwegian: *statusrapport*.
#[derive(Debug, Clone, Default)]
pub struct StatusReport {
    /// The day that it tells of.
    pub as_of: Option<When>,
    /// The day that it was written.
    pub written: Option<When>,
    /// Who wrote it.
    pub author: String,
    /// Groups that lead the work.
    pub groups: Vec<WorkGroup>,
}

/// A group, as a status report tells who sits in it. Norwegian: *gruppe*.
#[derive(Debug, Clone)]
pub struct WorkGroup {
    /// "Styringsgruppe".
    pub title: String,
    /// Who, and how many of them.
    pub members: Vec<(String, Option<u32>)>,
    /// A remark.
    pub note: Body,
}

/// News. Norwegian: *artikkel*.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// The day it was published; undated articles stay out of feeds.
    pub published: Option<When>,
    /// The day it was last changed.
    pub updated: Option<When>,
    /// Who wrote it.
    pub author: String,
    /// Who took the pictures.
    pub photo: String,
    /// Where it was first printed.
    pub source: String,
    /// The goals it touches.
    pub goals: Vec<GoalId>,
}

/// What the plan stands on: a law, a regulation, a plan, a work of literature. Norwegian: *forankring*, *føring*.
#[derive(Debug, Clone, Default)]
pub struct LegalBasis {
    /// Its level.
    pub level: Option<Level>,
    /// What it is called in running text.
    pub short: String,
    /// Who wrote it.
    pub author: String,
    /// Its year.
    pub year: Option<When>,
    /// Its web page.
    pub url: String,
    /// When it was repealed.
    pub repealed: Option<Repealed>,
}

/// That a reference no longer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repealed {
    /// It is not told when.
    SomeTime,
    /// From a day or a year.
    Since(When),
}

/// The level of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Level {
    Law,
    Regulation,
    National,
    Local,
    Literature,
}

/// A word or abbreviation that the plan explains. Norwegian: *begrep*.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// Its abbreviation.
    pub abbr: String,
    /// Inflected forms and other names.
    pub forms: Vec<String>,
    /// Where in the plan it is explained.
    pub defined: Option<Target>,
}

/// A kindergarten, a school, an office. Norwegian: *tjeneste*.
#[derive(Debug, Clone, Default)]
pub struct Service {
    /// Its field of work.
    pub field: Option<FieldId>,
    /// Its web page.
    pub url: String,
}

/// A file that follows the plan. Norwegian: *vedlegg*.
#[derive(Debug, Clone, Default)]
pub struct Attachment {
    /// Its path in the site; empty when the file is missing, which has been told.
    pub file: String,
    /// What it is.
    pub about: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A hearing. Norwegian: *høring*.
#[derive(Debug, Clone, Default)]
pub struct Hearing {
    /// When it opens.
    pub opens: Option<When>,
    /// Its deadline. Norwegian: *frist*.
    pub closes: Option<When>,
    /// The case number.
    pub case: String,
    /// Who was asked.
    pub invited: Vec<String>,
    /// What was asked.
    pub questions: Vec<Body>,
    /// Where it stands.
    pub state: Option<HearingState>,
    /// The frozen version that is heard; empty when not told.
    pub version: String,
    /// What goes with the letter: attachments, pages of the plan.
    pub documents: Vec<EntryId>,
    /// Its folder's name, by which what was said is found; empty for a hearing without a folder of its own.
    pub round: String,
}

impl Hearing {
    /// The instant that it opens, in Oslo.
    #[must_use]
    pub fn opens_at(&self) -> Option<Timestamp> {
        self.opens.map(|opens| match opens {
            When::Moment(moment) => oslo(moment),
            other => oslo(other.first_day().to_datetime(Time::midnight())),
        })
    }

    /// The last instant that it is open, in Oslo: a deadline that is a day ends when the day does.
    #[must_use]
    pub fn closes_at(&self) -> Option<Timestamp> {
        self.closes.map(|closes| match closes {
            When::Moment(moment) => oslo(moment),
            other => oslo(other.last_day().at(23, 59, 59, 0)),
        })
    }
}

/// Where a hearing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum HearingState {
    Planned,
    Open,
    Closed,
    Assessed,
    Decided,
    /// Held elsewhere.
    Held,
}
