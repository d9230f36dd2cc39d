//! The other ends of relations: what points at an entry from fields, and what links to it from text.

use crate::diagnostic::rules::GOAL_CIRCLE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::Tag;
use crate::model::{
    AreaId, Body, ComponentId, Details, EntryId, GoalId, IndicatorId, Link, MeasureId, NarrativeId,
    Plan,
};
use crate::say;
use crate::vocabulary::Kind;
use std::sync::Arc;

/// Ties every relation's other end.
pub(super) fn tie(plan: &mut Plan, diagnostics: &mut Diagnostics) {
    for place in 0..plan.entries.len() {
        let id = EntryId::at(place);
        match plan.entries[place].kind {
            Kind::Goal => tie_goal(plan, id),
            Kind::Indicator => tie_indicator(plan, id),
            Kind::Measure => tie_measure(plan, id),
            Kind::Narrative => tie_narrative(plan, id),
            Kind::Event => tie_event(plan, id),
            Kind::QualityTool => tie_tool(plan, id),
            _ => {}
        }
    }
    for place in 0..plan.components.len() {
        tie_component(plan, ComponentId::at(place));
    }
    break_circles(plan, diagnostics);
    plan.backlinks = Arc::new(backlinks(plan));
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// A goal's area is told, or is the one whose row it is.
fn tie_goal(plan: &mut Plan, id: EntryId) {
    let Some(goal_id) = GoalId::of(id, Kind::Goal) else { return };
    let row_of = plan.entry(id).parent;
    let row_of = row_of.and_then(|area| AreaId::of(area, plan.entry(area).kind));
    let Details::Goal(goal) = &mut plan.entry_mut(id).details else { return };
    goal.area = goal.area.or(row_of);
    let (area, under, indicators) = (goal.area, goal.under, goal.indicators.clone());
    if let Some(area) = area
        && let Details::DevelopmentArea(area) = &mut plan.entry_mut(area).details
    {
        add(&mut area.goals, goal_id);
    }
    if let Some(under) = under
        && let Details::Goal(main) = &mut plan.entry_mut(under).details
    {
        add(&mut main.sub_goals, goal_id);
    }
    for indicator in indicators {
        tie_goal_to_indicator(plan, goal_id, indicator);
    }
}

fn tie_goal_to_indicator(plan: &mut Plan, goal: GoalId, indicator: IndicatorId) {
    if let Details::Indicator(indicator) = &mut plan.entry_mut(indicator).details {
        add(&mut indicator.goals, goal);
    }
}

fn tie_indicator(plan: &mut Plan, id: EntryId) {
    let Some(indicator_id) = IndicatorId::of(id, Kind::Indicator) else { return };
    let Details::Indicator(indicator) = &plan.entry(id).details else { return };
    let goals = indicator.goals.clone();
    let sources: Vec<EntryId> = indicator.sources.iter().map(|cited| cited.source).collect();
    for goal in goals {
        if let Details::Goal(goal) = &mut plan.entry_mut(goal).details {
            add(&mut goal.indicators, indicator_id);
        }
    }
    for source in sources {
        if let Details::Source(source) = &mut plan.entry_mut(source).details {
            add(&mut source.indicators, indicator_id);
        }
    }
}

fn tie_measure(plan: &mut Plan, id: EntryId) {
    let Some(measure_id) = MeasureId::of(id, Kind::Measure) else { return };
    let Details::Measure(measure) = &plan.entry(id).details else { return };
    let goals = measure.goals.clone();
    let indicators = measure.indicators.clone();
    let responsible = measure.responsible.clone();
    for goal in goals {
        if let Details::Goal(goal) = &mut plan.entry_mut(goal).details {
            add(&mut goal.measures, measure_id);
        }
    }
    for indicator in indicators {
        if let Details::Indicator(indicator) = &mut plan.entry_mut(indicator).details {
            add(&mut indicator.measures, measure_id);
        }
    }
    for who in responsible {
        if let Details::Role(role) = &mut plan.entry_mut(who).details {
            add(&mut role.measures, measure_id);
        }
    }
}

fn tie_narrative(plan: &mut Plan, id: EntryId) {
    let Some(narrative_id) = NarrativeId::of(id, Kind::Narrative) else { return };
    let Details::Narrative(narrative) = &plan.entry(id).details else { return };
    for goal in narrative.goals.clone() {
        if let Details::Goal(goal) = &mut plan.entry_mut(goal).details {
            add(&mut goal.narratives, narrative_id);
        }
    }
}

fn tie_event(plan: &mut Plan, id: EntryId) {
    let Details::Event(event) = &plan.entry(id).details else { return };
    let (areas, role) = (event.areas.clone(), event.role);
    for area in areas {
        if let Details::DevelopmentArea(area) = &mut plan.entry_mut(area).details {
            add(&mut area.events, id);
        }
    }
    if let Some(role) = role
        && let Details::Role(role) = &mut plan.entry_mut(role).details
    {
        add(&mut role.events, id);
    }
}

fn tie_tool(plan: &mut Plan, id: EntryId) {
    let Details::QualityTool(tool) = &plan.entry(id).details else { return };
    let areas: Vec<AreaId> = tool.areas.iter().map(|(_, area)| *area).collect();
    for area in areas {
        if let Details::DevelopmentArea(area) = &mut plan.entry_mut(area).details {
            add(&mut area.tools, id);
        }
    }
}

/// A mention of an indicator in a component's text ties the two.
fn tie_component(plan: &mut Plan, id: ComponentId) {
    let component = plan.component(id);
    let area = component.area;
    let body = &plan.entry(area).body;
    let heading = component.heading as usize;
    let start = body.document.headings[heading].node as usize;
    let nodes = &body.document.nodes[start..body.document.section_end(heading)];
    let mut mentioned: Vec<IndicatorId> = Vec::new();
    for node in nodes {
        let (Tag::Reference(place) | Tag::Embed(place)) = node.tag else { continue };
        let indicator = linked(&body.links[place as usize])
            .and_then(|entry| IndicatorId::of(entry, plan.entry(entry).kind));
        if let Some(indicator) = indicator {
            add(&mut mentioned, indicator);
        }
    }
    for indicator in &mentioned {
        if let Details::Indicator(indicator) = &mut plan.entry_mut(*indicator).details {
            add(&mut indicator.components, id);
        }
    }
    plan.components[id.index()].indicators = mentioned;
    if let Details::DevelopmentArea(area) = &mut plan.entry_mut(area).details {
        add(&mut area.components, id);
    }
}

/// The entries that a link leads to, lists left out.
pub(super) fn linked(link: &Link) -> Option<EntryId> {
    match link {
        Link::To { target, .. } => Some(target.entry),
        Link::Figure { indicator, .. } => Some((*indicator).into()),
        Link::Embed(crate::model::Embed::Card(entry)) => Some(*entry),
        Link::Embed(_) | Link::Broken => None,
    }
}

/// A goal that stands under itself is told and set free.
fn break_circles(plan: &mut Plan, diagnostics: &mut Diagnostics) {
    for place in 0..plan.entries.len() {
        let start = EntryId::at(place);
        let mut above = under(plan, start);
        let mut steps = 0;
        while let Some(goal) = above
            && goal != start
            && steps < plan.entries.len()
        {
            above = under(plan, goal);
            steps += 1;
        }
        if above != Some(start) {
            continue;
        }
        let title = plan.entry(start).title.clone();
        let message = say!(nb: "Målet «{title}» ligger under seg selv", en: "The goal “{title}” stands under itself");
        let help = say!(
            nb: "Ta bort feltet «under» ved ett av målene.",
            en: "Take away the field “under” at one of the goals."
        );
        diagnostics.push(Diagnostic::at(&GOAL_CIRCLE, plan.entry(start).span, message).help(help));
        if let Details::Goal(goal) = &mut plan.entry_mut(start).details {
            goal.under = None;
        }
    }
}

fn under(plan: &Plan, id: EntryId) -> Option<EntryId> {
    plan.entry(id).goal().and_then(|goal| goal.under).map(EntryId::from)
}

/// For each entry, those whose text links to it.
fn backlinks(plan: &Plan) -> Vec<Vec<EntryId>> {
    let mut backlinks = vec![Vec::new(); plan.entries.len()];
    for (id, entry) in plan.all() {
        for body in entry.texts() {
            tie_body(body, id, &mut backlinks);
        }
    }
    backlinks
}

fn tie_body(body: &Body, home: EntryId, backlinks: &mut [Vec<EntryId>]) {
    for target in body.links.iter().filter_map(linked).filter(|target| *target != home) {
        let list = &mut backlinks[target.index()];
        // Entries come in reading order: a repeat is the last one.
        if list.last() != Some(&home) {
            list.push(home);
        }
    }
}
