//! Components, characteristics, meanings and findings: parts of a body that are entries of their own.

use super::audience;
use super::drafts::{Draft, id_of_the_page};
use super::id;
use super::memory::Recall;
use super::names::Names;
use super::tree::Tree;
use crate::diagnostic::rules::{DOUBLED_ID, UNKNOWN_FIELD, UNKNOWN_REFERENCE, UNKNOWN_ROLE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::{Attributes, Document, Heading, Tag, Target, is_of_the_page};
use crate::model::{Audiences, Body, Component, ComponentId, EntryId, Point, PointId, PointRole};
use crate::parse::RawValue;
use crate::say;
use crate::text::{Span, nearest};
use crate::vocabulary::{self, FIELDS, Kind, ROLES};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What was found, with lists by entry.
pub(super) struct Marked {
    pub(super) components: Vec<Component>,
    pub(super) points: Vec<Point>,
    /// Numbers of headings.
    pub(super) numbers: Vec<Vec<Option<String>>>,
    /// Points by node.
    pub(super) in_body: Vec<Vec<(u32, PointId)>>,
    /// Whom the entries themselves are for.
    pub(super) audiences: Vec<Audiences>,
}

impl Marked {
    /// The body of an entry, with what was found in it.
    pub(super) fn body(
        &mut self,
        place: usize,
        document: Arc<Document>,
        first: (u32, u32),
    ) -> Body {
        Body {
            document,
            numbers: std::mem::take(&mut self.numbers[place]),
            points: std::mem::take(&mut self.in_body[place]),
            first_figure: first.0,
            first_table: first.1,
            ..Body::default()
        }
    }
}

/// Finds them in one body.
fn find_in(place: usize, draft: &Draft, finder: &mut Finder<'_>) {
    let attributes = draft.body.headings.iter().map(|heading| &heading.attributes);
    for attributes in attributes.chain(&draft.body.items) {
        check_attributes(attributes, finder.diagnostics);
    }
    let second = draft.body.headings.iter().filter_map(|heading| heading.attributes.classes.get(1));
    let of_items = draft.body.items.iter().filter_map(|item| item.classes.first());
    for (class, span) in second.chain(of_items) {
        let message = say!(
            nb: "Rollen «{class}» gjør ingenting her",
            en: "The role “{class}” does nothing here"
        );
        let help = say!(
            nb: "En overskrift kan ha én rolle, og et punkt ingen.",
            en: "A heading may have one role, and an item none."
        );
        finder.diagnostics.push(Diagnostic::at(&UNKNOWN_ROLE, *span, message).help(help));
    }
    check_ids(&draft.body, finder.diagnostics);
    if draft.body.headings.iter().any(|heading| heading.role.is_some()) {
        let own = draft.body.items.iter().filter_map(|item| Some(item.id.as_ref()?.0.clone()));
        let headings = draft.body.headings.iter().map(|heading| heading.anchor.clone());
        finder.fragments = headings.chain(own).collect();
    }
    for (number, heading) in draft.body.headings.iter().enumerate() {
        match heading.role {
            Some("component") => finder.component(place, draft, number),
            Some("characteristics") => {
                finder.points(place, draft, number, PointRole::Characteristic)
            }
            Some("meaning") => finder.points(place, draft, number, PointRole::Meaning),
            Some("findings") => finder.points(place, draft, number, PointRole::Finding),
            _ => {}
        }
    }
}

/// Finds the marked parts of all drafts.
pub(super) fn find(
    drafts: &[Draft],
    tree: &Tree,
    names: &mut Names,
    recall: &Recall<'_>,
    diagnostics: &mut Diagnostics,
) -> Marked {
    let marked = Marked {
        components: Vec::new(),
        points: Vec::new(),
        numbers: drafts.iter().map(|draft| vec![None; draft.body.headings.len()]).collect(),
        in_body: vec![Vec::new(); drafts.len()],
        audiences: Vec::with_capacity(drafts.len()),
    };
    let fragments = HashSet::new();
    let mut finder = Finder { tree, names, diagnostics, marked, fragments };
    for (place, draft) in drafts.iter().enumerate() {
        let audience = finder.audience_of(draft);
        finder.marked.audiences.push(audience);
        if !recall.is_plain(place)
            && (!draft.body.headings.is_empty() || !draft.body.items.is_empty())
        {
            find_in(place, draft, &mut finder);
        }
    }
    finder.marked
}

/// What finding needs to look at, and what it has found.
struct Finder<'f> {
    tree: &'f Tree,
    names: &'f mut Names,
    diagnostics: &'f mut Diagnostics,
    marked: Marked,
    /// The fragments of the body that is looked at: its headings' and its items' own.
    fragments: HashSet<String>,
}

