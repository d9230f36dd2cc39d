//! Assessment: everything that was said in a round and may be answered, many at once or one by one.

use super::now::{self, Now};
use super::queue::{Choice, chosen_round};
use super::{Shared, Signed, frame};
use crate::contract::hearing::{Said, Submission, SubmissionState, Verdict, What};
use crate::hearing::accounts::Person;
use crate::hearing::app::{App, Asked};
use crate::hearing::decisions::{self, Assessed};
use crate::hearing::public::said;
use crate::hearing::records::{self, Kept};
use crate::hearing::store::Trouble;
use crate::hearing::targets::Round;
use axum::extract::{Extension, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use std::collections::HashMap;

/// How many things are shown at a time.
const PAGE: usize = 100;

/// The longest reason, in characters.
const LONGEST: usize = 4_000;

#[derive(Serialize)]
struct View {
    action: String,
    rounds: Vec<Choice>,
    show: &'static str,
    left: usize,
    total: usize,
    items: Vec<Item>,
    after: String,
    more: String,
    results: Vec<Choice>,
    reason: String,
    changed: String,
    notice: String,
    is_problem: bool,
}

#[derive(Serialize)]
struct Item {
    id: String,
    submission: String,
    link: String,
    version: i64,
    chosen: bool,
    label: String,
    quote: String,
    now: Option<Now>,
    pieces: Vec<said::Shown>,
    result: String,
    result_label: String,
    reason: String,
    changed: String,
    by: String,
}

/// Shows what is to be assessed.
pub(super) async fn show(State(app): Shared, Extension(who): Signed, asked: Asked) -> Response {
    page(&app, &who, &asked, ("", false)).await
}

/// Assesses what was ticked.
pub(super) async fn save(State(app): Shared, Extension(who): Signed, asked: Asked) -> Response {
    let known = app.known();
    let Some(round) = chosen_round(&known.rounds, asked.fields.get("round")) else {
        return app.message(StatusCode::OK, "hear_no_rounds_yet", None);
    };
    let assessed = match read(&asked, &who) {
        Ok(assessed) => assessed,
        Err(key) => return page(&app, &who, &asked, (key, true)).await,
    };
    let (name, now) = (round.told.round.clone(), asked.now);
    let done = app.store.write(move |db| {
        let mut all = true;
        for one in &assessed {
            all &= decisions::assess(db, &name, one, now)?;
        }
        Ok(all)
    });
    match done.await {
        Ok(all) => {
            app.decided.notify_one();
            let key = if all { "hear_done" } else { "hear_some_were_first" };
            page(&app, &who, &asked, (key, !all)).await
        }
        Err(trouble) => app.unavailable(&trouble),
    }
}

fn read(asked: &Asked, who: &Person) -> Result<Vec<Assessed>, &'static str> {
    let result = Verdict::named(asked.fields.get("result")).ok_or("hear_choose_result")?;
    let reason: String = asked.fields.get("reason").trim().chars().take(LONGEST).collect();
    if reason.is_empty() && result != Verdict::Taken {
        return Err("hear_give_reason");
    }
    let changed = asked.fields.get("changed").split([' ', ',', '\n', '\r']);
    let changed: Vec<String> =
        changed.filter(|id| !id.is_empty()).map(|id| id.to_ascii_lowercase()).collect();
    let is_block =
        |id: &String| id.strip_prefix('b').is_some_and(|number| number.parse::<u32>().is_ok());
    if !changed.iter().all(is_block) {
        return Err("hear_wrong_block");
    }
    let one = |item: &str| Assessed {
        item: item.to_string(),
        result: result.name().to_string(),
        reason: reason.clone(),
        changed: changed.clone(),
        by: who.name.clone(),
        at: 0,
        version: asked.fields.number(&format!("version-{item}")).unwrap_or(0),
    };
    let items: Vec<Assessed> = asked
        .fields
        .all("item")
        .filter(|item| asked.fields.has(&format!("version-{item}")))
        .map(one)
        .collect();
    if items.is_empty() { Err("hear_tick_some") } else { Ok(items) }
}

