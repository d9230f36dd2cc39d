//! What a part of a build costs: charts, in a thousand indicators of thirty years and five series; the search index, in a
//! plan of the corpus. The same plan is built with the part and without.
//!
//! Both builds are this program started anew with [`Task::Build`](crate::Task): the same plan, theme and
//! library, and one thing left out. So all that a part brings is counted, its larger pages and the bytes written too.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ValueEnum;
use jiff::civil::date;
use planverk::diagnostic::Diagnostics;
use planverk::portions::Portions;
use planverk::publish::Release;
use planverk::site::{self, Content, Request, Route};
use rayon::prelude::*;

use super::measure::{self, Machine};
use super::place::{self, Output};
use super::report::Line;
use crate::corpus::figures::{Figures, INDICATORS};
use crate::corpus::{Corpus, Dialect};

/// What a build can do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The figures drawn.
    Charts,
    /// The index that readers search in.
    Search,
    /// The plan and its figures as open data, and the feeds.
    Data,
}

impl Part {
    /// All that a plan as plain pages does without.
    pub const ALL: [Part; 3] = [Part::Charts, Part::Search, Part::Data];
}

/// What is measured of a part.
struct Case {
    part: Part,
    /// What stands in the plan.
    plan: String,
    /// What the part may cost, on two cores.
    target: &'static str,
}

/// What charts cost.
pub fn charts(seed: u64, runs: u32) -> Result<(), Box<dyn Error>> {
    let plan = format!("{INDICATORS} indicators, each 30 years of 5 series");
    let case = Case { part: Part::Charts, plan, target: "3 s" };
    let folder = place::target().join("bench-parts/plan");
    place::remove(&folder)?;
    Figures { seed }.write(&folder)?;
    compare(&case, &folder, runs)
}

/// What the search index costs, in a plan of the corpus.
pub fn search(seed: u64, pages: usize, runs: u32) -> Result<(), Box<dyn Error>> {
    let case = Case { part: Part::Search, plan: format!("{pages} pages"), target: "1.40 times" };
    let (folder, _) = place::corpus(&Corpus { seed, pages, dialect: Dialect::Planverk })?;
    compare(&case, &folder, runs)
}

/// Builds both in turn, several rounds after one that is not timed, and tells.
fn compare(case: &Case, plan: &Path, runs: u32) -> Result<(), Box<dyn Error>> {
    let work = place::clear_work()?;
    std::fs::create_dir_all(&work)?;
    if Machine::now().is_busy() {
        println!("The machine is busy with other work: trust CPU, not the time on the clock.");
    }
    let mut lines = [Line::new("with"), Line::new("without")];
    let builds: [&[Part]; 2] = [&[], &[case.part]];
    for round in 0..=runs {
        for (line, left_out) in lines.iter_mut().zip(builds) {
            let out = out(&work, round, left_out);
            let mut build = build_without(plan, &out, left_out)?;
            let sample = measure::run(&mut build, &work.join("log.txt"))?;
            if round > 0 {
                line.samples.push(sample);
            }
        }
    }
    let [with, without] = builds.map(|left_out| place::count(&out(&work, runs, left_out)));
    tell(case, &lines, with?, without?)?;
    Ok(place::remove(&work)?)
}

/// Each build has a folder of its own: none finds what an earlier one wrote.
fn out(work: &Path, round: u32, left_out: &[Part]) -> PathBuf {
    work.join(format!("round-{round}-{}", if left_out.is_empty() { "with" } else { "without" }))
}

/// A build of the whole but some parts, by this program started anew.
pub fn build_without(
    plan: &Path,
    out: &Path,
    left_out: &[Part],
) -> Result<Command, Box<dyn Error>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("build").arg(plan).arg(out);
    for name in left_out.iter().filter_map(Part::to_possible_value) {
        command.arg("--without").arg(name.get_name());
    }
    Ok(command)
}

/// Prints the two lines, and what is between them.
fn tell(
    case: &Case,
    lines: &[Line; 2],
    with: Output,
    without: Output,
) -> Result<(), Box<dyn Error>> {
    println!("\n{}", case.plan);
    println!("{:<9} {:>8} {:>8} {:>9}", "", "median", "CPU", "output");
    let [first, second] = lines;
    let mut found = Vec::new();
    for (line, output) in [(first, with), (second, without)] {
        let wall = line.median(|sample| sample.wall).ok_or("no run")?;
        let cpu = line.median(|sample| sample.user + sample.system).ok_or("no run")?;
        let written = super::report::megabytes(output.bytes);
        println!("{:<9} {wall:>6.2} s {cpu:>6.2} s {written:>9}", line.name);
        found.push((wall, cpu));
    }
    let [(wall, cpu), (plain, plain_cpu)] = found[..] else { return Ok(()) };
    println!(
        "{:?}: {:.2} s more ({:.2} times), {:.2} s more of CPU ({:.2} times); at most {} on two cores",
        case.part,
        wall - plain,
        wall / plain,
        cpu - plain_cpu,
        cpu / plain_cpu,
        case.target
    );
    Ok(())
}

/// One whole build, from the folder to the files, as `planverk build` does it.
pub fn build_here(plan: &Path, out: &Path, left_out: &[Part]) -> Result<(), Box<dyn Error>> {
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
    let prepared =
        if left_out.contains(&Part::Charts) { prepared.without_charts() } else { prepared };
    let release = Release::begin(out, &[])?;
    let written = site::with_site(&prepared, |site| {
        if !left_out.contains(&Part::Search) {
            site.write_index(&|path, bytes| write(&release, &path, &bytes))?;
        }
        let mut routes = site.named();
        if left_out.contains(&Part::Data) {
            routes.retain(|(_, route)| !matches!(route, Route::Export(_)));
        }
        routes.par_iter().in_portions().try_for_each(|(path, route)| {
            let bytes = match site.render(path, route) {
                Ok(Content::Made(bytes)) => bytes,
                Ok(Content::Long(pieces)) => {
                    let written = release.write_pieces(path, pieces);
                    let written = written.map_err(|error| error.to_string())?;
                    written.map_err(|broken| format!("{path}: {broken:?}"))?;
                    return Ok(());
                }
                Ok(Content::Asset(bytes)) => bytes.to_vec(),
                Ok(Content::File(file)) => {
                    fs::read(plan.join(file)).map_err(|error| error.to_string())?
                }
                Ok(Content::Picture(..)) => {
                    return Err(format!("{path}: the corpus has no pictures"));
                }
                Err(broken) => return Err(format!("{path}: {broken:?}")),
            };
            write(&release, path, &bytes)
        })
    });
    written.map_err(|broken| format!("{broken:?}"))??;
    release.commit()?;
    Ok(())
}

fn write(release: &Release, path: &str, bytes: &[u8]) -> Result<(), String> {
    release.write(path, bytes).map(drop).map_err(|error| error.to_string())
}
