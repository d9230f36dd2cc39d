//! Values, narratives, reports and articles; references, terms, services, attachments and hearings.

use super::typed;
use crate::markdown::Attributes;
use crate::model::{
    About, Article, Attachment, Consent, CoreValue, FieldId, Form, GoalId, Hearing, HearingState,
    LegalBasis, Level, Narrative, Place, Repealed, Service, ServiceId, StatusReport, Step, Target,
    Term, WorkGroup,
};
use crate::parse::RawValue;
use crate::resolve::World;
use crate::resolve::drafts::Draft;
use crate::resolve::points::unknown_place;
use crate::resolve::read::Reader;
use crate::text::order_prefix;
use crate::vocabulary::Kind;

/// A core value.
pub(super) fn value(reader: &Reader<'_>) -> CoreValue {
    CoreValue { statement: reader.body("statement") }
}

/// A narrative.
pub(super) fn narrative(reader: &Reader<'_>) -> Narrative {
    Narrative {
        form: reader.choice("form", "form").and_then(Form::named).unwrap_or_default(),
        about: reader.choice("about", "about").and_then(About::named).unwrap_or_default(),
        consent: reader.table("consent").map(|(consent, span)| Consent {
            given: consent.when("given"),
            until: consent.when("until"),
            span,
        }),
        participants: strings(reader, "participants"),
        services: typed(reader, "services", Kind::Service, ServiceId::of),
        goals: typed(reader, "goals", Kind::Goal, GoalId::of),
        steps: reader.tables("step").iter().map(|(row, _)| step(row)).collect(),
    }
}

fn step(reader: &Reader<'_>) -> Step {
    Step {
        title: reader.text("title"),
        text: reader.body("text"),
        services: typed(reader, "services", Kind::Service, ServiceId::of),
    }
}

fn strings(reader: &Reader<'_>, field: &str) -> Vec<String> {
    reader.texts(field).into_iter().map(|(text, _)| text.to_string()).collect()
}

/// A status report.
pub(super) fn report(reader: &Reader<'_>) -> StatusReport {
    StatusReport {
        as_of: reader.when("as_of"),
        written: reader.when("written"),
        author: reader.text("author"),
        groups: reader.tables("group").iter().map(|(row, _)| group(row)).collect(),
    }
}

fn group(reader: &Reader<'_>) -> WorkGroup {
    let members = reader.tables("members");
    WorkGroup {
        title: reader.text("title"),
        members: members.iter().map(|(row, _)| (row.text("who"), row.whole("count"))).collect(),
        note: reader.body("note"),
    }
}

/// An article.
pub(super) fn article(reader: &Reader<'_>) -> Article {
    Article {
        published: reader.when("published"),
        updated: reader.when("updated"),
        author: reader.text("author"),
        photo: reader.text("photo"),
        source: reader.text("source"),
        goals: typed(reader, "goals", Kind::Goal, GoalId::of),
    }
}

/// A reference.
pub(super) fn reference(reader: &Reader<'_>) -> LegalBasis {
    LegalBasis {
        level: reader.choice("level", "level").and_then(Level::named),
        short: reader.text("short"),
        author: reader.text("author"),
        year: reader.when("year"),
        url: reader.text("url"),
        repealed: match reader.field("repealed").map(|field| &field.value) {
            None | Some(RawValue::Flag(false)) => None,
            Some(RawValue::Flag(true)) => Some(Repealed::SomeTime),
            Some(_) => reader.when("repealed").map(Repealed::Since),
        },
    }
}

/// A term. Where it is explained may be a heading: `defined = "entry#heading"`.
pub(super) fn term(reader: &Reader<'_>, world: &World<'_>) -> Term {
    let defined = reader.text_at("defined").and_then(|(written, span)| {
        let (name, fragment) = written.split_once('#').unwrap_or((written, ""));
        let entry = reader.entry_named(name, span, &[])?;
        let document = &world.drafts[entry.index()].body;
        let heading = document.headings.iter().zip(0..).find(|(one, _)| one.anchor == fragment);
        let has_id = |item: &Attributes| item.id.as_ref().is_some_and(|(id, _)| id == fragment);
        let item = document.items.iter().zip(0..).find(|(item, _)| has_id(item));
        let place = match (heading, item) {
            (Some((_, heading)), _) => Place::Heading(heading),
            (None, Some((_, item))) => Place::Item(item),
            _ if fragment.is_empty() => Place::Top,
            _ => {
                reader.tell(unknown_place(document, fragment, name, span));
                Place::Top
            }
        };
        Some(Target { entry, place })
    });
    Term { abbr: reader.text("abbr"), forms: strings(reader, "forms"), defined }
}

/// A service.
pub(super) fn service(reader: &Reader<'_>) -> Service {
    let field = reader.entry("field", &[Kind::Field]);
    Service { field: field.and_then(|id| FieldId::of(id, Kind::Field)), url: reader.text("url") }
}

/// An attachment.
pub(super) fn attachment(reader: &Reader<'_>, draft: &Draft, world: &World<'_>) -> Attachment {
    let mut attachment = Attachment { about: reader.text("about"), ..Attachment::default() };
    match reader.text_at("file") {
        Some((file, span)) => match world.assets.find(file, &draft.folder) {
            Some(asset) => {
                attachment.file = super::super::files::site_path(asset.path);
                attachment.size = asset.size;
            }
            None => reader.tell(world.assets.missing(file, &draft.folder, span)),
        },
        None => reader.missing("file", Kind::Attachment, draft.span),
    }
    attachment
}

/// A hearing.
pub(super) fn hearing(reader: &Reader<'_>, draft: &Draft) -> Hearing {
    let questions = reader.texts("questions");
    let round = draft.folder.strip_prefix("content/horinger/").unwrap_or_default();
    let round = if draft.is_index && !round.contains('/') { round } else { "" };
    Hearing {
        version: reader.text("version"),
        documents: reader.entries("documents", &[]),
        round: order_prefix(round).map_or(round, |(_, rest)| rest).to_string(),
        opens: reader.when("opens"),
        closes: reader.when("closes"),
        case: reader.text("case"),
        invited: strings(reader, "invited"),
        questions: questions.into_iter().map(|(text, span)| reader.markdown(text, span)).collect(),
        state: reader.choice("state", "hearing-state").and_then(HearingState::named),
    }
}
