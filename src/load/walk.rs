//! Lists the files of a plan in reading order, without following symbolic links.
//!
//! Of a frozen version in `versions/` the files are listed that tell of it, and its copy of the content.

use super::Error;
use crate::contract::{BLOCKS, LINEAGE, SHEET, VERSIONS};
use crate::diagnostic::rules::{STRAY_FILE, SYMBOLIC_LINK};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use std::fs::FileType;
use std::path::Path;

/// Files that systems leave behind and nobody means to publish.
const LEFTOVERS: [&str; 3] = ["Thumbs.db", "desktop.ini", "Icon\r"];

/// Every file under `content/`, then those of frozen versions, `/`-separated from the plan's folder, in
/// reading order.
pub(super) fn walk(folder: &Path, diagnostics: &mut Diagnostics) -> Result<Vec<String>, Error> {
    let mut paths = Vec::new();
    if stands(folder, "content", diagnostics).is_some() {
        visit(&folder.join("content"), "content", &mut paths, diagnostics)?;
        versions(folder, &mut paths, diagnostics)?;
    }
    Ok(paths)
}

/// What stands at a path, if anything does; a symbolic link is told and counts as nothing.
fn stands(folder: &Path, path: &str, diagnostics: &mut Diagnostics) -> Option<FileType> {
    let kind = std::fs::symlink_metadata(folder.join(path)).ok()?.file_type();
    if kind.is_symlink() {
        diagnostics.push(symbolic_link(path));
        return None;
    }
    Some(kind)
}

fn versions(
    folder: &Path,
    paths: &mut Vec<String>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Error> {
    if !stands(folder, VERSIONS, diagnostics).is_some_and(|kind| kind.is_dir()) {
        return Ok(());
    }
    for (name, _) in listed(&folder.join(VERSIONS), VERSIONS, diagnostics)? {
        let version = format!("{VERSIONS}/{name}");
        if stands(folder, &version, diagnostics).is_some_and(|kind| kind.is_dir()) {
            let files = [SHEET, BLOCKS, LINEAGE].map(|file| format!("{version}/{file}"));
            paths.extend(files.into_iter().filter(|path| {
                stands(folder, path, diagnostics).is_some_and(|kind| kind.is_file())
            }));
            let content = format!("{version}/content");
            if stands(folder, &content, diagnostics).is_some_and(|kind| kind.is_dir()) {
                visit(&folder.join(&content), &content, paths, diagnostics)?;
            }
        }
    }
    Ok(())
}

fn visit(
    folder: &Path,
    path: &str,
    paths: &mut Vec<String>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Error> {
    for (file, kind) in listed(folder, path, diagnostics)? {
        let path = format!("{path}/{file}");
        if kind.is_symlink() {
            diagnostics.push(symbolic_link(&path));
        } else if kind.is_dir() {
            visit(&folder.join(&file), &path, paths, diagnostics)?;
        } else if kind.is_file() {
            paths.push(path);
        }
    }
    Ok(())
}

/// What stands in a folder, in reading order, without what systems leave behind. A name that is no text is told.
fn listed(
    folder: &Path,
    path: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<(String, FileType)>, Error> {
    let unreadable = |error| Error::Unreadable(folder.to_path_buf(), error);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name();
        if matches!(name.as_encoded_bytes(), [b'.' | b'~', ..]) {
            continue;
        }
        let name = match name.into_string() {
            Ok(name) => name,
            Err(name) => {
                diagnostics.push(nameless(&format!("{path}/{}", name.display())));
                continue;
            }
        };
        let leftover = LEFTOVERS.contains(&name.as_str());
        // Whoever opens the folder on a forge reads about the format there; it is no part of the plan.
        let about = path == "content" && name == "README.md";
        if !leftover && !about {
            found.push((name, entry.file_type().map_err(unreadable)?));
        }
    }
    found.sort_by(|(a, _), (b, _)| reading_order(a).cmp(&reading_order(b)));
    Ok(found)
}

/// The order within a folder: `plan.toml`, `index.md`, then by order prefix, then by name.
fn reading_order(name: &str) -> (u8, u16, &str) {
    match name {
        "plan.toml" => (0, 0, name),
        "index.md" => (1, 0, name),
        _ => match crate::text::order_prefix(name) {
            Some((number, rest)) => (2, number, rest),
            None => (3, 0, name),
        },
    }
}

fn nameless(path: &str) -> Diagnostic {
    let message = say!(
        nb: "Navnet på {path} er ikke UTF-8, og det blir ikke lest",
        en: "The name of {path} is not UTF-8, and it is not read"
    );
    Diagnostic::of_plan(&STRAY_FILE, message).help(say!(
        nb: "Gi det et nytt navn. Navnet kan være ødelagt av et gammelt arkiv (zip).",
        en: "Rename it. The name may have been broken by an old archive (zip)."
    ))
}

fn symbolic_link(path: &str) -> Diagnostic {
    let message = say!(
        nb: "{path} er en symbolsk lenke, og den blir ikke fulgt",
        en: "{path} is a symbolic link, and it is not followed"
    );
    Diagnostic::of_plan(&SYMBOLIC_LINK, message).help(say!(
        nb: "Legg en kopi av filen der i stedet.",
        en: "Put a copy of the file there instead."
    ))
}
