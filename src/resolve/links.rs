//! Every reference in every text: what it points at, and the words that stand for it.

use super::points::unknown_place;
use crate::diagnostic::rules::{UNKNOWN_FIELD, UNKNOWN_FIGURE, UNKNOWN_REFERENCE, WRONG_KIND};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::{self, Reference};
use crate::model::{
    Body, Details, Embed, Entry, EntryId, IndicatorId, Judgement, Level, Link, Place, Plan, State,
    Target, Value,
};
use crate::say;
use crate::text::{Language, Span, When, nearest, shown_figure, slug};
use crate::vocabulary::{CHOICES, FIELDS, Kind, fold};
use rayon::prelude::*;

/// Resolves the links of all texts of the plan.
pub(super) fn resolve(plan: &mut Plan, diagnostics: &mut Diagnostics) {
    let places: Vec<usize> = (0..plan.entries.len()).collect();
    let resolved: Vec<(Vec<Vec<Link>>, Diagnostics)> = places
        .par_iter()
        .map(|place| {
            let mut told = Diagnostics::default();
            let home = EntryId::at(*place);
            let entry = &plan.entries[*place];
            let bodies = std::iter::once(&entry.body).chain(texts(&entry.details));
            let links = bodies.map(|body| Linker { plan, home: Some(home) }.all(body, &mut told));
            (links.collect(), told)
        })
        .collect();
    let front = Linker { plan, home: None }.all(&plan.front, diagnostics);
    plan.front.links = front;
    for (entry, (links, told)) in plan.entries.iter_mut().zip(resolved) {
        diagnostics.append(told);
        let mut links = links.into_iter();
        entry.body.links = links.next().unwrap_or_default();
        for (body, links) in texts_mut(&mut entry.details).into_iter().zip(links) {
            body.links = links;
        }
    }
}

/// The texts in an entry's particulars, in one order.
pub(super) fn texts(details: &Details) -> Vec<&Body> {
    match details {
        Details::Value(value) => vec![&value.statement],
        Details::Indicator(indicator) => indicator.findings.iter().map(|one| &one.text).collect(),
        Details::Narrative(narrative) => narrative.steps.iter().map(|step| &step.text).collect(),
        Details::Goal(goal) => vec![&goal.text],
        Details::Measure(measure) => measure.statuses.iter().map(|one| &one.text).collect(),
        Details::Report(report) => report.groups.iter().map(|group| &group.note).collect(),
        Details::Hearing(hearing) => hearing.questions.iter().collect(),
        _ => Vec::new(),
    }
}

