//! The form of a fixture: several files in one, with annotations.
//!
//! ```text
//! #! today = 2026-11-22
//! === content/plan.toml                 a file follows; without a plan.toml, a default is added
//! === latin1 content/a.md               saved as Windows-1252
//! === link content/b.md -> ../c.md      a symbolic link
//! === without content/plan.toml         nothing is added
//! === themes/x/templates/entry.html     a theme that plan.toml names; every page is then made too
//! Vi viser til [[trisvel]] her.
//! #~             ^^^^^^^ unknown-reference: Mente du «trivsel»?
//! ```
//!
//! A line that begins with `#~` tells of the line above it and is no part of the file. The carets stand
//! below the words; where they would stand below the `#~` itself, column and length are written:
//! `#~ 1+9 todo`. Without either, the diagnostic concerns the plan as a whole. What follows the rule's
//! name is found in the message or in what to do, in bokmål.

use planverk::diagnostic::Diagnostics;
use planverk::text::{Language, SourceFile};
use std::fmt::Write;
use std::path::Path;

/// The plan of fixtures that bring none; nothing is told of it.
const PLAN: &str = "title = \"Kvalitetsplan\"\nmunicipality = \"Prøvevik kommune\"\nlanguage = \"nb\"\ndomain = \"provevik.kommune.example\"\n";

/// A small plan, and what should be told of it.
pub struct Fixture {
    pub today: jiff::civil::Date,
    pub annotations: Vec<Annotation>,
    files: Vec<File>,
    /// The lines, for writing it anew.
    lines: Vec<String>,
}

struct File {
    header: String,
    text: String,
}

/// What is told: by the fixture, or by the checker.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Annotation {
    pub place: Option<Place>,
    pub rule: String,
    /// The words of an annotation; the message and what to do of a diagnostic.
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub length: usize,
}

impl Fixture {
    pub fn read(text: &str) -> Fixture {
        let mut fixture = Fixture {
            today: jiff::civil::date(2026, 11, 22),
            annotations: Vec::new(),
            files: Vec::new(),
            lines: text.lines().map(str::to_string).collect(),
        };
        let mut line_number = 0;
        for line in text.lines() {
            if let Some(option) = line.strip_prefix("#!") {
                let today = option.trim().strip_prefix("today =").expect("an option: today = …");
                fixture.today = today.trim().parse().unwrap();
            } else if let Some(header) = line.strip_prefix("=== ") {
                fixture.files.push(File { header: header.trim().to_string(), text: String::new() });
                line_number = 0;
            } else if let Some(annotation) = line.strip_prefix("#~") {
                let file = fixture.files.last().map_or("", File::path);
                fixture.annotations.push(Annotation::read(annotation, file, line_number.max(1)));
            } else if let Some(file) = fixture.files.last_mut() {
                line_number += 1;
                file.text.push_str(line);
                file.text.push('\n');
            }
        }
        for file in &mut fixture.files {
            let kept = file.text.trim_end().len();
            file.text.truncate(kept);
            file.text.push_str(if kept == 0 { "" } else { "\n" });
        }
        fixture
    }

    /// Makes the plan's folder.
    pub fn write_to(&self, folder: &Path) {
        std::fs::create_dir_all(folder.join("content")).unwrap();
        if !self.files.iter().any(|file| file.path() == "content/plan.toml") {
            std::fs::write(folder.join("content/plan.toml"), PLAN).unwrap();
        }
        for file in self.files.iter().filter(|file| !file.header.starts_with("without ")) {
            let path = folder.join(file.path());
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            if file.header.starts_with("link ") {
                let (_, target) = file.header.split_once(" -> ").expect("=== link a -> b");
                #[cfg(unix)]
                std::os::unix::fs::symlink(target, path).unwrap();
            } else if file.header.starts_with("latin1 ") {
                let bytes: Vec<u8> =
                    file.text.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
                std::fs::write(path, bytes).unwrap();
            } else {
                std::fs::write(path, &file.text).unwrap();
            }
        }
    }

    /// What is told and not annotated, and the other way round.
    pub fn differences(&self, told: &[Annotation]) -> Vec<String> {
        let fits = |annotation: &Annotation, told: &Annotation| {
            annotation.place == told.place
                && annotation.rule == told.rule
                && told.words.contains(&annotation.words)
        };
        let mut left = told.to_vec();
        let mut differences = Vec::new();
        for annotation in &self.annotations {
            match left.iter().position(|told| fits(annotation, told)) {
                Some(found) => {
                    left.remove(found);
                }
                None => differences.push(format!("not told: {annotation}")),
            }
        }
        differences.extend(left.iter().map(|told| format!("told but not annotated: {told}")));
        differences
    }

