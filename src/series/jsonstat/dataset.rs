//! JSON → [`Cube`]: what the file must hold, and how each agency writes it.
//!
//! The dataset may stand alone, or in the older wrappers `{"dataset": {…}}` and `{"name": {…}}`. The list
//! of codes is an object of places, a list, or nothing where there is one category. Any member may be null.

use super::cube::{Category, Cube, Dimension, Remark, Role, Status, Values};
use super::json::{Json, Piece};
use super::tell::Wrong;
use crate::say;
use crate::series::plain::plain;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

type Members<'t> = Vec<(Cow<'t, str>, Piece<'t>)>;

/// Reads the dataset of a file.
pub(super) fn read<'t>(json: Json<'t>) -> Result<Cube<'t>, Wrong<'t>> {
    let whole = json.whole().map_err(Wrong::NotJson)?;
    let (piece, dataset) = dataset(whole)?;
    let get = |name| dataset.get(name).copied().filter(|piece: &Piece| !piece.is_null());
    // Before version 2 the list of dimensions stood among the dimensions.
    let within = get("dimension").ok_or_else(|| wrong(piece, "dimension"))?;
    let by_id = within.members().unwrap_or_default();
    let by_id = by_name(&by_id);
    let head = |name| get(name).or_else(|| by_id.get(name).copied());
    let ids = head("id").ok_or_else(|| wrong(piece, "id"))?;
    let roles = roles(head("role"));
    let told = |id: &str| by_id.get(id).copied().ok_or_else(|| wrong(within, id));
    let ids = ids.strings();
    let dimensions = ids.iter().map(|id| dimension(id, told(id)?, &roles));
    let dimensions: Vec<Dimension> = dimensions.collect::<Result<_, _>>()?;
    let count = cells(&dimensions, head("size").ok_or_else(|| wrong(piece, "size"))?)?;
    let values = values(get("value").ok_or_else(|| wrong(piece, "value"))?, count)?;
    let text = |name| get(name).and_then(Piece::word).map_or(String::new(), |text| plain(&text));
    let extension = get("extension");
    let px = extension.and_then(|extension| extension.get("px"));
    Ok(Cube {
        label: text("label"),
        source: text("source"),
        updated: text("updated"),
        values,
        status: get("status").map_or(Ok(Status::None), |status| marks(status, count))?,
        legend: legend(extension),
        remarks: table_remarks(get("note"), extension),
        decimals: px.and_then(|px| px.get("decimals")).and_then(decimals),
        dimensions,
    })
}

/// A member that is not there.
fn wrong<'t>(piece: Piece<'t>, name: &str) -> Wrong<'t> {
    Wrong::Missing(piece, name.to_string())
}

/// The members of the dataset itself, also out of its older wrappers.
fn dataset<'t>(whole: Piece<'t>) -> Result<(Piece<'t>, HashMap<String, Piece<'t>>), Wrong<'t>> {
    let outer = whole.members().ok_or(Wrong::NotJsonStat(whole))?;
    let is_dataset = |members: &Members| {
        let has = |name| members.iter().any(|(key, _)| key == name);
        has("dimension") && has("value")
    };
    if is_dataset(&outer) {
        return Ok((whole, named(outer)));
    }
    let inner = outer.iter().filter_map(|(_, piece)| Some((*piece, piece.members()?)));
    let mut datasets = inner.filter(|(_, members)| is_dataset(members));
    match (datasets.next(), datasets.next()) {
        (Some((piece, members)), None) => Ok((piece, named(members))),
        (Some(_), Some((second, _))) => Err(Wrong::Several(second)),
        _ => Err(Wrong::NotJsonStat(whole)),
    }
}

fn named<'t>(members: Members<'t>) -> HashMap<String, Piece<'t>> {
    members.into_iter().map(|(name, piece)| (name.into_owned(), piece)).collect()
}

/// What each dimension is about, by its name.
fn roles(piece: Option<Piece<'_>>) -> HashMap<String, Role> {
    let named = [("time", Role::Time), ("geo", Role::Place), ("metric", Role::Metric)];
    let ids = named.iter().flat_map(|(name, role)| {
        let ids = piece.and_then(|piece| piece.get(name)).map_or(Vec::new(), Piece::strings);
        ids.into_iter().map(|id| (id.into_owned(), *role))
    });
    ids.collect()
}

