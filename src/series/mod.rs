//! Figures: an indicator's series and those it is compared with, read from the files that hold them.
//!
//! 1. [`read`] chooses the reader by the file's name.
//! 2. Of a workbook `sheet` finds the table in the sheet that is wanted. `table` finds the columns that the plan asks for, reads
//!    times and values, and tells each cell that can't be read where it stands, in the words of `tell`. What could be read is kept.
//! 3. `jsonstat` reads the cubes of the statistics agencies.
//! 4. [`parse_value`] reads one value, in a file or in the plan itself: a number, or one of the marks
//!    that the agencies use for figures that are not told.
//!
//! Whatever the text holds, reading it never fails as a whole: the result is a [`SeriesSet`], empty at
//! worst, and the mistakes stand among the diagnostics.

mod jsonstat;
mod plain;
mod read;
mod sheet;
mod show;
mod table;
mod tell;
mod time;
mod types;
mod value;
mod wants;

pub use read::{Request, is_data, read};
pub use show::{Shown, ShownLine, ShownPart, show};
pub use table::{CsvRequest, read_csv};
pub use types::{Break, DataNote, Observation, Reading, Series, SeriesSet};
pub use value::{parse_observed, parse_value};
pub use wants::{Choice, Named, Wants};
