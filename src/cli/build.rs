//! `planverk build`: from a folder to a published site.

use super::arguments::{Build, Format};
use super::progress::Progress;
use super::{Ending, Failure, put, say, told};
use crate::diagnostic::rules::BROKEN_PAGE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::load::{SourceSet, ThemeFile};
use crate::model::{Picture, Plan};
use crate::portions::Portions;
use crate::publish::{self, PictureError, Pictures, Release, Summary};
use crate::site::{self, Content, Prepared, Request, Route, Site};
use crate::text::Language;
use crate::vocabulary::KINDS;
use crate::words::Words;
use rayon::prelude::*;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

/// Builds a plan.
pub(super) fn run(build: &Build, language: Option<Language>) -> Result<Ending, Failure> {
    let begun = Instant::now();
    let out = build.out.clone().unwrap_or_else(|| build.plan.join("public"));
    let today = build.date.unwrap_or_else(super::today);
    let (base_url, forced) = (build.base_url.clone(), build.force.clone().unwrap_or_default());
    let request = Request { today, base_url, stage: None, forced };
    let mut diagnostics = Diagnostics::default();
    let sources = crate::load::load(&build.plan, &mut diagnostics)?;
    let theme = theme_files(&build.plan, &sources)?;
    let fingerprint = fingerprint(build, &sources, &theme, &request, language);
    let records = build.plan.join(".planverk");
    if let Some(note) = publish::recall(&records, &out, &fingerprint) {
        let (tag, told) = note.split_once('\n').unwrap_or(("", &note));
        say(told);
        say(&unchanged(Language::from_tag(tag).unwrap_or_default(), begun));
        return Ok(Ending::Good);
    }
    let prepared = site::prepare(&sources, theme, &request, &mut diagnostics);
    let language = language.unwrap_or(prepared.plan.settings.language);
    let stops = diagnostics.mistakes() > 0 || (build.strict && diagnostics.advice() > 0);
    if stops {
        return Ok(stopped(&diagnostics, &sources, language));
    }
    let published = publish_all(build, &out, &prepared, language)?;
    let Some(summary) = published.summary else {
        for diagnostic in by_cause(published.broken) {
            diagnostics.push(diagnostic);
        }
        diagnostics.sort();
        return Ok(stopped(&diagnostics, &sources, language));
    };
    let pages = published.routes.iter().filter(|(path, _)| path.ends_with(".html")).count();
    let mut report = report(&prepared.plan, pages, diagnostics.advice(), language);
    if prepared.plan.settings.url.is_empty() {
        report.push_str(&super::address::missing(&published.routes, language));
    }
    put(&told::render(&diagnostics, &sources.files, language, Format::Text));
    say(&report);
    say(&written(&out, &summary, language, begun));
    // The next build says it again, to a pipe perhaps: kept without colours.
    let told = told::plain(&diagnostics, &sources.files, language);
    let note = format!("{}\n{told}{report}", language.tag());
    pictures_of(build).keep_only(&prepared.plan.pictures);
    // A record that can't be written, as in a folder that may only be read, costs the next build time and
    // nothing else.
    let _ = publish::remember(&records, &summary.inventory, &fingerprint, &note);
    // The plan is large and the process ends here: giving its memory back piece by piece only takes time.
    std::mem::forget((prepared, sources));
    Ok(Ending::Good)
}

/// What is broken. Of pages the first of each cause, which says how many others there are: a wrong template breaks
/// them all. They are sorted first, as threads finish in any order.
fn by_cause(broken: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_page = |one: &Diagnostic| one.rule.name == BROKEN_PAGE.name;
    let (mut pages, others): (Vec<_>, Vec<_>) = broken.into_iter().partition(is_page);
    pages.sort_by(|a, b| a.message.en.cmp(&b.message.en));
    let mut causes: Vec<(String, Diagnostic, usize)> = Vec::new();
    for diagnostic in pages {
        let why = diagnostic.message.en.split_once(": ").map_or("", |(_, why)| why).to_string();
        match causes.iter_mut().find(|(known, ..)| *known == why) {
            Some((.., others)) => *others += 1,
            None => causes.push((why, diagnostic, 0)),
        }
    }
    let told = causes.into_iter().map(|(_, mut diagnostic, others)| {
        let (nb, en) = match others {
            0 => return diagnostic,
            1 => (" (og én side til): ".to_string(), " (and one more page): ".to_string()),
            _ => (format!(" (og {others} sider til): "), format!(" (and {others} more pages): ")),
        };
        let message = &mut diagnostic.message;
        message.nb = message.nb.replacen(": ", &nb, 1);
        message.en = message.en.replacen(": ", &en, 1);
        diagnostic
    });
    told.chain(others).collect()
}

