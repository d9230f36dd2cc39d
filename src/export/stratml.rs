//! The plan as StratML Part 2 (ISO 17469-2): what is wanted, what is done for it, and what is counted.
//!
//! | StratML | planverk |
//! | --- | --- |
//! | `Organization` | the municipality |
//! | `Stakeholder`, `Beneficiary` | audiences |
//! | `Stakeholder`, `Performer` | roles and services that are responsible for measures |
//! | `Value` | values |
//! | `Goal` | development areas |
//! | `Objective` | goals; their measures stand in `OtherInformation` |
//! | `PerformanceIndicator` | indicators, with an `ActualResult` for each figure; how it goes is told in `OtherInformation` |
//!
//! planverk has no fields for `Vision` and `Mission`, and guesses none. The schema asks for elements in
//! one order and for `Identifier`s that are XML names, each once: an id gets `_` before it, and an
//! indicator of two goals points to the first place where it stands.

use super::figures::{Row, rows};
use super::xml::Xml;
use crate::html::plain;
use crate::model::{
    Audiences, DevelopmentArea, Entry, EntryId, Goal, GoalId, Indicator, IndicatorId, MeasureId,
    Plan,
};
use crate::text::When;
use crate::view::Views;
use crate::vocabulary::Kind;
use std::collections::HashSet;

const NAMESPACE: &str = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";

/// The plan as StratML.
pub(super) fn stratml(views: &Views<'_>) -> String {
    let attributes = [("xmlns", NAMESPACE), ("Type", "Performance_Plan")];
    let xml = Xml::new("PerformancePlanOrReport", &attributes);
    let mut writer = Writer { views, plan: views.plan(), xml, told: HashSet::new() };
    writer.document();
    writer.xml.finish()
}

struct Writer<'v> {
    views: &'v Views<'v>,
    plan: &'v Plan,
    xml: Xml,
    /// Indicators that stand in the document already.
    told: HashSet<EntryId>,
}

