//! Charts of indicators: the picture, a sentence that says the same, and what its marks mean.
//!
//! The sentence tells two figures of the plan's own series, and others' of the same time as the latter.
//! It never makes a development of a single figure, never compares years that differ, and begins after
//! the last break, since figures before one are of something else.

use super::{ChartView, Shown};
use crate::chart::{self, Chart, Frame, Name, Picture};
use crate::model::{Entry, Indicator, Observation, Reading, Series};
use crate::text::{Number, When};
use crate::words::WithUnit;

/// Which frames a chart is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// Both; the stylesheet shows the one that there is room for.
    Page,
    /// The narrow one: a card, or the whole plan, where a column of wide charts would fill many sheets.
    Card,
}

/// A dated figure.
#[derive(Debug, Clone, Copy)]
struct Dated {
    when: When,
    number: Number,
    preliminary: bool,
}

impl Shown<'_> {
    /// The chart of an indicator; none without figures. With an `id`, which must be unique in the page, its
    /// name stands in elements of its own.
    pub(super) fn chart(
        &self,
        entry: &Entry,
        indicator: &Indicator,
        room: Room,
        id: Option<&str>,
    ) -> Option<ChartView> {
        if !self.has_charts() {
            return None;
        }
        let chart = self.chart_of(indicator);
        let kind = chart::kind(&chart)?;
        let description = self.chart_description(indicator);
        let title = match indicator.unit.as_str() {
            "" => entry.title.clone(),
            unit => format!("{}, {unit}", entry.title),
        };
        let name = Name { title: &title, description: &description, id };
        let frames: &[Frame] = match room {
            Room::Page => &[Frame::Wide, Frame::Narrow],
            Room::Card => &[Frame::Narrow],
        };
        let svg = frames.iter().filter_map(|frame| chart::draw(&chart, *frame, &name)).collect();
        Some(ChartView {
            picture: picture_name(kind).to_string(),
            svg,
            notes: self.chart_notes(&chart),
            description,
        })
    }

    /// The small picture beside the latest figure; empty for fewer than two figures. SVG.
    pub(super) fn spark(&self, indicator: &Indicator) -> String {
        if !self.has_charts() {
            return String::new();
        }
        let description = self.chart_description(indicator);
        let name = Name { title: "", description: &description, id: None };
        chart::spark(&self.chart_of(indicator), &name).unwrap_or_default()
    }

    fn chart_of<'c>(&'c self, indicator: &'c Indicator) -> Chart<'c> {
        Chart {
            series: &indicator.series,
            unit: &indicator.unit,
            decimals: indicator.decimals,
            target: indicator.target,
            language: self.language(),
            words: self.words,
        }
    }

    // ---- what marks mean

    /// What `:` and `..` mean stands below the table of the same figures, and is said there alone.
    fn chart_notes(&self, chart: &Chart<'_>) -> Vec<String> {
        let marks = chart::marks(chart);
        let say = |is: bool, key: &str| is.then(|| self.say(key));
        let left_out = match marks.left_out {
            0 => None,
            1 => Some(self.say("chart_left_out_one")),
            many => Some(self.fill("chart_left_out_many", &[("count", &many.to_string())])),
        };
        [
            say(marks.cut, "chart_axis_cut"),
            say(marks.broken, "chart_broken"),
            say(marks.preliminary, "chart_preliminary"),
            say(marks.undated, "chart_undated"),
            left_out,
        ]
        .into_iter()
        .flatten()
        .chain(marks.broken.then(|| self.reasons(chart)).into_iter().flatten())
        .collect()
    }

    /// What changed at the breaks, where anybody says.
    fn reasons(&self, chart: &Chart<'_>) -> Vec<String> {
        let breaks = chart.series.series.iter().flat_map(|one| &one.breaks);
        let mut told: Vec<String> = breaks
            .filter(|one| !one.why.is_empty())
            .map(|one| {
                let values = [("time", &*self.when(one.from)), ("why", &*one.why)];
                self.fill("chart_broken_from", &values)
            })
            .collect();
        told.dedup();
        told
    }

    // ---- the sentence

    /// What the figures say: "Eksempelvik gikk fra 72,9 % i 2020 til 79,8 % i 2022; landet 78,1 %."
    pub(super) fn chart_description(&self, indicator: &Indicator) -> String {
        let Some(own) = indicator.series.own() else { return String::new() };
        let dated = dated(own);
        let figures = Figures { shown: *self, indicator };
        let mut sentences = match (dated.last(), own.latest()) {
            (Some(last), _) => {
                let from = own.breaks.iter().map(|one| one.from).rfind(|from| *from <= last.when);
                let first = dated.iter().find(|one| from.is_none_or(|from| from <= one.when));
                let told = figures.went(own, first.unwrap_or(last), last);
                let is_broken =
                    dated.first().is_some_and(|one| Some(one.when) != first.map(|f| f.when));
                let since = first.filter(|_| is_broken).map(|first| {
                    self.fill("chart_since_break", &[("then", &self.when(first.when))])
                });
                std::iter::once(told).chain(since).collect()
            }
            (None, Some((observation, number))) => {
                let last = figures.value(number, observation.preliminary);
                let values = [("name", &*own.name), ("last", &*last)];
                let told = self.fill("chart_had_undated", &values);
                vec![figures.beside(told, None)]
            }
            (None, None) => vec![figures.others_only(own)],
        };
        sentences.extend(indicator.target.map(|aim| figures.aim(aim.value, aim.year)));
        sentences.retain(|sentence| !sentence.is_empty());
        sentences.iter().map(|sentence| format!("{sentence}.")).collect::<Vec<_>>().join(" ")
    }
}

