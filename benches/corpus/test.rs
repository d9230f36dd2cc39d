//! The corpus is what the bench says that it is. Nothing is timed here.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the helpers of a test may panic, and read what the corpus wrote"
)]

#[path = "mod.rs"]
mod corpus;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use corpus::{Corpus, Dialect, VERSION};

/// A corpus of so many pages, as it lies on disk.
fn written(seed: u64, pages: usize, dialect: Dialect) -> BTreeMap<PathBuf, String> {
    let folder = tempfile::tempdir().unwrap();
    let told = Corpus { seed, pages, dialect }.write(folder.path()).unwrap();
    let mut files = BTreeMap::new();
    read(folder.path(), folder.path(), &mut files);
    assert_eq!(told.files, files.len());
    let markdown = files.iter().filter(|(path, _)| is_markdown(path)).map(|(_, text)| text.len());
    assert_eq!(told.markdown, markdown.sum::<usize>());
    files
}

fn read(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(root, &path, files);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            files.insert(path.strip_prefix(root).unwrap().to_path_buf(), text);
        }
    }
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "md")
}

fn pages(files: &BTreeMap<PathBuf, String>) -> Vec<&Path> {
    let named = |path: &&PathBuf| path.to_string_lossy().contains("side-") && is_markdown(path);
    files.keys().filter(named).map(PathBuf::as_path).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    for dialect in [Dialect::Planverk, Dialect::Hugo] {
        assert_eq!(written(7, 60, dialect), written(7, 60, dialect));
        assert_ne!(written(7, 60, dialect), written(8, 60, dialect));
    }
}

/// A corpus that was kept is used again, so a change of its bytes must change [`VERSION`] too.
#[test]
fn other_bytes_need_another_version() {
    let mut hash = blake3::Hasher::new();
    for dialect in [Dialect::Planverk, Dialect::Hugo] {
        for (path, text) in &written(1, 100, dialect) {
            hash.update(path.to_string_lossy().as_bytes()).update(text.as_bytes());
        }
    }
    assert_eq!((VERSION, &hash.finalize().to_hex()[..16]), (1, "01678d5a8d0fa0fb"));
}

#[test]
fn there_are_as_many_pages_as_asked_for() {
    for dialect in [Dialect::Planverk, Dialect::Hugo] {
        for count in [1, 2, 49, 50, 51, 120] {
            assert_eq!(pages(&written(1, count, dialect)).len(), count);
        }
    }
}

/// A peer must not get away with less: the same headings, notes and as many links.
#[test]
fn both_tongues_say_the_same() {
    let corpus = Corpus { seed: 5, pages: 100, dialect: Dialect::Planverk };
    let peer = Corpus { dialect: Dialect::Hugo, ..corpus };
    for n in 1..=100 {
        let (ours, theirs) = (corpus.page(n), peer.page(n));
        assert_eq!(skeleton(&ours), skeleton(&theirs), "page {n}");
    }
}

/// A page's headings and footnotes, without roles.
fn skeleton(page: &str) -> Vec<&str> {
    let shared = page.lines().filter(|line| line.starts_with('#') || line.starts_with("[^"));
    shared.map(|line| line.split_once(" {").map_or(line, |(words, _)| words)).collect()
}

#[test]
fn ten_thousand_pages_are_about_54_megabytes() {
    let corpus = Corpus { seed: 1, pages: 10_000, dialect: Dialect::Planverk };
    let bytes: usize = (1..=1_000).map(|n| corpus.page(n).len()).sum();
    assert!((5_300..=5_500).contains(&(bytes / 1_000)), "{} bytes a page", bytes / 1_000);
}

#[test]
fn a_page_links_about_eight_times() {
    let corpus = Corpus { seed: 1, pages: 1_000, dialect: Dialect::Planverk };
    let links: usize = (1..=500).map(|n| corpus.page(n).matches("[[side-").count()).sum();
    assert!((7 * 500..=9 * 500).contains(&links), "{} links in 500 pages", links);
}

#[test]
fn every_id_is_one_of_a_kind() {
    let files = written(3, 200, Dialect::Planverk);
    let mut ids = BTreeSet::new();
    for text in files.values() {
        for line in text.lines().filter(|line| line.starts_with("id = ")) {
            assert!(ids.insert(line.to_owned()), "{line} stands twice");
        }
    }
}

/// The prefix of a folder has three digits at most, and chapters must still come in order.
#[test]
fn chapters_past_a_thousand_come_in_order() {
    let corpus = Corpus { seed: 1, pages: 60_000, dialect: Dialect::Planverk };
    let paths: Vec<PathBuf> = (1..=60_000).map(|n| corpus.page_path(n)).collect();
    assert!(paths.is_sorted());
    assert_eq!(paths[59_999], Path::new("content/999-kapittel-1200/50-side-60000.md"));
}
