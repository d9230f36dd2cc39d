//! Static files of a theme, under `assets/` in the site.
//!
//! A stylesheet's name carries a hash of its content, so that no cache ever shows an old one. Scripts import
//! each other by name: they share a folder, and the hash of them all is its name. Other files keep their
//! names: a stylesheet points at its fonts and pictures by them.

use std::collections::BTreeMap;

use super::{ThemeFile, builtin};

/// The stylesheet that stands before all others.
const FIRST_STYLE: &str = "planverk.css";

/// How much of the hash a name carries.
const HASH_LENGTH: usize = 8;

/// Static files by their name in the theme.
pub(super) struct Assets(BTreeMap<String, Asset>);

struct Asset {
    path: String,
    bytes: Vec<u8>,
}

impl Assets {
    /// The built-in files, with a theme's own laid over them.
    pub(super) fn new(overrides: Vec<ThemeFile>) -> Assets {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for (name, bytes) in builtin::files() {
            files.insert(name.to_owned(), bytes);
        }
        for file in overrides {
            if let Some(name) = file.path.strip_prefix("static/") {
                files.insert(name.to_owned(), file.bytes);
            }
        }
        let scripts = hash_of_scripts(&files);
        let assets = files.into_iter().map(|(name, bytes)| {
            let path = path(&name, &bytes, &scripts);
            (name, Asset { path, bytes })
        });
        Assets(assets.collect())
    }

    /// Paths by name, for templates: `assets["icon.svg"]`.
    pub(super) fn paths(&self) -> BTreeMap<&str, &str> {
        self.0.iter().map(|(name, asset)| (name.as_str(), asset.path.as_str())).collect()
    }

    /// Paths and content.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.values().map(|asset| (asset.path.as_str(), asset.bytes.as_slice()))
    }

    /// The stylesheets: planverk's first, then the others by name.
    pub(super) fn styles(&self) -> Vec<String> {
        let mut styles: Vec<(&String, &Asset)> =
            self.0.iter().filter(|(name, _)| is_style(name)).collect();
        styles.sort_by_key(|(name, _)| (name.as_str() != FIRST_STYLE, name.as_str()));
        styles.into_iter().map(|(_, asset)| asset.path.clone()).collect()
    }
}

fn path(name: &str, bytes: &[u8], scripts: &str) -> String {
    if let Some(stem) = name.strip_suffix(".css") {
        let hash = blake3::hash(bytes).to_hex();
        return format!("assets/{stem}.{}.css", &hash[..HASH_LENGTH]);
    }
    if is_script(name) { format!("assets/{scripts}/{name}") } else { format!("assets/{name}") }
}

fn hash_of_scripts(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (name, bytes) in files.iter().filter(|(name, _)| is_script(name)) {
        hasher.update(name.as_bytes()).update(&[0]).update(bytes);
    }
    hasher.finalize().to_hex()[..HASH_LENGTH].to_string()
}

fn is_script(name: &str) -> bool {
    name.strip_suffix(".js").is_some()
}

fn is_style(name: &str) -> bool {
    name.strip_suffix(".css").is_some()
}
