//! The content of frozen versions, set apart from the plan's own.
//!
//! A version's files are a plan in themselves: their paths count from its own folder, and what is wrong in
//! them was told when they were written, so it is not told again. Whether they are what was frozen, the
//! version's seal tells.

use super::{Read, SourceSet};
use crate::contract::{BLOCKS, VERSIONS, seal};
use crate::diagnostic::Diagnostics;
use blake3::Hash;

/// The files of a frozen version.
#[derive(Debug)]
pub struct Frozen {
    /// The version's name: its folder's.
    pub name: String,
    /// Its content; paths count from its folder.
    pub sources: SourceSet,
    /// The seal of its files as they are.
    pub seal: String,
    /// The same of its content alone, to hold it against another's.
    pub content_seal: String,
}

/// Sorts files by the version that they belong to.
#[derive(Default)]
pub(super) struct Sorter {
    versions: Vec<Version>,
}

/// A version's name, its content, and its files' hashes.
type Version = (String, SourceSet, Vec<(String, Hash)>);

impl Sorter {
    /// Takes note of a file; whether it is a version's content, and nothing more to the plan.
    pub(super) fn takes(&mut self, read: &Read) -> bool {
        let Some((name, path)) = of_version(&read.path) else { return false };
        let is_content = path.starts_with("content/");
        if !is_content && path != BLOCKS {
            return false;
        }
        let (_, sources, hashes) = self.version(name);
        hashes.push((path.to_string(), read.hash));
        if is_content {
            sources.add_at(path, read, &mut Diagnostics::default());
        }
        is_content
    }

    fn version(&mut self, name: &str) -> &mut Version {
        let found = self.versions.iter().position(|(one, ..)| one == name);
        let at = found.unwrap_or_else(|| {
            self.versions.push((name.to_string(), SourceSet::default(), Vec::new()));
            self.versions.len() - 1
        });
        &mut self.versions[at]
    }

    /// The versions, in the order in which their files were met.
    pub(super) fn finish(self) -> Vec<Frozen> {
        let sealed = |(name, mut sources, hashes): Version| {
            let content = hashes.iter().filter(|(path, _)| path != BLOCKS).cloned().collect();
            let (seal, content_seal) = (seal(hashes), seal(content));
            sources.fingerprint.clone_from(&seal);
            Frozen { name, sources, seal, content_seal }
        };
        self.versions.into_iter().map(sealed).collect()
    }
}

/// The version that a path lies in, and the path from its folder.
fn of_version(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix(VERSIONS)?.strip_prefix('/')?.split_once('/')
}
