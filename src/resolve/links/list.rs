//! Lists of entries chosen by field: `![[measure state=started]]`.
//!
//! [`FILTERS`] says which fields a kind may be chosen by and what their values are; a value that is none
//! of these is told, so that a list is never silently empty.

use super::Linker;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::{UNKNOWN_CHOICE, UNKNOWN_FIELD, WRONG_KIND};
use crate::model::{ComponentId, Details, Embed, EntryId, Goal, Judgement, Level, State};
use crate::say;
use crate::text::{Span, nearest};
use crate::vocabulary::{ChoiceSet, Kind, fields_of, find, sub_fields};

/// What a field is compared with.
#[derive(Clone, Copy)]
enum Values {
    /// A word of a set of choices.
    Choice(&'static str),
    /// An entry's id.
    Entry,
    /// `true` or `false`.
    Flag,
}

/// The fields that a kind's lists may be chosen by; every kind may be chosen by `audience`.
const FILTERS: &[(Kind, &str, Values)] = &[
    (Kind::Indicator, "assessment", Values::Choice("assessment")),
    (Kind::Indicator, "goals", Values::Entry),
    (Kind::Indicator, "source", Values::Entry),
    (Kind::Measure, "state", Values::Choice("measure-state")),
    (Kind::Measure, "goals", Values::Entry),
    (Kind::Measure, "responsible", Values::Entry),
    (Kind::Measure, "pilot", Values::Flag),
    (Kind::Goal, "area", Values::Entry),
    (Kind::Reference, "level", Values::Choice("level")),
    (Kind::Event, "areas", Values::Entry),
    (Kind::Event, "role", Values::Entry),
    (Kind::Narrative, "goals", Values::Entry),
    (Kind::QualityTool, "field", Values::Entry),
    (Kind::Service, "field", Values::Entry),
];

/// What a filter asks for.
#[derive(Clone, Copy)]
enum Wanted {
    Word(&'static str),
    Entry(EntryId),
    Flag(bool),
}

impl Linker<'_> {
    pub(super) fn list(
        &self,
        kind: &str,
        filters: &[(String, String)],
        span: Span,
    ) -> Result<Embed, Box<Diagnostic>> {
        let Some(kind) = Kind::find(kind) else {
            if self.home.is_none_or(|home| self.plan.entry(home).area().is_none()) {
                let message = say!(
                    nb: "Bare et utviklingsområde har kjernekomponenter å vise",
                    en: "Only a development area has core components to show"
                );
                return Err(Box::new(Diagnostic::at(&WRONG_KIND, span, message)));
            }
            let own = self.plan.components.iter().enumerate();
            let own = own.filter(|(_, component)| Some(component.area) == self.home);
            return Ok(Embed::Components(own.map(|(place, _)| ComponentId::at(place)).collect()));
        };
        let mut chosen: Vec<EntryId> = self.plan.of_kind(kind).map(|(id, _)| id).collect();
        for (field, value) in filters {
            let (field, values) = filter(kind, field, span)?;
            let wanted = self.wanted(values, value, span)?;
            chosen.retain(|id| self.has(*id, field, wanted));
        }
        Ok(Embed::Cards(chosen))
    }

    fn wanted(&self, values: Values, written: &str, span: Span) -> Result<Wanted, Box<Diagnostic>> {
        let set = match values {
            Values::Entry => return Ok(Wanted::Entry(self.named(written, span)?)),
            Values::Flag => return Ok(Wanted::Flag(written == "true")),
            Values::Choice(set) => ChoiceSet::named(set),
        };
        let words = set.map_or(&[][..], |set| set.words);
        if let Some(word) = find(words, written) {
            return Ok(Wanted::Word(word.name));
        }
        let (nb, en): (Vec<_>, Vec<_>) = words.iter().map(|word| (word.nb[0], word.name)).unzip();
        let (nb, en) = (nb.join(", "), en.join(", "));
        let message = say!(nb: "Det kan ikke velges på «{written}»", en: "Nothing can be chosen by “{written}”");
        let help = say!(nb: "Det kan være: {nb}", en: "It can be: {en}");
        Err(Box::new(Diagnostic::at(&UNKNOWN_CHOICE, span, message).help(help)))
    }

