//! The pages below a round's own: their heads, and the form for paper.

use super::heard::{Heard, RoundPage};
use super::{came_in, matrix, sections};
use crate::html::{escape, relative};
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::{LinkView, PageView};

/// The most headings that a page's own contents list.
const MOST_CONTENTS: usize = 40;

/// A page of a round.
pub(crate) fn page(heard: &Heard<'_>, which: RoundPage, mut sheet: Sheet<'_>) -> PageView {
    let title = sheet.say(which.key());
    let round =
        LinkView { path: heard.entry.address.page.clone(), ..plain(heard.entry.title.clone()) };
    let page = &mut sheet.page;
    page.template = "entry".to_string();
    page.kind = "round".to_string();
    page.kind_name.clone_from(&heard.entry.title);
    page.title = title;
    sheet.page.breadcrumb = sheet.views.breadcrumb(heard.id, sheet.html);
    sheet.page.breadcrumb.push(round);
    match which {
        RoundPage::Form => form(&mut sheet, heard),
        RoundPage::CameIn => came_in::write(&mut sheet, heard),
        RoundPage::Sections => sections::write(&mut sheet, heard),
        RoundPage::Matrix => matrix::write(&mut sheet, heard),
    }
    let mut page = sheet.finish(None);
    page.description = format!("{} – {}", page.title, heard.entry.title);
    // A list as long as a chapter helps nobody to find their way.
    if page.contents.len() > MOST_CONTENTS {
        page.contents.clear();
    }
    page
}

/// The form for paper: who answers, the questions, and lines for comments with the ids of what they are on.
fn form(sheet: &mut Sheet<'_>, heard: &Heard<'_>) {
    let shown = sheet.shown();
    let contact = &sheet.plan().settings.contact;
    let closes = heard.hearing.closes.map(|closes| shown.when(closes)).unwrap_or_default();
    let mut lead = vec![sheet.say("round_form_lead")];
    if !closes.is_empty() {
        lead.push(shown.fill("round_form_deadline", &[("closes", &closes)]));
    }
    let to = [&contact.name, &contact.address].map(String::as_str).join(", ");
    if !contact.address.is_empty() {
        lead.push(shown.fill("round_form_send", &[("to", &to)]));
    }
    sheet.intro(&lead);
    let line = |words: String, lines: usize| {
        let rules = "<span class=\"rule\"></span>".repeat(lines);
        format!("<div class=\"form-line\"><p>{}</p>{rules}</div>\n", escape(&words))
    };
    let boxed =
        |key: &str| format!("<li><span class=\"box\"></span> {}</li>\n", escape(&sheet.say(key)));
    let kinds: String = ["private", "organisation", "council", "service"]
        .iter()
        .map(|kind| boxed(&format!("round_kind_one_{kind}")))
        .collect();
    let consents = boxed("round_form_show_name") + &boxed("round_form_consent");
    let who = line(sheet.say("round_form_name"), 1)
        + &format!("<ul class=\"boxes\">\n{kinds}</ul>\n<ul class=\"boxes\">\n{consents}</ul>\n");
    sheet.html_panel(sheet.say("round_form_who"), who);
    let questions: String = (1u32..)
        .take(heard.hearing.questions.len())
        .map(|number| line(super::text::question(shown, heard, number), 4))
        .collect();
    sheet.html_panel(sheet.say("questions_title"), questions);
    let href = escape(&relative(&heard.path(RoundPage::Form), heard.text()));
    let how = format!(
        "<p>{} <a href=\"{href}\">{}</a></p>\n",
        escape(&sheet.say("round_form_comments_how")),
        escape(&sheet.say("round_text"))
    );
    let comment = line(sheet.say("round_form_comment_on"), 3);
    sheet.html_panel(sheet.say("round_form_comments"), how + &comment.repeat(5));
    sheet.html_panel(sheet.say("round_about_free"), line(String::new(), 8));
}
