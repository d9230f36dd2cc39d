//! Charts of made-up figures: what each picture looks like, that words keep apart, and odd data.

use super::*;
use crate::model::Aim;
use crate::model::{Observation, Series};
use crate::series::{Break, parse_value};
use crate::text::{FileId, Number, Span, When};
use proptest::prelude::*;

/// Series written as `NAME TIME=VALUE …`, one a line: `2020=4,5`, `?=4` without a time, `2021=:` held back,
/// `2024=5p` preliminary, `!2022=3` first after a break.
pub(super) fn series_set(rows: &str) -> SeriesSet {
    let series = rows.lines().map(|row| {
        let mut words = row.split(' ');
        let mut series = Series {
            name: words.next().unwrap_or("").replace('_', " "),
            observations: Vec::new(),
            breaks: Vec::new(),
        };
        for word in words {
            let (time, value) = word.split_once('=').unwrap();
            let broken = time.starts_with('!');
            let time = When::parse(time.trim_start_matches('!')).ok();
            if let (true, Some(from)) = (broken, time) {
                series.breaks.push(Break { from, why: String::new() });
            }
            series.observations.push(Observation {
                time,
                value: parse_value(value.trim_end_matches('p')).unwrap(),
                preliminary: value.ends_with('p'),
                span: Span::new(FileId(0), 0..0),
            });
        }
        series
    });
    SeriesSet { series: series.collect(), ..SeriesSet::default() }
}

/// A chart of such series, in percent.
pub(super) fn chart(series: &SeriesSet) -> Chart<'_> {
    static WORDS: std::sync::LazyLock<Words> = std::sync::LazyLock::new(|| Words::of(Language::Nb));
    let (language, words) = (Language::Nb, &*WORDS);
    Chart { series, unit: "%", decimals: Some(1), target: None, language, words }
}

fn aim(value: &str) -> Option<Aim> {
    Some(Aim { value: Number::parse(value).unwrap(), year: Some(When::Year(2029)), base: None })
}

/// A chart as it is written, an element a line.
fn shown(chart: &Chart<'_>, frame: Frame) -> String {
    let name =
        Name { title: "Trivsel <b>", description: "Vår gikk opp.", id: Some("chart-trivsel") };
    draw(chart, frame, &name).unwrap().replace("><", ">\n<")
}

const LINES: &str = "Vår 2019=70,1 2020=68,4 2021=: 2022=71,2 !2023=74,5 2024=75 2025=76,3p\nLandet 2019=72 2020=72,1 2021=72,8 2022=73 2023=73,9 2024=74 2025=74,6\nKOSTRA-gruppe_7 2019=71 2021=71,8 2023=72 2025=76,1";

#[test]
fn a_line() {
    let set = series_set(LINES);
    let chart = Chart { target: aim("80"), ..chart(&set) };
    assert_eq!(kind(&chart), Some(Picture::Line));
    insta::assert_snapshot!("line-wide", shown(&chart, Frame::Wide));
    insta::assert_snapshot!("line-narrow", shown(&chart, Frame::Narrow));
}

#[test]
fn bars() {
    let set = series_set("Vår 2019=19 2022=24 2025=22p\nLandet 2019=20 2022=22 2025=20");
    let chart = Chart { target: aim("16"), decimals: Some(0), ..chart(&set) };
    assert_eq!(kind(&chart), Some(Picture::Bars));
    insta::assert_snapshot!("bars", shown(&chart, Frame::Wide));
}

#[test]
fn a_share() {
    let set = series_set("Vår 2025=94,4\nLandet 2025=94,1 2024=93\nFylket 2024=90");
    let chart = Chart { target: aim("97"), ..chart(&series_set("Vår 2025=94,4")) }.target;
    let one = series_set("Vår 2025=94,4\nLandet 2025=94,1\nFylket 2024=90");
    let share = Chart { target: chart, ..self::chart(&one) };
    assert_eq!(kind(&share), Some(Picture::Share));
    assert_eq!(kind(&self::chart(&set)), Some(Picture::Line));
    insta::assert_snapshot!("share", shown(&share, Frame::Narrow));
}

