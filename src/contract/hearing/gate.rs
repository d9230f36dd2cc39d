//! The gate: what is missing before a round can be closed as assessed, by name.
//!
//! Somebody has looked at each submission; what is held back says why; each thing that is published is answered,
//! with a reason; and what was taken into account points at a real difference in the plan. A submission that
//! says the same as another goes with that one.

use super::{Round, SubmissionState, Verdict};
use crate::contract::{Contract, Version};
use crate::diagnostic::Say;
use crate::say;
use std::collections::HashSet;

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Nobody has looked at a submission.
    Unlooked(String),
    /// A submission is held back, or has words taken out, and does not say why.
    Unexplained(String),
    /// Something said has no answer.
    Unanswered(String),
    /// An answer has no reason.
    NoReason(String),
    /// An answer says that the plan was changed, and not where.
    NoChange(String),
    /// A block that should show a change says the same in both versions.
    NoDifference(String, String),
    /// Answers point at changes, and the version with the changes is not named or not there.
    NoVersion,
}

impl Missing {
    /// What is missing, in a sentence.
    #[must_use]
    pub fn say(&self) -> Say {
        match self {
            Missing::Unlooked(id) => {
                say!(nb: "{id}: ingen har sett på svaret", en: "{id}: nobody has looked at the submission")
            }
            Missing::Unexplained(id) => say!(
                nb: "{id}: det står ikke hvorfor noe er tatt ut eller holdt tilbake",
                en: "{id}: it does not say why something is taken out or held back"
            ),
            Missing::Unanswered(name) => {
                say!(nb: "{name}: ikke vurdert", en: "{name}: not assessed")
            }
            Missing::NoReason(name) => {
                say!(nb: "{name}: vurderingen mangler begrunnelse", en: "{name}: the assessment has no reason")
            }
            Missing::NoChange(name) => say!(
                nb: "{name}: tatt til følge, men det står ikke hvor planen er endret (changed)",
                en: "{name}: taken into account, but not told where the plan changed (changed)"
            ),
            Missing::NoDifference(name, block) => say!(
                nb: "{name}: avsnittet {block} sier det samme i begge versjonene",
                en: "{name}: the block {block} says the same in both versions"
            ),
            Missing::NoVersion => say!(
                nb: "assessments.toml sier ikke hvilken frossen versjon endringene står i (version)",
                en: "assessments.toml does not name the frozen version with the changes (version)"
            ),
        }
    }
}

/// What is missing before a round can be closed as assessed; nothing when the gate is open.
#[must_use]
pub fn gate(round: &Round, contract: &Contract) -> Vec<Missing> {
    let mut missing = Vec::new();
    let answered: HashSet<&str> = round
        .assessments
        .iter()
        .flat_map(|answers| answers.all())
        .flat_map(|one| one.of.iter().map(String::as_str))
        .collect();
    for submission in round.all() {
        let id = || submission.id.clone();
        if submission.state == SubmissionState::Received && submission.duplicate_of.is_empty() {
            missing.push(Missing::Unlooked(id()));
        }
        if submission.state.needs_reason() && submission.reason.trim().is_empty() {
            missing.push(Missing::Unexplained(id()));
        }
        if submission.state.is_public() && submission.duplicate_of.is_empty() {
            let names = submission.said().map(|said| submission.name_of(said.what));
            let open = names.filter(|name| !answered.contains(name.as_str()));
            missing.extend(open.map(Missing::Unanswered));
        }
    }
    missing.extend(unfounded(round, contract));
    missing
}

/// Answers without a reason, or without the change that they tell of.
fn unfounded(round: &Round, contract: &Contract) -> Vec<Missing> {
    let Some(answers) = &round.assessments else { return Vec::new() };
    let heard = round.submissions.as_ref().and_then(|said| contract.version(&said.head.version));
    let versions = heard.zip(contract.version(&answers.version));
    let mut missing = Vec::new();
    if versions.is_none() && answers.all().any(|one| one.result.needs_change()) {
        missing.push(Missing::NoVersion);
    }
    for one in answers.all() {
        let name = || one.of.join(", ");
        if one.result != Verdict::Taken && one.reason.trim().is_empty() {
            missing.push(Missing::NoReason(name()));
        }
        if one.result.needs_change() && one.changed.is_empty() {
            missing.push(Missing::NoChange(name()));
        }
        let Some((heard, later)) = versions else { continue };
        let same = one.changed.iter().filter(|id| is_same(heard, later, id));
        missing.extend(same.map(|id| Missing::NoDifference(name(), id.clone())));
    }
    missing
}

/// Whether a block stands in both versions. An id is one text's for life, so it then says the same in both.
#[must_use]
pub fn is_same(heard: &Version, later: &Version, id: &str) -> bool {
    let has = |version: &Version| version.blocks.iter().any(|block| block.id == id);
    has(heard) && has(later)
}
