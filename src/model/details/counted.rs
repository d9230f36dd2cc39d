//! What is counted: indicators, their findings and their sources.

use crate::model::{Body, ComponentId, EntryId, GoalId, IndicatorId, MeasureId, SeriesSet};
use crate::text::{Number, Span, When};

/// Something counted or told that shows how things are. Norwegian: *indikator*, *telling*.
#[derive(Debug, Clone, Default)]
pub struct Indicator {
    /// "%", "poeng"; empty for words or bare counts.
    pub unit: String,
    /// Decimals to show; none keeps each figure's own.
    pub decimals: Option<u8>,
    /// Which way is better.
    pub better: Better,
    /// Where it is from.
    pub sources: Vec<Cited>,
    /// What it tells, in the order written.
    pub findings: Vec<Finding>,
    /// What it should become.
    pub target: Option<Aim>,
    /// Goals that it measures, told here or at the goal.
    pub goals: Vec<GoalId>,
    /// Components whose text mentions it.
    pub components: Vec<ComponentId>,
    /// Measures that should move it.
    pub measures: Vec<MeasureId>,
    /// UN sustainable development goals, 1 to 17.
    pub sdg: Vec<u8>,
    /// The figures.
    pub series: SeriesSet,
    /// Counts of persons below this are not shown.
    pub suppress_below: Option<u32>,
}

impl Indicator {
    /// The newest finding.
    #[must_use]
    pub fn latest_finding(&self) -> Option<&Finding> {
        self.findings.iter().max_by_key(|finding| finding.on)
    }
}

/// Which way an indicator should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Better {
    Higher,
    Lower,
    #[default]
    Neither,
}

/// A source, and which edition of it.
#[derive(Debug, Clone)]
pub struct Cited {
    /// The source.
    pub source: EntryId,
    /// "2021", or empty.
    pub edition: String,
}

/// What an indicator tells at a time. Norwegian: *funn*.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its day.
    pub on: Option<When>,
    /// How it was judged.
    pub assessment: Option<Judgement>,
    /// In words.
    pub text: Body,
    /// How it stands to something else.
    pub compared: Option<Comparison>,
    /// Where it stands.
    pub span: Span,
}

/// How a finding was judged. Norwegian: *vurdering*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// Norwegian: *oppløftende*.
    Encouraging,
    /// Norwegian: *å følge med på*.
    Watch,
}

/// How a figure stands to another's, in words.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// "Landet".
    pub with: String,
    /// Above, below or equal.
    pub is: Order,
}

/// An order of two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Order {
    Above,
    Below,
    Equal,
}

/// What an indicator should become, and when. Norwegian: *måltall*.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// The figure.
    pub value: Number,
    /// By when.
    pub year: Option<When>,
    /// The time of the figure that progress is counted from; none leaves it to the series.
    /// Norwegian: *basisår*.
    pub base: Option<When>,
}

/// Where figures come from. Norwegian: *kilde*.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Its web page.
    pub url: String,
    /// Who publishes it.
    pub author: String,
    /// The indicators that lean on it.
    pub indicators: Vec<IndicatorId>,
}
