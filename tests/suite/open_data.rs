//! Open data says what the pages say: the same ids, the same figures, in every form.
//!
//! The example plan is built once; each form is then read by rules of its own (the CSV file through its
//! CSVW description, the cube through its dimensions, …) into [`Cells`], and compared with the table on
//! the indicator's page.

mod catalog;
mod progress;
mod stratml;

use crate::command::{Files, Plan};
use crate::markup::{main_of, unescape};
use planverk::words::InWords;
use serde_json::Value;
use std::collections::BTreeMap;

/// The figures of an indicator: (time as shown, series) → number with a point, or a mark.
type Cells = BTreeMap<(String, String), String>;

fn example() -> Files {
    let plan = Plan::example();
    plan.build_with(&["--base-url", "https://plan.example.no/p/"]).succeeds();
    plan.site()
}

fn json(site: &Files, path: &str) -> Value {
    serde_json::from_str(site.text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The indicators' ids with their pages, as the plan's list of files tells.
fn indicators(site: &Files) -> Vec<(String, String)> {
    let pages = site.pages().filter(|(_, html)| html.contains("<body data-kind=\"indicator\""));
    pages
        .map(|(path, _)| {
            let name = path.rsplit('/').next().unwrap().trim_end_matches(".html");
            (name.to_string(), path.to_string())
        })
        .collect()
}

/// The table of figures on a page.
fn of_page(html: &str) -> Cells {
    let main = main_of(html);
    let Some(begins) = main.find("<caption id=\"") else { return Cells::new() };
    let table = &main[begins..main[begins..].find("</table>").unwrap() + begins];
    let cells = |row: &str| -> Vec<String> {
        let cells = row.split("<t").skip(1).filter(|cell| cell.starts_with(['h', 'd']));
        let text = |cell: &str| {
            let text = &cell[cell.find('>').unwrap() + 1..];
            let mut shown = String::new();
            let mut rest = text;
            while let Some((before, tag)) = rest.split_once('<') {
                shown.push_str(before);
                rest = tag.split_once('>').map_or("", |(_, after)| after);
            }
            // A star behind a figure says that it is preliminary; the figure is what stands before it.
            unescape(&(shown + rest)).trim().trim_end_matches('*').to_string()
        };
        cells.map(text).collect()
    };
    let mut rows = table.split("<tr>").skip(1).map(cells);
    let head = rows.next().unwrap();
    let mut found = Cells::new();
    for row in rows {
        for (series, figure) in head.iter().zip(&row).skip(1) {
            if figure != "–Ikke oppgitt" && !figure.is_empty() {
                let number = figure.replace('\u{a0}', "").replace('−', "-").replace(',', ".");
                found.insert((row[0].clone(), series.clone()), number);
            }
        }
    }
    found
}

/// A time as data have it, as pages show it in bokmål.
fn shown_time(time: Option<&str>) -> String {
    match time {
        None | Some("" | "unknown") => "år ikke oppgitt".to_string(),
        Some(time) => planverk::text::When::parse(time)
            .unwrap_or_else(|_| panic!("{time}"))
            .format(planverk::text::Language::Nb),
    }
}

/// The CSV file, read as its description tells.
fn of_csv(site: &Files, id: &str) -> Cells {
    let path = format!("open-data/indicators/{id}.csv");
    let about = json(site, &format!("{path}-metadata.json"));
    assert_eq!(about["url"], format!("{id}.csv"));
    let delimiter = about["dialect"]["delimiter"].as_str().unwrap();
    let columns = about["tableSchema"]["columns"].as_array().unwrap();
    let place = |name: &str| columns.iter().position(|column| column["name"] == name).unwrap();
    let point = columns[place("value")]["datatype"]["format"]["decimalChar"].as_str().unwrap();
    let words: Vec<&str> =
        columns[place("status")]["datatype"]["format"].as_str().unwrap().split('|').collect();
    let text = site.text(&path).strip_prefix('\u{feff}').expect("a mark for Excel");
    let mut lines = text.split_terminator("\r\n").map(|line| -> Vec<String> {
        // No name in the example holds a separator or a quote; see the tests beside the code.
        assert!(!line.contains('"'), "{line}");
        line.split(delimiter).map(str::to_string).collect()
    });
    let titles: Vec<&str> = columns.iter().map(|one| one["titles"].as_str().unwrap()).collect();
    assert_eq!(lines.next().unwrap(), titles);
    let mut found = Cells::new();
    for cells in lines {
        assert_eq!(cells.len(), columns.len(), "{cells:?}");
        assert_eq!(cells[place("indicator")], id);
        let figure = match cells[place("status")].as_str() {
            word if word == words[0] => ":".to_string(),
            word if word == words[1] => "..".to_string(),
            _ => cells[place("value")].replace(point, "."),
        };
        assert_eq!(figure.starts_with([':', '.']), cells[place("value")].is_empty(), "{cells:?}");
        let time = shown_time(Some(&cells[place("time")]));
        found.insert((time, cells[place("series")].clone()), figure);
    }
    found
}

/// The figures of planverk's own JSON.
fn of_json(indicator: &Value) -> Cells {
    let mut found = Cells::new();
    for series in indicator["series"].as_array().unwrap() {
        for one in series["observations"].as_array().unwrap() {
            let figure = match one["status"].as_str() {
                Some("suppressed") => ":".to_string(),
                Some("missing") => "..".to_string(),
                _ => one["value"].to_string(),
            };
            let series = series["name"].as_str().unwrap().to_string();
            found.insert((shown_time(one["time"].as_str()), series), figure);
        }
    }
    found
}

/// The figures of a cube, by the rules of JSON-stat.
fn of_cube(cube: &Value, id: &str) -> Cells {
    let strings = |value: &Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_string()).collect()
    };
    assert_eq!((&cube["version"], &cube["class"]), (&"2.0".into(), &"dataset".into()));
    let categories = |dimension: &str| strings(&cube["dimension"][dimension]["category"]["index"]);
    assert_eq!(strings(&cube["id"]), ["indicator", "series", "time"]);
    assert_eq!(categories("indicator"), [id]);
    let (series, times) = (categories("series"), categories("time"));
    assert_eq!(cube["size"], serde_json::json!([1, series.len(), times.len()]));
    let values = cube["value"].as_array().unwrap();
    assert_eq!(values.len(), series.len() * times.len());
    let mut found = Cells::new();
    for (place, value) in values.iter().enumerate() {
        let status = cube["status"][place.to_string()].as_str().unwrap_or("");
        let figure = if value.is_null() {
            status.trim_start_matches('b').to_string()
        } else {
            value.to_string()
        };
        if !figure.is_empty() {
            let label =
                &cube["dimension"]["series"]["category"]["label"][&series[place / times.len()]];
            let time = shown_time(Some(&times[place % times.len()]));
            found.insert((time, label.as_str().unwrap().to_string()), figure);
        }
    }
    found
}

