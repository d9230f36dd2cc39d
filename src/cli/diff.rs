//! `planverk diff`: what is different between two versions, or a version and the plan as it is.

use super::arguments::{Diff, DiffFormat, Format};
use super::{Ending, Failure, put, say, told};
use crate::contract::{self, Block, Contract};
use crate::diagnostic::Diagnostics;
use crate::html::{changed_words, escape};
use crate::load::SourceSet;
use crate::parse;
use crate::text::Language;
use crate::version::{
    Change, ChangeKind, Difference, History, Numbered, Op, Piece, Run, Tally, number, pieces,
};
use crate::words::Words;
use std::fmt::Write;

/// What stands for the plan as it is.
const WORKING: &str = ".";

/// Compares.
pub(super) fn run(diff: &Diff, language: Option<Language>) -> Result<Ending, Failure> {
    let mut diagnostics = Diagnostics::default();
    let sources = crate::load::load(&diff.plan, &mut diagnostics)?;
    if sources.files.is_empty() {
        let language = language.unwrap_or_default();
        put(&told::render(&diagnostics, &sources.files, language, Format::Text));
        return Ok(Ending::Mistakes);
    }
    let language = language.unwrap_or(crate::resolve::language(&sources));
    let contract = contract::read(&sources.files, &mut diagnostics);
    let mut ends = [place(&contract, &diff.from)?, place(&contract, &diff.to)?];
    // What came first, is what was changed.
    ends.sort_unstable();
    // Two frozen versions are compared without a look at the plan.
    let is_frozen = ends[1] < contract.versions.len();
    let pieces = if is_frozen { Vec::new() } else { working(&sources) };
    let numbered = number(&pieces, &contract);
    let page = Page::new(&contract, &numbered, ends, language);
    match diff.format {
        DiffFormat::Text => say(&page.text()),
        DiffFormat::Html => put(&page.html()),
        DiffFormat::Json => put(&page.json()),
    }
    Ok(Ending::Good)
}

/// The blocks of the plan as it is.
fn working(sources: &SourceSet) -> Vec<Piece> {
    let mut unheard = Diagnostics::default();
    let raw = parse::Memory::default().parse(sources, &mut unheard);
    let plan = crate::resolve::resolve(raw, sources, &mut unheard);
    pieces(&plan, &sources.files)
}

/// The place of a version among the versions; the plan as it is comes after them all.
fn place(contract: &Contract, name: &str) -> Result<usize, Failure> {
    if name == WORKING {
        return Ok(contract.versions.len());
    }
    let version = super::lineage::find(contract, name)?;
    let at = contract.versions.iter().position(|one| one.name == version.name);
    Ok(at.unwrap_or(contract.versions.len()))
}

/// How it is told.
struct Page<'p> {
    old: &'p [Block],
    new: &'p [Block],
    names: [String; 2],
    difference: Difference,
    tally: Tally,
    language: Language,
    words: Words,
}

