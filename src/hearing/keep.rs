//! Keeping the database safe: backups by SQLite's own means, bringing one back, and looking through all of it.

use super::config::Config;
use super::decisions::{Case, Decision, decide};
use super::records::{Outcome, WITHDRAWN};
use super::store::{self, audit};
use super::{Error, accounts, records, secrets};
use crate::contract::hearing::{FORMAT, Head, SubmissionState};
use crate::diagnostic::Say;
use crate::say;
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, backup::Backup};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How many pages are copied at a time; between, the service may write.
const PAGES: i32 = 256;

/// Copies the database to a new file, also while the service runs, and looks through the copy.
///
/// # Errors
///
/// When the file exists or can't be written, or the database is damaged.
pub fn backup(data: &Path, to: &Path) -> Result<(), Error> {
    if to.exists() {
        return Err(Error::Exists(to.to_path_buf()));
    }
    let from = data.join(store::DATABASE);
    let beside = to.with_extension("new~");
    copy(&from, &beside)?;
    let copied = open(&beside)?;
    store::check(&copied, &beside)?;
    drop(copied);
    let failed = |error| Error::Write(to.to_path_buf(), error);
    File::open(&beside).and_then(|file| file.sync_all()).map_err(failed)?;
    std::fs::rename(&beside, to).map_err(failed)
}

/// Puts a backup in the place of the database, which is kept beside it under another name.
///
/// # Errors
///
/// When a service is running, the backup is damaged, or files can't be written.
pub fn restore(data: &Path, from: &Path) -> Result<(), Error> {
    let _lock = store::lock(data)?;
    let backup = open(from)?;
    store::check(&backup, from)?;
    drop(backup);
    let to = data.join(store::DATABASE);
    let failed = |error| Error::Write(to.clone(), error);
    let beside = data.join("restored.new~");
    let _ = std::fs::remove_file(&beside);
    copy(from, &beside)?;
    File::open(&beside).and_then(|file| file.sync_all()).map_err(failed)?;
    let stamp = free_stamp(data);
    for end in ["", "-wal", "-shm"] {
        let old = data.join(format!("{}{end}", store::DATABASE));
        if old.exists() {
            // A journal must keep its database's name to belong to it.
            std::fs::rename(&old, replaced(data, &stamp, end)).map_err(failed)?;
        }
    }
    std::fs::rename(&beside, &to).map_err(failed)?;
    File::open(data).and_then(|folder| folder.sync_all()).map_err(failed)
}

fn replaced(data: &Path, stamp: &str, end: &str) -> PathBuf {
    data.join(format!("replaced-{stamp}-{}{end}", store::DATABASE))
}

/// A stamp under which nothing has been put aside: a clock that was set back tells the same time twice.
fn free_stamp(data: &Path) -> String {
    let stamp = Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
    let all = (2..).map(|number: u32| format!("{stamp}-{number}"));
    let taken =
        |stamp: &String| ["", "-wal", "-shm"].iter().any(|end| replaced(data, stamp, end).exists());
    std::iter::once(stamp.clone()).chain(all).find(|stamp| !taken(stamp)).unwrap_or(stamp)
}

/// Copies a database page by page.
fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let source = open(from)?;
    let told = |error| Error::Database(to.to_path_buf(), error);
    let mut target = Connection::open(to).map_err(told)?;
    let backup = Backup::new(&source, &mut target).map_err(told)?;
    backup.run_to_completion(PAGES, Duration::ZERO, None).map_err(|error| {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                Error::Damaged(from.to_path_buf(), error.to_string())
            }
            _ => told(error),
        }
    })
}

fn open(path: &Path) -> Result<Connection, Error> {
    std::fs::metadata(path).map_err(|error| Error::Read(path.to_path_buf(), error))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    Connection::open_with_flags(path, flags)
        .map_err(|error| Error::Database(path.to_path_buf(), error))
}

