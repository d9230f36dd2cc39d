//! The calendar: the annual wheel's events and the days of hearings, as iCalendar (RFC 5545).
//!
//! 1. [`calendar`] gathers what has a time. A month of the wheel is a whole-day event that lasts it, every
//!    year of the plan's period; months that follow each other are one event. A day is a day. A hearing has
//!    two: when it opens and its deadline, with the time of day where that is told.
//! 2. `Event` is one `VEVENT`; `lines` writes its properties, escaped and folded.
//!
//! Times of day are Oslo's. `DTSTAMP` is the site's day, so the same plan on the same day gives the same bytes.
//! It is also what tells a newer version of an event from an older (RFC 5546, 2.1.5), since no plan numbers its
//! changes; so there is neither a `SEQUENCE` above 0 nor a `LAST-MODIFIED`. Whole-day events do not make
//! anybody busy.

mod lines;

use crate::model::{Entry, EntryId, Hearing, Settings, WheelEvent};
use crate::text::When;
use crate::view::Views;
use jiff::civil::{Date, DateTime};
use lines::{Lines, date, date_time};

/// The time zone of moments. Its rules have stood since 1996; earlier hearings have no calendar.
const OSLO: &str = "BEGIN:VTIMEZONE\r\n\
TZID:Europe/Oslo\r\n\
BEGIN:STANDARD\r\n\
DTSTART:19961027T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
TZNAME:CET\r\n\
TZOFFSETFROM:+0200\r\n\
TZOFFSETTO:+0100\r\n\
END:STANDARD\r\n\
BEGIN:DAYLIGHT\r\n\
DTSTART:19960331T020000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
TZNAME:CEST\r\n\
TZOFFSETFROM:+0100\r\n\
TZOFFSETTO:+0200\r\n\
END:DAYLIGHT\r\n\
END:VTIMEZONE\r\n";

/// When an event is.
enum Time {
    /// From a day up to, not including, another.
    Days(Date, Date),
    /// A moment in Oslo.
    Moment(DateTime),
    /// Every year of the plan's period, from the first day of a month, for so many months.
    Yearly { month: i8, months: i8 },
}

struct Event<'p> {
    entry: &'p Entry,
    id: EntryId,
    /// What tells this one from others of the same entry: `opens`, `m8`, or nothing.
    part: String,
    summary: String,
    category: String,
    time: Time,
}

/// The calendar of a plan.
pub(super) fn calendar(views: &Views<'_>) -> String {
    let plan = views.plan();
    let mut events = Vec::new();
    for (id, entry) in plan.all() {
        if let Some(event) = entry.event() {
            of_wheel(views, id, event, &mut events);
        } else if let Some(hearing) = entry.hearing() {
            of_hearing(views, id, hearing, &mut events);
        }
    }
    let mut lines = Lines::default();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//planverk//planverk//NO",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        lines.plain(line);
    }
    lines.text("X-WR-CALNAME", &plan.settings.title);
    if events.iter().any(|event| matches!(event.time, Time::Moment(_))) {
        lines.block(OSLO);
    }
    for event in &events {
        write(event, views, &mut lines);
    }
    lines.plain("END:VCALENDAR");
    lines.finish()
}

fn of_wheel<'p>(views: &Views<'p>, id: EntryId, event: &WheelEvent, events: &mut Vec<Event<'p>>) {
    let entry = views.plan().entry(id);
    let mut add = |part: String, time: Time| {
        let category = views.words().get("title_annual_wheel").to_string();
        events.push(Event { entry, id, part, summary: entry.title.clone(), category, time });
    };
    if let Some(time) = event.on {
        add(
            String::new(),
            match time_of(time) {
                Some(time) => time,
                None => return,
            },
        );
        return;
    }
    for (month, months) in runs(&event.in_months()) {
        add(format!("m{month}"), Time::Yearly { month, months });
    }
}

fn of_hearing<'p>(views: &Views<'p>, id: EntryId, hearing: &Hearing, events: &mut Vec<Event<'p>>) {
    let entry = views.plan().entry(id);
    for (part, when, key) in
        [("opens", hearing.opens, "calendar_opens"), ("closes", hearing.closes, "calendar_closes")]
    {
        let Some(time) = when.and_then(time_of) else { continue };
        let summary = views.words().fill(key, &[("title", &entry.title)]);
        let category = crate::words::capital(views.words().get("kind_hearing_one"));
        events.push(Event { entry, id, part: part.to_string(), summary, category, time });
    }
}

/// A time as a calendar has it; none for a whole year, which is no event in one.
fn time_of(when: When) -> Option<Time> {
    match when {
        When::Moment(moment) => Some(Time::Moment(moment)),
        When::Day(_) | When::Month(..) | When::Quarter(..) => {
            Some(Time::Days(when.first_day(), when.last_day().tomorrow().ok()?))
        }
        When::Year(_) | When::SchoolYear(_) | When::Years(..) => None,
    }
}

/// Months that follow each other, as their first one and their number; December goes on into January.
fn runs(months: &[i8]) -> Vec<(i8, i8)> {
    if months.len() == 12 {
        return vec![(1, 12)];
    }
    let before = |month: i8| (month + 10) % 12 + 1;
    let after = |month: &i8| Some(month % 12 + 1);
    let starts = months.iter().copied().filter(|month| !months.contains(&before(*month)));
    let run = |first: i8| {
        let run =
            std::iter::successors(Some(first), after).take_while(|month| months.contains(month));
        (first, i8::try_from(run.count()).unwrap_or(1))
    };
    starts.map(run).collect()
}

