//! A single figure beside those of others at the same time: level bars, each below its name.
//!
//! A share of a hundred fills a part of a track as long as the whole. Other figures fill a bar from zero. One that has
//! nothing beside it, neither comparator nor target, would be a bar without a measure: it is written large instead.

use super::canvas::{Anchor, Canvas, Rect, Words};
use super::figures::Figures;
use super::glyphs::{ASCENT, DESCENT, LINE, Type};
use super::labels::CLASSES;
use super::plot::MOST_LINES;
use super::scale::{self, Axis, Wanted};
use super::{Chart, Frame, Picture};
use crate::model::{Reading, Series};
use crate::text::{Number, When};
use crate::words::InWords;

/// How thick a bar is.
const THICK: f64 = 14.0;
/// Between a bar and the next name.
const BELOW: f64 = 12.0;
/// How much larger a figure is that stands alone.
const LARGE: f64 = 2.8;

/// A bar: whose it is and how long.
struct Row<'c> {
    name: &'c str,
    place: usize,
    number: Number,
    preliminary: bool,
}

/// The figures of one time, the plan's own first.
struct Level<'c> {
    when: Option<When>,
    rows: Vec<Row<'c>>,
}

/// Figures of the time that the plan's own series has, or else the first that has any.
fn level<'c>(chart: &Chart<'c>) -> Option<Level<'c>> {
    let all = &chart.series.series;
    let when = all.iter().find_map(Series::latest)?.0.time;
    let rows = all.iter().take(MOST_LINES).enumerate().filter_map(|(place, series)| {
        let observation = series.at(when)?;
        let Reading::Number(number) = observation.value else { return None };
        Some(Row { name: &series.name, place, number, preliminary: observation.preliminary })
    });
    Some(Level { when, rows: rows.collect() })
}

/// How single figures are shown; none when there is none.
pub(super) fn kind(chart: &Chart<'_>) -> Option<Picture> {
    let level = level(chart)?;
    let share = |number: Number| (0.0..=100.0).contains(&number.to_f64());
    let target = chart.target.map(|aim| aim.value);
    let all = level.rows.iter().map(|row| row.number).chain(target).all(share);
    Some(if chart.unit == "%" && all { Picture::Share } else { Picture::Single })
}

/// Whether such a picture shows a preliminary figure.
pub(super) fn is_preliminary(chart: &Chart<'_>, picture: Picture) -> bool {
    let is_level = matches!(picture, Picture::Share | Picture::Single);
    is_level && level(chart).is_some_and(|level| level.rows.iter().any(|row| row.preliminary))
}

/// The chart, and how high it is.
pub(super) fn draw(chart: &Chart<'_>, frame: Frame) -> (Canvas, f64) {
    let mut canvas = Canvas::new(frame.width());
    let Some(level) = level(chart) else { return (canvas, 0.0) };
    let target = chart.target.map(|aim| aim.value.to_f64());
    let values = || level.rows.iter().map(|row| row.number.to_f64()).chain(target);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let figures = Figures::new(chart, low.abs().max(high.abs()));
    let share = kind(chart) == Some(Picture::Share);
    let heading = heading(chart, &level, &figures);
    let set = frame.set(false);
    let heading = set.shorten(&heading, canvas.width);
    let words = Words { text: &heading, class: "tick", set, anchor: Anchor::Start };
    canvas.words(words, 0.0, (ASCENT * set.size).ceil());
    let top = 1.6 * LINE * set.size;
    if let ([row], None, false) = (&level.rows[..], target, share) {
        let height = alone(&mut canvas, frame, &figures.value(row.number), row.name);
        return (canvas, height);
    }
    let wanted = Wanted { low, high, from_zero: true, decimals: 12 };
    let axis = if share { hundred() } else { scale::axis(&wanted) };
    let mut bars = Bars { canvas, frame, axis, share, top };
    for row in &level.rows {
        let class = CLASSES[row.place];
        let kind = if row.preliminary { "hollow" } else { "bar" };
        bars.row((row.name, class, kind), &figures.value(row.number), row.number.to_f64());
    }
    if let Some(aim) = chart.target {
        let word = chart.words.get("label_target");
        let name = aim.year.map_or_else(
            || word.to_string(),
            |year| format!("{word} {}", year.format(chart.language)),
        );
        bars.row((&name, "aim", "goal"), &figures.value(aim.value), aim.value.to_f64());
    }
    (bars.canvas, bars.top.ceil())
}

