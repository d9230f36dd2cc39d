//! Small cubes, each with one oddity of the agencies; and `random`, ones whose every cell is read back.

mod random;

use super::*;
use crate::series::{Choice, Reading, Series, Wants};
use crate::text::{FileId, SourceFile, Span};
use std::fmt::Write;

const PLAN: FileId = FileId(0);
const DATA: FileId = FileId(1);

fn at(start: usize) -> Span {
    Span::new(PLAN, start..start + 1)
}

fn wants(select: &[(&str, &[&str])]) -> Wants {
    let choice = |(place, (dimension, codes)): (usize, &(&str, &[&str]))| Choice {
        dimension: ((*dimension).to_string(), at(place * 10)),
        codes: codes
            .iter()
            .zip(1..)
            .map(|(code, nth)| ((*code).to_string(), at(place * 10 + nth)))
            .collect(),
    };
    Wants { select: select.iter().enumerate().map(choice).collect(), ..Wants::default() }
}

fn read_with(text: &str, wants: &Wants) -> (SeriesSet, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let source = SourceFile::of_text("tall.json", text);
    let request = Request { file: DATA, source: &source, wants, used_at: at(99) };
    let set = read_jsonstat(&request, &mut diagnostics);
    let told = diagnostics.all().iter().map(|one| {
        let span = one.span.unwrap();
        let place = match span.file {
            DATA => text.get(span.range()).unwrap().to_string(),
            _ => format!("plan {}", span.start),
        };
        let help = one.help.as_ref().map_or("", |help| help.nb.as_str());
        format!("{place}: {} = {help}", one.message.nb)
    });
    (set, told.collect())
}

fn read(text: &str, select: &[(&str, &[&str])]) -> (SeriesSet, Vec<String>) {
    read_with(text, &wants(select))
}

/// "Vik: 2020=1 2021=2* | 2021 A → B", with `:` for suppressed and `?` for missing.
fn shown(set: &SeriesSet) -> Vec<String> {
    let one = |series: &Series| {
        let mut text = format!("{}:", series.name);
        for seen in &series.observations {
            let value = match seen.value {
                Reading::Number(number) => number.to_string(),
                Reading::Suppressed => ":".into(),
                Reading::Missing => "?".into(),
            };
            let star = if seen.preliminary { "*" } else { "" };
            let _ = write!(text, " {}={value}{star}", seen.time.unwrap().iso());
        }
        for told in &series.breaks {
            let _ = write!(text, " | {} {}", told.from.iso(), told.why);
        }
        text
    };
    set.series.iter().map(one).collect()
}

#[track_caller]
fn reads(text: &str, select: &[(&str, &[&str])], expected: &[&str]) -> SeriesSet {
    let (set, told) = read(text, select);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(shown(&set), expected);
    set
}

/// A cube of municipalities and years; `rest` goes into the dataset.
fn places(regions: &[(&str, &str)], years: &[&str], rest: &str) -> String {
    let index = |codes: Vec<&str>| {
        codes
            .iter()
            .zip(0..)
            .map(|(code, at)| format!("\"{code}\":{at}"))
            .collect::<Vec<_>>()
            .join(",")
    };
    let labels: Vec<String> =
        regions.iter().map(|(code, label)| format!("\"{code}\":\"{label}\"")).collect();
    format!(
        r#"{{"class":"dataset","version":"2.0","label":"Elever","id":["Region","Tid"],"size":[{},{}],
"role":{{"time":["Tid"],"geo":["Region"],"metric":null}},
"dimension":{{"Region":{{"label":"region","category":{{"index":{{{}}},"label":{{{}}}}}}},
"Tid":{{"label":"år","category":{{"index":{{{}}}}}}}}},{rest}}}"#,
        regions.len(),
        years.len(),
        index(regions.iter().map(|(code, _)| *code).collect()),
        labels.join(","),
        index(years.to_vec())
    )
}

const TWO: &[(&str, &str)] = &[("3101", "Vik"), ("0", "Landet")];

