//! What is decided comes to the site by a process of its own.

use super::*;
use crate::hearing::publish::{Patience, after_decisions, publish, run};
use std::time::Duration;

/// Whether a process is there and does something.
fn lives(id: &str) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", id.trim()));
    stat.is_ok_and(|stat| !stat.contains(") Z "))
}

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

/// A town whose command is a script.
fn with_command(script: &str, limits: &str) -> Town {
    let settings = format!("publish = [\"sh\", \"-c\", '{script}']\n[limits]\n{limits}\n");
    Town::with(SMALL, &settings)
}

#[tokio::test]
async fn a_command_that_hangs_is_ended_with_its_children() {
    let hangs = "sleep 1000 & echo $! > child; echo working >&2; wait";
    let deaf = "trap : TERM; sleep 1000 & echo $! > child; while :; do sleep 0.1; done";
    for script in [hangs, deaf] {
        let town = with_command(script, "publish_seconds = 1");
        let told = run(&town.app.config, Some(&town.app.stopping)).unwrap_err().say().en;
        assert!(told.contains("had not ended after 1 seconds"), "{told}");
        let child = std::fs::read_to_string(town.folder.path().join("child")).unwrap();
        assert!(!lives(&child), "{child} goes on");
    }
}

#[tokio::test]
async fn what_a_command_leaves_running_is_not_waited_for() {
    let town = with_command("sleep 1000 & echo $! > child; exit 0", "publish_seconds = 60");
    let began = std::time::Instant::now();
    publish(&town.app.config).unwrap();
    assert!(began.elapsed() < Duration::from_secs(30));
    let child = std::fs::read_to_string(town.folder.path().join("child")).unwrap();
    assert!(lives(&child));
    let id = rustix::process::Pid::from_raw(child.trim().parse().unwrap()).unwrap();
    rustix::process::kill_process(id, rustix::process::Signal::KILL).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_command_that_hung_the_next_decision_tries_again() {
    let script = "echo run >> runs; test ! -e hang || sleep 1000";
    let town = with_command(script, "fill_seconds = 0\npublish_seconds = 1");
    town.send(UUID, &[("text", "Åpent"), ("consent", "1")]).await;
    let kari = town.sign_in("kari", Role::Moderator).await;
    let hang = town.folder.path().join("hang");
    std::fs::write(&hang, "").unwrap();
    let patient = Patience { again: Duration::from_secs(3600), ..SOON };
    tokio::spawn(after_decisions(Arc::clone(&town.app), patient));
    let failed = || town.app.unpublished.load(Relaxed);
    until("the staff are told", failed).await;
    assert!(town.get("/intern/", &kari.0).await.text.contains("Nettstedet ble ikke bygd"));
    std::fs::remove_file(&hang).unwrap();
    decide(&town, &kari, "1", "publish").await;
    until("the next decision builds the site", || !failed() && runs(&town) >= 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_stops_takes_its_command_along() {
    let town = with_command("echo $$ > child; exec sleep 1000", "publish_seconds = 600");
    tokio::spawn(after_decisions(Arc::clone(&town.app), SOON));
    let child = || std::fs::read_to_string(town.folder.path().join("child")).unwrap_or_default();
    until("the command runs", || child().ends_with('\n')).await;
    town.app.stopping.store(true, Relaxed);
    until("it is gone", || !lives(&child())).await;
}
