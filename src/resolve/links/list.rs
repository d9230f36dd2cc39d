//! Lists of entries chosen by field: `![[measure state=started]]`.

use super::Linker;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::UNKNOWN_FIELD;
use crate::model::{Details, Embed, EntryId, Judgement, Level, State};
use crate::say;
use crate::text::{Span, slug};
use crate::vocabulary::{CHOICES, FIELDS, Kind, fold};

impl Linker<'_> {
    pub(super) fn list(
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
