//! Every reference in every text: what it points at, and the words that stand for it.

mod figure;
mod list;

use super::memory::{Linked, Recall};
use super::points::unknown_place;
use crate::diagnostic::rules::UNKNOWN_REFERENCE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::{self, Reference};
use crate::model::{Body, Details, Embed, Entry, EntryId, Level, Link, Place, Plan, Target};
use crate::portions::Portions;
use crate::say;
use crate::text::{Language, Span, nearest, slug};
use crate::vocabulary::Kind;
use crate::words::InWords;
use rayon::prelude::*;
use std::sync::Arc;

/// Resolves the links of all texts of the plan.
///
/// Those that hold from before are taken from there; what may be kept for the next time is given back, by entry.
pub(super) fn resolve(
    plan: &mut Plan,
    recall: &Recall<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Option<Arc<Linked>>> {
    let changed = recall.changed(&plan.entries);
    let entries = plan.entries.par_iter().in_portions().enumerate();
    let resolved: Vec<(Arc<Linked>, Diagnostics)> = entries
        .map(|(place, entry)| match recall.links(place, &changed) {
            Some(kept) => (kept, Diagnostics::default()),
            None => look_up(plan, EntryId::at(place), entry),
        })
        .collect();
    link_front(plan, diagnostics);
    let mut linked = Vec::with_capacity(resolved.len());
    for (entry, (links, told)) in plan.entries.iter_mut().zip(resolved) {
        diagnostics.append(told);
        put(Arc::make_mut(entry), &links);
        linked.push(links.leans.is_some().then_some(links));
    }
    linked
}

/// Looks up the links of the front page.
pub(super) fn link_front(plan: &mut Plan, diagnostics: &mut Diagnostics) {
    let links = Linker { plan, home: None }.all(&plan.front, diagnostics);
    plan.front.links = links;
}

/// Puts links where they belong: into an entry's body, and into the texts of its fields.
pub(super) fn put(entry: &mut Entry, links: &Linked) {
    let mut of_each = links.of_each.iter().map(Arc::clone);
    entry.body.links = of_each.next().unwrap_or_default();
    for (body, links) in texts_mut(&mut entry.details).into_iter().zip(of_each) {
        body.links = links;
    }
}

/// Looks up the links of an entry's texts.
pub(super) fn look_up(plan: &Plan, home: EntryId, entry: &Entry) -> (Arc<Linked>, Diagnostics) {
    let mut told = Diagnostics::default();
    let links = entry.texts().map(|body| Linker { plan, home: Some(home) }.all(body, &mut told));
    let links = Linked::of(links.collect());
    (Arc::new(links), told)
}

/// The texts of an entry's fields, in the order of [`Entry::texts`], to be changed.
fn texts_mut(details: &mut Details) -> Vec<&mut Body> {
    match details {
        Details::Value(value) => vec![&mut value.statement],
        Details::Indicator(indicator) => {
            indicator.findings.iter_mut().map(|one| &mut one.text).collect()
        }
        Details::Narrative(narrative) => {
            narrative.steps.iter_mut().map(|step| &mut step.text).collect()
        }
        Details::Goal(goal) => vec![&mut goal.text],
        Details::Measure(measure) => measure.statuses.iter_mut().map(|one| &mut one.text).collect(),
        Details::Report(report) => report.groups.iter_mut().map(|group| &mut group.note).collect(),
        Details::Hearing(hearing) => hearing.questions.iter_mut().collect(),
        _ => Vec::new(),
    }
}

/// Resolves the references of one text.
struct Linker<'p> {
    plan: &'p Plan,
    /// The entry that the text belongs to; none for the front page.
    home: Option<EntryId>,
}

impl<'p> Linker<'p> {
    fn all(&self, body: &Body, told: &mut Diagnostics) -> Arc<[Link]> {
        let document = &body.document;
        let mut embeds = vec![false; document.references.len()];
        for node in &document.nodes {
            if let markdown::Tag::Embed(place) = node.tag {
                embeds[place as usize] = true;
            }
        }
        let each = document.references.iter().zip(embeds);
        each.map(|(reference, is_embed)| {
            self.link(reference, is_embed).unwrap_or_else(|diagnostic| {
                told.push(*diagnostic);
                Link::Broken
            })
        })
        .collect()
    }

    fn link(&self, reference: &Reference, is_embed: bool) -> Result<Link, Box<Diagnostic>> {
        match &reference.target {
            markdown::Target::Figure { name, time, series } => {
                let indicator = self.named(name, reference.span)?;
                self.figure(indicator, time, series, reference.span)
            }
            markdown::Target::List { kind, filters } => {
                self.list(kind, filters, reference.span).map(Link::Embed)
            }
            markdown::Target::Entry { name, .. } if is_embed => {
                Ok(Link::Embed(Embed::Card(self.named(name, reference.span)?)))
            }
            markdown::Target::Entry { name, fragment, place, number } => {
                let entry = self.named(name, reference.span)?;
                let target = self.target(entry, fragment, name, reference.span)?;
                let words = if *number {
                    self.number(target, reference)?
                } else {
                    self.words(target, name, place, reference)
                };
                Ok(Link::To { target, words })
            }
        }
    }

    /// The entry of a name; an empty one is the text's own.
    fn named(&self, name: &str, span: Span) -> Result<EntryId, Box<Diagnostic>> {
        let found = match (name, self.home) {
            ("", Some(home)) => Some(home),
            _ => self.plan.find(name).or_else(|| self.plan.find(&slug(name))),
        };
        found.ok_or_else(|| Box::new(self.unknown(name, span)))
    }

