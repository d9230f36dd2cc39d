//! What was decided, as files in the plan: `submissions.jsonl` and `assessments.toml` of each round.
//!
//! A file is written beside the old one, put on disk, and given its name in one step. Submissions that came by
//! mail, on paper or in a meeting stand in the same file; they are kept as they are. What is not to be
//! published has no words there.

use super::Error;
use super::config::Config;
use super::decisions::{self, Assessed};
use super::records::{self, Kept, WITHDRAWN};
use super::store::{self, Trouble};
use crate::contract::hearing::{
    ASSESSMENTS, RespondentKind, Submission, SubmissionState, Verdict, assessments_text,
};
use crate::contract::hearing::{
    Assessment, Assessments, Channel, FORMAT, Head, ROUNDS, SUBMISSIONS,
};
use crate::contract::hearing::{Submissions, submissions_text};
use crate::diagnostic::Diagnostics;
use crate::say;
use crate::text::{FileId, order_prefix};
use jiff::Timestamp;
use rusqlite::Connection;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The folder of a round in the plan: its name may have a number before it.
fn folder(plan: &Path, round: &str) -> PathBuf {
    let rounds = plan.join(ROUNDS);
    let named = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        order_prefix(name).map_or(name, |(_, name)| name) == round
    };
    let all = std::fs::read_dir(&rounds).into_iter().flatten();
    let found = all.filter_map(|entry| Some(entry.ok()?.path())).find(named);
    found.unwrap_or_else(|| rounds.join(round))
}

/// The submissions of a round's file, as it is.
fn in_file(folder: &Path) -> Result<Vec<Submission>, Error> {
    let path = folder.join(SUBMISSIONS);
    let Some(text) = read(&path)? else { return Ok(Vec::new()) };
    let mut told = Diagnostics::default();
    let file = Submissions::read(FileId(0), &text, &mut told);
    let Some(file) = file.filter(|file| file.is_whole) else {
        return Err(unreadable(&path, &told));
    };
    Ok(file.all().cloned().collect())
}

fn read(path: &Path) -> Result<Option<String>, Error> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::Read(path.to_path_buf(), error)),
    }
}

/// A file that a person may have written in is never written over unread.
fn unreadable(path: &Path, told: &Diagnostics) -> Error {
    let path = path.display();
    let why = told.all().first().map(|one| one.message.clone()).unwrap_or_default();
    let (nb, en) = (why.nb, why.en);
    Error::Wrong(say!(
        nb: "{path} kan ikke leses ({nb}). Rett den først; planverk check viser hvor. Ingenting ble skrevet",
        en: "{path} can't be read ({en}). Mend it first; planverk check shows where. Nothing was written"
    ))
}

/// The highest number that a round's file has from elsewhere.
///
/// # Errors
///
/// When the file can't be read.
pub fn taken(plan: &Path, round: &str) -> Result<i64, Error> {
    let all = in_file(&folder(plan, round))?;
    let others = all.iter().filter(|one| one.channel != Channel::Web);
    Ok(others.map(|one| i64::from(one.number())).max().unwrap_or(0))
}

/// Writes the files of every round that the database knows, and returns those that were changed.
///
/// # Errors
///
/// When a file in the plan can't be read or written; files that are there stay as they are.
pub fn export(config: &Config) -> Result<Vec<PathBuf>, Error> {
    let path = config.data.join(store::DATABASE);
    let db = store::connect(&path)?;
    let told = |error| Error::Database(path.clone(), error);
    let mut written = Vec::new();
    for (round, version) in rounds(&db).map_err(told)? {
        let kept = records::all(&db, &round).map_err(told)?;
        let assessed = decisions::assessments(&db, &round).map_err(told)?;
        let folder = folder(&config.plan, &round);
        let head = Head { format: FORMAT, round, version };
        let files = [
            (folder.join(SUBMISSIONS), Some(submissions(&folder, &head, &kept)?)),
            (folder.join(ASSESSMENTS), assessments(&folder, &assessed)?),
        ];
        for (file, text) in files {
            if let Some(text) = text
                && replace(&file, &text)?
            {
                written.push(file);
            }
        }
    }
    Ok(written)
}

