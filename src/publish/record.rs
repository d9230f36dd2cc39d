//! The record of the last build: how to know, without building, that there is nothing to build.
//!
//! A record says that this input gave those files. If the input has the same fingerprint, and the files are
//! those files (none missing, none added, each of the length and the times it had), then the site stands as a
//! build would leave it. Any doubt at all, such as a record half written, means to build.
//!
//! The files are known by one digest over the sorted list of them, not by the list: nobody needs to hear which
//! file was touched, as the next build puts all of them right. The list is taken in [`Release::commit`], under
//! its lock, so that no other build can come between a site and its record.
//!
//! [`Release::commit`]: super::Release::commit

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use super::error::{Attempt, Error};
use super::{place, system, tree};

/// The first line of a record. Another format gets another number, and old records are then not understood.
const FORMAT: &str = "planverk record 2";

/// The files of a published site, as a digest of their paths, lengths and times.
#[derive(Debug)]
pub struct Inventory {
    out: PathBuf,
    digest: Hash,
}

impl Inventory {
    pub(super) fn take(out: &Path) -> Result<Self, Error> {
        let mut entries = tree::survey(out, Attempt::Remember)?;
        entries.par_sort_unstable_by(|a, b| a.path.as_os_str().cmp(b.path.as_os_str()));
        let mut hasher = Hasher::new();
        for entry in &entries {
            add(&mut hasher, entry.path.as_os_str().as_encoded_bytes());
            for number in entry.meta.as_ref().map_or([-1; 4], traits) {
                hasher.update(&number.to_le_bytes());
            }
        }
        Ok(Self { out: out.to_owned(), digest: hasher.finalize() })
    }

    /// The digest with the note, so that a record torn in either doesn't hold.
    fn seal(&self, note: &str) -> Hash {
        let mut hasher = Hasher::new();
        hasher.update(self.digest.as_bytes());
        hasher.update(note.as_bytes());
        hasher.finalize()
    }
}

/// What was noted at the last build into `out`, if that build had the same fingerprint and its site stands
/// untouched.
#[must_use]
pub fn recall(record_dir: &Path, out: &Path, fingerprint: &str) -> Option<String> {
    let out = place::resolve(out).ok()?;
    let record = fs::read_to_string(record_path(record_dir, &out)).ok()?;
    let [format, input, seal, note] =
        <[&str; 4]>::try_from(record.splitn(4, '\n').collect::<Vec<_>>()).ok()?;
    if format != FORMAT || input != hash(fingerprint) {
        return None;
    }
    // A link to a site isn't a site: the build is what says so.
    if !fs::symlink_metadata(&out).ok()?.is_dir() {
        return None;
    }
    let inventory = Inventory::take(&out).ok()?;
    (seal == inventory.seal(note).to_hex().as_str()).then(|| note.to_owned())
}

/// Writes down that the input with this fingerprint gave these files, with a note to give back.
///
/// One record is kept for each place, in `record_dir`, which tells Git to leave it alone.
///
/// # Errors
/// If the record can't be written. The site is published all the same.
pub fn remember(
    record_dir: &Path,
    inventory: &Inventory,
    fingerprint: &str,
    note: &str,
) -> Result<(), Error> {
    open(record_dir).map_err(Attempt::Remember.at(record_dir))?;
    let record =
        format!("{FORMAT}\n{}\n{}\n{note}", hash(fingerprint), inventory.seal(note).to_hex());
    // Renamed into place, so that two builds at once leave the record of one and not a mixture.
    let path = record_path(record_dir, &inventory.out);
    let new = path.with_extension(std::process::id().to_string());
    fs::write(&new, record)
        .and_then(|()| fs::rename(&new, &path))
        .map_err(Attempt::Remember.at(&path))
}

/// Makes sure that the folder is there, and that Git leaves it alone.
pub(super) fn open(record_dir: &Path) -> std::io::Result<()> {
    fs::create_dir_all(record_dir)?;
    let ignore = record_dir.join(".gitignore");
    if ignore.exists() { Ok(()) } else { fs::write(&ignore, "*\n") }
}

