//! Charts with a line of time: lines, and bars for few points.
//!
//! From left to right there stand the figures of the axis, the plot, and the labels at the ends of the lines; above
//! the plot the unit and the word at a break, below it the years. How wide and high these are
//! follows from the words in them, so nothing is cut and nothing meets.

use super::canvas::{Anchor, Canvas, Rect, Words};
use super::figures::Figures;
use super::glyphs::{ASCENT, DESCENT, LINE, Type};
use super::labels::{self, Label};
use super::plot::{Plot, position};
use super::scale::{self, Axis, Wanted};
use super::{Chart, Frame, marks, times};

/// The most points that are drawn as bars.
pub(super) const MOST_BARS: usize = 3;
/// The part of the distance between two bars that one fills.
const FILLED: f64 = 0.62;
/// The least width of a bar.
const THINNEST: f64 = 12.0;

impl Frame {
    pub(super) fn width(self) -> f64 {
        if self == Frame::Wide { 640.0 } else { 272.0 }
    }

    /// Type in the chart's units. The theme's stylesheet says the same.
    pub(super) fn set(self, bold: bool) -> Type {
        Type { size: if self == Frame::Wide { 14.0 } else { 12.0 }, bold }
    }

    fn plot_height(self) -> f64 {
        if self == Frame::Wide { 232.0 } else { 150.0 }
    }

    /// Room for a label at the end of a line.
    pub(super) fn label_room(self) -> f64 {
        if self == Frame::Wide { 170.0 } else { 98.0 }
    }

    fn thickest(self) -> f64 {
        if self == Frame::Wide { 60.0 } else { 32.0 }
    }
}

/// A chart with a line of time, on its way.
pub(super) struct Xy<'c> {
    pub(super) chart: &'c Chart<'c>,
    pub(super) plot: &'c Plot<'c>,
    pub(super) frame: Frame,
    pub(super) canvas: Canvas,
    pub(super) axis: Axis,
    pub(super) figures: Figures<'c>,
    /// Where the lines are.
    pub(super) area: Rect,
    /// The width of a bar, when there are bars.
    pub(super) bar: Option<f64>,
    /// From time to place.
    line_of_time: LineOfTime,
}

/// The times of the ends, and the places that they stand at.
#[derive(Debug, Clone, Copy)]
struct LineOfTime {
    from: f64,
    to: f64,
    left: f64,
    right: f64,
}

impl LineOfTime {
    fn at(&self, time: f64) -> f64 {
        let years = self.to - self.from;
        let part = if years > 0.0 { (time - self.from) / years } else { 0.5 };
        self.left + part * (self.right - self.left)
    }
}

impl Xy<'_> {
    pub(super) fn x(&self, time: f64) -> f64 {
        self.line_of_time.at(time)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.area.bottom - self.axis.part(value) * (self.area.bottom - self.area.top)
    }

    pub(super) fn set(&self, bold: bool) -> Type {
        self.frame.set(bold)
    }
}

/// The chart, and how high it is.
pub(super) fn draw(chart: &Chart<'_>, plot: &Plot<'_>, frame: Frame, bars: bool) -> (Canvas, f64) {
    let axis = axis(chart, plot, bars);
    let figures = Figures::new(chart, axis.low.abs().max(axis.high.abs()));
    let labels = labels::of(chart, plot, frame, &figures, bars);
    let area = area(&Inside { plot, frame, axis: &axis, figures, labels: &labels, bars });
    let figure = bars.then(|| labels::widest_figure(plot, frame, &figures));
    let (bar, line_of_time) = lay_time(plot, frame, &area, figure);
    let canvas = Canvas::new(frame.width());
    let mut xy = Xy { chart, plot, frame, canvas, axis, figures, area, bar, line_of_time };
    let size = frame.set(false).size;
    unit(&mut xy);
    grid(&mut xy);
    years(&mut xy);
    marks::breaks(&mut xy);
    marks::gaps(&mut xy);
    marks::target(&mut xy);
    labels::write(&mut xy, &labels);
    marks::series(&mut xy);
    labels::values(&mut xy);
    let highest = xy.canvas.boxes.iter().map(|rect| rect.top).fold(area.top - 3.0, f64::min);
    xy.canvas.top = highest.floor().max(0.0);
    let height = (area.bottom + (0.65 + ASCENT + DESCENT) * size).ceil();
    (xy.canvas, height)
}

/// What the room inside a chart depends on.
struct Inside<'i> {
    plot: &'i Plot<'i>,
    frame: Frame,
    axis: &'i Axis,
    figures: Figures<'i>,
    labels: &'i [Label],
    bars: bool,
}

/// The axis of figures, which holds the target too.
pub(super) fn axis(chart: &Chart<'_>, plot: &Plot<'_>, bars: bool) -> Axis {
    let target = chart.target.map(|aim| aim.value.to_f64());
    let values = || plot.points().map(|point| point.value).chain(target);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    let own = plot.points().map(|point| point.number.decimals()).max().unwrap_or(0);
    scale::axis(&Wanted { low, high, from_zero: bars, decimals: chart.decimals.unwrap_or(own) })
}

