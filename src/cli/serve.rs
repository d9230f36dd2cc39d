//! `planverk serve`: a preview, and what it tells in the terminal.

use super::arguments::Serve;
use super::progress::Progress;
use super::{Ending, Failure, failure, say, told};
use crate::preview::{self, News};
use crate::text::Language;
use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// The most names of changed files that a line holds.
const NAMES: usize = 3;

/// Serves a plan until it is stopped.
pub(super) fn run(serve: &Serve, language: Option<Language>) -> Result<Ending, Failure> {
    let request = preview::Request {
        plan: serve.plan.clone(),
        bind: serve.bind,
        port: serve.port,
        poll: serve.poll,
        editor: serve.editor.clone(),
        language,
        date: serve.date,
    };
    let spoken = language.unwrap_or_default();
    let (open, wished) = (serve.open, serve.port);
    let progress = Progress::files(spoken);
    let tell = move |news: &News<'_>| match news {
        News::Read => progress.step(),
        News::Ready { address, moved } => {
            progress.clear();
            say(&ready(*address, moved.then_some(wished), spoken));
            if open {
                browse(*address);
            }
        }
        News::Edition { changed, took, mistakes, advice, language } => {
            say(&line(changed, *took, &told::count(*mistakes, *advice, *language), *language));
        }
        News::Polling { why } => say(&polling(why, spoken)),
        News::Trouble { why } => {
            let why = failure::reading(why, spoken == Language::En);
            eprintln!("planverk: {}", told::harmless_lines(&why));
        }
    };
    preview::serve(request, &(Arc::new(tell) as preview::Tell))?;
    Ok(Ending::Good)
}

/// Where it is served, and what to know about that.
fn ready(address: SocketAddr, wished: Option<u16>, language: Language) -> String {
    let english = language == Language::En;
    let mut text = String::new();
    if let Some(port) = wished {
        text += &match english {
            true => format!("Port {port} is in use; this is the next that is free.\n"),
            false => format!("Port {port} er i bruk; dette er den neste ledige.\n"),
        };
    }
    let place = browsed(address);
    text += &match english {
        true => {
            format!("The plan is shown at {place} and follows what you write. Ctrl+C ends it.\n")
        }
        false => format!("Planen vises på {place} og følger det du skriver. Ctrl+C avslutter.\n"),
    };
    if !address.ip().is_loopback() {
        text += match english {
            true => "Careful: everybody on the network can read the plan here, drafts too.\n",
            false => {
                "Pass på: alle på nettverket kan lese planen her, også det som ikke er ferdig.\n"
            }
        };
    }
    text
}

/// The address to open on this machine.
fn browsed(address: SocketAddr) -> String {
    let port = address.port();
    match address {
        _ if address.ip().is_unspecified() || address.ip().is_loopback() && address.is_ipv4() => {
            format!("http://127.0.0.1:{port}/")
        }
        _ => format!("http://{address}/"),
    }
}

/// One line for an edition.
fn line(changed: &[String], took: Duration, count: &str, language: Language) -> String {
    let english = language == Language::En;
    let time = jiff::Zoned::now().strftime("%H:%M:%S");
    let what = match changed {
        [] => (if english { "read" } else { "lest" }).to_string(),
        _ => {
            let short = |path: &String| path.trim_start_matches("content/").to_string();
            let mut names: Vec<String> = changed.iter().take(NAMES).map(short).collect();
            if changed.len() > NAMES {
                let more = changed.len() - NAMES;
                names.push(if english { format!("{more} more") } else { format!("{more} til") });
            }
            names.join(", ")
        }
    };
    format!("{time}  {what}  {} ms  {count}\n", took.as_millis())
}

fn polling(why: &str, language: Language) -> String {
    match language {
        Language::En => format!(
            "The system can't tell when files change ({why}); they are looked at every second instead.\n"
        ),
        _ => format!(
            "Systemet kan ikke si fra når filer endres ({why}); planverk ser etter hvert sekund i stedet.\n"
        ),
    }
}

/// Opens a browser. One that does not start is no failure: the address stands in the terminal.
fn browse(address: SocketAddr) {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let quiet = Command::new(program)
        .arg(browsed(address))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if let Ok(mut child) = quiet {
        std::thread::spawn(move || child.wait());
    }
}
