//! Runs whole builds and tells what they cost.

pub mod figures;
pub mod measure;
pub mod peer;
pub mod place;
pub mod report;
pub mod rounds;
pub mod versions;
