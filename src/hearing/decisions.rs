//! What staff decide of a submission: published, redacted, withheld, blocked, merged, assessed.
//!
//! Each decision names the version of the submission that it was made of. Where another was first nothing is
//! done, and the one who was late sees what the other did.

use super::records::{self, Kept, Outcome};
use super::store::audit::{self, Act};
use crate::contract::hearing::{RespondentKind, Submission, SubmissionState};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

/// A decision.
#[derive(Debug, Clone)]
pub enum Decision {
    /// Publish as received.
    Publish,
    /// Publish with words taken out, and why.
    Redact(Box<Submission>, String),
    /// Keep from the public, and why. Norwegian: *unnta*.
    Withhold(String),
    /// Take every word out for good, and why. Norwegian: *sperre*.
    Block(String),
    /// Back to not looked at.
    Reopen,
    /// It says the same as another; none takes that back.
    Same(Option<i64>),
}

impl Decision {
    fn act(&self) -> &'static str {
        match self {
            Decision::Publish => "published",
            Decision::Redact(..) => "redacted",
            Decision::Withhold(_) => "withheld",
            Decision::Block(_) => "blocked",
            Decision::Reopen => "reopened",
            Decision::Same(Some(_)) => "merged",
            Decision::Same(None) => "unmerged",
        }
    }
}

/// Whether a submission may be published: what a private person says is theirs.
#[must_use]
pub fn may_be_public(kept: &Kept) -> bool {
    kept.body.consent || kept.body.respondent.kind != RespondentKind::Private
}

/// Who decides, of what, and when.
#[derive(Debug, Clone)]
pub struct Case {
    /// The account.
    pub who: String,
    /// The round.
    pub round: String,
    /// The submission's number.
    pub number: i64,
    /// The version that was looked at.
    pub version: i64,
    /// Now.
    pub now: Timestamp,
}

/// Carries out a decision.
///
/// # Errors
///
/// When the database can't be written.
pub fn decide(db: &Connection, case: &Case, decision: &Decision) -> rusqlite::Result<Outcome> {
    let Some(kept) = records::numbered(db, &case.round, case.number)? else {
        return Ok(Outcome::Gone);
    };
    let public = matches!(decision, Decision::Publish | Decision::Redact(..));
    if kept.version != case.version || !kept.has_words() || public && !may_be_public(&kept) {
        return Ok(Outcome::Stale(Box::new(kept)));
    }
    if !carry_out(db, &kept, decision)? {
        return Ok(Outcome::Stale(Box::new(kept)));
    }
    let act = Act {
        who: &case.who,
        act: decision.act(),
        round: &case.round,
        number: case.number,
        hash: &kept.body.hash,
    };
    audit::add(db, case.now, act)?;
    let now = records::numbered(db, &case.round, case.number)?;
    Ok(now.map_or(Outcome::Gone, |now| Outcome::Done(Box::new(now))))
}

fn carry_out(db: &Connection, kept: &Kept, decision: &Decision) -> rusqlite::Result<bool> {
    let to = |state: SubmissionState, reason: &str, shown: &str| {
        db.prepare_cached(
            "UPDATE submission SET state = ?3, reason = ?4, shown = ?5, version = version + 1 \
             WHERE round = ?1 AND number = ?2",
        )?
        .execute((&kept.round, kept.number, state.name(), reason, shown))
    };
    match decision {
        Decision::Publish => to(SubmissionState::Published, "", "")?,
        Decision::Reopen => to(SubmissionState::Received, "", "")?,
        Decision::Withhold(reason) => to(SubmissionState::Withheld, reason, "")?,
        Decision::Redact(shown, reason) => {
            to(SubmissionState::Redacted, reason, &records::json(shown))?
        }
        Decision::Block(reason) => {
            records::empty(db, kept, SubmissionState::Blocked.name(), reason)?;
            1
        }
        Decision::Same(other) => {
            if let Some(other) = other
                && !can_point_at(db, kept, *other)?
            {
                return Ok(false);
            }
            db.prepare_cached(
                "UPDATE submission SET duplicate_of = ?3, version = version + 1 \
                 WHERE round = ?1 AND number = ?2",
            )?
            .execute((&kept.round, kept.number, other))?
        }
    };
    Ok(true)
}

/// A submission can be the same as one that stands by itself, while none is the same as it.
fn can_point_at(db: &Connection, kept: &Kept, other: i64) -> rusqlite::Result<bool> {
    let stands = records::numbered(db, &kept.round, other)?
        .is_some_and(|other| other.duplicate_of.is_none() && other.has_words());
    let pointed_at = db
        .prepare_cached("SELECT 1 FROM submission WHERE round = ?1 AND duplicate_of = ?2")?
        .exists((&kept.round, kept.number))?;
    Ok(stands && !pointed_at && other != kept.number)
}

