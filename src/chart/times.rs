//! What stands on the line of time: as many years as there is room for, the first and the last before others.

use super::glyphs::Type;
use super::plot::position;
use crate::text::{Language, When};
use crate::words::InWords;

/// The least distance between two words on the line, in ems.
const APART: f64 = 0.7;

/// Where words on the line of time may stand.
pub(super) struct Room<'r> {
    /// The place of a time.
    pub(super) at: &'r dyn Fn(f64) -> f64,
    /// The width of the chart, which the words stay in.
    pub(super) width: f64,
    pub(super) set: Type,
    pub(super) language: Language,
}

/// A word on the line of time: the place of its time, the middle of the word, and the word.
#[derive(Debug, Clone)]
pub(super) struct Tick {
    pub(super) at: f64,
    pub(super) middle: f64,
    pub(super) text: String,
    half: f64,
}

/// The words for times, which are in order.
pub(super) fn ticks(times: &[When], room: &Room<'_>) -> Vec<Tick> {
    let (Some(first), Some(last)) = (times.first(), times.last()) else { return Vec::new() };
    let mut ticks = Vec::new();
    for time in [last, first] {
        add(&mut ticks, *time, room);
    }
    let all: Vec<Tick> = times.iter().map(|time| tick(*time, room)).collect();
    if all.windows(2).all(|two| are_apart(&two[0], &two[1], room)) {
        return all;
    }
    if let Some(even) = evenly(times, &all, room) {
        return even;
    }
    match years(*first, *last, times) {
        Some(years) => {
            let steps = [1, 2, 5, 10, 20, 50, 100].map(|step| every(step, &years));
            let fit = |all: &Vec<When>| {
                let ticks: Vec<Tick> = all.iter().map(|time| tick(*time, room)).collect();
                ticks.windows(2).all(|two| are_apart(&two[0], &two[1], room))
            };
            let chosen = steps.into_iter().find(fit).unwrap_or_default();
            chosen.into_iter().for_each(|time| add(&mut ticks, time, room));
        }
        None => times.iter().for_each(|time| add(&mut ticks, *time, room)),
    }
    ticks
}

/// Every second, third or so of times that lie equally far from each other, if both the first and the last are
/// among them, and one between.
fn evenly(times: &[When], all: &[Tick], room: &Room<'_>) -> Option<Vec<Tick>> {
    let places: Vec<f64> = times.iter().map(|time| position(*time)).collect();
    let mut steps = places.windows(2).map(|two| two[1] - two[0]);
    let step = steps.next()?;
    if !steps.all(|other| (other - step).abs() < 0.02 * step) {
        return None;
    }
    let count = all.len() - 1;
    let strides = (2..=count / 2).filter(|stride| count.is_multiple_of(*stride));
    strides
        .map(|stride| all.iter().step_by(stride).cloned().collect::<Vec<_>>())
        .find(|chosen| chosen.windows(2).all(|two| are_apart(&two[0], &two[1], room)))
}

/// All years or school years from first to last, when the times are nothing else.
fn years(first: When, last: When, times: &[When]) -> Option<Vec<When>> {
    let is_year = |time: &When| matches!(time, When::Year(_));
    let is_school_year = |time: &When| matches!(time, When::SchoolYear(_));
    let all = first.year()..=last.year();
    match () {
        () if times.iter().all(is_year) => Some(all.map(When::Year).collect()),
        () if times.iter().all(is_school_year) => Some(all.map(When::SchoolYear).collect()),
        () => None,
    }
}

/// Years that a number divides.
fn every(step: i16, years: &[When]) -> Vec<When> {
    years.iter().copied().filter(|time| time.year() % step == 0).collect()
}

/// Adds a word if it keeps clear of those that are there, and says nothing that they say.
fn add(ticks: &mut Vec<Tick>, time: When, room: &Room<'_>) {
    let new = tick(time, room);
    if ticks.iter().all(|old| are_apart(old, &new, room) && old.text != new.text) {
        ticks.push(new);
    }
}

fn are_apart(one: &Tick, other: &Tick, room: &Room<'_>) -> bool {
    (one.middle - other.middle).abs() >= one.half + other.half + APART * room.set.size
}

fn tick(time: When, room: &Room<'_>) -> Tick {
    let text = short(time, room.language);
    let half = room.set.width(&text) / 2.0;
    let at = (room.at)(position(time));
    let middle = at.min(room.width - half).max(half);
    Tick { at, middle, text, half }
}

/// A time, as short as it can be understood: "2025", "2025/26", "juni 2026".
fn short(time: When, language: Language) -> String {
    match time {
        When::SchoolYear(year) => format!("{year}/{:02}", (year + 1) % 100),
        When::Day(_) | When::Moment(_) => {
            let day = time.first_day();
            When::Month(day.year(), day.month()).format(language)
        }
        time => time.format(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words for years from `first` to `last` in a chart of 300.
    fn shown(times: &[When]) -> String {
        let (from, to) = (position(times[0]), position(times[times.len() - 1]));
        let at = move |time: f64| 30.0 + (time - from) / (to - from).max(0.1) * 200.0;
        let set = Type { size: 12.0, bold: false };
        let room = Room { at: &at, width: 300.0, set, language: Language::Nb };
        let mut ticks = ticks(times, &room);
        ticks.sort_by(|a, b| a.at.total_cmp(&b.at));
        ticks.iter().map(|tick| tick.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn years(years: impl IntoIterator<Item = i16>) -> Vec<When> {
        years.into_iter().map(When::Year).collect()
    }

    #[test]
    fn few_years_are_all_named_and_many_are_thinned() {
        assert_eq!(shown(&years([2019, 2022, 2025])), "2019 2022 2025");
        assert_eq!(shown(&years(2019..=2025)), "2019 2021 2023 2025");
        assert_eq!(shown(&years(1995..=2024)), "1995 2010 2024");
        assert_eq!(shown(&years([2025])), "2025");
    }

    #[test]
    fn other_times_are_named_by_what_they_are() {
        let school: Vec<When> = (2020..2024).map(When::SchoolYear).collect();
        assert_eq!(shown(&school), "2020/21 2021/22 2022/23 2023/24");
        let days = ["2024-02-01", "2024-02-20", "2026-06-18"].map(|day| When::parse(day).unwrap());
        assert_eq!(shown(&days), "februar 2024 juni 2026");
    }
}
