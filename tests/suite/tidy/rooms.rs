//! The table of rooms and floors, and who may import whom.
//!
//! ARCHITECTURE.md shows the same table to readers; [`architecture`] holds the two together. To add
//! a room, write it in both. What `#[cfg(test)]` code imports is its own affair: it is no part of
//! the room that others build on.

use super::rust::{CodePath, Source};

/// Floor → the rooms on it.
const FLOORS: &[(u8, &[&str])] = &[
    (0, &["text", "diagnostic", "picture", "portions"]),
    (1, &["vocabulary", "words", "starter", "contract", "load"]),
    (2, &["parse", "markdown", "series"]),
    (3, &["model"]),
    (4, &["resolve", "progress"]),
    (5, &["version", "check"]),
    (6, &["html", "chart"]),
    (7, &["view"]),
    (8, &["search", "theme", "export"]),
    (9, &["site", "publish", "preview", "hearing"]),
    (10, &["cli"]),
];

/// Macros that `#[macro_export]` lifts to the root, and the rooms that they are from.
const MACROS: &[(&str, &str)] = &[("say", "diagnostic")];

/// Imports on the same floor that are meant: importer, imported, why.
const SAME_FLOOR: &[(&str, &str, &str)] = &[
    ("chart", "html", "words in a chart are escaped where all others are"),
    ("diagnostic", "text", "a diagnostic points at a span and shows the line"),
    ("contract", "vocabulary", "what came of a comment is written in either language"),
    ("load", "contract", "files beside the entries are known by their names"),
    ("chart", "html", "words in a chart are escaped where all others are"),
    (
        "check",
        "version",
        "a block that was commented on is followed to where it stands now, and what changed since a hearing is counted",
    ),
    ("parse", "markdown", "an entry's body is a Markdown document"),
    ("preview", "publish", "what a build made of a picture need not be made again"),
    ("preview", "site", "it renders the page that a browser asks for"),
];

/// The rooms that touch disk, network, clock and environment.
const OUTER: &[&str] = &["load", "publish", "preview", "hearing", "cli"];

/// What only the outer rooms may name, and what to do instead.
const IMPURE: &[(&str, &str)] = &[
    ("std::fs", "take the text as a parameter; `load` reads and `publish` writes"),
    ("std::env", "take the value as a parameter; `cli` reads the environment"),
    ("std::net", "`preview` alone speaks to browsers"),
    ("rustix::fs", "`load` and `publish` alone touch the disk"),
    ("SystemTime::now", "today comes in with the request"),
    ("Instant::now", "`cli` measures time"),
    ("Zoned::now", "today comes in with the request"),
    ("Timestamp::now", "today comes in with the request"),
];

/// Complaints about what a file imports from other rooms.
pub fn imports(source: &Source) -> Vec<String> {
    let Some(room) = source.room() else { return Vec::new() };
    let Some(floor) = floor_of(room) else {
        return vec![format!(
            "{}: `{room}` is no room of the table; give it a floor in tests/suite/tidy/rooms.rs and ARCHITECTURE.md",
            source.path
        )];
    };
    let imported = |path| imported_room(source, path).map(|other| (path, other));
    source
        .paths
        .iter()
        .filter_map(imported)
        .filter_map(|(path, other)| {
            let fault = fault(room, floor, other)?;
            Some(format!("{}:{}: {fault} (`{}`)", source.path, path.line, path.segments.join("::")))
        })
        .collect()
}

/// Why `room` may not import `other`, if so.
fn fault(room: &str, floor: u8, other: &str) -> Option<String> {
    if room == other {
        return None;
    }
    let Some(other_floor) = floor_of(other) else {
        return Some(format!("`{other}` is no room: import from the room that has it"));
    };
    let excepted = SAME_FLOOR.iter().any(|(from, to, _)| (*from, *to) == (room, other));
    let told =
        || format!("`{room}` (floor {floor}) may not import `{other}` (floor {other_floor})");
    (other_floor >= floor && !excepted).then(told)
}

