//! One way through a cube over time: a figure, or what stands for one, at each time.

use super::cube::Cube;
use super::json::{Json, Piece};
use super::pick::Picked;
use super::tell::not_a_figure;
use crate::diagnostic::Diagnostics;
use crate::series::value::{find_mark, says_preliminary};
use crate::series::{Observation, Reading, parse_observed};
use crate::text::{Number, Span, When};

/// The figures of some codes over time.
#[derive(Debug)]
pub(super) struct Strand {
    /// The categories, one for each dimension; that of the time says nothing.
    pub coordinates: Vec<usize>,
    /// One for each time that is picked.
    pub cells: Vec<Cell>,
}

/// An observation on its way.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub time: When,
    pub seen: Observation,
    /// Whether the code was in use: there is a figure, or one that is held back. `.` and `..` say that it was not.
    pub is_used: bool,
    /// The mark beside it, if any.
    pub mark: String,
}

/// Reads figures from a cube.
pub(super) struct Reader<'c, 't> {
    pub json: Json<'t>,
    pub cube: &'c Cube<'t>,
    pub picked: &'c Picked,
    pub used_at: Span,
}

impl Reader<'_, '_> {
    /// The figures at some coordinates.
    pub(super) fn strand(&self, coordinates: Vec<usize>, diagnostics: &mut Diagnostics) -> Strand {
        let mut at = coordinates.clone();
        let dimension = &self.cube.dimensions[self.picked.time];
        let cells = self.picked.times.iter().map(|(place, time)| {
            at[self.picked.time] = *place;
            let mut cell = self.cell(&at, *time, diagnostics);
            let is_number = matches!(cell.seen.value, Reading::Number(_));
            cell.seen.preliminary |= is_number && dimension.categories[*place].is_preliminary();
            cell
        });
        Strand { cells: cells.collect(), coordinates }
    }

    fn cell(&self, at: &[usize], time: When, diagnostics: &mut Diagnostics) -> Cell {
        let place = self.cube.place(at).unwrap_or(usize::MAX);
        let piece = self.cube.value(place).filter(|piece| !piece.is_null());
        let mark = self.cube.mark(place).trim().to_string();
        let span = piece.map_or(self.used_at, |piece| self.json.span(piece));
        let figure = piece.and_then(|piece| {
            let read = figure(piece);
            if read.is_none() {
                diagnostics.push(not_a_figure(piece.written(), span));
            }
            read
        });
        let (value, preliminary) = observed(figure, &mark);
        let is_number = matches!(value, Reading::Number(_));
        let is_held_back = find_mark(&mark).is_some_and(|known| known.counts)
            || value == Reading::Suppressed && mark == "c";
        let preliminary = preliminary && is_number;
        let seen = Observation { time: Some(time), value, preliminary, span };
        Cell { time, seen, is_used: is_number || is_held_back, mark }
    }
}

/// What a figure and the mark beside it say together, and whether it is preliminary.
///
/// Without a figure the mark says why there is none. Beside one a star says that it is preliminary, a dash and
/// a file's own marks leave it as it is, and the marks of [`find_mark`] hide it.
fn observed(figure: Option<(Reading, bool)>, mark: &str) -> (Reading, bool) {
    let known = find_mark(mark).filter(|_| !mark.is_empty());
    match (figure, known) {
        (Some((value, _)), _) if says_preliminary(mark) => (value, true),
        (Some((value, preliminary)), None) => (value, preliminary),
        (Some((value, preliminary)), Some(_)) if matches!(mark, "-" | "–") => {
            (value, preliminary)
        }
        (_, Some(known)) => (known.reading, false),
        // Eurostat's letter for what is confidential.
        (None, None) if mark.eq_ignore_ascii_case("c") => (Reading::Suppressed, false),
        (None, None) => (Reading::Missing, false),
    }
}

/// Reads one value: a number however JSON writes it, or a text as in a sheet.
fn figure(piece: Piece<'_>) -> Option<(Reading, bool)> {
    if let Some(text) = piece.string() {
        return parse_observed(&text);
    }
    number(piece.written()).map(|number| (Reading::Number(number), false))
}

/// A JSON number, exactly; with more decimals than planverk keeps, or a power of ten, as near as a computer has it.
fn number(written: &str) -> Option<Number> {
    if let Some(number) = Number::parse(written) {
        return Some(number);
    }
    let value: f64 = written.parse().ok().filter(|value: &f64| value.abs() < 1e15)?;
    let whole = format!("{:.0}", value.abs()).len();
    let shown = format!("{value:.*}", 15_usize.saturating_sub(whole).min(12));
    let shown = if shown.contains('.') {
        shown.trim_end_matches('0').trim_end_matches('.')
    } else {
        &shown
    };
    Number::parse(shown)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_as_json_writes_them() {
        for (written, shown) in [
            ("12", Some("12")),
            ("-0.5", Some("-0.5")),
            ("72.90", Some("72.90")),
            ("1.5e3", Some("1500")),
            ("1E-3", Some("0.001")),
            ("12.340000000000002", Some("12.34")),
            ("0.30000000000000004", Some("0.3")),
            ("1e300", None),
            ("true", None),
            ("{}", None),
        ] {
            assert_eq!(
                number(written).map(|number| number.to_string()).as_deref(),
                shown,
                "{written}"
            );
        }
    }
}
