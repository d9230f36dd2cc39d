//! Who may ask for what: the table of routes by role, forms from elsewhere, passwords.

use super::*;
use crate::hearing::http::answer;
use crate::hearing::routes::{ROUTES, Who};

#[tokio::test]
async fn every_route_asks_who_it_is() {
    let town = Town::new();
    town.send(UUID, &[("text", "Til behandling"), ("consent", "1")]).await;
    let reader = town.sign_in("leser", Role::Reader).await;
    let moderator = town.sign_in("kari", Role::Moderator).await;
    let nobody = (String::new(), String::new());
    for (method, pattern, who) in ROUTES {
        let path = pattern.replace("{round}", "horing-2027").replace("{number}", "1");
        let path = format!("/{}", path.replace("{id}", "b1").replace("{file}", "x.css"));
        for (role, (cookie, token)) in [(0, &nobody), (1, &reader), (2, &moderator)] {
            let may = match who {
                Who::Anyone => true,
                Who::Reader => role > 0,
                Who::Moderator => role > 1,
            };
            let got = match *method {
                "GET" => town.get(&path, cookie).await,
                // Signing out would end the walk.
                _ if path == "/intern/ut" => continue,
                _ => town.post(&path, &[("token", token)], cookie).await,
            };
            let refused = got.status == StatusCode::UNAUTHORIZED && path != "/intern/inn"
                || got.status == StatusCode::FORBIDDEN
                || got.headers.get(header::LOCATION).is_some_and(|to| to == "/intern/inn");
            assert_eq!(!refused, may, "{method} {path} as {role}: {}", got.status);
            // Without its token a form of the staff's is refused to everybody.
            if *method == "POST" && *who != Who::Anyone {
                let got = town.post(&path, &[("token", "0")], cookie).await;
                assert!(got.status.is_client_error(), "{path} without a token: {}", got.status);
            }
        }
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
            let request = Request::builder().method(method).uri(&path).body(Body::empty()).unwrap();
            let got = town.ask(request).await;
            assert!(got.status.is_client_error(), "{method} {path}: {}", got.status);
        }
    }
    assert_eq!(town.get("/intern/skjult", "").await.headers[header::LOCATION], "/intern/inn");
    assert_eq!(town.post("/intern/ut", &[("token", &reader.1)], &reader.0).await.status, 303);
    assert_eq!(town.get("/intern/", &reader.0).await.headers[header::LOCATION], "/intern/inn");
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused() {
    let town = Town::new();
    let body = format!("token={}&uuid={UUID}&text=Hei&do=send", town.token());
    let request = Request::post(FORM)
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body));
    assert_eq!(town.ask(request.unwrap()).await.status, StatusCode::FORBIDDEN);
    let request =
        Request::post(FORM).header(header::CONTENT_TYPE, "text/plain").body(Body::empty());
    assert_eq!(town.ask(request.unwrap()).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let large = town.send(UUID, &[("text", &"x".repeat(70_000))]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    let page = town.get("/horing/", "").await;
    let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
}

#[tokio::test]
async fn a_password_is_asked_for_a_few_times_alone() {
    let town = Town::new();
    accounts::add(&town.app.config.data, "kari", Role::Reader, PASSWORD).unwrap();
    let token = town.token();
    let mut statuses = Vec::new();
    for _ in 0..12 {
        let fields = [("name", "kari"), ("password", "feil"), ("token", &token)];
        statuses.push(town.post("/intern/inn", &fields, "").await.status.as_u16());
    }
    assert_eq!((statuses[0], statuses[11]), (401, 429));
}

#[test]
fn an_answer_of_ours_is_never_kept_by_others() {
    let page = answer::page(StatusCode::OK, String::new());
    assert_eq!(page.headers()[header::CACHE_CONTROL], "no-store");
}
