//! Whom something is for, as it was written: `["barn", "ungdom"]` or `barn,ungdom` or `alle`.

use super::names::Names;
use crate::diagnostic::Diagnostic;
use crate::model::{AudienceId, Audiences};
use crate::text::Span;
use crate::vocabulary::Kind;

/// The word for everybody, in every language.
const EVERYBODY: [&str; 5] = ["alle", "all", "alla", "buohkat", "everybody"];

/// Reads names of audiences; what is wrong is told.
pub(super) fn read<'n>(
    written: impl IntoIterator<Item = (&'n str, Span)>,
    names: &Names,
    mut tell: impl FnMut(Diagnostic),
) -> Audiences {
    let mut audiences = Audiences::default();
    let each = written
        .into_iter()
        .flat_map(|(names, span)| names.split(',').map(move |name| (name.trim(), span)));
    for (name, span) in each.filter(|(name, _)| !name.is_empty()) {
        let found = names.find(name).and_then(|id| AudienceId::of(id, names.kind(id)));
        match found {
            Some(audience) if !audiences.of.contains(&audience) => audiences.of.push(audience),
            Some(_) => {}
            None if EVERYBODY.contains(&name.to_lowercase().as_str()) => audiences.all = true,
            None => tell(names.unknown(name, span, &[Kind::Audience])),
        }
    }
    audiences
}
