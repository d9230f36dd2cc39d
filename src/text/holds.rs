//! Whether bytes of some sort stand in a text at all.

/// Whether a text holds a byte of some sort. Where hardly any does, this is the quick way to know: there is no way out of
/// the loop before its end, so a compiler looks at many bytes at once.
///
/// ```
/// use planverk::text::holds;
///
/// assert!(holds("kapittel 2", |byte| byte.is_ascii_digit()));
/// ```
#[inline]
pub fn holds(text: &(impl AsRef<[u8]> + ?Sized), is_such: impl Fn(u8) -> bool) -> bool {
    text.as_ref().iter().fold(false, |holds, byte| holds | is_such(*byte))
}
