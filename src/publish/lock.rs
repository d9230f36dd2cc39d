//! One build at a time into one place.
//!
//! The lock is held on an open file, not by the file being there, so that the system itself lets go of it
//! when a build ends in whatever way: there is no process number to look up, which might since belong to
//! another process, or to another container.
//!
//! The second build gets an error and doesn't wait: two builds into one place at once is a slip far more
//! often than a plan, and the one who started them should hear of it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Attempt, Error};
use super::system;

/// The right to write to a place, until dropped.
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock, or says that another build has it.
    pub(super) fn take(path: &Path, out: &Path) -> Result<Self, Error> {
        loop {
            let file = File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)
                .map_err(Attempt::Lock.at(path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Error::Busy { out: out.to_owned() }),
                Err(TryLockError::Error(error)) => return Err(Attempt::Lock.at(path)(error)),
            }
            // The holder before us removes the file as it lets go. If that fell between our opening and
            // our locking, we hold a file that no other build will find; then we try again.
            if is_at(&file, path).map_err(Attempt::Lock.at(path))? {
                return Ok(Self { path: path.to_owned(), _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held: only then is it surely ours. A file that stays locks nobody out.
        let _ = fs::remove_file(&self.path);
    }
}

fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    match fs::metadata(path) {
        Ok(found) => Ok(system::is_same_file(&file.metadata()?, &found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
