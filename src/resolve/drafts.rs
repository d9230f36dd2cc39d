//! Entries with their ids, titles and folders; nothing is looked up yet.

use super::names::Names;
use crate::diagnostic::rules::{BAD_ID, DOUBLED_ID, MISSING_FIELD, UNKNOWN_FIELD};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::{Attributes, Document, is_of_the_page};
use crate::parse::{RawEntry, RawTable, RawValue};
use crate::say;
use crate::text::{SourceFile, Span, slug};
use crate::vocabulary::Kind;
use std::sync::Arc;

/// An entry on its way.
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) id_span: Span,
    pub(super) title: String,
    pub(super) table: Arc<RawTable>,
    pub(super) span: Span,
    pub(super) body: Arc<Document>,
    pub(super) folder: String,
    pub(super) is_index: bool,
    pub(super) is_file: bool,
    /// The draft of the area that a goal's row stands in.
    pub(super) row_of: Option<usize>,
    pub(super) numbered: bool,
    pub(super) was: Option<String>,
}

impl Draft {
    /// Whether anything stands in braces in its text, after a heading or an item.
    pub(super) fn is_marked(&self) -> bool {
        let is_marked =
            |one: &Attributes| one.id.is_some() || !one.classes.is_empty() || !one.pairs.is_empty();
        let headings = &self.body.headings;
        !self.body.items.is_empty()
            || headings.iter().any(|one| one.role.is_some() || is_marked(&one.attributes))
    }
}

/// Makes drafts of raw entries; the goals of an area follow it.
pub(super) fn draft(
    raw: Vec<RawEntry>,
    files: &[SourceFile],
    diagnostics: &mut Diagnostics,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::with_capacity(raw.len());
    for mut entry in raw {
        let goals = match entry.kind {
            Kind::DevelopmentArea => Arc::make_mut(&mut entry.table).take("goal"),
            _ => None,
        };
        let folder = entry.folder.clone();
        drafts.push(one(entry, files, diagnostics));
        let area = drafts.len() - 1;
        let rows = match goals.map(|field| (field.value, field.span)) {
            Some((RawValue::List(rows), _)) => rows,
            Some((row, span)) => vec![(row, span)],
            None => Vec::new(),
        };
        for (number, (row, span)) in rows.into_iter().enumerate() {
            let RawValue::Table(table) = row else {
                let message = say!(nb: "Et mål skrives som en rad: [[mål]]", en: "A goal is written as a row: [[goal]]");
                diagnostics.push(Diagnostic::at(
                    &crate::diagnostic::rules::WRONG_TYPE,
                    span,
                    message,
                ));
                continue;
            };
            let default = format!("{}-mal-{}", drafts[area].id, number + 1);
            let raw = goal_row(table, span, &default, &folder);
            let mut goal = one(raw, files, diagnostics);
            goal.row_of = Some(area);
            drafts.push(goal);
        }
    }
    drafts
}

fn goal_row(mut table: RawTable, header: Span, default: &str, folder: &str) -> RawEntry {
    let span = table.get("text").or(table.get("title")).map_or(header, |field| field.span);
    let (id, id_span) = match table.take("id").map(|field| (field.value, field.span)) {
        Some((RawValue::Text(id), span)) => (id, span),
        _ => (default.to_string(), span),
    };
    RawEntry {
        kind: Kind::Goal,
        id,
        id_span,
        table: Arc::new(table),
        span,
        body: Arc::default(),
        folder: folder.to_string(),
        is_index: false,
        is_file: false,
    }
}

fn one(mut raw: RawEntry, files: &[SourceFile], diagnostics: &mut Diagnostics) -> Draft {
    let name = slug(&raw.id);
    if is_of_the_page(&name) {
        diagnostics.push(id_of_the_page(&name, raw.id_span));
        raw.id = name;
    } else if name != raw.id || raw.id.is_empty() {
        diagnostics.push(bad_id(&raw));
        raw.id = match name {
            name if name.is_empty() => format!("{}-{}", raw.kind.name(), raw.span.start),
            name => name,
        };
    }
    // The body of a register's row stands in its field `text`; a goal's `text` is the goal itself.
    let text = raw.table.get("text").map(|field| (&field.value, field.span));
    if let (false, Some((RawValue::Text(text), span))) = (raw.kind == Kind::Goal, text) {
        if raw.body.is_empty() {
            let file = &files[span.file.0 as usize].text;
            raw.body = Arc::new(crate::markdown::parse_value(text, file, span));
        } else {
            diagnostics.push(two_bodies(span));
        }
    }
    let title = title(&raw, diagnostics);
    let flag = |name: &str| raw.table.get(name).map(|field| &field.value);
    let numbered = !matches!(flag("numbered"), Some(RawValue::Flag(false)));
    let was = match flag("was") {
        Some(RawValue::Text(was) | RawValue::Number(was)) => Some(was.clone()),
        _ => None,
    };
    Draft {
        kind: raw.kind,
        id: raw.id,
        id_span: raw.id_span,
        title,
        table: raw.table,
        span: raw.span,
        body: raw.body,
        folder: raw.folder,
        is_index: raw.is_index,
        is_file: raw.is_file,
        row_of: None,
        numbered,
        was,
    }
}

