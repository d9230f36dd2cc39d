//! A new version of the site while it is being written.
//!
//! What stands is surveyed once, at the beginning. So a file that is new, or of another length, is written
//! without a look at the disk; nothing reached through a symbolic link is ever taken for a file of the site;
//! and what is removed can be counted.
//!
//! There is no list of folders made: a file is written, and if that fails because its folder is missing, the
//! folder is made and the file written again. Threads need not agree on anything.
//!
//! Killing the process at any point leaves the old site or the new one, whole: what was written is the
//! system's to keep. A power cut is another matter. Within the half minute that a system may take to bring
//! files to the disk, it can keep the exchange and lose what was in the files. To wait for the disk (`syncfs`)
//! was tried and costs too much: 0.15 s for ten thousand pages when nothing else goes on, but over ten when
//! another program has written much, as one then waits for that too; a wait for each file is slower still.
//! What a power cut took is mended by building again: lost bytes change the length of a file, so neither the
//! comparison here nor the record of the last build takes such a file for whole.

use std::collections::HashMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::error::{Attempt, Error};
use super::lock::Lock;
use super::place::{MARKER, MARKER_TEXT, Place, Standing};
use super::record::Inventory;
use super::tree;

/// A new version of the site while it is being written; it becomes the site when committed, or nothing at all.
pub struct Release {
    place: Place,
    standing: HashMap<PathBuf, Metadata>,
    marker: Metadata,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    /// How many of the files written or linked have one of the same path in the standing site.
    met: AtomicUsize,
    // Fields are dropped from the top: staging is removed while the lock is held.
    staging: Staging,
    _lock: Lock,
}

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is new, or has changed.
    Written,
    /// It is the file of the standing site.
    Unchanged,
}

/// What a release changed.
#[derive(Debug)]
pub struct Summary {
    /// Files that are new or have changed.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files that were there before and are not any more.
    pub removed: usize,
    /// The files as they were published, for [`remember`](super::remember).
    pub inventory: Inventory,
}

impl Release {
    /// Opens a release beside `out`. Folders above it are made if missing.
    ///
    /// `sources` are the folders that the site is made from: `out` may not be one of them, hold one or lie in
    /// one.
    ///
    /// # Errors
    /// If `out` isn't a place to publish to, another build is writing there, or the system says no.
    pub fn begin(out: &Path, sources: &[&Path]) -> Result<Self, Error> {
        let place = Place::find(out, sources)?;
        if let Some(parent) = place.out.parent() {
            fs::create_dir_all(parent).map_err(Attempt::MakeFolder.at(parent))?;
        }
        let lock = Lock::take(&place.lock, &place.out)?;
        place.clear(Attempt::Clear)?;
        let standing = match place.judge()? {
            Standing::Nothing | Standing::Empty => HashMap::new(),
            Standing::Site => survey_files(&place.out)?,
        };
        let staging = Staging::open(&place.staging)?;
        let marker = staging.mark()?;
        let met = AtomicUsize::new(usize::from(standing.contains_key(Path::new(MARKER))));
        let (written, unchanged) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Ok(Self { place, standing, marker, written, unchanged, met, staging, _lock: lock })
    }

    /// Writes one file. May be called from many threads at once.
    ///
    /// The path is relative, with `/` between its parts. A file that is the same as the one that stands is
    /// hard-linked instead, or written all the same where the file system has no hard links.
    ///
    /// # Errors
    /// If the path isn't plain, was written before or is the marker's, or the system says no.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<Outcome, Error> {
        let (new, old, standing) = self.places(path)?;
        let is_same = standing.is_some_and(|meta| {
            self.may_stay(meta)
                && meta.len() == bytes.len() as u64
                && holds(&old, bytes).unwrap_or(false)
        });
        if is_same && self.link(&old, &new) {
            return Ok(Outcome::Unchanged);
        }
        let mut file = created(path, &new)?;
        file.write_all(bytes).map_err(Attempt::Write.at(&new))?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(Outcome::Written)
    }

    /// Writes one file piece by piece, so that it need not be held in memory. May be called from many threads at
    /// once, and is in all else as [`Release::write`].
    ///
    /// # Errors
    /// As [`Release::write`]; the inner one is that of a piece that could not be had, and the release is then good
    /// for nothing.
    pub fn write_pieces<E>(
        &self,
        path: &str,
        pieces: impl Iterator<Item = Result<Vec<u8>, E>>,
    ) -> Result<Result<Outcome, E>, Error> {
        let (new, old, standing) = self.places(path)?;
        let standing = standing.filter(|meta| self.may_stay(meta));
        let mut known = standing.and_then(|_| File::open(&old).ok());
        // How much is as in the standing file; from where they differ on, the new one is written.
        let mut same = 0;
        let mut file: Option<File> = None;
        for piece in pieces {
            let piece = match piece {
                Ok(piece) => piece,
                Err(missing) => return Ok(Err(missing)),
            };
            if file.is_none() && known.as_mut().is_some_and(|known| goes_on(known, &piece)) {
                same += piece.len() as u64;
                continue;
            }
            if file.is_none() {
                file = Some(begun(path, &new, known.as_mut(), same)?);
            }
            file.iter_mut()
                .try_for_each(|file| file.write_all(&piece))
                .map_err(Attempt::Write.at(&new))?;
        }
        let is_same = file.is_none() && known.as_mut().is_some_and(has_ended);
        if is_same && self.link(&old, &new) {
            return Ok(Ok(Outcome::Unchanged));
        }
        if file.is_none() {
            begun(path, &new, known.as_mut(), same)?;
        }
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(Ok(Outcome::Written))
    }

    /// Where a file is to stand, where it stands in the standing site, and as what.
    fn places(&self, path: &str) -> Result<(PathBuf, PathBuf, Option<&Metadata>), Error> {
        check(path)?;
        let standing = self.standing.get(Path::new(path));
        if standing.is_some() {
            self.met.fetch_add(1, Ordering::Relaxed);
        }
        Ok((self.staging.0.join(path), self.place.out.join(path), standing))
    }

    /// Takes the standing file for the new one; false where the file system has no hard links.
    fn link(&self, old: &Path, new: &Path) -> bool {
        let is_linked = with_folder(new, || fs::hard_link(old, new)).is_ok();
        if is_linked {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
        }
        is_linked
    }

    /// Puts the release in place of the site that stood, in one step, and removes the old one.
    ///
    /// # Errors
    /// If the place was taken by something else meanwhile, or the system says no. The site that stood is then
    /// untouched, unless the attempt was to remove the old one or to record the new one.
    pub fn commit(self) -> Result<Summary, Error> {
        let Self { place, staging, .. } = &self;
        let standing = place.judge()?;
        if standing != Standing::Nothing {
            // The rights that someone gave the folder, to let a web server in, are not ours to lose.
            fs::metadata(&place.out)
                .and_then(|meta| fs::set_permissions(&staging.0, meta.permissions()))
                .map_err(Attempt::Write.at(&staging.0))?;
        }
        place.put_in_place(standing)?;
        place.clear(Attempt::RemoveOld)?;
        Ok(Summary {
            written: self.written.load(Ordering::Relaxed),
            unchanged: self.unchanged.load(Ordering::Relaxed),
            removed: self.standing.len().saturating_sub(self.met.load(Ordering::Relaxed)),
            inventory: Inventory::take(&place.out)?,
        })
    }

    /// Whether a standing file may be the new one too, if its bytes are the same: it has the rights that a new file
    /// would get. Without that, a site once built with the wrong rights would keep them for ever.
    fn may_stay(&self, meta: &Metadata) -> bool {
        meta.is_file() && meta.permissions() == self.marker.permissions()
    }
}

