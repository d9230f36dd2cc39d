//! The whole program, run on small plans on disk, in sentences.
//!
//! ```text
//! Plan::new().file("side.md", "Hei").build().fails_on_content().shows("missing-field");
//! ```
//!
//! A [`Plan`] is a folder of its own that goes when the test ends. [`Ran`] is what a command said and
//! how it ended; [`Files`] is what lies in a folder. No command may run for ever: one that takes longer
//! than [`PATIENCE`] is stopped, and the test fails.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The program.
pub const PLANVERK: &str = env!("CARGO_BIN_EXE_planverk");

/// The day that plans are built on here.
pub const TODAY: &str = "2026-11-22";

/// How long a command may take before it is said to hang.
const PATIENCE: Duration = Duration::from_secs(60);

/// The least that a plan must have.
const SETTINGS: &str = "title = \"Planen\"\nmunicipality = \"Vik kommune\"\nlanguage = \"nb\"\n";

/// A plan on disk. Commands run in its folder, which has a folder of its own to stand in.
pub struct Plan {
    home: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

impl Plan {
    /// A plan of settings alone.
    pub fn new() -> Plan {
        Plan::empty().file("plan.toml", SETTINGS)
    }

    /// A folder with nothing in it.
    pub fn empty() -> Plan {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("plan")).unwrap();
        Plan { home, environment: Vec::new() }
    }

    /// The plan that `planverk new` makes.
    pub fn starter(language: &str) -> Plan {
        let plan = Plan::empty();
        plan.run(&["new", ".", "--language", language]).succeeds();
        plan
    }

    /// A copy of the plan that stands in the repository.
    pub fn example() -> Plan {
        let plan = Plan::empty();
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        for (path, bytes) in Files::of(&content).0 {
            plan.write(&format!("content/{path}"), bytes);
        }
        plan
    }

    /// Writes a file below `content/`.
    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Plan {
        self.write(&format!("content/{path}"), text);
        self
    }

    /// Writes a file below the plan's folder.
    pub fn beside(self, path: &str, text: impl AsRef<[u8]>) -> Plan {
        self.write(path, text);
        self
    }

    /// Makes a symbolic link below the plan's folder.
    pub fn link(self, path: &str, target: impl AsRef<Path>) -> Plan {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, path).unwrap();
        self
    }

    /// Sets a variable of the environment that commands run in.
    pub fn under(mut self, name: &str, value: &str) -> Plan {
        self.environment.push((name.to_string(), value.to_string()));
        self
    }

    /// Writes a file into the plan's folder, as an editor would.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // All at once: a preview that looks in between would see a file without words.
        let whole = self.home.path().join("on-its-way");
        fs::write(&whole, text).unwrap();
        fs::rename(whole, path).unwrap();
    }

    /// Writes a file aside and puts it in its place: nobody sees it empty meanwhile.
    pub fn replace(&self, path: &str, text: impl AsRef<[u8]>) {
        self.write("aside", text);
        fs::rename(self.at("aside"), self.at(path)).unwrap();
    }

    /// A path below the plan's folder.
    pub fn at(&self, path: &str) -> PathBuf {
        self.home.path().join("plan").join(path)
    }

    /// `planverk build`, here.
    pub fn build(&self) -> Ran {
        self.build_with(&[])
    }

    /// `planverk build`, with more options.
    pub fn build_with(&self, options: &[&str]) -> Ran {
        self.run(&[&["build", "--date", TODAY], options].concat())
    }

    /// `planverk check`, with more options.
    pub fn check_with(&self, options: &[&str]) -> Ran {
        self.run(&[&["check", "--date", TODAY], options].concat())
    }

    /// Runs the program in the plan's folder.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = planverk(arguments);
        command.current_dir(self.at(""));
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        Ran::of(command)
    }

    /// The site at its usual place.
    pub fn site(&self) -> Files {
        Files::of(&self.at("public"))
    }
}

/// The program with some arguments, in an environment that says nothing.
pub fn planverk(arguments: &[&str]) -> Command {
    let mut command = Command::new(PLANVERK);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env_remove("NO_COLOR").env("TZ", "UTC").env("LC_ALL", "C");
    command
}

/// What a command said, and how it ended.
pub struct Ran {
    /// Its exit code; none when it was killed.
    pub code: Option<i32>,
    /// What it said to programs.
    pub output: String,
    /// All that it said.
    pub said: String,
}

impl Ran {
    /// Runs a command to its end.
    pub fn of(mut command: Command) -> Ran {
        let begun = Instant::now();
        let mut child = command.spawn().unwrap();
        let output = listen(child.stdout.take());
        let errors = listen(child.stderr.take());
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if begun.elapsed() > PATIENCE {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("{command:?} hangs");
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let (output, errors) = (output.join().unwrap(), errors.join().unwrap());
        let said = format!("{output}{errors}");
        assert!(!said.contains("panicked at"), "{said}");
        Ran { code: status.code(), output, said }
    }

    /// It ended well.
    pub fn succeeds(self) -> Ran {
        self.ends_with(0)
    }

    /// It ended with mistakes in the content.
    pub fn fails_on_content(self) -> Ran {
        self.ends_with(1)
    }

    /// It could not do its work.
    pub fn fails_on_the_world(self) -> Ran {
        self.ends_with(2)
    }

    fn ends_with(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "{}", self.said);
        self
    }

    /// It said some words.
    pub fn shows(self, words: &str) -> Ran {
        assert!(self.said.contains(words), "«{words}» is not said:\n{}", self.said);
        self
    }

    /// It did not say some words.
    pub fn hides(self, words: &str) -> Ran {
        assert!(!self.said.contains(words), "«{words}» is said:\n{}", self.said);
        self
    }
}

fn listen(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.unwrap().read_to_end(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    })
}

/// The files of a folder, by path.
#[derive(Clone, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads a folder; one that is not there has no files.
    pub fn of(folder: &Path) -> Files {
        let mut files = Files(BTreeMap::new());
        files.add(folder, "");
        files
    }

    fn add(&mut self, folder: &Path, prefix: &str) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.map(Result::unwrap) {
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                self.add(&entry.path(), &format!("{path}/"));
            } else {
                self.0.insert(path, fs::read(entry.path()).unwrap_or_default());
            }
        }
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> &str {
        let names = || self.0.keys().cloned().collect::<Vec<_>>().join(" ");
        let bytes = self.0.get(path).unwrap_or_else(|| panic!("no {path} in {}", names()));
        std::str::from_utf8(bytes).unwrap()
    }

    /// The pages, with their paths.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.0.keys().filter(|path| path.ends_with(".html"));
        pages.map(|path| (path.as_str(), self.text(path)))
    }

    /// Fails unless two folders hold the same, byte for byte.
    pub fn is_same_as(&self, other: &Files) {
        let paths = self.0.keys().chain(other.0.keys());
        let differ: Vec<&String> =
            paths.filter(|path| self.0.get(*path) != other.0.get(*path)).collect();
        assert!(differ.is_empty(), "these differ: {differ:?}");
    }
}
