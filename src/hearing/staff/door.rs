//! Who may come in: the table of routes says what each demands.

use crate::hearing::accounts::{self, Person};
use crate::hearing::app::App;
use crate::hearing::http::answer;
use crate::hearing::http::body::read;
use crate::hearing::http::fields::Fields;
use crate::hearing::routes::{ROUTES, Who};
use crate::hearing::secrets;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// The cookie of a session. Browsers take a name that begins so from the very host alone, over https.
pub(super) const COOKIE: &str = "__Host-planverk";

/// The largest form of the staff's.
const BODY: usize = 64 * 1024;

/// Lets in who may, with who they are; all others are told why not.
pub async fn door(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let needed = needed(&app, &request);
    if needed == Who::Anyone {
        return next.run(request).await;
    }
    let person = match signed_in(&app, request.headers()).await {
        Ok(Some(person)) => person,
        Ok(None) if request.method() == Method::GET => return answer::see(&app.at("intern/inn")),
        Ok(None) => {
            let on = Some(("intern/inn", "hear_sign_in"));
            return app.message(StatusCode::UNAUTHORIZED, "hear_signed_out", on);
        }
        Err(refused) => return refused,
    };
    if needed == Who::Moderator && !person.decides() {
        let on = Some(("intern/", "hear_queue"));
        return app.message(StatusCode::FORBIDDEN, "hear_not_allowed", on);
    }
    if request.method() == Method::POST {
        let (parts, body) = request.into_parts();
        let Some(bytes) = read(body, BODY).await else {
            return app.message(StatusCode::PAYLOAD_TOO_LARGE, "hear_too_large", None);
        };
        let token = Fields::read(&bytes).get("token").to_string();
        let ours = app.key.session_token(&person.session);
        if !secrets::same(token.as_bytes(), ours.as_bytes()) {
            let on = Some(("intern/", "hear_queue"));
            return app.message(StatusCode::FORBIDDEN, "hear_foreign", on);
        }
        request = Request::from_parts(parts, Body::from(bytes));
    }
    request.extensions_mut().insert(person);
    next.run(request).await
}

/// What a route demands. Below `/intern/` nothing is open that the table does not know.
fn needed(app: &App, request: &Request) -> Who {
    let root = app.config.root();
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let path = route.and_then(|route| route.strip_prefix(root));
    let method = match *request.method() {
        Method::HEAD => "GET",
        ref method => method.as_str(),
    };
    let known = path.and_then(|path| {
        ROUTES.iter().find(|(own, pattern, _)| *own == method && *pattern == path)
    });
    match known {
        Some((.., who)) => *who,
        None if request.uri().path().starts_with(&app.at("intern")) => Who::Moderator,
        None => Who::Anyone,
    }
}

async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<Person>, Response> {
    let Some(token) = cookie(headers) else { return Ok(None) };
    let now = app.now();
    let found = app.store.read(move |db| accounts::person(db, &token, now)).await;
    let found = found.map_err(|trouble| app.unavailable(&trouble))?;
    let Some((person, is_due)) = found else { return Ok(None) };
    if is_due {
        let session = person.session.clone();
        // A session that could not be marked as used ends a little sooner.
        let _ = app.store.write(move |db| accounts::seen(db, &session, now)).await;
    }
    Ok(Some(person))
}

fn cookie(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(name, _)| name.trim() == COOKIE)?;
    Some(value.trim().to_string())
}
