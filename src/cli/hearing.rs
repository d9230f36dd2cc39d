//! `planverk hearing`: the service that receives what people say of a draft, and the commands around it.

use super::{Ending, Failure, say};
use crate::hearing::{self, Config, Role};
use crate::text::Language;
use clap::{Args, Subcommand, ValueEnum};
use std::io::{IsTerminal, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// What can be done with the service.
#[derive(Debug, Subcommand)]
pub(super) enum ServiceCommand {
    Serve(Serve),
    Export(Export),
    User(User),
    /// Copy the database to a file, also while the service runs
    Backup(File),
    /// Put a backup in the place of the database; what stood there is kept beside it
    Restore(File),
    /// Look through the database, the log's chain and each submission against its receipt
    Verify(Settings),
    Block(Block),
}

/// Where the configuration is.
#[derive(Debug, Args)]
pub(super) struct Settings {
    /// The configuration of the service
    #[arg(long, default_value = "hearing.toml", value_name = "FILE")]
    config: PathBuf,
}

/// Receive comments, and show them to staff, until it is stopped
///
/// The public side is at /horing/, the staff's at /intern/. What is received is in the database before it is
/// answered. A web server with https stands in front of it; docs/hearing-service.md shows how.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk hearing serve\n  \
    planverk hearing serve --config /etc/planverk/hearing.toml")]
pub(super) struct Serve {
    #[command(flatten)]
    settings: Settings,
}

/// Write what was received and decided into the plan
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    planverk hearing export\n  \
    planverk hearing export --publish")]
pub(super) struct Export {
    #[command(flatten)]
    settings: Settings,
    /// Build the site anew afterwards, with the command of the configuration
    #[arg(long)]
    publish: bool,
}

/// Make accounts of staff, give them another password, close them, list them
#[derive(Debug, Args)]
pub(super) struct User {
    #[command(subcommand)]
    command: UserCommand,
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Make an account; the password is read from standard input, or made and shown once
    Add {
        #[command(flatten)]
        account: Named,
        /// What it may do
        #[arg(long, default_value = "moderator")]
        role: AccountRole,
    },
    /// Give an account another password, and end its sessions
    Passwd(Named),
    /// Close an account, and end its sessions
    Disable(Named),
    /// List all accounts
    List(Settings),
}

/// Which account.
#[derive(Debug, Args)]
struct Named {
    #[command(flatten)]
    settings: Settings,
    /// The account's name
    name: String,
}

/// What an account may do.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum AccountRole {
    /// Reads everything
    Reader,
    /// Reads and decides
    Moderator,
}

/// A backup.
#[derive(Debug, Args)]
pub(super) struct File {
    #[command(flatten)]
    settings: Settings,
    /// The file of the backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Take every word of a submission out for good
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    planverk hearing block horing-2027/s14 --reason \"Opplysninger om et barns helse\"")]
pub(super) struct Block {
    #[command(flatten)]
    settings: Settings,
    /// The submission: the round's name, a slash and its id
    #[arg(value_name = "ROUND/ID")]
    id: String,
    /// Why; it is published
    #[arg(long)]
    reason: String,
}

/// Carries out a command.
pub(super) fn run(command: &ServiceCommand, language: Option<Language>) -> Result<Ending, Failure> {
    let spoken = language.unwrap_or_default();
    let told = match command {
        ServiceCommand::Serve(serve) => {
            let told = |address, rounds| say(&ready(address, rounds, spoken));
            hearing::serve(read(&serve.settings)?, &told)?;
            String::new()
        }
        ServiceCommand::Export(export) => exported(export, spoken)?,
        ServiceCommand::User(user) => account(&user.command, spoken)?,
        ServiceCommand::Backup(file) => {
            hearing::backup(&read(&file.settings)?.data, &file.file)?;
            line(spoken, "Sikkerhetskopien er skrevet.", "The backup is written.")
        }
        ServiceCommand::Restore(file) => {
            hearing::restore(&read(&file.settings)?.data, &file.file)?;
            line(
                spoken,
                "Sikkerhetskopien er på plass. Det som sto der, ligger ved siden av og heter replaced-…",
                "The backup is in place. What stood there lies beside it and is called replaced-…",
            )
        }
        ServiceCommand::Verify(settings) => {
            hearing::verify(&read(settings)?)?.say().in_language(spoken).to_string() + "\n"
        }
        ServiceCommand::Block(block) => {
            hearing::block(&read(&block.settings)?, &block.id, &block.reason)?;
            line(
                spoken,
                "Ordene er fjernet fra databasen. Eldre sikkerhetskopier har dem ennå. Kjør planverk hearing export.",
                "The words are gone from the database. Older backups have them still. Run planverk hearing export.",
            )
        }
    };
    say(&told);
    Ok(Ending::Good)
}

