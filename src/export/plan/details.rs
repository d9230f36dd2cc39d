//! What is particular to each kind of entry, in the JSON of the plan.

use super::settings::{decision, period};
use super::{name, names};
use crate::export::indicator::{self, IndicatorData};
use crate::export::web;
use crate::html::{Html, plain, relative};
use crate::model::{
    Article, Details as Told, DevelopmentArea, Entry, EntryId, Goal, Hearing, LegalBasis, Measure,
    Narrative, Place, Plan, QualityTool, Repealed, Role, StatusReport, Target, Term, WheelEvent,
};
use crate::text::When;
use serde::Serialize;
use serde_json::{Value, json};

/// The particulars of an entry: of an indicator, or any other's as a map of fields.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Details {
    Indicator(Box<IndicatorData>),
    Other(Value),
}

/// The particulars of an entry.
pub(super) fn of(plan: &Plan, entry: &Entry, html: &Html<'_>) -> Details {
    Details::Other(match &entry.details {
        Told::Indicator(indicator) => {
            return Details::Indicator(Box::new(indicator::data(plan, indicator)));
        }
        Told::Page | Told::Chapter | Told::Field | Told::Audience => json!({}),
        Told::Value(value) => json!({ "statement": plain(&value.statement) }),
        Told::Narrative(narrative) => of_narrative(plan, narrative),
        Told::DevelopmentArea(area) => of_area(plan, area, html),
        Told::Goal(goal) => of_goal(plan, goal),
        Told::Measure(measure) => of_measure(plan, measure),
        Told::Role(role) => of_role(plan, role),
        Told::Event(event) => of_event(plan, event),
        Told::QualityTool(tool) => of_tool(plan, tool),
        Told::Report(report) => of_report(report),
        Told::Article(article) => of_article(plan, article),
        Told::Source(source) => json!({
            "author": source.author,
            "url": web(&source.url),
            "indicators": names(plan, source.indicators.iter().copied()),
        }),
        Told::Reference(reference) => of_reference(reference),
        Told::Term(term) => of_term(term, html),
        Told::Service(service) => json!({
            "field": service.field.map(|id| name(plan, id)),
            "url": web(&service.url),
        }),
        Told::Attachment(file) => json!({
            "file": Some(&file.file).filter(|one| !one.is_empty()).map(|one| relative(html.page, one)),
            "about": file.about,
            "size": file.size,
        }),
        Told::Hearing(hearing) => of_hearing(hearing),
    })
}

fn iso(when: Option<When>) -> Option<String> {
    when.map(When::iso)
}

fn of_narrative(plan: &Plan, narrative: &Narrative) -> Value {
    let steps = narrative.steps.iter().map(|step| {
        json!({
            "title": step.title,
            "text": plain(&step.text),
            "services": names(plan, step.services.iter().copied()),
        })
    });
    json!({
        "form": narrative.form.name(),
        "about": narrative.about.name(),
        "participants": narrative.participants,
        "services": names(plan, narrative.services.iter().copied()),
        "goals": names(plan, narrative.goals.iter().copied()),
        "steps": steps.collect::<Vec<_>>(),
    })
}

/// `area#place`: a core component is a part of its area's text.
fn component(plan: &Plan, id: crate::model::ComponentId) -> String {
    let component = plan.component(id);
    format!("{}#{}", name(plan, component.area), component.anchor)
}

fn of_area(plan: &Plan, area: &DevelopmentArea, html: &Html<'_>) -> Value {
    let components = area.components.iter().map(|id| {
        let one = plan.component(*id);
        let target = Target { entry: one.area, place: Place::Heading(one.heading) };
        json!({
            "id": component(plan, *id),
            "title": one.title,
            "number": one.number,
            "page": html.href(target),
            "indicators": names(plan, one.indicators.iter().copied()),
        })
    });
    json!({
        "goals": names(plan, area.goals.iter().copied()),
        "components": components.collect::<Vec<_>>(),
        "events": names(plan, area.events.iter().copied()),
        "tools": names(plan, area.tools.iter().copied()),
        "sdg": area.sdg,
    })
}

