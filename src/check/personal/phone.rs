//! Phone numbers in running text.

use crate::text::Language;
use std::ops::Range;

/// The digits of a number, without the country code of Norway.
pub(super) fn digits(written: &str) -> String {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let national = digits
        .strip_prefix("0047")
        .or_else(|| written.trim_start().strip_prefix('+').and_then(|_| digits.strip_prefix("47")));
    national.map(str::to_string).unwrap_or(digits)
}

/// The phone number that begins with the digit at a place, with its country code.
///
/// The digit is the first of its run.
pub(super) fn phone_at(text: &str, start: usize, language: Language) -> Option<Range<usize>> {
    let has_plus = text[..start].ends_with('+');
    if !has_plus && !may_begin(text, start, language) {
        return None;
    }
    let groups = Groups::read(text, start);
    let edge = text[..start - usize::from(has_plus)].chars().next_back();
    let is_inside = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, ',' | '.' | '-' | '/' | '_' | '=')
    };
    let is_mail_or_list = edge.is_some_and(is_inside) && !has_cue(text, start);
    if is_mail_or_list || (has_plus && edge.is_some_and(char::is_alphanumeric)) {
        return None;
    }
    if has_plus || groups.written.starts_with("0047") {
        return abroad(&groups, start, has_plus);
    }
    if language == Language::Sv && groups.written.starts_with('0') {
        return swedish(text, start);
    }
    let lengths: Vec<usize> = groups.ends.iter().map(|(_, length)| *length).collect();
    let shaped = [&[2, 2, 2, 2][..], &[3, 2, 3]].into_iter().find(|one| lengths.starts_with(one));
    let count = match (shaped, &lengths[..]) {
        (Some(shape), all) if all == shape || has_cue(text, start) => shape.len(),
        (None, [8, ..]) if has_cue(text, start) => 1,
        _ => return None,
    };
    let end = groups.ends[count - 1].0;
    let is_personal = groups.written.starts_with(['2', '3', '4', '5', '6', '7', '9']);
    let continues =
        text[end..].starts_with(|letter: char| letter.is_alphanumeric() || letter == '-');
    (is_personal && !continues).then_some(start..end)
}

/// Whether a run of digits has a length that a phone number may begin with: most have not.
fn may_begin(text: &str, start: usize, language: Language) -> bool {
    let bytes = &text.as_bytes()[start..];
    let run = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let goes_on = matches!(bytes.get(run), Some(b' ' | 0xC2 | 0xE2));
    let is_swedish = language == Language::Sv && bytes[0] == b'0';
    run == 8 || bytes.starts_with(b"0047") || (goes_on && matches!(run, 2 | 3)) || is_swedish
}

/// A number with a country code of the north.
fn abroad(groups: &Groups, start: usize, has_plus: bool) -> Option<Range<usize>> {
    let code =
        if has_plus { groups.written.as_str() } else { groups.written.strip_prefix("00")? };
    let national =
        ["47", "46", "45", "358", "354"].iter().find_map(|known| code.strip_prefix(known))?;
    let is_service =
        national.len() < 7 || (code.starts_with("47") && national.starts_with(['0', '1', '8']));
    let end = groups.ends.last()?.0;
    let from = start - usize::from(has_plus);
    (!is_service && national.len() <= 11).then_some(from..end)
}

/// `070-123 45 67`: an area code, a hyphen, groups.
fn swedish(text: &str, start: usize) -> Option<Range<usize>> {
    let area = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = start + area + 1;
    if !(2..=4).contains(&area) || text.as_bytes().get(rest - 1) != Some(&b'-') {
        return None;
    }
    let groups = Groups::read(text, rest);
    (5..=8).contains(&groups.written.len()).then_some(start..groups.ends.last()?.0)
}

/// Digits in groups with single spaces between.
struct Groups {
    written: String,
    /// Where each group ends, and its length.
    ends: Vec<(usize, usize)>,
}

impl Groups {
    fn read(text: &str, start: usize) -> Groups {
        let mut groups = Groups { written: String::new(), ends: Vec::new() };
        let mut at = start;
        // A row of figures in a table may be long; no phone number is.
        while groups.ends.len() < 8 {
            let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
            if length == 0 {
                break;
            }
            groups.written.push_str(&text[at..at + length]);
            groups.ends.push((at + length, length));
            let space = text[at + length..]
                .chars()
                .next()
                .filter(|letter| matches!(letter, ' ' | '\u{a0}' | '\u{202f}'));
            let Some(space) = space else { break };
            at += length + space.len_utf8();
        }
        groups
    }
}

/// Whether a word before a number says that it is a phone's.
fn has_cue(text: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(28);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let line = text[from..start].rsplit('\n').next().unwrap_or("").to_lowercase();
    line.split(|letter: char| !letter.is_alphanumeric()).any(|word| {
        let begins = ["tlf", "telefon", "mobil", "phone"].iter().any(|cue| word.starts_with(cue));
        begins || matches!(word, "ring" | "ringe" | "ringer" | "sms" | "tel" | "mob" | "ringa")
    })
}
