//! Dates in words: the months' names, and the order in which a language puts the parts of a date.

use fluent_bundle::FluentValue;
use jiff::civil::Date;

use super::spoken::{InWords, spoken, told};
use crate::text::{Language, Period, When};

impl InWords for When {
    fn format(&self, language: Language) -> String {
        match *self {
            When::Moment(moment) => {
                let date = day(moment.date(), language);
                let time = [moment.hour(), moment.minute()].map(|part| format!("{part:02}"));
                let [hour, minute] = time.map(FluentValue::from);
                let date = FluentValue::from(date);
                told(language, "date_moment", [("date", date), ("hour", hour), ("minute", minute)])
            }
            When::Day(date) => day(date, language),
            When::Month(year, month) => {
                told(language, "date_month", [("month", month.into()), ("year", year.into())])
            }
            When::Quarter(year, quarter) => {
                told(language, "date_quarter", [("quarter", quarter.into()), ("year", year.into())])
            }
            When::Year(year) => year.to_string(),
            When::SchoolYear(year) => format!("{year}/{}", year + 1),
            When::Years(first, last) => format!("{first}–{last}"),
        }
    }
}

impl InWords for Period {
    fn format(&self, language: Language) -> String {
        let open = |key, end: When| {
            told(language, key, [("when", FluentValue::from(end.format(language)))])
        };
        match (self.from, self.to) {
            (Some(start), Some(end)) if start == end => start.format(language),
            (Some(When::Year(start)), Some(When::Year(end))) => format!("{start}–{end}"),
            (Some(start), Some(end)) => {
                format!("{} – {}", start.format(language), end.format(language))
            }
            (Some(start), None) => open("period_from", start),
            (None, Some(end)) => open("period_until", end),
            (None, None) => String::new(),
        }
    }
}

/// The name of a month, 1 to 12, in running text.
#[must_use]
pub fn month_name(month: i8, language: Language) -> &'static str {
    let months = &spoken(language).months;
    usize::try_from(month - 1).ok().and_then(|at| months.get(at)).map_or("", String::as_str)
}

fn day(date: Date, language: Language) -> String {
    let months = &spoken(language).days;
    let shape = usize::try_from(date.month() - 1).ok().and_then(|at| months.get(at));
    shape
        .map(|shape| shape.with(&date.day().to_string(), &date.year().to_string()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(written: &str, language: Language) -> String {
        When::parse(written).unwrap().format(language)
    }

    #[test]
    fn a_date_is_told_as_its_language_does() {
        let all = |written| Language::ALL.map(|language| shown(written, language)).join(" | ");
        // A line does not end between a day and its month; `~` stands for the space that holds them together.
        let day =
            "18.~juni 2026 | 18.~juni 2026 | geassemánu~18.~b. 2026 | 18~juni 2026 | 18~June 2026";
        let day = day.replace('~', "\u{a0}");
        assert_eq!(all("2026-06-18"), day);
        let month = "mars 2026 | mars 2026 | njukčamánnu 2026 | mars 2026 | March 2026";
        assert_eq!(all("2026-03"), month);
        let quarter =
            "2. kvartal 2026 | 2. kvartal 2026 | 2. njealjádas 2026 | kvartal 2 2026 | Q2 2026";
        assert_eq!(all("2026-Q2"), quarter);
        assert_eq!(shown("2026-06-18T09:05", Language::Nb), "18.\u{a0}juni 2026 kl.\u{a0}09.05");
        assert_eq!(shown("2026-06-18T09:05", Language::En), "18\u{a0}June 2026 at 09:05");
    }

    #[test]
    fn a_date_is_told_as_exactly_as_it_is_known() {
        for (written, told) in [
            ("2026", "2026"),
            ("2025/2026", "2025/2026"),
            ("2025/26", "2025/2026"),
            ("2016-2019", "2016–2019"),
            ("2016–2019", "2016–2019"),
        ] {
            assert_eq!(shown(written, Language::Nb), told);
        }
    }

    #[test]
    fn periods_may_be_open() {
        let year = |year| Some(When::Year(year));
        let shown = |from, to, language| Period { from, to }.format(language);
        assert_eq!(shown(year(2022), year(2025), Language::Nb), "2022–2025");
        assert_eq!(shown(year(2022), None, Language::Nb), "fra 2022");
        assert_eq!(shown(None, year(2025), Language::Nb), "til 2025");
        assert_eq!(shown(year(2022), None, Language::Se), "2022 rájes");
    }

    #[test]
    fn months_have_names() {
        assert_eq!(month_name(1, Language::Nb), "januar");
        assert_eq!(month_name(12, Language::Se), "juovlamánnu");
        assert_eq!(month_name(13, Language::En), "");
    }
}
