//! What was typed becomes a request, and a request is carried out.
//!
//! `arguments` is what can be typed; each command has a file of its own. The rooms below never see
//! the clock, the terminal or the environment: what they need of these goes in with the request.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "this is the room that meets the user and the clock"
)]

mod address;
mod arguments;
mod build;
mod check;
mod data;
mod explain;
mod failure;
#[cfg(feature = "hearing")]
mod hearing;
mod new;
mod progress;
mod serve;
mod told;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::Failure;
use std::io::Write;
use std::process::ExitCode;

/// How a command ended, beside failures of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// All is well.
    Good,
    /// The content has mistakes, or advice under `--strict`.
    Mistakes,
}

/// Runs the command that was typed. Exit codes: 0 good, 1 mistakes in the content, 2 everything else.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = arguments.messages();
    let ended = match &arguments.command {
        Command::New(new) => new::run(new, language),
        Command::Build(build) => build::run(build, language),
        Command::Check(check) => check::run(check, language),
        Command::Serve(serve) => serve::run(serve, language),
        Command::Data(data) => data::run(data, language),
        #[cfg(feature = "hearing")]
        Command::Hearing(hearing) => hearing::run(hearing, language),
        Command::Explain(explain) => explain::run(explain, language),
    };
    match ended {
        Ok(Ending::Good) => ExitCode::SUCCESS,
        Ok(Ending::Mistakes) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("planverk: {}", failure.text(language));
            ExitCode::from(2)
        }
    }
}

/// Writes to standard output. Whoever reads it may stop at any time (`| head`), which is no failure.
fn say(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Today, in the time zone of the machine.
fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}
