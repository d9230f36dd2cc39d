//! A small plan, in the form of the fixtures, on disk and through the whole pipeline: every page is HTML that is well
//! made and harmless, and every file for machines is what its name says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::diagnostic::Diagnostics;
use planverk::load::load;
use planverk::site::{Content, Request, Workshop, check, with_site};
use planverk_fuzz::{alarm, input, sound, tame};
use std::cell::RefCell;
use std::io::Cursor;
use std::path::Path;
use std::sync::Once;

thread_local! {
    /// Keeps the theme, which is the same for all plans.
    static WORKSHOP: RefCell<Workshop> = RefCell::default();
}

fuzz_target!(|bytes: &[u8]| {
    alone();
    alarm::let_parser_panics_through();
    let folder = tempfile::tempdir().expect("a folder");
    write(&input::text(bytes), folder.path());
    let mut diagnostics = Diagnostics::default();
    let sources = load(folder.path(), &mut diagnostics).expect("a folder that is there");
    let request = Request {
        today: jiff::civil::date(2026, 11, 22),
        base_url: Some("https://plan.example.no/".to_string()),
        stage: None,
        forced: String::new(),
    };
    let prepared = WORKSHOP
        .with_borrow_mut(|shop| shop.read(&sources, Vec::new(), &request, &mut diagnostics));
    check(&prepared, &sources, &mut diagnostics);
    diagnostics.sort();
    sound::told(&diagnostics, &sources.files);
    let is_good = diagnostics.mistakes() == 0;
    let made = with_site(&prepared, |site| {
        let mut routes = site.routes();
        routes.sort_by(|(a, _), (b, _)| a.cmp(b));
        for pair in routes.windows(2).filter(|_| is_good) {
            assert_ne!(pair[0].0, pair[1].0, "two files at one place");
        }
        for (path, route) in &routes {
            let is_inside = path.split('/').all(|part| !matches!(part, "" | "." | ".."))
                && !path.contains('\0');
            assert!(is_inside, "{path:?} is no path inside the site");
            match site.render(path, route) {
                Ok(Content::Made(bytes)) => made(path, &bytes, is_good),
                Ok(_) => {}
                Err(diagnostic) => panic!("{path}: {diagnostic:?}"),
            }
        }
    });
    assert!(made.is_ok(), "{:?}", made.err());
});

/// One thread renders all: what a text does is then the same each time.
fn alone() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .use_current_thread()
            .build_global()
            .expect("one thread")
    });
}

fn write(text: &str, folder: &Path) {
    let mut files = input::files(text);
    files.entry("content/plan.toml".to_string()).or_insert(input::PLAN.to_string());
    for (path, text) in files.iter().filter(|(path, _)| input::is_path(path)) {
        let path = folder.join(path);
        // Where one file's name is another's folder, the first stands.
        let parent = path.parent().unwrap_or(folder);
        if std::fs::create_dir_all(parent).is_ok() {
            let _ = std::fs::write(&path, text);
        }
    }
}

/// Fails where a file is not what its name says.
fn made(path: &str, bytes: &[u8], is_good: bool) {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if matches!(ending, "xlsx" | "docx") {
        let parts = zip::ZipArchive::new(Cursor::new(bytes)).map(|archive| archive.len());
        assert!(parts.is_ok_and(|count| count > 0), "{path} is no archive");
        return;
    }
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    match ending {
        "html" => {
            tame::page(text);
            if is_good {
                tame::ids(text);
            }
        }
        "json" | "jsonld" => drop(
            serde_json::from_str::<serde_json::Value>(text)
                .unwrap_or_else(|error| panic!("{path}: {error}")),
        ),
        "xml" | "rdf" | "svg" => drop(
            roxmltree::Document::parse(text)
                .unwrap_or_else(|error| panic!("{path}: {error}\n{text}")),
        ),
        "csv" => table(path, text),
        "ics" => calendar(text),
        _ => {}
    }
}

/// No cell begins what a spreadsheet would take as a formula.
fn table(path: &str, text: &str) {
    for cell in planverk::text::split(text).rows.iter().flat_map(|row| &row.cells) {
        let number = cell.text.replace(',', ".").parse::<f64>().is_ok();
        assert!(number || !cell.text.starts_with(['=', '+', '-', '@']), "{path}: {:?}", cell.text);
    }
}

/// Lines are at most 75 bytes, and each begins with a name or goes on with the one above.
fn calendar(text: &str) {
    for line in text.split("\r\n").filter(|line| !line.is_empty()) {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        let name = line.split([':', ';']).next().unwrap_or_default();
        let fits = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
        assert!(line.starts_with(' ') || fits, "{line:?}");
    }
}