    /// The fixture with annotations of what is told. Those that fit keep their words.
    pub fn annotated(&self, told: &[Annotation]) -> String {
        let mut text = String::new();
        let (mut file, mut line_number) = (String::new(), 0);
        let lines = self.lines.iter().filter(|line| !line.starts_with("#~"));
        let mut written = vec![false; told.len()];
        for line in lines {
            match line.strip_prefix("=== ") {
                Some(header) => {
                    let header = File { header: header.trim().to_string(), text: String::new() };
                    (file, line_number) = (header.path().to_string(), 0);
                }
                None if !line.starts_with("#!") => line_number += 1,
                None => {}
            }
            let _ = writeln!(text, "{line}");
            for (told, written) in told.iter().zip(&mut written) {
                let is_here = told.place.as_ref().is_some_and(|place| {
                    let is_empty = place.length == 0 && place.line == 1 && line_number == 0;
                    place.file == file && (place.line == line_number || is_empty)
                });
                if is_here && !*written {
                    *written = true;
                    let _ = writeln!(text, "{}", self.kept(told).line());
                }
            }
        }
        for told in told.iter().filter(|told| told.place.is_none()) {
            let _ = writeln!(text, "{}", self.kept(told).line());
        }
        text
    }

    /// An annotation for what is told, in the words of the one that was there, else the message.
    fn kept(&self, told: &Annotation) -> Annotation {
        let old = self.annotations.iter().find(|old| {
            old.rule == told.rule && old.place == told.place && told.words.contains(&old.words)
        });
        let message = told.words.lines().next().unwrap_or("").to_string();
        Annotation { words: old.map_or(message, |old| old.words.clone()), ..told.clone() }
    }
}

impl File {
    fn path(&self) -> &str {
        let path = ["latin1 ", "link ", "without "]
            .iter()
            .find_map(|word| self.header.strip_prefix(word))
            .unwrap_or(&self.header);
        path.split(" -> ").next().unwrap_or(path)
    }
}

impl Annotation {
    /// Reads what stands after `#~`.
    fn read(written: &str, file: &str, line: usize) -> Annotation {
        let trimmed = written.trim_start();
        let indent = written.len() - trimmed.len();
        let carets = trimmed.chars().take_while(|letter| *letter == '^').count();
        let (first, rest) = trimmed.split_once(' ').unwrap_or((trimmed, ""));
        let explicit = first.split_once('+').and_then(|(column, length)| {
            Some((column.parse::<usize>().ok()?, length.parse::<usize>().ok()?))
        });
        let place = |column, length| Some(Place { file: file.to_string(), line, column, length });
        let (place, said) = match explicit {
            _ if carets > 0 => (place(indent + 3, carets), &trimmed[carets..]),
            Some((column, length)) => (place(column, length), rest),
            None => (None, trimmed),
        };
        let (rule, words) = said.trim().split_once(": ").unwrap_or((said.trim(), ""));
        Annotation { place, rule: rule.trim_end_matches(':').to_string(), words: words.to_string() }
    }

    /// The line to write in a fixture.
    fn line(&self) -> String {
        let said = format!("{}: {}", self.rule, self.words);
        match &self.place {
            Some(place) if place.column > 2 && place.length > 0 => {
                let carets = "^".repeat(place.length);
                format!("#~{}{carets} {said}", " ".repeat(place.column - 3))
            }
            Some(place) => format!("#~ {}+{} {said}", place.column, place.length),
            None => format!("#~ {said}"),
        }
    }
}

impl std::fmt::Display for Annotation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}:{}: ", place.file, place.line)?;
        }
        f.write_str(&self.line())
    }
}

/// What the checker tells, as annotations.
pub fn told(files: &[SourceFile], diagnostics: &Diagnostics) -> Vec<Annotation> {
    let told = diagnostics.all().iter().map(|diagnostic| {
        let help = diagnostic.help.as_ref().map_or("", |help| help.in_language(Language::Nb));
        let english = [Some(&diagnostic.message), diagnostic.help.as_ref()];
        let is_said = |say: &planverk::diagnostic::Say| !say.in_language(Language::En).is_empty();
        assert!(english.into_iter().flatten().all(is_said), "{}: no English", diagnostic.rule.name);
        Annotation {
            place: diagnostic.span.and_then(|span| {
                let file = files.get(span.file.0 as usize)?;
                let start = file.position(span.range().start);
                let line_end = file.line_around(span.range().start).end;
                let end = span.range().end.min(line_end).max(span.range().start);
                let length =
                    file.text.get(span.range().start..end).map_or(0, |text| text.chars().count());
                let path = file.path.clone();
                Some(Place { file: path, line: start.line, column: start.column, length })
            }),
            rule: diagnostic.rule.name.to_string(),
            words: format!("{}\n{help}", diagnostic.message.in_language(Language::Nb)),
        }
    });
    told.collect()
}
