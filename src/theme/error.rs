//! What can be wrong with a theme: found when it is put together, or when a page is rendered.

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

fn write_place(
    f: &mut fmt::Formatter<'_>,
    template: &str,
    line: Option<usize>,
    message: &str,
) -> fmt::Result {
    match (template, line) {
        ("", _) => write!(f, "{message}"),
        (_, Some(line)) => write!(f, "{template}:{line}: {message}"),
        (_, None) => write!(f, "{template}: {message}"),
    }
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ThemeError::Template { template, line, message } => {
                write_place(f, template, *line, message)
            }
            ThemeError::Contract { theme, made_for, planverk_has } => write!(
                f,
                "the theme {theme} was made for version {made_for} of what templates see; \
                 this planverk has version {planverk_has}"
            ),
            ThemeError::NoManifest => write!(
                f,
                "the theme has templates but no theme.toml; it says `name = \"…\"` and `contract = {}`",
                crate::view::CONTRACT_VERSION
            ),
            ThemeError::NotText { path } => write!(f, "{path} is not UTF-8"),
        }
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_place(f, &self.template, self.line, &self.message)
    }
}

impl std::error::Error for ThemeError {}
impl std::error::Error for RenderError {}
