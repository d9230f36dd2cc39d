//! A folder becomes a [`SourceSet`]: the only place where a plan is read from disk.
//!
//! 1. `walk` lists the files under `content/`, in reading order, and those of frozen versions, and follows
//!    no symbolic link.
//! 2. Files are read and hashed, several at a time; Markdown, TOML, CSV, JSON and the contract's files become
//!    text, others stay assets.
//!    `workbook` makes text of a spreadsheet, with the place of each cell.
//! 3. `frozen` sets the content of frozen versions apart: each is a plan of its own.
//! 4. Pictures are measured, by the room of that name; `svg` looks for what could run as a program in a picture.
//! 5. `theme` reads a theme's folder, which `plan.toml` names.
//! 6. `shelf` keeps what was read, for whoever looks at the same plan again and again.

#![expect(clippy::disallowed_methods, reason = "this is the room that reads a plan from disk")]

mod frozen;
mod shelf;
mod svg;
mod theme;
mod walk;
mod workbook;

pub use frozen::Frozen;
pub use shelf::{Shelf, Step};
pub use theme::{ThemeFile, inside, read_theme, theme_files};

use crate::contract;
use crate::diagnostic::rules::{
    EMPTY_FILE, MISSING_PLAN, NOT_UTF8, STRAY_FILE, UNREADABLE_DATA, UNSAFE_FILE,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::picture::{self, Fault, Format, Measured};
use crate::say;
use crate::text::{Book, FileId, SourceFile, Span, decode};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The sources of a plan.
#[derive(Debug, Default)]
pub struct SourceSet {
    /// Markdown, TOML and CSV files and those of the contract, in reading order; a [`FileId`] is a place here.
    pub files: Vec<SourceFile>,
    /// Other files, in reading order: pictures, attachments.
    pub assets: Vec<Asset>,
    /// The content of frozen versions, by name.
    pub versions: Vec<Frozen>,
    /// A hash of everything that was read, with names.
    pub fingerprint: String,
}

/// A file that is copied, not read.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Path from the plan's folder, `/`-separated.
    pub path: String,
    /// Where it is on disk.
    pub disk: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// A hash of its bytes.
    pub hash: blake3::Hash,
    /// What it is as a picture, when its name promises one.
    pub picture: Option<Result<Measured, Fault>>,
}

/// What the world did to us.
#[derive(Debug)]
pub enum Error {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// There is no folder of the theme that the plan names.
    NoTheme(PathBuf),
    /// A path of the theme leads out of the plan's folder.
    Outside(String),
    /// A file or folder could not be read.
    Unreadable(PathBuf, std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NoFolder(path) | Error::NoTheme(path) => {
                write!(f, "there is no folder {}", path.display())
            }
            Error::Outside(path) => write!(f, "{path} leads out of the plan's folder"),
            Error::Unreadable(path, source) => {
                write!(f, "could not read {}: {source}", path.display())
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::NoFolder(_) | Error::NoTheme(_) | Error::Outside(_) => None,
            Error::Unreadable(_, source) => Some(source),
        }
    }
}

/// Endings of files beside pictures that may be published as they are.
const ASSETS: [&str; 11] =
    ["pdf", "xlsx", "ods", "docx", "odt", "pptx", "odp", "txt", "json", "xml", "zip"];

/// Reads the plan in a folder.
///
/// # Errors
///
/// When the folder or a file in it can't be read. What is wrong *in* the files is told as diagnostics.
pub fn load(folder: &Path, diagnostics: &mut Diagnostics) -> Result<SourceSet, Error> {
    Shelf::new(folder).look(&|| (), diagnostics)
}

/// A file as it came from disk.
struct Read {
    path: String,
    disk: PathBuf,
    size: u64,
    hash: blake3::Hash,
    /// Names its path and its content.
    tag: blake3::Hash,
    content: Content,
}

