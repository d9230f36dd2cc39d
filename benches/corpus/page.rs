//! A page's body: a lead, sections of paragraphs, lists, tables and alerts, and its footnotes.
//!
//! What only some kinds have (front matter, figures, goals, status) is in [`super::kinds`].

use super::layout::{SECTIONS, section_title};
use super::rng::{Purpose, Rng};
use super::words::{AUDIENCES, SERVICES};
use super::{Corpus, Dialect, links, prose};

/// How many blocks the common sections have: drawn between these. The middle gives 54 MB for ten
/// thousand pages. Blocks and not bytes are counted, since a link has other bytes in another tongue.
const BLOCKS: (usize, usize) = (7, 23);

/// A page being written.
pub struct Page<'c> {
    /// The corpus that it is of.
    pub corpus: &'c Corpus,
    /// Its number.
    pub n: usize,
    /// Its own chance.
    pub rng: Rng,
    /// What is written of it.
    pub text: String,
    /// The blocks that its common sections still get.
    blocks: usize,
    notes: Vec<String>,
}

impl<'c> Page<'c> {
    /// An empty page.
    pub fn new(corpus: &'c Corpus, n: usize) -> Self {
        let mut rng = Rng::new(corpus.seed, Purpose::Body, n);
        let blocks = rng.between(BLOCKS.0, BLOCKS.1);
        Self { corpus, n, rng, text: String::with_capacity(10_000), blocks, notes: Vec::new() }
    }

    /// Adds a block, with an empty line after it.
    pub fn block(&mut self, block: &str) {
        self.text.push_str(block);
        self.text.push_str("\n\n");
    }

    /// Adds a heading with an id and, for planverk, a role and what belongs to it.
    pub fn heading(&mut self, level: usize, title: &str, id: &str, role: &str) {
        let marks = "#".repeat(level);
        let role = if self.corpus.dialect == Dialect::Planverk { role } else { "" };
        let space = if role.is_empty() { "" } else { " " };
        self.block(&format!("{marks} {title} {{#{id}{space}{role}}}"));
    }

    /// Adds the sections that every page has, and more until the page has its blocks.
    pub fn sections(&mut self) {
        let mut section = 1;
        while section <= SECTIONS || self.blocks > 0 {
            let title = section_title(self.corpus.seed, self.n, section);
            self.heading(2, &title, &format!("avsnitt-{section}"), "");
            self.section(section);
            self.another();
            section += 1;
        }
    }

    /// Ends the page with its footnotes.
    pub fn finish(mut self) -> String {
        for note in std::mem::take(&mut self.notes) {
            self.block(&note);
        }
        let length = self.text.trim_end().len();
        self.text.truncate(length);
        self.text.push('\n');
        self.text
    }

    /// A paragraph, about half of them with a link.
    pub fn paragraph(&mut self) {
        let sentences = self.rng.between(2, 4);
        let mut text = prose::paragraph(&mut self.rng, sentences);
        if self.rng.chance(49)
            && let Some(link) = links::somewhere(self.corpus, &mut self.rng, self.n)
        {
            text = format!("{text} {}", prose::linking_sentence(&mut self.rng, &link));
        }
        if self.rng.chance(6) {
            let citation = links::citation(self.corpus, &mut self.rng);
            text = format!("{text} {}", prose::linking_sentence(&mut self.rng, &citation));
        }
        if self.rng.chance(16) {
            text.push_str(&self.note());
        }
        self.block(&text);
    }

    /// A list's items, each a sentence; for planverk each with an id and whom it is for.
    pub fn items(&mut self, id: &str, count: usize) {
        let mut list = String::new();
        for item in 1..=count {
            let sentence = prose::sentence(&mut self.rng);
            let audience = self.rng.pick(AUDIENCES);
            list.push_str(&format!("- {sentence}"));
            if self.corpus.dialect == Dialect::Planverk {
                list.push_str(&format!(" {{#{id}-{item} audience={audience}}}"));
            }
            list.push('\n');
        }
        self.block(list.trim_end());
    }

    fn section(&mut self, section: usize) {
        self.paragraph();
        if !self.another() {
            return;
        }
        match self.rng.below(9) {
            0 | 1 => self.list("- "),
            2 => self.list("1. "),
            3 => self.table(),
            4 => self.alert(),
            5 | 6 => {
                let title = prose::heading(&mut self.rng);
                self.heading(3, &title, &format!("avsnitt-{section}-1"), "");
                self.paragraph();
            }
            _ => self.paragraph(),
        }
        if self.rng.chance(50) && self.another() {
            self.paragraph();
        }
    }

    /// Takes one of the blocks that are left, and tells whether more are.
    fn another(&mut self) -> bool {
        self.blocks = self.blocks.saturating_sub(1);
        self.blocks > 0
    }

    fn list(&mut self, mark: &str) {
        let mut list = prose::sentence(&mut self.rng);
        list.push_str("\n\n");
        for _ in 0..self.rng.between(3, 6) {
            let mut item = prose::sentence(&mut self.rng);
            if self.rng.chance(13)
                && let Some(link) = links::somewhere(self.corpus, &mut self.rng, self.n)
            {
                item = prose::linking_sentence(&mut self.rng, &link);
            }
            list.push_str(&format!("{mark}{item}\n"));
        }
        self.block(list.trim_end());
    }

    /// A table with a header; its figures are counts of no series.
    fn table(&mut self) {
        let (left, right) = (prose::column(&mut self.rng), prose::column(&mut self.rng));
        let mut table =
            format!("| Tjeneste | {left} | {right} | Hva vi gjør |\n| --- | ---: | ---: | --- |\n");
        let first = self.rng.below(SERVICES.len());
        for row in 0..self.rng.between(3, 6) {
            let service = SERVICES[(first + row) % SERVICES.len()];
            let (some, more) = (self.rng.between(2, 90), self.rng.between(2, 90));
            let does = prose::phrase(&mut self.rng);
            table.push_str(&format!("| {service} | {some} | {more} | {does} |\n"));
        }
        self.block(table.trim_end());
    }

    fn alert(&mut self) {
        let kind = self.rng.pick(&["NOTE", "TIP", "IMPORTANT"]);
        let text = prose::paragraph(&mut self.rng, 2);
        self.block(&format!("> [!{kind}]\n> {text}"));
    }

    /// A footnote: its mark here, its text at the end of the page.
    fn note(&mut self) -> String {
        let number = self.notes.len() + 1;
        let text = prose::sentence(&mut self.rng);
        self.notes.push(format!("[^{number}]: {text}"));
        format!("[^{number}]")
    }
}
