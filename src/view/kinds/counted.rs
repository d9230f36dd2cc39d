//! Indicators and the sources that their figures come from.

use crate::model::{Better, EntryId, FigureFile, Indicator, Source};
use crate::view::charts::Room;
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::{ChartView, LinkView, PanelView, Shown};
use crate::vocabulary::Kind;

/// An indicator: facts, what it shows, and its figures.
pub(super) fn indicator(sheet: &mut Sheet<'_>, id: EntryId, indicator: &Indicator) {
    facts(sheet, indicator);
    let shown = sheet.shown();
    if let Some(chart) = chart(sheet, id, indicator) {
        let shape = "chart".into();
        sheet.panel(PanelView { shape, chart: Some(chart), ..PanelView::default() });
    }
    if let Some(progress) = shown.progress(indicator, sheet.html) {
        let (shape, title) = ("progress".into(), sheet.say("progress_title"));
        let progress = Some(progress);
        sheet.panel(PanelView { shape, title, progress, ..PanelView::default() });
    }
    let findings = shown.findings(indicator, sheet.html);
    if !findings.is_empty() {
        let title = shown.fill("findings_title", &[]);
        let shape = "findings".into();
        sheet.panel(PanelView { shape, title, findings, ..PanelView::default() });
    }
    if let Some(table) = shown.series_table(sheet.plan().entry(id), indicator) {
        sheet.table(sheet.say("figures_title"), table);
    }
    downloads(sheet, id, indicator);
    sheet.cards(sheet.many(Kind::Measure), indicator.measures.iter().copied());
}

/// The chart. On its own page it has a name of its own; in the whole plan, whose tables are beside their
/// charts, a shorter one, and none for few figures: there the table says as much on less paper.
fn chart(sheet: &Sheet<'_>, id: EntryId, indicator: &Indicator) -> Option<ChartView> {
    let entry = sheet.plan().entry(id);
    if sheet.on_paper {
        let chart = sheet.shown().chart(entry, indicator, Room::Card, None);
        return chart.filter(|chart| chart.picture == "line");
    }
    let id = format!("chart-{}", entry.name);
    sheet.shown().chart(entry, indicator, Room::Page, Some(&id))
}

/// The same figures as files, in a line below them.
fn downloads(sheet: &mut Sheet<'_>, id: EntryId, indicator: &Indicator) {
    if sheet.on_paper {
        return;
    }
    let name = &sheet.plan().entry(id).name;
    let has_figures = indicator.series.has_observations();
    let files = FigureFile::FOR_READERS.into_iter();
    let files = files.filter(|file| has_figures || file.holds_words());
    let link =
        |file: FigureFile| LinkView { path: file.path(name), ..plain(sheet.say(file.key())) };
    let links = files.map(link).collect();
    let (shape, anchor) = ("downloads".into(), "downloads".into());
    let note = sheet.say("data_downloads");
    sheet.panel(PanelView { shape, anchor, note, links, ..PanelView::default() });
}

fn facts(sheet: &mut Sheet<'_>, indicator: &Indicator) {
    let shown = sheet.shown();
    if let Some(figure) = shown.figure(indicator, false) {
        let latest = format!("{} ({})", figure.value, figure.when);
        sheet.fact_text("label_latest", &latest);
    }
    if let Some(aim) = &indicator.target {
        sheet.fact_text("label_target", &shown.aim(aim, indicator));
    }
    if indicator.target.is_none() {
        sheet.fact_text("label_change", &shown.change(indicator));
    }
    let has_figures = !indicator.series.series.is_empty();
    match indicator.better {
        Better::Higher => sheet.fact_text("label_better", &sheet.say("better_higher")),
        Better::Lower => sheet.fact_text("label_better", &sheet.say("better_lower")),
        Better::Neither => {}
    }
    // The latest figure and a percent sign say it already.
    if has_figures && shown.figure(indicator, false).is_none() && indicator.unit != "%" {
        sheet.fact_text("label_unit", &indicator.unit);
    }
    let sources: Vec<_> =
        indicator.sources.iter().map(|cited| shown.cited(cited, sheet.html)).collect();
    sheet.seen.extend(indicator.sources.iter().map(|cited| cited.source));
    sheet.fact(sheet.say("label_source"), sources);
    if !indicator.goals.is_empty() {
        super::goals::served(sheet, &indicator.goals);
    }
    let components = indicator.components.iter();
    let components = components.map(|id| shown.component_link(*id, sheet.html)).collect();
    let plan = sheet.plan();
    let areas = indicator.components.iter().map(|id| plan.component(*id).area);
    sheet.seen.extend(areas);
    sheet.fact(shown.fill("components_title", &[]), components);
    sheet.fact(sheet.say("label_sdg"), shown.sdg(&indicator.sdg));
}

/// A source: who, where, and what leans on it.
pub(super) fn source(sheet: &mut Sheet<'_>, source: &Source) {
    if !source.author.is_empty() {
        sheet.fact(sheet.say("label_publisher"), vec![plain(source.author.clone())]);
    }
    sheet.fact(sheet.say("label_url"), Shown::web_link(&source.url).into_iter().collect());
    sheet.cards(sheet.many(Kind::Indicator), source.indicators.iter().copied());
}
