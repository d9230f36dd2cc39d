//! What is particular to each kind of entry.

use super::{
    Adopted, AreaId, Body, ComponentId, EntryId, FieldId, GoalId, IndicatorId, MeasureId,
    NarrativeId, SeriesSet, ServiceId,
};
use crate::text::{Number, Period, Span, When};

/// The particulars of an entry, by kind.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each type says what it is")]
pub enum Details {
    Page,
    Chapter,
    Value(CoreValue),
    Indicator(Box<Indicator>),
    Narrative(Box<Narrative>),
    DevelopmentArea(DevelopmentArea),
    Goal(Box<Goal>),
    Measure(Box<Measure>),
    Role(Role),
    Event(WheelEvent),
    QualityTool(QualityTool),
    Report(StatusReport),
    Article(Article),
    Source(Source),
    Reference(LegalBasis),
    Term(Term),
    Field,
    Audience,
    Service(Service),
    Attachment(Attachment),
    Hearing(Hearing),
}

/// What the municipality wants to be known for. Norwegian: *verdi*.
#[derive(Debug, Clone, Default)]
pub struct CoreValue {
    /// What it promises, in a sentence.
    pub statement: Body,
}

/// Something counted or told that shows how things are. Norwegian: *indikator*, *telling*.
#[derive(Debug, Clone, Default)]
pub struct Indicator {
    /// "%", "poeng"; empty for words or bare counts.
    pub unit: String,
    /// Decimals to show; none keeps each figure's own.
    pub decimals: Option<u8>,
    /// Which way is better.
    pub better: Better,
    /// Where it is from.
    pub sources: Vec<Cited>,
    /// What it tells, in the order written.
    pub findings: Vec<Finding>,
    /// What it should become.
    pub target: Option<Aim>,
    /// Goals that it measures, told here or at the goal.
    pub goals: Vec<GoalId>,
    /// Components whose text mentions it.
    pub components: Vec<ComponentId>,
    /// Measures that should move it.
    pub measures: Vec<MeasureId>,
    /// UN sustainable development goals, 1 to 17.
    pub sdg: Vec<u8>,
    /// The figures.
    pub series: SeriesSet,
    /// Counts of persons below this are not shown.
    pub suppress_below: Option<u32>,
}

/// Which way an indicator should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Better {
    Higher,
    Lower,
    #[default]
    Neither,
}

/// A source, and which edition of it.
#[derive(Debug, Clone)]
pub struct Cited {
    /// The source.
    pub source: EntryId,
    /// "2021", or empty.
    pub edition: String,
}

/// What an indicator tells at a time. Norwegian: *funn*.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its day.
    pub on: Option<When>,
    /// How it was judged.
    pub assessment: Option<Judgement>,
    /// In words.
    pub text: Body,
    /// How it stands to something else.
    pub compared: Option<Comparison>,
    /// Where it stands.
    pub span: Span,
}

/// How a finding was judged. Norwegian: *vurdering*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// Norwegian: *oppløftende*.
    Encouraging,
    /// Norwegian: *å følge med på*.
    Watch,
}

/// How a figure stands to another's, in words.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// "Landet".
    pub with: String,
    /// Above, below or equal.
    pub is: Order,
}

/// An order of two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Order {
    Above,
    Below,
    Equal,
}

/// What an indicator should become, and when. Norwegian: *måltall*.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// The figure.
    pub value: Number,
    /// By when.
    pub year: Option<When>,
}

/// A story, a user journey or a process that the plan learns from. Norwegian: *fortelling*.
#[derive(Debug, Clone, Default)]
pub struct Narrative {
    /// Which of the three.
    pub form: Form,
    /// Whom it is about.
    pub about: About,
    /// The person's consent.
    pub consent: Option<Consent>,
    /// Who took part.
    pub participants: Vec<String>,
    /// The services met.
    pub services: Vec<ServiceId>,
    /// The goals it touches.
    pub goals: Vec<GoalId>,
    /// The steps of a journey.
    pub steps: Vec<Step>,
}

/// The form of a narrative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Norwegian: *historie*.
    #[default]
    Story,
    /// Norwegian: *brukerreise*.
    Journey,
    /// Norwegian: *prosess*.
    Process,
}

/// Whom a narrative is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum About {
    Person,
    #[default]
    Several,
    Invented,
}

/// A person's consent to be told about. Norwegian: *samtykke*.
#[derive(Debug, Clone, Copy)]
pub struct Consent {
    /// When it was given.
    pub given: Option<When>,
    /// How long it holds.
    pub until: Option<When>,
    /// Where it stands.
    pub span: Span,
}

/// A step of a journey. Norwegian: *steg*.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its title.
    pub title: String,
    /// What happened.
    pub text: Body,
    /// The services met.
    pub services: Vec<ServiceId>,
}

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

/// How things stand as of a day. Norwegian: *statusrapport*.
#[derive(Debug, Clone, Default)]
pub struct StatusReport {
    /// The day that it tells of.
    pub as_of: Option<When>,
    /// The day that it was written.
    pub written: Option<When>,
    /// Who wrote it.
    pub author: String,
    /// Groups that lead the work.
    pub groups: Vec<WorkGroup>,
}

