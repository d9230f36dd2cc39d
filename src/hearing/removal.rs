//! Removal by time: names of private persons, and all words, so many days after a round's deadline.
//!
//! Nothing is removed until `[retention]` says when: what people sent are case documents, and when they have been
//! handed to the archive only the municipality knows. What is removed is gone from the database and its journal;
//! where a submission stood, its checksum and who did what with it stay. The plan's file keeps what was published,
//! but for the names.

use super::app::App;
use super::records::{self, Kept, json};
use super::store::Trouble;
use super::store::audit::{self, Act};
use super::targets::{Round, Standing};
use super::{Error, keep, log};
use crate::contract::hearing::{RespondentKind, Submission};
use jiff::Timestamp;
use rusqlite::Connection;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;

/// How often it is looked whether the time has come.
const LOOK: Duration = Duration::from_secs(60 * 60);

/// How soon an attempt to empty the journal is made again.
const AGAIN: Duration = Duration::from_secs(5);

/// The most submissions in one act: the writer has others to serve.
const MOST: usize = 200;

const DAY: i64 = 24 * 60 * 60;

/// How many days more are waited: what is removed does not come back, and a clock may be a day ahead.
pub(super) const MARGIN: i64 = 1;

/// Who acts when the time has come.
const SCHEDULE: &str = "schedule";

/// How long what people sent is kept, in days after the deadline of its round; for good where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// Names of private persons.
    pub names_days: Option<i64>,
    /// All words, names among them.
    pub words_days: Option<i64>,
}

/// Looks from time to time whether something is to be removed, and empties the journal when words were taken out.
pub async fn by_time(app: Arc<App>) {
    loop {
        match remove_due(&app, app.now()).await {
            Ok(0) => {}
            Ok(count) => {
                log::event("removed", &[("submissions", &count.to_string())]);
                app.decided.notify_one();
                app.emptied.notify_one();
            }
            Err(trouble) => app.troubled(&trouble),
        }
        let soon = tokio::time::sleep(LOOK);
        tokio::pin!(soon);
        loop {
            tokio::select! { () = app.emptied.notified() => {}, () = &mut soon => break }
            empty_journal(&app).await;
        }
    }
}

/// Empties the journal; whoever reads just now is waited for.
async fn empty_journal(app: &App) {
    loop {
        let data = app.config.data.clone();
        match tokio::task::spawn_blocking(move || keep::empty_journal(&data)).await {
            Ok(Err(Error::Busy(_))) => tokio::time::sleep(AGAIN).await,
            Ok(Err(error)) => return log::event("journal-kept", &[("why", &error.say().en)]),
            Ok(Ok(())) | Err(_) => return,
        }
    }
}

/// Removes what has been kept long enough, and returns of how many submissions.
///
/// # Errors
///
/// When the database can't be read or written.
pub async fn remove_due(app: &App, now: Timestamp) -> Result<usize, Trouble> {
    let Retention { names_days, words_days } = app.config.retention;
    let mut count = 0;
    for (round, ended) in ended_rounds(app, now).await? {
        let is_over = |days: Option<i64>| {
            days.is_some_and(|days| now.as_second() - ended > (days + MARGIN) * DAY)
        };
        let what = match (is_over(words_days), is_over(names_days)) {
            (true, _) => What::Words,
            (false, true) => What::Names,
            (false, false) => continue,
        };
        loop {
            let name = round.clone();
            let done = app.store.write(move |db| remove(db, &name, what, now)).await?;
            count += done;
            if done < MOST {
                break;
            }
        }
    }
    Ok(count)
}

/// What is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Names,
    Words,
}

/// The rounds that are over, with the second at which they ended: the deadline, or the last word of one that tells
/// none or is gone from the site.
async fn ended_rounds(app: &App, now: Timestamp) -> Result<Vec<(String, i64)>, Trouble> {
    let last = app.store.read(|db| {
        let mut rows = db.prepare("SELECT round, max(changed) FROM submission GROUP BY round")?;
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, i64)>>>()
    });
    let known = app.known();
    let ended = last.await?.into_iter().filter_map(|(name, last)| {
        let round = known.rounds.get(&name);
        if round.is_some_and(|round| round.standing(now) != Standing::Over) {
            return None;
        }
        let deadline = round.and_then(Round::closes).map(Timestamp::as_second);
        Some((name, deadline.unwrap_or(last)))
    });
    Ok(ended.collect())
}

fn remove(db: &Connection, round: &str, what: What, now: Timestamp) -> rusqlite::Result<usize> {
    let due = due(db, round, what)?;
    for kept in &due {
        let act = match what {
            What::Words => {
                records::empty(db, kept, &kept.state, &kept.reason)?;
                db.prepare_cached(
                    "UPDATE submission SET removed = ?3 WHERE round = ?1 AND number = ?2",
                )?
                .execute((round, kept.number, now.as_second()))?;
                "removed"
            }
            What::Names => {
                nameless(db, kept)?;
                "unnamed"
            }
        };
        let (number, hash) = (kept.number, &kept.body.hash);
        audit::add(db, now, Act { who: SCHEDULE, act, round, number, hash })?;
    }
    Ok(due.len())
}

/// Submissions that still have what is to be removed.
fn due(db: &Connection, round: &str, what: What) -> rusqlite::Result<Vec<Kept>> {
    let still = match what {
        What::Words => "state NOT IN ('withdrawn', 'blocked')",
        What::Names => {
            "json_extract(body, '$.respondent.kind') = 'private' \
             AND coalesce(json_extract(body, '$.respondent.name'), '') <> ''"
        }
    };
    let sql = format!(
        "SELECT number FROM submission WHERE round = ?1 AND removed = 0 AND {still} LIMIT {MOST}"
    );
    let mut asked = db.prepare_cached(&sql)?;
    let numbers = asked.query_map([round], |row| row.get(0))?;
    let numbers = numbers.collect::<rusqlite::Result<Vec<i64>>>()?;
    let found = numbers.into_iter().filter_map(|one| records::numbered(db, round, one).transpose());
    found.collect()
}

fn nameless(db: &Connection, kept: &Kept) -> rusqlite::Result<()> {
    let without = |submission: &Submission| {
        let mut bare = submission.clone();
        if bare.respondent.kind == RespondentKind::Private {
            bare.respondent.name.clear();
            bare.respondent.named = false;
        }
        json(&bare)
    };
    let shown = kept.shown.as_ref().map(without).unwrap_or_default();
    // What was first sent can't be known again without the name; the sender has the receipt since long.
    db.prepare_cached(
        "UPDATE submission SET body = ?3, shown = ?4, sent = '', version = version + 1 \
         WHERE round = ?1 AND number = ?2",
    )?
    .execute((&kept.round, kept.number, without(&kept.body), shown))
    .map(drop)
}
