//! What the runs say: one table for each size, and everything as JSON.

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::measure::{Machine, Sample};
use super::place::Output;

/// Everything that was measured.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Hugo's version, if it took part.
    pub hugo: Option<String>,
    /// Timed rounds.
    pub runs: u32,
    /// What it was measured on.
    pub machine: Machine,
    /// The runner's own peak memory: no peak is told as lower.
    pub floor: Option<u64>,
    /// The plans.
    pub sizes: Vec<Size>,
}

/// What was measured of one plan.
#[derive(Debug, Serialize)]
pub struct Size {
    /// What the plan is called in the table.
    pub name: String,
    /// Its pages.
    pub pages: usize,
    /// Its bytes of Markdown, where they are known.
    pub markdown: Option<usize>,
    /// What planverk wrote.
    pub output: Output,
    /// What the peer wrote.
    pub peer_output: Output,
    /// What was run.
    pub lines: Vec<Line>,
}

/// All runs of one thing.
#[derive(Debug, Serialize)]
pub struct Line {
    /// What it is.
    pub name: &'static str,
    /// Why it was given up, if it was.
    pub failure: Option<String>,
    /// Its runs.
    pub samples: Vec<Sample>,
}

impl Line {
    /// A thing that was not run yet.
    pub fn new(name: &'static str) -> Self {
        Self { name, failure: None, samples: Vec::new() }
    }

    /// The median of something about the runs, if there were any and none failed.
    pub fn median(&self, of: impl Fn(&Sample) -> f64) -> Option<f64> {
        let mut all: Vec<f64> = self.samples.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        let middle = all.len() / 2;
        match (self.failure.is_some() || all.is_empty(), all.len() % 2) {
            (true, _) => None,
            (false, 1) => Some(all[middle]),
            (false, _) => Some(f64::midpoint(all[middle - 1], all[middle])),
        }
    }

    /// The shortest and the longest of the runs, in seconds.
    pub fn least_and_most(&self) -> (f64, f64) {
        let walls = || self.samples.iter().map(|sample| sample.wall);
        (walls().fold(f64::MAX, f64::min), walls().fold(0.0, f64::max))
    }

    /// The most memory that a run held, in bytes.
    pub fn peak(&self) -> u64 {
        self.samples.iter().map(|sample| sample.peak).max().unwrap_or_default()
    }
}

impl Report {
    /// Writes it all as JSON.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        fs::write(path, serde_json::to_string_pretty(self)? + "\n")
    }
}

/// Prints a plan's table.
pub fn print(size: &Size) {
    let markdown = size.markdown.map(|bytes| format!(", {} of Markdown", megabytes(bytes as u64)));
    println!("\n{}{}", size.name, markdown.unwrap_or_default());
    println!(
        "{:<27} {:>8} {:>17} {:>8} {:>9} {:>8} {:>7} {:>7}",
        "", "median", "min–max", "CPU", "peak", "pages/s", "× hugo", "× cp -r"
    );
    let wall = |name: &str| {
        let line = size.lines.iter().find(|line| line.name.starts_with(name));
        line.and_then(|line| line.median(|sample| sample.wall))
    };
    let (hugo, copy) = (wall("hugo"), wall("cp"));
    for line in &size.lines {
        println!("{}", row(line, size.pages, (hugo, copy)));
    }
    for (who, output) in [("planverk", size.output), ("hugo", size.peer_output)] {
        if output.files > 0 {
            println!("{who} wrote {} files, {}", output.files, megabytes(output.bytes));
        }
    }
}

/// Bytes as millions of them.
pub fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

fn row(line: &Line, pages: usize, (hugo, copy): (Option<f64>, Option<f64>)) -> String {
    if let Some(failure) = &line.failure {
        return format!("{:<27} failed: {failure}", line.name);
    }
    let Some(median) = line.median(|sample| sample.wall) else {
        return format!("{:<27} was not run", line.name);
    };
    let (least, most) = line.least_and_most();
    let cpu = line.median(|sample| sample.user + sample.system).unwrap_or_default();
    let ratio = |to: Option<f64>| to.map_or_else(String::new, |to| format!("{:.2}", median / to));
    format!(
        "{:<27} {:>6.3} s {:>7.3}–{:>7.3} s {:>6.2} s {:>9} {:>8.0} {:>7} {:>7}",
        line.name,
        median,
        least,
        most,
        cpu,
        megabytes(line.peak()),
        pages as f64 / median,
        ratio(hugo),
        ratio(copy)
    )
}
