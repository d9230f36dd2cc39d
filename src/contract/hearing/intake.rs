//! What somebody typed of answers that came on paper, by mail or at a meeting: tables and TOML become submissions.
//!
//! 1. A table has a row for each thing said; rows with the same number are one submission. `sheet` reads a CSV
//!    file or the sheets of a workbook, `toml` the same from TOML. Both give [`Noted`] rows, each with its place.
//! 2. Rows become submissions. All that is wrong is told at its cell, and then nothing is taken in.
//! 3. Words are cleaned, ids follow those that the round has, and what says the same as another is told.
//!
//! Whatever the table says, a submission that comes in this way is `received`: nobody has looked at it.

mod sheet;
mod typed;

use super::{
    Answer, Channel, Comment, FORMAT, Head, Respondent, RespondentKind, Submission,
    SubmissionState, Submissions, clean,
};
use crate::contract::{Version, normal};
use crate::diagnostic::rules::{
    MISSING_FIELD, NOT_A_DATE, UNKNOWN_CHOICE, UNKNOWN_REFERENCE, WRONG_TYPE,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, SourceFile, Span, When, nearest, oslo, oslo_text};
use crate::vocabulary::{ChoiceSet, find, is_same};
use std::collections::HashMap;

pub use sheet::{COLUMNS, Column};

/// The rule of what can't be read at all.
const UNREADABLE: &crate::diagnostic::rules::Rule = &crate::diagnostic::rules::UNREADABLE_DATA;

/// Where a round's answers go.
pub struct Intake<'a> {
    /// The round's name.
    pub round: &'a str,
    /// The heard version.
    pub version: &'a Version,
    /// How many questions were asked.
    pub questions: usize,
    /// What has come in before.
    pub before: Option<&'a Submissions>,
    /// Makes a salt: 32 random hexadecimal digits.
    pub salt: &'a dyn Fn() -> String,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Taken {
    /// New submissions, with ids, in the order of the files.
    pub new: Vec<Submission>,
    /// Submissions that the round has already, word for word and from the same instant: left out.
    pub known: Vec<String>,
}

/// Something said, as it was noted.
#[derive(Debug, Clone, Default)]
pub(super) struct Noted {
    /// The submission that it belongs to: a number or any other mark.
    mark: String,
    /// Fields by their column, as written, with their places.
    cells: HashMap<&'static str, (String, Span)>,
    /// Where it stands as a whole.
    span: Option<Span>,
}

/// Reads files; each id is a place among them. When anything is told, nothing should be taken in.
#[must_use]
pub fn take_in(files: &[SourceFile], intake: &Intake, diagnostics: &mut Diagnostics) -> Taken {
    let mut taken = Taken::default();
    let mut next = intake.before.iter().flat_map(|one| one.all()).map(Submission::number).max();
    for (place, file) in files.iter().enumerate() {
        let id = FileId::at(place);
        let is_toml = file.path.to_lowercase().ends_with(".toml");
        let noted = match is_toml {
            true => typed::read(id, &file.text, diagnostics),
            false => sheet::read(id, file, diagnostics),
        };
        for rows in grouped(noted) {
            let number = next.unwrap_or(0) + 1;
            let mut reader = Reader { intake, rows: &rows, diagnostics };
            let Some(mut submission) = reader.submission(number) else { continue };
            let head = head(intake);
            submission.salt = (intake.salt)();
            submission.hash = submission.hashed(&head);
            let doubles = doubles(intake, &taken.new, &submission);
            if let Some((known, _)) = doubles.iter().find(|(_, at)| *at == submission.received) {
                taken.known.push(known.clone());
                continue;
            }
            submission.duplicate_of =
                doubles.into_iter().next().map_or(String::new(), |(id, _)| id);
            next = Some(number);
            taken.new.push(submission);
        }
    }
    taken
}

/// The first line of the round's file.
#[must_use]
pub fn head(intake: &Intake) -> Head {
    let kept = intake.before.map(|before| before.head.clone());
    let (round, version) = (intake.round.to_string(), intake.version.name.clone());
    kept.unwrap_or(Head { format: FORMAT, round, version })
}

/// Rows of the same submission together, in order of first appearance.
fn grouped(noted: Vec<Noted>) -> Vec<Vec<Noted>> {
    let mut groups: Vec<Vec<Noted>> = Vec::new();
    for row in noted {
        let own = groups.iter().position(|group| group[0].mark == row.mark);
        match own {
            Some(own) if !row.mark.is_empty() => groups[own].push(row),
            _ => groups.push(vec![row]),
        }
    }
    groups
}

/// The submissions with the same words, the first of them first: their ids, and when they came.
fn doubles(intake: &Intake, new: &[Submission], one: &Submission) -> Vec<(String, String)> {
    let before = intake.before.iter().flat_map(|before| before.all()).chain(new);
    let same = before.filter(|other| says_the_same(other, one));
    same.map(|same| (same.id.clone(), same.received.clone())).collect()
}

