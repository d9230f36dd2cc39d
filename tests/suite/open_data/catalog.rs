//! The catalogue and the feeds: what DCAT-AP-NO and Atom ask for, and the plan's own ids in them.

use super::{example, indicators, json};
use crate::command::{Files, Plan};
use serde_json::Value;
use std::collections::HashSet;

/// What DCAT-AP-NO 3 makes mandatory of a class; an identifier of data sets comes from 2.2.
const MANDATORY: &[(&str, &[&str])] = &[
    (
        "dcat:Catalog",
        &["dct:description", "dct:identifier", "dcat:contactPoint", "dct:title", "dct:publisher"],
    ),
    (
        "dcat:Dataset",
        &[
            "dct:description",
            "dct:identifier",
            "dcat:contactPoint",
            "dcat:theme",
            "dct:title",
            "dct:publisher",
        ],
    ),
    ("dcat:Distribution", &["dcat:accessURL"]),
    ("org:Organization", &["foaf:name"]),
    ("vcard:Organization", &["vcard:fn"]),
];

/// Properties whose words must say their language.
const IN_A_LANGUAGE: [&str; 2] = ["dct:title", "dct:description"];

fn every_node<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("@type") && !fields.contains_key("@value") {
                found.push(value);
            }
            fields.values().for_each(|one| every_node(one, found));
        }
        Value::Array(items) => items.iter().for_each(|one| every_node(one, found)),
        _ => {}
    }
}

/// What a catalogue lacks.
fn lacks(catalog: &Value) -> Vec<String> {
    let mut nodes = Vec::new();
    every_node(&catalog["@graph"], &mut nodes);
    let mut lacks = Vec::new();
    for node in nodes {
        let class = node["@type"].as_str().unwrap();
        let asked = MANDATORY.iter().find(|(of, _)| *of == class).map_or(&[][..], |(_, all)| all);
        for property in asked {
            let words = node[*property].as_array();
            if words.is_none_or(Vec::is_empty) {
                lacks.push(format!("{class} {} has no {property}", node["@id"]));
            }
            let speaks = |one: &Value| one["@language"].is_string() && one["@value"] != "";
            if IN_A_LANGUAGE.contains(property) && !words.into_iter().flatten().all(speaks) {
                lacks.push(format!("{class} {}: {property} says no language", node["@id"]));
            }
        }
        if class == "vcard:Organization"
            && node["vcard:hasEmail"].is_null()
            && node["vcard:hasURL"].is_null()
        {
            lacks.push("the contact can't be reached".to_string());
        }
    }
    lacks
}

#[test]
fn the_catalogue_has_what_is_mandatory_and_a_data_set_for_each_indicator() {
    let site = example();
    let catalog = json(&site, "open-data/catalog.jsonld");
    assert_eq!(lacks(&catalog), Vec::<String>::new());
    let mut nodes = Vec::new();
    every_node(&catalog["@graph"], &mut nodes);
    let of = |class: &'static str| nodes.iter().filter(move |node| node["@type"] == class);
    let sets: HashSet<&str> =
        of("dcat:Dataset").map(|node| node["@id"].as_str().unwrap()).collect();
    let listed = of("dcat:Catalog").next().unwrap()["dcat:dataset"].as_array().unwrap();
    let listed: HashSet<&str> = listed.iter().map(|one| one["@id"].as_str().unwrap()).collect();
    assert_eq!(sets, listed);
    let base = "https://plan.example.no/p/";
    let mut expected: HashSet<String> = indicators(&site)
        .into_iter()
        .filter(|(id, _)| site.0.contains_key(&format!("open-data/indicators/{id}.csv")))
        .map(|(id, _)| format!("{base}open-data/indicators/{id}.json#figures"))
        .collect();
    expected.insert(format!("{base}open-data/catalog.ttl#plan"));
    assert_eq!(sets, expected.iter().map(String::as_str).collect());
    // Every file that is offered is there, and the licence of the plan stands on it.
    for distribution in of("dcat:Distribution") {
        let file = distribution["dcat:downloadURL"][0]["@id"].as_str().unwrap();
        assert!(site.0.contains_key(file.strip_prefix(base).unwrap()), "{file}");
        let license = distribution["dct:license"][0]["@id"].as_str().unwrap();
        assert!(license.ends_with("/licence/NLOD_2_0"), "{license}");
    }
    // Turtle says as much: each address of the one stands in the other.
    let turtle = site.text("open-data/catalog.ttl");
    for set in sets {
        assert!(turtle.contains(&format!("\n<{set}> a dcat:Dataset ;")), "{set}");
    }
    assert_eq!(turtle.matches("a dcat:Distribution").count(), of("dcat:Distribution").count());
}

