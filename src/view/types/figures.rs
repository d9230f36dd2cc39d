//! Figures as templates see them: the latest one, all of them as a chart, and as a table.

use super::{BadgeView, LinkView};
use serde::Serialize;

/// The latest figure of an indicator.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// "72,9 %".
    pub value: String,
    /// "2025", or "år ikke oppgitt".
    pub when: String,
    /// The series' name.
    pub series: String,
    /// Comparators of the same time: "Landet 78,1 %".
    pub others: Vec<String>,
    /// How the figures have moved, as a small picture; empty for fewer than two figures. HTML (SVG).
    pub spark: String,
}

/// A chart of an indicator's figures.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChartView {
    /// `line`, `bars`, `share` or `single`.
    pub picture: String,
    /// The chart, in one frame (`<svg class="narrow">`) or two (`wide` before it), of which the stylesheet
    /// shows one. HTML (SVG).
    pub svg: String,
    /// What the figures say, in a sentence or two; the chart carries it already for those who can't see it.
    pub description: String,
    /// What marks in the chart mean, one sentence each.
    pub notes: Vec<String>,
}

/// A table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TableView {
    /// What the table shows.
    pub caption: String,
    /// Column headings; the first heads the row headings.
    pub columns: Vec<CellView>,
    /// Rows; the first cell of each is its heading.
    pub rows: Vec<Vec<CellView>>,
    /// What marks in the table mean, one sentence each.
    pub notes: Vec<String>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CellView {
    /// Text when there are no links and no HTML.
    pub text: String,
    /// Links, one a line.
    pub links: Vec<LinkView>,
    /// HTML (inline), instead of the others.
    pub html: String,
    /// Whether it is a figure, set right.
    pub numeric: bool,
    /// Status or assessment.
    pub badge: Option<BadgeView>,
}
