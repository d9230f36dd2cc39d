//! `planverk check`: all that is wrong, and all that could be better.

use super::arguments::{Check, Format};
use super::{Ending, Failure, put, say, told};
use crate::diagnostic::Diagnostics;
use crate::site::{self, Request};
use crate::text::Language;

/// Checks a plan.
pub(super) fn run(check: &Check, language: Option<Language>) -> Result<Ending, Failure> {
    let mut diagnostics = Diagnostics::default();
    let sources = crate::load::load(&check.plan, &mut diagnostics)?;
    let today = check.date.unwrap_or_else(super::today);
    let theme = super::build::theme_files(&check.plan, &sources)?;
    let request = Request { today, base_url: None, stage: None, forced: String::new() };
    let prepared = site::prepare(&sources, theme, &request, &mut diagnostics);
    let language = language.unwrap_or(prepared.plan.settings.language);
    put(&told::render(&diagnostics, &sources.files, language, check.format));
    let (mistakes, advice) = (diagnostics.mistakes(), diagnostics.advice());
    if check.format == Format::Text {
        say(&summary(mistakes, advice, language));
    }
    let fails = mistakes > 0 || (check.strict && advice > 0);
    Ok(if fails { Ending::Mistakes } else { Ending::Good })
}

fn summary(mistakes: usize, advice: usize, language: Language) -> String {
    match (mistakes, advice, language) {
        (0, 0, Language::En) => "Nothing to mend.\n".to_string(),
        (0, 0, _) => "Ingenting å rette.\n".to_string(),
        _ => {
            let more = match language {
                Language::En => "More about a rule: planverk explain RULE",
                _ => "Mer om en regel: planverk explain REGEL",
            };
            format!("{}. {more}\n", told::count(mistakes, advice, language))
        }
    }
}
