//! The rounds: each does everything once, in turn, so that a slow minute of the machine falls on all.
//!
//! The first round is not timed: it brings the corpora into the system's memory. Every other round
//! begins with the peer instead of ending with it.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::measure::{self, Machine, Sample};
use super::parts::{self, Part};
use super::peer::{self, Hugo};
use super::place;
use super::report::{self, Line, Report, Size};
use super::results;
use crate::corpus::{Corpus, Dialect};
use crate::{Peer, Request};

/// The day that is today in every build.
const TODAY: &str = "2026-11-22";
/// The largest plan that the peer builds too: beyond it a round takes minutes and more memory than most machines have.
const PEER_PAGES: usize = 10_000;
/// The page that changes, if the plan has as many.
const CHANGED: usize = 42;

/// Runs all sizes, and the example plan, and tells.
pub fn all(request: &Request) -> Result<(), Box<dyn Error>> {
    let hugo = match request.peer {
        Peer::Hugo => peer::find(),
        Peer::None => None,
    };
    if request.peer == Peer::Hugo && hugo.is_none() {
        println!("{}", peer::ADVICE);
    }
    let machine = Machine::now();
    if machine.is_busy() {
        println!(
            "The machine is busy with other work: trust CPU and the least time, not the median."
        );
    }
    place::clear_work()?;
    let mut sizes = Vec::new();
    for pages in &request.pages {
        let peer = hugo.as_ref().filter(|_| *pages <= PEER_PAGES);
        sizes.push(Bench::of_corpus(request.seed, *pages, peer)?.rounds(request.runs)?);
        report::print(&sizes[sizes.len() - 1]);
    }
    if let Some(example) = Bench::of_example() {
        sizes.push(example.rounds(request.runs)?);
        report::print(&sizes[sizes.len() - 1]);
    }
    place::remove(&place::work())?;
    let hugo = hugo.map(|hugo| hugo.version);
    let report = Report { hugo, runs: request.runs, machine, floor: measure::own_peak(), sizes };
    let path = place::target().join("bench.json");
    report.write(&path)?;
    println!("All runs are in {}.", path.display());
    if request.results {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/RESULTS.md");
        results::write(&report, &path)?;
        println!("The table is in {}.", path.display());
    }
    Ok(())
}

/// What is run for one plan.
struct Bench {
    name: String,
    pages: Option<usize>,
    markdown: Option<usize>,
    plan: PathBuf,
    corpus: Option<Corpus>,
    peer: Option<(Hugo, PathBuf)>,
    work: PathBuf,
}

/// One of the things that a round does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    First,
    Fresh,
    Unchanged,
    Changed,
    Check,
    Plain,
    Copy,
    Hugo,
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Step::First => "planverk, pictures made",
            Step::Fresh => "planverk, fresh",
            Step::Unchanged => "planverk, nothing changed",
            Step::Changed => "planverk, one page changed",
            Step::Check => "planverk check",
            Step::Plain => "planverk, plain pages",
            Step::Copy => "cp -r of the output",
            Step::Hugo => "hugo, fresh",
        }
    }
}

impl Bench {
    fn of_corpus(seed: u64, pages: usize, hugo: Option<&Hugo>) -> Result<Self, Box<dyn Error>> {
        let corpus = Corpus { seed, pages, dialect: Dialect::Planverk };
        let (plan, written) = place::corpus(&corpus)?;
        let peer = match hugo {
            Some(hugo) => {
                let (site, _) = place::corpus(&Corpus { dialect: Dialect::Hugo, ..corpus })?;
                Some((hugo.clone(), site))
            }
            None => None,
        };
        let work = place::work().join(pages.to_string());
        let (name, markdown) = (format!("{pages} pages"), Some(written.markdown));
        Ok(Self { name, pages: Some(pages), markdown, plan, corpus: Some(corpus), peer, work })
    }

    /// The plan that comes with planverk, if it is there.
    fn of_example() -> Option<Self> {
        let plan = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let there = plan.join("content/plan.toml").is_file();
        there.then(|| Self {
            name: "the example plan".to_owned(),
            pages: None,
            markdown: None,
            plan,
            corpus: None,
            peer: None,
            work: place::work().join("example"),
        })
    }

