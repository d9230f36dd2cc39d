//! planverk: from a folder of Markdown and TOML to the public site of a quality plan.

pub mod chart;
pub mod check;
pub mod cli;
pub mod contract;
pub mod diagnostic;
pub mod export;
#[cfg(feature = "hearing")]
pub mod hearing;
pub mod html;
pub mod load;
pub mod markdown;
pub mod model;
pub mod parse;
pub mod picture;
mod portions;
pub mod preview;
pub mod progress;
pub mod publish;
pub mod resolve;
pub mod search;
pub mod series;
pub mod site;
pub mod starter;
pub mod text;
pub mod theme;
pub mod version;
pub mod view;
pub mod vocabulary;
pub mod words;