/// Whether two submissions have the same words, whoever sent them.
fn says_the_same(one: &Submission, other: &Submission) -> bool {
    let words = |submission: &Submission| {
        let said = submission.said();
        let mut words: Vec<String> =
            said.map(|said| normal(said.text)).filter(|words| !words.is_empty()).collect();
        words.sort_unstable();
        words
    };
    let own = words(one);
    !own.is_empty() && own == words(other)
}

/// A submission that is being read.
struct Reader<'r, 'd> {
    intake: &'r Intake<'r>,
    rows: &'r [Noted],
    diagnostics: &'d mut Diagnostics,
}

impl Reader<'_, '_> {
    fn submission(&mut self, number: u32) -> Option<Submission> {
        let before = self.diagnostics.mistakes();
        let received = self.received();
        let channel = self.choice("channel", "channel").and_then(Channel::named);
        let kind = self.choice("who", "respondent").and_then(RespondentKind::named);
        let name = self.cell("name").map_or(String::new(), |(name, _)| clean(&name));
        let named = self.flag("named");
        let consent = self.flag("consent");
        let late = self.cell("late").map_or(String::new(), |(late, _)| clean(&late));
        let id = format!("s{number}");
        let mut submission = Submission {
            id,
            received: received.unwrap_or_default(),
            channel: channel.unwrap_or(Channel::Paper),
            respondent: Respondent { kind: kind.unwrap_or(RespondentKind::Private), name, named },
            consent,
            state: SubmissionState::Received,
            reason: String::new(),
            late,
            answers: Vec::new(),
            comments: Vec::new(),
            text: String::new(),
            hash: String::new(),
            salt: String::new(),
            duplicate_of: String::new(),
        };
        for row in self.rows {
            self.said(row, &mut submission);
        }
        if submission.said().next().is_none() {
            let message = say!(nb: "Svaret har ingen tekst", en: "The submission has no text");
            self.tell(&MISSING_FIELD, self.rows[0].span, message);
        }
        (self.diagnostics.mistakes() == before).then_some(submission)
    }

    /// What a field of the whole submission says: its rows must agree.
    fn cell(&mut self, name: &'static str) -> Option<(String, Span)> {
        let mut found: Option<(String, Span)> = None;
        let cells: Vec<(String, Span)> =
            self.rows.iter().filter_map(|row| row.cells.get(name).cloned()).collect();
        for (text, span) in cells {
            match &found {
                None => found = Some((text, span)),
                Some((first, _)) if *first != text => {
                    let message = say!(
                        nb: "Radene i samme svar er ikke enige: her «{text}», over «{first}»",
                        en: "The rows of one submission do not agree: “{text}” here, “{first}” above"
                    );
                    self.tell(&WRONG_TYPE, Some(span), message);
                }
                Some(_) => {}
            }
        }
        found
    }

    fn received(&mut self) -> Option<String> {
        let Some((written, span)) = self.cell("received") else {
            let message = say!(nb: "Det står ikke når svaret kom", en: "It does not say when the submission came");
            self.tell(&MISSING_FIELD, self.rows[0].span, message);
            return None;
        };
        let read = instant(&written);
        if read.is_none() {
            let message = say!(
                nb: "«{written}» er ikke et tidspunkt: skriv 02.03.2026 14:05 eller 2026-03-02 14:05",
                en: "“{written}” is no time: write 2026-03-02 14:05 or 02.03.2026 14:05"
            );
            self.tell(&NOT_A_DATE, Some(span), message);
        }
        read
    }

