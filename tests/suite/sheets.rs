//! Workbooks made on the spot: figures and registers as people keep them in Excel, and files that mean harm.

use planverk::diagnostic::{Diagnostics, text};
use planverk::model::Reading;
use planverk::text::Language;
use planverk::words::InWords;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::path::Path;

const PLAN: &str = "title = \"Planen\"\nmunicipality = \"Vik kommune\"\nlanguage = \"nb\"\n";

/// Loads a plan of some files from disk, and gives it with what was told.
fn plan(files: &[(&str, Vec<u8>)]) -> (planverk::model::Plan, String) {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    let write = |path: &str, bytes: &[u8]| {
        let file = content.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    };
    write("plan.toml", PLAN.as_bytes());
    files.iter().for_each(|(path, bytes)| write(path, bytes));
    let mut diagnostics = Diagnostics::default();
    let sources = planverk::load::load(folder.path(), &mut diagnostics).unwrap();
    let raw = planverk::parse::parse(&sources, &mut diagnostics);
    let plan = planverk::resolve::resolve(raw, &sources, &mut diagnostics);
    diagnostics.sort();
    let style = text::Style { language: Language::Nb, colour: false };
    (plan, text::render(&diagnostics, &sources.files, style))
}

fn indicator(data: &str) -> Vec<u8> {
    format!("[[indikator]]\nid = \"x\"\ntittel = \"X\"\ndata = {data}\n").into_bytes()
}

/// "Vik: 2024=1 …" for each series of the indicator.
fn figures(plan: &planverk::model::Plan) -> Vec<String> {
    let indicator = plan.entries.iter().find_map(|entry| entry.indicator()).unwrap();
    let one = |series: &planverk::model::Series| {
        let seen = series.observations.iter().map(|one| {
            let value = match one.value {
                Reading::Number(number) => number.to_string(),
                Reading::Suppressed => ":".to_string(),
                Reading::Missing => "?".to_string(),
            };
            let star = if one.preliminary { "*" } else { "" };
            format!(" {}={value}{star}", one.time.unwrap().iso())
        });
        format!("{}:{}", series.name, seen.collect::<String>())
    };
    indicator.series.series.iter().map(one).collect()
}

/// A table away from the edge, with a title, merged headings, an empty row, percentages, numbers as text, a
/// date, a formula and a source below.
fn figures_book(wrong: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let percent = Format::new().set_num_format("0.0%");
    let year = Format::new().set_num_format("yyyy");
    let sheet = book.add_worksheet().set_name("Data").unwrap();
    sheet.write(0, 1, "Tabell 1: Trivsel").unwrap();
    sheet.merge_range(2, 2, 2, 3, "Jenter", &Format::new()).unwrap();
    sheet.merge_range(2, 4, 2, 5, "Gutter", &Format::new()).unwrap();
    for (column, name) in (1..).zip(["År", "Vik", "Landet", "Vik", "Landet"]) {
        sheet.write(3, column, name).unwrap();
    }
    sheet.write(4, 1, 2023).unwrap();
    sheet.write_with_format(4, 2, 0.7286, &percent).unwrap();
    sheet.write(4, 3, "79,8").unwrap();
    sheet.write(4, 4, ":").unwrap();
    sheet.write_formula(4, 5, Formula::new("=0.1+0.2").set_result("0.30000000000000004")).unwrap();
    sheet.write_with_format(6, 1, ExcelDateTime::from_ymd(2024, 1, 1).unwrap(), &year).unwrap();
    sheet.write_with_format(6, 2, 0.5, &percent).unwrap();
    sheet.write(6, 3, "80,1*").unwrap();
    sheet.write(6, 4, "1 234,5").unwrap();
    sheet.write(6, 5, wrong).unwrap();
    sheet.write(8, 1, "Kilde: Elevundersøkelsen").unwrap();
    book.add_worksheet().set_name("Notater").unwrap().write(0, 0, "Hei").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn figures_as_people_keep_them_in_excel() {
    let files = [
        ("a.toml", indicator("{ fil = \"tall.xlsx\", ark = \"data\" }")),
        ("data/tall.xlsx", figures_book("..")),
    ];
    let (plan, told) = plan(&files);
    assert_eq!(told, "");
    assert_eq!(
        figures(&plan),
        [
            "Jenter, Vik: 2023=72.86 2024=50",
            "Jenter, Landet: 2023=79.8 2024=80.1*",
            "Gutter, Vik: 2023=: 2024=1234.5",
            "Gutter, Landet: 2023=0.3 2024=?",
        ]
    );
}

#[test]
fn a_mistake_names_sheet_row_and_column() {
    let book = figures_book("ukjent");
    let told =
        |data: &str| plan(&[("a.toml", indicator(data)), ("data/tall.xlsx", book.clone())]).1;
    insta::assert_snapshot!(
        [
            told("{ fil = \"tall.xlsx\", ark = \"Data\" }"),
            told("{ fil = \"tall.xlsx\" }"),
            told("{ fil = \"tall.xlsx\", ark = \"Dato\" }"),
            told("{ fil = \"tall.xlsx\", ark = \"Data\", kolonner = [\"Jenter, Oslo\"] }"),
            told("{ fil = \"tall.xlsx\", ark = \"Data\", velg = { Region = \"1\" } }"),
        ]
        .concat()
    );
}

/// The same workbook with days counted from 1904, as Excel on a Mac once did.
fn counted_from_1904(book: &[u8]) -> Vec<u8> {
    let mut read = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut written = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for nth in 0..read.len() {
        let mut part = read.by_index(nth).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        if name == "xl/workbook.xml" {
            let text = String::from_utf8(bytes).unwrap();
            assert_eq!(text.matches("<workbookPr ").count(), 1);
            bytes = text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ").into_bytes();
        }
        written.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut written, &bytes).unwrap();
    }
    written.finish().unwrap().into_inner()
}

