//! A JSON-stat dataset as it lies in its file: dimensions, and a value for each way through them.
//!
//! Nothing is made as large as a file *says* that it is: dimensions are as long as their lists of codes,
//! values as many as stand there, and the product of the sizes is only ever compared.

use super::json::Piece;
use crate::series::plain::plain;
use crate::text::When;
use std::collections::HashMap;

/// A dataset.
#[derive(Debug)]
pub(super) struct Cube<'t> {
    /// What the table is called.
    pub label: String,
    /// Who publishes it.
    pub source: String,
    /// When it was last updated, as written.
    pub updated: String,
    /// Its dimensions, the last one moving fastest.
    pub dimensions: Vec<Dimension>,
    pub values: Values<'t>,
    pub status: Status<'t>,
    /// What the marks mean that only this file uses.
    pub legend: Vec<(String, String)>,
    pub remarks: Vec<Remark>,
    /// The decimals of all its figures, unless a category says its own.
    pub decimals: Option<u8>,
}

/// What the figures are divided by. Norwegian: *dimensjon*, *variabel*.
#[derive(Debug, Clone, Default)]
pub(super) struct Dimension {
    pub id: String,
    pub label: String,
    pub categories: Vec<Category>,
    pub role: Role,
    /// The category that stands for all of them, where the agency names one.
    pub total: Option<usize>,
    pub remarks: Vec<Remark>,
}

/// What a dimension is about, as the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    Time,
    Place,
    Metric,
    #[default]
    Other,
}

/// One of the things that a dimension divides by. Norwegian: *kode*.
#[derive(Debug, Clone, Default)]
pub(super) struct Category {
    pub code: String,
    pub label: String,
    pub unit: String,
    pub decimals: Option<u8>,
    pub remarks: Vec<Remark>,
}

/// What the source says of its figures, plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Remark {
    pub text: String,
    /// Whether it must follow the figures.
    pub mandatory: bool,
}

impl Remark {
    pub(super) fn new(text: &str, mandatory: bool) -> Remark {
        Remark { text: plain(text), mandatory }
    }
}

/// The values: all of them, or those that are told, by place.
#[derive(Debug)]
pub(super) enum Values<'t> {
    Dense(Vec<Piece<'t>>),
    Sparse(HashMap<usize, Piece<'t>>),
}

/// Marks beside the values: the same for all, a list, or those that have one.
#[derive(Debug, Default)]
pub(super) enum Status<'t> {
    #[default]
    None,
    All(String),
    Dense(Vec<Piece<'t>>),
    Sparse(HashMap<usize, Piece<'t>>),
}

impl<'t> Cube<'t> {
    /// The place of the cell at some coordinates, one for each dimension; none outside of the cube.
    pub(super) fn place(&self, coordinates: &[usize]) -> Option<usize> {
        let pairs = self.dimensions.iter().zip(coordinates);
        pairs.into_iter().try_fold(0_usize, |place, (dimension, at)| {
            let size = dimension.categories.len();
            (*at < size).then_some(())?;
            place.checked_mul(size)?.checked_add(*at)
        })
    }

    /// What stands at a place.
    pub(super) fn value(&self, place: usize) -> Option<Piece<'t>> {
        match &self.values {
            Values::Dense(values) => values.get(place).copied(),
            Values::Sparse(values) => values.get(&place).copied(),
        }
    }

    /// The mark beside it; empty for none.
    pub(super) fn mark(&self, place: usize) -> String {
        let word = |piece: Option<&Piece<'t>>| {
            piece.and_then(|piece| piece.word()).map_or(String::new(), |mark| mark.into_owned())
        };
        match &self.status {
            Status::None => String::new(),
            Status::All(mark) => mark.clone(),
            Status::Dense(marks) => word(marks.get(place)),
            Status::Sparse(marks) => word(marks.get(&place)),
        }
    }
}

impl Dimension {
    /// "Region", with its label where that says something else.
    pub(super) fn shown(&self) -> String {
        if self.label.to_lowercase() == self.id.to_lowercase() {
            format!("«{}»", self.id)
        } else {
            format!("«{}» ({})", self.id, self.label)
        }
    }

    /// The times of its categories, when all of them are times.
    pub(super) fn times(&self) -> Option<Vec<When>> {
        self.categories.iter().map(Category::time).collect()
    }
}

impl Category {
    /// The time that it is, by its code or else its label.
    pub(super) fn time(&self) -> Option<When> {
        let read = crate::series::time::parse_time;
        read(&self.code).or_else(|| read(&self.label))
    }

    /// Whether the source says that all figures of this time are preliminary.
    pub(super) fn is_preliminary(&self) -> bool {
        const WORDS: [&str; 7] = [
            "foreløpig",
            "førebels",
            "ureviderte",
            "preliminär",
            "preliminary",
            "provisional",
            "unrevised",
        ];
        let says = |text: &str| {
            let text = text.to_lowercase();
            WORDS.iter().any(|word| text.contains(word))
        };
        crate::series::time::is_preliminary(&self.code)
            || crate::series::time::is_preliminary(&self.label)
            || says(&self.label)
            || self.remarks.iter().any(|remark| says(&remark.text))
    }

    /// "3053 Eksempelvik", or the code alone where it says it all.
    pub(super) fn shown(&self) -> String {
        if self.label == self.code {
            self.code.clone()
        } else {
            format!("{} {}", self.code, self.label)
        }
    }
}
