//! A round with all that belongs to it: what files and pages of it are made from.

use super::people::People;
use crate::contract::hearing::{Assessment, Round, Submission, Verdict, What};
use crate::contract::{Block, BlockKind, Version};
use crate::model::{Entry, EntryId, Hearing};
use crate::text::Language;
use crate::view::Views;
use std::collections::HashMap;

/// A page below a round's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoundPage {
    /// The chapters of the heard text.
    Text,
    /// A chapter of the heard text, counted from 1, with a way to comment on each block.
    Chapter(u16),
    /// The form for paper.
    Form,
    /// What came in, by respondent.
    CameIn,
    /// What came in, by section.
    Sections,
    /// What was said, what is answered, what changed.
    Matrix,
}

impl RoundPage {
    /// All of them but the chapters.
    pub const ALL: [RoundPage; 5] = [
        RoundPage::Text,
        RoundPage::Form,
        RoundPage::CameIn,
        RoundPage::Sections,
        RoundPage::Matrix,
    ];

    fn name(self, language: Language) -> &'static str {
        use RoundPage::{CameIn, Chapter, Form, Matrix, Sections, Text};
        match (self, language) {
            (Text | Chapter(_), Language::En) => "text",
            (Text | Chapter(_), _) => "tekst",
            (Form, Language::En) => "form",
            (Form, Language::Sv) => "formular",
            (Form, _) => "skjema",
            (CameIn, Language::En) => "submissions",
            (CameIn, _) => "svar",
            (Sections, Language::En) => "by-section",
            (Sections, Language::Sv) => "per-avsnitt",
            (Sections, _) => "etter-avsnitt",
            (Matrix, Language::En) => "assessment",
            (Matrix, Language::Sv) => "bedomning",
            (Matrix, _) => "vurdering",
        }
    }

    /// The key of its title among the interface's words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            RoundPage::Text | RoundPage::Chapter(_) => "round_text",
            RoundPage::Form => "round_form",
            RoundPage::CameIn => "round_came_in",
            RoundPage::Sections => "round_sections",
            RoundPage::Matrix => "round_matrix",
        }
    }
}

/// A file of a round, for machines and for the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoundFile {
    /// What the hearing service reads.
    Targets,
    /// The hashes of all that was received.
    Manifest,
    /// What was said and answered, for spreadsheets.
    Csv,
    /// The same as a workbook.
    Xlsx,
    /// The same for programs.
    Json,
    /// The same as a document for the case, which Word opens.
    Case,
}

impl RoundFile {
    /// All of them.
    pub const ALL: [RoundFile; 6] = [
        RoundFile::Targets,
        RoundFile::Manifest,
        RoundFile::Csv,
        RoundFile::Xlsx,
        RoundFile::Json,
        RoundFile::Case,
    ];

    /// Its name in the round's folder.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RoundFile::Targets => "targets.json",
            RoundFile::Manifest => "manifest.json",
            RoundFile::Csv => "submissions.csv",
            RoundFile::Xlsx => "submissions.xlsx",
            RoundFile::Json => "submissions.json",
            RoundFile::Case => "case.doc",
        }
    }
}

/// A hearing with what was said in it.
pub struct Heard<'p> {
    /// The hearing's entry.
    pub id: EntryId,
    /// The entry.
    pub entry: &'p Entry,
    /// The hearing.
    pub hearing: &'p Hearing,
    /// The heard version; none where the hearing names none that is there.
    pub version: Option<&'p Version>,
    /// The version with the changes.
    pub later: Option<&'p Version>,
    /// What was said and answered; none before anything was.
    pub round: Option<&'p Round>,
    pub(super) people: People,
    chapters: Vec<Vec<&'p Block>>,
    chapter_of: HashMap<&'p str, u16>,
    language: Language,
}

