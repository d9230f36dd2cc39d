//! The house rules that no compiler holds: floors, file heads, sizes, a pure middle, clean files.
//!
//! Each rule is a function from what was read to a list of complaints, so that the rule itself is
//! tested with small bad inputs beside it. The tests here apply the rules to the repository:
//! [`rust`] reads Rust source, [`rooms`] holds the table of floors, [`files`] the rest.

mod files;
mod rooms;
mod rust;

use std::path::{Path, PathBuf};

use rust::Source;

#[test]
fn every_file_says_how_its_room_works() {
    hold("Every file opens with `//!`.", sources().iter().flat_map(files::head).collect());
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    hold("A file has at most 400 lines without its tests.", {
        sources().iter().flat_map(files::length).collect()
    });
}

#[test]
fn a_room_imports_only_rooms_below_it() {
    hold("A room imports only rooms on a lower floor.", {
        sources().iter().flat_map(rooms::imports).collect()
    });
}

#[test]
fn the_middle_is_pure() {
    hold("Only the outer rooms touch disk, network, clock and environment.", {
        sources().iter().flat_map(rooms::purity).collect()
    });
}

#[test]
fn the_architecture_page_has_the_same_floors() {
    let page = root().join("ARCHITECTURE.md");
    if page.exists() {
        let text = std::fs::read_to_string(page).unwrap();
        hold("ARCHITECTURE.md and the table of rooms agree.", rooms::architecture(&text));
    }
}

#[test]
fn the_repository_holds_only_what_belongs_in_it() {
    hold("Files are small and speak of no particular machine.", {
        files::of_repository(&root()).iter().flat_map(files::tracked).collect()
    });
}

/// Fails with all complaints at once, one a line.
fn hold(rule: &str, complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n\n{rule} Not so here:\n\n  {}\n", complaints.join("\n  "));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under `src/`, in order of path.
fn sources() -> Vec<Source> {
    let root = root();
    let mut paths = Vec::new();
    walk(&root.join("src"), &mut paths);
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    paths.sort();
    assert!(!paths.is_empty(), "no Rust files under {}", root.join("src").display());
    let files = paths.iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read_to_string(path).unwrap())
    });
    Source::read_all(files)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}
