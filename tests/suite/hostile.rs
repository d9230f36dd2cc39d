//! What somebody writes to a hearing stays words wherever it is published: in pages, tables, data and documents.
//!
//! A hearing is published twice: once with harm in every field that people fill in, and once with plain words in the
//! same places. The two may differ in words alone: no element, no attribute, no cell, no field more.

use crate::command::{Files, Plan};
use crate::markup::tags;
use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};
use std::io::Cursor;

/// What has done harm to somebody.
const HARM: [&str; 22] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
    "<svg/onload=alert(1)>",
    "</td></tr></table><iframe src=https://ond.example></iframe>",
    "</title><style>*{display:none}</style>",
    "<!-- --><base href=//ond.example>",
    "]]><x:y xmlns:x='u'/>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
    "[a](javascript:alert(1)) ![b](x) **c** `d`",
    "{{ site }}{% raw %}{{ 7 * 6 }}00",
    "=1+1",
    "=HYPERLINK(\"https://ond.example\";\"Trykk\")",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "＝1+1",
    "\"=1+1\";=2+2,=3+3",
    "\u{202e}txt.exe\u{0}\u{7}<b>",
];

/// The municipality's and the respondents' words: harm, or plain ones.
fn hostile(says: &dyn Fn(usize) -> String) -> Plan {
    let version = |name: &str| {
        let blocks: Vec<Value> = (0..HARM.len())
            .map(|at| json!({ "id": format!("b{}", at + 2), "kind": "paragraph", "section": "b1", "path": "content/lek.md",
                "entry": "lek", "text": format!("Ord {}", says(at)), "marks": [[0, 3, says(at)]] }))
            .collect();
        let head = json!({ "id": "b1", "kind": "entry", "path": "content/lek.md", "entry": "lek", "text": says(0) });
        let blocks: Vec<Value> = std::iter::once(head).chain(blocks).collect();
        json!({ "format": 1, "version": name, "blocks": blocks }).to_string()
    };
    let mut lines = vec![json!({ "format": 1, "round": "varen", "version": "horing" }).to_string()];
    let mut answers = String::from("format = 1\nversion = \"vedtatt\"\n");
    for at in 0..HARM.len() {
        let harm = says(at);
        for (step, state) in ["published", "redacted", "withheld", "blocked"].iter().enumerate() {
            let id = format!("s{}", at * 4 + step + 1);
            let text = if step == 1 { format!("Ord ⟦{harm}⟧ {harm}") } else { harm.clone() };
            let reason = if step == 0 { "" } else { harm.as_str() };
            let kind = ["organisation", "private", "council", "service"][at % 4];
            lines.push(
                json!({ "id": id, "received": "2026-03-01T12:00:00+01:00", "channel": "mail",
                    "respondent": { "kind": kind, "name": harm, "named": true }, "consent": true, "state": state,
                    "reason": reason, "late": harm, "hash": harm, "answers": [{ "question": 1, "text": text }],
                    "comments": [{ "id": format!("{id}.1"), "block": format!("b{}", at + 2), "text": text }], "text": text })
                .to_string(),
            );
            if step < 2 {
                let quoted = toml::Value::String(harm.clone()).to_string();
                answers.push_str(&format!(
                    "\n[[assessment]]\nof = [\"{id}\", \"{id}.1\", \"{id}#1\"]\nresult = \"ikke\"\nreason = {quoted}\nby = {quoted}\non = 2026-05-04\n"
                ));
            }
        }
    }
    let round = "+++\ntittel = \"Våren\"\ntilstand = \"avsluttet\"\nversjon = \"horing\"\nåpner = 2026-01-12\nfrist = 2026-03-02\nspørsmål = [\"Hva mangler?\"]\n+++\n\nSi hva du mener.\n";
    Plan::new()
        .file("lek.md", "+++\ntittel = \"Lek\"\n+++\n\nEt avsnitt.\n")
        .file("horinger/varen/index.md", round)
        .file("horinger/varen/submissions.jsonl", lines.join("\n") + "\n")
        .file("horinger/varen/assessments.toml", answers)
        .beside("versions/horing/blocks.json", version("horing"))
        .beside("versions/vedtatt/blocks.json", version("vedtatt"))
}

fn published(says: &dyn Fn(usize) -> String) -> Files {
    let plan = hostile(says);
    // The plan says something else by now, and why is told: so all that is shown of the text is the versions'.
    let lineage: String = (1..=HARM.len() + 1)
        .map(|at| format!("[[block]]\nid = \"b{at}\"\ngone = \"Prøve\"\n\n"))
        .collect();
    plan.write("versions/vedtatt/lineage.toml", lineage);
    plan.build().succeeds();
    plan.site()
}

