//! Who may send a form, and how often.
//!
//! * A form must come from a page of ours: browsers say so in `Sec-Fetch-Site`, older ones in `Origin`.
//! * An address may send a number of forms a minute. What is remembered of an address is a hash with a key that is
//!   made at random and thrown away each day; it is never written.

use super::super::secrets;
use super::listen::Peer;
use axum::http::{HeaderMap, header};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

/// When a key is thrown away, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// The most addresses that are remembered; then those that have waited longest are forgotten.
const MOST: usize = 100_000;

/// Whether a form comes from a page of this origin.
#[must_use]
pub fn is_ours(headers: &HeaderMap, origin: &str) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let site = text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let from = text(header::ORIGIN.as_str()).is_none_or(|from| from == origin);
    site && from
}

/// The address of who asks: the other end, or what a trusted web server says of it.
#[must_use]
pub fn visitor(peer: Peer, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let direct = peer.0.ip().to_canonical();
    if !trusted.contains(&direct) {
        return direct;
    }
    let told = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let told: Vec<IpAddr> =
        told.flat_map(|line| line.split(',')).filter_map(|part| part.trim().parse().ok()).collect();
    // The last is what our own server saw; what stands before it anybody may have written.
    told.into_iter().rev().find(|address| !trusted.contains(address)).unwrap_or(direct)
}

/// How many forms an address may still send.
pub struct Buckets {
    per_minute: f64,
    kept: Mutex<Kept>,
}

struct Kept {
    key: [u8; 32],
    made: i64,
    buckets: HashMap<u64, Bucket>,
}

struct Bucket {
    left: f64,
    at: i64,
}

impl Buckets {
    /// Buckets that hold as many as an address may send in a minute.
    #[must_use]
    pub fn new(per_minute: u32) -> Buckets {
        let kept = Kept { key: [0; 32], made: i64::MIN, buckets: HashMap::new() };
        Buckets { per_minute: f64::from(per_minute), kept: Mutex::new(kept) }
    }

    /// Takes one from an address's bucket; `false` when it is empty. `now` is in seconds.
    #[must_use]
    pub fn take(&self, address: IpAddr, now: i64) -> bool {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if now.saturating_sub(kept.made) >= DAY || now < kept.made {
            // Without a key nobody is let in unseen: the old one stays a little longer.
            if let Ok(key) = secrets::random() {
                *kept = Kept { key, made: now, buckets: HashMap::new() };
            }
        }
        if kept.buckets.len() >= MOST {
            kept.buckets.retain(|_, bucket| now - bucket.at < 60);
        }
        let name = name(&kept.key, address);
        let bucket = kept.buckets.entry(name).or_insert(Bucket { left: self.per_minute, at: now });
        // The clock may be set back: nothing is taken away for that.
        let passed = u32::try_from((now - bucket.at).clamp(0, 60)).unwrap_or_default();
        let filled = bucket.left + f64::from(passed) * self.per_minute / 60.0;
        (bucket.left, bucket.at) = (filled.min(self.per_minute), now);
        let may = bucket.left >= 1.0;
        if may {
            bucket.left -= 1.0;
        }
        may
    }
}

/// Those behind one IPv6 router are one.
fn name(key: &[u8; 32], address: IpAddr) -> u64 {
    let address = match address.to_canonical() {
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        four => four,
    };
    let hash = blake3::keyed_hash(key, address.to_string().as_bytes());
    let first: [u8; 8] = std::array::from_fn(|at| hash.as_bytes()[at]);
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(all: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in all {
            headers.append(*name, HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn a_form_comes_from_a_page_of_ours() {
        let ours = |all: &[(&'static str, &'static str)]| is_ours(&headers(all), "https://a.no");
        assert!(ours(&[("sec-fetch-site", "same-origin"), ("origin", "https://a.no")]));
        assert!(ours(&[]));
        assert!(!ours(&[("sec-fetch-site", "cross-site")]));
        assert!(!ours(&[("sec-fetch-site", "same-site"), ("origin", "https://a.no")]));
        assert!(!ours(&[("origin", "https://b.no")]));
        assert!(!ours(&[("origin", "null")]));
    }

    #[test]
    fn an_address_is_taken_from_trusted_servers_alone() {
        let peer = Peer("127.0.0.1:5".parse().unwrap());
        let told =
            headers(&[("x-forwarded-for", "1.1.1.1, 9.9.9.9"), ("x-forwarded-for", "8.8.8.8")]);
        let local: IpAddr = "127.0.0.1".parse().unwrap();
        assert_eq!(visitor(peer, &told, &[]), local);
        assert_eq!(visitor(peer, &told, &[local]).to_string(), "8.8.8.8");
        assert_eq!(visitor(peer, &HeaderMap::new(), &[local]), local);
    }

    #[test]
    fn a_bucket_is_emptied_and_filled() {
        let buckets = Buckets::new(60);
        let (one, other): (IpAddr, IpAddr) =
            ("2001:db8::1".parse().unwrap(), "::2".parse().unwrap());
        let same: IpAddr = "2001:db8::9:1".parse().unwrap();
        assert_eq!((0..70).filter(|_| buckets.take(one, 100)).count(), 60);
        assert!(!buckets.take(same, 100) && buckets.take(other, 100));
        assert!(buckets.take(one, 101) && !buckets.take(one, 101));
        assert!(!buckets.take(one, 101));
        // A clock that was set back a day makes a new key, and nobody is shut out.
        assert!(buckets.take(one, 101 - DAY));
    }
}
