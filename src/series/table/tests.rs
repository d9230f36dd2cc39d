//! Small files with the cells that should be told marked `⟦so⟧`.

use super::*;
use crate::text::{Language, Number};
use crate::words::InWords;
use proptest::prelude::*;
use std::ops::Range;

/// A file without its marks, and the marked bytes.
fn marked(annotated: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    for letter in annotated.chars() {
        match letter {
            '⟦' => marks.push(text.len()..text.len()),
            '⟧' => marks.last_mut().unwrap().end = text.len(),
            other => text.push(other),
        }
    }
    (text, marks)
}

const DATA: FileId = FileId(1);
const PLAN: FileId = FileId(0);

fn read(text: &str, columns: &[&str]) -> (SeriesSet, Diagnostics) {
    let columns: Vec<(String, Span)> = columns
        .iter()
        .enumerate()
        .map(|(place, name)| ((*name).to_string(), Span::new(PLAN, place..place + 1)))
        .collect();
    let used_at = Span::new(PLAN, 9..10);
    let request = CsvRequest { file: DATA, text, columns: &columns, used_at };
    let mut diagnostics = Diagnostics::default();
    let set = read_csv(&request, &mut diagnostics);
    diagnostics.sort();
    (set, diagnostics)
}

/// Reads, checks that just the marked cells are told, and gives what was said.
#[track_caller]
fn told(annotated: &str) -> Vec<String> {
    let (text, marks) = marked(annotated);
    let (_, diagnostics) = read(&text, &[]);
    let spans: Vec<Span> = diagnostics.all().iter().filter_map(|told| told.span).collect();
    let expected: Vec<Span> = marks.into_iter().map(|mark| Span::new(DATA, mark)).collect();
    assert_eq!(spans, expected, "{diagnostics:#?}");
    diagnostics.all().iter().map(|told| told.message.nb.clone()).collect()
}

/// Series as "name: time=value …", with `:` for suppressed and `?` for missing.
fn shown(set: &SeriesSet) -> Vec<String> {
    let one = |series: &Series| {
        let observations = series.observations.iter().map(|observation| {
            let time = observation.time.map_or("—".into(), |time| time.format(Language::Nb));
            match observation.value {
                Reading::Number(number) => format!(" {time}={number}"),
                Reading::Suppressed => format!(" {time}=:"),
                Reading::Missing => format!(" {time}=?"),
            }
        });
        format!("{}:{}", series.name, observations.collect::<String>())
    };
    set.series.iter().map(one).collect()
}

#[track_caller]
fn reads(text: &str, columns: &[&str], expected: &[&str]) {
    let (set, diagnostics) = read(text, columns);
    assert!(diagnostics.all().is_empty(), "{diagnostics:#?}");
    assert_eq!(shown(&set), expected);
}

#[test]
fn a_file_from_excel() {
    reads(
        "År;Jevnøy;\"Landet; alle\"\r\n2020;72,86 %;14\u{a0}500\r\n2019;..;:\r\n;41,85;-\r\n;;\r\n\r\n",
        &[],
        &["Jevnøy: 2019=? 2020=72.86 —=41.85", "Landet; alle: 2019=: 2020=14500 —=:"],
    );
}

#[test]
fn commas_tabs_and_a_told_separator() {
    for text in ["Year,A\n2020,1.5\n", "År\tA\n2020\t1,5\n", "sep=,\nÅr,A\n2020,\"1,5\"\n"] {
        reads(text, &[], &["A: 2020=1.5"]);
    }
}

#[test]
fn any_time_that_plans_write() {
    reads(
        "Når;A\n2026-06-18;4\n2025/26;2\n2026-06;3\n2024;1\n",
        &[],
        &["A: 2024=1 2025/2026=2 juni 2026=3 18.\u{a0}juni 2026=4"],
    );
}

#[test]
fn short_rows_and_empty_columns() {
    reads("År;A;B;;\n2020;1\n2021;2;3;;;;\n", &[], &["A: 2020=1 2021=2", "B: 2020=? 2021=3"]);
}

#[test]
fn columns_are_picked_in_the_order_asked_and_others_are_not_read() {
    reads(
        "År;Kommune;A;\"Lang\n  tittel\";A2;A2\n2020;Våler;1;2;x;y\n2021;;;3\n",
        &["lang tittel", "A"],
        &["Lang tittel: 2020=2 2021=3", "A: 2020=1 2021=?"],
    );
}

