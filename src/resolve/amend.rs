//! A plan in which a few texts were edited, and nothing of what others see of them: it is the plan from before, with
//! the new texts in it.
//!
//! Most of what somebody who writes does is of this kind: a sentence, a link to where the text led already, the title of
//! a page. What others see of a text is its face: its headings, its numbered figures, the files that it shows, the
//! entries that it leads to. Where a face changed, or anything else than texts did, the whole plan is resolved. A test
//! holds random plans, resolved this way and the other, against each other.

use super::drafts::{self, Draft};
use super::links::{self, look_up};
use super::memory::{Linked, Memory};
use super::relations::linked;
use super::tree::counted;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::load::SourceSet;
use crate::markdown::{Attributes, Document};
use crate::model::{Entry, EntryId, Plan};
use crate::parse::{Edit, RawTable, RawValue};
use crate::text::FileId;
use crate::vocabulary::Kind;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The most texts that are taken one by one.
const MOST: usize = 16;

/// What was resolved last, and what was told of it.
pub(super) struct Last {
    pub(super) plan: Plan,
    pub(super) told: Diagnostics,
}

/// The plan with these edits in it, and what was told of it; none where more has changed than their own texts.
pub(super) fn amend(
    memory: &mut Memory,
    edits: Vec<Edit>,
    sources: &SourceSet,
) -> Option<(Plan, Diagnostics)> {
    let last = memory.last.as_ref()?;
    if edits.len() > MOST || !memory.has_same_data(sources) {
        return None;
    }
    let mut plan = last.plan.clone();
    let mut edited = Vec::with_capacity(edits.len());
    let mut renamed = BTreeSet::new();
    for edit in edits {
        let (id, draft) = draft(memory, edit, sources)?;
        let entry = plan.entry_mut(id);
        if entry.title != draft.title {
            renamed.insert(id);
        }
        entry.title.clone_from(&draft.title);
        entry.span = draft.span;
        let old = std::mem::replace(&mut entry.body.document, Arc::clone(&draft.body));
        let pictures = entry.body.pictures.clone();
        for (picture, (old, new)) in pictures.iter().zip(old.images.iter().zip(&draft.body.images))
        {
            // A picture knows the place that shows it first.
            let picture = picture.and_then(|id| plan.pictures.get_mut(id.index()));
            if let Some(picture) = picture.filter(|picture| picture.shown == old.span) {
                picture.shown = new.span;
            }
        }
        edited.push((id, draft));
    }
    let mut anew: BTreeSet<EntryId> = edited.iter().map(|(id, _)| *id).collect();
    // What was told may name a title, whoever it was told of.
    if !renamed.is_empty() && !last.told.all().is_empty() {
        return None;
    }
    // Whoever links to a title may show it; a list shows it when it is drawn.
    anew.extend(renamed.iter().flat_map(|id| last.plan.backlinks(*id)));
    let relinked = relink(&mut plan, &anew)?;
    let is_tied = |id: &EntryId| ties(plan.entry(*id)) == ties(last.plan.entry(*id));
    if !anew.iter().all(is_tied) {
        return None;
    }
    let told = last.told.clone();
    memory.learn_edits(edited, relinked, &sources.files);
    memory.keep(&plan, &told);
    Some((plan, told))
}

/// The draft of an edited text, if it has the face of the one before.
fn draft(memory: &Memory, edit: Edit, sources: &SourceSet) -> Option<(EntryId, Draft)> {
    let last = memory.last.as_ref()?;
    let id = last.plan.find(&edit.after.id)?;
    let (entry, file) = (last.plan.entry(id), edit.after.span.file);
    // Texts in its fields stand in the same file, and would still be of what it was.
    let is_alone = entry.span.file == file && entry.texts().nth(1).is_none();
    if !is_alone || last.told.all().iter().any(|told| concerns(told, file)) {
        return None;
    }
    let mut told = Diagnostics::default();
    let mut drafts = drafts::draft(vec![edit.after], &sources.files, &mut told);
    let draft = drafts.pop().filter(|_| drafts.is_empty())?;
    let is_same = memory.knows(id, &draft)
        && has_no_parts(&draft.body)
        && has_same_face(&entry.body.document, &draft.body)
        && (*edit.before == *draft.table || is_renamed_only(&edit.before, &draft));
    (is_same && told.all().is_empty()).then_some((id, draft))
}

fn concerns(told: &Diagnostic, file: FileId) -> bool {
    let labels = told.labels.iter().map(|(span, _)| span);
    told.span.iter().chain(labels).any(|span| span.file == file)
}

/// Whether only a page's title is another: its other fields may have moved, and nothing keeps their places.
fn is_renamed_only(before: &RawTable, draft: &Draft) -> bool {
    let (old, new) = (&before.fields, &draft.table.fields);
    let mut pairs = old.iter().zip(new);
    draft.kind == Kind::Page
        && old.len() == new.len()
        && pairs.all(|(old, new)| {
            old.name == new.name && (old.name == "title" || says_the_same(&old.value, &new.value))
        })
}

/// Whether two values are the same, wherever they stand.
fn says_the_same(one: &RawValue, other: &RawValue) -> bool {
    match (one, other) {
        (RawValue::List(one), RawValue::List(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|((one, _), (other, _))| says_the_same(one, other))
        }
        // Tables have places within; a page has none that are read.
        (one, other) => one == other,
    }
}