/// Tells why nothing was written.
fn stopped(diagnostics: &Diagnostics, sources: &SourceSet, language: Language) -> Ending {
    put(&told::render(diagnostics, &sources.files, language, Format::Text));
    let count = told::count(diagnostics.mistakes(), diagnostics.advice(), language);
    say(&match language {
        Language::En => format!("{count}. Nothing was written.\n"),
        _ => format!("{count}. Ingenting ble skrevet.\n"),
    });
    Ending::Mistakes
}

/// What came of a site.
struct Published {
    /// What was written; none when a page was broken.
    summary: Option<Summary>,
    routes: Vec<(String, Route)>,
    broken: Vec<Diagnostic>,
}

/// Renders every route into a release. With a broken page nothing is published.
fn publish_all(
    build: &Build,
    out: &Path,
    prepared: &Prepared,
    language: Language,
) -> Result<Published, Failure> {
    match site::with_site(prepared, |site| release(build, out, site, language)) {
        Ok(published) => published,
        Err(diagnostic) => {
            Ok(Published { summary: None, routes: Vec::new(), broken: vec![*diagnostic] })
        }
    }
}

fn release(
    build: &Build,
    out: &Path,
    site: &Site<'_>,
    language: Language,
) -> Result<Published, Failure> {
    let folders = ["content", "themes", "versions"].map(|folder| build.plan.join(folder));
    let sources: Vec<&Path> =
        folders.iter().map(PathBuf::as_path).filter(|path| path.exists()).collect();
    let release = Release::begin(out, &sources)?;
    site.write_index(&|path, bytes| release.write(&path, &bytes).map(drop))?;
    let routes = site.named();
    let progress = Progress::new(routes.len(), language);
    let broken: Mutex<Vec<Diagnostic>> = Mutex::default();
    let tell = |diagnostic| {
        broken.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(diagnostic);
    };
    let pictures = pictures_of(build);
    let quiet = std::panic::take_hook();
    // A panic becomes a diagnostic of its page; its trace would only frighten.
    std::panic::set_hook(Box::new(|_| {}));
    let written = routes.par_iter().in_portions().try_for_each(|(path, route)| {
        progress.step();
        match site.render(path, route) {
            Ok(Content::Made(bytes)) => release.write(path, &bytes).map(drop)?,
            Ok(Content::Long(pieces)) => {
                if let Err(diagnostic) = release.write_pieces(path, pieces)? {
                    tell(*diagnostic);
                }
            }
            Ok(Content::Asset(bytes)) => release.write(path, bytes).map(drop)?,
            Ok(Content::Picture(picture, first)) => {
                if let Some(diagnostic) = write_picture(&release, &pictures, picture, first)? {
                    tell(*diagnostic);
                }
            }
            Ok(Content::File(source)) => {
                let disk = build.plan.join(source);
                let unreadable = |error| crate::load::Error::Unreadable(disk.clone(), error);
                let bytes = std::fs::read(&disk).map_err(unreadable)?;
                release.write(path, &bytes).map(drop)?;
            }
            Err(diagnostic) => tell(*diagnostic),
        }
        Ok::<(), Failure>(())
    });
    std::panic::set_hook(quiet);
    progress.clear();
    written?;
    let broken = broken.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let summary = if broken.is_empty() { Some(release.commit()?) } else { None };
    Ok(Published { summary, routes, broken })
}

/// The store of what was made of the plan's pictures.
fn pictures_of(build: &Build) -> Pictures {
    Pictures::of(&build.plan, &build.plan.join(".planverk"))
}

/// Writes the files of a picture; one that can't be made of it is told. All are made at once, so the first route
/// brings the others along.
fn write_picture(
    release: &Release,
    pictures: &Pictures,
    picture: &Picture,
    which: usize,
) -> Result<Option<Box<Diagnostic>>, Failure> {
    if which > 0 {
        return Ok(None);
    }
    match pictures.files(picture) {
        Ok(files) => {
            for (rendition, bytes) in picture.measured.renditions().iter().zip(files) {
                release.write(&picture.path(rendition), &bytes)?;
            }
            Ok(None)
        }
        Err(PictureError::Unreadable(disk, error)) => {
            Err(crate::load::Error::Unreadable(disk, error).into())
        }
        Err(PictureError::Fault(fault)) => {
            Ok(Some(crate::resolve::broken_picture(picture, &fault)))
        }
    }
}

