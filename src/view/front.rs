//! The front page: what the plan is, where it stands, and ways in.

use super::overviews::news_day;
use super::sheet::Sheet;
use super::shown::{anchor_of, plain, shorten};
use super::status::{STATES, state_on};
use super::{CardView, LinkView, PageView, PanelView};
use crate::html::escape;
use crate::model::{AreaId, Details, EntryId, Judgement, MeasureId, Overview};
use crate::text::When;
use crate::vocabulary::Kind;
use std::collections::HashSet;

/// Cards of a kind that the front page shows at most.
const MOST: usize = 4;
/// News that the front page shows at most.
const MOST_NEWS: usize = 4;

/// The front page.
pub(super) fn page(mut sheet: Sheet<'_>) -> PageView {
    let plan = sheet.plan();
    let settings = &plan.settings;
    let html = sheet.html;
    let page = &mut sheet.page;
    page.template = "front".to_string();
    page.kind = "front".to_string();
    page.title.clone_from(&settings.title);
    if !settings.scope.is_empty() {
        let label = sheet.views.shown.say("plan_scope");
        let scope = escape(&settings.scope);
        page.statement = format!("<p><span class=\"label\">{label}:</span> {scope}</p>");
    }
    page.body = html.body(&plan.front, None, 0);
    let scope = format!("{}. {}.", settings.title, settings.scope);
    page.description = shorten(if settings.scope.is_empty() { &settings.title } else { &scope });
    areas(&mut sheet);
    assessed(&mut sheet, Judgement::Encouraging, "glad_title");
    assessed(&mut sheet, Judgement::Watch, "watch_title");
    audiences(&mut sheet);
    news(&mut sheet);
    let chapters = sheet.views.chapters.clone();
    let links = sheet.shown().links(chapters, html);
    let (shape, title) = ("links".into(), sheet.say("contents"));
    if !links.is_empty() {
        let anchor = contents_anchor(&title);
        sheet.panel(PanelView { shape, title, anchor, links, ..PanelView::default() });
    }
    let mut page = sheet.finish(Some(&plan.front));
    page.contents.clear();
    page
}

/// The fragment of the plan's contents.
pub(super) fn contents_anchor(word: &str) -> String {
    anchor_of(word)
}

/// Areas with their goals and how far the measures have come.
fn areas(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let areas = plan.of_kind(Kind::DevelopmentArea).map(|(id, _)| id);
    let cards: Vec<CardView> = areas
        .map(|id| {
            let mut card = sheet.card(id);
            card.meta = progress(sheet, id);
            card
        })
        .collect();
    sheet.card_panel(sheet.many(Kind::DevelopmentArea), cards);
}

/// "12 tiltak: 8 pågår, 2 gjennomført", "3 tellinger", and how those stand to their targets.
fn progress(sheet: &Sheet<'_>, id: EntryId) -> Vec<LinkView> {
    let plan = sheet.plan();
    let shown = sheet.shown();
    let Some(area) = AreaId::of(id, plan.entry(id).kind).and_then(|id| plan.entry(id).area())
    else {
        return Vec::new();
    };
    let goals = || area.goals.iter().filter_map(|goal| plan.entry(*goal).goal());
    let of_goals = goals().flat_map(|goal| goal.measures.iter().map(|id| EntryId::from(*id)));
    let ties = &sheet.views.ties;
    let of_components = area.components.iter().flat_map(|id| ties.of_component(*id)).copied();
    let measures: HashSet<EntryId> = of_goals.chain(of_components).collect();
    let of_goals = goals().flat_map(|goal| goal.indicators.iter().copied());
    let of_components =
        area.components.iter().flat_map(|id| plan.component(*id).indicators.iter().copied());
    let indicators: HashSet<EntryId> = of_goals.chain(of_components).map(EntryId::from).collect();
    let mut lines = Vec::new();
    if !measures.is_empty() {
        let told = STATES.iter().filter_map(|state| {
            let is = |id: &&EntryId| {
                let measure = plan.entry(**id).measure();
                measure.and_then(|one| state_on(one, shown.today)) == Some(*state)
            };
            let count = measures.iter().filter(is).count();
            let word = shown.state_badge(*state).word.to_lowercase();
            match count {
                0 => None,
                1 if measures.len() == 1 => Some(word),
                count => Some(format!("{count} {word}")),
            }
        });
        let told: Vec<String> = told.collect();
        let count = shown.count(measures.len(), Kind::Measure);
        lines.push(if told.is_empty() { count } else { format!("{count}: {}", told.join(", ")) });
    }
    if !indicators.is_empty() {
        lines.push(shown.count(indicators.len(), Kind::Indicator));
        lines.extend(shown.progress_lines(&indicators));
    }
    lines.into_iter().map(plain).collect()
}