#[test]
fn dense_and_sparse_and_status_in_each_form() {
    for rest in [
        r#""value":[1,null,3.50,null],"status":{"1":":"}"#,
        r#""value":{"0":1,"2":3.50},"status":{"1":":"}"#,
        r#""value":[1,null,3.50,null],"status":["",":",null]"#,
        r#""value":{"0":1,"2":3.50,"1":null},"status":["",":"]"#,
    ] {
        let text = places(TWO, &["2020", "2021"], rest);
        reads(
            &text,
            &[("Region", &["3101", "0"])],
            &["Vik: 2020=1 2021=:", "Landet: 2020=3.50 2021=?"],
        );
    }
    let text = places(TWO, &["2020", "2021"], r#""value":[1,2,3,null],"status":"p""#);
    reads(&text, &[("Region", &["0"])], &["Landet: 2020=3* 2021=?"]);
}

#[test]
fn marks_beside_values() {
    let years: Vec<String> = (2010..2021).map(|year| year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let text = places(
        &[("3101", "Vik")],
        &years,
        r#""value":[null,null,null,null,null,null,null,0,7,8,"9,5*"],
           "status":[".","..",":","...","-","*","c","-","*",":",""]"#,
    );
    reads(
        &text,
        &[],
        &["Vik: 2010=: 2011=? 2012=: 2013=? 2014=: 2015=: 2016=: 2017=0 2018=7* 2019=: 2020=9.5*"],
    );
}

#[test]
fn codes_as_object_as_list_and_not_at_all() {
    let text = r#"{"id":["A","T"],"size":[1,3],"role":null,"dimension":{
        "A":{"category":{"label":{"x":"Eks"}}},
        "T":{"label":null,"category":{"index":["2022","2020","2021"],"label":null}}},
        "value":[3,1,2]}"#;
    reads(text, &[], &["Eks: 2020=1 2021=2 2022=3"]);
    let text = r#"{"dataset":{"dimension":{"id":["T"],"size":[2],"role":{"time":["T"]},
        "T":{"category":{"index":{"2021":1,"2020":0}}}},"label":"Gammel form","value":[1,2]}}"#;
    reads(text, &[], &["Gammel form: 2020=1 2021=2"]);
}

