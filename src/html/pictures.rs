//! Pictures: each in the sizes that there are, so that a telephone fetches no more than it can show.
//!
//! Width and height are said, so that no line moves when a picture arrives. The first picture of a page is
//! fetched at once and before others; the rest when the reader comes near.

use super::{Html, escape, relative};
use crate::model::Picture;
use crate::picture::Format;
use std::fmt::Write;

/// How wide a picture is shown, for browsers that choose before they have laid out the page: the column of text,
/// or a narrow window less its margins. A browser that can lays out first (`auto`), whatever the theme says.
const SIZES: &str = "(min-width: 52rem) 48rem, 92vw";

/// Writes a picture.
pub(super) fn write(
    html: &Html<'_>,
    picture: &Picture,
    alt: &str,
    is_first: bool,
    out: &mut String,
) {
    let all = picture.measured.renditions();
    let address = |at: usize| escape(&relative(html.page, &picture.path(&all[at])));
    let (Some(plain), Some(widest)) =
        (all.len().checked_sub(1), all.iter().max_by_key(|one| one.width))
    else {
        return;
    };
    let webp = (0..all.len()).filter(|at| all[*at].format == Format::Webp && *at != plain);
    let sources: Vec<String> =
        webp.map(|at| format!("{} {}w", address(at), all[at].width)).collect();
    // The whole plan on one page is made for paper: there is nothing to choose.
    let is_chosen = !sources.is_empty() && html.whole.is_none();
    if is_chosen {
        let auto = if is_first { "" } else { "auto, " };
        let sources = sources.join(", ");
        let _ = write!(
            out,
            "<picture><source type=\"image/webp\" srcset=\"{sources}\" sizes=\"{auto}{SIZES}\">"
        );
    }
    let when = if is_first { "fetchpriority=\"high\"" } else { "loading=\"lazy\"" };
    let (src, alt) = (address(plain), escape(alt));
    let (width, height) = (widest.width, widest.height);
    let _ = write!(
        out,
        "<img src=\"{src}\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\" {when} decoding=\"async\">"
    );
    out.push_str(if is_chosen { "</picture>" } else { "" });
}
