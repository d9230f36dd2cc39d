//! The table of routes, and what stands around every request: origin, clock, headers, counting.
//!
//! [`ROUTES`] is the table that the tests walk. Who may ask for what below `/intern/` is decided in one place,
//! [`staff::door`](super::staff::door), before any handler runs.

use super::app::{App, Asked};
use super::http::fields::Fields;
use super::http::listen::Peer;
use super::http::{answer, guard, site};
use super::public::{mine, read, send};
use super::{http, log, staff};
use axum::Router;
use axum::extract::{FromRequest, MatchedPath, Path, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The largest body.
const BODY: usize = 64 * 1024;

/// How long a request may take from its head until it is answered.
const REQUEST: Duration = Duration::from_secs(15);

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// Who is signed in.
    Reader,
    /// Who is signed in and may decide.
    Moderator,
}

/// Every route below the root: method, path, who may ask.
pub const ROUTES: &[(&str, &str, Who)] = &[
    ("GET", "horing/", Who::Anyone),
    ("GET", "horing/mitt", Who::Anyone),
    ("POST", "horing/mitt", Who::Anyone),
    ("GET", "horing/-/{file}", Who::Anyone),
    ("GET", "horing/{round}", Who::Anyone),
    ("GET", "horing/{round}/", Who::Anyone),
    ("GET", "horing/{round}/tekst/{id}", Who::Anyone),
    ("GET", "horing/{round}/svar", Who::Anyone),
    ("POST", "horing/{round}/svar", Who::Anyone),
    ("GET", "intern/inn", Who::Anyone),
    ("POST", "intern/inn", Who::Anyone),
    ("POST", "intern/ut", Who::Reader),
    ("GET", "intern/", Who::Reader),
    ("GET", "intern/svar/{round}/{number}", Who::Reader),
    ("POST", "intern/svar/{round}/{number}", Who::Moderator),
    ("GET", "intern/sladd/{round}/{number}", Who::Moderator),
    ("POST", "intern/sladd/{round}/{number}", Who::Moderator),
    ("GET", "intern/vurdering", Who::Reader),
    ("POST", "intern/vurdering", Who::Moderator),
    ("GET", "intern/logg", Who::Reader),
    ("GET", "intern/personvern", Who::Reader),
    ("GET", "intern/fil/{round}/{file}", Who::Reader),
    ("GET", "intern/konto", Who::Reader),
    ("POST", "intern/konto", Who::Reader),
];

/// All routes with their handlers.
pub fn router(app: Arc<App>) -> Router {
    let routes = Router::new()
        .route("/horing/", get(async |State(app): State<Arc<App>>| read::rounds(&app)))
        .route("/horing/mitt", asks_for_code())
        .route("/horing/-/{file}", get(own_file))
        .route("/horing/{round}", get(round))
        .route("/horing/{round}/", get(without_slash))
        .route("/horing/{round}/tekst/{id}", get(text))
        .route("/horing/{round}/svar", answers())
        .merge(staff::routes());
    let root = app.config.root().trim_end_matches('/').to_string();
    let routes = if root.is_empty() { routes } else { Router::new().nest(&root, routes) };
    routes
        .route("/healthz", get(async || answer::plain(StatusCode::OK, "ok\n".to_string())))
        .route("/readyz", get(ready))
        .fallback(elsewhere)
        .method_not_allowed_fallback(async || {
            answer::plain(StatusCode::METHOD_NOT_ALLOWED, "405\n".to_string())
        })
        .layer(from_fn_with_state(Arc::clone(&app), staff::door))
        .layer(from_fn_with_state(Arc::clone(&app), around))
        .with_state(app)
}

fn asks_for_code() -> MethodRouter<Arc<App>> {
    get(async |State(app): State<Arc<App>>| mine::ask(&app))
        .post(async |State(app): State<Arc<App>>, asked: Asked| mine::step(&app, &asked).await)
}

fn answers() -> MethodRouter<Arc<App>> {
    let form = async |State(app): State<Arc<App>>, Path(round): Path<String>, asked: Asked| {
        send::form(&app, &round, &asked)
    };
    let step = async |State(app): State<Arc<App>>, Path(round): Path<String>, asked: Asked| {
        send::step(&app, &round, &asked).await
    };
    get(form).post(step)
}

