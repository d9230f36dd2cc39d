//! Hearing rounds: that what was said and answered holds together, and with the plan.
//!
//! 1. Each file belongs to a hearing, and names its round and its version.
//! 2. `said` looks at each submission: who may be published, what came late, whether a text is as received.
//! 3. `answered` looks at the assessments: what they answer, and the blocks that should show a change.
//! 4. `changed` looks whether the plan is still what was heard.
//! 5. The gate of `contract` says what is missing; it matters when the round, or the plan, claims to be through.

mod answered;
mod changed;
mod said;

use super::Input;
use crate::contract::hearing::{Missing, Round, Submissions, gate};
use crate::diagnostic::rules::{UNASSESSED_HEARING, UNKNOWN_REFERENCE};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::model::{Details, Entry, Hearing, HearingState, Stage};
use crate::say;
use crate::text::{FileId, Span};

/// How many missing things a message names.
const SHOWN: usize = 5;

/// A round with the hearing that it belongs to.
struct Held<'a> {
    input: &'a Input<'a>,
    round: &'a Round,
    hearing: &'a Hearing,
}

impl<'a> Held<'a> {
    fn text(&self, file: FileId) -> &'a str {
        &self.input.files[file.0 as usize].text
    }
}

/// The rules of hearing rounds.
pub(super) fn rounds(input: &Input, diagnostics: &mut Diagnostics) {
    let contract = &input.plan.contract;
    for round in &contract.rounds {
        let Some(hearing) = hearing_of(input, &round.name) else {
            unknown_round(round, diagnostics);
            continue;
        };
        let held = Held { input, round, hearing };
        if let Some(submissions) = &round.submissions {
            head(&held, submissions, diagnostics);
            said::check(&held, submissions, diagnostics);
        }
        if let Some(answers) = &round.assessments {
            answered::check(&held, answers, diagnostics);
        }
    }
    for entry in &input.plan.entries {
        if let Details::Hearing(hearing) = &entry.details {
            unassessed(input, entry, hearing, diagnostics);
            unknown_version(input, entry, hearing, diagnostics);
        }
    }
    changed::hear_again(input, diagnostics);
}

fn hearing_of<'a>(input: &'a Input, round: &str) -> Option<&'a Hearing> {
    input.plan.entries.iter().find_map(|entry| match &entry.details {
        Details::Hearing(hearing) if hearing.round == round => Some(&**hearing),
        _ => None,
    })
}

fn unknown_round(round: &Round, diagnostics: &mut Diagnostics) {
    let file = round.submissions.as_ref().map(|one| one.file);
    let Some(file) = file.or(round.assessments.as_ref().map(|one| one.file)) else { return };
    let name = &round.name;
    let message = say!(
        nb: "Det er sagt noe i runden «{name}», men mappen har ingen høring",
        en: "Something was said in the round “{name}”, but its folder has no hearing"
    );
    let help = say!(
        nb: "Legg en index.md der med høringsbrevet (slag = \"høring\").",
        en: "Put an index.md there with the letter (kind = \"hearing\")."
    );
    diagnostics.push(Diagnostic::at(&UNKNOWN_REFERENCE, Span::new(file, 0..1), message).help(help));
}

/// That the first line names the round and the version that the hearing does.
fn head(held: &Held, submissions: &Submissions, diagnostics: &mut Diagnostics) {
    let text = held.text(submissions.file);
    let (round, version) = (&held.round.name, &held.hearing.version);
    let told = &submissions.head;
    let mut tell = |field, message: Say| {
        let span = submissions.head_place(text, field);
        diagnostics.push(Diagnostic::at(&UNKNOWN_REFERENCE, span, message));
    };
    if told.round != *round {
        let other = &told.round;
        tell(
            "round",
            say!(
                nb: "Filen er skrevet for runden «{other}», og står i mappen til «{round}»",
                en: "The file was written for the round “{other}”, and stands in the folder of “{round}”"
            ),
        );
    }
    if !version.is_empty() && told.version != *version {
        let other = &told.version;
        tell(
            "version",
            say!(
                nb: "Svarene gjelder versjonen «{other}», men høringen er holdt på «{version}»",
                en: "The submissions are on the version “{other}”, but the hearing was held on “{version}”"
            ),
        );
    }
}

/// The rule `unassessed-hearing`.
fn unassessed(input: &Input, entry: &Entry, hearing: &Hearing, diagnostics: &mut Diagnostics) {
    let contract = &input.plan.contract;
    let round = contract.round(&hearing.round).filter(|round| round.submissions.is_some());
    let Some(round) = round else { return };
    let claims = matches!(hearing.state, Some(HearingState::Assessed | HearingState::Decided));
    let stops = is_over_before_adoption(input, hearing) && input.plan.forced.is_empty();
    if !claims && !stops {
        return;
    }
    let missing = gate(round, contract);
    let title = &entry.title;
    let message = match (claims, missing.len()) {
        (true, 0) => return,
        (true, count) => {
            let (nb, en) = (list(&missing, |say| &say.nb), list(&missing, |say| &say.en));
            say!(
                nb: "Høringen «{title}» står som vurdert, men {count} ting mangler: {nb}",
                en: "The hearing “{title}” is told to be assessed, but {count} things are missing: {en}"
            )
        }
        (false, _) => say!(
            nb: "Planen står som vedtatt, men høringen «{title}» er ikke vurdert",
            en: "The plan is told to be adopted, but the hearing “{title}” is not assessed"
        ),
    };
    let name = &hearing.round;
    diagnostics.push(Diagnostic::at(&UNASSESSED_HEARING, entry.span, message).help(say!(
        nb: "«planverk hearing status {name}» sier alt som mangler. Er alt gjort, skriver du tilstand = \"vurdert\" i index.md.",
        en: "“planverk hearing status {name}” tells all that is missing. When all is done, write state = \"assessed\" in index.md."
    )));
}

/// Whether the plan was adopted after the round had closed: a round held later is on what comes next.
fn is_over_before_adoption(input: &Input, hearing: &Hearing) -> bool {
    let settings = &input.plan.settings;
    let last = hearing.closes.map(|closes| closes.last_day());
    let adopted = settings.adopted.as_ref().and_then(|adopted| adopted.on).map(|on| on.last_day());
    settings.stage == Some(Stage::Adopted)
        && hearing.state != Some(HearingState::Held)
        && last.is_some_and(|last| last < adopted.unwrap_or(input.today))
}

fn list(missing: &[Missing], language: impl Fn(&Say) -> &String) -> String {
    let shown = missing.iter().take(SHOWN).map(|one| language(&one.say()).clone());
    let mut list: Vec<String> = shown.collect();
    if missing.len() > SHOWN {
        list.push("…".to_string());
    }
    list.join("; ")
}

fn unknown_version(input: &Input, entry: &Entry, hearing: &Hearing, diagnostics: &mut Diagnostics) {
    let version = &hearing.version;
    if version.is_empty() || input.plan.contract.version(version).is_some() {
        return;
    }
    let message = say!(
        nb: "Det finnes ingen frossen versjon «{version}»",
        en: "There is no frozen version “{version}”"
    );
    let help = say!(
        nb: "Frys planen slik den skal høres: planverk freeze {version}",
        en: "Freeze the plan as it is to be heard: planverk freeze {version}"
    );
    diagnostics.push(Diagnostic::at(&UNKNOWN_REFERENCE, entry.span, message).help(help));
}
