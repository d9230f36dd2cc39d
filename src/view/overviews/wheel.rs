//! The annual wheel: a picture with a list, the year month by month, by who carries it out, by whom it is
//! for, and all of it as a table. What has no time yet stands by itself.

use crate::chart::{Wheel, wheel as draw};
use crate::model::{EntryId, Plan};
use crate::view::sheet::Sheet;
use crate::view::{
    CardView, CellView, LinkGroupView, LinkView, PanelView, Shown, TableView, WheelView,
};
use crate::vocabulary::Kind;
use crate::words::capital;
use crate::words::month_name;
use std::collections::HashSet;

/// The month that a school year begins with.
const SCHOOL_YEAR: i8 = 8;

/// The page of the annual wheel.
pub(super) fn wheel(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let order = order(plan.settings.year_starts.unwrap_or(SCHOOL_YEAR));
    let (timed, untimed) = events(plan, &order);
    if timed.is_empty() {
        let note = sheet.shown().fill("wheel_without_time", &[]);
        sheet.intro(&[note]);
        let cards = untimed.iter().map(|id| without_time(sheet, *id)).collect();
        sheet.card_panel(String::new(), cards);
        return;
    }
    picture(sheet, &timed, &order);
    sheet.calendar_link();
    months(sheet, &timed, &order);
    let cards = untimed.iter().map(|id| without_time(sheet, *id)).collect();
    sheet.card_panel(capital(&sheet.say("no_time")), cards);
    let all: Vec<EntryId> = timed.iter().chain(&untimed).copied().collect();
    let by_role = by_role(sheet, &all);
    sheet.groups(sheet.say("wheel_by_role"), by_role);
    let by_audience = by_audience(sheet, &all);
    sheet.groups(sheet.say("wheel_by_audience"), by_audience);
    let table = table(sheet, &all);
    sheet.table(sheet.say("wheel_table_title"), table);
}

/// The months from the one that the plan's year begins with.
fn order(first: i8) -> Vec<i8> {
    (0..12).map(|step| (first - 1 + step) % 12 + 1).collect()
}

/// Events that have a time, as the year goes, and those that have none.
fn events(plan: &Plan, order: &[i8]) -> (Vec<EntryId>, Vec<EntryId>) {
    let all = plan.of_kind(Kind::Event).filter_map(|(id, entry)| Some((id, entry.event()?)));
    let place = |month: i8| order.iter().position(|one| *one == month);
    let mut timed = Vec::new();
    let mut untimed = Vec::new();
    for (id, event) in all {
        // A run that goes on from the end of the year into its beginning starts where it starts.
        let months = event.in_months();
        let before = |month: i8| (month + 10) % 12 + 1;
        let starts = months.iter().copied().filter(|month| !months.contains(&before(*month)));
        let first = starts.filter_map(place).min().or((months.len() == 12).then_some(0));
        match first {
            Some(first) => timed.push((first, event.on, id)),
            None => untimed.push(id),
        }
    }
    timed.sort_by_key(|(first, on, _)| (*first, on.map(|on| on.first_day().day())));
    (timed.into_iter().map(|(_, _, id)| id).collect(), untimed)
}

/// The picture, and what its numbers stand for.
fn picture(sheet: &mut Sheet<'_>, timed: &[EntryId], order: &[i8]) {
    let (plan, shown) = (sheet.plan(), sheet.shown());
    let language = plan.settings.language;
    let numbers = |month: i8| {
        let falls = |id: &EntryId| {
            plan.entry(*id).event().is_some_and(|event| event.in_months().contains(&month))
        };
        let numbered = timed.iter().zip(1..).filter(|(id, _)| falls(id));
        numbered.map(|(_, number)| number).collect()
    };
    let mut months = std::array::from_fn(|_| (String::new(), Vec::new()));
    for (slot, month) in months.iter_mut().zip(order) {
        let name = month_name(*month, language);
        *slot = (name.chars().take(3).collect(), numbers(*month));
    }
    let first = order.first().map(|month| month_name(*month, language)).unwrap_or_default();
    let count = timed.len().to_string();
    let description = shown.fill("wheel_about", &[("month", first), ("count", &count)]);
    let title = shown.say("title_annual_wheel");
    let svg = draw(&Wheel { title: &title, description: &description, months });
    let event = |id: &EntryId| {
        let time = plan.entry(*id).event().map(|event| shown.event_time(event));
        (shown.link(*id, sheet.html), time.unwrap_or_default())
    };
    let (events, times) = timed.iter().map(event).unzip();
    sheet.panel(PanelView {
        shape: "wheel".into(),
        anchor: "arshjul".into(),
        wheel: Some(WheelView { svg, events, times }),
        ..PanelView::default()
    });
}

