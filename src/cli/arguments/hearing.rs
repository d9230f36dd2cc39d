//! What can be typed after `planverk hearing`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What can be done with a hearing.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum HearingCommand {
    /// With a round in a plan's folder
    #[command(flatten)]
    Round(RoundCommand),
    /// With the service that receives answers
    #[cfg(feature = "hearing")]
    #[command(flatten)]
    Service(crate::cli::hearing::ServiceCommand),
}

/// What can be done with a hearing round in a plan's folder.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum RoundCommand {
    Template(RoundTemplate),
    Import(RoundImport),
    Status(RoundStatus),
}

/// Write a spreadsheet to type in answers that came on paper, with the ids of all paragraphs
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    planverk hearing template varen-2026 --out /tmp")]
pub(in crate::cli) struct RoundTemplate {
    /// The round: its folder's name below content/horinger/
    #[arg(value_name = "ROUND")]
    pub(in crate::cli) round: String,
    /// The folder that holds content/
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub(in crate::cli) plan: PathBuf,
    /// Where the two files are written, XLSX and CSV
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub(in crate::cli) out: PathBuf,
}

/// Take in answers that came late, by mail, on paper or at a meeting, from XLSX, CSV or TOML
///
/// All of it is taken in or, when anything is wrong, nothing. Nothing is published by this: each answer waits
/// until somebody has looked at it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk hearing import varen-2026 papirsvar.xlsx\n  \
    planverk hearing import varen-2026 brev.csv epost.toml --plan plan")]
pub(in crate::cli) struct RoundImport {
    /// The round: its folder's name below content/horinger/
    #[arg(value_name = "ROUND")]
    pub(in crate::cli) round: String,
    /// The files
    #[arg(value_name = "FILE", required = true)]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// The folder that holds content/
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub(in crate::cli) plan: PathBuf,
}

/// Tell what is missing before a round can be closed as assessed; ends with 1 when anything is
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    planverk hearing status varen-2026")]
pub(in crate::cli) struct RoundStatus {
    /// The round: its folder's name below content/horinger/
    #[arg(value_name = "ROUND")]
    pub(in crate::cli) round: String,
    /// The folder that holds content/
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub(in crate::cli) plan: PathBuf,
}
