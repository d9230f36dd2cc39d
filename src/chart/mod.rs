//! Figures and the year become pictures: SVG that stands in the page, with no script and no style of its own.
//!
//! `wheel` draws the annual wheel. Colours, weights and sizes of type are classes, told in the theme.

mod wheel;

pub use wheel::{Wheel, wheel};
