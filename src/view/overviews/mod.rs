//! Pages that no entry stands behind: one file for each family of them.
//!
//! [`existing`] says which there are: a page that would be empty is not made.

mod done;
mod lists;
mod matrix;
mod open_data;
mod over_time;
mod references;
mod wheel;
mod words;

pub(super) use lists::news_day;
pub(super) use open_data::feeds;

use super::sheet::Sheet;
use super::shown::overview_key;
use super::{PageView, Shown};
use crate::model::{Overview, Plan};
use crate::vocabulary::Kind;

/// The overviews that have something to show, in the order of menus.
pub(super) fn existing(plan: &Plan) -> Vec<Overview> {
    let has = |kinds: &[Kind]| plan.entries.iter().any(|entry| kinds.contains(&entry.kind));
    let is_there = |overview: &Overview| match overview {
        Overview::Matrix => has(&[Kind::Goal, Kind::DevelopmentArea]),
        Overview::Responsible => has(&[Kind::Role]) || done::has_responsible(plan),
        Overview::News => has(&[Kind::Report, Kind::Article]),
        Overview::Services => has(&[Kind::Service, Kind::Field]),
        Overview::Register | Overview::Whole => !plan.entries.is_empty(),
        Overview::OpenData | Overview::About => true,
        other => listed_kind(*other).is_some_and(|kind| has(&[kind])),
    };
    Overview::ALL.into_iter().filter(is_there).collect()
}

/// The kind that an overview lists, when it is one.
fn listed_kind(overview: Overview) -> Option<Kind> {
    Some(match overview {
        Overview::Indicators => Kind::Indicator,
        Overview::Measures => Kind::Measure,
        Overview::Audiences => Kind::Audience,
        Overview::Wheel => Kind::Event,
        Overview::Narratives => Kind::Narrative,
        Overview::Tools => Kind::QualityTool,
        Overview::Values => Kind::Value,
        Overview::Hearings => Kind::Hearing,
        Overview::References => Kind::Reference,
        Overview::Sources => Kind::Source,
        Overview::Attachments => Kind::Attachment,
        Overview::Glossary => Kind::Term,
        _ => return None,
    })
}

/// The overview that lists a kind.
pub(super) fn home(kind: Kind) -> Option<Overview> {
    match kind {
        Kind::Report | Kind::Article => Some(Overview::News),
        Kind::Service | Kind::Field => Some(Overview::Services),
        Kind::Role => Some(Overview::Responsible),
        Kind::Goal | Kind::DevelopmentArea => Some(Overview::Matrix),
        kind => Overview::ALL.into_iter().find(|one| listed_kind(*one) == Some(kind)),
    }
}

/// The heading of a list of a kind.
pub(super) fn list_title(shown: Shown<'_>, kind: Kind) -> String {
    match kind {
        Kind::Event => shown.say("title_annual_wheel"),
        kind => shown.kind_many(kind),
    }
}

/// The page of an overview.
pub(super) fn page(overview: Overview, mut sheet: Sheet<'_>) -> PageView {
    let shown = sheet.shown();
    let key = overview_key(overview);
    let page = &mut sheet.page;
    page.template = "overview".to_string();
    page.kind = "overview".to_string();
    page.title = shown.overview_title(overview);
    page.breadcrumb = vec![sheet.views.front_link()];
    let lead = shown.fill(&format!("lead_{key}"), &[]);
    page.description = super::shown::shorten(&lead);
    sheet.intro(&[lead]);
    match overview {
        Overview::Matrix => matrix::matrix(&mut sheet),
        Overview::Indicators => lists::indicators(&mut sheet),
        Overview::Measures => over_time::measures(&mut sheet),
        Overview::Responsible => done::responsible(&mut sheet),
        Overview::Wheel => wheel::wheel(&mut sheet),
        Overview::Audiences => lists::plain(&mut sheet, Kind::Audience),
        Overview::Narratives => lists::plain(&mut sheet, Kind::Narrative),
        Overview::Tools => lists::plain(&mut sheet, Kind::QualityTool),
        Overview::Values => lists::plain(&mut sheet, Kind::Value),
        Overview::Attachments => lists::plain(&mut sheet, Kind::Attachment),
        Overview::News => lists::news(&mut sheet),
        Overview::Hearings => lists::hearings(&mut sheet),
        Overview::Services => lists::services(&mut sheet),
        Overview::References => references::references(&mut sheet),
        Overview::Sources => lists::plain(&mut sheet, Kind::Source),
        Overview::Glossary => words::glossary(&mut sheet),
        Overview::Register => words::register(&mut sheet),
        Overview::OpenData => open_data::open_data(&mut sheet),
        Overview::About => lists::about(&mut sheet),
        Overview::Whole => {}
    }
    sheet.finish(None)
}

/// The page that searches. What stands in it without a script leads to the register.
pub(super) fn search(mut sheet: Sheet<'_>) -> PageView {
    let page = &mut sheet.page;
    page.template = "search".to_string();
    page.kind = "search".to_string();
    page.title = sheet.views.shown.say("search_title");
    page.breadcrumb = vec![sheet.views.front_link()];
    page.hidden = true;
    sheet.finish(None)
}

/// The page for what is not there.
pub(super) fn not_found(mut sheet: Sheet<'_>) -> PageView {
    let page = &mut sheet.page;
    page.template = "not-found".to_string();
    page.kind = "not-found".to_string();
    page.title = sheet.views.shown.say("title_not_found");
    page.breadcrumb = vec![sheet.views.front_link()];
    page.hidden = true;
    sheet.finish(None)
}