impl Writer<'_> {
    fn document(&mut self) {
        let settings = &self.plan.settings;
        self.xml.text("Name", &settings.title);
        self.xml.maybe("Description", &settings.scope);
        let whole = self.plan.of_kind(Kind::Measure);
        let whole =
            whole.filter(|(_, entry)| entry.measure().is_some_and(|one| one.goals.is_empty()));
        let whole: Vec<MeasureId> =
            whole.filter_map(|(id, entry)| MeasureId::of(id, entry.kind)).collect();
        let other = self.measures(&whole);
        self.xml.maybe("OtherInformation", &other);
        self.xml.begin("StrategicPlanCore", &[]);
        self.organization();
        self.values();
        self.areas();
        self.xml.end();
        self.administration();
        self.submitter();
    }

    fn word(&self, key: &str) -> String {
        self.views.words().fill(key, &[])
    }

    fn identifier(&mut self, id: &str) {
        self.xml.text("Identifier", &format!("_{id}"));
    }

    fn organization(&mut self) {
        let settings = &self.plan.settings;
        self.xml.begin("Organization", &[]);
        self.xml.text("Name", &settings.municipality);
        if !settings.organization_number.is_empty() {
            self.identifier(&format!("organization--{}", settings.organization_number));
        }
        let audiences: Vec<EntryId> = self.plan.of_kind(Kind::Audience).map(|(id, _)| id).collect();
        self.stakeholders(audiences, "Beneficiary");
        let performers = self.plan.all().filter_map(|(_, entry)| entry.measure());
        let mut performers: Vec<EntryId> =
            performers.flat_map(|measure| measure.responsible.iter().copied()).collect();
        performers.sort_unstable();
        performers.dedup();
        self.stakeholders(performers, "Performer");
        self.xml.end();
    }

    fn stakeholders(&mut self, ids: impl IntoIterator<Item = EntryId>, role: &'static str) {
        for id in ids {
            let entry = self.plan.entry(id);
            let kind = if role == "Beneficiary" { "Generic_Group" } else { "Organization" };
            self.xml.begin("Stakeholder", &[("StakeholderTypeType", kind)]);
            self.xml.text("Name", &entry.title);
            self.xml.begin("Role", &[]);
            let name =
                if role == "Beneficiary" { "kind_audience_one" } else { "label_responsible" };
            self.xml.text("Name", self.views.words().get(name));
            self.xml.text("RoleType", role);
            self.xml.end();
            self.xml.end();
        }
    }

    fn audience(&mut self, audience: &Audiences) {
        let named: Vec<EntryId> = audience.of.iter().map(|id| (*id).into()).collect();
        self.stakeholders(named, "Beneficiary");
    }

    fn values(&mut self) {
        for (_, entry) in self.plan.of_kind(Kind::Value) {
            self.xml.begin("Value", &[]);
            self.xml.text("Name", &entry.title);
            let statement = entry.value().map(|value| plain(&value.statement)).unwrap_or_default();
            let text = if statement.is_empty() { plain(&entry.body) } else { statement };
            self.xml.maybe("Description", &text);
            self.xml.end();
        }
    }

    // ---- goals and objectives

    fn areas(&mut self) {
        for (_, entry) in self.plan.of_kind(Kind::DevelopmentArea) {
            if let Some(area) = entry.area() {
                self.area(entry, area);
            }
        }
        let loose = self
            .plan
            .of_kind(Kind::Goal)
            .filter(|(_, entry)| entry.goal().is_some_and(|goal| goal.area.is_none()));
        let loose: Vec<GoalId> =
            loose.filter_map(|(id, entry)| GoalId::of(id, entry.kind)).collect();
        if !loose.is_empty() {
            self.begin_goal("without_area", "goals--without-area");
            loose.into_iter().for_each(|goal| self.objective(goal));
            self.xml.end();
        }
        let rest = self.plan.of_kind(Kind::Indicator).filter(|(id, _)| !self.told.contains(id));
        let rest: Vec<IndicatorId> =
            rest.filter_map(|(id, entry)| IndicatorId::of(id, entry.kind)).collect();
        if !rest.is_empty() {
            self.begin_goal("indicators_without_goal", "indicators--without-goal");
            self.xml.begin("Objective", &[]);
            let name = self.word("indicators_without_goal");
            self.xml.text("Name", &name);
            rest.into_iter().for_each(|indicator| self.indicator(indicator));
            self.xml.end();
            self.xml.end();
        }
    }

    /// A goal for what the plan has tied to no area.
    fn begin_goal(&mut self, key: &str, id: &str) {
        let name = self.word(key);
        self.xml.begin("Goal", &[]);
        self.xml.text("Name", &name);
        self.xml.text("Description", &name);
        self.identifier(id);
    }

    fn area(&mut self, entry: &Entry, area: &DevelopmentArea) {
        self.xml.begin("Goal", &[]);
        self.xml.text("Name", &entry.title);
        self.xml.text("Description", &plain(&entry.body));
        self.identifier(&entry.name);
        self.xml.maybe("SequenceIndicator", entry.number.as_deref().unwrap_or_default());
        self.audience(&entry.audience);
        area.goals.iter().for_each(|goal| self.objective(*goal));
        self.xml.end();
    }

    fn objective(&mut self, id: GoalId) {
        let entry = self.plan.entry(id);
        let nothing = Goal::default();
        let goal = entry.goal().unwrap_or(&nothing);
        self.xml.begin("Objective", &[]);
        self.xml.text("Name", &entry.title);
        self.xml.maybe("Description", &plain(&goal.text));
        self.identifier(&entry.name);
        self.xml.maybe("SequenceIndicator", entry.number.as_deref().unwrap_or_default());
        self.audience(&entry.audience);
        let measures = goal.measures.iter().filter_map(|id| self.plan.entry(*id).measure());
        let mut performers: Vec<EntryId> =
            measures.flat_map(|measure| measure.responsible.iter().copied()).collect();
        let mut told = HashSet::new();
        performers.retain(|id| told.insert(*id));
        self.stakeholders(performers, "Performer");
        let other = self.measures(&goal.measures);
        self.xml.maybe("OtherInformation", &other);
        goal.indicators.iter().for_each(|indicator| self.indicator(*indicator));
        self.xml.end();
    }

    /// "Tiltak: Voksne ute (Pågår); Felles regler."
    fn measures(&self, ids: &[MeasureId]) -> String {
        if ids.is_empty() {
            return String::new();
        }
        let named = ids.iter().map(|id| {
            let entry = self.plan.entry(*id);
            let state = entry.measure().and_then(|one| one.statuses.last()?.state);
            match state {
                Some(state) => {
                    format!("{} ({})", entry.title, self.word(&format!("state_{}", state.name())))
                }
                None => entry.title.clone(),
            }
        });
        let named: Vec<String> = named.collect();
        format!("{}: {}", self.views.words().get("measures"), named.join("; "))
    }

    // ---- indicators

    fn indicator(&mut self, id: IndicatorId) {
        let entry = self.plan.entry(id);
        let Some(indicator) = entry.indicator() else { return };
        let counted =
            if indicator.series.has_observations() { "Quantitative" } else { "Qualitative" };
        self.xml.begin("PerformanceIndicator", &[("PerformanceIndicatorType", counted)]);
        self.xml.text("MeasurementDimension", &entry.title);
        self.xml.text("UnitOfMeasurement", &indicator.unit);
        if self.told.insert(id.into()) {
            self.identifier(&entry.name);
            self.measurements(indicator);
            let finding = indicator.latest_finding().map(|finding| plain(&finding.text));
            let mut told = self.views.progress_text(indicator);
            told.extend(finding);
            self.xml.maybe("OtherInformation", &told.join("\n"));
        } else {
            self.xml.begin("Relationship", &[("RelationshipType", "Peer_To")]);
            self.xml.text("ReferentIdentifier", &format!("_{}", entry.name));
            self.xml.end();
        }
        self.xml.end();
    }

    fn measurements(&mut self, indicator: &Indicator) {
        if let Some(aim) = &indicator.target {
            let value = indicator.decimals.map_or(aim.value, |decimals| aim.value.round(decimals));
            self.xml.begin("MeasurementInstance", &[]);
            self.xml.begin("TargetResult", &[]);
            self.days(aim.year);
            self.xml.text("NumberOfUnits", &value.to_string());
            if let Some(base) = aim.base {
                self.descriptor("base", &base.iso());
            }
            let own = indicator.series.own().map(|own| own.name.clone()).unwrap_or_default();
            self.xml.maybe("Description", &own);
            self.xml.end();
            self.xml.end();
        }
        for row in rows(indicator) {
            self.xml.begin("MeasurementInstance", &[]);
            self.actual(&row, &indicator.series.series[row.series].name);
            self.xml.end();
        }
    }

    fn actual(&mut self, row: &Row<'_>, series: &str) {
        self.xml.begin("ActualResult", &[]);
        self.days(row.time);
        if let Some(value) = row.value {
            self.xml.text("NumberOfUnits", &value.to_string());
        }
        if let Some(status) = row.status {
            self.descriptor("status", status.name());
        }
        self.xml.text("Description", series);
        self.xml.end();
    }

    fn descriptor(&mut self, name: &str, value: &str) {
        self.xml.begin("Descriptor", &[]);
        self.xml.text("DescriptorName", name);
        self.xml.text("DescriptorValue", value);
        self.xml.end();
    }

    /// The first day and the last that a time covers.
    fn days(&mut self, time: Option<When>) {
        if let Some(time) = time {
            self.xml.text("StartDate", &time.first_day().to_string());
            self.xml.text("EndDate", &time.last_day().to_string());
        }
    }

    // ---- about the document

    fn administration(&mut self) {
        let settings = &self.plan.settings;
        let period = settings.period;
        let start = period.and_then(|period| period.from).map(When::first_day);
        let end = period.and_then(|period| period.to).map(When::last_day);
        let adopted = settings.adopted.as_ref().and_then(|adopted| adopted.on);
        let published = match adopted {
            Some(on @ (When::Day(_) | When::Moment(_))) => Some(on.first_day()),
            _ => None,
        };
        self.xml.begin("AdministrativeInformation", &[]);
        for (name, day) in [("StartDate", start), ("EndDate", end), ("PublicationDate", published)]
        {
            if let Some(day) = day {
                self.xml.text(name, &day.to_string());
            }
        }
        self.xml.maybe("Source", self.views.base_url());
        self.xml.end();
    }

    /// An office has no given name and no surname.
    fn submitter(&mut self) {
        let contact = &self.plan.settings.contact;
        self.xml.begin("Submitter", &[]);
        self.xml.maybe("PhoneNumber", &contact.phone);
        self.xml.maybe("EmailAddress", &contact.email);
        self.xml.end();
    }
}