async fn page(app: &App, who: &Person, asked: &Asked, notice: (&str, bool)) -> Response {
    let known = app.known();
    let Some(round) = chosen_round(&known.rounds, asked.fields.get("round")) else {
        return app.message(StatusCode::OK, "hear_no_rounds_yet", None);
    };
    match view(app, round, asked, notice).await {
        Ok(mut view) => {
            view.rounds = known.rounds.values().map(|other| choice(other, round)).collect();
            let status = if notice.1 { StatusCode::CONFLICT } else { StatusCode::OK };
            let title = app.say(Some(round), "hear_assessment", &[]);
            let frame = frame(app, who, Some(round), &title, "assess");
            app.page(status, "assess.html", &frame, &view)
        }
        Err(trouble) => app.unavailable(&trouble),
    }
}

fn choice(other: &Round, round: &Round) -> Choice {
    Choice {
        value: other.told.round.clone(),
        label: other.told.title.clone(),
        chosen: other.told.round == round.told.round,
        link: String::new(),
    }
}

async fn view(
    app: &App,
    round: &Round,
    asked: &Asked,
    (notice, is_problem): (&str, bool),
) -> Result<View, Trouble> {
    let name = round.told.round.clone();
    let read = app
        .store
        .read(move |db| Ok((records::all(db, &name)?, decisions::assessments(db, &name)?)));
    let (kept, assessed) = read.await?;
    let of = asked.fields.get("of");
    let ticked: Vec<&str> = asked.fields.all("item").collect();
    let Part { mut items, left, total, after, more } = part(app, round, asked, (&kept, &assessed));
    // After a mistake the boxes are as they were; one that is asked for by name is ticked from the start.
    for item in &mut items {
        item.chosen = item.id == of || is_problem && ticked.contains(&item.id.as_str());
    }
    let one = items.iter().find(|item| item.id == of && !item.result.is_empty());
    let filled = |name: &str, own: fn(&Item) -> &String| match (is_problem, one) {
        (true, _) => asked.fields.get(name).to_string(),
        (false, Some(one)) => own(one).clone(),
        (false, None) => String::new(),
    };
    let result = filled("result", |item| &item.result);
    let results = Verdict::ALL.into_iter().map(|verdict| Choice {
        value: verdict.name().to_string(),
        label: app.say(Some(round), &format!("hear_result_{}", verdict.name()), &[]),
        chosen: verdict.name() == result,
        link: String::new(),
    });
    Ok(View {
        action: app.at("intern/vurdering"),
        rounds: Vec::new(),
        show: if shows_all(asked) { "all" } else { "" },
        left,
        total,
        results: results.collect(),
        reason: filled("reason", |item| &item.reason),
        changed: filled("changed", |item| &item.changed),
        notice: if notice.is_empty() { String::new() } else { app.say(Some(round), notice, &[]) },
        is_problem,
        items,
        after,
        more,
    })
}

/// As much of what is asked for as a page holds.
struct Part {
    items: Vec<Item>,
    left: usize,
    total: usize,
    /// The thing that the page goes on after; empty for the beginning.
    after: String,
    more: String,
}

fn shows_all(asked: &Asked) -> bool {
    asked.fields.get("show") == "all"
}

