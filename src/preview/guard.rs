//! Who may ask: browsers that were sent to this machine by its number or as `localhost`, and on the channels
//! that change or follow something, only our own pages.
//!
//! A page from elsewhere can make a browser ask us by a name that its owner points at this machine (DNS
//! rebinding): the name then stands in `Host`, and is not ours. It can ask us by our own name too, but then it may
//! not read the answer, since none allows another origin; and `Origin` tells.

use super::head::{Head, Refused, refused};
use super::reload;
use std::net::IpAddr;

/// Whether a request may be answered.
pub(super) fn check(head: &Head) -> Result<(), Refused> {
    if !matches!(head.method.as_str(), "GET" | "HEAD" | "POST") {
        return refused(405, "Method not allowed");
    }
    let announced = head.field("content-length");
    if head.has("transfer-encoding")
        || head.has("expect")
        || (head.has("content-length") && announced != Some("0"))
    {
        return refused(413, "The preview takes no content");
    }
    let Some(host) = head.field("host") else { return refused(400, "One Host is needed") };
    if !is_ours(host) {
        return refused(421, "This host is not served here: use localhost or the machine's number");
    }
    let follows = head.path == reload::PATH;
    if (follows || head.method == "POST") && !is_from_us(head, host) {
        return refused(403, "This is for the preview's own pages");
    }
    if head.method == "POST" && !head.has("origin") {
        return refused(403, "This is for the preview's own pages");
    }
    Ok(())
}

/// `localhost` or an address in numbers, with a port or without: nobody else can make those theirs.
fn is_ours(host: &str) -> bool {
    let (name, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((number, port)) => {
            return is_port(port) && number.parse::<std::net::Ipv6Addr>().is_ok();
        }
        None => host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port))),
    };
    let named = name.eq_ignore_ascii_case("localhost");
    let number = name.parse::<IpAddr>().is_ok_and(|ip| ip.is_ipv4());
    (named || number) && port.is_none_or(|port| is_port(&format!(":{port}")))
}

fn is_port(written: &str) -> bool {
    written.is_empty()
        || written.strip_prefix(':').is_some_and(|port| {
            port.parse::<u16>().is_ok() && port.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Whether a browser says that the request comes from a page of ours, or says nothing, as programs do.
fn is_from_us(head: &Head, host: &str) -> bool {
    let origin = !head.has("origin")
        || head.field("origin").is_some_and(|origin| {
            origin.strip_prefix("http://").is_some_and(|from| from.eq_ignore_ascii_case(host))
        });
    let site = !head.has("sec-fetch-site") || head.field("sec-fetch-site") == Some("same-origin");
    origin && site
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn hosts_that_are_ours() {
        for host in
            ["localhost", "LOCALHOST:4000", "127.0.0.1", "127.0.0.1:4000", "[::1]", "[::1]:80"]
        {
            assert!(is_ours(host), "{host}");
        }
        for host in [
            "",
            ":4000",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "evil.example:4000",
            "localhost:x",
            "localhost:",
            "localhost:+80",
            "[::1",
            "[::1]x",
            "[evil]",
            "127.0.0.1:4000:1",
            "localhost@evil",
            "2130706433",
            "user:a@localhost",
        ] {
            assert!(!is_ours(host), "{host}");
        }
    }
}