/// The municipality's answer to something said. Norwegian: *vurdering*.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assessed {
    /// What it answers: `s4.1`, `s4#2`, `s4`.
    pub item: String,
    /// taken, partly, not or outside.
    pub result: String,
    /// Why.
    pub reason: String,
    /// Blocks that show the change.
    pub changed: Vec<String>,
    /// Who assessed it.
    pub by: String,
    /// When, in seconds.
    pub at: i64,
    /// Counts changes; 0 before the first.
    pub version: i64,
}

/// Assesses something said; `false` when another was first.
///
/// # Errors
///
/// When the database can't be written.
pub fn assess(
    db: &Connection,
    round: &str,
    assessed: &Assessed,
    now: Timestamp,
) -> rusqlite::Result<bool> {
    let before: Option<i64> = db
        .prepare_cached("SELECT version FROM assessment WHERE round = ?1 AND item = ?2")?
        .query_row((round, &assessed.item), |row| row.get(0))
        .optional()?;
    if before.unwrap_or(0) != assessed.version {
        return Ok(false);
    }
    let changed = assessed.changed.join(" ");
    db.prepare_cached("INSERT OR REPLACE INTO assessment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
        .execute((
            round,
            &assessed.item,
            &assessed.result,
            &assessed.reason,
            &changed,
            &assessed.by,
            now.as_second(),
            assessed.version + 1,
        ))?;
    let digits = assessed.item.trim_start_matches('s');
    let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    let number = digits[..end].parse().unwrap_or(0);
    let what = format!("{} {}", assessed.item, assessed.result);
    audit::add(db, now, Act { who: &assessed.by, act: "assessed", round, number, hash: &what })?;
    Ok(true)
}

/// All assessments of a round.
///
/// # Errors
///
/// When the database can't be read.
pub fn assessments(db: &Connection, round: &str) -> rusqlite::Result<Vec<Assessed>> {
    db.prepare_cached(
        "SELECT item, result, reason, changed, by, at, version FROM assessment WHERE round = ?1",
    )?
    .query_map([round], |row| {
        let changed: String = row.get(3)?;
        Ok(Assessed {
            item: row.get(0)?,
            result: row.get(1)?,
            reason: row.get(2)?,
            changed: changed.split_whitespace().map(str::to_string).collect(),
            by: row.get(4)?,
            at: row.get(5)?,
            version: row.get(6)?,
        })
    })?
    .collect()
}

/// A submission with words taken out: each phrase, wherever it stands, becomes `⟦why⟧`. Small and large letters
/// are alike. `None` when no phrase was found.
#[must_use]
pub fn redacted(submission: &Submission, phrases: &[&str], why: &str) -> Option<Submission> {
    let mut redacted = submission.clone();
    let mark = format!("⟦{why}⟧");
    let mut found = false;
    for text in redacted.texts_mut() {
        for phrase in phrases {
            found |= take_out(text, phrase, &mark);
        }
    }
    // Who has the salt could try what was taken out against the hash.
    redacted.salt.clear();
    found.then_some(redacted)
}

fn take_out(text: &mut String, phrase: &str, mark: &str) -> bool {
    let lower = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let sought = lower(phrase);
    if sought.is_empty() {
        return false;
    }
    let (mut kept, mut rest, mut found) = (String::with_capacity(text.len()), text.as_str(), false);
    while let Some(first) = rest.chars().next() {
        if let Some(end) = rest.starts_with('⟦').then(|| rest.find('⟧')).flatten() {
            // What has been taken out already says why, and nothing of the text.
            let (marked, after) = rest.split_at(end + '⟧'.len_utf8());
            kept.push_str(marked);
            rest = after;
            continue;
        }
        match starting_with(rest, &sought) {
            Some(length) => {
                kept.push_str(mark);
                rest = &rest[length..];
                found = true;
            }
            None => {
                kept.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    *text = kept;
    found
}

/// How many bytes of a text begin with what is sought.
fn starting_with(text: &str, sought: &[char]) -> Option<usize> {
    let mut left = sought.iter();
    for (at, letter) in text.char_indices() {
        for lower in letter.to_lowercase() {
            if left.next() != Some(&lower) {
                return None;
            }
        }
        if left.len() == 0 {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_out(text: &str, phrase: &str) -> String {
        let mut text = text.to_string();
        take_out(&mut text, phrase, "⟦x⟧");
        text
    }

    #[test]
    fn words_are_taken_out_wherever_they_stand() {
        assert_eq!(taken_out("Ring Kari på 99 99. kari!", "kari"), "Ring ⟦x⟧ på 99 99. ⟦x⟧!");
        assert_eq!(taken_out("ÆØÅ æøå İ", "æøå"), "⟦x⟧ ⟦x⟧ İ");
        assert_eq!(taken_out("aaa", "aa"), "⟦x⟧a");
        assert_eq!(taken_out("kar", "kari"), "kar");
        assert_eq!(taken_out("⟦navn⟧ navn", "navn"), "⟦navn⟧ ⟦x⟧");
        assert_eq!(taken_out("a", ""), "a");
    }
}