fn part(app: &App, round: &Round, asked: &Asked, (kept, assessed): (&[Kept], &[Assessed])) -> Part {
    let of = asked.fields.get("of");
    let answers: HashMap<&str, &Assessed> =
        assessed.iter().map(|one| (one.item.as_str(), one)).collect();
    let things = kept.iter().filter(|kept| is_answered_here(kept)).flat_map(things);
    let mut things: Vec<(usize, Thing<'_>)> = things.enumerate().collect();
    let is_new = |thing: &Thing<'_>| !answers.contains_key(thing.id.as_str());
    let left = things.iter().filter(|(_, thing)| is_new(thing)).count();
    let total = things.len();
    // Somebody else may assess what came before meanwhile: it goes on after a thing, not after so many of them.
    let after = asked.fields.get("after");
    let first = things.iter().position(|(_, thing)| thing.id == after).map_or(0, |at| at + 1);
    things.retain(|(_, thing)| {
        let is_asked_for = of.is_empty() || thing.kept.id() == of || thing.id == of;
        is_asked_for && (shows_all(asked) || !of.is_empty() || is_new(thing))
    });
    let begins = things.partition_point(|(place, _)| *place < first);
    let (begins, after) = if begins < things.len() { (begins, after) } else { (0, "") };
    let shown = &things[begins..things.len().min(begins + PAGE)];
    let is_more = begins + PAGE < things.len();
    let last = shown.last().filter(|_| is_more).map(|(_, thing)| thing.id.as_str());
    let items =
        shown.iter().map(|(_, one)| item(app, round, one, answers.get(one.id.as_str()).copied()));
    Part {
        items: items.collect(),
        left,
        total,
        after: after.to_string(),
        more: last.map(|last| further(app, round, asked, last)).unwrap_or_default(),
    }
}

/// The page with what comes after a thing.
fn further(app: &App, round: &Round, asked: &Asked, after: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("round", &round.told.round)
        .append_pair("show", if shows_all(asked) { "all" } else { "" })
        .append_pair("of", asked.fields.get("of"))
        .append_pair("after", after)
        .finish();
    app.at(&format!("intern/vurdering?{query}"))
}

/// The page on which one thing is assessed.
fn link(app: &App, round: &Round, id: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("round", &round.told.round)
        .append_pair("of", id)
        .finish();
    app.at(&format!("intern/vurdering?{query}"))
}

/// Published ones are answered; one that says the same as another is answered there.
fn is_answered_here(kept: &Kept) -> bool {
    SubmissionState::named(&kept.state).is_some_and(SubmissionState::is_public)
        && kept.duplicate_of.is_none()
}

/// One thing that was said, and may be answered.
struct Thing<'k> {
    kept: &'k Kept,
    said: Said<'k>,
    id: String,
}

fn things(kept: &Kept) -> impl Iterator<Item = Thing<'_>> {
    let public: &Submission = kept.shown.as_ref().unwrap_or(&kept.body);
    public.said().map(|said| Thing { kept, id: public.name_of(said.what), said })
}

fn item(app: &App, round: &Round, thing: &Thing<'_>, own: Option<&Assessed>) -> Item {
    let Thing { kept, said, id } = thing;
    let say = |key: &str, values: &[(&str, &str)]| app.say(Some(round), key, values);
    let named = |label: String| said::About { label, ..said::About::default() };
    let (about, now) = match said.what {
        What::Comment(comment) => {
            let on = comment.target().unwrap_or_default();
            (said::about(app, Some(round), on), now::now(app, Some(round), on))
        }
        What::Answer(number) => (named(say("hear_answer_n", &[("n", &number.to_string())])), None),
        What::Text => (named(say("hear_free_text", &[])), None),
    };
    let of = |part: fn(&Assessed) -> String| own.map(part).unwrap_or_default();
    Item {
        submission: kept.id(),
        link: link(app, round, id),
        version: own.map_or(0, |own| own.version),
        chosen: false,
        label: about.label,
        quote: about.quote,
        now,
        pieces: said::shown(said.text),
        result_label: own
            .map_or(String::new(), |own| say(&format!("hear_result_{}", own.result), &[])),
        result: of(|own| own.result.clone()),
        reason: of(|own| own.reason.clone()),
        changed: of(|own| own.changed.join(" ")),
        by: of(|own| own.by.clone()),
        id: id.clone(),
    }
}
