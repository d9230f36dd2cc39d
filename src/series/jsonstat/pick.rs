//! What the plan picks from a cube: for each dimension the categories it wants.
//!
//! A name is looked up as a code first, then as a label, and last as a label without the years in
//! parentheses behind it: "Eksempelvik" finds "Eksempelvik (-2019)" and "Eksempelvik (2020-)". A dimension
//! with one category needs no choice; any other does, as nobody but the plan knows which is meant.

use super::cube::{Cube, Dimension, Role};
use super::tell::{no_time, not_a_time, not_picked, unknown_code, unknown_dimension};
use crate::diagnostic::rules::UNREADABLE_DATA;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::series::{Named, Wants};
use crate::text::{Span, When};
use crate::vocabulary::{fold, is_same};

/// What is picked.
#[derive(Debug)]
pub(super) struct Picked {
    /// The dimension that is the time.
    pub time: usize,
    /// Its categories that are wanted, with their times, in order of time.
    pub times: Vec<(usize, When)>,
    /// For each dimension the categories that are wanted, in the order that the plan names them.
    pub chosen: Vec<Vec<usize>>,
    /// The dimensions that the plan picks from, in its order, without the time.
    pub order: Vec<usize>,
}

impl Picked {
    /// The coordinates of every series, the dimension that the plan names last moving fastest.
    pub(super) fn coordinates(&self) -> Vec<Vec<usize>> {
        let first = self.chosen.iter().map(|chosen| chosen.first().copied().unwrap_or(0));
        let mut all: Vec<Vec<usize>> = vec![first.collect()];
        for place in &self.order {
            let each = all.iter().flat_map(|at| {
                self.chosen[*place].iter().map(|category| {
                    let mut at = at.clone();
                    at[*place] = *category;
                    at
                })
            });
            all = each.collect();
        }
        all
    }
}

/// Looks up what the plan wants; nothing when something of it is not there, which has been told.
pub(super) fn pick(
    cube: &Cube<'_>,
    wants: &Wants,
    used_at: Span,
    diagnostics: &mut Diagnostics,
) -> Option<Picked> {
    let before = diagnostics.mistakes();
    let time = time_dimension(cube, wants.time.as_ref(), used_at, diagnostics)?;
    let mut chosen: Vec<Option<Vec<usize>>> = vec![None; cube.dimensions.len()];
    let mut order = Vec::new();
    for choice in &wants.select {
        let (written, span) = &choice.dimension;
        let Some(place) = find_dimension(cube, written) else {
            diagnostics.push(unknown_dimension(cube, written, *span));
            continue;
        };
        if chosen[place].is_some() {
            let message =
                say!(nb: "«{written}» er valgt to ganger", en: "“{written}” is picked twice");
            diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, *span, message));
            continue;
        }
        chosen[place] = Some(categories(&cube.dimensions[place], &choice.codes, diagnostics));
        if place != time {
            order.push(place);
        }
    }
    // A wrong name of a dimension explains why nothing is picked from it.
    let all_known = diagnostics.mistakes() == before;
    for (place, dimension) in cube.dimensions.iter().enumerate().filter(|_| all_known) {
        let is_plain = place == time || dimension.categories.len() == 1;
        if chosen[place].is_none() && !is_plain {
            diagnostics.push(not_picked(dimension, used_at));
        }
    }
    let all = |dimension: &Dimension| (0..dimension.categories.len()).collect();
    let chosen = cube.dimensions.iter().zip(chosen);
    let chosen: Vec<Vec<usize>> =
        chosen.map(|(dimension, chosen)| chosen.unwrap_or_else(|| all(dimension))).collect();
    let times = times(&cube.dimensions[time], &chosen[time], used_at, diagnostics);
    (diagnostics.mistakes() == before).then_some(Picked { time, times, chosen, order })
}

/// The dimension that the plan names, or the file, or else the only one whose categories are all times.
pub(super) fn time_dimension(
    cube: &Cube<'_>,
    wanted: Option<&Named>,
    used_at: Span,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    if let Some((written, span)) = wanted {
        let found = find_dimension(cube, written);
        if found.is_none() {
            diagnostics.push(unknown_dimension(cube, written, *span));
        }
        return found;
    }
    let of_role = cube.dimensions.iter().position(|one| one.role == Role::Time);
    let found = of_role.or_else(|| {
        let mut like = cube
            .dimensions
            .iter()
            .enumerate()
            .filter(|(_, one)| one.times().is_some_and(|times| !times.is_empty()));
        let first = like.next()?.0;
        like.next().is_none().then_some(first)
    });
    if found.is_none() {
        diagnostics.push(no_time(cube, used_at));
    }
    found
}

/// A dimension by its name in the file, or by its label.
fn find_dimension(cube: &Cube<'_>, written: &str) -> Option<usize> {
    let by = |name: fn(&Dimension) -> &str| {
        cube.dimensions.iter().position(|one| is_same(name(one).trim(), written.trim()))
    };
    by(|one| &one.id).or_else(|| by(|one| &one.label))
}

fn categories(dimension: &Dimension, names: &[Named], diagnostics: &mut Diagnostics) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    for (written, span) in names {
        let found = find_categories(dimension, written);
        if found.is_empty() {
            diagnostics.push(unknown_code(dimension, written, *span));
        }
        chosen.extend(found);
    }
    let mut seen = std::collections::HashSet::new();
    chosen.retain(|place| seen.insert(*place));
    chosen
}

fn find_categories(dimension: &Dimension, written: &str) -> Vec<usize> {
    let written = fold(written.trim());
    let by = |name: fn(&str, &str) -> String| {
        let named = dimension.categories.iter().enumerate();
        let same = named.filter(|(_, one)| fold(&name(&one.code, &one.label)) == written);
        same.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let mut found = by(|code, _| code.to_string());
    if found.is_empty() {
        found = by(|_, label| label.to_string());
    }
    if found.is_empty() {
        found = by(|_, label| without_years(label).to_string());
    }
    found
}

/// "Eksempelvik (2020-2023)" is Eksempelvik.
pub(super) fn without_years(label: &str) -> &str {
    let cut = label.trim_end().strip_suffix(')').and_then(|label| label.rsplit_once('('));
    let is_years = |years: &str| {
        !years.is_empty()
            && years.chars().all(|letter| letter.is_ascii_digit() || " -–".contains(letter))
    };
    cut.filter(|(name, years)| is_years(years) && !name.trim().is_empty())
        .map_or(label, |(name, _)| name.trim_end())
}

fn times(
    dimension: &Dimension,
    chosen: &[usize],
    used_at: Span,
    diagnostics: &mut Diagnostics,
) -> Vec<(usize, When)> {
    let mut times: Vec<(usize, When)> = Vec::new();
    for place in chosen {
        let category = &dimension.categories[*place];
        match category.time() {
            Some(time) => times.push((*place, time)),
            None => {
                diagnostics.push(not_a_time(dimension, &category.shown(), used_at));
                break;
            }
        }
    }
    times.sort_by_key(|(_, time)| *time);
    if let Some(twice) = times.windows(2).find(|pair| pair[0].1 == pair[1].1) {
        let (first, second) =
            (&dimension.categories[twice[0].0], &dimension.categories[twice[1].0]);
        let (first, second) = (first.shown(), second.shown());
        let message = say!(
            nb: "«{first}» og «{second}» er samme tid",
            en: "“{first}” and “{second}” are the same time"
        );
        diagnostics.push(Diagnostic::at(&UNREADABLE_DATA, used_at, message));
    }
    times
}
