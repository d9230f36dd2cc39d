//! What came in, by section: the heard blocks that somebody said something of, in the plan's order, and then
//! the questions, the plan as a whole and free text. Private persons are called by their pseudonyms.

use super::heard::{Heard, RoundPage, Row};
use super::text;
use crate::contract::Block;
use crate::contract::hearing::What;
use crate::html::{escape, relative};
use crate::view::sheet::Sheet;

/// Writes the page.
pub(super) fn write(sheet: &mut Sheet<'_>, heard: &Heard<'_>) {
    let from = heard.path(RoundPage::Sections);
    sheet.intro(&[sheet.say("round_sections_lead")]);
    let rows = heard.rows();
    let mut title = String::new();
    let mut html = String::new();
    for block in heard.version.iter().flat_map(|version| &version.blocks) {
        if block.kind.opens_section() {
            sheet.html_panel(std::mem::take(&mut title), std::mem::take(&mut html));
            block.shown().clone_into(&mut title);
        }
        let own: Vec<&Row> =
            rows.iter().filter(|row| row.block.is_some_and(|one| one.id == block.id)).collect();
        if !own.is_empty() {
            html.push_str(&on_block(sheet, heard, block, &from));
            own.iter().for_each(|row| html.push_str(&one(sheet, heard, row, &from)));
        }
    }
    sheet.html_panel(title, html);
    for number in (1u32..).take(heard.hearing.questions.len()) {
        let asked = text::question(sheet.shown(), heard, number);
        let own = rows.iter().filter(|row| row.what == What::Answer(number));
        let html: String = own.map(|row| one(sheet, heard, row, &from)).collect();
        sheet.html_panel(asked, html);
    }
    let rest = [("round_about_plan", true), ("round_about_free", false)];
    for (key, is_comment) in rest {
        let own = rows.iter().filter(|row| match row.what {
            What::Comment(_) => is_comment && row.block.is_none(),
            What::Text => !is_comment,
            What::Answer(_) => false,
        });
        let html: String = own.map(|row| one(sheet, heard, row, &from)).collect();
        sheet.html_panel(sheet.say(key), html);
    }
}

fn on_block(sheet: &Sheet<'_>, heard: &Heard<'_>, block: &Block, from: &str) -> String {
    let href = escape(&relative(from, &heard.place(&block.id)));
    let id = escape(&block.id);
    let words = match block.kind.opens_section() {
        true => sheet.say("round_whole_section"),
        false => block.shown().to_string(),
    };
    format!(
        "<p class=\"heard-block\" id=\"{id}\"><a href=\"{href}\" class=\"block-id\">{id}</a> {}</p>\n",
        escape(&words)
    )
}

fn one(sheet: &Sheet<'_>, heard: &Heard<'_>, row: &Row<'_>, from: &str) -> String {
    let shown = sheet.shown();
    let who = text::submission_link(heard, row, from);
    let words = text::html(shown, row.text);
    let result = text::result_link(shown, heard, row, from);
    format!(
        "<div class=\"said\">\n<p class=\"said-about\">{who}</p>\n<blockquote class=\"said-text\">\n{words}</blockquote>\n{result}</div>\n"
    )
}