/// The year month by month, below one heading: twelve of them alone would make the page's contents long. Links lead
/// to an event in the month that it comes first in.
fn months(sheet: &mut Sheet<'_>, timed: &[EntryId], order: &[i8]) {
    let plan = sheet.plan();
    let mut told = HashSet::new();
    let title = sheet.say("wheel_by_month");
    sheet.panel(PanelView { shape: "heading".into(), title, ..PanelView::default() });
    for month in order {
        let falls = |id: &&EntryId| {
            plan.entry(**id).event().is_some_and(|event| event.in_months().contains(month))
        };
        let cards: Vec<CardView> =
            timed.iter().filter(falls).map(|id| once(sheet, *id, &mut told)).collect();
        if !cards.is_empty() {
            let title = capital(month_name(*month, plan.settings.language));
            let shape = "cards".into();
            sheet.panel(PanelView { shape, title, cards, level: 3, ..PanelView::default() });
        }
    }
}

/// The card of an event; the place that links lead to is the first of several.
fn once(sheet: &Sheet<'_>, id: EntryId, told: &mut HashSet<EntryId>) -> CardView {
    let mut card = sheet.card(id);
    if !told.insert(id) {
        card.anchor.clear();
    }
    card
}

/// A card whose heading says already that it has no time.
fn without_time(sheet: &Sheet<'_>, id: EntryId) -> CardView {
    let no_time = sheet.say("no_time");
    let mut card = sheet.card(id);
    card.meta.retain(|one| one.title != no_time);
    card
}

/// An event with its time: "Lesefesten (oktober)".
fn with_time(sheet: &Sheet<'_>, id: EntryId) -> LinkView {
    let shown = sheet.shown();
    let mut link = shown.link(id, sheet.html);
    if let Some(event) = sheet.plan().entry(id).event() {
        link.title = format!("{} ({})", link.title, shown.event_time(event));
    }
    link
}

/// Who does what through the year, in the order of the plan; last what nobody is told to do.
fn by_role(sheet: &Sheet<'_>, all: &[EntryId]) -> Vec<LinkGroupView> {
    let plan = sheet.plan();
    let role = |id: &EntryId| plan.entry(*id).event().and_then(|event| event.role);
    let mut roles: Vec<EntryId> = all.iter().filter_map(role).collect();
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() {
        return Vec::new();
    }
    let group = |title: String, wanted: Option<EntryId>| {
        let of_role = all.iter().filter(|id| role(id) == wanted);
        LinkGroupView { title, links: of_role.map(|id| with_time(sheet, *id)).collect() }
    };
    let named = roles.iter().map(|id| group(plan.entry(*id).title.clone(), Some(*id)));
    let groups = named.chain([group(sheet.say("no_responsible_yet"), None)]);
    groups.filter(|group| !group.links.is_empty()).collect()
}

/// What the year holds for each audience; what is for everybody stands first.
fn by_audience(sheet: &Sheet<'_>, all: &[EntryId]) -> Vec<LinkGroupView> {
    let plan = sheet.plan();
    let group = |title: String, is: &dyn Fn(EntryId) -> bool| LinkGroupView {
        title,
        links: all.iter().filter(|id| is(**id)).map(|id| with_time(sheet, *id)).collect(),
    };
    let everybody = group(sheet.say("everybody"), &|id| plan.entry(id).audience.all);
    let audiences = plan.of_kind(Kind::Audience).map(|(audience, entry)| {
        group(entry.title.clone(), &|id| {
            plan.entry(id).audience.of.iter().any(|one| EntryId::from(*one) == audience)
        })
    });
    let groups = std::iter::once(everybody).chain(audiences);
    groups.filter(|group| !group.links.is_empty()).collect()
}

fn table(sheet: &Sheet<'_>, events: &[EntryId]) -> TableView {
    let shown: Shown<'_> = sheet.shown();
    let cell = |text: String| CellView { text, ..CellView::default() };
    let linked = |links| CellView { links, ..CellView::default() };
    let row = |id: &EntryId| {
        let entry = sheet.plan().entry(*id);
        let event = entry.event()?;
        let role = event.role.map(|role| shown.link(role, sheet.html));
        Some(vec![
            linked(vec![shown.link(*id, sheet.html)]),
            cell(shown.event_time(event)),
            linked(role.into_iter().collect()),
            linked(shown.links(event.areas.iter().copied(), sheet.html)),
            linked(shown.audiences(&entry.audience, sheet.html)),
        ])
    };
    TableView {
        caption: shown.say("title_annual_wheel"),
        columns: vec![
            cell(shown.kind_one(Kind::Event)),
            cell(shown.say("label_when")),
            cell(shown.say("label_responsible")),
            cell(shown.kind_many(Kind::DevelopmentArea)),
            cell(shown.say("label_audience")),
        ],
        rows: events.iter().filter_map(row).collect(),
        ..TableView::default()
    }
}
