//! What differs between systems, and nothing else.
//!
//! Linux and macOS can exchange two folders in one step. Elsewhere, and on file systems that can't, the
//! callers have a second way that is as safe but leaves a moment with no site.

use std::fs::Metadata;
use std::io;
use std::path::Path;

/// Exchanges two folders in one step. `Ok(false)` says that this can't be done here, and nothing was.
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use io::ErrorKind::{InvalidInput, Unsupported};
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        let done = renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE);
        match done.map_err(io::Error::from) {
            Ok(()) => Ok(true),
            // An old system says the first, a file system that can't one or the other.
            Err(error) if matches!(error.kind(), Unsupported | InvalidInput) => Ok(false),
            Err(error) => Err(error),
        }
    }
    #[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
    {
        let _ = (one, other);
        Ok(false)
    }
}

/// Whether a file system is mounted on this very folder. Where the system can't say, it is taken not to be:
/// the exchange then fails, later and less clearly, but with the old site untouched.
pub(super) fn is_mount_point(folder: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())
            .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        false
    }
}

/// Whether two looks saw the same file, and not another that has taken its name.
pub(super) fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (one.dev(), one.ino()) == (other.dev(), other.ino())
    }
    #[cfg(not(unix))]
    {
        // Here an open file keeps its name.
        let _ = (one, other);
        true
    }
}

/// When a file was last touched in any way (its bytes, its rights), in nanoseconds, where the system tells.
/// Unlike the time of modification this one can't be set back by hand.
pub(super) fn touched(meta: &Metadata) -> i128 {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        i128::from(meta.ctime()) * 1_000_000_000 + i128::from(meta.ctime_nsec())
    }
    #[cfg(not(unix))]
    {
        let _ = meta;
        0
    }
}
