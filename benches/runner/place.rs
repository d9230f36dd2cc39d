//! Where the bench keeps its things: corpora that last, and the output of the run at hand.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::corpus::{Corpus, Dialect, VERSION, Written};

/// The folder for everything that Cargo builds.
pub fn target() -> &'static Path {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    scratch.parent().unwrap_or(scratch)
}

/// The folder of a corpus, made if it isn't there whole.
pub fn corpus(corpus: &Corpus) -> io::Result<(PathBuf, Written)> {
    let tongue = match corpus.dialect {
        Dialect::Planverk => "planverk",
        Dialect::Hugo => "hugo",
    };
    let name = format!("{tongue}-{}-seed-{}-v{VERSION}", corpus.pages, corpus.seed);
    let folder = target().join("bench-corpora").join(name);
    let stamp = folder.with_extension("made");
    if let Some(written) = fs::read_to_string(&stamp).ok().and_then(|text| read_stamp(&text)) {
        return Ok((folder, written));
    }
    remove(&folder)?;
    let written = corpus.write(&folder)?;
    fs::write(stamp, format!("{} {}\n", written.files, written.markdown))?;
    Ok((folder, written))
}

/// Removes a folder, if it is there.
pub fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The folder for all that is built in this run of the bench.
pub fn work() -> PathBuf {
    target().join("bench-work")
}

/// Removes what an earlier run left, and waits until the disk has settled: for a minute after files are
/// removed, ext4 takes its time to give out their places anew, which would fall on whoever writes next. So
/// nothing is removed between the rounds either. Gives the folder's path.
pub fn clear_work() -> io::Result<PathBuf> {
    if work().exists() {
        remove(&work())?;
        println!("Removed what an earlier run left. The disk settles; a minute.");
        std::thread::sleep(Duration::from_secs(65));
    }
    Ok(work())
}

/// How much a build wrote.
#[derive(Debug, Clone, Copy, Default, serde::Serialize)]
pub struct Output {
    /// Files of every kind.
    pub files: usize,
    /// HTML files.
    pub pages: usize,
    /// Bytes of them all.
    pub bytes: u64,
}

/// Counts what lies in a folder; the folder itself may be a link.
pub fn count(folder: &Path) -> io::Result<Output> {
    let mut output = Output::default();
    let mut folders = vec![fs::canonicalize(folder)?];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                output.files += 1;
                output.bytes += entry.metadata()?.len();
                output.pages +=
                    usize::from(entry.path().extension().is_some_and(|ext| ext == "html"));
            }
        }
    }
    Ok(output)
}

fn read_stamp(text: &str) -> Option<Written> {
    let (files, markdown) = text.trim().split_once(' ')?;
    Some(Written { files: files.parse().ok()?, markdown: markdown.parse().ok()? })
}
