//! Saving as editors do it: in place, by a file beside it that takes its name, with locks and copies around.

use super::Preview;
use crate::command::Plan;
use std::fs::{self, File, OpenOptions};
use std::io::Write;

const SIDE: &str = "content/side.md";

fn text(sentence: &str) -> String {
    format!("+++\ntitle = \"En side\"\n+++\n\n{sentence}\n")
}

/// Saves by a way again and again; each time the page comes to show it, and nothing else comes along.
fn shows_each_save(save: impl Fn(&Plan, &str)) {
    let plan = Plan::new().file("side.md", text("Først."));
    let preview = Preview::of(&plan, &[]);
    for number in 1..=5 {
        let sentence = format!("Lagret {number} ganger.");
        save(&plan, &text(&sentence));
        preview.shows("/side.html", &sentence);
    }
    let state = preview.follow("side.html").until(|state| state["checked"] == true);
    assert_eq!((&state["mistakes"], &state["items"]), (&0.into(), &serde_json::json!([])));
}

#[test]
fn in_place_as_simple_editors_do() {
    shows_each_save(|plan, text| fs::write(plan.at(SIDE), text).unwrap());
}

#[test]
fn in_place_as_visual_studio_code_does() {
    // Opened, cut to nothing, written, synced: for a moment the file is empty.
    shows_each_save(|plan, text| {
        let mut file = OpenOptions::new().write(true).truncate(true).open(plan.at(SIDE)).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.sync_all().unwrap();
    });
}

#[test]
fn by_a_backup_as_vim_does() {
    shows_each_save(|plan, text| {
        // May I write here? A file with a number says so.
        File::create(plan.at("content/4913")).unwrap();
        fs::remove_file(plan.at("content/4913")).unwrap();
        fs::write(plan.at("content/.side.md.swp"), "b0VIM").unwrap();
        fs::rename(plan.at(SIDE), plan.at("content/side.md~")).unwrap();
        fs::write(plan.at(SIDE), text).unwrap();
        fs::remove_file(plan.at("content/side.md~")).unwrap();
        fs::remove_file(plan.at("content/.side.md.swp")).unwrap();
    });
}

#[test]
fn by_a_new_file_that_takes_the_name_as_gnome_and_kate_do() {
    shows_each_save(|plan, text| {
        let new = plan.at("content/.goutputstream-A1B2C3");
        let mut file = File::create(&new).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.sync_all().unwrap();
        fs::rename(new, plan.at(SIDE)).unwrap();
    });
}

#[test]
fn with_a_lock_and_a_temporary_folder_as_libreoffice_does() {
    shows_each_save(|plan, text| {
        fs::write(plan.at("content/.~lock.side.md#"), ",kari,,,;").unwrap();
        fs::write(plan.at("lu12345.tmp"), text).unwrap();
        fs::remove_file(plan.at(SIDE)).unwrap();
        fs::rename(plan.at("lu12345.tmp"), plan.at(SIDE)).unwrap();
        fs::remove_file(plan.at("content/.~lock.side.md#")).unwrap();
    });
}

#[test]
fn by_a_backup_and_a_lock_as_emacs_does() {
    shows_each_save(|plan, text| {
        let _ = std::os::unix::fs::symlink("kari@vik.1", plan.at("content/.#side.md"));
        fs::write(plan.at("content/#side.md#"), "ikke lagret").unwrap();
        fs::copy(plan.at(SIDE), plan.at("side.md~")).unwrap();
        fs::write(plan.at(SIDE), text).unwrap();
        fs::remove_file(plan.at("content/#side.md#")).unwrap();
        fs::remove_file(plan.at("content/.#side.md")).unwrap();
    });
}

#[test]
fn many_files_at_once_as_a_change_of_branch_does() {
    let names: Vec<String> = (0..300).map(|number| format!("content/side-{number}.md")).collect();
    let plan = Plan::new();
    let write = |turn: usize| {
        for name in names.iter().skip(turn * 50) {
            plan.write(name, text(&format!("Omgang {turn}.")));
        }
        for name in &names[..turn * 50] {
            let _ = fs::remove_file(plan.at(name));
        }
    };
    write(0);
    let preview = Preview::of(&plan, &[]);
    for turn in 1..4 {
        write(turn);
        preview.shows("/side-299.html", &format!("Omgang {turn}."));
        preview.shows("/side-200.html", &format!("Omgang {turn}."));
        preview.publishes(&format!("side-{}.html", turn * 50 - 1), |answer| answer.status == 404);
    }
}

#[test]
fn the_content_may_go_and_come_back() {
    let plan = Plan::new().file("side.md", text("Først."));
    let preview = Preview::of(&plan, &[]);
    let mut open = preview.follow("side.html");
    open.until(|state| state["mistakes"] == 0);
    fs::rename(plan.at("content"), plan.at("borte")).unwrap();
    let state = open.until(|state| state["mistakes"] == 1);
    assert_eq!(
        (&state["held"], &state["items"][0]["rule"]),
        (&true.into(), &"missing-plan".into())
    );
    assert!(preview.get("/side.html").text().contains("Først."), "the last good page stands");
    fs::rename(plan.at("borte"), plan.at("content")).unwrap();
    open.until(|state| state["mistakes"] == 0);
    plan.write(SIDE, text("Igjen."));
    preview.shows("/side.html", "Igjen.");
}
