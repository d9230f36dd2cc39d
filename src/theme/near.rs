//! Addresses within a page's own folder, shortened in the finished page.
//!
//! Templates write `{{ root }}{{ path }}`, which holds anywhere. Most links of a page lead to its neighbours, and
//! `../innledning/bti.html` is `bti.html` among them: on a page in a large chapter a twentieth of all bytes.

const HREF: &[u8] = b"href=\"";

/// The page with short addresses. `root` is the way from it to the top of the site.
pub(super) fn shortened(page: Vec<u8>, path: &str, root: &str) -> Vec<u8> {
    let Some((folder, _)) = path.rsplit_once('/') else { return page };
    if !root.starts_with("..") {
        return page;
    }
    let long = [HREF, root.as_bytes(), folder.as_bytes(), b"/"].concat();
    let mut short = Vec::with_capacity(page.len());
    let mut done = 0;
    for at in memchr::memmem::find_iter(&page, &long) {
        let after = at + long.len();
        // The folder itself has no shorter name that is not the page.
        if page.get(after).is_some_and(|next| *next != b'"') {
            short.extend_from_slice(&page[done..at + HREF.len()]);
            done = after;
        }
    }
    if done == 0 {
        return page;
    }
    short.extend_from_slice(&page[done..]);
    short
}

#[cfg(test)]
mod tests {
    use super::shortened;

    fn short(page: &str, path: &str, root: &str) -> String {
        String::from_utf8(shortened(page.into(), path, root)).unwrap()
    }

    #[test]
    fn neighbours_are_named_shortly() {
        let page = "<a href=\"../mal/b.html#c\">../mal/b.html</a><a href=\"../malt/b.html\">x</a>";
        let expected = "<a href=\"b.html#c\">../mal/b.html</a><a href=\"../malt/b.html\">x</a>";
        assert_eq!(short(page, "mal/a.html", "../"), expected);
        assert_eq!(short("href=\"../../a/b/c.html\"", "a/b/d.html", "../../"), "href=\"c.html\"");
    }

    #[test]
    fn what_has_no_shorter_name_stays() {
        for (page, path, root) in [
            ("href=\"../mal/\"", "mal/a.html", "../"),
            ("href=\"a.html\"", "index.html", ""),
            ("href=\"/mal/a.html\"", "mal/404.html", "/"),
        ] {
            assert_eq!(short(page, path, root), page);
        }
    }
}
