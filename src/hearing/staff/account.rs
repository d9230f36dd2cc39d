//! Signing in and out, one's own password, and the log.

use super::{Shared, Signed, door, frame};
use crate::hearing::accounts;
use crate::hearing::app::{App, Asked};
use crate::hearing::http::{answer, guard};
use crate::hearing::secrets;
use crate::hearing::when;
use axum::extract::{Extension, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde::Serialize;

/// How many rows of the log are shown.
const ROWS: i64 = 200;

#[derive(Serialize)]
struct SignIn {
    action: String,
    name: String,
    problem: String,
    token: String,
}

/// The page to sign in at.
pub(super) async fn ask(State(app): Shared) -> Response {
    sign_in_page(&app, StatusCode::OK, "", "")
}

fn sign_in_page(app: &App, status: StatusCode, name: &str, problem: &str) -> Response {
    let view = SignIn {
        action: app.at("intern/inn"),
        name: name.to_string(),
        problem: if problem.is_empty() { String::new() } else { app.say(None, problem, &[]) },
        token: app.key.form_token(app.now().as_second()),
    };
    app.page(status, "sign-in.html", &app.frame(None, &app.say(None, "hear_sign_in", &[])), &view)
}

/// Signs in who has the password.
pub(super) async fn sign_in(State(app): Shared, asked: Asked) -> Response {
    let name = asked.fields.get("name").trim().to_string();
    let visitor = guard::visitor(asked.peer, &asked.headers, &app.config.trusted_proxies);
    if app.key.form_made(asked.fields.get("token")).is_none() {
        return sign_in_page(&app, StatusCode::UNPROCESSABLE_ENTITY, &name, "hear_again_old");
    }
    if !app.sign_ins.take(visitor, asked.now.as_second()) {
        return sign_in_page(&app, StatusCode::TOO_MANY_REQUESTS, &name, "hear_again_many");
    }
    let wanted = name.clone();
    let hash = match app.store.read(move |db| accounts::password_of(db, &wanted)).await {
        Ok(hash) => hash,
        Err(trouble) => return app.unavailable(&trouble),
    };
    let password = asked.fields.get("password").to_string();
    if !is_right(&app, password, hash).await {
        return sign_in_page(&app, StatusCode::UNAUTHORIZED, &name, "hear_wrong_password");
    }
    let Ok(token) = secrets::random::<32>() else {
        return sign_in_page(&app, StatusCode::SERVICE_UNAVAILABLE, &name, "hear_again_later");
    };
    let token = secrets::hex(&token);
    let (kept, now) = (token.clone(), asked.now);
    let begun = app.store.write(move |db| accounts::sign_in(db, &name, &kept, now)).await;
    if let Err(trouble) = begun {
        return app.unavailable(&trouble);
    }
    with_cookie(answer::see(&app.at("intern/")), &token, "")
}

/// Checks a password on a thread of its own, a few at a time.
async fn is_right(app: &App, password: String, hash: Option<String>) -> bool {
    let Ok(_place) = app.passwords.acquire().await else { return false };
    let checked =
        tokio::task::spawn_blocking(move || accounts::is_right(&password, hash.as_deref()));
    checked.await.unwrap_or(false)
}

fn with_cookie(mut response: Response, token: &str, more: &str) -> Response {
    let cookie =
        format!("{}={token}; Path=/; Secure; HttpOnly; SameSite=Strict{more}", door::COOKIE);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Signs out.
pub(super) async fn sign_out(State(app): Shared, Extension(who): Signed) -> Response {
    let ended = app.store.write(move |db| accounts::sign_out(db, &who.session)).await;
    match ended {
        Ok(()) => with_cookie(answer::see(&app.at("intern/inn")), "", "; Max-Age=0"),
        Err(trouble) => app.unavailable(&trouble),
    }
}

#[derive(Serialize)]
struct Account {
    name: String,
    role: String,
    problem: String,
    done: String,
    shortest: usize,
}

/// One's own account.
pub(super) async fn show(State(app): Shared, Extension(who): Signed) -> Response {
    account_page(&app, &who, StatusCode::OK, ("", ""))
}

fn account_page(
    app: &App,
    who: &accounts::Person,
    status: StatusCode,
    (problem, done): (&str, &str),
) -> Response {
    let say = |key: &str| if key.is_empty() { String::new() } else { app.say(None, key, &[]) };
    let view = Account {
        name: who.name.clone(),
        role: say(&format!("hear_role_{}", who.role.name())),
        problem: say(problem),
        done: say(done),
        shortest: accounts::SHORTEST,
    };
    let frame = frame(app, who, None, &say("hear_account"), "account");
    app.page(status, "account.html", &frame, &view)
}

/// Changes one's own password.
pub(super) async fn change(State(app): Shared, Extension(who): Signed, asked: Asked) -> Response {
    let refuse = |key| account_page(&app, &who, StatusCode::UNPROCESSABLE_ENTITY, (key, ""));
    let visitor = guard::visitor(asked.peer, &asked.headers, &app.config.trusted_proxies);
    if !app.sign_ins.take(visitor, asked.now.as_second()) {
        return refuse("hear_again_many");
    }
    let name = who.name.clone();
    let hash = match app.store.read(move |db| accounts::password_of(db, &name)).await {
        Ok(hash) => hash,
        Err(trouble) => return app.unavailable(&trouble),
    };
    if !is_right(&app, asked.fields.get("password").to_string(), hash).await {
        return refuse("hear_wrong_old_password");
    }
    let new = asked.fields.get("new").to_string();
    let hashed = tokio::task::spawn_blocking(move || accounts::hashed(&new)).await;
    let Ok(Ok(hashed)) = hashed else { return refuse("hear_short_password") };
    let person = who.clone();
    let now = asked.now;
    let done = app.store.write(move |db| accounts::own_password(db, &person, &hashed, now)).await;
    match done {
        Ok(()) => account_page(&app, &who, StatusCode::OK, ("", "hear_password_changed")),
        Err(trouble) => app.unavailable(&trouble),
    }
}

/// The newest rows of the log.
pub(super) async fn log(State(app): Shared, Extension(who): Signed) -> Response {
    #[derive(Serialize)]
    struct View {
        acts: Vec<ActView>,
    }
    let language = app.language();
    let read = app.store.read(move |db| {
        let sql = "SELECT at, who, act, round, number, hash FROM audit ORDER BY id DESC LIMIT ?1";
        let mut rows = db.prepare_cached(sql)?;
        let rows = rows.query_map([ROWS], |row| {
            let (round, number): (String, i64) = (row.get(3)?, row.get(4)?);
            Ok(ActView {
                at: when::shown(row.get(0)?, language),
                who: row.get(1)?,
                act: row.get(2)?,
                on: if number > 0 { format!("{round}/s{number}") } else { String::new() },
                link: if number > 0 {
                    format!("intern/svar/{round}/{number}")
                } else {
                    String::new()
                },
                hash: row.get(5)?,
            })
        })?;
        rows.collect::<rusqlite::Result<Vec<_>>>()
    });
    match read.await {
        Ok(mut acts) => {
            acts.iter_mut().for_each(|act| act.name(&app));
            let frame = frame(&app, &who, None, &app.say(None, "hear_log", &[]), "log");
            app.page(StatusCode::OK, "log.html", &frame, &View { acts })
        }
        Err(trouble) => app.unavailable(&trouble),
    }
}

/// A row of the log.
#[derive(Serialize)]
pub(super) struct ActView {
    pub(super) at: String,
    pub(super) who: String,
    pub(super) act: String,
    pub(super) on: String,
    pub(super) link: String,
    pub(super) hash: String,
}

impl ActView {
    /// Puts the language's words in the place of the act's name.
    pub(super) fn name(&mut self, app: &App) {
        let key = format!("hear_act_{}", self.act.replace('-', "_"));
        self.act = app.say(None, &key, &[]);
        if matches!(self.who.as_str(), "public" | "command" | "schedule") {
            self.who = app.say(None, &format!("hear_by_{}", self.who), &[]);
        }
    }
}
