//! What freezing and comparing versions cost: a plan is frozen, edited on every tenth page, frozen again, and the two
//! versions are compared. Beside it `cp -r` copies the content, and `git diff --word-diff` compares it.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::measure::{self, Machine};
use super::place;
use super::report::Line;
use crate::corpus::{Corpus, Dialect};

/// Of so many pages one is edited.
const EDITED: usize = 10;

/// What a round does, in order.
const STEPS: [&str; 5] = [
    "planverk freeze, the first",
    "cp -r of the content",
    "planverk freeze, after edits",
    "planverk diff",
    "git diff --word-diff",
];

/// Does it all in turn, several rounds after one that is not timed, and tells.
pub fn all(seed: u64, pages: usize, runs: u32) -> Result<(), Box<dyn Error>> {
    let corpus = Corpus { seed, pages, dialect: Dialect::Planverk };
    let (plan, _) = place::corpus(&corpus)?;
    let work = place::target().join("bench-versions");
    place::remove(&work)?;
    if Machine::now().is_busy() {
        println!("The machine is busy with other work: trust CPU, not the time on the clock.");
    }
    let mut lines = STEPS.map(Line::new);
    for round in 0..=runs {
        let own = work.join(format!("round-{round}"));
        fs::create_dir_all(&own)?;
        copied(&plan.join("content"), &own.join("content"))?;
        for (step, line) in lines.iter_mut().enumerate() {
            if step == 2 {
                edit(&corpus, &own)?;
            }
            let sample = measure::run(&mut command(step, &own), &work.join("log.txt"))?;
            if round > 0 {
                line.samples.push(sample);
            }
        }
    }
    tell(pages, &lines)?;
    Ok(place::remove(&work)?)
}

fn command(step: usize, plan: &Path) -> Command {
    let planverk = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planverk"));
        command.args(arguments).current_dir(plan);
        command
    };
    match step {
        0 => planverk(&["freeze", "en", ".", "--date", "2026-01-10"]),
        1 => {
            let mut command = Command::new("cp");
            command.args(["-r", "content", "copy"]).current_dir(plan);
            command
        }
        2 => planverk(&["freeze", "to", ".", "--date", "2026-02-10"]),
        3 => planverk(&["diff", "en", "to", ".", "--format", "json"]),
        _ => {
            // It ends with 1 when there is a difference.
            let mut command = Command::new("sh");
            let diff = "git diff --no-index --word-diff versions/en/content versions/to/content";
            command.args(["-c", &format!("{diff}; test $? -le 1")]).current_dir(plan);
            command
        }
    }
}

/// Adds a sentence to the first paragraph of every tenth page, and a new one after it.
fn edit(corpus: &Corpus, plan: &Path) -> Result<(), Box<dyn Error>> {
    for page in (1..=corpus.pages).step_by(EDITED) {
        let text = corpus.page(page);
        let fields = text.find("+++\n\n").map_or(0, |at| at + 5);
        let end = text[fields..].find("\n\n").map_or(text.len(), |at| fields + at);
        let (before, after) = text.split_at(end);
        let text = format!("{before} Vi la til en setning her.\n\nOg et avsnitt til.{after}");
        fs::write(plan.join(corpus.page_path(page)), text)?;
    }
    Ok(())
}

fn copied(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let done = Command::new("cp").arg("-r").arg(from).arg(to).status()?;
    if done.success() { Ok(()) } else { Err(format!("{} was not copied", from.display()).into()) }
}

/// Prints the lines, each beside its peer.
fn tell(pages: usize, lines: &[Line]) -> Result<(), Box<dyn Error>> {
    println!("\n{pages} pages, every {EDITED}th edited");
    println!("{:<28} {:>8} {:>8} {:>9} {:>8}", "", "median", "CPU", "peak", "× peer");
    for (step, line) in lines.iter().enumerate() {
        let wall = line.median(|sample| sample.wall).ok_or("no run")?;
        let cpu = line.median(|sample| sample.user + sample.system).ok_or("no run")?;
        let peak = line.samples.iter().map(|sample| sample.peak).max().unwrap_or_default();
        let peer = match step {
            0 | 2 => &lines[1],
            _ => &lines[4],
        };
        let peer = peer.median(|sample| sample.wall).ok_or("no run")?;
        let times =
            if matches!(step, 1 | 4) { String::new() } else { format!("{:.2}", wall / peer) };
        println!(
            "{:<28} {wall:>6.2} s {cpu:>6.2} s {:>9} {times:>8}",
            line.name,
            super::report::megabytes(peak)
        );
    }
    Ok(())
}
