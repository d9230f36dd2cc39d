//! What somebody with bad intentions may try, from a page in the same browser or on the same network.

use super::Preview;
use super::client::Answer;
use crate::command::Plan;
use std::io::{Read, Write};

/// Stands in files that must never be served.
const SECRET: &str = "hemmelig-7f3a";

/// A plan with secrets beside it and in it.
fn plan() -> Plan {
    Plan::new()
        .file("index.md", "Velkommen.\n")
        .file("utkast.txt", SECRET)
        .beside("hemmelig.txt", SECRET)
        .beside(".git/config", SECRET)
        .beside("themes/eget/static/hemmelig.css", SECRET)
}

fn request(preview: &Preview, method: &str, target: &str, fields: &str) -> Answer {
    let port = preview.port();
    preview.send(format!(
        "{method} {target} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n{fields}\r\n"
    ))
}

#[test]
fn only_routes_are_served_whatever_the_path_is_made_to_look_like() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    for target in [
        "/../hemmelig.txt",
        "/%2e%2e/hemmelig.txt",
        "/%252e%252e%252fhemmelig.txt",
        "/..%2fhemmelig.txt",
        "/..%5chemmelig.txt",
        "/..\\hemmelig.txt",
        "/....//hemmelig.txt",
        "/assets/../../hemmelig.txt",
        "/assets/%2e%2e%2f%2e%2e%2fhemmelig.txt",
        "/_planverk/published/../../hemmelig.txt",
        "/_planverk/published/%2e%2e/hemmelig.txt",
        "/_planverk/../hemmelig.txt",
        "//hemmelig.txt",
        "/hemmelig.txt",
        "/hemmelig.txt%00.html",
        "/%c0%ae%c0%ae/hemmelig.txt",
        "/.git/config",
        "/content/utkast.txt",
        "/utkast.txt",
        "/content/plan.toml",
        "/themes/eget/static/hemmelig.css",
        "/file:///etc/passwd",
        "/etc/passwd",
        "http://localhost/hemmelig.txt",
        "*",
    ] {
        let answer = request(&preview, "GET", target, "");
        assert!(matches!(answer.status, 400 | 404), "{target}: {answer:?}");
        assert!(!answer.text().contains(SECRET) && !answer.text().contains("root:"), "{target}");
    }
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn a_name_that_is_not_this_machine_s_is_not_answered() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    let port = preview.port();
    let with =
        |host: &str| preview.send(format!("GET / HTTP/1.1\r\n{host}Connection: close\r\n\r\n"));
    for host in [
        "Host: evil.example\r\n".to_string(),
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: localhost.evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1.evil.example:{port}\r\n"),
        format!("Host: localhost:{port}\r\nHost: evil.example\r\n"),
        format!("Host: evil@localhost:{port}\r\n"),
        String::new(),
        "Host:\r\n".to_string(),
    ] {
        let answer = with(&host);
        assert!(matches!(answer.status, 400 | 421), "{host:?}: {}", answer.status);
        assert!(!answer.text().contains("Velkommen"), "{host:?}");
    }
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(with(&format!("Host: {host}:{port}\r\n")).status, 200, "{host}");
    }
}

#[test]
fn what_follows_or_changes_the_preview_is_for_its_own_pages() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    let own = format!("Origin: http://localhost:{}\r\n", preview.port());
    let events = "/_planverk/events?page=index.html";
    for fields in [
        "Origin: http://evil.example\r\n",
        "Origin: null\r\n",
        "Origin: https://localhost\r\n",
        "Origin: http://localhost:1\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
    ] {
        assert_eq!(request(&preview, "GET", events, fields).status, 403, "{fields}");
        let stage = request(&preview, "POST", "/_planverk/stage/hearing", fields);
        assert_eq!(stage.status, 403, "{fields}");
    }
    // A form on any page can post, but it can't leave out its origin; a program that does is no browser.
    assert_eq!(request(&preview, "POST", "/_planverk/stage/hearing", "").status, 403);
    let length = "Content-Length: 0\r\n";
    let fields = format!("{own}{length}");
    assert_eq!(request(&preview, "POST", "/_planverk/stage/hearing", &fields).status, 200);
    assert_eq!(request(&preview, "POST", "/_planverk/stage/none", &fields).status, 404);
    assert_eq!(request(&preview, "POST", "/index.html", &fields).status, 405);
    let fields = preview.get("/").fields.to_ascii_lowercase();
    assert!(!fields.contains("access-control"), "{fields}");
    assert!(fields.contains("cross-origin-resource-policy: same-origin"), "{fields}");
    assert!(fields.contains("default-src 'none'") && !fields.contains("unsafe"), "{fields}");
}

#[test]
fn methods_and_bodies_that_no_reader_sends_are_refused() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    for method in ["PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE", "PROPFIND", "get"] {
        assert_eq!(request(&preview, method, "/", "").status, 405, "{method}");
    }
    for fields in [
        "Content-Length: 18446744073709551615\r\n",
        "Content-Length: 99999999999999999999999\r\n",
        "Content-Length: 4000000000\r\n",
        "Content-Length: 1\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 0\r\nContent-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: gzip, chunked\r\nContent-Length: 0\r\n",
        "Expect: 100-continue\r\n",
    ] {
        assert_eq!(request(&preview, "GET", "/", fields).status, 413, "{fields}");
    }
    let long = format!("X: {}\r\n", "x".repeat(100_000));
    assert!(matches!(request(&preview, "GET", "/", &long).status, 431 | 0));
    let many = "X: x\r\n".repeat(1000);
    assert!(matches!(request(&preview, "GET", "/", &many).status, 431 | 0));
    for bytes in
        [&b"\x16\x03\x01\x02\x00\x01\x00"[..], b"\0\0\0\0", b"GET\r\n\r\n", b"GET / HTTP/9\r\n\r\n"]
    {
        let answer = preview.send([bytes, b"\r\n\r\n"].concat());
        assert!(matches!(answer.status, 400 | 0), "{bytes:?}: {}", answer.status);
    }
    assert_eq!(preview.get("/").status, 200);
    let head = request(&preview, "HEAD", "/", "");
    assert!(head.status == 200 && head.body.is_empty());
}

#[test]
fn two_requests_on_a_line_get_two_answers() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    let port = preview.port();
    let one = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    let last = format!("GET /nei HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    let both = preview.send(format!("{one}{last}"));
    assert_eq!(both.status, 200);
    assert!(both.text().contains("HTTP/1.1 404 Not Found"));
}

#[test]
fn slow_connections_do_not_keep_others_from_their_pages() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    let slow: Vec<_> = (0..500)
        .map(|number| {
            let mut stream = preview.connect();
            // Some say nothing, some begin, some follow a page and never read.
            let words: &[u8] = match number % 3 {
                0 => b"",
                1 => b"GET / HTTP/1.1\r\nHost: loc",
                _ => b"GET /_planverk/events?page=index.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
            };
            stream.write_all(words).unwrap();
            stream
        })
        .collect();
    for _ in 0..20 {
        assert!(preview.get("/").text().contains("Velkommen."));
    }
    plan.write("content/index.md", "Farvel.\n");
    preview.shows("/", "Farvel.");
    preview.hides("/", "Velkommen.");
    drop(slow);
}

#[test]
fn who_says_nothing_for_long_is_sent_away() {
    let plan = plan();
    let preview = Preview::of(&plan, &[]);
    let mut stream = preview.connect();
    stream.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    let mut said = String::new();
    stream.read_to_string(&mut said).unwrap();
    assert!(said.starts_with("HTTP/1.1 408"), "{said}");
}
