//! Which entry belongs to which, and the numbers of chapters, pages, areas, figures and tables.

use super::drafts::Draft;
use super::id;
use crate::markdown::{Document, Tag};
use crate::model::EntryId;
use crate::vocabulary::Kind;
use std::collections::HashMap;

/// The plan's order.
pub(super) struct Tree {
    pub(super) branches: Vec<Branch>,
    pub(super) top: Vec<EntryId>,
}

/// Where an entry hangs.
#[derive(Clone, Default)]
pub(super) struct Branch {
    pub(super) parent: Option<EntryId>,
    pub(super) children: Vec<EntryId>,
    pub(super) number: Option<String>,
}

/// Hangs every entry under the chapter whose folder it stands in, and numbers them.
pub(super) fn grow(drafts: &[Draft]) -> Tree {
    let chapters: HashMap<&str, usize> = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.is_index)
        .map(|(place, draft)| (draft.folder.as_str(), place))
        .collect();
    let mut branches = vec![Branch::default(); drafts.len()];
    let mut top = Vec::new();
    for (place, draft) in drafts.iter().enumerate() {
        let parent = draft.row_of.or_else(|| chapter_of(draft, &chapters));
        match parent {
            Some(parent) => {
                branches[place].parent = Some(id(parent));
                branches[parent].children.push(id(place));
            }
            None => top.push(id(place)),
        }
    }
    let mut tree = Tree { branches, top };
    let order = tree.top.clone();
    tree.number(&order, "", drafts);
    tree
}

/// The chapter of the folder that a draft stands in, or of the nearest one above.
fn chapter_of(draft: &Draft, chapters: &HashMap<&str, usize>) -> Option<usize> {
    let mut folder = draft.folder.as_str();
    if draft.is_index {
        folder = folder.rsplit_once('/')?.0;
    }
    loop {
        if let Some(chapter) = chapters.get(folder) {
            return Some(*chapter);
        }
        folder = folder.rsplit_once('/')?.0;
    }
}

impl Tree {
    fn number(&mut self, entries: &[EntryId], prefix: &str, drafts: &[Draft]) {
        let mut count = 0;
        for entry in entries {
            let draft = &drafts[entry.index()];
            let counts = matches!(draft.kind, Kind::Chapter | Kind::Page | Kind::DevelopmentArea);
            if !counts || !draft.numbered {
                continue;
            }
            count += 1;
            let number =
                if prefix.is_empty() { count.to_string() } else { format!("{prefix}.{count}") };
            let children = self.branches[entry.index()].children.clone();
            self.number(&children, &number, drafts);
            self.branches[entry.index()].number = Some(number);
        }
    }
}

/// The number of the first figure and the first table of each entry's body.
pub(super) fn count_figures(front: &Document, drafts: &[Draft]) -> Vec<(u32, u32)> {
    let (mut figures, mut tables) = counted(front);
    drafts
        .iter()
        .map(|draft| {
            let first = (figures + 1, tables + 1);
            let (more_figures, more_tables) = counted(&draft.body);
            figures += more_figures;
            tables += more_tables;
            first
        })
        .collect()
}

/// How many numbered figures and tables a text has.
pub(super) fn counted(document: &Document) -> (u32, u32) {
    if document.images.is_empty() && document.captions.is_empty() {
        return (0, 0);
    }
    document.nodes.iter().fold((0, 0), |(figures, tables), node| match node.tag {
        Tag::Figure(_) => (figures + 1, tables),
        Tag::Table(Some(_)) => (figures, tables + 1),
        _ => (figures, tables),
    })
}
