//! Pages from views: the templates and the static files of a theme.
//!
//! 1. The default theme is compiled in (`builtin`). Its templates are called `default/entry.html` and
//!    so on; a theme's own file is called `entry.html` and is looked for first. It may also extend the
//!    one that it hides (`{% extends "default/entry.html" %}`), or define a single component anew.
//! 2. What all pages share is turned into template values once ([`Shared`]); to pass it to a page is to
//!    count up a reference.
//! 3. A section's navigation is rendered once ([`SectionHtml`]), and the link to the page at hand is
//!    marked in the finished text. So are the main menu and the footer, for each depth that pages lie at.
//! 4. Values are escaped unless a template says `safe`, which it does for fields documented as HTML.

mod assets;
mod builtin;
mod error;
mod inline;
mod manifest;
mod near;
mod references;
#[cfg(test)]
mod samples;
mod script;
mod section;
mod style;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};
use tera::{Context, Kwargs, State, Tera, Value};

use crate::html::escape_to;
pub use crate::load::ThemeFile;
use crate::view::{CardView, PageView, SectionView, SiteView};
use crate::words::Words;
use assets::Assets;
pub use assets::WrongReference;
pub use error::{RenderError, ThemeError};
pub use section::SectionHtml;

/// Where the built-in templates lie, for a theme's own that extend them.
const BUILTIN_PREFIX: &str = "default/";

/// The deepest folder whose pages share menus and footers.
const DEEPEST: usize = 6;

/// What a page's frame weighs beside its body and its section: head, header and footer.
const FRAME_BYTES: usize = 12 * 1024;

/// Templates and static files, ready for use.
pub struct Theme {
    tera: Tera,
    assets: Arc<Assets>,
}

/// The values that all pages of a site share.
pub struct Shared {
    /// By the depth of the pages that they stand on, each made for the first of them.
    frames: [OnceLock<Frame>; DEEPEST + 1],
    site: Value,
    words: Value,
    assets: Value,
}

/// What is the same on every page that lies equally deep.
struct Frame {
    menu: SectionHtml,
    footer: Value,
}

impl Theme {
    /// The built-in theme with a municipality's files laid over it.
    ///
    /// # Errors
    ///
    /// When a template does not parse, is not text, or names a part that does not exist; when
    /// `theme.toml` is missing beside templates, is broken, or was made for another contract; when a stylesheet
    /// or a script points to a file that the theme has not.
    pub fn new(overrides: Vec<ThemeFile>) -> Result<Theme, ThemeError> {
        Theme::after(None, overrides)
    }

