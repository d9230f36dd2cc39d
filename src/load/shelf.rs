//! What was read, kept for the next time: a file is read again only where it may have changed.
//!
//! A file has changed when its [`Stamp`] has. A stamp can lie for one that was written twice within
//! the same tick of the disk's clock, so a file that was young when it was read is read again until it
//! has [`SETTLED`]; equal bytes keep the text that was there, and whoever remembers by the text's
//! place in memory sees that nothing happened.

use super::{Error, Read, SourceSet, missing_plan, read, walk};
use crate::diagnostic::Diagnostics;
use crate::portions::Portions;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// After how long without a change a stamp can be believed. FAT counts in steps of two seconds.
const SETTLED: Duration = Duration::from_millis(2500);

/// How often all is looked at again because something came or went meanwhile.
const LOOKS_AGAIN: u32 = 5;

/// How many files are read at a time. Reading waits for a disk, or for a network, and not for a core.
const READERS: usize = 8;

/// The files of one plan, as they were when they were last looked at.
pub struct Shelf {
    folder: PathBuf,
    /// Every path of the last walk, in reading order, and what the walk told.
    order: Vec<String>,
    told: Diagnostics,
    kept: HashMap<String, Kept>,
    /// Whether a file differs from what was last given.
    differs: bool,
}

struct Kept {
    stamp: Stamp,
    settled: bool,
    read: Arc<Read>,
}

/// What changes with a file, as far as the disk tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    size: u64,
    /// Which file it is and when anything about it changed; not every system knows.
    identity: (u64, i64, i64),
}

/// Counts files that have been read, on any thread.
pub type Step<'s> = &'s (dyn Fn() + Sync);

impl Shelf {
    /// A shelf for the plan in a folder; nothing is read yet.
    #[must_use]
    pub fn new(folder: &Path) -> Shelf {
        Shelf {
            folder: folder.to_path_buf(),
            order: Vec::new(),
            told: Diagnostics::default(),
            kept: HashMap::new(),
            differs: true,
        }
    }

    /// Looks at every file of the plan. `step` is called for each that is read.
    ///
    /// Files may come and go meanwhile, as when a folder is moved. What is seen then was never there: so when a
    /// file is gone that was listed a moment ago, all is looked at again.
    ///
    /// # Errors
    ///
    /// When the folder or a file in it can't be read; the shelf stays as it was.
    pub fn look(&mut self, step: Step, diagnostics: &mut Diagnostics) -> Result<SourceSet, Error> {
        let mut again = LOOKS_AGAIN;
        loop {
            if !self.folder.is_dir() {
                return Err(Error::NoFolder(self.folder.clone()));
            }
            if !self.folder.join("content/plan.toml").is_file() {
                diagnostics.push(missing_plan(&self.folder));
                (self.order, self.kept) = (Vec::new(), HashMap::new());
                return Ok(SourceSet::default());
            }
            match self.look_once(step, again == 0) {
                // What says what the plan is may be the one that was taken away meanwhile.
                Ok(true) if again == 0 || self.kept.contains_key("content/plan.toml") => {
                    return Ok(self.sources(diagnostics));
                }
                Err(Error::Unreadable(_, error)) if again > 0 && is_gone(&error) => {}
                Err(error) => return Err(error),
                Ok(_) => {}
            }
            again -= 1;
        }
    }

    /// Looks at every file; false if one was gone by then, and that is not taken for granted.
    fn look_once(&mut self, step: Step, takes_gone: bool) -> Result<bool, Error> {
        let mut told = Diagnostics::default();
        let paths = walk::walk(&self.folder, &mut told)?;
        let look_at_all = || {
            let looked = paths.par_iter().in_portions();
            looked.map(|path| self.look_at(path, false, step)).collect::<Result<Vec<_>, _>>()
        };
        let readers = ThreadPoolBuilder::new().num_threads(READERS).build();
        // Where a system gives no more threads, those that are there read.
        let looked = readers.map_or_else(|_| look_at_all(), |all| all.install(look_at_all))?;
        if !takes_gone && looked.iter().any(Option::is_none) {
            return Ok(false);
        }
        let mut kept = HashMap::with_capacity(paths.len());
        let mut order = Vec::with_capacity(paths.len());
        for (path, looked) in paths.into_iter().zip(looked) {
            if let Some(looked) = looked {
                kept.insert(path.clone(), looked);
                order.push(path);
            }
        }
        (self.order, self.told, self.kept, self.differs) = (order, told, kept, true);
        Ok(true)
    }

