//! A small proof of work: a number that takes a browser a second to find, and us nothing to check.
//!
//! It is asked for only where more forms came from one address than a minute allows, of browsers with a script: a
//! school behind one address goes on at once, and who sends by the thousand pays for each. Without a script one waits
//! a minute instead, as the page says.

use ring::digest::{SHA256, digest};

/// How many bits of the hash must be zero: some thirty thousand tries.
const BITS: u32 = 15;

/// The most digits of a number.
const LONGEST: usize = 12;

/// Whether SHA-256 of `task:number` begins with as many zeros as are asked for.
#[must_use]
pub fn is_done(task: &str, number: &str) -> bool {
    let plain = !number.is_empty()
        && number.len() <= LONGEST
        && number.bytes().all(|digit| digit.is_ascii_digit());
    let first =
        |hash: &[u8]| hash.iter().take(4).fold(0, |sum: u32, byte| sum << 8 | u32::from(*byte));
    plain
        && first(digest(&SHA256, format!("{task}:{number}").as_bytes()).as_ref()).leading_zeros()
            >= BITS
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The number that a browser would find.
    pub fn found(task: &str) -> String {
        (0..).map(|number: u32| number.to_string()).find(|number| is_done(task, number)).unwrap()
    }

    #[test]
    fn a_number_is_good_for_its_task_alone() {
        let number = found("a:1");
        assert!(is_done("a:1", &number));
        let others = (0..20).filter(|other| is_done(&format!("b:{other}"), &number));
        assert!(others.count() < 3);
        for wrong in ["", "x", "-1", "0000000000000"] {
            assert!(!is_done("a:1", wrong), "{wrong}");
        }
    }
}
