//! The order of reading: what comes before and after a page, and which section it stands in.

use crate::model::{EntryId, Plan};
use crate::vocabulary::Kind;

/// Worked out once, looked up by every page.
pub(super) struct Order {
    /// Pages in reading order.
    pub(super) pages: Vec<EntryId>,
    /// Where each entry stands among `pages`; none for news, registers and places in other pages.
    at: Vec<Option<u32>>,
    section: Vec<Option<EntryId>>,
}

/// How many links a section's navigation holds at most.
const MOST_LINKS: usize = 60;

impl Order {
    pub(super) fn of(plan: &Plan) -> Order {
        let mut order = Order {
            pages: Vec::new(),
            at: vec![None; plan.entries.len()],
            section: vec![None; plan.entries.len()],
        };
        for top in plan.top.iter().filter(|id| is_text(plan.entry(**id).kind)) {
            order.walk(plan, *top, None);
        }
        order
    }

    fn walk(&mut self, plan: &Plan, id: EntryId, chapter: Option<EntryId>) {
        let entry = plan.entry(id);
        let chapter = if entry.kind == Kind::Chapter { Some(id) } else { chapter };
        if entry.has_page() {
            self.at[id.index()] = u32::try_from(self.pages.len()).ok();
            self.pages.push(id);
        }
        self.section[id.index()] = chapter.map(|chapter| Order::widened(plan, id, chapter));
        for child in &entry.children {
            self.walk(plan, *child, chapter);
        }
    }

    /// The chapter above, when all of it can be seen at once and the page among it.
    fn widened(plan: &Plan, id: EntryId, chapter: EntryId) -> EntryId {
        let Some(above) = plan.entry(chapter).parent else { return chapter };
        let steps = std::iter::successors(Some(id), |id| plan.entry(*id).parent);
        let deep = steps.take_while(|step| *step != above).count();
        if deep <= 2 && count(plan, above) <= MOST_LINKS { above } else { chapter }
    }

    pub(super) fn section(&self, id: EntryId) -> Option<EntryId> {
        self.section[id.index()]
    }

    pub(super) fn previous(&self, id: EntryId) -> Option<EntryId> {
        let at = self.at[id.index()]? as usize;
        self.pages.get(at.checked_sub(1)?).copied()
    }

    pub(super) fn next(&self, id: EntryId) -> Option<EntryId> {
        let at = self.at[id.index()]? as usize;
        self.pages.get(at + 1).copied()
    }

    /// Whether an entry belongs to the plan's own text: not to its news, hearings and registers.
    pub(super) fn is_in_text(&self, id: EntryId) -> bool {
        self.at[id.index()].is_some() || self.section[id.index()].is_some()
    }
}

/// What the plan is written in: an entry of another kind at the top stands in a register.
pub(super) fn is_text(kind: Kind) -> bool {
    matches!(kind, Kind::Chapter | Kind::Page | Kind::DevelopmentArea | Kind::Value)
}

/// The pages that a section's navigation lists, two levels of them.
fn count(plan: &Plan, chapter: EntryId) -> usize {
    let pages =
        |id: EntryId| plan.entry(id).children.iter().filter(|id| plan.entry(**id).has_page());
    let each = pages(chapter).take(MOST_LINKS + 1);
    each.map(|page| 1 + pages(*page).take(MOST_LINKS + 1).count()).sum()
}

/// The children that a section's navigation lists; with too many, only those of numbered kinds.
pub(super) fn listed(plan: &Plan, id: EntryId) -> Vec<EntryId> {
    let has_page = |id: &&EntryId| plan.entry(**id).has_page();
    let all: Vec<EntryId> = plan.entry(id).children.iter().filter(has_page).copied().collect();
    if all.len() <= MOST_LINKS {
        return all;
    }
    let numbered: Vec<EntryId> =
        all.into_iter().filter(|id| plan.entry(*id).number.is_some()).collect();
    if numbered.len() <= MOST_LINKS { numbered } else { Vec::new() }
}
