//! In which sizes and formats a picture is published.

use super::{Format, Measured};

/// Widths that are made, in pixels: a telephone, the same with a sharp screen, the column of text on a sharp
/// screen, and two steps beyond for a theme that shows pictures wider.
const WIDTHS: [u32; 5] = [360, 720, 1080, 1440, 1920];

/// The widest picture in the format that every browser knows; the few that need it have small screens.
const PLAIN_WIDTH: u32 = 1080;

/// One file that a picture is published as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rendition {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// How it is written.
    pub format: Format,
}

impl Measured {
    /// Whether it is published as it is: drawings, what moves, and what is not decoded.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.moves || matches!(self.format, Format::Svg | Format::Avif)
    }

    /// The files that it is published as: WebP from narrow to wide, and last one that every browser knows. A
    /// picture that is kept is one file.
    #[must_use]
    pub fn renditions(&self) -> Vec<Rendition> {
        if self.is_kept() {
            let Measured { format, width, height, .. } = *self;
            return vec![Rendition { width, height, format }];
        }
        let widest = self.width.min(WIDTHS[WIDTHS.len() - 1]);
        // A step just below the widest would save nobody anything.
        let steps = WIDTHS.into_iter().filter(|step| step * 10 < widest * 9).chain([widest]);
        let mut all: Vec<Rendition> = steps.map(|width| self.at(width, Format::Webp)).collect();
        let is_photograph = matches!(self.format, Format::Jpeg | Format::Webp) && !self.has_alpha;
        let plain = if is_photograph { Format::Jpeg } else { Format::Png };
        all.push(self.at(widest.min(PLAIN_WIDTH), plain));
        all
    }

    /// The size that it has at a width.
    fn at(&self, width: u32, format: Format) -> Rendition {
        let scaled = u64::from(self.height) * u64::from(width) + u64::from(self.width) / 2;
        let height = u32::try_from(scaled / u64::from(self.width.max(1))).unwrap_or(u32::MAX);
        Rendition { width, height: height.max(1), format }
    }
}
