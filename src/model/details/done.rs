//! What is wanted and done: areas, goals, measures, roles, the annual wheel, quality tools.

use crate::model::{
    Adopted, AreaId, Body, ComponentId, EntryId, FieldId, GoalId, IndicatorId, MeasureId,
    NarrativeId, ServiceId,
};
use crate::text::{Period, When};

/// What the plan wants to develop. Norwegian: *utviklingsområde*.
#[derive(Debug, Clone, Default)]
pub struct DevelopmentArea {
    /// Its goals, main goals first as written.
    pub goals: Vec<GoalId>,
    /// Its components.
    pub components: Vec<ComponentId>,
    /// UN sustainable development goals.
    pub sdg: Vec<u8>,
    /// Events of the annual wheel that name it.
    pub events: Vec<EntryId>,
    /// Quality tools that treat it.
    pub tools: Vec<EntryId>,
}

/// What should become true. Norwegian: *mål*.
#[derive(Debug, Clone, Default)]
pub struct Goal {
    /// The area it belongs to.
    pub area: Option<AreaId>,
    /// The goal itself, in words.
    pub text: Body,
    /// The main goal that it stands under.
    pub under: Option<GoalId>,
    /// Goals under it.
    pub sub_goals: Vec<GoalId>,
    /// What measures it.
    pub indicators: Vec<IndicatorId>,
    /// What is done for it.
    pub measures: Vec<MeasureId>,
    /// Narratives that touch it.
    pub narratives: Vec<NarrativeId>,
    /// UN sustainable development goals.
    pub sdg: Vec<u8>,
}

/// What is done. Norwegian: *tiltak*. Never a data point: that is an `Observation`.
#[derive(Debug, Clone, Default)]
pub struct Measure {
    /// The goals that it serves; none when it serves the whole plan.
    pub goals: Vec<GoalId>,
    /// The components that it works on.
    pub components: Vec<ComponentId>,
    /// Who is responsible: roles and services.
    pub responsible: Vec<EntryId>,
    /// When it is done.
    pub period: Option<Period>,
    /// What it costs, as written.
    pub cost: String,
    /// The indicators that it should move.
    pub indicators: Vec<IndicatorId>,
    /// Whether it is tried out before it is decided on.
    pub pilot: bool,
    /// The decision behind it.
    pub decision: Option<Adopted>,
    /// Its log, oldest first.
    pub statuses: Vec<StatusEntry>,
    /// UN sustainable development goals.
    pub sdg: Vec<u8>,
}

/// A row of a measure's log. Norwegian: *status*.
#[derive(Debug, Clone)]
pub struct StatusEntry {
    /// The day; unknown in old plans.
    pub on: Option<When>,
    /// The state from then on.
    pub state: Option<State>,
    /// In words.
    pub text: Body,
}

/// Where a measure stands. Norwegian: *tilstand*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum State {
    Planned,
    Started,
    Done,
    Stopped,
    Continued,
}

/// Who answers for what. Norwegian: *ansvar*, *rolle*.
#[derive(Debug, Clone, Default)]
pub struct Role {
    /// The services it works in.
    pub services: Vec<ServiceId>,
    /// The measures it is responsible for.
    pub measures: Vec<MeasureId>,
    /// Its events of the annual wheel.
    pub events: Vec<EntryId>,
}

/// An event of the annual wheel. Norwegian: *aktivitet i årshjulet*.
#[derive(Debug, Clone, Default)]
pub struct WheelEvent {
    /// The months it falls in, 1 to 12, every year.
    pub months: Vec<u8>,
    /// A date, when it has one.
    pub on: Option<When>,
    /// Who carries it out.
    pub role: Option<EntryId>,
    /// The areas it serves.
    pub areas: Vec<AreaId>,
}

impl WheelEvent {
    /// The months that it falls in: those told, or its date's. None where a date tells but a year.
    #[must_use]
    pub fn in_months(&self) -> Vec<i8> {
        match self.on {
            Some(When::Year(_) | When::SchoolYear(_) | When::Years(..)) => Vec::new(),
            Some(on) => (on.first_day().month()..=on.last_day().month()).collect(),
            None => self.months.iter().filter_map(|month| i8::try_from(*month).ok()).collect(),
        }
    }
}

/// A tool that says what good practice looks like in a field of work. Norwegian: *kvalitetsverktøy*.
#[derive(Debug, Clone, Default)]
pub struct QualityTool {
    /// The field of work.
    pub field: Option<FieldId>,
    /// Where it stands.
    pub state: Option<ToolState>,
    /// The areas that its headings treat: `(heading, area)`.
    pub areas: Vec<(u32, AreaId)>,
}

/// Where a quality tool stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum ToolState {
    Planned,
    Draft,
    InUse,
}
