//! What the engine answers.

use super::{Ask, Engine};
use crate::diagnostic::Diagnostics;
use crate::model::Stage;
use crate::preview::advice;
use crate::preview::answer::Answer;
use crate::preview::pages::{published, site_page};
use crate::preview::panel::{self, Standing};
use crate::preview::show::Show;
use crate::text::Language;

impl Engine {
    /// Answers; true if the answer makes a newer edition.
    pub(super) fn answer(&mut self, ask: Ask, show: &Show<'_>) -> bool {
        match ask {
            Ask::Path { path, reply } => {
                let _ = reply.send(self.at(&path, show));
                false
            }
            Ask::State { path, reply } => {
                let _ = reply.send(self.standing().state(&path, show));
                false
            }
            Ask::Stage { stage, reply } => {
                let chosen = match stage.as_str() {
                    "plan" => None,
                    "draft" => Some(Stage::Draft),
                    "hearing" => Some(Stage::Hearing),
                    "adopted" => Some(Stage::Adopted),
                    _ => {
                        let _ = reply.send(Answer::refusal(404, "There is no such stage"));
                        return false;
                    }
                };
                self.desk.stage = chosen;
                let newer = self.look(None);
                let _ = reply.send(Answer::refusal(200, "Shown"));
                newer
            }
        }
    }

    /// What stands at a path.
    fn at(&self, path: &str, show: &Show<'_>) -> Answer {
        let standing = self.standing();
        match path.strip_prefix("_planverk/") {
            Some("preview.js") => Answer::of("x.js", panel::SCRIPT.as_bytes()),
            Some("preview.css") => Answer::of("x.css", panel::STYLE.as_bytes()),
            Some("icon.svg") => Answer::of("x.svg", panel::ICON.as_bytes()),
            Some("") => standing.inject(path, 200, advice::page(&standing).as_bytes()),
            Some(inner) => match inner.strip_prefix("published/") {
                Some(inner) => published(inner, show),
                None => Answer::refusal(404, "There is no such page"),
            },
            None if path == "_planverk" => {
                standing.inject("_planverk/", 200, advice::page(&standing).as_bytes())
            }
            None => site_page(path, show, &standing),
        }
    }

    fn standing(&self) -> Standing<'_> {
        Standing {
            diagnostics: &self.told,
            is_checked: self.checked.is_some(),
            trouble: self.trouble.as_deref(),
            edition: &self.newest,
            stage: self.desk.stage,
            language: self.language(),
            plan: &self.request.plan,
            editor: self.request.editor.as_ref(),
        }
    }

    /// All that was told of the newest edition.
    pub(super) fn diagnostics(&self) -> Diagnostics {
        let mut all = self.newest.found.clone();
        if let Some(checked) = &self.checked {
            all.append(checked.clone());
        }
        if let Some(broken) = &self.broken {
            // "No theme" has been told with its reason.
            if self.newest.found.mistakes() == 0 {
                all.push(broken.clone());
            }
        }
        all.sort();
        all
    }

    pub(super) fn language(&self) -> Language {
        self.request.language.unwrap_or(self.newest.prepared.plan.settings.language)
    }
}
