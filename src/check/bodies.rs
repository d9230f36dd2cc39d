//! Every text of a plan, in reading order: bodies, findings, goals, steps, statuses, questions.

use crate::markdown::Document;
use crate::model::{Body, Details, Entry, EntryId, Plan};

/// A text and the entry that it stands in; the front page stands in none.
pub(super) struct Part<'a> {
    pub owner: Option<EntryId>,
    pub body: &'a Body,
}

impl<'a> Part<'a> {
    /// The text's tree.
    pub fn document(&self) -> &'a Document {
        &self.body.document
    }
}

/// All texts that have words.
pub(super) fn parts(plan: &Plan) -> Vec<Part<'_>> {
    let mut parts = vec![Part { owner: None, body: &plan.front }];
    for (id, entry) in plan.all() {
        parts.extend(bodies_of(entry).map(|body| Part { owner: Some(id), body }));
    }
    parts.retain(|part| !part.body.is_empty() || !part.document().remarks.is_empty());
    parts
}

/// The texts of an entry: its body first, then those of its fields.
pub(super) fn bodies_of(entry: &Entry) -> impl Iterator<Item = &Body> {
    let fields: Vec<&Body> = match &entry.details {
        Details::Value(value) => vec![&value.statement],
        Details::Indicator(indicator) => indicator.findings.iter().map(|one| &one.text).collect(),
        Details::Narrative(narrative) => narrative.steps.iter().map(|step| &step.text).collect(),
        Details::Goal(goal) => vec![&goal.text],
        Details::Measure(measure) => measure.statuses.iter().map(|row| &row.text).collect(),
        Details::Report(report) => report.groups.iter().map(|group| &group.note).collect(),
        Details::Hearing(hearing) => hearing.questions.iter().collect(),
        _ => Vec::new(),
    };
    std::iter::once(&entry.body).chain(fields)
}
