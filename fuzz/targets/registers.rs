//! A register in TOML, and `plan.toml`: every row that can be read is an entry, and what is told stands in the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::check;
use planverk::diagnostic::Diagnostics;
use planverk::{parse, resolve};
use planverk_fuzz::{alarm, input, sound};

fuzz_target!(|bytes: &[u8]| {
    alarm::let_parser_panics_through();
    let text = input::text(bytes);
    for path in ["content/register.toml", "content/plan.toml"] {
        let area =
            "+++\nkind = \"development-area\"\n+++\n\n## Del {#del .component}\n\nTekst [[t1]].\n";
        let sources = input::sources([("content/omrade.md", area), (path, text.as_str())]);
        let mut diagnostics = Diagnostics::default();
        let raw = parse::parse(&sources, &mut diagnostics);
        let plan = resolve::resolve(raw, &sources, &mut diagnostics);
        for entry in &plan.entries {
            for body in entry.texts() {
                sound::document(&body.document, &sources.files[entry.span.file.0 as usize].text);
            }
        }
        let today = jiff::civil::date(2026, 11, 22);
        let (plan, files, frozen, is_wanted) =
            (&plan, &sources.files[..], &sources.versions[..], &|| true);
        check::check(&check::Input { plan, files, frozen, today, is_wanted }, &mut diagnostics);
        diagnostics.sort();
        sound::told(&diagnostics, &sources.files);
    }
});
