//! What the world does to the service, in words: what happened, where, and what to do.

use crate::diagnostic::Say;
use crate::say;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why a command of the hearing service could not do its work.
#[derive(Debug)]
pub enum Error {
    /// There is no configuration.
    NoConfig(PathBuf),
    /// There is no site.
    NoSite(PathBuf),
    /// There is such a file already.
    Exists(PathBuf),
    /// A file could not be read.
    Read(PathBuf, std::io::Error),
    /// A file could not be written.
    Write(PathBuf, std::io::Error),
    /// The configuration has a mistake: `hearing.toml:3:10`, and what is wrong there.
    Config(String, Say),
    /// A `targets.json` can't be used.
    Targets(PathBuf, String),
    /// The service's folder can't be used.
    Folder(PathBuf, std::io::Error),
    /// Another service uses the folder.
    Busy(PathBuf),
    /// The SQLite that is linked is too old.
    OldSqlite(String),
    /// The database was written by a newer planverk.
    NewerDatabase(PathBuf),
    /// The database is damaged.
    Damaged(PathBuf, String),
    /// The database can't be used.
    Database(PathBuf, rusqlite::Error),
    /// An address can't be listened at.
    Listen(SocketAddr, std::io::Error),
    /// There is no such account.
    NoAccount(String),
    /// There is such an account already.
    AccountTaken(String),
    /// A name or a password can't be used.
    Unfit(Say),
    /// There is no such submission.
    NoSubmission(String),
    /// A check found something wrong.
    Wrong(Say),
    /// A command that should publish the site did not succeed.
    Publish(String),
    /// A command that should publish the site did not end in so many seconds.
    PublishSlow(String, u64),
}

impl Error {
    /// In words.
    #[must_use]
    pub fn say(&self) -> Say {
        match self {
            Error::Config(place, wrong) => {
                let (nb, en) = (&wrong.nb, &wrong.en);
                say!(nb: "{place}: {nb}", en: "{place}: {en}")
            }
            Error::Unfit(say) | Error::Wrong(say) => say.clone(),
            Error::Publish(why) => say!(
                nb: "nettstedet ble ikke bygd på nytt: {why}",
                en: "the site was not built anew: {why}"
            ),
            Error::PublishSlow(program, seconds) => say!(
                nb: "nettstedet ble ikke bygd på nytt: {program} var ikke ferdig etter {seconds} sekunder og ble stoppet. Trenger den mer tid, øk publish_seconds under [limits] i hearing.toml",
                en: "the site was not built anew: {program} had not ended after {seconds} seconds and was stopped. If it needs more time, raise publish_seconds under [limits] in hearing.toml"
            ),
            Error::NoAccount(name) => say!(
                nb: "det finnes ingen konto «{name}». Lag den: planverk hearing user add {name}",
                en: "there is no account “{name}”. Make it: planverk hearing user add {name}"
            ),
            Error::AccountTaken(name) => say!(
                nb: "kontoen «{name}» finnes. Nytt passord: planverk hearing user passwd {name}",
                en: "the account “{name}” exists. A new password: planverk hearing user passwd {name}"
            ),
            Error::NoSubmission(id) => say!(
                nb: "det finnes ikke noe innspill {id}. Skriv det som runde/s1",
                en: "there is no submission {id}. Write it as round/s1"
            ),
            Error::Listen(address, why) => say!(
                nb: "kan ikke lytte på {address}: {why}. Velg en annen adresse for listen i hearing.toml",
                en: "can't listen at {address}: {why}. Choose another address for listen in hearing.toml"
            ),
            other => other.say_of_files(),
        }
    }

    fn say_of_files(&self) -> Say {
        match self {
            Error::NoConfig(path) => {
                let path = path.display();
                say!(
                    nb: "{path} finnes ikke. Lag den ved siden av content/, med address = \"…\", eller si hvor den er: --config FIL",
                    en: "{path} does not exist. Make it beside content/, with address = \"…\", or say where it is: --config FILE"
                )
            }
            Error::NoSite(path) => {
                let path = path.display();
                say!(
                    nb: "nettstedet {path} finnes ikke. Lag det med planverk build, eller rett site i hearing.toml",
                    en: "there is no site {path}. Make it with planverk build, or correct site in hearing.toml"
                )
            }
            Error::Exists(path) => {
                let path = path.display();
                say!(
                    nb: "{path} finnes allerede. Velg et annet navn",
                    en: "{path} exists already. Choose another name"
                )
            }
            Error::Read(path, why) => {
                let (path, nb) = (path.display(), in_norwegian(why));
                say!(nb: "kunne ikke lese {path}: {nb}", en: "could not read {path}: {why}")
            }
            Error::Write(path, why) => {
                let (path, nb) = (path.display(), in_norwegian(why));
                say!(nb: "kunne ikke skrive {path}: {nb}", en: "could not write {path}: {why}")
            }
            Error::Targets(path, why) => {
                let path = path.display();
                say!(
                    nb: "{path} kan ikke brukes: {why}. Bygg nettstedet på nytt med planverk build",
                    en: "{path} can't be used: {why}. Build the site anew with planverk build"
                )
            }
            Error::Folder(path, why) => {
                let path = path.display();
                say!(nb: "kan ikke bruke {path}: {why}", en: "can't use {path}: {why}")
            }
            Error::Busy(path) => {
                let path = path.display();
                say!(
                    nb: "en høringstjeneste bruker {path} allerede. Stopp den først",
                    en: "a hearing service uses {path} already. Stop it first"
                )
            }
            other => other.say_of_database(),
        }
    }

    fn say_of_database(&self) -> Say {
        match self {
            Error::OldSqlite(version) => say!(
                nb: "SQLite {version} kan miste det som er lagret. planverk må bygges med 3.51.3 eller nyere",
                en: "SQLite {version} can lose what was stored. planverk must be built with 3.51.3 or newer"
            ),
            Error::NewerDatabase(path) => {
                let path = path.display();
                say!(
                    nb: "{path} er skrevet av en nyere utgave av planverk. Bruk den",
                    en: "{path} was written by a newer planverk. Use that"
                )
            }
            Error::Damaged(path, why) => {
                let path = path.display();
                say!(
                    nb: "{path} er skadet ({why}). Hent fram den siste sikkerhetskopien: planverk hearing restore FIL",
                    en: "{path} is damaged ({why}). Bring back the last backup: planverk hearing restore FILE"
                )
            }
            Error::Database(path, why) => {
                let path = path.display();
                say!(nb: "kan ikke bruke {path}: {why}", en: "can't use {path}: {why}")
            }
            _ => Say::default(),
        }
    }
}

/// What the system said, in words for what happens most.
fn in_norwegian(why: &std::io::Error) -> String {
    match why.kind() {
        ErrorKind::NotFound => "den finnes ikke".to_string(),
        ErrorKind::AlreadyExists => "den finnes allerede".to_string(),
        ErrorKind::PermissionDenied => "du har ikke tilgang".to_string(),
        ErrorKind::StorageFull => "disken er full".to_string(),
        _ => why.to_string(),
    }
}
