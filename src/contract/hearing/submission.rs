//! A submission: what one respondent said in a round. Norwegian: *høringssvar*.
//!
//! The types are those of a line of `submissions.jsonl`, field for field: a line is read into them and
//! written from them, and the order of the fields here is the order in the file.

use crate::text::named;
use serde::{Deserialize, Serialize};

/// The first line of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The form of the file.
    pub format: u32,
    /// The round: its folder's name.
    pub round: String,
    /// The frozen version that is heard.
    pub version: String,
}

/// What one respondent said. Norwegian: *høringssvar*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// `s7`.
    pub id: String,
    /// The instant that it came in, RFC 3339 with offset.
    pub received: String,
    /// How it came.
    pub channel: Channel,
    /// Who sent it.
    pub respondent: Respondent,
    /// Whether a private person agrees to be published.
    #[serde(default)]
    pub consent: bool,
    /// Where it stands.
    pub state: SubmissionState,
    /// Why it was redacted, withheld or blocked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Why it was accepted after the deadline.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub late: String,
    /// Answers to the round's questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// Comments on the heard version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
    /// Free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The hash of what was received: see `contract::hearing::receipt`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hash: String,
    /// What the hash was salted with; empty once words have been taken out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub salt: String,
    /// The submission that says the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub duplicate_of: String,
}

/// How a submission came. Norwegian: *kanal*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Channel {
    Web,
    Mail,
    Paper,
    Meeting,
}

/// Who sent a submission. Norwegian: *høringspart*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Respondent {
    /// What kind of sender.
    pub kind: RespondentKind,
    /// Empty where none was given, or where it must not be published.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether the name may be shown.
    #[serde(default)]
    pub named: bool,
}

/// What kind of sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RespondentKind {
    /// A council of citizens: the youth council. Norwegian: *råd*.
    Council,
    /// An organisation.
    Organisation,
    /// A service or another authority. Norwegian: *tjeneste*.
    Service,
    /// A private person.
    Private,
}

/// Where a submission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SubmissionState {
    /// Nobody has looked.
    Received,
    /// As it was received. Norwegian: *publisert*.
    Published,
    /// Words have been taken out. Norwegian: *sladdet*.
    Redacted,
    /// A case document that is not published. Norwegian: *unntatt*.
    Withheld,
    /// Personal data that had to go. Norwegian: *sperret*.
    Blocked,
}

impl SubmissionState {
    /// Whether its words are published.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, SubmissionState::Published | SubmissionState::Redacted)
    }

    /// Whether it must say why.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        !matches!(self, SubmissionState::Received | SubmissionState::Published)
    }
}

named! {
    Channel { Web "web", Mail "mail", Paper "paper", Meeting "meeting" }
    RespondentKind { Private "private", Organisation "organisation", Council "council", Service "service" }
    SubmissionState { Received "received", Published "published", Redacted "redacted", Withheld "withheld", Blocked "blocked" }
}

/// An answer to one of the round's questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Which question, from 1.
    pub question: u32,
    /// The answer.
    pub text: String,
}

/// A comment: on a block, on a section, or with neither on the whole plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// `s7.2`.
    pub id: String,
    /// The block that it is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<String>,
    /// The block of the heading or entry that it is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// What it says.
    pub text: String,
}

impl Comment {
    /// The block that it points at, be it a paragraph's or a section's.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.block.as_deref().or(self.section.as_deref())
    }
}

/// One thing that a submission says, and that is answered by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'s> {
    /// What it is: an answer, a comment or the free text.
    pub what: What<'s>,
    /// Its words.
    pub text: &'s str,
}

/// What kind of thing was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What<'s> {
    /// The answer to a question, counted from 1.
    Answer(u32),
    /// A comment.
    Comment(&'s Comment),
    /// The free text.
    Text,
}

impl Submission {
    /// The number of its id; 0 where that is none. No round has a billion, and the next has room too.
    #[must_use]
    pub fn number(&self) -> u32 {
        let number = self.id.strip_prefix('s').and_then(|number| number.parse().ok());
        number.filter(|number| *number < 1_000_000_000).unwrap_or(0)
    }

    /// The instant that it came in; none where that is written wrongly, which has been told.
    #[must_use]
    pub fn instant(&self) -> Option<jiff::Timestamp> {
        self.received.parse().ok()
    }

    /// What it says that has words, in order: answers, comments, free text.
    pub fn said(&self) -> impl Iterator<Item = Said<'_>> {
        let answers = self.answers.iter();
        let comments = self.comments.iter();
        answers
            .map(|one| Said { what: What::Answer(one.question), text: &one.text })
            .chain(comments.map(|one| Said { what: What::Comment(one), text: &one.text }))
            .chain([Said { what: What::Text, text: &self.text }])
            .filter(|said| !said.text.trim().is_empty())
    }

    /// The name of something said, as assessments have it: `s4.1`, `s4#2` or `s4`.
    #[must_use]
    pub fn name_of(&self, what: What<'_>) -> String {
        match what {
            What::Answer(question) => format!("{}#{question}", self.id),
            What::Comment(comment) => comment.id.clone(),
            What::Text => self.id.clone(),
        }
    }

    /// Every text in it.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let answers = self.answers.iter_mut().map(|one| &mut one.text);
        let comments = self.comments.iter_mut().map(|one| &mut one.text);
        answers.chain(comments).chain([&mut self.text])
    }
}
