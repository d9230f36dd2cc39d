//! Figures in a chart, written so that there is room for them: in millions where there are millions.

use super::Chart;
use super::scale::Axis;
use crate::text::{Language, Number};
use crate::words::WithUnit;

/// How the figures of a chart are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figures<'c> {
    unit: &'c str,
    decimals: Option<u8>,
    language: Language,
    /// They are counted in ten to this: 0, 6, 9 or 12.
    power: u8,
    /// "mill.", "mrd.", or empty.
    many: &'c str,
}

/// Ten to what, from which figure on, and the key of its word.
const POWERS: [(u8, f64, &str); 3] =
    [(12, 1e13, "chart_trillions"), (9, 1e10, "chart_billions"), (6, 1e7, "chart_millions")];

impl<'c> Figures<'c> {
    /// For figures up to `most`, whatever their sign.
    pub(super) fn new(chart: &Chart<'c>, most: f64) -> Figures<'c> {
        let power = POWERS.iter().find(|(_, from, _)| most >= *from);
        Figures {
            unit: chart.unit,
            decimals: chart.decimals,
            language: chart.language,
            power: power.map_or(0, |(power, _, _)| *power),
            many: power.map_or("", |(_, _, key)| chart.words.get(key)),
        }
    }

    /// A figure at a mark: with its percent sign, other units stand above the axis.
    pub(super) fn value(&self, number: Number) -> String {
        let decimals = if self.power > 0 { Some(1) } else { self.decimals };
        number.counted_in(self.power).with_unit(decimals, self.sign(), self.language)
    }

    /// A figure on the axis.
    pub(super) fn tick(&self, axis: &Axis, number: Number) -> String {
        let decimals = (i32::from(self.power) - axis.power).max(0);
        let decimals = u8::try_from(decimals).ok();
        number.counted_in(self.power).with_unit(decimals, self.sign(), self.language)
    }

    fn sign(&self) -> &'static str {
        if self.unit == "%" { "%" } else { "" }
    }

    /// What the figures on the axis count: "mill. kroner"; empty for percent and bare counts.
    pub(super) fn heading(&self) -> String {
        let unit = if self.unit == "%" { "" } else { self.unit };
        match (self.many, unit) {
            ("", unit) => unit.to_string(),
            (many, "") => many.to_string(),
            (many, unit) => format!("{many} {unit}"),
        }
    }
}
