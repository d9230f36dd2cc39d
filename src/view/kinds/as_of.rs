//! Goal · measure · status, as things stood on a report's day, and what has changed since the report before.
//!
//! Measures that began later are left out, and counted. A row of a log without a day may have been written
//! at any time: it is taken to hold, and that its day is unknown is told beside it.

use crate::model::{EntryId, Measure, MeasureId, State, StatusReport};
use crate::text::When;
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::status::{as_of, has_begun};
use crate::view::{CellView, LinkView, TableView};
use crate::vocabulary::Kind;
use jiff::civil::Date;

/// The days of a report and of the one before it.
struct Days {
    day: Option<Date>,
    before: Option<(Date, EntryId)>,
}

/// The table of a report, and the sentences above it.
pub(super) fn status(sheet: &Sheet<'_>, report: &StatusReport) -> (Vec<String>, TableView) {
    let day = report.as_of.or(report.written).map(When::last_day);
    let days = Days { day, before: day.and_then(|day| previous(sheet, day)) };
    let shown = sheet.shown();
    let heading = |text| CellView { text, ..CellView::default() };
    let status = report.as_of.map_or_else(
        || sheet.say("status_title"),
        |when| shown.fill("status_on", &[("day", &shown.when(when))]),
    );
    let mut columns = vec![
        heading(shown.kind_one(Kind::Goal)),
        heading(shown.kind_one(Kind::Measure)),
        heading(sheet.say("label_status")),
        heading(sheet.say("label_reported")),
    ];
    if let Some((before, _)) = days.before {
        let day = shown.when(When::Day(before));
        columns.push(heading(shown.fill("label_before", &[("day", &day)])));
    }
    let table =
        TableView { caption: status, columns, rows: rows(sheet, &days), ..TableView::default() };
    (sentences(sheet, &days), table)
}

/// The report that tells of the last day before this one's.
fn previous(sheet: &Sheet<'_>, day: Date) -> Option<(Date, EntryId)> {
    let reports = sheet.plan().of_kind(Kind::Report).filter_map(|(id, entry)| {
        Some((entry.report()?.as_of?.last_day(), id)).filter(|(before, _)| *before < day)
    });
    reports.max_by_key(|(before, _)| *before)
}

/// The goals in order, each with its measures that had begun; then what serves the whole plan.
fn rows(sheet: &Sheet<'_>, days: &Days) -> Vec<Vec<CellView>> {
    let (plan, shown) = (sheet.plan(), sheet.shown());
    let had_begun = |id: &MeasureId| {
        plan.entry(*id).measure().is_some_and(|one| days.day.is_none_or(|day| has_begun(one, day)))
    };
    let mut rows = Vec::new();
    for (id, entry) in plan.of_kind(Kind::Goal) {
        let Some(goal) = entry.goal() else { continue };
        let link = shown.link(id, sheet.html);
        let mut measures = goal.measures.iter().copied().filter(had_begun).peekable();
        if measures.peek().is_none() && goal.sub_goals.is_empty() {
            let none = CellView { text: sheet.say("no_measure_yet"), ..CellView::default() };
            let columns = if days.before.is_some() { 5 } else { 4 };
            let mut row = vec![linked(link), none];
            row.resize_with(columns, CellView::default);
            rows.push(row);
            continue;
        }
        rows.extend(measures.map(|measure| row(sheet, link.clone(), measure, days)));
    }
    let whole = plan.of_kind(Kind::Measure).filter_map(|(id, entry)| {
        let serves_all = entry.measure().is_some_and(|measure| measure.goals.is_empty());
        MeasureId::of(id, entry.kind).filter(|_| serves_all)
    });
    let whole = whole.filter(had_begun);
    rows.extend(whole.map(|one| row(sheet, plain(sheet.say("serves_whole_plan")), one, days)));
    rows
}

