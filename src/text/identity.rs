//! National identity numbers: found by their form, their date and their control digits, and masked.
//!
//! Norwegian numbers are eleven digits, `DDMMYYNNNCC`, with two control digits; people write them in groups,
//! `DD MM YY NNNCC`, and right after a word, `fnrDDMMYYNNNCC`. D-numbers have 40 added to
//! the day, synthetic ones 40 or 80 to the month. Swedish numbers are `(YY)YYMMDD-NNNC` with one.

use std::borrow::Cow;
use std::ops::Range;

/// Whose register a number is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Register {
    /// Norwegian: *fødselsnummer*, *d-nummer*.
    Norwegian,
    /// Norwegian: *svensk personnummer*.
    Swedish,
}

/// The identity number that begins with a run of digits, if there is one.
///
/// `run` is the whole run: no digit stands on either side of it.
#[must_use]
pub fn identity_at(text: &str, run: Range<usize>) -> Option<(Range<usize>, Register)> {
    let digits = &text.as_bytes()[run.clone()];
    let (end, register) = match digits.len() {
        11 => (run.end, Register::Norwegian),
        12 => (run.end, Register::Swedish),
        2 | 6 | 8 => continued(text, &run)?,
        _ => return None,
    };
    let range = run.start..end;
    let found = text.as_bytes()[range.clone()].iter().filter(|byte| byte.is_ascii_digit());
    let digits: Vec<u32> = found.map(|digit| u32::from(digit - b'0')).collect();
    let is_valid = match register {
        Register::Norwegian => is_norwegian(&digits),
        Register::Swedish => is_swedish(&digits),
    };
    (is_valid && stands_alone(text, &range)).then_some((range, register))
}

/// Text with the digits of every identity number as stars, byte for byte.
#[must_use]
pub fn mask(text: &str) -> Cow<'_, str> {
    let mut masked = Cow::Borrowed(text);
    let mut at = 0;
    while let Some(run) = digits_from(text, at) {
        at = run.end;
        if let Some((range, _)) = identity_at(text, run) {
            at = range.end;
            let stars: String = text[range.clone()]
                .chars()
                .map(|letter| if letter.is_ascii_digit() { '*' } else { letter })
                .collect();
            masked.to_mut().replace_range(range, &stars);
        }
    }
    masked
}

/// The next run of digits.
fn digits_from(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = &text.as_bytes()[from..];
    let start = bytes.iter().position(u8::is_ascii_digit)?;
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    Some(from + start..from + start + length)
}

/// The end of a number whose date is followed by a space or a hyphen and the rest.
fn continued(text: &str, run: &Range<usize>) -> Option<(usize, Register)> {
    if run.len() == 2 {
        let month = group(text, run.end, 2, is_in_date)?;
        let year = group(text, month, 2, is_in_date)?;
        return rest_of(text, year).map(|end| (end, Register::Norwegian));
    }
    let norwegian = (run.len() == 6).then(|| rest_of(text, run.end)).flatten();
    let swedish = || group(text, run.end, 4, |between| matches!(between, '-' | '+' | '\u{2011}'));
    norwegian
        .map(|end| (end, Register::Norwegian))
        .or_else(|| swedish().map(|end| (end, Register::Swedish)))
}

/// The end of the five digits after a date, which may be written as three and two.
fn rest_of(text: &str, from: usize) -> Option<usize> {
    let is_between = |letter| is_space(letter) || matches!(letter, '-' | '\u{2011}');
    group(text, from, 5, is_between).or_else(|| {
        let three = group(text, from, 3, is_between)?;
        group(text, three, 2, is_between)
    })
}

/// The end of a group of so many digits, after one character between.
fn group(
    text: &str,
    from: usize,
    length: usize,
    is_between: impl Fn(char) -> bool,
) -> Option<usize> {
    let between = text[from..].chars().next().filter(|letter| is_between(*letter))?;
    let start = from + between.len_utf8();
    let found = text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    (found == length).then_some(start + length)
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// What stands between day, month and year. A tab is between two cells.
fn is_in_date(letter: char) -> bool {
    letter == '.' || letter != '\t' && is_space(letter)
}

/// Whether a number is no part of a longer number. A letter beside it changes nothing, and a comma may be
/// between two cells; only after 0 is it surely a decimal fraction.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let is_fraction = match before.chars().next_back() {
        Some('.') => digit(before.chars().rev().nth(1)),
        Some(',') => before[..before.len() - 1]
            .strip_suffix('0')
            .is_some_and(|rest| !digit(rest.chars().next_back())),
        _ => false,
    };
    let has_fraction = after.starts_with('.') && digit(after.chars().nth(1));
    !is_fraction
        && !has_fraction
        && !digit(before.chars().next_back())
        && !digit(after.chars().next())
}

