//! A round with all that belongs to it: what files and pages of it are made from.

use super::people::People;
use crate::contract::hearing::{Assessment, Round, Submission, Verdict, What};
use crate::contract::{Block, Fate, Version};
use crate::model::{Entry, EntryId, Hearing, HearingState};
use crate::text::Language;
use crate::view::{Views, round_state};
use std::collections::HashMap;

/// A page below a round's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoundPage {
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
    /// All of them.
    pub const ALL: [RoundPage; 4] =
        [RoundPage::Form, RoundPage::CameIn, RoundPage::Sections, RoundPage::Matrix];

    fn name(self, language: Language) -> &'static str {
        use RoundPage::{CameIn, Form, Matrix, Sections};
        match (self, language) {
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
    /// Where the heard text begins in the site.
    text: String,
    /// Where each of its blocks stands.
    places: HashMap<&'p str, String>,
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

/// A change: the blocks as they were heard, and the one that there is now.
pub struct Shift<'p> {
    /// As heard; none for what is new.
    pub before: Vec<&'p Block>,
    /// As it is now; none for what was taken out.
    pub now: Option<&'p Block>,
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
        let text = version.and_then(|one| views.version_address(&one.name)).unwrap_or_default();
        let places = version.into_iter().flat_map(|one| {
            let place = |block: &'p Block| {
                Some((block.id.as_str(), views.block_address(&one.name, &block.id)?))
            };
            one.blocks.iter().filter_map(place)
        });
        Some(Heard {
            id,
            entry,
            hearing,
            version,
            later: later.and_then(|answers| plan.contract.version(&answers.version)),
            round,
            people: People::of(views, hearing, round),
            text,
            places: places.collect(),
            language: plan.settings.language,
        })
    }

    /// The pages that it has.
    #[must_use]
    pub fn pages(&self) -> Vec<RoundPage> {
        let said = self.submissions().next().is_some();
        let is_there = |page: &RoundPage| match page {
            RoundPage::Form => self.version.is_some(),
            RoundPage::CameIn => said,
            RoundPage::Sections => said && self.version.is_some(),
            RoundPage::Matrix => self.round.is_some_and(|round| round.assessments.is_some()),
        };
        RoundPage::ALL.into_iter().filter(is_there).collect()
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
        format!("{}{}.html", self.folder(), page.name(self.language))
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

    /// Where the heard text begins in the site: the first page of its version.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a block of the heard version stands in the site.
    #[must_use]
    pub fn place(&self, block: &str) -> String {
        self.places.get(block).unwrap_or(&self.text).clone()
    }

    /// Whether somebody may comment on the day that the views are made for.
    #[must_use]
    pub fn is_open(&self, views: &Views<'_>) -> bool {
        round_state(views, self.hearing) == Some(HearingState::Open)
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

    /// What an assessment shows as changed, block by block.
    #[must_use]
    pub fn changes(&self, views: &Views<'p>, assessment: &Assessment) -> Vec<Shift<'p>> {
        let (Some(heard), Some(later)) = (self.version, self.later) else { return Vec::new() };
        let fates = &views.shown.plan.contract.fates;
        let each = assessment.changed.iter().map(|id| match block(later, id) {
            Some(now) => Shift { before: parents(heard, fates, id), now: Some(now) },
            None => Shift { before: block(heard, id).into_iter().collect(), now: None },
        });
        each.collect()
    }
}

/// The heard blocks that became a block, if through several versions.
fn parents<'p, 'f>(heard: &'p Version, fates: &'f [Fate], id: &'f str) -> Vec<&'p Block> {
    let mut found: Vec<&Block> = Vec::new();
    let mut ids = vec![id];
    let mut at = 0;
    while let Some(heir) = ids.get(at).copied() {
        at += 1;
        let own = fates.iter().filter(|fate| fate.became.iter().any(|(id, _)| id == heir));
        for fate in own {
            match block(heard, &fate.id) {
                Some(block) if found.iter().all(|one| one.id != block.id) => found.push(block),
                None if !ids.contains(&fate.id.as_str()) => ids.push(&fate.id),
                _ => {}
            }
        }
    }
    found
}

/// The block of a version with an id.
#[must_use]
pub(super) fn block<'p>(version: &'p Version, id: &str) -> Option<&'p Block> {
    version.blocks.iter().find(|block| block.id == id)
}

/// The fragment of something said: `s4#2` can't be one.
#[must_use]
pub(super) fn anchor(name: &str) -> String {
    name.replace('#', "-q")
}
