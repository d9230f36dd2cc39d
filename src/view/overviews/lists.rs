//! Overviews that list entries as cards, and the page about the site.

use crate::model::{Details, EntryId, Judgement, Overview};
use crate::text::When;
use crate::view::progress::METHOD;
use crate::view::sheet::Sheet;
use crate::view::shown::plain as text;
use crate::view::{CardView, PanelView};
use crate::vocabulary::Kind;

/// Where municipalities in Norway keep their accessibility statements: the form there is obligatory.
const DECLARATION: &str = "<a href=\"https://uustatus.no\" class=\"external\">uustatus.no</a>";

/// Who made the method of progress, and where it is described with its formulas.
const EUROSTAT: &str =
    "<a href=\"https://ec.europa.eu/eurostat/web/sdi\" class=\"external\">Eurostat</a>";
const OPEN_SDG: &str = "<a href=\"https://open-sdg.readthedocs.io/en/latest/progress-methodology/\" class=\"external\">Open SDG</a>";

/// All entries of a kind. Measures and indicators may be many; these are not.
pub(super) fn plain(sheet: &mut Sheet<'_>, kind: Kind) {
    let ids: Vec<EntryId> = sheet.plan().of_kind(kind).map(|(id, _)| id).collect();
    sheet.cards(String::new(), ids);
}

/// Indicators by what they show now.
pub(super) fn indicators(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let assessment = |id: EntryId| plan.entry(id).indicator()?.latest_finding()?.assessment;
    let all: Vec<EntryId> = plan.of_kind(Kind::Indicator).map(|(id, _)| id).collect();
    let by = |wanted: Option<Judgement>| {
        let ids = all.iter().copied().filter(|id| assessment(*id) == wanted);
        ids.collect::<Vec<_>>()
    };
    let (glad, watch, others) =
        (by(Some(Judgement::Encouraging)), by(Some(Judgement::Watch)), by(None));
    let is_parted = !glad.is_empty() || !watch.is_empty();
    sheet.bare_cards(sheet.say("glad_title"), glad);
    sheet.bare_cards(sheet.say("watch_title"), watch);
    let title = if is_parted { sheet.say("not_assessed_title") } else { String::new() };
    sheet.cards(title, others);
}

/// When an article or a report is from.
pub(in crate::view) fn news_day(details: &Details) -> Option<When> {
    match details {
        Details::Article(article) => article.updated.or(article.published),
        Details::Report(report) => report.written.or(report.as_of),
        _ => None,
    }
}

/// Reports and articles, newest first; undated ones last.
pub(super) fn news(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let is_news = |kind: Kind| matches!(kind, Kind::Report | Kind::Article);
    let mut news: Vec<EntryId> =
        plan.all().filter(|(_, entry)| is_news(entry.kind)).map(|(id, _)| id).collect();
    let first_day = |id: &EntryId| match &plan.entry(*id).details {
        Details::Article(article) => article.published,
        other => news_day(other),
    };
    news.sort_by_key(|id| std::cmp::Reverse(first_day(id)));
    let cards = news.into_iter().map(|id| sheet.shown().card(id, sheet.html)).collect();
    sheet.card_panel(String::new(), cards);
}

/// Hearings, newest first.
pub(super) fn hearings(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let mut hearings: Vec<EntryId> = plan.of_kind(Kind::Hearing).map(|(id, _)| id).collect();
    let opens = |id: &EntryId| plan.entry(*id).hearing().and_then(|one| one.opens.or(one.closes));
    hearings.sort_by_key(|id| std::cmp::Reverse(opens(id)));
    sheet.cards(String::new(), hearings);
}

