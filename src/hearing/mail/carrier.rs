//! Sending what is due, one by one; what can't be sent now is tried later, and given up after some days.

use super::letter;
use super::outbox::{self, LONGEST_WAIT, Waiting};
use super::settings::Mail;
use crate::hearing::app::App;
use crate::hearing::log;
use crate::hearing::store::Trouble;
use lettre::{Message, Transport};
use std::sync::Arc;
use std::time::Duration;

/// How often it is looked whether something is due.
const LOOK: Duration = Duration::from_secs(15);

/// The most receipts that are taken out at a time.
const MOST: i64 = 50;

/// How long it is waited after each try, in seconds: some three days in all, then a receipt is given up.
const WAITS: [i64; 9] =
    [60, 300, 1_800, 7_200, 21_600, 43_200, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT];

/// What came of sending a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    /// The server has it.
    Yes,
    /// The server will not take it, now or later.
    Never,
    /// The server can't take it now.
    Later,
    /// There is no server to speak to.
    Unreachable,
}

/// Sends receipts as long as the service runs; nothing where no server is set up.
pub async fn deliver(app: Arc<App>) {
    let Some(mail) = app.config.mail.clone() else { return };
    loop {
        if let Err(trouble) = send_due(&app, &mail).await {
            app.troubled(&trouble);
        }
        tokio::select! { () = app.posted.notified() => {}, () = tokio::time::sleep(LOOK) => {} }
    }
}

/// Sends what is due. Without a server the rest is left for the next time.
pub(in crate::hearing) async fn send_due(app: &Arc<App>, mail: &Mail) -> Result<(), Trouble> {
    loop {
        let now = app.now().as_second();
        let due = app.store.read(move |db| outbox::due(db, now, MOST)).await?;
        if due.is_empty() {
            return Ok(());
        }
        for one in due {
            let sent = match letter::write(app, mail, &one) {
                Ok(message) => send(mail.clone(), message).await,
                Err(_) => Sent::Never,
            };
            note(app, &one, sent, now).await?;
            if sent == Sent::Unreachable {
                return Ok(());
            }
        }
    }
}

async fn send(mail: Mail, message: Message) -> Sent {
    let sent = tokio::task::spawn_blocking(move || mail.transport()?.send(&message));
    match sent.await {
        Ok(Ok(_)) => Sent::Yes,
        Ok(Err(error)) if error.is_permanent() || error.is_client() => Sent::Never,
        Ok(Err(error)) if error.is_transient() => Sent::Later,
        _ => Sent::Unreachable,
    }
}

/// Writes down what came of it. The log never names an address: what servers answer often does.
async fn note(app: &App, one: &Waiting, sent: Sent, now: i64) -> Result<(), Trouble> {
    let (id, wait) = (one.id, WAITS.get(usize::from(one.tries)).copied());
    let of = format!("{}/s{}", one.round, one.number);
    let event = match (sent, wait) {
        (Sent::Yes, _) => "mail-sent",
        (Sent::Never, _) | (_, None) => "mail-given-up",
        _ => "mail-later",
    };
    match (sent, wait) {
        (Sent::Later | Sent::Unreachable, Some(wait)) => {
            app.store.write(move |db| outbox::later(db, id, now + wait)).await?;
        }
        _ => app.store.write(move |db| outbox::done(db, id)).await?,
    }
    if sent == Sent::Yes {
        app.metrics.mailed();
    }
    log::event(event, &[("of", &of), ("try", &(one.tries + 1).to_string())]);
    Ok(())
}
