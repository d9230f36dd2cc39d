//! How a block of the heard text is commented on: a link to the service's form and one to write a mail, both with the
//! block's id.

use super::heard::Heard;
use crate::contract::Block;
use crate::html::escape;
use crate::model::Plan;
use crate::view::Shown;

/// The ways to comment on a block, as HTML; nothing where there is neither a service nor an address for mail.
pub(in crate::view) fn ways(shown: Shown<'_>, heard: &Heard<'_>, block: &Block) -> String {
    let mut ways = Vec::new();
    let opens = block.kind.opens_section();
    let whose = if opens { "round_comment_section" } else { "round_comment_block" };
    let words = shown.fill(whose, &[("id", &block.id)]);
    let service = service(shown.plan, heard);
    if !service.is_empty() {
        let subject = if opens { "section" } else { "block" };
        let href = format!("{service}svar?{subject}={}", block.id);
        ways.push(format!("<a href=\"{}\">{}</a>", escape(&href), escape(&words)));
    }
    if let Some(mail) = mail(shown.plan, heard, &block.id) {
        let words = match service.is_empty() {
            true => words,
            false => shown.fill("round_by_mail", &[("id", &block.id)]),
        };
        ways.push(format!("<a href=\"{}\">{}</a>", escape(&mail), escape(&words)));
    }
    ways.join(" · ")
}

/// The form of the hearing service for this round, or nothing.
pub(super) fn service(plan: &Plan, heard: &Heard<'_>) -> String {
    match &*plan.settings.hearing_service {
        "" => String::new(),
        base => format!("{base}horing/{}/", heard.hearing.round),
    }
}

/// A mail to the municipality that says what it is about.
pub(super) fn mail(plan: &Plan, heard: &Heard<'_>, about: &str) -> Option<String> {
    let to = Some(&plan.settings.contact.email).filter(|email| !email.is_empty())?;
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
