//! Mistakes and advice: the table of rules, what is said of one place, and how it is shown.
//!
//! 1. [`rules`] is the table: each rule has a name, a severity, a summary and an explanation.
//! 2. A stage that finds something pushes a [`Diagnostic`] and goes on.
//! 3. [`text`], [`json`] and [`github`] show what was collected.

pub mod github;
pub mod json;
pub mod rules;
pub mod text;

use crate::text::{Language, Span, mask};
use rules::Rule;

/// How serious a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops the build. Norwegian: *feil*.
    Mistake,
    /// Stops the build only with `--strict`. Norwegian: *råd*.
    Advice,
}

/// A sentence in the languages that the checker speaks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Say {
    /// Bokmål, for plans in Norwegian, Swedish and Sámi.
    pub nb: String,
    /// English.
    pub en: String,
}

impl Say {
    /// The sentence in the language nearest to the one asked for.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        if language == Language::En { &self.en } else { &self.nb }
    }

    /// Masks identity numbers.
    fn mask(&mut self) {
        for sentence in [&mut self.nb, &mut self.en] {
            if let std::borrow::Cow::Owned(masked) = mask(sentence) {
                *sentence = masked;
            }
        }
    }
}

/// Makes a [`Say`] from two format strings: `say!(nb: "Fant ikke «{name}»", en: "No “{name}”")`.
#[macro_export]
macro_rules! say {
    (nb: $nb:literal, en: $en:literal $(, $($argument:tt)*)?) => {
        $crate::diagnostic::Say {
            nb: format!($nb $(, $($argument)*)?),
            en: format!($en $(, $($argument)*)?),
        }
    };
}

/// One thing to tell the author.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// What is wrong here.
    pub message: Say,
    /// Where; none when it concerns the plan as a whole.
    pub span: Option<Span>,
    /// Other places that belong to it.
    pub labels: Vec<(Span, Say)>,
    /// What to do.
    pub help: Option<Say>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    #[must_use]
    pub fn at(rule: &'static Rule, span: Span, message: Say) -> Diagnostic {
        Diagnostic { rule, message, span: Some(span), labels: Vec::new(), help: None }
    }

    /// A diagnostic of the plan as a whole.
    #[must_use]
    pub fn of_plan(rule: &'static Rule, message: Say) -> Diagnostic {
        Diagnostic { rule, message, span: None, labels: Vec::new(), help: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: Say) -> Diagnostic {
        self.help = Some(help);
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn label(mut self, span: Span, label: Say) -> Diagnostic {
        self.labels.push((span, label));
        self
    }
}

/// What has been found so far. Every stage takes one and goes on after a mistake.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one. Identity numbers that its words cite are masked here, so that no output can show them.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.message.mask();
        diagnostic.labels.iter_mut().for_each(|(_, label)| label.mask());
        diagnostic.help.iter_mut().for_each(Say::mask);
        self.found.push(diagnostic);
    }

    /// Adds what another stage or thread found.
    pub fn append(&mut self, other: Diagnostics) {
        self.found.extend(other.found);
    }

    /// Keeps those that pass a test.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
    }

    /// Sorts by place, mistakes of the whole plan first, and drops exact repeats.
    pub fn sort(&mut self) {
        self.found.sort_by(|a, b| {
            (a.span, a.rule.name, &a.message.nb).cmp(&(b.span, b.rule.name, &b.message.nb))
        });
        self.found.dedup_by(|a, b| {
            a.span == b.span && a.rule.name == b.rule.name && a.message == b.message
        });
    }

    /// All of them, as sorted.
    #[must_use]
    pub fn all(&self) -> &[Diagnostic] {
        &self.found
    }

    /// How many mistakes there are.
    #[must_use]
    pub fn mistakes(&self) -> usize {
        self.count(Severity::Mistake)
    }

    /// How much advice there is.
    #[must_use]
    pub fn advice(&self) -> usize {
        self.count(Severity::Advice)
    }

    fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|found| found.rule.severity == severity).count()
    }
}
