//! What is in a cube, and the choice to paste: one code of each dimension that needs one.

use super::cube::{Cube, Role};
use super::json::Json;
use super::{dataset, pick};
use crate::diagnostic::Diagnostics;
use crate::series::{Shown, ShownLine, ShownPart};
use crate::text::{FileId, Span};

/// Looks at a cube in a file with a name.
pub(in crate::series) fn show(name: &str, text: &str, diagnostics: &mut Diagnostics) -> Shown {
    let json = Json { file: FileId(0), text };
    let cube = match dataset::read(json) {
        Ok(cube) => cube,
        Err(wrong) => {
            diagnostics.push(wrong.tell_alone(json));
            return Shown::default();
        }
    };
    // Which dimension is the time is looked up as when it is used; what is told then is told then.
    let mut unheard = Diagnostics::default();
    let time = pick::time_dimension(&cube, None, Span::new(FileId(0), 0..0), &mut unheard);
    let parts = cube.dimensions.iter().enumerate().map(|(place, dimension)| ShownPart {
        name: dimension.id.clone(),
        label: dimension.label.clone(),
        is_time: time == Some(place),
        codes: dimension
            .categories
            .iter()
            .map(|one| (one.code.clone(), one.label.clone()))
            .collect(),
        ..ShownPart::default()
    });
    let own = cube.remarks.iter().chain(cube.dimensions.iter().flat_map(|one| &one.remarks));
    let mut remarks: Vec<_> = own.collect();
    remarks.sort_by_key(|remark| !remark.mandatory);
    Shown {
        title: cube.label.clone(),
        source: [cube.source.as_str(), cube.updated.as_str()].join(" ").trim().to_string(),
        parts: parts.collect(),
        notes: remarks.into_iter().map(|remark| remark.text.clone()).collect(),
        lines: vec![line(name, &cube, time)],
    }
}

/// `data = { fil = "x.json", velg = { Region = "3053" } }`.
fn line(name: &str, cube: &Cube<'_>, time: Option<usize>) -> ShownLine {
    let needed = cube.dimensions.iter().enumerate();
    let needed = needed.filter(|(place, one)| Some(*place) != time && one.categories.len() > 1);
    let chosen = needed.map(|(_, dimension)| {
        let code = dimension.total.or(Some(0)).and_then(|nth| dimension.categories.get(nth));
        (dimension.id.clone(), code.map_or(String::new(), |one| one.code.clone()))
    });
    let told = time.map(|place| &cube.dimensions[place]).filter(|one| one.role != Role::Time);
    ShownLine {
        file: name.to_string(),
        select: chosen.collect(),
        time: told.map_or(String::new(), |one| one.id.clone()),
        ..ShownLine::default()
    }
}
