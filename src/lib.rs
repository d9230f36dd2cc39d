//! planverk: from a folder of Markdown and TOML to the public site of a quality plan.

pub mod text;
pub mod theme;
pub mod view;
pub mod vocabulary;
