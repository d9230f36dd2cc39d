//! What a theme must hold to, on every template.

use super::samples::{SHAPES, evil_card, evil_page, evil_site};
use super::*;
use crate::text::Language;
use crate::view::{LinkView, PanelView, SectionItemView};

const PAGE_TEMPLATES: &[&str] =
    &["entry", "front", "overview", "matrix", "glossary", "register", "whole", "not-found"];

fn file(path: &str, text: &str) -> ThemeFile {
    ThemeFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn manifest() -> ThemeFile {
    file("theme.toml", "name = \"Eksempelvik\"\ncontract = 1\n")
}

fn theme(overrides: Vec<ThemeFile>) -> Theme {
    match Theme::new(overrides) {
        Ok(theme) => theme,
        Err(error) => panic!("{error}"),
    }
}

fn render(theme: &Theme, page: &PageView) -> Result<String, RenderError> {
    let shared = theme.shared(&evil_site(), &Words::of(Language::Nb))?;
    theme.page(&shared, page, None, "../").map(|page| String::from_utf8(page).unwrap())
}

fn rendered(theme: &Theme, page: &PageView) -> String {
    match render(theme, page) {
        Ok(html) => html,
        Err(error) => panic!("{}: {error}", page.template),
    }
}

#[test]
fn text_is_escaped_on_every_template() {
    let theme = theme(Vec::new());
    for template in PAGE_TEMPLATES {
        let html = rendered(&theme, &evil_page(template));
        let ours = html.matches("<script type=\"module\" src=\"../assets/").count();
        assert_eq!(html.matches("<script").count(), ours, "{template}");
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{template}");
        assert!(html.contains("<p id=\"body\">&amp;</p>"), "{template}: the body is HTML");
    }
}

#[test]
fn a_card_on_its_own_is_escaped_too() {
    let theme = theme(Vec::new());
    let shared = theme.shared(&evil_site(), &Words::of(Language::Nb)).unwrap();
    let html = theme.card(&shared, &evil_card(), 3, "../").unwrap();
    assert!(!html.contains("<script"));
    assert!(html.contains("<h3 class=\"card-title\"><a href=\"../a.html\">"), "{html}");
}

#[test]
fn a_page_with_next_to_nothing_renders_on_every_template() {
    let theme = theme(Vec::new());
    let shared = theme.shared(&SiteView::default(), &Words::of(Language::Nb)).unwrap();
    for template in PAGE_TEMPLATES {
        let panels = SHAPES
            .iter()
            .map(|shape| PanelView { shape: (*shape).to_owned(), ..PanelView::default() });
        let page = PageView {
            template: (*template).to_owned(),
            title: "Tom".to_owned(),
            panels: panels.collect(),
            ..PageView::default()
        };
        let html = String::from_utf8(
            theme.page(&shared, &page, None, "").unwrap_or_else(|error| panic!("{error}")),
        )
        .unwrap();
        assert!(html.starts_with("<!doctype html>"), "{template}");
        assert!(!html.contains("<ul>\n</ul>"), "{template}");
    }
}

#[test]
fn nothing_is_inline_and_nothing_is_fetched_from_elsewhere() {
    let theme = theme(Vec::new());
    for template in PAGE_TEMPLATES {
        let html = rendered(&theme, &evil_page(template));
        for banned in ["<style", " style=", " onclick=", "javascript:", "src=\"http", "@import"] {
            assert!(!html.contains(banned), "{template}: {banned}");
        }
    }
    for (path, bytes) in theme.assets() {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("url(http") && !text.contains("@import"), "{path}");
    }
}