enum Content {
    Text(Arc<str>),
    /// Text without a word.
    Blank(Arc<str>),
    /// The first byte that is not UTF-8, and the text read as Windows-1252.
    Latin(usize, Arc<str>),
    /// A workbook as text.
    Book(Arc<str>, Arc<Book>),
    /// A workbook among the data that can't be opened.
    Closed(Say),
    Asset(Option<Result<Measured, Fault>>),
    Harmful(&'static str),
    Misnamed,
    Stray,
}

fn read(folder: &Path, path: &str) -> Result<Read, Error> {
    let disk = folder.join(path);
    let bytes = std::fs::read(&disk).map_err(|error| Error::Unreadable(disk.clone(), error))?;
    let hash = blake3::hash(&bytes);
    let size = bytes.len() as u64;
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let is_text = matches!(ending.as_str(), "md" | "toml" | "csv" | "json");
    // `b.MD` and `Index.md`: what other systems take for the same, this one can't.
    let file = path.rsplit('/').next().unwrap_or(path);
    let is_misnamed = (is_text && !file.ends_with(ending.as_str()))
        || (file != "index.md" && file.eq_ignore_ascii_case("index.md"));
    let content = match ending.as_str() {
        _ if is_misnamed => Content::Misnamed,
        _ if is_text || contract::part_of(path).is_some() => match decode(bytes) {
            Ok(text) => text_of(text),
            // Excel saves CSV as Windows-1252, and old statistics banks JSON; there it is no mistake.
            Err((_, text)) if ending == "csv" || ending == "json" => text_of(text),
            Err((offset, text)) => Content::Latin(offset, text.into()),
        },
        "xlsx" => match workbook::open(bytes) {
            Ok((text, book)) => Content::Book(text.into(), Arc::new(book)),
            Err(why) if path.starts_with("content/data/") => Content::Closed(why),
            // An attachment may be locked with a password; nobody reads it here.
            Err(_) => Content::Asset(None),
        },
        "svg" => match svg::harm(&bytes) {
            Some(harm) => Content::Harmful(harm),
            None => Content::Asset(Some(picture::measure(&bytes))),
        },
        ending if Format::is_promised_by(ending) => Content::Asset(Some(picture::measure(&bytes))),
        _ if ASSETS.contains(&ending.as_str()) => Content::Asset(None),
        _ => Content::Stray,
    };
    let mut hasher = blake3::Hasher::new();
    hasher.update(hash.as_bytes()).update(path.as_bytes());
    let tag = hasher.finalize();
    Ok(Read { path: path.to_string(), disk, size, hash, tag, content })
}

fn text_of(text: String) -> Content {
    let is_blank = text.trim().is_empty();
    let text = text.into();
    if is_blank { Content::Blank(text) } else { Content::Text(text) }
}

impl SourceSet {
    /// The sources that files make, in reading order.
    fn of<'r>(files: impl Iterator<Item = &'r Read>, diagnostics: &mut Diagnostics) -> SourceSet {
        let mut sources = SourceSet::default();
        let mut hasher = blake3::Hasher::new();
        let mut frozen = frozen::Sorter::default();
        for read in files {
            hasher.update(read.tag.as_bytes());
            if !frozen.takes(read) {
                sources.add(read, diagnostics);
            }
        }
        sources.versions = frozen.finish();
        sources.fingerprint = hasher.finalize().to_hex().to_string();
        sources
    }

    fn add(&mut self, read: &Read, diagnostics: &mut Diagnostics) {
        self.add_at(&read.path, read, diagnostics);
    }

    /// Adds a file by the path that it has in these sources.
    fn add_at(&mut self, path: &str, read: &Read, diagnostics: &mut Diagnostics) {
        let Read { disk, size, hash, content, .. } = read;
        match content {
            Content::Text(text) => drop(self.add_file(path, text)),
            Content::Blank(text) => diagnostics.push(empty_file(self.add_file(path, text))),
            Content::Latin(offset, text) => {
                // In Windows-1252 a byte is a character; before the offset all was UTF-8.
                let start = text.char_indices().nth(*offset).map_or(0, |(start, _)| start);
                let next = text[start..].chars().next().map_or(0, char::len_utf8);
                let span = self.add_file(path, text);
                diagnostics.push(not_utf8(Span::new(span.file, start..start + next)));
            }
            Content::Book(text, book) => {
                self.add_file(path, text);
                self.files
                    .last_mut()
                    .into_iter()
                    .for_each(|file| file.book = Some(Arc::clone(book)));
            }
            Content::Closed(why) => diagnostics.push(closed_book(path, why)),
            Content::Asset(picture) => {
                let (path, disk, picture) = (path.to_string(), disk.clone(), picture.clone());
                self.assets.push(Asset { path, disk, size: *size, hash: *hash, picture });
            }
            Content::Harmful(what) => diagnostics.push(unsafe_file(path, what)),
            Content::Misnamed => diagnostics.push(misnamed_file(path)),
            Content::Stray => diagnostics.push(stray_file(path)),
        }
    }

