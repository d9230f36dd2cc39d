//! The engine, told by the tests what changed: what is asked before and after.

use super::*;
use crate::preview::watch;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;
use std::sync::mpsc::{channel, sync_channel};

/// A preview of a plan of one page, which hears of changes from the test alone.
fn preview(plan: &Path) -> Sender<Message> {
    preview_that_tells(plan, Arc::new(|_: &News<'_>| ()))
}

fn preview_that_tells(plan: &Path, tell: Tell) -> Sender<Message> {
    std::fs::create_dir(plan.join("content")).unwrap();
    let settings = "tittel = \"Plan\"\nkommune = \"Vik\"\nspråk = \"nb\"\n";
    std::fs::write(plan.join("content/plan.toml"), settings).unwrap();
    write(plan, "Først.");
    let (messages, inbox) = channel();
    let request = Request {
        plan: plan.to_path_buf(),
        bind: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port: 0,
        poll: true,
        editor: None,
        language: None,
        date: None,
    };
    let sender = messages.clone();
    thread::spawn(move || {
        let watch = watch::start(&request, sender.clone(), &tell);
        Engine::begin(request, sender, tell).unwrap().run(&inbox, &watch);
    });
    messages
}

fn write(plan: &Path, words: &str) {
    let page = format!("+++\ntittel = \"Skole\"\n+++\n{words}\n");
    // In one step, as the engine looks by the clock too.
    let (beside, place) = (plan.join("beside"), plan.join("content/skole.md"));
    std::fs::write(&beside, page).and_then(|()| std::fs::rename(&beside, &place)).unwrap();
}

/// Asks for the page; it is answered when the receiver has something.
fn ask(preview: &Sender<Message>) -> Receiver<Answer> {
    let (reply, answer) = sync_channel(1);
    preview.send(Message::Ask(Ask::Path { path: "skole.html".to_string(), reply })).unwrap();
    answer
}

fn shows(answer: &Answer, words: &str) -> bool {
    memchr::memmem::find(&answer.bytes, words.as_bytes()).is_some()
}

#[test]
fn who_asks_before_it_is_quiet_sees_what_stands_when_it_is() {
    let plan = tempfile::tempdir().unwrap();
    let (told, news) = channel();
    let tell: Tell = Arc::new(move |news: &News<'_>| {
        if matches!(news, News::Edition { changed, .. } if !changed.is_empty()) {
            told.send(()).unwrap();
        }
    });
    let preview = preview_that_tells(plan.path(), tell);
    assert!(shows(&ask(&preview).recv().unwrap(), "Først."));
    let page = || BTreeSet::from(["content/skole.md".to_string()]);

    write(plan.path(), "Halvt.");
    preview.send(Message::Stirred(page())).unwrap();
    let (early, later) = (ask(&preview), ask(&preview));
    let (reply, stage) = sync_channel(1);
    preview.send(Message::Ask(Ask::Stage { stage: "none such".to_string(), reply })).unwrap();
    // It does one thing after the other: when it tells of the edition, it has read the first half and heard who asks.
    preview.send(Message::Checked { number: 2, found: Diagnostics::default() }).unwrap();
    news.recv().unwrap();
    write(plan.path(), "Helt og holdent.");
    preview.send(Message::Changed(Some(page()))).unwrap();
    assert!(shows(&early.recv().unwrap(), "Helt og holdent."));
    assert!(shows(&later.recv().unwrap(), "Helt og holdent."));
    assert_eq!(stage.recv().unwrap().status, 404, "all that is asked is answered");

    // Where nothing more comes, what was read at once is what is shown.
    write(plan.path(), "Til slutt.");
    preview.send(Message::Stirred(page())).unwrap();
    let waits = ask(&preview);
    preview.send(Message::Changed(Some(page()))).unwrap();
    assert!(shows(&waits.recv().unwrap(), "Til slutt."));
    assert!(shows(&ask(&preview).recv().unwrap(), "Til slutt."));
}

#[test]
fn who_waits_is_answered_though_nobody_says_that_it_is_quiet() {
    let plan = tempfile::tempdir().unwrap();
    let preview = preview(plan.path());
    write(plan.path(), "Nytt.");
    preview.send(Message::Stirred(BTreeSet::from(["content/skole.md".to_string()]))).unwrap();
    assert!(shows(&ask(&preview).recv().unwrap(), "Nytt."));
}

#[test]
fn a_plan_that_was_taken_away_is_back_as_soon_as_it_is() {
    let plan = tempfile::tempdir().unwrap();
    let preview = preview(plan.path());
    let (here, away) = (plan.path().join("content/plan.toml"), plan.path().join("away"));
    let changed = || {
        let settings = BTreeSet::from(["content/plan.toml".to_string()]);
        preview.send(Message::Stirred(settings.clone())).unwrap();
        preview.send(Message::Changed(Some(settings))).unwrap();
    };
    assert!(shows(&ask(&preview).recv().unwrap(), "Først."));
    std::fs::rename(&here, &away).unwrap();
    changed();
    let (reply, state) = sync_channel(1);
    preview.send(Message::Ask(Ask::State { path: "skole.html".to_string(), reply })).unwrap();
    let told = state.recv().unwrap();
    assert!(told.contains("plan.toml"), "{told}");
    std::fs::rename(&away, &here).unwrap();
    changed();
    let (reply, state) = sync_channel(1);
    preview.send(Message::Ask(Ask::State { path: "skole.html".to_string(), reply })).unwrap();
    assert!(!state.recv().unwrap().contains("plan.toml"));
    assert!(shows(&ask(&preview).recv().unwrap(), "Først."));
}
