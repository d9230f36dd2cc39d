//! What stands between the axes: lines, bars, the target, gaps and breaks.

use super::canvas::{Anchor, Canvas, Rect, Words};
use super::glyphs::{ASCENT, LINE};
use super::labels::CLASSES;
use super::plot::{Line, Point};
use super::xy::{Xy, above};

/// Points up to which each has its own mark on the plan's own line.
const MOST_MARKED: usize = 12;
/// Half of a mark's width.
const RADIUS: f64 = 4.0;
/// Dashes of the lines of comparators, by place: with their marks they are told apart without colours.
const DASHES: [&str; 6] = ["", "", "7 3", "2 3", "9 3 2 3", "4 5"];

/// A line down the plot where a series is broken, with the word for it above.
pub(super) fn breaks(xy: &mut Xy<'_>) {
    let set = xy.set(false);
    let word = xy.chart.words.get("chart_break");
    let row = xy.area.top - (above(xy.bar.is_some()) + LINE) * set.size;
    for time in xy.plot.breaks.clone() {
        let x = xy.x(time);
        xy.canvas.line("break", (x, row + LINE * set.size), (x, xy.area.bottom));
        let words = Words { text: word, class: "tick", set, anchor: Anchor::Middle };
        xy.canvas.words_if_free(words, x, row + ASCENT * set.size);
    }
}

/// Where there ought to be a figure: the table's mark for it, at the foot of a pale band.
pub(super) fn gaps(xy: &mut Xy<'_>) {
    let half = xy.set(true).size / 2.0;
    for gap in &xy.plot.gaps {
        let set = xy.set(gap.own);
        let x = xy.x(super::plot::position(gap.when));
        let (top, bottom) = (xy.area.top, xy.area.bottom);
        xy.canvas.rect("gap", &Rect { left: x - half, top, right: x + half, bottom });
        let class = if gap.own { "c1" } else { "tick" };
        let words = Words { text: gap.mark, class, set, anchor: Anchor::Middle };
        xy.canvas.words_if_free(words, x, bottom - 0.4 * set.size);
    }
}

/// The target, all the way across.
pub(super) fn target(xy: &mut Xy<'_>) {
    let Some(aim) = xy.chart.target else { return };
    let y = xy.y(aim.value.to_f64());
    xy.canvas.line("aim", (xy.area.left, y), (xy.area.right, y));
}

/// All series. The plan's own line lies on top of others; its bars lie behind what they are compared with.
pub(super) fn series(xy: &mut Xy<'_>) {
    let plot = xy.plot;
    let mut lines: Vec<&Line<'_>> = plot.lines.iter().rev().collect();
    lines.sort_by_key(|line| xy.bar.is_some() && line.place > 0);
    for line in lines {
        xy.canvas.raw("<g class=\"");
        xy.canvas.raw(CLASSES[line.place]);
        xy.canvas.raw("\">");
        match xy.bar {
            Some(bar) if line.place == 0 => line.points().for_each(|point| column(xy, bar, point)),
            Some(bar) => levels(xy, bar, line),
            None => curve(xy, line),
        }
        xy.canvas.raw("</g>");
    }
}

/// A bar from zero; a preliminary one is hollow.
fn column(xy: &mut Xy<'_>, bar: f64, point: &Point) {
    let (x, y, zero) = (xy.x(point.time), xy.y(point.value), xy.y(0.0));
    let class = if point.preliminary { "hollow" } else { "bar" };
    let rect =
        Rect { left: x - bar / 2.0, top: y.min(zero), right: x + bar / 2.0, bottom: y.max(zero) };
    xy.canvas.rect(class, &rect);
}

