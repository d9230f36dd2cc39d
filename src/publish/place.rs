//! The place of a site: where it is, what may stand there, and the names that a build uses beside it.
//!
//! A build removes all that stood in its place, so a place is taken only when nothing there can be missed:
//! it is not there yet, or is empty, or has the marker that every release carries; and it has no part in the
//! folders that the site is made from. A symbolic link is refused, not followed: the exchange would put a
//! folder where the link was, and whoever made the link meant something by it.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Attempt, Error, Overlap, Refusal};
use super::{system, tree};

/// The file in every release that says it is planverk's to replace.
pub const MARKER: &str = ".planverk";

/// What the marker says. The first words are what is looked for; the number tells later formats apart.
/// No time and no version of the program: the same input gives the same bytes.
pub(super) const MARKER_TEXT: &str =
    "planverk wrote this folder, and replaces all of it at the next build.\nformat 1\n";
const MARKER_START: &[u8] = b"planverk wrote this folder";

/// A place, with all links on the way to it followed.
pub(super) struct Place {
    /// Where the site stands or is to stand.
    pub out: PathBuf,
    /// Where the next release is written. After the exchange the old one lies here.
    pub staging: PathBuf,
    /// Where the old release lies instead, if the two can't be exchanged in one step.
    pub aside: PathBuf,
    /// The lock file.
    pub lock: PathBuf,
}

/// What stands in a place that may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing, not even a folder.
    Nothing,
    /// A folder with nothing in it.
    Empty,
    /// A release.
    Site,
}

impl Place {
    /// Finds the place that `out` names, and refuses one that overlaps with a source.
    pub(super) fn find(out: &Path, sources: &[&Path]) -> Result<Self, Error> {
        let refused = |why| Error::Refused { out: out.to_owned(), why };
        let out = resolve(out)?;
        for source in sources {
            // A source that isn't there yet may be made before the next build.
            let source = follow(source)?;
            if let Some(overlap) = overlap(&out, &source) {
                return Err(refused(Refusal::Source { source, overlap }));
            }
        }
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(refused(Refusal::NoParent));
        };
        let beside = |what: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(what);
            parent.join(hidden)
        };
        Ok(Self {
            staging: beside(".planverk-new"),
            aside: beside(".planverk-old"),
            lock: beside(".planverk-lock"),
            out,
        })
    }

    /// What stands in the place, if that is ours to replace.
    pub(super) fn judge(&self) -> Result<Standing, Error> {
        let out = &self.out;
        let refused = |why| Err(Error::Refused { out: out.clone(), why });
        let meta = match fs::symlink_metadata(out) {
            Ok(meta) => meta,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Nothing),
            Err(error) => return Err(Attempt::Read.at(out)(error)),
        };
        if meta.is_symlink() {
            let target = fs::read_link(out).map_err(Attempt::Read.at(out))?;
            return refused(Refusal::Link { target });
        }
        if !meta.is_dir() {
            return refused(Refusal::NotAFolder);
        }
        if system::is_mount_point(out) {
            return refused(Refusal::MountPoint);
        }
        if fs::read_dir(out).map_err(Attempt::Read.at(out))?.next().is_none() {
            return Ok(Standing::Empty);
        }
        if !has_marker(out) {
            return refused(Refusal::NotOurs);
        }
        if fs::symlink_metadata(out.join(".git")).is_ok() {
            return refused(Refusal::Repository);
        }
        Ok(Standing::Site)
    }

    /// Removes what lies beside the site, and puts the old site back if a build was killed between the two
    /// renamings of `in_two_steps`. Only the holder of the lock may: under it, no other build lives.
    pub(super) fn clear(&self, attempt: Attempt) -> Result<(), Error> {
        if is_gone(&self.out) && !is_gone(&self.aside) {
            fs::rename(&self.aside, &self.out).map_err(attempt.at(&self.aside))?;
        }
        tree::remove(&self.aside, attempt)?;
        tree::remove(&self.staging, attempt)
    }

    /// Puts the staged release in the place. What stood there, if anything, then lies beside it.
    pub(super) fn put_in_place(&self, standing: Standing) -> Result<(), Error> {
        let put = || match standing {
            Standing::Nothing => fs::rename(&self.staging, &self.out),
            _ if system::exchange(&self.staging, &self.out)? => Ok(()),
            _ => self.in_two_steps(),
        };
        put().map_err(Attempt::Exchange.at(&self.out))
    }

    /// For systems that can't exchange. For a moment there is no site; `clear` knows what to do if we are
    /// killed just then.
    fn in_two_steps(&self) -> io::Result<()> {
        fs::rename(&self.out, &self.aside)?;
        fs::rename(&self.staging, &self.out).inspect_err(|_| {
            let _ = fs::rename(&self.aside, &self.out);
        })
    }
}

