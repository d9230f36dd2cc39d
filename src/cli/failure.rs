//! What the world did to a command, said to the user: what happened, where, and what to do.

use crate::publish::{self, Attempt, Overlap, Refusal};
use crate::text::Language;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// The plan could not be read.
    Load(crate::load::Error),
    /// The site could not be published.
    Publish(publish::Error),
    /// There is a version of the name, with other content.
    VersionTaken(PathBuf),
    /// There is no such version.
    NoVersion {
        /// What was asked for.
        name: String,
        /// The nearest one.
        near: Option<String>,
    },
    /// A folder for a new plan holds something.
    FolderTaken(PathBuf),
    /// A file of a new plan could not be written.
    Write(PathBuf, std::io::Error),
    /// A preview found no port to listen at.
    Listen(SocketAddr, std::io::Error),
    /// A file that would be written is there already.
    FileTaken(PathBuf),
    /// The system gave no random numbers, or a workbook could not be made.
    Broken(String),
    /// The plan has no such hearing round, or one without a heard version.
    NoRound {
        /// What was asked for.
        name: String,
        /// The rounds that there are.
        known: Vec<String>,
    },
    /// The round has no frozen version that can be read.
    NothingHeard {
        /// The round.
        round: String,
        /// The version that it names; empty for none.
        version: String,
    },
    /// The hearing service could not do its work.
    #[cfg(feature = "hearing")]
    Hearing(crate::hearing::Error),
    /// There is no such rule.
    NoRule {
        /// What was asked for.
        name: String,
        /// The nearest one.
        near: Option<String>,
    },
}

impl From<crate::load::Error> for Failure {
    fn from(error: crate::load::Error) -> Failure {
        Failure::Load(error)
    }
}

#[cfg(feature = "hearing")]
impl From<crate::hearing::Error> for Failure {
    fn from(error: crate::hearing::Error) -> Failure {
        Failure::Hearing(error)
    }
}

impl From<crate::preview::Error> for Failure {
    fn from(error: crate::preview::Error) -> Failure {
        match error {
            crate::preview::Error::Load(error) => Failure::Load(error),
            crate::preview::Error::Listen(address, source) => Failure::Listen(address, source),
        }
    }
}

impl From<publish::Error> for Failure {
    fn from(error: publish::Error) -> Failure {
        Failure::Publish(error)
    }
}

fn no_round(name: &str, known: &[String], en: bool) -> String {
    let known = known.join(", ");
    if known.is_empty() {
        return pick(
            en,
            "fant ingen høring i planen her. Ligger planen et annet sted, skriver du --plan MAPPE. En ny høring er en mappe: content/horinger/NAVN/index.md".to_string(),
            "found no hearing in the plan here. If the plan is elsewhere: --plan FOLDER. A new hearing is a folder: content/horinger/NAME/index.md".to_string(),
        );
    }
    pick(
        en,
        format!("planen har ingen høring «{name}». Den har: {known}"),
        format!("the plan has no hearing “{name}”. It has: {known}"),
    )
}

fn nothing_heard(round: &str, version: &str, en: bool) -> String {
    if version.is_empty() {
        return pick(
            en,
            format!(
                "høringen «{round}» sier ikke hvilken frossen versjon den gjelder: skriv versjon = \"navn\" i index.md"
            ),
            format!(
                "the hearing “{round}” does not name the frozen version that is heard: write version = \"name\" in index.md"
            ),
        );
    }
    pick(
        en,
        format!(
            "det finnes ingen frossen versjon «{version}» som høringen «{round}» gjelder. Frys den: planverk freeze {version}"
        ),
        format!(
            "there is no frozen version “{version}” that the hearing “{round}” is on. Freeze it: planverk freeze {version}"
        ),
    )
}

impl Failure {
    /// Makes a failure of a path that could not be written.
    pub(super) fn writing(path: &Path) -> impl FnOnce(std::io::Error) -> Failure + use<> {
        let path = path.to_path_buf();
        |error| Failure::Write(path, error)
    }