    /// Whether an entry's field has what is wanted.
    fn has(&self, id: EntryId, field: &str, wanted: Wanted) -> bool {
        let entry = self.plan.entry(id);
        let among = |ids: Vec<EntryId>| matches!(wanted, Wanted::Entry(id) if ids.contains(&id));
        let is_word =
            |name: Option<&str>| matches!(wanted, Wanted::Word(word) if name == Some(word));
        match (field, &entry.details) {
            ("audience", _) => entry.audience.all || among(ids(&entry.audience.of)),
            ("assessment", Details::Indicator(indicator)) => {
                let latest = indicator.latest_finding();
                is_word(latest.and_then(|finding| finding.assessment).map(Judgement::name))
            }
            ("goals", Details::Indicator(indicator)) => {
                // A goal may name it, and the ends are not tied yet when texts are read for the first time.
                let named_by =
                    |goal: &Goal| goal.indicators.iter().any(|one| EntryId::from(*one) == id);
                let by_goal = matches!(wanted, Wanted::Entry(goal) if self.plan.entry(goal).goal().is_some_and(named_by));
                by_goal || among(ids(&indicator.goals))
            }
            ("source", Details::Indicator(indicator)) => {
                among(indicator.sources.iter().map(|cited| cited.source).collect())
            }
            ("state", Details::Measure(measure)) => {
                let state = measure.statuses.iter().rev().find_map(|status| status.state);
                is_word(state.map(State::name))
            }
            ("goals", Details::Measure(measure)) => among(ids(&measure.goals)),
            ("responsible", Details::Measure(measure)) => among(measure.responsible.clone()),
            ("pilot", Details::Measure(measure)) => {
                matches!(wanted, Wanted::Flag(flag) if flag == measure.pilot)
            }
            ("area", Details::Goal(goal)) => {
                // A goal's row belongs to the area that it stands in.
                let row_of = entry.parent.filter(|id| self.plan.entry(*id).area().is_some());
                among(goal.area.map(EntryId::from).or(row_of).into_iter().collect())
            }
            ("level", Details::Reference(reference)) => is_word(reference.level.map(Level::name)),
            ("areas", Details::Event(event)) => among(ids(&event.areas)),
            ("role", Details::Event(event)) => among(event.role.into_iter().collect()),
            ("goals", Details::Narrative(narrative)) => among(ids(&narrative.goals)),
            ("field", Details::QualityTool(tool)) => {
                among(tool.field.map(EntryId::from).into_iter().collect())
            }
            ("field", Details::Service(service)) => {
                among(service.field.map(EntryId::from).into_iter().collect())
            }
            _ => false,
        }
    }
}

fn ids<T: Copy + Into<EntryId>>(typed: &[T]) -> Vec<EntryId> {
    typed.iter().map(|id| (*id).into()).collect()
}

/// The filter that a written field means for a kind.
fn filter(
    kind: Kind,
    written: &str,
    span: Span,
) -> Result<(&'static str, Values), Box<Diagnostic>> {
    let own =
        FILTERS.iter().filter(|(of, ..)| *of == kind).map(|(_, field, values)| (*field, *values));
    let all: Vec<(&'static str, Values)> = own.chain([("audience", Values::Entry)]).collect();
    // A finding's fields stand in a table of the indicator's own.
    let inner = sub_fields("finding").unwrap_or(&[]);
    let mut words = fields_of(kind)
        .iter()
        .copied()
        .chain(crate::vocabulary::FIELDS.iter().filter(|word| inner.contains(&word.name)));
    let word = words.find(|word| word.is_written(written));
    let found = word.and_then(|word| all.iter().find(|(field, _)| *field == word.name));
    if let Some(found) = found {
        return Ok(*found);
    }
    let (nb, en) = (kind.word().nb[0], kind.name());
    let message = say!(
        nb: "En liste av slaget «{nb}» kan ikke velges på «{written}»",
        en: "A list of the kind “{en}” can't be chosen by “{written}”"
    );
    let names: Vec<&str> = all.iter().map(|(field, _)| *field).collect();
    let near = nearest(written, names.iter().copied());
    let names = near.map_or_else(|| names.join(", "), ToString::to_string);
    let help = say!(nb: "Den kan velges på: {names}", en: "It can be chosen by: {names}");
    Err(Box::new(Diagnostic::at(&UNKNOWN_FIELD, span, message).help(help)))
}
