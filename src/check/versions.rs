//! Whether frozen versions are what they were when they were frozen.

use super::Input;
use crate::contract::{BLOCKS, SHEET, VERSIONS};
use crate::diagnostic::rules::BROKEN_VERSION;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;

/// The rule `broken-version`.
pub(super) fn broken_version(input: &Input, diagnostics: &mut Diagnostics) {
    for frozen in input.frozen {
        let name = &frozen.name;
        let version = input.plan.contract.versions.iter().find(|version| version.name == *name);
        let sheet = version.and_then(|version| version.sheet.as_ref());
        let told = match sheet {
            Some(sheet) if sheet.hash == frozen.seal => continue,
            Some(sheet) => Diagnostic::at(
                &BROKEN_VERSION,
                sheet.span,
                say!(
                    nb: "Den frosne versjonen «{name}» er endret etter at den ble frosset",
                    en: "The frozen version “{name}” has been changed since it was frozen"
                ),
            ),
            // Blocks alone, as other programs may have written them, have nothing to be held against.
            None if frozen.sources.files.is_empty() => continue,
            None => Diagnostic::of_plan(
                &BROKEN_VERSION,
                say!(
                    nb: "Den frosne versjonen «{name}» mangler {VERSIONS}/{name}/{SHEET} eller {BLOCKS} ved siden av",
                    en: "The frozen version “{name}” lacks {VERSIONS}/{name}/{SHEET}, or {BLOCKS} beside it"
                ),
            ),
        };
        diagnostics.push(told.help(say!(
            nb: "Hent mappen {VERSIONS}/{name} fram igjen slik den var, fra arkivet eller Git.",
            en: "Bring the folder {VERSIONS}/{name} back as it was, from the archive or Git."
        )));
    }
}