/// Services below their field of work.
pub(super) fn services(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    for (id, entry) in plan.of_kind(Kind::Field) {
        let within = sheet.views.ties.within(id).iter().copied();
        let cards: Vec<CardView> = within.map(|id| sheet.shown().card(id, sheet.html)).collect();
        let cards = cards.into_iter().map(|card| match card.kind.as_str() {
            "service" => CardView { kind_name: String::new(), ..card },
            // The field stands above.
            _ => CardView { meta: Vec::new(), ..card },
        });
        sheet.panel(PanelView {
            shape: "cards".into(),
            anchor: entry.name.clone(),
            title: entry.title.clone(),
            note: sheet.html.plain(&entry.body).trim().to_string(),
            cards: cards.collect(),
            more: entry.has_page().then(|| sheet.shown().link(id, sheet.html)),
            ..PanelView::default()
        });
    }
    let is_loose = |id: &EntryId| plan.entry(*id).service().is_some_and(|one| one.field.is_none());
    let loose: Vec<EntryId> =
        plan.of_kind(Kind::Service).map(|(id, _)| id).filter(is_loose).collect();
    let has_fields = plan.of_kind(Kind::Field).next().is_some();
    let title = if has_fields { sheet.say("services_without_field") } else { String::new() };
    sheet.cards(title, loose);
}

/// How progress towards targets is worked out, and after whom.
fn method(sheet: &mut Sheet<'_>) {
    let sources = [("eurostat", EUROSTAT), ("open_sdg", OPEN_SDG)];
    let html = sheet.shown().words.fill("about_progress", &sources);
    let paragraphs = html.split("\n\n").map(|one| format!("<p>{}</p>\n", one.trim()));
    sheet.panel(PanelView {
        shape: "html".into(),
        anchor: METHOD.into(),
        title: sheet.shown().fill("about_progress_title", &[]),
        html: paragraphs.collect(),
        ..PanelView::default()
    });
}

/// Whom to ask, how accessible the site is, and what it keeps about readers.
pub(super) fn about(sheet: &mut Sheet<'_>) {
    sheet.page.template = "entry".to_string();
    sheet.page.kind = "about".to_string();
    let settings = &sheet.plan().settings;
    let contact = &settings.contact;
    sheet.fact_text("label_owner", &settings.municipality);
    sheet.fact_text("contact", &contact.name);
    if !contact.email.is_empty() {
        let mut link = text(contact.email.clone());
        link.path = format!("mailto:{}", contact.email);
        link.external = true;
        sheet.fact(sheet.say("email"), vec![link]);
    }
    sheet.fact_text("phone", &contact.phone);
    sheet.fact_text("address", &contact.address);
    let web = crate::view::Shown::web_link(&contact.url);
    sheet.fact(sheet.say("web_page"), web.into_iter().collect());
    let related = &settings.related;
    for (key, plans) in [
        ("related_follows", &related.follows),
        ("related_frames", &related.frames),
        ("related_replaces", &related.replaces),
    ] {
        sheet.fact_entries(sheet.say(key), plans.iter().copied());
    }
    if sheet
        .plan()
        .entries
        .iter()
        .any(|entry| entry.indicator().is_some_and(|one| one.target.is_some()))
    {
        method(sheet);
    }
    for part in ["accessibility", "privacy"] {
        let title = sheet.say(&format!("about_{part}_title"));
        let municipality = crate::html::escape(&settings.municipality);
        let html = sheet.shown().words.fill(
            &format!("about_{part}"),
            &[("municipality", &municipality), ("link", DECLARATION)],
        );
        let paragraphs = html.split("\n\n").map(|one| format!("<p>{}</p>\n", one.trim()));
        let html = paragraphs.collect();
        sheet.html_panel(title, html);
    }
    to_the_data(sheet);
}

/// The way to the files for machines.
fn to_the_data(sheet: &mut Sheet<'_>) {
    let data = sheet.shown().overview_link(Overview::OpenData);
    let lead = sheet.say("lead_open_data");
    let title = sheet.say("title_open_data");
    sheet.panel(PanelView {
        shape: "note".into(),
        title,
        note: lead,
        more: Some(data),
        ..PanelView::default()
    });
}
