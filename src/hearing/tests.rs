//! The service as a whole, asked without a network: what people and staff do, and what must never happen.

use super::accounts::{self, Role};
use super::app::{App, Known};
use super::config::tests::config;
use super::export;
use super::http::answer;
use super::http::listen::Peer;
use super::routes::{self, ROUTES, Who};
use super::secrets::Key;
use super::store::Store;
use super::targets::{self, tests::SMALL};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

const UUID: &str = "3b1f8a52-0b0e-4a7e-9a54-0e7c4f1f2a10";
const PASSWORD: &str = "korrekt hest batteri";
const FORM: &str = "/horing/horing-2027/svar";

/// A service in a folder of its own, with the small round.
struct Town {
    app: Arc<App>,
    router: Router,
    folder: TempDir,
}

struct Got {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Town {
    fn new() -> Town {
        Town::with(SMALL, "[limits]\nper_minute = 1000000\nfill_seconds = 0")
    }

    fn with(targets: &str, settings: &str) -> Town {
        let folder = tempfile::tempdir().unwrap();
        let round = targets::parse(targets).unwrap();
        let plan = folder.path().join("content/horinger/01-horing-2027");
        std::fs::create_dir_all(&plan).unwrap();
        let config = config(folder.path(), settings);
        let store = Store::open(&config.data).unwrap();
        let rounds = [(round.told.round.clone(), round)].into();
        let known = Known { rounds, ..Known::default() };
        let app = Arc::new(App::new(config, store, Key::new([7; 32]), known).unwrap());
        Town { router: routes::router(Arc::clone(&app)), app, folder }
    }

    async fn ask(&self, request: Request<Body>) -> Got {
        let mut request = request;
        request.extensions_mut().insert(Peer(([127, 0, 0, 1], 9).into()));
        let response = TowerToHyperService::new(self.router.clone()).call(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Got { status: parts.status, headers: parts.headers, text }
    }

    async fn get(&self, path: &str, session: &str) -> Got {
        let request = Request::get(path).header(header::COOKIE, session);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)], session: &str) -> Got {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::COOKIE, session)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    fn token(&self) -> String {
        self.app.key.form_token(jiff::Timestamp::now().as_second())
    }

    /// Sends a submission with these fields beside what every form has.
    async fn send(&self, uuid: &str, fields: &[(&str, &str)]) -> Got {
        let token = self.token();
        let all = [("token", token.as_str()), ("uuid", uuid), ("do", "send"), ("kind", "private")];
        self.post(FORM, &[&all, fields].concat(), "").await
    }

    /// Makes an account and gives its cookie and its forms' token.
    async fn sign_in(&self, name: &str, role: Role) -> (String, String) {
        accounts::add(&self.app.config.data, name, role, PASSWORD).unwrap();
        let token = self.token();
        let fields = [("name", name), ("password", PASSWORD), ("token", &token)];
        let got = self.post("/intern/inn", &fields, "").await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text);
        let cookie = got.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains("; Path=/; Secure; HttpOnly; SameSite=Strict"), "{cookie}");
        let cookie = cookie.split(';').next().unwrap().to_string();
        let page = self.get("/intern/konto", &cookie).await.text;
        (cookie, value(&page, "token").to_string())
    }

    /// Everything in the service's folder, as one text.
    fn bytes(&self) -> Vec<u8> {
        let files = std::fs::read_dir(&self.app.config.data).unwrap();
        files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
    }
}

/// The value of a hidden field.
fn value<'p>(page: &'p str, name: &str) -> &'p str {
    let start = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&start).unwrap_or_else(|| panic!("no {name} in {page}"));
    rest.split('"').next().unwrap()
}

fn code(page: &str) -> &str {
    page.split_once("hearing-code-value\">").unwrap().1.split('<').next().unwrap()
}

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
    let many = town.send(UUID, &[("text", "Mange")]).await;
    assert_eq!(many.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(many.text.contains("Mange"));
}

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

/// Texts that would run, close a field or an element, or steer a terminal, if they were not escaped.
const HOSTILE: [&str; 5] = [
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
    super::keep::empty_journal(&town.app.config.data).unwrap();
    assert!(has("Unntatt"));
    let bytes = town.bytes();
    let has = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    assert!(!has("Sperret") && !has("Trukket") && has("Unntatt"));
    assert_eq!(super::keep::verify(&town.app.config).unwrap().emptied, 2);
}

#[tokio::test]
async fn a_backup_brings_all_back_and_damage_is_refused() {
    let town = Town::new();
    town.send(UUID, &[("text", "Ta vare på meg")]).await;
    let data = town.app.config.data.clone();
    let file = town.folder.path().join("kopi.sqlite");
    super::keep::backup(&data, &file).unwrap();
    assert!(super::keep::backup(&data, &file).is_err());
    assert!(matches!(super::keep::restore(&data, &file), Err(super::Error::Busy(_))));
    town.send("00000000-0000-4000-8000-000000000000", &[("text", "Senere")]).await;
    let config = town.app.config.clone();
    town.app.store.close();
    let Town { app, router, folder } = town;
    drop((app, router));
    flip(&data.join(super::store::DATABASE));
    let refused = Store::open(&data).err().map(|error| error.say().en);
    assert!(
        refused.as_ref().is_some_and(|why| why.contains("planverk hearing restore")),
        "{refused:?}"
    );
    super::keep::restore(&data, &file).unwrap();
    let verified = super::keep::verify(&config).unwrap();
    assert_eq!((verified.hashes, verified.acts), (1, 1));
    let db = super::store::connect(&data.join(super::store::DATABASE)).unwrap();
    db.execute("UPDATE submission SET body = replace(body, 'vare', 'varm')", []).unwrap();
    assert!(super::keep::verify(&config).unwrap_err().say().nb.contains("horing-2027/s1"));
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

#[test]
fn an_answer_of_ours_is_never_kept_by_others() {
    let page = answer::page(StatusCode::OK, String::new());
    assert_eq!(page.headers()[header::CACHE_CONTROL], "no-store");
}
