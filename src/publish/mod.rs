//! All routes → a release on disk, whole or not at all.
//!
//! How the room works, for a site that is to stand at `www/public`:
//!
//! 1. [`Release::begin`] finds the place and refuses one that isn't ours to replace (`place`). It takes
//!    the lock `www/.public.planverk-lock`, so that there is one build at a time (`lock`), clears what a
//!    killed build left, and opens the staging folder `www/.public.planverk-new`.
//! 2. [`Release::write`] writes files there, from any number of threads. A file that is the same as the
//!    one in the standing site is hard-linked: no bytes are written, and its time stays for browsers and
//!    mirrors to see.
//! 3. [`Release::commit`] exchanges the two folders in one step of the file system (`system`), then removes
//!    the old site, which now lies under the staging name (`tree`). Dropping the release instead removes the
//!    staging folder.
//!
//! Staging lies beside the site because only within one file system can a folder change name in one step.
//! The names are fixed, not numbered: whoever holds the lock knows that all that lies under them is dead.
//!
//! What a reader sees: every path looked up gives the old file or the new one, and never a file half
//! written. Two look-ups may fall on either side of the exchange; a page of the old site may then fetch a
//! stylesheet of the new one. A server should open files by their path under the site each time, as all usual
//! ones do: a folder that it holds open is the old site, and goes with it.
//!
//! [`recall`] and [`remember`] are the shorter way: when nothing went in that wasn't in the last build, and
//! the site stands untouched, there is nothing to do (`record`). Files of pictures are kept beside that record
//! ([`Pictures`]).
//!
//! [`write_version`] writes a frozen version, whole or not at all likewise (`version`).

#![expect(clippy::disallowed_methods, reason = "this room is where the site meets the disk")]

mod error;
mod lock;
mod pictures;
mod place;
mod record;
mod release;
mod system;
mod tree;
mod version;

pub use error::{Attempt, Error, Overlap, Refusal};
pub use pictures::{PictureError, Pictures};
pub use place::MARKER;
pub use record::{Inventory, recall, remember};
pub use release::{Outcome, Release, Summary};
pub use version::{rewrite, write_version};

#[cfg(test)]
mod tests;
