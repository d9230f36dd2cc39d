//! Whole folders: what is in them, and away with them. Neither ever follows a symbolic link.
//!
//! Both go through folders in parallel: a site of ten thousand pages has about as many folders, and the
//! system takes its time over each.

use std::fs::{self, DirEntry, Metadata};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::{Attempt, Error};

/// One thing in a folder, at any depth.
pub(super) struct Entry {
    /// The path from the folder surveyed.
    pub path: PathBuf,
    /// What the system says of it; of a link, not of what the link points to. Nothing is asked about a folder:
    /// all that matters there is what is in it.
    pub meta: Option<Metadata>,
}

/// All that is in a folder, at any depth and in no order.
pub(super) fn survey(root: &Path, attempt: Attempt) -> Result<Vec<Entry>, Error> {
    survey_below(root, Path::new(""), attempt)
}

fn survey_below(root: &Path, below: &Path, attempt: Attempt) -> Result<Vec<Entry>, Error> {
    let folder = root.join(below);
    let found = list(&folder, attempt)?.into_par_iter().map(|item| {
        let path = below.join(item.file_name());
        if item.file_type().map_err(attempt.at(&folder))?.is_dir() {
            let mut deeper = survey_below(root, &path, attempt)?;
            deeper.push(Entry { path, meta: None });
            return Ok(deeper);
        }
        let meta = item.metadata().map_err(attempt.at(&folder))?;
        Ok(vec![Entry { path, meta: Some(meta) }])
    });
    Ok(found.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect())
}

/// Removes whatever has a name, or nothing if nothing has.
pub(super) fn remove(path: &Path, attempt: Attempt) -> Result<(), Error> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_dir() => remove_folder(path, attempt),
        Ok(_) => fs::remove_file(path).map_err(attempt.at(path)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(attempt.at(path)(error)),
    }
}

fn remove_folder(folder: &Path, attempt: Attempt) -> Result<(), Error> {
    list(folder, attempt)?.into_par_iter().try_for_each(|item| {
        let path = item.path();
        if item.file_type().map_err(attempt.at(&path))?.is_dir() {
            remove_folder(&path, attempt)
        } else {
            fs::remove_file(&path).map_err(attempt.at(&path))
        }
    })?;
    fs::remove_dir(folder).map_err(attempt.at(folder))
}

fn list(folder: &Path, attempt: Attempt) -> Result<Vec<DirEntry>, Error> {
    fs::read_dir(folder).and_then(Iterator::collect).map_err(attempt.at(folder))
}
