//! Files of pictures, made once: a store beside the record of the last build.
//!
//! To make the files of a photograph takes half a second; a plan has many and changes few. They are kept under
//! the name that their content gives them, so that nothing in the store can be out of date, and each with a check
//! sum, so that nothing half written is ever published. A store that can't be written, as in a folder that may
//! only be read, costs time and nothing else. A preview takes from it what a build left there, and keeps what it
//! makes itself in memory.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::record;
use crate::model::Picture;
use crate::picture::{self, Fault};

/// Pictures with more pixels than this are decoded one at a time, so that many at once don't fill the memory.
const LARGE: u64 = 16_000_000;

/// How many pictures a preview keeps: half a megabyte each.
const MOST_IN_MEMORY: usize = 200;

/// How long a check sum is, in bytes.
const SUM: usize = blake3::OUT_LEN;

/// The store of a plan's pictures.
#[derive(Debug)]
pub struct Pictures {
    plan: PathBuf,
    records: PathBuf,
    folder: PathBuf,
    large: Mutex<()>,
    /// What a preview made, by the pictures' hashes; a build writes to disk instead.
    memory: Option<Mutex<HashMap<String, Vec<Vec<u8>>>>>,
}

/// Why a picture's files could not be had.
#[derive(Debug)]
pub enum PictureError {
    /// The picture's own file can't be read, or is another by now.
    Unreadable(PathBuf, std::io::Error),
    /// Its pixels are broken.
    Fault(Fault),
}

impl Pictures {
    /// The store of the plan in a folder, with its files below `record_dir`. Nothing is read or made yet.
    #[must_use]
    pub fn of(plan: &Path, record_dir: &Path) -> Pictures {
        let folder = record_dir.join("pictures");
        let (plan, records) = (plan.to_owned(), record_dir.to_owned());
        Pictures { plan, records, folder, large: Mutex::default(), memory: None }
    }

    /// The store of a preview, which writes nothing.
    #[must_use]
    pub fn for_preview(plan: &Path) -> Pictures {
        let built = Pictures::of(plan, &plan.join(".planverk"));
        Pictures { memory: Some(Mutex::default()), ..built }
    }

    /// The folder of the plan.
    #[must_use]
    pub fn plan(&self) -> &Path {
        &self.plan
    }

    /// The files of a picture, in the order of its renditions: from the store, or made and stored.
    ///
    /// # Errors
    /// If the picture can't be read.
    pub fn files(&self, picture: &Picture) -> Result<Vec<Vec<u8>>, PictureError> {
        let names = names(picture);
        if let Some(files) = names.iter().map(|name| self.stored(name)).collect() {
            return Ok(files);
        }
        let Some(memory) = &self.memory else { return self.make_and_store(picture, &names) };
        if let Some(files) = locked(memory).get(&picture.hash) {
            return Ok(files.clone());
        }
        let files = self.make(picture)?;
        let mut memory = locked(memory);
        if memory.len() >= MOST_IN_MEMORY {
            memory.clear();
        }
        memory.insert(picture.hash.clone(), files.clone());
        Ok(files)
    }

    fn make_and_store(
        &self,
        picture: &Picture,
        names: &[String],
    ) -> Result<Vec<Vec<u8>>, PictureError> {
        let files = self.make(picture)?;
        for (name, bytes) in names.iter().zip(&files) {
            // See the room's first lines: the store is a help and no more.
            let _ = self.store(name, bytes);
        }
        Ok(files)
    }

    /// Removes all files but those of these pictures.
    pub fn keep_only(&self, pictures: &[Picture]) {
        let kept: HashSet<String> = pictures.iter().flat_map(names).collect();
        let Ok(folder) = fs::read_dir(&self.folder) else { return };
        for file in folder.flatten() {
            if !file.file_name().to_str().is_some_and(|name| kept.contains(name)) {
                let _ = fs::remove_file(file.path());
            }
        }
    }

    fn make(&self, picture: &Picture) -> Result<Vec<Vec<u8>>, PictureError> {
        let path = self.plan.join(&picture.source);
        let unreadable = |error| PictureError::Unreadable(path.clone(), error);
        let bytes = fs::read(&path).map_err(unreadable)?;
        if picture::identity(&blake3::hash(&bytes)) != picture.hash {
            return Err(unreadable(std::io::Error::other("it changed while the site was built")));
        }
        let size = picture.measured;
        let is_large = u64::from(size.width) * u64::from(size.height) > LARGE;
        let alone = is_large.then(|| locked(&self.large));
        // A decoder that panics has met a broken picture.
        let made = catch_unwind(AssertUnwindSafe(|| picture::make(&bytes, &size)));
        drop(alone);
        let gave_up = |_| Err(Fault::Broken("the decoder gave up".to_owned()));
        made.unwrap_or_else(gave_up).map_err(PictureError::Fault)
    }