fn dimension<'t>(
    id: &str,
    piece: Piece<'t>,
    roles: &HashMap<String, Role>,
) -> Result<Dimension, Wrong<'t>> {
    let category = piece.get("category").ok_or_else(|| wrong(piece, "category"))?;
    let labels = category.get("label").and_then(Piece::members).unwrap_or_default();
    let units = category.get("unit").and_then(Piece::members).unwrap_or_default();
    let notes = category.get("note").and_then(Piece::members).unwrap_or_default();
    let extension = piece.get("extension");
    let mandatory = extension
        .and_then(|one| one.get("categoryNoteMandatory"))
        .and_then(Piece::members)
        .unwrap_or_default();
    let by_code = [&labels, &units, &notes, &mandatory].map(by_name);
    let [labels_of, units_of, notes_of, mandatory_of] = &by_code;
    let codes = codes(category, &labels)?;
    let categories = codes.into_iter().map(|code| {
        let label = labels_of.get(&*code).and_then(|label| label.word());
        let unit = units_of.get(&*code);
        let base =
            unit.and_then(|unit| unit.get("base").or(unit.get("label"))).and_then(Piece::string);
        let notes = notes_of.get(&*code).copied();
        Category {
            label: plain(&label.unwrap_or_else(|| code.clone())),
            unit: base.map_or(String::new(), |base| plain(&base)),
            decimals: unit.and_then(|unit| unit.get("decimals")).and_then(decimals),
            remarks: remarks(notes, mandatory_of.get(&*code).copied()),
            code: code.into_owned(),
        }
    });
    let label = piece.get("label").and_then(Piece::string);
    let categories: Vec<Category> = categories.collect();
    let total = extension.and_then(|one| one.get("eliminationValueCode")).and_then(Piece::word);
    Ok(Dimension {
        total: total.and_then(|code| categories.iter().position(|one| one.code == code)),
        id: id.to_string(),
        label: label.map_or_else(|| id.to_string(), |label| plain(&label)),
        categories,
        role: roles.get(id).copied().unwrap_or_default(),
        remarks: remarks(piece.get("note"), extension.and_then(|one| one.get("noteMandatory"))),
    })
}

fn by_name<'m, 't>(members: &'m Members<'t>) -> HashMap<&'m str, Piece<'t>> {
    members.iter().map(|(name, piece)| (&**name, *piece)).collect()
}

/// The codes of a dimension, each at its place.
fn codes<'t>(category: Piece<'t>, labels: &Members<'t>) -> Result<Vec<Cow<'t, str>>, Wrong<'t>> {
    let Some(index) = category.get("index") else {
        return match &labels[..] {
            [(code, _)] => Ok(vec![code.clone()]),
            _ => Err(wrong(category, "index")),
        };
    };
    if let Some(items) = index.items() {
        return items.into_iter().map(|item| item.word().ok_or(Wrong::Code(item))).collect();
    }
    let Some(members) = index.members() else { return Err(Wrong::Code(index)) };
    let mut codes = vec![None; members.len()];
    for (code, place) in members {
        let slot = place.count().and_then(|at| codes.get_mut(at)).filter(|slot| slot.is_none());
        *slot.ok_or(Wrong::Place(place))? = Some(code);
    }
    Ok(codes.into_iter().flatten().collect())
}

