//! Tests of the whole: what no single room can promise by itself.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test reads files, and a test that cannot go on should stop where it stands"
)]

mod plans;
mod resolving;
mod rules;
mod tidy;
mod view;
