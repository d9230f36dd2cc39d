//! The default theme, compiled in from `themes/default`.

use super::{script, style};

macro_rules! template {
    ($name:literal) => {
        ($name, include_str!(concat!("../../themes/default/templates/", $name)))
    };
}

/// The templates by file name.
pub(super) const TEMPLATES: &[(&str, &str)] = &[
    template!("base.html"),
    template!("components.html"),
    template!("entry.html"),
    template!("footer.html"),
    template!("front.html"),
    template!("glossary.html"),
    template!("matrix.html"),
    template!("matrix-panel.html"),
    template!("menu.html"),
    template!("not-found.html"),
    template!("overview.html"),
    template!("panels.html"),
    template!("register.html"),
    template!("search.html"),
    template!("section.html"),
    template!("version.html"),
    template!("whole.html"),
];

/// The static files by name, as they are sent.
pub(super) fn files() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    STATIC.iter().map(|(name, bytes)| (*name, sent(name, bytes)))
}

fn sent(name: &str, bytes: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(script) if name.strip_suffix(".js").is_some() => script::sent(script).into_bytes(),
        Ok(style) if name.strip_suffix(".css").is_some() => style::sent(style).into_bytes(),
        _ => bytes.to_vec(),
    }
}

/// The static files by name.
pub(super) const STATIC: &[(&str, &[u8])] = &[
    ("icon.svg", include_bytes!("../../themes/default/static/icon.svg")),
    ("planverk.css", include_bytes!("../../themes/default/static/planverk.css")),
    ("reading.js", include_bytes!("../../themes/default/static/reading.js")),
    ("search-dialog.js", include_bytes!("../../themes/default/static/search-dialog.js")),
    ("search-english.js", include_bytes!("../../themes/default/static/search-english.js")),
    ("search-find.js", include_bytes!("../../themes/default/static/search-find.js")),
    ("search-nordic.js", include_bytes!("../../themes/default/static/search-nordic.js")),
    ("search-page.js", include_bytes!("../../themes/default/static/search-page.js")),
    ("search-shards.js", include_bytes!("../../themes/default/static/search-shards.js")),
    ("search-whole.js", include_bytes!("../../themes/default/static/search-whole.js")),
    ("search.js", include_bytes!("../../themes/default/static/search.js")),
];

/// The built-in theme's own `theme.toml`.
#[cfg(test)]
pub(super) const MANIFEST: &str = include_str!("../../themes/default/theme.toml");
