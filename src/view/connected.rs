//! The types of the matrix: how goals hang together with what measures them and what is done.

use super::{BadgeView, LinkGroupView, LinkView, ProgressView};
use serde::Serialize;

/// Goals × indicators × measures.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixView {
    /// A row for each goal, grouped by area.
    pub groups: Vec<MatrixGroupView>,
    /// What stands on no goal: measures for the whole plan, indicators without a goal.
    pub loose: Vec<LinkGroupView>,
}

/// The goals of one area.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixGroupView {
    /// The area; its path is empty for goals without one.
    pub area: LinkView,
    /// The goals.
    pub rows: Vec<MatrixRowView>,
}

/// One goal, with what measures it and what is done for it.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixRowView {
    /// The goal.
    pub goal: LinkView,
    /// Whether it stands under a main goal.
    pub sub: bool,
    /// Its indicators; empty is a hole, which the template says in words.
    pub indicators: Vec<MatrixItemView>,
    /// Its measures.
    pub measures: Vec<MatrixItemView>,
    /// Who is responsible.
    pub responsible: Vec<LinkView>,
}

/// An indicator or measure in the matrix.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixItemView {
    /// The entry.
    pub link: LinkView,
    /// Its latest assessment or status.
    pub badge: Option<BadgeView>,
    /// How it stands to its target; none without one.
    pub progress: Option<ProgressView>,
}
