//! Accounts of staff and their sessions: passwords by argon2id, sessions by a random token.
//!
//! Accounts are made by command, also while the service runs. The database holds hashes alone; a session's
//! cookie is worth nothing to who has read it there.

use super::store::audit::{self, Act};
use super::{Error, secrets, store};
use crate::say;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::path::Path;

/// How long a session lasts without being used, in seconds.
const IDLE: i64 = 2 * 60 * 60;

/// How long a session lasts, in seconds.
const LONGEST: i64 = 12 * 60 * 60;

/// How far in the future a session may have begun, in seconds: clocks are set by a little. One that began later did so
/// before the clock was set back, and would live as much too long.
const AHEAD: i64 = 5 * 60;

/// A session's last use is written this seldom, in seconds.
const SEEN: i64 = 5 * 60;

/// The shortest password, in characters.
pub const SHORTEST: usize = 12;

/// The longest password, in bytes: a longer one costs time and adds nothing.
const LONGEST_PASSWORD: usize = 256;

/// What an account may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Reads everything.
    Reader,
    /// Reads and decides.
    Moderator,
}

impl Role {
    /// Its name in the database and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::Moderator => "moderator",
        }
    }
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account's name.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The session's token, hashed.
    pub session: Vec<u8>,
}

impl Person {
    /// Whether they may decide.
    #[must_use]
    pub fn decides(&self) -> bool {
        self.role == Role::Moderator
    }
}

/// Makes an account.
///
/// # Errors
///
/// When the name is taken or can't be one, the password is short, or the database can't be written.
pub fn add(data: &Path, name: &str, role: Role, password: &str) -> Result<(), Error> {
    let letters =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '@');
    if name.is_empty() || name.chars().count() > 60 || !name.chars().all(letters) {
        return Err(Error::Unfit(say!(
            nb: "«{name}» kan ikke være et kontonavn: bruk bokstaver, sifre og . - _ @",
            en: "“{name}” can't be an account's name: use letters, digits and . - _ @"
        )));
    }
    let hash = hashed(password)?;
    with(data, |db| {
        let sql = "INSERT OR IGNORE INTO account (name, role, password) VALUES (?1, ?2, ?3)";
        if db.execute(sql, (name, role.name(), &hash))? == 0 {
            return Ok(Err(Error::AccountTaken(name.to_string())));
        }
        tell(db, "account-added", name)?;
        Ok(Ok(()))
    })
}

/// Gives an account another password, ends its sessions, and opens it again if it was closed.
///
/// # Errors
///
/// When there is no such account, the password is short, or the database can't be written.
pub fn passwd(data: &Path, name: &str, password: &str) -> Result<(), Error> {
    let hash = hashed(password)?;
    with(data, |db| {
        let sql = "UPDATE account SET password = ?2, active = 1 WHERE name = ?1";
        changed(db, db.execute(sql, (name, &hash))?, "account-password", name)
    })
}

/// An account, as who looks after them is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub name: String,
    /// What it may do: a [`Role`]'s name.
    pub role: String,
    /// Whether its owner may sign in.
    pub active: bool,
}

/// All accounts, by name.
///
/// # Errors
///
/// When the database can't be read.
pub fn accounts(data: &Path) -> Result<Vec<Account>, Error> {
    let path = data.join(store::DATABASE);
    // Who asks before there is any makes none.
    if !path.exists() {
        return Ok(Vec::new());
    }
    let told = |error| Error::Database(path.clone(), error);
    let db = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(told)?;
    let account = |row: &rusqlite::Row<'_>| {
        Ok(Account { name: row.get(0)?, role: row.get(1)?, active: row.get(2)? })
    };
    let mut rows =
        db.prepare("SELECT name, role, active FROM account ORDER BY name").map_err(told)?;
    let all = rows.query_map([], account).map_err(told)?;
    all.collect::<rusqlite::Result<_>>().map_err(told)
}

/// Closes an account and ends its sessions. What it did stays in the log.
///
/// # Errors
///
/// When there is no such account, or the database can't be written.
pub fn disable(data: &Path, name: &str) -> Result<(), Error> {
    with(data, |db| {
        let rows = db.execute("UPDATE account SET active = 0 WHERE name = ?1", [name])?;
        changed(db, rows, "account-disabled", name)
    })
}

