//! How far an indicator has come towards its target, as far as figures alone can tell it.
//!
//! The method is that of Eurostat's monitoring of the UN's sustainable development goals (also used by
//! Open SDG): the yearly growth from the base to the latest figure, divided by the yearly growth that
//! would have led from the base to the target in time. At 95 % the pace is right, from 60 % it is
//! somewhat slow, from 0 % too slow, and below 0 the figures move away. Growth in per cent has no
//! meaning where a figure is zero or below: there, changes in units a year are compared instead.
//!
//! 1. [`stretch`] picks what may be compared: two figures of the plan's own series, of the same kind of
//!    time, on the same side of every break. What is suppressed, missing or undated is never used.
//! 2. [`towards`] judges them against the target, or says why nothing can be said.
//! 3. [`change`] tells the stretch alone, where there is nothing to judge by.
//!
//! Pages and exports both show what is worked out here, so they say the same.

#[cfg(test)]
mod tests;

use crate::model::{Aim, Better, Indicator, Reading, Series};
use crate::text::{Number, When};
use std::cmp::Ordering;
use std::mem::discriminant;

/// A figure with its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// When it was.
    pub time: When,
    /// What it was, in the indicator's unit.
    pub value: Number,
    /// Not yet revised by those who publish it.
    pub preliminary: bool,
}

/// Two figures that may be compared, the earlier first. Norwegian: *endring*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// What is counted from. Norwegian: *basisår*.
    pub base: Figure,
    /// The latest figure.
    pub latest: Figure,
}

/// How an indicator stands to its target. Norwegian: *fremdrift*.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// The figures that it is told from.
    pub stretch: Stretch,
    /// The judgement.
    pub pace: Pace,
    /// Actual pace by required pace: 1.0 is just right, below 0 is away. None where the pace says
    /// nothing more: the target is reached, its time is out, or the base was beyond it.
    pub ratio: Option<f64>,
}

/// A judgement of the pace. Norwegian: *takt*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pace {
    /// The latest figure is at the target or beyond it.
    Reached,
    /// At least 95 % of the pace that is needed.
    OnTrack,
    /// From 60 % up to 95 %.
    Slow,
    /// From 0 % up to 60 %.
    TooSlow,
    /// Away from the target.
    Away,
    /// The target's time is out, and it was not reached.
    Missed,
}

impl Pace {
    /// Every judgement, from the best to the worst.
    pub const ALL: [Pace; 6] =
        [Pace::Reached, Pace::OnTrack, Pace::Slow, Pace::TooSlow, Pace::Away, Pace::Missed];

    /// Its English name, for classes and exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Pace::Reached => "reached",
            Pace::OnTrack => "on-track",
            Pace::Slow => "slow",
            Pace::TooSlow => "too-slow",
            Pace::Away => "away",
            Pace::Missed => "missed",
        }
    }
}

/// Why nothing can be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unjudged {
    /// There is no number with a time.
    NoFigures,
    /// There is but one.
    OneFigure,
    /// What came before this time may not be compared with what came after, and that leaves too few.
    Break(When),
    /// The base has no number: it is suppressed, missing, or not in the series before the latest figure.
    NoBase(When),
    /// The figures are of unlike times: a year and a school year.
    Unlike,
    /// The target has no time, so no pace is required.
    NoTime,
}

impl Progress {
    /// The actual pace in per cent of the required one, rounded down: 94.7 % is not told as the 95 % that it
    /// lacks.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        // Nothing gone is 0, whichever way there was to go, and not −0.
        self.ratio.map(|ratio| (100.0 * (ratio + TOLERANCE)).floor() + 0.0)
    }
}

impl Unjudged {
    /// Its English name, for exports and keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Unjudged::NoFigures => "no-figures",
            Unjudged::OneFigure => "one-figure",
            Unjudged::Break(_) => "break",
            Unjudged::NoBase(_) => "no-base",
            Unjudged::Unlike => "unlike",
            Unjudged::NoTime => "no-time",
        }
    }

    /// The time that it is about: of the break, or of the base.
    #[must_use]
    pub fn time(self) -> Option<When> {
        match self {
            Unjudged::Break(time) | Unjudged::NoBase(time) => Some(time),
            _ => None,
        }
    }
}

/// How an indicator stands to its target. `None` without a target.
#[must_use]
pub fn towards(indicator: &Indicator) -> Option<Result<Progress, Unjudged>> {
    let aim = indicator.target.as_ref()?;
    Some(stretch(indicator).and_then(|stretch| judge(stretch, *aim, indicator.better)))
}

/// From what to what the figures have gone, with no judgement of it.
#[must_use]
pub fn change(indicator: &Indicator) -> Option<Stretch> {
    stretch(indicator).ok()
}

