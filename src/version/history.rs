//! What became of a block, followed through the lineages of all versions up to another one or to the plan.

use super::Row;
use crate::contract::{Contract, How};
use rustc_hash::{FxHashMap, FxHashSet};

/// What the lineages of a plan tell, by block.
#[derive(Debug, Default)]
pub struct History {
    /// For each block, what each lineage says of it, in the order of the versions.
    steps: FxHashMap<String, Vec<Step>>,
}

/// What one lineage says of a block.
#[derive(Debug, Clone)]
struct Step {
    /// Which version's lineage says so, as a place among the versions; the plan as it is comes last.
    at: usize,
    became: Vec<String>,
    how: Option<How>,
    gone: String,
    sure: bool,
}

/// Where a block is in a later version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// The later version's blocks that it is or became, in the order in which they were found.
    pub blocks: Vec<String>,
    /// Why it is gone, where that is said.
    pub gone: String,
    /// How it became them, if it is not the same; the first step's.
    pub how: Option<How>,
    /// Whether all steps on the way hold.
    pub sure: bool,
}

impl History {
    /// The history that the lineages of a plan's versions tell, with the rows from the last version to the
    /// plan as it is.
    #[must_use]
    pub fn of(contract: &Contract, rows: &[Row]) -> History {
        let mut history = History::default();
        let place = |name: &str| contract.versions.iter().position(|one| one.name == name);
        let mut fates: Vec<_> =
            contract.fates.iter().filter_map(|fate| Some((place(&fate.version)?, fate))).collect();
        fates.sort_by_key(|(at, _)| *at);
        for (at, fate) in fates {
            let became = fate.became.iter().map(|(id, _)| id.clone()).collect();
            let sure = !fate.asks();
            let step = Step { at, became, how: fate.how, gone: fate.gone.clone(), sure };
            history.steps.entry(fate.id.clone()).or_default().push(step);
        }
        for row in rows {
            let Row { became, how, gone, .. } = row.clone();
            let step = Step { at: contract.versions.len(), became, how, gone, sure: !row.asks() };
            history.steps.entry(row.id.clone()).or_default().push(step);
        }
        history
    }

    /// Where a block of an earlier version is among the blocks of a later one, whose place among the versions
    /// is `to` (the plan as it is comes after them all).
    #[must_use]
    pub fn find(&self, id: &str, to: usize, later: &FxHashSet<&str>) -> Whereabouts {
        let mut found =
            Whereabouts { blocks: Vec::new(), gone: String::new(), how: None, sure: true };
        let mut met = FxHashSet::default();
        self.follow(id, (to, later), &mut met, &mut found);
        found.sure &= !found.blocks.is_empty() || !found.gone.is_empty();
        found
    }

    fn follow(
        &self,
        id: &str,
        goal: (usize, &FxHashSet<&str>),
        met: &mut FxHashSet<String>,
        found: &mut Whereabouts,
    ) {
        if !met.insert(id.to_string()) {
            return;
        }
        let (to, later) = goal;
        if later.contains(id) {
            found.blocks.push(id.to_string());
            return;
        }
        let mut steps = self.steps.get(id).into_iter().flatten().filter(|step| step.at <= to);
        let Some(step) = steps.next_back() else {
            found.sure = false;
            return;
        };
        found.sure &= step.sure;
        found.how = found.how.or(step.how);
        if !step.gone.is_empty() {
            found.gone.clone_from(&step.gone);
        }
        for heir in &step.became {
            self.follow(heir, goal, met, found);
        }
    }
}
