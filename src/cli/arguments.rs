//! What can be typed.

mod hearing;

pub(super) use hearing::{HearingCommand, RoundCommand, RoundImport, RoundStatus, RoundTemplate};

use crate::preview::Editor;
use crate::text::Language;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::net::IpAddr;
use std::path::PathBuf;

/// Make the public site of a quality plan.
///
/// A plan is a folder that holds content/: Markdown and TOML. planverk reads it into one model,
/// checks it, and writes a site in which goals, indicators and measures are linked to each other.
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "Examples:\n  \
        planverk new min-plan          make a small plan to begin with\n  \
        planverk serve min-plan        show it in a browser, and follow what you write\n  \
        planverk build min-plan        write its site to min-plan/public\n  \
        planverk check --strict        tell all that could be better, in the plan here\n  \
        planverk explain doubled-id    tell more about one of the rules"
)]
pub(super) struct Arguments {
    /// Language of messages; the plan's own unless told (Norwegian for nn, se and sv)
    #[arg(long, global = true, value_name = "LANGUAGE")]
    lang: Option<MessageLanguage>,
    #[command(subcommand)]
    pub(super) command: Command,
}

impl Arguments {
    /// The language that was asked for, if any.
    pub(super) fn messages(&self) -> Option<Language> {
        self.lang.map(|lang| match lang {
            MessageLanguage::Nb => Language::Nb,
            MessageLanguage::En => Language::En,
        })
    }
}

/// The languages that messages exist in.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum MessageLanguage {
    /// Bokmål
    Nb,
    /// English
    En,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(New),
    Build(Build),
    Check(Check),
    Serve(Serve),
    Freeze(Freeze),
    Versions(Versions),
    Lineage(Lineage),
    Diff(Diff),
    Data(Data),
    Hearing(Hearing),
    Explain(Explain),
}

/// Make a small plan that builds clean and shows each kind of entry once
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk new min-plan\n  \
    planverk new plan --language nn")]
pub(super) struct New {
    /// Folder to make; it must not exist, or be empty
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
    /// Language of the plan and of its fields
    #[arg(long, default_value = "nb", value_name = "LANGUAGE")]
    pub(super) language: PlanLanguage,
}

/// The languages that a plan may be written in.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PlanLanguage {
    /// Bokmål
    Nb,
    /// Nynorsk
    Nn,
    /// Northern Sámi (with field names in bokmål)
    Se,
    /// Swedish
    Sv,
    /// English
    En,
}

impl From<PlanLanguage> for Language {
    fn from(language: PlanLanguage) -> Language {
        match language {
            PlanLanguage::Nb => Language::Nb,
            PlanLanguage::Nn => Language::Nn,
            PlanLanguage::Se => Language::Se,
            PlanLanguage::Sv => Language::Sv,
            PlanLanguage::En => Language::En,
        }
    }
}

/// Write the site of a plan
///
/// The site is written to a new folder and put in place in one step: a reader meets the old site or
/// the new one, never a mix. With mistakes in the plan nothing is written.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk build\n  \
    planverk build plan --out /srv/www/plan --base-url https://plan.example.no/\n  \
    planverk build --strict --date 2026-06-18")]
pub(super) struct Build {
    /// The folder that holds content/
    #[arg(default_value = ".", hide_default_value = true)]
    pub(super) plan: PathBuf,
    /// Where the site is written [default: PLAN/public]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// The address that the site will have, for search engines and shared links
    #[arg(long, value_name = "URL", value_parser = address)]
    pub(super) base_url: Option<String>,
    /// The day to count from, instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(super) date: Option<Date>,
    /// Stop at advice too
    #[arg(long)]
    pub(super) strict: bool,
    /// Publish an adopted plan before its hearings are assessed, for this reason, which is published
    #[arg(long, value_name = "REASON", value_parser = reason)]
    pub(super) force: Option<String>,
}

/// Tell what is wrong in a plan, and what could be better
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk check\n  \
    planverk check plan --strict\n  \
    planverk check --format github")]
pub(super) struct Check {
    /// The folder that holds content/
    #[arg(default_value = ".", hide_default_value = true)]
    pub(super) plan: PathBuf,
    /// How it is told: for people, for programs, or for GitHub's pull requests
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub(super) format: Format,
    /// The day to count from, instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(super) date: Option<Date>,
    /// End with 1 at advice too
    #[arg(long)]
    pub(super) strict: bool,
}

/// Show the plan in a browser, and follow what you write
///
/// The site is served from memory, and nothing is written. A page that is open follows each change by
/// itself, and shows mistakes and advice beside the text.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk serve --open\n  \
    planverk serve plan --port 5000 --editor vscode\n  \
    planverk serve N:\\plan --poll")]
pub(super) struct Serve {
    /// The folder that holds content/
    #[arg(default_value = ".", hide_default_value = true)]
    pub(super) plan: PathBuf,
    /// The port to listen at, or the next one that is free; 0 for any
    #[arg(long, default_value_t = 4000, value_name = "PORT")]
    pub(super) port: u16,
    /// The address to listen at; with another than this machine's own, others can read the plan
    #[arg(long, default_value = "127.0.0.1", value_name = "ADDRESS")]
    pub(super) bind: IpAddr,
    /// Open the plan in the browser
    #[arg(long)]
    pub(super) open: bool,
    /// Look at the files every second, for network drives that do not tell of changes
    #[arg(long)]
    pub(super) poll: bool,
    /// Link mistakes and paragraphs to an editor: vscode, vscodium, cursor, zed, sublime, textmate, idea, or
    /// an address with {path} and {line} in it
    #[arg(long, value_name = "EDITOR", value_parser = Editor::named)]
    pub(super) editor: Option<Editor>,
    /// The day to count from, instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(super) date: Option<Date>,
}

