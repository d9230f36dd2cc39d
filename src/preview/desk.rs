//! Where the plan lies open: looks at the files, and reads the plan anew when something has changed.

use super::Request;
use super::edition::{Edition, Held};
use crate::diagnostic::Diagnostics;
use crate::load::{Error, Shelf, SourceSet, Step, ThemeFile, theme_files};
use crate::model::{Stage, ThemeChoice};
use crate::site::{self, Workshop};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// The files of a plan, and what was made of them last.
pub(super) struct Desk {
    plan: PathBuf,
    date: Option<Date>,
    shelf: Shelf,
    workshop: Workshop,
    /// How far the plan is shown to have come, if otherwise than it says itself.
    pub(super) stage: Option<Stage>,
    last: Option<Basis>,
    number: u64,
}

/// All that decides an edition.
#[derive(PartialEq)]
struct Basis {
    sources: String,
    /// What was told of files that are not read has no part in their fingerprint.
    told: usize,
    choice: ThemeChoice,
    theme: Vec<ThemeFile>,
    today: Date,
    stage: Option<Stage>,
}

impl Desk {
    pub(super) fn new(request: &Request) -> Desk {
        Desk {
            plan: request.plan.clone(),
            date: request.date,
            shelf: Shelf::new(&request.plan),
            workshop: Workshop::that_remembers(),
            stage: None,
            last: None,
            number: 0,
        }
    }

    /// Looks at all files, and gives a newer edition if anything has changed.
    ///
    /// # Errors
    ///
    /// When something can't be read; all stays as it was.
    pub(super) fn look(&mut self, step: Step) -> Result<Option<Edition>, Error> {
        let mut found = Diagnostics::default();
        let sources = self.shelf.look(step, &mut found)?;
        self.edition(sources, found)
    }

    /// Looks at some files, and trusts that the others are as they were; at all, where that can't be told.
    ///
    /// # Errors
    ///
    /// When something can't be read; all stays as it was.
    pub(super) fn look_at(&mut self, paths: &BTreeSet<String>) -> Result<Option<Edition>, Error> {
        match self.shelf.look_at_these(paths)? {
            Some(differs) if differs || !self.is_same()? => {
                let mut found = Diagnostics::default();
                let sources = self.shelf.sources(&mut found);
                self.edition(sources, found)
            }
            Some(_) => Ok(None),
            None => self.look(&|| ()),
        }
    }

    /// Whether all but the plan's files is as it was.
    fn is_same(&self) -> Result<bool, Error> {
        let Some(last) = &self.last else { return Ok(false) };
        let as_asked = last.today == self.today() && last.stage == self.stage;
        Ok(as_asked && self.theme(&last.choice)? == last.theme)
    }

    fn theme(&self, choice: &ThemeChoice) -> Result<Vec<ThemeFile>, Error> {
        theme_files(&self.plan, &choice.name, &choice.folder, &choice.css)
    }

    fn edition(
        &mut self,
        sources: SourceSet,
        mut found: Diagnostics,
    ) -> Result<Option<Edition>, Error> {
        let choice = crate::resolve::theme_choice(&sources);
        // Without it nothing is shown of these sources, which will not be given anew by themselves.
        let theme = self.theme(&choice).inspect_err(|_| self.last = None)?;
        let basis = Basis {
            sources: sources.fingerprint.clone(),
            told: found.all().len(),
            choice,
            theme,
            today: self.today(),
            stage: self.stage,
        };
        if self.last.as_ref() == Some(&basis) {
            return Ok(None);
        }
        let (theme, today, stage) = (basis.theme.clone(), basis.today, basis.stage);
        let request = site::Request { today, base_url: None, stage, forced: String::new() };
        let prepared = self.workshop.read(&sources, theme, &request, &mut found);
        found.sort();
        let held = Held::of(&found, &prepared.plan, &sources);
        self.last = Some(basis);
        self.number += 1;
        Ok(Some(Edition {
            number: self.number,
            sources: Arc::new(sources),
            prepared: Arc::new(prepared),
            found,
            held,
        }))
    }

    /// The folders and files besides `content/` that the edition was made of.
    pub(super) fn theme_places(&self, sources: &SourceSet) -> Vec<PathBuf> {
        let choice = crate::resolve::theme_choice(sources);
        let named = (!choice.name.is_empty()).then(|| format!("themes/{}", choice.name));
        let places = [named.unwrap_or_default(), choice.folder, choice.css].into_iter();
        places.filter(|place| !place.is_empty()).map(PathBuf::from).collect()
    }

    fn today(&self) -> Date {
        self.date.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}
