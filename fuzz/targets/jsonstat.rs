//! A JSON-stat file: figures with their places; and what `data show` proposes to paste is TOML that names what is there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::diagnostic::Diagnostics;
use planverk::series::{Choice, Request, ShownLine, Wants, read, show};
use planverk::text::{FileId, SourceFile, Span};
use planverk_fuzz::{input, sound};

fuzz_target!(|bytes: &[u8]| {
    let text = input::text(bytes);
    let file = SourceFile::of_text("content/data/a.json", text.as_str());
    figures(&file, &Wants::default());
    let mut diagnostics = Diagnostics::default();
    let shown = show(&file, &mut diagnostics);
    sound::told(&diagnostics, std::slice::from_ref(&file));
    for line in shown.lines.iter().take(3) {
        for text in [line.text(true), line.text(false)] {
            assert!(text.parse::<toml::Table>().is_ok(), "no TOML: {text}");
        }
        figures(&file, &wants(line));
    }
});

fn figures(file: &SourceFile, wants: &Wants) {
    let mut told = Diagnostics::default();
    let used_at = Span::new(FileId(0), 0..0);
    let set = read(&Request { file: FileId(0), source: file, wants, used_at }, &mut told);
    sound::figures(&set, &file.text);
    told.sort();
    sound::told(&told, std::slice::from_ref(file));
}

fn wants(line: &ShownLine) -> Wants {
    let at = Span::new(FileId(0), 0..0);
    let named = |name: &String| (name.clone(), at);
    let choice = |(dimension, code): &(String, String)| Choice {
        dimension: named(dimension),
        codes: vec![named(code)],
    };
    let time = Some(&line.time).filter(|time| !time.is_empty()).map(named);
    Wants { select: line.select.iter().map(choice).collect(), time, ..Wants::default() }
}
