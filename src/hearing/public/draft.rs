//! What somebody is writing: read from a form, shown in it again, and made a submission when it is whole.
//!
//! Nothing typed is ever dropped on the way: a draft keeps what can't be used too, and says what is wrong with it.

use crate::contract::hearing::{Answer, Channel, Comment, Respondent, RespondentKind};
use crate::contract::hearing::{Submission, SubmissionState, clean};
use crate::hearing::app::App;
use crate::hearing::http::fields::Fields;
use crate::hearing::mail::is_address;
use crate::hearing::records::Kept;
use crate::hearing::secrets;
use crate::hearing::targets::Round;
use serde::Serialize;

/// The longest single text, in characters.
pub const LONGEST: usize = 10_000;

/// The longest name, in characters.
const LONGEST_NAME: usize = 200;

/// The most comments in one submission.
const MOST_COMMENTS: usize = 40;

/// What somebody is writing.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// When the form was made, signed.
    pub token: String,
    /// The number that the browser made, or we for it.
    pub uuid: String,
    /// The code of the submission that is changed; empty for a new one.
    pub code: String,
    /// The version that is changed.
    pub version: i64,
    /// A field that people do not see.
    pub trap: String,
    /// What the browser found, where a proof of work was asked for.
    pub work: String,
    pub(super) kind: Option<RespondentKind>,
    pub(super) name: String,
    pub(super) named: bool,
    pub(super) consent: bool,
    /// Where the receipt is to be sent; empty for nowhere.
    pub mail: String,
    pub(super) answers: Vec<String>,
    /// Id and comment.
    pub(super) comments: Vec<(String, String)>,
    pub(super) text: String,
}

/// Something that must be changed first: the field's id, and what to do.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// The id of the field; empty for the whole form.
    pub at: String,
    /// What to do.
    pub text: String,
}

impl Draft {
    /// What a form sent.
    #[must_use]
    pub fn read(fields: &Fields) -> Draft {
        let text = |name: &str| fields.get(name).to_string();
        let uuid = text("uuid");
        let on = fields.all("on").map(str::to_string).chain(std::iter::repeat(String::new()));
        Draft {
            token: text("token"),
            uuid: if secrets::is_uuid(&uuid) { uuid } else { String::new() },
            code: text("code"),
            version: fields.number("version").unwrap_or(0),
            trap: text("website"),
            work: text("work"),
            kind: RespondentKind::named(fields.get("kind")),
            name: text("name"),
            named: fields.has("named"),
            consent: fields.has("consent"),
            mail: fields.get("mail").trim().to_string(),
            answers: fields.all("answer").map(str::to_string).collect(),
            comments: on.zip(fields.all("comment").map(str::to_string)).collect(),
            text: text("text"),
        }
    }

    /// What was received, to be changed with its code.
    #[must_use]
    pub fn of(kept: &Kept, code: &str, round: &Round) -> Draft {
        let body = &kept.body;
        let mut answers = vec![String::new(); round.told.questions.len()];
        for answer in &body.answers {
            let place = usize::try_from(answer.question).unwrap_or(0);
            if let Some(slot) = place.checked_sub(1).and_then(|place| answers.get_mut(place)) {
                slot.clone_from(&answer.text);
            }
        }
        let comments = body.comments.iter();
        Draft {
            code: code.to_string(),
            version: kept.version,
            kind: Some(body.respondent.kind),
            name: body.respondent.name.clone(),
            named: body.respondent.named,
            consent: body.consent,
            answers,
            comments: comments
                .map(|one| (one.target().unwrap_or_default().to_string(), one.text.clone()))
                .collect(),
            text: body.text.clone(),
            ..Draft::default()
        }
    }

    /// Adds a comment on a place, unless there is an empty one already.
    pub fn add(&mut self, on: &str) {
        let waits = self.comments.iter().any(|(own, text)| own == on && text.trim().is_empty());
        if !waits && self.comments.len() < MOST_COMMENTS {
            self.comments.push((on.to_string(), String::new()));
        }
    }

