//! What became of the blocks of a version in the plan as it is, for those who judge what was said of them.

use super::{VersionPage, Views};
use crate::contract::Block;
use rustc_hash::{FxHashMap, FxHashSet};

/// What became of a block that no longer says what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// Its words now, those of several blocks with an empty line between; empty where it was taken out.
    pub text: String,
    /// Blocks of the last frozen version among those that it became: ids that stay.
    pub blocks: Vec<String>,
    /// Why it was taken out, where that is said.
    pub why: String,
    /// Where the site shows the change, from its root.
    pub place: String,
}

impl Views<'_> {
    /// The blocks of a frozen version that say something else now, by their ids; none for an unknown version.
    #[must_use]
    pub fn since(&self, version: &str) -> FxHashMap<&str, Since> {
        let versions = &self.shown.plan.contract.versions;
        let Some(at) = versions.iter().position(|one| one.name == version) else {
            return FxHashMap::default();
        };
        let working = self.working();
        let now: FxHashMap<&str, &Block> =
            working.blocks.iter().map(|one| (one.id.as_str(), one)).collect();
        let ids: FxHashSet<&str> = now.keys().copied().collect();
        let frozen = versions.last().map_or(&[][..], |last| &last.blocks);
        let frozen: FxHashSet<&str> = frozen.iter().map(|one| one.id.as_str()).collect();
        let page = self.version_path(VersionPage::Difference(at as u16, versions.len() as u16));
        let changed = versions[at].blocks.iter().filter_map(|block| {
            let found = working.history.find(&block.id, versions.len(), &ids);
            let heirs: Vec<&Block> =
                found.blocks.iter().filter_map(|id| now.get(id.as_str()).copied()).collect();
            let is_same = matches!(&*heirs, [one] if one.text == block.text);
            let texts: Vec<&str> = heirs.iter().map(|one| one.shown()).collect();
            let since = Since {
                blocks: found
                    .blocks
                    .into_iter()
                    .filter(|id| frozen.contains(id.as_str()))
                    .collect(),
                why: found.gone,
                place: format!("{page}#{}", block.id),
                text: texts.join("\n\n"),
            };
            (!is_same).then_some((block.id.as_str(), since))
        });
        changed.collect()
    }
}
