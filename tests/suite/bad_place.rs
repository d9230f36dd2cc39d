//! A place where no site can stand, or none may, is refused, and nothing that lies there is lost.

use crate::command::{Files, Plan};
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = "+++\ntitle = \"Side\"\n+++\nHei.\n";

/// Builds to a place, which must be refused with some words, and all files must stay.
fn refused(plan: &Plan, out: &str, words: &str) {
    let before = Files::of(&plan.at(""));
    plan.build_with(&["--out", out]).fails_on_the_world().shows(words);
    let mut after = Files::of(&plan.at(""));
    after.0.retain(|path, _| !path.ends_with(".planverk-lock"));
    after.is_same_as(&before);
}

#[test]
fn a_place_that_is_not_ours_is_refused() {
    let plan = Plan::new()
        .file("side.md", PAGE)
        .file("mappe/annen.md", PAGE)
        .beside("themes/vik/static/a.css", "p{}")
        .beside("andres/regneskap.txt", "viktig")
        .beside("fil", "viktig")
        .beside("arkiv/.planverk", "noe annet")
        .link("lenke", "andres")
        .link("brutt", "borte");
    refused(&plan, "andres", "filer som planverk ikke har laget");
    refused(&plan, "arkiv", "filer som planverk ikke har laget");
    refused(&plan, "fil", "ikke en mappe");
    refused(&plan, "fil/under", "fil");
    refused(&plan, "lenke", "symbolsk lenke");
    refused(&plan, "brutt", "symbolsk lenke");
    refused(&plan, "content", "planens egen mappe");
    refused(&plan, "content/mappe", "ligger i planens mappe");
    refused(&plan, "content/ny", "ligger i planens mappe");
    refused(&plan, "themes", "planens egen mappe");
    refused(&plan, ".", "ligger i den");
    refused(&plan, "..", "ligger i den");
    refused(&plan, "/", "");
    refused(&plan, "/proc/planverk", "/proc");
    refused(&plan, "", "");
}

#[test]
fn a_place_is_refused_in_english_too() {
    let plan = Plan::new().file("side.md", PAGE).beside("andres/regneskap.txt", "viktig");
    let ran = plan.build_with(&["--out", "andres", "--lang", "en"]).fails_on_the_world();
    ran.shows("andres").hides("mappe");
}

#[test]
fn the_notes_of_builds_are_no_place_for_a_site() {
    let plan = Plan::new().file("side.md", PAGE);
    plan.build().succeeds();
    refused(&plan, ".planverk", "");
}

#[test]
fn folders_on_the_way_are_made() {
    let plan = Plan::new().file("side.md", PAGE);
    plan.build_with(&["--out", "langt/inn/her"]).succeeds();
    assert!(plan.at("langt/inn/her/side.html").exists());
}

#[test]
fn notes_that_cannot_be_kept_are_no_failure() {
    let plan = Plan::new().file("side.md", PAGE).beside(".planverk", "en fil, ingen mappe");
    plan.build().succeeds();
    plan.build().succeeds();
    assert!(plan.at("public/side.html").exists());
}

/// A small disk, for as long as it is needed.
struct Disk(PathBuf);

impl Disk {
    fn of_one_megabyte(at: &Path) -> Option<Disk> {
        std::fs::create_dir_all(at).unwrap();
        let mut mount = Command::new("mount");
        let mount = mount.args(["-t", "tmpfs", "-o", "size=1m", "planverk"]).arg(at).output();
        let mounted = mount.is_ok_and(|mount| mount.status.success());
        mounted.then(|| Disk(at.to_path_buf()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(&self.0).status());
    }
}

#[test]
fn a_full_disk_is_told_and_the_old_site_stays() {
    let plan = Plan::new().file("side.md", PAGE);
    let Some(disk) = Disk::of_one_megabyte(&plan.at("disk")) else {
        println!("left out: nobody but root may mount a small disk");
        return;
    };
    refused(&plan, "disk", "filsystem");
    plan.build_with(&["--out", "disk/site"]).succeeds();
    let site = Files::of(&disk.0.join("site"));
    plan.write("content/stort.pdf", vec![7; 2_000_000]);
    plan.write("content/side.md", format!("{PAGE}[Stort](stort.pdf)\n"));
    plan.build_with(&["--out", "disk/site"])
        .fails_on_the_world()
        .shows("disken er full")
        .shows("Det som var publisert, står urørt.");
    Files::of(&disk.0.join("site")).is_same_as(&site);
    assert!(!disk.0.join(".site.planverk-new").exists());
    plan.write("content/stort.pdf", vec![7; 2_000]);
    plan.build_with(&["--out", "disk/site"]).succeeds();
}