impl Finder<'_> {
    fn audience_of(&mut self, draft: &Draft) -> Audiences {
        let Some(field) = draft.table.get("audience") else { return Audiences::default() };
        let texts: Vec<(&str, Span)> = match &field.value {
            RawValue::Text(text) => vec![(text.as_str(), field.span)],
            RawValue::List(items) => items
                .iter()
                .filter_map(|(value, span)| match value {
                    RawValue::Text(text) => Some((text.as_str(), *span)),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        audience::read(texts, self.names, |told| self.diagnostics.push(told))
    }

    fn component(&mut self, place: usize, draft: &Draft, number: usize) {
        let heading = &draft.body.headings[number];
        let span = heading_span(&draft.body, heading);
        if draft.kind != Kind::DevelopmentArea {
            let message = say!(
                nb: "En kjernekomponent hører hjemme i et utviklingsområde",
                en: "A core component belongs in a development area"
            );
            self.diagnostics.push(Diagnostic::at(&UNKNOWN_ROLE, span, message));
            return;
        }
        let area = id(place);
        let earlier = self.marked.components.iter().filter(|one| one.area == area).count();
        let own = self.tree.branches[place].number.as_ref();
        let own_number = own.map(|own| format!("{own}.{}", earlier + 1));
        let component = ComponentId::at(self.marked.components.len());
        self.names.add_component(area, &heading.anchor, component);
        self.marked.numbers[place][number].clone_from(&own_number);
        self.marked.components.push(Component {
            area,
            heading: short(number),
            anchor: heading.anchor.clone(),
            title: heading.text.clone(),
            number: own_number,
            indicators: Vec::new(),
            span,
        });
    }

    /// Every item of the lists under a heading.
    fn points(&mut self, place: usize, draft: &Draft, number: usize, role: PointRole) {
        let document = &draft.body;
        let heading = &document.headings[number];
        let shared = self.audience_in(&heading.attributes);
        let origin = self.origin(&heading.attributes);
        let start = document.nodes[heading.node as usize].next as usize;
        let lists = document
            .siblings(start..document.section_end(number))
            .filter(|node| matches!(document.nodes[*node].tag, Tag::List(_)));
        let items: Vec<usize> = lists.flat_map(|list| document.children(list)).collect();
        for (count, node) in items.into_iter().enumerate() {
            let none = Attributes::default();
            let own = match document.nodes[node].tag {
                Tag::Item(Some(item)) => &document.items[item as usize],
                _ => &none,
            };
            let has_own = own.value("audience").is_some();
            let audience = if has_own { self.audience_in(own) } else { shared.clone() };
            let mut from = self.mentioned(document, node);
            from.extend(self.origin(own));
            if from.is_empty() {
                from.clone_from(&origin);
            }
            let numbered = || self.numbered(&heading.anchor, count + 1);
            let anchor = own.id.as_ref().map_or_else(numbered, |(id, _)| id.clone());
            let point = PointId::at(self.marked.points.len());
            self.marked.in_body[place].push((short(node), point));
            self.marked.points.push(Point {
                role,
                entry: id(place),
                heading: short(number),
                node: short(node),
                anchor,
                audience,
                from,
            });
        }
    }

    /// The fragment of an item that has none of its own.
    fn numbered(&self, heading: &str, number: usize) -> String {
        let mut anchor = format!("{heading}-{number}");
        while self.fragments.contains(&anchor) {
            anchor.push_str("-punkt");
        }
        anchor
    }

    fn audience_in(&mut self, attributes: &Attributes) -> Audiences {
        let written = attributes.value("audience");
        audience::read(written, self.names, |told| self.diagnostics.push(told))
    }

    /// What `from=` names.
    fn origin(&mut self, attributes: &Attributes) -> Vec<EntryId> {
        let Some((written, span)) = attributes.value("from") else { return Vec::new() };
        let mut found = Vec::new();
        for name in written.split(',').filter(|name| !name.is_empty()) {
            match self.names.find(name) {
                Some(id) => found.push(id),
                None => {
                    let kinds = [Kind::Narrative, Kind::Article];
                    self.diagnostics.push(self.names.unknown(name, span, &kinds));
                }
            }
        }
        found
    }

    /// Narratives and articles that an item links to.
    fn mentioned(&self, document: &Document, item: usize) -> Vec<EntryId> {
        let nodes = &document.nodes[item..document.nodes[item].next as usize];
        let mut found = Vec::new();
        for node in nodes {
            let Tag::Reference(reference) = node.tag else { continue };
            let Target::Entry { name, .. } = &document.references[reference as usize].target else {
                continue;
            };
            let Some(id) = self.names.find(name) else { continue };
            let tells = matches!(self.names.kind(id), Kind::Narrative | Kind::Article);
            if tells && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }
}

/// The place of a heading's words.
pub(super) fn heading_span(document: &Document, heading: &Heading) -> Span {
    let node = &document.nodes[heading.node as usize];
    let line = document.source_of(node).lines().next().map_or(0, |line| line.trim_end().len());
    document.span(node.start as usize..node.start as usize + line)
}

/// Classes must be roles, and names must be attributes.
fn check_attributes(attributes: &Attributes, diagnostics: &mut Diagnostics) {
    for (class, span) in &attributes.classes {
        if vocabulary::find(ROLES, class).is_none() {
            let message = say!(nb: "Det finnes ingen rolle som heter «{class}»", en: "There is no role called “{class}”");
            let diagnostic = Diagnostic::at(&UNKNOWN_ROLE, *span, message);
            let near = nearest(class, ROLES.iter().flat_map(|word| word.spellings()));
            let nb: Vec<_> = ROLES.iter().map(|word| word.nb[0]).collect();
            let en: Vec<_> = ROLES.iter().map(|word| word.name).collect();
            let (nb, en) = (nb.join(", "), en.join(", "));
            diagnostics.push(diagnostic.help(match near {
                Some(near) => say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"),
                None => say!(nb: "Rollene er: {nb}", en: "The roles are: {en}"),
            }));
        }
    }
    for (name, _, span) in &attributes.pairs {
        let known = ["audience", "from", "area", "id"];
        let mut words = FIELDS.iter().filter(|word| known.contains(&word.name));
        if !words.any(|word| word.is_written(name)) {
            let message = say!(
                nb: "«{name}» kan ikke stå mellom krøllparenteser",
                en: "“{name}” can't stand between braces"
            );
            diagnostics.push(Diagnostic::at(&UNKNOWN_FIELD, *span, message).help(say!(
                nb: "Her kan det stå målgruppe=, fra= og område=.",
                en: "Here stand audience=, from= and area=."
            )));
        }
    }
}

/// Ids within one text must differ.
fn check_ids(document: &Document, diagnostics: &mut Diagnostics) {
    let headings = document.headings.iter().filter_map(|heading| heading.attributes.id.as_ref());
    let items = document.items.iter().filter_map(|item| item.id.as_ref());
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for (id, span) in headings.chain(items) {
        if is_of_the_page(id) {
            diagnostics.push(id_of_the_page(id, *span));
        }
        if let Some(first) = seen.insert(id, *span) {
            let message = say!(nb: "«#{id}» er brukt to ganger i filen", en: "“#{id}” is used twice in the file");
            diagnostics.push(
                Diagnostic::at(&DOUBLED_ID, *span, message)
                    .label(first, say!(nb: "her er den første", en: "the first is here")),
            );
        }
    }
}

/// What to say of a place that an entry does not have.
pub(super) fn unknown_place(
    document: &Document,
    fragment: &str,
    name: &str,
    span: Span,
) -> Diagnostic {
    let message = say!(
        nb: "«{name}» har ingen overskrift eller noe punkt som heter «{fragment}»",
        en: "“{name}” has no heading or item called “{fragment}”"
    );
    let diagnostic = Diagnostic::at(&UNKNOWN_REFERENCE, span, message);
    let headings = document.headings.iter().map(|heading| heading.anchor.as_str());
    let items =
        document.items.iter().filter_map(|item| item.id.as_ref()).map(|(id, _)| id.as_str());
    match nearest(fragment, headings.chain(items)) {
        Some(near) => {
            diagnostic.help(say!(nb: "Mente du «#{near}»?", en: "Did you mean “#{near}”?"))
        }
        None => diagnostic.help(say!(
            nb: "Gi overskriften en id: ## Overskrift {{#{fragment}}}",
            en: "Give the heading an id: ## Heading {{#{fragment}}}"
        )),
    }
}

fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