/// Comparators of bars: a short line across each bar, as high as their figure.
fn levels(xy: &mut Xy<'_>, bar: f64, line: &Line<'_>) {
    let half = bar / 2.0 + 5.0;
    let mut path = Canvas::new(0.0);
    for point in line.points() {
        let (x, y) = (xy.x(point.time), xy.y(point.value));
        path.raw("M");
        path.point(x - half, y);
        path.raw("H");
        path.number(x + half);
    }
    for class in ["under", "line"] {
        stroke(&mut xy.canvas, class, &path.svg, DASHES[line.place]);
    }
    mark(xy, line, |_| true);
}

/// The line in its pieces, and the marks that it needs.
fn curve(xy: &mut Xy<'_>, line: &Line<'_>) {
    let mut path = Canvas::new(0.0);
    for piece in line.pieces.iter().filter(|piece| piece.len() > 1) {
        for (at, point) in piece.iter().enumerate() {
            match at {
                0 => path.raw("M"),
                1 => path.raw("L"),
                _ => path.raw(" "),
            }
            path.point(xy.x(point.time), xy.y(point.value));
        }
    }
    if !path.svg.is_empty() {
        stroke(&mut xy.canvas, "line", &path.svg, DASHES[line.place]);
    }
    let count = line.points().count();
    let (first, last) = (line.points().next(), line.last());
    let is_end = |point: &Point| {
        let same = |end: Option<&Point>| end.is_some_and(|end| end.when == point.when);
        same(last) || (line.place == 0 && same(first))
    };
    let is_alone = |point: &Point| {
        line.pieces.iter().any(|piece| piece.len() == 1 && piece[0].when == point.when)
    };
    let all = line.place == 0 && count <= MOST_MARKED;
    mark(xy, line, |point| all || point.preliminary || is_end(point) || is_alone(point));
}

fn stroke(canvas: &mut Canvas, class: &str, path: &str, dashes: &str) {
    canvas.raw("<path class=\"");
    canvas.raw(class);
    if !dashes.is_empty() && class == "line" {
        canvas.raw("\" stroke-dasharray=\"");
        canvas.raw(dashes);
    }
    canvas.raw("\" d=\"");
    canvas.raw(path);
    canvas.raw("\"/>");
}

/// Marks on points, filled or, for preliminary figures, hollow.
fn mark(xy: &mut Xy<'_>, line: &Line<'_>, wanted: impl Fn(&Point) -> bool) {
    for preliminary in [false, true] {
        let mut path = Canvas::new(0.0);
        for point in line.points().filter(|point| point.preliminary == preliminary && wanted(point))
        {
            let at = (xy.x(point.time), xy.y(point.value));
            shape(&mut path, line.place, preliminary, at);
        }
        if !path.svg.is_empty() {
            let class = match (preliminary, line.place) {
                (true, _) => "hollow",
                (false, 0) => "round",
                (false, _) => "dot",
            };
            xy.canvas.path(class, &path.svg);
        }
    }
}

/// A mark of its own for each series: circle, square, diamond, two triangles, cross.
pub(super) fn shape(path: &mut Canvas, place: usize, hollow: bool, (x, y): (f64, f64)) {
    path.raw("M");
    if place == 0 && !hollow {
        // A line of no length has round ends: the shortest way to write a disc.
        path.point(x, y);
        path.raw("h0");
        return;
    }
    let (x, y) = match place {
        0 => (x - RADIUS, y),
        1 => (x - RADIUS * 0.9, y - RADIUS * 0.9),
        2 => (x, y - RADIUS * 1.25),
        3 => (x, y - RADIUS * 1.1),
        4 => (x, y + RADIUS * 1.1),
        _ => (x - 1.4, y - RADIUS),
    };
    path.point(x, y);
    path.raw(match place {
        0 => "a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
        1 => "h7.2v7.2h-7.2z",
        2 => "l5 5-5 5-5-5z",
        3 => "l4.6 7.8h-9.2z",
        4 => "l4.6-7.8h-9.2z",
        _ => "h2.8v2.6h2.6v2.8h-2.6v2.6h-2.8v-2.6h-2.6v-2.8h2.6z",
    });
}
