//! Words in the plot: a label at the end of each line, and the first figure.

use super::canvas::{Anchor, Words};
use super::figures::Figures;
use super::glyphs::LINE;
use super::place::{Wish, place};
use super::plot::{Line, Plot, Point};
use super::xy::Xy;
use super::{Chart, Frame};
use crate::words::InWords;

/// From the plot to the labels.
pub(super) const BEFORE: f64 = 16.0;
/// Lines that a name may take.
const MOST_LINES: usize = 2;
/// From the first figure to its line, sideways: about half of a point's mark.
const BESIDE: f64 = 3.0;
/// How far from its point the first figure may stand, in parts of its size.
const FARTHEST: f64 = 2.2;
/// Room below a label.
const BELOW: f64 = 3.0;

/// The classes of the plan's own series and of those that it is compared with.
pub(super) const CLASSES: [&str; 6] = ["c1", "c2", "c3", "c4", "c5", "c6"];

/// The class of the line that the target is.
const TARGET: &str = "aim";

/// What is written at the end of a line.
#[derive(Debug, Clone)]
pub(super) struct Label {
    lines: Vec<String>,
    class: &'static str,
    bold: bool,
    /// The last point of the line: its time, none for the target, and its figure.
    time: Option<f64>,
    value: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The labels of a chart: name and last figure of each series, and the target.
pub(super) fn of(
    chart: &Chart<'_>,
    plot: &Plot<'_>,
    frame: Frame,
    figures: &Figures<'_>,
    bars: bool,
) -> Vec<Label> {
    let series = plot.lines.iter().filter_map(|line| {
        let last = line.last()?;
        let own = line.place == 0;
        // The figure stands on the bar.
        let figure = if bars && own { String::new() } else { figures.value(last.number) };
        let words = (line.name, figure.as_str(), CLASSES[line.place]);
        Some(Label { time: Some(last.time), ..label(words, own, last.value, frame) })
    });
    let target = chart.target.map(|aim| {
        let name = match aim.year {
            Some(year) => {
                format!("{} {}", chart.words.get("label_target"), year.format(chart.language))
            }
            None => chart.words.get("label_target").to_string(),
        };
        label((&name, &figures.value(aim.value), TARGET), false, aim.value.to_f64(), frame)
    });
    series.chain(target).collect()
}

fn label(
    (name, figure, class): (&str, &str, &'static str),
    bold: bool,
    value: f64,
    frame: Frame,
) -> Label {
    let (set, room) = (frame.set(bold), frame.label_room());
    // "KOSTRA-gruppe 7 41,4" could be read as one number.
    let colon = if name.ends_with(|last: char| last.is_ascii_digit()) { ":" } else { "" };
    let mut lines = set.wrap(&format!("{name}{colon}"), room, MOST_LINES);
    if let Some(last) = lines.last_mut().filter(|_| !figure.is_empty()) {
        let with = if last.is_empty() { figure.to_string() } else { format!("{last} {figure}") };
        if set.width(&with) <= room {
            *last = with;
        } else if set.width(figure) <= room {
            lines.push(figure.to_string());
        }
    }
    let width = lines.iter().map(|line| set.width(line)).fold(0.0, f64::max);
    #[expect(clippy::cast_precision_loss, reason = "three lines")]
    let height = lines.len() as f64 * LINE * set.size + BELOW;
    Label { lines, class, bold, time: None, value, width, height }
}

/// Writes the labels, each beside the end of its line, or tied to it when it had to move.
pub(super) fn write(xy: &mut Xy<'_>, labels: &[Label]) {
    let size = xy.set(false).size;
    let wishes: Vec<Wish> = labels
        .iter()
        .map(|label| Wish { middle: xy.y(label.value) + BELOW / 2.0, height: label.height })
        .collect();
    let (top, bottom) = (xy.area.top - 0.5 * size, xy.area.bottom + 0.5 * size);
    let x = xy.area.right + BEFORE;
    for (label, middle) in labels.iter().zip(place(&wishes, top, bottom)) {
        tie(xy, label, x, middle - BELOW / 2.0);
        let set = xy.set(label.bold);
        let mut line = middle - label.height / 2.0 + set.size;
        for text in &label.lines {
            let words = Words { text, class: label.class, set, anchor: Anchor::Start };
            xy.canvas.words(words, x, line);
            line += LINE * set.size;
        }
    }
}

/// The thin line from the end of a line to its label.
fn tie(xy: &mut Xy<'_>, label: &Label, x: f64, middle: f64) {
    let half = xy.bar.map_or(0.0, |bar| bar / 2.0);
    let end = label.time.map_or(xy.area.right, |time| xy.x(time) + half + 6.0);
    let y = xy.y(label.value);
    let right = xy.area.right;
    if (middle - y).abs() < 2.0 && x - end < 1.6 * BEFORE {
        return;
    }
    xy.canvas.raw("<path class=\"tie\" d=\"M");
    xy.canvas.point(end, y);
    if end < right {
        xy.canvas.raw("H");
        xy.canvas.number(right);
    }
    xy.canvas.raw("L");
    xy.canvas.point(x - 3.0, middle);
    xy.canvas.raw("\"/>");
}

/// The first figure of the plan's own line, or those of its bars.
pub(super) fn values(xy: &mut Xy<'_>) {
    let plot = xy.plot;
    let Some(own) = plot.own() else { return };
    match xy.bar {
        Some(bar) => own.points().rev().for_each(|point| on_bar(xy, bar, point)),
        None => first(xy, own),
    }
}

/// How wide the widest figure of the plan's own series is.
pub(super) fn widest_figure(plot: &Plot<'_>, frame: Frame, figures: &Figures<'_>) -> f64 {
    let points = plot.own().into_iter().flat_map(Line::points);
    let width = |point: &Point| frame.set(true).width(&figures.value(point.number));
    points.map(width).fold(0.0, f64::max)
}

/// At the foot of the bar, where no comparator is; beyond the end of one that has no room for it.
fn on_bar(xy: &mut Xy<'_>, bar: f64, point: &Point) {
    let set = xy.set(true);
    let text = xy.figures.value(point.number);
    let (end, zero) = (xy.y(point.value), xy.y(0.0));
    let (high, low) = (0.45 * set.size, 1.15 * set.size);
    let fits = (end - zero).abs() > 1.8 * set.size && bar > set.width(&text) + 4.0;
    let is_on = fits && !point.preliminary;
    let line = match (fits, point.value < 0.0) {
        (true, false) => zero - high,
        (true, true) => zero + low,
        (false, false) => beyond(xy, point, -1.0),
        (false, true) => beyond(xy, point, 1.0),
    };
    let class = if is_on { "on" } else { "c1" };
    let words = Words { text: &text, class, set, anchor: Anchor::Middle };
    let x = xy.x(point.time);
    if is_on {
        xy.canvas.words_if_free(words, x, line);
    } else {
        xy.canvas.figure_if_free(words, x, line);
    }
}

/// The line of a figure above a bar, or below one that hangs (`way` is −1 or 1), and beyond the comparators in its way.
fn beyond(xy: &Xy<'_>, point: &Point, way: f64) -> f64 {
    let size = xy.set(true).size;
    let far = |y: f64| if way < 0.0 { y - 0.45 * size } else { y + 1.15 * size };
    let others = xy.plot.lines.iter().filter(|line| line.place > 0).flat_map(Line::points);
    let others = others.filter(|other| other.when == point.when);
    let mut levels: Vec<f64> = others.map(|other| xy.y(other.value)).collect();
    levels.sort_by(|a, b| (way * a).total_cmp(&(way * b)));
    let mut line = far(xy.y(point.value));
    for level in levels {
        if level > line - size - 3.0 && level < line + 5.0 {
            line = far(level + way * 4.0);
        }
    }
    line
}

/// Above the first point where the line goes down from it, else below. Where there is no room it stands beyond
/// the line's own course, since words on a line that rises through them can't be read. On another line, or far
/// from its own, it would be taken for another's: rather none, the table has them all.
fn first(xy: &mut Xy<'_>, own: &Line<'_>) {
    let mut points = own.points();
    let (Some(point), Some(next)) = (points.next(), points.next()) else { return };
    let set = xy.set(true);
    let text = xy.figures.value(point.number);
    let words = Words { text: &text, class: "c1", set, anchor: Anchor::Middle };
    let half = set.width(&text) / 2.0;
    let x = xy.x(point.time).max(xy.area.left + 2.0 + half);
    let (highest, lowest) = course(xy, own, (x - half - BESIDE, x + half + BESIDE));
    let (above, below) = (highest - 0.65 * set.size, lowest + 1.4 * set.size);
    let lines = if next.value > point.value { [below, above] } else { [above, below] };
    let is_inside = |line: f64| line + 0.3 * set.size < xy.area.bottom && x + half < xy.area.right;
    let is_near = |line: f64| (line - xy.y(point.value)).abs() < FARTHEST * set.size;
    let is_clear = |line: f64| {
        // Figures are as high as capitals, and have nothing below the line they stand on.
        let (top, bottom) = (line - 0.78 * set.size, line + 0.08 * set.size);
        let others = xy.plot.lines.iter().filter(|other| other.place > 0);
        others
            .map(|other| course(xy, other, (x - half, x + half)))
            .all(|(highest, lowest)| lowest < top || highest > bottom)
    };
    let is_good = |line: &f64| is_inside(*line) && is_near(*line) && is_clear(*line);
    let places: Vec<f64> = lines.into_iter().filter(is_good).collect();
    for line in places {
        if xy.canvas.figure_if_free(words, x, line) {
            return;
        }
    }
}

/// The highest and the lowest place of a line between two places across; nothing where it does not go.
fn course(xy: &Xy<'_>, line: &Line<'_>, (left, right): (f64, f64)) -> (f64, f64) {
    let mut met = (f64::MAX, f64::MIN);
    let mut meets = |y: f64| met = (met.0.min(y), met.1.max(y));
    for piece in &line.pieces {
        let places: Vec<(f64, f64)> =
            piece.iter().map(|point| (xy.x(point.time), xy.y(point.value))).collect();
        places.iter().filter(|(x, _)| (left..=right).contains(x)).for_each(|(_, y)| meets(*y));
        for two in places.windows(2) {
            let ((from, high), (to, low)) = (two[0], two[1]);
            for x in [left, right] {
                if from < x && x < to {
                    meets(high + (x - from) / (to - from) * (low - high));
                }
            }
        }
    }
    met
}
