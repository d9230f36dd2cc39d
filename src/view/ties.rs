//! Relations that the model holds in one direction only, turned around once for all pages.

use crate::model::{ComponentId, Details, EntryId, Plan};
use std::collections::HashMap;

/// What hangs on what.
#[derive(Default)]
pub(super) struct Ties {
    components: HashMap<ComponentId, Vec<EntryId>>,
    responsible: HashMap<EntryId, Vec<EntryId>>,
    within: HashMap<EntryId, Vec<EntryId>>,
}

impl Ties {
    pub(super) fn of(plan: &Plan) -> Ties {
        let mut ties = Ties::default();
        for (id, entry) in plan.all() {
            match &entry.details {
                Details::Measure(measure) => {
                    for component in &measure.components {
                        ties.components.entry(*component).or_default().push(id);
                    }
                    for who in &measure.responsible {
                        ties.responsible.entry(*who).or_default().push(id);
                    }
                }
                Details::Event(event) => {
                    if let Some(who) = event.role {
                        ties.responsible.entry(who).or_default().push(id);
                    }
                }
                Details::Service(service) => {
                    if let Some(field) = service.field {
                        ties.within.entry(field.into()).or_default().push(id);
                    }
                }
                Details::QualityTool(tool) => {
                    if let Some(field) = tool.field {
                        ties.within.entry(field.into()).or_default().push(id);
                    }
                }
                Details::Role(role) => {
                    for service in &role.services {
                        ties.within.entry((*service).into()).or_default().push(id);
                    }
                }
                _ => {}
            }
        }
        ties
    }

    /// The measures that work on a component.
    pub(super) fn of_component(&self, id: ComponentId) -> &[EntryId] {
        self.components.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The measures and events that a role or a service answers for.
    pub(super) fn answered_by(&self, id: EntryId) -> &[EntryId] {
        self.responsible.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The services and tools of a field of work; the roles of a service.
    pub(super) fn within(&self, id: EntryId) -> &[EntryId] {
        self.within.get(&id).map_or(&[], Vec::as_slice)
    }
}