/// A word in the place of each harm.
fn plain(at: usize) -> String {
    format!("uskyld{at}")
}

/// The elements of a page, each with its attributes' names; and what it says where an address or a class could do harm.
fn shape(html: &str) -> Vec<String> {
    let of_tag = |tag: &crate::markup::Tag| {
        let attributes = tag.attributes.iter().map(|(name, value)| match name.as_str() {
            "class" | "type" | "rel" | "http-equiv" => format!(" {name}={value}"),
            "href" | "src" => {
                format!(" {name}={}", value.split_once(':').map_or("", |(way, _)| way))
            }
            _ => format!(" {name}"),
        });
        format!("<{}{}>", tag.name, attributes.collect::<String>())
    };
    tags(html).iter().map(of_tag).collect()
}

/// The cells of a file of separated values.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            other => row.last_mut().unwrap().push(other),
        }
    }
    rows.retain(|row| row.len() > 1);
    rows
}

fn fields(value: &Value) -> Value {
    match value {
        Value::Object(own) => own.iter().map(|(key, value)| (key.clone(), fields(value))).collect(),
        Value::Array(own) => own.iter().map(fields).collect(),
        Value::String(_) => json!("…"),
        other => other.clone(),
    }
}

#[test]
fn words_stay_words_wherever_they_are_published() {
    let evil = published(&|at| HARM[at].to_string());
    let good = published(&plain);
    let names = |site: &Files| site.0.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&evil), names(&good));
    let mut looked = 0;
    for (path, html) in evil.pages().chain([("h", evil.text("horinger/varen/case.doc"))]) {
        let other = if path == "h" { "horinger/varen/case.doc" } else { path };
        let (shape, like) = (shape(html), shape(good.text(other)));
        let differs = shape.iter().zip(&like).position(|(one, other)| one != other);
        assert!(differs.is_none(), "{other}: {:?}", differs.map(|at| (&shape[at], &like[at])));
        assert_eq!(shape.len(), like.len(), "{other}");
        assert!(!html.contains("4200"), "{other}: a text was run as a template");
        looked += usize::from(html.contains("&lt;script&gt;alert(1)"));
    }
    assert!(looked >= 6, "only {looked} pages show what was written");
    assert_tables(&evil, &good);
    assert_data(&evil, &good);
}

/// That no cell of the tables is a formula, and that words are not lost.
fn assert_tables(evil: &Files, good: &Files) {
    let (csv, like) = (
        cells(evil.text("horinger/varen/submissions.csv")),
        cells(good.text("horinger/varen/submissions.csv")),
    );
    assert_eq!(csv.len(), 1 + HARM.len() * 2 * 3);
    assert_eq!(
        csv.iter().map(Vec::len).collect::<Vec<_>>(),
        like.iter().map(Vec::len).collect::<Vec<_>>()
    );
    for cell in csv.iter().flatten() {
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']),
            "{cell}"
        );
    }

    let book = evil.0["horinger/varen/submissions.xlsx"].clone();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
    let sheet = book.sheet_names()[0].clone();
    assert!(book.worksheet_formula(&sheet).unwrap().is_empty());
    let range = book.worksheet_range(&sheet).unwrap();
    assert!(range.cells().all(|(_, _, cell)| matches!(cell, Data::String(_) | Data::Empty)));
    for harm in ["=1+1", "@SUM(1+1)", "<script>alert(1)</script>"] {
        assert!(
            range.cells().any(|(_, _, cell)| *cell == Data::String(harm.to_string())),
            "{harm}"
        );
    }
}

/// That data has the fields that it has for plain words, and feeds the elements.
fn assert_data(evil: &Files, good: &Files) {
    let all_json = evil.0.keys().filter(|path| path.ends_with(".json"));
    for path in all_json {
        let (text, other) = (evil.text(path), good.text(path));
        assert!(!text.to_lowercase().contains("</script"), "{path}");
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        if path.starts_with("horinger/") {
            assert_eq!(fields(&read(text)), fields(&read(other)), "{path}");
        }
    }
    for (path, bytes) in evil.0.iter().filter(|(path, _)| path.ends_with(".xml")) {
        let text = std::str::from_utf8(bytes).unwrap();
        let read = |text: &str| {
            let document = roxmltree::Document::parse(text).unwrap();
            let elements = document.descendants().filter(roxmltree::Node::is_element);
            elements.map(|one| one.tag_name().name().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(read(text), read(good.text(path)), "{path}");
    }
}
