//! Requests to the hearing service, over a socket as anybody sends them: it answers or closes, never fails, and every
//! page is harmless.
//!
//! The input is a request without what every browser adds: a line, heads, an empty line, a body. `{token}` stands for
//! the token of a form, `{staff}` for one of a form of the staff, `{cookie}` for a moderator's session. One that begins with `!` is sent as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::hearing::{Role, add, read_config, serve};
use planverk_fuzz::tame;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::time::Duration;
use tempfile::TempDir;

const TARGETS: &str = include_str!("../../src/hearing/fixtures/targets.json");
const SETTINGS: &str = "address = \"http://localhost\"\nlisten = \"127.0.0.1:0\"\nserve_site = true\n\
                        [limits]\nper_minute = 1000000\nfill_seconds = 0\n";
const PASSWORD: &str = "korrekt hest batteri";

/// A service that runs as long as the fuzzer.
struct Service {
    at: SocketAddr,
    token: String,
    staff: String,
    cookie: String,
    _folder: TempDir,
}

static SERVICE: LazyLock<Service> = LazyLock::new(Service::start);

impl Service {
    fn start() -> Service {
        let folder = tempfile::tempdir().expect("a folder");
        let round = folder.path().join("public/horinger/horing-2027");
        std::fs::create_dir_all(&round).expect("a folder");
        std::fs::write(round.join("targets.json"), TARGETS).expect("a file");
        std::fs::write(folder.path().join("public/index.html"), "<!DOCTYPE html><title>x</title>")
            .expect("a file");
        let settings = folder.path().join("hearing.toml");
        std::fs::write(&settings, SETTINGS).expect("a file");
        let config = read_config(&settings, |_| None).expect("a configuration");
        add(&config.data, "kari", Role::Moderator, PASSWORD).expect("an account");
        let (told, at) = channel();
        std::thread::spawn(move || {
            let ended = serve(config, &|address| told.send(address).expect("somebody waits"));
            panic!("the service ended: {ended:?}");
        });
        let at = at.recv().expect("the service starts");
        let mut service = Service {
            at,
            token: String::new(),
            staff: String::new(),
            cookie: String::new(),
            _folder: folder,
        };
        service.sign_in();
        service
    }

    fn sign_in(&mut self) {
        self.token = hidden(&self.ask("GET /horing/horing-2027/svar"), "token");
        let form =
            format!("name=kari&password={}&token={}", PASSWORD.replace(' ', "+"), self.token);
        let answer = self.ask(&format!("POST /intern/inn\n\n{form}"));
        let cookie = answer.split("\r\nset-cookie: ").nth(1).expect("a session").split(';').next();
        self.cookie = cookie.unwrap_or_default().to_string();
        self.staff =
            hidden(&self.ask(&format!("GET /intern/konto\ncookie: {}", self.cookie)), "token");
    }

    fn ask(&self, input: &str) -> String {
        String::from_utf8_lossy(&self.send(&self.request(input.as_bytes()))).into_owned()
    }

    /// The bytes of a request, with what every browser adds.
    fn request(&self, input: &[u8]) -> Vec<u8> {
        let filled =
            [("{token}", &self.token), ("{staff}", &self.staff), ("{cookie}", &self.cookie)]
                .into_iter()
                .fold(input.to_vec(), |bytes, (name, value)| {
                    replaced(&bytes, name.as_bytes(), value.as_bytes())
                });
        if let Some(raw) = filled.strip_prefix(b"!") {
            return raw.to_vec();
        }
        let end = filled.windows(2).position(|two| two == b"\n\n");
        let (head, body) =
            end.map_or((&filled[..], &[][..]), |end| (&filled[..end], &filled[end + 2..]));
        let mut lines = head.split(|byte| *byte == b'\n');
        let mut request = lines.next().unwrap_or_default().to_vec();
        request.extend_from_slice(b" HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
        for line in lines {
            request.extend_from_slice(line);
            request.extend_from_slice(b"\r\n");
        }
        if head.starts_with(b"POST") {
            let length = body.len();
            let kind = "application/x-www-form-urlencoded";
            request.extend_from_slice(
                format!("content-type: {kind}\r\ncontent-length: {length}\r\n").as_bytes(),
            );
        }
        request.extend_from_slice(b"\r\n");
        request.extend_from_slice(body);
        request
    }

    /// Sends bytes and gives all that comes back; nothing where the service waits for more.
    fn send(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(self.at).expect("the service listens");
        let wait =
            if bytes.ends_with(b"\r\n\r\n") || bytes.starts_with(b"POST") { 9000 } else { 30 };
        stream.set_read_timeout(Some(Duration::from_millis(wait))).expect("a socket");
        stream.set_nodelay(true).expect("a socket");
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        match stream.read_to_end(&mut answer) {
            // What the service did not read of a refused request resets the connection.
            Err(error)
                if wait == 9000
                    && matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
            {
                panic!("no answer and no end: {:?}", String::from_utf8_lossy(bytes))
            }
            _ => answer,
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let answer = SERVICE.send(&SERVICE.request(bytes));
    held(&String::from_utf8_lossy(&answer));
    if COUNT.fetch_add(1, Ordering::Relaxed) % 500 == 0 {
        assert!(SERVICE.ask("GET /readyz").ends_with("ready\n"), "the service is not ready");
    }
});

/// Fails where an answer is none, or a page of it could do harm.
fn held(answer: &str) {
    if answer.is_empty() {
        return;
    }
    let (head, body) =
        answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no end of the head: {answer:?}"));
    let status = head
        .strip_prefix("HTTP/1.1 ")
        .or(head.strip_prefix("HTTP/1.0 "))
        .and_then(|rest| rest.get(..3));
    let status: u16 = status
        .and_then(|status| status.parse().ok())
        .unwrap_or_else(|| panic!("no answer: {head:?}"));
    // What can't be written now may be said; a failure may not.
    assert!(status < 500 || status == 503, "{answer}");
    if !head.contains("\r\ncontent-type: ") {
        return;
    }
    assert!(head.contains("\r\ncontent-security-policy: default-src 'none'"), "{head}");
    assert!(head.contains("\r\nx-content-type-options: nosniff"), "{head}");
    if head.contains("\r\ncontent-type: text/html")
        && body.starts_with("<!")
        && body.ends_with("</html>\n")
    {
        tame::page(body);
        tame::ids(body);
    }
}

fn hidden(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.split_once(&start).unwrap_or_else(|| panic!("no {name} in {page}")).1;
    rest.split('"').next().unwrap_or_default().to_string()
}

fn replaced(bytes: &[u8], name: &[u8], value: &[u8]) -> Vec<u8> {
    let mut all = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(name.len()).position(|window| window == name) {
        all.extend_from_slice(&rest[..at]);
        all.extend_from_slice(value);
        rest = &rest[at + name.len()..];
    }
    all.extend_from_slice(rest);
    all
}
