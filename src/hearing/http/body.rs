//! The body of a request, read to its end.
//!
//! What comes is copied: a piece of one byte would else keep the whole buffer that it came in, and somebody who sends
//! a byte a second would have us keep them all.

use axum::body::Body;
use hyper::body::Body as _;
use std::future::poll_fn;
use std::pin::pin;

/// The bytes of a body; none where there are more than `most`, and where the other side has gone.
pub async fn read(body: Body, most: usize) -> Option<Vec<u8>> {
    if usize::try_from(body.size_hint().lower()).is_ok_and(|told| told > most) {
        return None;
    }
    let mut body = pin!(body);
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let Ok(data) = frame.ok()?.into_data() else { continue };
        if bytes.len() + data.len() > most {
            return None;
        }
        bytes.extend_from_slice(&data);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_body_is_read_up_to_its_limit() {
        assert_eq!(read(Body::from("abc"), 3).await, Some(b"abc".to_vec()));
        assert_eq!(read(Body::from("abcd"), 3).await, None);
        assert_eq!(read(Body::empty(), 0).await, Some(Vec::new()));
    }
}
