//! A JSON file, piece by piece, each with its place.
//!
//! The file is looked through once for its form. A piece is then taken apart when somebody asks what is in
//! it, one level at a time, in the order written: a file of a million values is never a tree of a million nodes.

use crate::text::{FileId, Span};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A JSON file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Json<'t> {
    pub file: FileId,
    pub text: &'t str,
}

/// A value in it, as it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'t>(&'t RawValue);

/// Where a file stops being JSON, and what the parser says of it.
pub(super) struct NotJson {
    pub offset: usize,
    pub is_cut: bool,
    pub message: String,
}

impl<'t> Json<'t> {
    /// The whole file.
    pub(super) fn whole(self) -> Result<Piece<'t>, NotJson> {
        serde_json::from_str(self.text).map(Piece).map_err(|error| {
            let message = error.to_string();
            let said = message.rsplit_once(" at line ").map_or(message.as_str(), |(said, _)| said);
            let (offset, is_cut) = (self.offset(&error), error.is_eof());
            NotJson { offset, is_cut, message: said.to_string() }
        })
    }

    fn offset(self, error: &serde_json::Error) -> usize {
        let lines = self.text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let mut offset = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
        offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    /// The place of a piece.
    pub(super) fn span(self, piece: Piece<'t>) -> Span {
        let written = piece.written();
        let start = (written.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Span::new(self.file, start..start + written.len())
    }
}

impl<'t> Piece<'t> {
    /// As it is written.
    pub(super) fn written(self) -> &'t str {
        self.0.get()
    }

    pub(super) fn is_null(self) -> bool {
        self.written() == "null"
    }

    /// The members of an object, in the order written.
    pub(super) fn members(self) -> Option<Vec<(Cow<'t, str>, Piece<'t>)>> {
        self.written().starts_with('{').then_some(())?;
        serde_json::from_str::<Members>(self.written()).ok().map(|members| members.0)
    }

    /// A member of an object; nothing for null.
    pub(super) fn get(self, name: &str) -> Option<Piece<'t>> {
        let found = self.members()?.into_iter().find(|(key, _)| key == name)?.1;
        (!found.is_null()).then_some(found)
    }

    /// The values of a list.
    pub(super) fn items(self) -> Option<Vec<Piece<'t>>> {
        self.written().starts_with('[').then_some(())?;
        let items: Vec<&RawValue> = serde_json::from_str(self.written()).ok()?;
        Some(items.into_iter().map(Piece).collect())
    }

    pub(super) fn string(self) -> Option<Cow<'t, str>> {
        self.written().starts_with('"').then_some(())?;
        serde_json::from_str::<Name>(self.written()).ok().map(|name| name.0)
    }

    /// A text, or a number as text: agencies write codes both ways.
    pub(super) fn word(self) -> Option<Cow<'t, str>> {
        let is_number =
            self.written().starts_with(|first: char| first == '-' || first.is_ascii_digit());
        if is_number { Some(Cow::Borrowed(self.written())) } else { self.string() }
    }

    /// A whole number from zero.
    pub(super) fn count(self) -> Option<usize> {
        self.written().parse().ok()
    }

    pub(super) fn is_true(self) -> bool {
        self.written() == "true"
    }

    /// Texts: one, or a list of them.
    pub(super) fn strings(self) -> Vec<Cow<'t, str>> {
        match self.items() {
            Some(items) => items.into_iter().filter_map(Piece::string).collect(),
            None => self.string().into_iter().collect(),
        }
    }
}

/// A string that is borrowed where it has no escapes.
struct Name<'t>(Cow<'t, str>);

impl<'t> Deserialize<'t> for Name<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Name<'t>, D::Error> {
        struct Words;
        impl<'t> Visitor<'t> for Words {
            type Value = Name<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Name<'t>, E> {
                Ok(Name(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Name<'t>, E> {
                Ok(Name(Cow::Owned(text.to_string())))
            }
        }
        deserializer.deserialize_str(Words)
    }
}

/// An object's members in the order written, doubled ones too.
struct Members<'t>(Vec<(Cow<'t, str>, Piece<'t>)>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Members<'t>, D::Error> {
        struct Walk;
        impl<'t> Visitor<'t> for Walk {
            type Value = Members<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
                let mut members = Vec::new();
                while let Some((Name(name), value)) = map.next_entry::<Name<'t>, &'t RawValue>()? {
                    members.push((name, Piece(value)));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Walk)
    }
}
