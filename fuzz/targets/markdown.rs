//! A body with roles, braces and wikilinks: a tree with places, checked, and then HTML that is well made and harmless.
//!
//! The text is parsed as a file and as a value of a register, and stands in a development area of a plan in which some
//! of what it may point to is there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::check;
use planverk::diagnostic::Diagnostics;
use planverk::html::{Embeds, Html, Look, escape};
use planverk::markdown::{self, RemarkKind};
use planverk::model::Embed;
use planverk::parse::Memory;
use planverk::resolve;
use planverk::text::{FileId, Language, SourceFile, Span};
use planverk::words::Words;
use planverk_fuzz::{alarm, input, sound, tame};
use std::sync::{Arc, LazyLock, Mutex};

/// What stands around the text. Parsed once: the texts are the same, and so is their place.
static AROUND: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let area = "[[goal]]\nid = \"mal\"\ntitle = \"Et mål\"\narea = \"omrade\"\ntext = \"At *alle* trives.\"\n\
                [[indicator]]\nid = \"i1\"\ntitle = \"Trivsel\"\nunit = \"prosent\"\nseries = { Her = { 2024 = \"71,5\", 2025 = 72 }, Landet = { 2025 = 70 } }\n\
                [[measure]]\nid = \"t1\"\ntitle = \"Et tiltak\"\ngoals = [\"mal\"]\n[[audience]]\nid = \"barn\"\ntitle = \"Barn\"\n\
                [[reference]]\nid = \"lov\"\ntitle = \"Loven\"\nlevel = \"law\"\nyear = 2020\nauthor = \"Stortinget\"\n";
    let files = [
        (
            "content/annen.md",
            "+++\ntitle = \"En annen side\"\n+++\n\n## Sted {#sted}\n\n![[omrade]]\n",
        ),
        ("content/b.toml", area),
        ("content/plan.toml", input::PLAN),
    ];
    files.into_iter().map(|(path, text)| SourceFile::of_text(path, text)).collect()
});

static MEMORY: LazyLock<Mutex<Memory>> = LazyLock::new(Mutex::default);
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(Language::Nb));

/// In the place of an embed stands its name.
struct Named;

impl Embeds for Named {
    fn embed(&self, embed: &Embed, _: &Html<'_>) -> String {
        format!("<div>{}</div>", escape(&format!("{embed:?}")))
    }
}

fuzz_target!(|bytes: &[u8]| {
    alarm::let_parser_panics_through();
    let text: Arc<str> = input::text(bytes).into();
    sound::document(&markdown::parse(&text, 0..text.len(), FileId(0)), &text);
    as_a_value(&text);
    let body = format!("+++\nkind = \"development-area\"\ntitle = \"Område\"\n+++\n{text}");
    let mut sources = input::sources([]);
    sources.files = AROUND.clone();
    sources.files.push(SourceFile::of_text("content/omrade.md", body));
    let mut diagnostics = Diagnostics::default();
    let raw = MEMORY.lock().unwrap().parse(&sources, &mut diagnostics);
    let plan = resolve::resolve(raw, &sources, &mut diagnostics);
    let today = jiff::civil::date(2026, 11, 22);
    let (files, frozen, is_wanted) = (&sources.files[..], &sources.versions[..], &|| true);
    check::check(&check::Input { plan: &plan, files, frozen, today, is_wanted }, &mut diagnostics);
    diagnostics.sort();
    sound::told(&diagnostics, &sources.files);
    let (id, entry) = plan.all().find(|(_, entry)| entry.name == "omrade").expect("the area");
    let is_unread = entry.body.document.remarks.iter().any(|(kind, _)| *kind == RemarkKind::Unread);
    assert!(!is_unread || diagnostics.mistakes() > 0, "a text that nobody could read passes");
    for look in [Look::default(), Look { todos: true, files: &sources.files }] {
        let page = &entry.address.page;
        let html = Html {
            plan: &plan,
            words: &WORDS,
            page,
            whole: None,
            about: Some(id),
            embeds: &Named,
            look,
        };
        let page = tame::around(&html.body(&entry.body, Some(id), 0));
        tame::page(&page);
        if diagnostics.mistakes() == 0 {
            tame::ids(&page);
        }
        tame::page(&tame::around(&html.inline(&entry.body)));
        tame::page(&tame::around(&html.first_sentence(&entry.body)));
        assert!(html.plain(&entry.body).starts_with(&html.beginning(&entry.body, 50)));
    }
});

/// Parses the text as it stands in TOML: its places lie in the file, escapes and all.
fn as_a_value(text: &str) {
    let written = toml::Value::String(text.to_string()).to_string();
    let file: Arc<str> = format!("text = {written}\n").into();
    let span = Span::new(FileId(0), 7..7 + written.len());
    sound::document(&markdown::parse_value(text, &file, span), &file);
}
