//! Development areas and goals, with what measures them and what is done for them.

use super::embedded;
use crate::model::{ComponentId, DevelopmentArea, EntryId, Goal, GoalId, Place, Target};
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::{LinkView, PanelView};
use crate::vocabulary::Kind;

/// An area: its goals above, then what hangs on goals and components.
pub(super) fn area(sheet: &mut Sheet<'_>, id: EntryId, area: &DevelopmentArea) {
    let plan = sheet.plan();
    let embedded = embedded(&plan.entry(id).body);
    sheet.page.statement = statement(sheet, area, &|goal| embedded.contains(&goal.into()));
    sheet.seen.extend(area.goals.iter().map(|goal| EntryId::from(*goal)));
    sheet.seen.extend(&embedded);
    sheet.fact(sheet.say("label_sdg"), sheet.shown().sdg(&area.sdg));
    let goals: Vec<&Goal> = area.goals.iter().filter_map(|goal| plan.entry(*goal).goal()).collect();
    let sub_goals = area.goals.iter().filter(|goal| is_sub(sheet, **goal));
    let sub_goals: Vec<EntryId> =
        sub_goals.map(|goal| (*goal).into()).filter(|id| !embedded.contains(id)).collect();
    sheet.cards(sheet.say("sub_goals"), sub_goals);
    let of_goals = goals.iter().flat_map(|goal| goal.indicators.iter().copied());
    let of_components =
        area.components.iter().flat_map(|one| plan.component(*one).indicators.iter().copied());
    let indicators: Vec<EntryId> = of_goals.chain(of_components).map(EntryId::from).collect();
    let indicators = indicators.into_iter().filter(|id| !embedded.contains(id));
    sheet.cards(sheet.many(Kind::Indicator), indicators);
    let of_goals = goals.iter().flat_map(|goal| goal.measures.iter().map(|id| EntryId::from(*id)));
    let views = sheet.views;
    let of_components = area.components.iter().flat_map(|one| views.ties.of_component(*one));
    let measures = of_goals.chain(of_components.copied()).filter(|id| !embedded.contains(id));
    sheet.cards(sheet.many(Kind::Measure), measures);
    let narratives = goals.iter().flat_map(|goal| goal.narratives.iter().copied());
    let narratives = narratives.map(EntryId::from).filter(|id| !embedded.contains(id));
    sheet.cards(sheet.many(Kind::Narrative), narratives);
    tools(sheet, id, area);
    events(sheet, sheet.say("title_annual_wheel"), &area.events);
}

/// The goals in words, each leading to its page; those that the text embeds stand there.
fn statement(
    sheet: &Sheet<'_>,
    area: &DevelopmentArea,
    is_embedded: &dyn Fn(GoalId) -> bool,
) -> String {
    let plan = sheet.plan();
    let main = area.goals.iter().filter(|id| !is_sub(sheet, **id) && !is_embedded(**id));
    let each = main.filter_map(|id| {
        let goal = plan.entry(*id).goal().filter(|goal| !goal.text.is_empty())?;
        let words = sheet.html.inline(&goal.text);
        if !goal.text.links.is_empty() {
            return Some(format!("<p>{words}</p>"));
        }
        let target = Target { entry: (*id).into(), place: Place::Top };
        let href = crate::html::escape(&sheet.html.href(target));
        Some(format!("<p><a href=\"{href}\">{words}</a></p>"))
    });
    each.collect::<Vec<_>>().join("\n")
}

fn is_sub(sheet: &Sheet<'_>, goal: GoalId) -> bool {
    sheet.plan().entry(goal).goal().is_some_and(|goal| goal.under.is_some())
}

/// Quality tools lead to the heading that treats the area.
fn tools(sheet: &mut Sheet<'_>, id: EntryId, area: &DevelopmentArea) {
    let plan = sheet.plan();
    let links = area.tools.iter().map(|tool_id| {
        let entry = plan.entry(*tool_id);
        let mut link = sheet.shown().link(*tool_id, sheet.html);
        let heading = entry.tool().and_then(|tool| {
            tool.areas.iter().find(|(_, area)| EntryId::from(*area) == id).map(|(at, _)| *at)
        });
        if let Some(heading) = heading {
            let anchor = &entry.body.document.headings[heading as usize].anchor;
            link.path = sheet.shown().place_in(*tool_id, anchor, sheet.html);
        }
        link
    });
    let links: Vec<LinkView> = links.collect();
    sheet.seen.extend(&area.tools);
    sheet.links(sheet.many(Kind::QualityTool), links);
}

