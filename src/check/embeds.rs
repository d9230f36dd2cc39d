//! Embeds that embed each other in a circle: the whole plan, where a card opens into its text, would
//! never end.

use super::Input;
use super::bodies::Part;
use crate::diagnostic::rules::EMBED_CIRCLE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Embed, EntryId, Link};
use crate::say;
use crate::text::Span;

/// What an entry embeds, and where.
type Edges = Vec<Vec<(EntryId, Span)>>;

/// The rule `embed-circle`: each circle is told once, at the embed that closes it.
pub(super) fn embed_circle(input: &Input, parts: &[Part], diagnostics: &mut Diagnostics) {
    let mut edges: Edges = vec![Vec::new(); input.plan.entries.len()];
    for part in parts {
        let Some(owner) = part.owner else { continue };
        for (place, link) in part.body.links.iter().enumerate() {
            if let Link::Embed(Embed::Card(embedded)) = link
                && let Some(reference) = part.document().references.get(place)
            {
                edges[owner.index()].push((*embedded, reference.span));
            }
        }
    }
    for circle in circles(&edges) {
        diagnostics.push(told(input, &circle));
    }
}

/// Every circle that a walk from the first entry to the last comes upon, as the embeds along it.
fn circles(edges: &Edges) -> Vec<Vec<(EntryId, Span)>> {
    let mut circles = Vec::new();
    let mut done = vec![false; edges.len()];
    for start in 0..edges.len() {
        // The embeds that led to each open entry, and which of its own comes next.
        let mut path: Vec<((EntryId, Option<Span>), usize)> = vec![((EntryId::at(start), None), 0)];
        while let Some(((entry, _), next)) = path.last_mut() {
            let entry = *entry;
            let Some((embedded, span)) =
                edges[entry.index()].get(*next).copied().filter(|_| !done[entry.index()])
            else {
                done[entry.index()] = true;
                path.pop();
                continue;
            };
            *next += 1;
            match path.iter().position(|((open, _), _)| *open == embedded) {
                Some(from) => {
                    let inner = path[from + 1..].iter();
                    let mut circle: Vec<(EntryId, Span)> =
                        inner.filter_map(|((entry, span), _)| Some((*entry, (*span)?))).collect();
                    circle.push((embedded, span));
                    circles.push(circle);
                }
                None if !done[embedded.index()] => path.push(((embedded, Some(span)), 0)),
                None => {}
            }
        }
    }
    circles
}

fn told(input: &Input, circle: &[(EntryId, Span)]) -> Diagnostic {
    let name = |entry: &(EntryId, Span)| input.plan.entry(entry.0).title.clone();
    let (inner, closing) = circle.split_at(circle.len() - 1);
    let span = closing[0].1;
    let first = name(&closing[0]);
    let message = match inner {
        [] => say!(nb: "«{first}» feller inn seg selv", en: "“{first}” embeds itself"),
        _ => {
            let through = inner.iter().map(name).collect::<Vec<_>>();
            let (nb, en) = (through.join("», «"), through.join("”, “"));
            say!(
                nb: "«{first}» feller inn seg selv gjennom «{nb}»",
                en: "“{first}” embeds itself through “{en}”"
            )
        }
    };
    let mut told = Diagnostic::at(&EMBED_CIRCLE, span, message).help(say!(
        nb: "Ta bort utropstegnet på ett av stedene, så blir innfellingen en lenke.",
        en: "Remove the exclamation mark in one of the places, and the embed becomes a link."
    ));
    for (_, span) in inner {
        told = told.label(*span, say!(nb: "og her", en: "and here"));
    }
    told
}
