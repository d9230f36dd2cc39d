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
mod diff;
mod explain;
mod failure;
mod freeze;
#[cfg(feature = "hearing")]
mod hearing;
mod lineage;
mod new;
mod progress;
mod rounds;
mod serve;
mod told;
mod versions;

use arguments::{Arguments, Command, HearingCommand};
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
        Command::Freeze(freeze) => freeze::run(freeze, language),
        Command::Versions(versions) => versions::run(versions, language),
        Command::Lineage(lineage) => lineage::run(lineage, language),
        Command::Diff(diff) => diff::run(diff, language),
        Command::Data(data) => data::run(data, language),
        Command::Hearing(hearing) => match &hearing.command {
            HearingCommand::Round(command) => rounds::run(command, language),
            #[cfg(feature = "hearing")]
            HearingCommand::Service(command) => hearing::run(command, language),
        },
        Command::Explain(explain) => explain::run(explain, language),
    };
    match ended {
        Ok(Ending::Good) => ExitCode::SUCCESS,
        Ok(Ending::Mistakes) => ExitCode::from(1),
        Err(failure) => {
            let why = told::harmless_lines(&failure.text(language));
            eprintln!("planverk: {why}");
            ExitCode::from(2)
        }
    }
}

/// Tells the user something. What a terminal would take as an order is taken out: a plan's own words stand in it.
fn say(text: &str) {
    put(&told::harmless_lines(text));
}

/// Writes what is finished for a terminal or a program to standard output, as it is. Whoever reads it may stop at any
/// time (`| head`), which is no failure.
fn put(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Today, in the time zone of the machine.
fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}
