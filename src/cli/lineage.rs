//! `planverk lineage`: what became of each block, with the words of both sides; doubts are asked about.

use super::arguments::{Format, Lineage};
use super::{Ending, Failure, put, say, told};
use crate::contract::{self, Contract, Fate, How, LINEAGE, VERSIONS, Version};
use crate::diagnostic::Diagnostics;
use crate::publish;
use crate::text::{Language, nearest};
use crate::version::{Row, replace_row, shortened};
use std::collections::HashMap;
use std::fmt::Write;
use std::io::{BufRead, IsTerminal, Write as _};
use std::path::Path;

/// Shows a lineage, and asks where somebody can answer.
pub(super) fn run(lineage: &Lineage, language: Option<Language>) -> Result<Ending, Failure> {
    let mut diagnostics = Diagnostics::default();
    let sources = crate::load::load(&lineage.plan, &mut diagnostics)?;
    let language = language.unwrap_or(crate::resolve::language(&sources));
    let mut diagnostics = Diagnostics::default();
    let contract = contract::read(&sources.files, &mut diagnostics);
    if diagnostics.mistakes() > 0 {
        put(&told::render(&diagnostics, &sources.files, language, Format::Text));
        return Ok(Ending::Mistakes);
    }
    let version = find(&contract, &lineage.name)?;
    let page = Page::new(&contract, version, language);
    let fates: Vec<&Fate> =
        contract.fates.iter().filter(|fate| fate.version == version.name).collect();
    let can_answer = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    if !can_answer {
        fates.iter().for_each(|fate| say(&page.row(fate)));
        say(&page.summary(&fates));
        return Ok(Ending::Good);
    }
    let path = lineage.plan.join(VERSIONS).join(&version.name).join(LINEAGE);
    fates.iter().filter(|fate| !fate.asks()).for_each(|fate| say(&page.row(fate)));
    let doubts: Vec<&&Fate> = fates.iter().filter(|fate| fate.asks()).collect();
    let mut settled = 0;
    for (number, fate) in (1..).zip(&doubts) {
        say(&format!("\n({number}/{})\n{}", doubts.len(), page.row(fate)));
        match ask(&page, fate) {
            Some(Answer::Row(row)) => settled += usize::from(write(&path, &row)?),
            Some(Answer::Later) => {}
            None => break,
        }
    }
    say(&page.left(doubts.len() - settled));
    Ok(Ending::Good)
}

/// Writes a row in place of what stood there; not where it stands no more.
fn write(path: &Path, row: &Row) -> Result<bool, Failure> {
    // Read anew each time: an editor may have it open as well.
    let text = std::fs::read_to_string(path)
        .map_err(|error| crate::load::Error::Unreadable(path.to_path_buf(), error))?;
    let Some(text) = replace_row(&text, row) else { return Ok(false) };
    publish::rewrite(path, &text)?;
    Ok(true)
}

/// The version with a name.
pub(super) fn find<'c>(contract: &'c Contract, name: &str) -> Result<&'c Version, Failure> {
    contract.version(name).ok_or_else(|| Failure::NoVersion {
        name: name.to_string(),
        near: nearest(name, contract.versions.iter().map(|one| one.name.as_str()))
            .map(ToString::to_string),
    })
}

/// What somebody answered.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// The row as it shall be.
    Row(Row),
    /// Not now.
    Later,
}

/// Asks about a row until the answer can be used; none to stop.
fn ask(page: &Page, fate: &Fate) -> Option<Answer> {
    loop {
        say(page.question(fate));
        // A prompt that ends no line would wait in the buffer until it is answered.
        std::io::stdout().flush().ok()?;
        let mut line = String::new();
        if std::io::stdin().lock().read_line(&mut line).ok()? == 0 {
            say("\n");
            return None;
        }
        match understand(line.trim(), fate, page) {
            Ok(answer) => return answer,
            Err(why) => say(&format!("  {why}\n")),
        }
    }
}

/// What a line means: `j` or `y` yes, ids, `-` and a reason, nothing for later, `q` to stop.
fn understand(line: &str, fate: &Fate, page: &Page) -> Result<Option<Answer>, String> {
    let row = |became: Vec<String>, gone: &str| {
        let is_proposal = became.iter().eq(fate.became.iter().map(|(id, _)| id));
        let how = match became.len() {
            0 => None,
            _ if is_proposal => fate.how,
            1 => Some(How::Edited),
            _ => Some(How::Split),
        };
        let row = Row { id: fate.id.clone(), became, how, gone: gone.to_string(), sure: true };
        Ok(Some(Answer::Row(row)))
    };
    match line {
        "" => Ok(Some(Answer::Later)),
        "q" => Ok(None),
        "j" | "ja" | "y" | "yes" if !fate.became.is_empty() => {
            row(fate.became.iter().map(|(id, _)| id.clone()).collect(), "")
        }
        _ if line.starts_with('-') => match line.trim_start_matches('-').trim() {
            "" => Err(page.pick("skriv hvorfor etter streken", "write why after the dash").into()),
            why => row(Vec::new(), why),
        },
        _ => {
            let parts = line.split([' ', ',']).filter(|part| !part.is_empty());
            let ids: Vec<String> = parts.map(str::to_string).collect();
            match ids.iter().find(|id| !page.after.contains_key(id.as_str())) {
                None => row(ids, ""),
                Some(id) => Err(match page.english {
                    true => format!("the version has no block “{id}”"),
                    false => format!("versjonen har ikke noe avsnitt «{id}»"),
                }),
            }
        }
    }
}

