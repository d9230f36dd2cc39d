//! What a request asks: its head, read with a limit and a clock, and its path, decoded once.

use std::io::Read;
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// The longest head that is read.
pub(super) const LONGEST: usize = 16 * 1024;

/// The most fields that a head may have.
const MOST_FIELDS: usize = 64;

/// A request's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) method: String,
    /// The path, decoded, without its first slash.
    pub(super) path: String,
    /// What stands behind `?`, as written.
    query: String,
    /// Fields with their names in small letters.
    fields: Vec<(String, String)>,
    /// Whether the connection ends with the answer.
    pub(super) closes: bool,
}

/// Why a request is not answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) status: u16,
    pub(super) why: &'static str,
}

pub(super) const fn refused<T>(status: u16, why: &'static str) -> Result<T, Refused> {
    Err(Refused { status, why })
}

impl Head {
    /// The value of a field that stands once; none if it is missing or doubled.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        let mut found = self.fields.iter().filter(|(own, _)| own == name);
        let (_, value) = found.next()?;
        found.next().is_none().then_some(value)
    }

    /// Whether a field stands at all.
    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(own, _)| own == name)
    }

    /// A value from behind `?`.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.into_iter().find(|(own, _)| *own == name)?;
        decode(value)
    }
}

/// Reads a head; `rest` keeps what came after it. `None` when the other side has gone without a word.
pub(super) fn read(
    mut stream: &TcpStream,
    rest: &mut Vec<u8>,
    patience: Duration,
) -> Result<Option<Head>, Refused> {
    let late = Instant::now() + patience;
    loop {
        if let Some((head, length)) = parse(rest)? {
            rest.drain(..length);
            return Ok(Some(head));
        }
        if rest.len() > LONGEST {
            return refused(431, "The request is too long");
        }
        let left = late.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return if rest.is_empty() {
                Ok(None)
            } else {
                refused(408, "The request took too long")
            };
        }
        let mut piece = [0; 4096];
        let read = stream.set_read_timeout(Some(left)).and_then(|()| stream.read(&mut piece));
        match read {
            Ok(0) => return Ok(None),
            Ok(length) => rest.extend_from_slice(&piece[..length]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) if is_late(&error) => {}
            Err(_) => return Ok(None),
        }
    }
}

fn is_late(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut)
}

/// A head and its length, once it is whole.
fn parse(bytes: &[u8]) -> Result<Option<(Head, usize)>, Refused> {
    let mut fields = [httparse::EMPTY_HEADER; MOST_FIELDS];
    let mut request = httparse::Request::new(&mut fields);
    let length = match request.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return refused(431, "Too many fields"),
        Err(_) => return refused(400, "This is no request"),
    };
    if length > LONGEST {
        return refused(431, "The request is too long");
    }
    let target = request.path.unwrap_or_default();
    // `GET http://elsewhere/` is for proxies, `*` for questions that nobody asks here.
    let Some(target) = target.strip_prefix('/') else {
        return refused(400, "The address must begin with a slash");
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let Some(path) = decode(path) else { return refused(400, "The address can't be read") };
    let fields: Vec<(String, String)> = request
        .headers
        .iter()
        .map(|field| {
            let value = String::from_utf8_lossy(field.value).trim().to_string();
            (field.name.to_ascii_lowercase(), value)
        })
        .collect();
    let mut head = Head {
        method: request.method.unwrap_or_default().to_string(),
        path,
        query: query.to_string(),
        fields,
        closes: false,
    };
    let says = |word: &str| {
        head.field("connection").is_some_and(|said| said.to_ascii_lowercase().contains(word))
    };
    head.closes = if request.version == Some(1) { says("close") } else { !says("keep-alive") };
    Ok(Some((head, length)))
}

/// Percent signs read, once. What is no text, or holds what no address of ours does, is refused.
fn decode(written: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut left = written.bytes();
    while let Some(byte) = left.next() {
        if byte == b'%' {
            let mut digit = || left.next().and_then(|digit| char::from(digit).to_digit(16));
            let (high, low) = (digit()?, digit()?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let path = String::from_utf8(bytes).ok()?;
    let harmless = !path.chars().any(|letter| letter.is_control() || letter == '\\');
    harmless.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Result<Option<Head>, u16> {
        parse(text.as_bytes()).map(|read| read.map(|(head, _)| head)).map_err(|why| why.status)
    }

    #[test]
    fn a_head_is_read() {
        let text =
            "GET /m%C3%A5l.html?page=a%2Fb&x HTTP/1.1\r\nHost: a:1\r\nX: 1\r\nx: 2\r\n\r\nGET";
        let (read, length) = parse(text.as_bytes()).unwrap().unwrap();
        assert_eq!((read.path.as_str(), &text[length..]), ("mål.html", "GET"));
        assert_eq!(read.query("page").as_deref(), Some("a/b"));
        assert_eq!((read.field("host"), read.field("x"), read.has("x")), (Some("a:1"), None, true));
        assert!(!read.closes);
        assert!(head("GET / HTTP/1.0\r\n\r\n").unwrap().unwrap().closes);
        assert!(head("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n").unwrap().unwrap().closes);
        assert_eq!(head("GET / HT"), Ok(None));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for target in
            ["http://a/", "*", "/%", "/%2", "/%zz", "/%00", "/%ff", "/a%5Cb", "/a\\b", "//\u{7f}"]
        {
            assert!(head(&format!("GET {target} HTTP/1.1\r\n\r\n")).is_err(), "{target}");
        }
        assert_eq!(head("\0\0\r\n\r\n"), Err(400));
        let many = "X: 1\r\n".repeat(MOST_FIELDS + 1);
        assert_eq!(head(&format!("GET / HTTP/1.1\r\n{many}\r\n")), Err(431));
        let long = "x".repeat(LONGEST);
        assert_eq!(head(&format!("GET /{long} HTTP/1.1\r\n\r\n")), Err(431));
    }
}
