//! Pictures as bytes: what one is and how large, and what the site publishes of it. Pure functions, all of them.
//!
//! 1. [`measure()`] reads the beginning of a file: its format, its size as it is seen (turned as the camera held
//!    it), and whether it can be published at all. `vector` and `avif` read what no decoder is needed for.
//! 2. [`Measured::renditions`] says in which sizes and formats it is published. It needs no pixels, so that pages
//!    can be written before a single picture is decoded.
//! 3. [`make()`] decodes a picture once and makes all its renditions. Nothing of a photograph's metadata (place,
//!    camera, name) is in them. `chunks` frees pictures that move of
//!    theirs.

mod avif;
mod chunks;
mod make;
mod measure;
mod renditions;
mod vector;

#[cfg(test)]
mod tests;

pub use make::{identity, make};
pub use measure::measure;
pub use renditions::Rendition;

use std::fmt;

/// The most pixels that a picture may have: those of a large telephone's camera, with some to spare. Decoded it
/// takes four bytes for each.
pub const MOST_PIXELS: u64 = 60_000_000;

/// The longest side, in pixels.
pub const LONGEST_SIDE: u32 = 16_000;

/// How a picture is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Portable Network Graphics.
    Png,
    /// A photograph, usually.
    Jpeg,
    /// WebP.
    Webp,
    /// Graphics Interchange Format.
    Gif,
    /// AV1 in a still picture.
    Avif,
    /// Scalable Vector Graphics.
    Svg,
}

impl Format {
    /// The ending of a file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Format::Png => "png",
            Format::Jpeg => "jpg",
            Format::Webp => "webp",
            Format::Gif => "gif",
            Format::Avif => "avif",
            Format::Svg => "svg",
        }
    }

    /// Whether a file's ending, in small letters, promises a picture.
    #[must_use]
    pub fn is_promised_by(ending: &str) -> bool {
        matches!(ending, "png" | "jpg" | "jpeg" | "webp" | "gif" | "avif" | "svg")
    }
}

/// What the beginning of a picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// What it is, whatever its file is called.
    pub format: Format,
    /// As it is seen, in pixels; for drawings in CSS pixels. At least 1.
    pub width: u32,
    /// See [`Measured::width`].
    pub height: u32,
    /// Whether something may show through it.
    pub has_alpha: bool,
    /// Whether it has several frames.
    pub moves: bool,
}

/// Why a picture can't be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no picture of a known format, or is cut short, or broken: what the decoder says, in English.
    Broken(String),
    /// It has more pixels than are good for anybody: width and height.
    TooLarge(u32, u32),
    /// It has metadata that can't be taken out of its format.
    Metadata,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Broken(why) => write!(f, "{why}"),
            Fault::TooLarge(width, height) => write!(f, "{width} × {height} pixels"),
            Fault::Metadata => write!(f, "metadata within AVIF"),
        }
    }
}
