//! Assessments: what they answer, and the blocks that should show a change.

use super::Held;
use crate::contract::hearing::{Assessments, is_same};
use crate::diagnostic::rules::{EMPTY_CHANGE, UNKNOWN_REFERENCE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::text::nearest;
use std::collections::HashSet;

pub(super) fn check(held: &Held, answers: &Assessments, diagnostics: &mut Diagnostics) {
    unknown_subjects(held, answers, diagnostics);
    let contract = &held.input.plan.contract;
    let heard =
        held.round.submissions.as_ref().and_then(|said| contract.version(&said.head.version));
    let later = contract.version(&answers.version);
    if let (None, Some(span)) = (later, answers.version_span) {
        let version = &answers.version;
        let message = say!(
            nb: "Det finnes ingen frossen versjon «{version}» med endringene",
            en: "There is no frozen version “{version}” with the changes"
        );
        let help = say!(
            nb: "Frys planen med endringene: planverk freeze {version}",
            en: "Freeze the plan with the changes: planverk freeze {version}"
        );
        diagnostics.push(Diagnostic::at(&UNKNOWN_REFERENCE, span, message).help(help));
    }
    let (Some(heard), Some(later)) = (heard, later) else { return };
    for row in &answers.rows {
        for (id, span) in row.assessment.changed.iter().zip(&row.changed) {
            let (before, after) = (&heard.name, &later.name);
            if is_same(heard, later, id) {
                let message = say!(
                    nb: "Avsnittet «{id}» sier det samme i «{before}» og «{after}»: her er ingen endring",
                    en: "The block “{id}” says the same in “{before}” and “{after}”: there is no change here"
                );
                let help = say!(
                    nb: "Pek på avsnittet slik det ble, eller på et som er tatt ut. «planverk diff {before} {after}» viser dem.",
                    en: "Point at the block as it became, or at one that was taken out. “planverk diff {before} {after}” shows them."
                );
                diagnostics.push(Diagnostic::at(&EMPTY_CHANGE, *span, message).help(help));
            } else if heard.is_whole && later.is_whole && !has(heard, id) && !has(later, id) {
                let message = say!(
                    nb: "Verken «{before}» eller «{after}» har noe avsnitt «{id}»",
                    en: "Neither “{before}” nor “{after}” has a block “{id}”"
                );
                diagnostics.push(Diagnostic::at(&UNKNOWN_REFERENCE, *span, message));
            }
        }
    }
}

fn has(version: &crate::contract::Version, id: &str) -> bool {
    version.blocks.iter().any(|block| block.id == id)
}

/// Assessments of what nobody said.
fn unknown_subjects(held: &Held, answers: &Assessments, diagnostics: &mut Diagnostics) {
    let submissions = held.round.submissions.as_ref();
    if submissions.is_some_and(|submissions| !submissions.is_whole) {
        return;
    }
    let all = submissions.into_iter().flat_map(|one| one.all());
    let known: HashSet<String> = all
        .flat_map(|one| {
            let answers =
                one.answers.iter().map(|answer| format!("{}#{}", one.id, answer.question));
            let comments = one.comments.iter().map(|comment| comment.id.clone());
            answers.chain(comments).chain([one.id.clone()])
        })
        .collect();
    let named = answers.rows.iter().flat_map(|row| row.assessment.of.iter().zip(&row.of));
    for (of, span) in named.filter(|(of, _)| !known.contains(*of)) {
        let message = say!(
            nb: "Ingen har sagt noe som heter «{of}» i runden",
            en: "Nobody has said anything called “{of}” in the round"
        );
        let help = match nearest(of, known.iter().map(String::as_str)) {
            Some(near) => say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"),
            None => say!(
                nb: "En kommentar heter s4.1, et svar på et spørsmål s4#2 og fri tekst s4.",
                en: "A comment is called s4.1, an answer to a question s4#2, and free text s4."
            ),
        };
        diagnostics.push(Diagnostic::at(&UNKNOWN_REFERENCE, *span, message).help(help));
    }
}
