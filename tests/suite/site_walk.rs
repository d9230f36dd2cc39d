//! Walks the example site as a reader would: everything that a page points to is there.

use crate::command::{Files, Plan};
use crate::markup::{Tag, tags};
use std::collections::{HashMap, HashSet};

/// What a page may weigh with its styles, before it is packed: packed it is a fifth.
const MOST_BYTES: usize = 100_000;
/// What the whole plan on one page may: it is made for paper, and holds all the others.
const MOST_BYTES_OF_ALL: usize = 320_000;

/// Attributes whose value names ids on the same page.
const NAMES_IDS: [&str; 4] = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];

/// The site of the plan that stands in the repository.
fn example(options: &[&str]) -> Files {
    let plan = Plan::example();
    plan.build_with(options).succeeds();
    plan.site()
}

#[test]
fn everything_in_the_example_resolves() {
    let site = example(&[]);
    assert!(site.pages().count() > 100);
    assert_resolves(&site);
}

#[test]
fn the_example_is_light_and_fetches_nothing_from_others() {
    let site = example(&[]);
    let styles: usize = site.0.iter().filter(|(path, _)| path.ends_with(".css")).map(size).sum();
    for (path, html) in site.pages() {
        // What is different between two versions is told beside all that is not, folded away.
        let is_whole = html.contains("data-kind=\"whole\"") || path.contains("/endringer");
        let most = if is_whole { MOST_BYTES_OF_ALL } else { MOST_BYTES };
        assert!(html.len() + styles <= most, "{path} weighs {}", html.len() + styles);
        for tag in tags(html) {
            assert!(tag.name != "style", "{path}: {tag:?}");
            // Data for search engines is no script: no browser runs it.
            let is_tame = is_data(&tag) || is_our_script(&tag);
            assert!(tag.name != "script" || is_tame, "{path}: {tag:?}");
            assert!(loaded(&tag).is_none_or(|address| !leads_out(address)), "{path}: {tag:?}");
            for (name, _) in &tag.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{path}: {tag:?}");
            }
        }
    }
    for (path, bytes) in site.0.iter().filter(|(path, _)| path.ends_with(".css")) {
        let css = String::from_utf8_lossy(bytes);
        assert!(!css.contains("@import") && !css.contains("url(http"), "{path}");
    }
}

#[test]
fn what_search_engines_are_told_is_json_and_leads_to_what_is_there() {
    let base = format!("https://plan.example.no{BASE}");
    let site = example(&["--base-url", &base]);
    for (path, html) in site.pages().filter(|(path, _)| *path != "404.html") {
        let blocks: Vec<&str> =
            html.split("<script type=\"application/ld+json\">").skip(1).collect();
        // The page for searching is about nothing but itself; others that are left out tell machines nothing.
        let is_unlisted = is_unlisted(path);
        assert_eq!(html.contains("<meta name=\"robots\" content=\"noindex"), is_unlisted, "{path}");
        assert_eq!(blocks.len(), usize::from(!is_unlisted), "{path}");
        if is_unlisted {
            continue;
        }
        let json = blocks[0].split("</script>").next().unwrap();
        assert!(!json.contains('<'), "{path}: {json}");
        let data: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(data["@context"], "https://schema.org");
        let graph = data["@graph"].as_array().unwrap();
        for address in data.to_string().split('"').filter_map(|one| one.strip_prefix(&base)) {
            let file = address.split('#').next().unwrap();
            let file = if file.is_empty() { "index.html" } else { file };
            assert!(site.0.contains_key(file), "{path}: {file}");
        }
        let is_indicator = html.contains("<body data-kind=\"indicator\"");
        assert_eq!(graph.iter().any(|one| one["@type"] == "Dataset"), is_indicator, "{path}");
    }
}

fn is_data(tag: &Tag) -> bool {
    tag.attributes == [("type".to_string(), "application/ld+json".to_string())]
}

fn size((_, bytes): (&String, &Vec<u8>)) -> usize {
    bytes.len()
}

/// The address that a browser fetches by itself when it meets a tag.
fn loaded(tag: &Tag) -> Option<&str> {
    let is_fetched = ["stylesheet", "icon", "preload", "manifest"];
    match tag.name.as_str() {
        "link" if is_fetched.contains(&tag.get("rel")?) => tag.get("href"),
        "object" => tag.get("data"),
        _ => tag.get("src").or_else(|| tag.get("srcset")),
    }
}

