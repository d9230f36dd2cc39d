//! Points in time: Oslo's clock in files and on pages.

use crate::text::{Language, When};
use crate::words::InWords;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Tells what time it is.
pub type Clock = Box<dyn Fn() -> Timestamp + Send + Sync>;

/// The rule of Central European Time since 1996; the machine's own table of zones is not needed.
const OSLO: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

fn oslo(at: Timestamp) -> jiff::Zoned {
    at.to_zoned(TimeZone::posix(OSLO).unwrap_or(TimeZone::UTC))
}

/// As files have it: `2027-03-01T12:00:00+01:00`.
#[must_use]
pub fn written(at: Timestamp) -> String {
    oslo(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// As pages have it: `1. mars 2027 kl. 12.00`.
#[must_use]
pub fn shown(second: i64, language: Language) -> String {
    let at = Timestamp::from_second(second).map(oslo);
    at.map_or(String::new(), |at| When::Moment(at.datetime()).format(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_oslos() {
        let at = |written: &str| written.parse::<Timestamp>().unwrap();
        assert_eq!(written(at("2027-03-01T11:00:00.7Z")), "2027-03-01T12:00:00+01:00");
        assert_eq!(written(at("2027-03-28T01:00:00Z")), "2027-03-28T03:00:00+02:00");
        let winter = at("2027-10-31T01:00:00Z").as_second();
        assert_eq!(shown(winter, Language::Nb), "31.\u{a0}oktober 2027 kl.\u{a0}02.00");
    }
}
