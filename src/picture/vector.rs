//! Drawings: the size that an SVG file asks for.

use super::{Fault, Format, Measured};

/// What browsers give a drawing that says nothing of its size.
const UNSAID: (f64, f64) = (300.0, 150.0);

/// The size of an SVG in CSS pixels: `width` and `height`, or what its `viewBox` says of their relation.
pub(super) fn measure(bytes: &[u8]) -> Result<Measured, Fault> {
    let unknown = || Fault::Broken("it is no PNG, JPEG, WebP, GIF, AVIF or SVG".to_owned());
    let text = std::str::from_utf8(bytes).map_err(|_| unknown())?;
    let tag = root(text).ok_or_else(unknown)?;
    let frame = attribute(tag, "viewBox").and_then(frame);
    let width = attribute(tag, "width").and_then(pixels);
    let height = attribute(tag, "height").and_then(pixels);
    let (width, height) = match (width, height, frame) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((x, y))) => (width, width * y / x),
        (None, Some(height), Some((x, y))) => (height * x / y, height),
        (None, None, Some(size)) => size,
        (width, height, None) => (width.unwrap_or(UNSAID.0), height.unwrap_or(UNSAID.1)),
    };
    let (width, height) = (whole(width), whole(height));
    Ok(Measured { format: Format::Svg, width, height, has_alpha: true, moves: false })
}

/// The inside of the tag `<svg …>`, wherever it stands after a declaration and remarks.
fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let skipped = if rest.starts_with("<!--") {
            rest.find("-->").map(|end| end + 3)
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            rest.find('>').map(|end| end + 1)
        } else {
            break;
        };
        rest = rest[skipped?..].trim_start();
    }
    let inside = rest.strip_prefix('<')?;
    let name = inside.split([' ', '\t', '\n', '\r', '>', '/']).next()?;
    let is_svg = name == "svg" || name.ends_with(":svg");
    let end = inside.find('>')?;
    is_svg.then(|| &inside[name.len()..end])
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let before = tag[..at].chars().next_back()?;
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let value = &rest[1..];
        before.is_whitespace().then(|| value.find(quote).map(|end| &value[..end]))?
    })
}

/// A length in CSS pixels; `None` for one that is relative to something else.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let end = length.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(length.len());
    let number: f64 = length[..end].parse().ok()?;
    let unit = match &length[end..] {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    (number > 0.0).then_some(number * unit)
}

/// Width and height of a `viewBox`.
fn frame(value: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = value
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [_, _, width, height] = numbers[..] else { return None };
    (width > 0.0 && height > 0.0).then_some((width, height))
}

/// Whole pixels, at least one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 1 and 100 000"
)]
fn whole(length: f64) -> u32 {
    length.round().clamp(1.0, 100_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(svg: &str) -> Option<(u32, u32)> {
        measure(svg.as_bytes()).ok().map(|measured| (measured.width, measured.height))
    }

    #[test]
    fn a_drawing_says_its_size_in_many_ways() {
        assert_eq!(size("<svg width=\"40\" height='30px' viewBox=\"0 0 1 1\"/>"), Some((40, 30)));
        assert_eq!(size("<svg viewBox=\"0 0 640 320\"><rect width='3'/></svg>"), Some((640, 320)));
        assert_eq!(size("<svg width='320' viewBox='-5,-5,640 320'/>"), Some((320, 160)));
        assert_eq!(size("<svg height='1in' viewBox='0 0 2 1'/>"), Some((192, 96)));
        assert_eq!(size("<svg width='100%' height='100%' viewBox='0 0 9 6'/>"), Some((9, 6)));
        assert_eq!(size("<svg xmlns='x'/>"), Some((300, 150)));
        assert_eq!(size("<svg viewBox='0 0 0 0' stroke-width='4'/>"), Some((300, 150)));
        assert_eq!(
            size(
                "\u{feff}<?xml version='1.0'?>\n<!-- <svg width='1'/> -->\n<!DOCTYPE svg>\n<s:svg\nwidth='7' height='8'>"
            ),
            Some((7, 8))
        );
    }

    #[test]
    fn what_is_no_drawing_is_told() {
        for other in ["", "hei", "<html></html>", "<svg", "<!-- <svg>", "<"] {
            assert_eq!(size(other), None, "{other}");
        }
    }
}
