//! `submissions.jsonl`: read line by line, so that a bad line takes no other with it, and written whole.

use super::submission::{Comment, Head, Submission};
use super::{FORMAT, Submissions};
use crate::contract::json::{explain, offset};
use crate::diagnostic::rules::{DOUBLED_ID, NOT_A_DATE, UNREADABLE_DATA};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, Span};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// The file as text: what `read` reads.
#[must_use]
pub fn written<'s>(head: &Head, submissions: impl IntoIterator<Item = &'s Submission>) -> String {
    // Strings and numbers under string keys: nothing that could fail.
    let mut text = serde_json::to_string(head).unwrap_or_default() + "\n";
    for submission in submissions {
        text.push_str(&serde_json::to_string(submission).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// Reads the file; none if its first line can't be read.
pub(super) fn read(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<Submissions> {
    let before = diagnostics.mistakes();
    let mut lines = lines(text);
    let (first, range) = lines.next()?;
    let head: Head = parse(first, &range, file, diagnostics)?;
    if head.format != FORMAT {
        let format = head.format;
        let message = say!(
            nb: "Filen er skrevet i form {format}, og denne utgaven av planverk leser form {FORMAT}",
            en: "The file is written in form {format}, and this planverk reads form {FORMAT}"
        );
        tell(Span::new(file, range), message, diagnostics);
        return None;
    }
    let mut read = Submissions { file, head, rows: Vec::new(), head_line: range, is_whole: true };
    for (line, range) in lines {
        if let Some(submission) = parse::<Submission>(line, &range, file, diagnostics) {
            read.rows.push((submission, range));
        }
    }
    check_form(&read, text, diagnostics);
    read.is_whole = diagnostics.mistakes() == before;
    Some(read)
}

/// Lines with words, without their ends.
fn lines(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let trimmed = line.trim_end();
        (!trimmed.is_empty()).then(|| (trimmed, start..start + trimmed.len()))
    })
}

fn parse<'t, T: serde::Deserialize<'t>>(
    line: &'t str,
    range: &Range<usize>,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    match serde_json::from_str(line) {
        Ok(read) => Some(read),
        Err(error) => {
            let start = range.start + offset(line, &error);
            let length = line[start - range.start..].chars().next().map_or(0, char::len_utf8);
            tell(Span::new(file, start..start + length), explain(&error), diagnostics);
            None
        }
    }
}

fn tell(span: Span, message: Say, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
        nb: "Formen står i docs/hearing-files.md: ett svar på hver linje. Resten av filen er lest.",
        en: "The form is in docs/hearing-files.md: a submission to a line. The rest of the file has been read."
    )));
}

/// What a line must be beside its types: ids in their form and each once, a real instant, one target.
fn check_form(read: &Submissions, text: &str, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for (row, (submission, _)) in read.rows.iter().enumerate() {
        let at = |path: &[Step]| read.place(text, row, path);
        let id = &submission.id;
        if submission.number() == 0 || *id != format!("s{}", submission.number()) {
            let message = say!(
                nb: "«{id}» er ingen id for et svar: den skrives s1, s2 …",
                en: "“{id}” is no id of a submission: they are written s1, s2 …"
            );
            tell(at(&[Step::Field("id")]), message, diagnostics);
        }
        once(&mut seen, id, at(&[Step::Field("id")]), diagnostics);
        if submission.instant().is_none() {
            let message = say!(
                nb: "Dette er ikke et tidspunkt: det skrives 2026-03-02T14:05:00+01:00",
                en: "This is no instant: they are written 2026-03-02T14:05:00+01:00"
            );
            diagnostics.push(Diagnostic::at(&NOT_A_DATE, at(&[Step::Field("received")]), message));
        }
        for (number, comment) in submission.comments.iter().enumerate() {
            let path = [Step::Field("comments"), Step::Item(number)];
            let at = |field| at(&[path[0], path[1], Step::Field(field)]);
            once(&mut seen, &comment.id, at("id"), diagnostics);
            if let Some((field, message)) = comment_fault(submission, comment) {
                tell(at(field), message, diagnostics);
            }
        }
        for (number, answer) in submission.answers.iter().enumerate() {
            let question = answer.question;
            if submission.answers[..number].iter().any(|one| one.question == question) {
                let path = [Step::Field("answers"), Step::Item(number), Step::Field("question")];
                let message = say!(
                    nb: "Spørsmål {question} er besvart to ganger i samme svar",
                    en: "Question {question} is answered twice in one submission"
                );
                diagnostics.push(Diagnostic::at(&DOUBLED_ID, at(&path), message));
            }
        }
    }
}

