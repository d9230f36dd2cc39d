//! What was resolved, kept for the next time: a preview resolves the same plan again and again, and one file of it
//! has changed.
//!
//! Nothing is kept by what an editor said of it. An entry is as it was when its file has the very same text and its
//! fields and names are equal ([`Recall::of`]). Then
//!
//! * its particulars are as they were, where every name of the plan means what it meant, and the files that it reads
//!   figures from are the same;
//! * its links are as they were, where what they lead to is as it was, too: its number and the parts of its text.
//!
//! What is told as wrong is never kept with an entry's links: its help looks at the whole plan. The plan itself is kept
//! too, with all that was told of it, for `amend`.

use super::amend::Last;
use super::drafts::Draft;
use crate::diagnostic::Diagnostics;
use crate::load::SourceSet;
use crate::model::{Component, Details, Embed, Entry, EntryId, Link, Plan, PointId};
use crate::parse::RawTable;
use crate::series::is_data;
use crate::text::{FileId, Language, SourceFile};
use crate::vocabulary::Kind;
use std::sync::Arc;

/// What was resolved last.
#[derive(Default)]
pub struct Memory {
    language: Language,
    data: Vec<DataFile>,
    components: Vec<(EntryId, String)>,
    entries: Vec<Kept>,
    pub(super) last: Option<Last>,
}

/// A file that fields name, beside those that entries stand in: its path and its content.
#[derive(PartialEq)]
enum DataFile {
    Text(String, Arc<str>),
    Asset(String, blake3::Hash),
}

/// An entry as it was.
struct Kept {
    text: Arc<str>,
    file: FileId,
    table: Arc<RawTable>,
    kind: Kind,
    id: String,
    folder: String,
    /// Whether its text has braces anywhere, which must be looked at in the light of the plan.
    is_marked: bool,
    read: (Details, Diagnostics),
    number: Option<String>,
    numbers: Vec<Option<String>>,
    points: Vec<(u32, PointId)>,
    links: Option<Arc<Linked>>,
}

/// The links of an entry's texts.
pub(super) struct Linked {
    pub(super) of_each: Vec<Arc<[Link]>>,
    /// The entries that they were made of; none where they depend on more of the plan than can be told.
    pub(super) leans: Option<Vec<EntryId>>,
}

impl Linked {
    pub(super) fn of(of_each: Vec<Arc<[Link]>>) -> Linked {
        let all = of_each.iter().flat_map(|links| links.iter());
        let leans = all.filter_map(|link| match link {
            Link::To { target, .. } => Some(Some(target.entry)),
            Link::Figure { indicator, .. } => Some(Some((*indicator).into())),
            Link::Embed(Embed::Card(_)) => None,
            Link::Broken | Link::Embed(_) => Some(None),
        });
        let leans = leans.collect();
        Linked { of_each, leans }
    }
}

/// What of a memory holds for the plan at hand.
pub(super) struct Recall<'m> {
    last: Option<&'m Memory>,
    /// Which entries are as they were.
    same: Vec<bool>,
    has_same_data: bool,
}

impl<'m> Recall<'m> {
    /// Compares the entries with those that were.
    pub(super) fn of(
        memory: Option<&'m Memory>,
        drafts: &[Draft],
        sources: &SourceSet,
        language: Language,
    ) -> Recall<'m> {
        let has_same_names = |last: &&Memory| {
            let pairs = || last.entries.iter().zip(drafts);
            last.language == language
                && last.entries.len() == drafts.len()
                && pairs().all(|(old, new)| old.kind == new.kind && old.id == new.id)
        };
        let Some(last) = memory.filter(has_same_names) else { return Recall::nothing() };
        let pairs = last.entries.iter().zip(drafts);
        let same = pairs.map(|(old, new)| old.is(new, &sources.files)).collect();
        Recall { last: Some(last), same, has_same_data: last.data == data_of(sources) }
    }

    fn nothing() -> Recall<'m> {
        Recall { last: None, same: Vec::new(), has_same_data: false }
    }

    /// Forgets all, where components are not what they were: fields name them by their place.
    pub(super) fn with(self, components: &[Component]) -> Recall<'m> {
        let now = components_of(components);
        let is_as_it_was = self.last.is_some_and(|last| last.components == now);
        if is_as_it_was { self } else { Recall::nothing() }
    }

    fn kept(&self, place: usize) -> Option<&'m Kept> {
        let is_same = self.same.get(place).copied().unwrap_or(false);
        self.last.filter(|_| is_same).map(|last| &last.entries[place])
    }

    /// Whether a text has nothing in braces, as is known.
    pub(super) fn is_plain(&self, place: usize) -> bool {
        self.kept(place).is_some_and(|kept| !kept.is_marked)
    }

    /// An entry's particulars as they were, if they hold.
    pub(super) fn read(&self, place: usize) -> Option<&'m (Details, Diagnostics)> {
        let kept = self.kept(place).filter(|kept| !kept.leans_on_others() || self.holds(kept));
        kept.map(|kept| &kept.read)
    }

    /// Whether what an entry reads beside its own fields is as it was. A term points into others' texts.
    fn holds(&self, kept: &Kept) -> bool {
        self.has_same_data && kept.kind != Kind::Term
    }

    /// Which entries may be shown otherwise by those that link to them.
    pub(super) fn changed(&self, entries: &[Arc<Entry>]) -> Vec<bool> {
        let is_changed = |(place, entry): (usize, &Arc<Entry>)| {
            self.kept(place).is_none_or(|kept| {
                // Of what an entry reads elsewhere, only an indicator's figures are shown where it is linked to.
                (kept.kind == Kind::Indicator && kept.leans_on_others() && !self.has_same_data)
                    || kept.number != entry.number
                    || kept.numbers != entry.body.numbers
                    || kept.points != entry.body.points
            })
        };
        entries.iter().enumerate().map(is_changed).collect()
    }

    /// The links that an entry's texts had, if they hold.
    pub(super) fn links(&self, place: usize, changed: &[bool]) -> Option<Arc<Linked>> {
        let linked = self.kept(place)?.links.as_ref()?;
        let leans = linked.leans.as_ref()?;
        let holds = !changed[place] && !leans.iter().any(|id| changed[id.index()]);
        holds.then(|| Arc::clone(linked))
    }
}

