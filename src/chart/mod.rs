//! Figures become pictures: SVG that stands in the page, with no script and no style of its own.
//!
//! 1. `plot` turns an indicator's series into lines in pieces, gaps and breaks. [`kind`] says which
//!    picture suits them: a line, bars for few points, levels beside each other for a single time.
//! 2. `xy` lays out what has a line of time: `scale` chooses the figures on the axis, `times` the years
//!    below, `labels` the words at the ends of lines; `marks` draws what stands between them.
//!    `level` lays out single figures, `spark` the small line on a card.
//! 3. `place` keeps labels apart. `glyphs` knows how wide words are, `canvas` where they stand already.
//!
//! A chart is drawn twice, [`Frame::Wide`] and [`Frame::Narrow`], and the stylesheet shows the one that
//! there is room for. One picture that shrinks would have letters of five pixels on a phone; one that
//! stays small wastes a desktop. Colours, weights and sizes of type are classes, told in the theme.
//!
//! `wheel` is the annual wheel, drawn once: it holds numbers, and the list beside it the words.
//!
//! Where an author's words enter a chart, `canvas` escapes them.

mod canvas;
mod figures;
mod glyphs;
mod labels;
mod level;
mod marks;
mod place;
mod plot;
mod scale;
mod spark;
#[cfg(test)]
mod tests;
mod times;
mod wheel;
mod xy;

pub use wheel::{Wheel, wheel};

use crate::html::escape_into;
use crate::model::{Aim, Reading, SeriesSet};
use crate::text::Language;
use crate::words::Words;
use canvas::Canvas;
use plot::{MOST_LINES, Plot, plot};

/// What stands for a figure that is held back, in charts as in tables.
pub const SUPPRESSED: &str = ":";
/// What stands for a figure that is not known.
pub const MISSING: &str = "..";

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Chart<'c> {
    /// The plan's own series and its comparators.
    pub series: &'c SeriesSet,
    /// "%", "poeng", or empty.
    pub unit: &'c str,
    /// Decimals to show; none keeps each figure's own.
    pub decimals: Option<u8>,
    /// What it should become.
    pub target: Option<Aim>,
    /// The plan's language.
    pub language: Language,
    /// The interface's words.
    pub words: &'c Words,
}

/// Which room a chart is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// From about 530 pixels: a page on a desktop, a sheet of paper.
    Wide,
    /// From about 250: a phone, a card.
    Narrow,
}

/// Which picture suits the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Figures over time.
    Line,
    /// Few figures over time, from zero.
    Bars,
    /// One figure out of a hundred, beside comparators of the same time.
    Share,
    /// One figure, beside comparators of the same time.
    Single,
}

/// What a chart is called, for those who can't see it.
#[derive(Debug, Clone, Copy)]
pub struct Name<'n> {
    /// What it shows.
    pub title: &'n str,
    /// What it says, in a sentence.
    pub description: &'n str,
    /// A fragment that nothing else in the page has. Without one the name stands in an attribute, and the
    /// same chart may stand in a page twice.
    pub id: Option<&'n str>,
}

/// What a chart has that its reader must be told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sentence below the chart")]
pub struct Marks {
    /// The axis does not begin at zero.
    pub cut: bool,
    /// A line is broken: something else is counted from there on.
    pub broken: bool,
    /// Some figures are preliminary.
    pub preliminary: bool,
    /// Some have no time, and no place in a chart over time.
    pub undated: bool,
    /// Series beyond those that a chart can tell apart.
    pub left_out: usize,
}

/// Which picture suits the figures; none when there is no figure.
#[must_use]
pub fn kind(chart: &Chart<'_>) -> Option<Picture> {
    suited(chart, &plot(chart))
}