#[test]
fn days_may_be_counted_from_1904() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Tid").unwrap().write(0, 1, "Vik").unwrap();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let year = Format::new().set_num_format("yyyy");
    // 2 January 1904 is day 1, and 31 December 2023 is day 43829.
    sheet.write_with_format(1, 0, 1, &day).unwrap().write(1, 1, 1).unwrap();
    sheet.write_with_format(2, 0, 43_829, &day).unwrap().write(2, 1, 2).unwrap();
    sheet.write_with_format(3, 0, 43_830, &year).unwrap().write(3, 1, 3).unwrap();
    let book = counted_from_1904(&book.save_to_buffer().unwrap());
    let (plan, told) =
        plan(&[("a.toml", indicator("{ fil = \"tall.xlsx\" }")), ("data/tall.xlsx", book)]);
    assert_eq!(told, "");
    assert_eq!(figures(&plan), ["Vik: 1904-01-02=1 2023-12-31=2 2024=3"]);
}

#[test]
fn averages_of_several_years_have_a_time_of_their_own() {
    let cube = r#"{"id":["Tid"],"size":[2],"role":{"time":["Tid"]},
        "dimension":{"Tid":{"category":{"index":["2016_2018","2017_2019"]}}},"value":[7,8]}"#;
    let table = "År;Vik\n2016-2018;7,1\n2017–2019;7,4\n2018-2020;:\n".as_bytes();
    let series = "[[indikator]]\nid = \"x\"\ntittel = \"X\"\nmåltall = { verdi = 8, år = 2029, basisår = \"2016-2018\" }\n\
        måleserie = { Vik = { \"2016-2018\" = 7, \"2017-2019\" = 8 } }\ntekst = \"Fra [[=2016-2018]].\"\n";
    for (data, file, bytes, seen) in [
        (
            "{ fil = \"t.csv\" }",
            "data/t.csv",
            table,
            "Vik: 2016-2018=7.1 2017-2019=7.4 2018-2020=:",
        ),
        (
            "{ fil = \"t.json\", navn = \"Vik\" }",
            "data/t.json",
            cube.as_bytes(),
            "Vik: 2016-2018=7 2017-2019=8",
        ),
    ] {
        let (plan, told) = plan(&[("a.toml", indicator(data)), (file, bytes.to_vec())]);
        assert_eq!(told, "");
        assert_eq!(figures(&plan), [seen]);
    }
    let (plan, told) = plan(&[("a.toml", series.as_bytes().to_vec())]);
    assert_eq!(told, "");
    assert_eq!(figures(&plan), ["Vik: 2016-2018=7 2017-2019=8"]);
    // Backwards it is no time.
    let told = self::plan(&[
        ("a.toml", indicator("{ fil = \"t.csv\" }")),
        ("data/t.csv", b"Tid;Vik\n2016;1\n2019-2016;2\n".to_vec()),
    ])
    .1;
    assert!(told.contains("«2019-2016» er ikke et år"), "{told}");
}

/// A register of measures with a title above, and of roles beside it.
fn register(state: &str, column: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Tiltak").unwrap();
    sheet.write(0, 0, "Tiltakene våre").unwrap();
    let names = [
        "Tittel",
        "Mål",
        "Ansvarlig",
        "Periode fra",
        "Til",
        "Status",
        "Status når",
        "Status tekst",
        "Pilot",
        column,
    ];
    for (place, name) in (0..).zip(names) {
        sheet.write(2, place, name).unwrap();
    }
    let day = Format::new().set_num_format("dd.mm.yyyy");
    for (place, text) in (0..).zip([
        "Lesing hver dag",
        "lese; trives",
        "rektor",
        "2025",
        "2026-06",
        state,
        "",
        "I gang ved to skoler.",
        "nei",
        "Mer om dette.",
    ]) {
        sheet.write(3, place, text).unwrap();
    }
    sheet.write_with_format(3, 6, ExcelDateTime::from_ymd(2026, 5, 4).unwrap(), &day).unwrap();
    sheet.write(5, 0, "Uten noe").unwrap();
    sheet.write(5, 1, "-").unwrap();
    let roles = book.add_worksheet().set_name("rolle").unwrap();
    roles.write(0, 0, "id").unwrap().write(0, 1, "navn").unwrap();
    roles.write(1, 0, "rektor").unwrap().write(1, 1, "Rektor").unwrap();
    book.add_worksheet().set_name("Møtenotater").unwrap().write(0, 0, "Tittel").unwrap();
    book.save_to_buffer().unwrap()
}

