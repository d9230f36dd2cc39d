//! What `plan.toml` says of the plan as a whole.

use super::{EntryId, License};
use crate::text::{Language, Period, Span, When};

/// The plan's own facts.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Its title.
    pub title: String,
    /// Whose plan it is.
    pub municipality: String,
    /// The language that it is written in.
    pub language: Language,
    /// The years that it is for.
    pub period: Option<Period>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// Who adopted it and when.
    pub adopted: Option<Adopted>,
    /// Whom to ask.
    pub contact: Contact,
    /// The municipality's domain: addresses at it are not private.
    pub domain: String,
    /// What the plan covers.
    pub scope: String,
    /// Plans that it has to do with.
    pub related: Related,
    /// What the municipality calls kinds and parts, by their English names.
    pub terms: Vec<(&'static str, TermForms)>,
    /// The theme.
    pub theme: ThemeChoice,
    /// Phone numbers and addresses that may stand in the text.
    pub public: Vec<String>,
    /// Where the site will be, with a trailing slash; the command line may say otherwise.
    pub url: String,
    /// The address of the hearing service, with a trailing slash; empty when answers come by mail and paper.
    pub hearing_service: String,
    /// For how many months after a deadline private persons' names are shown; always when not told.
    pub names_for_months: Option<u32>,
    /// The month that the plan's year begins with, 1 to 12; the school year's unless told.
    pub year_starts: Option<i8>,
    /// Whether the plan is an invented example.
    pub example: bool,
    /// Under which licence plan and figures may be used again; none when the plan does not say.
    pub license: Option<License>,
    /// The municipality's number in the register of organisations, digits only; empty when not told.
    pub organization_number: String,
    /// Where messages about the plan as a whole point.
    pub span: Option<Span>,
}

/// Where a plan stands. Norwegian: *fase*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Stage {
    Draft,
    Hearing,
    Adopted,
}

/// A decision: who, when, in which case. Norwegian: *vedtak*.
#[derive(Debug, Clone, Default)]
pub struct Adopted {
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Option<When>,
    /// The case number.
    pub case: String,
    /// What was decided.
    pub text: String,
}

/// Whom to ask. Norwegian: *kontakt*.
#[derive(Debug, Clone, Default)]
pub struct Contact {
    /// A title or an office.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// Phone.
    pub phone: String,
    /// Postal or visiting address.
    pub address: String,
    /// Web page.
    pub url: String,
}

/// Plans that this one has to do with.
#[derive(Debug, Clone, Default)]
pub struct Related {
    /// Those above it.
    pub follows: Vec<EntryId>,
    /// Those that it gives a frame.
    pub frames: Vec<EntryId>,
    /// Those that it replaces.
    pub replaces: Vec<EntryId>,
}

/// A word of the municipality's own, in four forms: utviklingsområde, -et, -er, -ene. Forms that were
/// not given are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermForms {
    /// "utviklingsområde".
    pub one: String,
    /// "utviklingsområdet".
    pub the: String,
    /// "utviklingsområder".
    pub many: String,
    /// "utviklingsområdene".
    pub all: String,
}

/// Which theme lies over the built-in one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThemeChoice {
    /// A folder under `themes/`.
    pub name: String,
    /// A folder relative to the plan's.
    pub folder: String,
    /// A stylesheet relative to the plan's folder, loaded last.
    pub css: String,
}
