//! Reads a theme's folder, and the stylesheet of the plan.

use super::Error;
use std::path::{Component, Path, PathBuf};

/// A file of a theme: `templates/entry.html`, `static/logo.svg`, `theme.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// Path within the theme, `/`-separated.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A path that `plan.toml` names, from the plan's folder. It may not lead out of it: a plan that comes from
/// others could otherwise publish any file of the machine that builds it.
///
/// # Errors
///
/// When it leads out, by itself or through a symbolic link.
pub fn inside(plan: &Path, path: &str) -> Result<PathBuf, Error> {
    let mut disk = plan.to_path_buf();
    for part in Path::new(path).components() {
        disk.push(part);
        let is_link = || std::fs::symlink_metadata(&disk).is_ok_and(|meta| meta.is_symlink());
        let stays = match part {
            Component::CurDir => true,
            Component::Normal(_) => !is_link(),
            _ => false,
        };
        if !stays {
            return Err(Error::Outside(path.to_string()));
        }
    }
    Ok(disk)
}

/// The files of the theme that `plan.toml` names by a `name` or a `folder`, and of the plan's own stylesheet
/// `css`; each is empty where it names none.
///
/// # Errors
///
/// When a path leads out of the plan's folder, is not there or can't be read.
pub fn theme_files(
    plan: &Path,
    name: &str,
    folder: &str,
    css: &str,
) -> Result<Vec<ThemeFile>, Error> {
    let folder = match (name, folder) {
        ("", "") => None,
        ("", folder) => Some(inside(plan, folder)?),
        (name, _) => Some(inside(plan, &format!("themes/{name}"))?),
    };
    let mut files = match folder {
        Some(folder) => read_theme(&folder)?,
        None => Vec::new(),
    };
    if !css.is_empty() {
        let disk = inside(plan, css)?;
        let bytes = std::fs::read(&disk).map_err(|error| Error::Unreadable(disk, error))?;
        // Named so that it is linked last.
        files.push(ThemeFile { path: "static/theme.css".to_string(), bytes });
    }
    Ok(files)
}

/// Reads every file of a theme's folder, in the order of their names. Symbolic links are left out.
///
/// # Errors
///
/// When the folder is not there or a file can't be read.
pub fn read_theme(folder: &Path) -> Result<Vec<ThemeFile>, Error> {
    if !folder.is_dir() {
        return Err(Error::NoTheme(folder.to_path_buf()));
    }
    let mut files = Vec::new();
    visit(folder, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn visit(folder: &Path, prefix: &str, files: &mut Vec<ThemeFile>) -> Result<(), Error> {
    let unreadable = |error| Error::Unreadable(folder.to_path_buf(), error);
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(unreadable)?;
        let path = format!("{prefix}{name}");
        if name.starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            visit(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_file() {
            let disk = entry.path();
            let bytes = std::fs::read(&disk).map_err(|error| Error::Unreadable(disk, error))?;
            files.push(ThemeFile { path, bytes });
        }
    }
    Ok(())
}
