//! HTML of what people wrote: plain text, escaped here and nowhere else; what was taken out is told.

use super::heard::{Heard, RoundPage, Row, anchor};
use crate::contract::hearing::{Piece, What, pieces};
use crate::html::{escape, relative};
use crate::view::Shown;

/// What of a block's words a link to it shows, in characters.
const SHOWN: usize = 90;

/// A text as HTML: paragraphs at empty lines, line ends kept, redactions told with their reasons.
pub(super) fn html(shown: Shown<'_>, text: &str) -> String {
    let mut html = String::new();
    for paragraph in text.split("\n\n").map(str::trim).filter(|one| !one.is_empty()) {
        html.push_str("<p>");
        for piece in pieces(paragraph) {
            match piece {
                Piece::Words(words) => html.push_str(&escape(words).replace('\n', "<br>")),
                Piece::Redacted(why) => {
                    let told = redacted(shown, why);
                    html.push_str(&format!("<span class=\"redacted\">{}</span>", escape(&told)));
                }
            }
        }
        html.push_str("</p>\n");
    }
    html
}

/// A text for files: as it is, redactions told with their reasons.
pub(super) fn plain(shown: Shown<'_>, text: &str) -> String {
    let each = pieces(text).map(|piece| match piece {
        Piece::Words(words) => words.to_string(),
        Piece::Redacted(why) => redacted(shown, why),
    });
    each.collect()
}

fn redacted(shown: Shown<'_>, why: &str) -> String {
    match why {
        "" => shown.words.get("round_redacted_bare").to_string(),
        why => shown.words.fill("round_redacted", &[("why", why)]),
    }
}

/// The first words of a block.
pub(super) fn start(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= SHOWN {
        return text;
    }
    let cut: String = text.chars().take(SHOWN).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{} …", words.trim_end_matches([',', ';', ':', '–', ' ']))
}

/// What something said is about, in plain text.
pub(super) fn about(shown: Shown<'_>, heard: &Heard<'_>, row: &Row<'_>) -> String {
    match (row.what, row.block) {
        (What::Answer(number), _) => question(shown, heard, number),
        (What::Comment(_), Some(block)) => format!("«{}»", start(block.shown())),
        (What::Comment(_), None) => shown.say("round_about_plan"),
        (What::Text, _) => shown.say("round_about_free"),
    }
}

pub(super) fn question(shown: Shown<'_>, heard: &Heard<'_>, number: u32) -> String {
    let asked = heard.hearing.questions.get((number as usize).saturating_sub(1));
    let words = asked.filter(|one| !one.is_empty()).map(|one| one.document.words(0));
    let number = shown.fill("round_question", &[("number", &number.to_string())]);
    words.map_or(number.clone(), |words| format!("{number}: {words}"))
}

/// The same as a link to the heard block, as HTML.
pub(super) fn about_link(shown: Shown<'_>, heard: &Heard<'_>, row: &Row<'_>, from: &str) -> String {
    let words = escape(&about(shown, heard, row));
    match row.block {
        Some(block) => {
            let href = relative(from, &heard.place(&block.id));
            format!("<a href=\"{}\">{words}</a>", escape(&href))
        }
        None => words,
    }
}

/// A link to a submission on the page of all of them.
pub(super) fn submission_link(heard: &Heard<'_>, row: &Row<'_>, from: &str) -> String {
    let to = format!("{}#{}", heard.path(RoundPage::CameIn), row.submission.id);
    let href = escape(&relative(from, &to));
    let who = escape(&heard.who(row.submission));
    format!("<a href=\"{href}\">{who}</a> <span class=\"label\">{}</span>", escape(&row.name))
}

/// The result of an assessment with a link to it, as HTML; nothing before there is one.
pub(super) fn result_link(
    shown: Shown<'_>,
    heard: &Heard<'_>,
    row: &Row<'_>,
    from: &str,
) -> String {
    let Some(assessment) = row.assessment else { return String::new() };
    let name = assessment.result.name();
    let word = escape(&shown.say(&format!("round_result_{name}")));
    let href = escape(&relative(from, &heard.answer_place(&row.name)));
    let words = escape(&shown.fill("round_see_answer", &[("name", &row.name)]));
    format!(
        "<p class=\"said-result\"><span class=\"badge badge-result-{name}\">{word}</span> <a href=\"{href}\">{words}</a></p>\n"
    )
}

/// Something said as HTML: what it is about, the words, and what came of it.
pub(super) fn said(shown: Shown<'_>, heard: &Heard<'_>, row: &Row<'_>, from: &str) -> String {
    let about = about_link(shown, heard, row, from);
    let text = html(shown, row.text);
    let result = result_link(shown, heard, row, from);
    // The submission itself stands at its own fragment.
    let id = match row.what {
        What::Text => String::new(),
        _ => format!(" id=\"{}\"", anchor(&row.name)),
    };
    format!(
        "<div class=\"said\"{id}>\n<p class=\"said-about\">{about}</p>\n<blockquote class=\"said-text\">\n{text}</blockquote>\n{result}</div>\n"
    )
}