    fn add_file(&mut self, path: &str, text: &Arc<str>) -> Span {
        self.files.push(SourceFile::of_text(path, Arc::clone(text)));
        let place = u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX);
        Span::new(FileId(place), 0..0)
    }
}

fn missing_plan(folder: &Path) -> Diagnostic {
    let folder = folder.display();
    Diagnostic::of_plan(
        &MISSING_PLAN,
        say!(nb: "Fant ingen content/plan.toml i {folder}", en: "There is no content/plan.toml in {folder}"),
    )
    .help(say!(
        nb: "Gå til mappen som har content/ i seg, eller lag en ny plan: planverk new MAPPE",
        en: "Go to the folder that holds content/, or make a new plan: planverk new DIR"
    ))
}

fn closed_book(path: &str, why: &Say) -> Diagnostic {
    let Say { nb, en } = why;
    Diagnostic::of_plan(
        &UNREADABLE_DATA,
        say!(nb: "Arbeidsboken {path} kan ikke leses: {nb}", en: "The workbook {path} can't be read: {en}"),
    )
    .help(say!(
        nb: "Åpne den i Excel, og lagre den som vanlig .xlsx uten passord, eller som CSV.",
        en: "Open it in Excel, and save it as a plain .xlsx without a password, or as CSV."
    ))
}

/// Reads one file of figures, wherever it is: for showing what is in it.
///
/// # Errors
///
/// When it can't be read. A workbook that can't be opened is told as a diagnostic.
pub fn read_data(file: &Path, diagnostics: &mut Diagnostics) -> Result<SourceSet, Error> {
    let bytes =
        std::fs::read(file).map_err(|error| Error::Unreadable(file.to_path_buf(), error))?;
    let path = file.display().to_string();
    let mut sources = SourceSet::default();
    if path.to_ascii_lowercase().ends_with(".xlsx") {
        match workbook::open(bytes) {
            Ok((text, book)) => {
                let book = Some(Arc::new(book));
                sources.files.push(SourceFile::new(path, text, book));
            }
            Err(why) => diagnostics.push(closed_book(&path, &why)),
        }
    } else {
        let text = decode(bytes).unwrap_or_else(|(_, text)| text);
        sources.files.push(SourceFile::of_text(path, text));
    }
    Ok(sources)
}

fn empty_file(span: Span) -> Diagnostic {
    Diagnostic::at(&EMPTY_FILE, span, say!(nb: "Filen er tom", en: "The file is empty")).help(say!(
        nb: "Skriv noe i den, eller slett den.",
        en: "Write something in it, or delete it."
    ))
}

fn not_utf8(span: Span) -> Diagnostic {
    let message = say!(nb: "Filen er ikke lagret som UTF-8", en: "The file is not saved as UTF-8");
    Diagnostic::at(&NOT_UTF8, span, message).help(say!(
        nb: "Lagre den på nytt som UTF-8 (i Notisblokk: Lagre som … Koding: UTF-8). Linjen vises slik den trolig er ment.",
        en: "Save it again as UTF-8 (in Notepad: Save as … Encoding: UTF-8). The line is shown as it was probably meant."
    ))
}

fn unsafe_file(path: &str, what: &str) -> Diagnostic {
    Diagnostic::of_plan(
        &UNSAFE_FILE,
        say!(
            nb: "Bildet {path} har «{what}» i seg, som kan kjøre som et program hos leseren",
            en: "The picture {path} holds “{what}”, which could run as a program at the reader's"
        ),
    )
    .help(say!(
        nb: "Eksporter det på nytt uten skript, eller bruk PNG.",
        en: "Export it again without scripts, or use PNG."
    ))
}

fn misnamed_file(path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let message = say!(
        nb: "Filen {path} er skrevet med store bokstaver og blir ikke lest",
        en: "The file {path} is written with capitals and is not read"
    );
    Diagnostic::of_plan(&STRAY_FILE, message)
        .help(say!(nb: "Gi den navnet {name}.", en: "Name it {name}."))
}

fn stray_file(path: &str) -> Diagnostic {
    Diagnostic::of_plan(
        &STRAY_FILE,
        say!(nb: "Filen {path} blir ikke med på nettstedet", en: "The file {path} is not published"),
    )
    .help(say!(
        nb: "planverk leser .md, .toml og .csv, og tar med bilder og vedlegg som planen viser til.",
        en: "planverk reads .md, .toml and .csv, and takes pictures and attachments that the plan points to."
    ))
}
