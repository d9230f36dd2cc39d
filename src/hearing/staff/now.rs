//! The heard text beside the plan as it is: what was taken out and put in, for those who judge what was said of it.

use crate::contract::hearing::{Submission, TargetBlock};
use crate::hearing::app::App;
use crate::hearing::public::said::{Said, said};
use crate::hearing::targets::Round;
use crate::version::{Op, Run, compare_words};
use serde::Serialize;

/// The most blocks of a section whose changes are shown beside a comment on it.
const MOST: usize = 20;

/// What became of what a comment is about.
#[derive(Debug, Serialize)]
pub struct Now {
    /// In words: unchanged, changed, taken out; of a section, how much of it.
    label: String,
    /// Why it was taken out.
    why: String,
    /// Each changed text, word by word.
    texts: Vec<Vec<Words>>,
    /// Where the site shows the change.
    address: String,
    /// Frozen blocks that have the new words, as the assessment asks for them.
    blocks: String,
}

/// A stretch of words.
#[derive(Debug, Serialize)]
pub struct Words {
    /// `same`, `out` or `in`.
    op: &'static str,
    text: String,
}

/// What a submission says, with what became of the texts that it is about.
pub(super) fn said_beside(app: &App, round: Option<&Round>, submission: &Submission) -> Said {
    let mut said = said(app, round, submission);
    for (placed, comment) in said.comments.iter_mut().zip(&submission.comments) {
        placed.now = now(app, round, comment.target().unwrap_or_default());
    }
    said
}

/// What became of a place; none for the whole plan, and for a place that the round does not know.
pub(super) fn now(app: &App, round: Option<&Round>, id: &str) -> Option<Now> {
    let round = round?;
    let block = round.block(id)?;
    if round.is_section(id) {
        return Some(of_section(app, round, block));
    }
    let (key, why, address) = match &block.now {
        None => ("hear_now_same", String::new(), String::new()),
        Some(now) => {
            let key = if now.text.is_empty() { "hear_now_gone" } else { "hear_now_changed" };
            (key, now.why.clone(), app.pages.of_site(&now.address))
        }
    };
    Some(Now {
        label: app.say(Some(round), key, &[]),
        why,
        texts: difference(block).into_iter().collect(),
        address,
        blocks: frozen(block),
    })
}

fn of_section(app: &App, round: &Round, head: &TargetBlock) -> Now {
    let all: Vec<&TargetBlock> = [head].into_iter().chain(round.under(&head.id)).collect();
    let changed: Vec<&TargetBlock> =
        all.iter().copied().filter(|block| block.now.is_some()).collect();
    let counts = [changed.len().to_string(), all.len().to_string()];
    let values = [("changed", counts[0].as_str()), ("all", counts[1].as_str())];
    let first = changed.first().and_then(|block| block.now.as_ref());
    Now {
        label: match changed.is_empty() {
            true => app.say(Some(round), "hear_now_same", &[]),
            false => app.say(Some(round), "hear_now_under", &values),
        },
        why: String::new(),
        texts: changed.iter().take(MOST).filter_map(|block| difference(block)).collect(),
        address: first.map_or(String::new(), |now| app.pages.of_site(&now.address)),
        blocks: changed.iter().map(|block| frozen(block)).collect::<Vec<_>>().join(" "),
    }
}

fn frozen(block: &TargetBlock) -> String {
    block.now.as_ref().map_or(String::new(), |now| now.blocks.join(" "))
}

/// The words of a block that is no longer as it was heard.
fn difference(block: &TargetBlock) -> Option<Vec<Words>> {
    let now = block.now.as_ref()?;
    let words = compare_words(&block.text, &now.text).into_iter().map(|Run { op, text }| Words {
        op: match op {
            Op::Same => "same",
            Op::Out => "out",
            Op::In => "in",
        },
        text,
    });
    Some(words.collect())
}
