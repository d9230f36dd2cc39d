//! Measures by where they stand on a day: today on their overview, and at even steps up to it.

use crate::model::{EntryId, Measure, Plan, State};
use crate::text::When;
use crate::view::sheet::Sheet;
use crate::view::status::{STATES, as_of, has_begun};
use crate::view::{CellView, TableView};
use crate::vocabulary::Kind;
use jiff::ToSpan;
use jiff::civil::Date;

/// Rows that a table of counts over time has at most.
const MOST: usize = 8;

/// Measures by where they stand on the site's day, and how that has come to be.
pub(super) fn measures(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let today = sheet.shown().today;
    let all: Vec<EntryId> = plan.of_kind(Kind::Measure).map(|(id, _)| id).collect();
    let state = |id: EntryId| {
        plan.entry(id).measure().and_then(|one| as_of(one, Some(today))).and_then(|row| row.state)
    };
    let is_told = all.iter().any(|id| state(*id).is_some());
    if is_told {
        let day = sheet.shown().when(When::Day(today));
        let counts = sheet.shown().state_counts(all.iter().map(|id| state(*id)));
        sheet.intro(&[sheet.shown().fill("status_today", &[("day", &day), ("told", &counts)])]);
    }
    for wanted in STATES.map(Some).into_iter().chain([None]) {
        let ids: Vec<EntryId> = all.iter().copied().filter(|id| state(*id) == wanted).collect();
        let title = match wanted {
            Some(state) => sheet.say(&format!("state_{}", state.name())),
            None if is_told => sheet.say("status_not_told"),
            None => String::new(),
        };
        sheet.bare_cards(title, ids);
    }
    let overview = crate::model::Overview::Responsible;
    if sheet.views.has(overview)
        && let Some(last) = sheet.page.panels.last_mut()
    {
        last.more = Some(sheet.views.shown.overview_link(overview));
    }
    if let Some(table) = over_time(sheet) {
        sheet.table(sheet.say("status_over_time"), table);
    }
}

/// How many measures stood where, at the ends of months, quarters, half-years or years.
fn over_time(sheet: &Sheet<'_>) -> Option<TableView> {
    let (plan, shown) = (sheet.plan(), sheet.shown());
    let measures: Vec<&Measure> = plan.entries.iter().filter_map(|entry| entry.measure()).collect();
    let days = steps(plan, shown.today)?;
    let state = |measure: &Measure, day: Date| {
        has_begun(measure, day).then(|| as_of(measure, Some(day)).and_then(|row| row.state))
    };
    let count = |day: Date, wanted: Option<Option<State>>| {
        measures.iter().filter(|one| state(one, day) == wanted).count()
    };
    // A column for each state that some measure has been in.
    let known = STATES.map(|state| Some(Some(state)));
    let all = known.into_iter().chain([Some(None), None]);
    let wanted: Vec<Option<Option<State>>> =
        all.filter(|one| days.iter().any(|day| count(*day, *one) > 0)).collect();
    let title = |one: &Option<Option<State>>| match one {
        Some(Some(state)) => shown.state_badge(*state).word,
        Some(None) => shown.say("status_not_told"),
        None => shown.say("status_not_begun"),
    };
    let figure = |text: String| CellView { text, numeric: true, ..CellView::default() };
    let heading = CellView { text: shown.say("label_time"), ..CellView::default() };
    let rows = days.iter().map(|day| {
        let first = CellView { text: shown.when(When::Day(*day)), ..CellView::default() };
        let counts = wanted.iter().map(|one| figure(count(*day, *one).to_string()));
        std::iter::once(first).chain(counts).collect()
    });
    Some(TableView {
        caption: shown.fill("status_over_time_caption", &[]),
        columns: std::iter::once(heading)
            .chain(wanted.iter().map(|one| figure(title(one))))
            .collect(),
        rows: rows.collect(),
        numeric: true,
        notes: vec![shown.say("status_over_time_note")],
    })
}

/// The last days of even steps from the first dated row to today, which is the last; none for fewer than two.
fn steps(plan: &Plan, today: Date) -> Option<Vec<Date>> {
    let logs = plan.entries.iter().filter_map(|entry| entry.measure());
    let days = logs.flat_map(|one| &one.statuses).filter_map(|row| row.on).map(When::first_day);
    let first = days.min().filter(|first| *first <= today)?;
    [1_i8, 3, 6, 12].into_iter().find_map(|months| {
        let mut ends = Vec::new();
        let mut month =
            Date::new(first.year(), (first.month() - 1) / months * months + 1, 1).ok()?;
        while ends.len() < MOST {
            month = month.checked_add(i32::from(months).months()).ok()?;
            let end = month.yesterday().ok()?;
            if end >= today {
                ends.push(today);
                return (ends.len() > 1).then_some(ends);
            }
            ends.push(end);
        }
        None
    })
}
