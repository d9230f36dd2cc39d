//! What templates see of figures and of the year: the latest figure, all in a chart, how they stand to a
//! target, the annual wheel. A part of `types`.

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

/// How an indicator stands to its target: what the figures say, and what the municipality says.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProgressView {
    /// The pace: `reached`, `on-track`, `slow`, `too-slow`, `away` or `missed`; none when the figures say too little.
    pub badge: Option<BadgeView>,
    /// "Fra 10,2 % (2023) til 8,1 % (2025).", and what is preliminary of it; empty without two figures.
    pub change: String,
    /// What the pace means, or why it can't be told. A sentence.
    pub said: String,
    /// The municipality's own assessment.
    pub own: Option<BadgeView>,
    /// In words, when it has assessed nothing; else empty.
    pub own_note: String,
    /// The first sentence of its latest finding, or empty. HTML (inline).
    pub own_text: String,
    /// The day of that finding, or empty.
    pub own_when: String,
    /// Where the method is told.
    pub method: Option<LinkView>,
}

/// The annual wheel as a picture, and what its numbers stand for.
#[derive(Debug, Clone, Serialize)]
pub struct WheelView {
    /// The picture. HTML (SVG).
    pub svg: String,
    /// The events, numbered from 1 in this order.
    pub events: Vec<LinkView>,
    /// When each of them is, in the same order.
    pub times: Vec<String>,
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
