//! Runs whole builds and tells what they cost.

pub mod measure;
pub mod parts;
pub mod peer;
pub mod place;
pub mod report;
pub mod results;
pub mod rounds;
pub mod versions;
