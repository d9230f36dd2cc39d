//! Narratives: a person's consent, and where characteristics came from.

use super::Input;
use super::gather::{self, Place, by_key};
use crate::diagnostic::rules::{NO_CONSENT, UNKNOWN_ORIGIN};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{About, Details, Entry, Narrative, PointRole};
use crate::say;
use crate::text::{Language, When};
use crate::words::InWords;
use jiff::civil::Date;

/// The rule `no-consent`: whoever is told about has said yes, and the yes still holds.
pub(super) fn no_consent(input: &Input, diagnostics: &mut Diagnostics) {
    for entry in &input.plan.entries {
        if let Details::Narrative(narrative) = &entry.details
            && narrative.about == About::Person
        {
            let found = consent_of(entry, narrative, input.today);
            found.into_iter().for_each(|found| diagnostics.push(found));
        }
    }
}

fn consent_of(entry: &Entry, narrative: &Narrative, today: Date) -> Option<Diagnostic> {
    let title = &entry.title;
    let Some(consent) = narrative.consent else {
        let message = say!(
            nb: "«{title}» handler om en person, men har ikke samtykke",
            en: "“{title}” is about a person, but has no consent"
        );
        return Some(Diagnostic::at(&NO_CONSENT, entry.span, message).help(say!(
            nb: "Spør personen, og skriv samtykke = {{ gitt = …, til = … }}. Er ingen bestemt person ment, skriv handler_om = \"flere\" eller \"oppdiktet\".",
            en: "Ask the person, and write consent = {{ given = …, until = … }}. If no one person is meant, write about = \"several\" or \"invented\"."
        )));
    };
    let both = |when: When| (when.format(Language::Nb), when.format(Language::En));
    let message = match (consent.given, consent.until) {
        (None, _) => say!(
            nb: "Samtykket til «{title}» sier ikke når det ble gitt",
            en: "The consent to “{title}” does not say when it was given"
        ),
        (Some(given), _) if given.first_day() > today => {
            let (nb, en) = both(given);
            say!(
                nb: "Samtykket til «{title}» er gitt {nb}, som ikke har vært ennå",
                en: "The consent to “{title}” was given {en}, which has not been yet"
            )
        }
        (_, Some(until)) if until.last_day() < today => {
            let (nb, en) = both(until);
            say!(
                nb: "Samtykket til «{title}» gikk ut {nb}",
                en: "The consent to “{title}” ended {en}"
            )
        }
        _ => return None,
    };
    Some(Diagnostic::at(&NO_CONSENT, consent.span, message).help(say!(
        nb: "Spør personen på nytt og før inn datoene, eller ta fortellingen ut av planen.",
        en: "Ask the person again and write down the dates, or take the narrative out of the plan."
    )))
}

/// The rule `unknown-origin`: once for a list of characteristics.
pub(super) fn unknown_origin(input: &Input, diagnostics: &mut Diagnostics) {
    let plan = input.plan;
    let characteristics =
        plan.points.iter().filter(|point| point.role == PointRole::Characteristic);
    for ((entry, heading), points) in
        by_key(characteristics.map(|point| ((point.entry, point.heading), point)))
    {
        let document = &plan.entry(entry).body.document;
        let places: Vec<Place> = points
            .iter()
            .filter(|point| point.from.is_empty())
            .filter_map(|point| document.nodes.get(point.node as usize))
            .map(|node| {
                let length = document.source_of(node).lines().next().map_or(0, str::len);
                let start = node.start as usize;
                Place::new(document.span(start..start + length), "")
            })
            .collect();
        let Some(list) = document.headings.get(heading as usize) else { continue };
        let list = &list.text;
        let (count, total) = (places.len(), points.len());
        let message = if count == total {
            say!(
                nb: "Ingen av de {total} kjennetegnene under «{list}» sier hvor de kommer fra",
                en: "None of the {total} characteristics under “{list}” says where it came from"
            )
        } else {
            say!(
                nb: "{count} av {total} kjennetegn under «{list}» sier ikke hvor de kommer fra",
                en: "{count} of {total} characteristics under “{list}” do not say where they came from"
            )
        };
        let help = say!(
            nb: "Skriv from=id (fra=id) i overskriftens klammer, eller lenk fra punktet til fortellingen det kommer fra.",
            en: "Write from=id between the heading's braces, or link from the item to the narrative that it came from."
        );
        gather::tell(&UNKNOWN_ORIGIN, &places, (message, help), diagnostics);
    }
}
