//! Links, in the two tongues of the corpus: `[[side-00042]]` for planverk, `[title](/…/)` for Hugo.
//!
//! Both are drawn alike, so a page has the same links to the same places in either.

use super::layout::{
    CHAPTER, SECTIONS, chapter_id, chapter_of, page_id, page_title, section_title,
};
use super::prose;
use super::rng::Rng;
use super::series::{Figures, LAST_YEAR};
use super::{Corpus, Dialect};

/// A link from page `n` to some other, if there is any other.
pub fn somewhere(corpus: &Corpus, rng: &mut Rng, n: usize) -> Option<String> {
    let target = target(corpus, rng, n)?;
    let form = rng.below(20);
    let words = prose::phrase(rng);
    let section = rng.between(1, SECTIONS);
    Some(match form {
        0..9 => to_page(corpus, target),
        9..15 => to_page_in_words(corpus, target, &words),
        15 => to_page(corpus, target) + "s",
        _ => to_section(corpus, target, section),
    })
}

/// A link to a page by its title.
pub fn to_page(corpus: &Corpus, n: usize) -> String {
    match corpus.dialect {
        Dialect::Planverk => format!("[[{}]]", page_id(n)),
        Dialect::Hugo => in_hugo(&prose::small(&page_title(corpus.seed, n)), n, ""),
    }
}

/// A link to a page in other words.
pub fn to_page_in_words(corpus: &Corpus, n: usize, words: &str) -> String {
    match corpus.dialect {
        Dialect::Planverk => format!("[[{}|{words}]]", page_id(n)),
        Dialect::Hugo => in_hugo(words, n, ""),
    }
}

/// A link to a heading of a page.
fn to_section(corpus: &Corpus, n: usize, section: usize) -> String {
    match corpus.dialect {
        Dialect::Planverk => format!("[[{}#avsnitt-{section}]]", page_id(n)),
        Dialect::Hugo => {
            let title = prose::small(&section_title(corpus.seed, n, section));
            in_hugo(&title, n, &format!("#avsnitt-{section}"))
        }
    }
}

/// The last figure of an indicator's own series, or of another of its series.
pub fn to_figure(corpus: &Corpus, n: usize, series: usize) -> String {
    let figures = Figures::of(corpus.seed, n);
    let name = figures.series[series].0;
    match corpus.dialect {
        Dialect::Planverk if series == 0 => format!("[[{}={LAST_YEAR}]]", page_id(n)),
        Dialect::Planverk => format!("[[{}={LAST_YEAR} {name}]]", page_id(n)),
        Dialect::Hugo => in_hugo(&figures.shown(series), n, ""),
    }
}

/// An indicator's card.
pub fn card(corpus: &Corpus, n: usize) -> String {
    match corpus.dialect {
        Dialect::Planverk => format!("![[{}]]", page_id(n)),
        Dialect::Hugo => {
            format!(
                "**{}**: {}",
                in_hugo(&page_title(corpus.seed, n), n, ""),
                to_figure(corpus, n, 0)
            )
        }
    }
}

/// A citation of literature, with its page.
pub fn citation(corpus: &Corpus, rng: &mut Rng) -> String {
    let number = rng.between(1, corpus.references());
    let page = rng.between(2, 240);
    match corpus.dialect {
        Dialect::Planverk => format!("[[{}, s. {page}]]", super::registers::reference_id(number)),
        Dialect::Hugo => {
            let (author, year) = super::registers::reference(corpus.seed, number);
            format!(
                "[{author} ({year}), s. {page}](/litteratur/#{})",
                super::registers::reference_id(number)
            )
        }
    }
}

/// Where Hugo puts a page.
fn in_hugo(words: &str, n: usize, fragment: &str) -> String {
    format!("[{words}](/{}/{}/{fragment})", chapter_id(chapter_of(n)), page_id(n))
}

/// Some other page: three of five times in the same chapter.
fn target(corpus: &Corpus, rng: &mut Rng, n: usize) -> Option<usize> {
    let (first, last) = if rng.chance(60) {
        let first = (chapter_of(n) - 1) * CHAPTER + 1;
        (first, corpus.pages.min(first + CHAPTER - 1))
    } else {
        (1, corpus.pages)
    };
    let target = rng.between(first, last);
    match (target == n, n < last, n > first) {
        (false, ..) => Some(target),
        (true, true, _) => Some(n + 1),
        (true, false, true) => Some(n - 1),
        (true, false, false) => None,
    }
}