fn suited(chart: &Chart<'_>, plot: &Plot<'_>) -> Option<Picture> {
    let most = plot.lines.iter().map(|line| line.points().count()).max().unwrap_or(0);
    let own = plot.own().map_or(0, |line| line.points().count());
    match most {
        0 | 1 => level::kind(chart),
        2..=xy::MOST_BARS if own == most && xy::bars_fit(plot) => Some(Picture::Bars),
        _ => Some(Picture::Line),
    }
}

/// Draws a chart; none when there is no figure.
#[must_use]
pub fn draw(chart: &Chart<'_>, frame: Frame, name: &Name<'_>) -> Option<String> {
    let (canvas, height) = drawn(chart, frame)?;
    let class = if frame == Frame::Wide { "wide" } else { "narrow" };
    Some(wrap(&canvas, height, class, name))
}

/// The chart without its name, and how high it is.
fn drawn(chart: &Chart<'_>, frame: Frame) -> Option<(Canvas, f64)> {
    let plot = plot(chart);
    Some(match suited(chart, &plot)? {
        Picture::Line => xy::draw(chart, &plot, frame, false),
        Picture::Bars => xy::draw(chart, &plot, frame, true),
        Picture::Share | Picture::Single => level::draw(chart, frame),
    })
}

/// The small picture on a card: the plan's own figures without words; none for fewer than two.
#[must_use]
pub fn spark(chart: &Chart<'_>, name: &Name<'_>) -> Option<String> {
    let canvas = spark::draw(&plot(chart))?;
    Some(wrap(&canvas, spark::HEIGHT, "spark", &Name { id: None, ..*name }))
}

/// What a chart's reader must be told.
#[must_use]
pub fn marks(chart: &Chart<'_>) -> Marks {
    let plot = plot(chart);
    let Some(picture) = suited(chart, &plot) else { return Marks::default() };
    let is_dated = matches!(picture, Picture::Line | Picture::Bars);
    let all = || chart.series.series.iter().take(MOST_LINES).flat_map(|one| &one.observations);
    let undated = all().any(|one| one.time.is_none() && matches!(one.value, Reading::Number(_)));
    Marks {
        cut: picture == Picture::Line && xy::axis(chart, &plot, false).is_cut(),
        broken: is_dated && !plot.breaks.is_empty(),
        preliminary: is_dated && plot.points().any(|point| point.preliminary)
            || level::is_preliminary(chart, picture),
        undated: is_dated && undated,
        left_out: chart.series.series.len().saturating_sub(MOST_LINES),
    }
}

/// The SVG around what was drawn, with its name.
fn wrap(canvas: &Canvas, height: f64, class: &str, name: &Name<'_>) -> String {
    let mut svg = Canvas::new(canvas.width);
    svg.raw("<svg class=\"");
    svg.raw(class);
    svg.raw("\" viewBox=\"0 ");
    svg.number(canvas.top);
    svg.raw(" ");
    svg.point(canvas.width, height - canvas.top);
    svg.raw("\" role=\"img\" ");
    match name.id {
        Some(id) => {
            for (before, after) in [("aria-labelledby=\"", "-t "), ("", "-d\"><title id=\"")] {
                svg.raw(before);
                reference(&mut svg.svg, id, class, after);
            }
            reference(&mut svg.svg, id, class, "-t\">");
            escape_into(name.title, &mut svg.svg);
            svg.raw("</title><desc id=\"");
            reference(&mut svg.svg, id, class, "-d\">");
            escape_into(name.description, &mut svg.svg);
            svg.raw("</desc>");
        }
        None => {
            svg.raw("aria-label=\"");
            escape_into(name.description, &mut svg.svg);
            svg.raw("\">");
        }
    }
    svg.raw(&canvas.svg);
    svg.raw("</svg>");
    svg.svg
}

/// A fragment for one of the frames: both stand in the page.
fn reference(svg: &mut String, id: &str, class: &str, after: &str) {
    escape_into(id, svg);
    svg.push('-');
    svg.push_str(&class[..1]);
    svg.push_str(after);
}
