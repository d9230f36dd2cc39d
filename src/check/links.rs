//! Links to other places than entries, and what links are called.

use super::Input;
use super::bodies::Part;
use super::notes::Notes;
use crate::diagnostic::rules::{UNSAFE_LINK, VAGUE_LINK};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::Tag;
use crate::model::Details;
use crate::say;
use crate::text::Span;

/// What says nothing of where a link leads, in the languages of plans.
const VAGUE: [&str; 54] = [
    "her",
    "les mer",
    "les mer her",
    "klikk her",
    "trykk her",
    "se her",
    "mer",
    "se mer",
    "link",
    "lenke",
    "lenken",
    "denne lenken",
    "denne siden",
    "siden",
    "last ned",
    "mer info",
    "mer informasjon",
    "finn mer her",
    "les meir",
    "les meir her",
    "sjå her",
    "sjå meir",
    "meir",
    "lenkje",
    "lenkja",
    "denne lenkja",
    "meir informasjon",
    "här",
    "läs mer",
    "läs mera",
    "läs mer här",
    "klicka här",
    "tryck här",
    "se här",
    "mera",
    "länk",
    "länken",
    "ladda ner",
    "mer information",
    "here",
    "click here",
    "read more",
    "more",
    "see more",
    "see here",
    "this link",
    "this page",
    "learn more",
    "more info",
    "more information",
    "dáppe",
    "dás",
    "loga eanet",
    "deaddil dása",
];

/// The rule `vague-link`: words like "les mer" as the whole of a link.
pub(super) fn vague_link(part: &Part, notes: &mut Notes) {
    let document = part.document();
    for (place, node) in document.nodes.iter().enumerate() {
        let is_link = match node.tag {
            Tag::Link(_) => true,
            Tag::Reference(reference) => document.references[reference as usize].has_words,
            _ => false,
        };
        let words = place + 1..node.next as usize;
        if !is_link || words.len() > 3 {
            continue;
        }
        let text = document.plain(words);
        let plain = text.trim_matches(|letter: char| !letter.is_alphanumeric());
        if plain.len() <= 24 && VAGUE.contains(&plain.to_lowercase().as_str()) {
            notes.note(&VAGUE_LINK, document.span_of(node), plain);
        }
    }
}

/// The rule `unsafe-link`, in texts.
pub(super) fn unsafe_link(part: &Part, notes: &mut Notes) {
    let document = part.document();
    let links = document.links.iter().map(|link| (link.url.as_str(), link.span));
    let images = document.images.iter().map(|image| (image.file.as_str(), image.span));
    for (url, span) in links.chain(images) {
        if let Some(scheme) = unsafe_scheme(url) {
            notes.ready.push(unsafe_link_at(span, scheme));
        }
    }
}

/// The rule `unsafe-link`, in the web addresses of entries and of the contact.
pub(super) fn unsafe_link_in_fields(input: &Input, diagnostics: &mut Diagnostics) {
    let settings = &input.plan.settings;
    if let (Some(scheme), Some(span)) = (unsafe_scheme(&settings.contact.url), settings.span) {
        diagnostics.push(unsafe_link_at(span, scheme));
    }
    for entry in &input.plan.entries {
        let url = match &entry.details {
            Details::Source(source) => &source.url,
            Details::Reference(reference) => &reference.url,
            Details::Service(service) => &service.url,
            _ => continue,
        };
        if let Some(scheme) = unsafe_scheme(url) {
            diagnostics.push(unsafe_link_at(entry.span, scheme));
        }
    }
}

fn unsafe_link_at(span: Span, scheme: &str) -> Diagnostic {
    Diagnostic::at(
        &UNSAFE_LINK,
        span,
        say!(
            nb: "Lenken begynner med «{scheme}:», som kan kjøre som program i leserens nettleser",
            en: "The link begins with “{scheme}:”, which may run as a program in the reader's browser"
        ),
    )
    .help(say!(
        nb: "Lenk til en nettadresse (https://…), en e-postadresse (mailto:…) eller en fil i planen.",
        en: "Link to a web address (https://…), an e-mail address (mailto:…) or a file of the plan."
    ))
}

/// The scheme of an address that a browser may run. Browsers skip spaces and control characters in it.
fn unsafe_scheme(url: &str) -> Option<&'static str> {
    let scheme: String = url
        .chars()
        .filter(|letter| !letter.is_control() && !letter.is_whitespace())
        .take_while(|letter| *letter != ':')
        .take(12)
        .flat_map(char::to_lowercase)
        .collect();
    let is_scheme = url.contains(':');
    ["javascript", "vbscript", "data"].into_iter().find(|known| is_scheme && scheme == *known)
}

#[cfg(test)]
mod tests {
    use super::unsafe_scheme;

    #[test]
    fn schemes_hide_behind_spaces_and_capitals() {
        assert_eq!(unsafe_scheme(" Java\tScript:alert(1)"), Some("javascript"));
        assert_eq!(unsafe_scheme("data:text/html,x"), Some("data"));
        for safe in
            ["https://a.no/javascript:x", "mailto:a@b.no", "data/tall.csv", "javascript", ""]
        {
            assert_eq!(unsafe_scheme(safe), None);
        }
    }
}
