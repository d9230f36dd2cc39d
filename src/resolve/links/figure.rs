//! Figures in running text: `[[entry=2020 Landet]]`.

use super::Linker;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::{UNKNOWN_FIGURE, WRONG_KIND};
use crate::model::{EntryId, IndicatorId, Link, Observation, Reading, Series};
use crate::say;
use crate::text::{Language, Span, When};
use crate::vocabulary::Kind;
use crate::words::{InWords, WithUnit};

impl Linker<'_> {
    pub(super) fn figure(
        &self,
        entry: EntryId,
        time: &str,
        series: &str,
        span: Span,
    ) -> Result<Link, Box<Diagnostic>> {
        let found = self.plan.entry(entry);
        let typed = IndicatorId::of(entry, Kind::Indicator);
        let Some((indicator, id)) = found.indicator().zip(typed) else {
            let title = &found.title;
            let message = say!(
                nb: "«{title}» er ingen indikator og har ingen tall",
                en: "“{title}” is no indicator and has no figures"
            );
            return Err(Box::new(Diagnostic::at(&WRONG_KIND, span, message)));
        };
        let set = &indicator.series;
        let chosen = if series.is_empty() { set.own() } else { set.named(series) };
        let Some(chosen) = chosen else {
            let all: Vec<&str> = set.series.iter().map(|one| one.name.as_str()).collect();
            return Err(unknown_series(series, &all.join(", "), span));
        };
        let language = self.plan.settings.language;
        let observation =
            observation(chosen, time).ok_or_else(|| unknown_time(chosen, time, span, language))?;
        let Reading::Number(number) = observation.value else {
            let message = say!(
                nb: "Tallet mangler eller er skjult, og kan ikke vises i teksten",
                en: "The figure is missing or suppressed, and can't be shown in the text"
            );
            return Err(Box::new(Diagnostic::at(&UNKNOWN_FIGURE, span, message)));
        };
        let shown = number.with_unit(indicator.decimals, &indicator.unit, language);
        Ok(Link::Figure { indicator: id, shown })
    }
}

/// The observation of a time, or the only one.
fn observation<'s>(series: &'s Series, time: &str) -> Option<&'s Observation> {
    if time.is_empty() {
        return series.observations.first().filter(|_| series.observations.len() == 1);
    }
    series.at(Some(When::parse(time).ok()?))
}

fn unknown_series(series: &str, all: &str, span: Span) -> Box<Diagnostic> {
    let diagnostic = if all.is_empty() {
        let message = say!(nb: "Indikatoren har ingen tall", en: "The indicator has no figures");
        Diagnostic::at(&UNKNOWN_FIGURE, span, message)
    } else {
        let message = say!(
            nb: "Måleserien «{series}» finnes ikke her",
            en: "There is no series “{series}” here"
        );
        Diagnostic::at(&UNKNOWN_FIGURE, span, message)
            .help(say!(nb: "Her er: {all}", en: "Here are: {all}"))
    };
    Box::new(diagnostic)
}

fn unknown_time(series: &Series, time: &str, span: Span, language: Language) -> Box<Diagnostic> {
    let times = series.observations.iter().filter_map(|one| one.time);
    let times: Vec<String> = times.map(|time| time.format(language)).collect();
    let (name, times) = (&series.name, times.join(", "));
    let message = if time.is_empty() {
        say!(
            nb: "Måleserien «{name}» har flere tall; si hvilket år",
            en: "The series “{name}” has several figures; say which year"
        )
    } else {
        say!(
            nb: "Måleserien «{name}» har ikke noe tall for {time}",
            en: "The series “{name}” has no figure for {time}"
        )
    };
    let help = say!(nb: "Den har tall for: {times}", en: "It has figures for: {times}");
    Box::new(Diagnostic::at(&UNKNOWN_FIGURE, span, message).help(help))
}
