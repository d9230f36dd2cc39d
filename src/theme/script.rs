//! How a script is sent: without what its readers need and browsers don't.
//!
//! Its indents go, the lines that are all comment, the spaces beside signs, and ends of lines and
//! semicolons where the language needs none. No script is parsed: a text in `"…"` or a template in backticks
//! is kept as it is. So our scripts have no text of several lines, no empty statement, and in a regular expression
//! neither spaces nor quotes (`\x20` and `\x22` are the same there). The tests of the search run the scripts
//! as they are sent.

/// Signs that need no space beside them. Of `/` it can't be told what it begins.
const SIGNS: &str = "=<>{}()[],;:?&|+-*!";

/// A script as it is sent.
pub(super) fn sent(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !is_comment(line));
    let mut out = String::with_capacity(script.len());
    for line in lines {
        end_line(line, &mut out);
        closed_up(line, &mut out);
    }
    out.push('\n');
    out
}

/// Ends the line before this one.
fn end_line(line: &str, out: &mut String) {
    let closes = line.starts_with('}');
    if out.ends_with(';') && (closes || line.starts_with(|first: char| first.is_alphabetic())) {
        out.pop();
    }
    let is_open = out.is_empty() || out.ends_with(['{', '(', '[', ',']);
    let goes_on = line.starts_with([')', '?', ':', '.', '&', '|']);
    if !(closes || is_open || goes_on) {
        out.push('\n');
    }
}

fn is_comment(line: &str) -> bool {
    ["//", "/**", "* ", "*/"].iter().any(|opening| line.starts_with(opening))
}

/// Writes a line without the spaces that it can do without.
fn closed_up(line: &str, out: &mut String) {
    let mut letters = line.chars().peekable();
    // What ends the text that is being read.
    let mut text: Option<char> = None;
    while let Some(letter) = letters.next() {
        let beside = [out.chars().next_back(), letters.peek().copied()];
        let is_idle = beside.iter().flatten().any(|sign| SIGNS.contains(*sign));
        if text.is_none() && letter == ' ' && is_idle {
            continue;
        }
        out.push(letter);
        match text {
            Some(_) if letter == '\\' => out.extend(letters.next()),
            Some(end) if letter == end => text = None,
            None if "\"`".contains(letter) => text = Some(letter),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_beside_signs_indents_and_comments_are_not_sent() {
        let script = "// Why.\n\nexport const a = (b, c) => {\n  /** What. */\n  return b + [c, \"d, e\"];\n};\n";
        assert_eq!(sent(script), "export const a=(b,c)=>{return b+[c,\"d, e\"]};\n");
    }

    #[test]
    fn lines_end_where_they_have_to() {
        let script = "const a = b\n  .c(d,\n    e);\nlet f;\n[f] = a;\nif (f) {\n  g();\n}\nh();\n";
        assert_eq!(sent(script), "const a=b.c(d,e)\nlet f;\n[f]=a\nif(f){g()}\nh();\n");
    }

    #[test]
    fn texts_and_templates_are_sent_as_they_are() {
        for kept in [r#""a \" , b""#, "`a , ${b} , c`", r"/\x20,/.test(a)", "a / b", "if(a)b"] {
            assert_eq!(sent(kept), format!("{kept}\n"));
        }
    }
}
