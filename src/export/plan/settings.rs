//! What `plan.toml` says, in the JSON of the plan.

use super::{VERSION, names};
use crate::export::{addressed, web};
use crate::html::Html;
use crate::model::{Adopted, DataFile, Stage};
use crate::text::{Period, When};
use crate::view::Views;
use serde::Serialize;

/// The head of the file; the entries follow it.
#[derive(Debug, Serialize)]
pub(super) struct SettingsData<'p> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: u32,
    title: &'p str,
    municipality: &'p str,
    organization_number: &'p str,
    language: &'static str,
    period: Option<PeriodData>,
    stage: Option<&'static str>,
    adopted: Option<DecisionData>,
    scope: &'p str,
    license: Option<LicenseData>,
    contact: ContactData<'p>,
    page: String,
    html: String,
    related: RelatedData<'p>,
}

#[derive(Debug, Serialize)]
pub(super) struct PeriodData {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct DecisionData {
    by: String,
    on: Option<String>,
    case: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct LicenseData {
    name: &'static str,
    url: &'static str,
}

#[derive(Debug, Serialize)]
struct ContactData<'p> {
    name: &'p str,
    email: &'p str,
    phone: &'p str,
    address: &'p str,
    url: &'p str,
}

#[derive(Debug, Serialize)]
struct RelatedData<'p> {
    follows: Vec<&'p str>,
    frames: Vec<&'p str>,
    replaces: Vec<&'p str>,
}

/// The settings of the plan.
pub(super) fn data<'p>(views: &Views<'p>, html: &Html<'_>) -> SettingsData<'p> {
    let plan = views.plan();
    let settings = &plan.settings;
    let (contact, related) = (&settings.contact, &settings.related);
    SettingsData {
        schema: "plan.schema.json",
        version: VERSION,
        title: &settings.title,
        municipality: &settings.municipality,
        organization_number: &settings.organization_number,
        language: settings.language.tag(),
        period: settings.period.map(period),
        stage: settings.stage.map(|stage| match stage {
            Stage::Draft => "draft",
            Stage::Hearing => "hearing",
            Stage::Adopted => "adopted",
        }),
        adopted: settings.adopted.as_ref().map(decision),
        scope: &settings.scope,
        license: settings.license.map(|one| LicenseData { name: one.name(), url: one.url() }),
        contact: ContactData {
            name: &contact.name,
            email: &contact.email,
            phone: &contact.phone,
            address: &contact.address,
            url: web(&contact.url),
        },
        page: addressed(views, &DataFile::Plan.path(), "index.html"),
        html: html.body(&plan.front, None, 0),
        related: RelatedData {
            follows: names(plan, related.follows.iter().copied()),
            frames: names(plan, related.frames.iter().copied()),
            replaces: names(plan, related.replaces.iter().copied()),
        },
    }
}

pub(super) fn period(period: Period) -> PeriodData {
    PeriodData { from: period.from.map(When::iso), to: period.to.map(When::iso) }
}

pub(super) fn decision(decision: &Adopted) -> DecisionData {
    DecisionData {
        by: decision.by.clone(),
        on: decision.on.map(When::iso),
        case: decision.case.clone(),
        text: decision.text.clone(),
    }
}
