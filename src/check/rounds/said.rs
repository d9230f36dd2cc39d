//! Submissions: what may be published of them, and whether they are as they were received.

use super::Held;
use crate::check::personal;
use crate::contract::hearing::{
    Piece, REDACTED, RespondentKind, Step, Submission, SubmissionState, Submissions, pieces,
};
use crate::diagnostic::rules::{
    ALTERED_SUBMISSION, LATE_SUBMISSION, NATIONAL_ID, NO_CONSENT, PRIVATE_CONTACT, Rule,
    UNFINISHED_REDACTION, UNKNOWN_REFERENCE,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{Span, oslo_text};

/// A submission that is looked at.
struct Looked<'a> {
    held: &'a Held<'a>,
    file: &'a Submissions,
    row: usize,
    one: &'a Submission,
}

impl Looked<'_> {
    fn at(&self, path: &[Step]) -> Span {
        self.file.place(self.held.text(self.file.file), self.row, path)
    }

    fn tell(
        &self,
        rule: &'static Rule,
        field: &'static str,
        message: Say,
        help: Say,
    ) -> Diagnostic {
        Diagnostic::at(rule, self.at(&[Step::Field(field)]), message).help(help)
    }
}

pub(super) fn check(held: &Held, file: &Submissions, diagnostics: &mut Diagnostics) {
    for (row, (one, _)) in file.rows.iter().enumerate() {
        let looked = Looked { held, file, row, one };
        let told = [
            late(&looked),
            without_consent(&looked),
            altered(&looked),
            unfinished(&looked),
            unknown_original(&looked),
        ];
        told.into_iter().flatten().for_each(|told| diagnostics.push(told));
        unknown_questions(&looked, diagnostics);
        private_data(&looked, diagnostics);
    }
}

/// The rule `late-submission`.
fn late(looked: &Looked) -> Option<Diagnostic> {
    let (closes, received) = (looked.held.hearing.closes_at()?, looked.one.instant()?);
    if received <= closes || !looked.one.late.trim().is_empty() {
        return None;
    }
    let (id, deadline) = (&looked.one.id, oslo_text(closes));
    let message = say!(
        nb: "{id} kom inn etter fristen, som var {deadline}",
        en: "{id} came in after the deadline, which was {deadline}"
    );
    let help = say!(
        nb: "Si hvorfor det ble tatt imot, i feltet late, eller rett tidspunktet.",
        en: "Say why it was accepted, in the field late, or correct the time."
    );
    Some(looked.tell(&LATE_SUBMISSION, "received", message, help))
}

/// The rule `no-consent`.
fn without_consent(looked: &Looked) -> Option<Diagnostic> {
    let one = looked.one;
    let is_private = one.respondent.kind == RespondentKind::Private;
    if !is_private || one.consent || !one.state.is_public() {
        return None;
    }
    let id = &one.id;
    let message = say!(
        nb: "{id} er fra en privatperson som ikke har sagt ja til publisering",
        en: "{id} is a private person's, who has not agreed to its publication"
    );
    let help = say!(
        nb: "Spør, og skriv \"consent\":true, eller hold det tilbake (\"state\":\"withheld\") med en grunn.",
        en: "Ask, and write \"consent\":true, or withhold it (\"state\":\"withheld\") for a reason."
    );
    Some(looked.tell(&NO_CONSENT, "state", message, help))
}

/// The rule `altered-submission`.
fn altered(looked: &Looked) -> Option<Diagnostic> {
    let one = looked.one;
    let can_tell = one.state == SubmissionState::Published && !one.salt.is_empty();
    if !can_tell || one.hashed(&looked.file.head) == one.hash {
        return None;
    }
    let id = &one.id;
    let message = say!(
        nb: "{id} er ikke slik det ble mottatt: kvitteringen (hash) stemmer ikke med ordene",
        en: "{id} is not as it was received: the receipt (hash) does not fit the words"
    );
    let help = say!(
        nb: "Hent teksten fram igjen. Skal noe ut, skriver du ⟦hvorfor⟧ der det sto, setter \"state\":\"redacted\" med en grunn, og sletter salt.",
        en: "Bring the text back. If something must go, write ⟦why⟧ where it stood, set \"state\":\"redacted\" with a reason, and delete salt."
    );
    Some(looked.tell(&ALTERED_SUBMISSION, "hash", message, help))
}

