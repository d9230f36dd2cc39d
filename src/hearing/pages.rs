//! Pages: templates compiled in, filled with finished views in the site's language.
//!
//! Tera escapes every value in a template; nothing here is marked safe. So there is one place where what people
//! wrote becomes HTML, and it is the engine's.

use super::targets::Round;
use crate::html::escape_to;
use crate::text::Language;
use crate::words::Words;
use serde::Serialize;
use tera::{Context, Tera, Value};

macro_rules! templates {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("templates/", $name)))),*] };
}

/// The templates by name.
const TEMPLATES: &[(&str, &str)] = templates![
    "frame.html",
    "parts.html",
    "rounds.html",
    "round.html",
    "text.html",
    "form.html",
    "review.html",
    "receipt.html",
    "closed.html",
    "mine.html",
    "message.html",
    "sign-in.html",
    "queue.html",
    "one.html",
    "redact.html",
    "assess.html",
    "log.html",
    "account.html",
    "privacy.html",
];

/// The service's own stylesheet, which comes after the site's.
const STYLE: &str = include_str!("assets/hearing.css");

/// The service's own script.
const SCRIPT: &str = include_str!("assets/hearing.js");

/// What all pages need to be made.
pub struct Pages {
    tera: Tera,
    words: Vec<(Language, Words, Value)>,
    root: String,
    style: String,
    script: String,
}

/// What stands around a page.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// The language's tag.
    pub lang: &'static str,
    /// The page's title.
    pub title: String,
    /// The plan's title.
    pub site: String,
    /// Addresses of the site's stylesheets and our own.
    pub styles: Vec<String>,
    /// Address of our script.
    pub script: String,
    /// The path of the site's root.
    pub root: String,
    /// Who is signed in; empty on the public side.
    pub who: String,
    /// Whether who is signed in may decide.
    pub decides: bool,
    /// Whether what was decided is not on the site yet, for the last build did not succeed.
    pub unpublished: bool,
    /// The token of the session's forms.
    pub token: String,
    /// The round that links in the head lead to; empty for none.
    pub round: String,
    /// Which of the staff's pages it is.
    pub here: &'static str,
}

impl Pages {
    /// Parses the templates; `root` is the path in front of everything.
    ///
    /// # Errors
    ///
    /// When a template has a mistake, which a test would have found.
    pub fn new(root: &str) -> Result<Pages, String> {
        let mut tera = Tera::default();
        tera.set_escape_fn(escape_to);
        tera.add_raw_templates(TEMPLATES.to_vec()).map_err(|error| error.to_string())?;
        let words = Language::ALL.into_iter().map(|language| {
            let words = Words::of_service(language);
            let value = Value::try_from_serializable(&words).map_err(|error| error.to_string())?;
            Ok((language, words, value))
        });
        let name = |kind: &str, text: &str| {
            let hash = blake3::hash(text.as_bytes()).to_hex();
            format!("hearing.{}.{kind}", &hash[..12])
        };
        let (style, script) = (name("css", STYLE), name("js", SCRIPT));
        Ok(Pages {
            tera,
            words: words.collect::<Result<_, String>>()?,
            root: root.to_string(),
            style,
            script,
        })
    }

    /// The words of a language.
    #[must_use]
    pub fn words(&self, language: Language) -> &Words {
        let found = self.words.iter().find(|(own, ..)| *own == language);
        found.map_or(&self.words[0].1, |(_, words, _)| words)
    }

    /// The frame of a page about a round, or of one about none.
    #[must_use]
    pub fn frame(&self, round: Option<&Round>, title: &str) -> Frame {
        let site = round.map(|round| &round.told.site);
        let styles = site.into_iter().flat_map(|site| &site.styles);
        let mut styles: Vec<String> = styles.map(|style| self.of_site(style)).collect();
        styles.push(format!("{}horing/-/{}", self.root, self.style));
        Frame {
            lang: round.map(Round::language).unwrap_or_default().tag(),
            title: title.to_string(),
            site: site.map_or(String::new(), |site| site.title.clone()),
            styles,
            script: format!("{}horing/-/{}", self.root, self.script),
            root: self.root.clone(),
            who: String::new(),
            decides: false,
            unpublished: false,
            token: String::new(),
            round: round.map_or(String::new(), |round| round.told.round.clone()),
            here: "",
        }
    }

    /// An address of the site, given from its root.
    #[must_use]
    pub fn of_site(&self, address: &str) -> String {
        format!("{}{}", self.root, address.trim_start_matches('/'))
    }

    /// A page.
    ///
    /// # Errors
    ///
    /// When a template asks for what its view has not, which a test would have found.
    pub fn render(
        &self,
        template: &str,
        frame: &Frame,
        view: &impl Serialize,
    ) -> Result<String, String> {
        let told = |error: tera::Error| error.to_string();
        let mut context = Context::new();
        let words = self.words.iter().find(|(language, ..)| language.tag() == frame.lang);
        let words = words.map_or(&self.words[0].2, |(.., words)| words);
        context.insert_value("t", words.clone());
        context.insert_value("frame", Value::try_from_serializable(frame).map_err(told)?);
        context.insert_value("view", Value::try_from_serializable(view).map_err(told)?);
        self.tera.render(template, &context).map_err(told)
    }

    /// One of our own files by its name.
    #[must_use]
    pub fn asset(&self, name: &str) -> Option<(&'static str, &'static str)> {
        match name {
            _ if name == self.style => Some(("text/css; charset=utf-8", STYLE)),
            _ if name == self.script => Some(("text/javascript; charset=utf-8", SCRIPT)),
            _ => None,
        }
    }
}
