//! A version as it was: its first page, and a page for each of its parts. It is the text that a hearing on it is held on.

use super::blocks::Pen;
use super::edition::Part;
use super::{VersionPage, difference};
use crate::contract::Version;
use crate::html::{escape, relative};
use crate::text::When;
use crate::view::sheet::Sheet;
use crate::view::shown::shorten;
use crate::view::views::Views;
use crate::view::{Heard, LinkView, PanelView};
use std::fmt::Write;

/// "Frosset 2. februar 2026".
pub(super) fn frozen(views: &Views<'_>, at: u16) -> String {
    let version = &views.shown.plan.contract.versions[usize::from(at)];
    let Some(sheet) = &version.sheet else { return String::new() };
    let day = views.shown.when(When::Day(sheet.frozen));
    views.shown.fill("version_frozen", &[("day", &day)])
}

/// The first page of a version: what it is, and its pages.
pub(super) fn index(sheet: &mut Sheet<'_>, at: u16) {
    let views = sheet.views;
    let shown = views.shown;
    let version = &shown.plan.contract.versions[usize::from(at)];
    sheet.page.title = version.title().to_string();
    let lead = shown.fill("version_lead", &[]);
    sheet.page.description = shorten(&lead);
    sheet.intro(&[frozen(views, at), lead]);
    hearings(sheet, version);
    let parts = &views.edition(at).parts;
    let links = parts
        .iter()
        .enumerate()
        .map(|(part, own)| part_link(views, version, (at, part as u16), own));
    let links: Vec<LinkView> = links.collect();
    sheet.links(shown.say("contents"), links);
    let count = shown.plan.contract.versions.len() as u16;
    let mut links = vec![difference::link(views, at, count)];
    if at + 1 < count {
        links.push(difference::link(views, at, at + 1));
    }
    if at > 0 {
        links.push(difference::link(views, at - 1, at));
    }
    sheet.links(shown.say("version_changes"), links);
    if let Some(told) = &version.sheet {
        let note = shown.fill("version_seal", &[("hash", &told.hash)]);
        let title = shown.say("version_seal_title");
        sheet.panel(PanelView { shape: "note".into(), title, note, ..PanelView::default() });
    }
}

fn part_title(views: &Views<'_>, version: &Version, part: &Part) -> String {
    match part.is_register {
        true => views.shown.say("version_registers"),
        false => version.blocks[part.head].shown().to_string(),
    }
}

fn part_link(
    views: &Views<'_>,
    version: &Version,
    (at, place): (u16, u16),
    part: &Part,
) -> LinkView {
    views.version_link(VersionPage::Part(at, place), part_title(views, version, part))
}

/// Tells of the hearings that were held on a version; whether one of them is open.
fn hearings(sheet: &mut Sheet<'_>, version: &Version) -> bool {
    let views = sheet.views;
    let mut any_open = false;
    for heard in views.heard_on(version) {
        let is_open = heard.is_open(views);
        let key = if is_open { "round_text_lead" } else { "round_text_lead_closed" };
        let told = sheet.say(key);
        banner(sheet, &told, (&heard.entry.address.page, &heard.entry.title));
        any_open |= is_open;
    }
    any_open
}

/// What the reader of a version is to know before all else, with a link.
fn banner(sheet: &mut Sheet<'_>, told: &str, (to, title): (&str, &str)) {
    let href = escape(&relative(&sheet.page.path, to));
    let (told, title) = (escape(told), escape(title));
    let _ = writeln!(
        sheet.page.body,
        "<p class=\"version-banner\">{told} <a href=\"{href}\">{title}</a></p>"
    );
}

impl<'p> Views<'p> {
    /// The hearings that were held on a version.
    pub(super) fn heard_on<'v>(
        &'v self,
        version: &'v Version,
    ) -> impl Iterator<Item = &'v Heard<'p>> + use<'v, 'p> {
        let is_on = |heard: &&Heard<'_>| heard.version.is_some_and(|one| one.name == version.name);
        self.rounds().iter().filter(is_on)
    }
}

/// A page of a version.
pub(super) fn part(sheet: &mut Sheet<'_>, at: u16, place: u16) {
    let views = sheet.views;
    let shown = views.shown;
    let version = &shown.plan.contract.versions[usize::from(at)];
    let parts = &views.edition(at).parts;
    let own = &parts[usize::from(place)];
    let title = version.title().to_string();
    sheet.page.title = part_title(views, version, own);
    sheet.page.breadcrumb.push(views.version_link(VersionPage::Version(at), title.clone()));
    let day = frozen(views, at);
    let told = shown.fill("version_banner", &[("title", &title), ("frozen", &day)]);
    sheet.page.description = shorten(&format!("{} – {title}. {day}", sheet.page.title));
    if !hearings(sheet, version) {
        banner(sheet, &told, ("index.html", &shown.say("version_to_now")));
    }
    let pen = Pen::new(views, version, at, &sheet.page.path);
    let body = pen.blocks(own);
    sheet.page.body.push_str(&body);
    let beside = |place: Option<usize>| {
        let place = place?;
        Some(part_link(views, version, (at, place as u16), parts.get(place)?))
    };
    sheet.page.previous = beside(usize::from(place).checked_sub(1));
    sheet.page.next = beside(Some(usize::from(place) + 1));
}
