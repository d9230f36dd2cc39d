//! A Markdown file with fields: every place that is told of lies in it, whatever the fields say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::diagnostic::Diagnostics;
use planverk::{parse, resolve};
use planverk_fuzz::{alarm, input, sound};

fuzz_target!(|bytes: &[u8]| {
    alarm::let_parser_panics_through();
    let text = input::text(bytes);
    // An `index.md` sets fields for its folder's other files.
    let other = "+++\ntitle = \"Annen\"\n+++\n\nTekst om [[side]].\n";
    let files = [
        ("content/a/index.md", text.as_str()),
        ("content/a/annen.md", other),
        ("content/side.md", text.as_str()),
    ];
    let sources = input::sources(files);
    let mut diagnostics = Diagnostics::default();
    let raw = parse::parse(&sources, &mut diagnostics);
    for entry in &raw.entries {
        let text = &sources.files[entry.span.file.0 as usize].text;
        assert!(
            text.get(entry.span.range()).is_some() && text.get(entry.id_span.range()).is_some()
        );
        sound::document(&entry.body, text);
    }
    let plan = resolve::resolve(raw, &sources, &mut diagnostics);
    diagnostics.sort();
    sound::told(&diagnostics, &sources.files);
    for (id, entry) in plan.all() {
        assert!(entry.parent.is_none_or(|parent| plan.entry(parent).children.contains(&id)));
    }
});
