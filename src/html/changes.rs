//! Words that were taken out and put in, as HTML that screen readers tell too.

use super::escape;
use crate::version::{Op, Run};
use crate::words::Words;
use std::fmt::Write;

/// Runs of words, those of one text alone marked with `<del>` and `<ins>`; line ends are kept.
#[must_use]
pub fn changed_words(runs: &[Run], words: &Words) -> String {
    let mut html = String::new();
    for run in runs {
        let text = escape(&run.text).replace('\n', "<br>");
        let (tag, begin, end) = match run.op {
            Op::Same => {
                html.push_str(&text);
                continue;
            }
            Op::Out => ("del", "change_out", "change_out_end"),
            Op::In => ("ins", "change_in", "change_in_end"),
        };
        // What a reader hears: most screen readers pass over the elements themselves.
        let [begin, end] = [begin, end].map(|key| escape(words.get(key)));
        let _ = write!(
            html,
            "<{tag}><span class=\"visually-hidden\">{begin} </span>{text}<span class=\"visually-hidden\"> {end} </span></{tag}>"
        );
    }
    html
}