/// Indicators to be glad of, or to watch; those with figures first.
fn assessed(sheet: &mut Sheet<'_>, judgement: Judgement, title: &str) {
    let plan = sheet.plan();
    let mut found: Vec<(bool, EntryId)> = plan
        .of_kind(Kind::Indicator)
        .filter_map(|(id, entry)| {
            let indicator = entry.indicator()?;
            let is_it = indicator.latest_finding()?.assessment == Some(judgement);
            is_it.then(|| (indicator.series.own().is_none(), id))
        })
        .collect();
    found.sort_by_key(|(is_words, _)| *is_words);
    let is_cut = found.len() > MOST;
    let cards = found.iter().take(MOST).map(|(_, id)| sheet.bare_card(*id));
    let cards: Vec<CardView> = cards.collect();
    if cards.is_empty() {
        return;
    }
    let mut all = sheet.shown().overview_link(Overview::Indicators);
    all.title = sheet.shown().fill("all_indicators", &[]);
    sheet.panel(PanelView {
        shape: "cards".into(),
        title: sheet.say(title),
        cards,
        more: is_cut.then_some(all),
        ..PanelView::default()
    });
}

/// Ways in by audience.
fn audiences(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let audiences = plan.of_kind(Kind::Audience).filter(|(_, entry)| entry.has_page());
    let links = sheet.shown().links(audiences.map(|(id, _)| id), sheet.html);
    if links.is_empty() {
        return;
    }
    // The theme sets it beside the plan's own words.
    let (shape, anchor, title) = ("links".into(), "audiences".into(), sheet.say("title_for_you"));
    sheet.panel(PanelView { shape, anchor, title, links, ..PanelView::default() });
}

/// What is new: reports, articles and rows of measures' logs.
fn news(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let mut news: Vec<(When, CardView)> = Vec::new();
    for (id, entry) in plan.all() {
        let card = match &entry.details {
            Details::Measure(_) => {
                MeasureId::of(id, entry.kind).and_then(|id| latest_row(sheet, id))
            }
            details => news_day(details).map(|day| {
                let mut card = sheet.shown().card(id, sheet.html);
                card.meta = vec![plain(sheet.shown().when(day))];
                (day, card)
            }),
        };
        news.extend(card.filter(|(day, _)| day.first_day() <= sheet.shown().today));
    }
    news.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let cards: Vec<CardView> = news.into_iter().take(MOST_NEWS).map(|(_, card)| card).collect();
    let more = Overview::News;
    if cards.is_empty() {
        return;
    }
    sheet.panel(PanelView {
        shape: "cards".into(),
        title: sheet.say("news_title"),
        cards,
        more: sheet.views.has(more).then(|| sheet.shown().overview_link(more)),
        ..PanelView::default()
    });
}

/// The last dated row of a measure's log, as news.
fn latest_row(sheet: &Sheet<'_>, id: MeasureId) -> Option<(When, CardView)> {
    let measure = sheet.plan().entry(id).measure()?;
    let row = measure.statuses.iter().rev().find(|row| row.on.is_some())?;
    let day = row.on?;
    let card = CardView {
        text: sheet.html.inline(&row.text),
        badge: row.state.map(|state| sheet.shown().state_badge(state)),
        meta: vec![plain(sheet.shown().when(day))],
        ..sheet.shown().card(id.into(), sheet.html)
    };
    Some((day, card))
}
