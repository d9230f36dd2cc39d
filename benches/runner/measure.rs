//! One run of one process: how long it took, the processor time it used, the most memory it held.
//!
//! The kernel counts all but the first, and tells them when the process is waited for (`wait4`). Nothing is
//! polled, so a short peak is not missed, and threads and waited-for children count.
//!
//! One thing to know: the kernel also counts the moment between fork and exec, when the child is a
//! copy of this runner. A peak is therefore never told as lower than the runner's own, which
//! [`own_peak`] gives. The runner streams its corpora to disk and reads no file whole to keep it low.

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde::Serialize;
use wait4::Wait4;

/// What a run cost.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Sample {
    /// Seconds from start to end.
    pub wall: f64,
    /// Seconds of processor time in the process itself.
    pub user: f64,
    /// Seconds of processor time in the kernel for it.
    pub system: f64,
    /// The most memory it held, in bytes.
    pub peak: u64,
}

/// Runs a command and tells what it cost; a command that fails is an error with what it said.
///
/// What it says on standard error goes to the file `log`: a pipe that nobody empties could stop it.
pub fn run(command: &mut Command, log: &Path) -> Result<Sample, Box<dyn Error>> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(log)?);
    settle()?;
    let start = Instant::now();
    let usage = command.spawn()?.wait4()?;
    let wall = start.elapsed();
    if !usage.status.success() {
        return Err(format!("{}: {}", usage.status, first_lines(log)).into());
    }
    let seconds = |time: Duration| time.as_secs_f64();
    Ok(Sample {
        wall: seconds(wall),
        user: seconds(usage.rusage.utime),
        system: seconds(usage.rusage.stime),
        peak: usage.rusage.maxrss,
    })
}

/// The most memory that this runner itself has held, where the system tells it.
pub fn own_peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}

/// The machine, as far as it matters to a reader of the numbers.
#[derive(Debug, Clone, Serialize)]
pub struct Machine {
    /// Processors that a build may use.
    pub cores: usize,
    /// How many processes wanted a processor in the minute before the bench, where the system tells it.
    pub load: Option<f64>,
    /// What the processor is called, where the system tells it.
    pub model: String,
    /// The version of the compiler at hand.
    pub compiler: String,
}

impl Machine {
    /// The machine now.
    pub fn now() -> Self {
        let load = fs::read_to_string("/proc/loadavg").ok();
        let load = load.and_then(|text| text.split_whitespace().next()?.parse().ok());
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split(':').nth(1));
        let model = model.unwrap_or("a processor not known").trim().to_owned();
        let said = Command::new("rustc").arg("--version").output().map(|output| output.stdout);
        let compiler = String::from_utf8_lossy(&said.unwrap_or_default()).trim().to_owned();
        Self { cores, load, model, compiler }
    }

    /// Whether others work on it too, so that wall time tells little.
    pub fn is_busy(&self) -> bool {
        self.load.is_some_and(|load| load > 0.5)
    }
}

/// Lets the disk finish what earlier runs left to it, so that nobody pays for another.
fn settle() -> Result<(), Box<dyn Error>> {
    let status = Command::new("sync").status()?;
    if status.success() { Ok(()) } else { Err("`sync` failed".into()) }
}

fn first_lines(log: &Path) -> String {
    let said = fs::read_to_string(log).unwrap_or_default();
    said.lines().take(6).collect::<Vec<&str>>().join("\n")
}