#[test]
fn words_among_numbers_are_told_at_their_cell() {
    assert_eq!(
        told("År;Åse;B\n2019;⟦ca. 3⟧;4\n2020; ⟦\"to; \"\"tre\"\"\"⟧ ;5\n2021;7;⟦1.234,5⟧\n"),
        ["«ca. 3» er ikke et tall", "«to; \"tre\"» er ikke et tall", "«1.234,5» er ikke et tall",]
    );
}

#[test]
fn the_rest_of_a_file_with_mistakes_is_kept() {
    let (set, _) = read("År;A;B\n2019;ca. 3;4\ni fjor;5;6\n2019;7;8\n2020;9;1\n", &[]);
    assert_eq!(shown(&set), ["A: 2020=9", "B: 2019=4 2020=1"]);
}

#[test]
fn a_star_at_a_year_or_a_figure_says_that_it_is_preliminary() {
    let (set, diagnostics) = read("År;A;B\n2023/24;1;2*\n2025*;3;:\n2026K1;..;5\n", &[]);
    assert!(diagnostics.all().is_empty(), "{diagnostics:#?}");
    assert_eq!(
        shown(&set),
        ["A: 2023/2024=1 2025=3 1. kvartal 2026=?", "B: 2023/2024=2 2025=: 1. kvartal 2026=5"]
    );
    let stars = set
        .series
        .iter()
        .map(|one| one.observations.iter().map(|seen| seen.preliminary).collect::<Vec<_>>());
    assert_eq!(stars.collect::<Vec<_>>(), [[false, true, false], [true, false, false]]);
}

#[test]
fn times_that_are_none_and_times_told_twice() {
    assert_eq!(
        told("År;A\n2019;1\n⟦2019?⟧;2\n⟦2022-13-45⟧;3\n⟦\"2019\"⟧;4\n"),
        ["«2019?» er ikke et år", "«2022-13-45» er ikke et år", "«2019» står to ganger"]
    );
    let (_, diagnostics) = read("År;A\n2019;1\n2019;2\n2019;3\n", &[]);
    let labels: Vec<usize> =
        diagnostics.all().iter().map(|told| told.labels[0].0.range().start).collect();
    assert_eq!(labels, ["År;A\n".len(); 2], "both are told beside the very first");
}

#[test]
fn a_column_of_words_is_told_once() {
    assert_eq!(
        told("År;Merknad;A\n2019;⟦god⟧;1\n2020;bedre;2\n2021;best;3\n"),
        ["Kolonnen «Merknad» har ord der det skulle stått tall, i 3 rader"]
    );
    assert_eq!(
        told("Kommune;2019\n⟦Våler⟧;1\nJevnøy;2\nVik;3\n"),
        ["Ingen av de 3 cellene i første kolonne er et år"]
    );
}

#[test]
fn rows_and_headers_that_do_not_fit() {
    assert_eq!(
        told("År;A\n2019;1;⟦2⟧;3\n2020;1;;\n"),
        ["Raden har flere celler enn overskriftsraden: «2» har ingen kolonne"]
    );
    assert_eq!(told("År;A;;\n2019;1;;⟦x⟧\n2020;1;;y\n"), ["«x» står i en kolonne uten navn"]);
    assert_eq!(told("År;Åse;B;⟦åse⟧\n2019;1;2;3\n"), ["To kolonner heter «åse»"]);
    assert_eq!(told("⟦År⟧\n2019\n").len(), 1);
    assert_eq!(
        told("\n⟦2019⟧;1\n2020;2\n"),
        ["Filen har ingen overskriftsrad: den begynner rett på «2019»"]
    );
    assert_eq!(told("⟦År;A⟧\n;;;\n"), ["Filen har overskrifter, men ingen tall"]);
    assert_eq!(told("⟦⟧ \n\n"), ["Filen er tom"]);
    assert_eq!(
        told("År;A\n2019;1\n2020;⟦\"⟧2\n2021;3\n"),
        ["Anførselstegnet blir aldri avsluttet, så resten av filen er ikke lest"]
    );
    assert_eq!(told("⟦\"⟧År;A\n").len(), 1);
}

