//! Measures past their end, and areas that the annual wheel forgets.

use super::Input;
use super::gather::{self, Place};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::rules::{AREA_WITHOUT_EVENT, MEASURE_WITHOUT_STATUS};
use crate::model::{Details, Measure, State};
use crate::say;
use crate::vocabulary::Kind;
use jiff::civil::Date;

/// The rule `measure-without-status`.
///
/// A measure past its end has a status when its log says that it is done, stopped or continued, or says
/// anything at all on a day after the end. "Planned" or "started" from before the end is no answer.
pub(super) fn measure_without_status(input: &Input, diagnostics: &mut Diagnostics) {
    let places: Vec<Place> = input
        .plan
        .entries
        .iter()
        .filter(|entry| match &entry.details {
            Details::Measure(measure) => is_left_open(measure, input.today),
            _ => false,
        })
        .map(|entry| Place::new(entry.span, entry.title.as_str()))
        .collect();
    let message = match &places[..] {
        [] => return,
        [only] => say!(
            nb: "Tiltaket «{name}» skulle vært ferdig, og loggen sier ikke hvordan det gikk",
            en: "The measure “{name}” should have ended, and its log does not say how it went",
            name = only.name
        ),
        many => say!(
            nb: "{count} tiltak skulle vært ferdige, og loggene sier ikke hvordan det gikk",
            en: "{count} measures should have ended, and their logs do not say how it went",
            count = many.len()
        ),
    };
    let help = say!(
        nb: "Legg til en [[status]] som sier om det er gjennomført, stanset eller videreført, eller flytt slutten av perioden.",
        en: "Add a [[status]] that says whether it is done, stopped or continued, or move the end of its period."
    );
    gather::tell(&MEASURE_WITHOUT_STATUS, &places, (message, help), diagnostics);
}

fn is_left_open(measure: &Measure, today: Date) -> bool {
    let Some(end) = measure.period.and_then(|period| period.to).map(|end| end.last_day()) else {
        return false;
    };
    let answers = |state| matches!(state, State::Done | State::Stopped | State::Continued);
    let last_state = measure.statuses.iter().filter_map(|row| row.state).next_back();
    let told_later = measure.statuses.iter().filter_map(|row| row.on).any(|on| on.last_day() > end);
    end < today && !last_state.is_some_and(answers) && !told_later
}

/// The rule `area-without-event`. A plan without an annual wheel is not asked for one.
pub(super) fn area_without_event(input: &Input, diagnostics: &mut Diagnostics) {
    let plan = input.plan;
    if plan.of_kind(Kind::Event).next().is_none() {
        return;
    }
    let places: Vec<Place> = plan
        .entries
        .iter()
        .filter(|entry| matches!(&entry.details, Details::DevelopmentArea(area) if area.events.is_empty()))
        .map(|entry| Place::new(entry.span, entry.title.as_str()))
        .collect();
    let total = plan.of_kind(Kind::DevelopmentArea).count();
    let message = match &places[..] {
        [] => return,
        [only] => say!(
            nb: "Ingen aktivitet i årshjulet gjelder «{name}»",
            en: "No event of the annual wheel concerns “{name}”",
            name = only.name
        ),
        many if many.len() == total => say!(
            nb: "Ingen aktivitet i årshjulet sier hvilket utviklingsområde den gjelder",
            en: "No event of the annual wheel says which development area it concerns"
        ),
        many => say!(
            nb: "Ingen aktivitet i årshjulet gjelder {count} av planens {total} utviklingsområder",
            en: "No event of the annual wheel concerns {count} of the plan's {total} development areas",
            count = many.len()
        ),
    };
    let help = say!(
        nb: "Sett «områder» på aktivitetene, så ser leserne når på året det arbeides med hva.",
        en: "Set areas on the events, so that readers see what is worked on when."
    );
    gather::tell(&AREA_WITHOUT_EVENT, &places, (message, help), diagnostics);
}