impl<'p> Page<'p> {
    fn new(
        contract: &'p Contract,
        numbered: &'p Numbered,
        [from, to]: [usize; 2],
        language: Language,
    ) -> Page<'p> {
        let blocks = |at: usize| {
            contract.versions.get(at).map_or(&numbered.blocks[..], |version| &version.blocks)
        };
        let words = Words::of(language);
        let name = |at: usize| {
            let own = contract.versions.get(at).map(|version| version.title().to_string());
            own.unwrap_or_else(|| words.get("version_now").to_string())
        };
        let names = [name(from), name(to)];
        let (old, new) = (blocks(from), blocks(to));
        let history = History::of(contract, &numbered.rows);
        let difference = Difference::between(old, new, &history, to);
        let tally = difference.tally(old);
        Page { old, new, names, difference, tally, language, words }
    }

    fn title(&self) -> String {
        let [from, to] = &self.names;
        self.words.fill("changes_title", &[("from", from), ("to", to)])
    }

    fn count(&self) -> String {
        if self.tally.changed == 0 && self.tally.added == 0 {
            return self.words.get("changes_none").to_string();
        }
        let Tally { changed, added, blocks, .. } = self.tally;
        let [changed, added, blocks, percent] =
            [changed, added, blocks, self.tally.percent()].map(|one| one.to_string());
        self.words.fill(
            "changes_count",
            &[("changed", &changed), ("added", &added), ("blocks", &blocks), ("percent", &percent)],
        )
    }

    /// The changes, each with its block and the chapter that it stands in where that is another than before.
    fn changes(&self) -> Vec<(Option<&Block>, &Block, &Change)> {
        let mut last = "";
        let told = |change: &&Change| change.kind != ChangeKind::Same || change.moved;
        let mut rows = Vec::new();
        for change in self.difference.changes.iter().filter(told) {
            let (side, at) = match change.new {
                Some(new) => (self.new, new),
                None => (self.old, change.old.first().copied().unwrap_or(0)),
            };
            let chapter = chapter(side, at);
            let heading = Some(chapter).filter(|chapter| chapter.id != last);
            last = &chapter.id;
            rows.push((heading, &side[at], change));
        }
        rows
    }

    fn what(&self, change: &Change) -> String {
        let mut what = Vec::new();
        if change.kind != ChangeKind::Same {
            what.push(self.words.get(&format!("change_{}", change.kind.name())).to_string());
        }
        for (holds, key) in [(change.moved, "change_moved"), (!change.sure, doubt(change))] {
            what.extend(holds.then(|| self.words.get(key).to_string()));
        }
        what.join(" · ")
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n{}\n", self.title(), self.count());
        for (chapter, block, change) in self.changes() {
            if let Some(chapter) = chapter {
                let _ = writeln!(text, "\n{}", line(chapter.shown()));
            }
            let _ = writeln!(text, "  {} {}", block.id, self.what(change));
            let words: String = change.runs.iter().map(marked).collect();
            let _ = writeln!(text, "    {}", line(&words));
            if !change.why.is_empty() {
                let why = self.words.fill("change_why", &[("why", &change.why)]);
                let _ = writeln!(text, "    {}", line(&why));
            }
        }
        text
    }

    fn html(&self) -> String {
        let (title, language) = (escape(&self.title()), self.language.tag());
        let mut html = format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n<p>{}</p>\n",
            escape(&self.count())
        );
        for (chapter, block, change) in self.changes() {
            if let Some(chapter) = chapter {
                let _ = writeln!(html, "<h2>{}</h2>", escape(chapter.shown()));
            }
            let (id, what) = (escape(&block.id), escape(&self.what(change)));
            let words = changed_words(&change.runs, &self.words);
            // No stylesheet comes along: the marks for those who listen would stand in the text.
            let words = words.replace("<span class=\"visually-hidden\">", "<span hidden>");
            let _ = writeln!(html, "<h3 id=\"{id}\">{id}: {what}</h3>\n<p>{words}</p>");
            if !change.why.is_empty() {
                let why = self.words.fill("change_why", &[("why", &change.why)]);
                let _ = writeln!(html, "<p>{}</p>", escape(&why));
            }
        }
        html + "</body>\n</html>\n"
    }

    fn json(&self) -> String {
        let run = |run: &Run| {
            let op = match run.op {
                Op::Same => "same",
                Op::Out => "out",
                Op::In => "in",
            };
            serde_json::json!([op, run.text])
        };
        let ids = |places: &[usize]| -> Vec<&str> {
            places.iter().map(|at| self.old[*at].id.as_str()).collect()
        };
        let change = |change: &Change| {
            serde_json::json!({
                "kind": change.kind.name(),
                "from": ids(&change.old),
                "to": change.new.map(|new| &self.new[new].id),
                "moved": change.moved,
                "material": change.material,
                "sure": change.sure,
                "why": change.why,
                "words": change.runs.iter().map(run).collect::<Vec<_>>(),
            })
        };
        let changes: Vec<serde_json::Value> = self.difference.changes.iter().map(change).collect();
        let Tally { changed, added, blocks, words, of_words } = self.tally;
        let told = serde_json::json!({
            "format": 1,
            "from": self.names[0],
            "to": self.names[1],
            "count": { "changed": changed, "added": added, "blocks": blocks, "words": words, "of_words": of_words },
            "changes": changes,
        });
        format!("{told:#}\n")
    }
}

/// The block at the top of the sections that a block stands in.
fn chapter(blocks: &[Block], at: usize) -> &Block {
    let mut block = &blocks[at];
    // No more steps than there are blocks, whatever a file says.
    for _ in 0..blocks.len() {
        let above = block.section.as_ref().and_then(|id| blocks.iter().find(|one| one.id == *id));
        match above {
            Some(above) => block = above,
            None => break,
        }
    }
    block
}

fn marked(run: &Run) -> String {
    match run.op {
        Op::Same => run.text.clone(),
        Op::Out => format!("[-{}-]", run.text),
        Op::In => format!("{{+{}+}}", run.text),
    }
}

/// On one line, without what a terminal would take for a command.
fn line(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.chars().map(plain).collect()
}

/// What nobody has said of a change.
fn doubt(change: &Change) -> &'static str {
    match change.kind {
        ChangeKind::Removed => "change_unexplained",
        _ => "change_in_doubt",
    }
}
