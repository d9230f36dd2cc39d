//! Submissions in the database: received, changed and withdrawn by who sent them, and read by both sides.
//!
//! The columns tell where a submission stands; `body` is the submission as it was received, in the form that
//! the exported file has. These functions run inside the writer's transaction, each with its row in the audit.

use super::mail::outbox::{self, Addressee};
use super::store::audit::{self, Act};
use super::{secrets, when};
use crate::contract::hearing::{Head, Submission, SubmissionState};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

/// The state of a submission that its sender took back. It is not exported.
pub const WITHDRAWN: &str = "withdrawn";

/// Who acts when nobody is signed in.
pub const PUBLIC: &str = "public";

/// A submission on its way in.
pub struct Incoming {
    /// What is said; id, time and hash are given when it is received.
    pub submission: Submission,
    /// Round, version and form.
    pub head: Head,
    /// The number that the browser made.
    pub uuid: String,
    /// The code of the receipt.
    pub code: String,
    /// Ids of what it is about.
    pub targets: Vec<String>,
    /// The highest number that the round's file has from elsewhere.
    pub taken: i64,
    /// Where its receipt is sent by mail, when the sender asked for that.
    pub mail: Option<Addressee>,
    /// Now.
    pub now: Timestamp,
}

/// How a submission was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// It is kept: now, or since it was first sent.
    Kept(Box<Kept>),
    /// Something else was sent under the same number.
    Other,
}

/// A submission in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The round.
    pub round: String,
    /// Its number in the round.
    pub number: i64,
    /// A state's English name, or [`WITHDRAWN`].
    pub state: String,
    /// Why it was redacted, withheld or blocked.
    pub reason: String,
    /// The number of the submission that says the same.
    pub duplicate_of: Option<i64>,
    /// Counts changes.
    pub version: i64,
    /// When it was received, in seconds.
    pub received: i64,
    /// When it was last changed by its sender.
    pub changed: i64,
    /// When its words were removed because their time had come; 0 while they are there.
    pub removed: i64,
    /// As received.
    pub body: Submission,
    /// As it may be shown, where words were taken out.
    pub shown: Option<Submission>,
}

impl Kept {
    /// `s4`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("s{}", self.number)
    }

    /// Whether its words are still here.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.removed == 0
            && self.state != WITHDRAWN
            && self.state != SubmissionState::Blocked.name()
    }
}

const COLUMNS: &str =
    "round, number, state, reason, duplicate_of, version, received, changed, body, shown, removed";

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let json = |place: usize| -> rusqlite::Result<Option<Submission>> {
        let text = row.get_ref(place)?.as_str()?;
        if text.is_empty() {
            return Ok(None);
        }
        let read = serde_json::from_str(text);
        read.map(Some).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(
                place,
                rusqlite::types::Type::Text,
                error.into(),
            )
        })
    };
    let body = json(8)?.ok_or(rusqlite::Error::InvalidQuery)?;
    Ok(Kept {
        round: row.get(0)?,
        number: row.get(1)?,
        state: row.get(2)?,
        reason: row.get(3)?,
        duplicate_of: row.get(4)?,
        version: row.get(5)?,
        received: row.get(6)?,
        changed: row.get(7)?,
        body,
        shown: json(9)?,
        removed: row.get(10)?,
    })
}

/// JSON of a submission: strings and numbers under string keys, nothing that could fail.
pub(super) fn json(submission: &Submission) -> String {
    serde_json::to_string(submission).unwrap_or_default()
}

/// Keeps a submission, or finds it again when it has been sent before.
///
/// # Errors
///
/// When the database can't be written.
pub fn receive(db: &Connection, incoming: Incoming) -> rusqlite::Result<Received> {
    let Incoming { mut submission, head, uuid, code, targets, taken, mail, now } = incoming;
    let sent = fingerprint(&submission);
    let uuid = secrets::hashed("uuid", &uuid);
    if let Some(before) = sent_before(db, (&uuid, &sent), &head.round)? {
        return Ok(before);
    }
    let last: Option<i64> = db
        .prepare_cached("SELECT max(number) FROM submission WHERE round = ?1")?
        .query_row([&head.round], |row| row.get(0))?;
    let number = last.unwrap_or(0).max(taken) + 1;
    settle(&mut submission, &head, number, when::written(now));
    let at = now.as_second();
    db.prepare_cached(
        "INSERT INTO submission (round, number, uuid, code, hash, sent, heard, received, changed, \
         channel, state, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, 'web', 'received', ?9)",
    )?
    .execute((
        &head.round,
        number,
        &uuid,
        &secrets::hashed("code", &code),
        &submission.hash,
        &sent,
        &head.version,
        at,
        json(&submission),
    ))?;
    tell_targets(db, &head.round, number, &targets)?;
    let act =
        Act { who: PUBLIC, act: "received", round: &head.round, number, hash: &submission.hash };
    audit::add(db, now, act)?;
    if let Some(mail) = mail {
        outbox::put(db, (&head.round, number), &mail, (&code, at))?;
    }
    Ok(Received::Kept(Box::new(Kept {
        round: head.round,
        number,
        state: SubmissionState::Received.name().to_string(),
        reason: String::new(),
        duplicate_of: None,
        version: 1,
        received: at,
        changed: at,
        removed: 0,
        body: submission,
        shown: None,
    })))
}

