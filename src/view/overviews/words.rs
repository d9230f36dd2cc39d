//! Terms explained, and the register of words from A to Å.

use crate::model::{EntryId, Place, Term};
use crate::text::{initial, sort_key};
use crate::view::sheet::Sheet;
use crate::view::{LinkGroupView, LinkView, PanelView, TermView};
use crate::vocabulary::Kind;

/// Terms and abbreviations, in the order of the alphabet.
pub(super) fn glossary(sheet: &mut Sheet<'_>) {
    sheet.page.template = "glossary".to_string();
    sheet.page.kind = "glossary".to_string();
    let plan = sheet.plan();
    let language = plan.settings.language;
    let mut terms: Vec<EntryId> = plan.of_kind(Kind::Term).map(|(id, _)| id).collect();
    terms.sort_by_key(|id| sort_key(&plan.entry(*id).title, language));
    let terms: Vec<TermView> = terms.into_iter().filter_map(|id| term(sheet, id)).collect();
    sheet.panel(PanelView { shape: "terms".into(), terms, ..PanelView::default() });
}

fn term(sheet: &Sheet<'_>, id: EntryId) -> Option<TermView> {
    let plan = sheet.plan();
    let shown = sheet.shown();
    let entry = plan.entry(id);
    let term = entry.term()?;
    let mut text = sheet.html.body(&entry.body, None, 0);
    let mut links: Vec<LinkView> = Vec::new();
    if let Some(target) = term.defined {
        links.push(explained_at(sheet, term)?);
        if text.is_empty() && target.place == Place::Top {
            let lead = shown.lead(&plan.entry(target.entry).body, sheet.html);
            if says(&lead, &entry.title) || says(&lead, &term.abbr) {
                text = format!("<p>{lead}</p>");
            }
        }
    }
    Some(TermView {
        anchor: entry.name.clone(),
        title: entry.title.clone(),
        abbr: term.abbr.clone(),
        text,
        links,
    })
}

/// Whether a sentence is about a word, and not just the first of where the word is explained.
fn says(sentence: &str, word: &str) -> bool {
    !word.is_empty() && sentence.to_lowercase().contains(&word.to_lowercase())
}

/// A link to where a term is explained.
fn explained_at(sheet: &Sheet<'_>, term: &Term) -> Option<LinkView> {
    let shown = sheet.shown();
    let target = term.defined?;
    let mut link = shown.link(target.entry, sheet.html);
    if let Place::Heading(heading) = target.place {
        let heading = &sheet.plan().entry(target.entry).body.document.headings[heading as usize];
        link.path = shown.place_in(target.entry, &heading.anchor, sheet.html);
        link.title.clone_from(&heading.text);
        link.number.clear();
    }
    Some(link)
}

/// Everything with a title, every term and abbreviation, by first letter.
pub(super) fn register(sheet: &mut Sheet<'_>) {
    sheet.page.template = "register".to_string();
    sheet.page.kind = "register".to_string();
    let language = sheet.plan().settings.language;
    let mut words: Vec<LinkView> = words(sheet);
    words.sort_by_cached_key(|link| (sort_key(&link.title, language), link.path.clone()));
    words.dedup_by(|a, b| a.title == b.title && a.path == b.path);
    let mut groups: Vec<LinkGroupView> = Vec::new();
    for link in words {
        let letter = initial(&link.title).to_string();
        match groups.iter_mut().find(|group| group.title == letter) {
            Some(group) => group.links.push(link),
            None => groups.push(LinkGroupView { title: letter, links: vec![link] }),
        }
    }
    // What begins with a digit or a sign comes last.
    groups.sort_by_key(|group| group.title == "#");
    let anchor = "a".to_string();
    sheet.panel(PanelView { shape: "letters".into(), anchor, groups, ..PanelView::default() });
}

/// Words with where they lead; a term that the plan explains leads there.
fn words(sheet: &Sheet<'_>) -> Vec<LinkView> {
    let plan = sheet.plan();
    let shown = sheet.shown();
    let mut words = Vec::new();
    for (id, entry) in plan.all() {
        let mut link = shown.link(id, sheet.html);
        link.number.clear();
        if let Some(term) = entry.term() {
            if let Some(place) = explained_at(sheet, term).filter(|_| entry.body.is_empty()) {
                link.path = place.path;
            }
            if !term.abbr.is_empty() {
                words.push(LinkView { title: term.abbr.clone(), ..link.clone() });
            }
        }
        let short = entry.reference().map(|one| one.short.clone()).unwrap_or_default();
        if !short.is_empty() && short != link.title {
            words.push(LinkView { title: short, ..link.clone() });
        }
        words.push(link);
    }
    for at in 0..plan.components.len() {
        let mut link = shown.component_link(crate::model::ComponentId::at(at), sheet.html);
        link.number.clear();
        words.push(link);
    }
    words
}