#[test]
fn a_single_figure() {
    let beside = series_set("Vår ?=12\nLandet ?=14");
    let weeks = Chart { unit: "uker", decimals: Some(0), ..chart(&beside) };
    assert_eq!(kind(&weeks), Some(Picture::Single));
    insta::assert_snapshot!("single-beside", shown(&weeks, Frame::Narrow));
    let alone = series_set("Vår 2025=18400");
    let alone = Chart { unit: "utlån", decimals: Some(0), ..chart(&alone) };
    insta::assert_snapshot!("single-alone", shown(&alone, Frame::Narrow));
}

#[test]
fn a_spark() {
    let name = Name { title: "", description: "Vår gikk \"opp\".", id: None };
    let of = |rows: &str| spark(&chart(&series_set(rows)), &name);
    let both = [of(LINES), of("Vår 2019=19 2022=24 2025=22p")].map(Option::unwrap);
    insta::assert_snapshot!("spark", both.join("\n").replace("><", ">\n<"));
    assert_eq!(of("Vår 2025=1"), None);
    assert_eq!(of("Vår 2024=: 2025=:\nLandet 2024=1 2025=2"), None);
}

#[test]
fn readers_are_told_what_marks_mean() {
    let told = |rows: &str| marks(&chart(&series_set(rows)));
    let all = told(LINES);
    assert!(all.cut && all.broken && all.preliminary);
    assert!(!all.undated && all.left_out == 0);
    assert!(!told("Vår 2019=1 2020=2 2021=3 2022=4").cut);
    // Bars begin at zero, whatever the figures.
    assert!(!told("Vår 2024=98 2025=99").cut);
    assert!(told("Vår ?=3 2024=1 2025=2").undated);
    assert!(told("Vår 2025=3p\nLandet 2025=4").preliminary);
    assert_eq!(told(&["S 2024=1 2025=2"; 9].join("\n")).left_out, 3);
}

#[test]
fn odd_figures_are_drawn_too() {
    for rows in [
        "Vår 2020=5 2021=5 2022=5 2023=5",
        "Vår 2020=0 2021=0 2022=0 2023=0",
        "Vår 2020=-5 2021=-3 2022=2 2023=-1",
        "Vår 2020=-5 2021=-3",
        "Vår 2020=0 2021=0",
        "Vår 2020=9000000000000000000 2021=1 2022=3 2023=4",
        "Vår 2020=0,000000000001 2021=0,000000000002 2022=0 2023=0",
        "Vår 2020=: 2021=1 2022=: 2023=2 2024=: 2025=3 2026=:",
        "Vår ?=3\nLandet 2020=1 2021=2",
        "Vår 2020=: 2021=:\nLandet 2020=1 2021=2",
        "Vår 1500=1 2025=2 2026=3",
        "Vår 2025=-3\nLandet 2025=4",
        "Vår ?=9000000000000000000",
        " 2020=1 2021=2 2022=3 2023=4",
        "Vår 2020-01-01=1 2020-01-02=2 2020-02=3 2020=4 2020/2021=5",
        "Vår 2020=1 2020=2",
        "Vår 2020=1 2020=2 2020=3 2020=4",
        "Vår !2020=1 !2021=2 !2022=3 !2023=4 !2024=5",
    ] {
        let set = series_set(rows);
        for unit in ["%", "", "kroner per innbygger i kommunen og litt til, målt en gang i året"]
        {
            let chart = Chart { unit, decimals: None, ..chart(&set) };
            for frame in [Frame::Wide, Frame::Narrow] {
                let (canvas, height) = drawn(&chart, frame).unwrap_or_else(|| panic!("{rows}"));
                assert_eq!(faults(&canvas, height), Vec::<String>::new(), "{rows}");
            }
        }
    }
    for rows in ["", "Vår", "Vår 2020=: 2021=..", "Vår ?=:\nLandet 2020=.."] {
        assert_eq!(kind(&chart(&series_set(rows))), None, "{rows}");
        assert_eq!(marks(&chart(&series_set(rows))), Marks::default());
    }
}

