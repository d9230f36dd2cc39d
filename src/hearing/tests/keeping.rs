//! What is written elsewhere: exports, backups, and what is gone for good.

use super::*;
use crate::hearing::export;
use std::path::Path;

#[tokio::test]
async fn an_export_has_no_word_that_is_not_to_be_published() {
    let town = Town::new();
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    let uuid = |place: usize| format!("00000000-0000-4000-8000-00000000000{place}");
    for (place, text) in ["Nytt", "Åpent", "Unntatt", "Sperret", "Trukket"].iter().enumerate() {
        let fields = [("text", *text), ("name", "Hemmelig Navn"), ("consent", "1")];
        let got = town.send(&uuid(place), &fields).await;
        if *text == "Trukket" {
            let code = code(&got.text).to_string();
            town.post("/horing/mitt", &[("code", &code), ("do", "withdraw-yes")], "").await;
        }
    }
    let secret = town.send(&uuid(5), &[("text", "Uten samtykke")]).await;
    assert_eq!(secret.status, StatusCode::OK);
    let decide = async |number: u8, what: &str| {
        let path = format!("/intern/svar/horing-2027/{number}");
        let fields = [
            ("token", token.as_str()),
            ("version", "1"),
            ("do", what),
            ("reason", "Helse"),
            ("sure", "1"),
        ];
        town.post(&path, &fields, &cookie).await
    };
    for (number, what) in [(2, "publish"), (3, "withhold"), (4, "block")] {
        assert_eq!(decide(number, what).await.status, StatusCode::OK);
    }
    let refused = decide(6, "publish").await;
    assert!(refused.text.contains("ikke sagt ja"), "{}", refused.text);
    // Mail and paper stand in the same file, and stay there.
    let folder = town.folder.path().join("content/horinger/01-horing-2027");
    let mail = "{\"format\":1,\"round\":\"horing-2027\",\"version\":\"utkast-1\"}\n{\"id\":\"s90\",\"received\":\"2026-02-01T12:00:00+01:00\",\"channel\":\"mail\",\"respondent\":{\"kind\":\"council\"},\"state\":\"published\",\"text\":\"Fra rådet.\"}\n";
    std::fs::write(folder.join("submissions.jsonl"), mail).unwrap();
    assert_eq!(export::taken(town.folder.path(), "horing-2027").unwrap(), 90);
    export::export(&town.app.config).unwrap();
    let file = std::fs::read_to_string(folder.join("submissions.jsonl")).unwrap();
    for word in ["Nytt", "Unntatt", "Sperret", "Trukket", "Uten samtykke", "Hemmelig", "s5\""] {
        assert!(!file.contains(word), "{word} in {file}");
    }
    assert!(file.contains("Åpent") && file.contains("Fra rådet.") && file.contains("\"s90\""));
    assert_eq!(file.lines().count(), 7, "{file}");
    assert!(export::export(&town.app.config).unwrap().is_empty());
    // What was blocked and withdrawn is in no file of the service.
    let bytes = town.bytes();
    let has = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    crate::hearing::keep::empty_journal(&town.app.config.data).unwrap();
    assert!(has("Unntatt"));
    let bytes = town.bytes();
    let has = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    assert!(!has("Sperret") && !has("Trukket") && has("Unntatt"));
    assert_eq!(crate::hearing::keep::verify(&town.app.config).unwrap().emptied, 2);
}

#[tokio::test]
async fn a_backup_brings_all_back_and_damage_is_refused() {
    let town = Town::new();
    town.send(UUID, &[("text", "Ta vare på meg")]).await;
    let data = town.app.config.data.clone();
    let file = town.folder.path().join("kopi.sqlite");
    crate::hearing::keep::backup(&data, &file).unwrap();
    assert!(crate::hearing::keep::backup(&data, &file).is_err());
    assert!(matches!(
        crate::hearing::keep::restore(&data, &file),
        Err(crate::hearing::Error::Busy(_))
    ));
    town.send("00000000-0000-4000-8000-000000000000", &[("text", "Senere")]).await;
    let config = town.app.config.clone();
    town.app.store.close();
    let Town { app, router, folder, .. } = town;
    drop((app, router));
    flip(&data.join(crate::hearing::store::DATABASE));
    let refused = match Store::open(&data) {
        Ok(store) => store.checked().await.err(),
        Err(error) => Some(error),
    };
    let refused = refused.map(|error| error.say().en);
    assert!(
        refused.as_ref().is_some_and(|why| why.contains("planverk hearing restore")),
        "{refused:?}"
    );
    crate::hearing::keep::restore(&data, &file).unwrap();
    let verified = crate::hearing::keep::verify(&config).unwrap();
    assert_eq!((verified.hashes, verified.acts), (1, 1));
    let db = crate::hearing::store::connect(&data.join(crate::hearing::store::DATABASE)).unwrap();
    db.execute("UPDATE submission SET body = replace(body, 'vare', 'varm')", []).unwrap();
    assert!(crate::hearing::keep::verify(&config).unwrap_err().say().nb.contains("horing-2027/s1"));
    drop(folder);
}

/// Turns bytes over in the middle of a file.
fn flip(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    for byte in bytes.iter_mut().skip(4096).step_by(97) {
        *byte = !*byte;
    }
    std::fs::write(path, bytes).unwrap();
}
