//! What is particular to each kind of entry.

mod counted;
mod done;
mod told;

pub use counted::*;
pub use done::*;
pub use told::*;

use crate::text::named;

/// The particulars of an entry, by kind.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each type says what it is")]
pub enum Details {
    Page,
    Chapter,
    Value(Box<CoreValue>),
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
    Hearing(Box<Hearing>),
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
