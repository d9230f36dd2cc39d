//! The rules of StratML Part 2, as its schema of 2016-02-16 has them, and a reader of its figures.
//!
//! The schema says which elements may stand in an element, in which order and how often; which
//! attributes there are; and what a date, a number and an `Identifier` (`xsd:ID`) look like.

use super::Cells;
use planverk::text::When;
use roxmltree::Node;
use std::collections::{BTreeMap, HashSet};

const NAMESPACE: &str = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";

/// A child: its name, the fewest and the most of it (`n` is any number).
type Child = (&'static str, u8, char);

/// What may stand in an element, in order. An element that is not here holds text.
const RULES: &[(&str, &[Child])] = &[
    (
        "PerformancePlanOrReport",
        &[
            ("Name", 1, '1'),
            ("Description", 0, '1'),
            ("OtherInformation", 0, '1'),
            ("StrategicPlanCore", 1, '1'),
            ("AdministrativeInformation", 0, '1'),
            ("Submitter", 0, '1'),
        ],
    ),
    (
        "StrategicPlanCore",
        &[
            ("Organization", 0, 'n'),
            ("Vision", 0, '1'),
            ("Mission", 0, '1'),
            ("Value", 0, 'n'),
            ("Goal", 1, 'n'),
        ],
    ),
    (
        "Organization",
        &[
            ("Name", 0, '1'),
            ("Acronym", 0, '1'),
            ("Identifier", 0, '1'),
            ("Description", 0, '1'),
            ("Stakeholder", 0, 'n'),
        ],
    ),
    ("Vision", &[("Description", 0, '1'), ("Identifier", 0, '1')]),
    ("Mission", &[("Description", 0, '1'), ("Identifier", 0, '1')]),
    ("Value", &[("Name", 0, '1'), ("Description", 0, '1')]),
    (
        "Goal",
        &[
            ("Name", 1, '1'),
            ("Description", 1, '1'),
            ("Identifier", 0, '1'),
            ("SequenceIndicator", 0, '1'),
            ("Stakeholder", 0, 'n'),
            ("OtherInformation", 0, '1'),
            ("Objective", 0, 'n'),
        ],
    ),
    (
        "Objective",
        &[
            ("Name", 0, '1'),
            ("Description", 0, '1'),
            ("Identifier", 0, '1'),
            ("SequenceIndicator", 0, '1'),
            ("Stakeholder", 0, 'n'),
            ("OtherInformation", 0, '1'),
            ("PerformanceIndicator", 0, 'n'),
        ],
    ),
    ("Stakeholder", &[("Name", 1, '1'), ("Description", 0, '1'), ("Role", 0, 'n')]),
    ("Role", &[("Name", 1, '1'), ("Description", 0, '1'), ("RoleType", 0, '2')]),
    (
        "PerformanceIndicator",
        &[
            ("SequenceIndicator", 0, '1'),
            ("MeasurementDimension", 1, '1'),
            ("UnitOfMeasurement", 1, '1'),
            ("Identifier", 0, '1'),
            ("Relationship", 0, 'n'),
            ("MeasurementInstance", 0, 'n'),
            ("OtherInformation", 0, '1'),
        ],
    ),
    (
        "Relationship",
        &[
            ("Identifier", 0, '1'),
            ("ReferentIdentifier", 0, 'n'),
            ("Name", 0, '1'),
            ("Description", 0, '1'),
        ],
    ),
    ("MeasurementInstance", &[("TargetResult", 0, 'n'), ("ActualResult", 0, 'n')]),
    ("TargetResult", RESULT),
    ("ActualResult", RESULT),
    ("Descriptor", &[("DescriptorName", 0, '1'), ("DescriptorValue", 0, '1')]),
    (
        "AdministrativeInformation",
        &[
            ("Identifier", 0, '1'),
            ("StartDate", 0, '1'),
            ("EndDate", 0, '1'),
            ("PublicationDate", 0, '1'),
            ("Source", 0, '1'),
        ],
    ),
    (
        "Submitter",
        &[
            ("Identifier", 0, '1'),
            ("GivenName", 0, '1'),
            ("Surname", 0, '1'),
            ("PhoneNumber", 0, '1'),
            ("EmailAddress", 0, '1'),
        ],
    ),
];

const RESULT: &[Child] = &[
    ("StartDate", 0, '1'),
    ("EndDate", 0, '1'),
    ("NumberOfUnits", 0, '1'),
    ("Descriptor", 0, '1'),
    ("Description", 0, '1'),
];

/// Attributes with their values; all but `Type` may be left out.
const ATTRIBUTES: &[(&str, &str, &[&str])] = &[
    (
        "PerformancePlanOrReport",
        "Type",
        &["Strategic_Plan", "Performance_Plan", "Performance_Report"],
    ),
    ("PerformanceIndicator", "PerformanceIndicatorType", &["Quantitative", "Qualitative"]),
    (
        "PerformanceIndicator",
        "ValueChainStage",
        &["Outcome", "Output_Processing", "Output", "Input_Processing", "Input"],
    ),
    ("Stakeholder", "StakeholderTypeType", &["Person", "Organization", "Generic_Group"]),
    ("Relationship", "RelationshipType", &["Broader_Than", "Peer_To", "Narrower_Than"]),
];

/// What is wrong with a document.
pub fn mistakes(text: &str) -> Vec<String> {
    let document = match roxmltree::Document::parse(text) {
        Ok(document) => document,
        Err(error) => return vec![error.to_string()],
    };
    let mut wrong = Vec::new();
    let root = document.root_element();
    if root.tag_name().name() != "PerformancePlanOrReport" || root.attribute("Type").is_none() {
        wrong.push("the root is another, or has no Type".to_string());
    }
    let mut ids = HashSet::new();
    for element in document.descendants().filter(Node::is_element) {
        if element.tag_name().namespace() != Some(NAMESPACE) {
            wrong.push(format!("{:?} is of another namespace", element.tag_name()));
        }
        children(element, &mut wrong);
        attributes(element, &mut wrong);
        value(element, &mut ids, &mut wrong);
    }
    for element in document.descendants().filter(|one| one.has_tag_name("ReferentIdentifier")) {
        if !ids.contains(element.text().unwrap_or("")) {
            wrong.push(format!("nothing is called {:?}", element.text()));
        }
    }
    wrong
}

fn children(element: Node<'_, '_>, wrong: &mut Vec<String>) {
    let name = element.tag_name().name();
    let found: Vec<&str> =
        element.children().filter(Node::is_element).map(|one| one.tag_name().name()).collect();
    let rule = RULES.iter().find(|(parent, _)| *parent == name).map_or(&[][..], |(_, rule)| rule);
    let mut rest = found.as_slice();
    for (child, least, most) in rule {
        let count = rest.iter().take_while(|one| *one == child).count();
        let most = most.to_digit(10).map_or(usize::MAX, |most| most as usize);
        if count < usize::from(*least) || count > most {
            wrong.push(format!("{name} has {count} {child}: {found:?}"));
        }
        rest = &rest[count..];
    }
    if !rest.is_empty() {
        wrong.push(format!("{name} can't have {rest:?} here: {found:?}"));
    }
}

fn attributes(element: Node<'_, '_>, wrong: &mut Vec<String>) {
    let name = element.tag_name().name();
    for attribute in element.attributes() {
        let known =
            ATTRIBUTES.iter().find(|(of, known, _)| *of == name && *known == attribute.name());
        if !known.is_some_and(|(_, _, values)| values.contains(&attribute.value())) {
            wrong.push(format!("{name} can't have {attribute:?}"));
        }
    }
}

fn value(element: Node<'_, '_>, ids: &mut HashSet<String>, wrong: &mut Vec<String>) {
    let name = element.tag_name().name();
    let text = element.text().unwrap_or("");
    let is_right = match name {
        "Identifier" => {
            let starts = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
            let all = text.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
            starts && all && ids.insert(text.to_string())
        }
        "StartDate" | "EndDate" | "PublicationDate" => {
            text.is_empty() || matches!(When::parse(text), Ok(When::Day(_)))
        }
        "NumberOfUnits" => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            digits.bytes().all(|one| one.is_ascii_digit() || one == b'.')
                && digits.matches('.').count() < 2
        }
        "RoleType" => ["Performer", "Beneficiary"].contains(&text),
        _ => true,
    };
    if !is_right {
        wrong.push(format!("{name} can't be {text:?}, or not once more"));
    }
}