    fn choice(&mut self, name: &'static str, set: &str) -> Option<&'static str> {
        let words = ChoiceSet::named(set).map_or(&[][..], |set| set.words);
        let nb: Vec<_> = words.iter().map(|word| word.nb[0]).collect();
        let en: Vec<_> = words.iter().map(|word| word.name).collect();
        let (nb, en) = (nb.join(", "), en.join(", "));
        let Some((written, span)) = self.cell(name) else {
            let message = say!(nb: "Her mangler ett av: {nb}", en: "One of these is missing: {en}");
            self.tell(&MISSING_FIELD, self.rows[0].span, message);
            return None;
        };
        let word = find(words, &written);
        if word.is_none() {
            let message = say!(nb: "«{written}» kan ikke stå her, bare {nb}", en: "“{written}” can't stand here, only {en}");
            self.tell(&UNKNOWN_CHOICE, Some(span), message);
        }
        word.map(|word| word.name)
    }

    fn flag(&mut self, name: &'static str) -> bool {
        let Some((written, span)) = self.cell(name) else { return false };
        let is = |words: &[&str]| words.iter().any(|word| is_same(word, &written));
        if is(&["ja", "jo", "yes", "true", "x", "1"]) {
            return true;
        }
        if !is(&["nei", "nej", "no", "false", "0"]) {
            let message = say!(nb: "Her står ja eller nei, ikke «{written}»", en: "Here stands yes or no, not “{written}”");
            self.tell(&WRONG_TYPE, Some(span), message);
        }
        false
    }

    /// One thing said: where it belongs, and its words.
    fn said(&mut self, row: &Noted, submission: &mut Submission) {
        let Some((text, _)) = row.cells.get("text") else { return };
        let text = clean(text);
        let Some((about, span)) = row.cells.get("about") else {
            let parts = [std::mem::take(&mut submission.text), text];
            submission.text = clean(&parts.join("\n\n"));
            return;
        };
        let id = format!("{}.{}", submission.id, submission.comments.len() + 1);
        let comment = Comment { id, block: None, section: None, text };
        if ["planen", "hele planen", "plan", "the plan", "planar"]
            .iter()
            .any(|word| is_same(word, about))
        {
            submission.comments.push(comment);
        } else if let Some(question) = question(about) {
            let is_asked = question >= 1 && question as usize <= self.intake.questions;
            if !is_asked || submission.answers.iter().any(|one| one.question == question) {
                let count = self.intake.questions;
                let message = match is_asked {
                    true => {
                        say!(nb: "Spørsmål {question} er besvart før i samme svar", en: "Question {question} is answered before in the same submission")
                    }
                    false => {
                        say!(nb: "Høringen har {count} spørsmål, og ikke noe nummer {question}", en: "The hearing has {count} questions, and no number {question}")
                    }
                };
                self.tell(&UNKNOWN_REFERENCE, Some(*span), message);
            }
            submission.answers.push(Answer { question, text: comment.text });
        } else {
            self.target(about, *span, comment, submission);
        }
    }

    fn target(
        &mut self,
        about: &str,
        span: Span,
        mut comment: Comment,
        submission: &mut Submission,
    ) {
        let id = about.trim().to_lowercase();
        match self.intake.version.blocks.iter().find(|block| block.id == id) {
            Some(block) if block.kind.opens_section() => comment.section = Some(id),
            Some(_) => comment.block = Some(id),
            None => {
                let version = &self.intake.version.name;
                let message = say!(
                    nb: "Versjonen «{version}» har ikke noe avsnitt «{about}»",
                    en: "The version “{version}” has no block “{about}”"
                );
                let near =
                    nearest(&id, self.intake.version.blocks.iter().map(|one| one.id.as_str()));
                let help = match near {
                    Some(near) => {
                        say!(nb: "Mente du {near}? Eller la cellen stå tom for fri tekst, eller skriv «planen» eller «spørsmål 2».", en: "Did you mean {near}? Or leave the cell empty for free text, or write “plan” or “question 2”.")
                    }
                    None => {
                        say!(nb: "Skriv id-en til et avsnitt (b17), «planen» eller «spørsmål 2», eller la cellen stå tom for fri tekst.", en: "Write a block's id (b17), “plan” or “question 2”, or leave the cell empty for free text.")
                    }
                };
                self.diagnostics.push(Diagnostic::at(&UNKNOWN_REFERENCE, span, message).help(help));
            }
        }
        submission.comments.push(comment);
    }

    fn tell(
        &mut self,
        rule: &'static crate::diagnostic::rules::Rule,
        span: Option<Span>,
        message: Say,
    ) {
        let span = span.unwrap_or(Span::new(FileId(0), 0..0));
        self.diagnostics.push(Diagnostic::at(rule, span, message));
    }
}

/// The question that is meant by `spørsmål 2`, `question 2`, `fråga 2` or `2`.
fn question(about: &str) -> Option<u32> {
    let word = |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '.' | ':');
    let number = about.trim_start_matches(word);
    let before = about[..about.len() - number.len()].trim_end_matches(['.', ':', ' ']);
    let is_question = before.is_empty()
        || ["spørsmål", "spørsmålet", "question", "fråga", "gažaldat"]
            .iter()
            .any(|one| is_same(one, before));
    number.trim().parse().ok().filter(|_| is_question)
}

/// An instant as people write it: ISO, or day first; without an offset it is Oslo's time, without a time noon.
fn instant(written: &str) -> Option<String> {
    let written = written.trim();
    if written.parse::<jiff::Timestamp>().is_ok() {
        return Some(written.to_string());
    }
    let (day, time) = written.split_once([' ', 'T']).unwrap_or((written, "12:00"));
    let day = match day.split('.').collect::<Vec<_>>()[..] {
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => day.to_string(),
    };
    let time = time.trim().trim_start_matches("kl.").trim_start_matches("kl").trim();
    let time = time.replace('.', ":");
    let time =
        if time.matches(':').count() > 1 { time[..time.rfind(':')?].to_string() } else { time };
    match When::parse(&format!("{day}T{time:0>5}")) {
        Ok(When::Moment(moment)) => Some(oslo_text(oslo(moment))),
        _ => None,
    }
}
