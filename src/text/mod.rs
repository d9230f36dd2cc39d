//! What text is made of here: source files with spans, languages, slugs, dates and numbers as people in
//! the north write them, sheets of cells, and the order of their alphabets.

mod book;
mod cells;
mod collate;
mod harmless;
mod holds;
mod identity;
mod json;
mod language;
mod letters;
mod media;
mod named;
mod number;
mod oslo;
mod sentence;
mod slug;
mod source;
mod suggest;
mod when;

pub use book::{Book, BookSheet, CellPlace, column_name};
pub use cells::{Cell, Row, Sheet, split};
pub use collate::{initial, sort_key};
pub use harmless::{harmless, turns};
pub use holds::holds;
pub use identity::{Register, identity_at, mask};
pub use json::{LongText, write_json};
pub use language::Language;
pub use letters::whole_letters;
pub use media::media_type;
pub(crate) use named::named;
pub use number::Number;
pub use oslo::{in_oslo, oslo, oslo_text};
pub use sentence::{ends_with_abbreviation, first_sentence};
pub use slug::{order_prefix, slug};
pub use source::{FileId, Position, SourceFile, Span, decode};
pub use suggest::nearest;
pub use when::{NotADate, Period, When, day_first};
