//! `planverk explain`: the rules, and a page on each.

use super::arguments::Explain;
use super::{Ending, Failure, say};
use crate::diagnostic::Severity;
use crate::diagnostic::rules::{RULES, Rule};
use crate::text::{Language, nearest};
use std::fmt::Write;

/// Explains one rule, or lists them all.
pub(super) fn run(explain: &Explain, language: Option<Language>) -> Result<Ending, Failure> {
    let language = language.unwrap_or_default();
    match &explain.rule {
        Some(name) => {
            let rule = Rule::named(name).ok_or_else(|| unknown(name))?;
            say(&page(rule, language));
        }
        None => say(&list(language)),
    }
    Ok(Ending::Good)
}

fn unknown(name: &str) -> Failure {
    let near = nearest(name, RULES.iter().map(|rule| rule.name));
    Failure::NoRule { name: name.to_string(), near: near.map(ToString::to_string) }
}

fn page(rule: &Rule, language: Language) -> String {
    let severity = severity(rule.severity, language);
    format!("{} ({severity})\n\n{}\n", rule.name, rule.explanation(language).trim_end())
}

fn list(language: Language) -> String {
    let mut list = String::new();
    let widest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for severity_of in [Severity::Mistake, Severity::Advice] {
        let _ = writeln!(list, "{}:", severity(severity_of, language));
        for rule in RULES.iter().filter(|rule| rule.severity == severity_of) {
            let _ = writeln!(list, "  {:widest$}  {}", rule.name, rule.summary(language));
        }
        list.push('\n');
    }
    list.push_str(match language {
        Language::En => "More about one of them: planverk explain RULE\n",
        _ => "Mer om en av dem: planverk explain REGEL\n",
    });
    list
}

fn severity(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Mistake, Language::En) => "mistake: stops the build",
        (Severity::Mistake, _) => "feil: stopper byggingen",
        (Severity::Advice, Language::En) => "advice: stops the build with --strict",
        (Severity::Advice, _) => "råd: stopper byggingen med --strict",
    }
}