#[test]
fn a_column_that_is_not_there_names_the_nearest_and_all() {
    let (set, diagnostics) =
        read("År;Landet;Viken;landet\n2019;1;2;3\n", &["Vikan", "Landet", "landet"]);
    let all = diagnostics.all();
    assert_eq!(all[0].message.nb, "Filen har ingen kolonne som heter «Vikan»");
    assert_eq!(all[0].span, Some(Span::new(PLAN, 0..1)));
    let help = all[0].help.clone().unwrap().nb;
    assert_eq!(help, "Mente du «Viken»? Kolonnene er «Landet», «Viken», «landet»");
    assert_eq!(all[1].message.nb, "Kolonnen «landet» er valgt to ganger");
    assert_eq!(all[2].message.nb, "To kolonner heter «landet»");
    assert_eq!(all.len(), 3);
    assert_eq!(shown(&set), ["Landet: 2019=1"]);
}

/// A number of up to nine digits, and how Excel writes it.
fn numbers() -> impl Strategy<Value = (Reading, String)> {
    let written = (0_i64..1_000_000_000, 0_u32..5, any::<bool>(), any::<bool>());
    written.prop_map(|(digits, decimals, is_negative, is_grouped)| {
        let (whole, fraction) = (digits / 10_i64.pow(decimals), digits % 10_i64.pow(decimals));
        let sign = if is_negative { "-" } else { "" };
        let decimals = decimals as usize;
        let tail = if decimals == 0 { String::new() } else { format!(",{fraction:0decimals$}") };
        let whole = if is_grouped { grouped(whole) } else { whole.to_string() };
        let plain = format!("{sign}{whole}{tail}").replace('\u{a0}', "");
        (Reading::Number(Number::parse(&plain).unwrap()), format!("{sign}{whole}{tail}"))
    })
}

fn grouped(whole: i64) -> String {
    let mut digits = whole.to_string();
    let mut place = digits.len();
    while place > 3 {
        place -= 3;
        digits.insert(place, '\u{a0}');
    }
    digits
}

fn values() -> impl Strategy<Value = (Reading, String)> {
    prop_oneof![
        4 => numbers(),
        1 => Just((Reading::Missing, String::new())),
        1 => Just((Reading::Suppressed, ":".to_string())),
        1 => numbers().prop_map(|(value, written)| (value, format!("{written} %"))),
    ]
}

/// Quotes a cell where Excel would.
fn cell(text: &str) -> String {
    if text.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_string()
    }
}

proptest! {
    #[test]
    fn what_excel_wrote_is_read(
        names in prop::collection::btree_set("[a-zæøå;\"]{1,6}", 1..4),
        years in prop::collection::btree_set(1900_i16..2100, 1..6),
        cells in prop::collection::vec(values(), 24),
        tells_separator in any::<bool>(),
    ) {
        let mut text = String::from(if tells_separator { "sep=;\r\nÅr" } else { "År" });
        for name in &names {
            text += &format!(";{}", cell(name));
        }
        for (row, year) in years.iter().enumerate() {
            text += &format!("\r\n{year}");
            for column in 0..names.len() {
                text += &format!(";{}", cell(&cells[row * names.len() + column].1));
            }
        }
        let (set, diagnostics) = read(&text, &[]);
        prop_assert!(diagnostics.all().is_empty(), "{text}\n{diagnostics:#?}");
        for (column, (name, series)) in names.iter().zip(&set.series).enumerate() {
            prop_assert_eq!(name, &series.name);
            for (row, (year, found)) in years.iter().zip(&series.observations).enumerate() {
                let (value, written) = &cells[row * names.len() + column];
                prop_assert_eq!(found.time, Some(When::Year(*year)));
                prop_assert_eq!(found.value, *value);
                prop_assert_eq!(&text[found.span.range()], written);
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), pick in any::<String>()) {
        read(&text, &[]);
        read(&text, &[&pick, "A"]);
    }

    #[test]
    fn no_text_like_a_table_makes_it_panic(
        text in "(sep=)?([ÅåA\"; ,\t\r\n2019./:%*\u{a0}-]|2020|;A){0,60}",
    ) {
        let (set, diagnostics) = read(&text, &[]);
        let spans = set.series.iter().flat_map(|series| &series.observations).map(|one| one.span);
        for span in spans.chain(diagnostics.all().iter().filter_map(|told| told.span)) {
            prop_assert!(span.file == PLAN || text.get(span.range()).is_some(), "{span:?} {text:?}");
        }
    }
}
