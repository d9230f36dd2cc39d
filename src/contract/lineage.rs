//! What became of blocks: TOML that a person may have written in, so all its mistakes are told at once.

use super::table::{self, Value, field};
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, Span};
use std::ops::Range;
use toml::de::DeValue;

/// What became of a block: a row of a lineage.
#[derive(Debug, Clone)]
pub struct Fate {
    /// The version whose lineage says so.
    pub version: String,
    /// The block.
    pub id: String,
    /// The blocks that it became, with the places where they are named.
    pub became: Vec<(String, Span)>,
    /// How it became them, as far as it is told.
    pub how: Option<How>,
    /// Why it is gone; empty if it is not.
    pub gone: String,
    /// Whether it holds: not only proposed, with nobody's word on it yet.
    pub sure: bool,
    /// Where the row stands.
    pub span: Span,
}

impl Fate {
    /// Whether a person must say what became of the block.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.gone.is_empty() && (!self.sure || self.became.is_empty())
    }
}

/// How a block became others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// Its words were changed.
    Edited,
    /// Its words stand in several blocks now.
    Split,
    /// Its words stand in one block with another's.
    Merged,
    /// Its words were changed, and it stands in another section.
    Moved,
}

impl How {
    const ALL: [How; 4] = [How::Edited, How::Split, How::Merged, How::Moved];

    /// Its name in `lineage.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            How::Edited => "edited",
            How::Split => "split",
            How::Merged => "merged",
            How::Moved => "moved",
        }
    }
}

/// Reads the lineage of the version that stands in the folder `name`.
pub(super) fn fates(
    name: &str,
    file: FileId,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<Fate> {
    let mut lineage = Lineage { file, diagnostics };
    let (told, unreadable) = table::parse(text);
    unreadable.into_iter().for_each(|(range, message)| lineage.tell(range, message));
    table::all(&told, "block").into_iter().filter_map(|row| lineage.fate(name, row)).collect()
}

/// A file that is being read.
struct Lineage<'d> {
    file: FileId,
    diagnostics: &'d mut Diagnostics,
}

impl Lineage<'_> {
    fn fate(&mut self, version: &str, row: &Value) -> Option<Fate> {
        let DeValue::Table(table) = row.get_ref() else {
            let message =
                say!(nb: "En rad må skrives [[block]]", en: "A row must be written [[block]]");
            self.tell(row.span(), message);
            return None;
        };
        let Some(id) = field(table, "id") else {
            let message =
                say!(nb: "Raden sier ikke hvilket avsnitt", en: "The row does not say which block");
            self.tell(row.span(), message);
            return None;
        };
        let (id, _) = self.string(id)?;
        let gone = field(table, "gone").and_then(|gone| self.string(gone));
        let gone = gone.map_or(String::new(), |(gone, _)| gone);
        let became = table::all(table, "became");
        let became = became.into_iter().filter_map(|id| self.string(id)).collect();
        let how = field(table, "how").and_then(|how| self.how(how));
        let sure = field(table, "sure").is_none_or(|sure| self.truth(sure));
        let span = Span::new(self.file, row.span());
        Some(Fate { version: version.to_string(), id, became, how, gone, sure, span })
    }

    fn how(&mut self, value: &Value) -> Option<How> {
        let (name, _) = self.string(value)?;
        let found = How::ALL.into_iter().find(|how| how.name() == name);
        if found.is_none() {
            let message = say!(
                nb: "«{name}» er ikke edited, split, merged eller moved",
                en: "“{name}” is not edited, split, merged or moved"
            );
            self.tell(value.span(), message);
        }
        found
    }

    fn truth(&mut self, value: &Value) -> bool {
        let DeValue::Boolean(truth) = value.get_ref() else {
            let message =
                say!(nb: "Her skal det stå true eller false", en: "Here must stand true or false");
            self.tell(value.span(), message);
            return false;
        };
        *truth
    }

    fn string(&mut self, value: &Value) -> Option<(String, Span)> {
        table::string(value, self.file).map_err(|message| self.tell(value.span(), message)).ok()
    }

    fn tell(&mut self, range: Range<usize>, message: Say) {
        let span = Span::new(self.file, range);
        self.diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
            nb: "En rad skrives [[block]], og under den id = \"b1\" og enten gone = \"hvorfor\" eller became = [\"b7\"]",
            en: "A row is written [[block]], and below it id = \"b1\" and either gone = \"why\" or became = [\"b7\"]"
        )));
    }
}
