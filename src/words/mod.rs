//! The interface's own words, in each language that planverk speaks.
//!
//! One Fluent file a language, compiled in. A message without variables is worked out once and is
//! what templates see (`{{ t.skip_to_content }}`); one with variables is filled in when it is said.
//! A message may name another (`{ kind_indicator_many }`): so a municipality's own term, which takes
//! the place of ours, stands in every sentence that speaks of the thing.

mod dates;
mod numbers;
mod own;
mod spoken;

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::text::Language;
pub use dates::month_name;
pub use numbers::WithUnit;
pub use spoken::InWords;

/// The words of one language. Named `t` in templates, which see those without variables.
#[derive(Clone, Serialize)]
#[serde(transparent)]
pub struct Words {
    plain: FxHashMap<String, String>,
    #[serde(skip)]
    messages: Arc<Messages>,
}

type Messages = FluentBundle<Arc<FluentResource>>;

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> Words {
        Words::with(language, &BTreeMap::new())
    }

    /// The words of a language, with a municipality's own in place of some: *Tellinger* for
    /// `kind_indicator_many`. An own word under a key that does not exist changes nothing.
    #[must_use]
    pub fn with(language: Language, own: &BTreeMap<String, String>) -> Words {
        Words::made(messages(language, own))
    }

    /// The words of the hearing service: the site's, and those of its own pages.
    #[cfg(feature = "hearing")]
    #[must_use]
    pub fn of_service(language: Language) -> Words {
        let both = [source(language), service(language)].concat();
        Words::made(bundle(language, &both, &BTreeMap::new()))
    }

    fn made((messages, ours): (Messages, Arc<FluentResource>)) -> Words {
        let plain = keys(&ours).filter_map(|key| Some((key.to_string(), plain(&messages, key)?)));
        Words { plain: plain.collect(), messages: Arc::new(messages) }
    }

    /// The words that a key stands for, when they hold no variables. A key that does not exist is
    /// shown as it is: the tests find it before a reader does.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// A message with its variables filled in.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        if let Some(plain) = self.plain.get(key) {
            return plain.clone();
        }
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, FluentValue::from(*value));
        }
        say(&self.messages, key, &arguments).unwrap_or_else(|| key.to_string())
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.messages.has_message(key)
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.plain.fmt(out)
    }
}

/// The messages of a language with a municipality's own laid over them; and ours alone.
fn messages(language: Language, own: &BTreeMap<String, String>) -> (Messages, Arc<FluentResource>) {
    bundle(language, source(language), own)
}

fn bundle(
    language: Language,
    source: &str,
    own: &BTreeMap<String, String>,
) -> (Messages, Arc<FluentResource>) {
    let ours = resource(source);
    let mut messages =
        FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
    // Marks of direction around each value would end up in titles and addresses.
    messages.set_use_isolating(false);
    let _ = messages.add_function("CAPITAL", |values, _| capital_value(values));
    messages.add_resource_overriding(Arc::clone(&ours));
    messages.add_resource_overriding(resource(&own::messages(own, &ours)));
    (messages, ours)
}

fn say(messages: &Messages, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
    let pattern = messages.get_message(key)?.value()?;
    let mut untold = Vec::new();
    Some(messages.format_pattern(pattern, Some(arguments), &mut untold).into_owned())
}

/// With a capital first.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => {
            let mut capital = String::with_capacity(text.len());
            capital.extend(first.to_uppercase());
            capital.push_str(letters.as_str());
            capital
        }
        None => String::new(),
    }
}

fn capital_value<'v>(values: &[FluentValue<'v>]) -> FluentValue<'v> {
    match values {
        [FluentValue::String(word)] => FluentValue::from(capital(word)),
        _ => FluentValue::Error,
    }
}

/// A message that needs no variables; none for the others.
fn plain(messages: &Messages, key: &str) -> Option<String> {
    let pattern = messages.get_message(key)?.value()?;
    let mut lacking = Vec::new();
    let text = messages.format_pattern(pattern, None, &mut lacking).into_owned();
    lacking.is_empty().then_some(text)
}

fn keys(resource: &FluentResource) -> impl Iterator<Item = &str> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        _ => None,
    })
}

/// A file's messages. The files are compiled in and each is read by the tests, so the part that
/// could not be read is never met.
fn resource(text: &str) -> Arc<FluentResource> {
    Arc::new(FluentResource::try_new(text.to_string()).unwrap_or_else(|(readable, _)| readable))
}

fn source(language: Language) -> &'static str {
    match language {
        Language::Nb => include_str!("nb.ftl"),
        Language::Nn => include_str!("nn.ftl"),
        Language::Se => include_str!("se.ftl"),
        Language::Sv => include_str!("sv.ftl"),
        Language::En => include_str!("en.ftl"),
    }
}

/// Words that only the pages of the hearing service have.
#[cfg(feature = "hearing")]
fn service(language: Language) -> &'static str {
    match language {
        Language::Nb => include_str!("service/nb.ftl"),
        Language::Nn => include_str!("service/nn.ftl"),
        Language::Se => include_str!("service/se.ftl"),
        Language::Sv => include_str!("service/sv.ftl"),
        Language::En => include_str!("service/en.ftl"),
    }
}

#[cfg(test)]
mod tests;
