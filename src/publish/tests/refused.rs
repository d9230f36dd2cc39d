//! What a release won't take: places that aren't ours to replace, and paths that lead elsewhere.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::Www;
use crate::publish::*;

pub(super) fn refusal(result: Result<Release, Error>) -> Refusal {
    match result.err() {
        Some(Error::Refused { why, .. }) => why,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn refuses_a_place_that_is_not_ours() {
    let www = Www::new();
    fs::write(www.path("public"), "a file").unwrap();
    assert_eq!(refusal(www.begin()), Refusal::NotAFolder);

    fs::remove_file(www.path("public")).unwrap();
    fs::create_dir(www.path("public")).unwrap();
    fs::write(www.path("public/thesis.odt"), "ten years").unwrap();
    assert_eq!(refusal(www.begin()), Refusal::NotOurs);

    fs::write(www.path("public").join(MARKER), "some other text").unwrap();
    assert_eq!(refusal(www.begin()), Refusal::NotOurs);
    assert_eq!(www.names(), ["public"]);
    assert_eq!(www.read("thesis.odt"), "ten years");

    assert_eq!(refusal(Release::begin(Path::new("/"), &[])), Refusal::NoParent);
}

#[test]
fn refuses_a_repository_and_a_link() {
    let www = Www::new();
    www.publish(&[("index.html", "1")]);
    symlink("public", www.path("link")).unwrap();
    let target = PathBuf::from("public");
    assert_eq!(refusal(Release::begin(&www.path("link"), &[])), Refusal::Link { target });

    fs::create_dir(www.path("public/.git")).unwrap();
    assert_eq!(refusal(www.begin()), Refusal::Repository);
}

#[test]
fn refuses_a_place_that_overlaps_with_a_source() {
    let www = Www::new();
    fs::create_dir_all(www.path("plan/content")).unwrap();
    symlink("plan", www.path("also-plan")).unwrap();
    let overlap = |out: &str, source: &str| match refusal(Release::begin(
        &www.path(out),
        &[&www.path("other"), &www.path(source)],
    )) {
        Refusal::Source { overlap, .. } => overlap,
        other => panic!("{other:?}"),
    };
    assert_eq!(overlap("plan/content", "plan/content"), Overlap::Same);
    assert_eq!(overlap("plan", "plan/content"), Overlap::Holds);
    assert_eq!(overlap("plan/content/public", "plan/content"), Overlap::Inside);
    assert_eq!(overlap("plan/content/public", "also-plan/content"), Overlap::Inside);
    assert_eq!(overlap("plan", "plan/not-there-yet"), Overlap::Holds);
    // A name that merely begins the same is another folder.
    Release::begin(&www.path("plan/content-public"), &[&www.path("plan/content")]).unwrap();
}

#[test]
fn a_place_taken_meanwhile_is_left_alone() {
    let www = Www::new();
    let release = www.begin().unwrap();
    fs::create_dir(www.path("public")).unwrap();
    fs::write(www.path("public/thesis.odt"), "ten years").unwrap();
    assert!(matches!(release.commit(), Err(Error::Refused { why: Refusal::NotOurs, .. })));
    assert_eq!(www.read("thesis.odt"), "ten years");
    assert_eq!(www.names(), ["public"]);
}

#[test]
fn refuses_paths_that_lead_elsewhere() {
    let www = Www::new();
    let release = www.begin().unwrap();
    for path in ["", "/a", "a/", "a//b", ".", "a/./b", "..", "a/../../b", "a\\b", "a\0b"] {
        assert!(matches!(release.write(path, b""), Err(Error::BadPath { .. })), "{path:?}");
    }
    for path in [MARKER, ".Planverk", ".planverk/a"] {
        assert!(matches!(release.write(path, b""), Err(Error::Reserved { .. })), "{path:?}");
    }
    for path in ["..a", "a..", "æ ø/å.html", ".well-known/security.txt", "a/.planverk"] {
        assert_eq!(release.write(path, b"").unwrap(), Outcome::Written, "{path:?}");
    }
}

#[test]
fn refuses_to_write_a_path_twice() {
    let www = Www::new();
    www.publish(&[("same.html", "same")]);
    let release = www.begin().unwrap();
    for path in ["same.html", "new.html"] {
        release.write(path, b"same").unwrap();
        assert!(matches!(release.write(path, b"same"), Err(Error::Twice { .. })));
        assert!(matches!(release.write(path, b"other"), Err(Error::Twice { .. })));
    }
}
