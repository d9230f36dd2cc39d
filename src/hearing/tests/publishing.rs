//! What is decided comes to the site by a process of its own.

use super::*;
use crate::hearing::export::{Patience, after_decisions, publish};
use std::time::Duration;

const SOON: Patience =
    Patience { gather: Duration::from_millis(400), again: Duration::from_millis(200) };

/// A town whose command notes each run, and fails as long as there is a file `broken`.
fn town() -> Town {
    let command = "echo run >> runs; test ! -e broken || { echo no room >&2; exit 3; }";
    let settings = format!("publish = [\"sh\", \"-c\", \"{command}\"]\n[limits]\nfill_seconds = 0");
    Town::with(SMALL, &settings)
}

fn runs(town: &Town) -> usize {
    std::fs::read_to_string(town.folder.path().join("runs")).unwrap_or_default().lines().count()
}

/// Waits for something that will be so.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..400 {
        if is_so() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("it never came to this: {what}");
}

async fn decide(town: &Town, (cookie, token): &(String, String), version: &str, what: &str) {
    let path = "/intern/svar/horing-2027/1";
    let fields = [("token", token.as_str()), ("version", version), ("do", what)];
    let got = town.post(path, &fields, cookie).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_decisions_are_one_build_and_a_failure_is_told_and_made_good() {
    let town = town();
    town.send(UUID, &[("text", "Åpent"), ("consent", "1")]).await;
    let kari = town.sign_in("kari", Role::Moderator).await;
    tokio::spawn(after_decisions(Arc::clone(&town.app), SOON));
    // At the start once: something may have been decided just before the last stop.
    until("a build at the start", || runs(&town) == 1).await;
    for (version, what) in [("1", "publish"), ("2", "reopen"), ("3", "publish")] {
        decide(&town, &kari, version, what).await;
    }
    let file = town.folder.path().join("content/horinger/01-horing-2027/submissions.jsonl");
    let exported = || std::fs::read_to_string(&file).is_ok_and(|text| text.contains("Åpent"));
    until("an export and a build", || exported() && runs(&town) == 2).await;
    tokio::time::sleep(SOON.gather * 3).await;
    // On a machine that is very slow the last of three may miss the build of the first.
    assert!(runs(&town) <= 3, "{} builds for three decisions", runs(&town));

    let broken = town.folder.path().join("broken");
    std::fs::write(&broken, "").unwrap();
    decide(&town, &kari, "4", "reopen").await;
    until("a second try", || runs(&town) > 3).await;
    let page = town.get("/intern/", &kari.0).await.text;
    assert!(page.contains("Nettstedet ble ikke bygd på nytt"), "{page}");
    // The decision stands, in the database and in the plan's file.
    assert!(!exported());
    std::fs::remove_file(&broken).unwrap();
    until("a build that succeeds", || {
        !town.app.unpublished.load(std::sync::atomic::Ordering::Relaxed)
    })
    .await;
    assert!(!town.get("/intern/", &kari.0).await.text.contains("Nettstedet ble ikke bygd"));
}

#[tokio::test]
async fn a_command_that_fails_says_why() {
    let town = town();
    std::fs::write(town.folder.path().join("broken"), "").unwrap();
    let told = publish(&town.app.config).unwrap_err().say().en;
    assert!(told.contains("exit status: 3") && told.contains("no room"), "{told}");
    let town = Town::with(SMALL, "publish = [\"no-such-program\"]");
    let told = publish(&town.app.config).unwrap_err().say().en;
    assert!(told.contains("no-such-program"), "{told}");
}
