//! Mistakes and advice: the table of rules, what is said of one place, and how it is shown.
//!
//! 1. [`rules`] is the table: each rule has a name, a severity, a summary and an explanation.
//! 2. A stage that finds something pushes a [`Diagnostic`] and goes on.
//! 3. [`text`], [`json`] and [`github`] show what was collected.

pub mod github;
pub mod json;
pub mod rules;
pub mod text;

use crate::text::{FileId, Language, Span, mask};
use rules::Rule;
use std::collections::BTreeMap;

/// How many of one rule are kept from one file. A table of a million rows may be wrong in each.
const MOST: usize = 1000;

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
    /// How many there were of each rule in each file, kept or not.
    counts: BTreeMap<Key, (Severity, usize)>,
}

/// What diagnostics are counted by: file and rule.
type Key = (Option<FileId>, &'static str);

fn key(diagnostic: &Diagnostic) -> Key {
    (diagnostic.span.map(|span| span.file), diagnostic.rule.name)
}

/// What was found beside those that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct More {
    /// The file; none for the plan as a whole.
    pub file: Option<FileId>,
    /// The rule's name.
    pub rule: &'static str,
    /// How many more of it there are in that file.
    pub count: usize,
}

impl Diagnostics {
    /// Adds one. Identity numbers that its words cite are masked here, so that no output can show them.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        let counted = self.counted(&diagnostic);
        *counted += 1;
        if *counted > MOST {
            return;
        }
        diagnostic.message.mask();
        diagnostic.labels.iter_mut().for_each(|(_, label)| label.mask());
        diagnostic.help.iter_mut().for_each(Say::mask);
        self.found.push(diagnostic);
    }

    /// Adds what another stage or thread found.
    pub fn append(&mut self, other: Diagnostics) {
        for (key, (severity, count)) in other.counts {
            self.counts.entry(key).or_insert((severity, 0)).1 += count;
        }
        self.found.extend(other.found);
    }

    /// How many there were of a diagnostic's rule in its file.
    fn counted(&mut self, diagnostic: &Diagnostic) -> &mut usize {
        &mut self.counts.entry(key(diagnostic)).or_insert((diagnostic.rule.severity, 0)).1
    }

    /// Keeps those of the rules that pass a test.
    pub fn retain(&mut self, keep: impl Fn(&str, Severity) -> bool) {
        self.found.retain(|one| keep(one.rule.name, one.rule.severity));
        self.counts.retain(|(_, rule), (severity, _)| keep(rule, *severity));
    }

    /// Sorts by place, mistakes of the whole plan first, and drops exact repeats.
    pub fn sort(&mut self) {
        self.found.sort_by(|a, b| {
            (a.span, a.rule.name, &a.message.nb).cmp(&(b.span, b.rule.name, &b.message.nb))
        });
        let mut repeats = Vec::new();
        self.found.dedup_by(|a, b| {
            let is_repeat =
                a.span == b.span && a.rule.name == b.rule.name && a.message == b.message;
            if is_repeat {
                repeats.push(key(a));
            }
            is_repeat
        });
        for key in repeats {
            if let Some((_, count)) = self.counts.get_mut(&key) {
                *count -= 1;
            }
        }
        // Each thread kept its own thousand.
        let mut kept = BTreeMap::new();
        self.found.retain(|one| {
            let count: &mut usize = kept.entry(key(one)).or_default();
            *count += 1;
            *count <= MOST
        });
    }

    /// Those that are kept, as sorted: all, but for a file that breaks one rule very often.
    #[must_use]
    pub fn all(&self) -> &[Diagnostic] {
        &self.found
    }

    /// What else was found, by file and rule.
    #[must_use]
    pub fn more(&self) -> Vec<More> {
        let mut kept: BTreeMap<_, usize> = BTreeMap::new();
        for found in &self.found {
            *kept.entry(key(found)).or_default() += 1;
        }
        let more = self.counts.iter().map(|(key, (_, count))| More {
            file: key.0,
            rule: key.1,
            count: count - kept.get(key).copied().unwrap_or(0),
        });
        more.filter(|more| more.count > 0).collect()
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
        let counts = self.counts.values().filter(|(of, _)| *of == severity);
        counts.map(|(_, count)| count).sum()
    }
}
