//! JSON with long texts in it, which are looked at many bytes at a time.
//!
//! serde_json looks at each byte of a string by itself. That can be felt where all the texts of a plan are written.

use super::holds;
use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// A long text in what [`write_json`] writes. For any other writer it is a list of bytes.
#[derive(Debug, Clone, Copy)]
pub struct LongText<T>(pub T);

impl<T: AsRef<str>> Serialize for LongText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_ref().as_bytes())
    }
}

/// Writes something as JSON in one line. Its keys are strings: others can't be written.
///
/// ```
/// use planverk::text::{LongText, write_json};
///
/// let mut out = Vec::new();
/// write_json(&mut out, &("to", LongText("linjer:\n\"én\"")));
/// assert_eq!(out, r#"["to","linjer:\n\"én\""]"#.as_bytes());
/// ```
pub fn write_json(out: &mut Vec<u8>, value: &impl Serialize) {
    let done = value.serialize(&mut serde_json::Serializer::with_formatter(out, LongTexts));
    debug_assert!(done.is_ok(), "{done:?}");
}

/// As serde_json writes JSON in one line, but for what is told as bytes: that is text.
struct LongTexts;

impl Formatter for LongTexts {
    fn write_byte_array<W: ?Sized + Write>(&mut self, out: &mut W, text: &[u8]) -> io::Result<()> {
        let is_rare = |byte: u8| byte < b' ' && byte != b'\n';
        if holds(text, is_rare) {
            return Ok(serde_json::to_writer(out, &String::from_utf8_lossy(text))?);
        }
        out.write_all(b"\"")?;
        let mut written = 0;
        for at in memchr::memchr3_iter(b'"', b'\\', b'\n', text) {
            out.write_all(&text[written..at])?;
            out.write_all(match text[at] {
                b'"' => b"\\\"",
                b'\n' => b"\\n",
                _ => b"\\\\",
            })?;
            written = at + 1;
        }
        out.write_all(&text[written..])?;
        out.write_all(b"\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_long_text_is_written_as_any_other(text in "([a-zå\"\\\\\n/<]|\\PC|[\u{0}-\u{20}\u{7f}]?){0,80}") {
            let mut out = Vec::new();
            write_json(&mut out, &[LongText(&text), LongText(&text)]);
            prop_assert_eq!(out, serde_json::to_vec(&[&text, &text]).unwrap());
        }
    }
}
