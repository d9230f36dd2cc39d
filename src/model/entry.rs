//! An entry: what all kinds have in common.

use super::{Address, AudienceId, Body, Details, EntryId};
use crate::text::Span;
use crate::vocabulary::Kind;

/// A part of the plan with an id of its own. Norwegian: *oppføring*.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id as authors write it, unique in the plan.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title; a goal without one has the beginning of its text.
    pub title: String,
    /// Where messages about the entry as a whole point: its title, or its first words.
    pub span: Span,
    /// The chapter or section that it belongs to.
    pub parent: Option<EntryId>,
    /// What belongs to it, in reading order.
    pub children: Vec<EntryId>,
    /// "4.2"; none for kinds that are not numbered.
    pub number: Option<String>,
    /// Its number in an earlier version.
    pub was: Option<String>,
    /// Whom it is for.
    pub audience: Audiences,
    /// Its text.
    pub body: Body,
    /// What is particular to its kind.
    pub details: Details,
    /// Where it is published.
    pub address: Address,
}

/// Whom something is for. Norwegian: *målgrupper*.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audiences {
    /// Everybody.
    pub all: bool,
    /// Those named.
    pub of: Vec<AudienceId>,
}

impl Audiences {
    /// Whether nobody in particular is meant.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.all && self.of.is_empty()
    }

    /// Whether an audience should be shown it.
    #[must_use]
    pub fn includes(&self, audience: AudienceId) -> bool {
        self.all || self.of.contains(&audience)
    }
}

impl Entry {
    /// Whether the entry has a page of its own: its address names no place within another's.
    #[must_use]
    pub fn has_page(&self) -> bool {
        self.address.fragment.is_empty()
    }

    /// The texts of the entry: its body first, then those of its fields.
    pub fn texts(&self) -> impl Iterator<Item = &Body> {
        let fields: Vec<&Body> = match &self.details {
            Details::Value(value) => vec![&value.statement],
            Details::Indicator(indicator) => {
                indicator.findings.iter().map(|one| &one.text).collect()
            }
            Details::Narrative(narrative) => {
                narrative.steps.iter().map(|step| &step.text).collect()
            }
            Details::Goal(goal) => vec![&goal.text],
            Details::Measure(measure) => measure.statuses.iter().map(|row| &row.text).collect(),
            Details::Report(report) => report.groups.iter().map(|group| &group.note).collect(),
            Details::Hearing(hearing) => hearing.questions.iter().collect(),
            _ => Vec::new(),
        };
        std::iter::once(&self.body).chain(fields)
    }
}
