//! HTML as a browser reads it: well made, and with nothing that runs or fetches but what planverk itself writes.

use scraper::{ElementRef, Html};
use std::collections::HashSet;

/// Elements that planverk never writes, and that harm could come of.
const NEVER: [&str; 12] = [
    "applet",
    "base",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "math",
    "noscript",
    "object",
    "plaintext",
    "style",
    "template",
];

/// Attributes that hold an address.
const ADDRESSES: [&str; 9] =
    ["action", "background", "cite", "data", "formaction", "href", "poster", "src", "xlink:href"];

/// Schemes that an address may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Fails where a page is not well made, or holds what could run at a reader's.
pub fn page(html: &str) {
    let read = Html::parse_document(html);
    assert!(read.errors.is_empty(), "mistakes in the HTML: {:?}\n{html}", read.errors);
    read.root_element().descendent_elements().for_each(|element| harmless(&element, html));
}

/// Fails where two elements of a page have one id; so it may be only where that is told as a mistake.
pub fn ids(html: &str) {
    let read = Html::parse_document(html);
    let mut seen = HashSet::new();
    for id in read.root_element().descendent_elements().filter_map(|element| element.value().id()) {
        assert!(seen.insert(id.to_string()), "the id {id:?} twice\n{html}");
    }
}

/// A page around a piece of one.
pub fn around(html: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"nb\"><head><title>x</title></head><body>{html}</body></html>"
    )
}

fn harmless(element: &ElementRef<'_>, html: &str) {
    let name = element.value().name();
    assert!(!NEVER.contains(&name), "<{name}>\n{html}");
    if name == "script" {
        script(element, html);
    }
    let refreshes =
        element.attr("http-equiv").is_some_and(|what| what.eq_ignore_ascii_case("refresh"));
    assert!(!refreshes, "a page that leads away\n{html}");
    for (name, value) in element.value().attrs() {
        let name = name.to_ascii_lowercase();
        let runs = name.starts_with("on") || name == "style" || name == "srcdoc";
        assert!(!runs, "{name}=\"{value}\"\n{html}");
        let is_address = ADDRESSES.contains(&name.as_str());
        let fits = |scheme: String| SCHEMES.contains(&scheme.as_str());
        assert!(!is_address || scheme(value).is_none_or(fits), "{name}=\"{value}\"\n{html}");
    }
}

/// A script is a file of the theme, or data that no browser runs.
fn script(element: &ElementRef<'_>, html: &str) {
    let words: String = element.text().collect();
    match element.attr("src") {
        Some(file) => {
            let is_ours =
                scheme(file).is_none() && !file.starts_with("//") && file.ends_with(".js");
            assert!(is_ours && words.is_empty(), "a script from {file:?}\n{html}");
        }
        None => {
            let kind = element.attr("type").unwrap_or_default();
            assert!(
                kind == "application/ld+json" || kind == "application/json",
                "a script of {kind:?}\n{html}"
            );
            serde_json::from_str::<serde_json::Value>(&words).expect("data in a page");
        }
    }
}

/// The scheme of an address as browsers find it: they pass over spaces before it, and line ends and tabs in it.
fn scheme(address: &str) -> Option<String> {
    let seen: String =
        address.chars().filter(|letter| !matches!(letter, '\t' | '\n' | '\r')).collect();
    let seen = seen.trim_start_matches(|letter| letter <= ' ');
    let (scheme, _) = seen.split_once(':')?;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    let is_scheme =
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic()) && scheme.chars().all(fits);
    is_scheme.then(|| scheme.to_ascii_lowercase())
}
