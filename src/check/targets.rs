//! Targets: whether they can be counted from where they say, whether their time is out, and whether they
//! lie the way that is said to be better.

use super::Input;
use super::gather::{self, Place};
use crate::diagnostic::rules::{TARGET_AGAINST_BETTER, TARGET_PASSED, UNKNOWN_FIGURE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Aim, Better, Entry, Indicator, Reading};
use crate::progress::{Unjudged, stretch};
use crate::say;
use crate::text::{Language, When};
use crate::words::{InWords, WithUnit};
use jiff::ToSpan;

fn targets<'a>(input: &'a Input) -> impl Iterator<Item = (&'a Entry, &'a Indicator, &'a Aim)> {
    input.plan.all().filter_map(|(_, entry)| {
        let indicator = entry.indicator()?;
        Some((entry, indicator, indicator.target.as_ref()?))
    })
}

/// The rule `unknown-figure` for a target's base: the plan's own series has no number to count from there.
pub(super) fn unknown_base(input: &Input, diagnostics: &mut Diagnostics) {
    for (entry, indicator, _) in targets(input) {
        let Err(Unjudged::NoBase(base)) = stretch(indicator) else { continue };
        let (name, nb, en) = (&entry.title, base.format(Language::Nb), base.format(Language::En));
        let message = say!(
            nb: "Måltallet for «{name}» regnes fra {nb}, men måleserien har ikke noe tall for {nb} som er eldre enn det siste",
            en: "The target of “{name}” is counted from {en}, but the series has no figure for {en} that is older than the latest"
        );
        let help = say!(
            nb: "Velg et basisår som har et tall, eller ta bort feltet: Da regnes det fra det første tallet i måleserien.",
            en: "Choose a base year that has a figure, or take the field away: then the first figure of the series is counted from."
        );
        diagnostics.push(Diagnostic::at(&UNKNOWN_FIGURE, entry.span, message).help(help));
    }
}

/// The rule `target-passed`: the target's time ended over a year ago, and no figure tells how it went.
/// Figures of a year come in the year after it; sooner, nobody has forgotten anything.
pub(super) fn target_passed(input: &Input, diagnostics: &mut Diagnostics) {
    let Ok(limit) = input.today.checked_sub(1.year()) else { return };
    let is_told = |indicator: &Indicator, year: When| {
        let own = indicator.series.own();
        let numbers = own
            .into_iter()
            .flat_map(|own| &own.observations)
            .filter(|one| matches!(one.value, Reading::Number(_) | Reading::Suppressed));
        numbers.filter_map(|one| one.time).any(|time| time.last_day() >= year.last_day())
    };
    let passed: Vec<(Place, When)> = targets(input)
        .filter_map(|(entry, indicator, aim)| {
            let year = aim.year.filter(|year| year.last_day() < limit)?;
            let place = Place::new(entry.span, entry.title.as_str());
            (!is_told(indicator, year)).then_some((place, year))
        })
        .collect();
    let places: Vec<Place> = passed.iter().map(|(place, _)| place.clone()).collect();
    let message = match &passed[..] {
        [] => return,
        [(only, year)] => {
            let (name, nb, en) = (&only.name, year.format(Language::Nb), year.format(Language::En));
            say!(
                nb: "Måltallet for «{name}» skulle vært nådd innen {nb}, og ikke noe tall sier hvordan det gikk",
                en: "The target of “{name}” should have been reached by {en}, and no figure tells how it went"
            )
        }
        many => say!(
            nb: "{count} måltall skulle vært nådd, og ikke noe tall sier hvordan det gikk",
            en: "{count} targets should have been reached, and no figure tells how it went",
            count = many.len()
        ),
    };
    let help = say!(
        nb: "Legg inn tallet, eller sett et nytt måltall. Finnes ikke tallet, si det i et funn og ta måltallet bort.",
        en: "Add the figure, or set a new target. If there is none, say so in a finding and take the target away."
    );
    gather::tell(&TARGET_PASSED, &places, (message, help), diagnostics);
}

/// The rule `target-against-better`: the target is worse than the figure that it is counted from.
pub(super) fn target_against_better(input: &Input, diagnostics: &mut Diagnostics) {
    for (entry, indicator, aim) in targets(input) {
        let Ok(stretch) = stretch(indicator) else { continue };
        let base = stretch.base;
        let (is_worse, better) = match indicator.better {
            Better::Higher => {
                (aim.value < base.value, say!(nb: "høyere er bedre", en: "higher is better"))
            }
            Better::Lower => {
                (aim.value > base.value, say!(nb: "lavere er bedre", en: "lower is better"))
            }
            Better::Neither => continue,
        };
        if !is_worse || aim.value.to_f64() == base.value.to_f64() {
            continue;
        }
        let name = &entry.title;
        let figure = |language| {
            let value = |number: crate::text::Number| {
                number.with_unit(indicator.decimals, &indicator.unit, language)
            };
            (value(aim.value), value(base.value), base.time.format(language))
        };
        let ((aim_nb, base_nb, nb), (aim_en, base_en, en)) =
            (figure(Language::Nb), figure(Language::En));
        let (better_nb, better_en) = (&better.nb, &better.en);
        let message = say!(
            nb: "Måltallet for «{name}» er {aim_nb}, og det er dårligere enn {base_nb} ({nb}): {better_nb}",
            en: "The target of “{name}” is {aim_en}, which is worse than {base_en} ({en}): {better_en}"
        );
        let help = say!(
            nb: "Se om «best» peker riktig vei, og om måltallet er skrevet riktig. Skal tallet bare holdes, velg et nyere basisår.",
            en: "See whether “better” points the right way, and whether the target is written right. If the figure is only to be held, choose a later base year."
        );
        diagnostics.push(Diagnostic::at(&TARGET_AGAINST_BETTER, entry.span, message).help(help));
    }
}