#[test]
fn a_plan_that_tells_little_claims_no_licence_and_can_be_reached() {
    let plan = Plan::new().file(
        "tall.toml",
        "[[indicator]]\nid = \"elever\"\ntitle = \"Elever\"\nseries = { Vik = { 2023 = 481 } }\n",
    );
    plan.build().succeeds();
    let site = plan.site();
    let catalog = json(&site, "open-data/catalog.jsonld");
    assert_eq!(lacks(&catalog), Vec::<String>::new());
    assert!(!catalog["@graph"].to_string().contains("license"));
    assert!(catalog.to_string().contains("\"@id\":\"../oversikt/om.html\""));
    assert!(!site.0.contains_key("sitemap.xml"));
    let mut broken = catalog;
    broken["@graph"][0].as_object_mut().unwrap().remove("dct:title");
    broken["@graph"][1]["foaf:name"] = serde_json::json!([]);
    assert_eq!(lacks(&broken).len(), 2);
}

// ---- feeds

/// The entries of a feed: (id, title, updated, address).
fn entries(site: &Files, path: &str) -> Vec<[String; 4]> {
    let document = roxmltree::Document::parse(site.text(path)).unwrap();
    let root = document.root_element();
    let atom = |name: &'static str| ("http://www.w3.org/2005/Atom", name);
    let text = |node: roxmltree::Node<'_, '_>, name| {
        let child = node.children().find(|one| one.has_tag_name(atom(name)));
        child.and_then(|child| child.text()).unwrap_or_else(|| panic!("no {name}")).to_string()
    };
    let entries = root.children().filter(|one| one.has_tag_name(atom("entry")));
    let entries: Vec<[String; 4]> = entries
        .map(|entry| {
            let link = entry.children().find(|one| one.has_tag_name(atom("link"))).unwrap();
            let address = link.attribute("href").unwrap().to_string();
            [text(entry, "id"), text(entry, "title"), text(entry, "updated"), address]
        })
        .collect();
    for name in ["id", "title", "updated"] {
        text(root, name);
    }
    let ids: HashSet<&String> = entries.iter().map(|[id, ..]| id).collect();
    assert_eq!(ids.len(), entries.len(), "{path}: ids stand twice");
    assert!(ids.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45), "{ids:?}");
    let days: Vec<&String> = entries.iter().map(|[_, _, day, _]| day).collect();
    assert_eq!(text(root, "updated"), **days.iter().max().unwrap());
    entries
}

#[test]
fn feeds_tell_of_what_has_a_day_and_lead_to_it() {
    let site = example();
    for feed in ["news", "status", "hearings"] {
        let path = format!("open-data/{feed}.atom");
        for [_, title, day, address] in entries(&site, &path) {
            let page = address.strip_prefix("https://plan.example.no/p/").unwrap();
            let page = page.split('#').next().unwrap();
            assert!(site.0.contains_key(page), "{title}: {page}");
            assert!(day.as_str() <= "2026-11-22T23", "{title}: {day}");
        }
        assert!(site.text(&path).contains("rel=\"self\""));
    }
}

#[test]
fn ids_of_feeds_stay_when_the_site_moves_and_the_undated_is_left_out() {
    let plan = Plan::new()
        .file(
            "nytt/a.md",
            "+++\nkind = \"article\"\ntitle = \"]]> <A> & \\\"b\\\"\"\npublished = 2026-03-02\n+++\nEn. To.\n",
        )
        .file("nytt/b.md", "+++\nkind = \"article\"\ntitle = \"Uten dag\"\n+++\nEn.\n")
        .file("nytt/c.md", "+++\nkind = \"article\"\ntitle = \"Siden\"\npublished = 2027-01-01\n+++\nEn.\n");
    plan.build().succeeds();
    let here = entries(&plan.site(), "open-data/news.atom");
    assert!(!plan.site().text("open-data/news.atom").contains("rel=\"self\""));
    plan.build_with(&["--base-url", "https://a.example/"]).succeeds();
    let there = entries(&plan.site(), "open-data/news.atom");
    let of = |entries: &[[String; 4]]| -> Vec<[String; 3]> {
        entries.iter().map(|[id, title, day, _]| [id.clone(), title.clone(), day.clone()]).collect()
    };
    assert_eq!(of(&here), of(&there));
    assert_eq!(here.len(), 1);
    assert_eq!(here[0][1..], ["]]> <A> & \"b\"", "2026-03-02T12:00:00Z", "../nytt/a.html"]);
    assert_eq!(there[0][3], "https://a.example/nytt/a.html");
    assert!(
        plan.site().text("sitemap.xml").contains("nytt/a.html</loc><lastmod>2026-03-02</lastmod>")
    );
}
