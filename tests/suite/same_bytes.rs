//! The same plan gives the same bytes, wherever and however it is built, and however it came to be.

use crate::command::{Files, Plan};
use crate::pictures::picture;
use proptest::prelude::*;

#[test]
fn neither_folder_nor_zone_nor_locale_nor_threads_show() {
    let plan = Plan::example();
    plan.build().succeeds();
    let first = plan.site();
    assert!(first.0.contains_key(".planverk"));
    let surroundings = [
        ("TZ", "Pacific/Kiritimati", "nb_NO.UTF-8", "1"),
        ("TZ", "America/Los_Angeles", "tr_TR.UTF-8", "2"),
        ("TZ", "Europe/Oslo", "C", "7"),
    ];
    for (at, (zone, place, locale, threads)) in surroundings.into_iter().enumerate() {
        let plan = Plan::example().under(zone, place).under("LC_ALL", locale).under("LANG", locale);
        let plan = plan.under("RAYON_NUM_THREADS", threads);
        let out = format!("sted {at}/dypt/nede");
        std::fs::create_dir_all(plan.at(&out).parent().unwrap()).unwrap();
        let folder = plan.at("").display().to_string();
        plan.run(&["build", &folder, "--out", &out, "--date", "2026-11-22"]).succeeds();
        Files::of(&plan.at(&out)).is_same_as(&first);
    }
}

#[test]
fn nobody_learns_where_it_was_built() {
    let plan = Plan::example();
    plan.build().succeeds();
    let folder = plan.at("").display().to_string();
    for (path, bytes) in plan.site().0 {
        assert!(!String::from_utf8_lossy(&bytes).contains(folder.trim_end_matches('/')), "{path}");
    }
}

/// Something that an author does between two builds.
#[derive(Debug, Clone)]
enum Edit {
    Write { page: u8, word: u8 },
    Remove { page: u8 },
    Rename { page: u8, to: u8 },
    Row,
    Title(u8),
    Picture(u8),
    Break,
    Mend,
    Spoil { page: u8 },
}

fn edit() -> impl Strategy<Value = Edit> {
    let page = 0..5_u8;
    prop_oneof![
        4 => (page.clone(), any::<u8>()).prop_map(|(page, word)| Edit::Write { page, word }),
        1 => page.clone().prop_map(|page| Edit::Remove { page }),
        2 => (page.clone(), page.clone()).prop_map(|(page, to)| Edit::Rename { page, to }),
        2 => Just(Edit::Row),
        1 => any::<u8>().prop_map(Edit::Title),
        1 => any::<u8>().prop_map(Edit::Picture),
        1 => Just(Edit::Break),
        2 => Just(Edit::Mend),
        1 => page.prop_map(|page| Edit::Spoil { page }),
    ]
}

fn page(at: u8) -> String {
    format!("content/kapittel/side-{at}.md")
}

fn text(word: u8) -> String {
    format!("+++\ntitle = \"Side {word}\"\n+++\nSe [[side-0]] og ![Prikk](prikk.png) {word}.\n")
}

fn settings(word: u8) -> String {
    format!("title = \"Planen {word}\"\nmunicipality = \"Vik kommune\"\nlanguage = \"nb\"\n")
}

fn carry_out(edit: &Edit, plan: &Plan) {
    match edit {
        Edit::Write { page: at, word } => plan.write(&page(*at), text(*word)),
        Edit::Remove { page: at } => drop(std::fs::remove_file(plan.at(&page(*at)))),
        Edit::Rename { page: at, to } => {
            drop(std::fs::rename(plan.at(&page(*at)), plan.at(&page(*to))));
        }
        Edit::Row => {
            let register = plan.at("content/roller.toml");
            let before = std::fs::read_to_string(register).unwrap();
            let rows = before.matches("[[rolle]]").count();
            let row = format!("[[rolle]]\nid = \"r{rows}\"\ntitle = \"Rolle {rows}\"\n");
            plan.write("content/roller.toml", before + &row);
        }
        Edit::Title(word) => plan.write("content/plan.toml", settings(*word)),
        Edit::Picture(byte) => {
            plan.write("content/kapittel/prikk.png", picture(u32::from(*byte) + 1, 9))
        }
        Edit::Break => plan.write("content/brutt.md", "+++\ntitle = \"Brutt\"\n+++\n[[borte]]\n"),
        Edit::Mend => drop(std::fs::remove_file(plan.at("content/brutt.md"))),
        // Not of the plan, but of its site: a page that somebody edits where it must not be edited.
        Edit::Spoil { page: at } => {
            let path = plan.at(&format!("public/kapittel/side-{at}.html"));
            if path.exists() {
                std::fs::write(path, "rettet for hånd").unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_site_that_grew_is_the_site_made_anew(edits in proptest::collection::vec(edit(), 15)) {
        let plan = Plan::new()
            .file("plan.toml", settings(0))
            .file("roller.toml", "[[rolle]]\nid = \"r0\"\ntitle = \"Rolle 0\"\n")
            .file("kapittel/index.md", "+++\ntitle = \"Kapittel\"\n+++\nHer.\n")
            .file("kapittel/prikk.png", picture(1, 9));
        (0..3).for_each(|at| plan.write(&page(at), text(at)));
        plan.build().succeeds();
        for (at, edit) in edits.iter().enumerate() {
            carry_out(edit, &plan);
            let before = plan.site();
            let fresh = format!("ny-{at}");
            let (grown, anew) = (plan.build(), plan.build_with(&["--out", &fresh]));
            prop_assert_eq!(grown.code, anew.code);
            if grown.code == Some(0) {
                plan.site().is_same_as(&Files::of(&plan.at(&fresh)));
            } else {
                plan.site().is_same_as(&before);
                prop_assert!(!plan.at(&fresh).exists());
            }
        }
    }
}
