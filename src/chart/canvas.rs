//! What a chart is drawn on: SVG as it grows, and the boxes of all words on it.
//!
//! Every word is measured when it is written, so that the next can ask whether a place is free, and the
//! tests whether all words are where they can be read. Words are escaped here and nowhere else.

use super::glyphs::{ASCENT, DESCENT, Type};
use crate::html::escape_into;

/// A box in the chart's own units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    fn meets(&self, other: &Rect) -> bool {
        let across = self.left < other.right && other.left < self.right;
        across && self.top < other.bottom && other.top < self.bottom
    }
}

/// Which part of a line of text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text, and how it is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'w> {
    pub(super) text: &'w str,
    pub(super) class: &'static str,
    pub(super) set: Type,
    pub(super) anchor: Anchor,
}

/// A chart as it is being drawn.
#[derive(Debug)]
pub(super) struct Canvas {
    pub(super) width: f64,
    pub(super) svg: String,
    pub(super) boxes: Vec<Rect>,
    /// Where the picture begins: room above that nothing needed is cut away.
    pub(super) top: f64,
    /// Whether a group says how its words are set.
    group: bool,
}

impl Canvas {
    pub(super) fn new(width: f64) -> Canvas {
        // One without a width is but a path.
        let bytes = if width > 0.0 { 4 * 1024 } else { 128 };
        let svg = String::with_capacity(bytes);
        Canvas { width, svg, boxes: Vec::new(), top: 0.0, group: false }
    }

    /// Adds markup as it stands.
    pub(super) fn raw(&mut self, markup: &str) {
        self.svg.push_str(markup);
    }

    /// Adds a number with one decimal at most.
    pub(super) fn number(&mut self, number: f64) {
        number_into(number, &mut self.svg);
    }

    /// Adds ` name="number"`.
    pub(super) fn attribute(&mut self, name: &str, number: f64) {
        self.svg.push(' ');
        self.svg.push_str(name);
        self.svg.push_str("=\"");
        self.number(number);
        self.svg.push('"');
    }

    /// A straight line.
    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let mut path = Canvas::new(0.0);
        path.stroke(from, to);
        self.path(class, &path.svg);
    }

    /// A path that is drawn already.
    pub(super) fn path(&mut self, class: &str, path: &str) {
        self.svg.push_str("<path class=\"");
        self.svg.push_str(class);
        self.svg.push_str("\" d=\"");
        self.svg.push_str(path);
        self.svg.push_str("\"/>");
    }

    /// Begins a group of words that are set alike; each still says how, for its box.
    pub(super) fn open(&mut self, class: &str, anchor: Anchor) {
        self.svg.push_str("<g class=\"");
        self.svg.push_str(class);
        self.svg.push_str(if anchor == Anchor::End {
            "\" text-anchor=\"end\">"
        } else {
            "\" text-anchor=\"middle\">"
        });
        self.group = true;
    }

    /// Ends a group.
    pub(super) fn close(&mut self) {
        self.svg.push_str("</g>");
        self.group = false;
    }

    /// Adds a straight line to a path.
    pub(super) fn stroke(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.svg.push('M');
        self.point(x1, y1);
        if (y1 - y2).abs() < 0.05 {
            self.svg.push('H');
            self.number(x2);
        } else if (x1 - x2).abs() < 0.05 {
            self.svg.push('V');
            self.number(y2);
        } else {
            self.svg.push('L');
            self.point(x2, y2);
        }
    }

    /// Adds `x y` of a path.
    pub(super) fn point(&mut self, x: f64, y: f64) {
        self.number(x);
        self.svg.push(' ');
        self.number(y);
    }

    /// A box filled with something; one of no width or height is not drawn.
    pub(super) fn rect(&mut self, class: &str, rect: &Rect) {
        let (width, height) = (rect.right - rect.left, rect.bottom - rect.top);
        if width <= 0.0 || height <= 0.0 {
            return;
        }
        self.svg.push_str("<rect class=\"");
        self.svg.push_str(class);
        self.svg.push('"');
        for (name, number) in
            [("x", rect.left), ("y", rect.top), ("width", width), ("height", height)]
        {
            self.attribute(name, number);
        }
        self.svg.push_str("/>");
    }

    /// Writes a line of text on the line `y`, or a hair beside it: whole numbers are short.
    pub(super) fn words(&mut self, words: Words<'_>, x: f64, y: f64) {
        let y = y.round();
        if words.text.is_empty() {
            return;
        }
        self.boxes.push(rect_of(words, x, y));
        self.svg.push_str("<text");
        self.attribute("x", x);
        self.attribute("y", y);
        match words.anchor {
            _ if self.group => {}
            Anchor::Start => {}
            Anchor::Middle => self.svg.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.svg.push_str(" text-anchor=\"end\""),
        }
        if !words.class.is_empty() {
            self.svg.push_str(" class=\"");
            self.svg.push_str(words.class);
            self.svg.push('"');
        }
        self.svg.push('>');
        escape_into(words.text, &mut self.svg);
        self.svg.push_str("</text>");
    }

    /// Writes a line of text if nothing else is written there; whether it did. In the middle of its
    /// place it moves aside where it would leave the chart.
    pub(super) fn words_if_free(&mut self, words: Words<'_>, x: f64, y: f64) -> bool {
        let (x, y) = (self.within(words, x), y.round());
        let free = self.is_free(&rect_of(words, x, y));
        if free {
            self.words(words, x, y);
        }
        free
    }

    /// The same, on a ground that hides the lines of the grid behind them.
    pub(super) fn figure_if_free(&mut self, words: Words<'_>, x: f64, y: f64) -> bool {
        let (x, y) = (self.within(words, x), y.round());
        let rect = rect_of(words, x, y);
        let free = self.is_free(&rect);
        if free {
            self.rect("ground", &rect);
            self.words(words, x, y);
        }
        free
    }

    /// Where a line of text has to stand to stay in the chart.
    pub(super) fn within(&self, words: Words<'_>, x: f64) -> f64 {
        let rect = rect_of(words, x, 0.0);
        x - rect.left.min(0.0) - (rect.right - self.width).max(0.0)
    }

    /// Whether no words stand in a box, or so near that they would be read as one.
    pub(super) fn is_free(&self, rect: &Rect) -> bool {
        let near = Rect { left: rect.left - 2.0, right: rect.right + 2.0, ..*rect };
        let inside = rect.top >= 0.0 && rect.left >= -0.01 && rect.right <= self.width + 0.01;
        inside && !self.boxes.iter().any(|other| other.meets(&near))
    }
}

