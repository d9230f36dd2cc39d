//! A clock that is a day ahead or behind, and is set right while the service runs: nobody is shut out, nothing typed
//! or kept is lost, and nothing lives longer than it should.

use super::*;
use crate::hearing::store::audit;
use crate::hearing::work;
use crate::hearing::{keep, removal};

const DAY: i64 = 24 * 60 * 60;

impl Town {
    /// Sets the clock: so many seconds ahead of the world's.
    fn set_clock(&self, ahead: i64) {
        self.ahead.store(ahead, Relaxed);
    }

    /// Sends a text with the token of a form that was made before.
    async fn send_with(&self, token: &str, uuid: &str, text: &str) -> Got {
        let fields = [("token", token), ("uuid", uuid), ("do", "send"), ("text", text)];
        self.post(FORM, &fields, "").await
    }

    async fn is_signed_in(&self, cookie: &str) -> bool {
        self.get("/intern/", cookie).await.status == StatusCode::OK
    }
}

fn numbered(number: i64) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

#[tokio::test]
async fn a_form_from_another_day_is_sent_with_one_press_more() {
    let town = Town::with(SMALL, "[limits]\nper_minute = 1000000\nfill_seconds = 1");
    let before = town.app.key.form_token(town.app.now().as_second() - 10);
    town.set_clock(DAY);
    let sent = town.send_with(&before, &numbered(1), "Ført inn").await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
    let ahead = town.app.key.form_token(town.app.now().as_second() - 10);
    town.set_clock(0);
    let held = town.send_with(&ahead, &numbered(2), "Min mening").await;
    assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(held.text.contains("Min mening"), "{}", held.text);
    let token = value(&held.text, "token").to_string();
    town.set_clock(2);
    let sent = town.send_with(&token, &numbered(2), "Min mening").await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
}

#[tokio::test]
async fn nobody_is_signed_out_for_long_or_in_for_longer() {
    let town = Town::new();
    let (kari, _) = town.sign_in("kari", Role::Moderator).await;
    town.set_clock(60);
    assert!(town.is_signed_in(&kari).await);
    town.set_clock(-60);
    assert!(town.is_signed_in(&kari).await, "clocks are set by a little");
    town.set_clock(DAY);
    assert!(!town.is_signed_in(&kari).await);
    let (ahead, _) = town.sign_in_again("kari").await;
    assert!(town.is_signed_in(&ahead).await);
    town.set_clock(0);
    assert!(!town.is_signed_in(&ahead).await, "it would last a day and a half");
    let (now, _) = town.sign_in_again("kari").await;
    assert!(town.is_signed_in(&now).await);
    let sessions = town
        .app
        .store
        .read(|db| db.query_row("SELECT count(*) FROM session", [], |row| row.get::<_, i64>(0)));
    assert_eq!(sessions.await, Ok(1), "those from the wrong day are forgotten");
}

#[tokio::test]
async fn a_deadline_that_comes_too_early_costs_nothing_typed() {
    let town = Town::new();
    let closes: Timestamp = "2099-03-01T12:00:00+01:00".parse().unwrap();
    let noon_before = closes.as_second() - Timestamp::now().as_second() - DAY / 2;
    town.set_clock(noon_before);
    let receipt = town.send(UUID, &[("text", "I tide")]).await;
    assert_eq!(receipt.status, StatusCode::OK);
    town.set_clock(noon_before + DAY);
    let late = town.send(&numbered(1), &[("text", "Min lange mening")]).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.text.contains("Min lange mening"), "{}", late.text);
    let change = [("code", code(&receipt.text)), ("do", "change")];
    assert!(town.post("/horing/mitt", &change, "").await.text.contains("I tide"));
    town.set_clock(noon_before - DAY);
    let sent = town.send(&numbered(1), &[("text", "Min lange mening")]).await;
    assert_eq!(sent.status, StatusCode::OK);
}

#[tokio::test]
async fn the_chain_of_acts_holds_whatever_the_clock_says() {
    let town = Town::new();
    for (number, ahead) in [0, DAY, -DAY, 400 * DAY, 0].into_iter().enumerate() {
        town.set_clock(ahead);
        let uuid = numbered(i64::try_from(number).unwrap());
        assert_eq!(town.send(&uuid, &[("text", "Hei")]).await.status, StatusCode::OK);
    }
    assert_eq!(town.app.store.read(audit::broken).await, Ok(None));
    let verified = keep::verify(&town.app.config).unwrap();
    assert_eq!((verified.hashes, verified.acts), (5, 5));
    // The same sent again is the same, on any day.
    town.set_clock(-DAY);
    let again = town.send(&numbered(3), &[("text", "Hei")]).await;
    assert_eq!(again.status, StatusCode::OK, "{}", again.text);
    assert_eq!(keep::verify(&town.app.config).unwrap().acts, 5);
}

#[tokio::test]
async fn an_address_that_sent_too_many_may_send_again_soon() {
    let town = Town::with(SMALL, "[limits]\nper_minute = 2\nfill_seconds = 0");
    let next = std::cell::Cell::new(0);
    let send = async || {
        next.set(next.get() + 1);
        town.send(&numbered(next.get()), &[("text", "Hei")]).await
    };
    let is_empty = async || {
        let first = send().await.status;
        let statuses = [first, send().await.status, send().await.status];
        statuses == [StatusCode::OK, StatusCode::OK, StatusCode::TOO_MANY_REQUESTS]
    };
    assert!(is_empty().await);
    for ahead in [DAY, 0, -DAY] {
        town.set_clock(ahead);
        assert!(is_empty().await, "{ahead}");
        town.set_clock(ahead + 61);
        assert!(is_empty().await, "{ahead}, a minute later");
    }
    // What a browser worked for is good on any day that its form is.
    let held = send().await;
    assert_eq!(held.status, StatusCode::TOO_MANY_REQUESTS);
    let uuid = numbered(next.get());
    let token = value(&held.text, "token").to_string();
    let found = work::tests::found(&format!("{token}:{uuid}"));
    town.set_clock(DAY / 2 - DAY);
    let fields = [("token", token.as_str()), ("uuid", &uuid), ("work", &found), ("do", "send")];
    let sent = town.post(FORM, &[&fields[..], &[("text", "Hei")]].concat(), "").await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
}

#[tokio::test]
async fn what_is_removed_by_time_waits_a_day_for_the_clock() {
    let settings = "[limits]\nfill_seconds = 0\n[retention]\nwords_days = 10";
    let town = Town::with(SMALL, settings);
    assert_eq!(town.send(UUID, &[("text", "Ord")]).await.status, StatusCode::OK);
    let closes: Timestamp = "2099-03-01T12:00:00+01:00".parse().unwrap();
    let to_deadline = closes.as_second() - Timestamp::now().as_second();
    for (days, removed) in [(10, 0), (11, 1)] {
        town.set_clock(to_deadline + days * DAY + 60);
        assert_eq!(removal::remove_due(&town.app, town.app.now()).await, Ok(removed), "{days}");
    }
}