/// The room that a path leads to from the crate's root, by `crate::` or by climbing with `super`.
fn imported_room<'a>(source: &Source, path: &'a CodePath) -> Option<&'a str> {
    let parts: Vec<&str> = path.segments.iter().map(String::as_str).collect();
    let parts = parts.strip_prefix(&["self"]).unwrap_or(&parts);
    let climbs = parts.iter().take_while(|part| **part == "super").count();
    match parts {
        ["crate", name] => MACROS
            .iter()
            .find(|(lifted, _)| lifted == name)
            .map_or(Some(name), |(_, room)| Some(room)),
        ["crate", room, ..] => Some(room),
        _ if climbs > 0 && climbs >= source.module.len() + path.depth => {
            Some(parts.get(climbs).copied().unwrap_or("super"))
        }
        _ => None,
    }
}

/// Complaints about a file of the pure middle that reaches for the world.
pub fn purity(source: &Source) -> Vec<String> {
    let outer =
        source.path == "src/main.rs" || source.room().is_some_and(|room| OUTER.contains(&room));
    if outer {
        return Vec::new();
    }
    let found = source.paths.iter().flat_map(|path| IMPURE.iter().map(move |rule| (path, rule)));
    found
        .filter(|(path, (name, _))| contains(&path.segments, name))
        .map(|(path, (name, instead))| {
            format!("{}:{}: `{name}`: {instead}", source.path, path.line)
        })
        .collect()
}

fn contains(segments: &[String], name: &str) -> bool {
    let name: Vec<&str> = name.split("::").collect();
    segments.windows(name.len()).any(|window| window == name)
}

/// Complaints where ARCHITECTURE.md's table of rooms and [`FLOORS`] differ.
pub fn architecture(page: &str) -> Vec<String> {
    let header = |line: &str| cells(line) == ["floor", "room", "does"];
    if !page.lines().any(header) {
        return vec!["ARCHITECTURE.md: no table with the columns floor, room, does".to_owned()];
    }
    let rows = page.lines().skip_while(|line| !header(line)).skip(2);
    let told: Vec<(u8, String)> =
        rows.take_while(|line| line.starts_with('|')).flat_map(rooms_of).collect();
    let held: Vec<(u8, String)> = rooms().map(|(floor, room)| (floor, room.to_owned())).collect();
    let missing = held.iter().filter(|row| !told.contains(row));
    let missing = missing
        .map(|(floor, room)| format!("ARCHITECTURE.md: `{room}/` on floor {floor} is missing"));
    let extra = told.iter().filter(|row| !held.contains(row));
    let extra = extra.map(|(floor, room)| format!("tests/suite/tidy/rooms.rs: `{room}` on floor {floor} is missing, ARCHITECTURE.md has it"));
    missing.chain(extra).collect()
}

/// A row of the table in ARCHITECTURE.md: the rooms in its backticks, each on the row's floor.
fn rooms_of(row: &str) -> Vec<(u8, String)> {
    let cells = cells(row);
    let (Some(Ok(floor)), Some(rooms)) = (cells.first().map(|cell| cell.parse()), cells.get(1))
    else {
        return Vec::new();
    };
    let quoted = rooms.split('`').skip(1).step_by(2);
    quoted.map(|room| (floor, room.trim_end_matches('/').to_owned())).collect()
}

fn cells(row: &str) -> Vec<&str> {
    row.trim().trim_matches('|').split('|').map(str::trim).collect()
}

fn rooms() -> impl Iterator<Item = (u8, &'static str)> {
    FLOORS.iter().flat_map(|(floor, rooms)| rooms.iter().map(|room| (*floor, *room)))
}

