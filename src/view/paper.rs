//! An entry as a section of the whole plan: heading, statement, facts, text, figures, logs.
//!
//! The same [`kinds::content`] as on its own page fills a sheet; what it holds is written out as HTML
//! here, since the sections of a whole plan are one text and not panels of a template. All of a plan on one page is
//! heavy, so facts and tables are written without the end tags that HTML does not ask for.

use super::sheet::Sheet;
use super::views::Views;
use super::{
    CardView, CellView, ChartView, FactView, LinkView, PageView, PanelView, ProgressView,
    TableView, kinds,
};
use crate::html::{Html, escape, relative};
use crate::model::EntryId;
use crate::vocabulary::Kind;

/// Writes the section of an entry, `depth` steps below the top of the plan.
pub(super) fn section(
    views: &Views<'_>,
    id: EntryId,
    depth: u8,
    html: &Html<'_>,
    out: &mut String,
) {
    let entry = views.shown.plan.entry(id);
    let html = &Html { about: Some(id), ..*html };
    let mut sheet = Sheet::new(views, html);
    sheet.page.body = html.body(&entry.body, Some(id), depth + 1);
    kinds::content(&mut sheet, id);
    let page = sheet.page;
    let level = (depth + 2).min(6);
    let name = &entry.name;
    let title = heading(level, &entry.title, entry.number.as_deref().unwrap_or_default());
    // What stands at the top of the plan begins a sheet.
    let class = if depth == 0 { " class=\"chapter\"" } else { "" };
    out.push_str(&format!("<section id=\"{name}\"{class}>\n{title}\n"));
    if let Some(badge) = views.shown.badge(id) {
        let (class, word) = (badge.name.replace(' ', "-"), escape(&badge.word));
        out.push_str(&format!("<p class=\"badge badge-{class}\">{word}</p>\n"));
    }
    if !page.statement.is_empty() {
        out.push_str(&format!("<div class=\"statement\">{}</div>\n", page.statement));
    }
    out.push_str(&facts(&page.facts, html));
    out.push_str(&page.body);
    write_panels(&page, (level + 1).min(6), html, out);
    out.push_str("</section>\n");
}

