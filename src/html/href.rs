//! Relative addresses: the site works in any folder, from any server, and straight from a disk.

use super::Html;
use crate::model::{Place, Target};

/// The address of one path as seen from another, both from the site's root.
///
/// ```
/// use planverk::html::relative;
/// assert_eq!(relative("a/b.html", "a/c.html#d"), "c.html#d");
/// assert_eq!(relative("a/b/c.html", "index.html"), "../../index.html");
/// assert_eq!(relative("a/b.html", "a/b.html#d"), "#d");
/// ```
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let (page, fragment) = to.split_once('#').map_or((to, None), |(page, f)| (page, Some(f)));
    if page == from {
        return match fragment {
            Some(fragment) => format!("#{fragment}"),
            None => page.rsplit('/').next().unwrap_or(page).to_string(),
        };
    }
    let folder = from.rfind('/').map_or("", |slash| &from[..=slash]);
    let same = folder.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    let shared = folder[..same].rfind('/').map_or(0, |slash| slash + 1);
    let up = folder[shared..].bytes().filter(|byte| *byte == b'/').count();
    let mut path = String::with_capacity("../".len() * up + to.len() - shared);
    path.extend(std::iter::repeat_n("../", up));
    path.push_str(&to[shared..]);
    path
}

/// The way from a page to the site's root: empty, `../`, `../../`.
#[must_use]
pub fn root(page: &str) -> String {
    "../".repeat(page.bytes().filter(|byte| *byte == b'/').count())
}

/// The relative address of a place in the plan.
pub(super) fn of(html: &Html<'_>, target: Target) -> String {
    let entry = html.plan.entry(target.entry);
    let place = match target.place {
        Place::Top => "",
        Place::Heading(heading) => &entry.body.document.headings[heading as usize].anchor,
        Place::Point(point) => &html.plan.point(point).anchor,
        Place::Item(item) => {
            let id = entry.body.document.items[item as usize].id.as_ref();
            id.map_or("", |(id, _)| id)
        }
    };
    if html.whole.is_some_and(|whole| whole.contains(&target.entry)) {
        return match place {
            "" => format!("#{}", entry.name),
            place => format!("#{}--{place}", entry.name),
        };
    }
    let path = match place {
        "" => entry.address.path(),
        // An entry without a page shows its text nowhere else than in the whole plan.
        _ if !entry.has_page() => entry.address.path(),
        place => format!("{}#{place}", entry.address.page),
    };
    relative(html.page, &path)
}