#[test]
fn every_word_that_templates_ask_for_exists() {
    let words = Words::of(Language::Nb);
    for (name, text) in builtin::TEMPLATES {
        for (at, _) in text.match_indices("t.") {
            let before = text[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || before == '_' || before == '.' {
                continue;
            }
            let key = text[at + 2..].split(|c: char| !c.is_ascii_lowercase() && c != '_').next();
            let key = key.unwrap_or_default();
            assert!(key.is_empty() || words.has(key), "{name}: t.{key}");
        }
    }
}

#[test]
fn one_template_of_a_theme_takes_the_place_of_ours() {
    let own = file("templates/glossary.html", "<p>{{ page.title }}</p>");
    let theme = theme(vec![manifest(), own]);
    let html = rendered(&theme, &evil_page("glossary"));
    assert!(html.starts_with("<p>&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;"), "{html}");
    assert!(rendered(&theme, &evil_page("entry")).starts_with("<!doctype html>"));
}

#[test]
fn a_theme_may_extend_the_template_that_it_hides() {
    let own =
        "{% extends \"default/entry.html\" %}{% block head %}<meta name=\"x\">{% endblock head %}";
    let theme = theme(vec![manifest(), file("templates/entry.html", own)]);
    let html = rendered(&theme, &evil_page("entry"));
    assert!(html.contains("<meta name=\"x\">") && html.contains("<h1>"));
}

#[test]
fn a_theme_may_define_one_component_anew() {
    let own = "{% component badge(badge) %}[{{ badge.word }}]{% endcomponent badge %}";
    let theme = theme(vec![manifest(), file("templates/own.html", own)]);
    let html = rendered(&theme, &evil_page("entry"));
    assert!(html.contains("[&lt;script") && !html.contains("class=\"badge"));
}

#[test]
fn a_broken_template_is_told_with_name_and_line() {
    for broken in ["<p>\n{% if %}\n", "<p>\n{{ page.title | shout }}\n", "\n{{ <kort /> }}"] {
        let error =
            Theme::new(vec![manifest(), file("templates/entry.html", broken)]).err().unwrap();
        let ThemeError::Template { template, line, message } = error else {
            panic!("{error:?}");
        };
        assert_eq!((template.as_str(), line), ("entry.html", Some(2)), "{message}");
        assert!(!message.is_empty() && !message.contains('\n'), "{message}");
    }
}

#[test]
fn a_value_that_is_not_there_is_told_with_name_and_line() {
    let own = file("templates/entry.html", "\n\n{{ page.nothing }}");
    let error = render(&theme(vec![manifest(), own]), &evil_page("entry")).unwrap_err();
    assert_eq!((error.template.as_str(), error.line), ("entry.html", Some(3)));
}

#[test]
fn a_page_without_a_template_is_told() {
    let error = render(&theme(Vec::new()), &evil_page("ukjent")).unwrap_err();
    assert_eq!(error.template, "ukjent.html");
}

#[test]
fn a_theme_for_another_contract_is_told_with_both_numbers() {
    let error =
        Theme::new(vec![file("theme.toml", "name = \"Gammelt\"\ncontract = 7")]).err().unwrap();
    let told = error.to_string();
    assert!(told.contains("Gammelt") && told.contains('7') && told.contains('1'), "{told}");
}

#[test]
fn a_manifest_is_needed_beside_templates_and_read_with_line() {
    let lone = Theme::new(vec![file("templates/entry.html", "")]).err();
    assert_eq!(lone, Some(ThemeError::NoManifest));
    let broken = Theme::new(vec![file("theme.toml", "name = \"x\"\nkontrakt = 1")]).err().unwrap();
    assert!(broken.to_string().starts_with("theme.toml:2: "), "{broken}");
    assert!(Theme::new(vec![file("static/logo.svg", "<svg/>")]).is_ok());
}

#[test]
fn the_built_in_manifest_names_the_contract() {
    assert!(Theme::new(vec![file("theme.toml", builtin::MANIFEST)]).is_ok());
}

#[test]
fn stylesheets_carry_a_hash_and_ours_comes_first() {
    let before = theme(Vec::new());
    let after = theme(vec![file("static/a.css", "b{}"), file("static/planverk.css", "a{}")]);
    assert_eq!(before.styles().len(), 1);
    assert_eq!(after.styles().len(), 2);
    assert!(
        after.styles()[0].starts_with("assets/planverk.")
            && after.styles()[1].starts_with("assets/a.")
    );
    assert_ne!(before.styles()[0], after.styles()[0]);
    let written: Vec<&str> = after.assets().map(|(path, _)| path).collect();
    assert!(after.styles().iter().all(|style| written.contains(&style.as_str())));
    assert!(written.iter().any(|path| path.starts_with("assets/icon.") && path.ends_with(".svg")));
}

#[test]
fn the_stylesheet_stays_small() {
    let (_, css) = builtin::files().find(|(name, _)| *name == "planverk.css").unwrap();
    assert!(css.len() <= 42_400, "{} bytes", css.len());
}

#[test]
fn the_current_page_is_marked_in_the_section() {
    let theme = theme(Vec::new());
    let shared = theme.shared(&evil_site(), &Words::of(Language::Nb)).unwrap();
    let link = |path: &str| LinkView {
        title: "Å".to_owned(),
        path: path.to_owned(),
        ..LinkView::default()
    };
    let section = SectionView {
        chapter: link("mal/index.html"),
        pages: vec![SectionItemView {
            link: link("mal/b.html"),
            children: vec![link("mal/a.html")],
        }],
        chapters: vec![link("mal/index.html")],
        top: "mal/index.html".to_owned(),
    };
    let section = theme.section(&shared, &section, "../").unwrap();
    assert!(!section.html().contains("aria-current"));
    let html = String::from_utf8(
        theme.page(&shared, &evil_page("overview"), Some(&section), "../").unwrap(),
    )
    .unwrap();
    let marked = "<a href=\"a.html\" aria-current=\"page\">Å</a>";
    let navigation = &html[html.find("class=\"section-nav\"").unwrap()..];
    assert!(navigation.contains(marked), "{navigation}");
    assert_eq!(navigation.matches("aria-current").count(), 1);
    let elsewhere = PageView { path: "x.html".to_owned(), ..evil_page("overview") };
    let html =
        String::from_utf8(theme.page(&shared, &elsewhere, Some(&section), "../").unwrap()).unwrap();
    assert!(!html[html.find("class=\"section-nav\"").unwrap()..].contains("aria-current"));
}

#[test]
fn threads_may_share_a_theme() {
    fn shared<T: Send + Sync>() {}
    shared::<Theme>();
    shared::<Shared>();
    shared::<SectionHtml>();
}
