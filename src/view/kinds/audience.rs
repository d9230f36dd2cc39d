//! "What does this mean for me?": everything in the plan that is for an audience.

use crate::model::{AudienceId, EntryId, PointId, PointRole};
use crate::view::cards::is_card_kind;
use crate::view::overviews;
use crate::view::sheet::Sheet;
use crate::view::{PanelView, PointView};
use crate::vocabulary::{KINDS, Kind};

/// The page of an audience: meanings and characteristics by where they stand, then whole entries.
pub(super) fn audience(sheet: &mut Sheet<'_>, id: EntryId) {
    let plan = sheet.plan();
    let Some(audience) = AudienceId::of(id, Kind::Audience) else { return };
    if sheet.on_paper {
        return;
    }
    let mut homes: Vec<(EntryId, Vec<PointId>)> = Vec::new();
    for (point, at) in plan.points.iter().zip(0..) {
        if !point.audience.includes(audience) {
            continue;
        }
        match homes.last_mut().filter(|(home, _)| *home == point.entry) {
            Some((_, points)) => points.push(PointId::at(at)),
            None => homes.push((point.entry, vec![PointId::at(at)])),
        }
    }
    homes.sort_by_key(|(home, _)| order(plan.entry(*home).kind));
    for (home, points) in homes {
        home_panels(sheet, home, &points);
    }
    for (kind, _) in KINDS {
        let of_kind = plan.of_kind(*kind).filter(|(_, entry)| entry.audience.includes(audience));
        let ids: Vec<EntryId> = of_kind.map(|(id, _)| id).collect();
        let title = overviews::list_title(sheet.shown(), *kind);
        if *kind == Kind::Event {
            super::goals::events(sheet, title, &ids);
        } else if is_card_kind(*kind) {
            sheet.cards(title, ids);
        } else {
            sheet.entry_links(title, ids);
        }
    }
}

/// Values first, then areas, then narratives.
fn order(kind: Kind) -> u8 {
    match kind {
        Kind::DevelopmentArea => 0,
        Kind::Value => 1,
        _ => 2,
    }
}

/// What an area or a value says to the audience, role by role.
fn home_panels(sheet: &mut Sheet<'_>, home: EntryId, points: &[PointId]) {
    let plan = sheet.plan();
    let entry = plan.entry(home);
    let roles = [PointRole::Meaning, PointRole::Characteristic, PointRole::Finding];
    let mut is_first = true;
    for role in roles {
        let of_role = points.iter().filter(|id| plan.point(**id).role == role);
        let points: Vec<PointView> = of_role.map(|id| point(sheet, *id)).collect();
        if points.is_empty() {
            continue;
        }
        if is_first {
            sheet.panel(PanelView {
                shape: "links".into(),
                title: entry.title.clone(),
                number: entry.number.clone().unwrap_or_default(),
                anchor: entry.name.clone(),
                ..PanelView::default()
            });
            is_first = false;
        }
        let title = sheet.shown().fill(heading(role), &[]);
        let anchor = format!("{}-{}", entry.name, heading(role).replace('_', "-"));
        let shape = "points".into();
        sheet.panel(PanelView { shape, title, anchor, level: 3, points, ..PanelView::default() });
    }
    let mut link = sheet.shown().link(home, sheet.html);
    link.title = sheet.shown().fill("more_about", &[("title", &link.title)]);
    link.number.clear();
    if let Some(last) = sheet.page.panels.last_mut() {
        last.more = Some(link);
    }
    sheet.seen.insert(home);
}

fn heading(role: PointRole) -> &'static str {
    match role {
        PointRole::Meaning => "points_meaning",
        PointRole::Characteristic => "points_characteristic",
        PointRole::Finding => "points_finding",
    }
}

fn point(sheet: &Sheet<'_>, id: PointId) -> PointView {
    let shown = sheet.shown();
    let point = sheet.plan().point(id);
    let text = sheet.html.point(id);
    // What the text itself links to is not told again.
    let is_told = |from: &EntryId| {
        let place = crate::model::Place::Top;
        let href = sheet.html.href(crate::model::Target { entry: *from, place });
        text.contains(&format!("href=\"{}\"", crate::html::escape(&href)))
    };
    let from = point.from.iter().copied().filter(|from| !is_told(from));
    let from = shown.links(from.collect::<Vec<_>>(), sheet.html);
    PointView {
        text,
        path: shown.place_in(point.entry, &point.anchor, sheet.html),
        from,
        ..PointView::default()
    }
}
