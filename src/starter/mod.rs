//! The small plan that `planverk new` writes: whole, clean, and written to be rewritten.
//!
//! 1. Each language has a folder here with the plan as real files, with the author's own names for
//!    kinds and fields, and comments that teach. It shows every kind of entry at least once.
//! 2. `table` builds the files in; [`files`] hands them out. Writing them is the caller's affair.
//!
//! The plan builds with no mistake and no advice as of 2026-11-22. Figures grow old: its last ones are
//! from 2025, so that an indicator is told as stale from 2028 on, as it should be.

mod table;

use crate::text::Language;

/// The files of the plan in a language: path from the plan's folder, and contents.
///
/// ```
/// use planverk::text::Language;
///
/// let plan = planverk::starter::files(Language::Nb);
/// assert!(plan.iter().any(|(path, _)| *path == "content/plan.toml"));
/// ```
#[must_use]
pub fn files(language: Language) -> Vec<(&'static str, &'static str)> {
    let files = match language {
        Language::Nb => table::NB,
        Language::Nn => table::NN,
        Language::Se => table::SE,
        Language::Sv => table::SV,
        Language::En => table::EN,
    };
    files.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Kind;
    use std::collections::{BTreeMap, BTreeSet};

    /// How many entries of each kind a plan has, told by what its files say of themselves.
    fn kinds(language: Language) -> BTreeMap<Kind, usize> {
        let mut found = BTreeMap::new();
        for (path, text) in files(language) {
            for kind in kinds_in(path, text) {
                *found.entry(kind).or_default() += 1;
            }
        }
        found
    }

    fn kinds_in(path: &str, text: &str) -> Vec<Kind> {
        if !path.starts_with("content/") || path == "content/index.md" {
            Vec::new()
        } else if path.ends_with(".toml") {
            let heads = text.lines().filter_map(|line| line.strip_prefix("[[")?.strip_suffix("]]"));
            heads.filter(|head| !head.contains('.')).map(|head| Kind::find(head).unwrap()).collect()
        } else if path.ends_with(".md") {
            let fields = text.split("+++\n").nth(1).unwrap();
            let told = fields.lines().find_map(|line| {
                let value = line.strip_prefix("kind = \"").or(line.strip_prefix("slag = \""))?;
                Kind::find(value.split('"').next()?)
            });
            let is_chapter = path.ends_with("/index.md");
            vec![told.unwrap_or(if is_chapter { Kind::Chapter } else { Kind::Page })]
        } else {
            Vec::new()
        }
    }

    #[test]
    fn every_kind_is_shown_in_every_language_alike() {
        let expected = kinds(Language::Nb);
        assert_eq!(expected.keys().copied().collect::<BTreeSet<_>>(), Kind::all().collect());
        for language in Language::ALL {
            assert_eq!(kinds(language), expected, "{language:?}");
        }
    }

    #[test]
    fn files_have_plain_paths_and_words() {
        for language in Language::ALL {
            let files = files(language);
            let paths: BTreeSet<&str> = files.iter().map(|(path, _)| *path).collect();
            assert_eq!(paths.len(), files.len(), "{language:?} has a path twice");
            for (path, text) in files {
                assert!(path.split('/').all(|part| !["", ".", ".."].contains(&part)), "{path}");
                assert!(
                    path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\'),
                    "{path}"
                );
                assert!(text.trim().len() > 20 && text.ends_with('\n'), "{path}");
            }
        }
    }

    #[test]
    fn the_plan_says_its_language() {
        for language in Language::ALL {
            let files = files(language);
            let (_, plan) = files.iter().find(|(path, _)| *path == "content/plan.toml").unwrap();
            assert!(plan.contains(&format!(" = \"{}\"", language.tag())), "{language:?}");
        }
    }

    #[test]
    fn every_file_that_stands_here_is_in_the_table() {
        let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/starter");
        for language in Language::ALL {
            let mut found = BTreeSet::new();
            let root = here.join(language.tag());
            walk(&root, &root, &mut found);
            let listed = files(language).into_iter().map(|(path, _)| path.to_string()).collect();
            assert_eq!(found, listed, "{language:?}");
        }
    }

    #[expect(clippy::disallowed_methods, reason = "a test compares the table with the folder")]
    fn walk(root: &std::path::Path, folder: &std::path::Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name);
            }
        }
    }
}
