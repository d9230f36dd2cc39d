//! References by level, with where the plan uses them.

use crate::model::{EntryId, Level};
use crate::view::sheet::Sheet;
use crate::view::{CardView, LinkView};
use crate::vocabulary::Kind;

const LEVELS: [Option<Level>; 6] = [
    Some(Level::Law),
    Some(Level::Regulation),
    Some(Level::National),
    Some(Level::Local),
    Some(Level::Literature),
    None,
];

/// References by level.
pub(super) fn references(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let level = |id: EntryId| plan.entry(id).reference().and_then(|one| one.level);
    let all: Vec<EntryId> = plan.of_kind(Kind::Reference).map(|(id, _)| id).collect();
    for wanted in LEVELS {
        let of_level = all.iter().copied().filter(|id| level(*id) == wanted);
        let mut ids: Vec<EntryId> = of_level.collect();
        if wanted == Some(Level::Literature) {
            let language = plan.settings.language;
            ids.sort_by_key(|id| crate::text::sort_key(&author_or_title(sheet, *id), language));
        }
        let cards: Vec<CardView> = ids.into_iter().map(|id| used(sheet, id)).collect();
        let title = match wanted {
            Some(level) => sheet.say(&format!("level_{}_many", level.name())),
            None => sheet.say("level_none"),
        };
        sheet.card_panel(title, cards);
    }
}

fn author_or_title(sheet: &Sheet<'_>, id: EntryId) -> String {
    let entry = sheet.plan().entry(id);
    let author = entry.reference().map(|one| one.author.clone()).filter(|one| !one.is_empty());
    author.unwrap_or_else(|| entry.title.clone())
}

/// A card with where the plan uses the reference.
fn used(sheet: &Sheet<'_>, id: EntryId) -> CardView {
    let used = sheet.plan().backlinks(id).iter().copied();
    let links: Vec<LinkView> = sheet.shown().links(used, sheet.html);
    CardView { links, ..sheet.card(id) }
}
