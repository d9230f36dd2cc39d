//! Indicators: where their figures are from, how old they are, and when they were taken.

use super::Input;
use super::gather::{Place, by_key, gather, home};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::rules::{
    INDICATOR_WITHOUT_SOURCE, OBSERVATION_WITHOUT_YEAR, STALE_INDICATOR,
};
use crate::model::{Details, Entry, Indicator, Plan, Reading};
use crate::say;
use crate::text::{Language, When};
use jiff::ToSpan;

fn indicators(plan: &Plan) -> impl Iterator<Item = (&Entry, &Indicator)> {
    plan.entries.iter().filter_map(|entry| match &entry.details {
        Details::Indicator(indicator) => Some((entry, &**indicator)),
        _ => None,
    })
}

/// The rule `indicator-without-source`: once for a register or folder, where one line mends them all.
pub(super) fn indicator_without_source(input: &Input, diagnostics: &mut Diagnostics) {
    let lacking = indicators(input.plan)
        .filter(|(_, indicator)| indicator.sources.is_empty())
        .map(|(entry, _)| (home(input, entry.span), Place::new(entry.span, entry.title.as_str())));
    for (home, places) in by_key(lacking) {
        let message = match &places[..] {
            [only] => say!(
                nb: "Indikatoren «{name}» har ingen kilde",
                en: "The indicator “{name}” has no source",
                name = only.name
            ),
            many => say!(
                nb: "{count} indikatorer i {home} har ingen kilde",
                en: "{count} indicators in {home} have no source",
                count = many.len()
            ),
        };
        let told = gather(&INDICATOR_WITHOUT_SOURCE, &places, message).map(|told| {
            told.help(say!(
                nb: "Sett source (kilde) på hver, eller én gang for alle under [defaults] (standard).",
                en: "Set source on each, or once for all under [defaults]."
            ))
        });
        told.into_iter().for_each(|told| diagnostics.push(told));
    }
}

/// The rule `stale-indicator`: the plan's own last dated figure is over two years old.
pub(super) fn stale_indicator(input: &Input, diagnostics: &mut Diagnostics) {
    let Ok(limit) = input.today.checked_sub(2.years()) else { return };
    let stale: Vec<(Place, When)> = indicators(input.plan)
        .filter_map(|(entry, indicator)| {
            let latest = last_time(indicator).filter(|latest| latest.last_day() < limit)?;
            Some((Place::new(entry.span, entry.title.as_str()), latest))
        })
        .collect();
    let places: Vec<Place> = stale.iter().map(|(place, _)| place.clone()).collect();
    let message = match &stale[..] {
        [] => return,
        [(only, latest)] => {
            let (name, nb, en) =
                (&only.name, latest.format(Language::Nb), latest.format(Language::En));
            say!(
                nb: "Siste tall for «{name}» er fra {nb}, over to år siden",
                en: "The latest figure of “{name}” is from {en}, over two years ago"
            )
        }
        many => say!(
            nb: "{count} indikatorer har ikke fått nye tall på over to år",
            en: "{count} indicators have had no new figures for over two years",
            count = many.len()
        ),
    };
    let told = gather(&STALE_INDICATOR, &places, message).map(|told| {
        told.help(say!(
            nb: "Legg inn nyere tall hvis kilden har dem. Har den ikke det, si det i funnet.",
            en: "Add newer figures if the source has them. If it has none, say so in the finding."
        ))
    });
    told.into_iter().for_each(|told| diagnostics.push(told));
}

/// The time of the last figure of the plan's own series. Indicators in words, or without years, have none.
fn last_time(indicator: &Indicator) -> Option<When> {
    let observations = &indicator.series.own()?.observations;
    let numbers = observations.iter().filter(|one| matches!(one.value, Reading::Number(_)));
    numbers.filter_map(|one| one.time).max_by_key(|time| time.last_day())
}

/// The rule `observation-without-year`: once for an indicator.
pub(super) fn observation_without_year(input: &Input, diagnostics: &mut Diagnostics) {
    for (entry, indicator) in indicators(input.plan) {
        let observations = indicator.series.series.iter().flat_map(|series| &series.observations);
        let mut places: Vec<Place> = observations
            .filter(|one| one.time.is_none() && matches!(one.value, Reading::Number(_)))
            .map(|one| Place::new(one.span, ""))
            .collect();
        places.sort_by_key(|place| place.span);
        let name = &entry.title;
        let message = match places.len() {
            0 => continue,
            1 => {
                say!(nb: "Tallet for «{name}» har ikke år", en: "The figure of “{name}” has no year")
            }
            count => say!(
                nb: "{count} tall for «{name}» har ikke år",
                en: "{count} figures of “{name}” have no year"
            ),
        };
        let told = gather(&OBSERVATION_WITHOUT_YEAR, &places, message).map(|told| {
            told.help(say!(
                nb: "Skriv året hvis det er kjent. Uten år står det «år ikke oppgitt», og det blir ikke noe diagram.",
                en: "Write the year if it is known. Without it the page says so, and there is no chart."
            ))
        });
        told.into_iter().for_each(|told| diagnostics.push(told));
    }
}
