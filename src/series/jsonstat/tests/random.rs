//! Random cubes, whose every cell is read back, and what becomes of a file that was changed anywhere.

use super::{TWO, places, read};
use crate::series::Reading;
use proptest::prelude::*;

/// A random cube: the codes of each dimension, which of them is the time, its values and its forms.
#[derive(Debug, Clone)]
struct Random {
    sizes: Vec<usize>,
    time: usize,
    values: Vec<Option<i32>>,
    is_sparse: bool,
    forms: Vec<u8>,
}

fn random() -> impl Strategy<Value = Random> {
    (prop::collection::vec(1_usize..5, 1..5), any::<prop::sample::Index>()).prop_flat_map(
        |(sizes, time)| {
            let count = sizes.iter().product::<usize>();
            let (time, dimensions) = (time.index(sizes.len()), sizes.len());
            (
                Just(sizes),
                Just(time),
                prop::collection::vec(prop::option::weighted(0.8, -5000..5000), count),
                any::<bool>(),
                prop::collection::vec(0_u8..3, dimensions),
            )
                .prop_map(|(sizes, time, values, is_sparse, forms)| Random {
                    sizes,
                    time,
                    values,
                    is_sparse,
                    forms,
                })
        },
    )
}

impl Random {
    fn code(&self, dimension: usize, nth: usize) -> String {
        // Later times first, so that the order of the file is not that of time.
        if dimension == self.time { (2030 - nth).to_string() } else { format!("k{nth}") }
    }

    fn text(&self) -> String {
        let dimensions: Vec<String> =
            (0..self.sizes.len()).map(|place| self.dimension(place)).collect();
        let ids: Vec<String> = (0..self.sizes.len()).map(|place| format!("\"D{place}\"")).collect();
        let written = |value: &Option<i32>| {
            value.map_or("null".into(), |value| format!("{}", f64::from(value) / 10.0))
        };
        let values = self.values.iter();
        let values = if self.is_sparse {
            let told = values.enumerate().filter(|(_, value)| value.is_some());
            let told: Vec<String> =
                told.map(|(at, value)| format!("\"{at}\":{}", written(value))).collect();
            format!("{{{}}}", told.join(","))
        } else {
            let all: Vec<String> = values.map(written).collect();
            format!("[{}]", all.join(","))
        };
        format!(
            "{{\"id\":[{}],\"size\":{:?},\"role\":{{\"time\":[\"D{}\"]}},\"dimension\":{{{}}},\"value\":{values}}}",
            ids.join(","),
            self.sizes,
            self.time,
            dimensions.join(",")
        )
    }

    fn dimension(&self, place: usize) -> String {
        let codes: Vec<String> = (0..self.sizes[place]).map(|nth| self.code(place, nth)).collect();
        let category = match self.forms[place] {
            0 if codes.len() == 1 => format!("\"label\":{{\"{}\":\"Eneste\"}}", codes[0]),
            1 => format!("\"index\":{codes:?}"),
            _ => {
                // The members of an object come in any order.
                let placed =
                    codes.iter().enumerate().rev().map(|(nth, code)| format!("\"{code}\":{nth}"));
                format!("\"index\":{{{}}}", placed.collect::<Vec<_>>().join(","))
            }
        };
        format!("\"D{place}\":{{\"category\":{{{category}}}}}")
    }

    /// The coordinates of a cell.
    fn coordinates(&self, mut cell: usize) -> Vec<usize> {
        let mut coordinates = vec![0; self.sizes.len()];
        for (place, size) in self.sizes.iter().enumerate().rev() {
            coordinates[place] = cell % size;
            cell /= size;
        }
        coordinates
    }
}

proptest! {
    #[test]
    fn every_cell_of_a_cube_is_read_back(cube in random()) {
        let text = cube.text();
        for (cell, value) in cube.values.iter().enumerate() {
            let coordinates = cube.coordinates(cell);
            let codes: Vec<(String, String)> = coordinates.iter().enumerate()
                .filter(|(place, _)| *place != cube.time)
                .map(|(place, nth)| (format!("D{place}"), cube.code(place, *nth)))
                .collect();
            let codes: Vec<(&str, [&str; 1])> = codes.iter().map(|(id, code)| (id.as_str(), [code.as_str()])).collect();
            let select: Vec<(&str, &[&str])> = codes.iter().map(|(id, code)| (*id, &code[..])).collect();
            let (set, told) = read(&text, &select);
            prop_assert!(told.is_empty(), "{told:?} {text}");
            prop_assert_eq!(set.series.len(), 1);
            let year = 2030 - coordinates[cube.time];
            let seen = set.series[0].observations.iter().find(|one| one.time.unwrap().year() == year as i16).unwrap();
            match value {
                None => prop_assert_eq!(seen.value, Reading::Missing),
                Some(value) => {
                    let Reading::Number(number) = seen.value else { panic!("{seen:?}") };
                    prop_assert_eq!((number.to_f64() * 10.0).round() as i32, *value);
                    prop_assert_eq!(number.to_string(), &text[seen.span.range()]);
                }
            }
        }
    }

    #[test]
    fn no_change_of_a_file_makes_it_panic(at in any::<prop::sample::Index>(), put in "[\\[\\]{}\",:0-9a-z-]{0,4}", cut in 0_usize..6) {
        let text = places(TWO, &["2020", "2021"], r#""value":[1,2,3,4],"status":{"1":":"},"note":["a"]"#);
        let start = at.index(text.len());
        let changed = format!("{}{put}{}", text.get(..start).unwrap_or(""), text.get(start + cut..).unwrap_or(""));
        read(&changed, &[("Region", &["3101", "0"])]);
    }
}
