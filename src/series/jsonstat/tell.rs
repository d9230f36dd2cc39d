//! What is said of a JSON file that can't be read, and of a choice that is not in it.

use super::cube::{Cube, Dimension};
use super::json::{Json, NotJson, Piece};
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Say};
use crate::say;
use crate::text::{Span, nearest, whole_letters};

/// How many codes a message lists.
const LISTED: usize = 8;

/// Why a file gives no cube.
pub(super) enum Wrong<'t> {
    NotJson(NotJson),
    /// It is JSON, but of another sort.
    NotJsonStat(Piece<'t>),
    /// It holds several datasets: the second of them.
    Several(Piece<'t>),
    /// A member is not there.
    Missing(Piece<'t>, String),
    /// A code that is no text.
    Code(Piece<'t>),
    /// A code's place that is taken, or outside of the list.
    Place(Piece<'t>),
    /// Sizes that do not fit.
    Size(Piece<'t>, Say),
    /// So many values, for so many cells.
    Count(Piece<'t>, usize, usize),
    /// Values that are neither a list nor an object.
    Values(Piece<'t>),
    /// A value for a cell that is not there, by name; so many there are.
    NoCell(Piece<'t>, String, usize),
}

impl Wrong<'_> {
    /// In words, at its place. `used_at` is where the plan asks for the file.
    pub(super) fn tell(self, json: Json<'_>, used_at: Span) -> Diagnostic {
        let used = say!(nb: "planen henter tallene her", en: "the plan asks for the figures here");
        self.tell_alone(json).label(used_at, used)
    }

    /// The same of a file that no plan asks for.
    pub(super) fn tell_alone(self, json: Json<'_>) -> Diagnostic {
        let diagnostic = Diagnostic::at(&UNREADABLE_DATA, self.span(json), self.message());
        diagnostic.help(say!(
            nb: "Hent filen på nytt som JSON-stat 2.0 fra statistikkbanken; den skal ikke endres for hånd.",
            en: "Fetch the file again as JSON-stat 2.0 from the statistics bank; it is not to be changed by hand."
        ))
    }

    fn span(&self, json: Json<'_>) -> Span {
        let range = match self {
            Wrong::NotJson(NotJson { offset, .. }) => {
                // A file that ends too early is marked at its last letter, not on a line below it.
                let last = json.text.trim_end().char_indices().next_back().map_or(0, |last| last.0);
                let offset = last.min(*offset);
                offset..offset
            }
            Wrong::NotJsonStat(piece)
            | Wrong::Several(piece)
            | Wrong::Missing(piece, _)
            | Wrong::Code(piece)
            | Wrong::Place(piece)
            | Wrong::Size(piece, _)
            | Wrong::Count(piece, ..)
            | Wrong::Values(piece)
            | Wrong::NoCell(piece, ..) => {
                // A long list is marked where it begins.
                let length = piece.written().find('\n').unwrap_or(piece.written().len());
                let start = json.span(*piece).range().start;
                start..start + length.min(40)
            }
        };
        Span::new(json.file, whole_letters(json.text, range))
    }

    fn message(self) -> Say {
        match self {
            Wrong::NotJson(NotJson { is_cut: true, .. }) => {
                say!(nb: "Filen slutter midt i", en: "The file ends in the middle")
            }
            Wrong::NotJson(NotJson { message, .. }) => {
                say!(nb: "Filen kan ikke leses som JSON ({message})", en: "The file can't be read as JSON ({message})")
            }
            Wrong::NotJsonStat(_) => say!(
                nb: "Filen er ikke JSON-stat: den har ingen «dimension» og «value»",
                en: "The file is not JSON-stat: it has no “dimension” and “value”"
            ),
            Wrong::Several(_) => {
                say!(nb: "Filen har flere datasett, og planverk leser ett", en: "The file has several datasets, and planverk reads one")
            }
            Wrong::Missing(_, name) => {
                say!(nb: "«{name}» mangler her", en: "“{name}” is missing here")
            }
            Wrong::Code(_) => say!(nb: "Dette er ingen kode", en: "This is no code"),
            Wrong::Place(piece) => say!(
                nb: "Kodene skal ha hver sin plass, fra 0 og oppover; {} passer ikke",
                en: "The codes should have a place each, from 0 on; {} does not fit",
                piece.written().chars().take(20).collect::<String>()
            ),
            Wrong::Size(_, said) => said,
            Wrong::Count(_, told, cells) => say!(
                nb: "Her står {told} verdier, men dimensjonene har {cells} celler",
                en: "Here stand {told} values, but the dimensions have {cells} cells"
            ),
            Wrong::Values(_) => say!(
                nb: "Verdiene skal være en liste, eller et objekt av plass og verdi",
                en: "The values should be a list, or an object of place and value"
            ),
            Wrong::NoCell(_, name, cells) => say!(
                nb: "Det finnes ingen celle «{name}»: cellene er 0 til {}",
                en: "There is no cell “{name}”: the cells are 0 to {}",
                cells.saturating_sub(1)
            ),
        }
    }
}

/// A dimension that the file does not have.
pub(super) fn unknown_dimension(cube: &Cube<'_>, written: &str, span: Span) -> Diagnostic {
    let message = say!(
        nb: "Filen har ingen dimensjon som heter «{written}»",
        en: "The file has no dimension called “{written}”"
    );
    let names = || cube.dimensions.iter().flat_map(|one| [one.id.as_str(), one.label.as_str()]);
    let all: Vec<String> = cube.dimensions.iter().map(Dimension::shown).collect();
    Diagnostic::at(&UNREADABLE_DATA, span, message).help(listing(
        ("Dimensjonene er", "The dimensions are"),
        nearest(written, names()),
        &all,
    ))
}

/// A code or label that a dimension does not have.
pub(super) fn unknown_code(dimension: &Dimension, written: &str, span: Span) -> Diagnostic {
    let name = dimension.shown();
    let message = say!(
        nb: "{name} har ikke «{written}»",
        en: "{name} has no “{written}”"
    );
    let names =
        || dimension.categories.iter().flat_map(|one| [one.code.as_str(), one.label.as_str()]);
    Diagnostic::at(&UNREADABLE_DATA, span, message).help(listing(
        ("Kodene er", "The codes are"),
        nearest(written, names()),
        &codes(dimension),
    ))
}

/// A dimension that nothing is picked from.
pub(super) fn not_picked(dimension: &Dimension, used_at: Span) -> Diagnostic {
    let (name, count) = (dimension.shown(), dimension.categories.len());
    let message = say!(
        nb: "{name} har {count} koder, og planen velger ingen av dem",
        en: "{name} has {count} codes, and the plan picks none of them"
    );
    let (id, code) = (&dimension.id, dimension.categories.first().map_or("", |one| &one.code));
    let Say { nb: all_nb, en: all_en } =
        listing(("Kodene er", "The codes are"), None, &codes(dimension));
    Diagnostic::at(&UNREADABLE_DATA, used_at, message).help(say!(
        nb: "Skriv for eksempel velg = {{ {id} = \"{code}\" }}. {all_nb}",
        en: "Write for instance select = {{ {id} = \"{code}\" }}. {all_en}"
    ))
}

/// No dimension is the time, or several could be.
pub(super) fn no_time(cube: &Cube<'_>, used_at: Span) -> Diagnostic {
    let message = say!(
        nb: "Filen sier ikke hvilken dimensjon som er tiden",
        en: "The file does not say which dimension is the time"
    );
    let all: Vec<String> = cube.dimensions.iter().map(Dimension::shown).collect();
    let Say { nb: all_nb, en: all_en } =
        listing(("Dimensjonene er", "The dimensions are"), None, &all);
    let id = cube.dimensions.last().map_or("Tid", |one| &one.id);
    Diagnostic::at(&UNREADABLE_DATA, used_at, message).help(say!(
        nb: "Skriv for eksempel tid = \"{id}\". {all_nb}",
        en: "Write for instance time = \"{id}\". {all_en}"
    ))
}

/// A category of the time that is none.
pub(super) fn not_a_time(dimension: &Dimension, written: &str, used_at: Span) -> Diagnostic {
    let name = dimension.shown();
    let message = say!(
        nb: "«{written}» i {name} er ikke en tid som planverk kan lese",
        en: "“{written}” in {name} is not a time that planverk can read"
    );
    Diagnostic::at(&UNREADABLE_DATA, used_at, message).help(say!(
        nb: "Tider er år (2026), skoleår (2025/2026), flere år (2016-2019), kvartal (2026K1), måned (2026M05) eller dag. Er tiden en annen dimensjon, skriv tid = \"…\".",
        en: "Times are years (2026), school years (2025/2026), several years (2016-2019), quarters (2026K1), months (2026M05) or days. If another dimension is the time, write time = \"…\"."
    ))
}

/// A value that is no figure.
pub(super) fn not_a_figure(written: &str, span: Span) -> Diagnostic {
    let written: String = written.chars().take(40).collect();
    let message = say!(nb: "{written} er ikke et tall", en: "{written} is not a number");
    Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
        nb: "Verdier er tall, null, eller et av tegnene som statistikkbankene bruker.",
        en: "Values are numbers, null, or one of the marks that statistics banks use."
    ))
}

/// One name for several series.
pub(super) fn one_name(name: &str, series: &[String], span: Span) -> Diagnostic {
    let message = say!(
        nb: "«{name}» kan ikke være navnet på {} måleserier",
        en: "“{name}” can't be the name of {} series",
        series.len()
    );
    let Say { nb: all_nb, en: all_en } =
        listing(("Måleseriene er", "The series are"), None, series);
    Diagnostic::at(&UNREADABLE_DATA, span, message).help(say!(
        nb: "Skriv en tabell for hver, eller ta bort navnet. {all_nb}",
        en: "Write a table for each, or take the name away. {all_en}"
    ))
}

/// More series than an indicator can show.
pub(super) fn too_many(most: usize, used_at: Span) -> Diagnostic {
    let message = say!(
        nb: "Valget gir flere enn {most} måleserier",
        en: "The choice gives more than {most} series"
    );
    Diagnostic::at(&UNREADABLE_DATA, used_at, message).help(say!(
        nb: "Velg de få som skal vises sammen.",
        en: "Pick the few that should be shown together."
    ))
}

fn codes(dimension: &Dimension) -> Vec<String> {
    dimension.categories.iter().map(super::cube::Category::shown).collect()
}

/// "Mente du «3053»? Kodene er …", cut where it grows long.
fn listing(lead: (&str, &str), near: Option<&str>, all: &[String]) -> Say {
    let shown = all.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    let more = all.len().saturating_sub(LISTED);
    let (more_nb, more_en) = match more {
        0 => (String::new(), String::new()),
        _ => (
            format!(" og {more} til; «planverk data show FIL --all» viser alle"),
            format!(" and {more} more; “planverk data show FILE --all” lists them"),
        ),
    };
    let (nb, en) = lead;
    match near {
        Some(near) => say!(
            nb: "Mente du «{near}»? {nb} {shown}{more_nb}",
            en: "Did you mean “{near}”? {en} {shown}{more_en}"
        ),
        None => say!(nb: "{nb} {shown}{more_nb}", en: "{en} {shown}{more_en}"),
    }
}
