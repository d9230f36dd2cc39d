//! A site is replaced as a whole or not at all, and only as far as it must be.

use crate::command::{Files, PLANVERK, Plan, planverk};
use std::collections::BTreeMap;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How many builds are killed.
const KILLS: u32 = 50;

/// The numbers by which the file system knows the files of a site, and when each was written.
fn nodes(plan: &Plan) -> BTreeMap<String, (u64, i64, i64)> {
    let known = |path: &String| {
        let meta = std::fs::metadata(plan.at("public").join(path)).unwrap();
        (path.clone(), (meta.ino(), meta.mtime(), meta.mtime_nsec()))
    };
    plan.site().0.keys().map(known).collect()
}

#[test]
fn what_has_not_changed_is_not_touched() {
    let plan = Plan::starter("nb");
    plan.build().succeeds().shows("0 som før");
    let folder = std::fs::metadata(plan.at("public")).unwrap().ino();
    let (site, before) = (plan.site(), nodes(&plan));
    plan.build().succeeds().shows("ingenting er endret siden sist").shows("48 sider");
    assert_eq!(nodes(&plan), before);
    assert_eq!(std::fs::metadata(plan.at("public")).unwrap().ino(), folder);
    plan.site().is_same_as(&site);
}

#[test]
fn what_was_asked_for_differently_is_built() {
    let plan = Plan::starter("nb");
    plan.build().succeeds();
    plan.build_with(&["--base-url", "https://a.no"]).succeeds().hides("ingenting er endret");
    plan.build_with(&["--base-url", "https://a.no/"]).succeeds().shows("ingenting er endret");
    plan.run(&["build", "--date", "2026-11-23"]).succeeds().hides("ingenting er endret");
    plan.build_with(&["--lang", "en"]).succeeds().hides("nothing has changed");
    plan.build_with(&["--lang", "en"]).succeeds().shows("nothing has changed");
}

#[test]
fn what_was_done_to_the_site_by_hand_is_put_right() {
    let plan = Plan::starter("nb");
    plan.build().succeeds();
    let site = plan.site();
    let page = plan.at("public/oversikt/om.html");
    std::fs::write(&page, "rettet").unwrap();
    plan.build().succeeds().shows("1 nye eller endrede filer");
    plan.site().is_same_as(&site);
    std::fs::remove_file(&page).unwrap();
    plan.build().succeeds();
    plan.site().is_same_as(&site);
    std::fs::write(plan.at("public/fremmed.html"), "x").unwrap();
    plan.build().succeeds().shows("1 fjernet");
    plan.site().is_same_as(&site);
    std::fs::remove_dir_all(plan.at("public")).unwrap();
    plan.build().succeeds();
    plan.site().is_same_as(&site);
}

#[test]
fn a_change_writes_only_the_pages_that_it_changes() {
    let plan = Plan::starter("nb");
    plan.build().succeeds();
    let (site, before) = (plan.site(), nodes(&plan));
    let path = "content/03-utviklingsomrader/mal-voksen.md";
    let text = std::fs::read_to_string(plan.at(path)).unwrap();
    plan.write(path, text.replace("en vaktmester", "en kokk"));
    plan.build().succeeds();
    let (changed, after) = (plan.site(), nodes(&plan));
    let differs = |path: &&String| site.0[*path] != changed.0[*path];
    let written: Vec<&String> = site.0.keys().filter(differs).collect();
    let expected = [
        "open-data/plan.json",
        "oversikt/hele-planen.html",
        "sok/index.json",
        "utviklingsomrader/mal-voksen.html",
    ];
    assert_eq!(written, expected);
    // The marker is written with every release.
    for (path, node) in before.iter().filter(|(path, _)| *path != ".planverk") {
        assert_eq!(after[path] == *node, !written.contains(&path), "{path}");
    }
}