/// Keep the plan as it is today, as a version that is never changed
///
/// content/ is copied to versions/NAME, each paragraph gets an id for life, and what became of those of the
/// last version is written to lineage.toml. A plan with mistakes is not frozen.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk freeze horingsutkast --title \"Høringsutkast våren 2026\"\n  \
    planverk freeze vedtatt-2026 plan --date 2026-06-18")]
pub(super) struct Freeze {
    /// What the version is called, in its folder and its address: small letters, digits and hyphens
    #[arg(value_name = "NAME", value_parser = version_name)]
    pub(super) name: String,
    /// The folder that holds content/
    #[arg(default_value = ".", hide_default_value = true)]
    pub(super) plan: PathBuf,
    /// What readers see the version called
    #[arg(long, value_name = "TITLE")]
    pub(super) title: Option<String>,
    /// The day that it is frozen, instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(super) date: Option<Date>,
}

/// List the frozen versions, and tell whether they are as they were
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk versions\n  \
    planverk versions plan")]
pub(super) struct Versions {
    /// The folder that holds content/
    #[arg(default_value = ".", hide_default_value = true)]
    pub(super) plan: PathBuf,
}

/// Tell what became of each paragraph in a version, and ask about those in doubt
///
/// Asks only at a terminal. Answers are written to the version's lineage.toml, which may be corrected by hand
/// as well.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk lineage vedtatt-2026\n  \
    planverk lineage vedtatt-2026 plan | less")]
pub(super) struct Lineage {
    /// The version
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    /// The folder that holds content/
    #[arg(default_value = ".", hide_default_value = true)]
    pub(super) plan: PathBuf,
}

/// Tell what is different between two versions, word by word
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk diff horingsutkast vedtatt-2026\n  \
    planverk diff horingsutkast .\n  \
    planverk diff horingsutkast . --format html > endringer.html")]
pub(super) struct Diff {
    /// A version, or . for the plan as it is
    #[arg(value_name = "A")]
    pub(super) from: String,
    /// Another version, or . for the plan as it is
    #[arg(value_name = "B")]
    pub(super) to: String,
    /// The folder that holds content/
    #[arg(default_value = ".", hide_default_value = true)]
    pub(super) plan: PathBuf,
    /// How it is told: for people, as a page, or for programs
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub(super) format: DiffFormat,
}

/// How a difference is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub(super) enum DiffFormat {
    Text,
    Html,
    Json,
}

/// How diagnostics are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub(super) enum Format {
    Text,
    Json,
    Github,
}

/// See what is in a file of figures
#[derive(Debug, Args)]
pub(super) struct Data {
    #[command(subcommand)]
    pub(super) command: DataCommand,
}

/// What can be done with a file of figures.
#[derive(Debug, Subcommand)]
pub(super) enum DataCommand {
    Show(DataShow),
}

/// Show the dimensions, codes and times of a JSON-stat, XLSX or CSV file, and the line to paste into a plan
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk data show content/data/folketall.json\n  \
    planverk data show tall.xlsx --all")]
pub(super) struct DataShow {
    /// The file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// List all codes, however many there are
    #[arg(long)]
    pub(super) all: bool,
}

/// Hold a hearing: take in what was said, decide on it, see what is missing
#[derive(Debug, Args)]
pub(super) struct Hearing {
    #[command(subcommand)]
    pub(super) command: HearingCommand,
}

/// Explain a rule, or list them all
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk explain\n  \
    planverk explain unknown-reference --lang en")]
pub(super) struct Explain {
    /// The rule's name, as a message shows it in brackets
    pub(super) rule: Option<String>,
}

/// A reason that is to be published: some words.
fn reason(written: &str) -> Result<String, String> {
    let said = written.trim();
    if said.chars().filter(|letter| letter.is_alphabetic()).count() < 3 {
        return Err("the reason is published: say it in a few words".to_string());
    }
    Ok(said.to_string())
}

/// A version's name: a folder and a part of an address.
fn version_name(written: &str) -> Result<String, String> {
    let slug = crate::text::slug(written);
    match slug {
        slug if slug == written && !slug.is_empty() && slug.len() <= 60 => Ok(slug),
        slug if slug.is_empty() || slug.len() > 60 => {
            Err("a name is small letters, digits and hyphens, such as horingsutkast".to_string())
        }
        slug => Err(format!("a name is small letters, digits and hyphens: {slug}")),
    }
}

fn day(written: &str) -> Result<Date, String> {
    let no_day = |_| "a day is written with the year first, as 2026-06-18".to_string();
    written.parse().map_err(no_day)
}

/// An address of a site: http or https, given a slash at its end.
fn address(written: &str) -> Result<String, String> {
    let rest = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
    match rest {
        Some(host) if !host.is_empty() && !host.contains([' ', '"', '<', '>', '?', '#']) => {
            Ok(format!("{}/", written.trim_end_matches('/')))
        }
        _ => Err("an address begins with https:// and has no ? or #".to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_holds_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn addresses_end_with_a_slash() {
        assert_eq!(address("https://a.no/b"), Ok("https://a.no/b/".into()));
        assert!(address("a.no").is_err());
        assert!(address("https://a.no/?b").is_err());
    }
}