    /// The same, where a theme of other files was made before: where only templates differ, the static files are
    /// those that there were.
    ///
    /// # Errors
    ///
    /// See [`Theme::new`].
    pub fn after(
        earlier: Option<(&[ThemeFile], &Theme)>,
        overrides: Vec<ThemeFile>,
    ) -> Result<Theme, ThemeError> {
        manifest::check(&overrides)?;
        let mut tera = Tera::default();
        tera.set_escape_fn(escape_to);
        // Tera's own copies the text, which may be a whole chapter; this one only says what it is.
        tera.register_filter("safe", |value: Value, _: Kwargs, _: &State<'_>| value.mark_safe());
        tera.set_fallback_prefixes([BUILTIN_PREFIX]).map_err(ThemeError::from_tera)?;
        let mut own: Vec<(&str, &str)> = Vec::new();
        for file in &overrides {
            if let Some(name) = file.path.strip_prefix("templates/") {
                let text = std::str::from_utf8(&file.bytes)
                    .map_err(|_| ThemeError::NotText { path: file.path.clone() })?;
                own.push((name, text));
            }
        }
        let texts: Vec<&str> = own.iter().map(|(_, text)| *text).collect();
        let builtin = inline::written_out(builtin::TEMPLATES, &texts);
        let builtin =
            builtin.into_iter().map(|(name, text)| (format!("{BUILTIN_PREFIX}{name}"), text));
        let own = own.into_iter().map(|(name, text)| (name.to_owned(), text.into()));
        let templates: Vec<(String, Cow<'_, str>)> = builtin.chain(own).collect();
        tera.add_raw_templates(templates).map_err(ThemeError::from_tera)?;
        let fixed = |file: &&ThemeFile| !file.path.starts_with("templates/");
        let same = earlier
            .filter(|(files, _)| files.iter().filter(fixed).eq(overrides.iter().filter(fixed)));
        let assets = match same {
            Some((_, theme)) => Arc::clone(&theme.assets),
            None => Arc::new(Assets::new(overrides)?),
        };
        Ok(Theme { tera, assets })
    }

    /// Makes the values that all pages share.
    ///
    /// # Errors
    ///
    /// When a view cannot be turned into template values.
    pub fn shared(&self, site: &SiteView, words: &Words) -> Result<Shared, RenderError> {
        let value = |made: tera::TeraResult<Value>| made.map_err(RenderError::from_tera);
        let shared = Shared {
            frames: Default::default(),
            site: value(Value::try_from_serializable(site))?,
            words: value(Value::try_from_serializable(words))?,
            assets: value(Value::try_from_serializable(&self.assets.paths()))?,
        };
        // Where menu and footer fail, they do so on all pages: better before any is made.
        let frame = self.frame(&shared, "")?;
        let _ = shared.frames[0].set(frame);
        Ok(shared)
    }

    fn frame(&self, shared: &Shared, root: &str) -> Result<Frame, RenderError> {
        let context = shared.context(root);
        let render = |name| self.tera.render(name, &context).map_err(RenderError::from_tera);
        let (menu, footer) = (render("menu.html")?, render("footer.html")?);
        Ok(Frame { menu: SectionHtml::new(menu, root), footer: Value::safe_string(&footer) })
    }

    /// Renders a section's navigation for the pages that lie equally deep (`root` is theirs).
    ///
    /// # Errors
    ///
    /// When the template fails: an override that asks for a value that is not there.
    pub fn section(
        &self,
        shared: &Shared,
        section: &SectionView,
        root: &str,
    ) -> Result<SectionHtml, RenderError> {
        let mut context = shared.context(root);
        let value = Value::try_from_serializable(section).map_err(RenderError::from_tera)?;
        context.insert_value("section", value);
        let html = self.tera.render("section.html", &context).map_err(RenderError::from_tera)?;
        Ok(SectionHtml::new(html, root))
    }

    /// Renders a page with the template that it names.
    ///
    /// # Errors
    ///
    /// When there is no such template, or it fails: an override that asks for a value that is not there.
    pub fn page(
        &self,
        shared: &Shared,
        page: &PageView,
        section: Option<&SectionHtml>,
        root: &str,
    ) -> Result<Vec<u8>, RenderError> {
        let mut context = shared.context(root);
        let value = Value::try_from_serializable(page).map_err(RenderError::from_tera)?;
        context.insert_value("page", value);
        let navigation =
            section.map_or_else(|| Value::from(""), |html| html.marked(&[(&page.path, "page")]));
        let beside = navigation.as_str().map_or(0, str::len);
        context.insert_value("section", navigation);
        let made;
        let kept = shared.frames.get(root.len() / "../".len()).filter(|_| !root.starts_with('/'));
        let frame = match (kept, kept.and_then(OnceLock::get)) {
            (_, Some(frame)) => frame,
            (Some(kept), None) => {
                let frame = self.frame(shared, root)?;
                kept.get_or_init(|| frame)
            }
            (None, None) => {
                made = self.frame(shared, root)?;
                &made
            }
        };
        let trail = page.breadcrumb.get(1).map_or("", |link| &link.path);
        context.insert_value("menu", frame.menu.marked(&[(&page.path, "page"), (trail, "true")]));
        context.insert_value("footer", frame.footer.clone());
        let mut bytes = Vec::with_capacity(FRAME_BYTES + page.body.len() + beside);
        let template = format!("{}.html", page.template);
        self.tera.render_to(&template, &context, &mut bytes).map_err(RenderError::from_tera)?;
        Ok(near::shortened(bytes, &page.path, root))
    }

    /// Renders a card on its own, for an entry embedded in running text.
    ///
    /// # Errors
    ///
    /// When an override of the component fails.
    pub fn card(
        &self,
        shared: &Shared,
        card: &CardView,
        level: u8,
        root: &str,
    ) -> Result<String, RenderError> {
        let mut arguments = Context::new();
        let value = Value::try_from_serializable(card).map_err(RenderError::from_tera)?;
        arguments.insert_value("card", value);
        arguments.insert_value("level", Value::from(level));
        let shared = shared.context(root);
        self.tera
            .render_component_with_implicits("card", &arguments, &shared, None, true)
            .map_err(RenderError::from_tera)
    }

    /// The static files, each with its path from the site's root.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.files()
    }

    /// The theme's stylesheets in order, as paths from the site's root.
    #[must_use]
    pub fn styles(&self) -> Vec<String> {
        self.assets.styles()
    }
}

impl Shared {
    /// A context with everything but the page; costs a few counted references.
    fn context(&self, root: &str) -> Context {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert_value("t", self.words.clone());
        context.insert_value("assets", self.assets.clone());
        context.insert_value("root", Value::from(root));
        context
    }
}