impl Kept {
    fn is(&self, draft: &Draft, files: &[SourceFile]) -> bool {
        self.file == draft.span.file
            && files
                .get(self.file.0 as usize)
                .is_some_and(|file| Arc::ptr_eq(&file.text, &self.text))
            && (Arc::ptr_eq(&self.table, &draft.table) || self.table == draft.table)
            && self.folder == draft.folder
    }

    /// Whether its fields name files, or places in others' texts.
    fn leans_on_others(&self) -> bool {
        match self.kind {
            Kind::Indicator => self.table.get("data").is_some(),
            Kind::Attachment | Kind::Term => true,
            _ => false,
        }
    }
}

/// The entries that were read anew, as they were before anything was tied to them.
pub(super) struct Notebook(Vec<Option<Kept>>);

impl Notebook {
    /// Writes down what the memory does not know.
    pub(super) fn of(
        drafts: &[Draft],
        read: &[(Details, Diagnostics)],
        recall: &Recall<'_>,
        files: &[SourceFile],
    ) -> Notebook {
        let text = |file: FileId| files.get(file.0 as usize).map(|file| Arc::clone(&file.text));
        let kept = |(place, draft): (usize, &Draft)| {
            recall.read(place).is_none().then(|| Kept {
                text: text(draft.span.file).unwrap_or_default(),
                file: draft.span.file,
                table: Arc::clone(&draft.table),
                kind: draft.kind,
                id: draft.id.clone(),
                folder: draft.folder.clone(),
                is_marked: draft.is_marked(),
                read: read[place].clone(),
                number: None,
                numbers: Vec::new(),
                points: Vec::new(),
                links: None,
            })
        };
        Notebook(drafts.iter().enumerate().map(kept).collect())
    }
}

impl Memory {
    /// Takes in what a plan was resolved to.
    pub(super) fn learn(&mut self, notes: Notebook, plan: &Plan, linked: Vec<Option<Arc<Linked>>>) {
        let mut earlier = std::mem::take(&mut self.entries).into_iter();
        let both = notes.0.into_iter().map(|new| {
            let old = earlier.next();
            new.or(old)
        });
        let mut entries: Vec<Kept> = both.flatten().collect();
        for ((kept, entry), links) in entries.iter_mut().zip(&plan.entries).zip(linked) {
            kept.number.clone_from(&entry.number);
            if kept.numbers != entry.body.numbers {
                kept.numbers.clone_from(&entry.body.numbers);
            }
            kept.points.clone_from(&entry.body.points);
            kept.links = links;
        }
        self.entries = entries;
    }

    /// Whether files that fields name are as they were.
    pub(super) fn has_same_data(&self, sources: &SourceSet) -> bool {
        self.data == data_of(sources)
    }

    /// Whether an entry is the one that is kept, but for its text and its fields.
    pub(super) fn knows(&self, id: EntryId, draft: &Draft) -> bool {
        self.entries.get(id.index()).is_some_and(|kept| {
            let is_it = kept.id == draft.id && kept.kind == draft.kind;
            is_it && kept.file == draft.span.file && kept.folder == draft.folder
        })
    }

    /// Takes in entries whose texts were edited, and all links that were looked up for it.
    pub(super) fn learn_edits(
        &mut self,
        edited: Vec<(EntryId, Draft)>,
        relinked: Vec<(EntryId, Arc<Linked>)>,
        files: &[SourceFile],
    ) {
        for (id, draft) in edited {
            let text = files.get(draft.span.file.0 as usize).map(|file| Arc::clone(&file.text));
            if let (Some(kept), Some(text)) = (self.entries.get_mut(id.index()), text) {
                (kept.text, kept.table) = (text, draft.table);
            }
        }
        for (id, links) in relinked {
            if let Some(kept) = self.entries.get_mut(id.index()) {
                kept.links = links.leans.is_some().then_some(links);
            }
        }
    }

    /// Keeps the plan itself, and what was told of it.
    pub(super) fn keep(&mut self, plan: &Plan, told: &Diagnostics) {
        self.last = Some(Last { plan: plan.clone(), told: told.clone() });
    }

    /// Takes in what all of a plan's entries share.
    pub(super) fn note(&mut self, sources: &SourceSet, plan: &Plan) {
        self.language = plan.settings.language;
        self.data = data_of(sources);
        self.components = components_of(&plan.components);
    }
}

fn components_of(components: &[Component]) -> Vec<(EntryId, String)> {
    components.iter().map(|one| (one.area, one.anchor.clone())).collect()
}

fn data_of(sources: &SourceSet) -> Vec<DataFile> {
    let texts = sources.files.iter().filter(|file| is_data(&file.path));
    let texts = texts.map(|file| DataFile::Text(file.path.clone(), Arc::clone(&file.text)));
    let assets = sources.assets.iter();
    texts.chain(assets.map(|one| DataFile::Asset(one.path.clone(), one.hash))).collect()
}
