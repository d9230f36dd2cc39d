//! Rules about files by themselves: how they open, how long they are, what they may not contain.

use std::path::Path;
use std::process::Command;

use super::rust::Source;

/// The most lines that a file may have without its tests.
const MOST_LINES: usize = 400;

/// The most bytes that a tracked file may have.
const MOST_BYTES: usize = 1_000_000;

/// Folders where a developer's machine keeps its own; a file that names one works only there.
const HOME_FOLDERS: &[&str] = &["home", "root", "work", "Users"];

/// Files that tell tools where to fetch from, and may not name one machine's mirror.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json", ".npmrc", "config.toml"];

/// A file that git tracks or would track.
pub struct Tracked {
    /// Path from the repository's root.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Complains about a Rust file that does not open with `//!` and words.
pub fn head(source: &Source) -> Option<String> {
    let says = source.text.lines().next().and_then(|line| line.strip_prefix("//! "));
    let told = || format!("{}: say on its first line, after `//!`, how it works", source.path);
    says.is_none_or(|words| words.trim().is_empty()).then(told)
}

/// Complains about a Rust file that is too long.
pub fn length(source: &Source) -> Option<String> {
    let told = || format!("{}: {} lines without its tests", source.path, source.lines);
    (source.lines > MOST_LINES).then(told)
}

/// Complaints about a tracked file: too large, or speaking of one machine.
pub fn tracked(file: &Tracked) -> Vec<String> {
    let mut complaints = Vec::new();
    if file.bytes.len() > MOST_BYTES {
        complaints.push(format!("{}: {} bytes, at most {MOST_BYTES}", file.path, file.bytes.len()));
    }
    let Ok(text) = std::str::from_utf8(&file.bytes) else { return complaints };
    if text.contains('\0') {
        return complaints;
    }
    for (line, words) in text.lines().enumerate() {
        let found = home_path(words).or_else(|| mirror(&file.path, words));
        complaints.extend(found.map(|found| format!("{}:{}: {found}", file.path, line + 1)));
    }
    complaints
}

/// An absolute path into a developer's own folders; the same letters within an address are none.
fn home_path(line: &str) -> Option<String> {
    HOME_FOLDERS.iter().map(|name| format!("/{name}/")).find_map(|folder| {
        let starts = |at: usize| {
            let before = line[..at].chars().next_back();
            before.is_none_or(|c| c.is_whitespace() || "\"'`=(<[:,".contains(c))
        };
        let found = line.match_indices(&folder).any(|(at, _)| starts(at));
        found.then(|| format!("`{folder}` is a folder of one machine"))
    })
}

/// A host of one machine in a file that tells tools where to fetch from.
fn mirror(path: &str, line: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if !LOCKS.contains(&name) {
        return None;
    }
    let hosts = ["localhost", "127.0.0.1", "\"resolved\"", "registry ="];
    let found = hosts.iter().find(|host| line.contains(**host))?;
    Some(format!("`{found}`: a lock names no host; each machine fetches as it is set up to"))
}

/// Every file that git tracks, or would if it were added.
pub fn of_repository(root: &Path) -> Vec<Tracked> {
    let listed = Command::new("git")
        .args([
            "-c",
            "safe.directory=*",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root)
        .output()
        .expect("git lists the files of the repository");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8(listed.stdout).expect("file names are UTF-8");
    let read = |name: &str| {
        let bytes = std::fs::read(root.join(name)).ok()?;
        Some(Tracked { path: name.to_owned(), bytes })
    };
    names.split('\0').filter(|name| !name.is_empty()).filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> Vec<String> {
        tracked(&Tracked { path: path.to_owned(), bytes: text.as_bytes().to_vec() })
    }

    #[test]
    fn a_file_without_a_head_is_told() {
        for text in ["", "//!\n", "//!  \n", "// A.\n", "\n//! A.\n"] {
            assert!(head(&Source::sample("src/a.rs", text)).is_some(), "{text:?}");
        }
        assert_eq!(head(&Source::sample("src/a.rs", "//! A.\n")), None);
    }

    #[test]
    fn tests_do_not_count_as_length() {
        let long = |text: &str| length(&Source::sample("src/a.rs", text));
        let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "fn f() {}\n".repeat(900));
        assert_eq!(long(&("fn f() {}\n".repeat(400) + &tests)), None);
        let told = long(&("fn f() {}\n".repeat(401) + &tests));
        assert_eq!(told.unwrap(), "src/a.rs: 401 lines without its tests");
    }

    #[test]
    fn a_large_file_is_told() {
        assert!(file("a", &"a".repeat(MOST_BYTES)).is_empty());
        assert!(file("a", &"a".repeat(MOST_BYTES + 1))[0].contains("1000001 bytes"));
    }

    #[test]
    fn paths_of_one_machine_are_told() {
        for folder in HOME_FOLDERS {
            let told = file("README.md", &format!("# A\n\ncd \"/{folder}/me\"\n"));
            assert_eq!(told, [format!("README.md:3: `/{folder}/` is a folder of one machine")]);
            assert!(file("README.md", &format!("https://example.no/{folder}/me")).is_empty());
        }
    }

    #[test]
    fn a_lock_names_no_host() {
        assert!(
            file("package-lock.json", "\"resolved\": \"https://example.no/a.tgz\"")[0]
                .contains("no host")
        );
        assert!(file("tests/browser/.npmrc", "registry = http://x")[0].contains("no host"));
        assert!(file("README.md", "open http://127.0.0.1:8000").is_empty());
    }
}
