//! The default theme, compiled in from `themes/default`.

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
    template!("section.html"),
    template!("whole.html"),
];

/// The static files by name.
pub(super) const STATIC: &[(&str, &[u8])] = &[
    ("icon.svg", include_bytes!("../../themes/default/static/icon.svg")),
    ("planverk.css", include_bytes!("../../themes/default/static/planverk.css")),
];

/// The built-in theme's own `theme.toml`.
#[cfg(test)]
pub(super) const MANIFEST: &str = include_str!("../../themes/default/theme.toml");
