//! Oslo's time: which instant a local time is, and with which offset an instant is written there.
//!
//! The rule stands here instead of a time zone database: the same everywhere in the European Union and the EEA since
//! 1996, and a plan's hearings are all later than that.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::sync::LazyLock;

static OSLO: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC));

/// The instant of a local time in Oslo. In the hour that a change of clocks repeats, the first one; in the
/// one that it leaves out, as if the clocks had not been changed yet.
///
/// ```
/// use planverk::text::{oslo, oslo_text};
///
/// let summer = oslo("2026-04-10T23:59".parse().unwrap());
/// assert_eq!(oslo_text(summer), "2026-04-10T23:59:00+02:00");
/// let winter = oslo("2026-02-16T00:00".parse().unwrap());
/// assert_eq!(oslo_text(winter), "2026-02-16T00:00:00+01:00");
/// ```
#[must_use]
pub fn oslo(local: DateTime) -> Timestamp {
    OSLO.to_ambiguous_timestamp(local).compatible().unwrap_or(Timestamp::MIN)
}

/// An instant in Oslo's local time.
#[must_use]
pub fn in_oslo(instant: Timestamp) -> DateTime {
    Zoned::new(instant, OSLO.clone()).datetime()
}

/// An instant as files have it: RFC 3339 with seconds and Oslo's offset.
#[must_use]
pub fn oslo_text(instant: Timestamp) -> String {
    let zoned = Zoned::new(instant, OSLO.clone());
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
