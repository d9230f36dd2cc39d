//! The annual wheel as a picture: twelve sectors, and in each the numbers of what happens in that month.
//!
//! Titles are long and a phone is narrow, so the wheel holds numbers, and the list beside it says what they
//! stand for. An event that happens in several months has the same number in each. The months go clockwise
//! from the top, from the month that the plan's year begins with.
//!
//! Colours and type are the theme's, by class. Nothing in the picture can be followed: the list has the links.

use crate::html::escape;
use std::f64::consts::{FRAC_PI_2, FRAC_PI_6};
use std::fmt::Write;

/// What is drawn.
pub struct Wheel<'w> {
    /// What the picture is called.
    pub title: &'w str,
    /// What it shows, in words.
    pub description: &'w str,
    /// The months from the top, clockwise: a short name, and the numbers of its events.
    pub months: [(String, Vec<usize>); 12],
}

/// Half of the picture's side; it is drawn in a square of 300.
const CENTRE: f64 = 150.0;
const OUTER: f64 = 148.0;
const HUB: f64 = 26.0;
/// Where the names stand: long ones keep clear of the edge.
const NAMES: f64 = 134.0;
/// Radius of a mark.
const MARK: f64 = 10.5;
/// Where marks lie in a sector: distance from the centre, and how far from its middle, in radians. The rings
/// are as narrow as marks allow: two fit beside each other in the outer ones, one in the inner.
const PLACES: [(f64, f64); 6] =
    [(109.0, -0.108), (109.0, 0.108), (86.0, -0.131), (86.0, 0.131), (65.0, 0.0), (42.5, 0.0)];
/// One mark stands in the middle of its sector, and so does the third.
const ALONE: [(f64, f64); 1] = [(96.0, 0.0)];
const THREE: [(f64, f64); 3] = [PLACES[0], PLACES[1], (86.0, 0.0)];

/// The picture.
#[must_use]
pub fn wheel(wheel: &Wheel<'_>) -> String {
    let (title, description) = (escape(wheel.title), escape(wheel.description));
    let mut svg = format!(
        "<svg class=\"wheel\" viewBox=\"0 0 300 300\" role=\"img\" aria-labelledby=\"wheel-title wheel-about\">\n\
         <title id=\"wheel-title\">{title}</title>\n<desc id=\"wheel-about\">{description}</desc>\n"
    );
    for (place, (name, numbers)) in (0_u8..).zip(&wheel.months) {
        let start = f64::from(place) * FRAC_PI_6 - FRAC_PI_2;
        let class = if numbers.is_empty() { "wheel-month" } else { "wheel-month busy" };
        let _ = writeln!(svg, "<path class=\"{class}\" d=\"{}\"/>", sector(start));
        let (x, y) = at(start + FRAC_PI_6 / 2.0, NAMES);
        let _ =
            writeln!(svg, "<text class=\"wheel-name\" x=\"{x}\" y=\"{y}\">{}</text>", escape(name));
        marks(&mut svg, start + FRAC_PI_6 / 2.0, numbers);
    }
    svg.push_str("</svg>\n");
    svg
}

/// The numbers of a month; the last place says how many more there are, where there is no room for all.
fn marks(svg: &mut String, middle: f64, numbers: &[usize]) {
    let places: &[(f64, f64)] = match numbers.len() {
        1 => &ALONE,
        3 => &THREE,
        _ => &PLACES,
    };
    let is_full = numbers.len() > places.len();
    let shown = if is_full { places.len() - 1 } else { numbers.len() };
    let mut labels: Vec<String> = numbers.iter().take(shown).map(usize::to_string).collect();
    if is_full {
        labels.push(format!("+{}", numbers.len() - shown));
    }
    for ((distance, aside), label) in places.iter().zip(labels) {
        let (x, y) = at(middle + aside, *distance);
        let _ = writeln!(
            svg,
            "<g class=\"wheel-mark\"><circle cx=\"{x}\" cy=\"{y}\" r=\"{MARK}\"/><text x=\"{x}\" y=\"{y}\">{label}</text></g>"
        );
    }
}

/// A twelfth of the ring, clockwise from an angle.
fn sector(start: f64) -> String {
    let end = start + FRAC_PI_6;
    let ((a, b), (c, d)) = (at(start, OUTER), at(end, OUTER));
    let ((e, f), (g, h)) = (at(end, HUB), at(start, HUB));
    format!("M{a} {b}A{OUTER} {OUTER} 0 0 1 {c} {d}L{e} {f}A{HUB} {HUB} 0 0 0 {g} {h}Z")
}

/// A point at an angle and a distance from the centre, to a tenth, so that the last digit of a sine is nowhere
/// to be seen.
fn at(angle: f64, distance: f64) -> (String, String) {
    let round = |value: f64| {
        let text = format!("{:.1}", CENTRE + value);
        text.strip_suffix(".0").map(str::to_string).unwrap_or(text)
    };
    (round(distance * angle.cos()), round(distance * angle.sin()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Between the names of the months and the marks.
    const BAND: f64 = 122.0;

    fn drawn(counts: [usize; 12]) -> String {
        let months = counts.map(|count| ("<jan".to_string(), (1..=count).collect::<Vec<_>>()));
        wheel(&Wheel { title: "Årshjul & mer", description: "\"Året\"", months })
    }

    /// Centres of the marks of a picture.
    fn centres(svg: &str) -> Vec<(f64, f64)> {
        let number = |text: &str, name: &str| -> f64 {
            let after = text.split_once(&format!(" {name}=\"")).unwrap().1;
            after.split('"').next().unwrap().parse().unwrap()
        };
        let circles = svg.lines().filter(|line| line.contains("<circle"));
        circles.map(|line| (number(line, "cx"), number(line, "cy"))).collect()
    }

    #[test]
    fn marks_never_touch_and_stay_in_the_wheel() {
        for count in 1..=9 {
            let centres = centres(&drawn([count; 12]));
            assert_eq!(centres.len(), 12 * count.min(PLACES.len()));
            for (place, (x, y)) in centres.iter().enumerate() {
                let from_centre = (x - CENTRE).hypot(y - CENTRE);
                assert!(from_centre + MARK < BAND && from_centre - MARK > HUB);
                for (a, b) in &centres[..place] {
                    assert!(
                        (x - a).hypot(y - b) > 2.0 * MARK + 0.5,
                        "{count}: {x},{y} and {a},{b}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_first_month_is_to_the_right_of_the_top_and_the_others_follow_clockwise() {
        let mut counts = [0; 12];
        (counts[0], counts[3]) = (1, 1);
        let centres = centres(&drawn(counts));
        assert!(centres[0].0 > CENTRE && centres[0].1 < CENTRE - 80.0, "{centres:?}");
        assert!(centres[1].0 > CENTRE + 80.0 && centres[1].1 > CENTRE, "{centres:?}");
    }

    #[test]
    fn what_there_is_no_room_for_is_counted_and_words_are_escaped() {
        let svg = drawn([9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert!(svg.contains(">+4</text>") && !svg.contains(">6</text>"), "{svg}");
        assert!(svg.contains("&lt;jan") && svg.contains("Årshjul &amp; mer"), "{svg}");
    }
}
