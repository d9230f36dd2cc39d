//! A file that is as large as the plan itself, made a piece at a time.

use super::broken_page;
use super::guard::guarded;
use crate::diagnostic::Diagnostic;
use std::fmt;

/// The bytes of a file in pieces; one that can't be made is told, and is the last.
pub struct Pieces<'s> {
    path: String,
    rest: Option<Box<dyn Iterator<Item = Vec<u8>> + 's>>,
}

impl<'s> Pieces<'s> {
    pub(super) fn new(path: &str, pieces: Box<dyn Iterator<Item = Vec<u8>> + 's>) -> Pieces<'s> {
        Pieces { path: path.to_string(), rest: Some(pieces) }
    }

    /// All of it, for whoever has room.
    ///
    /// # Errors
    ///
    /// The diagnostic of a piece that could not be made.
    pub fn whole(self) -> Result<Vec<u8>, Box<Diagnostic>> {
        Ok(self.collect::<Result<Vec<_>, _>>()?.concat())
    }
}

impl Iterator for Pieces<'_> {
    type Item = Result<Vec<u8>, Box<Diagnostic>>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.as_mut()?;
        match guarded(|| rest.next()) {
            Ok(piece) => piece.map(Ok),
            Err(panic) => {
                self.rest = None;
                Some(Err(Box::new(broken_page(&self.path, &panic))))
            }
        }
    }
}

impl fmt::Debug for Pieces<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Pieces").field("path", &self.path).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    #[test]
    fn a_piece_that_fails_is_told_and_is_the_last() {
        let numbers = (0_u8..4).map(|number| {
            assert!(number != 2, "nummer {number}");
            vec![number]
        });
        let told: Vec<_> = Pieces::new("plan.json", Box::new(numbers)).collect();
        assert_eq!(told[..2].iter().flatten().flatten().copied().collect::<Vec<u8>>(), [0, 1]);
        assert!(told[2].is_err() && told.len() == 3, "{told:?}");
        let whole = Pieces::new("plan.json", Box::new([vec![1], vec![2, 3]].into_iter())).whole();
        assert_eq!(whole.ok(), Some(vec![1, 2, 3]));
    }
}
