//! What is answered for a path of the site: its page or file, or what stands where there is none.

use super::advice;
use super::answer::Answer;
use super::panel::Standing;
use super::show::{For, Found, Show};
use std::sync::Arc;

/// A page or a file of the site, for those who write.
pub(super) fn site_page(path: &str, show: &Show<'_>, standing: &Standing<'_>) -> Answer {
    let path = if path.is_empty() { "index.html" } else { path };
    match show.find(path, For::Writers) {
        Found::Page(page) => standing.inject_page(path, 200, &page),
        Found::File(bytes) => Answer::of(path, bytes),
        Found::Broken(why) => {
            standing.inject(path, 500, advice::broken(standing, Some(&why)).as_bytes())
        }
        Found::Nothing => match show.find("404.html", For::Writers) {
            Found::Page(page) => standing.inject_page(path, 404, &page),
            // No edition could be shown at all, now or before.
            _ => standing.inject(path, 500, advice::broken(standing, None).as_bytes()),
        },
    }
}

/// A page or a file of the site, as a build would publish it.
pub(super) fn published(path: &str, show: &Show<'_>) -> Answer {
    let path = if path.is_empty() { "index.html" } else { path };
    match show.find(path, For::Readers) {
        Found::Page(page) => Answer::of(path, Arc::clone(&page.bytes)),
        Found::File(bytes) => Answer::of(path, bytes),
        Found::Broken(_) | Found::Nothing => match show.find("404.html", For::Readers) {
            Found::Page(page) => {
                Answer { status: 404, ..Answer::of("404.html", Arc::clone(&page.bytes)) }
            }
            _ => Answer::refusal(404, "There is no such page"),
        },
    }
}
