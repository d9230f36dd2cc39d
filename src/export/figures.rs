//! An indicator's figures as its page shows them: the same times, the same rounding, the same marks.
//!
//! Every form of open data is written from these rows, so that no two of them can differ.

use std::collections::HashMap;

use crate::model::{Break, Indicator, Observation, Reading, Series};
use crate::text::{Number, When};

/// One figure of one series.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'p> {
    /// The place of the series among the indicator's.
    pub series: usize,
    /// When it was observed.
    pub time: Option<When>,
    /// The number, rounded as on the page; none when it is held back or not known.
    pub value: Option<Number>,
    /// Why there is no number, or what is to be known of it.
    pub status: Option<Status>,
    /// What changed from here on.
    pub broken: Option<&'p Break>,
}

/// What is to be known of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub(super) enum Status {
    Suppressed,
    Missing,
    Preliminary,
}

impl Status {
    /// Its name in English, for programs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Status::Suppressed => "suppressed",
            Status::Missing => "missing",
            Status::Preliminary => "preliminary",
        }
    }
}

/// Every figure of an indicator: series by series, in order of time.
pub(super) fn rows(indicator: &Indicator) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (place, series) in indicator.series.series.iter().enumerate() {
        let broken = first_after_breaks(series);
        rows.extend(series.at_each_time().map(|one| {
            let broken = one.time.and_then(|time| broken.get(&time).copied());
            Row { broken, ..row(place, one, indicator.decimals) }
        }));
    }
    rows
}

fn row(place: usize, observation: &Observation, decimals: Option<u8>) -> Row<'static> {
    let (value, status) = match observation.value {
        Reading::Number(number) => {
            let number = decimals.map_or(number, |decimals| number.round(decimals));
            (Some(number), observation.preliminary.then_some(Status::Preliminary))
        }
        Reading::Suppressed => (None, Some(Status::Suppressed)),
        Reading::Missing => (None, Some(Status::Missing)),
    };
    Row { series: place, time: observation.time, value, status, broken: None }
}

/// The first time after each break that the series was observed at, with the break.
fn first_after_breaks(series: &Series) -> HashMap<When, &Break> {
    let times = || series.observations.iter().filter_map(|one| one.time);
    let first = |one: &Break| times().filter(|time| *time >= one.from).min();
    // Of two breaks between two observations the first is told.
    series.breaks.iter().rev().filter_map(|one| Some((first(one)?, one))).collect()
}
