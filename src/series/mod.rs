//! Figures: an indicator's series and those it is compared with, read from the files that hold them.
//!
//! 1. `cells` splits a CSV file into rows of cells, each with its bytes in the file.
//! 2. `table` finds the columns that the plan asks for, reads times and values, and tells each cell
//!    that can't be read where it stands, in the words of `tell`. What could be read is kept.
//! 3. [`parse_value`] reads one value, in a file or in the plan itself: a number, or one of the marks
//!    that the agencies use for figures that are not told.
//!
//! Whatever the text holds, reading it never fails as a whole: the result is a [`SeriesSet`], empty at
//! worst, and the mistakes stand among the diagnostics.

mod cells;
mod table;
mod tell;
mod types;
mod value;

pub use table::{CsvRequest, read_csv};
pub use types::{Break, DataNote, Observation, Reading, Series, SeriesSet};
pub use value::parse_value;
