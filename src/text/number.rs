//! Exact decimal numbers, read as people write them. How a language writes them stands with its words.

use std::cmp::Ordering;

/// A decimal number as it was written: 72.90 keeps its two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    digits: i64,
    decimals: u8,
}

impl Number {
    /// A whole number.
    #[must_use]
    pub fn whole(value: i64) -> Number {
        Number { digits: value, decimals: 0 }
    }

    /// A whole number times a power of ten: 5 and −1 are 0,5. `None` for more digits than fit.
    #[must_use]
    pub fn scaled(value: i64, power: i32) -> Option<Number> {
        if power <= 0 {
            let decimals = u8::try_from(power.unsigned_abs()).ok().filter(|count| *count <= 18)?;
            return Some(Number { digits: value, decimals });
        }
        let digits = value.checked_mul(10_i64.checked_pow(power.unsigned_abs())?)?;
        Some(Number::whole(digits))
    }

    /// The same number counted in thousands, millions or whatever ten to `power` is: 1 200 000 in
    /// millions is 1,200000.
    #[must_use]
    pub fn counted_in(self, power: u8) -> Number {
        Number { decimals: self.decimals.saturating_add(power).min(18), ..self }
    }

    /// Reads "79,8", "72.9", "-3", "14 500", "72,9 %". Spaces of any kind group thousands.
    ///
    /// `None` for anything else, also for more digits than fit.
    #[must_use]
    pub fn parse(written: &str) -> Option<Number> {
        let trimmed = written.trim().trim_end_matches('%').trim_end();
        let (sign, unsigned) = match trimmed.strip_prefix(['-', '−']) {
            Some(rest) => (-1, rest),
            None => (1, trimmed.strip_prefix('+').unwrap_or(trimmed)),
        };
        let (whole, fraction) = unsigned.split_once([',', '.']).unwrap_or((unsigned, ""));
        let is_fraction_cut = unsigned.ends_with([',', '.']);
        let grouped = whole.split([' ', '\u{a0}', '\u{202f}', '_']).collect::<Vec<_>>();
        let well_grouped = grouped.iter().skip(1).all(|group| group.len() == 3);
        if is_fraction_cut || !well_grouped || fraction.len() > 12 {
            return None;
        }
        let digits: String = grouped.concat() + fraction;
        if whole.is_empty() || digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let value: i64 = digits.parse().ok()?;
        Some(Number { digits: sign * value, decimals: u8::try_from(fraction.len()).ok()? })
    }

    /// How many decimals it was written with.
    #[must_use]
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// For drawing and for rough sums; figures that are shown never go through it.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a chart needs no sixteen digits")]
        let digits = self.digits as f64;
        digits / 10_f64.powi(i32::from(self.decimals))
    }

    /// The same number with a number of decimals, rounded half away from zero.
    #[must_use]
    pub fn round(self, decimals: u8) -> Number {
        if decimals >= self.decimals {
            let factor = 10_i64.checked_pow(u32::from(decimals - self.decimals));
            let digits = factor.and_then(|factor| self.digits.checked_mul(factor));
            return digits.map_or(self, |digits| Number { digits, decimals });
        }
        let divisor = 10_i64.pow(u32::from(self.decimals - decimals));
        let half = divisor / 2 * self.digits.signum();
        Number { digits: (self.digits + half) / divisor, decimals }
    }

    /// With a language's signs: the one before the decimals, and the one between each three digits of a whole
    /// part of five or more.
    #[must_use]
    pub fn written(self, point: &str, group: &str) -> String {
        let digits = self.all_digits();
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.decimals));
        let mut text = String::with_capacity(digits.len() + 8);
        text.push_str(if self.digits < 0 { "−" } else { "" });
        for (place, digit) in whole.chars().enumerate() {
            let left = whole.len() - place;
            if place > 0 && left.is_multiple_of(3) && whole.len() > 4 {
                text.push_str(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(point);
            text.push_str(fraction);
        }
        text
    }

    /// Its digits without a point; one at least stands before those of the decimals.
    fn all_digits(self) -> String {
        let mut digits = self.digits.unsigned_abs().to_string();
        while digits.len() <= usize::from(self.decimals) {
            digits.insert(0, '0');
        }
        digits
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        let scaled = |number: &Number, decimals: u8| {
            i128::from(number.digits) * 10_i128.pow(u32::from(decimals - number.decimals))
        };
        let decimals = self.decimals.max(other.decimals);
        scaled(self, decimals)
            .cmp(&scaled(other, decimals))
            .then(self.decimals.cmp(&other.decimals))
    }
}

impl std::fmt::Display for Number {
    /// With a point and no grouping, for data files: `14500.5`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = self.all_digits();
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.decimals));
        f.write_str(if self.digits < 0 { "-" } else { "" })?;
        f.write_str(whole)?;
        f.write_str(if fraction.is_empty() { "" } else { "." })?;
        f.write_str(fraction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (written, shown) in [
            ("79,8", "79,8"),
            ("72.90", "72,90"),
            (" 72,9 % ", "72,9"),
            ("14 500", "14\u{a0}500"),
            ("14\u{a0}500,5", "14\u{a0}500,5"),
            ("1450", "1450"),
            ("-0,5", "−0,5"),
            ("0,05", "0,05"),
        ] {
            assert_eq!(
                Number::parse(written).map(|n| n.written(",", "\u{a0}")).as_deref(),
                Some(shown)
            );
        }
        for wrong in
            ["", "ca. 3", "1.2.3", "3,", ",5", "1 45", "--1", "99999999999999999999", "12a"]
        {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn rounds_half_away_from_zero_and_compares_by_value() {
        let number = |text| Number::parse(text).unwrap();
        assert_eq!(number("41,85").round(1), number("41,9"));
        assert_eq!(number("-41,85").round(1), number("-41,9"));
        assert_eq!(number("41").round(2).written(".", ","), "41.00");
        assert!(number("72,9") > number("72,86"));
        assert_eq!(number("14 500,25").to_string(), "14500.25");
    }
}
