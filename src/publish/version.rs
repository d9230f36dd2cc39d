//! A frozen version on disk: the whole folder, or nothing of it.
//!
//! It is written beside the others under a name with a dot before, which nobody reads, and then gets its own
//! name in one step. What lies under such a name was left by a command that was stopped, and is cleared.

use super::lock::Lock;
use super::{Attempt, Error, tree};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes a new version into the folder of versions. Files have paths from the version's own folder.
///
/// Unlike a site, a version can't be made again: its files are brought to the disk before it gets its name.
///
/// # Errors
/// If a version of the name stands there, another one is being written, or the system says no.
pub fn write_version(
    versions: &Path,
    name: &str,
    files: &[(String, Vec<u8>)],
) -> Result<(), Error> {
    fs::create_dir_all(versions).map_err(Attempt::MakeFolder.at(versions))?;
    let place = versions.join(name);
    let _lock = Lock::take(&versions.join(".planverk-lock"), &place)?;
    let staging = versions.join(format!(".{name}.planverk-new"));
    tree::remove(&staging, Attempt::Clear)?;
    let written = write_all(&staging, files).and_then(|()| {
        if place.exists() {
            let taken = std::io::Error::from(ErrorKind::AlreadyExists);
            return Err(Attempt::Write.at(&place)(taken));
        }
        fs::rename(&staging, &place).map_err(Attempt::Write.at(&place))
    });
    if written.is_err() {
        // There is an error to tell of already.
        let _ = tree::remove(&staging, Attempt::Clear);
    }
    written
}

/// Writes a file of a version anew, in one step.
///
/// # Errors
/// If the system says no; the file is then as it was.
pub fn rewrite(path: &Path, text: &str) -> Result<(), Error> {
    let new = path.with_extension("planverk-new");
    let written = write_one(&new, text.as_bytes())
        .and_then(|()| fs::rename(&new, path).map_err(Attempt::Write.at(path)));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

fn write_all(staging: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    for (path, bytes) in files {
        let file = staging.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(Attempt::MakeFolder.at(folder))?;
        }
        write_one(&file, bytes)?;
    }
    Ok(())
}

fn write_one(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let written = File::create(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(Attempt::Write.at(path))
}
