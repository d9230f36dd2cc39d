//! Texts that mean harm, in every field and on every page.

use super::*;

/// Texts that would run, close a field or an element, or steer a terminal, if they were not escaped.
pub(super) const HOSTILE: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</textarea></title><svg/onload=alert(1)>",
    "{{ 7777 * 7 }}{% raw %}' onfocus='alert(1)",
    "javascript:alert(1)//\u{202e}\u{0}",
];

#[tokio::test]
async fn hostile_texts_are_shown_and_never_run() {
    let town = Town::new();
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    for (place, hostile) in HOSTILE.into_iter().enumerate() {
        let uuid = format!("00000000-0000-4000-8000-00000000000{place}");
        let fields = [
            ("on", "b2"),
            ("comment", hostile),
            ("answer", hostile),
            ("text", hostile),
            ("name", hostile),
            ("named", "1"),
            ("consent", "1"),
        ];
        let receipt = town.send(&uuid, &fields).await;
        assert_eq!(receipt.status, StatusCode::OK);
        let pages = pages_with(&town, hostile, (place, &receipt), (&cookie, &token)).await;
        for page in pages.iter().chain([&receipt]) {
            let text = page.text.to_lowercase();
            for sign in ["<script>", "<img", "<svg", "onfocus='", "onerror=alert(1)>"] {
                assert!(!text.contains(sign), "{sign} in {}", page.text);
            }
            assert!(!text.contains("54439"), "a template ran over a text");
        }
    }
}

/// Every page that shows what somebody wrote, of the public side and of the staff's.
async fn pages_with(
    town: &Town,
    hostile: &str,
    (place, receipt): (usize, &Got),
    (cookie, token): (&str, &str),
) -> Vec<Got> {
    let uuid = format!("00000000-0000-4000-8000-00000000000{place}");
    let code = code(&receipt.text).to_string();
    let number = (place + 1).to_string();
    let one = format!("/intern/svar/horing-2027/{number}");
    let redact = format!("/intern/sladd/horing-2027/{number}");
    let publish = [("token", token), ("version", "1"), ("do", "publish")];
    let withhold = [("token", token), ("version", "2"), ("do", "withhold"), ("reason", hostile)];
    let preview = [
        ("token", token),
        ("version", "3"),
        ("phrases", hostile),
        ("reason", hostile),
        ("do", "preview"),
    ];
    let filter = form_urlencoded::byte_serialize(hostile.as_bytes()).collect::<String>();
    [
        town.post(
            FORM,
            &[
                ("uuid", &uuid),
                ("do", "edit"),
                ("text", hostile),
                ("uuid", hostile),
                ("on", hostile),
                ("comment", hostile),
            ],
            "",
        )
        .await,
        town.post("/horing/mitt", &[("code", &code), ("do", "change")], "").await,
        town.post("/horing/mitt", &[("code", hostile), ("do", "show")], "").await,
        town.get(&format!("{FORM}?on={filter}"), "").await,
        town.get(&format!("/intern/?q={filter}&state={filter}&on={filter}"), cookie).await,
        town.post(&one, &publish, cookie).await,
        town.get("/intern/vurdering", cookie).await,
        town.post(&one, &withhold, cookie).await,
        town.post(&redact, &preview, cookie).await,
        town.get("/intern/?state=", cookie).await,
        town.get("/intern/logg", cookie).await,
        town.post("/intern/inn", &[("name", hostile), ("password", hostile)], "").await,
    ]
    .into()
}
