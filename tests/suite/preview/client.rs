//! A preview that runs, and a small browser's way to it.
//!
//! Nothing here is timed. What should happen is waited for with more patience than anybody has; a test fails
//! only when it has not happened by then.

use crate::command::{PLANVERK, Plan, TODAY};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long something may take before it is said never to happen.
const PATIENCE: Duration = Duration::from_secs(60);

/// A preview of a plan; it ends with the test.
pub struct Preview {
    child: Child,
    port: u16,
}

/// What was answered.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub fields: String,
    pub body: Vec<u8>,
}

impl Preview {
    /// Starts a preview at any free port, and waits until it can be asked.
    pub fn of(plan: &Plan, options: &[&str]) -> Preview {
        Preview::under(plan, options, &[])
    }

    /// Starts one with some variables in its environment.
    pub fn under(plan: &Plan, options: &[&str], environment: &[(&str, &str)]) -> Preview {
        let mut child = Command::new(PLANVERK)
            .args(["serve", "--port", "0", "--date", TODAY])
            .args(options)
            .envs(environment.iter().copied())
            .current_dir(plan.at(""))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        let port = loop {
            line.clear();
            assert!(said.read_line(&mut line).unwrap() > 0, "the preview ended");
            let rest = line.split("http://127.0.0.1:").nth(1);
            if let Some(port) = rest.and_then(|rest| rest.split('/').next()) {
                break port.parse().unwrap();
            }
        };
        // It goes on telling; a full pipe would stop it.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Preview { child, port }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// A connection.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends bytes as they are, and reads the answer until the connection ends.
    pub fn send(&self, request: impl AsRef<[u8]>) -> Answer {
        let mut stream = self.connect();
        // One that is refused may not be read to its end.
        let _ = stream.write_all(request.as_ref());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        Answer::read(&bytes)
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Answer {
        let port = self.port;
        self.send(format!(
            "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        ))
    }

    /// A page as a build would publish it.
    pub fn published(&self, path: &str) -> Vec<u8> {
        self.get(&format!("/_planverk/published/{path}")).body
    }

    /// Waits until a page holds some words.
    pub fn shows(&self, path: &str, words: &str) -> Answer {
        self.until(path, |page| page.text().contains(words), words)
    }

    /// Waits until a page no longer holds some words.
    pub fn hides(&self, path: &str, words: &str) -> Answer {
        self.until(path, |page| !page.text().contains(words), words)
    }

    /// Waits until a page is published as it should be.
    pub fn publishes(&self, path: &str, holds: impl Fn(&Answer) -> bool) {
        self.until(&format!("/_planverk/published/{path}"), holds, "what is published");
    }

    fn until(&self, path: &str, holds: impl Fn(&Answer) -> bool, what: &str) -> Answer {
        let begun = Instant::now();
        loop {
            let page = self.get(path);
            if holds(&page) {
                return page;
            }
            assert!(begun.elapsed() < PATIENCE, "{path} never came to «{what}»:\n{}", page.text());
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    /// Opens the channel of a page.
    pub fn follow(&self, page: &str) -> Channel {
        let mut stream = self.connect();
        let port = self.port;
        let page = page.replace('/', "%2F");
        write!(
            stream,
            "GET /_planverk/events?page={page} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"
        )
        .unwrap();
        Channel(BufReader::new(stream))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    fn read(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let Some(end) = end else {
            return Answer { status: 0, fields: String::new(), body: Vec::new() };
        };
        let fields = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = fields.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, fields, body: bytes[end + 4..].to_vec() }
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// The channel of an open page.
pub struct Channel(BufReader<TcpStream>);

impl Channel {
    /// The next thing that is told.
    pub fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the channel ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }

    /// Waits for something to be told.
    pub fn until(&mut self, holds: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        loop {
            let told = self.next();
            if holds(&told) {
                return told;
            }
        }
    }
}