const GOALS: &str = "Tekst;id\n\"Alle leser; og liker det\";lese\nAlle trives;trives\n";

#[test]
fn measures_in_excel_and_goals_in_csv() {
    let files = [
        ("tiltak/alle.xlsx", register("pågår", "Tekst")),
        ("01-mål.csv", GOALS.into()),
        ("vedlegg.csv", "Type;Antall\nBok;3\n".into()),
        ("liste.csv", "Slag;Tittel;Id\nFagområde;Skole;skole\nord;BTI;bti\n".into()),
    ];
    let (plan, told) = plan(&files);
    assert_eq!(told, "");
    let names: Vec<(&str, &str)> =
        plan.entries.iter().map(|one| (one.kind.name(), one.name.as_str())).collect();
    assert_eq!(
        names,
        [
            ("goal", "lese"),
            ("goal", "trives"),
            ("field", "skole"),
            ("term", "bti"),
            ("measure", "lesing-hver-dag"),
            ("measure", "uten-noe"),
            ("role", "rektor"),
        ]
    );
    let measure = plan.entries.iter().find_map(|one| one.measure()).unwrap();
    assert_eq!((measure.goals.len(), measure.responsible.len(), measure.statuses.len()), (2, 1, 1));
    assert_eq!(measure.statuses[0].on.unwrap().iso(), "2026-05-04");
    assert_eq!(measure.period.unwrap().format(Language::Nb), "2025 – juni 2026");
}

#[test]
fn a_mistake_in_a_register_names_its_cell() {
    let files = [
        ("alle.xlsx", register("nesten", "Tekts")),
        ("mål.csv", GOALS.replace("trives\n", "trivs\n").into()),
    ];
    insta::assert_snapshot!(plan(&files).1);
}

#[test]
fn files_that_mean_harm_are_told_and_cost_little() {
    let told = |bytes: Vec<u8>| plan(&[("data/x.xlsx", bytes)]).1;
    assert!(told(b"PK\x03\x04 nei".to_vec()).contains("ikke en arbeidsbok"));
    assert!(told(Vec::new()).contains("ikke en arbeidsbok"));
    // A hundred kilobytes that unpack to a hundred megabytes.
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..100 {
        std::io::Write::write_all(&mut zip, &vec![b' '; 1 << 20]).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    assert!(told(bomb).contains("større enn noen fyller ut"));
    // Few cells, far apart: a dense table would be billions.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..200 {
        sheet.write(row * 5000, 16_000, 1).unwrap();
    }
    assert!(told(book.save_to_buffer().unwrap()).contains("større enn noen fyller ut"));
}

#[test]
fn what_is_in_a_file_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let show = |name: &str, bytes: &[u8], arguments: &[&str]| {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_planverk"))
            .args(["data", "show"])
            .args(arguments)
            .arg(name)
            .current_dir(folder.path())
            .output()
            .unwrap();
        format!(
            "{}{}{}",
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
            output.status.code().unwrap()
        )
    };
    let index: Vec<String> = (0..14).map(|nth| format!("\"K{nth}\"")).collect();
    let cube = format!(
        r#"{{"label":"Elever","source":"Byrået","updated":"2026-01-02","id":["Region","Kjønn","Tid"],"size":[14,2,2],
        "role":{{"time":["Tid"]}},"note":["<b>Om</b> tallene"],"dimension":{{"Region":{{"label":"region","category":{{"index":[{}]}}}},
        "Kjønn":{{"label":"kjønn","category":{{"index":["1","2"],"label":{{"1":"Jenter","2":"Gutter"}}}},"extension":{{"eliminationValueCode":"2"}}}},
        "Tid":{{"label":"år","category":{{"index":["2024","2025"]}}}}}},"value":{{}}}}"#,
        index.join(",")
    );
    let told = [
        show("tall.json", cube.as_bytes(), &[]),
        show("tall.json", cube.as_bytes(), &["--all", "--lang", "en"]),
        show("tall.xlsx", &figures_book("1"), &[]),
        show("tall.csv", "År;Vik;Landet\n2024;1;2\n2025;3;4\n".as_bytes(), &[]),
        show("{ fil = x, velg = {.csv", "År;Vik, ark =\n2024;1\n".as_bytes(), &["--lang", "en"]),
        show("feil.json", b"{", &[]),
        show("feil.xlsx", b"nei", &["--lang", "en"]),
    ];
    insta::assert_snapshot!(told.join("\n----\n"));
    assert!(!Path::new("ingen.json").exists());
    let missing = std::process::Command::new(env!("CARGO_BIN_EXE_planverk"))
        .args(["data", "show", "ingen.json"])
        .output()
        .unwrap();
    assert_eq!(missing.status.code(), Some(2));
}
