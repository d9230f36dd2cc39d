//! Words whose time has come are in no file afterwards: not in the database, its journal, the plan or the log.

use super::{Running, SETTINGS, TARGETS, between, get, plan, post};
use std::path::Path;
use std::time::Duration;

const WORD: &str = "Ordetsomskalbort";

/// The files below a folder that hold a word.
fn holding(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, word));
        } else if std::fs::read(&path)
            .is_ok_and(|bytes| bytes.windows(word.len()).any(|part| part == word.as_bytes()))
        {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn what_is_removed_by_time_is_in_no_file() {
    let plan = plan();
    std::fs::create_dir_all(plan.at("content/horinger/horing-2027")).unwrap();
    let running = Running::start(&plan);
    let form = get(&running.address, "/horing/horing-2027/svar").unwrap();
    let token = between(&form, "name=\"token\" value=\"", "\"").unwrap();
    let body = format!(
        "token={token}&uuid=00000000-0000-4000-8000-000000000001&text={WORD}&name={WORD}&do=send"
    );
    let receipt = post(&running.address, "/horing/horing-2027/svar", &body).unwrap();
    let code = between(&receipt, "hearing-code-value\">", "<").unwrap().to_string();
    assert!(running.stop().success());
    assert!(!holding(&plan.at(""), WORD).is_empty());

    let over = TARGETS.replace("2099-03-01", "2026-01-02");
    std::fs::write(plan.at("public/horinger/horing-2027/targets.json"), over).unwrap();
    let settings = format!("{SETTINGS}[retention]\nwords_days = 1\n");
    std::fs::write(plan.at("hearing.toml"), settings).unwrap();
    let running = Running::start(&plan);
    for tries in 0.. {
        let mine = post(&running.address, "/horing/mitt", &format!("code={code}&do=show")).unwrap();
        if !mine.contains(WORD) {
            break;
        }
        assert!(tries < 200, "the words are still there");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(running.stop().success());
    plan.run(&["hearing", "export"]).succeeds();
    assert_eq!(holding(&plan.at(""), WORD), Vec::<String>::new());
    plan.run(&["hearing", "verify", "--lang", "en"]).succeeds().shows("1 are emptied");
}
