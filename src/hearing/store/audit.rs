//! Who did what: rows that each carry a hash of themselves and of the row before.
//!
//! A row holds no text that somebody sent, only its hash. Whoever takes a row out, or changes one, breaks
//! every link that follows, and [`broken`] says where.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

/// An act.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// Who: an account's name, or `public`.
    pub who: &'a str,
    /// What, in one word: `received`, `published`.
    pub act: &'a str,
    /// The round; empty for what concerns none.
    pub round: &'a str,
    /// The submission's number in the round; 0 for what concerns none.
    pub number: i64,
    /// The hash of what was received, or what else tells which text was meant.
    pub hash: &'a str,
}

/// Adds a row to the chain, in the transaction of the act itself.
///
/// # Errors
///
/// When the row can't be written.
pub fn add(db: &Connection, at: Timestamp, act: Act<'_>) -> rusqlite::Result<()> {
    let before = db
        .prepare_cached("SELECT id, link FROM audit ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))
        .optional()?;
    let (last, before) = before.unwrap_or((0, Vec::new()));
    let (id, at) = (last + 1, at.as_second());
    let link = link(&before, id, at, act);
    db.prepare_cached("INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?.execute((
        id,
        at,
        act.who,
        act.act,
        act.round,
        act.number,
        act.hash,
        &link[..],
    ))?;
    Ok(())
}

fn link(before: &[u8], id: i64, at: i64, act: Act<'_>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let (id, at, number) = (id.to_be_bytes(), at.to_be_bytes(), act.number.to_be_bytes());
    let texts = [act.who, act.act, act.round, act.hash].map(str::as_bytes);
    for part in [before, &id, &at, &number].into_iter().chain(texts) {
        // Each with its length, so that no two rows look the same run together.
        hasher.update(&(part.len() as u64).to_be_bytes()).update(part);
    }
    *hasher.finalize().as_bytes()
}

/// When the last act was, in seconds.
///
/// # Errors
///
/// When the rows can't be read.
pub fn newest(db: &Connection) -> rusqlite::Result<Option<i64>> {
    db.query_row("SELECT at FROM audit ORDER BY id DESC LIMIT 1", [], |row| row.get(0)).optional()
}

/// The first row whose link is not what it should be.
///
/// # Errors
///
/// When the rows can't be read.
pub fn broken(db: &Connection) -> rusqlite::Result<Option<i64>> {
    let mut rows =
        db.prepare("SELECT id, at, who, act, round, number, hash, link FROM audit ORDER BY id")?;
    let mut rows = rows.query([])?;
    let (mut before, mut expected) = (Vec::new(), 1);
    while let Some(row) = rows.next()? {
        let (id, at): (i64, i64) = (row.get(0)?, row.get(1)?);
        let texts: [String; 4] = [row.get(2)?, row.get(3)?, row.get(4)?, row.get(6)?];
        let [who, act, round, hash] = texts.each_ref().map(String::as_str);
        let act = Act { who, act, round, number: row.get(5)?, hash };
        let found: Vec<u8> = row.get(7)?;
        if id != expected || found != link(&before, id, at, act) {
            return Ok(Some(id));
        }
        (before, expected) = (found, id + 1);
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_or_missing_row_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let db = crate::hearing::store::connect(&folder.path().join("a.sqlite")).unwrap();
        let at = Timestamp::from_second(1_800_000_000).unwrap();
        for number in 1..=4 {
            add(&db, at, Act { who: "kari", act: "published", round: "r", number, hash: "h" })
                .unwrap();
        }
        assert_eq!(broken(&db), Ok(None));
        db.execute("UPDATE audit SET who = 'ola' WHERE id = 2", []).unwrap();
        assert_eq!(broken(&db), Ok(Some(2)));
        db.execute("UPDATE audit SET who = 'kari' WHERE id = 2", []).unwrap();
        db.execute("DELETE FROM audit WHERE id = 3", []).unwrap();
        assert_eq!(broken(&db), Ok(Some(4)));
    }
}
