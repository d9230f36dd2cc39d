//! Indicators: where their figures are from, how old they are, when they were taken, and how they stand to
//! those of others.

use super::Input;
use super::gather::{self, Place, by_key, home};
use crate::diagnostic::rules::{
    FIGURE_DIFFERS, INDICATOR_WITHOUT_SOURCE, OBSERVATION_WITHOUT_YEAR, STALE_INDICATOR,
    UNREADABLE_DATA,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Comparison, Details, Entry, Finding, Indicator, Order, Plan, Reading, Series};
use crate::say;
use crate::text::{Language, Number, When};
use crate::words::{InWords, WithUnit};
use jiff::ToSpan;

fn indicators(plan: &Plan) -> impl Iterator<Item = (&Entry, &Indicator)> {
    plan.all().filter_map(|(_, entry)| match &entry.details {
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
        let help = say!(
            nb: "Sett «kilde» på hver, eller én gang for alle under [standard].",
            en: "Set source on each, or once for all under [defaults]."
        );
        gather::tell(&INDICATOR_WITHOUT_SOURCE, &places, (message, help), diagnostics);
    }
}

/// The rule `stale-indicator`: the plan's own last dated figure is over two years old.
pub(super) fn stale_indicator(input: &Input, diagnostics: &mut Diagnostics) {
    let Ok(limit) = input.today.checked_sub(2.years()) else { return };
    let stale: Vec<(Place, When)> = indicators(input.plan)
        .filter_map(|(entry, indicator)| {
            let latest = last_time(indicator).filter(|latest| latest.last_day() < limit)?;
            if is_unreadable(indicator, diagnostics) {
                return None;
            }
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
    let help = say!(
        nb: "Legg inn nyere tall hvis kilden har dem. Har den ikke det, si det i funnet.",
        en: "Add newer figures if the source has them. If it has none, say so in the finding."
    );
    gather::tell(&STALE_INDICATOR, &places, (message, help), diagnostics);
}

/// The last time in the plan's own series. Indicators in words, or without years, have none.
///
/// A time whose figure is hidden or not known is recent all the same: somebody keeps the series.
fn last_time(indicator: &Indicator) -> Option<When> {
    let observations = &indicator.series.own()?.observations;
    let has_figures = observations.iter().any(|one| matches!(one.value, Reading::Number(_)));
    let times = observations.iter().filter(|_| has_figures).filter_map(|one| one.time);
    times.max_by_key(|time| time.last_day())
}

/// Whether a cell beside an indicator's figures could not be read: then the newest may be missing.
fn is_unreadable(indicator: &Indicator, diagnostics: &Diagnostics) -> bool {
    let observations = indicator.series.series.iter().flat_map(|series| &series.observations);
    let mut files = observations.map(|one| one.span.file);
    let told = || diagnostics.all().iter().filter(|told| told.rule.name == UNREADABLE_DATA.name);
    files.any(|file| told().any(|told| told.span.is_some_and(|span| span.file == file)))
}

/// What is said to be above, below or equal, and is not: the rule `figure-differs` for findings.
///
/// Indicators in words pass, and so does what has no figures for one time in both series.
pub(super) fn compared_differs(input: &Input, diagnostics: &mut Diagnostics) {
    for (entry, indicator) in indicators(input.plan) {
        for finding in &indicator.findings {
            let Some(comparison) = &finding.compared else { continue };
            let told = compared(entry, indicator, finding, comparison, input.plan);
            told.into_iter().for_each(|told| diagnostics.push(told));
        }
    }
}

fn compared(
    entry: &Entry,
    indicator: &Indicator,
    finding: &Finding,
    comparison: &Comparison,
    plan: &Plan,
) -> Option<Diagnostic> {
    let with = comparison.with.trim();
    let own = indicator.series.own()?;
    let Some(other) = indicator.series.named(with) else {
        // One series alone is compared with what has none; and one may compare with an earlier year.
        let is_series = indicator.series.series.len() > 1
            && !with.is_empty()
            && !with.contains(|letter: char| letter.is_ascii_digit())
            || resembles(indicator, with);
        return is_series.then(|| unknown_series(entry, indicator, finding, with));
    };
    let figures = spoken_of(common(own, other), finding.on);
    let decimals = indicator.decimals;
    let is_wrong =
        |(_, own, other): &(When, Number, Number)| !stands(*own, *other, comparison.is, decimals);
    let (time, own, other) = figures.iter().all(is_wrong).then(|| figures.last().copied())??;
    let language = plan.settings.language;
    let say = |number: Number| number.with_unit(decimals, &indicator.unit, language);
    let (own, other, title) = (say(own), say(other), &entry.title);
    let (nb_order, en_order) = match comparison.is {
        Order::Above => ("over", "above"),
        Order::Below => ("under", "below"),
        Order::Equal => ("lik", "equal to"),
    };
    let (nb, en) = (time.format(Language::Nb), time.format(Language::En));
    let told = Diagnostic::at(
        &FIGURE_DIFFERS,
        finding.span,
        say!(
            nb: "Funnet sier at «{title}» er {nb_order} «{with}», men tallene for {nb} er {own} og {other}",
            en: "The finding says that “{title}” is {en_order} “{with}”, but the figures of {en} are {own} and {other}"
        ),
    );
    Some(told.help(say!(
        nb: "Rett «er» i «sammenlignet», eller rett tallene.",
        en: "Correct is in compared, or correct the figures."
    )))
}

/// Whether a name with a digit in it is a slip of a series' name: "KOSTRA-gruppe 8" for 7.
fn resembles(indicator: &Indicator, with: &str) -> bool {
    let letters = |name: &str| -> String {
        let kept = name.chars().filter(|letter| letter.is_alphabetic());
        kept.flat_map(char::to_lowercase).collect()
    };
    let with = letters(with);
    let others = indicator.series.series.iter().skip(1);
    !with.is_empty() && others.into_iter().any(|series| letters(&series.name) == with)
}

fn unknown_series(
    entry: &Entry,
    indicator: &Indicator,
    finding: &Finding,
    with: &str,
) -> Diagnostic {
    let title = &entry.title;
    let others = indicator.series.series.iter().skip(1);
    let names = others.map(|series| series.name.as_str()).collect::<Vec<_>>().join(", ");
    Diagnostic::at(
        &FIGURE_DIFFERS,
        finding.span,
        say!(
            nb: "Funnet sammenligner «{title}» med «{with}», som ikke er en av måleseriene",
            en: "The finding compares “{title}” with “{with}”, which is none of its series"
        ),
    )
    .help(say!(
        nb: "Skriv navnet som i måleserien ({names}), eller legg inn tall for «{with}».",
        en: "Write the name as in the series ({names}), or add figures for “{with}”."
    ))
}

/// The times that have a number in both series, with both numbers.
fn common(own: &Series, other: &Series) -> Vec<(When, Number, Number)> {
    let pairs = own.observations.iter().filter_map(|one| {
        let time = one.time?;
        match (one.value, other.at(Some(time))?.value) {
            (Reading::Number(own), Reading::Number(other)) => Some((time, own, other)),
            _ => None,
        }
    });
    pairs.collect()
}

/// The figures that a finding of a time may speak of. Without a time, the latest; with a year, those of that
/// year; a finding of a day may still tell of the year before, whose figures had just come.
fn spoken_of(
    figures: Vec<(When, Number, Number)>,
    on: Option<When>,
) -> Vec<(When, Number, Number)> {
    let last_day = |(time, ..): &(When, Number, Number)| time.last_day();
    let Some(on) = on else {
        return figures.into_iter().max_by_key(last_day).into_iter().collect();
    };
    let is_of_year = matches!(on, When::Year(_) | When::SchoolYear(_) | When::Years(..));
    let (first, last) = (on.first_day(), on.last_day());
    let before = figures.iter().map(|(time, ..)| *time).filter(|time| {
        !is_of_year && time.last_day() < first && time.last_day().year() >= first.year() - 1
    });
    let before = before.max_by_key(|time| time.last_day());
    let fits =
        |time: When| time.first_day() <= last && first <= time.last_day() || Some(time) == before;
    figures.into_iter().filter(|(time, ..)| fits(*time)).collect()
}

/// Whether two figures stand as a finding says. Figures within two per cent of each other may be called
/// equal, and a difference that the page does not show is none.
fn stands(own: Number, other: Number, is: Order, decimals: Option<u8>) -> bool {
    let shown = |number: Number| decimals.map_or(number, |decimals| number.round(decimals));
    let (a, b) = (own.to_f64(), other.to_f64());
    match is {
        Order::Above => own > other,
        Order::Below => own < other,
        Order::Equal => {
            shown(own).cmp(&shown(other)).is_eq() || (a - b).abs() <= a.abs().max(b.abs()) * 0.02
        }
    }
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
        let help = say!(
            nb: "Skriv året hvis det er kjent. Uten år står det «år ikke oppgitt», og det blir ikke noe diagram.",
            en: "Write the year if it is known. Without it the page says so, and there is no chart."
        );
        gather::tell(&OBSERVATION_WITHOUT_YEAR, &places, (message, help), diagnostics);
    }
}
