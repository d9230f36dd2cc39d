//! Pictures that texts show.

use crate::picture::{Measured, Rendition};
use crate::text::Span;

/// A picture that the site takes along, in the sizes that readers need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its path from the plan's folder.
    pub source: String,
    /// Where it is shown first.
    pub shown: Span,
    /// What it is.
    pub measured: Measured,
    /// What its files are known by: see [`crate::picture::identity`].
    pub hash: String,
    /// Its name, as a part of an address: `skolebaten`.
    pub name: String,
}

/// The folder of pictures in the site, beside the theme's files: what lies below `assets/` never changes.
const FOLDER: &str = "assets/pictures";

/// How much of the hash an address carries.
const HASH_LENGTH: usize = 10;

impl Picture {
    /// Where one of its files stands in the site: `assets/pictures/skolebaten-720.1a2b3c4d5e.webp`.
    #[must_use]
    pub fn path(&self, rendition: &Rendition) -> String {
        let hash = self.hash.get(..HASH_LENGTH).unwrap_or(&self.hash);
        let ending = rendition.format.ending();
        if self.measured.is_kept() {
            return format!("{FOLDER}/{}.{hash}.{ending}", self.name);
        }
        format!("{FOLDER}/{}-{}.{hash}.{ending}", self.name, rendition.width)
    }
}
