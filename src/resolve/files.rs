//! Attachments and data files: what the plan points to, and where it stands in the site. What texts show is
//! the task of `pictures`.

use super::pictures::Gallery;
use super::points::unknown_place;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::rules::{MISSING_FILE, STRAY_FILE};
use crate::load::{Asset, SourceSet};
use crate::markdown::Document;
use crate::model::{Body, OPEN_DATA, PictureId, Plan, PublishedFile};
use crate::say;
use crate::series::is_data;
use crate::text::{FileId, Span, nearest, order_prefix, slug};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// Every file that a plan may point to, by path.
pub(super) struct Assets<'s> {
    by_path: BTreeMap<&'s str, Found<'s>>,
}

/// A file of the plan.
#[derive(Clone, Copy)]
pub(super) struct Found<'s> {
    pub(super) path: &'s str,
    pub(super) size: u64,
    /// Its text, when it is a data file.
    pub(super) file: Option<FileId>,
    /// What was read of it, when it is no data file.
    pub(super) asset: Option<&'s Asset>,
}

impl<'s> Assets<'s> {
    pub(super) fn new(sources: &'s SourceSet) -> Assets<'s> {
        let others = sources.assets.iter().map(|asset| Found {
            path: &asset.path,
            size: asset.size,
            file: None,
            asset: Some(asset),
        });
        let data = sources.files.iter().zip(0..).filter(|(file, _)| is_data(&file.path));
        let data = data.map(|(file, place)| Found {
            path: &file.path,
            size: file.text.len() as u64,
            file: Some(FileId(place)),
            asset: None,
        });
        Assets { by_path: others.chain(data).map(|found| (found.path, found)).collect() }
    }

    /// A file named from a folder: beside it, in `data/`, or from the top of `content/`.
    pub(super) fn find(&self, name: &str, folder: &str) -> Option<Found<'s>> {
        let bases = [folder, "content/data", "content"];
        let mut paths = bases.iter().filter_map(|base| join(base, name));
        paths.find_map(|path| self.by_path.get(path.as_str()).copied())
    }

