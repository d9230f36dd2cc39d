//! What a reader of figures gives: series of observations, and the remarks that follow them.

use crate::text::{Number, Span, When};

/// An indicator's own series and its comparators, the own one first.
#[derive(Debug, Clone, Default)]
pub struct SeriesSet {
    /// The series.
    pub series: Vec<Series>,
    /// What the data's source says of them.
    pub notes: Vec<DataNote>,
    /// The unit that the file tells, for a plan that does not: "%", "kroner"; empty for bare counts.
    pub unit: String,
    /// The decimals that the file tells.
    pub decimals: Option<u8>,
}

/// Observations of one thing over time. Norwegian: *måleserie*.
#[derive(Debug, Clone)]
pub struct Series {
    /// "Landet", "KOSTRA-gruppe 7", or the municipality's own name.
    pub name: String,
    /// In order of time; those without a time last.
    pub observations: Vec<Observation>,
    /// Where what is counted changed: a merger of municipalities, a new definition. In order of time.
    pub breaks: Vec<Break>,
}

/// A break in a series: figures from here on are not the same thing as those before. Norwegian: *brudd*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The first time after it.
    pub from: When,
    /// What changed, plain text; empty when nobody says.
    pub why: String,
}

/// One data point. Norwegian: *måling*.
#[derive(Debug, Clone, Copy)]
pub struct Observation {
    /// When it was made; some plans do not say.
    pub time: Option<When>,
    /// What was found.
    pub value: Reading,
    /// Not yet revised by those who publish it. Norwegian: *foreløpig tall*.
    pub preliminary: bool,
    /// Where it stands.
    pub span: Span,
}

/// What an observation found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A number.
    Number(Number),
    /// Known, but not told: too few persons, or impossible. Norwegian: *skjult*.
    Suppressed,
    /// Not known. Norwegian: *mangler*.
    Missing,
}

/// A remark that follows the data to the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataNote {
    /// The remark, plain text.
    pub text: String,
}

impl SeriesSet {
    /// The plan's own series.
    #[must_use]
    pub fn own(&self) -> Option<&Series> {
        self.series.first()
    }

    /// Whether there is anything in it to show.
    #[must_use]
    pub fn has_observations(&self) -> bool {
        self.series.iter().any(|series| !series.observations.is_empty())
    }

    /// Every time that any of the series has, each once; what has no time comes last.
    #[must_use]
    pub fn times(&self) -> Vec<Option<When>> {
        let mut times: Vec<Option<When>> = Vec::new();
        for series in &self.series {
            let own = series.observations.iter().map(|one| one.time);
            // Most series of an indicator have the same times.
            if !own.clone().eq(times.iter().copied()) {
                times.extend(own);
            }
        }
        times.sort_by_key(|time| in_order(*time));
        times.dedup();
        times
    }

    /// The series with a name, whatever its case.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Series> {
        let name = name.to_lowercase();
        self.series.iter().find(|series| series.name.to_lowercase() == name)
    }
}

impl Series {
    /// A series without breaks, its observations put in order.
    #[must_use]
    pub fn new(name: String, mut observations: Vec<Observation>) -> Series {
        observations.sort_by_key(|one| in_order(one.time));
        Series { name, observations, breaks: Vec::new() }
    }

    /// The observation of a time.
    #[must_use]
    pub fn at(&self, time: Option<When>) -> Option<&Observation> {
        let before = |one: &Observation| in_order(one.time) < in_order(time);
        let place = self.observations.partition_point(before);
        self.observations.get(place).filter(|one| one.time == time)
    }

    /// The first observation of each time, in order.
    pub fn at_each_time(&self) -> impl Iterator<Item = &Observation> {
        let is_same = |one: &Observation, next: &Observation| one.time.cmp(&next.time).is_eq();
        self.observations.chunk_by(is_same).map(|same| &same[0])
    }

    /// The last observation that is a number.
    #[must_use]
    pub fn latest(&self) -> Option<(&Observation, Number)> {
        let numbers = self.observations.iter().filter_map(|observation| match observation.value {
            Reading::Number(number) => Some((observation, number)),
            Reading::Suppressed | Reading::Missing => None,
        });
        // A dated observation is newer than one without a date.
        numbers.max_by_key(|(observation, _)| observation.time)
    }
}

/// By what observations stand in order: what has no time comes last.
fn in_order(time: Option<When>) -> (bool, Option<When>) {
    (time.is_none(), time)
}
