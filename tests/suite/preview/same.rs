//! Whatever is done to a plan, what is served is what a clean build of it would publish, byte for byte.

use super::Preview;
use crate::command::{Plan, TODAY};
use planverk::diagnostic::Diagnostics;
use planverk::site::{self, Content, Request};
use planverk::{load, resolve};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Files that edits are made to.
const FILES: [&str; 6] = [
    "content/index.md",
    "content/01-del/index.md",
    "content/01-del/01-a.md",
    "content/01-del/b.md",
    "content/02-annen/index.md",
    "content/02-annen/c.md",
];

/// One thing that somebody does.
#[derive(Debug, Clone)]
enum Edit {
    /// Writes a page: its title and text by number, with a link to another or not.
    Write {
        file: usize,
        title: u8,
        text: u8,
        link: bool,
    },
    /// Writes a page that is no page.
    Break {
        file: usize,
    },
    Delete {
        file: usize,
    },
    Rename {
        from: usize,
        to: usize,
    },
    /// Moves a folder away, and back again or not.
    Move {
        back: bool,
    },
    /// Takes all away and puts it back.
    Recreate,
    Register {
        terms: u8,
    },
    Style {
        colour: u8,
    },
    /// Writes a template of the plan's own, or takes it away.
    Template {
        words: Option<u8>,
    },
    BreakTheme,
    Wait,
}

fn edit() -> impl Strategy<Value = Edit> {
    let file = || 0..FILES.len();
    prop_oneof![
        6 => (file(), 0..4_u8, 0..4_u8, any::<bool>())
            .prop_map(|(file, title, text, link)| Edit::Write { file, title, text, link }),
        1 => file().prop_map(|file| Edit::Break { file }),
        1 => file().prop_map(|file| Edit::Delete { file }),
        2 => (file(), file()).prop_map(|(from, to)| Edit::Rename { from, to }),
        1 => any::<bool>().prop_map(|back| Edit::Move { back }),
        1 => Just(Edit::Recreate),
        1 => (0..4_u8).prop_map(|terms| Edit::Register { terms }),
        2 => (0..4_u8).prop_map(|colour| Edit::Style { colour }),
        2 => prop::option::of(0..4_u8).prop_map(|words| Edit::Template { words }),
        1 => Just(Edit::BreakTheme),
        3 => Just(Edit::Wait),
    ]
}

const SETTINGS: &str = "title = \"Planen\"\nmunicipality = \"Vik kommune\"\nlanguage = \"nb\"\n[theme]\nname = \"eget\"\n";
const MANIFEST: &str = "name = \"eget\"\ncontract = 1\n";

fn begun() -> Plan {
    let plan = Plan::empty()
        .file("plan.toml", SETTINGS)
        .beside("themes/eget/theme.toml", MANIFEST)
        .beside("themes/eget/static/eget.css", "body { color: black }\n");
    (0..FILES.len()).for_each(|file| plan.write(FILES[file], page(file, 0, 0, false)));
    plan
}

fn page(file: usize, title: u8, text: u8, link: bool) -> String {
    let link = if link { "Se [[annen]]." } else { "" };
    match FILES[file] {
        "content/index.md" => format!("Forside {text}. {link}\n"),
        _ => format!("+++\ntitle = \"Side {file}, tittel {title}\"\n+++\n\nTekst {text}. {link}\n"),
    }
}

