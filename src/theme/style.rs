//! How planverk's own stylesheet is sent: without comments, indents and line breaks, a ninth less on every page.
//!
//! Nothing is parsed: texts in quotes are kept as they are, and no space is taken but beside `{`, `}`, `;` and `,`, and
//! where a comment or another space stands. A municipality's own stylesheets are sent as they were written.

/// Signs that need no space beside them.
const SIGNS: &str = "{};,";

/// A stylesheet as it is sent.
pub(super) fn sent(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(letter) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if letter.is_whitespace() {
            rest = rest.trim_start();
            if !rest.starts_with("/*") && needs_space(&out, rest) {
                out.push(' ');
            }
        } else if matches!(letter, '"' | '\'') {
            let text = text_of(rest, letter);
            out.push_str(text);
            rest = &rest[text.len()..];
        } else {
            // The last declaration of a rule needs no end.
            if letter == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    out.push('\n');
    out
}

/// Whether words would run together, or a declaration be left without a value.
fn needs_space(before: &str, after: &str) -> bool {
    let is_empty_value = before.ends_with(':') && after.starts_with(';');
    let beside = [before.chars().next_back(), after.chars().next()];
    is_empty_value || !beside.iter().any(|sign| sign.is_none_or(|sign| SIGNS.contains(sign)))
}

/// A text in quotes, from its first to its last.
fn text_of(rest: &str, quote: char) -> &str {
    let mut is_escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            letter if letter == quote => return &rest[..=at],
            _ => {}
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::sent;

    #[test]
    fn what_browsers_skip_is_not_sent() {
        let style = "/* a: \"b\" */\n@media (x: 1) and (y) {\n  a, b > c :d {\n    e: f  g; /* h */\n    i: j;\n  }\n}\n";
        assert_eq!(sent(style), "@media (x: 1) and (y){a,b > c :d{e: f g;i: j}}\n");
    }

    #[test]
    fn texts_and_empty_values_are_kept() {
        let style = "a { --l: ; content: \"a,  \\\" /* b */ ; }\"; --d: ' { ' }";
        assert_eq!(sent(style), "a{--l: ;content: \"a,  \\\" /* b */ ; }\";--d: ' { '}\n");
    }

    #[test]
    fn words_stay_apart_around_a_comment() {
        assert_eq!(sent("a/* b */ c { }"), "a c{}\n");
        assert_eq!(sent("a /* b */ c{}"), "a c{}\n");
    }
}