fn floor_of(room: &str) -> Option<u8> {
    rooms().find(|(_, name)| *name == room).map(|(floor, _)| floor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(path: &str, text: &str) -> String {
        imports(&Source::sample(path, text)).join("\n")
    }

    #[test]
    fn a_lower_room_may_be_imported() {
        assert_eq!(complaint("src/model/mod.rs", "use crate::{text::Span, model::Goal};"), "");
        assert_eq!(complaint("src/parse/mod.rs", "use crate::markdown::Document;"), "");
        assert_eq!(complaint("src/load/mod.rs", "use crate::{say, text::Span};"), "");
        assert_eq!(complaint("src/main.rs", "use crate::nothing;"), "");
    }

    #[test]
    fn a_higher_room_may_not() {
        assert_eq!(
            complaint("src/parse/table.rs", "//! T.\nuse crate::model::Goal;"),
            "src/parse/table.rs:2: `parse` (floor 2) may not import `model` (floor 3) (`crate::model::Goal`)"
        );
        for text in [
            "fn f() -> crate::site::Route { todo() }",
            "use super::super::site::Route;",
            "use super::super::{model, text};",
            "mod inner { use super::super::super::cli; }",
            "use self::super::super::cli;",
        ] {
            assert!(complaint("src/parse/table.rs", text).contains("may not import"), "{text}");
        }
        assert!(complaint("src/markdown/mod.rs", "use crate::parse::Raw;").contains("floor 2"));
        assert!(complaint("src/text/mod.rs", "use super::cli;").contains("floor 10"));
    }

    #[test]
    fn the_root_itself_may_not_be_imported() {
        for text in [
            "use crate::*;",
            "use crate as root;",
            "use crate::{self as root};",
            "use super::super::*;",
        ] {
            assert!(complaint("src/parse/table.rs", text).contains("is no room"), "{text}");
        }
    }

    #[test]
    fn climbing_within_a_room_is_free() {
        assert_eq!(complaint("src/parse/a/b.rs", "use super::super::cli;"), "");
        assert_eq!(complaint("src/parse/a.rs", "mod inner { use super::super::cli; }"), "");
    }

    #[test]
    fn a_room_without_a_floor_is_told() {
        assert!(complaint("src/attic/mod.rs", "").contains("`attic` is no room of the table"));
    }

    #[test]
    fn exceptions_stay_on_one_floor_and_go_one_way() {
        for (from, to, why) in SAME_FLOOR {
            assert!(floor_of(from).is_some() && floor_of(from) == floor_of(to), "{from}, {to}");
            assert!(
                !SAME_FLOOR.iter().any(|(a, b, _)| (a, b) == (to, from)),
                "{from} and {to} in a circle"
            );
            assert!(!why.is_empty());
        }
        assert!(OUTER.iter().all(|room| floor_of(room).is_some()));
    }

    #[test]
    fn the_middle_may_not_reach_for_the_world() {
        let told = |path, text| purity(&Source::sample(path, text)).join("\n");
        let text = "use std::{fs::File, path::Path};\nfn f() { std::time::Instant::now(); }";
        assert_eq!(
            told("src/site/mod.rs", text),
            "src/site/mod.rs:1: `std::fs`: take the text as a parameter; `load` reads and `publish` writes\n\
             src/site/mod.rs:2: `Instant::now`: `cli` measures time"
        );
        assert!(told("src/lib.rs", "use std::env;").contains("std::env"));
        assert_eq!(told("src/publish/mod.rs", text), "");
        assert_eq!(
            told("src/site/mod.rs", "// std::fs\n#[cfg(test)]\nmod tests { use std::fs; }"),
            ""
        );
    }

    #[test]
    fn the_architecture_page_is_read() {
        let rows = FLOORS
            .iter()
            .map(|(floor, rooms)| format!("| {floor} | `{}/` | . |\n", rooms.join("/` `")));
        let page = format!(
            "# A\n\n| floor | room | does |\n| --- | --- | --- |\n{}\nText.\n",
            rows.collect::<String>()
        );
        assert_eq!(architecture(&page), Vec::<String>::new());
        assert_eq!(
            architecture(&page.replace("| 6 | `html/`", "| 5 | `html/`")),
            [
                "ARCHITECTURE.md: `html/` on floor 6 is missing",
                "ARCHITECTURE.md: `chart/` on floor 6 is missing",
                "tests/suite/tidy/rooms.rs: `html` on floor 5 is missing, ARCHITECTURE.md has it",
                "tests/suite/tidy/rooms.rs: `chart` on floor 5 is missing, ARCHITECTURE.md has it",
            ]
        );
        assert!(architecture("# A\n")[0].contains("no table"));
    }
}
