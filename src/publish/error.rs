//! What can go wrong between a site and the disk.
//!
//! Three kinds: the place isn't ours to take ([`Refusal`]), the caller asked for a path that can't be
//! written, or the system said no to an [`Attempt`]. Each variant holds what a text in any language needs;
//! `Display` gives it in English.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a release wasn't begun, written or committed. The site that stood is untouched,
/// unless the attempt was [`Attempt::RemoveOld`] or [`Attempt::Remember`], which come after.
#[derive(Debug)]
pub enum Error {
    /// The folder can't be taken as the place of a site.
    Refused {
        /// The folder asked for.
        out: PathBuf,
        /// What is wrong with it.
        why: Refusal,
    },
    /// Another build is writing to the same place.
    Busy {
        /// The folder both want.
        out: PathBuf,
    },
    /// A path that isn't relative with plain parts between `/`.
    BadPath {
        /// The path asked for.
        path: String,
    },
    /// A path that planverk keeps for its own marker.
    Reserved {
        /// The path asked for.
        path: String,
    },
    /// A path that was written before in the same release.
    Twice {
        /// The path asked for.
        path: String,
    },
    /// The system said no.
    Io {
        /// What was attempted.
        attempt: Attempt,
        /// The file or folder it was attempted on.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Why a folder can't be the place of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It has no folder above it to stage the new version in.
    NoParent,
    /// It is a file, or something else that isn't a folder.
    NotAFolder,
    /// It is a symbolic link. The exchange would replace the link, not the folder that it names.
    Link {
        /// Where the link points.
        target: PathBuf,
    },
    /// It is where a file system is mounted, and such a folder can't change name.
    MountPoint,
    /// It has files in it, and no marker that says planverk wrote them.
    NotOurs,
    /// It has a Git repository in it, which would be removed with the old site.
    Repository,
    /// It overlaps with a folder that the site is made from.
    Source {
        /// The folder that the site is made from.
        source: PathBuf,
        /// How the two lie.
        overlap: Overlap,
    },
}

/// How the place of a site lies to a folder it is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// They are the same folder.
    Same,
    /// The place holds the source: it would be removed with the old site.
    Holds,
    /// The place lies in the source: the next build would read its own output.
    Inside,
}

/// What was attempted when the system said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// To find out where a path leads.
    Resolve,
    /// To make a folder.
    MakeFolder,
    /// To lock the place.
    Lock,
    /// To read what stands in the place now.
    Read,
    /// To write a file.
    Write,
    /// To clear what an earlier build left when it was killed.
    Clear,
    /// To put the new site in place.
    Exchange,
    /// To remove the old site. The new one is in place.
    RemoveOld,
    /// To write down the record of a build. The new site is in place.
    Remember,
}

impl Attempt {
    /// Turns what the system said into an error of this room: `.map_err(Attempt::Read.at(path))`.
    pub(super) fn at(self, path: &Path) -> impl FnOnce(io::Error) -> Error + '_ {
        move |source| Error::Io { attempt: self, path: path.to_owned(), source }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { out, why } => write!(f, "can't publish to {}: {why}", out.display()),
            Self::Busy { out } => write!(f, "another build is writing to {}", out.display()),
            Self::BadPath { path } => write!(f, "{path:?} can't be the path of a published file"),
            Self::Reserved { path } => write!(f, "{path:?} is kept for planverk's own marker"),
            Self::Twice { path } => write!(f, "{path:?} was written twice in one release"),
            Self::Io { attempt, path, source } => {
                write!(f, "can't {attempt} {}: {source}", path.display())?;
                match attempt {
                    Attempt::RemoveOld | Attempt::Remember => {
                        f.write_str(" (the new site is published)")
                    }
                    _ => Ok(()),
                }
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoParent => f.write_str("it has no folder above it"),
            Self::NotAFolder => f.write_str("it is not a folder"),
            Self::Link { target } => {
                write!(f, "it is a link to {}; name that folder instead", target.display())
            }
            Self::MountPoint => f.write_str("it is a mount point; name a folder inside it"),
            Self::NotOurs => {
                write!(
                    f,
                    "it has files in it, but no {} to say that planverk wrote them",
                    super::MARKER
                )
            }
            Self::Repository => f.write_str("it has a Git repository in it, which would be lost"),
            Self::Source { source, overlap } => {
                let how = match overlap {
                    Overlap::Same => "it is",
                    Overlap::Holds => "it holds",
                    Overlap::Inside => "it is inside",
                };
                write!(f, "{how} a folder that the site is made from, {}", source.display())
            }
        }
    }
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resolve => "find",
            Self::MakeFolder => "make the folder",
            Self::Lock => "lock the place with",
            Self::Read => "read",
            Self::Write => "write",
            Self::Clear => "clear what an earlier build left in",
            Self::Exchange => "put the new site in place at",
            Self::RemoveOld => "remove all of the old site in",
            Self::Remember => "record this build with",
        })
    }
}