/// The time of the figures, and what they count.
fn heading(chart: &Chart<'_>, level: &Level<'_>, figures: &Figures<'_>) -> String {
    let time = match level.when {
        Some(when) => when.format(chart.language),
        None => chart.words.get("year_not_given").to_string(),
    };
    match figures.heading() {
        unit if unit.is_empty() => time,
        unit => format!("{time} · {unit}"),
    }
}

/// From nothing to the whole.
fn hundred() -> Axis {
    Axis { low: 0.0, high: 100.0, ticks: Vec::new(), power: 1 }
}

/// A figure that nothing stands beside, as large as it can be; how high the chart becomes.
fn alone(canvas: &mut Canvas, frame: Frame, figure: &str, name: &str) -> f64 {
    let set = frame.set(true);
    let large = Type { size: LARGE * set.size, bold: true };
    let room = canvas.width;
    let fits = large.width(figure) <= room;
    let (set, class) = if fits { (large, "c1 large") } else { (set, "c1") };
    let figure = set.shorten(figure, room);
    let line = 1.2 * LINE * frame.set(false).size + ASCENT * set.size;
    canvas.words(Words { text: &figure, class, set, anchor: Anchor::Start }, 0.0, line);
    let small = frame.set(false);
    let name = small.shorten(name, room);
    let below = (line + DESCENT * set.size + ASCENT * small.size + 1.0).ceil();
    canvas.words(Words { text: &name, class: "", set: small, anchor: Anchor::Start }, 0.0, below);
    (below + DESCENT * small.size + 0.5).ceil()
}

/// Bars one below the other, on their way.
struct Bars {
    canvas: Canvas,
    frame: Frame,
    axis: Axis,
    share: bool,
    /// Where the next begins.
    top: f64,
}

impl Bars {
    /// Name to the left and figure to the right, the bar below them.
    fn row(&mut self, (name, class, kind): (&str, &'static str, &str), figure: &str, value: f64) {
        let set = self.frame.set(class == CLASSES[0]);
        let width = self.canvas.width;
        let line = self.top + ASCENT * set.size;
        let room = width - set.width(figure) - set.size;
        let name = set.shorten(name, room.max(0.0));
        self.canvas.words(Words { text: &name, class, set, anchor: Anchor::Start }, 0.0, line);
        let figure = set.shorten(figure, width);
        self.canvas.words(Words { text: &figure, class, set, anchor: Anchor::End }, width, line);
        let top = self.top + LINE * set.size + 3.0;
        let bottom = top + THICK;
        let at = |value: f64| self.axis.part(value) * width;
        let (zero, end) = (at(0.0), at(value));
        if self.share {
            self.canvas.rect("track", &Rect { left: 0.0, top, right: width, bottom });
        }
        self.canvas.raw("<g class=\"");
        self.canvas.raw(class);
        self.canvas.raw("\">");
        if kind == "goal" {
            let middle = f64::midpoint(top, bottom);
            self.canvas.line("line", (zero, middle), (end, middle));
            self.canvas.line("line", (end, top), (end, bottom));
        } else {
            let rect = Rect { left: zero.min(end), top, right: zero.max(end), bottom };
            self.canvas.rect(kind, &rect);
        }
        self.canvas.raw("</g>");
        self.canvas.line("zero", (zero, top - 2.0), (zero, bottom + 2.0));
        self.top = bottom + BELOW;
    }
}
