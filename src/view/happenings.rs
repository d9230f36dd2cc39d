//! What has happened, by the days that the plan itself tells: for feeds, and for the map of the site.
//!
//! What has no day is left out, and so is what has not come yet.

use super::Views;
use crate::model::{DataFile, Details, Entry, EntryId, Feed, Plan};
use crate::text::When;
use crate::vocabulary::Kind;
use jiff::civil::Date;

/// Something that happened to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happening {
    /// The entry.
    pub entry: EntryId,
    /// When.
    pub on: When,
    /// What.
    pub what: Event,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// An article or a report came.
    Written,
    /// A measure got a status: the row of its log.
    Status(usize),
    /// A hearing opened.
    Opened,
    /// A hearing's deadline went by.
    Closed,
}

impl Views<'_> {
    /// What has happened that a feed tells, newest first.
    #[must_use]
    pub fn happenings(&self, feed: Feed) -> Vec<Happening> {
        let plan = self.plan();
        let all = plan.all().flat_map(|(id, entry)| of_entry(id, entry, feed));
        let mut all: Vec<Happening> =
            all.filter(|one| one.on.first_day() <= self.today()).collect();
        all.sort_by_key(|one| (std::cmp::Reverse(one.on), one.entry));
        all
    }

    /// The files for machines that there is something to put in.
    #[must_use]
    pub fn data_files(&self) -> Vec<DataFile> {
        let is_there = |file: &DataFile| match file {
            DataFile::Feed(feed) => !self.happenings(*feed).is_empty(),
            DataFile::StratMl => has_aims(self.plan()),
            DataFile::Calendar => self.has_calendar(),
            _ => true,
        };
        DataFile::ALL.into_iter().filter(is_there).collect()
    }
}

/// StratML asks for one goal at least.
fn has_aims(plan: &Plan) -> bool {
    let is_aim = |kind| matches!(kind, Kind::DevelopmentArea | Kind::Goal | Kind::Indicator);
    plan.entries.iter().any(|entry| is_aim(entry.kind))
}

fn of_entry(id: EntryId, entry: &Entry, feed: Feed) -> Vec<Happening> {
    let at = |on: Option<When>, what| on.map(|on| Happening { entry: id, on, what });
    match (&entry.details, feed) {
        (Details::Article(article), Feed::News) => {
            at(article.published.or(article.updated), Event::Written).into_iter().collect()
        }
        (Details::Report(report), Feed::Status) => {
            at(report.written.or(report.as_of), Event::Written).into_iter().collect()
        }
        (Details::Measure(measure), Feed::Status) => {
            let rows = measure.statuses.iter().enumerate();
            rows.filter_map(|(place, row)| at(row.on, Event::Status(place))).collect()
        }
        (Details::Hearing(hearing), Feed::Hearings) => {
            let events = [at(hearing.opens, Event::Opened), at(hearing.closes, Event::Closed)];
            events.into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// The last day that an entry itself tells that it was changed, if it has come.
#[must_use]
pub fn changed(entry: &Entry, today: Date) -> Option<When> {
    let days: Vec<Option<When>> = match &entry.details {
        Details::Article(article) => vec![article.published, article.updated],
        Details::Report(report) => vec![report.written.or(report.as_of)],
        Details::Measure(measure) => measure.statuses.iter().map(|row| row.on).collect(),
        Details::Indicator(indicator) => indicator.findings.iter().map(|one| one.on).collect(),
        _ => Vec::new(),
    };
    days.into_iter().flatten().filter(|day| day.first_day() <= today).max()
}