/// One thing said, with what came of it.
pub struct Row<'p> {
    /// The submission.
    pub submission: &'p Submission,
    /// `s4.1`, `s4#2`, `s4`.
    pub name: String,
    /// What it is.
    pub what: What<'p>,
    /// Its words, redactions marked.
    pub text: &'p str,
    /// The block that it is on.
    pub block: Option<&'p Block>,
    /// What is answered.
    pub assessment: Option<&'p Assessment>,
}

impl<'p> Heard<'p> {
    /// A hearing as it is on the views' day.
    #[must_use]
    pub fn of(views: &Views<'p>, id: EntryId) -> Option<Heard<'p>> {
        let plan = views.shown.plan;
        let entry = plan.entry(id);
        let hearing = entry.hearing()?;
        let round = plan.contract.round(&hearing.round).filter(|_| !hearing.round.is_empty());
        let later = round.and_then(|round| round.assessments.as_ref());
        let version = plan.contract.version(&hearing.version);
        let chapters = chapters(version);
        let numbered = (1u16..).zip(&chapters);
        let chapter_of = numbered
            .flat_map(|(number, blocks)| blocks.iter().map(move |one| (one.id.as_str(), number)))
            .collect();
        Some(Heard {
            id,
            entry,
            hearing,
            version,
            later: later.and_then(|answers| plan.contract.version(&answers.version)),
            round,
            people: People::of(views, hearing, round),
            chapters,
            chapter_of,
            language: plan.settings.language,
        })
    }

    /// The pages that it has.
    #[must_use]
    pub fn pages(&self) -> Vec<RoundPage> {
        let said = self.submissions().next().is_some();
        let is_there = |page: &RoundPage| match page {
            RoundPage::Text | RoundPage::Chapter(_) | RoundPage::Form => self.version.is_some(),
            RoundPage::CameIn => said,
            RoundPage::Sections => said && self.version.is_some(),
            RoundPage::Matrix => self.round.is_some_and(|round| round.assessments.is_some()),
        };
        let chapters = (1u16..).take(self.chapters.len()).map(RoundPage::Chapter);
        RoundPage::ALL.into_iter().filter(is_there).chain(chapters).collect()
    }

    /// The chapters of the heard text: the blocks of each folder at the top of the plan, in its order.
    #[must_use]
    pub fn chapters(&self) -> &[Vec<&'p Block>] {
        &self.chapters
    }

    /// The files that it has.
    #[must_use]
    pub fn files(&self) -> Vec<RoundFile> {
        let said = self.submissions().next().is_some();
        let is_there = |file: &RoundFile| match file {
            RoundFile::Targets => self.version.is_some() && !self.hearing.round.is_empty(),
            _ => said,
        };
        RoundFile::ALL.into_iter().filter(is_there).collect()
    }

    /// The path of a page from the site's root.
    #[must_use]
    pub fn path(&self, page: RoundPage) -> String {
        let number = match page {
            RoundPage::Chapter(number) => format!("-{number}"),
            _ => String::new(),
        };
        format!("{}{}{number}.html", self.folder(), page.name(self.language))
    }

    /// The path of a file from the site's root. The service finds its targets by the round's name alone.
    #[must_use]
    pub fn file(&self, file: RoundFile) -> String {
        match file {
            RoundFile::Targets => format!("horinger/{}/{}", self.hearing.round, file.name()),
            _ => format!("{}{}", self.folder(), file.name()),
        }
    }

    fn folder(&self) -> String {
        format!("{}/", self.entry.address.page.trim_end_matches(".html"))
    }

    /// Where a block of the heard version stands in the site.
    #[must_use]
    pub fn place(&self, block: &str) -> String {
        let chapter =
            self.chapter_of.get(block).map_or(RoundPage::Text, |n| RoundPage::Chapter(*n));
        format!("{}#{block}", self.path(chapter))
    }

    /// Where the assessment of something said stands.
    #[must_use]
    pub fn answer_place(&self, name: &str) -> String {
        format!("{}#{}", self.path(RoundPage::Matrix), anchor(name))
    }

    /// What was said, submission by submission.
    pub fn submissions(&self) -> impl Iterator<Item = &'p Submission> + use<'p> {
        self.round.into_iter().flat_map(Round::all)
    }

    /// Submissions whose words are published, but for those that repeat another.
    pub fn published(&self) -> impl Iterator<Item = &'p Submission> + use<'p> {
        self.submissions().filter(|one| one.state.is_public() && one.duplicate_of.is_empty())
    }

    /// What a respondent is called where private persons are not named.
    #[must_use]
    pub fn who(&self, submission: &Submission) -> String {
        self.people.pseudonym(submission)
    }

    /// All that is published, thing by thing.
    #[must_use]
    pub fn rows(&self) -> Vec<Row<'p>> {
        self.published().flat_map(|one| self.rows_of(one)).collect()
    }

