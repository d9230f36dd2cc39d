//! Goals: what measures them, what is done for them, and who answers for it.
//!
//! A main goal counts through the goals under it. A goal without measures has nobody responsible either;
//! that is one cause and is told once, as the missing measure.

use super::Input;
use super::gather::{self, Place};
use crate::diagnostic::rules::{
    GOAL_WITHOUT_INDICATOR, GOAL_WITHOUT_MEASURE, GOAL_WITHOUT_RESPONSIBLE, Rule,
};
use crate::diagnostic::{Diagnostics, Say};
use crate::model::{Details, Entry, EntryId, Goal, GoalId, Plan};
use crate::say;
use crate::vocabulary::Kind;

/// The rule `goal-without-indicator`.
pub(super) fn goal_without_indicator(input: &Input, diagnostics: &mut Diagnostics) {
    let lacking = goals_without(input.plan, |goal| !goal.indicators.is_empty());
    let message = |lacking: &[Place], total: usize| match (lacking, total) {
        ([only], _) => say!(
            nb: "Målet «{name}» har ingen indikator",
            en: "The goal “{name}” has no indicator",
            name = only.name
        ),
        (many, total) if many.len() == total => say!(
            nb: "Ingen av planens {total} mål har indikator",
            en: "None of the plan's {total} goals has an indicator"
        ),
        (many, total) => say!(
            nb: "{count} av planens {total} mål har ingen indikator",
            en: "{count} of the plan's {total} goals have no indicator",
            count = many.len()
        ),
    };
    let help = say!(
        nb: "Si hva som viser at målet er nådd: sett «indikatorer» på målet, eller «mål» på indikatoren.",
        en: "Say what shows that the goal is reached: set indicators on the goal, or goals on the indicator."
    );
    tell(&GOAL_WITHOUT_INDICATOR, input.plan, &lacking, (message, help), diagnostics);
}

/// The rule `goal-without-measure`.
pub(super) fn goal_without_measure(input: &Input, diagnostics: &mut Diagnostics) {
    let lacking = goals_without(input.plan, |goal| !goal.measures.is_empty());
    let message = |lacking: &[Place], total: usize| match (lacking, total) {
        ([only], _) => say!(
            nb: "Målet «{name}» har ingen tiltak",
            en: "The goal “{name}” has no measure",
            name = only.name
        ),
        (many, total) if many.len() == total => say!(
            nb: "Ingen av planens {total} mål har tiltak",
            en: "None of the plan's {total} goals has a measure"
        ),
        (many, total) => say!(
            nb: "{count} av planens {total} mål har ingen tiltak",
            en: "{count} of the plan's {total} goals have no measure",
            count = many.len()
        ),
    };
    let help = say!(
        nb: "Skriv hva som skal gjøres, som et tiltak som har målet i feltet «mål». Planlagte tiltak teller også.",
        en: "Write what will be done, as a measure with the goal in its goals. Planned measures count too."
    );
    tell(&GOAL_WITHOUT_MEASURE, input.plan, &lacking, (message, help), diagnostics);
}

/// The rule `goal-without-responsible`: there are measures, but nobody answers for any of them.
pub(super) fn goal_without_responsible(input: &Input, diagnostics: &mut Diagnostics) {
    let plan = input.plan;
    let has_measures = |goal: GoalId| any_below(plan, goal, |goal| !goal.measures.is_empty());
    let is_answered_for = |goal: &Goal| {
        goal.measures.iter().any(|measure| {
            matches!(&plan.entry(*measure).details, Details::Measure(measure) if !measure.responsible.is_empty())
        })
    };
    let mut lacking = goals_without(plan, is_answered_for);
    lacking.retain(|(goal, _)| has_measures(*goal));
    let message = |lacking: &[Place], total: usize| match (lacking, total) {
        ([only], _) => say!(
            nb: "Ingen har ansvar for tiltakene under målet «{name}»",
            en: "Nobody is responsible for the measures of the goal “{name}”",
            name = only.name
        ),
        (many, _) => say!(
            nb: "Ingen har ansvar for tiltakene under {count} av planens {total} mål",
            en: "Nobody is responsible for the measures of {count} of the plan's {total} goals",
            count = many.len()
        ),
    };
    let help = say!(
        nb: "Sett «ansvarlig» på tiltakene: en rolle eller en tjeneste.",
        en: "Set responsible on the measures: a role or a service."
    );
    tell(&GOAL_WITHOUT_RESPONSIBLE, plan, &lacking, (message, help), diagnostics);
}

fn tell(
    rule: &'static Rule,
    plan: &Plan,
    lacking: &[(GoalId, Place)],
    (message, help): (impl Fn(&[Place], usize) -> Say, Say),
    diagnostics: &mut Diagnostics,
) {
    let places: Vec<Place> = lacking.iter().map(|(_, place)| place.clone()).collect();
    if places.is_empty() {
        return;
    }
    let message = message(&places, plan.of_kind(Kind::Goal).count());
    gather::tell(rule, &places, (message, help), diagnostics);
}

/// The goals that lack something, themselves and in all goals under them.
fn goals_without(plan: &Plan, has: impl Fn(&Goal) -> bool) -> Vec<(GoalId, Place)> {
    let goals = plan.of_kind(Kind::Goal).filter_map(|(id, entry)| typed(id, entry));
    goals
        .filter(|(id, _)| !any_below(plan, *id, &has))
        .map(|(id, entry)| (id, Place::new(entry.span, entry.title.as_str())))
        .collect()
}

fn typed(id: EntryId, entry: &Entry) -> Option<(GoalId, &Entry)> {
    GoalId::of(id, entry.kind).map(|id| (id, entry))
}

/// Whether something is true of a goal or of any goal under it.
fn any_below(plan: &Plan, goal: GoalId, has: impl Fn(&Goal) -> bool) -> bool {
    let mut left = vec![goal];
    // Circles have been told and are cut; the count makes sure that none can hold us here.
    for _ in 0..=plan.entries.len() {
        let Some(next) = left.pop() else { return false };
        let Details::Goal(goal) = &plan.entry(next).details else { continue };
        if has(goal) {
            return true;
        }
        left.extend(&goal.sub_goals);
    }
    false
}