/// The figures of each indicator.
pub fn figures(text: &str) -> BTreeMap<String, Cells> {
    let document = roxmltree::Document::parse(text).unwrap();
    let child = |node: Node<'_, '_>, name: &str| {
        node.descendants()
            .find(|one| one.has_tag_name((NAMESPACE, name)))?
            .text()
            .map(str::to_string)
    };
    let mut found = BTreeMap::new();
    for one in
        document.descendants().filter(|one| one.has_tag_name((NAMESPACE, "PerformanceIndicator")))
    {
        let own = one.children().find(|one| one.has_tag_name((NAMESPACE, "Identifier")));
        let Some(id) = own.and_then(|own| own.text()) else { continue };
        let mut cells = Cells::new();
        for result in one.descendants().filter(|one| one.has_tag_name((NAMESPACE, "ActualResult")))
        {
            let time = match (child(result, "StartDate"), child(result, "EndDate")) {
                (Some(from), Some(to)) => time(&from, &to),
                _ => "år ikke oppgitt".to_string(),
            };
            let figure = match child(result, "DescriptorValue").as_deref() {
                Some("suppressed") => ":".to_string(),
                Some("missing") => "..".to_string(),
                _ => child(result, "NumberOfUnits").unwrap(),
            };
            cells.insert((time, child(result, "Description").unwrap()), figure);
        }
        found.insert(id.trim_start_matches('_').to_string(), cells);
    }
    found
}

