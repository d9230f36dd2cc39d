//! What an entry tells beside its body: what its page shows as statement, facts, findings and logs.
//!
//! Names of other entries are left out, so that a goal is not found by the names of its measures; who is
//! responsible is kept, as that is asked for.

use super::reading::Reading;
use crate::model::{
    Adopted, Details, Entry, EntryId, Hearing, Indicator, LegalBasis, Measure, Narrative, Plan,
    StatusReport,
};
use crate::text::{Language, When};
use crate::words::{InWords, WithUnit};

/// Writes what comes before the body: the statement that a page opens with.
pub(super) fn statement(entry: &Entry, out: &mut Reading) {
    match &entry.details {
        Details::Goal(goal) => out.short(&goal.text),
        Details::Value(value) => out.short(&value.statement),
        Details::Indicator(indicator) => findings(indicator, out),
        _ => {}
    }
}

/// Writes what comes after the body.
pub(super) fn facts(plan: &Plan, entry: &Entry, out: &mut Reading) {
    let language = plan.settings.language;
    let title = |id: EntryId, out: &mut Reading| out.fact(&plan.entry(id).title);
    match &entry.details {
        Details::Indicator(indicator) => {
            for cited in &indicator.sources {
                title(cited.source, out);
            }
            figures(indicator, language, out);
        }
        Details::Narrative(narrative) => steps(narrative, out),
        Details::Measure(measure) => {
            for id in &measure.responsible {
                title(*id, out);
            }
            log(measure, out);
        }
        Details::Event(event) => event.role.into_iter().for_each(|id| title(id, out)),
        Details::Report(report) => groups(report, out),
        Details::Article(article) => out.fact(&article.author),
        Details::Source(source) => out.fact(&source.author),
        Details::Reference(basis) => reference(basis, language, out),
        Details::Term(term) => {
            out.fact(&term.abbr);
            // Where another page explains the word, its name stands there.
            term.defined.into_iter().for_each(|target| title(target.entry, out));
        }
        Details::Service(service) => {
            service.field.into_iter().for_each(|id| title(id.into(), out));
        }
        Details::QualityTool(tool) => tool.field.into_iter().for_each(|id| title(id.into(), out)),
        Details::Attachment(attachment) => out.fact(&attachment.about),
        Details::Hearing(hearing) => asked(hearing, out),
        _ => {}
    }
}

/// What an indicator tells, newest first.
fn findings(indicator: &Indicator, out: &mut Reading) {
    let mut findings: Vec<_> = indicator.findings.iter().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.on));
    findings.into_iter().for_each(|finding| out.short(&finding.text));
}

/// The figures of the table: "Landet: 2024 79,6, 2025 81,4".
fn figures(indicator: &Indicator, language: Language, out: &mut Reading) {
    for series in &indicator.series.series {
        let mut row = format!("{}:", series.name);
        for observation in &series.observations {
            if let crate::model::Reading::Number(number) = observation.value {
                let time: String =
                    observation.time.map(|time| time.format(language)).unwrap_or_default();
                let shown = number.with_unit(indicator.decimals, "", language);
                let comma = if row.ends_with(':') { "" } else { "," };
                row.extend([comma, " ", &time, " ", &shown]);
            }
        }
        out.fact(&row);
    }
    indicator.series.notes.iter().for_each(|note| out.fact(&note.text));
}

fn steps(narrative: &Narrative, out: &mut Reading) {
    for step in &narrative.steps {
        out.fact(&step.title);
        out.short(&step.text);
    }
    narrative.participants.iter().for_each(|one| out.fact(one));
}

/// What a measure costs, how it was decided, and its log, newest first.
fn log(measure: &Measure, out: &mut Reading) {
    out.fact(&measure.cost);
    measure.decision.iter().for_each(|decision| decided(decision, out));
    measure.statuses.iter().rev().for_each(|row| out.short(&row.text));
}

fn decided(decision: &Adopted, out: &mut Reading) {
    for fact in [&decision.by, &decision.case, &decision.text] {
        out.fact(fact);
    }
}

fn groups(report: &StatusReport, out: &mut Reading) {
    out.fact(&report.author);
    for group in &report.groups {
        out.fact(&group.title);
        group.members.iter().for_each(|(who, _)| out.fact(who));
        out.short(&group.note);
    }
}

fn reference(basis: &LegalBasis, language: Language, out: &mut Reading) {
    out.fact(&basis.short);
    out.fact(&basis.author);
    out.fact(&basis.year.map(|year: When| year.format(language)).unwrap_or_default());
}

fn asked(hearing: &Hearing, out: &mut Reading) {
    hearing.questions.iter().for_each(|question| out.short(question));
    hearing.invited.iter().for_each(|one| out.fact(one));
    out.fact(&hearing.case);
}
