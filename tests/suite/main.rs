//! Tests of the whole: what no single room can promise by itself.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test reads files, and a test that cannot go on should stop where it stands"
)]

mod bad_input;
mod bad_place;
mod bad_theme;
mod calendar;
mod command;
mod command_line;
mod documented;
mod escaping;
#[cfg(feature = "hearing")]
mod hearing;
mod hearings;
mod hostile;
mod hosting;
mod markup;
mod open_data;
mod pages;
mod pictures;
mod plans;
mod preview;
mod publishing;
mod remembering;
mod resolving;
mod rules;
mod same_bytes;
mod search;
mod sheets;
mod site_walk;
mod starter;
#[cfg(unix)]
mod talking;
mod themes;
mod tidy;
mod two_rounds;
mod version_properties;
mod version_truth;
mod versions;
mod view;
