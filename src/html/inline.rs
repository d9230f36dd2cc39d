//! Inlines.
