//! What is different between two versions: counted, listed by chapter, and shown in place.
//!
//! What is unchanged is folded away, and chapters without a change are left out. All of it works without a
//! script: the list is links, the folds are the browser's own, and the stylesheet shows changes of one kind alone.

use super::VersionPage;
use super::edition::depths;
use crate::contract::{Block, BlockKind};
use crate::html::{changed_words, escape};
use crate::version::{Change, ChangeKind, Difference, Tally};
use crate::view::LinkView;
use crate::view::sheet::Sheet;
use crate::view::views::Views;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// A link to what is different.
pub(super) fn link(views: &Views<'_>, from: u16, to: u16) -> LinkView {
    views.version_link(VersionPage::Difference(from, to), title(views, from, to))
}

fn title(views: &Views<'_>, from: u16, to: u16) -> String {
    let (from, to) = (views.version_title(from), views.version_title(to));
    views.shown.fill("changes_title", &[("from", &from), ("to", &to)])
}

/// Writes the page.
pub(super) fn write(sheet: &mut Sheet<'_>, from: u16, to: u16) {
    let views = sheet.views;
    sheet.page.title = title(views, from, to);
    let own = views.version_link(VersionPage::Version(from), views.version_title(from));
    sheet.page.breadcrumb.push(own);
    let difference = views.difference(from, to);
    let (old, new) = (views.blocks_at(from), views.blocks_at(to));
    let tally = difference.tally(old);
    let told = count(views, &tally);
    sheet.page.description = crate::view::shown::shorten(&format!("{}. {told}", sheet.page.title));
    sheet.intro(&[told]);
    let contract = &views.shown.plan.contract;
    let name = contract.versions.get(usize::from(from)).map_or("", |one| &one.name);
    let mut heard = contract.rounds.iter().filter_map(|round| round.submissions.as_ref());
    let is_heard = heard.any(|submissions| submissions.head.version == name);
    if is_heard && tally.is_much() {
        let percent = tally.percent().to_string();
        let told = views.shown.fill("changes_hear_again", &[("percent", &percent)]);
        let _ = writeln!(
            sheet.page.body,
            "<div class=\"alert alert-important\" role=\"note\"><p>{}</p></div>",
            escape(&told)
        );
    }
    let pen = Pen::new(views, (old, new), &difference);
    let chapters = pen.chapters(&difference);
    let mut body = pen.by_chapter(&chapters);
    body += &pen.filter(&difference);
    for chapter in &chapters {
        pen.chapter(chapter, &mut body);
    }
    sheet.page.body.push_str(&body);
}

fn count(views: &Views<'_>, tally: &Tally) -> String {
    if tally.changed == 0 && tally.added == 0 {
        return views.shown.say("changes_none");
    }
    let [changed, added, blocks, percent] =
        [tally.changed, tally.added, tally.blocks, tally.percent()].map(|one| one.to_string());
    // Something has changed, so none of a hundred would be less than the truth.
    let percent = if tally.percent() == 0 { "<\u{a0}1".to_string() } else { percent };
    let arguments =
        [("changed", &*changed), ("added", &*added), ("blocks", &*blocks), ("percent", &*percent)];
    views.shown.fill("changes_count", &arguments)
}

/// The changes of a chapter.
struct Chapter<'d> {
    title: String,
    anchor: String,
    changes: Vec<&'d Change>,
}

impl Chapter<'_> {
    fn told(&self) -> usize {
        self.changes.iter().filter(|change| is_told(change)).count()
    }
}

fn is_told(change: &Change) -> bool {
    change.kind != ChangeKind::Same || change.moved
}

/// Writes a difference.
struct Pen<'v> {
    views: &'v Views<'v>,
    old: &'v [Block],
    new: &'v [Block],
    old_depths: Vec<(usize, usize)>,
    new_depths: Vec<(usize, usize)>,
    /// How many blocks stand right below each, in either version.
    below: HashMap<&'v str, usize>,
    /// For each old block, the first new one that comes from it.
    heirs: HashMap<usize, usize>,
    now: HashSet<&'v str>,
}

