//! A draft as the form and the review show it: finished words, and what is typed as it was typed.

use super::draft::{Draft, LONGEST, Problem};
use super::said::{self, Said};
use crate::contract::hearing::{RespondentKind, Submission};
use crate::hearing::app::App;
use crate::hearing::targets::Round;
use serde::Serialize;

/// A draft as the form and the review show it.
#[derive(Debug, Serialize)]
pub struct DraftView {
    /// Where the form is sent.
    pub action: String,
    /// What names the draft in the browser's own store.
    pub key: String,
    /// The round's page of ours.
    pub round: String,
    /// The round's title.
    pub round_title: String,
    /// Whether it is open, and until when.
    pub standing: String,
    /// What a browser with a script may work for; empty where nothing is asked.
    pub work: String,
    /// What must be changed.
    pub problems: Vec<Problem>,
    draft: Hidden,
    longest: usize,
    comments: Vec<CommentView>,
    questions: Vec<QuestionView>,
    sections: Vec<SectionView>,
    kinds: Vec<KindView>,
    text: String,
    kind: &'static str,
    kind_label: String,
    name: String,
    named: bool,
    consent: bool,
    asks_mail: bool,
    mail: String,
    publishing: String,
    said: Said,
}

#[derive(Debug, Serialize)]
struct Hidden {
    token: String,
    uuid: String,
    code: String,
    version: i64,
}

#[derive(Debug, Serialize)]
struct CommentView {
    number: usize,
    on: String,
    label: String,
    quote: String,
    address: String,
    unknown: bool,
    text: String,
}

#[derive(Debug, Serialize)]
struct QuestionView {
    number: usize,
    text: String,
    answer: String,
}

#[derive(Debug, Serialize)]
struct SectionView {
    id: String,
    title: String,
}

#[derive(Debug, Serialize)]
struct KindView {
    name: &'static str,
    label: String,
    chosen: bool,
}

/// The kinds of respondents in the order in which a form has them.
const KINDS: [RespondentKind; 4] = [
    RespondentKind::Private,
    RespondentKind::Organisation,
    RespondentKind::Council,
    RespondentKind::Service,
];

/// The words for a kind of respondent.
#[must_use]
pub fn kind_label(app: &App, round: Option<&Round>, kind: RespondentKind) -> String {
    app.say(round, &format!("hear_kind_{}", kind.name()), &[])
}

impl DraftView {
    /// A draft with what a page needs beside it; `submission` is what it says, when it is whole.
    #[expect(clippy::too_many_lines, reason = "a view is filled field by field")]
    #[must_use]
    pub fn new(
        app: &App,
        round: &Round,
        draft: &Draft,
        submission: Option<&Submission>,
    ) -> DraftView {
        let say = |key: &str| app.say(Some(round), key, &[]);
        let name = &round.told.round;
        let path = if draft.code.is_empty() {
            format!("horing/{name}/svar")
        } else {
            "horing/mitt".into()
        };
        let public = draft.consent || draft.kind() != RespondentKind::Private;
        let publishing = match (public, draft.named && !draft.name.trim().is_empty()) {
            (false, _) => "hear_not_public",
            (true, true) => "hear_public_named",
            (true, false) => "hear_public_unnamed",
        };
        let questions = round.told.questions.iter().enumerate();
        let kinds = KINDS.into_iter().map(|kind| KindView {
            name: kind.name(),
            label: kind_label(app, Some(round), kind),
            chosen: kind == draft.kind(),
        });
        let sections = round.sections();
        DraftView {
            action: app.at(&path),
            key: if draft.code.is_empty() { name.clone() } else { String::new() },
            round: app.at(&format!("horing/{name}")),
            round_title: round.told.title.clone(),
            standing: super::read::standing(app, round),
            work: String::new(),
            problems: Vec::new(),
            draft: Hidden {
                token: draft.token.clone(),
                uuid: draft.uuid.clone(),
                code: draft.code.clone(),
                version: draft.version,
            },
            longest: LONGEST,
            comments: comments(app, round, draft),
            questions: questions
                .map(|(place, text)| QuestionView {
                    number: place + 1,
                    text: text.clone(),
                    answer: draft.answers.get(place).cloned().unwrap_or_default(),
                })
                .collect(),
            sections: sections
                .map(|(id, title)| SectionView { id: id.into(), title: title.into() })
                .collect(),
            kinds: kinds.collect(),
            text: draft.text.clone(),
            kind: draft.kind().name(),
            kind_label: kind_label(app, Some(round), draft.kind()),
            name: draft.name.clone(),
            named: draft.named,
            consent: draft.consent,
            asks_mail: draft.asks_mail(app),
            mail: if draft.asks_mail(app) { draft.mail.clone() } else { String::new() },
            publishing: say(publishing),
            said: submission.map(|one| said::said(app, Some(round), one)).unwrap_or_default(),
        }
    }
}

fn comments(app: &App, round: &Round, draft: &Draft) -> Vec<CommentView> {
    let comments = draft.comments.iter().enumerate().map(|(place, (on, text))| {
        let about = said::about(app, Some(round), on);
        CommentView {
            number: place + 1,
            on: on.clone(),
            label: about.label,
            quote: about.quote,
            address: about.address,
            unknown: about.unknown,
            text: text.clone(),
        }
    });
    comments.collect()
}
