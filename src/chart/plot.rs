//! What there is to draw: the series as lines in pieces, and what interrupts them.
//!
//! A line is broken where a figure is held back or missing, and where the series says that something else is counted
//! from then on. It is not broken between two surveys with years between them: nobody measured in those years.
//! Figures without a time have no place on a line of time; the table tells them.

use super::Chart;
use crate::model::{Observation, Reading, Series};
use crate::text::{Number, When};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Series that one chart can tell apart, the plan's own among them.
pub(super) const MOST_LINES: usize = 6;

/// A figure with its place in time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) when: When,
    /// In years.
    pub(super) time: f64,
    pub(super) number: Number,
    pub(super) value: f64,
    pub(super) preliminary: bool,
}

/// A series, as it is drawn.
#[derive(Debug)]
pub(super) struct Line<'c> {
    pub(super) name: &'c str,
    /// 0 for the plan's own: how it is drawn follows from this.
    pub(super) place: usize,
    /// Points in order of time, in pieces between which there is no line.
    pub(super) pieces: Vec<Vec<Point>>,
}

/// A time at which there ought to be a figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    pub(super) mark: &'static str,
    /// Whether it is the plan's own series that lacks it.
    pub(super) own: bool,
    pub(super) when: When,
}

/// All that a chart shows.
#[derive(Debug)]
pub(super) struct Plot<'c> {
    /// Those that have any dated figure.
    pub(super) lines: Vec<Line<'c>>,
    pub(super) gaps: Vec<Gap>,
    /// The middles between the last figure before a break and the first after it, in years.
    pub(super) breaks: Vec<f64>,
}

impl Line<'_> {
    pub(super) fn points(&self) -> impl DoubleEndedIterator<Item = &Point> {
        self.pieces.iter().flatten()
    }

    pub(super) fn last(&self) -> Option<&Point> {
        self.pieces.last()?.last()
    }
}

impl Plot<'_> {
    pub(super) fn own(&self) -> Option<&Line<'_>> {
        self.lines.first().filter(|line| line.place == 0)
    }

    pub(super) fn points(&self) -> impl Iterator<Item = &Point> {
        self.lines.iter().flat_map(Line::points)
    }

    /// The times of figures and of gaps, each once, in order.
    pub(super) fn times(&self) -> Vec<When> {
        let points = self.points().map(|point| point.when);
        let mut times: Vec<When> = points.chain(self.gaps.iter().map(|gap| gap.when)).collect();
        times.sort_unstable();
        times.dedup();
        times
    }
}

/// What is to be drawn of a chart.
pub(super) fn plot<'c>(chart: &Chart<'c>) -> Plot<'c> {
    let mut lines = Vec::new();
    let mut gaps: BTreeMap<When, Gap> = BTreeMap::new();
    let mut breaks = Vec::new();
    for (place, series) in chart.series.series.iter().take(MOST_LINES).enumerate() {
        let pieces = pieces(series, &mut breaks);
        let has_figures = !pieces.is_empty();
        if has_figures || place == 0 {
            for gap in gaps_of(series, place == 0) {
                gaps.entry(gap.when).or_insert(gap);
            }
        }
        if has_figures {
            lines.push(Line { name: &series.name, place, pieces });
        }
    }
    breaks.sort_by(f64::total_cmp);
    breaks.dedup();
    Plot { lines, gaps: gaps.into_values().collect(), breaks }
}

/// The dated figures of a series, in pieces; where a piece ends at a break it is told.
fn pieces(series: &Series, breaks: &mut Vec<f64>) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut is_open = false;
    for observation in &series.observations {
        let Some(when) = observation.time else { continue };
        let Some(point) = point(observation, when) else {
            is_open = false;
            continue;
        };
        let last = pieces.last().and_then(|piece| piece.last()).copied();
        if let Some(last) = last.filter(|last| is_broken(series, last.when, when)) {
            breaks.push(f64::midpoint(last.time, point.time));
            is_open = false;
        }
        match pieces.last_mut().filter(|_| is_open) {
            Some(piece) => piece.push(point),
            None => pieces.push(vec![point]),
        }
        is_open = true;
    }
    pieces
}

fn is_broken(series: &Series, last: When, next: When) -> bool {
    series.breaks.iter().any(|one| last < one.from && one.from <= next)
}

fn point(observation: &Observation, when: When) -> Option<Point> {
    let Reading::Number(number) = observation.value else { return None };
    let (time, value) = (position(when), number.to_f64());
    Some(Point { when, time, number, value, preliminary: observation.preliminary })
}

/// Figures that are held back or missing. Others' count where they interrupt a line; a comparator that begins late or
/// ends early lacks nothing.
fn gaps_of(series: &Series, own: bool) -> impl Iterator<Item = Gap> {
    let all = &series.observations;
    let is_number = |one: &Observation| matches!(one.value, Reading::Number(_));
    let first = all.iter().position(is_number).unwrap_or(0);
    let last = all.iter().rposition(is_number).unwrap_or(0);
    all.iter().enumerate().filter_map(move |(at, one)| {
        let mark = match one.value {
            Reading::Number(_) => return None,
            Reading::Suppressed => super::SUPPRESSED,
            Reading::Missing => super::MISSING,
        };
        let counts = own || (first < at && at < last);
        one.time.filter(|_| counts).map(|when| Gap { mark, own, when })
    })
}

/// The middle of a time, in years: uneven distances stay uneven.
pub(super) fn position(when: When) -> f64 {
    let years = |day: Date, after: i16| {
        let through = f64::from(day.day_of_year() - 1 + after) / f64::from(day.days_in_year());
        f64::from(day.year()) + through
    };
    f64::midpoint(years(when.first_day(), 0), years(when.last_day(), 1))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{chart, series_set};
    use super::*;

    fn told(rows: &str) -> String {
        let set = series_set(rows);
        let plot = plot(&chart(&set));
        let piece = |piece: &Vec<Point>| {
            piece.iter().map(|point| point.when.iso()).collect::<Vec<_>>().join(" ")
        };
        let line = |line: &Line<'_>| {
            let pieces: Vec<String> = line.pieces.iter().map(piece).collect();
            format!("{}: {}", line.name, pieces.join(" | "))
        };
        let lines: Vec<String> = plot.lines.iter().map(line).collect();
        let gaps: Vec<String> = plot
            .gaps
            .iter()
            .map(|gap| format!("{} {} {}", gap.when.iso(), gap.mark, gap.own))
            .collect();
        format!("{}; {}; {:?}", lines.join("; "), gaps.join(", "), plot.breaks)
    }

    #[test]
    fn lines_are_broken_where_something_is_lacking() {
        assert_eq!(
            told("A 2019=1 2020=2 2021=: 2022=4 2023=..\nB 2019=.. 2020=1 2021=.. 2022=1"),
            "A: 2019 2020 | 2022; B: 2020 | 2022; 2021 : true, 2023 .. true; []"
        );
        assert_eq!(told("A 2019=1 !2020=2 2021=3"), "A: 2019 | 2020 2021; ; [2020.0]");
        assert_eq!(told("A 2019=: 2020=:\nB 2019=1"), "B: 2019; 2019 : true, 2020 : true; []");
        assert_eq!(told("A ?=4 2019=1"), "A: 2019; ; []");
    }

    #[test]
    fn time_is_where_it_is() {
        let at = |written: &str| position(When::parse(written).unwrap());
        assert!((at("2020") - 2020.5).abs() < 0.001);
        assert!((at("2019/2020") - 2020.08).abs() < 0.01);
        assert!(at("2020-01") < at("2020-01-31") && at("2020-01-31") < at("2020"));
    }
}