impl Edit {
    fn make(&self, plan: &Plan) {
        let at = |path: &str| plan.at(path);
        match self {
            Edit::Write { file, title, text, link } => {
                plan.write(FILES[*file], page(*file, *title, *text, *link));
            }
            Edit::Break { file } => plan.write(FILES[*file], "+++\ntitle = «Ikke TOML\n+++\n"),
            Edit::Delete { file } => drop(fs::remove_file(at(FILES[*file]))),
            Edit::Rename { from, to } => drop(fs::rename(at(FILES[*from]), at(FILES[*to]))),
            Edit::Move { back } => {
                let moved = fs::rename(at("content/01-del"), at("content/03-flyttet")).is_ok();
                if *back && moved {
                    fs::rename(at("content/03-flyttet"), at("content/01-del")).unwrap();
                }
            }
            Edit::Recreate => {
                fs::rename(at("content"), at("borte")).unwrap();
                copy(&at("borte"), &at("content"));
                fs::remove_dir_all(at("borte")).unwrap();
            }
            Edit::Register { terms } => {
                let terms: String = (0..*terms)
                    .map(|one| format!("[[term]]\ntitle = \"Ord {one}\"\ntext = \"Et ord.\"\n"))
                    .collect();
                plan.write("content/ordliste.toml", format!("# ord\n{terms}"));
            }
            Edit::Style { colour } => {
                let css = format!("body {{ color: rgb(0 0 {colour}) }}\n");
                plan.write("themes/eget/static/eget.css", css);
            }
            Edit::Template { words: Some(words) } => {
                plan.write(
                    "themes/eget/templates/footer.html",
                    format!("<footer>{words}</footer>\n"),
                );
            }
            Edit::Template { words: None } => {
                drop(fs::remove_file(at("themes/eget/templates/footer.html")));
            }
            Edit::BreakTheme => plan.write("themes/eget/templates/footer.html", "{% if %}"),
            Edit::Wait => std::thread::sleep(Duration::from_millis(30)),
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// What a build would publish, if it would.
fn clean(plan: &Plan) -> Option<BTreeMap<String, Vec<u8>>> {
    let mut diagnostics = Diagnostics::default();
    let sources = load::load(&plan.at(""), &mut diagnostics).unwrap();
    let choice = resolve::theme_choice(&sources);
    let theme = load::theme_files(&plan.at(""), &choice.name, &choice.folder, &choice.css).unwrap();
    let request = Request {
        today: TODAY.parse().unwrap(),
        base_url: None,
        stage: None,
        forced: String::new(),
    };
    let prepared = site::prepare(&sources, theme, &request, &mut diagnostics);
    if diagnostics.mistakes() > 0 {
        return None;
    }
    let site = site::with_site(&prepared, |site| {
        let made = site.routes().into_iter().map(|(path, route)| {
            assert_eq!(site.route(&path), Some(route), "{path}");
            let bytes = match site.render(&path, &route).unwrap() {
                Content::Made(bytes) => bytes,
                Content::Long(pieces) => pieces.whole().unwrap(),
                Content::Asset(bytes) => bytes.to_vec(),
                Content::Picture(picture, at) => {
                    let bytes = fs::read(plan.at(&picture.source)).unwrap();
                    planverk::picture::make(&bytes, &picture.measured).unwrap().swap_remove(at)
                }
                Content::File(file) => fs::read(plan.at(file)).unwrap(),
            };
            (path, bytes)
        });
        made.collect()
    });
    Some(site.unwrap())
}

/// Waits until a preview serves a site, and nothing that was there before it.
fn serves(preview: &Preview, site: &BTreeMap<String, Vec<u8>>, earlier: &BTreeSet<String>) {
    for (path, bytes) in site {
        preview.publishes(path, |answer| answer.status == 200 && answer.body == *bytes);
    }
    for path in earlier.iter().filter(|path| !site.contains_key(*path)) {
        preview.publishes(path, |answer| answer.status == 404);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 30, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_pages_are_those_of_a_clean_build(
        edits in prop::collection::vec(edit(), 1..14),
        polls in prop::bool::weighted(0.2),
    ) {
        let plan = begun();
        let preview = Preview::of(&plan, if polls { &["--poll"] } else { &[] });
        let mut earlier = BTreeSet::new();
        for edit in &edits {
            edit.make(&plan);
            if matches!(edit, Edit::Wait) && let Some(site) = clean(&plan) {
                serves(&preview, &site, &earlier);
                earlier.extend(site.into_keys());
            }
        }
        if clean(&plan).is_none() {
            // Whatever is wrong, there is a page; and when it has been mended, all is as if it never had been.
            prop_assert!(matches!(preview.get("/").status, 200 | 500));
            drop(fs::remove_dir_all(plan.at("content")));
            drop(fs::remove_dir_all(plan.at("themes")));
            let good = begun();
            copy(&good.at("themes"), &plan.at("themes"));
            copy(&good.at("content"), &plan.at("content"));
        }
        serves(&preview, &clean(&plan).unwrap(), &earlier);
    }
}