impl<'v> Pen<'v> {
    fn new(
        views: &'v Views<'v>,
        (old, new): (&'v [Block], &'v [Block]),
        difference: &Difference,
    ) -> Pen<'v> {
        let mut below: HashMap<&str, usize> = HashMap::new();
        for side in [old, new] {
            let mut own: HashMap<&str, usize> = HashMap::new();
            let sections = side.iter().filter_map(|block| block.section.as_deref());
            sections.for_each(|section| *own.entry(section).or_default() += 1);
            for (section, count) in own {
                let most = below.entry(section).or_default();
                *most = count.max(*most);
            }
        }
        let mut heirs = HashMap::new();
        for (new, old) in difference.changes.iter().filter_map(|one| Some((one.new?, &one.old))) {
            old.iter().for_each(|old| {
                heirs.entry(*old).or_insert(new);
            });
        }
        let now = new.iter().map(|block| block.id.as_str()).collect();
        let (old_depths, new_depths) = (depths(old), depths(new));
        Pen { views, old, new, old_depths, new_depths, below, heirs, now }
    }

    /// Whether a block of the newer version has an id: then it stands there itself.
    fn stays(&self, id: &str) -> bool {
        self.now.contains(id)
    }

    fn say(&self, key: &str) -> String {
        escape(&self.views.shown.say(key))
    }

    fn fill(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        escape(&self.views.shown.fill(key, arguments))
    }

    /// The block that a change is shown as.
    fn block(&self, change: &Change) -> &'v Block {
        match (change.new, change.old.first()) {
            (Some(new), _) => &self.new[new],
            (None, old) => &self.old[old.copied().unwrap_or(0)],
        }
    }

    fn chapters<'d>(&self, difference: &'d Difference) -> Vec<Chapter<'d>> {
        let mut chapters: Vec<Chapter<'d>> = Vec::new();
        for change in &difference.changes {
            let head = match (change.new, change.old.first()) {
                (Some(new), _) => &self.new[self.new_depths[new].1],
                (None, old) => &self.old[self.old_depths[old.copied().unwrap_or(0)].1],
            };
            // Rows of registers and what was taken out with its chapter go along with what they stand after.
            let is_row = !head.entry.is_empty() && self.is_lone(head);
            let begins = chapters.last().is_none_or(|last| last.title != head.shown());
            if begins && (!is_row || chapters.is_empty()) {
                let anchor = format!("c-{}-{}", chapters.len() + 1, head.id);
                let title = head.shown().to_string();
                chapters.push(Chapter { title, anchor, changes: Vec::new() });
            }
            if let Some(last) = chapters.last_mut() {
                last.changes.push(change);
            }
        }
        chapters
    }

    /// Whether little stands below an entry.
    fn is_lone(&self, head: &Block) -> bool {
        self.below.get(head.id.as_str()).is_none_or(|below| *below < 3)
    }

    /// Links to the chapters that have changes.
    fn by_chapter(&self, chapters: &[Chapter<'_>]) -> String {
        let told = chapters.iter().filter(|chapter| chapter.told() > 0);
        let rows: String = told
            .map(|chapter| {
                let count = chapter.told().to_string();
                let count = self.fill("changes_of_chapter", &[("count", &count)]);
                let (anchor, title) = (escape(&chapter.anchor), escape(&chapter.title));
                format!("<li><a href=\"#{anchor}\">{title}</a> {count}</li>\n")
            })
            .collect();
        if rows.is_empty() {
            return rows;
        }
        format!(
            "<h2 id=\"by-chapter\">{}</h2>\n<ul class=\"changes-list\">\n{rows}</ul>\n",
            self.say("changes_by_chapter")
        )
    }

    /// A choice of what is new, taken out or changed in any way. The stylesheet hides the others, so it needs no script.
    fn filter(&self, difference: &Difference) -> String {
        let told = difference.changes.iter().filter(|one| is_told(one));
        let (mut added, mut removed, mut changed) = (0, 0, 0);
        for change in told {
            match change.kind {
                ChangeKind::Added => added += 1,
                ChangeKind::Removed => removed += 1,
                _ => changed += 1,
            }
        }
        let kinds = [("added", added), ("removed", removed), ("changed", changed)];
        let kinds: Vec<(&str, usize)> = kinds.into_iter().filter(|(_, count)| *count > 0).collect();
        if kinds.len() < 2 {
            return String::new();
        }
        let choice = |(name, count): (&str, usize)| {
            let (key, checked) = match name {
                "all" => ("changes_all".to_string(), " checked"),
                kind => (format!("change_{kind}"), ""),
            };
            let word = self.say(&key);
            format!(
                "<label><input type=\"radio\" name=\"kind\" value=\"{name}\"{checked}> {word} ({count})</label>\n"
            )
        };
        let all = [("all", added + removed + changed)];
        let choices: String = all.into_iter().chain(kinds).map(choice).collect();
        let label = self.say("changes_show");
        format!(
            "<div class=\"changes-filter\" role=\"radiogroup\" aria-label=\"{label}\">{label}:\n{choices}</div>\n"
        )
    }

    fn chapter(&self, chapter: &Chapter<'_>, html: &mut String) {
        let (anchor, title) = (escape(&chapter.anchor), escape(&chapter.title));
        if chapter.told() == 0 {
            return;
        }
        let _ = writeln!(html, "<h2 id=\"{anchor}\">{title}</h2>");
        let mut folded: Vec<&Change> = Vec::new();
        for change in &chapter.changes {
            if is_told(change) {
                self.fold(&mut folded, html);
                self.change(change, html);
            } else {
                folded.push(change);
            }
        }
        self.fold(&mut folded, html);
    }

    /// What is unchanged, behind a line that says how much it is.
    fn fold(&self, folded: &mut Vec<&Change>, html: &mut String) {
        if folded.is_empty() {
            return;
        }
        let count = folded.len().to_string();
        let word = self.fill("changes_unchanged", &[("count", &count)]);
        let _ = writeln!(html, "<details class=\"unchanged\"><summary>{word}</summary>");
        for change in folded.drain(..) {
            let block = self.block(change);
            let text = escape(block.shown()).replace('\n', "<br>");
            let _ = writeln!(html, "<p id=\"{}\">{}</p>", escape(&block.id), in_kind(block, &text));
        }
        html.push_str("</details>\n");
    }

    fn change(&self, change: &Change, html: &mut String) {
        let block = self.block(change);
        let kind = change.kind.name();
        let mut what: Vec<String> = Vec::new();
        if change.kind != ChangeKind::Same {
            what.push(self.say(&format!("change_{kind}")));
        }
        if change.moved {
            what.push(self.say("change_moved"));
        }
        if !change.sure {
            what.push(self.say(doubt(change)));
        }
        let moved = if change.moved { " change-moved" } else { "" };
        let id = escape(&block.id);
        let _ = write!(html, "<div class=\"change change-{kind}{moved}\" id=\"{id}\">");
        let mut told = HashSet::from([block.id.as_str()]);
        // Whoever comes with the id of a text that became this one.
        for old in &change.old {
            let id = self.old[*old].id.as_str();
            let is_first = self.heirs.get(old).copied() == change.new;
            if is_first && !self.stays(id) && told.insert(id) {
                let _ = write!(html, "<span id=\"{}\"></span>", escape(id));
            }
        }
        let _ = write!(html, "<p class=\"change-what\"><strong>{}</strong></p>", what.join(" · "));
        let words = changed_words(&change.runs, self.views.words());
        let _ = write!(html, "<p>{}</p>", in_kind(block, &words));
        if !change.why.is_empty() {
            let why = self.fill("change_why", &[("why", &change.why)]);
            let _ = write!(html, "<p class=\"change-why\">{why}</p>");
        }
        html.push_str("</div>\n");
    }
}

/// A block's words as what it is: a heading is strong, an item has its bullet.
fn in_kind(block: &Block, words: &str) -> String {
    match block.kind {
        BlockKind::Entry | BlockKind::Heading => format!("<strong>{words}</strong>"),
        BlockKind::Item => format!("• {words}"),
        _ => words.to_string(),
    }
}

/// What nobody has said of a change.
fn doubt(change: &Change) -> &'static str {
    match change.kind {
        ChangeKind::Removed => "change_unexplained",
        _ => "change_in_doubt",
    }
}
