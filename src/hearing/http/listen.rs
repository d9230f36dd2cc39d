//! The accept loop: a place for each connection, a clock on each request, and a calm end.
//!
//! hyper closes a connection whose head takes too long or is too large, also while it waits for the next. What
//! follows a head, body and answer alike, must be over within [`EXCHANGE`], however slowly the other side sends
//! or reads; and no connection lives longer than [`LIFE`].

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use rustix::net::sockopt::set_socket_send_buffer_size;
use std::io::Write;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::Instant;

/// How long a head may take, and how long a connection may wait for the next.
const HEAD: Duration = Duration::from_secs(5);

/// The largest head.
const HEAD_BYTES: usize = 16 * 1024;

/// How long a request may take from its head until its answer has been read.
const EXCHANGE: Duration = Duration::from_secs(16);

/// How many bytes of answers the system holds for who does not read them.
const UNREAD: usize = 128 * 1024;

/// How old a connection becomes.
const LIFE: Duration = Duration::from_secs(120);

/// How long connections may go on once the service is asked to stop.
const DRAIN: Duration = Duration::from_secs(20);

/// Said to who finds no place.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// The address at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// Serves until `stop` changes, and then until the open requests are answered.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    places: usize,
    mut stop: watch::Receiver<bool>,
) {
    let free = Arc::new(Semaphore::new(places));
    loop {
        let accepted = tokio::select! {
            _ = stop.changed() => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => match Arc::clone(&free).try_acquire_owned() {
                Ok(place) => {
                    let _ = stream.set_nodelay(true);
                    // Who never reads may not make the system hold megabytes for each connection.
                    let _ = set_socket_send_buffer_size(&stream, UNREAD);
                    tokio::spawn(connection(stream, peer, app.clone(), (place, stop.clone())));
                }
                Err(_) => turn_away(stream),
            },
            // No file handles left, or the other side has gone: others will go too.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
    drop(listener);
    let all = u32::try_from(places).unwrap_or(u32::MAX);
    let _ = tokio::time::timeout(DRAIN, free.acquire_many(all)).await;
}

/// Who finds no place is told to come back; a socket that does not take even that is dropped.
fn turn_away(stream: TcpStream) {
    if let Ok(mut stream) = stream.into_std() {
        let _ = stream.write_all(FULL);
    }
}

async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    (_place, mut stop): (OwnedSemaphorePermit, watch::Receiver<bool>),
) {
    let born = Instant::now();
    let asked = Arc::new(AtomicU64::new(0));
    let service = TowerToHyperService::new(app);
    let clock = Arc::clone(&asked);
    let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let now = u64::try_from(born.elapsed().as_millis()).unwrap_or(u64::MAX);
        clock.store(now, Ordering::Relaxed);
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer));
        service.call(request)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(HEAD_BYTES)
        .keep_alive(true);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    let mut stopping = false;
    loop {
        tokio::select! {
            _ = connection.as_mut() => return,
            _ = stop.changed(), if !stopping => {
                stopping = true;
                connection.as_mut().graceful_shutdown();
            }
            () = tokio::time::sleep(Duration::from_secs(1)) => {
                let last = Duration::from_millis(asked.load(Ordering::Relaxed));
                if born.elapsed().saturating_sub(last) > EXCHANGE {
                    return;
                }
                if born.elapsed() > LIFE && !stopping {
                    stopping = true;
                    connection.as_mut().graceful_shutdown();
                }
            }
        }
    }
}