fn row(sheet: &Sheet<'_>, goal: LinkView, id: MeasureId, days: &Days) -> Vec<CellView> {
    let shown = sheet.shown();
    let cell = |text: String| CellView { text, ..CellView::default() };
    let measure = sheet.plan().entry(id).measure();
    let row = measure.and_then(|measure| as_of(measure, days.day));
    let badge = row.and_then(|row| row.state).map(|state| shown.state_badge(state));
    let goal = if goal.path.is_empty() { cell(goal.title) } else { linked(goal) };
    let text = if badge.is_some() { String::new() } else { sheet.say("status_not_told") };
    let reported =
        row.map(|row| row.on.map_or_else(|| sheet.say("day_not_given"), |on| shown.when(on)));
    let status = CellView { badge, text, ..CellView::default() };
    let mut cells =
        vec![goal, linked(shown.link(id, sheet.html)), status, cell(reported.unwrap_or_default())];
    if let (Some((before, _)), Some(measure)) = (days.before, measure) {
        cells.push(cell(change(sheet, measure, before, days.day)));
    }
    cells
}

/// "Ny", "Uendret", or what it was: "Planlagt".
fn change(sheet: &Sheet<'_>, measure: &Measure, before: Date, day: Option<Date>) -> String {
    let shown = sheet.shown();
    match changed(measure, before, day) {
        Changed::New => sheet.say("status_new"),
        Changed::Not => sheet.say("status_unchanged"),
        Changed::From(Some(state)) => shown.state_badge(state).word,
        Changed::From(None) => sheet.say("status_not_told"),
    }
}

enum Changed {
    New,
    Not,
    From(Option<State>),
}

fn changed(measure: &Measure, before: Date, day: Option<Date>) -> Changed {
    let state = |day| as_of(measure, day).and_then(|row| row.state);
    let (then, now) = (state(Some(before)), state(day));
    match has_begun(measure, before) {
        false => Changed::New,
        true if then == now => Changed::Not,
        true => Changed::From(then),
    }
}

/// How many measures stood where, what has changed since the report before, and how many began later.
/// Each measure is counted once, however many goals it serves.
fn sentences(sheet: &Sheet<'_>, days: &Days) -> Vec<String> {
    let shown = sheet.shown();
    let all: Vec<&Measure> = sheet.plan().entries.iter().filter_map(|one| one.measure()).collect();
    let (begun, later): (Vec<&Measure>, Vec<&Measure>) =
        all.into_iter().partition(|one| days.day.is_none_or(|day| has_begun(one, day)));
    if begun.is_empty() && later.is_empty() {
        return Vec::new();
    }
    let states = begun.iter().map(|one| as_of(one, days.day).and_then(|row| row.state));
    let mut sentences = vec![format!("{}.", shown.state_counts(states))];
    if let Some(before) = days.before {
        sentences.push(since(sheet, &begun, before, days.day));
    }
    if !later.is_empty() {
        let count = shown.count(later.len(), Kind::Measure);
        sentences.push(shown.fill("status_began_later", &[("count", &count)]));
    }
    sentences
}

/// What has changed since the report before; of what has not, there is no word.
fn since(
    sheet: &Sheet<'_>,
    begun: &[&Measure],
    (before, id): (Date, EntryId),
    day: Option<Date>,
) -> String {
    let (mut new, mut moved) = (0, 0);
    for one in begun {
        match changed(one, before, day) {
            Changed::New => new += 1,
            Changed::From(_) => moved += 1,
            Changed::Not => {}
        }
    }
    let key = match (moved, new) {
        (0, 0) => "status_since_nothing",
        (0, _) => "status_since_new",
        (_, 0) => "status_since_moved",
        _ => "status_since_report",
    };
    let shown = sheet.shown();
    let report = &sheet.plan().entry(id).title;
    let (new, moved) = (shown.count(new, Kind::Measure), shown.count(moved, Kind::Measure));
    shown.fill(key, &[("report", report), ("moved", &moved), ("new", &new)])
}

fn linked(link: LinkView) -> CellView {
    CellView { links: vec![link], ..CellView::default() }
}