    fn stored(&self, name: &str) -> Option<Vec<u8>> {
        let file = fs::read(self.folder.join(name)).ok()?;
        let (sum, bytes) = file.split_at_checked(SUM)?;
        (blake3::hash(bytes).as_bytes() == sum).then(|| bytes.to_vec())
    }

    fn store(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        record::open(&self.records)?;
        fs::create_dir_all(&self.folder)?;
        let path = self.folder.join(name);
        let new = path.with_extension(std::process::id().to_string());
        let sum = blake3::hash(bytes);
        fs::write(&new, [sum.as_bytes().as_slice(), bytes].concat())?;
        fs::rename(&new, &path)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a picture's files are called in the store.
fn names(picture: &Picture) -> Vec<String> {
    let hash = picture.hash.get(..32).unwrap_or(&picture.hash);
    let renditions = picture.measured.renditions().into_iter();
    renditions.map(|one| format!("{hash}-{}.{}", one.width, one.format.ending())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FileId, Span};

    const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>";

    fn plan() -> (tempfile::TempDir, Pictures, Picture) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.svg"), SVG).unwrap();
        let picture = Picture {
            source: "a.svg".to_owned(),
            shown: Span::new(FileId(0), 0..0),
            measured: picture::measure(SVG).unwrap(),
            hash: picture::identity(&blake3::hash(SVG)),
            name: "a".to_owned(),
        };
        let pictures = Pictures::of(folder.path(), &folder.path().join(".planverk"));
        (folder, pictures, picture)
    }

    fn only_file(pictures: &Pictures) -> PathBuf {
        let files: Vec<_> = fs::read_dir(&pictures.folder).unwrap().flatten().collect();
        let [file] = &files[..] else { panic!("{files:?}") };
        file.path()
    }

    #[test]
    fn what_was_made_is_not_made_again() {
        let (folder, pictures, picture) = plan();
        assert_eq!(pictures.files(&picture).unwrap(), [SVG]);
        // Without the picture itself, the store alone can give it.
        fs::remove_file(folder.path().join("a.svg")).unwrap();
        assert_eq!(pictures.files(&picture).unwrap(), [SVG]);
    }

    #[test]
    fn a_torn_file_is_made_again() {
        let (_folder, pictures, picture) = plan();
        pictures.files(&picture).unwrap();
        let file = only_file(&pictures);
        let whole = fs::read(&file).unwrap();
        for length in [0, 10, SUM, whole.len() - 1] {
            fs::write(&file, &whole[..length]).unwrap();
            assert_eq!(pictures.files(&picture).unwrap(), [SVG], "{length}");
        }
        assert_eq!(fs::read(&file).unwrap(), whole);
    }

    #[test]
    fn a_picture_that_is_another_by_now_is_not_stored() {
        let (folder, pictures, picture) = plan();
        fs::write(folder.path().join("a.svg"), b"<svg/>").unwrap();
        assert!(matches!(pictures.files(&picture), Err(PictureError::Unreadable(..))));
        assert!(!pictures.folder.exists());
    }

    #[test]
    fn a_preview_writes_nothing_and_makes_nothing_twice() {
        let (folder, _, picture) = plan();
        let pictures = Pictures::for_preview(folder.path());
        assert_eq!(pictures.files(&picture).unwrap(), [SVG]);
        fs::remove_file(folder.path().join("a.svg")).unwrap();
        assert_eq!(pictures.files(&picture).unwrap(), [SVG]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_no_picture_needs_is_removed() {
        let (_folder, pictures, picture) = plan();
        pictures.files(&picture).unwrap();
        fs::write(pictures.folder.join("old.webp"), "x").unwrap();
        pictures.keep_only(std::slice::from_ref(&picture));
        assert!(only_file(&pictures).ends_with(&names(&picture)[0]));
        pictures.keep_only(&[]);
        assert_eq!(fs::read_dir(&pictures.folder).unwrap().count(), 0);
    }

    #[test]
    fn a_store_that_cannot_be_written_costs_nothing_else() {
        let (folder, pictures, picture) = plan();
        fs::write(folder.path().join(".planverk"), "a file").unwrap();
        assert_eq!(pictures.files(&picture).unwrap(), [SVG]);
    }
}
