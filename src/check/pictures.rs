//! Pictures and what they show.

use super::bodies::Part;
use super::notes::Notes;
use crate::diagnostic::rules::MISSING_ALT_TEXT;

/// The rule `missing-alt-text`.
pub(super) fn missing_alt_text(part: &Part, notes: &mut Notes) {
    let images = part.document().images.iter();
    for image in images.filter(|image| image.alt.trim().is_empty() && !image.is_decoration) {
        notes.note(&MISSING_ALT_TEXT, image.span, image.file.as_str());
    }
}
