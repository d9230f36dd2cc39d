//! A panic while a page is made is that page's failure.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs some work; a panic becomes its message.
///
/// Sound although it crosses an unwind boundary: a page is made from shared values that nobody changes.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(ToString::to_string);
        text.or_else(|| panic.downcast_ref::<String>().cloned())
            .unwrap_or_else(|| "panic".to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_panic_is_an_error_and_the_rest_goes_on() {
        let results: Vec<_> = (0..3).map(|n| guarded(|| assert!(n != 1, "nummer {n}"))).collect();
        assert!(results[0].is_ok() && results[2].is_ok());
        assert_eq!(results[1], Err("nummer 1".to_string()));
    }
}