    /// Everything that was typed, to be shown where it can't be sent.
    #[must_use]
    pub fn typed(&self) -> Vec<String> {
        let comments = self.comments.iter().map(|(_, text)| text);
        let all = comments.chain(&self.answers).chain([&self.text]);
        all.filter(|text| !text.trim().is_empty()).cloned().collect()
    }

    /// The submission, or what must be changed before it is one.
    ///
    /// # Errors
    ///
    /// All that must be changed.
    pub fn submission(&self, app: &App, round: &Round) -> Result<Submission, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut tell = |at: String, key: &str| {
            problems.push(Problem { at, text: app.say(Some(round), key, &[]) });
        };
        let long = |text: &str, most: usize| text.chars().count() > most;
        let mut comments = Vec::new();
        for (place, (on, text)) in self.comments.iter().enumerate() {
            let text = clean(text);
            if text.trim().is_empty() {
                continue;
            }
            if !on.is_empty() && round.words(on).is_none() {
                tell(format!("on-{}", place + 1), "hear_wrong_place");
            }
            if long(&text, LONGEST) {
                tell(format!("comment-{}", place + 1), "hear_wrong_long");
            }
            comments.push(comment(round, on, text));
        }
        if comments.len() > MOST_COMMENTS {
            tell(String::new(), "hear_wrong_many");
        }
        let answers: Vec<String> = self.answers.iter().map(|answer| clean(answer)).collect();
        for (place, _) in answers.iter().enumerate().filter(|(_, text)| long(text, LONGEST)) {
            tell(format!("answer-{}", place + 1), "hear_wrong_long");
        }
        let name = self.person(app, &mut tell);
        let text = clean(&self.text);
        if long(&text, LONGEST) {
            tell("text".to_string(), "hear_wrong_long");
        }
        let answers = answers.into_iter().take(round.told.questions.len()).zip(1..);
        let answers: Vec<Answer> = answers
            .filter(|(text, _)| !text.trim().is_empty())
            .map(|(text, question)| Answer { question, text })
            .collect();
        if comments.is_empty() && answers.is_empty() && text.trim().is_empty() {
            tell("text".to_string(), "hear_wrong_empty");
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let respondent =
            Respondent { kind: self.kind(), named: self.named && !name.is_empty(), name };
        Ok(received(respondent, self.consent, answers, (comments, text)))
    }

    /// The name, on one line; tells what is wrong with it, and with the address for the receipt.
    fn person(&self, app: &App, tell: &mut impl FnMut(String, &str)) -> String {
        let name = clean(&self.name).split_whitespace().collect::<Vec<_>>().join(" ");
        if name.chars().count() > LONGEST_NAME {
            tell("name".to_string(), "hear_wrong_name");
        }
        if self.asks_mail(app) && !self.mail.is_empty() && !is_address(&self.mail) {
            tell("mail".to_string(), "hear_wrong_mail");
        }
        name
    }

    /// What a proof of work is made for.
    #[must_use]
    pub fn task(&self) -> String {
        format!("{}:{}", self.token, self.uuid)
    }

    /// Whether the form asks where to send a receipt.
    #[must_use]
    pub fn asks_mail(&self, app: &App) -> bool {
        app.config.mail.is_some() && self.code.is_empty()
    }

    /// Who answers: a private person, unless something else was chosen.
    #[must_use]
    pub fn kind(&self) -> RespondentKind {
        self.kind.unwrap_or(RespondentKind::Private)
    }
}

fn comment(round: &Round, on: &str, text: String) -> Comment {
    let id = String::new();
    let on = Some(on.to_string()).filter(|on| !on.is_empty());
    let is_section = on.as_deref().is_some_and(|on| round.is_section(on));
    let (section, block) = if is_section { (on, None) } else { (None, on) };
    Comment { id, block, section, text }
}

fn received(
    respondent: Respondent,
    consent: bool,
    answers: Vec<Answer>,
    (comments, text): (Vec<Comment>, String),
) -> Submission {
    Submission {
        id: String::new(),
        received: String::new(),
        channel: Channel::Web,
        respondent,
        consent,
        state: SubmissionState::Received,
        reason: String::new(),
        late: String::new(),
        answers,
        comments,
        text,
        hash: String::new(),
        salt: String::new(),
        duplicate_of: String::new(),
    }
}