/// A group, as a status report tells who sits in it. Norwegian: *gruppe*.
#[derive(Debug, Clone)]
pub struct WorkGroup {
    /// "Styringsgruppe".
    pub title: String,
    /// Who, and how many of them.
    pub members: Vec<(String, Option<u32>)>,
    /// A remark.
    pub note: Body,
}

/// News. Norwegian: *artikkel*.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// The day it was published; undated articles stay out of feeds.
    pub published: Option<When>,
    /// The day it was last changed.
    pub updated: Option<When>,
    /// Who wrote it.
    pub author: String,
    /// Who took the pictures.
    pub photo: String,
    /// Where it was first printed.
    pub source: String,
    /// The goals it touches.
    pub goals: Vec<GoalId>,
}

/// Where figures come from. Norwegian: *kilde*.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Its web page.
    pub url: String,
    /// Who publishes it.
    pub author: String,
    /// The indicators that lean on it.
    pub indicators: Vec<IndicatorId>,
}

/// What the plan stands on: a law, a regulation, a plan, a work of literature. Norwegian: *forankring*, *føring*.
#[derive(Debug, Clone, Default)]
pub struct LegalBasis {
    /// Its level.
    pub level: Option<Level>,
    /// What it is called in running text.
    pub short: String,
    /// Who wrote it.
    pub author: String,
    /// Its year.
    pub year: Option<When>,
    /// Its web page.
    pub url: String,
    /// When it was repealed.
    pub repealed: Option<Repealed>,
}

/// That a reference no longer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repealed {
    /// It is not told when.
    SomeTime,
    /// From a day or a year.
    Since(When),
}

/// The level of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Level {
    Law,
    Regulation,
    National,
    Local,
    Literature,
}

/// A word or abbreviation that the plan explains. Norwegian: *begrep*.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// Its abbreviation.
    pub abbr: String,
    /// Inflected forms and other names.
    pub forms: Vec<String>,
    /// Where in the plan it is explained.
    pub defined: Option<super::Target>,
}

/// A kindergarten, a school, an office. Norwegian: *tjeneste*.
#[derive(Debug, Clone, Default)]
pub struct Service {
    /// Its field of work.
    pub field: Option<FieldId>,
    /// Its web page.
    pub url: String,
}

/// A file that follows the plan. Norwegian: *vedlegg*.
#[derive(Debug, Clone, Default)]
pub struct Attachment {
    /// Its path in the site; empty when the file is missing, which has been told.
    pub file: String,
    /// What it is.
    pub about: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A hearing. Norwegian: *høring*.
#[derive(Debug, Clone, Default)]
pub struct Hearing {
    /// When it opens.
    pub opens: Option<When>,
    /// Its deadline. Norwegian: *frist*.
    pub closes: Option<When>,
    /// The case number.
    pub case: String,
    /// Who was asked.
    pub invited: Vec<String>,
    /// What was asked.
    pub questions: Vec<Body>,
    /// Where it stands.
    pub state: Option<HearingState>,
}

/// Where a hearing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum HearingState {
    Planned,
    Open,
    Closed,
    Assessed,
    Decided,
    /// Held elsewhere.
    Held,
}

/// The English name of a choice, as the vocabulary and class names have it, and back.
macro_rules! named {
    ($($type:ident { $($variant:ident $name:literal),* $(,)? })*) => {
        $(
            impl $type {
                /// Its English name.
                #[must_use]
                pub fn name(self) -> &'static str {
                    match self { $($type::$variant => $name),* }
                }

                /// The one with an English name.
                #[must_use]
                pub fn named(name: &str) -> Option<$type> {
                    match name { $($name => Some($type::$variant),)* _ => None }
                }
            }
        )*
    };
}

named! {
    Better { Higher "higher", Lower "lower", Neither "neither" }
    Judgement { Encouraging "encouraging", Watch "watch" }
    Order { Above "above", Below "below", Equal "equal" }
    Form { Story "story", Journey "journey", Process "process" }
    About { Person "person", Several "several", Invented "invented" }
    State { Planned "planned", Started "started", Done "done", Stopped "stopped", Continued "continued" }
    ToolState { Planned "planned", Draft "draft", InUse "in use" }
    Level { Law "law", Regulation "regulation", National "national", Local "local", Literature "literature" }
    HearingState { Planned "planned", Open "open", Closed "closed", Assessed "assessed", Decided "decided", Held "held" }
}

/// Reads an entry's particulars of a kind.
macro_rules! readers {
    ($($method:ident $variant:ident $type:ty;)*) => {
        impl super::Entry {
            $(
                #[doc = concat!("Its particulars as `", stringify!($variant), "`, if it is one.")]
                #[must_use]
                pub fn $method(&self) -> Option<&$type> {
                    match &self.details {
                        Details::$variant(details) => Some(details),
                        _ => None,
                    }
                }
            )*
        }
    };
}

readers! {
    value Value CoreValue;
    indicator Indicator Indicator;
    narrative Narrative Narrative;
    area DevelopmentArea DevelopmentArea;
    goal Goal Goal;
    measure Measure Measure;
    role Role Role;
    event Event WheelEvent;
    tool QualityTool QualityTool;
    report Report StatusReport;
    article Article Article;
    source Source Source;
    reference Reference LegalBasis;
    term Term Term;
    service Service Service;
    attachment Attachment Attachment;
    hearing Hearing Hearing;
}
