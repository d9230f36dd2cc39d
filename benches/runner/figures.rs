//! What charts cost: a thousand indicators of thirty years and five series, built with charts and without.
//!
//! Both builds are this program started anew with [`Task::Build`](crate::Task): the same plan, theme and
//! library, and one switch. So all that charts bring is counted, their larger pages and the bytes written too.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::civil::date;
use planverk::diagnostic::Diagnostics;
use planverk::publish::Release;
use planverk::site::{self, Content, Request};
use rayon::prelude::*;

use super::measure::{self, Machine};
use super::place::{self, Output};
use super::report::Line;
use crate::corpus::figures::{Figures, INDICATORS};

/// What charts may cost on two cores, in seconds.
const TARGET: f64 = 3.0;

/// Builds both in turn, several rounds after one that is not timed, and tells.
pub fn all(seed: u64, runs: u32) -> Result<(), Box<dyn Error>> {
    let work = place::target().join("bench-figures");
    place::remove(&work)?;
    let plan = work.join("plan");
    Figures { seed }.write(&plan)?;
    if Machine::now().is_busy() {
        println!("The machine is busy with other work: trust CPU, not the time on the clock.");
    }
    let mut lines = [Line::new("with charts"), Line::new("without charts")];
    for round in 0..=runs {
        for (line, charts) in lines.iter_mut().zip([true, false]) {
            let sample = measure::run(
                &mut build(&plan, &out(&work, round, charts), charts)?,
                &work.join("log.txt"),
            )?;
            if round > 0 {
                line.samples.push(sample);
            }
        }
    }
    let told = [true, false].map(|charts| place::count(&out(&work, runs, charts)));
    let [with, without] = told;
    tell(&lines, with?, without?)?;
    Ok(place::remove(&work)?)
}

/// Each build has a folder of its own: none finds what an earlier one wrote.
fn out(work: &Path, round: u32, charts: bool) -> PathBuf {
    work.join(format!("round-{round}-{charts}"))
}

fn build(plan: &Path, out: &Path, charts: bool) -> Result<Command, Box<dyn Error>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("build").arg(plan).arg(out);
    if !charts {
        command.arg("--without-charts");
    }
    Ok(command)
}

/// Prints the two lines, and what is between them.
fn tell(lines: &[Line; 2], with: Output, without: Output) -> Result<(), Box<dyn Error>> {
    println!("\n{INDICATORS} indicators, each 30 years of 5 series");
    println!("{:<17} {:>8} {:>8} {:>9}", "", "median", "CPU", "output");
    let [first, second] = lines;
    let mut found = Vec::new();
    for (line, output) in [(first, with), (second, without)] {
        let wall = line.median(|sample| sample.wall).ok_or("no run")?;
        let cpu = line.median(|sample| sample.user + sample.system).ok_or("no run")?;
        println!(
            "{:<17} {wall:>6.2} s {cpu:>6.2} s {:>9}",
            line.name,
            super::report::megabytes(output.bytes)
        );
        found.push((wall, cpu));
    }
    let [(wall, cpu), (plain, plain_cpu)] = found[..] else { return Ok(()) };
    println!(
        "charts: {:.2} s more ({:.2} times), {:.2} s more of CPU ({:.2} times); at most {TARGET} s on two cores",
        wall - plain,
        wall / plain,
        cpu - plain_cpu,
        cpu / plain_cpu
    );
    Ok(())
}

/// One whole build, from the folder to the files, as `planverk build` does it.
pub fn build_here(plan: &Path, out: &Path, charts: bool) -> Result<(), Box<dyn Error>> {
    let mut diagnostics = Diagnostics::default();
    let sources = planverk::load::load(plan, &mut diagnostics)?;
    let choice = planverk::resolve::theme_choice(&sources);
    let theme = planverk::load::theme_files(plan, &choice.name, &choice.folder, &choice.css)?;
    let request =
        Request { today: date(2026, 11, 22), base_url: None, stage: None, forced: String::new() };
    let prepared = site::prepare(&sources, theme, &request, &mut diagnostics);
    if diagnostics.mistakes() > 0 {
        return Err(format!("the corpus has {} mistakes", diagnostics.mistakes()).into());
    }
    let prepared = if charts { prepared } else { prepared.without_charts() };
    let release = Release::begin(out, &[])?;
    let written = site::with_site(&prepared, |site| {
        site.routes().par_iter().try_for_each(|(path, route)| {
            let bytes = match site.render(path, route) {
                Ok(Content::Made(bytes)) => bytes,
                Ok(Content::Asset(bytes)) => bytes.to_vec(),
                Ok(Content::File(file)) => {
                    fs::read(plan.join(file)).map_err(|error| error.to_string())?
                }
                Ok(Content::Picture(..)) => {
                    return Err(format!("{path}: the corpus has no pictures"));
                }
                Err(broken) => return Err(format!("{path}: {broken:?}")),
            };
            release.write(path, &bytes).map(drop).map_err(|error| error.to_string())
        })
    });
    written.map_err(|broken| format!("{broken:?}"))??;
    release.commit()?;
    Ok(())
}