/// How many cells the cube has. Sizes must be those of the lists of codes.
fn cells<'t>(dimensions: &[Dimension], size: Piece<'t>) -> Result<usize, Wrong<'t>> {
    let sizes = size.items().unwrap_or_default();
    if sizes.len() != dimensions.len() {
        let (told, ids) = (sizes.len(), dimensions.len());
        return Err(Wrong::Size(
            size,
            say!(
                nb: "Filen har {ids} dimensjoner, men størrelsen til {told}",
                en: "The file has {ids} dimensions, but the sizes of {told}"
            ),
        ));
    }
    let mut count = 1_usize;
    for (dimension, told) in dimensions.iter().zip(sizes) {
        let codes = dimension.categories.len();
        if told.count() != Some(codes) {
            let (id, told_size) = (&dimension.id, told.written());
            return Err(Wrong::Size(
                told,
                say!(
                    nb: "«{id}» skal ha {told_size} koder, og har {codes}",
                    en: "“{id}” should have {told_size} codes, and has {codes}"
                ),
            ));
        }
        count = count.checked_mul(codes).ok_or_else(|| {
            Wrong::Size(
                size,
                say!(
                    nb: "Dimensjonene har flere celler enn noen fil kan ha",
                    en: "The dimensions have more cells than any file can have"
                ),
            )
        })?;
    }
    Ok(count)
}

fn values(piece: Piece<'_>, count: usize) -> Result<Values<'_>, Wrong<'_>> {
    match piece.items() {
        Some(values) if values.len() == count => Ok(Values::Dense(values)),
        Some(values) => Err(Wrong::Count(piece, values.len(), count)),
        None => sparse(piece, count).map(Values::Sparse),
    }
}

fn marks(piece: Piece<'_>, count: usize) -> Result<Status<'_>, Wrong<'_>> {
    if let Some(mark) = piece.string() {
        return Ok(Status::All(mark.into_owned()));
    }
    match piece.items() {
        // Agencies cut the list after the last mark.
        Some(marks) if marks.len() <= count => Ok(Status::Dense(marks)),
        Some(marks) => Err(Wrong::Count(piece, marks.len(), count)),
        None => sparse(piece, count).map(Status::Sparse),
    }
}

/// Values by their place.
fn sparse(piece: Piece<'_>, count: usize) -> Result<HashMap<usize, Piece<'_>>, Wrong<'_>> {
    let members = piece.members().ok_or(Wrong::Values(piece))?;
    let placed = members.into_iter().map(|(name, value)| {
        let place = name.parse().ok().filter(|place| *place < count);
        place.map(|place| (place, value)).ok_or(Wrong::NoCell(value, name.into_owned(), count))
    });
    placed.collect()
}

/// The remarks on the table as a whole. Only PxWeb tells which of them must follow the figures; of others' all do.
fn table_remarks(notes: Option<Piece<'_>>, extension: Option<Piece<'_>>) -> Vec<Remark> {
    let member = |name| extension.and_then(|extension| extension.get(name));
    let mut remarks = remarks(notes, member("noteMandatory"));
    if member("px").is_none() && member("noteMandatory").is_none() {
        remarks.iter_mut().for_each(|remark| remark.mandatory = true);
    }
    remarks
}

/// Remarks, each with whether it must follow the figures.
fn remarks(notes: Option<Piece<'_>>, mandatory: Option<Piece<'_>>) -> Vec<Remark> {
    let Some(notes) = notes else { return Vec::new() };
    let mandatory = mandatory.and_then(Piece::members).unwrap_or_default();
    let mandatory = mandatory.into_iter().filter(|(_, told)| told.is_true());
    let mandatory: HashSet<usize> = mandatory.filter_map(|(name, _)| name.parse().ok()).collect();
    let texts = notes.strings().into_iter().enumerate();
    let read = texts.map(|(nth, text)| Remark::new(&text, mandatory.contains(&nth)));
    read.filter(|remark| !remark.text.is_empty()).collect()
}

/// What a file's own marks mean: `extension.status.label`.
fn legend(extension: Option<Piece<'_>>) -> Vec<(String, String)> {
    let labels = extension.and_then(|one| one.get("status")).and_then(|status| status.get("label"));
    let members = labels.and_then(Piece::members).unwrap_or_default();
    let told = members
        .into_iter()
        .filter_map(|(mark, label)| Some((mark.into_owned(), plain(&label.string()?))));
    told.collect()
}

/// Decimals as far as planverk shows them.
fn decimals(piece: Piece<'_>) -> Option<u8> {
    piece.count().and_then(|count| u8::try_from(count).ok()).filter(|count| *count <= 6)
}