/// What was sent under a number before, if anything was.
fn sent_before(
    db: &Connection,
    (uuid, sent): (&[u8; 32], &str),
    round: &str,
) -> rusqlite::Result<Option<Received>> {
    let sql = format!("SELECT {COLUMNS}, sent FROM submission WHERE uuid = ?1");
    let found = db
        .prepare_cached(&sql)?
        .query_row([uuid], |row| Ok((kept(row)?, row.get::<_, String>(11)?)))
        .optional()?;
    Ok(found.map(|(kept, before)| match before == sent && kept.round == round {
        true => Received::Kept(Box::new(kept)),
        false => Received::Other,
    }))
}

/// Gives a submission its ids, its time and its hash.
fn settle(submission: &mut Submission, head: &Head, number: i64, received: String) {
    submission.id = format!("s{number}");
    for (place, comment) in submission.comments.iter_mut().enumerate() {
        comment.id = format!("s{number}.{}", place + 1);
    }
    submission.received = received;
    submission.hash = submission.hashed(head);
}

/// What tells a submission from another, whenever it is sent.
fn fingerprint(submission: &Submission) -> String {
    let mut bare = submission.clone();
    (bare.id, bare.received) = (String::new(), String::new());
    (bare.hash, bare.salt) = (String::new(), String::new());
    bare.comments.iter_mut().for_each(|comment| comment.id.clear());
    blake3::hash(json(&bare).as_bytes()).to_hex().to_string()
}

fn tell_targets(
    db: &Connection,
    round: &str,
    number: i64,
    targets: &[String],
) -> rusqlite::Result<()> {
    let mut insert = db.prepare_cached("INSERT OR IGNORE INTO about VALUES (?1, ?2, ?3)")?;
    for target in targets {
        insert.execute((round, target, number))?;
    }
    Ok(())
}

/// The submission with a code.
///
/// # Errors
///
/// When the database can't be read.
pub fn with_code(db: &Connection, code: &str) -> rusqlite::Result<Option<Kept>> {
    let sql = format!("SELECT {COLUMNS} FROM submission WHERE code = ?1");
    db.prepare_cached(&sql)?.query_row([secrets::hashed("code", code)], kept).optional()
}

/// The submission with a number.
///
/// # Errors
///
/// When the database can't be read.
pub fn numbered(db: &Connection, round: &str, number: i64) -> rusqlite::Result<Option<Kept>> {
    let sql = format!("SELECT {COLUMNS} FROM submission WHERE round = ?1 AND number = ?2");
    db.prepare_cached(&sql)?.query_row((round, number), kept).optional()
}

/// All submissions of a round, in the order in which they came.
///
/// # Errors
///
/// When the database can't be read.
pub fn all(db: &Connection, round: &str) -> rusqlite::Result<Vec<Kept>> {
    let sql = format!("SELECT {COLUMNS} FROM submission WHERE round = ?1 ORDER BY number");
    db.prepare_cached(&sql)?.query_map([round], kept)?.collect()
}

/// Whether something could be done to the submission that somebody looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done; this is how the submission stands now.
    Done(Box<Kept>),
    /// Another was first: this is how it stands now.
    Stale(Box<Kept>),
    /// There is no such submission.
    Gone,
}

