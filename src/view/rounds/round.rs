//! What a round's own page tells beside the letter: how to answer, what came in, and what came of it in short.

use super::heard::{Heard, RoundFile, RoundPage};
use super::{matrix, text, ways};
use crate::contract::hearing::Verdict;
use crate::html::{escape, relative};
use crate::model::{HearingState, Stage};
use crate::view::round_state;
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::{LinkView, PanelView};

/// How many changes the round's own page tells of.
const TOLD: usize = 5;

/// Writes the panels of a round, above and below the questions.
pub(crate) fn panels(sheet: &mut Sheet<'_>, heard: &Heard<'_>) {
    if sheet.on_paper {
        return;
    }
    let state = round_state(sheet.views, heard.hearing);
    forced(sheet, state);
    if matches!(state, Some(HearingState::Open | HearingState::Planned)) {
        how(sheet, heard, state);
    }
    you_said(sheet, heard);
    came_in(sheet, heard);
}

/// How long there is left, on the day that the site was made.
pub(crate) fn time_left(sheet: &Sheet<'_>, heard: &Heard<'_>) -> String {
    let state = round_state(sheet.views, heard.hearing);
    let (Some(HearingState::Open), Some(closes)) = (state, heard.hearing.closes) else {
        return String::new();
    };
    let days = (closes.last_day() - sheet.views.shown.today).get_days();
    let today = sheet.shown().when(crate::text::When::Day(sheet.views.shown.today));
    let key = match days {
        0 => "round_last_day",
        1 => "round_one_day_left",
        _ => "round_days_left",
    };
    sheet.shown().fill(key, &[("count", &days.to_string()), ("today", &today)])
}

/// Why the plan was published before the round was assessed.
fn forced(sheet: &mut Sheet<'_>, state: Option<HearingState>) {
    let plan = sheet.plan();
    if plan.forced.is_empty()
        || plan.settings.stage != Some(Stage::Adopted)
        || state != Some(HearingState::Closed)
    {
        return;
    }
    let note = sheet.shown().fill("round_forced", &[("why", &plan.forced)]);
    sheet.hole(sheet.say("round_forced_title"), note);
}

fn how(sheet: &mut Sheet<'_>, heard: &Heard<'_>, state: Option<HearingState>) {
    let from = &heard.entry.address.page;
    let mut items = Vec::new();
    let service = ways::service(sheet.plan(), heard);
    let item = |href: &str, words: String| {
        format!("<li><a href=\"{}\">{}</a></li>\n", escape(href), escape(&words))
    };
    if !service.is_empty() && state == Some(HearingState::Open) {
        items.push(item(&service, sheet.say("round_how_service")));
    }
    if heard.version.is_some() {
        items.push(item(&relative(from, heard.text()), sheet.say("round_how_text")));
    }
    if let Some(mail) =
        ways::mail(sheet.plan(), heard, "").filter(|_| state == Some(HearingState::Open))
    {
        let email = &sheet.plan().settings.contact.email;
        items.push(item(&mail, sheet.shown().fill("round_how_mail", &[("email", email)])));
    }
    if heard.version.is_some() {
        items.push(item(
            &relative(from, &heard.path(RoundPage::Form)),
            sheet.say("round_how_paper"),
        ));
    }
    if !items.is_empty() {
        sheet.html_panel(sheet.say("round_how"), format!("<ul>\n{}</ul>\n", items.concat()));
    }
}

/// You said, we did: the counts, and the first of what changed the plan.
fn you_said(sheet: &mut Sheet<'_>, heard: &Heard<'_>) {
    let counts = matrix::counts(sheet, heard);
    if counts.is_empty() {
        return;
    }
    let from = &heard.entry.address.page;
    let shown = sheet.shown();
    let rows = heard.rows();
    let mut told = Vec::new();
    let mut seen = Vec::new();
    for row in &rows {
        let Some(one) = row.assessment.filter(|one| one.result == Verdict::Taken) else { continue };
        // One of each respondent's: many are to find themselves here.
        if seen.contains(&&row.submission.id) || told.len() == TOLD {
            continue;
        }
        seen.push(&row.submission.id);
        let href = escape(&relative(from, &heard.answer_place(&row.name)));
        let (who, said) = (
            escape(&heard.who(row.submission)),
            escape(&text::start(&text::plain(shown, row.text))),
        );
        let reason = match one.reason.is_empty() {
            true => escape(&shown.say("round_result_taken")),
            false => escape(&text::plain(shown, &one.reason)),
        };
        told.push(format!(
            "<div><dt>{who}: {said}</dt>\n<dd>{reason} <a href=\"{href}\">{}</a></dd></div>\n",
            escape(&shown.fill("round_see_answer", &[("name", &row.name)]))
        ));
    }
    let mut html = format!("<p>{}</p>\n", escape(&counts));
    if !told.is_empty() {
        html.push_str(&format!("<dl class=\"you-said\">\n{}</dl>\n", told.concat()));
    }
    let more =
        LinkView { path: heard.path(RoundPage::Matrix), ..plain(sheet.say("round_matrix_all")) };
    sheet.panel(PanelView {
        shape: "html".into(),
        title: sheet.say("round_you_said_we_did"),
        html,
        more: Some(more),
        ..PanelView::default()
    });
}

/// What came in: how much, where it is read, and as files.
fn came_in(sheet: &mut Sheet<'_>, heard: &Heard<'_>) {
    let all = heard.submissions().count();
    if all == 0 {
        return;
    }
    let published = heard.published().count();
    let shown = sheet.shown();
    let note = shown.fill(
        "round_came_in_count",
        &[("all", &all.to_string()), ("published", &published.to_string())],
    );
    let pages = heard.pages().into_iter().filter(|page| *page != RoundPage::Form);
    let links =
        pages.map(|page| LinkView { path: heard.path(page), ..plain(shown.say(page.key())) });
    let text = heard
        .version
        .map(|_| LinkView { path: heard.text().to_string(), ..plain(sheet.say("round_text")) });
    let links = text.into_iter().chain(links).collect();
    sheet.panel(PanelView {
        shape: "links".into(),
        title: sheet.say("round_came_in"),
        note,
        links,
        ..PanelView::default()
    });
    let files = heard.files().into_iter().filter(|file| *file != RoundFile::Targets);
    let words = |file: RoundFile| match file {
        RoundFile::Csv => "CSV".to_string(),
        RoundFile::Xlsx => "XLSX".to_string(),
        RoundFile::Json => "JSON".to_string(),
        RoundFile::Case => shown.say("round_file_case"),
        RoundFile::Manifest | RoundFile::Targets => shown.say("round_file_manifest"),
    };
    let links =
        files.map(|file| LinkView { path: heard.file(file), ..plain(words(file)) }).collect();
    let (shape, anchor) = ("downloads".into(), "round-files".into());
    let note = sheet.say("round_files");
    sheet.panel(PanelView { shape, anchor, note, links, ..PanelView::default() });
}
