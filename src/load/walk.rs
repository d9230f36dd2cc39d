//! Lists the files of a plan in reading order, without following symbolic links.

use super::Error;
use crate::diagnostic::rules::SYMBOLIC_LINK;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use std::path::Path;

/// Files that systems leave behind and nobody means to publish.
const LEFTOVERS: [&str; 3] = ["Thumbs.db", "desktop.ini", "Icon\r"];

/// Every file under `content/`, `/`-separated from the plan's folder, in reading order.
pub(super) fn walk(folder: &Path, diagnostics: &mut Diagnostics) -> Result<Vec<String>, Error> {
    let mut paths = Vec::new();
    let content = folder.join("content");
    let is_link = std::fs::symlink_metadata(&content).is_ok_and(|meta| meta.is_symlink());
    if is_link {
        diagnostics.push(symbolic_link("content"));
        return Ok(paths);
    }
    visit(&content, "content", &mut paths, diagnostics)?;
    Ok(paths)
}

fn visit(
    folder: &Path,
    path: &str,
    paths: &mut Vec<String>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Error> {
    let unreadable = |error| Error::Unreadable(folder.to_path_buf(), error);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let leftover = name.starts_with(['.', '~']) || LEFTOVERS.contains(&name.as_str());
        // Whoever opens the folder on a forge reads about the format there; it is no part of the plan.
        let about = path == "content" && name == "README.md";
        if !leftover && !about {
            found.push((name, entry.file_type().map_err(unreadable)?));
        }
    }
    found.sort_by(|(a, _), (b, _)| reading_order(a).cmp(&reading_order(b)));
    for (file, kind) in found {
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