/// The same, to be changed.
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
    fn all(&self, body: &Body, told: &mut Diagnostics) -> Vec<Link> {
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
        if !reference.at_start && !is_name && !capital {
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

    // ---- figures

    fn figure(
        &self,
        entry: EntryId,
        time: &str,
        series: &str,
        span: Span,
    ) -> Result<Link, Box<Diagnostic>> {
        let found = self.plan.entry(entry);
        let Some((indicator, id)) = found.indicator().zip(IndicatorId::of(entry, Kind::Indicator))
        else {
            let title = &found.title;
            let message = say!(nb: "«{title}» er ingen indikator og har ingen tall", en: "“{title}” is no indicator and has no figures");
            return Err(Box::new(Diagnostic::at(&WRONG_KIND, span, message)));
        };
        let unknown = |message| Box::new(Diagnostic::at(&UNKNOWN_FIGURE, span, message));
        let set = &indicator.series;
        let chosen = if series.is_empty() { set.own() } else { set.named(series) };
        let Some(chosen) = chosen else {
            let all: Vec<&str> = set.series.iter().map(|one| one.name.as_str()).collect();
            let message = say!(nb: "Måleserien «{series}» finnes ikke her", en: "There is no series “{series}” here");
            let all = all.join(", ");
            return Err(Box::new(
                unknown(message).help(say!(nb: "Her er: {all}", en: "Here are: {all}")),
            ));
        };
        let wanted = When::parse(time).ok();
        let observation = if time.is_empty() {
            chosen.observations.first().filter(|_| chosen.observations.len() == 1)
        } else {
            chosen.at(wanted)
        };
        let Some(observation) = observation else {
            let language = self.plan.settings.language;
            let times: Vec<String> = chosen
                .observations
                .iter()
                .filter_map(|one| one.time.map(|time| time.format(language)))
                .collect();
            let (name, times) = (&chosen.name, times.join(", "));
            let message = if time.is_empty() {
                say!(nb: "Måleserien «{name}» har flere tall; si hvilket år", en: "The series “{name}” has several figures; say which year")
            } else {
                say!(nb: "Måleserien «{name}» har ikke noe tall for {time}", en: "The series “{name}” has no figure for {time}")
            };
            let help = say!(nb: "Den har tall for: {times}", en: "It has figures for: {times}");
            return Err(Box::new(unknown(message).help(help)));
        };
        let language = self.plan.settings.language;
        let shown = match observation.value {
            Value::Number(number) => {
                shown_figure(number, indicator.decimals, &indicator.unit, language)
            }
            Value::Suppressed | Value::Missing => {
                let message = say!(
                    nb: "Tallet for {time} mangler eller er skjult, og kan ikke vises i teksten",
                    en: "The figure for {time} is missing or suppressed, and can't be shown in the text"
                );
                return Err(unknown(message));
            }
        };
        Ok(Link::Figure { indicator: id, shown })
    }

    // ---- lists

    fn list(
        &self,
        kind: &str,
        filters: &[(String, String)],
        span: Span,
    ) -> Result<Embed, Box<Diagnostic>> {
        let Some(kind) = Kind::find(kind) else {
            let own = self.plan.components.iter().zip(0..);
            let own = own.filter(|(component, _)| Some(component.area) == self.home);
            let ids = own.map(|(_, place)| crate::model::ComponentId::at(place)).collect();
            return Ok(Embed::Components(ids));
        };
        let mut chosen: Vec<EntryId> = self.plan.of_kind(kind).map(|(id, _)| id).collect();
        for (field, value) in filters {
            let Some(word) = FIELDS.iter().find(|word| word.is_written(field)) else {
                let message = say!(nb: "Det finnes ikke noe felt som heter «{field}»", en: "There is no field called “{field}”");
                return Err(Box::new(Diagnostic::at(&UNKNOWN_FIELD, span, message)));
            };
            chosen.retain(|id| self.has(*id, word.name, value));
        }
        Ok(Embed::Cards(chosen))
    }

    /// Whether an entry's field has a value, as it was written in a list's filter.
    fn has(&self, id: EntryId, field: &str, value: &str) -> bool {
        let entry = self.plan.entry(id);
        let wanted = slug(value);
        let is_named = |id: EntryId| self.plan.entry(id).name == wanted;
        match (field, &entry.details) {
            ("assessment", Details::Indicator(indicator)) => {
                let latest = indicator.findings.iter().max_by_key(|finding| finding.on);
                let judgement = latest.and_then(|finding| finding.assessment);
                is_choice("assessment", judgement.map(Judgement::name), value)
            }
            ("state", Details::Measure(measure)) => {
                let state = measure.statuses.iter().rev().find_map(|status| status.state);
                is_choice("measure-state", state.map(State::name), value)
            }
            ("pilot", Details::Measure(measure)) => measure.pilot == (value == "true"),
            ("level", Details::Reference(reference)) => {
                is_choice("level", reference.level.map(Level::name), value)
            }
            ("audience", _) => {
                entry.audience.all || entry.audience.of.iter().any(|id| is_named((*id).into()))
            }
            ("goals", Details::Measure(measure)) => {
                measure.goals.iter().any(|id| is_named((*id).into()))
            }
            ("goals", Details::Indicator(indicator)) => {
                indicator.goals.iter().any(|id| is_named((*id).into()))
            }
            ("responsible", Details::Measure(measure)) => {
                measure.responsible.iter().copied().any(is_named)
            }
            ("source", Details::Indicator(indicator)) => {
                indicator.sources.iter().any(|cited| is_named(cited.source))
            }
            ("area", Details::Goal(goal)) => {
                let row_of = entry.parent.filter(|id| self.plan.entry(*id).area().is_some());
                goal.area.map(EntryId::from).or(row_of).is_some_and(is_named)
            }
            ("areas", Details::Event(event)) => event.areas.iter().any(|id| is_named((*id).into())),
            ("field", Details::QualityTool(tool)) => {
                tool.field.map(EntryId::from).is_some_and(is_named)
            }
            ("field", Details::Service(service)) => {
                service.field.map(EntryId::from).is_some_and(is_named)
            }
            _ => false,
        }
    }
}

/// Whether a written value means the choice of a name.
fn is_choice(set: &str, name: Option<&str>, written: &str) -> bool {
    let words = CHOICES.iter().find(|one| one.name == set).map_or(&[][..], |one| one.words);
    let word = words.iter().find(|word| word.spellings().any(|one| fold(one) == fold(written)));
    word.is_some_and(|word| Some(word.name) == name)
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

/// The words as they stand within a sentence; an abbreviation keeps its capitals.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(words[first.len_utf8()..].chars()).collect()
        }
        _ => words.to_string(),
    }
}
