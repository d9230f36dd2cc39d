//! Opening the database: the version of SQLite, the lock, the migrations, and a look through the file.

use crate::hearing::{Error, secrets};
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};
use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

/// The database in the service's folder.
pub const DATABASE: &str = "hearing.sqlite";

/// Held by whoever writes in the folder for a long time.
const LOCK: &str = "hearing.lock";

/// Earlier ones can lose commits when writes and checkpoints overlap.
const OLDEST: i32 = 3_051_003;

/// How long one process waits for another that writes (an account made while the service runs).
const PATIENCE: Duration = Duration::from_secs(5);

/// Each is run once, in this order. What is released is never changed; a change is a new one.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001-first.sql"),
    include_str!("migrations/0002-mail-and-removal.sql"),
];

/// Takes the folder's lock, and makes the folder if it is missing.
///
/// # Errors
///
/// When the folder can't be used, or another service uses it.
pub fn lock(folder: &Path) -> Result<File, Error> {
    let failed = |error| Error::Folder(folder.to_path_buf(), error);
    std::fs::create_dir_all(folder).map_err(failed)?;
    let file = File::options().create(true).append(true).open(folder.join(LOCK)).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::Busy(folder.to_path_buf())),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// Opens the database for writing, makes it if it is missing, and runs the migrations that it lacks.
///
/// # Errors
///
/// When it can't be opened, is damaged, or was written by a newer planverk.
pub fn connect(path: &Path) -> Result<Connection, Error> {
    if rusqlite::version_number() < OLDEST {
        return Err(Error::OldSqlite(rusqlite::version().to_string()));
    }
    let told = |error| explain(error, path);
    let mut connection = Connection::open(path).map_err(told)?;
    prepare(&mut connection).map_err(told)?;
    let done: i64 =
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(told)?;
    let mut newest = 0;
    for (sql, version) in MIGRATIONS.iter().zip(1..) {
        if version > done {
            migrate(&mut connection, sql, version).map_err(told)?;
        }
        newest = version;
    }
    if done > newest {
        return Err(Error::NewerDatabase(path.to_path_buf()));
    }
    Ok(connection)
}

fn prepare(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY",
    )
}

fn migrate(connection: &mut Connection, sql: &str, version: i64) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(sql)?;
    transaction.pragma_update(None, "user_version", version)?;
    transaction.commit()
}

/// A connection that can't write.
pub(super) fn reader(path: &Path) -> Result<Connection, Error> {
    let told = |error| explain(error, path);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(told)?;
    connection.busy_timeout(PATIENCE).map_err(told)?;
    connection
        .execute_batch("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF")
        .map_err(told)?;
    Ok(connection)
}

/// Looks through the whole file.
///
/// # Errors
///
/// When it is damaged.
pub fn check(connection: &Connection, path: &Path) -> Result<(), Error> {
    look_through(connection).map_err(|why| Error::Damaged(path.to_path_buf(), why))
}

/// What is wrong with a file, if anything.
pub(super) fn look_through(connection: &Connection) -> Result<(), String> {
    let found: Result<String, _> =
        connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    match found {
        Ok(found) if found == "ok" => Ok(()),
        Ok(found) => Err(found),
        Err(error) => Err(error.to_string()),
    }
}

/// The service's key, made at the first start.
pub(super) fn secret(connection: &Connection, path: &Path) -> Result<[u8; 32], Error> {
    let told = |error| explain(error, path);
    let kept =
        connection.query_row("SELECT bytes FROM secret WHERE name = 'key'", [], |row| row.get(0));
    if let Some(kept) = kept.optional().map_err(told)? {
        return Ok(kept);
    }
    let failed = |error| Error::Folder(path.to_path_buf(), std::io::Error::other(error));
    let made: [u8; 32] = secrets::random().map_err(failed)?;
    connection.execute("INSERT INTO secret VALUES ('key', ?1)", [&made]).map_err(told)?;
    Ok(made)
}

/// Damage is told as such: there is something to do about it.
fn explain(error: rusqlite::Error, path: &Path) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            Error::Damaged(path.to_path_buf(), error.to_string())
        }
        _ => Error::Database(path.to_path_buf(), error),
    }
}
