//! `/_planverk/`: all that the checker says, with counts by rule; and the page that stands where no page can be
//! made at all.

use super::panel::{Item, Standing};
use crate::diagnostic::{Diagnostic, Severity};
use crate::html::escape;
use crate::text::Language;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The page of mistakes and advice.
pub(super) fn page(standing: &Standing<'_>) -> String {
    let english = standing.is_english();
    let title = if english { "Mistakes and advice" } else { "Feil og råd" };
    let mut body = format!("<h1>{title}</h1>\n");
    let _ = writeln!(body, "<p class=\"lead\">{}</p>", escape(&summary(standing)));
    if let Some(trouble) = standing.trouble {
        let _ = writeln!(body, "<p class=\"trouble\" role=\"alert\">{}</p>", escape(trouble));
    }
    let by_rule = by_rule(standing);
    if !by_rule.is_empty() {
        body.push_str(&counts(&by_rule, standing.language));
    }
    for ((severity, rule), found) in &by_rule {
        let word = word(*severity, english);
        let _ = writeln!(
            body,
            "<section class=\"rule {}\" id=\"{rule}\"><h2>{} <span class=\"count\">{}</span></h2>",
            class(*severity),
            escape(found[0].rule.summary(standing.language)),
            found.len(),
        );
        let _ = writeln!(body, "<p class=\"name\">{word} · {rule}</p>");
        let paragraphs = found[0].rule.explanation(standing.language);
        let more = if english { "Why, and what to do" } else { "Hvorfor, og hva du gjør" };
        let _ = writeln!(
            body,
            "<details><summary>{more}</summary><pre class=\"prose\">{}</pre></details><ul class=\"items\">",
            escape(paragraphs.trim())
        );
        for one in found {
            body.push_str(&item(&standing.item(one), english));
        }
        body.push_str("</ul></section>\n");
    }
    let back = if english { "To the plan" } else { "Til planen" };
    let published = if english {
        "The site as it would be published"
    } else {
        "Nettstedet slik det ville blitt publisert"
    };
    let _ = writeln!(
        body,
        "<p class=\"ways\"><a href=\"/\">{back}</a> <a href=\"/_planverk/published/\">{published}</a></p>"
    );
    document(title, &body, english)
}

/// Stands where no page can be made, now or earlier.
pub(super) fn broken(standing: &Standing<'_>, why: Option<&Diagnostic>) -> String {
    let english = standing.is_english();
    let title = if english { "This page can't be shown" } else { "Siden kan ikke vises" };
    let help = if english {
        "It appears here by itself as soon as this has been mended."
    } else {
        "Den kommer hit av seg selv så snart dette er rettet."
    };
    let mut body = format!("<h1>{title}</h1>\n<p class=\"lead\">{help}</p>\n");
    if let Some(trouble) = standing.trouble {
        let _ = writeln!(body, "<p class=\"trouble\" role=\"alert\">{}</p>", escape(trouble));
    }
    body.push_str("<ul class=\"items\">");
    let mistakes = standing.diagnostics.all().iter();
    let mistakes = mistakes.filter(|found| found.rule.severity == Severity::Mistake);
    for found in why.into_iter().chain(mistakes) {
        body.push_str(&item(&standing.item(found), english));
    }
    body.push_str("</ul>\n");
    document(title, &body, english)
}

type ByRule<'s> = BTreeMap<(Severity, &'s str), Vec<&'s Diagnostic>>;

fn by_rule<'s>(standing: &'s Standing<'_>) -> ByRule<'s> {
    let mut by_rule = ByRule::new();
    for found in standing.diagnostics.all() {
        by_rule.entry((found.rule.severity, found.rule.name)).or_default().push(found);
    }
    by_rule
}

fn counts(by_rule: &ByRule<'_>, language: Language) -> String {
    let english = language == Language::En;
    let (caption, rule, kind, count) = if english {
        ("By rule", "Rule", "Kind", "Places")
    } else {
        ("Etter regel", "Regel", "Slag", "Steder")
    };
    let mut table = format!(
        "<table><caption>{caption}</caption><thead><tr><th scope=\"col\">{rule}</th>\
         <th scope=\"col\">{kind}</th><th scope=\"col\" class=\"num\">{count}</th></tr></thead><tbody>\n"
    );
    for ((severity, name), found) in by_rule {
        let _ = writeln!(
            table,
            "<tr class=\"{}\"><th scope=\"row\"><a href=\"#{name}\">{}</a></th><td>{}</td><td class=\"num\">{}</td></tr>",
            class(*severity),
            escape(found[0].rule.summary(language)),
            word(*severity, english),
            found.len(),
        );
    }
    table.push_str("</tbody></table>\n");
    table
}

fn item(item: &Item<'_>, english: bool) -> String {
    let place = match (&item.open, item.place.is_empty()) {
        (_, true) => String::new(),
        (Some(open), _) => {
            let word = if english { "Open" } else { "Åpne" };
            format!(
                "<a class=\"place\" href=\"{}\">{word} {}</a>",
                escape(open),
                escape(&item.place)
            )
        }
        (None, _) => format!("<code class=\"place\">{}</code>", escape(&item.place)),
    };
    let mut html = format!("<li><p><strong>{}</strong></p>{place}", escape(item.message));
    if !item.excerpt.is_empty() {
        let _ = write!(html, "<pre tabindex=\"0\">{}</pre>", escape(&item.excerpt));
    }
    if !item.help.is_empty() {
        let _ = write!(html, "<p class=\"help\">{}</p>", escape(item.help));
    }
    html.push_str("</li>\n");
    html
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Mistake => "mistake",
        Severity::Advice => "advice",
    }
}

fn word(severity: Severity, english: bool) -> &'static str {
    match (severity, english) {
        (Severity::Mistake, true) => "mistake",
        (Severity::Mistake, false) => "feil",
        (Severity::Advice, true) => "advice",
        (Severity::Advice, false) => "råd",
    }
}

/// How it stands, in one sentence.
fn summary(standing: &Standing<'_>) -> String {
    let (mistakes, advice) = (standing.diagnostics.mistakes(), standing.diagnostics.advice());
    let title = &standing.edition.prepared.plan.settings.title;
    match (standing.is_english(), standing.is_checked, mistakes, advice) {
        (true, false, ..) => format!("{title}: being checked …"),
        (false, false, ..) => format!("{title}: blir kontrollert …"),
        (true, _, 0, 0) => format!("{title}: nothing to mend."),
        (false, _, 0, 0) => format!("{title}: ingenting å rette."),
        (true, _, 0, _) => format!("{title}: no mistakes, {advice} pieces of advice."),
        (false, _, 0, _) => format!("{title}: ingen feil, {advice} råd."),
        (true, ..) => {
            format!("{title}: {mistakes} mistakes that stop a build, {advice} pieces of advice.")
        }
        (false, ..) => format!("{title}: {mistakes} feil som stopper publiseringen, {advice} råd."),
    }
}

fn document(title: &str, body: &str, english: bool) -> String {
    let language = if english { "en" } else { "nb" };
    format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title} · planverk</title>\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"/_planverk/icon.svg\">\
         <link rel=\"stylesheet\" href=\"/_planverk/preview.css\"></head>\n<body class=\"advice-page\"><main>\n{body}</main></body></html>\n"
    )
}