/// Tells the figures of an indicator in words.
struct Figures<'f> {
    shown: Shown<'f>,
    indicator: &'f Indicator,
}

impl Figures<'_> {
    /// From one figure to another, or the one that there is; then others of the same time.
    fn went(&self, own: &Series, first: &Dated, last: &Dated) -> String {
        let (from, to) = (self.dated(first), self.dated(last));
        let (then, now) = (self.at(first.when), self.at(last.when));
        let key = match () {
            () if first.when == last.when => "chart_had",
            () if from == to => "chart_same",
            () => "chart_went",
        };
        let values =
            [("name", &*own.name), ("first", &from), ("then", &then), ("last", &to), ("now", &now)];
        self.beside(self.shown.fill(key, &values), Some(last.when))
    }

    /// With comparators of a time: "; landet 78,1 %".
    fn beside(&self, sentence: String, when: Option<When>) -> String {
        match self.others(when) {
            others if others.is_empty() => sentence,
            others => format!("{sentence}; {others}"),
        }
    }

    fn others(&self, when: Option<When>) -> String {
        let others = self.indicator.series.series.iter().skip(1).filter_map(|series| {
            let (number, preliminary) = number(series.at(when)?)?;
            let name = self.shown.within(&series.name);
            Some(format!("{name} {}", self.value(number, preliminary)))
        });
        others.collect::<Vec<_>>().join(", ")
    }

    /// Where the plan's own series has nothing to show, but others have.
    fn others_only(&self, own: &Series) -> String {
        let all = &self.indicator.series.series;
        let Some((observation, _)) = all.iter().find_map(Series::latest) else {
            return String::new();
        };
        let others = self.others(observation.time);
        let now = observation.time.map(|time| self.at(time)).unwrap_or_default();
        let values = [("name", &*own.name), ("others", &others), ("now", &now)];
        self.shown.fill("chart_others_only", &values).trim_end().to_string()
    }

    fn aim(&self, value: Number, year: Option<When>) -> String {
        let value = self.value(value, false);
        match year {
            Some(year) => {
                let time = self.shown.when(year);
                self.shown.fill("chart_aim_by", &[("value", &value), ("time", &time)])
            }
            None => self.shown.fill("chart_aim", &[("value", &value)]),
        }
    }

    fn dated(&self, one: &Dated) -> String {
        self.value(one.number, one.preliminary)
    }

    fn value(&self, number: Number, preliminary: bool) -> String {
        let indicator = self.indicator;
        let language = self.shown.language();
        let value = number.with_unit(indicator.decimals, &indicator.unit, language);
        if preliminary {
            self.shown.words.fill("chart_is_preliminary", &[("value", &value)])
        } else {
            value
        }
    }

    /// "i 2020", "i skoleåret 2019/2020", "i perioden 2016–2019", "18. juni 2020".
    fn at(&self, when: When) -> String {
        let key = match when {
            When::Year(_) | When::Month(..) | When::Quarter(..) => "chart_in",
            When::SchoolYear(_) => "chart_in_school_year",
            When::Years(..) => "chart_in_years",
            When::Day(_) | When::Moment(_) => "chart_on",
        };
        self.shown.words.fill(key, &[("time", &self.shown.when(when))])
    }
}

/// The dated figures of a series, in order.
fn dated(series: &Series) -> Vec<Dated> {
    let dated = series.observations.iter().filter_map(|one| {
        let (number, preliminary) = number(one)?;
        Some(Dated { when: one.time?, number, preliminary })
    });
    dated.collect()
}

fn number(observation: &Observation) -> Option<(Number, bool)> {
    match observation.value {
        Reading::Number(number) => Some((number, observation.preliminary)),
        Reading::Suppressed | Reading::Missing => None,
    }
}

fn picture_name(picture: Picture) -> &'static str {
    match picture {
        Picture::Line => "line",
        Picture::Bars => "bars",
        Picture::Share => "share",
        Picture::Single => "single",
    }
}
