//! The search index: every place that it tells of is there, whatever the size and language of the plan.

use crate::command::{Files, Plan};
use crate::markup::tags;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Write;

/// A file of the index.
fn read(site: &Files, path: &str) -> Value {
    serde_json::from_str(site.text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_else(|| panic!("{value} is no number"))).unwrap()
}

/// Fails unless each row's page and fragment are in the site.
fn assert_there<'r>(site: &Files, rows: impl IntoIterator<Item = &'r Value>) -> usize {
    let mut ids: HashMap<&str, HashSet<String>> = HashMap::new();
    for (path, html) in site.pages() {
        let all = tags(html).into_iter().filter_map(|tag| tag.get("id").map(str::to_string));
        ids.insert(path, all.collect());
    }
    let (mut page, mut count) = ("", 0);
    for row in rows {
        let (path, fragment) = (word(&row[0]), word(&row[1]));
        page = if path.is_empty() { page } else { path };
        let known = ids.get(page).unwrap_or_else(|| panic!("{page} is not there: {row}"));
        assert!(fragment.is_empty() || known.contains(fragment), "{page} has no {fragment}");
        assert!(!word(&row[2]).is_empty(), "{row} has no title");
        count += 1;
    }
    count
}

#[test]
fn every_place_in_a_small_index_is_there() {
    let index = [
        ("nb", "sok/index.json"),
        ("nn", "sok/index.json"),
        ("se", "oza/index.json"),
        ("sv", "sok/index.json"),
        ("en", "search/index.json"),
    ];
    for (language, path) in index {
        let plan = Plan::starter(language);
        plan.build().succeeds();
        let site = plan.site();
        let head = read(&site, path);
        assert_eq!(head["lang"], language);
        assert!(assert_there(&site, list(&head["units"])) > 40, "{language}");
        assert!(site.0.contains_key(&path.replace("json", "html")), "{language}: the page");
    }
}

#[test]
fn the_example_has_sections_components_and_rows() {
    let plan = Plan::example();
    plan.build().succeeds();
    let site = plan.site();
    let head = read(&site, "sok/index.json");
    assert!(assert_there(&site, list(&head["units"])) > 200);
    let kinds: Vec<&str> = list(&head["kinds"]).iter().map(|kind| word(&kind[0])).collect();
    for kind in ["component", "goal", "indicator", "measure", "term", "text"] {
        assert!(kinds.contains(&kind), "{kind} is not among {kinds:?}");
    }
    // The municipality's own word, and the one that it stands for.
    let same = list(&head["same"]).iter().map(ToString::to_string).collect::<String>();
    assert!(same.contains(r#"["telling","indikator"]"#), "{same}");
}

/// A plan of so much text that its index is cut up, and of so many entries that they are taken in several parts: pages,
/// and some rows of registers.
fn large() -> Plan {
    let mut plan = Plan::empty()
        .file("plan.toml", "title = \"Stor\"\nmunicipality = \"Vik\"\nlanguage = \"nb\"\n");
    let mut terms = String::new();
    for page in 0..560 {
        let _ = write!(
            terms,
            "[[term]]\nid = \"ord-{page}\"\ntitle = \"Ord {page}\"\ntext = \"Et begrep.\"\n\n"
        );
        let mut text = format!("+++\ntitle = \"Side {page}\"\n+++\n\n");
        for row in 0..3_u8 {
            let group = char::from(b'a' + row);
            let _ = write!(
                text,
                "## Hverdag for gruppe {group}\n\nOm foreldremedvirkning, ord{page}x{row}. "
            );
            text += &"Barn og unge skal ha det trygt hver dag i hele kommunen. ".repeat(4);
            text += "\n\n";
        }
        plan = plan.file(&format!("side-{page}.md"), text);
    }
    plan.file("ordliste.toml", terms)
}

/// The units of a word, out of the text that the browser reads.
fn units_of(postings: &str) -> Vec<usize> {
    let (mut units, mut next) = (Vec::new(), 0);
    for posting in split(postings) {
        let far = match &posting[1..] {
            "" => 0,
            far => usize::from_str_radix(far, 32).unwrap(),
        };
        units.push(next + far);
        next += far + 1;
    }
    units
}

fn split(postings: &str) -> Vec<&str> {
    let starts: Vec<usize> = postings
        .match_indices(|letter: char| letter.is_ascii_uppercase())
        .map(|(at, _)| at)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([postings.len()]);
    starts.iter().zip(ends).map(|(start, end)| &postings[*start..end]).collect()
}

#[test]
fn a_large_index_holds_every_word_where_it_stands() {
    let plan = large();
    plan.build().succeeds();
    let site = plan.site();
    let shards = read(&site, "sok/index.json")["shards"].clone();
    let part = |name: &Value| read(&site, &format!("sok/{}.json", word(name)));

    let files: Vec<Value> = list(&shards["texts"]).iter().map(|one| part(&one[1])).collect();
    assert!(files.len() > 10, "{} files of texts", files.len());
    let rows: Vec<&Value> = files.iter().flat_map(list).collect();
    let mut first = 0;
    for (told, file) in list(&shards["texts"]).iter().zip(&files) {
        assert_eq!(number(&told[0]), first, "the number of a file's first unit");
        first += list(file).len();
    }
    let count = assert_there(&site, rows.iter().copied());
    assert_eq!(word(&shards["units"]).chars().count(), count, "each unit is of a sort");

    let words: Vec<Value> =
        list(&shards["words"]).iter().flat_map(|one| list(&part(&one[2])).to_vec()).collect();
    let postings: Vec<Value> =
        list(&shards["postings"]).iter().flat_map(|one| list(&part(&one[1])).to_vec()).collect();
    assert_eq!(words.len(), postings.len());
    for wanted in ["foreldremedvirkning", "ord7x2", "trygt", "hverdag"] {
        let place = words.iter().position(|one| one[0] == wanted).unwrap();
        let found: BTreeSet<usize> = units_of(word(&postings[place])).into_iter().collect();
        let holds = |row: &Value| {
            let text = format!("{} {}", word(&row[2]), word(&row[5])).to_lowercase();
            text.split(|letter: char| !letter.is_alphanumeric()).any(|one| one == wanted)
        };
        let truth: BTreeSet<usize> =
            rows.iter().enumerate().filter(|(_, row)| holds(row)).map(|(unit, _)| unit).collect();
        assert_eq!(found, truth, "{wanted}");
        assert_eq!(number(&words[place][1]), truth.len(), "{wanted} is counted");
    }
}

#[test]
fn a_large_index_is_the_same_whatever_the_threads() {
    let built = |threads: &str| {
        let plan = large().under("RAYON_NUM_THREADS", threads);
        plan.build().succeeds();
        plan.site()
    };
    built("1").is_same_as(&built("4"));
}
