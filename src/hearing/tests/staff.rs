//! What moderators do, several at once.

use super::*;
use crate::hearing::export;

#[tokio::test]
async fn of_two_moderators_the_later_is_told() {
    let town = Town::new();
    town.send(UUID, &[("text", "Ring Kari Nordmann på 99 88 77 66."), ("consent", "1")]).await;
    let (kari, kari_token) = town.sign_in("kari", Role::Moderator).await;
    let (ola, ola_token) = town.sign_in("ola", Role::Moderator).await;
    let path = "/intern/sladd/horing-2027/1";
    let redact = |token| {
        [
            ("token", token),
            ("version", "1"),
            ("phrases", "kari nordmann\r\n99 88 77 66"),
            ("reason", "navn"),
            ("do", "redact"),
        ]
    };
    let done = town.post(path, &redact(&kari_token), &kari).await;
    assert!(
        done.text.contains("Det er gjort")
            && done.text.contains("<mark class=\"hearing-out\">navn</mark>"),
        "{}",
        done.text
    );
    let publish = [("token", ola_token.as_str()), ("version", "1"), ("do", "publish")];
    let late = town.post("/intern/svar/horing-2027/1", &publish, &ola).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text.contains("En annen rakk det først"));
    let assess = |version, reason| {
        [
            ("token", ola_token.as_str()),
            ("item", "s1"),
            ("version-s1", version),
            ("result", "not"),
            ("reason", reason),
        ]
    };
    let first = town.post("/intern/vurdering", &assess("0", "Nei, fordi."), &ola).await;
    assert!(first.text.contains("Det er gjort"), "{}", first.text);
    let second = town.post("/intern/vurdering", &assess("0", "Likevel."), &ola).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    export::export(&town.app.config).unwrap();
    let folder = town.folder.path().join("content/horinger/01-horing-2027");
    let submissions = std::fs::read_to_string(folder.join("submissions.jsonl")).unwrap();
    assert!(
        submissions.contains("Ring ⟦navn⟧ på ⟦navn⟧.") && !submissions.contains("salt"),
        "{submissions}"
    );
    let assessments = std::fs::read_to_string(folder.join("assessments.toml")).unwrap();
    assert!(
        assessments.contains("reason = \"Nei, fordi.\"") && assessments.contains("[\"s1\"]"),
        "{assessments}"
    );
}

#[tokio::test]
async fn a_comment_stands_beside_the_text_as_heard_and_as_it_is_now() {
    let town = Town::new();
    let on = [("on", "b4"), ("comment", "Én er lite."), ("on", "b5"), ("comment", "Bra.")];
    let more = [("on", "b2"), ("comment", "Ja."), ("on", "b3"), ("comment", "Tydelig.")];
    town.send(UUID, &[&on[..], &more, &[("consent", "1")]].concat()).await;
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    let page = town.get("/intern/svar/horing-2027/1", &cookie).await.text;
    let text: String =
        page.replace("<span class=\"visually-hidden\">", "[").replace("</span>", "]");
    for seen in [
        "Alle skoler har en voksen i hvert friminutt",
        "<del>[tatt ut: ]en voksen[ slutt på tatt ut. ]</del><ins>[satt inn: ]to voksne[ slutt på satt inn. ]</ins>",
        "<strong>Nå:</strong> Tatt ut av planen. Spurt om to ganger",
        "<strong>Nå:</strong> Uendret.",
        "<strong>Nå:</strong> 2 av 3 avsnitt er endret.",
        "href=\"/versjoner/utkast-1/endringer.html#b4\"",
        "Fryst som b9",
    ] {
        assert!(text.contains(seen), "{seen}\n{text}");
    }
    let publish = [("token", token.as_str()), ("version", "1"), ("do", "publish")];
    town.post("/intern/svar/horing-2027/1", &publish, &cookie).await;
    let assess = town.get("/intern/vurdering", &cookie).await.text;
    assert!(assess.contains("Tatt ut av planen. Spurt om to ganger"), "{assess}");
    // Citizens read what was heard, and nothing of what staff see.
    assert!(!town.get(&format!("{FORM}?on=b4"), "").await.text.contains("to voksne"));
}

#[tokio::test]
async fn a_round_is_fetched_as_a_table_without_formulas() {
    let town = Town::new();
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    let formula = "=HYPERLINK(\"http://x\";\"y\")";
    town.send(UUID, &[("on", "b4"), ("comment", formula), ("text", "@a\r\nb"), ("consent", "1")])
        .await;
    town.send(&UUID.replace("3b", "4b"), &[("text", "Ikke behandlet"), ("name", "+47 99")]).await;
    let publish = [("token", token.as_str()), ("version", "1"), ("do", "publish")];
    town.post("/intern/svar/horing-2027/1", &publish, &cookie).await;
    let assess = [("token", token.as_str()), ("item", "s1"), ("version-s1", "0")];
    let more = [("result", "not"), ("reason", "-1+1")];
    town.post("/intern/vurdering", &[&assess[..], &more].concat(), &cookie).await;
    let csv = town.get("/intern/fil/horing-2027/innspill.csv", &cookie).await;
    assert_eq!(
        csv.headers[header::CONTENT_DISPOSITION],
        "attachment; filename=\"horing-2027.csv\""
    );
    assert_eq!(csv.headers[header::CACHE_CONTROL], "no-store");
    for cell in ["\"'=HYPERLINK(\"\"http", "\"'@a\nb\"", ";'+47 99;", ";'-1+1;", ";Ikke behandlet;"]
    {
        assert!(csv.text.contains(cell), "{cell}\n{}", csv.text);
    }
    assert_eq!(csv.text.matches("\r\n").count(), 4, "{}", csv.text);
    let json = town.get("/intern/fil/horing-2027/innspill.json", &cookie).await.text;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["submissions"][0]["said"][0]["text"], formula);
    assert_eq!(json["submissions"][0]["said"][1]["assessment"]["result"], "not");
    assert_eq!(town.get("/intern/fil/horing-2027/innspill.doc", &cookie).await.status, 404);
    assert_eq!(town.get("/intern/fil/borte/innspill.csv", &cookie).await.status, 404);
}