/// The target of each indicator that has one: its value, by when, and the time that is counted from.
pub fn targets(text: &str) -> BTreeMap<String, (String, String, String)> {
    let document = roxmltree::Document::parse(text).unwrap();
    let all = document.descendants().filter(|one| one.has_tag_name((NAMESPACE, "TargetResult")));
    let of = |target: Node<'_, '_>| {
        let child = |name: &str| {
            let child = target.descendants().find(|one| one.has_tag_name((NAMESPACE, name)));
            child.and_then(|one| one.text()).unwrap_or_default().to_string()
        };
        let indicator = target.ancestors().nth(2).unwrap();
        let id = indicator.children().find(|one| one.has_tag_name((NAMESPACE, "Identifier")));
        let id = id.unwrap().text().unwrap().trim_start_matches('_').to_string();
        let base = child("DescriptorValue");
        assert_eq!(child("DescriptorName"), if base.is_empty() { "" } else { "base" });
        (id, (child("NumberOfUnits"), time(&child("StartDate"), &child("EndDate")), base))
    };
    all.map(of).collect()
}

/// A year, a school year or a month, by its first and last day.
fn time(from: &str, to: &str) -> String {
    let (year, next) = (&from[..4], &to[..4]);
    match (&from[5..], &to[5..]) {
        ("01-01", "12-31") => year.to_string(),
        ("08-01", "07-31") => format!("{year}/{next}"),
        _ => super::shown_time(Some(if from == to { from } else { &from[..7] })),
    }
}

#[test]
fn the_rules_find_what_is_wrong() {
    let plan = |core: &str| {
        format!(
            "<PerformancePlanOrReport xmlns=\"{NAMESPACE}\" Type=\"Performance_Plan\"><Name>N</Name>\
             <StrategicPlanCore>{core}</StrategicPlanCore></PerformancePlanOrReport>"
        )
    };
    let goal = |inner: &str| plan(&format!("<Goal><Name>G</Name><Description/>{inner}</Goal>"));
    assert_eq!(mistakes(&goal("<Identifier>_a</Identifier>")), Vec::<String>::new());
    for wrong in [
        plan(""),
        goal("<Identifier>1a</Identifier>"),
        goal("<Identifier>a b</Identifier>"),
        goal("<Identifier>a</Identifier><Objective><Identifier>a</Identifier></Objective>"),
        goal("<Objective><Description/><Name/></Objective>"),
        goal("<Objective/><OtherInformation/>"),
        goal(
            "<Objective><PerformanceIndicator><MeasurementDimension/></PerformanceIndicator></Objective>",
        ),
        goal("").replace("Performance_Plan\"", "Plan\""),
        goal("").replace(NAMESPACE, "urn:x"),
        goal("<Stakeholder><Name/><Role><Name/><RoleType>Boss</RoleType></Role></Stakeholder>"),
    ] {
        assert!(!mistakes(&wrong).is_empty(), "{wrong}");
    }
}
