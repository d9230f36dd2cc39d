//! The service as a whole, asked without a network: what people and staff do, and what must never happen.

mod clock;
mod doors;
mod hostile;
mod keeping;
mod mail;
mod public;
mod publishing;
mod removal;
mod staff;

use super::accounts::{self, Role};
use super::app::{App, Known};
use super::config::tests::config;
use super::http::listen::Peer;
use super::routes;
use super::secrets::Key;
use super::store::Store;
use super::targets::{self, tests::SMALL};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use tempfile::TempDir;

const UUID: &str = "3b1f8a52-0b0e-4a7e-9a54-0e7c4f1f2a10";
const PASSWORD: &str = "korrekt hest batteri";
const FORM: &str = "/horing/horing-2027/svar";

/// A service in a folder of its own, with the small round.
struct Town {
    app: Arc<App>,
    router: Router,
    folder: TempDir,
    /// How many seconds its clock is ahead of the world's.
    ahead: Arc<AtomicI64>,
}

struct Got {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
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
        let ahead = Arc::new(AtomicI64::new(0));
        let told = Arc::clone(&ahead);
        let clock = move || Timestamp::now() + SignedDuration::from_secs(told.load(Relaxed));
        let key = Key::new([7; 32]);
        let app = Arc::new(App::new(config, store, key, known, Box::new(clock)).unwrap());
        Town { router: routes::router(Arc::clone(&app)), app, folder, ahead }
    }

    async fn ask(&self, request: Request<Body>) -> Got {
        let mut request = request;
        request.extensions_mut().insert(Peer(([127, 0, 0, 1], 9).into()));
        let response = TowerToHyperService::new(self.router.clone()).call(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Got { status: parts.status, headers: parts.headers, bytes: bytes.to_vec(), text }
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
        self.app.key.form_token(self.app.now().as_second())
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
        self.sign_in_again(name).await
    }

    async fn sign_in_again(&self, name: &str) -> (String, String) {
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