#[test]
fn every_form_holds_the_figures_of_the_page() {
    let site = example();
    let indicators = indicators(&site);
    assert!(indicators.len() > 10);
    let mut figures = 0;
    let strategic = stratml::figures(site.text("open-data/plan.stratml.xml"));
    assert_eq!(strategic.len(), indicators.len());
    for (id, page) in &indicators {
        let shown = of_page(site.text(page));
        let own = json(&site, &format!("open-data/indicators/{id}.json"));
        assert_eq!(own["id"], *id.as_str());
        assert_eq!(own["page"], format!("https://plan.example.no/p/{page}"));
        assert_eq!(of_json(&own), shown, "{id}.json");
        assert_eq!(strategic[id], shown, "{id} in StratML");
        let has_cube = site.0.contains_key(&format!("open-data/indicators/{id}.jsonstat.json"));
        assert_eq!(has_cube, !shown.is_empty(), "{id}");
        if has_cube {
            let cube = json(&site, &format!("open-data/indicators/{id}.jsonstat.json"));
            assert_eq!(of_cube(&cube, id), shown, "{id}.jsonstat.json");
            assert_eq!(of_csv(&site, id), shown, "{id}.csv");
        }
        figures += shown.len();
    }
    assert!(figures > 50, "the example has {figures} figures");
}

