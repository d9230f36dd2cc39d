//! How a list of work is dealt out to the cores.

use rayon::iter::{IndexedParallelIterator, MaxLen};

/// How many things a core takes at a time: few enough that the last ones are soon done, and enough that taking them
/// costs nothing beside.
const AT_A_TIME: usize = 8;

/// Work in small portions.
///
/// rayon cuts a list in a few pieces for each core, and cuts no further what a core has begun. Where things differ, as
/// pages and files do, the last piece then keeps one core at work while the others wait.
pub trait Portions: IndexedParallelIterator {
    /// The same list, cut down to portions of a few things.
    fn in_portions(self) -> MaxLen<Self> {
        self.with_max_len(AT_A_TIME)
    }
}

impl<I: IndexedParallelIterator> Portions for I {}
