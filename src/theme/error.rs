//! What can be wrong with a theme: found when it is put together, or when a page is rendered.

use super::WrongReference;
use crate::diagnostic::Say;
use crate::say;
use crate::view::CONTRACT_VERSION;
use std::fmt;

use tera::ErrorKind;

/// A theme that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeError {
    /// A template, or `theme.toml`, does not parse.
    Template {
        /// The file's name in the theme.
        template: String,
        /// The line, where it is known.
        line: Option<usize>,
        /// What is wrong.
        message: String,
    },
    /// The theme was made for another version of the contract.
    Contract {
        /// The theme's name.
        theme: String,
        /// The version in its `theme.toml`.
        made_for: u32,
        /// The version that this planverk has.
        planverk_has: u32,
    },
    /// There are templates, but no `theme.toml`.
    NoManifest,
    /// A stylesheet or a script points where it may not.
    Reference {
        /// The file's path in the theme.
        path: String,
        /// The line, from 1.
        line: usize,
        /// The address as it is written.
        target: String,
        /// What is wrong with it.
        why: WrongReference,
    },
    /// A template is not UTF-8.
    NotText {
        /// The file's path in the theme.
        path: String,
    },
}

/// A page that a template failed to render.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderError {
    /// The template's name.
    pub template: String,
    /// The line, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl ThemeError {
    /// The error in words. What the template engine says stays in English, after its place.
    #[must_use]
    pub fn told(&self) -> Say {
        let has = CONTRACT_VERSION;
        match self {
            ThemeError::Template { template, line, message } => {
                let place = Placed(template, *line, message);
                say!(nb: "{place}", en: "{place}")
            }
            ThemeError::Contract { theme, made_for, planverk_has } => say!(
                nb: "temaet {theme} er laget for versjon {made_for} av det maler ser; dette planverk har versjon {planverk_has}",
                en: "the theme {theme} was made for version {made_for} of what templates see; this planverk has version {planverk_has}"
            ),
            ThemeError::NoManifest => say!(
                nb: "temaet har maler, men ingen theme.toml; den sier `name = \"…\"` og `contract = {has}`",
                en: "the theme has templates but no theme.toml; it says `name = \"…\"` and `contract = {has}`"
            ),
            ThemeError::Reference { path, line, target, why } => {
                reference(path, *line, target, *why)
            }
            ThemeError::NotText { path } => {
                say!(nb: "{path} er ikke lagret som UTF-8", en: "{path} is not UTF-8")
            }
        }
    }

    pub(super) fn from_tera(error: tera::Error) -> ThemeError {
        let place = Place::of(&error);
        ThemeError::Template { template: place.template, line: place.line, message: place.message }
    }
}

impl RenderError {
    pub(super) fn from_tera(error: tera::Error) -> RenderError {
        let place = Place::of(&error);
        RenderError { template: place.template, line: place.line, message: place.message }
    }
}

/// What the template engine says, taken apart.
struct Place {
    template: String,
    line: Option<usize>,
    message: String,
}

impl Place {
    fn of(error: &tera::Error) -> Place {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Place {
                template: report.filename().to_owned(),
                line: Some(report.span().start_line),
                message: report.message().to_owned(),
            },
            ErrorKind::MissingParent { current, .. } => Place::in_template(current, error),
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                Place::in_template(tpl, error)
            }
            ErrorKind::TemplateNotFound(name) => Place::in_template(name, error),
            _ => Place::in_report(&error.to_string()),
        }
    }

    fn in_template(template: &str, error: &tera::Error) -> Place {
        Place { template: template.to_owned(), line: None, message: error.to_string() }
    }

    /// Unknown filters and components come as finished text: `error: …`, then `--> name:line:column`.
    fn in_report(report: &str) -> Place {
        let mut lines = report.lines();
        let first = lines.next().unwrap_or_default();
        let message = first.strip_prefix("error: ").unwrap_or(first).to_owned();
        let place = lines.next().and_then(|line| line.trim().strip_prefix("--> "));
        let mut parts = place.unwrap_or_default().rsplitn(3, ':').skip(1);
        let line = parts.next().and_then(|number| number.parse().ok());
        Place { template: parts.next().unwrap_or_default().to_owned(), line, message }
    }
}

fn reference(path: &str, line: usize, target: &str, why: WrongReference) -> Say {
    match why {
        WrongReference::Missing => say!(
            nb: "{path}:{line}: temaet har ingen fil «{target}» i static/",
            en: "{path}:{line}: the theme has no file “{target}” in static/"
        ),
        WrongReference::Elsewhere => say!(
            nb: "{path}:{line}: «{target}» ligger et annet sted; legg filen i static/ og vis til den derfra",
            en: "{path}:{line}: “{target}” stands elsewhere; put the file in static/ and point to it from there"
        ),
        WrongReference::Circle => say!(
            nb: "{path}:{line}: «{target}» viser tilbake hit, så ingen av filene kan få navn først",
            en: "{path}:{line}: “{target}” points back here, so that neither file can be named first"
        ),
    }
}

/// A template, a line in it, and what is wrong there.
struct Placed<'e>(&'e str, Option<usize>, &'e str);

impl fmt::Display for Placed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Placed("", _, message) => write!(f, "{message}"),
            Placed(template, Some(line), message) => write!(f, "{template}:{line}: {message}"),
            Placed(template, None, message) => write!(f, "{template}: {message}"),
        }
    }
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.told().en)
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Placed(&self.template, self.line, &self.message))
    }
}

impl std::error::Error for ThemeError {}
impl std::error::Error for RenderError {}
