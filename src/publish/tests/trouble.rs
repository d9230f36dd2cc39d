//! What the world does to a build: other builds, readers, kills, full disks. The old site stands all the same.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use super::Www;
use super::refused::refusal;
use crate::publish::*;

#[test]
fn a_living_build_is_left_alone() {
    let www = Www::new();
    let first = www.begin().unwrap();
    first.write("index.html", b"first").unwrap();
    assert!(matches!(www.begin(), Err(Error::Busy { .. })));
    // Another place beside it is free.
    Release::begin(&www.path("public2"), &[]).unwrap().commit().unwrap();
    first.commit().unwrap();
    assert_eq!(www.read("index.html"), "first");
    assert_eq!(www.names(), ["public", "public2"]);
}

#[test]
fn many_builds_at_once_take_turns() {
    let www = Www::new();
    std::thread::scope(|threads| {
        for _ in 0..4 {
            threads.spawn(|| {
                for _ in 0..25 {
                    match www.begin() {
                        Ok(release) => {
                            release.write("index.html", b"whole").unwrap();
                            release.commit().unwrap();
                        }
                        Err(error) => assert!(matches!(error, Error::Busy { .. }), "{error}"),
                    }
                }
            });
        }
    });
    assert_eq!(www.read("index.html"), "whole");
    assert_eq!(www.names(), ["public"]);
}

/// Started by the test below in a process of its own, and killed there.
#[test]
#[ignore = "writes without end: `a_killed_build_is_cleared` starts and kills it"]
fn writes_until_killed() {
    let Ok(out) = std::env::var("PLANVERK_TEST_OUT") else { return };
    let release = Release::begin(Path::new(&out), &[]).unwrap();
    for number in 0_u64.. {
        release.write(&format!("{number}.html"), b"half").unwrap();
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
}

#[test]
fn a_killed_build_is_cleared() {
    let www = Www::new();
    www.publish(&[("index.html", "1")]);
    let mut build = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "publish::tests::trouble::writes_until_killed"])
        .env("PLANVERK_TEST_OUT", www.path("public"))
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while !www.path(".public.planverk-new/1.html").exists() {
        assert!(build.try_wait().unwrap().is_none(), "the build ended by itself");
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    assert!(matches!(www.begin(), Err(Error::Busy { .. })), "it lives");
    build.kill().unwrap();
    build.wait().unwrap();
    assert_eq!(www.names(), [".public.planverk-lock", ".public.planverk-new", "public"]);
    assert_eq!(www.read("index.html"), "1");

    www.publish(&[("index.html", "2")]);
    assert_eq!(www.read("index.html"), "2");
    assert_eq!(www.names(), ["public"]);
}

#[test]
fn a_reader_never_misses_a_file() {
    let www = Www::new();
    let files = |version: &str| www.publish(&[("a.html", version), ("sub/b.html", version)]);
    files("0");
    let done = AtomicBool::new(false);
    std::thread::scope(|threads| {
        let reader = threads.spawn(|| {
            let mut last = 0;
            while !done.load(Ordering::Relaxed) {
                // The second was looked up after the first, so it is of the same site or of a later one.
                let [a, b] = ["a.html", "sub/b.html"].map(|path| www.read(path).parse().unwrap());
                assert!(last <= a && a <= b, "{last} {a} {b}");
                last = b;
            }
        });
        for version in 1..=200_u32 {
            files(&version.to_string());
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap();
    });
}

#[test]
fn says_what_it_attempted_when_the_system_says_no() {
    let www = Www::new();
    fs::write(www.path("file"), "").unwrap();
    let error = Release::begin(&www.path("file/www/public"), &[]).err().unwrap();
    assert!(matches!(error, Error::Io { .. }), "{error:?}");
    assert!(error.to_string().contains("file"), "{error}");

    let release = www.begin().unwrap();
    release.write("a", b"").unwrap();
    let error = release.write("a/b", b"").unwrap_err();
    assert!(matches!(error, Error::Io { attempt: Attempt::Write, .. }), "{error:?}");
    drop(release);
    assert_eq!(www.names(), ["file"]);
}

#[test]
fn a_folder_that_may_not_be_written_to_is_an_error() {
    let www = Www::new();
    www.publish(&[("index.html", "1")]);
    fs::set_permissions(www.0.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Rights don't bind the superuser; for them there is `a_full_disk_leaves_the_old_site`.
    let binds = fs::write(www.path("try"), "").is_err();
    let result = www.begin();
    fs::set_permissions(www.0.path(), fs::Permissions::from_mode(0o755)).unwrap();
    if binds {
        let error = result.err().unwrap();
        assert!(matches!(error, Error::Io { attempt: Attempt::Lock, .. }), "{error:?}");
        assert_eq!(www.read("index.html"), "1");
    }
}

/// A file system of one megabyte in memory, where the one who runs the tests may mount it.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let disk = Self(tempfile::tempdir().unwrap());
        disk.run("mount", &["-t", "tmpfs", "-o", "size=1m", "planverk-test"]).then_some(disk)
    }

    fn run(&self, command: &str, arguments: &[&str]) -> bool {
        let mut command = Command::new(command);
        command.args(arguments).arg(self.0.path()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        self.run("umount", &[]);
    }
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let Some(disk) = SmallDisk::mount() else { return };
    let out = disk.0.path().join("public");
    let release = Release::begin(&out, &[]).unwrap();
    release.write("index.html", b"1").unwrap();
    release.commit().unwrap();

    let release = Release::begin(&out, &[]).unwrap();
    let page = vec![b'x'; 100_000];
    let error = (0..20).find_map(|n| release.write(&format!("{n}.html"), &page).err()).unwrap();
    assert!(
        matches!(&error, Error::Io { attempt: Attempt::Write, source, .. }
            if source.kind() == std::io::ErrorKind::StorageFull),
        "{error:?}"
    );
    drop(release);
    assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "1");
    assert_eq!(fs::read_dir(disk.0.path()).unwrap().count(), 1, "nothing is left beside it");

    assert_eq!(refusal(Release::begin(disk.0.path(), &[])), Refusal::MountPoint);
    assert!(disk.run("mount", &["-o", "remount,ro"]));
    let error = Release::begin(&out, &[]).err().unwrap();
    assert!(matches!(error, Error::Io { attempt: Attempt::Lock, .. }), "{error:?}");
}