fn record_path(record_dir: &Path, out: &Path) -> PathBuf {
    let place = blake3::hash(out.as_os_str().as_encoded_bytes()).to_hex();
    record_dir.join(format!("built-{}", &place[..16]))
}

/// What is looked at in one file: whether it is one, its length and its times.
fn traits(meta: &Metadata) -> [i128; 4] {
    let modified =
        || meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos().try_into().ok();
    [meta.is_file().into(), meta.len().into(), modified().unwrap_or(-1), system::touched(meta)]
}

/// Adds bytes so that no two lists of them give the same digest.
fn add(hasher: &mut Hasher, bytes: &[u8]) {
    hasher.update(&(bytes.len() as u64).to_le_bytes());
    hasher.update(bytes);
}

/// A fingerprint may be any text; in a record it is one short line.
fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::super::Release;
    use super::*;

    /// A place with a site of two files, remembered for the fingerprint "f" with the note "n\nm".
    fn site() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let (records, out) = (folder.path().join(".planverk"), folder.path().join("public"));
        publish(&records, &out, "f");
        (folder, records, out)
    }

    fn publish(records: &Path, out: &Path, fingerprint: &str) {
        let release = Release::begin(out, &[]).unwrap();
        release.write("index.html", b"index").unwrap();
        release.write("sub/page.html", b"page").unwrap();
        remember(records, &release.commit().unwrap().inventory, fingerprint, "n\nm").unwrap();
    }

    #[test]
    fn recalls_a_site_that_nobody_touched() {
        let (_folder, records, out) = site();
        assert_eq!(recall(&records, &out, "f").as_deref(), Some("n\nm"));
        assert_eq!(recall(&records, &out, "f").as_deref(), Some("n\nm"));
        assert_eq!(fs::read_to_string(records.join(".gitignore")).unwrap(), "*\n");
    }

    #[test]
    fn another_fingerprint_or_place_has_another_record() {
        let (folder, records, out) = site();
        assert_eq!(recall(&records, &out, "g"), None);
        let other = folder.path().join("other");
        assert_eq!(recall(&records, &other, "f"), None);
        publish(&records, &other, "g");
        assert!(recall(&records, &other, "g").is_some());
        assert!(recall(&records, &out, "f").is_some());
    }

    #[test]
    fn a_site_that_was_touched_is_not_recalled() {
        type Touch = fn(&Path) -> std::io::Result<()>;
        let touches: [(&str, Touch); 7] = [
            ("longer", |out| fs::write(out.join("sub/page.html"), "longer")),
            ("missing", |out| fs::remove_file(out.join("index.html"))),
            ("added", |out| fs::write(out.join("sub/added.html"), "")),
            ("folder added", |out| fs::create_dir(out.join("empty"))),
            ("renamed", |out| fs::rename(out.join("index.html"), out.join("indeks.html"))),
            ("gone", |out| fs::remove_dir_all(out)),
            ("another time", |out| {
                fs::File::options()
                    .write(true)
                    .open(out.join("index.html"))?
                    .set_modified(UNIX_EPOCH)
            }),
        ];
        for (what, touch) in touches {
            let (_folder, records, out) = site();
            touch(&out).unwrap();
            assert_eq!(recall(&records, &out, "f"), None, "{what}");
        }
    }

    #[test]
    fn a_newer_build_makes_the_record_of_an_older_one_void() {
        let (_folder, records, out) = site();
        let build = |text: &[u8]| {
            let release = Release::begin(&out, &[]).unwrap();
            release.write("index.html", text).unwrap();
            release.commit().unwrap().inventory
        };
        let (older, newer) = (build(b"older"), build(b"newer!"));
        remember(&records, &newer, "newer", "").unwrap();
        remember(&records, &older, "older", "").unwrap();
        assert_eq!(recall(&records, &out, "older"), None);
    }

    #[test]
    fn a_torn_record_is_no_record() {
        let (_folder, records, out) = site();
        let path = record_path(&records, &place::resolve(&out).unwrap());
        let record = fs::read_to_string(&path).unwrap();
        for length in 0..record.len() {
            fs::write(&path, &record[..length]).unwrap();
            assert_eq!(recall(&records, &out, "f"), None, "{length}");
        }
    }
}
