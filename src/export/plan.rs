//! The whole plan as JSON: its settings, and every entry with its id, its texts and its relations.
//!
//! The schema is `docs/schemas/plan.schema.json`; the fields are a promise, as in `indicator`. One entry
//! stands on each line, so that two versions of a plan can be compared line by line. Relations are
//! ids. Short texts are plain; an entry's own text is HTML, made without the theme, and its addresses
//! are relative to the file.

mod details;
mod settings;

use super::addressed;
use crate::html::{Embeds, Html, Look, escape};
use crate::model::{DataFile, Embed, Entry, EntryId, Link, Place, Plan, PointRole, Target};
use crate::portions::Portions;
use crate::text::{LongText, write_json};
use crate::view::Views;
use details::Details;
use rayon::prelude::*;
use serde::Serialize;
use std::sync::Arc;

/// How many entries are written at a time.
const AT_ONCE: usize = 128;

/// About how many bytes of an entry stand beside its own text.
const BESIDE_HTML: usize = 2048;

/// The version of the form.
const VERSION: u32 = 1;

/// An entry of any kind.
#[derive(Debug, Serialize)]
struct EntryData<'p> {
    id: &'p str,
    kind: &'static str,
    title: &'p str,
    number: Option<&'p str>,
    was: Option<&'p str>,
    page: String,
    parent: Option<&'p str>,
    children: Vec<&'p str>,
    audience: Vec<&'p str>,
    html: LongText<String>,
    points: Vec<PointData<'p>>,
    mentions: Vec<&'p str>,
    details: Details,
}

/// A characteristic, a meaning or a finding of a narrative.
#[derive(Debug, Serialize)]
struct PointData<'p> {
    id: &'p str,
    role: &'static str,
    html: LongText<String>,
    audience: Vec<&'p str>,
    from: Vec<&'p str>,
}

/// The plan as JSON, some entries at a time: the whole of it is as large as all pages' texts together.
pub(super) fn pieces<'v>(views: &'v Views<'_>) -> impl Iterator<Item = Vec<u8>> + 'v {
    let head = std::iter::once_with(move || head(views));
    let entries = views.plan().entries.chunks(AT_ONCE).enumerate();
    let entries = entries.map(move |(number, some)| written(views, some, number == 0));
    head.chain(entries).chain(std::iter::once(b"\n  ]\n}\n".to_vec()))
}

/// What stands before the entries.
fn head(views: &Views<'_>) -> Vec<u8> {
    let settings = settings::data(views, &html(views, &DataFile::Plan.path()));
    let settings = serde_json::to_string_pretty(&settings).unwrap_or_default();
    format!("{},\n  \"entries\": [", settings.trim_end_matches("\n}")).into()
}

/// Some entries, each on a line; `first` says whether none stand before them.
fn written(views: &Views<'_>, some: &[Arc<Entry>], first: bool) -> Vec<u8> {
    let path = DataFile::Plan.path();
    let html = html(views, &path);
    let line = |(place, one): (usize, &Arc<Entry>)| {
        let entry = entry(views, one, &html);
        let mut line = Vec::with_capacity(BESIDE_HTML + entry.html.0.len());
        line.extend_from_slice(if first && place == 0 { b"\n    " } else { b",\n    " });
        write_json(&mut line, &entry);
        line
    };
    let lines: Vec<Vec<u8>> = some.par_iter().in_portions().enumerate().map(line).collect();
    lines.concat()
}

fn html<'v>(views: &'v Views<'_>, path: &'v str) -> Html<'v> {
    Html {
        plan: views.plan(),
        words: views.words(),
        page: path,
        whole: None,
        about: None,
        embeds: &Lists,
        look: Look::default(),
    }
}

fn entry<'p>(views: &Views<'p>, entry: &'p Entry, html: &Html<'_>) -> EntryData<'p> {
    let plan = views.plan();
    EntryData {
        id: &entry.name,
        kind: entry.kind.name(),
        title: &entry.title,
        number: entry.number.as_deref(),
        was: entry.was.as_deref(),
        page: addressed(views, &DataFile::Plan.path(), &entry.address.path()),
        parent: entry.parent.map(|id| name(plan, id)),
        children: names(plan, entry.children.iter().copied()),
        audience: audience(plan, &entry.audience),
        html: LongText(html.body(&entry.body, None, 0)),
        points: points(plan, entry, html),
        mentions: mentions(plan, entry),
        details: details::of(plan, entry, html),
    }
}

fn name(plan: &Plan, id: impl Into<EntryId>) -> &str {
    &plan.entry(id).name
}

fn names<I: Into<EntryId>>(plan: &Plan, ids: impl IntoIterator<Item = I>) -> Vec<&str> {
    ids.into_iter().map(|id| name(plan, id)).collect()
}

/// `*` is everybody; no id can be written so.
fn audience<'p>(plan: &'p Plan, audience: &crate::model::Audiences) -> Vec<&'p str> {
    let all = audience.all.then_some("*");
    all.into_iter().chain(names(plan, audience.of.iter().copied())).collect()
}

fn points<'p>(plan: &'p Plan, entry: &Entry, html: &Html<'_>) -> Vec<PointData<'p>> {
    let points = entry.body.points.iter().map(|(_, id)| {
        let point = plan.point(*id);
        PointData {
            id: &point.anchor,
            role: match point.role {
                PointRole::Characteristic => "characteristic",
                PointRole::Meaning => "meaning",
                PointRole::Finding => "finding",
            },
            html: LongText(html.point(*id)),
            audience: audience(plan, &point.audience),
            from: names(plan, point.from.iter().copied()),
        }
    });
    points.collect()
}

/// The entries that a text links to or embeds, each once.
fn mentions<'p>(plan: &'p Plan, entry: &Entry) -> Vec<&'p str> {
    let mut found: Vec<EntryId> = Vec::new();
    for link in entry.body.links.iter() {
        match link {
            Link::To { target, .. } => found.push(target.entry),
            Link::Figure { indicator, .. } => found.push((*indicator).into()),
            Link::Embed(Embed::Card(id)) => found.push(*id),
            Link::Embed(Embed::Cards(ids)) => found.extend(ids),
            Link::Embed(Embed::Components(_)) | Link::Broken => {}
        }
    }
    let mut told = std::collections::HashSet::new();
    found.retain(|id| told.insert(*id));
    names(plan, found)
}

/// What a text embeds, as a list of links: an export has no theme.
struct Lists;

impl Embeds for Lists {
    fn embed(&self, embed: &Embed, html: &Html<'_>) -> String {
        let plan = html.plan;
        let top = |id: &EntryId| {
            (Target { entry: *id, place: Place::Top }, plan.entry(*id).title.as_str())
        };
        let targets: Vec<(Target, &str)> = match embed {
            Embed::Card(id) => vec![top(id)],
            Embed::Cards(ids) => ids.iter().map(top).collect(),
            Embed::Components(ids) => {
                let components = ids.iter().map(|id| plan.component(*id));
                let place = |heading| Place::Heading(heading);
                components
                    .map(|one| {
                        let target = Target { entry: one.area, place: place(one.heading) };
                        (target, one.title.as_str())
                    })
                    .collect()
            }
        };
        let items = targets.iter().map(|(target, title)| {
            let href = escape(&html.href(*target));
            format!("<li><a href=\"{href}\">{}</a></li>", escape(title))
        });
        format!("<ul>{}</ul>\n", items.collect::<String>())
    }
}
