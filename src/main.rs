//! The command `planverk`.

use std::process::ExitCode;

fn main() -> ExitCode {
    planverk::cli::main()
}
