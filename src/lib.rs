//! x
pub mod publish;