fn leads_out(address: &str) -> bool {
    let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
    address.starts_with("//") || (!scheme.is_empty() && !scheme.contains(['/', '#', '.']))
}

/// Whether a tag is one of the theme's own scripts: a module in a file of the site.
pub fn is_our_script(tag: &Tag) -> bool {
    let source = tag.get("src").unwrap_or_default();
    let is_asset = source.trim_start_matches("../").trim_start_matches('/').starts_with("assets/");
    tag.name == "script" && tag.get("type") == Some("module") && is_asset && source.ends_with(".js")
}

/// Whether search engines leave a page out: one that is no text of the plan's, that names private persons, or
/// that shows the plan as it no longer is.
fn is_unlisted(path: &str) -> bool {
    ["404.html", "sok/index.html", "horinger/varen-2026/svar.html"].contains(&path)
        || path.strip_prefix("versjoner/").is_some_and(|rest| rest.contains('/'))
}

/// The path of the address that a site is built for.
const BASE: &str = "/p/";

#[test]
fn with_an_address_the_pages_say_where_they_are() {
    let site = example(&["--base-url", &format!("https://plan.example.no{BASE}")]);
    assert_resolves(&site);
    for (path, html) in site.pages().filter(|(path, _)| !is_unlisted(path)) {
        let canonical = tags(html).into_iter().find(|tag| tag.get("rel") == Some("canonical"));
        let said = canonical.and_then(|tag| tag.get("href").map(str::to_string));
        let path = if path == "index.html" { "" } else { path };
        let address = format!("https://plan.example.no{BASE}{path}");
        assert_eq!(said, Some(address), "{path}");
    }
}

/// Fails unless every address within a site leads to a file, and every fragment to an id there.
pub fn assert_resolves(site: &Files) {
    let tags: HashMap<&str, Vec<Tag>> =
        site.pages().map(|(path, html)| (path, tags(html))).collect();
    let mut ids: HashMap<&str, HashSet<&str>> = HashMap::new();
    let mut wrong = Vec::new();
    for (path, tags) in &tags {
        let known = ids.entry(path).or_default();
        for id in tags.iter().filter_map(|tag| tag.get("id")) {
            if !known.insert(id) {
                wrong.push(format!("{path}: the id {id} stands twice"));
            }
        }
    }
    for (path, tags) in &tags {
        let named = tags.iter().flat_map(|tag| NAMES_IDS.iter().filter_map(|name| tag.get(name)));
        for id in named.flat_map(str::split_whitespace).filter(|id| !ids[path].contains(id)) {
            wrong.push(format!("{path}: no {id} to be named by"));
        }
        let addresses = tags.iter().filter_map(|tag| tag.get("href").or_else(|| tag.get("src")));
        let offered = tags
            .iter()
            .filter_map(|tag| tag.get("srcset"))
            .flat_map(|set| set.split(',').filter_map(|one| one.split_whitespace().next()));
        for address in addresses.chain(offered).filter(|address| !leads_out(address)) {
            let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
            let target = if file.is_empty() { (*path).to_string() } else { joined(path, file) };
            let fragment = decoded(fragment);
            if !site.0.contains_key(&target) {
                wrong.push(format!("{path}: {address} leads to {target}, which is not there"));
            } else if !fragment.is_empty() && !ids[target.as_str()].contains(fragment.as_str()) {
                wrong.push(format!("{path}: {address} leads to no id"));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} mistakes:\n{}", wrong.len(), wrong.join("\n"));
}

/// Where a relative address leads from a page. The page for what is not there is shown at any address:
/// its own links, and no others, start at the top of the site.
fn joined(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    assert_eq!(address.starts_with('/'), page == "404.html", "{page}: {address}");
    let address = decoded(address.split('?').next().unwrap_or(address));
    let address = address.strip_prefix(BASE).or(address.strip_prefix('/')).unwrap_or(&address);
    for part in address.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page}: {address} leads out of the site"),
            "." => {}
            _ => parts.push(part),
        }
    }
    if parts.last() == Some(&"") {
        parts.pop();
        parts.push("index.html");
    }
    parts.join("/")
}

fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = rest.get(1..3).filter(|_| *first == b'%');
        let code =
            code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &rest[3..] } else { after };
    }
    String::from_utf8(bytes).unwrap()
}
