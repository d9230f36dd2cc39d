//! Dates as plans give them: a day, a month, a year or a school year, kept with that precision. `words` tells them
//! as each language does.

use jiff::civil::{Date, DateTime};

/// A point in time with the precision that the plan gives. Norwegian: *når*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// A day and a time of day, in Oslo time (hearings).
    Moment(DateTime),
    /// A day.
    Day(Date),
    /// A month: year and month.
    Month(i16, i8),
    /// A quarter of a year: year, and 1 to 4. Norwegian: *kvartal*.
    Quarter(i16, i8),
    /// A year.
    Year(i16),
    /// A school year, by its first calendar year. Norwegian: *skoleår*.
    SchoolYear(i16),
    /// Several whole years together, first and last: averages of small groups. Norwegian: *flerårig gjennomsnitt*.
    Years(i16, i16),
}

/// Why a written date is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotADate {
    /// It has a date's form, but the calendar has no such day.
    NoSuchDay,
    /// It has no form that planverk reads.
    NotAForm,
}

impl When {
    /// Reads `2026-06-18`, `2026-06-18T12:00`, `2026-06`, `2026-Q2`, `2026`, `2025/2026` and `2016-2019`.
    ///
    /// # Errors
    ///
    /// [`NotADate`], telling a date that does not exist from something that is no date.
    pub fn parse(written: &str) -> Result<When, NotADate> {
        let written = written.trim();
        if let Some((first, second)) = written.split_once('/') {
            return school_year(first, second);
        }
        if let Some((day, time)) = written.split_once(['T', ' ']) {
            return moment(day, time);
        }
        if let Some((first, last)) = written.split_once(['-', '–'])
            && last.len() == 4
        {
            return years(first, last);
        }
        let parts: Vec<&str> = written.split('-').collect();
        match parts[..] {
            [year] => Ok(When::Year(number(year, 4)?)),
            [year, quarter] if quarter.starts_with('Q') => {
                let (year, quarter) = (number(year, 4)?, number(&quarter[1..], 1)?);
                let quarter =
                    i8::try_from(quarter).ok().filter(|quarter| (1..=4).contains(quarter));
                Ok(When::Quarter(year, quarter.ok_or(NotADate::NoSuchDay)?))
            }
            [year, month] => {
                let (year, month) = (number(year, 4)?, number(month, 2)?);
                let month = i8::try_from(month).map_err(|_| NotADate::NoSuchDay)?;
                Date::new(year, month, 1).map_err(|_| NotADate::NoSuchDay)?;
                Ok(When::Month(year, month))
            }
            [_, _, _] => day(written).map(When::Day),
            _ => Err(NotADate::NotAForm),
        }
    }

    /// The first day that it covers.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            When::Moment(moment) => moment.date(),
            When::Day(day) => day,
            When::Month(year, month) => date_or_min(year, month, 1),
            When::Quarter(year, quarter) => date_or_min(year, quarter * 3 - 2, 1),
            When::Year(year) => date_or_min(year, 1, 1),
            When::SchoolYear(year) => date_or_min(year, 8, 1),
            When::Years(first, _) => date_or_min(first, 1, 1),
        }
    }

    /// The last day that it covers.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            When::Moment(moment) => moment.date(),
            When::Day(day) => day,
            When::Month(..) => self.first_day().last_of_month(),
            When::Quarter(year, quarter) => date_or_min(year, quarter * 3, 1).last_of_month(),
            When::Year(year) => date_or_min(year, 12, 31),
            When::SchoolYear(year) => date_or_min(year + 1, 7, 31),
            When::Years(_, last) => date_or_min(last, 12, 31),
        }
    }

    /// The calendar year that it begins in.
    #[must_use]
    pub fn year(self) -> i16 {
        self.first_day().year()
    }

    /// As data files write it: `2026-06-18`, `2026-06`, `2026-Q2`, `2026`, `2025/2026`, `2016-2019`.
    #[must_use]
    pub fn iso(self) -> String {
        match self {
            When::Moment(moment) => moment.to_string(),
            When::Day(day) => day.to_string(),
            When::Month(year, month) => format!("{year:04}-{month:02}"),
            When::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            When::Year(year) => format!("{year:04}"),
            When::SchoolYear(year) => format!("{year:04}/{:04}", year + 1),
            When::Years(first, last) => format!("{first:04}-{last:04}"),
        }
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &When) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for When {
    fn cmp(&self, other: &When) -> std::cmp::Ordering {
        if let (When::Year(year), When::Year(other)) = (self, other) {
            return year.cmp(other);
        }
        let time = |when: &When| match when {
            When::Moment(moment) => moment.time(),
            _ => jiff::civil::Time::MIN,
        };
        // Most times differ in their first days, and the others need no reckoning.
        let first = self.first_day().cmp(&other.first_day());
        // A day and its first moment are not the same.
        let is_moment = |when: &When| matches!(when, When::Moment(_));
        first
            .then_with(|| self.last_day().cmp(&other.last_day()))
            .then_with(|| time(self).cmp(&time(other)))
            .then_with(|| is_moment(self).cmp(&is_moment(other)))
    }
}