/// How it is told.
struct Page<'c> {
    name: &'c str,
    /// Words of the blocks of earlier versions, and of this one's, by id.
    before: HashMap<&'c str, &'c str>,
    after: HashMap<&'c str, &'c str>,
    english: bool,
}

impl<'c> Page<'c> {
    fn new(contract: &'c Contract, version: &'c Version, language: Language) -> Page<'c> {
        let earlier = contract.versions.iter().take_while(|one| one.name != version.name);
        let words = |version: &'c Version| {
            version.blocks.iter().map(|block| (block.id.as_str(), block.text.as_str()))
        };
        Page {
            name: &version.name,
            before: earlier.flat_map(words).collect(),
            after: words(version).collect(),
            english: language == Language::En,
        }
    }

    fn pick(&self, nb: &'static str, en: &'static str) -> &'static str {
        if self.english { en } else { nb }
    }

    fn row(&self, fate: &Fate) -> String {
        let mut text = String::new();
        let how = match (fate.how.map(How::name), fate.gone.is_empty()) {
            (_, false) => self.pick("tatt ut", "taken out"),
            (Some("split"), _) => self.pick("delt", "split"),
            (Some("merged"), _) => self.pick("slått sammen", "merged"),
            (Some("moved"), _) => self.pick("flyttet og skrevet om", "moved and rewritten"),
            (Some(_), _) => self.pick("skrevet om", "rewritten"),
            (None, _) => self.pick("borte", "gone"),
        };
        let doubt = if fate.asks() { self.pick(" – usikkert", " – in doubt") } else { "" };
        let words =
            |side: &HashMap<&str, &str>, id: &str| shortened(side.get(id).copied().unwrap_or("?"));
        let _ = writeln!(text, "{} {how}{doubt}", fate.id);
        let _ =
            writeln!(text, "  {} {}", self.pick("før:", "before:"), words(&self.before, &fate.id));
        for (heir, _) in &fate.became {
            let _ = writeln!(
                text,
                "  {} {heir} {}",
                self.pick("nå:", "now:"),
                words(&self.after, heir)
            );
        }
        if !fate.gone.is_empty() {
            let _ = writeln!(text, "  {} {}", self.pick("fordi:", "because:"), fate.gone);
        }
        text
    }

    fn question(&self, fate: &Fate) -> &'static str {
        if fate.became.is_empty() {
            self.pick(
                "  Hva ble det til? id-er (b7 b8), «- grunn» om det er tatt ut, Enter for senere, q for å slutte: ",
                "  What became of it? ids (b7 b8), “- reason” if it was taken out, Enter for later, q to stop: ",
            )
        } else {
            self.pick(
                "  Stemmer det? j, andre id-er (b7 b8), «- grunn» om det er tatt ut, Enter for senere, q for å slutte: ",
                "  Is that right? y, other ids (b7 b8), “- reason” if it was taken out, Enter for later, q to stop: ",
            )
        }
    }

    fn summary(&self, fates: &[&Fate]) -> String {
        let open = fates.iter().filter(|fate| fate.asks()).count();
        let (all, name) = (fates.len(), self.name);
        match (self.english, open) {
            (true, 0) => format!("{all} blocks followed into {name}, none in doubt.\n"),
            (true, _) => format!(
                "{all} blocks, {open} in doubt. Answer at a terminal, or correct {VERSIONS}/{name}/{LINEAGE}.\n"
            ),
            (false, 0) => format!("{all} avsnitt fulgt inn i {name}, ingen i tvil.\n"),
            (false, _) => format!(
                "{all} avsnitt, {open} i tvil. Svar i en terminal, eller rett {VERSIONS}/{name}/{LINEAGE}.\n"
            ),
        }
    }

    fn left(&self, left: usize) -> String {
        match (self.english, left) {
            (true, 0) => "Nothing more to ask about.\n".to_string(),
            (true, _) => format!("{left} left for later.\n"),
            (false, 0) => "Ikke mer å spørre om.\n".to_string(),
            (false, _) => format!("{left} gjenstår til senere.\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FileId, Span};

    #[test]
    fn answers_are_understood_or_asked_for_again() {
        let nowhere = Span::new(FileId(0), 0..0);
        let fate = Fate {
            version: "v".into(),
            id: "b1".into(),
            became: vec![("b7".into(), nowhere)],
            how: None,
            gone: String::new(),
            sure: false,
            span: nowhere,
        };
        let after = HashMap::from([("b7", "Sju."), ("b8", "Åtte.")]);
        let page = Page { name: "v", before: HashMap::new(), after, english: true };
        let told = |line: &str| match understand(line, &fate, &page) {
            Ok(Some(Answer::Row(row))) => format!("{} {}", row.became.join("+"), row.gone),
            Ok(Some(Answer::Later)) => "later".to_string(),
            Ok(None) => "stop".to_string(),
            Err(why) => why,
        };
        assert_eq!(told("j"), "b7 ");
        assert_eq!(told("b8, b7"), "b8+b7 ");
        assert_eq!(told("- Sier seg selv"), " Sier seg selv");
        assert_eq!(told("-"), "write why after the dash");
        assert_eq!(told("b9"), "the version has no block “b9”");
        assert_eq!((told("").as_str(), told("q").as_str()), ("later", "stop"));
    }
}
