//! What the fuzz targets share: a plan made of an input, and what must be true of whatever comes of it.
//!
//! 1. [`input`] takes an input apart into files, in the form of the fixtures of `tests/rules/`.
//! 2. [`sound`] holds what was read against the text that it was read from: places, nesting, messages.
//! 3. [`tame`] reads HTML as a browser does, and holds it against what planverk ever writes.
//! 4. [`alarm`] lets those panics through that planverk catches and tells as a mistake of the text.
//!
//! A target fails by panicking: libFuzzer then keeps its input.

pub mod alarm;
pub mod input;
pub mod sound;
pub mod tame;