fn comment_fault(submission: &Submission, comment: &Comment) -> Option<(&'static str, Say)> {
    let (id, whole) = (&comment.id, &submission.id);
    let number = id.strip_prefix(whole.as_str()).and_then(|rest| rest.strip_prefix('.'));
    if number.and_then(|number| number.parse::<u32>().ok()).is_none() {
        let message = say!(
            nb: "Kommentaren «{id}» hører til {whole}, og skrives {whole}.1, {whole}.2 …",
            en: "The comment “{id}” belongs to {whole}, and is written {whole}.1, {whole}.2 …"
        );
        return Some(("id", message));
    }
    let message = say!(
        nb: "En kommentar gjelder et avsnitt eller et kapittel, ikke begge",
        en: "A comment is on a block or on a section, not on both"
    );
    (comment.block.is_some() && comment.section.is_some()).then_some(("section", message))
}

fn once<'s>(
    seen: &mut HashMap<&'s str, Span>,
    id: &'s str,
    span: Span,
    diagnostics: &mut Diagnostics,
) {
    if let Some(first) = seen.insert(id, span) {
        let message = say!(nb: "Id-en «{id}» står to ganger i runden", en: "The id “{id}” stands twice in the round");
        diagnostics.push(
            Diagnostic::at(&DOUBLED_ID, span, message)
                .label(first, say!(nb: "her også", en: "here too"))
                .help(say!(
                    nb: "Gi den ene et nytt nummer, høyere enn alle andre.",
                    en: "Give one of them a new number, higher than all others."
                )),
        );
    }
}

/// A step into a line's JSON.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// A field of an object.
    Field(&'static str),
    /// An item of a list, from 0.
    Item(usize),
}

impl Submissions {
    /// Where something stands that a submission says; the whole line where it is not written out.
    #[must_use]
    pub fn place(&self, text: &str, row: usize, path: &[Step]) -> Span {
        let range = self.rows.get(row).map_or(0..0, |(_, range)| range.clone());
        let line = text.get(range.clone()).unwrap_or_default();
        let found = path.iter().try_fold(line, |piece, step| descend(piece, *step));
        let start = found.map(|piece| piece.as_ptr() as usize - line.as_ptr() as usize);
        let span = match (found, start) {
            (Some(piece), Some(start)) => range.start + start..range.start + start + piece.len(),
            _ => range,
        };
        Span::new(self.file, span)
    }

    /// Where a field of the first line stands.
    #[must_use]
    pub fn head_place(&self, text: &str, field: &'static str) -> Span {
        let line = text.get(self.head_line.clone()).unwrap_or_default();
        let found = descend(line, Step::Field(field)).unwrap_or(line);
        let start = self.head_line.start + (found.as_ptr() as usize - line.as_ptr() as usize);
        Span::new(self.file, start..start + found.len())
    }
}

fn descend(piece: &str, step: Step) -> Option<&str> {
    match step {
        Step::Field(name) => {
            let fields: BTreeMap<String, &RawValue> = serde_json::from_str(piece).ok()?;
            fields.get(name).map(|value| value.get())
        }
        Step::Item(place) => {
            let items: Vec<&RawValue> = serde_json::from_str(piece).ok()?;
            items.get(place).map(|value| value.get())
        }
    }
}
