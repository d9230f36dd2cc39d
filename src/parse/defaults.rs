//! `[defaults]`: fields that a folder or a register sets for its entries.

use super::files::{Parser, field_word, folder_of, written_kind};
use super::table::{Converter, RawTable};
use super::toml::Folded;
use crate::diagnostic::rules::WRONG_TYPE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::load::SourceSet;
use crate::say;
use crate::text::{FileId, SourceFile};
use crate::vocabulary::{FIELDS, Kind, Word, fields_of};
use std::collections::HashMap;
use toml::de::{DeTable, DeValue};

/// What `[defaults]` of a folder or a register sets.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Defaults {
    pub(super) kind: Option<Kind>,
    pub(super) table: RawTable,
}

/// The defaults of every folder that has an `index.md`, most of them none.
pub(super) type Folders = HashMap<String, Option<Defaults>>;

/// The defaults for what stands in a folder: those of the nearest folder above that is a chapter.
pub(super) fn defaults_for<'f>(folders: &'f Folders, mut folder: &str) -> Option<&'f Defaults> {
    loop {
        if let Some(found) = folders.get(folder) {
            return found.as_ref();
        }
        folder = folder.rsplit_once('/')?.0;
    }
}

/// Reads `[defaults]` of every `index.md` beforehand; its mistakes are told when the file is parsed.
pub(super) fn folder_defaults(sources: &SourceSet) -> Folders {
    let none = HashMap::new();
    let mut unheard = Diagnostics::default();
    let mut read = |place: usize, file: &SourceFile| {
        if !["defaults", "standard"].iter().any(|name| file.text.contains(name)) {
            return None;
        }
        let id = FileId::at(place);
        let parser = Parser { id, file, folders: &none };
        let (fields, _) = parser.split(&mut unheard)?;
        let folded = Folded::new(&file.text[fields.clone()]);
        let table = folded.parse(id, fields.start, &mut unheard);
        Some(take_defaults(&parser.converter(&fields), &table, &mut unheard))
    };
    let index =
        sources.files.iter().enumerate().filter(|(_, file)| file.path.ends_with("/index.md"));
    index.map(|(place, file)| (folder_of(&file.path).to_string(), read(place, file))).collect()
}

/// The defaults in a table, if it has any.
pub(super) fn take_defaults(
    converter: &Converter<'_>,
    table: &DeTable<'_>,
    diagnostics: &mut Diagnostics,
) -> Defaults {
    let is_defaults = |key: &str| field_word("defaults").is_written(key);
    let Some((_, value)) = table.iter().find(|(key, _)| is_defaults(key.get_ref())) else {
        return Defaults::default();
    };
    let DeValue::Table(inner) = value.get_ref() else {
        let span = converter.span(value.span());
        diagnostics.push(Diagnostic::at(
            &WRONG_TYPE,
            span,
            say!(nb: "[standard] må være en tabell", en: "[defaults] must be a table"),
        ));
        return Defaults::default();
    };
    let kind = written_kind(converter, inner, diagnostics);
    let every: Vec<&'static Word>;
    let allowed = match kind {
        Some(kind) => fields_of(kind),
        None => {
            every = FIELDS.iter().collect();
            &every
        }
    };
    let whose = say!(nb: "[standard]", en: "[defaults]");
    let mut table = converter.table(inner, allowed, &whose, diagnostics);
    table.take("kind");
    Defaults { kind, table }
}

/// A table without its `[defaults]`, which are read apart.
pub(super) fn without_defaults(table: DeTable<'_>) -> DeTable<'_> {
    let is_defaults = |key: &str| field_word("defaults").is_written(key);
    if !table.keys().any(|key| is_defaults(key.get_ref())) {
        return table;
    }
    table.into_iter().filter(|(key, _)| !is_defaults(key.get_ref())).collect()
}

/// Adds what a folder's or a register's defaults say and the entry does not, where its kind has the field.
pub(super) fn inherit(table: &mut RawTable, defaults: &RawTable, kind: Kind) {
    for field in &defaults.fields {
        let fits = fields_of(kind).iter().any(|word| word.name == field.name);
        if fits && table.get(&field.name).is_none() {
            table.fields.push(field.clone());
        }
    }
}