/// From the plot to the words above it, in ems: half a figure of the axis, or the figure on the highest bar.
pub(super) fn above(bars: bool) -> f64 {
    if bars { 1.5 } else { 0.62 }
}

fn area(inside: &Inside<'_>) -> Rect {
    let set = inside.frame.set(false);
    let tick = |number: &_| set.width(&inside.figures.tick(inside.axis, *number));
    let ticks = inside.axis.ticks.iter().map(tick).fold(0.0, f64::max);
    let row = |is: bool| if is { LINE * set.size } else { 0.0 };
    let unit = row(!inside.figures.heading().is_empty());
    let breaks = row(!inside.plot.breaks.is_empty());
    let top = (unit + breaks + above(inside.bars) * set.size).ceil();
    let widest = inside.labels.iter().map(|label| label.width).fold(0.0, f64::max);
    let labels = inside.labels.iter().map(|label| label.height).sum::<f64>();
    Rect {
        left: (ticks + 6.0).ceil(),
        top,
        right: (inside.frame.width() - widest - labels::BEFORE).floor(),
        bottom: top + inside.frame.plot_height().max(labels.ceil()),
    }
}

/// Whether bars at the times of the figures are thick enough to be bars.
pub(super) fn bars_fit(plot: &Plot<'_>) -> bool {
    // As narrow as a plot becomes: half the frame.
    bar_width(plot, Frame::Narrow, Frame::Narrow.width() / 2.0) >= THINNEST
}

fn bar_width(plot: &Plot<'_>, frame: Frame, room: f64) -> f64 {
    let times: Vec<f64> = plot.times().into_iter().map(position).collect();
    let (Some(first), Some(last)) = (times.first(), times.last()) else { return 0.0 };
    let least = times.windows(2).map(|two| two[1] - two[0]).fold(f64::MAX, f64::min);
    let part = FILLED * least / (last - first);
    // Half a bar stands outside each end of the line of time.
    (part * (room - 8.0) / (1.0 + part)).min(frame.thickest())
}

/// How wide a bar is, if there are bars, and where times stand. `figure` is how wide the widest figure of the bars is.
fn lay_time(
    plot: &Plot<'_>,
    frame: Frame,
    area: &Rect,
    figure: Option<f64>,
) -> (Option<f64>, LineOfTime) {
    let times = plot.times();
    let end = |time: Option<&_>| time.map_or(0.0, |time| position(*time));
    let bar = figure.map(|_| bar_width(plot, frame, area.right - area.left));
    // The first and the last bar stand whole within the plot, each with its figure.
    let room = (area.right - area.left) / 3.0;
    let beside = bar.zip(figure).map_or(8.0, |(bar, figure)| bar.max(figure.min(room)) / 2.0 + 4.0);
    let line_of_time = LineOfTime {
        from: end(times.first()),
        to: end(times.last()),
        left: area.left + beside,
        right: area.right - beside,
    };
    (bar, line_of_time)
}

/// What the figures count, above the axis.
fn unit(xy: &mut Xy<'_>) {
    let set = xy.set(false);
    let text = set.shorten(&xy.figures.heading(), xy.frame.width());
    let words = Words { text: &text, class: "tick", set, anchor: Anchor::Start };
    xy.canvas.words(words, 0.0, (ASCENT * set.size).ceil());
}

/// The round figures, each with its line.
fn grid(xy: &mut Xy<'_>) {
    let set = xy.set(false);
    let mut lines = Canvas::new(0.0);
    xy.canvas.open("tick", Anchor::End);
    for number in xy.axis.ticks.clone() {
        let y = xy.y(number.to_f64());
        if number.to_f64() != 0.0 {
            lines.stroke((xy.area.left, y), (xy.area.right, y));
        }
        let text = xy.figures.tick(&xy.axis, number);
        let words = Words { text: &text, class: "", set, anchor: Anchor::End };
        xy.canvas.words(words, xy.area.left - 6.0, y + 0.35 * set.size);
    }
    xy.canvas.close();
    xy.canvas.path("grid", &lines.svg);
    if !xy.axis.is_cut() {
        let zero = xy.y(0.0);
        xy.canvas.line("zero", (xy.area.left, zero), (xy.area.right, zero));
    }
}

/// The line of time.
fn years(xy: &mut Xy<'_>) {
    let set = xy.set(false);
    let times = xy.plot.times();
    let line_of_time = xy.line_of_time;
    let at = move |time: f64| line_of_time.at(time);
    let room = times::Room { at: &at, width: xy.frame.width(), set, language: xy.chart.language };
    let (bottom, size) = (xy.area.bottom, set.size);
    let mut lines = Canvas::new(0.0);
    xy.canvas.open("tick", Anchor::Middle);
    for tick in times::ticks(&times, &room) {
        lines.stroke((tick.at, bottom), (tick.at, bottom + 0.4 * size));
        let words = Words { text: &tick.text, class: "", set, anchor: Anchor::Middle };
        xy.canvas.words(words, tick.middle, bottom + (0.65 + ASCENT) * size);
    }
    xy.canvas.close();
    xy.canvas.path("grid", &lines.svg);
}
