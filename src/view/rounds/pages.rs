//! The pages below a round's own: their heads, the heard text and the form for paper.

use super::heard::{Heard, RoundPage, is_section};
use super::{came_in, matrix, sections};
use crate::contract::{Block, BlockKind};
use crate::html::{escape, relative};
use crate::model::HearingState;
use crate::view::round_state;
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
        RoundPage::Text => contents(&mut sheet, heard),
        RoundPage::Chapter(number) => chapter(&mut sheet, heard, number),
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

/// The chapters of the heard text.
fn contents(sheet: &mut Sheet<'_>, heard: &Heard<'_>) {
    lead(sheet, heard);
    let numbered = (1u16..).zip(heard.chapters());
    let links = numbered.map(|(number, blocks)| LinkView {
        path: heard.path(RoundPage::Chapter(number)),
        ..plain(chapter_title(blocks))
    });
    let links = links.collect();
    sheet.panel(crate::view::PanelView { shape: "links".into(), links, ..Default::default() });
}

fn chapter_title(blocks: &[&Block]) -> String {
    let first = blocks.iter().find(|block| block.kind == BlockKind::Entry);
    first.or(blocks.first()).map_or(String::new(), |block| block.text.clone())
}

/// Whether the round is open, told to the reader.
fn lead(sheet: &mut Sheet<'_>, heard: &Heard<'_>) -> bool {
    let is_open = round_state(sheet.views, heard.hearing) == Some(HearingState::Open);
    let lead = if is_open { "round_text_lead" } else { "round_text_lead_closed" };
    sheet.intro(&[sheet.say(lead)]);
    is_open
}

/// A chapter of the heard text, block by block, each with its id and, while the round is open, a way to comment.
fn chapter(sheet: &mut Sheet<'_>, heard: &Heard<'_>, number: u16) {
    let is_open = lead(sheet, heard);
    let all = heard.chapters();
    let at = usize::from(number).saturating_sub(1);
    let Some(blocks) = all.get(at) else { return };
    sheet.page.title = chapter_title(blocks);
    let up = LinkView { path: heard.path(RoundPage::Text), ..plain(sheet.say("round_text")) };
    sheet.page.breadcrumb.push(up);
    let link = |number: u16| {
        let blocks = all.get(usize::from(number).checked_sub(1)?)?;
        Some(LinkView {
            path: heard.path(RoundPage::Chapter(number)),
            ..plain(chapter_title(blocks))
        })
    };
    sheet.page.previous = link(number.saturating_sub(1));
    sheet.page.next = link(number.saturating_add(1));
    let mut title = String::new();
    let mut anchor = String::new();
    let mut html = String::new();
    for block in blocks {
        let ways = if is_open { ways(sheet, heard, block) } else { String::new() };
        if block.kind == BlockKind::Entry {
            section(sheet, &mut title, &mut anchor, &mut html);
            title.clone_from(&block.text);
            anchor.clone_from(&block.id);
            html.push_str(&format!(
                "<p class=\"block-ways\"><span class=\"block-id\">{}</span> {ways}</p>\n",
                escape(&block.id)
            ));
            continue;
        }
        html.push_str(&heard_block(block, &ways));
    }
    section(sheet, &mut title, &mut anchor, &mut html);
}

/// A block with its id, and the ways to comment on it where there are some.
fn heard_block(block: &Block, ways: &str) -> String {
    let words = escape(&block.text).replace('\n', "<br>");
    let id = escape(&block.id);
    let number = format!("<a class=\"block-id\" href=\"#{id}\">{id}</a>");
    let tag = if is_section(block) { "h3" } else { "p" };
    if ways.is_empty() {
        return format!("<{tag} class=\"heard\" id=\"{id}\">{words} {number}</{tag}>\n");
    }
    format!(
        "<div class=\"heard\" id=\"{id}\">\n<{tag}>{words}</{tag}>\n<p class=\"block-ways\">{number} {ways}</p>\n</div>\n"
    )
}

fn section(sheet: &mut Sheet<'_>, title: &mut String, anchor: &mut String, html: &mut String) {
    if title.is_empty() && html.is_empty() {
        return;
    }
    sheet.panel(crate::view::PanelView {
        shape: "html".into(),
        title: std::mem::take(title),
        anchor: std::mem::take(anchor),
        html: std::mem::take(html),
        ..crate::view::PanelView::default()
    });
}

/// A link to the service's form and one to write a mail, both with the block's id.
fn ways(sheet: &Sheet<'_>, heard: &Heard<'_>, block: &Block) -> String {
    let mut ways = Vec::new();
    let whose = if is_section(block) { "round_comment_section" } else { "round_comment_block" };
    let words = sheet.shown().fill(whose, &[("id", &block.id)]);
    let service = service(sheet, heard);
    if !service.is_empty() {
        let subject = if is_section(block) { "section" } else { "block" };
        let href = format!("{service}svar?{subject}={}", block.id);
        ways.push(format!("<a href=\"{}\">{}</a>", escape(&href), escape(&words)));
    }
    if let Some(mail) = mail(sheet, heard, &block.id) {
        let words = match service.is_empty() {
            true => words,
            false => sheet.shown().fill("round_by_mail", &[("id", &block.id)]),
        };
        ways.push(format!("<a href=\"{}\">{}</a>", escape(&mail), escape(&words)));
    }
    ways.join(" · ")
}

/// The form of the hearing service for this round, or nothing.
pub(super) fn service(sheet: &Sheet<'_>, heard: &Heard<'_>) -> String {
    match &*sheet.plan().settings.hearing_service {
        "" => String::new(),
        base => format!("{base}horing/{}/", heard.hearing.round),
    }
}

/// A mail to the municipality that says what it is about.
pub(super) fn mail(sheet: &Sheet<'_>, heard: &Heard<'_>, about: &str) -> Option<String> {
    let settings = &sheet.plan().settings;
    let to = Some(&settings.contact.email).filter(|email| !email.is_empty())?;
    let about = if about.is_empty() { String::new() } else { format!(" – {about}") };
    let subject = format!("{} ({}){about}", heard.entry.title, heard.hearing.round);
    Some(format!("mailto:{to}?subject={}", percent(&subject)))
}

/// Percent-encodes what may stand in an address's query.
fn percent(text: &str) -> String {
    let each = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            (byte as char).to_string()
        }
        other => format!("%{other:02X}"),
    });
    each.collect()
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
    let href = escape(&relative(&heard.path(RoundPage::Form), &heard.path(RoundPage::Text)));
    let how = format!(
        "<p>{} <a href=\"{href}\">{}</a></p>\n",
        escape(&sheet.say("round_form_comments_how")),
        escape(&sheet.say("round_text"))
    );
    let comment = line(sheet.say("round_form_comment_on"), 3);
    sheet.html_panel(sheet.say("round_form_comments"), how + &comment.repeat(5));
    sheet.html_panel(sheet.say("round_about_free"), line(String::new(), 8));
}