fn write(event: &Event<'_>, views: &Views<'_>, lines: &mut Lines) {
    match event.time {
        Time::Days(from, until) => {
            head(event, views, lines);
            days(from, until, lines);
            tail(event, views, lines);
        }
        Time::Moment(moment) => {
            head(event, views, lines);
            lines.plain(&format!("DTSTART;TZID=Europe/Oslo:{}", date_time(moment)));
            tail(event, views, lines);
        }
        Time::Yearly { month, months } => yearly(event, month, months, views, lines),
    }
}

/// An event of every year. A repeated event keeps its number of days, and February does not: the years whose
/// days differ from the first one's are told one by one.
fn yearly(event: &Event<'_>, month: i8, months: i8, views: &Views<'_>, lines: &mut Lines) {
    let (first, last) = years(&views.plan().settings, month, views.today());
    let of_year = |year: i16| {
        let start = Date::new(year, month, 1).ok()?;
        let end = start.checked_add(jiff::Span::new().months(months)).ok()?;
        Some((start, end))
    };
    if last.is_some_and(|last| last < first) {
        return;
    }
    let length = |year: i16| of_year(year).map(|(from, until)| (until - from).get_days());
    let Some((from, until)) = of_year(first) else { return };
    head(event, views, lines);
    days(from, until, lines);
    match last.and_then(of_year) {
        Some((end, _)) if end > from => {
            lines.plain(&format!("RRULE:FREQ=YEARLY;UNTIL={}", date(end)));
        }
        Some(_) => {}
        None => lines.plain("RRULE:FREQ=YEARLY"),
    }
    tail(event, views, lines);
    for year in last.map_or(first..=first, |last| first..=last).skip(1) {
        let Some((from, until)) = of_year(year).filter(|_| length(year) != length(first)) else {
            continue;
        };
        head(event, views, lines);
        lines.plain(&format!("RECURRENCE-ID;VALUE=DATE:{}", date(from)));
        days(from, until, lines);
        tail(event, views, lines);
    }
}

/// The first and the last year in which a month falls within the plan's period; without a beginning it is
/// the site's year, without an end there is no last.
fn years(settings: &Settings, month: i8, today: Date) -> (i16, Option<i16>) {
    let period = settings.period;
    let within = |day: Date, is: fn(Date, Date) -> bool, step: i16| {
        let of_year = Date::new(day.year(), month, 1).unwrap_or(day);
        if is(of_year, day) { day.year() } else { day.year() + step }
    };
    let from = period.and_then(|period| period.from).map(When::first_day);
    let to = period.and_then(|period| period.to).map(When::last_day);
    let first = from.map_or(today.year(), |day| within(day, |month, day| month >= day, 1));
    (first, to.map(|day| within(day, |month, day| month <= day, -1)))
}

fn days(from: Date, until: Date, lines: &mut Lines) {
    lines.plain(&format!("DTSTART;VALUE=DATE:{}", date(from)));
    lines.plain(&format!("DTEND;VALUE=DATE:{}", date(until)));
    lines.plain("TRANSP:TRANSPARENT");
}

fn head(event: &Event<'_>, views: &Views<'_>, lines: &mut Lines) {
    lines.plain("BEGIN:VEVENT");
    let dash = if event.part.is_empty() { "" } else { "-" };
    lines.text("UID", &format!("{}{dash}{}@{}", event.entry.name, event.part, host(views)));
    lines.plain(&format!("DTSTAMP:{}T000000Z", date(views.today())));
}

fn tail(event: &Event<'_>, views: &Views<'_>, lines: &mut Lines) {
    lines.text("SUMMARY", &event.summary);
    let description = views.calendar_text(event.id);
    if !description.is_empty() {
        lines.text("DESCRIPTION", &description);
    }
    lines.text("CATEGORIES", &event.category);
    if !views.base_url().is_empty() {
        let path = event.entry.address.path();
        lines.plain(&format!("URL:{}{path}", views.base_url()));
    }
    lines.plain("END:VEVENT");
}

/// What makes ids the plan's own: the site's host, else the municipality's domain, else a name that no
/// host can have (RFC 2606).
fn host<'v>(views: &'v Views<'_>) -> &'v str {
    let url = views.base_url();
    let host = url.split_once("://").map_or("", |(_, rest)| rest.split('/').next().unwrap_or(""));
    match (host, views.plan().settings.domain.as_str()) {
        ("", "") => "planverk.invalid",
        ("", domain) => domain,
        (host, _) => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Period;

    #[test]
    fn months_that_follow_each_other_are_one_event() {
        assert_eq!(runs(&[1, 8]), [(1, 1), (8, 1)]);
        assert_eq!(runs(&[6, 7, 8]), [(6, 3)]);
        assert_eq!(runs(&[1, 2, 12]), [(12, 3)]);
        assert_eq!(runs(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), [(1, 12)]);
        assert_eq!(runs(&[]), []);
    }

    #[test]
    fn the_years_are_the_period_s() {
        let day = |year, month| jiff::civil::date(year, month, 1);
        let when = |text: &str| When::parse(text).ok();
        let of = |from: &str, to: &str, month| {
            let period = Some(Period { from: when(from), to: when(to) });
            years(&Settings { period, ..Settings::default() }, month, day(2026, 11))
        };
        assert_eq!(of("2026", "2029", 8), (2026, Some(2029)));
        assert_eq!(of("2026-08", "2029-06", 8), (2026, Some(2028)));
        assert_eq!(of("2026-08", "2029-06", 5), (2027, Some(2029)));
        assert_eq!(of("2025/2026", "", 1), (2026, None));
        assert_eq!(years(&Settings::default(), 3, day(2026, 11)), (2026, None));
    }
}
