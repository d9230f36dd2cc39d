//! How well blocks are followed from one version to the next, held against a truth set by hand.
//!
//! `tests/versions/truth.txt` has three versions of a plan, each block with the ones that it really comes from.
//! Recall is how many of the true steps are found, precision how many of those proposed are true. The levels are
//! those that were reached; a change of the alignment may raise them, and may not lower them.

use planverk::contract::{BlockKind, normal};
use planverk::text::slug;
use planverk::version::{Unit, align};
use std::collections::HashSet;

/// A line of the truth.
struct Line {
    key: String,
    parents: Vec<String>,
    text: String,
}

fn versions() -> Vec<Vec<Line>> {
    let mut versions: Vec<Vec<Line>> = Vec::new();
    for line in include_str!("../versions/truth.txt").lines() {
        if line.starts_with("===") {
            versions.push(Vec::new());
        } else if let (Some((keys, text)), Some(version)) =
            (line.split_once(" | "), versions.last_mut())
        {
            let (key, parents) = keys.split_once(" < ").unwrap_or((keys, ""));
            let parents = parents.split('+').filter(|one| !one.is_empty()).map(str::to_string);
            version.push(Line {
                key: key.to_string(),
                parents: parents.collect(),
                text: text.to_string(),
            });
        }
    }
    versions
}

fn units(lines: &[Line]) -> Vec<Unit> {
    let (mut entry, mut top, mut heading) = (String::new(), None, None);
    let mut units = Vec::new();
    for (at, Line { text, .. }) in lines.iter().enumerate() {
        let mark = text.split(' ').next().unwrap_or("");
        let (kind, words) = match mark {
            "#" => (BlockKind::Entry, &text[2..]),
            "##" => (BlockKind::Heading, &text[3..]),
            "-" => (BlockKind::Item, &text[2..]),
            _ => (BlockKind::Paragraph, text.as_str()),
        };
        let section = match kind {
            BlockKind::Entry => {
                (entry, top, heading) = (slug(words), Some(at), None);
                None
            }
            BlockKind::Heading => {
                heading = Some(at);
                top
            }
            _ => heading.or(top),
        };
        units.push(Unit { kind, entry: entry.clone(), section, normal: normal(words) });
    }
    units
}

#[test]
fn blocks_are_followed_as_a_person_would_follow_them() {
    let versions = versions();
    let (mut truth, mut found, mut sure) = (HashSet::new(), HashSet::new(), HashSet::new());
    let mut kept_wrong = Vec::new();
    for (at, two) in versions.windows(2).enumerate() {
        let (old, new) = (&two[0], &two[1]);
        let step = |old: &Line, new: &Line| format!("{at}: {} → {}", old.key, new.key);
        for line in new {
            let parents = old.iter().filter(|one| line.parents.contains(&one.key));
            truth.extend(parents.map(|one| step(one, line)));
        }
        let alignment = align(&units(old), &units(new));
        for (line, kept) in new.iter().zip(&alignment.kept) {
            let is_kept = kept.is_some_and(|kept| old[kept].key == line.key);
            let was_there = old.iter().any(|one| one.key == line.key);
            if is_kept != was_there {
                kept_wrong.push(line.key.clone());
            }
        }
        for retired in &alignment.retired {
            let steps: Vec<String> =
                retired.became.iter().map(|heir| step(&old[retired.old], &new[*heir])).collect();
            if retired.sure {
                sure.extend(steps.clone());
            }
            found.extend(steps);
        }
    }
    let true_found = found.intersection(&truth).count();
    let sure_true = sure.intersection(&truth).count();
    let mut missed: Vec<_> = truth.difference(&found).collect();
    let mut wrong: Vec<_> = found.difference(&truth).collect();
    let mut silent: Vec<_> = sure.difference(&truth).collect();
    for list in [&mut missed, &mut wrong, &mut silent] {
        list.sort();
    }
    let (recall, precision) = (true_found * 100 / truth.len(), true_found * 100 / found.len());
    println!(
        "{} true steps: recall {recall} %, precision {precision} %; without a question {} of them, {} wrongly",
        truth.len(),
        sure_true,
        silent.len()
    );
    println!("missed {missed:?}\nwrong {wrong:?}\nsilently wrong {silent:?}");
    assert_eq!(kept_wrong, [""; 0], "the same words are the same block");
    assert_eq!(silent, Vec::<&String>::new(), "a wrong step is never taken without asking");
    assert!(recall >= 100, "recall {recall}, missed {missed:?}");
    assert!(precision >= 97, "precision {precision}, wrong {wrong:?}");
}