/// The rule `unfinished-redaction`.
fn unfinished(looked: &Looked) -> Option<Diagnostic> {
    let one = looked.one;
    let id = &one.id;
    let marked = one.said().any(|said| said.text.contains(REDACTED));
    let (field, message) = match one.state {
        SubmissionState::Published if marked => (
            "state",
            say!(nb: "{id} har ord som er tatt ut, men står som publisert slik det kom", en: "{id} has words taken out, but is told to be as it came"),
        ),
        SubmissionState::Redacted if !marked => (
            "state",
            say!(nb: "{id} står som sladdet, men ingenting er merket ⟦hvorfor⟧", en: "{id} is told to be redacted, but nothing is marked ⟦why⟧"),
        ),
        state if state.needs_reason() && one.reason.trim().is_empty() => (
            "state",
            say!(nb: "{id} sier ikke hvorfor noe er holdt tilbake (reason)", en: "{id} does not say why something is held back (reason)"),
        ),
        state if state.needs_reason() && !one.salt.is_empty() => (
            "salt",
            say!(nb: "{id} har fortsatt saltet sitt: med det kan det som er tatt ut, gjettes", en: "{id} still has its salt: with it, what was taken out can be guessed"),
        ),
        _ => return None,
    };
    let help = say!(
        nb: "Det som tas ut, erstattes av ⟦hvorfor⟧, state blir redacted, reason sier grunnen, og salt slettes.",
        en: "What is taken out is replaced by ⟦why⟧, state becomes redacted, reason says why, and salt is deleted."
    );
    Some(looked.tell(&UNFINISHED_REDACTION, field, message, help))
}

fn unknown_original(looked: &Looked) -> Option<Diagnostic> {
    let one = looked.one;
    let original = &one.duplicate_of;
    if original.is_empty()
        || *original != one.id && looked.file.all().any(|other| other.id == *original)
    {
        return None;
    }
    let id = &one.id;
    let message = say!(
        nb: "{id} skal si det samme som «{original}», men det er ikke noe annet svar her",
        en: "{id} should say the same as “{original}”, but that is no other submission here"
    );
    let help =
        say!(nb: "Rett id-en, eller ta feltet bort.", en: "Correct the id, or remove the field.");
    Some(looked.tell(&UNKNOWN_REFERENCE, "duplicate_of", message, help))
}

fn unknown_questions(looked: &Looked, diagnostics: &mut Diagnostics) {
    let count = looked.held.hearing.questions.len();
    for (place, answer) in looked.one.answers.iter().enumerate() {
        let question = answer.question;
        if question == 0 || question as usize > count {
            let path = [Step::Field("answers"), Step::Item(place), Step::Field("question")];
            let message = say!(
                nb: "Høringen har {count} spørsmål, og ikke noe nummer {question}",
                en: "The hearing has {count} questions, and no number {question}"
            );
            diagnostics.push(Diagnostic::at(&UNKNOWN_REFERENCE, looked.at(&path), message));
        }
    }
}

/// The rules `national-id` and `private-contact` for what is to be published: why something is held back is, whatever
/// is held back.
fn private_data(looked: &Looked, diagnostics: &mut Diagnostics) {
    let settings = &looked.held.input.plan.settings;
    let one = looked.one;
    let mut texts = vec![(vec![Step::Field("reason")], &one.reason)];
    if one.state.is_public() {
        texts.extend(one.answers.iter().enumerate().map(|(place, answer)| {
            (vec![Step::Field("answers"), Step::Item(place), Step::Field("text")], &answer.text)
        }));
        texts.extend(one.comments.iter().enumerate().map(|(place, comment)| {
            (vec![Step::Field("comments"), Step::Item(place), Step::Field("text")], &comment.text)
        }));
        texts.push((vec![Step::Field("text")], &one.text));
        texts.push((vec![Step::Field("late")], &one.late));
        texts.push((vec![Step::Field("respondent"), Step::Field("name")], &one.respondent.name));
    }
    for (path, text) in texts {
        // What stands where something was taken out is read too.
        let words = pieces(text).map(|piece| match piece {
            Piece::Words(words) | Piece::Redacted(words) => words,
        });
        let found: Vec<personal::Private> =
            words.flat_map(|words| personal::private_in(words, settings)).collect();
        let id = &one.id;
        if found.contains(&personal::Private::Identity) {
            let message = say!(nb: "{id} har et fødselsnummer i seg, og skal publiseres", en: "{id} holds a national identity number, and is to be published");
            tell_private(looked, &NATIONAL_ID, &path, message, diagnostics);
        }
        if found.contains(&personal::Private::Contact) {
            let message = say!(nb: "{id} har et privat telefonnummer eller en privat e-postadresse i seg, og skal publiseres", en: "{id} holds a private phone number or e-mail address, and is to be published");
            tell_private(looked, &PRIVATE_CONTACT, &path, message, diagnostics);
        }
    }
}

fn tell_private(
    looked: &Looked,
    rule: &'static Rule,
    path: &[Step],
    message: Say,
    diagnostics: &mut Diagnostics,
) {
    diagnostics.push(Diagnostic::at(rule, looked.at(path), message).help(say!(
        nb: "Ta det ut: skriv ⟦telefonnummer⟧ eller hva det var, sett \"state\":\"redacted\" med en grunn, og slett salt.",
        en: "Take it out: write ⟦phone number⟧ or what it was, set \"state\":\"redacted\" with a reason, and delete salt."
    )));
}