fn is_norwegian(digits: &[u32]) -> bool {
    const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum = |weights: &[u32]| {
        digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>()
    };
    if digits.len() != 11 || sum(&FIRST) % 11 != 0 || sum(&SECOND) % 11 != 0 {
        return false;
    }
    let two = |place: usize| digits[place] * 10 + digits[place + 1];
    let day = if two(0) > 40 { two(0) - 40 } else { two(0) };
    let month = match two(2) {
        month @ 81..=92 => month - 80,
        month @ 41..=52 => month - 40,
        month => month,
    };
    is_day(two(4), month, day)
}

fn is_swedish(digits: &[u32]) -> bool {
    let ten = &digits[digits.len() - 10..];
    let luhn: u32 = ten
        .iter()
        .enumerate()
        .map(|(place, digit)| if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    let century = if digits.len() == 12 { digits[0] * 10 + digits[1] } else { 19 };
    let two = |place: usize| ten[place] * 10 + ten[place + 1];
    let day = if two(4) > 60 { two(4) - 60 } else { two(4) };
    luhn.is_multiple_of(10) && (18..=20).contains(&century) && is_day(two(0), two(2), day)
}

/// Whether a day exists in a year of any century.
fn is_day(year: u32, month: u32, day: u32) -> bool {
    let longest = match month {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=longest).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number with right control digits for a date; in 2039, so that it is nobody's.
    fn made_up(date: &str) -> String {
        let digits = |number: &str| number.bytes().map(|b| u32::from(b - b'0')).collect::<Vec<_>>();
        (99_000..100_000)
            .map(|rest| format!("{date}{rest}"))
            .find(|number| is_norwegian(&digits(number)))
            .unwrap_or_default()
    }

    #[test]
    fn numbers_are_masked_with_spaces_and_in_all_four_forms() {
        for date in ["311239", "711239", "315239", "319239"] {
            let number = made_up(date);
            let rest = &number[6..];
            let (day, month, year) = (&date[..2], &date[2..4], &date[4..]);
            for written in [
                number.clone(),
                format!("{date} {rest}"),
                format!("{date}\u{a0}{rest}"),
                format!("{date} {} {}", &rest[..3], &rest[3..]),
                format!("{day} {month} {year} {rest}"),
                format!("{day}\u{a0}{month}\u{a0}{year}\u{a0}{rest}"),
                format!("{day}.{month}.{year} {rest}"),
            ] {
                let masked = mask(&format!("Født: {written}.")).into_owned();
                assert!(!masked.contains(|letter: char| letter.is_ascii_digit()), "{masked}");
                assert_eq!(masked.len(), "Født: .".len() + written.len());
            }
        }
    }

    #[test]
    fn other_long_numbers_are_left_alone() {
        let number = made_up("311239");
        let wrong = format!("{}{}", &number[..10], (number.as_bytes()[10] - b'0' + 1) % 10);
        for text in [
            wrong,
            format!("1{number}"),
            format!("{number}9"),
            format!("0,{number}"),
            format!("3.{number}"),
            format!("31\t12\t39\t{}", &number[6..]),
            "14 500 000".to_string(),
            "32123912345".to_string(),
        ] {
            assert_eq!(mask(&text), text);
        }
    }

    #[test]
    fn letters_and_cells_beside_a_number_hide_nothing() {
        let number = made_up("311239");
        for text in [format!("fnr{number}"), format!("{number}x"), format!("12,{number},7")] {
            assert_eq!(mask(&text), text.replace(&number, "***********"));
        }
    }

    #[test]
    fn swedish_numbers_have_one_control_digit() {
        // The example of the Swedish tax agency.
        assert_eq!(mask("811228-9874, 19811228-9874"), "******-****, ********-****");
        assert_eq!(mask("811228-9875"), "811228-9875");
    }
}
