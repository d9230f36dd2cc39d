//! Requests that are no good HTTP, or hide a second request in the first: each is refused and its connection closed,
//! none reaches a handler twice, and the service goes on.

use super::{Running, get, plan};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

/// A form that would be received, hidden behind another request.
const HIDDEN: &str = "GET /intern/ HTTP/1.1\r\nHost: x\r\n\r\n";

/// What the service answers to these bytes, until it closes: by itself, unless nothing more is told to come.
fn answer(address: &str, bytes: &[u8], cut_off: bool) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    // The service may close before it has read all.
    let _ = stream.write_all(bytes);
    if cut_off {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn post(head: &str, body: &str) -> Vec<u8> {
    let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    format!("POST /horing/horing-2027/svar HTTP/1.1\r\nHost: x\r\n{kind}{head}\r\n{body}")
        .into_bytes()
}

#[test]
fn what_is_malformed_or_smuggled_is_refused_and_closed() {
    let plan = plan();
    let running = Running::start(&plan);
    let address = running.address.as_str();
    let long = "x".repeat(20_000);
    let zero = format!("0\r\n\r\n{HIDDEN}");
    let malformed: Vec<(&str, Vec<u8>)> = vec![
        ("no HTTP", b"hello\r\n\r\n".to_vec()),
        ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec()),
        ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec()),
        ("HTTP/3.7", b"GET / HTTP/3.7\r\nHost: x\r\n\r\n".to_vec()),
        ("a method of signs", b"G(E)T / HTTP/1.1\r\nHost: x\r\n\r\n".to_vec()),
        ("a space in a name", b"GET / HTTP/1.1\r\nHost : x\r\n\r\n".to_vec()),
        ("a folded line", b"GET / HTTP/1.1\r\nHost: x\r\n y: z\r\n\r\n".to_vec()),
        ("a nul", b"GET / HTTP/1.1\r\nHost: x\0y\r\n\r\n".to_vec()),
        ("a bare return", b"GET / HTTP/1.1\r\nHost: x\rX: y\r\n\r\n".to_vec()),
        ("a long head", format!("GET / HTTP/1.1\r\nX: {long}\r\n\r\n").into_bytes()),
        ("a long path", format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n").into_bytes()),
        ("a thousand heads", format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(1000)).into_bytes()),
        ("two lengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", &format!("a=b{HIDDEN}"))),
        ("a list of lengths", post("Content-Length: 3, 4\r\n", &format!("a=b{HIDDEN}"))),
        ("a length with a sign", post("Content-Length: +3\r\n", &format!("a=b{HIDDEN}"))),
        ("a negative length", post("Content-Length: -1\r\n", HIDDEN)),
        ("a huge length", post("Content-Length: 99999999999999999999999\r\n", HIDDEN)),
        ("a length in hex", post("Content-Length: 0x3\r\n", HIDDEN)),
        ("length and chunks", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", &zero)),
        ("chunks and length", post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", &zero)),
        ("a strange coding", post("Transfer-Encoding: xchunked\r\n", &zero)),
        ("chunked not last", post("Transfer-Encoding: chunked, gzip\r\n", &zero)),
        ("a chunk without size", post("Transfer-Encoding: chunked\r\n", "zz\r\na=b\r\n0\r\n\r\n")),
        ("a chunk too large", post("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\na\r\n")),
        ("a chunk cut off", post("Transfer-Encoding: chunked\r\n", "5\r\na=b")),
        ("a body too large", post("Content-Length: 70000\r\n", &"x".repeat(70_000))),
        ("a body cut off", post("Content-Length: 50\r\n", "a=b")),
        ("another kind of body", b"POST /horing/horing-2027/svar HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 3\r\n\r\n<a>".to_vec()),
        ("a proxy's request", b"CONNECT kommune.example:443 HTTP/1.1\r\nHost: x\r\n\r\n".to_vec()),
    ];
    for (name, bytes) in &malformed {
        let answer = answer(address, bytes, name.ends_with("cut off"));
        let statuses = answer.matches("HTTP/1.1 ").count();
        // Closed without a word, or with one word of refusal; what is hidden behind is never answered.
        let refused = answer.is_empty() || answer.starts_with("HTTP/1.1 4") && statuses == 1;
        assert!(refused, "{name}: {answer}");
    }
    // An honest pair in one go is two requests, and answered as two.
    let pair = format!("{HIDDEN}GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert_eq!(answer(address, pair.as_bytes(), false).matches("HTTP/1.1 ").count(), 2);
    assert!(get(address, "/horing/").is_some());
    running.kill();
}
