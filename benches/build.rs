//! How fast, and in how much memory, planverk builds plans of some sizes, beside Hugo and `cp -r`.
//!
//! 1. [`corpus`] makes a plan of so many pages from a seed, and the same text as a Hugo site.
//! 2. [`runner::measure`] runs one whole process and tells its time, its processor time and its peak memory.
//! 3. [`runner::rounds`] runs them all in turn, several rounds, the disk settled before each.
//! 4. [`runner::parts`] does the same for one plan with a part of it, charts or the search index, and without;
//!    [`runner::versions`] for freezing a plan and comparing its versions.
//! 5. [`runner::report`] writes the table and `target/bench.json`.
//!
//! `benches/README.md` tells how to run it and how to read what it says.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a bench prints, measures time and writes its own files; the rules are for the library"
)]

mod corpus;
mod runner;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use corpus::{Corpus, Dialect};
use runner::parts::Part;

/// The same as in planverk: parts are left out by this program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Times whole builds, or writes a corpus for other use.
#[derive(Debug, Parser)]
#[command(name = "cargo bench --bench build --")]
struct Request {
    /// Sizes of the plans, in pages
    #[arg(long, value_delimiter = ',', default_value = "100,1000,10000")]
    pages: Vec<usize>,
    /// Timed rounds of each size, after one that is not timed
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Write the table `benches/RESULTS.md` too
    #[arg(long)]
    results: bool,
    /// Whom to compare with
    #[arg(long, value_enum, default_value_t = Peer::Hugo)]
    peer: Peer,
    /// What the corpus' chance begins with
    #[arg(long, default_value_t = 1, global = true)]
    seed: u64,
    /// Cargo says this when it benches, and not when it tests.
    #[arg(long, hide = true, global = true)]
    bench: bool,
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// What charts cost: a plan of a thousand indicators, built with charts and without
    Figures {
        /// Timed rounds, after one that is not timed
        #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
        runs: u32,
    },
    /// What the search index costs: a plan of the corpus, built with it and without
    Search {
        /// How many pages
        #[arg(long = "pages", default_value_t = 10_000)]
        count: usize,
        /// Timed rounds, after one that is not timed
        #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
        runs: u32,
    },
    /// What freezing a plan and comparing its versions cost, beside `cp -r` and `git diff`
    Versions {
        /// How many pages
        #[arg(long = "pages", default_value_t = 1000)]
        count: usize,
        /// Timed rounds, after one that is not timed
        #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
        runs: u32,
    },
    /// Builds a plan once: what `figures`, `search` and the line of plain pages time
    #[command(hide = true)]
    Build {
        plan: PathBuf,
        out: PathBuf,
        /// What is left out
        #[arg(long)]
        without: Vec<Part>,
    },
    /// Writes a corpus into a folder, and times nothing
    Corpus {
        /// The folder; it must be new or empty
        folder: PathBuf,
        /// How many pages
        #[arg(long = "pages")]
        count: usize,
        /// For whom to write it
        #[arg(long = "for", value_enum, default_value_t = Tongue::Planverk)]
        tongue: Tongue,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Peer {
    Hugo,
    None,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Tongue {
    Planverk,
    Hugo,
}

fn main() -> ExitCode {
    let request = Request::parse();
    let done = match &request.task {
        Some(Task::Corpus { folder, count, tongue }) => {
            write_corpus(folder, *count, *tongue, request.seed)
        }
        Some(Task::Figures { runs }) => runner::parts::charts(request.seed, *runs),
        Some(Task::Search { count, runs }) => runner::parts::search(request.seed, *count, *runs),
        Some(Task::Build { plan, out, without }) => runner::parts::build_here(plan, out, without),
        Some(Task::Versions { count, runs }) => runner::versions::all(request.seed, *count, *runs),
        None if request.bench => runner::rounds::all(&request),
        None => {
            println!("Nothing is timed in a test; `cargo bench --bench build` does it.");
            Ok(())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write_corpus(
    folder: &PathBuf,
    pages: usize,
    tongue: Tongue,
    seed: u64,
) -> Result<(), Box<dyn Error>> {
    if folder.exists() && std::fs::read_dir(folder)?.next().is_some() {
        return Err(format!("{} is not empty; choose a new folder", folder.display()).into());
    }
    let dialect = match tongue {
        Tongue::Planverk => Dialect::Planverk,
        Tongue::Hugo => Dialect::Hugo,
    };
    let written = Corpus { seed, pages, dialect }.write(folder)?;
    let megabytes = runner::report::megabytes(written.markdown as u64);
    println!("{} files, {megabytes} of Markdown in {}", written.files, folder.display());
    Ok(())
}
