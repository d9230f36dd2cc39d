//! The matrix: what was said, what the municipality says to it, and what changed. Each thing said has an address.

use super::heard::{Heard, RoundPage, Row, Shift, anchor};
use super::text;
use crate::contract::Block;
use crate::contract::hearing::{Assessment, Verdict};
use crate::html::{changed_words, escape, relative};
use crate::text::When;
use crate::version::compare_words;
use crate::view::sheet::Sheet;

/// Writes the page.
pub(super) fn write(sheet: &mut Sheet<'_>, heard: &Heard<'_>) {
    let from = heard.path(RoundPage::Matrix);
    sheet.intro(&[sheet.say("round_matrix_lead"), counts(sheet, heard)]);
    let rows = heard.rows();
    let assessments = heard.round.into_iter().flat_map(|round| &round.assessments);
    let all: Vec<&Assessment> = assessments.flat_map(|answers| answers.all()).collect();
    for verdict in Verdict::ALL {
        let own = all.iter().filter(|one| one.result == verdict);
        let html: String = own.map(|one| answer(sheet, heard, (one, &rows), &from)).collect();
        sheet.html_panel(sheet.say(&format!("round_result_{}", verdict.name())), html);
    }
    let open: String = rows
        .iter()
        .filter(|row| row.assessment.is_none())
        .map(|row| {
            format!(
                "<li id=\"{}\">{} {}</li>\n",
                anchor(&row.name),
                text::submission_link(heard, row, &from),
                text::about_link(sheet.shown(), heard, row, &from)
            )
        })
        .collect();
    if !open.is_empty() {
        sheet.html_panel(sheet.say("round_not_assessed"), format!("<ul>\n{open}</ul>\n"));
    }
}

/// "12 tatt til følge, 3 delvis …".
pub(super) fn counts(sheet: &Sheet<'_>, heard: &Heard<'_>) -> String {
    let each = heard.results().into_iter().map(|(verdict, count)| {
        let key = format!("round_count_{}", verdict.name());
        sheet.shown().words.fill(&key, &[("count", &count.to_string())])
    });
    let list: Vec<String> = each.collect();
    if list.is_empty() { String::new() } else { format!("{}.", list.join(", ")) }
}

fn answer(
    sheet: &Sheet<'_>,
    heard: &Heard<'_>,
    (one, rows): (&Assessment, &[Row<'_>]),
    from: &str,
) -> String {
    let shown = sheet.shown();
    let own: Vec<&Row> = rows.iter().filter(|row| one.of.contains(&row.name)).collect();
    if own.is_empty() {
        return String::new();
    }
    let said: String = own
        .iter()
        .map(|row| {
            let (who, about) = (text::submission_link(heard, row, from), text::about_link(shown, heard, row, from));
            let words = text::html(shown, row.text);
            format!("<div class=\"said\" id=\"{}\">\n<p class=\"said-about\">{who}: {about}</p>\n<blockquote class=\"said-text\">\n{words}</blockquote>\n</div>\n", anchor(&row.name))
        })
        .collect();
    let word = escape(&shown.say(&format!("round_result_{}", one.result.name())));
    let mut reason =
        format!("<p><span class=\"badge badge-result-{}\">{word}</span></p>\n", one.result.name());
    reason.push_str(&text::html(shown, &one.reason));
    let by = [one.by.clone(), one.on.map(|on| shown.when(When::Day(on))).unwrap_or_default()];
    let by: Vec<String> = by.into_iter().filter(|part| !part.is_empty()).collect();
    if !by.is_empty() {
        reason.push_str(&format!("<p class=\"label\">{}</p>\n", escape(&by.join(", "))));
    }
    let [heard_title, said_title, change_title] =
        ["round_you_said", "round_we_say", "round_we_did"].map(|key| escape(&sheet.say(key)));
    let change = changes(sheet, heard, one, from);
    let change = match change.is_empty() {
        true => String::new(),
        false => format!("<div><h4>{change_title}</h4>\n{change}</div>\n"),
    };
    let title = escape(&one.of.join(", "));
    format!(
        "<article class=\"answer\">\n<h3>{title}</h3>\n<div class=\"answer-parts\">\n<div><h4>{heard_title}</h4>\n{said}</div>\n<div><h4>{said_title}</h4>\n{reason}</div>\n{change}</div>\n</article>\n"
    )
}

/// What was changed, with the words in place: taken out and put in.
fn changes(sheet: &Sheet<'_>, heard: &Heard<'_>, one: &Assessment, from: &str) -> String {
    let views = sheet.views;
    let mut html = String::new();
    for Shift { before, now } in heard.changes(views, one) {
        let was: Vec<&str> = before.iter().map(|block| block.shown()).collect();
        let now_words = now.map_or("", Block::shown);
        let words = changed_words(&compare_words(&was.join("\n"), now_words), views.words());
        let place = now.zip(heard.later).and_then(|(block, later)| {
            Some((&block.id, views.block_address(&later.name, &block.id)?))
        });
        let link = place.map_or(String::new(), |(id, place)| {
            let (id, href) = (escape(id), escape(&relative(from, &place)));
            format!(" <a class=\"block-id\" href=\"{href}\">{id}</a>")
        });
        html.push_str(&format!("<p>{words}{link}</p>\n"));
        if now.is_none() {
            let told = escape(&sheet.say("round_taken_out"));
            html.push_str(&format!("<p class=\"label\">{told}</p>\n"));
        }
    }
    html
}
