//! What files were parsed to, kept for the next time: a file is parsed again only where it changed.

use super::defaults::{Folders, folder_defaults};
use super::files::{Parser, RawEntry, RawPlan, parse_settings};
use crate::diagnostic::Diagnostics;
use crate::load::SourceSet;
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

impl Memory {
    /// Parses every file that is not as it was.
    #[must_use]
    pub fn parse(&mut self, sources: &SourceSet, diagnostics: &mut Diagnostics) -> RawPlan {
        let folders = folder_defaults(sources);
        if folders != self.folders {
            self.files.clear();
            self.folders = folders;
        }
        let files = sources.files.par_iter().enumerate();
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
