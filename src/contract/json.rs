//! Frozen blocks: JSON, read piece by piece.
//!
//! Each block is first taken as it stands (`RawValue`), so that it has a place in the file and
//! one that can't be read takes no other with it.

use super::{Block, BlockKind, Mark, Version};
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, Span};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::HashSet;

/// The form that is read.
const FORMAT: &str = "1";

#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    format: &'a RawValue,
    #[serde(borrow)]
    version: &'a RawValue,
}

#[derive(Deserialize)]
struct Blocks<'a> {
    #[serde(borrow)]
    blocks: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct BlockRow<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
    path: String,
    entry: String,
    text: String,
    /// Older and handmade files do not tell it.
    #[serde(default)]
    kind: String,
    #[serde(default)]
    section: Option<String>,
    #[serde(default)]
    seen: Option<String>,
    #[serde(default)]
    marks: Vec<(usize, usize, String)>,
}

/// Reads the blocks of the version that stands in the folder `name`.
pub(super) fn version(
    name: &str,
    file: FileId,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> Version {
    let before = diagnostics.mistakes();
    let mut blocks = Vec::new();
    let mut json = Json { file, text, diagnostics };
    if let Some((version, span)) = json.head() {
        if version != name {
            json.tell(span, say!(
                nb: "Filen er skrevet for versjonen «{version}», og står i mappen til «{name}»",
                en: "The file was written for the version “{version}”, and stands in the folder of “{name}”"
            ));
        }
        blocks = json.blocks();
    }
    let is_whole = json.diagnostics.mistakes() == before;
    Version { name: name.to_string(), blocks, is_whole, sheet: None }
}

/// A file that is being read.
struct Json<'t, 'd> {
    file: FileId,
    text: &'t str,
    diagnostics: &'d mut Diagnostics,
}

impl<'t> Json<'t, '_> {
    /// The version that the file is about, with its place; none for a form of the file that is not known.
    fn head(&mut self) -> Option<(String, Span)> {
        let head: Head = self.read(self.text)?;
        let format = head.format.get();
        if format != FORMAT {
            let message = say!(
                nb: "Filen er skrevet i form {format}, og denne utgaven av planverk leser form {FORMAT}",
                en: "The file is written in form {format}, and this planverk reads form {FORMAT}"
            );
            self.tell(self.span(format), message);
            return None;
        }
        self.string(head.version)
    }

    fn blocks(&mut self) -> Vec<Block> {
        let rows = self.read::<Blocks>(self.text).map_or(Vec::new(), |file| file.blocks);
        let mut blocks = Vec::with_capacity(rows.len());
        let mut known = HashSet::new();
        for row in rows {
            let Some(row) = self.read::<BlockRow>(row.get()) else { continue };
            let Some((id, span)) = self.string(row.id) else { continue };
            if !known.insert(row.id.get()) {
                let message = say!(nb: "Avsnittet «{id}» står to ganger", en: "The block “{id}” stands twice");
                self.tell(span, message);
                continue;
            }
            let BlockRow { path, entry, text, kind, section, seen, marks, .. } = row;
            let kind = BlockKind::named(&kind).unwrap_or_default();
            let marks = marks.into_iter();
            let marks = marks.map(|(from, to, what)| Mark { range: from..to, what }).collect();
            blocks.push(Block { id, path, entry, kind, section, text, seen, marks, span });
        }
        blocks
    }

    /// Reads a piece of the file; what is wrong with it is told.
    fn read<T: Deserialize<'t>>(&mut self, piece: &'t str) -> Option<T> {
        match serde_json::from_str(piece) {
            Ok(read) => Some(read),
            Err(error) => {
                let start = self.span(piece).range().start + offset(piece, &error);
                let length = self.text[start..].chars().next().map_or(0, char::len_utf8);
                let span = Span::new(self.file, start..start + length);
                self.tell(span, explain(&error));
                None
            }
        }
    }

    /// A string with its place.
    fn string(&mut self, piece: &'t RawValue) -> Option<(String, Span)> {
        let string = self.read(piece.get())?;
        Some((string, self.span(piece.get())))
    }

    /// The place of a piece of the file.
    fn span(&self, piece: &str) -> Span {
        let start = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Span::new(self.file, start..start + piece.len())
    }

    fn tell(&mut self, span: Span, message: Say) {
        self.diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
            nb: "planverk skriver denne filen. Hent den fram igjen slik den ble skrevet.",
            en: "planverk writes this file. Bring it back as it was written."
        )));
    }
}

/// The byte of a piece where an error stands.
pub(super) fn offset(piece: &str, error: &serde_json::Error) -> usize {
    let lines = piece.split_inclusive('\n').take(error.line().saturating_sub(1));
    let mut offset = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
    offset = offset.min(piece.len());
    while !piece.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// What the parser's message means to a planner.
pub(super) fn explain(error: &serde_json::Error) -> Say {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(said, _)| said);
    if let Some(field) = message.strip_prefix("missing field ") {
        let field = field.trim_matches('`');
        return say!(nb: "Feltet «{field}» mangler her", en: "The field “{field}” is missing here");
    }
    if let Some(told) = message.strip_prefix("unknown variant ") {
        let told = told.replace('`', "").replace(", expected one of", ":");
        let (written, choices) = told.split_once(": ").unwrap_or((&told, ""));
        return say!(nb: "«{written}» kan ikke stå her, bare {choices}", en: "“{written}” can't stand here, only {choices}");
    }
    if error.is_eof() {
        return say!(nb: "Filen slutter midt i", en: "The file ends in the middle");
    }
    say!(nb: "Dette kan ikke leses ({message})", en: "This can't be read ({message})")
}