fn changed(
    db: &Connection,
    rows: usize,
    act: &str,
    name: &str,
) -> rusqlite::Result<Result<(), Error>> {
    if rows == 0 {
        return Ok(Err(Error::NoAccount(name.to_string())));
    }
    db.execute("DELETE FROM session WHERE name = ?1", [name])?;
    tell(db, act, name)?;
    Ok(Ok(()))
}

fn tell(db: &Connection, act: &str, name: &str) -> rusqlite::Result<()> {
    let row = Act { who: "command", act, round: "", number: 0, hash: name };
    audit::add(db, Timestamp::now(), row)
}

/// Does something in a transaction of its own, beside a service that may be running.
pub(super) fn with<T>(
    data: &Path,
    act: impl FnOnce(&Connection) -> rusqlite::Result<Result<T, Error>>,
) -> Result<T, Error> {
    let path = data.join(store::DATABASE);
    std::fs::create_dir_all(data).map_err(|error| Error::Folder(data.to_path_buf(), error))?;
    let mut db = store::connect(&path)?;
    let told = |error| Error::Database(path.clone(), error);
    let immediate = rusqlite::TransactionBehavior::Immediate;
    let transaction = db.transaction_with_behavior(immediate).map_err(told)?;
    let done = act(&transaction).map_err(told)?;
    if done.is_ok() {
        transaction.commit().map_err(told)?;
    }
    done
}

/// A password that nobody has had: 20 letters and digits.
///
/// # Errors
///
/// When the system has no random bytes to give.
pub fn new_password() -> Result<String, Error> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let bytes: [u8; 20] = secrets::random().map_err(|error| {
        let why = error.to_string();
        Error::Unfit(
            say!(nb: "ingen tilfeldige tall å få: {why}", en: "no random numbers to be had: {why}"),
        )
    })?;
    Ok(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}

/// The hash of a password.
///
/// # Errors
///
/// When it is too short or too long.
pub fn hashed(password: &str) -> Result<String, Error> {
    if password.chars().count() < SHORTEST || password.len() > LONGEST_PASSWORD {
        return Err(Error::Unfit(say!(
            nb: "et passord har minst {SHORTEST} tegn og høyst {LONGEST_PASSWORD}",
            en: "a password has at least {SHORTEST} characters and at most {LONGEST_PASSWORD}"
        )));
    }
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|error| {
        let why = error.to_string();
        Error::Unfit(say!(nb: "passordet kunne ikke lagres: {why}", en: "the password could not be stored: {why}"))
    })
}

/// Whether a password is the one that was hashed. Takes as long where there is no account to compare with.
#[must_use]
pub fn is_right(password: &str, hash: Option<&str>) -> bool {
    /// Of nobody's password.
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$xk5mXRgIiiyHmUNQF7gEFzCXnxQl2nWVgVZSPXVKPCA";
    let parsed = PasswordHash::new(hash.unwrap_or(NOBODY));
    let fits = password.len() <= LONGEST_PASSWORD;
    let same = parsed.is_ok_and(|parsed| {
        let tried = if fits { password } else { "" };
        Argon2::default().verify_password(tried.as_bytes(), &parsed).is_ok()
    });
    same && fits && hash.is_some()
}

/// The hash of an open account's password.
///
/// # Errors
///
/// When the database can't be read.
pub fn password_of(db: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    db.prepare_cached("SELECT password FROM account WHERE name = ?1 AND active = 1")?
        .query_row([name], |row| row.get(0))
        .optional()
}

/// Begins a session with a token, and forgets those that are over.
///
/// # Errors
///
/// When the database can't be written.
pub fn sign_in(db: &Connection, name: &str, token: &str, now: Timestamp) -> rusqlite::Result<()> {
    let at = now.as_second();
    let over = "DELETE FROM session WHERE began < ?1 OR seen < ?2 OR began > ?3";
    db.execute(over, [at - LONGEST, at - IDLE, at + AHEAD])?;
    let token = secrets::hashed("session", token);
    db.execute("INSERT INTO session VALUES (?1, ?2, ?3, ?3)", (&token, name, at))?;
    audit::add(db, now, Act { who: name, act: "signed-in", round: "", number: 0, hash: "" })
}