    /// What to say of a file that is not there.
    pub(super) fn missing(&self, name: &str, folder: &str, span: Span) -> Diagnostic {
        let message = say!(nb: "Fant ikke filen «{name}»", en: "There is no file “{name}”");
        let diagnostic = Diagnostic::at(&MISSING_FILE, span, message);
        let last = |path: &'s str| path.rsplit('/').next().unwrap_or(path);
        let names = self.by_path.keys().map(|path| last(path));
        match nearest(name, names) {
            Some(near) => {
                diagnostic.help(say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"))
            }
            None => diagnostic.help(say!(
                nb: "Det letes i {folder} og i content/data.",
                en: "It is looked for in {folder} and in content/data."
            )),
        }
    }
}

/// Joins a folder and a relative path; `None` when it leads out of `content/`.
fn join(folder: &str, name: &str) -> Option<String> {
    let name = name.strip_prefix("./").unwrap_or(name);
    if name.starts_with('/') || name.contains('\\') {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in name.split('/') {
        match part {
            "." | "" => {}
            ".." if parts.len() > 1 => {
                parts.pop();
            }
            ".." => return None,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Where a file of the plan stands in the site: the same folders, without order prefixes.
pub(super) fn site_path(path: &str) -> String {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let plain = |name: &str| slug(order_prefix(name).map_or(name, |(_, rest)| rest));
    let folders: Vec<String> = folders.split('/').skip(1).map(plain).collect();
    let folders: String = folders.iter().map(|folder| format!("{folder}/")).collect();
    format!("{folders}{}.{}", slug(stem), ending.to_ascii_lowercase())
}

/// What the site takes along: pictures in texts, files that texts link to, attachments. The rest is
/// told, once.
pub(super) fn publish(plan: &mut Plan, sources: &SourceSet, diagnostics: &mut Diagnostics) {
    let assets = Assets::new(sources);
    let mut taker = Taker {
        assets: &assets,
        sources,
        taken: BTreeMap::new(),
        gallery: Gallery::default(),
        diagnostics,
    };
    taker.body(&mut plan.front);
    for entry in &mut plan.entries {
        let entry = Arc::make_mut(entry);
        taker.body(&mut entry.body);
        if let Some(attachment) = entry.attachment().filter(|one| !one.file.is_empty()) {
            let source = assets.by_path.keys().find(|path| site_path(path) == attachment.file);
            taker.taken.extend(source.map(|path| (*path, attachment.file.clone())));
        }
    }
    let Taker { taken, gallery, .. } = taker;
    let is_used = |path: &str| taken.contains_key(path) || gallery.has(path);
    tell_strays(&assets, is_used, &read_files(plan), diagnostics);
    tell_same_place(&taken, diagnostics);
    let files = taken.into_iter();
    plan.files =
        files.map(|(source, path)| PublishedFile { source: source.to_string(), path }).collect();
    plan.pictures = gallery.into_pictures();
}

/// Finds the files that a text points to.
struct Taker<'t, 's> {
    assets: &'t Assets<'s>,
    sources: &'s SourceSet,
    taken: BTreeMap<&'s str, String>,
    gallery: Gallery<'s>,
    diagnostics: &'t mut Diagnostics,
}

impl<'s> Taker<'_, 's> {
    fn body(&mut self, body: &mut Body) {
        let images = &body.document.images;
        body.pictures = images.iter().map(|image| self.picture(&image.file, image.span)).collect();
        tell_dead_fragments(&body.document, self.diagnostics);
        let links = &body.document.links;
        if links.iter().any(|link| !has_scheme(&link.url)) {
            body.downloads = links.iter().map(|link| self.download(&link.url, link.span)).collect();
        }
    }

    fn find(&self, file: &str, span: Span) -> Result<Found<'s>, Box<Diagnostic>> {
        let folder = folder_of(self.sources, span);
        let found = self.assets.find(file, folder);
        found.ok_or_else(|| Box::new(self.assets.missing(file, folder, span)))
    }

    fn take(&mut self, file: &str, span: Span) -> Result<String, Box<Diagnostic>> {
        let found = self.find(file, span)?;
        let path = site_path(found.path);
        self.taken.insert(found.path, path.clone());
        Ok(path)
    }

    fn picture(&mut self, file: &str, span: Span) -> Option<PictureId> {
        let hung = if has_scheme(file) {
            let message = say!(nb: "Bildet ligger på et annet nettsted", en: "The picture stands on another site");
            Err(Box::new(Diagnostic::at(&MISSING_FILE, span, message).help(say!(
                nb: "Legg det i planens mappe: nettstedet henter ingenting fra andre.",
                en: "Put it in the plan's folder: the site fetches nothing from others."
            ))))
        } else {
            self.find(file, span).and_then(|found| self.gallery.hang(found, span))
        };
        hung.map_err(|diagnostic| self.diagnostics.push(*diagnostic)).ok()
    }

    /// A link without a scheme leads to a file of the plan.
    fn download(&mut self, url: &str, span: Span) -> String {
        if has_scheme(url) || url.starts_with('#') {
            return String::new();
        }
        if url.trim().is_empty() {
            let message = say!(nb: "Lenken fører ingen steder", en: "The link leads nowhere");
            let rule = &crate::diagnostic::rules::UNKNOWN_REFERENCE;
            self.diagnostics.push(Diagnostic::at(rule, span, message));
            return String::new();
        }
        let is_text = url.split('#').next().is_some_and(|path| path.ends_with(".md"));
        let taken = if is_text {
            let name = url.trim_end_matches(".md").rsplit('/').next().unwrap_or(url);
            let name = slug(order_prefix(name).map_or(name, |(_, rest)| rest));
            let message = say!(nb: "En oppføring lenkes med doble klammer", en: "An entry is linked with double brackets");
            let rule = &crate::diagnostic::rules::UNKNOWN_REFERENCE;
            let help = say!(nb: "Skriv [[{name}]].", en: "Write [[{name}]].");
            Err(Box::new(Diagnostic::at(rule, span, message).help(help)))
        } else {
            self.take(url, span)
        };
        taken.unwrap_or_else(|diagnostic| {
            self.diagnostics.push(*diagnostic);
            String::new()
        })
    }
}

/// `[words](#place)`: a link within the text, which must lead somewhere like any other.
fn tell_dead_fragments(document: &Document, diagnostics: &mut Diagnostics) {
    for link in &document.links {
        let Some(fragment) = link.url.strip_prefix('#') else { continue };
        let is_heading = document.headings.iter().any(|heading| heading.anchor == fragment);
        let ids = document.items.iter().filter_map(|item| item.id.as_ref());
        if !is_heading && !ids.into_iter().any(|(id, _)| id == fragment) {
            diagnostics.push(unknown_place(document, fragment, &link.url, link.span));
        }
    }
}

/// Whether an address names how it is opened: `https:`, `mailto:`, `javascript:`; or another host.
fn has_scheme(url: &str) -> bool {
    let before = url.split(['/', '?', '#']).next().unwrap_or("");
    before.contains(':') || url.starts_with("//")
}

fn folder_of(sources: &SourceSet, span: Span) -> &str {
    let path = sources.files.get(span.file.0 as usize).map_or("content/", |file| &file.path);
    path.rsplit_once('/').map_or("content", |(folder, _)| folder)
}

/// The files that entries and figures are read from.
fn read_files(plan: &Plan) -> HashSet<FileId> {
    let entries = plan.entries.iter();
    let figures = plan.entries.iter().filter_map(|entry| entry.indicator());
    let series = figures.flat_map(|indicator| &indicator.series.series);
    let observations = series.flat_map(|series| &series.observations);
    entries.map(|entry| entry.span.file).chain(observations.map(|one| one.span.file)).collect()
}

fn tell_strays(
    assets: &Assets<'_>,
    is_used: impl Fn(&str) -> bool,
    read: &HashSet<FileId>,
    diagnostics: &mut Diagnostics,
) {
    // A table that nobody uses is no stray among the data, where the next one waits for its indicator.
    // What was said in hearings stands beside them, and is read by its own room.
    let is_stray = |found: &&Found<'_>| {
        let waits = crate::contract::part_of(found.path).is_some()
            || found.path.starts_with("content/data/")
            || found.path.ends_with(".csv");
        found.file.is_none_or(|file| !waits && !read.contains(&file))
    };
    let unused = assets.by_path.values().filter(is_stray);
    let strays: Vec<&str> = unused.map(|found| found.path).filter(|path| !is_used(path)).collect();
    let Some(first) = strays.first() else { return };
    let count = strays.len();
    let message = match count {
        1 => {
            say!(nb: "Ingenting i planen viser til {first}", en: "Nothing in the plan points to {first}")
        }
        _ => say!(
            nb: "Ingenting i planen viser til {count} av filene; den første er {first}",
            en: "Nothing in the plan points to {count} of the files; the first is {first}"
        ),
    };
    let told = Diagnostic::of_plan(&STRAY_FILE, message);
    // As Notepad names what it saves.
    let renamed = strays.iter().find_map(|stray| {
        let is_read = |name: &&str| [".md", ".toml", ".csv"].iter().any(|end| name.ends_with(end));
        Some((*stray, stray.strip_suffix(".txt").filter(is_read)?))
    });
    diagnostics.push(told.help(match renamed {
        Some((stray, name)) => say!(
            nb: "Navnet {stray} slutter på .txt, så filen blir ikke lest. Skal den være med, gir du den navnet {name}. Det som ikke hører til planen, tar du bort.",
            en: "The name {stray} ends with .txt, so the file is not read. If it belongs to the plan, rename it {name}. Take away what does not belong to it."
        ),
        None => say!(
            nb: "De blir ikke med på nettstedet. Vis til dem, eller ta dem bort.",
            en: "They are not published. Point to them, or take them away."
        ),
    }));
}

/// Folders of the site that hold the theme's files and the open data.
const OURS: [&str; 2] = ["assets/", OPEN_DATA];

fn tell_same_place(taken: &BTreeMap<&str, String>, diagnostics: &mut Diagnostics) {
    let mut places: HashMap<&str, &str> = HashMap::new();
    for (source, path) in taken {
        if let Some(folder) = OURS.into_iter().find(|folder| path.starts_with(folder)) {
            let message = say!(
                nb: "{source} får en adresse i {folder}, der planverk legger filer selv",
                en: "{source} gets an address in {folder}, where planverk puts files of its own"
            );
            let rule = &crate::diagnostic::rules::DOUBLED_ADDRESS;
            let help = say!(nb: "Gi mappen et annet navn.", en: "Give the folder another name.");
            diagnostics.push(Diagnostic::of_plan(rule, message).help(help));
        }
        if let Some(other) = places.insert(path, source) {
            let message = say!(
                nb: "{other} og {source} får samme adresse: {path}",
                en: "{other} and {source} get the same address: {path}"
            );
            let rule = &crate::diagnostic::rules::DOUBLED_ADDRESS;
            diagnostics.push(Diagnostic::of_plan(rule, message));
        }
    }
}
