//! The figures of an indicator: years, the plan's own series and one or two to compare with.

use super::rng::{Purpose, Rng};

/// The plan's own series.
pub const OWN: &str = "Eksempelvik";
/// The last year with figures.
pub const LAST_YEAR: usize = 2025;

/// An indicator's figures, in tenths of the unit.
#[derive(Debug)]
pub struct Figures {
    /// The years, the oldest first.
    pub years: Vec<usize>,
    /// Each series with a figure for each year; the first is the plan's own.
    pub series: Vec<(&'static str, Vec<Option<usize>>)>,
    /// The unit.
    pub unit: &'static str,
}

impl Figures {
    /// The figures of page `n`.
    pub fn of(seed: u64, n: usize) -> Self {
        let mut rng = Rng::new(seed, Purpose::Series, n);
        let years: Vec<usize> = (rng.between(2014, 2019)..=LAST_YEAR).collect();
        let names: &[&str] =
            if rng.chance(60) { &[OWN, "Landet", "Fylket"] } else { &[OWN, "Landet"] };
        let unit = if rng.chance(70) { "%" } else { "poeng" };
        let series = names.iter().map(|name| (*name, walk(&mut rng, years.len()))).collect();
        Self { years, series, unit }
    }

    /// The figure of a series in the last year, which is never missing.
    pub fn last(&self, series: usize) -> usize {
        self.series[series].1.last().copied().flatten().unwrap_or_default()
    }

    /// The figure with its unit, as the plan's readers see it.
    pub fn shown(&self, series: usize) -> String {
        format!("{} {}", tenths(self.last(series)), self.unit)
    }
}

/// A figure as Norwegians write it: 72,9.
pub fn tenths(figure: usize) -> String {
    format!("{},{}", figure / 10, figure % 10)
}

/// A walk of small steps; a year before the last is missing now and then.
fn walk(rng: &mut Rng, years: usize) -> Vec<Option<usize>> {
    let mut figure = rng.between(450, 850);
    (1..=years)
        .map(|year| {
            figure = (figure + rng.below(51)).saturating_sub(25).clamp(100, 990);
            (year == years || !rng.chance(4)).then_some(figure)
        })
        .collect()
}
