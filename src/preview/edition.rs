//! An edition: the plan as it was read at one moment, and which of its pages had better be shown as they were.

use crate::diagnostic::rules::{BROKEN_THEME, MISSING_PLAN};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::load::SourceSet;
use crate::model::Plan;
use crate::site::Prepared;
use crate::text::FileId;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// The plan as it was read at one moment.
pub(super) struct Edition {
    /// Counts up.
    pub(super) number: u64,
    pub(super) sources: Arc<SourceSet>,
    pub(super) prepared: Arc<Prepared>,
    /// What reading told; the checks come later.
    pub(super) found: Diagnostics,
    pub(super) held: Held,
}

/// Pages that could not be understood as they were meant, and are shown as they last were good.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Held {
    /// None.
    #[default]
    None,
    /// Those whose own file has a mistake, by path.
    Pages(HashSet<String>),
    /// All: what has a mistake is what all of them need.
    All,
}

impl Held {
    pub(super) fn holds(&self, path: &str) -> bool {
        match self {
            Held::None => false,
            Held::Pages(pages) => pages.contains(path),
            Held::All => true,
        }
    }

    /// Looks at what reading told of a plan.
    pub(super) fn of(found: &Diagnostics, plan: &Plan, sources: &SourceSet) -> Held {
        let mistakes = || {
            let all = found.all().iter();
            all.filter(|found| found.rule.severity == Severity::Mistake)
        };
        if mistakes().any(|found| concerns_all(found, sources)) {
            return Held::All;
        }
        let files: HashSet<FileId> =
            mistakes().filter_map(|found| found.span.map(|span| span.file)).collect();
        if files.is_empty() {
            return Held::None;
        }
        let entries = plan.entries.iter().filter(|entry| entry.has_page());
        let of_entries = entries
            .filter(|entry| files.contains(&entry.span.file))
            .map(|entry| entry.address.page.clone());
        let named = |file: &FileId| sources.files.get(file.0 as usize).map(|file| &*file.path);
        let front = files.iter().any(|file| named(file) == Some("content/index.md"));
        Held::Pages(of_entries.chain(front.then(|| "index.html".to_string())).collect())
    }
}

/// Without settings or a theme no page is what it should be.
fn concerns_all(found: &Diagnostic, sources: &SourceSet) -> bool {
    let rule = found.rule.name;
    let file = found.span.and_then(|span| sources.files.get(span.file.0 as usize));
    rule == MISSING_PLAN.name
        || rule == BROKEN_THEME.name
        || file.is_some_and(|file| file.path == "content/plan.toml")
}

impl Edition {
    /// The files that differ from an earlier edition's.
    pub(super) fn changed_since(&self, before: &Edition) -> Vec<String> {
        let (old, new) = (&before.sources.files, &self.sources.files);
        let pairs = || old.iter().zip(new);
        if old.len() == new.len() && pairs().all(|(old, new)| old.path == new.path) {
            let differ = pairs().filter(|(old, new)| !Arc::ptr_eq(&old.text, &new.text));
            return differ.map(|(_, new)| new.path.clone()).collect();
        }
        let (gone, come) = (before.texts(), self.texts());
        let differs = |path: &&&str| match (gone.get(*path), come.get(*path)) {
            (Some(gone), Some(come)) => !Arc::ptr_eq(gone, come),
            _ => true,
        };
        let paths: BTreeSet<&str> =
            gone.keys().chain(come.keys()).filter(differs).copied().collect();
        paths.into_iter().map(str::to_string).collect()
    }

    fn texts(&self) -> HashMap<&str, &Arc<str>> {
        self.sources.files.iter().map(|file| (file.path.as_str(), &file.text)).collect()
    }
}
