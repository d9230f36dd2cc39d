//! Times as agencies and spreadsheets write them, beyond the forms that the plan itself uses.
//!
//! | written | read as |
//! | --- | --- |
//! | `2020`, `2020*` | the year; the star is a remark of its own |
//! | `2019/2020`, `2019-2020`, `2019/20` | a school year |
//! | `2016-2019`, `2016–2019`, `2016_2019` | several years together, as averages of small groups are |
//! | `2023-24` | a school year, as there is no month 24; `2011-12` is December 2011 |
//! | `2020K1`, `2020-K1`, `2020Q1`, `2020 kv. 1`, `1. kvartal 2020` | a quarter |
//! | `2020M05`, `2020-05` | a month |
//! | `2020M05D17`, `2020-05-17`, `17.05.2020` | a day |

use crate::text::When;

/// Reads a time; `None` for what is none.
pub(super) fn parse_time(written: &str) -> Option<When> {
    let written = written.trim();
    let written = written.strip_suffix('*').unwrap_or(written).trim_end();
    let read = When::parse(written).ok();
    read.or_else(|| years(written)).or_else(|| part_of_year(written)).or_else(|| day(written))
}

/// Whether the time itself carries the star of preliminary figures: `2026*`.
pub(super) fn is_preliminary(written: &str) -> bool {
    written.trim().ends_with('*')
}

/// `2019-2020`, `2019–20`, and several years: `2016 – 2019`.
fn years(written: &str) -> Option<When> {
    let (first, second) = written.split_once(['-', '–', '_'])?;
    let (first, second) = (first.trim(), second.trim());
    let read = |between| When::parse(&format!("{first}{between}{second}")).ok();
    read('/').or_else(|| read('-').filter(|read| matches!(read, When::Years(..))))
}

/// `2020M05`, `2020K1`, `1. kvartal 2020`.
fn part_of_year(written: &str) -> Option<When> {
    let letters = written.to_lowercase();
    if let Some((quarter, year)) = letters.split_once(". kvartal ") {
        return When::parse(&format!("{year}-Q{quarter}")).ok();
    }
    let year = letters.get(..4)?;
    let rest = letters.get(4..)?.trim_start_matches(['-', ' ']);
    if let Some(month) = rest.strip_prefix('m') {
        return When::parse(&format!("{year}-{}", month.replace('d', "-"))).ok();
    }
    let quarter =
        ["kvartal", "kv.", "kv", "k", "q"].iter().find_map(|word| rest.strip_prefix(word))?;
    When::parse(&format!("{year}-Q{}", quarter.trim_start())).ok()
}

/// `17.05.2020`.
fn day(written: &str) -> Option<When> {
    let parts: Vec<&str> = written.split('.').collect();
    let [day, month, year] = parts[..] else { return None };
    When::parse(&format!("{year}-{month:0>2}-{day:0>2}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_times_are_read() {
        for (written, iso) in [
            ("2020", "2020"),
            (" 2020* ", "2020"),
            ("2019/2020", "2019/2020"),
            ("2019-2020", "2019/2020"),
            ("2019–20", "2019/2020"),
            ("2023-24", "2023/2024"),
            ("2011-12", "2011-12"),
            ("2016-2019", "2016-2019"),
            ("2016 – 2018*", "2016-2018"),
            ("2016_2018", "2016-2018"),
            ("2020K1", "2020-Q1"),
            ("2020-Q4", "2020-Q4"),
            ("2020 kv. 2", "2020-Q2"),
            ("1. kvartal 2020", "2020-Q1"),
            ("2020M05", "2020-05"),
            ("2020M05D17", "2020-05-17"),
            ("7.5.2020", "2020-05-07"),
        ] {
            assert_eq!(parse_time(written).map(When::iso).as_deref(), Some(iso), "{written}");
        }
        for wrong in
            ["", "2020K5", "2020M13", "2019-2016", "2016_19", "Hele landet", "æøåæøå", "20"]
        {
            assert_eq!(parse_time(wrong), None, "{wrong}");
        }
    }
}
