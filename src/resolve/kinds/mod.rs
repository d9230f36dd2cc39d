//! What is particular to each kind, read from its fields. One function a kind.

mod counted;
pub(super) mod done;
mod said;

use super::drafts::Draft;
use super::read::Reader;
use super::{World, reading};
use crate::diagnostic::Diagnostics;
use crate::model::{Adopted, Details, EntryId};
use crate::vocabulary::Kind;

/// Reads a draft's particulars.
pub(super) fn read(draft: &Draft, world: &World<'_>) -> (Details, Diagnostics) {
    reading(draft, world, |reader| match draft.kind {
        Kind::Page => Details::Page,
        Kind::Chapter => Details::Chapter,
        Kind::Field => Details::Field,
        Kind::Audience => Details::Audience,
        Kind::Value => Details::Value(Box::new(said::value(reader))),
        Kind::Indicator => Details::Indicator(Box::new(counted::indicator(reader, draft, world))),
        Kind::Narrative => Details::Narrative(Box::new(said::narrative(reader))),
        Kind::DevelopmentArea => Details::DevelopmentArea(done::area(reader)),
        Kind::Goal => Details::Goal(Box::new(done::goal(reader, draft))),
        Kind::Measure => Details::Measure(Box::new(done::measure(reader, draft))),
        Kind::Role => Details::Role(done::role(reader)),
        Kind::Event => Details::Event(done::event(reader)),
        Kind::QualityTool => Details::QualityTool(done::tool(reader, draft)),
        Kind::Report => Details::Report(said::report(reader)),
        Kind::Article => Details::Article(said::article(reader)),
        Kind::Source => Details::Source(counted::source(reader)),
        Kind::Reference => Details::Reference(said::reference(reader)),
        Kind::Term => Details::Term(said::term(reader, world)),
        Kind::Service => Details::Service(said::service(reader)),
        Kind::Attachment => Details::Attachment(said::attachment(reader, draft, world)),
        Kind::Hearing => Details::Hearing(Box::new(said::hearing(reader, draft))),
    })
}

/// A decision: who, when, in which case.
pub(super) fn decision(reader: &Reader<'_>, field: &str) -> Option<Adopted> {
    let (inside, _) = reader.table(field)?;
    Some(Adopted {
        by: inside.text("by"),
        on: inside.when("on"),
        case: inside.text("case"),
        text: inside.text("text"),
    })
}

/// Ids of one kind, typed.
fn typed<T>(
    reader: &Reader<'_>,
    field: &str,
    kind: Kind,
    of: impl Fn(EntryId, Kind) -> Option<T>,
) -> Vec<T> {
    reader.entries(field, &[kind]).into_iter().filter_map(|id| of(id, kind)).collect()
}

/// UN sustainable development goals, 1 to 17.
fn sdg(reader: &Reader<'_>) -> Vec<u8> {
    let written = reader.texts("sdg").into_iter();
    written
        .filter_map(|(number, span)| match number.parse() {
            Ok(goal @ 1..=17) => Some(goal),
            _ => {
                let message = crate::say!(
                    nb: "FNs bærekraftsmål har nummer fra 1 til 17, ikke «{number}»",
                    en: "The UN's goals have numbers from 1 to 17, not “{number}”"
                );
                let rule = &crate::diagnostic::rules::WRONG_TYPE;
                reader.tell(crate::diagnostic::Diagnostic::at(rule, span, message));
                None
            }
        })
        .collect()
}
