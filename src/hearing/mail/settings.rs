//! `[mail]` in `hearing.toml`: the server that takes the receipts, and who they are from.

use crate::diagnostic::Say;
use crate::say;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{SmtpTransport, transport::smtp};
use serde::Deserialize;
use std::fmt;
use std::net::IpAddr;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;
use toml::Spanned;

/// Holds the password in the environment.
const PASSWORD: &str = "PLANVERK_HEARING_MAIL_PASSWORD";

/// How long a server may take for an answer.
const TIMEOUT: Duration = Duration::from_secs(20);

/// The table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    server: Spanned<String>,
    from: Spanned<String>,
    #[serde(default)]
    security: Security,
    #[serde(default)]
    user: Option<String>,
    #[serde(default)]
    password_file: Option<Spanned<PathBuf>>,
}

/// How the connection to the server is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Security {
    /// Begins in the open and turns to TLS before anything is said.
    #[default]
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// None: for a server on this machine alone.
    None,
}

/// The server that takes receipts, and who they are from.
#[derive(Clone)]
pub struct Mail {
    /// Who the receipts are from.
    pub from: Mailbox,
    /// The server and its port, to be shown.
    pub server: String,
    host: String,
    port: u16,
    security: Security,
    login: Option<Credentials>,
}

impl fmt::Debug for Mail {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Never the password.
        write!(formatter, "mail from {} by {}", self.from, self.server)
    }
}

type Wrong = (Option<Range<usize>>, Say);

/// Checks the table.
///
/// # Errors
///
/// The first mistake in it.
pub fn read(
    written: Written,
    folder: &Path,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<Mail, Wrong> {
    let security = written.security;
    let (host, port) = server(&written.server, security)?;
    let from = written.from.get_ref().parse::<Mailbox>().map_err(|_| {
        let value = written.from.get_ref();
        let say = say!(
            nb: "«{value}» er ingen e-postadresse. Skriv from = \"Kommunen <plan@kommune.example>\"",
            en: "“{value}” is no mail address. Write from = \"The municipality <plan@kommune.example>\""
        );
        (Some(written.from.span()), say)
    })?;
    if security == Security::None && !is_local(&host) {
        let say = say!(
            nb: "uten kryptering går e-post bare til en tjener på denne maskinen. Skriv security = \"starttls\"",
            en: "without encryption mail goes to a server on this machine alone. Write security = \"starttls\""
        );
        return Err((Some(written.server.span()), say));
    }
    let login = match written.user {
        None => None,
        Some(user) => {
            let password = password(written.password_file, folder, environment)?;
            Some(Credentials::new(user, password))
        }
    };
    let mail = Mail { from, server: format!("{host}:{port}"), host, port, security, login };
    let range = Some(written.server.span());
    mail.transport().map(drop).map_err(|why| {
        (range, say!(nb: "kan ikke kryptere e-post: {why}", en: "can't encrypt mail: {why}"))
    })?;
    Ok(mail)
}

/// `smtp.kommune.example`, or with a port after it.
fn server(written: &Spanned<String>, security: Security) -> Result<(String, u16), Wrong> {
    let value = written.get_ref();
    let usual = match security {
        Security::Starttls => 587,
        Security::Tls => 465,
        Security::None => 25,
    };
    let (host, port) = match value.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().ok()),
        None => (value.as_str(), Some(usual)),
    };
    let fits = |host: &str| {
        !host.is_empty()
            && host.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-'))
    };
    match port.filter(|port| *port > 0) {
        Some(port) if fits(host) => Ok((host.to_string(), port)),
        _ => {
            let say = say!(
                nb: "«{value}» er ingen tjener. Skriv server = \"smtp.kommune.example\", gjerne med :port",
                en: "“{value}” is no server. Write server = \"smtp.kommune.example\", with :port if need be"
            );
            Err((Some(written.span()), say))
        }
    }
}

fn is_local(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn password(
    file: Option<Spanned<PathBuf>>,
    folder: &Path,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<String, Wrong> {
    if let Some(password) = environment(PASSWORD) {
        return Ok(password);
    }
    let Some(file) = file else {
        let say = say!(
            nb: "passordet mangler. Sett {PASSWORD}, eller skriv password_file = \"…\"",
            en: "the password is missing. Set {PASSWORD}, or write password_file = \"…\""
        );
        return Err((None, say));
    };
    let range = Some(file.span());
    let path = folder.join(file.into_inner());
    let read = std::fs::read_to_string(&path).map_err(|why| {
        let path = path.display();
        (range, say!(nb: "kan ikke lese {path}: {why}", en: "can't read {path}: {why}"))
    })?;
    Ok(read.lines().next().unwrap_or_default().to_string())
}

impl Mail {
    /// A way to the server.
    ///
    /// # Errors
    ///
    /// When the machine has no certificates to trust.
    pub(super) fn transport(&self) -> Result<SmtpTransport, smtp::Error> {
        let tls = match self.security {
            Security::Starttls => Tls::Required(TlsParameters::new(self.host.clone())?),
            Security::Tls => Tls::Wrapper(TlsParameters::new(self.host.clone())?),
            Security::None => Tls::None,
        };
        let mut builder = SmtpTransport::builder_dangerous(self.host.clone())
            .port(self.port)
            .tls(tls)
            .timeout(Some(TIMEOUT))
            .hello_name(ClientId::Domain(self.from.email.domain().to_string()));
        if let Some(login) = &self.login {
            builder = builder.credentials(login.clone());
        }
        Ok(builder.build())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, password: Option<&str>) -> Result<Mail, String> {
        let written = toml::from_str(text).map_err(|error| error.message().to_string())?;
        let environment = |name: &str| {
            assert_eq!(name, PASSWORD);
            password.map(str::to_string)
        };
        read(written, Path::new("/none"), environment).map_err(|(_, say)| say.en)
    }

    #[test]
    fn a_server_is_encrypted_unless_it_is_on_this_machine() {
        let from = "from = \"Kommunen <plan@kommune.example>\"\n";
        let with = |more: &str| told(&format!("{from}{more}"), Some("hemmelig"));
        let mail = with("server = \"smtp.kommune.example\"\nuser = \"plan\"").unwrap();
        assert_eq!(mail.server, "smtp.kommune.example:587");
        assert!(!format!("{mail:?}").contains("hemmelig"), "{mail:?}");
        let open = "server = \"smtp.kommune.example\"\nsecurity = \"none\"";
        assert!(with(open).unwrap_err().contains("on this machine alone"));
        assert!(with("server = \"127.0.0.1:2525\"\nsecurity = \"none\"").is_ok());
        assert!(with("server = \"a b\"").unwrap_err().contains("is no server"));
        assert!(with("server = \"a\"\nport = 1").unwrap_err().contains("unknown field `port`"));
        let wrong = "server = \"a\"\nfrom = \"plan@x\\r\\nBcc: a@b.no\"";
        assert!(told(wrong, None).unwrap_err().contains("is no mail address"));
        let bare = format!("{from}server = \"a\"\nuser = \"plan\"");
        assert!(told(&bare, None).unwrap_err().contains("password is missing"));
    }
}
