//! Figures: the latest one of an indicator, and all of them as a table.

use super::{CellView, FigureView, FindingView, Shown, TableView};
use crate::chart::{MISSING, SUPPRESSED};
use crate::html::Html;
use crate::model::{Comparison, Entry, Finding, Indicator, Observation, Order, Reading};
use crate::text::{Number, When};
use crate::words::WithUnit;

/// What stands behind a figure that is not yet revised.
const PRELIMINARY: &str = "*";

impl Shown<'_> {
    /// The latest figure, beside what others had at the same time; perhaps with its small picture.
    pub(super) fn figure(&self, indicator: &Indicator, spark: bool) -> Option<FigureView> {
        let own = indicator.series.own()?;
        let (observation, number) = own.latest()?;
        let figure =
            |number: Number| number.with_unit(indicator.decimals, &indicator.unit, self.language());
        let others = indicator.series.series.iter().skip(1).filter_map(|series| {
            match series.at(observation.time)?.value {
                Reading::Number(number) => Some(format!("{} {}", series.name, figure(number))),
                Reading::Suppressed | Reading::Missing => None,
            }
        });
        Some(FigureView {
            value: figure(number),
            when: self.told_time(observation),
            series: own.name.clone(),
            others: others.collect(),
            spark: if spark { self.spark(indicator) } else { String::new() },
        })
    }

    /// The time, with what is to be known of its figure: "2026, foreløpig tall".
    fn told_time(&self, observation: &Observation) -> String {
        let time = self.time(observation.time);
        if observation.preliminary {
            format!("{time}, {}", self.say("note_preliminary"))
        } else {
            time
        }
    }

    fn time(&self, time: Option<When>) -> String {
        time.map_or_else(|| self.say("year_not_given"), |time| self.when(time))
    }

    /// All series: a row for each time, a column for each series.
    pub(super) fn series_table(&self, entry: &Entry, indicator: &Indicator) -> Option<TableView> {
        let series = &indicator.series.series;
        let times = indicator.series.times();
        if times.is_empty() {
            return None;
        }
        let mut columns = vec![CellView { text: self.time_heading(&times), ..CellView::default() }];
        columns.extend(series.iter().map(|one| figure_cell(one.name.clone())));
        let rows = times.iter().map(|time| {
            let mut row = vec![CellView { text: self.time(*time), ..CellView::default() }];
            row.extend(series.iter().map(|one| self.observation(one.at(*time), indicator)));
            row
        });
        let caption = match indicator.unit.as_str() {
            "" => entry.title.clone(),
            unit => format!("{}, {unit}", entry.title),
        };
        Some(TableView {
            caption,
            columns,
            rows: rows.collect(),
            numeric: true,
            notes: self.table_notes(indicator),
        })
    }

    fn time_heading(&self, times: &[Option<When>]) -> String {
        let all = |is: fn(&When) -> bool| times.iter().flatten().all(is);
        let key = if all(|time| matches!(time, When::Year(_))) {
            "label_year"
        } else if all(|time| matches!(time, When::SchoolYear(_))) {
            "label_school_year"
        } else {
            "label_time"
        };
        self.say(key)
    }

    fn observation(&self, observation: Option<&Observation>, indicator: &Indicator) -> CellView {
        let preliminary = observation.is_some_and(|one| one.preliminary);
        let shown = match observation.map(|one| one.value) {
            Some(Reading::Number(number)) => {
                let mark = if preliminary { PRELIMINARY } else { "" };
                number.with_unit(indicator.decimals, "", self.language()) + mark
            }
            Some(Reading::Suppressed) => SUPPRESSED.to_string(),
            Some(Reading::Missing) => MISSING.to_string(),
            None => String::new(),
        };
        figure_cell(shown)
    }

    /// What the marks mean, as far as there are any, and what the source says of its figures.
    fn table_notes(&self, indicator: &Indicator) -> Vec<String> {
        let series = &indicator.series;
        let has = |value: Reading| {
            series.series.iter().flat_map(|one| &one.observations).any(|one| one.value == value)
        };
        let mut notes = Vec::new();
        if has(Reading::Suppressed) {
            notes.push(format!("{SUPPRESSED} {}", self.say("note_suppressed")));
        }
        if has(Reading::Missing) {
            notes.push(format!("{MISSING} {}", self.say("note_missing")));
        }
        if series.series.iter().flat_map(|one| &one.observations).any(|one| one.preliminary) {
            notes.push(format!("{PRELIMINARY} {}", self.say("note_preliminary")));
        }
        for (series, told) in
            series.series.iter().flat_map(|one| one.breaks.iter().map(move |told| (one, told)))
        {
            let key = if told.why.is_empty() { "note_break_bare" } else { "note_break" };
            let when = self.when(told.from);
            notes.push(
                self.fill(key, &[("series", &series.name), ("when", &when), ("why", &told.why)]),
            );
        }
        notes.extend(series.notes.iter().map(|note| note.text.clone()));
        notes
    }

    /// What an indicator tells, newest first.
    pub(super) fn findings(&self, indicator: &Indicator, html: &Html<'_>) -> Vec<FindingView> {
        let mut findings: Vec<&Finding> = indicator.findings.iter().collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.on));
        let view = |finding: &Finding| FindingView {
            when: finding.on.map(|on| self.when(on)).unwrap_or_default(),
            badge: finding.assessment.map(|assessment| self.judgement_badge(assessment)),
            text: html.body(&finding.text, None, 0),
            compared: finding.compared.as_ref().map(|to| self.compared(to)).unwrap_or_default(),
        };
        findings.into_iter().map(view).collect()
    }

    /// "Over landet".
    fn compared(&self, comparison: &Comparison) -> String {
        let key = match comparison.is {
            Order::Above => "compared_above",
            Order::Below => "compared_below",
            Order::Equal => "compared_equal",
        };
        self.fill(key, &[("with", &self.within(&comparison.with))])
    }
}

fn figure_cell(text: String) -> CellView {
    CellView { text, numeric: true, ..CellView::default() }
}
