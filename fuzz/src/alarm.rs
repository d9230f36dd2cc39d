//! Which panics are findings.
//!
//! libFuzzer's hook aborts at every panic, also at one that is caught. The Markdown parser is known to panic on rare
//! texts and the one for workbooks on damaged cells, and planverk tells such a text (`broken-text`) or file as a mistake:
//! those alone are let through. One below the site's guard is a finding, although a build would tell it as a broken page.

use std::backtrace::Backtrace;
use std::panic::{set_hook, take_hook};
use std::sync::Once;

/// Puts a hook in the place of libFuzzer's; to be called at the start of a target that parses Markdown or workbooks.
pub fn let_parser_panics_through() {
    static SET: Once = Once::new();
    SET.call_once(|| {
        let abort = take_hook();
        set_hook(Box::new(move |panic| {
            if !is_of_the_parser(&Backtrace::force_capture().to_string()) {
                abort(panic);
            }
        }));
    });
}

/// Whether the innermost code that is neither the standard library's nor this hook is a parser's, called by planverk. Code
/// that was put in the place of a call stands in a trace without its crate, but with its file: ours from the folder at hand.
fn is_of_the_parser(trace: &str) -> bool {
    let parsers = ["pulldown_cmark::", "calamine::", "/pulldown-cmark-", "/calamine-"];
    let own = ["planverk::", "planverk_fuzz::", "at ./"];
    let mut known = trace
        .lines()
        .filter(|line| !line.contains("alarm"))
        .filter_map(|line| parsers.iter().chain(&own).find(|name| line.contains(**name)));
    known.next().is_some_and(|name| parsers.contains(name))
}
