//! `benches/RESULTS.md`: what the last run that was asked to write it has measured, and on what.

use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::{fmt, fs};

use super::report::{Line, Report, Size, megabytes};

/// Writes the table.
///
/// # Errors
///
/// If the disk won't have it.
pub fn write(report: &Report, path: &Path) -> io::Result<()> {
    let old = fs::read_to_string(path).unwrap_or_default();
    let others = OTHERS.iter().filter_map(|title| old.find(&format!("\n## {title}\n"))).min();
    let others = others.map_or("", |at| &old[at..]);
    fs::write(path, text(report).map_err(io::Error::other)? + others)
}

/// The sections that others write, below ours: `benches/preview.mjs` and `tests/soak/hearing/load.mjs`.
const OTHERS: [&str; 2] = ["Edit to visible", "The hearing service"];

fn text(report: &Report) -> Result<String, fmt::Error> {
    let mut text = String::from(
        "# Results\n\nWritten by `cargo bench --bench build -- --results`; README.md tells what is measured.\n\n",
    );
    let machine = &report.machine;
    let load = machine.load.map_or_else(|| "not known".to_owned(), |load| format!("{load:.1}"));
    let cores = machine.cores;
    writeln!(text, "* Machine: {cores} cores, {}; load when it began: {load}", machine.model)?;
    let hugo = report.hugo.as_deref().unwrap_or("none");
    let version = env!("CARGO_PKG_VERSION");
    writeln!(text, "* planverk {version}; {}; Hugo: {hugo}", machine.compiler)?;
    writeln!(text, "* The median of {} rounds, after one that is not counted", report.runs)?;
    for size in &report.sizes {
        table(&mut text, size)?;
    }
    growth(&mut text, &report.sizes)?;
    Ok(text)
}

fn table(text: &mut String, size: &Size) -> fmt::Result {
    let markdown = size.markdown.map(|bytes| format!(", {} of Markdown", megabytes(bytes as u64)));
    writeln!(text, "\n## {}{}\n", size.name, markdown.unwrap_or_default())?;
    writeln!(text, "| | median | least–most | CPU | peak | × hugo | × cp -r |")?;
    writeln!(text, "| --- | --- | --- | --- | --- | --- | --- |")?;
    let (hugo, copy) = (wall(size, "hugo"), wall(size, "cp"));
    for line in &size.lines {
        let Some(median) = line.median(|sample| sample.wall) else {
            let why = line.failure.as_deref().unwrap_or("not run").replace(['|', '\n'], " ");
            writeln!(text, "| {} | {why} | | | | | |", line.name)?;
            continue;
        };
        let (least, most) = line.least_and_most();
        let cpu = line.median(|sample| sample.user + sample.system).unwrap_or_default();
        let ratio =
            |to: Option<f64>| to.map_or_else(String::new, |to| format!("{:.2}", median / to));
        writeln!(
            text,
            "| {} | {median:.3} s | {least:.3}–{most:.3} s | {cpu:.2} s | {} | {} | {} |",
            line.name,
            megabytes(line.peak()),
            ratio(hugo),
            ratio(copy)
        )?;
    }
    writeln!(
        text,
        "\nplanverk wrote {} files, {}.",
        size.output.files,
        megabytes(size.output.bytes)
    )
}

/// What a page costs in plans of each size: where it grows, a plan twice as large takes more than twice as long.
fn growth(text: &mut String, sizes: &[Size]) -> fmt::Result {
    let told =
        "A fresh build, for each page of the corpus, and beside it the copy of what it wrote.";
    writeln!(text, "\n## Growth\n\n{told}\n")?;
    writeln!(
        text,
        "| pages | time | CPU in planverk | CPU in the kernel | cp -r | memory beyond the text |"
    )?;
    writeln!(text, "| --- | --- | --- | --- | --- | --- |")?;
    for size in sizes {
        let fresh = size.lines.iter().find(|line| line.name.starts_with("planverk, fresh"));
        let fresh = fresh.filter(|line| line.failure.is_none());
        let (Some(fresh), Some(markdown)) = (fresh, size.markdown) else { continue };
        let pages = size.pages as f64;
        let each = |seconds: Option<f64>| {
            seconds.map_or_else(String::new, |all| format!("{:.2} ms", all * 1000.0 / pages))
        };
        let memory = (fresh.peak() as f64 - markdown as f64) / pages / 1000.0;
        writeln!(
            text,
            "| {} | {} | {} | {} | {} | {memory:.1} kB |",
            size.pages,
            each(fresh.median(|sample| sample.wall)),
            each(fresh.median(|sample| sample.user)),
            each(fresh.median(|sample| sample.system)),
            each(wall(size, "cp")),
        )?;
    }
    Ok(())
}

fn wall(size: &Size, name: &str) -> Option<f64> {
    let line: Option<&Line> = size.lines.iter().find(|line| line.name.starts_with(name));
    line.and_then(|line| line.median(|sample| sample.wall))
}
