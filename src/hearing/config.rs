//! `hearing.toml`: where the service listens, what it reads and writes, and how much it allows.
//!
//! All of it is checked before the service starts, and a mistake is told with its line. Paths count from the
//! file's folder. Some values can be given in the environment instead, as `PLANVERK_HEARING_LISTEN`.

use super::removal::Retention;
use super::{Error, mail};
use crate::diagnostic::Say;
use crate::say;
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// Values that the environment may give instead of the file.
const ENVIRONMENT: &str = "PLANVERK_HEARING_";

/// How the service is set up.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it listens.
    pub listen: SocketAddr,
    /// The public address of site and service, with a slash at its end.
    pub address: String,
    /// The folder of the built site.
    pub site: PathBuf,
    /// The plan's folder, where an export is written.
    pub plan: PathBuf,
    /// The folder of the database.
    pub data: PathBuf,
    /// Whether the service serves the site too, for trying it without a web server.
    pub serve_site: bool,
    /// Where metrics are told; none unless set.
    pub metrics: Option<SocketAddr>,
    /// The command that builds the site anew, with its arguments; empty for none.
    pub publish: Vec<String>,
    /// Web servers whose word on the visitor's address is trusted.
    pub trusted_proxies: Vec<IpAddr>,
    /// How much is allowed.
    pub limits: Limits,
    /// How receipts are sent by mail; none unless set.
    pub mail: Option<mail::Mail>,
    /// How long what people sent is kept.
    pub retention: Retention,
}

/// How much is allowed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Open connections.
    pub connections: usize,
    /// Forms sent from one address in a minute.
    pub per_minute: u32,
    /// Seconds that filling in a form takes at least.
    pub fill_seconds: i64,
    /// Seconds after which a command that builds the site is stopped.
    pub publish_seconds: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { connections: 1024, per_minute: 30, fill_seconds: 3, publish_seconds: 600 }
    }
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    listen: Option<Spanned<String>>,
    #[serde(default)]
    address: Option<Spanned<String>>,
    #[serde(default)]
    site: Option<PathBuf>,
    #[serde(default)]
    plan: Option<PathBuf>,
    #[serde(default)]
    data: Option<PathBuf>,
    #[serde(default)]
    serve_site: bool,
    #[serde(default)]
    metrics: Option<Spanned<String>>,
    #[serde(default)]
    publish: Vec<String>,
    #[serde(default)]
    trusted_proxies: Vec<Spanned<String>>,
    #[serde(default)]
    limits: Option<Spanned<Limits>>,
    #[serde(default)]
    mail: Option<mail::Written>,
    #[serde(default)]
    retention: Option<Spanned<Retention>>,
}

/// Reads and checks a configuration; `environment` gives a variable's value by its whole name.
///
/// # Errors
///
/// When the file can't be read, or the first mistake in it.
pub fn read(path: &Path, environment: impl Fn(&str) -> Option<String>) -> Result<Config, Error> {
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::NoConfig(path.to_path_buf()),
        _ => Error::Read(path.to_path_buf(), error),
    })?;
    let folder = path.parent().unwrap_or(Path::new("."));
    parse(&text, folder, environment).map_err(|(range, wrong)| {
        let name = path.display().to_string();
        Error::Config(range.map_or(name.clone(), |range| place(&name, &text, range.start)), wrong)
    })
}

type Wrong = (Option<Range<usize>>, Say);