/// The box of a line of text on the line `y`.
pub(super) fn rect_of(words: Words<'_>, x: f64, y: f64) -> Rect {
    let width = words.set.width(words.text);
    let left = match words.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let size = words.set.size;
    Rect { left, top: y - ASCENT * size, right: left + width, bottom: y + DESCENT * size }
}

/// Writes a number with one decimal at most, without the detour of a formatter.
fn number_into(number: f64, svg: &mut String) {
    #[expect(clippy::cast_possible_truncation, reason = "places in a chart are small")]
    let tenths = (number * 10.0).round() as i64;
    if tenths < 0 {
        svg.push('-');
    }
    let tenths = tenths.unsigned_abs();
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut whole = tenths / 10;
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(whole % 10).unwrap_or(0);
        whole /= 10;
        if whole == 0 {
            break;
        }
    }
    svg.extend(digits[at..].iter().map(|digit| char::from(*digit)));
    if !tenths.is_multiple_of(10) {
        svg.push('.');
        svg.push(char::from(b'0' + u8::try_from(tenths % 10).unwrap_or(0)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let short = |number: f64| {
            let mut svg = String::new();
            number_into(number, &mut svg);
            svg
        };
        let all = [0.0, 12.0, 12.34, -0.06, -3.96, 640.0, 0.04].map(short);
        assert_eq!(all, ["0", "12", "12.3", "-0.1", "-4", "640", "0"]);
    }

    #[test]
    fn words_keep_out_of_each_others_way() {
        let mut canvas = Canvas::new(200.0);
        let set = Type { size: 10.0, bold: false };
        let words = Words { text: "<b>\"&'", class: "tick", set, anchor: Anchor::Middle };
        assert!(canvas.words_if_free(words, 0.0, 20.0));
        assert!(!canvas.words_if_free(words, 10.0, 24.0));
        assert!(canvas.words_if_free(words, 195.0, 24.0));
        assert!(canvas.boxes.iter().all(|rect| rect.left >= -0.01 && rect.right <= 200.01));
        assert!(canvas.svg.contains("&lt;b&gt;&quot;&amp;&#39;"), "{}", canvas.svg);
    }
}