/// A Markdown file's text stands below its fields; a field beside it would be lost.
fn two_bodies(span: Span) -> Diagnostic {
    let message = say!(
        nb: "Teksten står både i feltet «tekst» og under feltene",
        en: "The text stands both in the field “text” and below the fields"
    );
    Diagnostic::at(&UNKNOWN_FIELD, span, message).help(say!(
        nb: "Flytt den ned under feltene.",
        en: "Move it down below the fields."
    ))
}

fn bad_id(raw: &RawEntry) -> Diagnostic {
    let (id, proposal) = (&raw.id, slug(&raw.id));
    if proposal.is_empty() {
        let message = say!(
            nb: "Oppføringen har ikke noe navn som kan stå i en nettadresse",
            en: "The entry has no name that can stand in an address"
        );
        let help = say!(nb: "Gi den en id: id = \"…\"", en: "Give it an id: id = \"…\"");
        return Diagnostic::at(&BAD_ID, raw.id_span, message).help(help);
    }
    let message = say!(
        nb: "«{id}» kan ikke være en id: den blir del av en nettadresse",
        en: "“{id}” can't be an id: it becomes part of an address"
    );
    Diagnostic::at(&BAD_ID, raw.id_span, message)
        .help(say!(nb: "Skriv «{proposal}».", en: "Write “{proposal}”."))
}

/// An id that every page has a part by.
pub(super) fn id_of_the_page(id: &str, span: Span) -> Diagnostic {
    let message = say!(
        nb: "«{id}» kan ikke være en id: siden selv har en del som heter det",
        en: "“{id}” can't be an id: the page itself has a part called so"
    );
    Diagnostic::at(&BAD_ID, span, message).help(say!(
        nb: "Gi den et annet navn: id = \"{id}-2\", eller {{#{id}-2}} bak en overskrift.",
        en: "Give it another name: id = \"{id}-2\", or {{#{id}-2}} after a heading."
    ))
}

/// The title; a goal without one gets the beginning of its text.
fn title(raw: &RawEntry, diagnostics: &mut Diagnostics) -> String {
    let written = raw.table.get("title").map(|field| &field.value);
    if let Some(RawValue::Text(title) | RawValue::Number(title)) = written
        && !title.trim().is_empty()
    {
        return title.trim().to_string();
    }
    if let (Kind::Goal, Some(RawValue::Text(text))) =
        (raw.kind, raw.table.get("text").map(|field| &field.value))
    {
        return shorten(text.trim().trim_end_matches('.'));
    }
    let (nb, en) = (raw.kind.word().nb[0], raw.kind.name());
    let (field_nb, field_en) = match raw.kind {
        Kind::Goal => ("tekst", "text"),
        _ => ("tittel", "title"),
    };
    let message =
        say!(nb: "{nb} mangler feltet «{field_nb}»", en: "{en} lacks the field “{field_en}”");
    let mut diagnostic = Diagnostic::at(&MISSING_FIELD, raw.span, message);
    let is_bare = raw.is_file && raw.table.fields.is_empty() && raw.span.end <= raw.span.start + 3;
    if is_bare && !raw.body.is_empty() {
        diagnostic = diagnostic.help(say!(
            nb: "Begynn filen med feltene mellom to linjer med +++:  {field_nb} = \"…\"",
            en: "Begin the file with its fields between two lines of +++:  {field_en} = \"…\""
        ));
    } else {
        diagnostic =
            diagnostic.help(say!(nb: "Skriv: {field_nb} = \"…\"", en: "Write: {field_en} = \"…\""));
    }
    diagnostics.push(diagnostic);
    raw.id.clone()
}

/// The first words of a text, at most 70 characters.
fn shorten(text: &str) -> String {
    if text.chars().count() <= 70 {
        return text.to_string();
    }
    let cut: String = text.chars().take(70).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', ' ']))
}

/// Collects the names; a name given twice is told once, with both places.
pub(super) fn name(drafts: &[Draft], diagnostics: &mut Diagnostics) -> Names {
    let mut names = Names::with_room(drafts.len());
    for draft in drafts {
        if let Some(earlier) = names.add(&draft.id, draft.kind) {
            let id = &draft.id;
            let first = &drafts[earlier.index()];
            diagnostics.push(
                Diagnostic::at(
                    &DOUBLED_ID,
                    draft.id_span,
                    say!(nb: "«{id}» er brukt to ganger", en: "“{id}” is used twice"),
                )
                .label(first.id_span, say!(nb: "her er den første", en: "the first is here"))
                .help(say!(
                    nb: "Gi den ene en egen id: id = \"{id}-2\"",
                    en: "Give one of them an id of its own: id = \"{id}-2\""
                )),
            );
        }
    }
    names
}
