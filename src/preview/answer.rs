//! What a request gets: a status, a type, some bytes, and what a browser may do with them.

use crate::text::media_type;
use std::io::{BufWriter, Write};
use std::net::TcpStream;
use std::sync::Arc;

/// An answer.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) bytes: Arc<[u8]>,
}

/// Nothing inline, nothing from elsewhere, nobody may frame it or ask from elsewhere; and nothing is kept,
/// since the next moment may show something else.
const FIELDS: &str = "Cache-Control: no-store\r\n\
    Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
    script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n\
    Cross-Origin-Opener-Policy: same-origin\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Referrer-Policy: same-origin\r\n\
    X-Content-Type-Options: nosniff\r\n\
    X-Frame-Options: DENY\r\n";

/// Room for what stands before an answer's bytes.
const HEAD: usize = 1024;

/// The longest answer that is sent in one piece with its head.
const PIECE: usize = 256 * 1024;

impl Answer {
    /// Bytes with the type that a path's ending tells.
    pub(super) fn of(path: &str, bytes: impl Into<Arc<[u8]>>) -> Answer {
        Answer { status: 200, kind: media_type(path), bytes: bytes.into() }
    }

    /// Why not.
    pub(super) fn refusal(status: u16, why: &str) -> Answer {
        Answer { status, kind: media_type("x.txt"), bytes: format!("{why}.\n").into_bytes().into() }
    }

    /// Writes it, its bytes only if they were asked for.
    pub(super) fn write(
        &self,
        stream: &TcpStream,
        with_bytes: bool,
        closes: bool,
    ) -> std::io::Result<()> {
        let Answer { status, kind, bytes } = self;
        // In one piece: a head that is sent by itself is a packet more.
        let room = if with_bytes { bytes.len().min(PIECE) } else { 0 };
        let mut out = BufWriter::with_capacity(HEAD + room, stream);
        let (reason, length) = (reason(*status), bytes.len());
        let connection = if closes { "close" } else { "keep-alive" };
        write!(
            out,
            "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
             Connection: {connection}\r\n{FIELDS}\r\n"
        )?;
        if with_bytes {
            out.write_all(bytes)?;
        }
        out.flush()
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        413 => "Content Too Large",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}
