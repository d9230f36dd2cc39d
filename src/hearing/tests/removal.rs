//! What is removed when its time has come, looked for in every file.

use super::*;
use crate::hearing::removal::remove_due;
use crate::hearing::{export, keep};

/// Every file below a folder, run together.
fn all_bytes(folder: &std::path::Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        bytes.extend(if path.is_dir() { all_bytes(&path) } else { std::fs::read(&path).unwrap() });
    }
    bytes
}

fn has(town: &Town, word: &str) -> bool {
    let bytes = all_bytes(town.folder.path());
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// So many days after the small round's deadline.
fn after(days: i64) -> Timestamp {
    let closes: Timestamp = "2099-03-01T12:00:00+01:00".parse().unwrap();
    closes + SignedDuration::from_hours(24 * days + 1)
}

#[tokio::test]
async fn names_go_first_and_words_later_from_every_file() {
    let settings = "[limits]\nfill_seconds = 0\n[retention]\nnames_days = 30\nwords_days = 365";
    let town = Town::with(SMALL, settings);
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    let send = async |uuid: &str, text: &str, kind: &str, name: &str| {
        let fields = [("text", text), ("name", name), ("named", "1"), ("consent", "1")];
        let token = town.token();
        let all = [("token", token.as_str()), ("uuid", uuid), ("do", "send"), ("kind", kind)];
        assert_eq!(town.post(FORM, &[&all[..], &fields].concat(), "").await.status, StatusCode::OK);
    };
    send(UUID, "Skoleveien er utrygg", "private", "Hemmelig Navnesen").await;
    send(&UUID.replace("3b", "4b"), "Ordsomskalbort", "private", "Annen Navnesen").await;
    send(&UUID.replace("3b", "5b"), "Lagetsord", "organisation", "Eksempelvik korps").await;
    let publish = [("token", token.as_str()), ("version", "1"), ("do", "publish")];
    town.post("/intern/svar/horing-2027/1", &publish, &cookie).await;
    export::export(&town.app.config).unwrap();
    assert!(has(&town, "Hemmelig Navnesen") && has(&town, "Ordsomskalbort"));
    // A clock that is a day ahead removes nothing before its time.
    assert_eq!(remove_due(&town.app, after(30)).await, Ok(0));
    assert_eq!(remove_due(&town.app, Timestamp::now()).await, Ok(0));

    assert_eq!(remove_due(&town.app, after(31)).await, Ok(2));
    assert_eq!(remove_due(&town.app, after(31)).await, Ok(0));
    keep::empty_journal(&town.app.config.data).unwrap();
    export::export(&town.app.config).unwrap();
    assert!(!has(&town, "Navnesen") && has(&town, "Eksempelvik korps"));
    assert!(has(&town, "Skoleveien er utrygg") && has(&town, "Ordsomskalbort"));

    assert_eq!(remove_due(&town.app, after(366)).await, Ok(3));
    keep::empty_journal(&town.app.config.data).unwrap();
    // The plan keeps what it published; what it did not is nowhere.
    export::export(&town.app.config).unwrap();
    assert!(!has(&town, "Ordsomskalbort") && !has(&town, "Lagetsord"));
    assert!(!has(&town, "Eksempelvik korps"));
    let file = town.folder.path().join("content/horinger/01-horing-2027/submissions.jsonl");
    let file = std::fs::read_to_string(file).unwrap();
    assert!(file.contains("Skoleveien er utrygg") && file.contains("\"s2\""), "{file}");
    let page = town.get("/intern/svar/horing-2027/1", &cookie).await.text;
    assert!(page.contains("Ordene slettet") && page.contains("Publisert"), "{page}");
    let verified = keep::verify(&town.app.config).unwrap();
    assert_eq!((verified.hashes, verified.emptied), (0, 3));
}

#[tokio::test]
async fn nothing_is_removed_until_somebody_has_decided_when() {
    let town = Town::new();
    town.send(UUID, &[("text", "Står"), ("name", "Kari")]).await;
    assert_eq!(remove_due(&town.app, after(30_000)).await, Ok(0));
    let (cookie, _) = town.sign_in("leser", Role::Reader).await;
    let page = town.get("/intern/personvern", &cookie).await.text;
    assert!(page.contains("ikke bestemt hvor lenge") && !page.contains("E-postadresser"), "{page}");
    let settings = "[retention]\nwords_days = 90\n[mail]\nserver = \"localhost:25\"\n\
                    security = \"none\"\nfrom = \"a@b.example\"";
    let town = Town::with(SMALL, settings);
    let (cookie, _) = town.sign_in("leser", Role::Reader).await;
    let page = town.get("/intern/personvern", &cookie).await.text;
    // Names are among the words: they go with them at the latest.
    assert_eq!(page.matches("91 dager etter fristen").count(), 2, "{page}");
    assert!(page.contains("E-postadresser") && page.contains("localhost:25"), "{page}");
    assert!(page.contains("hearing.sqlite") && !page.contains("ikke bestemt"), "{page}");
}
