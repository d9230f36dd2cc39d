//! An input as files: `=== content/side.md` begins one, as in the fixtures of `tests/rules/`.

use planverk::load::SourceSet;
use planverk::text::{SourceFile, decode};
use std::collections::BTreeMap;

/// The plan of inputs that bring none.
pub const PLAN: &str = "title = \"Prøve\"\nmunicipality = \"Prøvevik\"\nlanguage = \"nb\"\n";

/// The text of an input, as planverk reads a file.
pub fn text(bytes: &[u8]) -> String {
    decode(bytes.to_vec()).unwrap_or_else(|(_, text)| text)
}

/// The files of an input by path; what stands before the first is none.
pub fn files(text: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open: Option<(String, String)> = None;
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("=== ") {
            Some(path) => files.extend(open.replace((path.trim().to_string(), String::new()))),
            None => open.iter_mut().for_each(|(_, text)| text.push_str(line)),
        }
    }
    files.extend(open);
    files
}

/// Whether a path is one that a plan's folder could hold.
pub fn is_path(path: &str) -> bool {
    let fits = |part: &str| {
        !part.is_empty() && part.len() < 200 && !part.starts_with('.') && !part.contains('\0')
    };
    path.len() < 1000 && path.starts_with("content/") && path.split('/').all(fits)
}

/// The sources of a plan of these files, with a `plan.toml` if they lack one.
pub fn sources<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> SourceSet {
    let mut all: BTreeMap<&str, &str> = files.into_iter().collect();
    all.entry("content/plan.toml").or_insert(PLAN);
    let files = all.into_iter().map(|(path, text)| SourceFile::of_text(path, text)).collect();
    SourceSet { files, ..SourceSet::default() }
}