/// Gives who is signed in another password; their other sessions end.
///
/// # Errors
///
/// When the database can't be written.
pub fn own_password(
    db: &Connection,
    who: &Person,
    hash: &str,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.execute("UPDATE account SET password = ?2 WHERE name = ?1", (&who.name, hash))?;
    let sql = "DELETE FROM session WHERE name = ?1 AND token <> ?2";
    db.execute(sql, (&who.name, &who.session))?;
    let act =
        Act { who: &who.name, act: "account-password", round: "", number: 0, hash: &who.name };
    audit::add(db, now, act)
}

/// Ends a session.
///
/// # Errors
///
/// When the database can't be written.
pub fn sign_out(db: &Connection, session: &[u8]) -> rusqlite::Result<()> {
    db.execute("DELETE FROM session WHERE token = ?1", [session]).map(drop)
}

/// Who has a token, and whether its last use should be written.
///
/// # Errors
///
/// When the database can't be read.
pub fn person(
    db: &Connection,
    token: &str,
    now: Timestamp,
) -> rusqlite::Result<Option<(Person, bool)>> {
    let session = secrets::hashed("session", token);
    let at = now.as_second();
    db.prepare_cached(
        "SELECT name, role, seen FROM session JOIN account USING (name) \
         WHERE token = ?1 AND active = 1 AND began > ?2 AND seen > ?3 AND began <= ?4",
    )?
    .query_row((&session, at - LONGEST, at - IDLE, at + AHEAD), |row| {
        let role: String = row.get(1)?;
        let role = if role == Role::Moderator.name() { Role::Moderator } else { Role::Reader };
        let person = Person { name: row.get(0)?, role, session: session.to_vec() };
        Ok((person, at - row.get::<_, i64>(2)? > SEEN))
    })
    .optional()
}

/// Writes that a session was used.
///
/// # Errors
///
/// When the database can't be written.
pub fn seen(db: &Connection, session: &[u8], now: Timestamp) -> rusqlite::Result<()> {
    let sql = "UPDATE session SET seen = ?2 WHERE token = ?1";
    db.execute(sql, (session, now.as_second())).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_is_right() {
        let hash = hashed("korrekt hest batteri").unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(is_right("korrekt hest batteri", Some(&hash)));
        assert!(!is_right("korrekt hest batterI", Some(&hash)));
        assert!(!is_right("korrekt hest batteri", None));
        assert!(!is_right(&"x".repeat(100_000), Some(&hash)));
        assert!(hashed("for kort").is_err());
    }

    #[test]
    fn sessions_end() {
        let folder = tempfile::tempdir().unwrap();
        add(folder.path(), "kari", Role::Reader, "korrekt hest batteri").unwrap();
        assert!(matches!(
            add(folder.path(), "kari", Role::Reader, "korrekt hest batteri"),
            Err(Error::AccountTaken(_))
        ));
        assert!(add(folder.path(), "<b>", Role::Reader, "korrekt hest batteri").is_err());
        let db = store::connect(&folder.path().join(store::DATABASE)).unwrap();
        let at = |hours: i64| Timestamp::from_second(1_800_000_000 + hours * 3600).unwrap();
        sign_in(&db, "kari", "t1", at(0)).unwrap();
        assert!(person(&db, "t1", at(1)).unwrap().is_some());
        assert_eq!(person(&db, "t2", at(1)).unwrap(), None);
        assert_eq!(person(&db, "t1", at(3)).unwrap(), None);
        let (kari, write) = person(&db, "t1", at(1)).unwrap().unwrap();
        assert!(write && !kari.decides());
        for hour in 1..12 {
            seen(&db, &kari.session, at(hour)).unwrap();
        }
        assert!(person(&db, "t1", at(11)).unwrap().is_some());
        assert_eq!(person(&db, "t1", at(12)).unwrap(), None);
        sign_in(&db, "kari", "t3", at(20)).unwrap();
        disable(folder.path(), "kari").unwrap();
        assert_eq!(person(&db, "t3", at(20)).unwrap(), None);
        assert!(matches!(disable(folder.path(), "ola"), Err(Error::NoAccount(_))));
    }
}
