//! The small picture on a card: how the plan's own figures have moved, without words or axes.
//!
//! The figure itself stands beside it in words. A line has no zero; the few bars have.

use super::canvas::{Canvas, Rect};
use super::marks::shape;
use super::plot::{Line, Plot};
use super::xy::{MOST_BARS, bars_fit};

/// In the picture's own units, which are pixels on most screens.
const WIDTH: f64 = 120.0;
/// See [`WIDTH`].
pub(super) const HEIGHT: f64 = 32.0;
/// Room for half of the last mark.
const EDGE: f64 = 5.0;
/// The width of a bar, at most.
const BAR: f64 = 16.0;

/// The picture; none for fewer than two figures.
pub(super) fn draw(plot: &Plot<'_>) -> Option<Canvas> {
    let own = plot.own()?;
    let count = own.points().count();
    if count < 2 {
        return None;
    }
    let mut canvas = Canvas::new(WIDTH);
    canvas.raw("<g class=\"c1\">");
    if count <= MOST_BARS && bars_fit(plot) {
        bars(&mut canvas, own, count);
    } else {
        line(&mut canvas, own);
    }
    canvas.raw("</g>");
    Some(canvas)
}

fn bars(canvas: &mut Canvas, own: &Line<'_>, count: usize) {
    let ends =
        |from: f64, of: fn(f64, f64) -> f64| own.points().map(|point| point.value).fold(from, of);
    let (low, high) = (ends(0.0, f64::min), ends(0.0, f64::max));
    let range = if high > low { high - low } else { 1.0 };
    let y = |value: f64| HEIGHT - 1.0 - (value - low) / range * (HEIGHT - 2.0);
    let (first, last) = (own.points().next(), own.last());
    let (Some(first), Some(last)) = (first, last) else { return };
    #[expect(clippy::cast_precision_loss, reason = "two or three bars")]
    let room = (BAR + 8.0) * (count - 1) as f64;
    for point in own.points() {
        let left = 1.0 + (point.time - first.time) / (last.time - first.time) * room;
        let (top, bottom) = (y(point.value.max(0.0)), y(point.value.min(0.0)));
        let class = if point.preliminary { "hollow" } else { "bar" };
        canvas.rect(class, &Rect { left, top, right: left + BAR, bottom });
    }
    canvas.line("zero", (0.0, y(0.0)), (room + BAR + 2.0, y(0.0)));
}

fn line(canvas: &mut Canvas, own: &Line<'_>) {
    let values = || own.points().map(|point| point.value);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    let (Some(first), Some(last)) = (own.points().next(), own.last()) else { return };
    let years = last.time - first.time;
    let x = |time: f64| EDGE + (time - first.time) / years * (WIDTH - 2.0 * EDGE);
    let y = |value: f64| {
        let part = if high > low { (value - low) / (high - low) } else { 0.5 };
        HEIGHT - EDGE - part * (HEIGHT - 2.0 * EDGE)
    };
    canvas.raw("<path class=\"line\" d=\"");
    for piece in &own.pieces {
        for (at, point) in piece.iter().enumerate() {
            match at {
                0 => canvas.raw("M"),
                1 => canvas.raw("L"),
                _ => canvas.raw(" "),
            }
            canvas.point(x(point.time), y(point.value));
        }
        // A figure between two gaps: a line of no length has round ends.
        if piece.len() == 1 {
            canvas.raw("h0");
        }
    }
    canvas.raw("\"/><path class=\"");
    canvas.raw(if last.preliminary { "hollow" } else { "round" });
    canvas.raw("\" d=\"");
    shape(canvas, own.place, last.preliminary, (x(last.time), y(last.value)));
    canvas.raw("\"/>");
}
