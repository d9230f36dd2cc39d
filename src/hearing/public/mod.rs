//! The public side: read the heard text, comment, review, send, and come back with the code. No script is needed.

pub mod draft;
pub mod form;
pub mod mine;
pub mod read;
pub mod said;
pub mod send;