    /// Reads only the files named, trusting the others: quick, and right where they are all that changed.
    ///
    /// Gives whether anything differs from what was last given; `None` where that can't be told from them, as for a
    /// file that is new or gone.
    ///
    /// # Errors
    ///
    /// When a file can't be read.
    pub fn look_at_these(&mut self, paths: &BTreeSet<String>) -> Result<Option<bool>, Error> {
        if self.order.is_empty() {
            return Ok(None);
        }
        let named = paths.iter().filter(|path| !self.is_ghost(path));
        let named: Vec<&String> = named.collect();
        if !named.iter().all(|path| self.kept.contains_key(*path)) {
            return Ok(None);
        }
        for path in named {
            let Some(kept) = self.look_at(path, true, &|| ())? else { return Ok(None) };
            let read = Arc::clone(&kept.read);
            let earlier = self.kept.insert(path.clone(), kept);
            self.differs |= earlier.is_none_or(|earlier| !Arc::ptr_eq(&earlier.read, &read));
        }
        Ok(Some(self.differs))
    }

    /// Whether a path was nothing and is nothing: a file that an editor wrote, renamed or took away again.
    fn is_ghost(&self, path: &str) -> bool {
        let inner =
            |kept: &String| kept.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        !self.kept.contains_key(path)
            && std::fs::symlink_metadata(self.folder.join(path)).is_err()
            && !self.order.iter().any(inner)
    }

    /// A file as it is now: what was kept of it, if that still holds. `None` if it is no file any more.
    fn look_at(&self, path: &str, doubt: bool, step: Step) -> Result<Option<Kept>, Error> {
        let disk = self.folder.join(path);
        let unreadable = |error| Error::Unreadable(disk.clone(), error);
        let metadata = match std::fs::symlink_metadata(&disk) {
            Ok(metadata) if metadata.is_file() => metadata,
            Ok(_) => return Ok(None),
            Err(error) if is_gone(&error) => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        let stamp = Stamp::of(&metadata);
        let earlier = self.kept.get(path);
        if let Some(kept) = earlier
            && !doubt
            && kept.settled
            && kept.stamp == stamp
        {
            return Ok(Some(Kept { stamp, settled: true, read: Arc::clone(&kept.read) }));
        }
        let settled = stamp.is_settled();
        let read = match read(&self.folder, path) {
            Ok(read) => read,
            Err(Error::Unreadable(_, error)) if is_gone(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        step();
        let same = earlier.filter(|kept| kept.read.hash == read.hash);
        let read = same.map_or_else(|| Arc::new(read), |kept| Arc::clone(&kept.read));
        Ok(Some(Kept { stamp, settled, read }))
    }

    /// The files as they were when they were last looked at.
    pub fn sources(&mut self, diagnostics: &mut Diagnostics) -> SourceSet {
        self.differs = false;
        let read = self.order.iter().filter_map(|path| self.kept.get(path));
        diagnostics.append(self.told.clone());
        SourceSet::of(read.map(|kept| &*kept.read), diagnostics)
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Stamp {
        #[cfg(unix)]
        let identity = {
            use std::os::unix::fs::MetadataExt;
            (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let identity = (0, 0, 0);
        Stamp { modified: metadata.modified().ok(), size: metadata.len(), identity }
    }

    /// Whether it is so long since the file changed that another change would show.
    fn is_settled(&self) -> bool {
        let age = self.modified.and_then(|then| SystemTime::now().duration_since(then).ok());
        age.is_some_and(|age| age > SETTLED)
    }
}

fn is_gone(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | IsADirectory)
}
