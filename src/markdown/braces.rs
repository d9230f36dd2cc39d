//! Braces: `{#id .role name=value}` after a heading or at the end of a list item.

use super::Attributes;
use crate::text::Span;

/// The byte offset in `text` where the braces begin, when it ends with such braces.
pub(super) fn at_end(text: &str) -> Option<usize> {
    let trimmed = text.trim_end();
    let inside = trimmed.strip_suffix('}')?;
    let open = inside.rfind('{')?;
    let parts = &inside[open + 1..];
    let is_part = |part: &str| part.starts_with(['#', '.']) || part.contains('=');
    let ours = !parts.trim().is_empty() && parts.split_whitespace().all(is_part);
    ours.then_some(open)
}

/// Reads braces; `span` gives the place of bytes of `braces`.
pub(super) fn read(braces: &str, span: impl Fn(usize, usize) -> Span) -> Attributes {
    let mut attributes = Attributes::default();
    let inside = braces.trim_end().trim_start_matches('{').trim_end_matches('}');
    for part in inside.split_whitespace() {
        // Sound: `part` is a slice of `braces`.
        let start = part.as_ptr() as usize - braces.as_ptr() as usize;
        let place = span(start, start + part.len());
        if let Some(id) = part.strip_prefix('#') {
            attributes.id = Some((id.to_string(), place));
        } else if let Some(class) = part.strip_prefix('.') {
            attributes.classes.push((class.to_string(), place));
        } else if let Some((name, value)) = part.split_once('=') {
            let value = value.trim_matches(['"', '«', '»']);
            attributes.pairs.push((name.to_string(), value.to_string(), place));
        }
    }
    attributes
}
