//! Static files of a theme, under `assets/` in the site.
//!
//! Every name carries a hash of its file's content, so that a browser may keep the file for ever and is never
//! shown an old one. What points from one file to another is written anew with these names, from the file that
//! points to nothing upwards: so the hash of a stylesheet changes with its fonts. Scripts import each other by
//! name, in circles if they like: they share a folder, and the hash of them all is its name.

use std::collections::BTreeMap;
use std::ops::Range;

use super::references::references;
use super::{ThemeError, ThemeFile, builtin};

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
    ///
    /// # Errors
    ///
    /// When a stylesheet or a script points to a file that the theme has not.
    pub(super) fn new(overrides: Vec<ThemeFile>) -> Result<Assets, ThemeError> {
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
        let mut namer = Namer { files: &files, scripts, named: BTreeMap::new() };
        for name in files.keys() {
            namer.name(name, &mut Vec::new())?;
        }
        Ok(Assets(namer.named))
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

/// Gives files their names.
struct Namer<'f> {
    files: &'f BTreeMap<String, Vec<u8>>,
    /// The name of the folder that scripts share.
    scripts: String,
    named: BTreeMap<String, Asset>,
}

impl Namer<'_> {
    /// Names a file, and before it all that it points to. `above` are the files that point here.
    fn name(&mut self, name: &str, above: &mut Vec<String>) -> Result<(), ThemeError> {
        if self.named.contains_key(name) {
            return Ok(());
        }
        let Some(bytes) = self.files.get(name) else { return Ok(()) };
        above.push(name.to_owned());
        let bytes = match std::str::from_utf8(bytes) {
            Ok(text) if is_script(name) => self.checked(name, text)?.as_bytes().to_vec(),
            Ok(text) => self.rewritten(name, text, above)?.into_bytes(),
            Err(_) => bytes.clone(),
        };
        above.pop();
        let path = match is_script(name) {
            true => format!("assets/{}/{name}", self.scripts),
            false => path(name, &bytes),
        };
        self.named.insert(name.to_owned(), Asset { path, bytes });
        Ok(())
    }

    /// The text of a script, as it is: what it imports is a script of the theme.
    fn checked<'t>(&self, name: &str, text: &'t str) -> Result<&'t str, ThemeError> {
        for place in references(name, text) {
            let wrong = |why| wrong(name, text, &place, why);
            let target = target(name, &text[place.clone()]).map_err(wrong)?;
            if !self.files.contains_key(&target) || !is_script(&target) {
                return Err(wrong(WrongReference::Missing));
            }
        }
        Ok(text)
    }

    /// The text of a file with the new names of what it points to.
    fn rewritten(
        &mut self,
        name: &str,
        text: &str,
        above: &mut Vec<String>,
    ) -> Result<String, ThemeError> {
        let mut written = String::with_capacity(text.len());
        let mut done = 0;
        for place in references(name, text) {
            let address = &text[place.clone()];
            if is_within(address) {
                continue;
            }
            let wrong = |why| wrong(name, text, &place, why);
            let (file, rest) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
            let target = target(name, file).map_err(wrong)?;
            if !self.files.contains_key(&target) {
                return Err(wrong(WrongReference::Missing));
            }
            if above.contains(&target) {
                return Err(wrong(WrongReference::Circle));
            }
            self.name(&target, above)?;
            let hashed = self.named.get(&target).map_or("", |asset| asset.path.as_str());
            written.push_str(&text[done..place.start]);
            written.push_str(&relative(name, hashed));
            written.push_str(rest);
            done = place.end;
        }
        written.push_str(&text[done..]);
        Ok(written)
    }
}

/// Why a file of a theme may not point where it points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongReference {
    /// There is no such file in the theme.
    Missing,
    /// It stands on another host, or at a fixed place on this one.
    Elsewhere,
    /// The files point to each other in a circle, so that none can be named first.
    Circle,
}

fn wrong(name: &str, text: &str, place: &Range<usize>, why: WrongReference) -> ThemeError {
    ThemeError::Reference {
        path: format!("static/{name}"),
        line: 1 + text[..place.start].matches('\n').count(),
        target: text[place.clone()].to_owned(),
        why,
    }
}

/// Whether an address needs no file: a mark in the page, bytes written out, the name of a vocabulary.
fn is_within(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["#", "data:", "http://www.w3.org/"].iter().any(|start| address.starts_with(start))
}