#[test]
fn odd_times() {
    let text =
        places(&[("1", "Vik")], &["2019/2020", "2020-2021", "2021-22"], r#""value":[1,2,3]"#);
    reads(&text, &[], &["Vik: 2019/2020=1 2020/2021=2 2021/2022=3"]);
    let text = places(&[("1", "Vik")], &["2020K1", "2020K2"], r#""value":[1,2]"#);
    reads(&text, &[], &["Vik: 2020-Q1=1 2020-Q2=2"]);
    let text = places(&[("1", "Vik")], &["2020M05", "1991", "2026*"], r#""value":[1,2,3]"#);
    reads(&text, &[], &["Vik: 1991=2 2020-05=1 2026=3*"]);
}

#[test]
fn codes_that_take_over_from_each_other_are_one_series() {
    let regions = &[
        ("0532", "Vik (-2019)"),
        ("3053", "Vik (2020-2023)"),
        ("3236", "Vik (2024-)"),
        ("0", "Landet"),
    ];
    let text = places(
        regions,
        &["2018", "2019", "2020", "2023", "2024"],
        r#""value":[1,2,null,null,null, null,null,3,null,null, null,null,null,null,5, 9,9,9,9,9],
           "status":{"2":".","3":".","4":".","5":".","6":".","8":":","9":".","10":".","11":"..","12":"..","13":".."}"#,
    );
    let one = "Vik: 2018=1 2019=2 2020=3 2023=: 2024=5 \
               | 2020 Vik (-2019) → Vik (2020-2023) | 2024 Vik (2020-2023) → Vik (2024-)";
    let land = "Landet: 2018=9 2019=9 2020=9 2023=9 2024=9";
    reads(&text, &[("Region", &["0532", "3053", "3236"])], &[one]);
    reads(&text, &[("Region", &["3236", "0532", "3053", "0"])], &[one, land]);
    // By the label that they share, whatever its case.
    reads(&text, &[("region", &["vik", "LANDET"])], &[one, land]);
    let years = wants(&[("Region", &["0532", "3053"]), ("Tid", &["2019", "2020"])]);
    let (set, told) = read_with(&text, &Wants { name: Some(("Oss".into(), at(5))), ..years });
    assert_eq!(
        (shown(&set), told),
        (vec!["Oss: 2019=2 2020=3 | 2020 Vik (-2019) → Vik (2020-2023)".into()], vec![])
    );
}

#[test]
fn remarks_that_must_follow_do_and_lose_their_markup() {
    let rest = r#""value":[1,2,3,4],"note":["<p>Tallene er <b>runde</b>.</p>","Fritt"],
        "extension":{"px":{"decimals":1},"noteMandatory":{"0":true}}"#;
    let text = places(TWO, &["2020", "2021"], rest)
        .replace(r#""label":{"3101""#, r#""note":{"0":["Hele landet"],"3101":["Uten <i>Øya</i>"]},"label":{"3101""#)
        .replace(r#"{"label":"region","#, r#"{"label":"region","note":["Om region"],"extension":{"noteMandatory":{"0":true},"categoryNoteMandatory":{"3101":{"0":true},"0":{"0":true}}},"#)
        .replace(r#""category":{"index":{"2020""#, r#""category":{"note":{"2021":"Ureviderte tall"},"index":{"2020""#);
    let set = reads(&text, &[("Region", &["3101"])], &["Vik: 2020=1 2021=2*"]);
    let notes: Vec<&str> = set.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["Tallene er runde.", "Om region", "Vik: Uten Øya", "2021: Ureviderte tall"]);
    assert_eq!(set.decimals, Some(1));
}

#[test]
fn a_wrong_choice_is_told_with_what_there_is() {
    let text = places(TWO, &["2020", "2021"], r#""value":[1,2,3,4]"#);
    insta::assert_snapshot!(
        [
            read(&text, &[]).1,
            read(&text, &[("Regjon", &["0"])]).1,
            read(&text, &[("Region", &["3110"])]).1,
            read(&text, &[("Region", &["0"]), ("Tid", &["2030"])]).1,
            read_with(
                &text,
                &Wants { time: Some(("Region".into(), at(7))), ..wants(&[("Tid", &["2020"])]) }
            )
            .1,
            read_with(
                &text,
                &Wants {
                    name: Some(("Begge".into(), at(7))),
                    ..wants(&[("Region", &["0", "3101"])])
                }
            )
            .1,
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn what_is_wrong_in_a_file_is_told_where_it_stands() {
    let good = places(TWO, &["2020", "2021"], r#""value":[1,2,3,4]"#);
    let swapped = |from: &str, to: &str| good.replace(from, to);
    let files = [
        String::new(),
        "[1,2]".to_string(),
        "{\"a\":1}".to_string(),
        good[..good.len() - 4].to_string(),
        swapped("\"value\":[", "\"value\":[,"),
        swapped("[1,2,3,4]", "[1,2,3]"),
        swapped("[1,2,3,4]", "7"),
        swapped("[1,2,3,4]", "[1,true,3,4]"),
        swapped("[1,2,3,4]", "{\"4\":1}"),
        swapped("[1,2,3,4]", "{\"-1\":1}"),
        swapped("[2,2]", "[2]"),
        swapped("[2,2]", "[2,1000000000]"),
        swapped("[2,2]", "[-2,2]"),
        swapped("\"0\":1", "\"0\":0"),
        swapped("\"0\":1", "\"0\":1000000000"),
        swapped("\"Tid\":{\"label\"", "\"Tod\":{\"label\""),
        swapped("\"category\":{\"index\":{\"2020\"", "\"kategori\":{\"index\":{\"2020\""),
        swapped("\"2021\":1", "\"I fjor\":1"),
        swapped("\"2021\":1", "\"2020*\":1"),
    ];
    let told = files.iter().map(|text| {
        let (set, told) = read(text, &[("Region", &["3101"])]);
        assert!(!told.is_empty(), "{text}");
        assert!(set.series.len() < 2);
        told.join("\n").replace(" = Hent filen på nytt som JSON-stat 2.0 fra statistikkbanken; den skal ikke endres for hånd.", "")
    });
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_long_piece_is_marked_up_to_a_whole_letter() {
    // The fortieth byte is the second of an ø.
    let text = format!("{{\"{}ø\": 1}}", "a".repeat(37));
    assert_eq!(text.as_bytes()[40], "ø".as_bytes()[1]);
    assert!(read(&text, &[]).1[0].starts_with(&text[..41]));
}

#[test]
fn what_a_file_claims_costs_nothing() {
    // A billion cells in one dimension, and more than any machine can count in eight.
    let dimensions: Vec<String> = (0..8).map(|nth| format!("\"D{nth}\"")).collect();
    let codes: Vec<String> = (0..1000).map(|code| format!("\"c{code}\"")).collect();
    let each = dimensions
        .iter()
        .map(|id| format!("{id}:{{\"category\":{{\"index\":[{}]}}}}", codes.join(",")));
    let text = format!(
        "{{\"id\":[{}],\"size\":[{}],\"dimension\":{{{}}},\"value\":{{\"1\":2}}}}",
        dimensions.join(","),
        ["1000"; 8].join(","),
        each.collect::<Vec<_>>().join(",")
    );
    assert!(read(&text, &[]).1[0].contains("flere celler enn noen fil kan ha"));
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(read(&deep, &[]).1[0].contains("JSON"));
}
