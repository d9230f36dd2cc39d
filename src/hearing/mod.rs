//! The hearing service: citizens comment on a frozen version in the browser, staff read and decide.
//!
//! 1. `targets` reads what the built site tells: rounds, deadlines, the heard text by blocks. Nothing else of the
//!    plan is read.
//! 2. `store` keeps what comes in, in one SQLite file: one thread writes, many at once, and who has an answer has it
//!    on disk. `records` and `decisions` are what is written, each act with a row in a chain of hashes.
//! 3. `http` takes connections with limits on everything; `routes` is the table of what can be asked; `public`
//!    and `staff` answer with `pages`, which need no script.
//! 4. `export` writes what was decided into the plan, from which `publish` builds the site anew; `mail` sends receipts to
//!    those who asked for one; `removal` takes out what has been kept long enough.
//!
//! The generator knows nothing of this room; it is left out with `--no-default-features`.

#![expect(
    clippy::disallowed_methods,
    reason = "a service reads its files, the clock and the environment; it is no part of the pure middle"
)]

mod accounts;
mod app;
mod config;
mod decisions;
mod error;
mod export;
mod http;
mod keep;
mod log;
mod mail;
mod pages;
mod public;
mod publish;
mod records;
mod removal;
mod routes;
mod secrets;
mod serve;
mod staff;
mod store;
mod targets;
#[cfg(test)]
mod tests;
mod when;
mod work;

pub use accounts::{Account, Role, accounts, add, disable, new_password, passwd};
pub use config::{Config, read as read_config};
pub use error::Error;
pub use export::export;
pub use keep::{backup, block, restore, verify};
pub use publish::publish;
pub use serve::serve;
