//! planverk: from a folder of Markdown and TOML to the public site of a quality plan.

pub mod diagnostic;
pub mod markdown;
pub mod model;
pub mod series;
pub mod starter;
pub mod text;
pub mod view;
pub mod vocabulary;
