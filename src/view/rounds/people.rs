//! What a respondent is called: a name where it may be shown, else a pseudonym that stays the same.

use crate::contract::hearing::{RespondentKind, Round, Submission};
use crate::model::Hearing;
use crate::view::Views;
use jiff::ToSpan;
use std::collections::HashMap;

/// The respondents of a round.
pub(super) struct People {
    /// Each submission's pseudonym, where its sender has no public name.
    pseudonyms: HashMap<String, String>,
    /// Whether names of private persons are still shown.
    names_are_shown: bool,
}

impl People {
    pub(super) fn of(views: &Views, hearing: &Hearing, round: Option<&Round>) -> People {
        let mut pseudonyms = HashMap::new();
        let mut counts: HashMap<RespondentKind, usize> = HashMap::new();
        for one in round.into_iter().flat_map(Round::all) {
            let kind = one.respondent.kind;
            if kind != RespondentKind::Private && is_named(one) {
                continue;
            }
            // Numbered by what came in, not by what is published: a number never moves to another.
            let count = counts.entry(kind).or_default();
            *count += 1;
            let key = format!("round_pseudonym_{}", kind.name());
            let name = views.shown.fill(&key, &[("number", &count.to_string())]);
            pseudonyms.insert(one.id.clone(), name);
        }
        People { pseudonyms, names_are_shown: names_are_shown(views, hearing) }
    }

    /// The name, or the pseudonym of a private person.
    pub(super) fn pseudonym(&self, submission: &Submission) -> String {
        match self.pseudonyms.get(&submission.id) {
            Some(pseudonym) => pseudonym.clone(),
            None => submission.respondent.name.clone(),
        }
    }

    /// The name as the one page shows it that search engines leave out; whether it is a private person's own.
    pub(super) fn name(&self, submission: &Submission) -> (String, bool) {
        let is_private = submission.respondent.kind == RespondentKind::Private;
        if is_private && is_named(submission) && self.names_are_shown && submission.consent {
            return (submission.respondent.name.clone(), true);
        }
        (self.pseudonym(submission), false)
    }
}

fn is_named(submission: &Submission) -> bool {
    submission.respondent.named
        && !submission.respondent.name.trim().is_empty()
        && submission.state.is_public()
}

/// Whether the time in which names are shown is not over.
fn names_are_shown(views: &Views, hearing: &Hearing) -> bool {
    let (Some(months), Some(closes)) = (views.shown.plan.settings.names_for_months, hearing.closes)
    else {
        return true;
    };
    let last = closes.last_day().checked_add(i64::from(months).months());
    last.is_ok_and(|last| views.shown.today <= last)
}