/// The staging folder, removed when dropped. After the exchange the old site has its name, and goes likewise.
struct Staging(PathBuf);

impl Staging {
    fn open(path: &Path) -> Result<Self, Error> {
        fs::create_dir(path).map_err(Attempt::MakeFolder.at(path))?;
        Ok(Self(path.to_owned()))
    }

    fn mark(&self) -> Result<Metadata, Error> {
        let path = self.0.join(MARKER);
        fs::write(&path, MARKER_TEXT)
            .and_then(|()| fs::metadata(&path))
            .map_err(Attempt::Write.at(&path))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Whoever drops an unfinished release has an error to tell of already; the next build clears the rest.
        let _ = tree::remove(&self.0, Attempt::Clear);
    }
}

/// The files (and links, sockets …) of a site by their paths.
fn survey_files(out: &Path) -> Result<HashMap<PathBuf, Metadata>, Error> {
    let found = tree::survey(out, Attempt::Read)?.into_iter();
    Ok(found.filter_map(|entry| Some((entry.path, entry.meta?))).collect())
}

/// Does what puts a file in a folder, and makes the folder if that is what was missing.
fn with_folder<T>(file: &Path, put: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (put(), file.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            put()
        }
        (done, _) => done,
    }
}

/// A new file, opened for writing. `create_new` never opens one that is there already, so a linked file of the old
/// site is safe.
fn created(path: &str, new: &Path) -> Result<File, Error> {
    with_folder(new, || File::create_new(new)).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Error::Twice { path: path.to_owned() },
        _ => Attempt::Write.at(new)(error),
    })
}

/// A new file that begins with so many bytes of an old one, from that one's beginning.
fn begun(path: &str, new: &Path, old: Option<&mut File>, bytes: u64) -> Result<File, Error> {
    let mut file = created(path, new)?;
    if let Some(old) = old.filter(|_| bytes > 0) {
        let copied = old.rewind().and_then(|()| io::copy(&mut old.take(bytes), &mut file));
        let copied = copied.and_then(|copied| match copied == bytes {
            true => Ok(()),
            false => Err(io::ErrorKind::UnexpectedEof.into()),
        });
        copied.map_err(Attempt::Write.at(new))?;
    }
    Ok(file)
}

/// Whether nothing is left of a file.
fn has_ended(file: &mut File) -> bool {
    matches!(file.read(&mut [0]), Ok(0))
}

/// Whether a file goes on with these bytes.
fn goes_on(file: &mut File, bytes: &[u8]) -> bool {
    let mut read = Vec::with_capacity(bytes.len());
    file.take(bytes.len() as u64).read_to_end(&mut read).is_ok() && read == bytes
}

/// Whether a file holds these bytes, no more and no fewer. Read in pieces: a file that differs does so early.
fn holds(path: &Path, mut bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut piece = [0; 16 * 1024];
    loop {
        let read = file.read(&mut piece)?;
        match (read, bytes.strip_prefix(&piece[..read])) {
            (0, _) => return Ok(bytes.is_empty()),
            (_, Some(rest)) => bytes = rest,
            (_, None) => return Ok(false),
        }
    }
}

/// Refuses a path that could lead out of the release, that means something else on another system, or that is
/// the marker's. (Letter case doesn't tell names apart on every system.)
fn check(path: &str) -> Result<(), Error> {
    let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
    if !path.split('/').all(is_plain) {
        return Err(Error::BadPath { path: path.to_owned() });
    }
    match path.split('/').next() {
        Some(first) if first.eq_ignore_ascii_case(MARKER) => {
            Err(Error::Reserved { path: path.to_owned() })
        }
        _ => Ok(()),
    }
}
