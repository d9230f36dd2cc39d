//! Receipts that wait to be sent: where to, and the code. A row goes when its mail is sent, or given up.

use rusqlite::Connection;

/// How many receipts an address may be sent in a day: more are left out, so that nobody can fill a stranger's box.
const A_DAY: i64 = 5;

const DAY: i64 = 24 * 60 * 60;

/// How far in the future a mail may have been counted, in seconds: further on, the clock has been set back since.
const AHEAD: i64 = 60 * 60;

/// The longest wait between two tries, in seconds.
pub(super) const LONGEST_WAIT: i64 = 57_600;

/// Who gets a receipt.
#[derive(Debug, Clone)]
pub struct Addressee {
    /// The mail address.
    pub address: String,
    /// Its hash with the service's key.
    pub who: [u8; 32],
}

/// A receipt that is to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its row.
    pub id: i64,
    /// The round.
    pub round: String,
    /// The submission's number.
    pub number: i64,
    /// Where it goes.
    pub address: String,
    /// The code that it tells.
    pub code: String,
    /// How often it has been tried.
    pub tries: u8,
    /// When the submission was received.
    pub received: i64,
    /// The submission's hash.
    pub hash: String,
}

/// Puts a receipt in the outbox, unless its address has had many today.
///
/// # Errors
///
/// When the database can't be written.
pub fn put(
    db: &Connection,
    (round, number): (&str, i64),
    to: &Addressee,
    (code, now): (&str, i64),
) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM mailed WHERE at < ?1 OR at > ?2")?
        .execute([now - DAY, now + AHEAD])?;
    let had: i64 = db
        .prepare_cached("SELECT count(*) FROM mailed WHERE who = ?1")?
        .query_row([&to.who], |row| row.get(0))?;
    if had >= A_DAY {
        return Ok(());
    }
    db.prepare_cached("INSERT INTO mailed VALUES (?1, ?2)")?.execute((&to.who, now))?;
    db.prepare_cached(
        "INSERT INTO outbox (round, number, address, code, made, due) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
    )?
    .execute((round, number, &to.address, code, now))
    .map(drop)
}

/// Receipts whose time has come, those that have waited longest first. One that was never tried is due whatever the
/// clock said when it was put here, and so is one that would wait longer than any does: the clock was set back.
///
/// # Errors
///
/// When the database can't be read.
pub fn due(db: &Connection, now: i64, most: i64) -> rusqlite::Result<Vec<Waiting>> {
    db.prepare_cached(
        "SELECT o.id, o.round, o.number, o.address, o.code, o.tries, s.received, s.hash \
         FROM outbox AS o JOIN submission AS s ON s.round = o.round AND s.number = o.number \
         WHERE o.due <= ?1 OR o.tries = 0 OR o.due > ?3 ORDER BY o.due, o.id LIMIT ?2",
    )?
    .query_map([now, most, now + LONGEST_WAIT], |row| {
        Ok(Waiting {
            id: row.get(0)?,
            round: row.get(1)?,
            number: row.get(2)?,
            address: row.get(3)?,
            code: row.get(4)?,
            tries: row.get(5)?,
            received: row.get(6)?,
            hash: row.get(7)?,
        })
    })?
    .collect()
}

/// Takes a receipt out: it is sent, or given up.
///
/// # Errors
///
/// When the database can't be written.
pub fn done(db: &Connection, id: i64) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM outbox WHERE id = ?1")?.execute([id]).map(drop)
}

/// Leaves a receipt for later.
///
/// # Errors
///
/// When the database can't be written.
pub fn later(db: &Connection, id: i64, due: i64) -> rusqlite::Result<()> {
    let sql = "UPDATE outbox SET due = ?2, tries = tries + 1 WHERE id = ?1";
    db.prepare_cached(sql)?.execute([id, due]).map(drop)
}

/// Takes out what waits for a submission whose words are gone.
///
/// # Errors
///
/// When the database can't be written.
pub fn forget(db: &Connection, round: &str, number: i64) -> rusqlite::Result<()> {
    let sql = "DELETE FROM outbox WHERE round = ?1 AND number = ?2";
    db.prepare_cached(sql)?.execute((round, number)).map(drop)
}