    fn unknown(&self, name: &str, span: Span) -> Diagnostic {
        let message = say!(
            nb: "Det finnes ingenting i planen som heter «{name}»",
            en: "Nothing in the plan is called “{name}”"
        );
        let diagnostic = Diagnostic::at(&UNKNOWN_REFERENCE, span, message);
        let mut names: Vec<&str> = self.plan.names.keys().map(String::as_str).collect();
        names.sort_unstable();
        let near = nearest(name, names.iter().copied());
        match near.or_else(|| nearest(&slug(name), names.iter().copied())) {
            Some(near) => {
                diagnostic.help(say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"))
            }
            None => diagnostic.help(say!(
                nb: "Skriv navnet på filen uten nummer, eller oppføringens id.",
                en: "Write the file's name without its number, or the entry's id."
            )),
        }
    }

    fn target(
        &self,
        entry: EntryId,
        fragment: &str,
        name: &str,
        span: Span,
    ) -> Result<Target, Box<Diagnostic>> {
        if fragment.is_empty() {
            return Ok(Target { entry, place: Place::Top });
        }
        let body = &self.plan.entry(entry).body;
        let document = &body.document;
        let heading = document.headings.iter().zip(0..).find(|(one, _)| one.anchor == fragment);
        let point = || body.points.iter().find(|(_, id)| self.plan.point(*id).anchor == fragment);
        let is_item =
            |item: &markdown::Attributes| item.id.as_ref().is_some_and(|(id, _)| id == fragment);
        let item = || document.items.iter().zip(0..).find(|(item, _)| is_item(item));
        let place = if let Some((_, heading)) = heading {
            Place::Heading(heading)
        } else if let Some((_, point)) = point() {
            Place::Point(*point)
        } else if let Some((_, item)) = item() {
            Place::Item(item)
        } else {
            let name = if name.is_empty() { &self.plan.entry(entry).name } else { name };
            return Err(Box::new(unknown_place(document, fragment, name, span)));
        };
        Ok(Target { entry, place })
    }

    // ---- words

    fn words(&self, target: Target, written: &str, place: &str, reference: &Reference) -> String {
        if reference.has_words {
            return String::new();
        }
        let entry = self.plan.entry(target.entry);
        let mut words = match target.place {
            Place::Top => link_title(entry),
            Place::Heading(heading) => entry.body.document.headings[heading as usize].text.clone(),
            Place::Point(point) => item_words(entry, self.plan.point(point).node),
            Place::Item(item) => entry
                .body
                .document
                .nodes
                .iter()
                .position(|node| node.tag == markdown::Tag::Item(Some(item)))
                .map_or_else(String::new, |node| item_words(entry, node as u32)),
        };
        let is_name =
            matches!(entry.kind, Kind::Source | Kind::Reference | Kind::Service | Kind::Value)
                && target.place == Place::Top;
        let capital = written.starts_with(char::is_uppercase);
        if reference.at_start || capital {
            words = upper_first(&words);
        } else if !is_name {
            words = lower_first(&words);
        }
        words.push_str(&reference.ending);
        if !place.is_empty() {
            words.push_str(", ");
            words.push_str(place);
        }
        words
    }

    /// "kapittel 4": never typed by hand.
    fn number(&self, target: Target, reference: &Reference) -> Result<String, Box<Diagnostic>> {
        let entry = self.plan.entry(target.entry);
        let number = match target.place {
            Place::Top => entry.number.as_ref(),
            Place::Heading(heading) => {
                entry.body.numbers.get(heading as usize).and_then(Option::as_ref)
            }
            Place::Point(_) | Place::Item(_) => None,
        };
        let Some(number) = number else {
            let title = &entry.title;
            let message = say!(nb: "«{title}» har ikke noe nummer", en: "“{title}” has no number");
            return Err(Box::new(Diagnostic::at(&UNKNOWN_REFERENCE, reference.span, message).help(
                say!(
                    nb: "Kapitler, sider, utviklingsområder og kjernekomponenter har nummer. Skriv [[…]] uten |#.",
                    en: "Chapters, pages, areas and components have numbers. Write [[…]] without |#."
                ),
            )));
        };
        let word = match (self.plan.settings.language, reference.at_start) {
            (Language::Nb | Language::Nn, false) => "kapittel",
            (Language::Nb | Language::Nn, true) => "Kapittel",
            (Language::Se, false) => "kapihtal",
            (Language::Se, true) => "Kapihtal",
            (Language::Sv, false) => "kapitel",
            (Language::Sv, true) => "Kapitel",
            (Language::En, false) => "chapter",
            (Language::En, true) => "Chapter",
        };
        Ok(format!("{word}\u{a0}{number}"))
    }
}

/// What an entry is called in running text.
fn link_title(entry: &Entry) -> String {
    let Some(reference) = entry.reference() else { return entry.title.clone() };
    if !reference.short.is_empty() {
        return reference.short.clone();
    }
    let is_literature = reference.level == Some(Level::Literature);
    match (is_literature, reference.author.as_str(), reference.year) {
        (true, author, Some(year)) if !author.is_empty() => {
            format!("{author} {}", year.format(Language::Nb))
        }
        _ => entry.title.clone(),
    }
}

/// The first words of a list item.
fn item_words(entry: &Entry, node: u32) -> String {
    let document = &entry.body.document;
    let end = document.nodes[node as usize].next as usize;
    document.plain(node as usize + 1..end).trim().trim_end_matches('.').to_string()
}

/// The words as they stand at the start of a sentence.
fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.collect::<String>() + letters.as_str()
}

/// The words as they stand within a sentence; an abbreviation keeps its capitals.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().to_string() + &words[first.len_utf8()..]
        }
        _ => words.to_string(),
    }
}