#[test]
fn the_plan_as_json_holds_every_entry_and_the_same_figures() {
    let site = example();
    let plan = json(&site, "open-data/plan.json");
    assert_eq!(plan["version"], 1);
    let entries = plan["entries"].as_array().unwrap();
    let ids: Vec<&str> = entries.iter().map(|entry| entry["id"].as_str().unwrap()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
    // Every page of an entry is one of them, and each leads to a page with its id and title.
    for (path, html) in site.pages() {
        let title = main_of(html)
            .split("<h1")
            .nth(1)
            .map_or("", |rest| &rest[..rest.find("</h1>").unwrap()]);
        let page = format!("https://plan.example.no/p/{path}");
        if let Some(entry) = entries.iter().find(|entry| entry["page"] == *page) {
            let own = entry["title"].as_str().unwrap();
            assert!(unescape(title).contains(own) || entry["kind"] == "goal", "{own}: {title}");
        } else {
            assert!(!html.contains("<body data-kind=\"indicator\""), "{path} is not in plan.json");
        }
    }
    for (id, page) in indicators(&site) {
        let entry = entries.iter().find(|entry| entry["id"] == *id).expect("the indicator");
        assert_eq!(of_json(&entry["details"]), of_page(site.text(&page)), "{id}");
    }
    // Relations are ids that exist.
    for entry in entries {
        for list in ["children", "mentions"] {
            for id in entry[list].as_array().unwrap() {
                assert!(ids.contains(&id.as_str().unwrap()), "{id} of {}", entry["id"]);
            }
        }
    }
}

#[test]
fn a_build_without_an_address_says_once_which_files_want_one() {
    let plan = Plan::new().file(
        "tall.toml",
        "[[indicator]]\nid = \"elever\"\ntitle = \"Elever\"\nseries = { Vik = { 2023 = 481 } }\n",
    );
    let files = "plan.json, plan.stratml.xml, catalog.ttl, catalog.jsonld, indicators/*.json";
    let said = |options: &[&str]| {
        let said = plan.build_with(options).succeeds().said;
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let without = said(&[]);
    assert_eq!(without.matches("sitemap.xml").count(), 1, "{without}");
    assert!(without.contains(files), "{without}");
    assert!(said(&["--lang", "en"]).contains(files));
    assert!(!said(&["--base-url", "https://plan.example.no/"]).contains("sitemap.xml"));
    let own = Plan::new().beside(
        "content/plan.toml",
        "title = \"P\"\nmunicipality = \"Vik\"\nlanguage = \"nb\"\nurl = \"https://vik.example/\"\n",
    );
    own.build().succeeds().hides("sitemap.xml");
}

#[test]
fn what_is_held_back_is_nowhere() {
    let plan = Plan::new().file(
        "tall.toml",
        "[[indicator]]\nid = \"elever\"\ntitle = \"Elever\"\nunit = \"\"\nsuppress_below = 5\n\
         series = { Vik = { 2023 = 48151, 2024 = 3, 2025 = 4 } }\n\
         [[source]]\nid = \"x\"\ntitle = \"=cmd|' /C calc'!A0 </script> ]]> \u{2028}\"\n",
    );
    plan.build_with(&["--base-url", "https://plan.example.no/"]).succeeds();
    let site = plan.site();
    let own = json(&site, "open-data/indicators/elever.json");
    let series = own["series"][0]["observations"].as_array().unwrap();
    let told: Vec<String> = series.iter().map(|one| one["value"].to_string()).collect();
    assert_eq!(told, ["48151", "null", "null"]);
    let cube = json(&site, "open-data/indicators/elever.jsonstat.json");
    assert_eq!(cube["value"], serde_json::json!([48151, null, null]));
    assert_eq!(cube["status"], serde_json::json!({ "1": ":", "2": ":" }));
    let csv = site.text("open-data/indicators/elever.csv");
    assert!(csv.contains("elever;Vik;2024;;;skjult;\r\n"), "{csv}");
    let plan = json(&site, "open-data/plan.json");
    let entry = plan["entries"].as_array().unwrap().iter().find(|one| one["id"] == "elever");
    assert_eq!(entry.unwrap()["details"]["series"], own["series"]);
}

#[test]
fn stratml_holds_to_its_schema() {
    let site = example();
    assert_eq!(stratml::mistakes(site.text("open-data/plan.stratml.xml")), Vec::<String>::new());
    let evil = "]]> <b> & \\u0001 \\u2028";
    let plan = Plan::new().file(
        "mal.toml",
        format!("[[goal]]\nid = \"7-trinn\"\ntitle = \"{evil}\"\ntext = \"{evil}\"\nindicators = [\"i\"]\n\
         [[goal]]\nid = \"to\"\ntext = \"To\"\nindicators = [\"i\"]\n\
         [[indicator]]\nid = \"i\"\ntitle = \"I\"\n[[indicator]]\nid = \"alene\"\ntitle = \"Alene\"\n"),
    );
    plan.build().succeeds();
    let text = plan.site().text("open-data/plan.stratml.xml").to_string();
    assert_eq!(stratml::mistakes(&text), Vec::<String>::new());
    assert!(text.contains("<ReferentIdentifier>_i</ReferentIdentifier>"), "{text}");
    let nothing = Plan::new().file("a.md", "+++\ntitle = \"A\"\n+++\nTekst.\n");
    nothing.build().succeeds();
    assert!(!nothing.site().0.contains_key("open-data/plan.stratml.xml"));
}