/// Events with their time: "Lesefesten (oktober)".
pub(super) fn events(sheet: &mut Sheet<'_>, title: String, events: &[EntryId]) {
    let shown = sheet.shown();
    let links = events.iter().map(|id| {
        let mut link = shown.link(*id, sheet.html);
        if let Some(event) = sheet.plan().entry(*id).event() {
            link.title = format!("{} ({})", link.title, shown.event_time(event));
        }
        link
    });
    let links = links.collect();
    sheet.seen.extend(events);
    sheet.links(title, links);
}

/// A goal: where it belongs, what measures it, what is done for it; what is missing is said.
pub(super) fn goal(sheet: &mut Sheet<'_>, id: EntryId, goal: &Goal) {
    let plan = sheet.plan();
    let entry = plan.entry(id);
    let is_told = sheet.shown().full_title(entry, sheet.html) != entry.title
        || sheet.html.plain(&goal.text).trim().trim_end_matches('.') == entry.title;
    // A goal without a title has its words as one.
    if !is_told || sheet.on_paper {
        super::text::statement(sheet, &goal.text);
    }
    sheet.fact_entries(sheet.shown().kind_one(Kind::DevelopmentArea), goal.area);
    sheet.fact_entries(sheet.say("label_main_goal"), goal.under);
    sheet.fact(sheet.say("label_sdg"), sheet.shown().sdg(&goal.sdg));
    sheet.cards(sheet.say("sub_goals"), goal.sub_goals.iter().copied());
    let embedded = embedded(&entry.body);
    indicators(sheet, goal, &embedded);
    measures(sheet, goal, &embedded);
    let narratives: Vec<EntryId> = goal.narratives.iter().map(|id| (*id).into()).collect();
    let narratives = narratives.into_iter().filter(|id| !embedded.contains(id));
    sheet.cards(sheet.many(Kind::Narrative), narratives);
    components(sheet, goal);
}

type Embedded = std::collections::HashSet<EntryId>;

fn indicators(sheet: &mut Sheet<'_>, goal: &Goal, embedded: &Embedded) {
    let title = sheet.many(Kind::Indicator);
    let has = |goal: &Goal| !goal.indicators.is_empty();
    if goal.indicators.is_empty() && !any_below(sheet, goal, has) && !sheet.on_paper {
        sheet.hole(title, sheet.shown().fill("goal_without_indicator", &[]));
        return;
    }
    let ids = goal.indicators.iter().map(|id| EntryId::from(*id));
    sheet.large_cards(title, ids.filter(|id| !embedded.contains(id)));
}

fn measures(sheet: &mut Sheet<'_>, goal: &Goal, embedded: &Embedded) {
    let title = sheet.many(Kind::Measure);
    let has = |goal: &Goal| !goal.measures.is_empty();
    if goal.measures.is_empty() && !any_below(sheet, goal, has) && !sheet.on_paper {
        let has_any = sheet.views.has(crate::model::Overview::Measures);
        let key = if has_any { "goal_without_measure" } else { "plan_without_measure" };
        sheet.hole(title, sheet.shown().fill(key, &[]));
        return;
    }
    let ids = goal.measures.iter().map(|id| EntryId::from(*id));
    sheet.cards(title, ids.filter(|id| !embedded.contains(id)));
}

/// Whether a sub-goal has what its main goal lacks.
fn any_below(sheet: &Sheet<'_>, goal: &Goal, has: impl Fn(&Goal) -> bool) -> bool {
    goal.sub_goals.iter().filter_map(|id| sheet.plan().entry(*id).goal()).any(has)
}

/// The core components of the goal's area: what must be in place for it.
fn components(sheet: &mut Sheet<'_>, goal: &Goal) {
    let plan = sheet.plan();
    let area = goal.area.and_then(|area| plan.entry(area).area());
    let components: &[ComponentId] = area.map_or(&[], |area| &area.components);
    let links: Vec<LinkView> =
        components.iter().map(|id| sheet.shown().component_link(*id, sheet.html)).collect();
    if links.is_empty() || sheet.on_paper {
        return;
    }
    sheet.panel(PanelView {
        shape: "links".into(),
        title: sheet.shown().fill("components_title", &[]),
        links,
        ..PanelView::default()
    });
}

/// The goals of something, or that it serves the whole plan.
pub(super) fn served(sheet: &mut Sheet<'_>, goals: &[GoalId]) {
    let label = sheet.many(Kind::Goal);
    if goals.is_empty() {
        sheet.fact(label, vec![plain(sheet.say("serves_whole_plan"))]);
    } else {
        let label = if goals.len() == 1 { sheet.shown().kind_one(Kind::Goal) } else { label };
        sheet.fact_entries(label, goals.iter().copied());
    }
}