    /// What one submission says.
    #[must_use]
    pub fn rows_of(&self, submission: &'p Submission) -> Vec<Row<'p>> {
        let said = submission.said().map(|said| {
            let name = submission.name_of(said.what);
            let target = match said.what {
                What::Comment(comment) => comment.target(),
                _ => None,
            };
            let block = self.version.zip(target).and_then(|(version, id)| block(version, id));
            let assessment = self.round.and_then(|round| round.answer_to(&name));
            Row { submission, name, what: said.what, text: said.text, block, assessment }
        });
        said.collect()
    }

    /// How many things came to each result.
    #[must_use]
    pub fn results(&self) -> Vec<(Verdict, usize)> {
        let rows = self.rows();
        let count = |verdict| {
            rows.iter()
                .filter(|row| row.assessment.is_some_and(|one| one.result == verdict))
                .count()
        };
        Verdict::ALL
            .into_iter()
            .map(|verdict| (verdict, count(verdict)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// The words of the blocks that show a change: as it was heard, and as it is now.
    #[must_use]
    pub fn changes(
        &self,
        views: &Views<'p>,
        assessment: &Assessment,
    ) -> Vec<(Vec<&'p str>, &'p str)> {
        let (Some(heard), Some(later)) = (self.version, self.later) else { return Vec::new() };
        let fates = &views.shown.plan.contract.fates;
        let each = assessment.changed.iter().map(|id| match block(later, id) {
            Some(now) => {
                let before = fates
                    .iter()
                    .filter(|fate| fate.became.iter().any(|(heir, _)| heir == id))
                    .filter_map(|fate| block(heard, &fate.id));
                (before.map(|one| one.text.as_str()).collect(), now.text.as_str())
            }
            None => (block(heard, id).map(|one| one.text.as_str()).into_iter().collect(), ""),
        });
        each.collect()
    }
}

/// The blocks of a version by the folder that they stand in at the top of the content.
fn chapters(version: Option<&Version>) -> Vec<Vec<&Block>> {
    let folder = |block: &Block| {
        let path = block.path.strip_prefix("content/").unwrap_or(&block.path);
        path.split_once('/').map_or(String::new(), |(folder, _)| folder.to_string())
    };
    let mut chapters: Vec<(String, Vec<&Block>)> = Vec::new();
    for block in version.into_iter().flat_map(|version| &version.blocks) {
        let own = folder(block);
        match chapters.iter_mut().find(|(folder, _)| *folder == own) {
            Some((_, blocks)) => blocks.push(block),
            None => chapters.push((own, vec![block])),
        }
    }
    chapters.into_iter().map(|(_, blocks)| blocks).collect()
}

/// The block of a version with an id.
#[must_use]
pub(super) fn block<'p>(version: &'p Version, id: &str) -> Option<&'p Block> {
    version.blocks.iter().find(|block| block.id == id)
}

/// Whether blocks stand under a block.
pub(super) fn is_section(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Entry | BlockKind::Heading)
}

/// The fragment of something said: `s4#2` can't be one.
#[must_use]
pub(super) fn anchor(name: &str) -> String {
    name.replace('#', "-q")
}
