//! Goals × indicators × measures, with the holes in sight.

use crate::model::{EntryId, Goal, GoalId, Plan};
use crate::view::sheet::Sheet;
use crate::view::{
    LinkGroupView, LinkView, MatrixGroupView, MatrixItemView, MatrixRowView, MatrixView, PanelView,
};
use crate::vocabulary::Kind;

/// The matrix; when there is nothing but holes, they are told in words and the goals listed.
pub(super) fn matrix(sheet: &mut Sheet<'_>) {
    sheet.page.template = "matrix".to_string();
    sheet.page.kind = "matrix".to_string();
    let groups = groups(sheet);
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let no_goal = rows().next().is_none();
    let no_indicator = rows().all(|row| row.indicators.is_empty());
    let no_measure = rows().all(|row| row.measures.is_empty());
    let holes = holes(sheet, no_goal, no_indicator, no_measure);
    sheet.intro(&holes);
    let loose = loose(sheet);
    if no_goal || (no_indicator && no_measure) {
        let lists = groups.into_iter().map(|group| LinkGroupView {
            title: numbered(&group.area),
            links: group.rows.into_iter().map(|row| row.goal).collect(),
        });
        let lists: Vec<LinkGroupView> = lists.filter(|list| !list.links.is_empty()).collect();
        let title = sheet.many(Kind::Goal);
        sheet.groups(title, lists);
        for group in loose {
            sheet.links(group.title, group.links);
        }
        return;
    }
    let matrix = Some(MatrixView { groups, loose });
    sheet.panel(PanelView { shape: "matrix".into(), matrix, ..PanelView::default() });
}

fn numbered(link: &LinkView) -> String {
    if link.number.is_empty() {
        link.title.clone()
    } else {
        format!("{} {}", link.number, link.title)
    }
}

/// What is not there yet, a sentence each.
fn holes(sheet: &Sheet<'_>, no_goal: bool, no_indicator: bool, no_measure: bool) -> Vec<String> {
    let shown = sheet.shown();
    let has = |kind| sheet.plan().of_kind(kind).next().is_some();
    let mut holes = Vec::new();
    if no_goal {
        holes.push("plan_without_goal");
    } else if no_indicator {
        let has = has(Kind::Indicator);
        holes.push(if has { "no_indicator_tied" } else { "plan_without_indicator" });
    }
    if !has(Kind::Measure) {
        holes.push("plan_without_measure");
    } else if no_measure && !no_goal {
        holes.push("no_measure_tied");
    }
    holes.into_iter().map(|key| shown.fill(key, &[])).collect()
}

/// The goals of each area, then those without one.
fn groups(sheet: &Sheet<'_>) -> Vec<MatrixGroupView> {
    let plan = sheet.plan();
    let shown = sheet.shown();
    let mut groups: Vec<MatrixGroupView> = plan
        .of_kind(Kind::DevelopmentArea)
        .filter_map(|(id, entry)| {
            let goals = &entry.area()?.goals;
            Some(MatrixGroupView {
                area: shown.link(id, sheet.html),
                rows: rows(sheet, goals.iter().copied()),
            })
        })
        .collect();
    let is_loose = |goal: &Goal| goal.area.is_none();
    let loose = plan
        .of_kind(Kind::Goal)
        .filter(|(_, entry)| entry.goal().is_some_and(is_loose))
        .filter_map(|(id, entry)| GoalId::of(id, entry.kind));
    let rows = rows(sheet, loose);
    if !rows.is_empty() {
        let title = sheet.say("without_area");
        groups.push(MatrixGroupView { area: crate::view::shown::plain(title), rows });
    }
    groups
}

/// Main goals in order, each followed by its sub-goals.
fn rows(sheet: &Sheet<'_>, goals: impl Iterator<Item = GoalId>) -> Vec<MatrixRowView> {
    let plan = sheet.plan();
    let goals: Vec<GoalId> = goals.collect();
    let under = |id: GoalId| plan.entry(id).goal().and_then(|goal| goal.under);
    // A sub-goal whose main goal stands elsewhere is a row of its own here.
    let main = goals.iter().filter(|id| under(**id).is_none_or(|main| !goals.contains(&main)));
    let mut ordered: Vec<GoalId> = Vec::new();
    for id in main {
        add_with_subs(plan, *id, &goals, &mut ordered);
    }
    ordered.into_iter().filter_map(|id| row(sheet, id)).collect()
}

fn add_with_subs(plan: &Plan, id: GoalId, among: &[GoalId], ordered: &mut Vec<GoalId>) {
    if ordered.contains(&id) {
        return;
    }
    ordered.push(id);
    let subs = plan.entry(id).goal().map_or(&[][..], |goal| &goal.sub_goals);
    for sub in subs.iter().filter(|sub| among.contains(sub)) {
        add_with_subs(plan, *sub, among, ordered);
    }
}

fn row(sheet: &Sheet<'_>, id: GoalId) -> Option<MatrixRowView> {
    let plan = sheet.plan();
    let shown = sheet.shown();
    let goal = plan.entry(id).goal()?;
    let progress = |id| shown.progress(plan.entry(id).indicator()?, sheet.html);
    let item = |id: EntryId| MatrixItemView {
        link: shown.link(id, sheet.html),
        badge: shown.badge(id),
        progress: progress(id),
    };
    let mut responsible: Vec<EntryId> = Vec::new();
    for measure in goal.measures.iter().filter_map(|id| plan.entry(*id).measure()) {
        for who in &measure.responsible {
            if !responsible.contains(who) {
                responsible.push(*who);
            }
        }
    }
    Some(MatrixRowView {
        goal: LinkView {
            title: shown.full_title(plan.entry(id), sheet.html),
            ..shown.link(id, sheet.html)
        },
        sub: goal.under.is_some(),
        indicators: goal.indicators.iter().map(|id| item((*id).into())).collect(),
        measures: goal.measures.iter().map(|id| item((*id).into())).collect(),
        responsible: shown.links(responsible, sheet.html),
    })
}

/// Measures for the whole plan, and indicators that no goal leans on.
fn loose(sheet: &Sheet<'_>) -> Vec<LinkGroupView> {
    let plan = sheet.plan();
    let shown = sheet.shown();
    let measures = plan
        .of_kind(Kind::Measure)
        .filter(|(_, entry)| entry.measure().is_some_and(|measure| measure.goals.is_empty()));
    let indicators = plan
        .of_kind(Kind::Indicator)
        .filter(|(_, entry)| entry.indicator().is_some_and(|one| one.goals.is_empty()));
    let group = |key: &str, ids: Vec<EntryId>| LinkGroupView {
        title: shown.fill(key, &[]),
        links: shown.links(ids, sheet.html),
    };
    let groups = [
        group("measures_for_whole_plan", measures.map(|(id, _)| id).collect()),
        group("indicators_without_goal", indicators.map(|(id, _)| id).collect()),
    ];
    groups.into_iter().filter(|group| !group.links.is_empty()).collect()
}
