//! Receipts by mail, for those who asked for one; only where a mail server is set up.
//!
//! A receipt is put in the `outbox` in the transaction that keeps the submission, so that it survives a restart. The
//! `carrier` sends what is due, tries again later and later where the server can't take it, and gives up after some
//! days; then nothing of the address is left. A mail that was sent in the moment of a crash may be sent twice, with
//! the same `Message-ID`.
//!
//! A `letter` holds the receipt's code and nothing that anybody typed: who would send words of theirs to strangers in
//! the municipality's name can't do it from here. An address gets a few a day.

mod carrier;
mod letter;
pub mod outbox;
mod settings;

pub use carrier::deliver;
#[cfg(test)]
pub(super) use carrier::send_due;
pub use letter::is_address;
pub use settings::{Mail, Written, read};
