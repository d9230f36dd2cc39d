//! Whether so much was changed since a plan was heard that it is no longer what people said something of.

use crate::check::Input;
use crate::contract::{Contract, Version};
use crate::diagnostic::rules::HEAR_AGAIN;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Details, Entry, Hearing, HearingState};
use crate::say;
use crate::version::{Difference, History, Tally, number, pieces};

/// The rule `hear-again`: of the version that was heard last, in a round that is over.
pub(super) fn hear_again(input: &Input, diagnostics: &mut Diagnostics) {
    let Some((entry, hearing, at)) = heard_last(input) else { return };
    if !is_over(input, hearing) {
        return;
    }
    let tally = changed_since(input, hearing, at);
    if !tally.is_much() {
        return;
    }
    let (title, percent) = (&entry.title, tally.percent());
    let version = &input.plan.contract.versions[at].name;
    let message = say!(
        nb: "Siden høringen «{title}» er {percent} ord endret for hvert hundre: planen bør høres på nytt",
        en: "Since the hearing “{title}”, {percent} of every hundred words have changed: the plan should be heard again"
    );
    diagnostics.push(Diagnostic::at(&HEAR_AGAIN, entry.span, message).help(say!(
        nb: "«planverk diff {version} .» viser hva som er endret. Frys planen (planverk freeze NAVN), og legg en ny runde under content/horinger/ med den versjonen.",
        en: "“planverk diff {version} .” shows what has changed. Freeze the plan (planverk freeze NAME), and put a new round under content/horinger/ with that version."
    )));
}

/// The hearing on the newest version that any hearing here is held on, with the version's place.
fn heard_last<'a>(input: &Input<'a>) -> Option<(&'a Entry, &'a Hearing, usize)> {
    let versions = &input.plan.contract.versions;
    let heard = input.plan.all().filter_map(|(_, entry)| match &entry.details {
        Details::Hearing(hearing) if hearing.state != Some(HearingState::Held) => {
            let at = versions.iter().position(|version| version.name == hearing.version)?;
            Some((entry, &**hearing, at))
        }
        _ => None,
    });
    heard.max_by_key(|(_, _, at)| *at)
}

fn is_over(input: &Input, hearing: &Hearing) -> bool {
    use HearingState::{Assessed, Closed, Decided};
    let is_past = hearing.closes.is_some_and(|closes| closes.last_day() < input.today);
    is_past || matches!(hearing.state, Some(Closed | Assessed | Decided))
}

/// What was changed since a version was heard: until the plan as it is, or the version that was decided on, for what
/// is written after that is another matter.
fn changed_since(input: &Input, hearing: &Hearing, from: usize) -> Tally {
    let contract = &input.plan.contract;
    let versions = &contract.versions;
    let old = &versions[from].blocks;
    if let Some(to) = decided_on(contract, hearing).filter(|to| *to > from) {
        let history = History::of(contract, &[]);
        return Difference::between(old, &versions[to].blocks, &history, to).tally(old);
    }
    let numbered = number(&pieces(input.plan, &[]), contract);
    let history = History::of(contract, &numbered.rows);
    Difference::between(old, &numbered.blocks, &history, versions.len()).tally(old)
}

fn decided_on(contract: &Contract, hearing: &Hearing) -> Option<usize> {
    let answers = contract.round(&hearing.round)?.assessments.as_ref()?;
    let is_named = |version: &Version| version.name == answers.version;
    let is_decided = hearing.state == Some(HearingState::Decided);
    contract.versions.iter().position(is_named).filter(|_| is_decided)
}
