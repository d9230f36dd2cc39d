//! Words with a shape: where a measure, a tool, a hearing or the plan itself stands.

use super::{BadgeView, Shown};
use crate::model::{
    Adopted, Details, EntryId, Hearing, HearingState, Judgement, Measure, State, StatusEntry,
    ToolState,
};
use crate::text::When;
use jiff::civil::Date;

impl Shown<'_> {
    fn badge_word(&self, set: &str, name: &str) -> BadgeView {
        let key = format!("{set}_{}", name.replace([' ', '-'], "_"));
        BadgeView { name: name.to_string(), word: self.say(&key) }
    }

    pub(super) fn state_badge(&self, state: State) -> BadgeView {
        self.badge_word("state", state.name())
    }

    /// "8 pågår, 2 gjennomført", of measures; those without a state last.
    pub(super) fn state_counts(&self, states: impl Iterator<Item = Option<State>>) -> String {
        let states: Vec<Option<State>> = states.collect();
        let count = |wanted| states.iter().filter(|state| **state == wanted).count();
        let told = STATES.iter().filter_map(|state| match count(Some(*state)) {
            0 => None,
            count => Some(format!("{count} {}", self.state_badge(*state).word.to_lowercase())),
        });
        let without = match count(None) {
            0 => None,
            count => Some(self.fill("status_without", &[("count", &count.to_string())])),
        };
        told.chain(without).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn judgement_badge(&self, judgement: Judgement) -> BadgeView {
        self.badge_word("assessment", judgement.name())
    }

    fn tool_badge(&self, state: ToolState) -> BadgeView {
        self.badge_word("tool_state", state.name())
    }

    /// The badge of an entry: a measure's state, an indicator's latest assessment.
    pub(super) fn badge(&self, id: EntryId) -> Option<BadgeView> {
        match &self.plan.entry(id).details {
            Details::Measure(measure) => {
                state_on(measure, self.today).map(|state| self.state_badge(state))
            }
            Details::Indicator(indicator) => {
                let latest = indicator.latest_finding()?.assessment?;
                Some(self.judgement_badge(latest))
            }
            Details::QualityTool(tool) => tool.state.map(|state| self.tool_badge(state)),
            Details::Reference(reference) => {
                reference.repealed.map(|_| self.badge_word("reference", "repealed"))
            }
            Details::Hearing(hearing) => {
                let state = hearing_state(hearing, self.today)?;
                Some(self.badge_word("hearing_state", state.name()))
            }
            _ => None,
        }
    }

    /// "Vedtatt av kommunestyret 18. juni 2026", as far as it is told.
    pub(super) fn decided(&self, adopted: &Adopted) -> String {
        let by = self.within(&adopted.by);
        let on = adopted.on.map(|on| self.when(on)).unwrap_or_default();
        let key = match (by.is_empty(), on.is_empty()) {
            (true, true) => "stage_adopted",
            (false, true) => "stage_adopted_by",
            (true, false) => "stage_adopted_on",
            (false, false) => "stage_adopted_by_on",
        };
        self.fill(key, &[("by", &by), ("on", &on)])
    }

    /// Where a hearing stands, in a sentence.
    pub(super) fn hearing_sentence(&self, hearing: &Hearing) -> String {
        let Some(state) = hearing_state(hearing, self.today) else { return String::new() };
        let day = |when: Option<_>| when.map(|when| self.when(when)).unwrap_or_default();
        let (opens, closes) = (day(hearing.opens), day(hearing.closes));
        let key = match state {
            HearingState::Planned if !opens.is_empty() => "hearing_opens",
            HearingState::Open if !closes.is_empty() => "hearing_open_until",
            HearingState::Closed if !closes.is_empty() => "hearing_closed_on",
            HearingState::Held if !opens.is_empty() && !closes.is_empty() => "hearing_held_between",
            HearingState::Planned => "hearing_planned",
            HearingState::Open => "hearing_open",
            HearingState::Closed => "hearing_closed",
            HearingState::Assessed => "hearing_assessed",
            HearingState::Decided => "hearing_decided",
            HearingState::Held => "hearing_held",
        };
        self.fill(key, &[("opens", &opens), ("closes", &closes)])
    }
}

/// Every state, in the order that lists and counts have.
pub(super) const STATES: [State; 5] =
    [State::Started, State::Planned, State::Continued, State::Done, State::Stopped];

/// The state of a measure on a day.
pub(super) fn state_on(measure: &Measure, day: Date) -> Option<State> {
    as_of(measure, Some(day)).and_then(|row| row.state)
}

/// Whether a measure had begun on a day: its log or its period says so, or neither tells of any day.
pub(super) fn has_begun(measure: &Measure, day: Date) -> bool {
    let period = measure.period.and_then(|period| period.from);
    let log = measure.statuses.iter().map(|row| row.on);
    let told: Vec<Option<When>> = log.chain(period.map(Some)).collect();
    told.is_empty() || told.iter().any(|on| on.is_none_or(|on| on.first_day() <= day))
}

/// The last row of a measure's log that had a state on a day.
pub(super) fn as_of(measure: &Measure, day: Option<Date>) -> Option<&StatusEntry> {
    let known = |row: &&StatusEntry| match (row.on, day) {
        (Some(on), Some(day)) => on.first_day() <= day,
        _ => true,
    };
    measure.statuses.iter().rev().filter(known).find(|row| row.state.is_some())
}

/// Where a hearing stands on the views' day.
#[must_use]
pub fn round_state(views: &super::Views<'_>, hearing: &Hearing) -> Option<HearingState> {
    hearing_state(hearing, views.today())
}

/// What is told, except that planned, open and closed follow the calendar.
pub(super) fn hearing_state(hearing: &Hearing, today: Date) -> Option<HearingState> {
    use HearingState::{Closed, Open, Planned};
    if let Some(told) = hearing.state
        && !matches!(told, Planned | Open | Closed)
    {
        return Some(told);
    }
    let is_before = hearing.opens.is_some_and(|opens| today < opens.first_day());
    let is_after = hearing.closes.is_some_and(|closes| today > closes.last_day());
    match (hearing.opens, hearing.closes) {
        (None, None) => hearing.state,
        _ if is_before => Some(Planned),
        _ if is_after => Some(Closed),
        _ => Some(Open),
    }
}