/// What [`verify`] looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Submissions whose words have the hash that their receipt shows.
    pub hashes: usize,
    /// Submissions whose words are gone: withdrawn or blocked.
    pub emptied: usize,
    /// Rows of the log.
    pub acts: i64,
}

impl Verified {
    /// In words.
    #[must_use]
    pub fn say(&self) -> Say {
        let Verified { hashes, emptied, acts } = self;
        say!(
            nb: "Databasen er hel. {hashes} innspill er som på kvitteringene, {emptied} er tømt, og loggen med {acts} rader henger sammen.",
            en: "The database is whole. {hashes} submissions are as on their receipts, {emptied} are emptied, and the log of {acts} rows holds together."
        )
    }
}

/// Looks through everything: the file, the chain of the log, and each submission against its receipt's hash.
///
/// # Errors
///
/// The first thing that is wrong.
pub fn verify(config: &Config) -> Result<Verified, Error> {
    let path = config.data.join(store::DATABASE);
    let db = open(&path)?;
    let told = |error: rusqlite::Error| Error::Database(path.clone(), error);
    store::check(&db, &path)?;
    if let Some(row) = audit::broken(&db).map_err(told)? {
        return Err(Error::Wrong(say!(
            nb: "loggen er brutt ved rad {row}: noen har endret eller fjernet en rad",
            en: "the log is broken at row {row}: somebody changed a row or took one out"
        )));
    }
    let mut rounds = db.prepare("SELECT DISTINCT round, heard FROM submission").map_err(told)?;
    let rounds = rounds.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).map_err(told)?;
    let rounds: Vec<(String, String)> = rounds.collect::<rusqlite::Result<_>>().map_err(told)?;
    let (mut hashes, mut emptied) = (0, 0);
    for (round, version) in rounds {
        let head = Head { format: FORMAT, round, version };
        for kept in records::all(&db, &head.round).map_err(told)? {
            if !kept.has_words() {
                emptied += 1;
            } else if secrets::same(kept.body.hashed(&head).as_bytes(), kept.body.hash.as_bytes()) {
                hashes += 1;
            } else {
                let (round, id) = (&head.round, kept.id());
                return Err(Error::Wrong(say!(
                    nb: "{round}/{id} er ikke lenger som det ble mottatt",
                    en: "{round}/{id} is no longer as it was received"
                )));
            }
        }
    }
    let acts = db.query_row("SELECT count(*) FROM audit", [], |row| row.get(0)).map_err(told)?;
    Ok(Verified { hashes, emptied, acts })
}

/// Takes every word of a submission out for good, and empties the journal that may hold them.
///
/// # Errors
///
/// When there is no such submission, or the database can't be written.
pub fn block(config: &Config, id: &str, reason: &str) -> Result<(), Error> {
    let none = || Error::NoSubmission(id.to_string());
    let (round, number) = id.split_once("/s").ok_or_else(none)?;
    let number: i64 = number.parse().map_err(|_| none())?;
    accounts::with(&config.data, |db| {
        let Some(kept) = records::numbered(db, round, number)? else { return Ok(Err(none())) };
        let case = Case {
            who: "command".to_string(),
            round: round.to_string(),
            number,
            version: kept.version,
            now: Timestamp::now(),
        };
        let gone = [SubmissionState::Blocked.name(), WITHDRAWN].contains(&kept.state.as_str());
        match decide(db, &case, &Decision::Block(reason.to_string()))? {
            Outcome::Done(_) => Ok(Ok(())),
            _ if gone => Ok(Ok(())),
            _ => Ok(Err(none())),
        }
    })?;
    empty_journal(&config.data)
}

/// Writes the journal into the database and cuts it to nothing: words that were taken out may stand in it.
pub(super) fn empty_journal(data: &Path) -> Result<(), Error> {
    let path = data.join(store::DATABASE);
    let db = store::connect(&path)?;
    let emptied = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    match emptied {
        Ok(0) => Ok(()),
        Ok(_) => Err(Error::Busy(data.to_path_buf())),
        Err(error) => Err(Error::Database(path, error)),
    }
}