/// Cards as lines of a list: a title that leads to the rest, the latest figure, how it is.
#[must_use]
pub fn card_lines(cards: &[CardView], html: &Html<'_>) -> String {
    if cards.is_empty() {
        return String::new();
    }
    let mut out = String::from("<ul>\n");
    for card in cards {
        let title =
            LinkView { title: card.title.clone(), path: card.path.clone(), ..LinkView::default() };
        out.push_str(&format!("<li>{}", link(&title, html)));
        if let Some(figure) = &card.figure {
            let (value, when) = (escape(&figure.value), escape(&figure.when));
            out.push_str(&format!(": <strong>{value}</strong> ({when})"));
        }
        if let Some(badge) = &card.badge {
            let (class, word) = (badge.name.replace(' ', "-"), escape(&badge.word));
            out.push_str(&format!(" <span class=\"badge badge-{class}\">{word}</span>"));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
    out
}

/// An entry of a register, short: its title, what is known of it, its text.
pub(super) fn row(views: &Views<'_>, id: EntryId, html: &Html<'_>) -> String {
    let shown = views.shown;
    let entry = shown.plan.entry(id);
    let card = shown.card(id, html);
    let abbr = entry.term().map(|term| term.abbr.clone()).filter(|abbr| !abbr.is_empty());
    let abbr = abbr.map(|abbr| format!(" ({})", escape(&abbr))).unwrap_or_default();
    let meta: Vec<String> = card.meta.iter().map(|one| link(one, html)).collect();
    let meta = if meta.is_empty() { String::new() } else { format!(". {}", meta.join(", ")) };
    let badge = card.badge.map(|badge| format!(" ({})", escape(&badge.word))).unwrap_or_default();
    let (name, title) = (&entry.name, escape(&entry.title));
    let body = html.body(&entry.body, Some(id), 3);
    format!(
        "<div id=\"{name}\">\n<p><strong>{title}</strong>{abbr}{badge}{meta}</p>\n{body}</div>\n"
    )
}

/// Whether an entry is told in a few lines.
pub(super) fn is_row(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Reference
            | Kind::Source
            | Kind::Term
            | Kind::Field
            | Kind::Service
            | Kind::Audience
            | Kind::Attachment
            | Kind::Event
    )
}

pub(super) fn heading(level: u8, title: &str, number: &str) -> String {
    let title = escape(title);
    if number.is_empty() {
        format!("<h{level}>{title}</h{level}>")
    } else {
        format!("<h{level}><span class=\"number\">{number}</span> {title}</h{level}>")
    }
}

/// A link as seen from the page.
pub(super) fn link(link: &LinkView, html: &Html<'_>) -> String {
    let title = escape(&link.title);
    if link.path.is_empty() {
        return title;
    }
    let path = if link.external { link.path.clone() } else { relative(html.page, &link.path) };
    format!("<a href=\"{}\">{title}</a>", escape(&path))
}

fn facts(facts: &[FactView], html: &Html<'_>) -> String {
    if facts.is_empty() {
        return String::new();
    }
    let mut out = String::from("<dl class=\"facts\">\n");
    for fact in facts {
        let values: Vec<String> = fact.values.iter().map(|one| link(one, html)).collect();
        let values = values.join("<dd>");
        out.push_str(&format!("<div><dt>{}<dd>{values}</div>\n", escape(&fact.label)));
    }
    out.push_str("</dl>\n");
    out
}

fn write_panels(page: &PageView, level: u8, html: &Html<'_>, out: &mut String) {
    for panel in page.panels.iter().filter(|panel| panel.shape != "note") {
        if !panel.title.is_empty() {
            out.push_str(&heading(level, &panel.title, &panel.number));
            out.push('\n');
        }
        if panel.shape == "table" && !panel.note.is_empty() {
            out.push_str(&format!("<p>{}</p>\n", escape(&panel.note)));
        }
        write_panel(panel, html, out);
    }
}

fn write_panel(panel: &PanelView, html: &Html<'_>, out: &mut String) {
    if let Some(progress) = &panel.progress {
        write_progress(progress, html, out);
    }
    for finding in &panel.findings {
        let word = finding.badge.as_ref().map(|badge| badge.word.as_str()).unwrap_or_default();
        let top = [word, &finding.when, &finding.compared];
        out.push_str(&top_line(&top));
        out.push_str(&finding.text);
    }
    for event in &panel.timeline {
        let word = event.badge.as_ref().map(|badge| badge.word.as_str()).unwrap_or_default();
        out.push_str(&top_line(&[&event.when, word]));
        out.push_str(&event.text);
    }
    for step in &panel.steps {
        out.push_str(&top_line(&[&step.title]));
        out.push_str(&step.text);
    }
    for card in &panel.cards {
        let meta: Vec<String> = card.meta.iter().map(|one| link(one, html)).collect();
        let (title, meta) = (escape(&card.title), meta.join(", "));
        out.push_str(&format!("<p><strong>{title}</strong> {meta}</p>\n"));
        if !card.text.is_empty() {
            out.push_str(&format!("<p>{}</p>\n", card.text));
        }
    }
    if let Some(chart) = &panel.chart {
        write_chart(chart, out);
    }
    if let Some(table) = &panel.table {
        write_table(table, html, out);
    }
    out.push_str(&panel.html);
}

/// What the figures say of the way to a target. What the municipality says follows as findings.
fn write_progress(progress: &ProgressView, html: &Html<'_>, out: &mut String) {
    let word = progress.badge.as_ref().map(|badge| badge.word.as_str()).unwrap_or_default();
    out.push_str(&top_line(&[word]));
    let (change, said) = (escape(&progress.change), escape(&progress.said));
    let gap = if change.is_empty() { "" } else { " " };
    out.push_str(&format!("<p>{change}{gap}{said}</p>\n"));
    let own = progress.own.as_ref().map_or(&progress.own_note, |badge| &badge.word);
    let when = format!(" ({})", escape(&progress.own_when));
    let when = if progress.own_when.is_empty() { "" } else { &when };
    out.push_str(&format!(
        "<p>{}: {}{when}</p>\n",
        escape(html.words.get("own_word")),
        escape(own)
    ));
}

/// "Å følge med på · 11. februar 2026".
fn top_line(parts: &[&str]) -> String {
    let parts: Vec<String> =
        parts.iter().filter(|part| !part.is_empty()).map(|part| escape(part)).collect();
    if parts.is_empty() {
        return String::new();
    }
    format!("<p><strong>{}</strong></p>\n", parts.join(" · "))
}

fn write_chart(chart: &ChartView, out: &mut String) {
    let ChartView { picture, svg, .. } = chart;
    out.push_str(&format!("<figure class=\"chart chart-{picture}\">{svg}\n"));
    let notes: Vec<String> = chart.notes.iter().map(|note| escape(note)).collect();
    if !notes.is_empty() {
        let notes = notes.join("</li>\n<li>");
        out.push_str(&format!("<ul class=\"table-notes\">\n<li>{notes}</li>\n</ul>\n"));
    }
    out.push_str("</figure>\n");
}

fn write_table(table: &TableView, html: &Html<'_>, out: &mut String) {
    // On a narrow screen it is the table that scrolls, not the plan.
    let caption = escape(&table.caption);
    let nums = if table.numeric { " class=\"nums\"" } else { "" };
    out.push_str(&format!(
        "<div class=\"table\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table{nums}>\n<caption>{caption}</caption>\n<thead><tr>"
    ));
    for column in &table.columns {
        let class = if column.numeric && !table.numeric { " class=\"num\"" } else { "" };
        out.push_str(&format!("<th scope=\"col\"{class}>{}", cell(column, html)));
    }
    out.push_str("\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (at, one) in row.iter().enumerate() {
            let open = if at == 0 { "th scope=\"row\"" } else { "td" };
            let class = if one.numeric && !table.numeric { " class=\"num\"" } else { "" };
            out.push_str(&format!("<{open}{class}>{}", cell(one, html)));
        }
        out.push('\n');
    }
    out.push_str("</table>\n</div>\n");
    for note in &table.notes {
        out.push_str(&format!("<p class=\"table-notes\">{}</p>\n", escape(note)));
    }
}

fn cell(cell: &CellView, html: &Html<'_>) -> String {
    let links: Vec<String> = cell.links.iter().map(|one| link(one, html)).collect();
    let badge = cell.badge.as_ref().map(|badge| escape(&badge.word)).unwrap_or_default();
    let text = match (cell.html.as_str(), links.is_empty()) {
        ("", true) => escape(&cell.text),
        ("", false) => links.join("<br>"),
        (inline, _) => inline.to_string(),
    };
    if text.is_empty() || badge.is_empty() { text + &badge } else { format!("{text} {badge}") }
}
