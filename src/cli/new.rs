//! `planverk new`: a small plan to begin with.

use super::arguments::New;
use super::{Ending, Failure, say};
use crate::text::Language;
use std::path::Path;

/// Writes the starter plan into a folder that does not exist or is empty.
pub(super) fn run(new: &New, language: Option<Language>) -> Result<Ending, Failure> {
    let plan_language = Language::from(new.language);
    let folder = &new.folder;
    if is_taken(folder)? {
        return Err(Failure::FolderTaken(folder.clone()));
    }
    for (path, text) in crate::starter::files(plan_language) {
        let file = folder.join(path);
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent).map_err(Failure::writing(parent))?;
        }
        std::fs::write(&file, text).map_err(Failure::writing(&file))?;
    }
    let shown = folder.display();
    say(&match language.unwrap_or(plan_language) {
        Language::En => format!(
            "Made a plan in {shown}. Next:\n  planverk serve {shown} --open    see it in your browser, while you write\n  planverk check {shown}           what is wrong, what could be better\n  planverk build {shown}           write the site to {shown}/public\n"
        ),
        _ => format!(
            "Laget en plan i {shown}. Gå videre:\n  planverk serve {shown} --open    se den i nettleseren mens du skriver\n  planverk check {shown}           hva som er galt, og hva som kan bli bedre\n  planverk build {shown}           skriv nettstedet til {shown}/public\n"
        ),
    });
    Ok(Ending::Good)
}

/// Whether a folder holds anything, or is something else than a folder.
fn is_taken(folder: &Path) -> Result<bool, Failure> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(true),
        Err(error) => Err(Failure::writing(folder)(error)),
    }
}