fn rounds(db: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut rows = db.prepare("SELECT round, max(heard) FROM submission GROUP BY round")?;
    rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn submissions(folder: &Path, head: &Head, kept: &[Kept]) -> Result<String, Error> {
    let (mut all, before): (Vec<Submission>, Vec<Submission>) =
        in_file(folder)?.into_iter().partition(|one| one.channel != Channel::Web);
    let ours = kept.iter().filter(|kept| kept.state != WITHDRAWN);
    for kept in ours {
        let one = match kept.removed {
            0 => exported(kept),
            _ => left(kept, &before),
        };
        if all.iter().any(|other| other.id == one.id) {
            let (id, path) = (&one.id, folder.join(SUBMISSIONS));
            let path = path.display();
            return Err(Error::Wrong(say!(
                nb: "{path} har et annet innspill med id-en {id}. Gi det en id som er ledig. Ingenting ble skrevet",
                en: "{path} has another submission with the id {id}. Give it an id that is free. Nothing was written"
            )));
        }
        all.push(one);
    }
    all.sort_by_key(Submission::number);
    Ok(submissions_text(head, &all))
}

/// A submission whose words the service no longer has: what the file has of it stays, but for a private name.
fn left(kept: &Kept, before: &[Submission]) -> Submission {
    let Some(one) = before.iter().find(|one| one.id == kept.body.id) else { return exported(kept) };
    let mut one = one.clone();
    if one.respondent.kind == RespondentKind::Private {
        one.respondent.name.clear();
        one.respondent.named = false;
    }
    one
}

/// A submission as the plan may have it.
#[must_use]
pub fn exported(kept: &Kept) -> Submission {
    let state = SubmissionState::named(&kept.state).unwrap_or(SubmissionState::Received);
    let mut one = match (&kept.shown, state) {
        (Some(shown), SubmissionState::Redacted) => shown.clone(),
        _ => kept.body.clone(),
    };
    one.state = state;
    one.reason.clone_from(&kept.reason);
    one.duplicate_of = kept.duplicate_of.map_or(String::new(), |number| format!("s{number}"));
    if state != SubmissionState::Published {
        one.salt.clear();
    }
    if !state.is_public() {
        one.answers.clear();
        one.comments.clear();
        one.text.clear();
    }
    if !state.is_public() || !one.respondent.named {
        one.respondent.name.clear();
        one.respondent.named = false;
    }
    one
}

/// Our assessments, with those that people wrote of other things.
fn assessments(folder: &Path, assessed: &[Assessed]) -> Result<Option<String>, Error> {
    if assessed.is_empty() {
        return Ok(None);
    }
    let path = folder.join(ASSESSMENTS);
    let (mut version, mut all) = (String::new(), Vec::new());
    if let Some(text) = read(&path)? {
        let mut told = Diagnostics::default();
        let file = Assessments::read(FileId(0), &text, &mut told);
        let Some(file) = file.filter(|_| told.mistakes() == 0) else {
            return Err(unreadable(&path, &told));
        };
        let ours = |of: &String| assessed.iter().any(|one| &one.item == of);
        version.clone_from(&file.version);
        all.extend(file.all().cloned().filter_map(|mut one| {
            one.of.retain(|of| !ours(of));
            (!one.of.is_empty()).then_some(one)
        }));
    }
    all.extend(assessed.iter().filter_map(|one| {
        Some(Assessment {
            of: vec![one.item.clone()],
            result: Verdict::named(&one.result)?,
            reason: one.reason.clone(),
            changed: one.changed.clone(),
            by: String::new(),
            on: Timestamp::from_second(one.at)
                .ok()
                .and_then(|at| super::when::written(at).get(..10)?.parse().ok()),
        })
    }));
    Ok(Some(assessments_text(&version, &all)))
}

/// Puts a text in the place of a file in one step; `false` where it says the same already.
pub(super) fn replace(path: &Path, text: &str) -> Result<bool, Error> {
    if read(path)?.as_deref() == Some(text) {
        return Ok(false);
    }
    let failed = |error| Error::Write(path.to_path_buf(), error);
    let beside = path.with_extension("new~");
    let mut file = File::create(&beside).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    std::fs::rename(&beside, path).map_err(failed)?;
    if let Some(folder) = path.parent() {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    Ok(true)
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        Trouble(error.say().en)
    }
}
