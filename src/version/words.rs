//! The words that two texts share, and those that only one has.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Whether it stands in both texts or in one.
    pub op: Op,
    /// The words, with the spaces between and after them.
    pub text: String,
}

/// In which of the texts words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    /// In both.
    Same,
    /// In the older one.
    Out,
    /// In the newer one.
    In,
}

/// What stands between two blocks that are compared as one text.
pub(super) const PART: char = '\u{2029}';

/// Compares two texts word by word. The runs that are the same or out make up the older text, those that are
/// the same or in the newer.
///
/// ```
/// use planverk::version::{Op, compare_words};
///
/// let runs = compare_words("Alle barn leker.", "Alle leker ute.");
/// let out: String = runs.iter().filter(|run| run.op == Op::Out).map(|run| run.text.as_str()).collect();
/// assert_eq!(out, "barn ");
/// ```
#[must_use]
pub fn compare_words(old: &str, new: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    // Most of a plan is as it was.
    if old == new {
        push(&mut runs, Op::Same, new.to_string());
        return runs;
    }
    let (old, new) = (tokens(old), tokens(new));
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        let (out, into) = (&old[op.old_range()], &new[op.new_range()]);
        match op.tag() {
            DiffTag::Equal => push(&mut runs, Op::Same, into.concat()),
            _ => {
                push(&mut runs, Op::Out, out.concat());
                push(&mut runs, Op::In, into.concat());
            }
        }
    }
    joined(runs)
}

fn push(runs: &mut Vec<Run>, op: Op, text: String) {
    if text.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.op == op => last.text.push_str(&text),
        _ => runs.push(Run { op, text }),
    }
}

/// Words, spaces and signs, each a token.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before: Option<(usize, char)> = None;
    for (at, letter) in text.char_indices() {
        let goes_on = before.is_some_and(|(_, one)| {
            (one.is_alphanumeric() && letter.is_alphanumeric())
                || (one.is_whitespace() && letter.is_whitespace() && one != PART && letter != PART)
        });
        if !goes_on && at > start {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some((at, letter));
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// Without lone spaces and signs between changes: a reader follows a phrase better than its crumbs.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let is_crumb = |text: &str| !text.contains(PART) && !text.contains(char::is_alphanumeric);
    let mut joined = Vec::new();
    let (mut out, mut into, mut crumb) = (String::new(), String::new(), String::new());
    for Run { op, text } in runs {
        let is_open = !out.is_empty() || !into.is_empty();
        match op {
            Op::Same if is_open && is_crumb(&text) => crumb.push_str(&text),
            Op::Same => {
                push(&mut joined, Op::Out, std::mem::take(&mut out));
                push(&mut joined, Op::In, std::mem::take(&mut into));
                push(&mut joined, Op::Same, std::mem::take(&mut crumb));
                push(&mut joined, Op::Same, text);
            }
            Op::Out | Op::In => {
                let between = std::mem::take(&mut crumb);
                out.push_str(&between);
                into.push_str(&between);
                if op == Op::Out { &mut out } else { &mut into }.push_str(&text);
            }
        }
    }
    push(&mut joined, Op::Out, out);
    push(&mut joined, Op::In, into);
    push(&mut joined, Op::Same, crumb);
    joined
}