/// The files of the theme that plan.toml names, and the plan's own stylesheet.
pub(super) fn theme_files(plan: &Path, sources: &SourceSet) -> Result<Vec<ThemeFile>, Failure> {
    let choice = crate::resolve::theme_choice(sources);
    Ok(crate::load::theme_files(plan, &choice.name, &choice.folder, &choice.css)?)
}

/// A name for everything that decides the site's bytes: what goes in, what was asked, who builds.
fn fingerprint(
    build: &Build,
    sources: &SourceSet,
    theme: &[ThemeFile],
    request: &Request,
    language: Option<Language>,
) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &[u8]| {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    };
    add(sources.fingerprint.as_bytes());
    for file in theme {
        add(file.path.as_bytes());
        add(&file.bytes);
    }
    add(request.today.to_string().as_bytes());
    add(request.base_url.as_deref().unwrap_or("").as_bytes());
    add(request.forced.as_bytes());
    add(language.map_or("", Language::tag).as_bytes());
    add(&[u8::from(build.strict)]);
    add(env!("CARGO_PKG_VERSION").as_bytes());
    // A new program of the same version, as developers have, makes other bytes.
    if let Ok(program) = std::env::current_exe().and_then(std::fs::metadata) {
        add(format!("{} {:?}", program.len(), program.modified().ok()).as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// What a planner likes to read: pages, entries by kind, advice.
fn report(plan: &Plan, pages: usize, advice: usize, language: Language) -> String {
    let words = Words::of(language);
    let mut report = String::new();
    let title = &plan.settings.title;
    let _ = writeln!(report, "{title}, {}", plan.settings.municipality);
    let kinds: Vec<String> = KINDS
        .iter()
        .filter_map(|(kind, _)| {
            let count = plan.of_kind(*kind).count();
            let form = if count == 1 { "one" } else { "many" };
            let name = format!("kind_{}_{form}", kind.name().replace('-', "_"));
            (count > 0).then(|| format!("{count} {}", words.get(&name)))
        })
        .collect();
    let _ = writeln!(report, "  {}", wrapped(&kinds, ", ", 76));
    let _ = match (language, advice) {
        (Language::En, 0) => writeln!(report, "  {pages} pages, no advice"),
        (Language::En, 1) => writeln!(report, "  {pages} pages, 1 piece of advice"),
        (Language::En, _) => writeln!(report, "  {pages} pages, {advice} pieces of advice"),
        (_, 0) => writeln!(report, "  {pages} sider, ingen råd"),
        _ => writeln!(report, "  {pages} sider, {advice} råd"),
    };
    report
}

/// Items with something between them that ends in a space, over lines of a width.
pub(super) fn wrapped(items: &[impl AsRef<str>], between: &str, width: usize) -> String {
    let mut text = String::new();
    let mut line = 0;
    for (place, item) in items.iter().map(AsRef::as_ref).enumerate() {
        let length = item.chars().count() + between.len();
        if place > 0 {
            text.push_str(between.trim_end());
            text.push_str(if line + length > width { "\n  " } else { " " });
        }
        line = if line + length > width { length } else { line + length };
        text.push_str(item);
    }
    text
}

/// Where the site stands, what changed, and how long it took.
fn written(out: &Path, summary: &Summary, language: Language, begun: Instant) -> String {
    let (out, time) = (out.display(), seconds(begun, language));
    let Summary { written, unchanged, removed, .. } = summary;
    match language {
        Language::En => format!(
            "  written to {out} in {time}: {written} new or changed files, {unchanged} as before, {removed} removed\n"
        ),
        _ => format!(
            "  skrevet til {out} på {time}: {written} nye eller endrede filer, {unchanged} som før, {removed} fjernet\n"
        ),
    }
}

fn unchanged(language: Language, begun: Instant) -> String {
    let time = seconds(begun, language);
    match language {
        Language::En => format!("  nothing has changed since the last build ({time})\n"),
        _ => format!("  ingenting er endret siden sist ({time})\n"),
    }
}

fn seconds(begun: Instant, language: Language) -> String {
    let seconds = format!("{:.2} s", begun.elapsed().as_secs_f64());
    if language == Language::En { seconds } else { seconds.replace('.', ",") }
}
