//! JSON-stat 2.0, as the statistics agencies send it (PxWeb), becomes series.
//!
//! 1. `json` takes the file apart, each piece with its place.
//! 2. `dataset` reads it as a `cube`: dimensions and a value for each way through them.
//! 3. `pick` looks up what the plan wants, `strand` reads the figures over time, and `join` puts together the
//!    codes that are one.
//! 4. `tell` says what is wrong, and which dimensions and codes there are.

mod cube;
mod dataset;
mod join;
mod json;
mod pick;
mod show;
mod strand;
mod tell;

pub(super) use show::show;

use super::{DataNote, Request, SeriesSet};
use crate::diagnostic::Diagnostics;
use cube::{Cube, Remark, Role};
use json::Json;
use pick::Picked;
use strand::Reader;

/// How many series one choice may become: more is no indicator, and nobody meant it.
const MOST: usize = 100;

/// Reads series from a JSON-stat file.
///
/// What can't be read is told as `unreadable-data`: what is wrong in the file at its place there, a choice
/// that is not in it where the plan makes it, with the nearest that is. A span of an observation covers the
/// very value.
pub(super) fn read_jsonstat(request: &Request, diagnostics: &mut Diagnostics) -> SeriesSet {
    let json = Json { file: request.file, text: &request.source.text };
    let cube = match dataset::read(json) {
        Ok(cube) => cube,
        Err(wrong) => {
            diagnostics.push(wrong.tell(json, request.used_at));
            return SeriesSet::default();
        }
    };
    let Some(picked) = pick::pick(&cube, request.wants, request.used_at, diagnostics) else {
        return SeriesSet::default();
    };
    let count = picked.order.iter().try_fold(1_usize, |count, place| {
        count.checked_mul(picked.chosen[*place].len()).filter(|count| *count <= MOST)
    });
    if count.is_none() {
        diagnostics.push(tell::too_many(MOST, request.used_at));
        return SeriesSet::default();
    }
    let reader = Reader { json, cube: &cube, picked: &picked, used_at: request.used_at };
    let coordinates = picked.coordinates();
    let strands = coordinates.into_iter().map(|at| reader.strand(at, diagnostics)).collect();
    let joined = join::join(strands);
    let mut names: Vec<String> = joined.iter().map(|one| one.name(&cube, &picked)).collect();
    match &request.wants.name {
        Some((name, _)) if names.len() == 1 => names = vec![name.clone()],
        Some((name, span)) => diagnostics.push(tell::one_name(name, &names, *span)),
        None => {}
    }
    let series = joined.iter().zip(names).map(|(one, name)| one.series(&cube, name));
    SeriesSet {
        series: series.collect(),
        notes: notes(&cube, &picked),
        unit: unit(&cube, &picked),
        decimals: decimals(&cube, &picked),
    }
}

/// What the source wants to follow the figures, each remark once.
fn notes(cube: &Cube<'_>, picked: &Picked) -> Vec<DataNote> {
    let mut notes: Vec<DataNote> = Vec::new();
    let mut add = |text: String| {
        let note = DataNote { text };
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    let own = cube.remarks.iter().chain(cube.dimensions.iter().flat_map(|one| &one.remarks));
    own.filter(|remark| remark.mandatory).for_each(|remark| add(remark.text.clone()));
    for (place, dimension) in cube.dimensions.iter().enumerate() {
        for category in picked.chosen[place].iter().map(|nth| &dimension.categories[*nth]) {
            // What says that a time is preliminary belongs to the mark at its figures.
            let follows = |remark: &&Remark| {
                remark.mandatory || (place == picked.time && category.is_preliminary())
            };
            let told = category.remarks.iter().filter(follows);
            told.for_each(|remark| add(format!("{}: {}", category.label, remark.text)));
        }
    }
    notes
}

/// The unit of what is counted; a bare count has none.
fn unit(cube: &Cube<'_>, picked: &Picked) -> String {
    let metric = cube.dimensions.iter().position(|one| one.role == Role::Metric);
    let chosen = metric.map_or(&[][..], |place| &picked.chosen[place]);
    let units =
        chosen.iter().zip(metric).map(|(nth, place)| &cube.dimensions[place].categories[*nth].unit);
    let mut units: Vec<&String> = units.collect();
    units.dedup();
    let [unit] = units[..] else { return String::new() };
    match unit.to_lowercase().as_str() {
        "prosent" | "procent" | "percent" | "per cent" | "pct" => "%".to_string(),
        "antall" | "antal" | "tal" | "number" | "numbers" | "stk" | "count" => String::new(),
        _ => unit.clone(),
    }
}

fn decimals(cube: &Cube<'_>, picked: &Picked) -> Option<u8> {
    let metric = cube.dimensions.iter().position(|one| one.role == Role::Metric);
    let told = metric.and_then(|place| {
        let chosen = picked.chosen[place].iter();
        chosen.filter_map(|nth| cube.dimensions[place].categories[*nth].decimals).max()
    });
    told.or(cube.decimals)
}

#[cfg(test)]
mod tests;
