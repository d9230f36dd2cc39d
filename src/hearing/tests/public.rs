//! What citizens do, with nothing typed ever lost.

use super::*;

#[tokio::test]
async fn a_citizen_comments_without_a_script() {
    let town = Town::new();
    let form = town.get(&format!("{FORM}?on=b4"), "").await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text.contains("Alle skoler har en voksen"), "{}", form.text);
    let hidden = [("token", value(&form.text, "token")), ("uuid", value(&form.text, "uuid"))];
    let typed = [
        ("on", "b4"),
        ("comment", "Hvem er den voksne?"),
        ("answer", "Ja."),
        ("answer", ""),
        ("text", "Takk for planen.\r\n\r\nHilsen oss."),
        ("kind", "organisation"),
        ("name", "FAU"),
        ("named", "1"),
    ];
    let step = |what| [&hidden[..], &typed, &[("do", what)]].concat();
    let added = town.post(FORM, &[&step("add")[..], &[("add", "b3")]].concat(), "").await;
    assert!(added.text.contains("name=\"on\" value=\"b3\""));
    let review = town.post(FORM, &step("review"), "").await;
    assert!(review.text.contains("Se over før du sender"), "{}", review.text);
    let receipt = town.post(FORM, &step("send"), "").await;
    assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.text);
    let code = code(&receipt.text).to_string();
    let mine =
        town.post("/horing/mitt", &[("code", &code.to_lowercase()), ("do", "show")], "").await;
    assert!(mine.text.contains("Hvem er den voksne?") && mine.text.contains("ikke behandlet"));
    let change = town.post("/horing/mitt", &[("code", &code), ("do", "change")], "").await;
    let hidden = [
        ("token", value(&change.text, "token")),
        ("uuid", value(&change.text, "uuid")),
        ("version", value(&change.text, "version")),
        ("code", &code),
        ("kind", "private"),
        ("do", "send"),
    ];
    let other = [("text", "Noe annet.")];
    let changed = town.post("/horing/mitt", &[&hidden[..], &other].concat(), "").await;
    assert!(
        changed.text.contains("Noe annet.") && changed.text.contains(&code),
        "{}",
        changed.text
    );
    // Of two windows the later is told that the first was changed, and keeps what it typed.
    let late =
        town.post("/horing/mitt", &[&hidden[..], &[("text", "For sent")]].concat(), "").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text.contains("For sent"));
    let gone = town.post("/horing/mitt", &[("code", &code), ("do", "withdraw-yes")], "").await;
    assert!(gone.text.contains("Innspillet er trukket") && !gone.text.contains("Noe annet"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_sent_a_hundred_times_at_once_is_one() {
    let town = Arc::new(Town::new());
    let sending = (0..100).map(|_| {
        let town = Arc::clone(&town);
        tokio::spawn(async move { town.send(UUID, &[("text", "Én gang")]).await.text })
    });
    let mut answers = Vec::new();
    for sent in sending.collect::<Vec<_>>() {
        answers.push(sent.await.unwrap());
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!(code(&answers[0]).len(), 19);
    let rows = town
        .app
        .store
        .read(|db| db.query_row("SELECT count(*) FROM submission", [], |row| row.get::<_, i64>(0)));
    assert_eq!(rows.await, Ok(1));
    let other = town.send(UUID, &[("text", "Noe annet")]).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(other.text.contains("Noe annet") && !other.text.contains("hearing-code-value"));
}

#[tokio::test]
async fn nothing_typed_is_lost_where_it_can_not_be_sent() {
    let town = Town::new();
    let unknown = town.send(UUID, &[("on", "b99"), ("comment", "Min mening")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text.contains("Min mening") && unknown.text.contains("<select id=\"on-1\""));
    let empty = town.send(UUID, &[("text", "  \r\n ")]).await;
    assert!(empty.text.contains("Skriv noe først"), "{}", empty.text);
    let long = "x".repeat(10_001);
    let long = town.send(UUID, &[("text", &long)]).await;
    assert!(long.text.contains("for lang") && long.text.contains("xxxxx"));
    let old = [("token", "5f.00"), ("uuid", UUID), ("text", "Min mening"), ("do", "send")];
    let old = town.post(FORM, &old, "").await;
    assert!(old.text.contains("åpen lenge") && old.text.contains("Min mening"));
    // A form from before the clock was set back a day is asked to be sent once more, and then is.
    let tomorrow = jiff::Timestamp::now().as_second() + 24 * 60 * 60;
    let early = town.app.key.form_token(tomorrow);
    let early = [("token", early.as_str()), ("uuid", UUID), ("text", "Min mening"), ("do", "send")];
    let early = town.post(FORM, &early, "").await;
    assert!(early.text.contains("Min mening"), "{}", early.text);
    let again = [("token", value(&early.text, "token")), ("uuid", UUID), ("text", "Min mening")];
    let again = town.post(FORM, &[&again[..], &[("do", "send")]].concat(), "").await;
    assert_eq!(again.status, StatusCode::OK, "{}", again.text);
    let trapped = town.send(UUID, &[("text", "Min mening"), ("website", "http://x")]).await;
    assert!(trapped.text.contains("skal stå tomt") && trapped.text.contains("Min mening"));
    let closed = Town::with(&SMALL.replace("2099", "2026"), "");
    let late = closed.send(UUID, &[("text", "For sent"), ("on", "b2"), ("comment", "Også")]).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.text.contains("For sent") && late.text.contains("Også"), "{}", late.text);
    let elsewhere = town.post("/horing/borte/svar", &[("text", "Min mening")], "").await;
    assert!(elsewhere.text.contains("Min mening"));
}

#[tokio::test]
async fn many_and_fast_are_held_back_kindly() {
    let town = Town::with(SMALL, "[limits]\nper_minute = 2\nfill_seconds = 30");
    let fast = town.send(UUID, &[("text", "Fort")]).await;
    assert!(fast.text.contains("svært fort") && fast.text.contains("Fort"));
    let town = Town::with(SMALL, "[limits]\nper_minute = 2\nfill_seconds = 0");
    for _ in 0..2 {
        assert_eq!(town.send(UUID, &[("text", "Fort")]).await.status, StatusCode::OK);
    }
    let fresh = UUID.replace("3b", "5b");
    let many = town.send(&fresh, &[("text", "Mange")]).await;
    assert_eq!(many.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(many.text.contains("Mange"));
    // With a script a browser works instead of waiting; what it found is good for this form alone.
    let task =
        many.text.split_once("data-work=\"").unwrap().1.split('"').next().unwrap().to_string();
    let token = value(&many.text, "token");
    let work = crate::hearing::work::tests::found(&task);
    let fields = [("token", token), ("uuid", &fresh), ("do", "send"), ("text", "Mange")];
    let worked = town.post(FORM, &[&fields[..], &[("work", work.as_str())]].concat(), "").await;
    assert_eq!(worked.status, StatusCode::OK, "{}", worked.text);
    let other = UUID.replace("3b", "4b");
    let fields = [("token", token), ("uuid", other.as_str()), ("do", "send"), ("text", "Mange")];
    let again = town.post(FORM, &[&fields[..], &[("work", work.as_str())]].concat(), "").await;
    assert_eq!(again.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn every_language_has_every_page() {
    for tag in ["nb", "nn", "se", "sv", "en"] {
        let town = Town::with(
            &SMALL.replace("\"nb\"", &format!("\"{tag}\"")),
            "[limits]\nfill_seconds = 0",
        );
        let (cookie, _) = town.sign_in("kari", Role::Moderator).await;
        town.send(UUID, &[("text", "Hei"), ("on", "b2"), ("comment", "Å"), ("consent", "1")]).await;
        for path in [
            "/horing/",
            "/horing/horing-2027",
            "/horing/horing-2027/tekst/b3",
            FORM,
            "/horing/mitt",
            "/borte",
            "/intern/inn",
            "/intern/",
            "/intern/svar/horing-2027/1",
            "/intern/sladd/horing-2027/1",
            "/intern/vurdering",
            "/intern/logg",
            "/intern/konto",
        ] {
            let got = town.get(path, &cookie).await;
            assert!(got.text.contains(&format!("<html lang=\"{tag}\"")), "{path}: {}", got.text);
            assert!(!got.text.contains("hear_"), "{tag} {path}: {}", got.text);
        }
    }
}

#[tokio::test]
async fn a_round_is_found_with_a_slash_at_its_end() {
    let town = Town::new();
    let there = town.get("/horing/horing-2027/", "").await;
    assert_eq!(there.headers[header::LOCATION], "/horing/horing-2027");
    let odd = town.get("/horing/%0d%0aX:%20y%2F/", "").await;
    assert_eq!(odd.headers[header::LOCATION], "/horing/%0D%0AX%3A+y%2F");
}
