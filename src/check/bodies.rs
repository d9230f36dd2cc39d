//! Every text of a plan, in reading order: bodies, findings, goals, steps, statuses, questions.

use crate::markdown::Document;
use crate::model::{Body, EntryId, Plan};

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
        parts.extend(entry.texts().map(|body| Part { owner: Some(id), body }));
    }
    parts.retain(|part| !part.body.is_empty() || !part.document().remarks.is_empty());
    parts
}
