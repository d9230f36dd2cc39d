//! Strands that are one: a municipality under each of the codes that it has had.
//!
//! Codes whose figures never fall at the same time are put together to one series, in order of time, with a
//! [`Break`] where another code takes over. Everything else becomes a series of its own.

use super::cube::{Cube, Dimension, Role};
use super::pick::{Picked, without_years};
use super::strand::Strand;
use crate::series::{Break, Series};

/// Strands that differ in one dimension only, and never have a figure at the same time.
#[derive(Debug)]
pub(super) struct Joined {
    parts: Vec<Strand>,
    /// The dimension in which they differ; none while there is one.
    dimension: Option<usize>,
}

/// Puts together the strands that are one, each with the first that it fits.
pub(super) fn join(strands: Vec<Strand>) -> Vec<Joined> {
    let mut joined: Vec<Joined> = Vec::new();
    for strand in strands {
        let found = joined.iter_mut().find_map(|one| Some((one.fits(&strand)?, one)));
        match found {
            Some((dimension, one)) => {
                one.dimension = Some(dimension);
                one.parts.push(strand);
            }
            None => joined.push(Joined { parts: vec![strand], dimension: None }),
        }
    }
    joined
}

impl Joined {
    /// The one dimension in which another strand has another code, when neither has figures where the other has.
    fn fits(&self, other: &Strand) -> Option<usize> {
        let pairs = self.parts[0].coordinates.iter().zip(&other.coordinates).enumerate();
        let mut differing = pairs.filter(|(_, (own, others))| own != others);
        let dimension = differing.next()?.0;
        let is_one = differing.next().is_none();
        let is_same = self.dimension.is_none_or(|known| known == dimension);
        // What has no figures at all goes on from nothing.
        let has_figures = |strand: &Strand| strand.cells.iter().any(|cell| cell.is_used);
        let goes_on = |part: &Strand| {
            let mut both = part.cells.iter().zip(&other.cells);
            has_figures(part) && !both.any(|(own, others)| own.is_used && others.is_used)
        };
        (is_one && is_same && has_figures(other) && self.parts.iter().all(goes_on))
            .then_some(dimension)
    }

    /// The part that has a figure at a time.
    fn part_at(&self, nth: usize) -> Option<usize> {
        self.parts.iter().position(|part| part.cells[nth].is_used)
    }

    /// The codes of the latest part.
    fn latest(&self) -> &Strand {
        let count = self.parts[0].cells.len();
        let last = (0..count).rev().find_map(|nth| self.part_at(nth));
        &self.parts[last.unwrap_or(0)]
    }

    /// As a series of the cube that it is from.
    pub(super) fn series(&self, cube: &Cube<'_>, name: String) -> Series {
        let mut series = Series { name, observations: Vec::new(), breaks: Vec::new() };
        let mut before = None;
        for nth in 0..self.parts[0].cells.len() {
            let part = self.part_at(nth);
            let cell = &self.parts[part.or(before).unwrap_or(0)].cells[nth];
            series.observations.push(cell.seen);
            if let (Some(old), Some(new), Some(dimension)) = (before, part, self.dimension)
                && old != new
            {
                let code = |part: usize| self.parts[part].coordinates[dimension];
                let why = change(&cube.dimensions[dimension], code(old), code(new));
                series.breaks.push(Break { from: cell.time, why });
            } else if cell.mark == "b" {
                // Eurostat's letter for a break that the source itself tells.
                let told = cube.legend.iter().find(|(mark, _)| mark == "b");
                let why = told.map_or(String::new(), |(_, why)| why.clone());
                series.breaks.push(Break { from: cell.time, why });
            }
            before = part.or(before);
        }
        series
    }

    /// What the file calls it: the labels of what the plan picked several of, else of the place that it picked.
    pub(super) fn name(&self, cube: &Cube<'_>, picked: &Picked) -> String {
        let dimensions = &cube.dimensions;
        let order = || picked.order.iter().copied();
        let joins_all = |place: usize| {
            self.dimension == Some(place) && self.parts.len() == picked.chosen[place].len()
        };
        let varied = order().filter(|place| picked.chosen[*place].len() > 1 && !joins_all(*place));
        let mut named: Vec<usize> = varied.collect();
        if named.is_empty() {
            let of = |role| order().find(|place| dimensions[*place].role == role);
            let place = of(Role::Place)
                .or_else(|| dimensions.iter().position(|one| one.role == Role::Place))
                .or_else(|| of(Role::Other));
            named.extend(place.or_else(|| of(Role::Metric)));
        }
        let coordinates = &self.latest().coordinates;
        let label = |place: usize| {
            without_years(&dimensions[place].categories[coordinates[place]].label).to_string()
        };
        if named.is_empty() {
            // Nothing to tell it from others by: the table's own name, or that of what comes first in it.
            return if cube.label.is_empty() { label(0) } else { cube.label.clone() };
        }
        named.into_iter().map(label).collect::<Vec<_>>().join(", ")
    }
}

/// "Vik (-2019) → Eksempelvik"; with the codes where the names are the same.
fn change(codes: &Dimension, old: usize, new: usize) -> String {
    let (old, new) = (&codes.categories[old], &codes.categories[new]);
    if old.label == new.label {
        format!("{} → {}", old.shown(), new.shown())
    } else {
        format!("{} → {}", old.label, new.label)
    }
}