/// Where a place is, with the links on the way to it followed but not the place itself, if it is a link.
pub(super) fn resolve(out: &Path) -> Result<PathBuf, Error> {
    match (out.parent(), out.file_name()) {
        (Some(parent), Some(name)) => Ok(follow(parent)?.join(name)),
        _ => fs::canonicalize(out).map_err(Attempt::Resolve.at(out)),
    }
}

/// Follows all links of a path, of which the last parts need not be there.
fn follow(path: &Path) -> Result<PathBuf, Error> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match (path.parent(), path.file_name()) {
                (Some(parent), Some(name)) => Ok(follow(parent)?.join(name)),
                _ => Err(Attempt::Resolve.at(path)(error)),
            }
        }
        found => found.map_err(Attempt::Resolve.at(path)),
    }
}

fn overlap(out: &Path, source: &Path) -> Option<Overlap> {
    match (source.starts_with(out), out.starts_with(source)) {
        (true, true) => Some(Overlap::Same),
        (true, false) => Some(Overlap::Holds),
        (false, true) => Some(Overlap::Inside),
        (false, false) => None,
    }
}

fn is_gone(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

fn has_marker(out: &Path) -> bool {
    let marker = out.join(MARKER);
    fs::symlink_metadata(&marker).is_ok_and(|meta| meta.is_file())
        && fs::read(&marker).is_ok_and(|text| text.starts_with(MARKER_START))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::find(&folder.path().join("public"), &[]).unwrap();
        for (path, version) in [(&place.out, "old"), (&place.staging, "new")] {
            fs::create_dir(path).unwrap();
            fs::write(path.join("version"), version).unwrap();
        }
        (folder, place)
    }

    #[test]
    fn exchanges_in_two_steps_where_one_is_not_to_be_had() {
        let (_folder, place) = place();
        place.in_two_steps().unwrap();
        assert_eq!(fs::read_to_string(place.out.join("version")).unwrap(), "new");
        place.clear(Attempt::RemoveOld).unwrap();
        assert!(is_gone(&place.aside) && is_gone(&place.staging));
    }

    #[test]
    fn puts_the_old_site_back_if_the_second_step_fails() {
        let (_folder, place) = place();
        fs::remove_dir_all(&place.staging).unwrap();
        place.in_two_steps().unwrap_err();
        assert_eq!(fs::read_to_string(place.out.join("version")).unwrap(), "old");
    }

    #[test]
    fn puts_the_old_site_back_after_a_kill_between_the_steps() {
        let (_folder, place) = place();
        fs::rename(&place.out, &place.aside).unwrap();
        place.clear(Attempt::Clear).unwrap();
        assert_eq!(fs::read_to_string(place.out.join("version")).unwrap(), "old");
        assert!(is_gone(&place.aside) && is_gone(&place.staging));
    }

    #[test]
    fn follows_the_links_on_the_way_and_what_is_not_there_yet() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir(root.join("real")).unwrap();
        std::os::unix::fs::symlink("real", root.join("link")).unwrap();
        assert_eq!(resolve(&root.join("link/a/b")).unwrap(), root.join("real/a/b"));
        assert_eq!(resolve(&root.join("link")).unwrap(), root.join("link"));
        assert_eq!(resolve(&root.join("link/.")).unwrap(), root.join("link"));
        assert_eq!(resolve(&root.join("real/..")).unwrap(), root);
    }
}
