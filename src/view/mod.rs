//! What a template may see: finished, serialisable, shallow.
//!
//! 1. `types` and `measured` are the contract with themes: nothing but strings, lists and a few flags.
//! 2. `names` puts the municipality's own terms in place of planverk's.
//! 3. `shown` shows single things: names, links, dates, badges, figures, cards.
//! 4. `order` and `ties` work out once what many pages need: what comes before and after a page,
//!    which section it stands in, what hangs on a component or a service.
//! 5. `views` knows every page of the site and makes its view on a `sheet`: `front`, `kinds` for
//!    entries, `overviews` for pages that no entry stands behind, `whole` for the plan on one page, `rounds` for
//!    what was said in hearings, `versions` for what the plan said before.

mod calendar;
mod cards;
mod charts;
mod connected;
mod contents;
mod facts;
mod figures;
mod front;
mod happenings;
mod kinds;
mod measured;
mod names;
mod order;
mod overviews;
mod paper;
mod progress;
mod rounds;
mod search;
mod section;
mod sheet;
mod shown;
mod site;
mod status;
mod structured;
mod ties;
mod types;
mod versions;
mod views;
mod whole;

pub use connected::*;
pub use happenings::{Event, Happening, changed};
pub use measured::{ChartView, FigureView, ProgressView, WheelView};
pub use names::words;
pub use paper::card_lines;
pub use rounds::{Heard, RoundFile, RoundPage, Row, Shift, plain_text};
pub use search::Told;
pub use shown::Shown;
pub use status::round_state;
pub use structured::AlternateView;
pub use types::*;
pub use versions::{Since, VersionPage};
pub use views::{Beside, PageKey, Setting, Views};

/// The version of the contract with themes; a theme names the one that it was made for in `theme.toml`.
/// It grows when a field is taken away or changes its meaning, not when one is added.
pub const CONTRACT_VERSION: u32 = 1;
