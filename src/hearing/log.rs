//! A line of JSON for each event on standard error: what happened, never what somebody wrote or from where.

use jiff::Timestamp;
use std::io::Write;

/// Logs an event with its values.
pub fn event(name: &str, values: &[(&str, &str)]) {
    if cfg!(test) {
        return;
    }
    let mut line = serde_json::Map::new();
    let at = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
    line.insert("at".to_string(), at.into());
    line.insert("event".to_string(), name.into());
    for (name, value) in values {
        line.insert((*name).to_string(), (*value).into());
    }
    let text = serde_json::Value::Object(line).to_string() + "\n";
    // A log that nobody takes is no reason to stop.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