fn read(settings: &Settings) -> Result<Config, Failure> {
    Ok(hearing::read_config(&settings.config, |name| std::env::var(name).ok())?)
}

fn line(language: Language, nb: &str, en: &str) -> String {
    format!("{}\n", if language == Language::En { en } else { nb })
}

fn ready(address: SocketAddr, rounds: usize, language: Language) -> String {
    let place = format!("http://{address}/");
    let answers = line(
        language,
        &format!("Høringstjenesten svarer på {place}. Ctrl+C stopper den."),
        &format!("The hearing service answers at {place}. Ctrl+C stops it."),
    );
    if rounds > 0 {
        return answers;
    }
    answers
        + &line(
            language,
            "Nettstedet har ingen høring av en frossen versjon ennå: planverk freeze NAVN, versjon = \"NAVN\" i høringens index.md, planverk build. Den leses av seg selv.",
            "The site has no hearing of a frozen version yet: planverk freeze NAME, version = \"NAME\" in the hearing's index.md, planverk build. It is read by itself.",
        )
}

fn exported(export: &Export, language: Language) -> Result<String, Failure> {
    let config = read(&export.settings)?;
    let files = hearing::export(&config)?;
    let mut told = String::new();
    for file in &files {
        told += &format!("{}\n", file.display());
    }
    if files.is_empty() {
        told += &line(
            language,
            "Filene i planen er som de skal.",
            "The files in the plan are as they should be.",
        );
    }
    if export.publish {
        hearing::publish(&config)?;
        told += &line(language, "Nettstedet er bygd på nytt.", "The site has been built anew.");
    }
    Ok(told)
}

fn account(command: &UserCommand, language: Language) -> Result<String, Failure> {
    match command {
        UserCommand::Add { account, role } => {
            let role = match role {
                AccountRole::Reader => Role::Reader,
                AccountRole::Moderator => Role::Moderator,
            };
            with_password(account, language, |data, name, password| {
                hearing::add(data, name, role, password)
            })
        }
        UserCommand::Passwd(account) => with_password(account, language, hearing::passwd),
        UserCommand::Disable(account) => {
            hearing::disable(&read(&account.settings)?.data, &account.name)?;
            Ok(line(language, "Kontoen er stengt.", "The account is closed."))
        }
        UserCommand::List(settings) => {
            let accounts = hearing::accounts(&read(settings)?.data)?;
            if accounts.is_empty() {
                let (nb, en) = ("Det er ingen kontoer ennå.", "There are no accounts yet.");
                return Ok(line(language, nb, en));
            }
            let longest = accounts.iter().map(|one| one.name.chars().count()).max().unwrap_or(0);
            let row = |one: &hearing::Account| {
                let closed = if one.active { "" } else { &line(language, "  stengt", "  closed") };
                format!("{:longest$}  {}{}\n", one.name, one.role, closed.trim_end())
            };
            Ok(accounts.iter().map(row).collect())
        }
    }
}

/// Gives an account a password: one that is typed, or one that is made and told.
fn with_password(
    account: &Named,
    language: Language,
    give: impl FnOnce(&Path, &str, &str) -> Result<(), hearing::Error>,
) -> Result<String, Failure> {
    let data = read(&account.settings)?.data;
    let (password, made) = password(Path::new("-"))?;
    give(&data, &account.name, &password)?;
    let mut told = line(language, "Kontoen er klar.", "The account is ready.");
    if made {
        told += &line(
            language,
            &format!("Passord, vist bare nå: {password}"),
            &format!("Password, shown now alone: {password}"),
        );
    }
    Ok(told)
}

/// The password on standard input; at a terminal, or without any, one that is made.
fn password(input: &Path) -> Result<(String, bool), Failure> {
    let mut typed = String::new();
    if !std::io::stdin().is_terminal() {
        let read = std::io::stdin().take(4096).read_to_string(&mut typed);
        read.map_err(|error| hearing::Error::Read(input.to_path_buf(), error))?;
    }
    let typed = typed.lines().next().unwrap_or_default();
    if typed.is_empty() {
        return Ok((hearing::new_password()?, true));
    }
    Ok((typed.to_string(), false))
}