/// Words that meet or leave the chart, and numbers that are none.
fn faults(canvas: &Canvas, height: f64) -> Vec<String> {
    let boxes = &canvas.boxes;
    let outside = boxes.iter().filter(|rect| {
        let (right, bottom) = (canvas.width + 0.01, height + 0.01);
        rect.left < -0.01
            || rect.top < canvas.top - 0.01
            || rect.right > right
            || rect.bottom > bottom
    });
    let outside = outside.map(|rect| format!("outside: {rect:?} of {height}"));
    let pairs = boxes
        .iter()
        .enumerate()
        .flat_map(|(at, one)| boxes[at + 1..].iter().map(move |other| (one, other)));
    let meeting = pairs.filter(|(one, other)| {
        let across = one.left + 0.01 < other.right && other.left + 0.01 < one.right;
        across && one.top + 0.01 < other.bottom && other.top + 0.01 < one.bottom
    });
    let meeting = meeting.map(|(one, other)| format!("{one:?} meets {other:?}"));
    let broken = canvas.svg.contains("NaN") || canvas.svg.contains("inf");
    outside.chain(meeting).chain(broken.then(|| "not a number".to_string())).collect()
}

const NAMES: [&str; 10] = [
    "Eksempelvik",
    "Landet",
    "KOSTRA-gruppe_7",
    "Kommunegruppegjennomsnittet",
    "Landet_uten_Oslo,_Bergen_og_Trondheim",
    "Grunnskolelærerutdanningskandidater",
    "Fylket",
    "Å",
    "",
    "Nabokommunene_i_Nordre_Eksempelfjord-regionen",
];

/// One series of whatever length, with whatever figures.
fn row() -> impl Strategy<Value = String> {
    let figure = (-1000..100_000_i64, 0..12_u8, any::<bool>()).prop_map(
        |(value, kind, decimals)| match kind {
            0 => ":".to_string(),
            1 => "..".to_string(),
            2 => format!("{value}p"),
            _ if decimals => format!("{},{}", value / 10, (value % 10).abs()),
            _ => value.to_string(),
        },
    );
    let figures = prop::collection::vec((figure, 0..8_u8), 0..34);
    (0..NAMES.len(), 1985..2020_i32, 1..4_i32, figures, any::<bool>()).prop_map(
        |(name, first, step, figures, school)| {
            let all = figures.iter().zip(0..).map(|((figure, kind), at)| {
                let year = first + at * step;
                let mark = if *kind == 0 { "!" } else { "" };
                let end = if school { format!("/{}", year + 1) } else { String::new() };
                format!("{mark}{year}{end}={figure}")
            });
            format!("{} {}", NAMES[name], all.collect::<Vec<_>>().join(" ")).trim_end().to_string()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn words_never_meet_and_never_leave(
        rows in prop::collection::vec(row(), 1..8), target in prop::option::of(-50..5000_i64),
        unit in prop::sample::select(vec!["%", "", "poeng", "årsverk per 1 000 innbyggere i barnehagealder"]),
        scale in prop::sample::select(vec![None, Some(0), Some(1), Some(3)]),
    ) {
        let set = series_set(&rows.join("\n"));
        let target = target.map(|value| Aim { value: Number::whole(value), year: Some(When::SchoolYear(2029)), base: None });
        let chart = Chart { unit, decimals: scale, target, ..chart(&set) };
        for frame in [Frame::Wide, Frame::Narrow] {
            if let Some((canvas, height)) = drawn(&chart, frame) {
                prop_assert_eq!(faults(&canvas, height), Vec::<String>::new());
            }
        }
    }
}