/// Whether nothing in a text is an entry of its own, or could be: then no braces say more than a heading's fragment.
fn has_no_parts(document: &Document) -> bool {
    let mut headings = document.headings.iter();
    document.items.is_empty()
        && headings.all(|heading| {
            let Attributes { classes, pairs, .. } = &heading.attributes;
            heading.role.is_none() && classes.is_empty() && pairs.is_empty()
        })
}

/// Whether others see the same of two texts.
fn has_same_face(old: &Document, new: &Document) -> bool {
    let headings = |document: &Document| -> Vec<(u8, String, bool, String)> {
        let all = document.headings.iter();
        all.map(|one| (one.level, one.anchor.clone(), one.own_anchor, one.text.clone())).collect()
    };
    let files = |document: &Document| -> Vec<String> {
        let images = document.images.iter().map(|image| image.file.clone());
        images.chain(document.links.iter().map(|link| link.url.clone())).collect()
    };
    has_no_parts(old)
        && !old.is_empty()
        && !new.is_empty()
        && headings(old) == headings(new)
        && old.images.len() == new.images.len()
        && files(old) == files(new)
        && counted(old) == counted(new)
}

/// Looks up the links of these entries and of the front page, on all cores; none if one is wrong.
fn relink(plan: &mut Plan, anew: &BTreeSet<EntryId>) -> Option<Vec<(EntryId, Arc<Linked>)>> {
    let looked_up = anew.par_iter().map(|id| {
        let (links, told) = look_up(plan, *id, plan.entry(*id));
        told.all().is_empty().then_some((*id, links))
    });
    let relinked = looked_up.collect::<Option<Vec<_>>>()?;
    for (id, linked) in &relinked {
        links::put(plan.entry_mut(*id), linked);
    }
    let mut told = Diagnostics::default();
    links::link_front(plan, &mut told);
    told.all().is_empty().then_some(relinked)
}

/// The entries that an entry's texts lead to, each as often as it is named.
fn ties(entry: &Entry) -> Vec<EntryId> {
    entry.texts().flat_map(|body| body.links.iter().filter_map(linked)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Memory, resolve_again};
    use super::amend;
    use crate::diagnostic::Diagnostics;
    use crate::load::SourceSet;
    use crate::parse;
    use crate::text::SourceFile;
    use std::sync::Arc;

    const EDITED: &str = "content/1-del/a.md";
    const TEXT: &str =
        "+++\ntitle = \"Alfa\"\n+++\nOm [[b]].\n\n## Mer {#mer}\n\n[Fil](https://vik.no)\n";

    /// A plan of two pages that link to each other, the first with a text.
    fn plan(text: &str) -> Vec<SourceFile> {
        let files = [
            ("content/plan.toml", "title = \"Plan\"\nmunicipality = \"Vik\"\nlanguage = \"nb\"\n"),
            ("content/index.md", "Hei.\n"),
            ("content/1-del/index.md", "+++\ntitle = \"Del\"\n+++\nOrd.\n"),
            (EDITED, text),
            ("content/1-del/b.md", "+++\ntitle = \"Beta\"\n+++\nSe [[a]] og [[a#mer]].\n"),
        ];
        files.into_iter().map(|(path, text)| SourceFile::of_text(path, text)).collect()
    }

    /// What the other page shows of a link to the edited one, where the edit was put into the plan that was.
    fn amended(text: &str) -> Option<String> {
        let mut sources = SourceSet { files: plan(TEXT), ..SourceSet::default() };
        let (mut parsed, mut known) = (parse::Memory::default(), Memory::default());
        let mut told = Diagnostics::default();
        let _ = resolve_again(&mut parsed, &mut known, &sources, &mut told);
        assert_eq!(told.all().len(), 0, "{:?}", told.all());
        let edited = sources.files.iter_mut().find(|file| file.path == EDITED).unwrap();
        *edited = SourceFile::of_text(EDITED, Arc::from(text));
        let edits = parsed.edits(&sources)?;
        let (plan, _) = amend(&mut known, edits, &sources)?;
        let other = plan.entry(plan.find("b").unwrap());
        Some(format!("{:?}", other.body.links[0]).to_lowercase())
    }

    fn with(old: &str, new: &str) -> Option<String> {
        assert!(TEXT.contains(old));
        amended(&TEXT.replace(old, new))
    }

    #[test]
    fn words_and_a_title_are_put_into_the_plan_that_was() {
        assert!(with("Om ", "Mange flere ord om ").unwrap().contains("alfa"));
        assert!(with("\n## Mer", "\nEt avsnitt til.\n\n## Mer").is_some());
        assert!(with("Alfa", "Aleph").unwrap().contains("aleph"));
    }

    #[test]
    fn what_others_see_of_a_text_takes_the_whole_plan() {
        for (old, new) in [
            ("## Mer", "## Mest"),
            ("#mer", "#mest"),
            ("## Mer", "### Mer"),
            ("{#mer}", "{#mer .findings}"),
            ("[[b]]", "[[del]]"),
            ("[[b]]", "[[borte]]"),
            ("https://vik.no", "fil.pdf"),
            ("title = \"Alfa\"", "title = \"Alfa\"\nid = \"alfa\""),
            ("title = \"Alfa\"", "title = \"Alfa\"\nnumbered = false"),
            ("title = \"Alfa\"", "tittle = \"Alfa\""),
            ("\n## Mer", "\nTabell: Tall.\n\n| A |\n|---|\n| 1 |\n\n## Mer"),
        ] {
            assert_eq!(with(old, new), None, "{new}");
        }
    }
}
