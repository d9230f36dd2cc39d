//! What the plan wants of a file of figures: the fields of `data = { … }`, each with its place.

use crate::text::Span;

/// A name that the plan writes, and where.
pub type Named = (String, Span);

/// What is wanted of a file. Norwegian: *data*.
#[derive(Debug, Clone, Default)]
pub struct Wants {
    /// The columns of a sheet, in this order; none picks all.
    pub columns: Vec<Named>,
    /// What is picked of a file with dimensions.
    pub select: Vec<Choice>,
    /// The column or the dimension that is the time.
    pub time: Option<Named>,
    /// The sheet of a workbook.
    pub sheet: Option<Named>,
    /// What the series is called, instead of what the file calls it.
    pub name: Option<Named>,
}

/// What is picked from one dimension.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The dimension, by its name in the file or its label.
    pub dimension: Named,
    /// Its categories, by code or by label.
    pub codes: Vec<Named>,
}
