//! Axes of figures: where they begin and end, and which round figures stand on them.
//!
//! Ticks are 1, 2 or 5 times a power of ten apart, and they are exact decimal numbers: what is written on an axis
//! never went through a binary fraction.

use crate::text::Number;

/// An axis of figures.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    /// Its ends.
    pub(super) low: f64,
    pub(super) high: f64,
    /// Round figures from end to end.
    pub(super) ticks: Vec<Number>,
    /// The power of ten of the step between them.
    pub(super) power: i32,
}

/// What an axis has to hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// The least and the greatest figure.
    pub(super) low: f64,
    pub(super) high: f64,
    /// Whether it must begin at zero: bars do.
    pub(super) from_zero: bool,
    /// Decimals of the finest figure: a tick has no more.
    pub(super) decimals: u8,
}

/// Where the least figure is no more than this part of the greatest, the axis begins at zero: the lines keep
/// most of the height, and nobody has to be told of a cut.
const NEAR_ZERO: f64 = 0.5;

/// The most steps from end to end.
const MOST_STEPS: f64 = 6.0;

/// The axis for figures.
pub(super) fn axis(wanted: &Wanted) -> Axis {
    let (mut low, mut high) = (wanted.low, wanted.high);
    let near = low > 0.0 && low <= high * NEAR_ZERO || high < 0.0 && high >= low * NEAR_ZERO;
    // Equal figures have no range of their own: they are shown as far from zero as they are.
    if wanted.from_zero || near || (high - low).abs() < f64::EPSILON * high.abs().max(1.0) {
        low = low.min(0.0);
        high = high.max(0.0);
    }
    if high - low <= 0.0 {
        high = low + 1.0;
    }
    let mut step = step((high - low) / MOST_STEPS, wanted.decimals);
    let mut best = steps(low, high, step);
    for _ in 0..3 {
        step = step.next();
        let other = steps(low, high, step);
        if other.cost(low, high) < best.cost(low, high) {
            best = other;
        }
    }
    let Steps { step, from, to } = best;
    let size = step.size();
    #[expect(clippy::cast_possible_truncation, reason = "a handful of steps from zero")]
    let (first, last, power) = (from as i64, to as i64, step.power);
    let ticks = (first..=last).filter_map(|one| Number::scaled(one.checked_mul(step.unit)?, power));
    Axis { low: (from * size).min(low), high: (to * size).max(high), ticks: ticks.collect(), power }
}

/// Steps from end to end of an axis, counted from zero.
struct Steps {
    step: Step,
    from: f64,
    to: f64,
}

fn steps(low: f64, high: f64, step: Step) -> Steps {
    let size = step.size();
    Steps { step, from: (low / size + 1e-9).floor(), to: (high / size - 1e-9).ceil() }
}

impl Steps {
    /// What speaks against these steps: height that no figure uses, too many or too few of them.
    fn cost(&self, low: f64, high: f64) -> f64 {
        let count = self.to - self.from;
        let used = (high - low) / (count * self.step.size());
        let many = if count > MOST_STEPS { 1.0 } else { 0.0 };
        many + (1.0 - used) + 0.08 * (count - 4.0).abs()
    }
}

/// A step: 1, 2 or 5 times a power of ten.
#[derive(Debug, Clone, Copy)]
struct Step {
    unit: i64,
    power: i32,
}

impl Step {
    fn size(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "1, 2 or 5")]
        let unit = self.unit as f64;
        unit * 10_f64.powi(self.power)
    }

    fn next(self) -> Step {
        match self.unit {
            1 => Step { unit: 2, ..self },
            2 => Step { unit: 5, ..self },
            _ => Step { unit: 1, power: self.power + 1 },
        }
    }
}

/// The least step that is no less than `least` and no finer than the decimals.
fn step(least: f64, decimals: u8) -> Step {
    let finest = 10_f64.powi(-i32::from(decimals));
    let least = least.max(finest);
    #[expect(clippy::cast_possible_truncation, reason = "a power of ten that an f64 has")]
    let power = (least.log10() + 1e-9).floor() as i32;
    let part = least / 10_f64.powi(power);
    match part {
        part if part <= 1.0 + 1e-9 => Step { unit: 1, power },
        part if part <= 2.0 + 1e-9 => Step { unit: 2, power },
        part if part <= 5.0 + 1e-9 => Step { unit: 5, power },
        _ => Step { unit: 1, power: power + 1 },
    }
}

impl Axis {
    /// Whether zero is left out.
    pub(super) fn is_cut(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }

    /// How far along the axis a figure lies, 0 to 1.
    pub(super) fn part(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::words::InWords;
    use proptest::prelude::*;

    fn shown(low: f64, high: f64, decimals: u8) -> String {
        let from_zero = false;
        let wanted = Wanted { low, high, from_zero, decimals };
        let ticks = axis(&wanted).ticks;
        ticks.iter().map(|tick| tick.format(Language::Nb)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(shown(40.6, 43.4, 1), "40,5 41,0 41,5 42,0 42,5 43,0 43,5");
        assert_eq!(shown(4.0, 4.4, 1), "4,0 4,1 4,2 4,3 4,4");
        assert_eq!(shown(5.9, 10.2, 1), "5 6 7 8 9 10 11");
        assert_eq!(
            shown(17_260.0, 32_000.0, 0),
            "15\u{a0}000 20\u{a0}000 25\u{a0}000 30\u{a0}000 35\u{a0}000"
        );
        assert_eq!(shown(3.0, 19.0, 0), "0 5 10 15 20");
        assert_eq!(shown(-3.0, 9.0, 0), "−5 0 5 10");
        assert_eq!(shown(0.0, 2.0, 0), "0 1 2");
    }

    #[test]
    fn odd_figures_have_an_axis_too() {
        assert_eq!(shown(0.0, 0.0, 0), "0 1");
        assert_eq!(shown(7.0, 7.0, 0), "0 2 4 6 8");
        assert_eq!(shown(-7.0, -7.0, 0), "−8 −6 −4 −2 0");
        assert_eq!(shown(0.001, 0.002, 3), "0,000 0,001 0,002");
        assert_eq!(shown(9e18, 9.2e18, 0).split(' ').count(), 5);
    }

    #[test]
    fn bars_begin_at_zero_and_shares_end_at_a_hundred() {
        let wanted = Wanted { low: 93.1, high: 98.7, from_zero: true, decimals: 1 };
        let axis = axis(&wanted);
        assert!(!axis.is_cut() && axis.low == 0.0 && axis.high == 100.0, "{axis:?}");
    }

    proptest! {
        #[test]
        fn every_figure_lies_on_its_axis(
            a in -1e15..1e15_f64, b in -1e3..1e3_f64, small in any::<bool>(), decimals in 0..12_u8
        ) {
            let a = if small { a / 1e15 } else { a };
            let (low, high) = (a.min(a + b), a.max(a + b));
            let axis = axis(&Wanted { low, high, from_zero: false, decimals });
            prop_assert!(axis.part(low) > -1e-6 && axis.part(high) < 1.0 + 1e-6, "{axis:?}");
            prop_assert!(axis.ticks.len() <= 12, "{axis:?}");
        }
    }
}
