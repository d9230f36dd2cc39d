//! What the calendar tells, in words: views make them, the export writes them.

use super::Views;
use crate::model::{Details, EntryId};
use crate::text::When;

impl Views<'_> {
    /// Whether anything in the plan has a time that a calendar can hold.
    #[must_use]
    pub fn has_calendar(&self) -> bool {
        let is_day =
            |when: When| !matches!(when, When::Year(_) | When::SchoolYear(_) | When::Years(..));
        self.shown.plan.entries.iter().any(|entry| match &entry.details {
            Details::Event(event) => !event.in_months().is_empty(),
            Details::Hearing(hearing) => {
                [hearing.opens, hearing.closes].into_iter().flatten().any(is_day)
            }
            _ => false,
        })
    }

    /// What a calendar says of an event or a hearing: its words, and who carries it out. Plain text.
    #[must_use]
    pub fn calendar_text(&self, id: EntryId) -> String {
        let shown = self.shown;
        let entry = shown.plan.entry(id);
        let html = self.html(&entry.address.page);
        let text = match &entry.details {
            Details::Hearing(hearing) => shown.hearing_sentence(hearing),
            _ => html.plain(&entry.body).trim().to_string(),
        };
        let role = entry.event().and_then(|event| event.role).map(|role| {
            format!("{}: {}", shown.say("label_responsible"), shown.plan.entry(role).title)
        });
        let parts = [Some(text).filter(|text| !text.is_empty()), role];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}