fn parse(
    text: &str,
    folder: &Path,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<Config, Wrong> {
    let written: Written = toml::from_str(text).map_err(|error| {
        let message = error.message();
        let say =
            say!(nb: "dette kan ikke leses ({message})", en: "this can't be read ({message})");
        (error.span(), say)
    })?;
    // Who has set a variable has meant it: it goes before the file.
    let told = |name: &str, value: Option<Spanned<String>>| {
        let own = environment(&format!("{ENVIRONMENT}{}", name.to_uppercase()));
        own.map(|own| (None, own))
            .or_else(|| value.map(|value| (Some(value.span()), value.into_inner())))
    };
    let listen = told("listen", written.listen);
    let listen = listen.unwrap_or((None, "127.0.0.1:8080".to_string()));
    let at = |path: Option<PathBuf>, usual: &str| folder.join(path.unwrap_or(usual.into()));
    let config = Config {
        listen: socket("listen", listen)?,
        address: address(told("address", written.address))?,
        plan: at(written.plan, "."),
        data: at(environment("PLANVERK_HEARING_DATA").map(Into::into).or(written.data), "hearing"),
        site: at(written.site, "public"),
        serve_site: written.serve_site,
        metrics: told("metrics", written.metrics).map(metrics).transpose()?,
        publish: written.publish,
        trusted_proxies: written
            .trusted_proxies
            .into_iter()
            .map(proxy)
            .collect::<Result<_, _>>()?,
        limits: limits(written.limits)?,
        mail: written.mail.map(|mail| mail::read(mail, folder, &environment)).transpose()?,
        retention: retention(written.retention)?,
    };
    Ok(config)
}

type Value = (Option<Range<usize>>, String);

fn socket(name: &str, (range, value): Value) -> Result<SocketAddr, Wrong> {
    value.parse().map_err(|_| {
        let say = say!(
            nb: "«{value}» er ingen adresse med port. Skriv {name} = \"127.0.0.1:8080\"",
            en: "“{value}” is no address with a port. Write {name} = \"127.0.0.1:8080\""
        );
        (range, say)
    })
}

fn metrics(value: Value) -> Result<SocketAddr, Wrong> {
    let range = value.0.clone();
    let address = socket("metrics", value)?;
    if !address.ip().is_loopback() {
        let say = say!(
            nb: "målinger vises bare på denne maskinen. Skriv metrics = \"127.0.0.1:9100\"",
            en: "metrics are told on this machine alone. Write metrics = \"127.0.0.1:9100\""
        );
        return Err((range, say));
    }
    Ok(address)
}

fn address(value: Option<Value>) -> Result<String, Wrong> {
    let Some((range, value)) = value else {
        let say = say!(
            nb: "adressen som folk bruker, mangler. Skriv address = \"https://plan.eksempel.no/\"",
            en: "the address that people use is missing. Write address = \"https://plan.example.no/\""
        );
        return Err((None, say));
    };
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let odd = [' ', '"', '\'', '<', '>', '?', '#', ';', ','];
    if host.is_empty() || value.contains(odd) {
        let say = say!(
            nb: "«{value}» er ingen nettadresse. Skriv address = \"https://plan.eksempel.no/\"",
            en: "“{value}” is no web address. Write address = \"https://plan.example.no/\""
        );
        return Err((range, say));
    }
    if value.starts_with("http://") && !is_local(host) {
        let say = say!(
            nb: "innlogging og kvitteringer trenger https:// (http:// går bare på localhost)",
            en: "signing in and receipts need https:// (http:// is for localhost alone)"
        );
        return Err((range, say));
    }
    Ok(format!("{}/", value.trim_end_matches('/')))
}

fn is_local(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

fn proxy(value: Spanned<String>) -> Result<IpAddr, Wrong> {
    let range = value.span();
    let value = value.into_inner();
    value.parse().map_err(|_| {
        let say = say!(
            nb: "«{value}» er ingen IP-adresse. Skriv trusted_proxies = [\"127.0.0.1\"]",
            en: "“{value}” is no IP address. Write trusted_proxies = [\"127.0.0.1\"]"
        );
        (Some(range), say)
    })
}

fn limits(written: Option<Spanned<Limits>>) -> Result<Limits, Wrong> {
    let Some(written) = written else { return Ok(Limits::default()) };
    let range = written.span();
    let limits = written.into_inner();
    let fits = (16..=65_536).contains(&limits.connections)
        && (1..=1_000_000).contains(&limits.per_minute)
        && (0..=60).contains(&limits.fill_seconds)
        && (1..=86_400).contains(&limits.publish_seconds);
    if !fits {
        let say = say!(
            nb: "grensene er connections 16–65536, per_minute 1–1000000, fill_seconds 0–60, publish_seconds 1–86400",
            en: "the limits are connections 16–65536, per_minute 1–1000000, fill_seconds 0–60, publish_seconds 1–86400"
        );
        return Err((Some(range), say));
    }
    Ok(limits)
}

fn retention(written: Option<Spanned<Retention>>) -> Result<Retention, Wrong> {
    let Some(written) = written else { return Ok(Retention::default()) };
    let range = written.span();
    let retention = written.into_inner();
    let days = [retention.names_days, retention.words_days];
    if days.into_iter().flatten().any(|days| !(1..=36_500).contains(&days)) {
        let say = say!(
            nb: "names_days og words_days er 1–36500 dager etter fristen",
            en: "names_days and words_days are 1–36500 days after the deadline"
        );
        return Err((Some(range), say));
    }
    Ok(retention)
}

/// `hearing.toml:3:10`.
fn place(name: &str, text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("{name}:{line}:{column}")
}

impl Config {
    /// The origin that a browser names: `https://plan.example.no`.
    #[must_use]
    pub fn origin(&self) -> &str {
        let host = self.address.find("://").map_or(0, |at| at + 3);
        let end = self.address[host..].find('/').map_or(self.address.len(), |at| host + at);
        &self.address[..end]
    }

    /// The path in front of everything: `/`, or `/plan/` where the site lies in a folder.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.address[self.origin().len()..]
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A configuration for tests, with its data in a folder.
    pub fn config(folder: &Path, more: &str) -> Config {
        let text = format!("address = \"http://localhost:8080\"\n{more}");
        parse(&text, folder, |_| None).unwrap()
    }

    fn wrong(text: &str) -> String {
        let (range, say) = parse(text, Path::new("/x"), |_| None).unwrap_err();
        let place = range.map_or(String::new(), |range| place("", text, range.start));
        format!("{place} {}", say.en)
    }

    #[test]
    fn paths_count_from_the_file() {
        let config = config(Path::new("/srv"), "site = \"../www\"\ndata = \"/var/hearing\"");
        assert_eq!(config.site, Path::new("/srv/../www"));
        assert_eq!(config.data, Path::new("/var/hearing"));
        assert_eq!((config.origin(), config.root()), ("http://localhost:8080", "/"));
    }

    #[test]
    fn the_environment_goes_before_the_file() {
        let told = |name: &str| (name == "PLANVERK_HEARING_LISTEN").then(|| "[::1]:9".to_string());
        let text = "address = \"https://a.no/plan\"\nlisten = \"127.0.0.1:1\"";
        let config = parse(text, Path::new("/x"), told).unwrap();
        assert_eq!(config.listen.to_string(), "[::1]:9");
        assert_eq!((config.origin(), config.root()), ("https://a.no", "/plan/"));
    }

    #[test]
    fn mistakes_are_told_with_their_line() {
        let good = "address = \"https://a.no\"\n";
        let told = |more: &str| wrong(&format!("{good}{more}"));
        assert!(told("lisen = 1").starts_with(":2:1 this can't be read (unknown field `lisen`"));
        assert!(told("listen = \"8080\"").starts_with(":2:10 “8080” is no address with a port"));
        assert!(told("metrics = \"0.0.0.0:9\"").starts_with(":2:11 metrics are told"));
        assert!(
            told("trusted_proxies = [\"::1\", \"nginx\"]").starts_with(":2:27 “nginx” is no IP")
        );
        assert!(told("[limits]\nper_minute = 0").contains("per_minute 1–1000000"));
        assert!(told("[limits]\npublish_seconds = 0").contains("publish_seconds 1–86400"));
        assert!(told("[retention]\nwords_days = 0").contains("1–36500 days"));
        let mail = told("[mail]\nserver = \"smtp.a.no\"\nfrom = \"Kommunen\"");
        assert!(mail.starts_with(":4:8 “Kommunen” is no mail address"), "{mail}");
        assert!(wrong("").contains("the address that people use is missing"));
        assert!(wrong("address = \"http://a.no\"").contains("need https://"));
        assert!(wrong("address = \"https://a.no; script-src *\"").contains("no web address"));
        assert!(wrong("address = \"a.no\"").starts_with(":1:11 “a.no” is no web address"));
    }
}