    /// What happened to a command on a hearing round, in words.
    fn of_round(&self, en: bool) -> String {
        match self {
            Failure::FileTaken(path) => pick(
                en,
                format!(
                    "{} finnes allerede. Flytt den, eller velg en annen mappe: --out",
                    path.display()
                ),
                format!(
                    "{} is there already. Move it, or choose another folder: --out",
                    path.display()
                ),
            ),
            Failure::Broken(why) => {
                pick(en, format!("det gikk ikke: {why}"), format!("that failed: {why}"))
            }
            Failure::NoRound { name, known } => no_round(name, known, en),
            Failure::NothingHeard { round, version } => nothing_heard(round, version, en),
            _ => String::new(),
        }
    }

    /// In words. Without a language asked for it is bokmål, as the plan may not have been read.
    pub(super) fn text(&self, language: Option<Language>) -> String {
        let en = language == Some(Language::En);
        match self {
            Failure::Load(error) => reading(error, en),
            Failure::Listen(address, source) => pick(
                en,
                format!(
                    "kan ikke vise planen på {address}: {}. Velg en annen port: --port 5000",
                    why(source, false)
                ),
                format!(
                    "can't show the plan at {address}: {}. Choose another port: --port 5000",
                    why(source, true)
                ),
            ),
            Failure::FileTaken(_)
            | Failure::Broken(_)
            | Failure::NoRound { .. }
            | Failure::NothingHeard { .. } => self.of_round(en),
            Failure::VersionTaken(path) => pick(
                en,
                format!(
                    "{} er frosset før, med et annet innhold. En versjon blir aldri endret: velg et annet navn.",
                    path.display()
                ),
                format!(
                    "{} was frozen before, with other content. A version is never changed: choose another name.",
                    path.display()
                ),
            ),
            Failure::FolderTaken(path) => pick(
                en,
                format!("{} finnes og er ikke en tom mappe. Velg et annet navn.", path.display()),
                format!(
                    "{} exists and is not an empty folder. Choose another name.",
                    path.display()
                ),
            ),
            Failure::Write(path, error) => pick(
                en,
                format!("kunne ikke skrive {}: {}", path.display(), why(error, false)),
                format!("could not write {}: {}", path.display(), why(error, true)),
            ),
            Failure::NoVersion { name, near } => no_version(name, near.as_deref(), en),
            Failure::NoRule { name, near } => no_rule(name, near.as_deref(), en),
            Failure::Publish(error) => publishing(error, en),
            #[cfg(feature = "hearing")]
            Failure::Hearing(error) => {
                error.say().in_language(language.unwrap_or_default()).to_string()
            }
        }
    }
}

/// Why a plan can't be read.
pub(super) fn reading(error: &crate::load::Error, en: bool) -> String {
    use crate::load::Error;
    match error {
        Error::NoFolder(path) => pick(
            en,
            format!(
                "det finnes ingen mappe {}. Skriv navnet på mappen som har content/ i seg.",
                path.display()
            ),
            format!(
                "there is no folder {}. Write the name of the folder that holds content/.",
                path.display()
            ),
        ),
        Error::NoTheme(path) => pick(
            en,
            format!(
                "det finnes ingen mappe {}. Legg temaet der, eller rett [tema] i plan.toml.",
                path.display()
            ),
            format!(
                "there is no folder {}. Put the theme there, or correct [theme] in plan.toml.",
                path.display()
            ),
        ),
        Error::Outside(path) => pick(
            en,
            format!("temaet i plan.toml fører ut av planens mappe: {path}. Legg filene i mappen."),
            format!(
                "the theme in plan.toml leads out of the plan's folder: {path}. Put its files in the folder."
            ),
        ),
        Error::Unreadable(path, error) => pick(
            en,
            format!("kunne ikke lese {}: {}", path.display(), why(error, false)),
            format!("could not read {}: {}", path.display(), why(error, true)),
        ),
    }
}

