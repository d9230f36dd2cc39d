//! What an open page is told beside its own text: the mistakes, the advice, what links to it, and whether it is
//! itself still the newest.
//!
//! A page carries one element of ours, a script; the script hears of all this on the channel.

use super::answer::Answer;
use super::edition::Edition;
use super::editor::Editor;
use super::show::{For, Found, Page, Show};
use crate::diagnostic::text::{Style, render_one};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::html::escape;
use crate::model::Stage;
use crate::text::{FileId, Language, Span};
use serde::Serialize;
use std::path::Path;

/// The script that pages carry.
pub(super) const SCRIPT: &str = include_str!("assets/preview.js");

/// The panel's own style.
pub(super) const STYLE: &str = include_str!("assets/preview.css");
/// The picture of the preview's own pages; a theme's has another name each time it changes.
pub(super) const ICON: &str = include_str!("../../themes/default/static/icon.svg");

/// The most that a panel lists; the page of advice has all.
const MOST: usize = 25;

/// How it stands with the plan.
pub(super) struct Standing<'e> {
    pub(super) diagnostics: &'e Diagnostics,
    pub(super) is_checked: bool,
    pub(super) trouble: Option<&'e str>,
    pub(super) edition: &'e Edition,
    pub(super) stage: Option<Stage>,
    pub(super) language: Language,
    pub(super) plan: &'e Path,
    pub(super) editor: Option<&'e Editor>,
}

/// What a page is told.
#[derive(Serialize)]
struct State<'s> {
    /// Names the page's content as it now stands.
    tag: String,
    styles: Vec<String>,
    /// Whether the page is of an earlier edition, because the newest has a mistake here.
    held: bool,
    checked: bool,
    mistakes: usize,
    advice: usize,
    trouble: Option<&'s str>,
    items: Vec<Item<'s>>,
    links: Vec<Link<'s>>,
    stage: &'static str,
    language: &'static str,
    /// The editor's address of a file, with `{path}`, `{line}` and `{column}` to fill in.
    editor: Option<String>,
}

/// One thing to mend.
#[derive(Serialize)]
pub(super) struct Item<'s> {
    pub(super) mistake: bool,
    pub(super) rule: &'s str,
    pub(super) message: &'s str,
    pub(super) help: &'s str,
    /// "content/a.md:3:7".
    pub(super) place: String,
    /// What opens it in the editor.
    pub(super) open: Option<String>,
    /// The line with its carets.
    pub(super) excerpt: String,
}

/// A page that links to this one.
#[derive(Serialize)]
struct Link<'s> {
    title: &'s str,
    path: &'s str,
    file: &'s str,
}

