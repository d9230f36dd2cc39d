//! What came in, by respondent: the one page with names of private persons, which search engines leave out.

use super::heard::{Heard, RoundPage};
use super::text;
use crate::contract::hearing::{RespondentKind, Submission, SubmissionState};
use crate::html::escape;
use crate::text::{When, in_oslo};
use crate::view::sheet::Sheet;

const KINDS: [RespondentKind; 4] = [
    RespondentKind::Council,
    RespondentKind::Organisation,
    RespondentKind::Service,
    RespondentKind::Private,
];

/// Writes the page.
pub(super) fn write(sheet: &mut Sheet<'_>, heard: &Heard<'_>) {
    sheet.page.hidden = true;
    let from = heard.path(RoundPage::CameIn);
    sheet.intro(&[sheet.say("round_came_in_lead")]);
    for kind in KINDS {
        let own = heard.published().filter(|one| one.respondent.kind == kind);
        let html: String = own.map(|one| submission(sheet, heard, one, &from)).collect();
        let title = sheet.say(&format!("round_kind_{}", kind.name()));
        sheet.html_panel(title, html);
    }
    sheet.html_panel(sheet.say("round_repeated"), repeated(sheet, heard));
    sheet.html_panel(sheet.say("round_held_back"), held_back(sheet, heard));
    let waiting = heard.submissions().filter(|one| one.state == SubmissionState::Received).count();
    if waiting > 0 {
        let note = sheet.shown().fill("round_waiting_note", &[("count", &waiting.to_string())]);
        sheet.hole(sheet.say("round_waiting"), note);
    }
}

fn submission<'p>(sheet: &Sheet<'_>, heard: &Heard<'p>, one: &'p Submission, from: &str) -> String {
    let shown = sheet.shown();
    let (name, is_private) = heard.people.name(one);
    let hide = if is_private { " data-nosnippet" } else { "" };
    let mut html = format!(
        "<article class=\"submission\" id=\"{}\">\n<h3{hide}>{}</h3>\n<p class=\"label\">{}</p>\n",
        escape(&one.id),
        escape(&name),
        escape(&facts(sheet, one))
    );
    for (key, why) in [("round_late", &one.late), ("round_redacted_why", &one.reason)] {
        if !why.is_empty() {
            let told = shown.fill(key, &[("why", why)]);
            html.push_str(&format!("<p class=\"note\">{}</p>\n", escape(&told)));
        }
    }
    for row in heard.rows_of(one) {
        html.push_str(&text::said(shown, heard, &row, from));
    }
    html + "</article>\n"
}

/// "s4 · mottatt 2. mars 2026 kl. 14.05 · e-post".
pub(super) fn facts(sheet: &Sheet<'_>, one: &Submission) -> String {
    let shown = sheet.shown();
    let on = one.instant().map_or(String::new(), |at| shown.when(When::Moment(in_oslo(at))));
    let received = shown.words.fill("round_received_on", &[("on", &on)]);
    let channel = shown.words.get(match one.channel.name() {
        "web" => "round_channel_web",
        "mail" => "round_channel_mail",
        "paper" => "round_channel_paper",
        _ => "round_channel_meeting",
    });
    format!("{} · {received} · {channel}", one.id)
}

fn repeated(sheet: &Sheet<'_>, heard: &Heard<'_>) -> String {
    let own =
        heard.submissions().filter(|one| one.state.is_public() && !one.duplicate_of.is_empty());
    let items: String = own
        .map(|one| {
            let same = escape(&one.duplicate_of);
            let (name, is_private) = heard.people.name(one);
            let hide = if is_private { " data-nosnippet" } else { "" };
            let word = escape(&sheet.say("round_same_as"));
            format!("<li id=\"{}\"><span{hide}>{}</span> ({}): {word} <a href=\"#{same}\">{same}</a></li>\n", escape(&one.id), escape(&name), escape(&facts(sheet, one)))
        })
        .collect();
    list(items)
}

fn held_back(sheet: &Sheet<'_>, heard: &Heard<'_>) -> String {
    let own = heard
        .submissions()
        .filter(|one| matches!(one.state, SubmissionState::Withheld | SubmissionState::Blocked));
    let items: String = own
        .map(|one| {
            let state = escape(&sheet.say(&format!("round_state_{}", one.state.name())));
            let why = escape(&one.reason);
            let (id, facts, hash) = (escape(&one.id), escape(&facts(sheet, one)), escape(&one.hash));
            format!("<li id=\"{id}\"><strong>{state}:</strong> {why} <span class=\"label\">{facts}</span> <code>{hash}</code></li>\n")
        })
        .collect();
    list(items)
}

fn list(items: String) -> String {
    if items.is_empty() { items } else { format!("<ul class=\"held-back\">\n{items}</ul>\n") }
}
