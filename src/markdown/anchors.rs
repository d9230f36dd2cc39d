//! The fragments of headings: their own `{#id}`, else made of their words, and unique in the page.
//!
//! What an author named keeps its name wherever it stands, so names are made when all is read. Those that the page
//! itself has are never made.

use super::document::Document;
use crate::text::slug;
use std::collections::HashMap;

/// What the page's frame calls its own parts (`themes/default/templates/`), and its footnotes.
const OF_THE_PAGE: [&str; 7] = [
    "backlinks-title",
    "contents-title",
    "footer-title",
    "footnotes",
    "main",
    "plan-tree",
    "section-title",
];

/// Whether a page has a part of its own by this name, so that nothing in a plan can be called so.
pub(crate) fn is_of_the_page(name: &str) -> bool {
    OF_THE_PAGE.contains(&name) || is_of_a_footnote(name)
}

/// Gives every heading its fragment.
pub(super) fn give(document: &mut Document) {
    if document.headings.is_empty() {
        return;
    }
    let own = document.headings.iter().map(|heading| &heading.attributes).chain(&document.items);
    let own = own.filter_map(|attributes| attributes.id.as_ref().map(|(id, _)| id.clone()));
    let page = OF_THE_PAGE.map(ToString::to_string);
    let mut taken: HashMap<String, u32> = own.chain(page).map(|name| (name, 1)).collect();
    for heading in &mut document.headings {
        heading.anchor = match &heading.attributes.id {
            Some((id, _)) => id.clone(),
            None => free(&mut taken, &heading.text),
        };
    }
}

/// A fragment from a heading's words that nothing else has. `taken` holds, beside each, the last number that was put
/// after it, so that ten thousand equal headings are not counted from two each.
fn free(taken: &mut HashMap<String, u32>, text: &str) -> String {
    let mut anchor = slug(text);
    if anchor.is_empty() {
        anchor.push_str("del");
    }
    if is_of_a_footnote(&anchor) {
        anchor.insert_str(0, "del-");
    }
    let Some(mut count) = taken.get(&anchor).copied() else {
        taken.insert(anchor.clone(), 1);
        return anchor;
    };
    let free = loop {
        count += 1;
        let numbered = format!("{anchor}-{count}");
        if !taken.contains_key(&numbered) {
            break numbered;
        }
    };
    taken.insert(anchor, count);
    taken.insert(free.clone(), 1);
    free
}

/// `fn-1` and `fnref-1`.
fn is_of_a_footnote(anchor: &str) -> bool {
    let number = anchor.strip_prefix("fn-").or_else(|| anchor.strip_prefix("fnref-"));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