impl Standing<'_> {
    /// Whether the messages are in English.
    pub(super) fn is_english(&self) -> bool {
        self.language == Language::En
    }

    /// What the page at a path is told, as one line of JSON.
    pub(super) fn state(&self, path: &str, show: &Show<'_>) -> String {
        let page = self.page(path, show);
        let files = self.files_of(path);
        let all = self.diagnostics.all().iter();
        let mut shown: Vec<&Diagnostic> = all
            .filter(|found| found.rule.severity == Severity::Mistake || is_in(found, &files))
            .collect();
        // What concerns this page first; the mistakes before the advice.
        shown.sort_by_key(|found| (found.rule.severity, !is_in(found, &files)));
        let state = State {
            tag: page.0,
            styles: page.1,
            held: page.2,
            checked: self.is_checked,
            mistakes: self.diagnostics.mistakes(),
            advice: self.diagnostics.advice(),
            trouble: self.trouble,
            items: shown.into_iter().take(MOST).map(|found| self.item(found)).collect(),
            links: self.links_to(path),
            stage: match self.stage {
                None => "plan",
                Some(Stage::Draft) => "draft",
                Some(Stage::Hearing) => "hearing",
                Some(Stage::Adopted) => "adopted",
            },
            language: if self.is_english() { "en" } else { "nb" },
            editor: self.editor.map(|editor| self.template(editor)),
        };
        serde_json::to_string(&state).unwrap_or_default()
    }

    /// The page's tag and styles, and whether it is an earlier one.
    fn page(&self, path: &str, show: &Show<'_>) -> (String, Vec<String>, bool) {
        let of = |page: &Page| (page.tag.clone(), page.styles.clone(), page.held);
        if path.starts_with("_planverk/") {
            return (tag(super::advice::page(self).as_bytes()), Vec::new(), false);
        }
        match show.find(path, For::Writers) {
            Found::Page(page) => of(&page),
            Found::File(_) => (String::new(), Vec::new(), false),
            Found::Broken(why) => {
                let html = super::advice::broken(self, Some(&why));
                (tag(html.as_bytes()), Vec::new(), false)
            }
            Found::Nothing => match show.find("404.html", For::Writers) {
                Found::Page(page) => of(&page),
                _ => (tag(super::advice::broken(self, None).as_bytes()), Vec::new(), false),
            },
        }
    }

    /// The files that the page at a path was written in.
    fn files_of(&self, path: &str) -> Vec<FileId> {
        let plan = &self.edition.prepared.plan;
        let entries = plan.entries.iter().filter(|entry| entry.address.page == path);
        let mut files: Vec<FileId> = entries.map(|entry| entry.span.file).collect();
        let named = |name: &str| {
            let place = self.edition.sources.files.iter().position(|file| file.path == name);
            place.map(FileId::at)
        };
        if path == "index.html" {
            files.extend(named("content/index.md"));
            files.extend(named("content/plan.toml"));
        }
        files
    }

    fn links_to(&self, path: &str) -> Vec<Link<'_>> {
        let plan = &self.edition.prepared.plan;
        let here = plan.all().find(|(_, entry)| entry.has_page() && entry.address.page == path);
        let Some((id, _)) = here else { return Vec::new() };
        let linking = plan.backlinks(id).iter().map(|from| plan.entry(*from));
        let linking = linking.map(|entry| Link {
            title: &entry.title,
            path: &entry.address.page,
            file: self.file(entry.span).map_or("", |(path, ..)| path),
        });
        linking.take(MOST).collect()
    }

    /// The path, line and column of a span.
    fn file(&self, span: Span) -> Option<(&str, usize, usize)> {
        let file = self.edition.sources.files.get(span.file.0 as usize)?;
        let place = file.position(span.range().start);
        Some((&file.path, place.line, place.column))
    }

    /// A diagnostic, as it is shown.
    pub(super) fn item<'s>(&'s self, found: &'s Diagnostic) -> Item<'s> {
        let place = found.span.and_then(|span| self.file(span));
        let style = Style { language: self.language, colour: false };
        let whole = render_one(found, &self.edition.sources.files, style);
        // The message and the help are shown by themselves.
        let inner = whole.lines().skip(1).filter(|line| !line.starts_with("  = "));
        Item {
            mistake: found.rule.severity == Severity::Mistake,
            rule: found.rule.name,
            message: found.message.in_language(self.language),
            help: found.help.as_ref().map_or("", |help| help.in_language(self.language)),
            place: place
                .map(|(path, line, column)| format!("{path}:{line}:{column}"))
                .unwrap_or_default(),
            open: place.and_then(|(path, line, column)| {
                Some(self.editor?.link(&self.disk(path), line, column))
            }),
            excerpt: inner.skip(1).collect::<Vec<_>>().join("\n"),
        }
    }

    fn disk(&self, path: &str) -> std::path::PathBuf {
        let plan = self.plan.canonicalize().unwrap_or_else(|_| self.plan.to_path_buf());
        plan.join(path)
    }

    /// The editor's address with the plan's folder in it.
    fn template(&self, editor: &Editor) -> String {
        editor.template(&self.disk(""))
    }

    /// A page of the site with our script in it.
    pub(super) fn inject_page(&self, path: &str, status: u16, page: &Page) -> Answer {
        let html = with_script(&page.bytes, path, &page.tag, &page.styles);
        Answer { status, ..Answer::of("x.html", html) }
    }

    /// A page of our own with our script in it.
    pub(super) fn inject(&self, path: &str, status: u16, html: &[u8]) -> Answer {
        let html = with_script(html, path, &tag(html), &[]);
        Answer { status, ..Answer::of("x.html", html) }
    }
}

fn tag(html: &[u8]) -> String {
    blake3::hash(html).to_hex()[..16].to_string()
}

fn is_in(found: &Diagnostic, files: &[FileId]) -> bool {
    found.span.is_some_and(|span| files.contains(&span.file))
}

/// Puts our script last in the head, or at the end of a page that has none.
fn with_script(html: &[u8], path: &str, tag: &str, styles: &[String]) -> Vec<u8> {
    let place = memchr::memmem::find(html, b"</head>").unwrap_or(html.len());
    let element = format!(
        "<script defer src=\"/_planverk/preview.js\" id=\"planverk-preview\" data-page=\"{}\" data-tag=\"{tag}\" data-styles=\"{}\"></script>",
        escape(path),
        escape(&styles.join(" ")),
    );
    let mut whole = Vec::with_capacity(html.len() + element.len());
    whole.extend_from_slice(&html[..place]);
    whole.extend_from_slice(element.as_bytes());
    whole.extend_from_slice(&html[place..]);
    whole
}