/// The file of the theme that an address means, seen from another.
fn target(from: &str, address: &str) -> Result<String, WrongReference> {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or("");
    if address.starts_with('/') || scheme.contains(':') {
        return Err(WrongReference::Elsewhere);
    }
    // A module without `./` is one that browsers don't find.
    if is_script(from) && !address.starts_with('.') {
        return Err(WrongReference::Missing);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop().ok_or(WrongReference::Missing)?),
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

/// The address of a file in the site, seen from a file of the theme.
fn relative(from: &str, path: &str) -> String {
    let path = path.strip_prefix("assets/").unwrap_or(path);
    format!("{}{path}", "../".repeat(from.matches('/').count()))
}

fn hash_of_scripts(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (name, bytes) in files.iter().filter(|(name, _)| is_script(name)) {
        hasher.update(name.as_bytes()).update(&[0]).update(bytes);
    }
    hasher.finalize().to_hex()[..HASH_LENGTH].to_string()
}

fn path(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let hash = &hash[..HASH_LENGTH];
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    match file.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{folder}{slash}{stem}.{hash}.{ending}"),
        None => format!("assets/{folder}{slash}{file}.{hash}"),
    }
}

fn is_style(name: &str) -> bool {
    name.strip_suffix(".css").is_some()
}

fn is_script(name: &str) -> bool {
    [".js", ".mjs"].iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> ThemeFile {
        ThemeFile { path: format!("static/{path}"), bytes: text.as_bytes().to_vec() }
    }

    /// The texts of some files under their names without hashes, and the paths of all.
    fn named(files: &[(&str, &str)]) -> BTreeMap<String, (String, String)> {
        let files = files.iter().map(|(path, text)| file(path, text)).collect();
        let assets = Assets::new(files).unwrap();
        let texts = assets.0.into_iter().map(|(name, asset)| {
            (name, (asset.path, String::from_utf8_lossy(&asset.bytes).into_owned()))
        });
        texts.collect()
    }

    fn error(files: &[(&str, &str)]) -> String {
        let files = files.iter().map(|(path, text)| file(path, text)).collect();
        Assets::new(files).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_points_to_a_file_points_to_its_hashed_name() {
        let all = named(&[
            ("styles/own.css", "a{src:url(../fonts/a.woff2?x#y)}b{src:url('b.png')}"),
            ("fonts/a.woff2", "font"),
            ("styles/b.png", "picture"),
            ("search.js", "import {x} from './lib/words.js'; import './lib/other.js';"),
            ("lib/words.js", "export {x} from '../lib/other.js';"),
            ("lib/other.js", "export const x = 1;"),
        ]);
        let font = &all["fonts/a.woff2"].0;
        let css = &all["styles/own.css"].1;
        assert!(
            css.contains(&font.replace("assets/", "url(../")) && css.contains("?x#y)"),
            "{css}"
        );
        assert!(css.contains("url('../styles/b.") && css.contains(".png')"), "{css}");
        let folder = all["search.js"].0.strip_suffix("search.js").unwrap();
        assert_eq!(
            all["lib/words.js"].0,
            format!("{folder}lib/words.js"),
            "imports hold as they are"
        );
        for (name, (path, _)) in &all {
            let hash = path.split(['.', '/']).rev().find(|part| {
                part.len() == HASH_LENGTH && part.chars().all(|c| c.is_ascii_hexdigit())
            });
            let hash = hash.unwrap_or_default();
            assert!(hash.len() == HASH_LENGTH && path.starts_with("assets/"), "{name}: {path}");
        }
    }

    #[test]
    fn a_name_changes_with_what_its_file_points_to() {
        let css = ("own.css", "a{src:url(a.woff2)}");
        let before = named(&[css, ("a.woff2", "1")]);
        let after = named(&[css, ("a.woff2", "2")]);
        assert_ne!(before["own.css"].0, after["own.css"].0);
        assert_eq!(before["planverk.css"].0, after["planverk.css"].0);
    }

    #[test]
    fn a_wrong_reference_is_told_with_file_and_line() {
        assert!(error(&[("a.css", "a{}\nb{src:url(b.png)}")]).starts_with("static/a.css:2: "));
        for (file, text) in [
            ("a.css", "@import 'https://fonts.example/a.css';"),
            ("a.css", "a{src:url(//cdn.example/a.png)}"),
            ("a.css", "a{src:url(/a.png)}"),
            ("a.css", "a{src:url(../a.png)}"),
            ("a.css", "@import 'a.css';"),
            ("a.js", "import 'lit';"),
            ("a.js", "import './b.js';"),
        ] {
            assert!(error(&[(file, text)]).starts_with(&format!("static/{file}:1: ")), "{text}");
        }
        let circle = [("a.css", "@import 'b.css';"), ("b.css", "@import 'a.css';")];
        assert!(error(&circle).starts_with("static/b.css:1: "), "{}", error(&circle));
        assert_eq!(error(&[("a.js", "import './b.js';"), ("b.js", "import './a.js';")]), "");
    }

    #[test]
    fn what_needs_no_file_stays() {
        let css = "@namespace s url(http://www.w3.org/2000/svg); a{b:url(#c);d:url(data:x,y)}";
        assert_eq!(named(&[("a.css", css)])["a.css"].1, css);
    }
}
