//! What files were parsed to, kept for the next time: a file is parsed again only where it changed.

use super::defaults::{Folders, folder_defaults};
use super::files::{Parser, RawEntry, RawPlan, parse_settings};
use super::table::RawTable;
use crate::diagnostic::Diagnostics;
use crate::load::SourceSet;
use crate::portions::Portions;
use crate::text::{FileId, SourceFile};
use rayon::prelude::*;
use std::sync::Arc;

/// Parses every file.
#[must_use]
pub fn parse(sources: &SourceSet, diagnostics: &mut Diagnostics) -> RawPlan {
    Memory::default().parse(sources, diagnostics)
}

/// What files were parsed to.
///
/// A file's entries depend on its text, its place among the files (spans name files by it) and what its
/// folder sets; where all these are as they were, so are the entries.
#[derive(Default)]
pub struct Memory {
    folders: Folders,
    files: Vec<Arc<Parsed>>,
}

struct Parsed {
    /// A text that stands where it stood is the same; keeping it here keeps its place from another.
    text: Arc<str>,
    path: String,
    entries: Arc<[RawEntry]>,
    found: Diagnostics,
}

/// An entry of a Markdown file of its own, whose file was edited.
pub struct Edit {
    /// The fields that it had.
    pub before: Arc<RawTable>,
    /// What it is now.
    pub after: RawEntry,
}

impl Memory {
    /// What was edited since the last time, where that is all that happened: no file came or went, and those that differ
    /// are Markdown with one entry each, before and after, and nothing wrong in them. None where more did.
    pub fn edits(&mut self, sources: &SourceSet) -> Option<Vec<Edit>> {
        if self.files.len() != sources.files.len() {
            return None;
        }
        let mut edits = Vec::new();
        for (place, file) in sources.files.iter().enumerate() {
            let before = &self.files[place];
            if before.path != file.path {
                return None;
            }
            if Arc::ptr_eq(&before.text, &file.text) {
                continue;
            }
            // A folder's own file may say what the others are; the front page is no entry.
            if !file.path.ends_with(".md") || file.path.ends_with("/index.md") {
                return None;
            }
            let before = Arc::clone(before);
            let after = self.parse_file(place, file);
            let ([old], [new]) = (&*before.entries, &*after.entries) else { return None };
            if !(before.found.all().is_empty() && after.found.all().is_empty()) {
                return None;
            }
            edits.push(Edit { before: Arc::clone(&old.table), after: new.clone() });
            self.files[place] = after;
        }
        Some(edits)
    }

    /// Parses every file that is not as it was.
    #[must_use]
    pub fn parse(&mut self, sources: &SourceSet, diagnostics: &mut Diagnostics) -> RawPlan {
        let folders = folder_defaults(sources);
        if folders != self.folders {
            self.files.clear();
            self.folders = folders;
        }
        let files = sources.files.par_iter().in_portions().enumerate();
        let parsed: Vec<_> = files.map(|(place, file)| self.parse_file(place, file)).collect();
        self.files = parsed;
        let mut plan = RawPlan::default();
        plan.entries.reserve(self.files.iter().map(|file| file.entries.len()).sum());
        for (place, file) in sources.files.iter().enumerate() {
            diagnostics.append(self.files[place].found.clone());
            let id = FileId::at(place);
            match file.path.as_str() {
                "content/plan.toml" => plan.settings = parse_settings(id, file, diagnostics),
                "content/index.md" => {
                    let parser = Parser { id, file, folders: &self.folders };
                    plan.front = Arc::new(parser.front(diagnostics));
                }
                _ => plan.entries.extend_from_slice(&self.files[place].entries),
            }
        }
        plan
    }

    fn parse_file(&self, place: usize, file: &SourceFile) -> Arc<Parsed> {
        let earlier = self.files.get(place);
        let same =
            |kept: &&Arc<Parsed>| kept.path == file.path && Arc::ptr_eq(&kept.text, &file.text);
        if let Some(kept) = earlier.filter(same) {
            return Arc::clone(kept);
        }
        let mut found = Diagnostics::default();
        let parser = Parser { id: FileId::at(place), file, folders: &self.folders };
        let entries = parser.entries(&mut found).into();
        let (text, path) = (Arc::clone(&file.text), file.path.clone());
        Arc::new(Parsed { text, path, entries, found })
    }
}