#[test]
fn two_builds_at_once_do_not_meet() {
    let plan = Plan::starter("nb");
    std::thread::scope(|scope| {
        let builds: Vec<_> = (0..4).map(|_| scope.spawn(|| plan.build())).collect();
        for ran in builds.into_iter().map(|build| build.join().unwrap()) {
            assert!(ran.code == Some(0) || ran.said.contains("en annen bygging"), "{}", ran.said);
        }
    });
    plan.build().succeeds();
    let fresh = Plan::starter("nb");
    fresh.build().succeeds();
    plan.site().is_same_as(&fresh.site());
}

/// A plan of which every page says a word.
fn saying(word: &str) -> Plan {
    let settings = format!("title = \"Plan {word}\"\nmunicipality = \"Vik\"\nlanguage = \"nb\"\n");
    (0..25).fold(Plan::new().file("plan.toml", settings), |plan, at| {
        plan.file(
            &format!("s{at}.md"),
            format!("+++\ntitle = \"Side {at}\"\n+++\nHer er {word}.\n"),
        )
    })
}

const WORDS: [&str; 2] = ["alfaordet", "betaordet"];

/// The word of a page, which must be whole and have one only.
fn word_of(page: &str) -> &'static str {
    assert!(page.trim_end().ends_with("</html>"), "half a page: {page}");
    let said: Vec<&str> = WORDS.into_iter().filter(|word| page.contains(word)).collect();
    assert_eq!(said.len(), 1, "a page of {said:?}");
    said[0]
}

/// The word of a whole site, which must have one only.
fn word_of_site(out: &Path, paths: &[String]) -> &'static str {
    let site = Files::of(out);
    assert_eq!(site.0.keys().cloned().collect::<Vec<_>>(), paths);
    let words: Vec<&str> = site.pages().map(|(_, page)| word_of(page)).collect();
    assert!(words.iter().all(|word| *word == words[0]), "a mix");
    WORDS[usize::from(words[0] == WORDS[1])]
}

/// Numbers that look random, the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Opens pages as readers do until told to stop; gives the number of pages read.
fn reader(out: &Path, paths: &[String], stop: &AtomicBool) -> usize {
    let mut random = Random(2);
    let mut read = 0;
    let pages: Vec<&String> = paths.iter().filter(|path| path.ends_with(".html")).collect();
    while !stop.load(Ordering::Relaxed) {
        let path = pages[usize::try_from(random.below(pages.len() as u64)).unwrap()];
        let page = std::fs::read_to_string(out.join(path));
        word_of(&page.unwrap_or_else(|error| panic!("{path}: {error}")));
        read += 1;
        std::thread::sleep(Duration::from_micros(200));
    }
    read
}

/// Begins a build and kills it at some moment, mostly before it has ended.
fn kill(plan: &Plan, out: &Path, after: Duration) {
    let mut command = planverk(&["build", "--date", "2026-11-22", "--out"]);
    command.arg(out).current_dir(plan.at(""));
    let mut child = command.spawn().unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new() {
    assert!(Path::new(PLANVERK).exists());
    let plans = WORDS.map(saying);
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let options = ["--out", out.to_str().unwrap()];
    plans[1].build_with(&options).succeeds();
    let begun = Instant::now();
    plans[0].build_with(&options).succeeds();
    let takes = u64::try_from(begun.elapsed().as_micros()).unwrap();
    let paths: Vec<String> = Files::of(&out).0.into_keys().collect();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| reader(&out, &paths, &stop));
        let mut random = Random(1);
        for _ in 0..KILLS {
            let stands = word_of_site(&out, &paths);
            let other = usize::from(stands == WORDS[0]);
            kill(&plans[other], &out, Duration::from_micros(random.below(takes * 5 / 4)));
            word_of_site(&out, &paths);
            if reader.is_finished() {
                break;
            }
        }
        stop.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 50);
    });
    let other = usize::from(word_of_site(&out, &paths) == WORDS[0]);
    plans[other].build_with(&options).succeeds();
    assert_eq!(word_of_site(&out, &paths), WORDS[other]);
    let beside = std::fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = beside
        .filter(|name| name != "site" && !name.to_string_lossy().ends_with("-lock"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}