/// A stretch of time, either end of which may be open. Norwegian: *periode*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The beginning, if told.
    pub from: Option<When>,
    /// The end, if told.
    pub to: Option<When>,
}

fn date_or_min(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::MIN)
}

/// What `17.08.2026` is with the year first, if it is a day.
#[must_use]
pub fn day_first(written: &str) -> Option<String> {
    let [day, month, year] = written.trim().split('.').collect::<Vec<_>>()[..] else { return None };
    let turned = format!("{year}-{month:0>2}-{day:0>2}");
    matches!(When::parse(&turned), Ok(When::Day(_))).then_some(turned)
}

fn school_year(first: &str, second: &str) -> Result<When, NotADate> {
    let year = number(first, 4)?;
    let next = match second.len() {
        2 => year / 100 * 100 + number(second, 2)?,
        _ => number(second, 4)?,
    };
    if next == year + 1 { Ok(When::SchoolYear(year)) } else { Err(NotADate::NoSuchDay) }
}

/// `2016-2019`. Two years that follow each other may as well be a school year, so they are neither here.
fn years(first: &str, last: &str) -> Result<When, NotADate> {
    let (first, last) = (number(first, 4)?, number(last, 4)?);
    match last - first {
        1 => Err(NotADate::NotAForm),
        2.. => Ok(When::Years(first, last)),
        _ => Err(NotADate::NoSuchDay),
    }
}

fn moment(written_day: &str, time: &str) -> Result<When, NotADate> {
    let day = day(written_day)?;
    let (hour, minute) = time.split_once([':', '.']).ok_or(NotADate::NotAForm)?;
    let minute = minute.strip_suffix(":00").unwrap_or(minute);
    let part =
        |digits| number(digits, 2).and_then(|n| i8::try_from(n).map_err(|_| NotADate::NotAForm));
    let time = jiff::civil::Time::new(part(hour)?, part(minute)?, 0, 0)
        .map_err(|_| NotADate::NoSuchDay)?;
    Ok(When::Moment(day.to_datetime(time)))
}

fn day(written: &str) -> Result<Date, NotADate> {
    let mut parts = written.split('-');
    let mut next = |length| number(parts.next().unwrap_or(""), length);
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    let small = |part| i8::try_from(part).map_err(|_| NotADate::NoSuchDay);
    Date::new(year, small(month)?, small(day)?).map_err(|_| NotADate::NoSuchDay)
}

fn number(digits: &str, length: usize) -> Result<i16, NotADate> {
    if digits.len() != length || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotADate::NotAForm);
    }
    digits.parse().map_err(|_| NotADate::NotAForm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        for (written, kept) in [
            ("2026-06-18", "2026-06-18"),
            ("2026-Q2", "2026-Q2"),
            ("2026-06", "2026-06"),
            ("2026", "2026"),
            ("2025/2026", "2025/2026"),
            ("2025/26", "2025/2026"),
            ("2016-2019", "2016-2019"),
            ("2016–2019", "2016-2019"),
            ("2026-06-18T12:00", "2026-06-18T12:00:00"),
        ] {
            assert_eq!(When::parse(written).unwrap().iso(), kept);
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        for wrong in
            ["2022-13-45", "2023-02-29", "2026-Q5", "2026-13", "2025/2027", "2026-06-18T25:00"]
        {
            assert_eq!(When::parse(wrong), Err(NotADate::NoSuchDay), "{wrong}");
        }
        assert_eq!(When::parse("2019-2016"), Err(NotADate::NoSuchDay));
        for wrong in ["2018-2019", "18.06.2026", "i fjor", "26", "", "2026-6-18"] {
            assert_eq!(When::parse(wrong), Err(NotADate::NotAForm), "{wrong}");
        }
    }

    #[test]
    fn a_time_has_a_first_and_a_last_day() {
        assert_eq!(When::Years(2016, 2019).first_day().to_string(), "2016-01-01");
        assert_eq!(When::Years(2016, 2019).last_day().to_string(), "2019-12-31");
        assert_eq!(When::SchoolYear(2025).last_day().to_string(), "2026-07-31");
        let [day, moment] = ["2026-01-01", "2026-01-01T00:00"].map(|one| When::parse(one).unwrap());
        assert!(day < moment);
    }
}
