//! References to what no longer holds.

use super::Input;
use super::bodies::Part;
use super::gather::{self, Place, by_key};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::rules::REPEALED_REFERENCE;
use crate::markdown::{Document, Tag};
use crate::model::{Details, EntryId, Link, Plan, Repealed};
use crate::say;
use crate::text::{Language, Span};
use crate::words::InWords;

/// Words that show that the author knows.
const AWARE: [&str; 12] = [
    "opphev",
    "erstatt",
    "avløs",
    "tidligere",
    "tidlegare",
    "den gamle",
    "forrige",
    "førre",
    "upphäv",
    "ersatt",
    "repeal",
    "replac",
];

/// The rule `repealed-reference`: once for a reference, unless the paragraph says that it is repealed.
pub(super) fn repealed_reference(input: &Input, parts: &[Part], diagnostics: &mut Diagnostics) {
    let repealed: Vec<EntryId> = repealed(input).collect();
    if repealed.is_empty() {
        return;
    }
    let found = parts.iter().flat_map(|part| {
        let repealed = &repealed;
        part.body.links.iter().enumerate().filter_map(move |(place, link)| match link {
            Link::To { target, .. } if repealed.contains(&target.entry) => {
                let span = unaware(part.document(), place)?;
                Some((target.entry, Place::new(span, "")))
            }
            _ => None,
        })
    });
    for (reference, places) in by_key(found) {
        let title = &input.plan.entry(reference).title;
        let (nb, en) = when(input.plan, reference);
        let message = say!(
            nb: "«{title}» er opphevet{nb}",
            en: "“{title}” has been repealed{en}"
        );
        let help = say!(
            nb: "Vis til det som gjelder nå, eller skriv i avsnittet at det er opphevet.",
            en: "Refer to what holds now, or say in the paragraph that it is repealed."
        );
        gather::tell(&REPEALED_REFERENCE, &places, (message, help), diagnostics);
    }
}

fn repealed<'a>(input: &'a Input) -> impl Iterator<Item = EntryId> + 'a {
    input.plan.all().filter_map(|(id, entry)| match &entry.details {
        Details::Reference(reference) => match reference.repealed? {
            Repealed::Since(when) if when.first_day() > input.today => None,
            _ => Some(id),
        },
        _ => None,
    })
}

/// The place of a reference, unless the paragraph around it shows that the author knows.
fn unaware(document: &Document, reference: usize) -> Option<Span> {
    let written = document.references.get(reference)?;
    let is_it = |tag: Tag| matches!(tag, Tag::Reference(place) | Tag::Embed(place) if place as usize == reference);
    let node = document.nodes.iter().position(|node| is_it(node.tag))?;
    let around = document.nodes[..node].iter().rev().find(|around| {
        let is_block =
            matches!(around.tag, Tag::Paragraph | Tag::Item(_) | Tag::Heading(_) | Tag::Cell(_));
        is_block && around.next as usize > node
    });
    let words = around.map_or("", |block| document.source_of(block)).to_lowercase();
    (!AWARE.iter().any(|aware| words.contains(aware))).then_some(written.span)
}

/// " 1. august 2024", in both languages.
fn when(plan: &Plan, reference: EntryId) -> (String, String) {
    match &plan.entry(reference).details {
        Details::Reference(basis) => match basis.repealed {
            Some(Repealed::Since(when)) => (
                format!(" {}", when.format(Language::Nb)),
                format!(" {}", when.format(Language::En)),
            ),
            _ => Default::default(),
        },
        _ => Default::default(),
    }
}