fn pick(en: bool, nb: String, english: String) -> String {
    if en { english } else { nb }
}

fn no_version(name: &str, near: Option<&str>, en: bool) -> String {
    match near {
        Some(near) => pick(
            en,
            format!("det finnes ingen versjon «{name}». Mente du «{near}»?"),
            format!("there is no version “{name}”. Did you mean “{near}”?"),
        ),
        None => pick(
            en,
            format!("det finnes ingen versjon «{name}». «planverk versions» viser alle."),
            format!("there is no version “{name}”. `planverk versions` lists them."),
        ),
    }
}

fn no_rule(name: &str, near: Option<&str>, en: bool) -> String {
    match near {
        Some(near) => pick(
            en,
            format!("det finnes ingen regel «{name}». Mente du «{near}»?"),
            format!("there is no rule “{name}”. Did you mean “{near}”?"),
        ),
        None => pick(
            en,
            format!("det finnes ingen regel «{name}». «planverk explain» viser alle."),
            format!("there is no rule “{name}”. `planverk explain` lists them."),
        ),
    }
}

fn publishing(error: &publish::Error, en: bool) -> String {
    if en {
        return error.to_string();
    }
    match error {
        publish::Error::Refused { out, why } => {
            format!("kan ikke skrive nettstedet til {}: {}", out.display(), refusal(why))
        }
        publish::Error::Busy { out } => {
            format!("en annen bygging skriver til {}. Vent til den er ferdig.", out.display())
        }
        publish::Error::BadPath { path }
        | publish::Error::Reserved { path }
        | publish::Error::Twice { path } => format!("kan ikke skrive filen «{path}»"),
        publish::Error::Io { attempt, path, source } => {
            let what = match attempt {
                Attempt::Resolve => "finne",
                Attempt::MakeFolder => "lage mappen",
                Attempt::Lock => "låse",
                Attempt::Read => "lese",
                Attempt::Write => "skrive",
                Attempt::Clear => "rydde bort",
                Attempt::Exchange => "sette det nye nettstedet på plass i",
                Attempt::RemoveOld => "fjerne det gamle nettstedet i",
                Attempt::Remember => "skrive notatet om byggingen i",
            };
            let kept = match attempt {
                Attempt::RemoveOld | Attempt::Remember => "Det nye nettstedet er på plass.",
                _ => "Det som var publisert, står urørt.",
            };
            format!("kunne ikke {what} {}: {}. {kept}", path.display(), why(source, false))
        }
    }
}

fn refusal(why: &Refusal) -> String {
    match why {
        Refusal::NoParent => "det finnes ingen mappe over den".to_string(),
        Refusal::NotAFolder => "det er ikke en mappe".to_string(),
        Refusal::Link { target } => {
            format!("det er en symbolsk lenke. Bruk mappen selv: {}", target.display())
        }
        Refusal::MountPoint => "et filsystem er montert der. Bruk en mappe inni den.".to_string(),
        Refusal::NotOurs => {
            "mappen har filer som planverk ikke har laget. Velg en annen mappe, eller tøm den."
                .to_string()
        }
        Refusal::Repository => "det ligger et Git-arkiv der, som ville blitt borte".to_string(),
        Refusal::Source { source, overlap } => match overlap {
            Overlap::Same => format!("det er planens egen mappe {}", source.display()),
            Overlap::Holds => format!("planens mappe {} ligger i den", source.display()),
            Overlap::Inside => format!("den ligger i planens mappe {}", source.display()),
        },
    }
}

/// What the system said, in words for what happens most.
fn why(error: &std::io::Error, en: bool) -> String {
    let nb = match error.kind() {
        ErrorKind::StorageFull => "disken er full",
        ErrorKind::PermissionDenied => "du har ikke lov til det",
        ErrorKind::ReadOnlyFilesystem => "disken kan bare leses",
        ErrorKind::NotFound => "den finnes ikke",
        _ => return error.to_string(),
    };
    if en { error.to_string() } else { nb.to_string() }
}
