//! HTTP/1 with an accept loop of its own: hyper's connections, axum's routes, and a limit on everything.
//!
//! `listen` takes connections and gives each a clock; `guard` says who may ask what and how often; `body` and
//! `fields` read what a form sent; `answer` makes answers with their security headers; `metrics` counts; `site` shows the
//! built site for those who try the service without a web server.

pub mod answer;
pub mod body;
pub mod fields;
pub mod guard;
pub mod listen;
pub mod metrics;
pub mod site;
