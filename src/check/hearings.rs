//! Hearings: time enough to answer, and the young among those who are asked.

use super::Input;
use crate::diagnostic::rules::{SHORT_HEARING, YOUTH_NOT_INVITED};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Details, Entry, Hearing, HearingState, Plan};
use crate::say;

/// Six weeks: what the state's own guidelines call the least.
const LEAST_DAYS: i32 = 42;

/// What youth councils are called.
const YOUTH: [&str; 11] = [
    "ungdomsråd",
    "ungdomens råd",
    "ungdommens råd",
    "ungdommens kommunestyre",
    "ungdomens kommunestyre",
    "ungdommenes kommunestyre",
    "unges kommunestyre",
    "nuoraidráđđi",
    "ungdomsfullmäktige",
    "youth council",
    "ungdomsutvalg",
];

/// Hearings that are held here: what was held elsewhere can't be changed.
fn hearings(plan: &Plan) -> impl Iterator<Item = (&Entry, &Hearing)> {
    plan.all().filter_map(|(_, entry)| match &entry.details {
        Details::Hearing(hearing) if hearing.state != Some(HearingState::Held) => {
            Some((entry, &**hearing))
        }
        _ => None,
    })
}

/// The rule `short-hearing`.
pub(super) fn short_hearing(input: &Input, diagnostics: &mut Diagnostics) {
    for (entry, hearing) in hearings(input.plan) {
        let (Some(opens), Some(closes)) = (hearing.opens, hearing.closes) else { continue };
        let days = (closes.last_day() - opens.first_day()).get_days();
        if (0..LEAST_DAYS).contains(&days) {
            let title = &entry.title;
            diagnostics.push(
                Diagnostic::at(
                    &SHORT_HEARING,
                    entry.span,
                    say!(
                        nb: "Høringen «{title}» varer {days} dager, under seks uker",
                        en: "The hearing “{title}” lasts {days} days, under six weeks"
                    ),
                )
                .help(say!(
                    nb: "Gi minst seks uker: råd og utvalg må rekke å møtes. Er det ikke mulig, si hvorfor i høringsbrevet.",
                    en: "Give at least six weeks: councils need time to meet. If that can't be, say why in the letter."
                )),
            );
        }
    }
}

/// The rule `youth-not-invited`.
pub(super) fn youth_not_invited(input: &Input, diagnostics: &mut Diagnostics) {
    for (entry, hearing) in hearings(input.plan) {
        let is_youth = |invited: &String| {
            let invited = invited.to_lowercase();
            YOUTH.iter().any(|youth| invited.contains(youth))
        };
        if hearing.invited.is_empty() || hearing.invited.iter().any(is_youth) {
            continue;
        }
        let title = &entry.title;
        diagnostics.push(
            Diagnostic::at(
                &YOUTH_NOT_INVITED,
                entry.span,
                say!(
                    nb: "Ungdomsrådet er ikke blant de inviterte til «{title}»",
                    en: "No youth council is among those invited to “{title}”"
                ),
            )
            .help(say!(
                nb: "Barn og unge har rett til å bli hørt. Legg ungdomsrådet til i «inviterte».",
                en: "The young have a right to be heard. Add the youth council to invited."
            )),
        );
    }
}
