//! Names of entries and components: what an id that an author wrote means.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::UNKNOWN_REFERENCE;
use crate::model::{ComponentId, EntryId};
use crate::say;
use crate::text::{Span, nearest, slug};
use crate::vocabulary::Kind;
use std::collections::HashMap;

/// Every name of the plan.
#[derive(Debug)]
pub(super) struct Names {
    entries: HashMap<String, EntryId>,
    kinds: Vec<Kind>,
    components: HashMap<EntryId, Vec<(String, ComponentId)>>,
}

impl Names {
    /// Room for so many.
    pub(super) fn with_room(count: usize) -> Names {
        Names {
            entries: HashMap::with_capacity(count),
            kinds: Vec::with_capacity(count),
            components: HashMap::new(),
        }
    }

    /// Adds an entry; the one that has the name already is given back.
    pub(super) fn add(&mut self, name: &str, kind: Kind) -> Option<EntryId> {
        let id = EntryId::at(self.kinds.len());
        self.kinds.push(kind);
        if let Some(earlier) = self.entries.get(name) {
            return Some(*earlier);
        }
        self.entries.insert(name.to_string(), id);
        None
    }

    pub(super) fn add_component(&mut self, area: EntryId, anchor: &str, id: ComponentId) {
        self.components.entry(area).or_default().push((anchor.to_string(), id));
    }

    /// The entry of a name; a name written with capitals or Nordic letters is found by its slug.
    pub(super) fn find(&self, written: &str) -> Option<EntryId> {
        let found = self.entries.get(written).copied();
        found.or_else(|| self.entries.get(&slug(written)).copied())
    }

    pub(super) fn kind(&self, id: EntryId) -> Kind {
        self.kinds[id.index()]
    }

    pub(super) fn component(&self, area: EntryId, anchor: &str) -> Option<ComponentId> {
        let all = self.components.get(&area)?;
        all.iter().find(|(name, _)| name == anchor).map(|(_, id)| *id)
    }

    pub(super) fn components_of(&self, area: EntryId) -> impl Iterator<Item = &str> {
        self.components.get(&area).into_iter().flatten().map(|(name, _)| name.as_str())
    }

    pub(super) fn into_map(self) -> HashMap<String, EntryId> {
        self.entries
    }

    /// What to say of a name that nothing has.
    pub(super) fn unknown(&self, written: &str, span: Span, kinds: &[Kind]) -> Diagnostic {
        let message = say!(
            nb: "Det finnes ingenting i planen som heter «{written}»",
            en: "Nothing in the plan is called “{written}”"
        );
        let diagnostic = Diagnostic::at(&UNKNOWN_REFERENCE, span, message);
        let fits = |id: &EntryId| kinds.is_empty() || kinds.contains(&self.kind(*id));
        let mut candidates: Vec<&str> =
            self.entries.iter().filter(|(_, id)| fits(id)).map(|(name, _)| name.as_str()).collect();
        candidates.sort_unstable();
        let near = nearest(written, candidates.iter().copied());
        match near.or_else(|| nearest(&slug(written), candidates.iter().copied())) {
            Some(near) => {
                diagnostic.help(say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"))
            }
            None if !kinds.is_empty() && candidates.len() <= 12 && !candidates.is_empty() => {
                let all = candidates.join(", ");
                diagnostic.help(say!(nb: "Planen har: {all}", en: "The plan has: {all}"))
            }
            None => diagnostic.help(say!(
                nb: "Lag oppføringen, eller rett navnet: det er filens navn uten nummer, eller feltet «id».",
                en: "Make the entry, or mend the name: it is the file's name without its number, or the field “id”."
            )),
        }
    }
}