fn of_goal(plan: &Plan, goal: &Goal) -> Value {
    json!({
        "text": plain(&goal.text),
        "area": goal.area.map(|id| name(plan, id)),
        "under": goal.under.map(|id| name(plan, id)),
        "sub_goals": names(plan, goal.sub_goals.iter().copied()),
        "indicators": names(plan, goal.indicators.iter().copied()),
        "measures": names(plan, goal.measures.iter().copied()),
        "narratives": names(plan, goal.narratives.iter().copied()),
        "sdg": goal.sdg,
    })
}

fn of_measure(plan: &Plan, measure: &Measure) -> Value {
    let statuses = measure.statuses.iter().map(|row| {
        json!({
            "on": iso(row.on),
            "state": row.state.map(|state| state.name()),
            "text": plain(&row.text),
        })
    });
    json!({
        "goals": names(plan, measure.goals.iter().copied()),
        "components": measure.components.iter().map(|id| component(plan, *id)).collect::<Vec<_>>(),
        "responsible": names(plan, measure.responsible.iter().copied()),
        "period": measure.period.map(period),
        "cost": measure.cost,
        "indicators": names(plan, measure.indicators.iter().copied()),
        "pilot": measure.pilot,
        "decision": measure.decision.as_ref().map(decision),
        "statuses": statuses.collect::<Vec<_>>(),
        "sdg": measure.sdg,
    })
}

fn of_role(plan: &Plan, role: &Role) -> Value {
    json!({
        "services": names(plan, role.services.iter().copied()),
        "measures": names(plan, role.measures.iter().copied()),
        "events": names(plan, role.events.iter().copied()),
    })
}

fn of_event(plan: &Plan, event: &WheelEvent) -> Value {
    json!({
        "months": event.months,
        "on": iso(event.on),
        "role": event.role.map(|id| name(plan, id)),
        "areas": names(plan, event.areas.iter().copied()),
    })
}

fn of_tool(plan: &Plan, tool: &QualityTool) -> Value {
    let mut areas: Vec<EntryId> = tool.areas.iter().map(|(_, area)| (*area).into()).collect();
    areas.dedup();
    json!({
        "field": tool.field.map(|id| name(plan, id)),
        "state": tool.state.map(|state| state.name()),
        "areas": names(plan, areas),
    })
}

fn of_report(report: &StatusReport) -> Value {
    let groups = report.groups.iter().map(|group| {
        let members = group.members.iter();
        let members = members.map(|(who, count)| json!({ "who": who, "count": count }));
        json!({
            "title": group.title,
            "members": members.collect::<Vec<_>>(),
            "note": plain(&group.note),
        })
    });
    json!({
        "as_of": iso(report.as_of),
        "written": iso(report.written),
        "author": report.author,
        "groups": groups.collect::<Vec<_>>(),
    })
}

fn of_article(plan: &Plan, article: &Article) -> Value {
    json!({
        "published": iso(article.published),
        "updated": iso(article.updated),
        "author": article.author,
        "photo": article.photo,
        "source": article.source,
        "goals": names(plan, article.goals.iter().copied()),
    })
}

fn of_reference(reference: &LegalBasis) -> Value {
    json!({
        "level": reference.level.map(|level| level.name()),
        "short": reference.short,
        "author": reference.author,
        "year": iso(reference.year),
        "url": web(&reference.url),
        "repealed": reference.repealed.is_some(),
        "repealed_on": match reference.repealed {
            Some(Repealed::Since(when)) => Some(when.iso()),
            _ => None,
        },
    })
}

fn of_term(term: &Term, html: &Html<'_>) -> Value {
    json!({
        "abbr": term.abbr,
        "forms": term.forms,
        "explained_at": term.defined.map(|target| html.href(target)),
    })
}

fn of_hearing(hearing: &Hearing) -> Value {
    json!({
        "opens": iso(hearing.opens),
        "closes": iso(hearing.closes),
        "case": hearing.case,
        "invited": hearing.invited,
        "questions": hearing.questions.iter().map(plain).collect::<Vec<_>>(),
        "state": hearing.state.map(|state| state.name()),
    })
}