    fn rounds(&self, runs: u32) -> Result<Size, Box<dyn Error>> {
        let mut lines: Vec<(Step, Line)> =
            self.steps().into_iter().map(|step| (step, Line::new(step.name()))).collect();
        for round in 0..=runs {
            if round % 2 == 1 {
                lines.sort_by_key(|(step, _)| *step != Step::Hugo);
            } else {
                lines.sort_by_key(|(step, _)| *step == Step::Hugo);
            }
            for (step, line) in lines.iter_mut().filter(|(_, line)| line.failure.is_none()) {
                match self.step(*step, round) {
                    Ok(sample) if round > 0 => line.samples.push(sample),
                    Ok(_) => {}
                    Err(error) => line.failure = Some(error.to_string()),
                }
            }
        }
        self.restore()?;
        lines.sort_by_key(|(step, _)| *step == Step::Hugo);
        let last = self.round(runs);
        let output = place::count(&last.join("site")).unwrap_or_default();
        let peer_output = place::count(&last.join("hugo")).unwrap_or_default();
        let lines = lines.into_iter().map(|(_, line)| line).collect();
        let pages = self.pages.unwrap_or(output.pages);
        Ok(Size {
            name: self.name.clone(),
            pages,
            markdown: self.markdown,
            output,
            peer_output,
            lines,
        })
    }

    fn steps(&self) -> Vec<Step> {
        // The corpus has no pictures.
        let mut steps = match self.corpus {
            Some(_) => vec![Step::Fresh, Step::Unchanged, Step::Changed, Step::Check, Step::Plain],
            None => vec![Step::First, Step::Fresh, Step::Unchanged, Step::Check],
        };
        steps.push(Step::Copy);
        if self.peer.is_some() {
            steps.push(Step::Hugo);
        }
        steps
    }

    fn step(&self, step: Step, round: u32) -> Result<Sample, Box<dyn Error>> {
        let folder = self.round(round);
        fs::create_dir_all(&folder)?;
        let out = folder.join("site");
        match step {
            Step::First => {
                place::remove(&self.plan.join(".planverk"))?;
                let out = folder.join("first");
                self.build(&mut self.planverk(&out), &out)
            }
            Step::Fresh | Step::Unchanged => self.build(&mut self.planverk(&out), &out),
            Step::Changed => {
                self.change(round)?;
                self.build(&mut self.planverk(&out), &out)
            }
            Step::Check => {
                self.run(Command::new(env!("CARGO_BIN_EXE_planverk")).arg("check").arg(&self.plan))
            }
            Step::Plain => {
                let out = folder.join("plain");
                self.build(&mut parts::build_without(&self.plan, &out, &Part::ALL)?, &out)
            }
            Step::Copy => {
                let copy = folder.join("copy");
                self.run(Command::new("cp").arg("-r").arg(out.join(".")).arg(&copy))
            }
            Step::Hugo => {
                let (hugo, site) = self.peer.as_ref().ok_or("no peer")?;
                let out = folder.join("hugo");
                self.build(&mut hugo.build(site, &out), &out)
            }
        }
    }

    /// Runs a build. One that wrote too little is no build, however fast.
    fn build(&self, command: &mut Command, out: &Path) -> Result<Sample, Box<dyn Error>> {
        let sample = self.run(command)?;
        let wrote = place::count(out).map(|output| output.pages).unwrap_or_default();
        let wanted = self.pages.unwrap_or(1);
        if wrote < wanted {
            return Err(format!("it wrote {wrote} pages of {wanted}").into());
        }
        Ok(sample)
    }

    fn run(&self, command: &mut Command) -> Result<Sample, Box<dyn Error>> {
        measure::run(command, &self.work.join("log.txt"))
    }

    fn planverk(&self, out: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planverk"));
        command.arg("build").arg(&self.plan).arg("--out").arg(out).args(["--date", TODAY]);
        command
    }

    /// Each round writes to a folder of its own, and nothing is removed before the end: see `place::clear_work`.
    fn round(&self, round: u32) -> PathBuf {
        self.work.join(format!("round-{round}"))
    }

    /// Adds a sentence to one page, another each round.
    fn change(&self, round: u32) -> Result<(), Box<dyn Error>> {
        let Some(corpus) = &self.corpus else { return Ok(()) };
        let n = CHANGED.min(corpus.pages);
        let text = corpus.page(n) + &format!("\nVi la til en setning i runde {round}.\n");
        Ok(fs::write(self.plan.join(corpus.page_path(n)), text)?)
    }

    /// Writes the changed page as it was.
    fn restore(&self) -> Result<(), Box<dyn Error>> {
        let Some(corpus) = &self.corpus else { return Ok(()) };
        let n = CHANGED.min(corpus.pages);
        Ok(fs::write(self.plan.join(corpus.page_path(n)), corpus.page(n))?)
    }
}
