//! What a release promises, seen from outside the room: what stands in the place, and what doesn't.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::PathBuf;

use super::*;

mod refused;
mod trouble;

/// A folder to publish in, with the place `public` in it.
struct Www(tempfile::TempDir);

impl Www {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn begin(&self) -> Result<Release, Error> {
        Release::begin(&self.path("public"), &[])
    }

    fn publish(&self, files: &[(&str, &str)]) -> Summary {
        let release = self.begin().unwrap();
        for (path, text) in files {
            release.write(path, text.as_bytes()).unwrap();
        }
        release.commit().unwrap()
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path("public").join(path)).unwrap()
    }

    fn inode(&self, path: &str) -> u64 {
        fs::metadata(self.path("public").join(path)).unwrap().ino()
    }

    /// The names in the folder that the place is in: to see that nothing was left beside it.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn counts(summary: &Summary) -> (usize, usize, usize) {
    (summary.written, summary.unchanged, summary.removed)
}

#[test]
fn publishes_into_nothing_and_into_an_empty_folder() {
    let www = Www::new();
    assert_eq!(
        counts(&www.publish(&[("index.html", "1"), ("maal/vann/index.html", "2")])),
        (2, 0, 0)
    );
    assert_eq!(www.read("maal/vann/index.html"), "2");
    assert_eq!(www.names(), ["public"]);

    let www = Www::new();
    fs::create_dir(www.path("public")).unwrap();
    www.publish(&[("index.html", "1")]);
    assert_eq!(www.read("index.html"), "1");
    assert_eq!(www.names(), ["public"]);
}

#[test]
fn makes_the_folders_above_the_place() {
    let www = Www::new();
    let out = www.path("srv/www/public");
    Release::begin(&out, &[]).unwrap().commit().unwrap();
    assert!(out.join(MARKER).is_file());
}

#[test]
fn replaces_all_of_the_old_site() {
    let www = Www::new();
    www.publish(&[("same.html", "same"), ("changed.html", "1"), ("gone/deep/a.html", "a")]);
    let (same, changed) = (www.inode("same.html"), www.inode("changed.html"));

    let files = [("same.html", "same"), ("changed.html", "2"), ("new/b.html", "b")];
    assert_eq!(counts(&www.publish(&files)), (2, 1, 1));
    assert_eq!(www.inode("same.html"), same, "an unchanged file is linked");
    assert_ne!(www.inode("changed.html"), changed, "a changed file is never written over");
    assert_eq!(www.read("changed.html"), "2");
    assert!(!www.path("public/gone").exists());
    assert_eq!(www.names(), ["public"]);
}

#[test]
fn a_file_in_pieces_is_written_from_where_it_differs() {
    let www = Www::new();
    let publish = |pieces: &[&str]| {
        let release = www.begin().unwrap();
        let pieces = pieces.iter().map(|piece| Ok::<_, ()>(piece.as_bytes().to_vec()));
        let outcome = release.write_pieces("data/plan.json", pieces).unwrap().unwrap();
        assert_eq!(counts(&release.commit().unwrap()).0, usize::from(outcome == Outcome::Written));
        (outcome, www.read("data/plan.json"), www.inode("data/plan.json"))
    };
    let first = publish(&["en, ", "to, ", "tre"]);
    assert_eq!((first.0, first.1.as_str()), (Outcome::Written, "en, to, tre"));
    // However it is cut; and then with another, a longer, a shorter and no end.
    assert_eq!(publish(&["en", ", to, t", "re"]), (Outcome::Unchanged, first.1, first.2));
    let others: [&[&str]; 4] =
        [&["en, ", "to, ", "fire"], &["en, to, fire", ", fem"], &["en, ", "to"], &[]];
    for pieces in others {
        let (outcome, text, inode) = publish(pieces);
        assert_eq!((outcome, text), (Outcome::Written, pieces.concat()));
        assert_ne!(inode, first.2, "a changed file is never written over");
    }

    let release = www.begin().unwrap();
    let pieces = [Ok(b"en".to_vec()), Err("ingen flere")];
    let written = release.write_pieces("data/plan.json", pieces.into_iter()).unwrap();
    assert_eq!(written, Err("ingen flere"));
    let twice = release.write_pieces("b.json", [Ok::<_, ()>(vec![1]); 1].into_iter());
    assert!(twice.is_ok() && release.write("b.json", b"2").is_err());
}

#[test]
fn a_dropped_release_leaves_nothing() {
    let www = Www::new();
    www.publish(&[("index.html", "1")]);
    let release = www.begin().unwrap();
    release.write("index.html", b"2").unwrap();
    assert!(www.path(".public.planverk-new/index.html").exists());
    drop(release);
    assert_eq!(www.read("index.html"), "1");
    assert_eq!(www.names(), ["public"]);
}

#[test]
fn keeps_the_rights_of_the_folder_and_mends_those_of_files() {
    let www = Www::new();
    www.publish(&[("a.html", "a"), ("b.html", "b")]);
    fs::set_permissions(www.path("public"), fs::Permissions::from_mode(0o750)).unwrap();
    fs::set_permissions(www.path("public/a.html"), fs::Permissions::from_mode(0o600)).unwrap();
    let ordinary = fs::metadata(www.path("public/b.html")).unwrap().permissions();

    assert_eq!(counts(&www.publish(&[("a.html", "a"), ("b.html", "b")])), (1, 1, 0));
    assert_eq!(fs::metadata(www.path("public")).unwrap().mode() & 0o777, 0o750);
    assert_eq!(fs::metadata(www.path("public/a.html")).unwrap().permissions(), ordinary);
}

#[test]
fn a_link_in_the_old_site_is_replaced_and_never_followed() {
    let www = Www::new();
    www.publish(&[("a.html", "a"), ("sub/b.html", "b")]);
    fs::create_dir(www.path("else")).unwrap();
    fs::write(www.path("else/a.html"), "a").unwrap();
    fs::write(www.path("else/b.html"), "b").unwrap();
    fs::remove_file(www.path("public/a.html")).unwrap();
    fs::remove_dir_all(www.path("public/sub")).unwrap();
    symlink("../else/a.html", www.path("public/a.html")).unwrap();
    symlink("../else", www.path("public/sub")).unwrap();

    assert_eq!(counts(&www.publish(&[("a.html", "a"), ("sub/b.html", "b")])), (2, 0, 1));
    assert!(fs::symlink_metadata(www.path("public/a.html")).unwrap().is_file());
    assert_ne!(www.inode("sub/b.html"), fs::metadata(www.path("else/b.html")).unwrap().ino());
    assert_eq!(fs::read_to_string(www.path("else/a.html")).unwrap(), "a");
}