async fn round(State(app): State<Arc<App>>, Path(round): Path<String>, asked: Asked) -> Response {
    read::round(&app, &round, &asked)
}

/// Sites link to a round as to a folder, and so do people who type.
async fn without_slash(State(app): State<Arc<App>>, Path(name): Path<String>) -> Response {
    let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    answer::see(&app.at(&format!("horing/{name}")))
}

async fn text(
    State(app): State<Arc<App>>,
    Path((round, id)): Path<(String, String)>,
    asked: Asked,
) -> Response {
    read::text(&app, &round, &id, &asked)
}

async fn own_file(State(app): State<Arc<App>>, Path(name): Path<String>) -> Response {
    match app.pages.asset(&name) {
        Some((kind, text)) => answer::file(kind, text, true),
        None => read::unknown(&app),
    }
}

/// Whether something can be written now.
async fn ready(State(app): State<Arc<App>>) -> Response {
    let written = app.store.write(|db| db.execute("DELETE FROM session WHERE seen < 0", []));
    match tokio::time::timeout(Duration::from_secs(5), written).await {
        Ok(Ok(_)) => answer::plain(StatusCode::OK, "ready\n".to_string()),
        Ok(Err(trouble)) => {
            app.troubled(&trouble);
            answer::plain(
                StatusCode::SERVICE_UNAVAILABLE,
                "the store can't be written\n".to_string(),
            )
        }
        Err(_) => answer::plain(StatusCode::SERVICE_UNAVAILABLE, "the store is slow\n".to_string()),
    }
}

async fn elsewhere(State(app): State<Arc<App>>, request: Request) -> Response {
    let path = request.uri().path().strip_prefix(app.config.root()).map(str::to_string);
    if app.config.serve_site
        && matches!(*request.method(), Method::GET | Method::HEAD)
        && let Some(path) = path
        && let Some(found) = site::answer(app.config.site.clone(), path).await
    {
        return found;
    }
    read::unknown(&app)
}

/// What stands around every request.
async fn around(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("-".to_string(), |route| route.as_str().to_string());
    let method = request.method().clone();
    let reads = matches!(method, Method::GET | Method::HEAD | Method::OPTIONS);
    let ours = reads || guard::is_ours(request.headers(), app.config.origin());
    let mut response = if request.headers().contains_key(header::TRANSFER_ENCODING) {
        // Forms come with their length. Told both ways, two servers may see two different requests.
        answer::closing(StatusCode::LENGTH_REQUIRED, "411\n".to_string())
    } else if ours {
        let answered = tokio::time::timeout(REQUEST, next.run(request)).await;
        answered.unwrap_or_else(|_| answer::plain(StatusCode::REQUEST_TIMEOUT, "408\n".to_string()))
    } else {
        app.message(StatusCode::FORBIDDEN, "hear_foreign", Some(("horing/", "title_hearings")))
    };
    answer::secure(response.headers_mut(), app.config.address.starts_with("https://"));
    let status = response.status().as_u16();
    app.metrics.request(&route, status, began.elapsed());
    if !reads || status >= 500 {
        let took = began.elapsed().as_millis().to_string();
        let (method, status) = (method.as_str(), status.to_string());
        let values = [("method", method), ("route", &route), ("status", &status), ("ms", &took)];
        log::event("request", &values);
    }
    response
}

impl FromRequest<Arc<App>> for Asked {
    type Rejection = Response;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Asked, Response> {
        let (parts, body) = request.into_parts();
        let nobody = Peer(([0, 0, 0, 0], 0).into());
        let peer = parts.extensions.get::<Peer>().copied().unwrap_or(nobody);
        let fields = if parts.method == Method::POST {
            let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
            if !kind.unwrap_or_default().starts_with("application/x-www-form-urlencoded") {
                let text = "415: send a form\n".to_string();
                return Err(answer::plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, text));
            }
            let bytes = http::body::read(body, BODY).await;
            let too_large = || app.message(StatusCode::PAYLOAD_TOO_LARGE, "hear_too_large", None);
            Fields::read(&bytes.ok_or_else(too_large)?)
        } else {
            Fields::read(parts.uri.query().unwrap_or_default().as_bytes())
        };
        Ok(Asked { peer, headers: parts.headers, fields, now: app.now() })
    }
}
