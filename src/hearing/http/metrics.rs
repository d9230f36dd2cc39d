//! Counters in the form that Prometheus reads, told on a port of this machine alone.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Upper ends of the groups that times are counted in, in milliseconds.
const ENDS: [u64; 8] = [5, 10, 25, 50, 100, 250, 1000, 5000];

/// What has been counted since the start.
#[derive(Default)]
pub struct Metrics {
    requests: Mutex<BTreeMap<(String, u16), u64>>,
    times: [AtomicU64; ENDS.len() + 1],
    total: AtomicU64,
    received: AtomicU64,
    unavailable: AtomicU64,
    turned_away: AtomicU64,
    mailed: AtomicU64,
}

impl Metrics {
    /// Counts a request by its route's pattern, never by its address.
    pub fn request(&self, route: &str, status: u16, took: Duration) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        match requests.get_mut(&(route.to_string(), status)) {
            Some(count) => *count += 1,
            None => drop(requests.insert((route.to_string(), status), 1)),
        }
        drop(requests);
        let took = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        let group = ENDS.iter().position(|end| took <= *end).unwrap_or(ENDS.len());
        self.times[group].fetch_add(1, Ordering::Relaxed);
        self.total.fetch_add(took, Ordering::Relaxed);
    }

    /// Counts a submission that is kept.
    pub fn received(&self) {
        self.received.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts an answer that the store could not give.
    pub fn unavailable(&self) {
        self.unavailable.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a form from an address that has sent too many.
    pub fn turned_away(&self) {
        self.turned_away.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a receipt that a mail server took.
    pub fn mailed(&self) {
        self.mailed.fetch_add(1, Ordering::Relaxed);
    }

    /// All of it as text.
    #[must_use]
    pub fn text(&self, waiting: usize) -> String {
        let mut text = String::from("# TYPE planverk_requests_total counter\n");
        for ((route, status), count) in
            &*self.requests.lock().unwrap_or_else(PoisonError::into_inner)
        {
            let _ = writeln!(
                text,
                "planverk_requests_total{{route=\"{route}\",status=\"{status}\"}} {count}"
            );
        }
        text += "# TYPE planverk_request_seconds histogram\n";
        let mut sum = 0;
        for (group, count) in self.times.iter().enumerate() {
            sum += count.load(Ordering::Relaxed);
            let end = ENDS.get(group).map_or("+Inf".to_string(), |end| seconds(*end));
            let _ = writeln!(text, "planverk_request_seconds_bucket{{le=\"{end}\"}} {sum}");
        }
        let total = seconds(self.total.load(Ordering::Relaxed));
        let _ = writeln!(text, "planverk_request_seconds_sum {total}");
        let _ = writeln!(text, "planverk_request_seconds_count {sum}");
        for (name, count) in [
            ("submissions_total", &self.received),
            ("unavailable_total", &self.unavailable),
            ("turned_away_total", &self.turned_away),
            ("mails_total", &self.mailed),
        ] {
            let count = count.load(Ordering::Relaxed);
            let _ = writeln!(text, "# TYPE planverk_{name} counter\nplanverk_{name} {count}");
        }
        let _ =
            writeln!(text, "# TYPE planverk_waiting_acts gauge\nplanverk_waiting_acts {waiting}");
        text
    }
}

fn seconds(milliseconds: u64) -> String {
    format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_in_groups() {
        let metrics = Metrics::default();
        metrics.request("/a", 200, Duration::from_millis(7));
        metrics.request("/a", 200, Duration::from_secs(9));
        metrics.received();
        let text = metrics.text(3);
        for line in [
            "planverk_requests_total{route=\"/a\",status=\"200\"} 2",
            "planverk_request_seconds_bucket{le=\"0.005\"} 0",
            "planverk_request_seconds_bucket{le=\"0.010\"} 1",
            "planverk_request_seconds_bucket{le=\"+Inf\"} 2",
            "planverk_request_seconds_sum 9.007",
            "planverk_submissions_total 1",
            "planverk_waiting_acts 3",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
    }
}
