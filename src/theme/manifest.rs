//! `theme.toml`: a theme's name, and the version of the contract that its templates were written for.

use serde::Deserialize;

use super::{ThemeError, ThemeFile};
use crate::view::CONTRACT_VERSION;

/// Where it lies in the theme.
const PATH: &str = "theme.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    name: String,
    contract: u32,
}

/// Checks that a theme's files fit the templates' contract.
pub(super) fn check(files: &[ThemeFile]) -> Result<(), ThemeError> {
    let Some(file) = files.iter().find(|file| file.path == PATH) else {
        return missing(files);
    };
    let text = std::str::from_utf8(&file.bytes)
        .map_err(|_| ThemeError::NotText { path: PATH.to_owned() })?;
    let manifest = read(text)?;
    if manifest.contract == CONTRACT_VERSION {
        Ok(())
    } else {
        Err(ThemeError::Contract {
            theme: manifest.name,
            made_for: manifest.contract,
            planverk_has: CONTRACT_VERSION,
        })
    }
}

/// A theme of static files alone needs no manifest: it has nothing that could misread a page.
fn missing(files: &[ThemeFile]) -> Result<(), ThemeError> {
    if files.iter().any(|file| file.path.starts_with("templates/")) {
        Err(ThemeError::NoManifest)
    } else {
        Ok(())
    }
}

fn read(text: &str) -> Result<Manifest, ThemeError> {
    toml::from_str(text).map_err(|error| ThemeError::Template {
        template: PATH.to_owned(),
        line: error.span().map(|span| line_of(text, span.start)),
        message: error.message().to_owned(),
    })
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}