/// Puts other words in the place of those that were received. Somebody must look at them anew.
///
/// # Errors
///
/// When the database can't be written.
pub fn change(db: &Connection, version: i64, incoming: Incoming) -> rusqlite::Result<Outcome> {
    let Some(mut now_kept) = with_code(db, &incoming.code)? else { return Ok(Outcome::Gone) };
    if now_kept.version != version || !now_kept.has_words() {
        return Ok(Outcome::Stale(Box::new(now_kept)));
    }
    let Incoming { mut submission, head, targets, now, .. } = incoming;
    settle(&mut submission, &head, now_kept.number, now_kept.body.received.clone());
    let (round, number) = (&now_kept.round, now_kept.number);
    db.prepare_cached(
        "UPDATE submission SET hash = ?3, body = ?4, shown = '', state = 'received', reason = '', \
         duplicate_of = NULL, changed = ?5, version = version + 1 WHERE round = ?1 AND number = ?2",
    )?
    .execute((round, number, &submission.hash, json(&submission), now.as_second()))?;
    db.prepare_cached("DELETE FROM about WHERE round = ?1 AND number = ?2")?
        .execute((round, number))?;
    tell_targets(db, round, number, &targets)?;
    audit::add(
        db,
        now,
        Act { who: PUBLIC, act: "changed", round, number, hash: &submission.hash },
    )?;
    (now_kept.body, now_kept.shown, now_kept.changed) = (submission, None, now.as_second());
    (now_kept.state, now_kept.version) = ("received".to_string(), version + 1);
    Ok(Outcome::Done(Box::new(now_kept)))
}

/// Takes a submission back: its words go, that it existed stays.
///
/// # Errors
///
/// When the database can't be written.
pub fn withdraw(db: &Connection, code: &str, now: Timestamp) -> rusqlite::Result<Outcome> {
    let Some(kept) = with_code(db, code)? else { return Ok(Outcome::Gone) };
    if !kept.has_words() {
        return Ok(Outcome::Stale(Box::new(kept)));
    }
    let act = Act {
        who: PUBLIC,
        act: WITHDRAWN,
        round: &kept.round,
        number: kept.number,
        hash: &kept.body.hash,
    };
    empty(db, &kept, WITHDRAWN, "")?;
    audit::add(db, now, act)?;
    let left = numbered(db, &kept.round, kept.number)?;
    Ok(left.map_or(Outcome::Gone, |left| Outcome::Done(Box::new(left))))
}

/// Takes every word out of a submission, and what it was about.
pub(super) fn empty(
    db: &Connection,
    kept: &Kept,
    state: &str,
    reason: &str,
) -> rusqlite::Result<()> {
    let mut body = kept.body.clone();
    body.answers.clear();
    body.comments.clear();
    body.text.clear();
    body.salt.clear();
    body.respondent.name.clear();
    body.respondent.named = false;
    db.prepare_cached(
        "UPDATE submission SET body = ?3, shown = '', sent = '', state = ?4, reason = ?5, \
         version = version + 1 WHERE round = ?1 AND number = ?2",
    )?
    .execute((&kept.round, kept.number, json(&body), state, reason))?;
    db.prepare_cached("DELETE FROM about WHERE round = ?1 AND number = ?2")?
        .execute((&kept.round, kept.number))?;
    outbox::forget(db, &kept.round, kept.number)
}

/// Which submissions are asked for; what is empty asks for all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The round.
    pub round: String,
    /// A state.
    pub state: String,
    /// What they are about.
    pub target: String,
    /// Words that stand in them.
    pub words: String,
    /// The number after which they come.
    pub after: i64,
    /// How many at most.
    pub most: usize,
}

/// The submissions that a filter lets through, in the order in which they came.
///
/// # Errors
///
/// When the database can't be read.
pub fn filtered(db: &Connection, filter: &Filter) -> rusqlite::Result<Vec<Kept>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM submission AS s WHERE round = ?1 AND number > ?2 \
         AND (?3 = '' OR state = ?3) AND (?4 = '' OR EXISTS (SELECT 1 FROM about AS a \
         WHERE a.round = s.round AND a.target = ?4 AND a.number = s.number)) \
         AND (?5 = '' OR instr(lower(body), lower(?5)) > 0) ORDER BY number LIMIT ?6"
    );
    let most = i64::try_from(filter.most).unwrap_or(i64::MAX);
    db.prepare_cached(&sql)?
        .query_map(
            (&filter.round, filter.after, &filter.state, &filter.target, &filter.words, most),
            kept,
        )?
        .collect()
}

/// How many submissions of a round stand where.
///
/// # Errors
///
/// When the database can't be read.
pub fn counts(db: &Connection, round: &str) -> rusqlite::Result<Vec<(String, i64)>> {
    db.prepare_cached("SELECT state, count(*) FROM submission WHERE round = ?1 GROUP BY state")?
        .query_map([round], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
