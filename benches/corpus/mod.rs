//! A plan of any size, made up from a seed: the text that the bench builds.
//!
//! 1. [`layout`] tells from a page's number what kind it is, where it lies and what it is called.
//! 2. [`kinds`] writes the page: its front matter, what its kind has, and the common sections ([`page`]).
//! 3. [`registers`] writes what is not a page.
//! 4. [`Corpus::write`] puts it all in a folder, page by page, so that memory stays small however many.
//!
//! The same seed, number of pages and tongue give the same bytes. [`Dialect::Hugo`] writes the same
//! text as a Hugo site, so that a peer builds the same.

#[allow(dead_code, reason = "the test of the corpus has no need of it")]
pub mod figures;
mod kinds;
mod layout;
mod links;
mod page;
mod prose;
mod registers;
mod rng;
mod series;
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Changes when the same seed gives other bytes, so that a corpus made earlier is made anew.
pub const VERSION: u32 = 1;

/// The tongue that a corpus is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// planverk's own format.
    Planverk,
    /// A Hugo site, with a theme that puts about the same around each page.
    Hugo,
}

/// A corpus to be written.
#[derive(Debug, Clone, Copy)]
pub struct Corpus {
    /// What its chance begins with.
    pub seed: u64,
    /// How many pages it has, beside chapters and registers.
    pub pages: usize,
    /// Its tongue.
    pub dialect: Dialect,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files of every kind.
    pub files: usize,
    /// Bytes of Markdown.
    pub markdown: usize,
}

/// Hugo's settings and theme, by path.
const HUGO_SITE: &[(&str, &str)] = &[
    ("hugo.toml", include_str!("theme/hugo.toml")),
    ("layouts/baseof.html", include_str!("theme/layouts/baseof.html")),
    ("layouts/home.html", include_str!("theme/layouts/home.html")),
    ("layouts/section.html", include_str!("theme/layouts/section.html")),
    ("layouts/page.html", include_str!("theme/layouts/page.html")),
    ("layouts/_partials/siblings.html", include_str!("theme/layouts/_partials/siblings.html")),
    (
        "layouts/_markup/render-blockquote.html",
        include_str!("theme/layouts/_markup/render-blockquote.html"),
    ),
    ("static/theme.css", include_str!("theme/static/theme.css")),
];

impl Corpus {
    /// Page `n`, counted from 1.
    #[must_use]
    pub fn page(&self, n: usize) -> String {
        kinds::page(self, n)
    }

    /// Where page `n` lies in the corpus' folder.
    #[must_use]
    pub fn page_path(&self, n: usize) -> PathBuf {
        Path::new("content").join(registers::page_path(self, n))
    }

    /// Writes the corpus into a folder.
    ///
    /// # Errors
    ///
    /// If the disk won't have it.
    pub fn write(&self, folder: &Path) -> io::Result<Written> {
        let mut out = Folder { root: folder, written: Written::default() };
        for n in 1..=self.pages {
            out.put(&self.page_path(n), &self.page(n))?;
        }
        for chapter in 1..=self.pages.div_ceil(layout::CHAPTER) {
            self.write_chapter(&mut out, chapter)?;
        }
        match self.dialect {
            Dialect::Planverk => self.write_plan(&mut out)?,
            Dialect::Hugo => self.write_site(&mut out)?,
        }
        Ok(out.written)
    }

    /// How many pieces of literature the pages cite.
    fn references(&self) -> usize {
        10 + self.pages / layout::CHAPTER
    }

    fn write_chapter(&self, out: &mut Folder<'_>, chapter: usize) -> io::Result<()> {
        let path = match self.dialect {
            Dialect::Planverk => format!("content/{}/index.md", layout::chapter_folder(chapter)),
            Dialect::Hugo => format!("content/{}/_index.md", layout::chapter_id(chapter)),
        };
        out.put(Path::new(&path), &registers::chapter(self, chapter))
    }

    fn write_plan(&self, out: &mut Folder<'_>) -> io::Result<()> {
        out.put(Path::new("content/plan.toml"), &registers::plan())?;
        out.put(Path::new("content/index.md"), &registers::front_page(self))?;
        for (name, text) in registers::registers(self) {
            out.put(&Path::new("content/registre").join(name), &text)?;
        }
        for n in 1..=self.pages {
            if let Some(rows) = kinds::csv(self, n) {
                let name = format!("content/data/{}.csv", layout::page_id(n));
                out.put(Path::new(&name), &rows)?;
            }
        }
        Ok(())
    }

    fn write_site(&self, out: &mut Folder<'_>) -> io::Result<()> {
        let front = registers::front_page(self);
        let front =
            format!("+++\ntitle = \"Kvalitetsplan for oppvekst og kultur\"\n+++\n\n{front}");
        out.put(Path::new("content/_index.md"), &front)?;
        out.put(Path::new("content/litteratur.md"), &registers::literature_page(self))?;
        for (path, text) in HUGO_SITE {
            out.put(Path::new(path), text)?;
        }
        Ok(())
    }
}

/// A folder being filled.
struct Folder<'f> {
    root: &'f Path,
    written: Written,
}

impl Folder<'_> {
    fn put(&mut self, path: &Path, text: &str) -> io::Result<()> {
        let whole = self.root.join(path);
        if let Some(parent) = whole.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(whole, text)?;
        self.written.files += 1;
        if path.extension().is_some_and(|extension| extension == "md") {
            self.written.markdown += text.len();
        }
        Ok(())
    }
}
