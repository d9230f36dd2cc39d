//! A receipt as a mail: plain text, in the language of the round, without a word that anybody typed.

use super::outbox::Waiting;
use super::settings::Mail;
use crate::hearing::app::App;
use crate::hearing::{secrets, when};
use lettre::message::header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::message::{Mailbox, Message};
use lettre::{Address, error::Error};

/// The longest address, in bytes.
const LONGEST: usize = 254;

/// Whether a receipt can be sent there: one address in plain letters, and nothing after it.
#[must_use]
pub fn is_address(typed: &str) -> bool {
    let plain = typed.len() <= LONGEST && typed.is_ascii();
    plain && !typed.contains(['"', ' ', ',', ';', '<', '>']) && typed.parse::<Address>().is_ok()
}

/// Writes a receipt.
pub(super) fn write(app: &App, mail: &Mail, one: &Waiting) -> Result<Message, Error> {
    let known = app.known();
    let round = known.rounds.get(&one.round);
    let language = round.map_or_else(|| app.language(), |round| round.language());
    let title = round.map_or(one.round.as_str(), |round| round.told.title.as_str());
    let (id, received) = (format!("s{}", one.number), when::shown(one.received, language));
    let page = format!("{}horing/mitt", app.config.address);
    let values = [
        ("title", title),
        ("id", &id),
        ("received", &received),
        ("code", &one.code),
        ("hash", &one.hash),
        ("page", &page),
    ];
    let told = secrets::hex(&app.key.mac("mail", &[one.round.as_bytes(), id.as_bytes()])[..16]);
    let message_id = format!("<{told}@{}>", mail.from.email.domain());
    let to = one.address.parse::<Address>().map_err(|_| Error::MissingTo)?;
    Message::builder()
        .from(mail.from.clone())
        .to(Mailbox::new(None, to))
        .subject(app.say(round, "hear_mail_subject", &[("title", title)]))
        .date_now()
        .message_id(Some(message_id))
        // Without it a reader need not decode what follows.
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN)
        // Nobody's machine answers a machine.
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_string(),
        ))
        .body(app.say(round, "hear_mail_text", &values))
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_is_one_and_holds_no_headers() {
        for good in ["kari@kommune.example", "kari.nordmann+plan@e-post.example"] {
            assert!(is_address(good), "{good}");
        }
        let long = format!("{}@kommune.example", "x".repeat(250));
        for bad in [
            "",
            "kari",
            "@kommune.example",
            "kari@kommune.example\r\nBcc: ola@kommune.example",
            "kari@kommune.example\nRCPT TO:<ola@kommune.example>",
            "kari@kommune.example, ola@kommune.example",
            "Kari <kari@kommune.example>",
            "\"kari\\\"\"@kommune.example",
            "kåri@kommune.example",
            "kari@komm\u{0}une.example",
            long.as_str(),
        ] {
            assert!(!is_address(bad), "{bad:?}");
        }
    }
}