/// The two figures to compare: the target's base, else the first after the last break, and the latest.
///
/// # Errors
///
/// Why there are no two.
pub fn stretch(indicator: &Indicator) -> Result<Stretch, Unjudged> {
    let own = indicator.series.own().ok_or(Unjudged::NoFigures)?;
    let figures = figures(own);
    let latest = *figures.last().ok_or(Unjudged::NoFigures)?;
    let broken = own.breaks.iter().map(|one| one.from).filter(|from| *from <= latest.time).max();
    if let Some(base) = indicator.target.as_ref().and_then(|aim| aim.base) {
        let found = figures.iter().find(|figure| figure.time == base && base < latest.time);
        let base = *found.ok_or(Unjudged::NoBase(base))?;
        return match broken.filter(|from| base.time < *from) {
            Some(from) => Err(Unjudged::Break(from)),
            None if !alike(&base, &latest) => Err(Unjudged::Unlike),
            None => Ok(Stretch { base, latest }),
        };
    }
    let before = || figures.iter().filter(|figure| figure.time < latest.time);
    let is_whole = |figure: &&Figure| broken.is_none_or(|from| figure.time >= from);
    match before().filter(is_whole).find(|figure| alike(figure, &latest)) {
        Some(base) => Ok(Stretch { base: *base, latest }),
        None if before().next().is_none() => Err(Unjudged::OneFigure),
        None => Err(match broken {
            Some(from) if !before().any(|figure| figure.time >= from) => Unjudged::Break(from),
            _ => Unjudged::Unlike,
        }),
    }
}

/// Whether two times are of one kind: both years, both school years.
fn alike(one: &Figure, other: &Figure) -> bool {
    discriminant(&one.time) == discriminant(&other.time)
}

/// The numbers of a series that have a time, in order.
fn figures(series: &Series) -> Vec<Figure> {
    let dated = series.observations.iter().filter_map(|one| match (one.time, one.value) {
        (Some(time), Reading::Number(value)) => {
            Some(Figure { time, value, preliminary: one.preliminary })
        }
        _ => None,
    });
    let mut figures: Vec<Figure> = dated.collect();
    figures.sort_by_key(|figure| figure.time);
    figures
}

fn judge(stretch: Stretch, aim: Aim, better: Better) -> Result<Progress, Unjudged> {
    let Stretch { base, latest } = stretch;
    let is_there = |figure: Figure| is_there(figure.value, base.value, aim.value, better);
    let told = |pace| Ok(Progress { stretch, pace, ratio: None });
    if is_there(latest) {
        return told(Pace::Reached);
    }
    let year = aim.year.ok_or(Unjudged::NoTime)?;
    if latest.time.last_day() >= year.last_day() {
        return told(Pace::Missed);
    }
    if is_there(base) {
        return told(Pace::Away);
    }
    let ratio = ratio(base, latest, aim.value, year);
    let pace = match ratio {
        ratio if at_least(ratio, 0.95) => Pace::OnTrack,
        ratio if at_least(ratio, 0.6) => Pace::Slow,
        ratio if at_least(ratio, 0.0) => Pace::TooSlow,
        _ => Pace::Away,
    };
    Ok(Progress { stretch, pace, ratio: Some(ratio) })
}

/// Whether a figure is at the target or beyond it, the way that is better; where neither way is, the
/// way from the base.
fn is_there(value: Number, base: Number, target: Number, better: Better) -> bool {
    // 42 and 42,0 are one figure.
    let order = |one: Number, other: Number| {
        let decimals = one.decimals().max(other.decimals());
        one.round(decimals).cmp(&other.round(decimals))
    };
    let way = match better {
        Better::Higher => Ordering::Greater,
        Better::Lower => Ordering::Less,
        Better::Neither => order(target, base),
    };
    let stands = order(value, target);
    stands == Ordering::Equal || stands == way
}

/// The actual pace by the required one.
fn ratio(base: Figure, latest: Figure, target: Number, year: When) -> f64 {
    let (from, to, target) = (base.value.to_f64(), latest.value.to_f64(), target.to_f64());
    let gone = end(latest.time) - end(base.time);
    let whole = end(year) - end(base.time);
    let can_grow = from > 0.0 && to > 0.0 && target > 0.0;
    let pace = |end: f64, years: f64| {
        if can_grow { (end / from).powf(1.0 / years) - 1.0 } else { (end - from) / years }
    };
    pace(to, gone) / pace(target, whole)
}

/// What the last digits of a power may differ by between machines.
const TOLERANCE: f64 = 1e-9;

/// Whether a ratio is at a limit or above it.
fn at_least(ratio: f64, limit: f64) -> bool {
    ratio > limit - TOLERANCE
}

/// When a time ends, in years: 2029 ends as December does, a school year with July.
fn end(time: When) -> f64 {
    let day = time.last_day();
    let month = f64::from(day.month() - 1) + f64::from(day.day()) / f64::from(day.days_in_month());
    f64::from(day.year()) + month / 12.0
}
