//! What a submission says, as pages show it: each thing with what it is about.

use crate::contract::hearing::{Piece, Submission, pieces};
use crate::hearing::app::App;
use crate::hearing::staff::now::Now;
use crate::hearing::targets::Round;
use serde::Serialize;

/// The most characters of a heard text that are shown beside a comment.
const QUOTE: usize = 600;

/// A submission in pieces.
#[derive(Debug, Default, Serialize)]
pub struct Said {
    /// Answers with their questions.
    pub answers: Vec<Answered>,
    /// Comments with their places.
    pub comments: Vec<Placed>,
    /// The free text.
    pub text: Vec<Shown>,
}

/// A piece of a text.
#[derive(Debug, Serialize)]
pub struct Shown {
    /// Whether it was taken out; the text then says why.
    pub out: bool,
    /// Its words.
    pub text: String,
}

/// An answer to a question.
#[derive(Debug, Serialize)]
pub struct Answered {
    /// Which, from 1.
    pub number: u32,
    /// The question.
    pub question: String,
    /// The answer.
    pub pieces: Vec<Shown>,
}

/// A comment and what it is about.
#[derive(Debug, Serialize)]
pub struct Placed {
    /// Its id.
    pub id: String,
    /// What kind of place, and which.
    pub label: String,
    /// The heard text; empty for the whole plan.
    pub quote: String,
    /// Where it stands in the site.
    pub address: String,
    /// What became of it since; on the staff's pages alone.
    pub now: Option<Now>,
    /// The comment.
    pub pieces: Vec<Shown>,
}

/// What a submission says.
#[must_use]
pub fn said(app: &App, round: Option<&Round>, submission: &Submission) -> Said {
    let questions = round.map_or(&[][..], |round| &round.told.questions);
    let answers = submission.answers.iter().filter(|answer| !answer.text.is_empty());
    let answers = answers.map(|answer| Answered {
        number: answer.question,
        question: usize::try_from(answer.question)
            .ok()
            .and_then(|number| questions.get(number.checked_sub(1)?))
            .cloned()
            .unwrap_or_default(),
        pieces: shown(&answer.text),
    });
    let comments = submission.comments.iter().map(|comment| {
        let about = about(app, round, comment.target().unwrap_or_default());
        Placed {
            id: comment.id.clone(),
            label: about.label,
            quote: about.quote,
            address: about.address,
            now: None,
            pieces: shown(&comment.text),
        }
    });
    Said { answers: answers.collect(), comments: comments.collect(), text: shown(&submission.text) }
}

/// A text in pieces: its words, and where words were taken out.
#[must_use]
pub fn shown(text: &str) -> Vec<Shown> {
    let pieces = pieces(text).map(|piece| match piece {
        Piece::Words(words) => Shown { out: false, text: words.to_string() },
        Piece::Redacted(why) => Shown { out: true, text: why.to_string() },
    });
    pieces.collect()
}

/// What a comment is about.
#[derive(Debug, Default)]
pub struct About {
    /// What kind of place, and which.
    pub label: String,
    /// The heard text.
    pub quote: String,
    /// Where it stands.
    pub address: String,
    /// Whether there is no such place.
    pub unknown: bool,
}

/// What an id names; the whole plan where it is empty.
#[must_use]
pub fn about(app: &App, round: Option<&Round>, id: &str) -> About {
    let say = |key: &str, values: &[(&str, &str)]| app.say(round, key, values);
    if id.is_empty() {
        return About { label: say("hear_on_plan", &[]), ..About::default() };
    }
    let words = round.and_then(|round| Some((round, round.words(id)?)));
    let Some((round, words)) = words else {
        return About { label: say("hear_on_unknown", &[]), unknown: true, ..About::default() };
    };
    let address = round.address(id).map_or(String::new(), |address| app.pages.of_site(address));
    if round.is_section(id) {
        return About {
            label: say("hear_on_section", &[("title", words)]),
            address,
            ..About::default()
        };
    }
    let section = round.block(id).and_then(|block| round.words(block.section.as_deref()?));
    let label = match section {
        Some(title) => say("hear_on_block_in", &[("title", title)]),
        None => say("hear_on_block", &[]),
    };
    About { label, quote: cut(words, QUOTE), address, unknown: false }
}

/// The first characters of a text.
#[must_use]
pub fn cut(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text.to_string(),
    }
}
