//! What a page holds: its headings and its panels', two levels of them.

use super::{ContentsView, PanelView};
use crate::model::Body;

/// The contents; empty when there are fewer than three headings: those are seen at once.
pub(super) fn of(body: Option<&Body>, panels: &[PanelView]) -> Vec<ContentsView> {
    let mut contents: Vec<ContentsView> = Vec::new();
    if let Some(body) = body {
        for (heading, at) in body.document.headings.iter().zip(0..) {
            let number = body.numbers.get(at).cloned().flatten().unwrap_or_default();
            let view = line(&heading.text, &heading.anchor, number);
            add(&mut contents, heading.level, view);
        }
    }
    for panel in panels.iter().filter(|panel| !panel.title.is_empty()) {
        add(&mut contents, panel.level, line(&panel.title, &panel.anchor, panel.number.clone()));
    }
    if contents.iter().map(|one| 1 + one.children.len()).sum::<usize>() < 3 {
        contents.clear();
    }
    contents
}

pub(super) fn line(title: &str, anchor: &str, number: String) -> ContentsView {
    ContentsView {
        title: title.to_string(),
        anchor: anchor.to_string(),
        number,
        children: Vec::new(),
    }
}

fn add(contents: &mut Vec<ContentsView>, level: u8, view: ContentsView) {
    match (level, contents.last_mut()) {
        (..=2, _) | (3, None) => contents.push(view),
        (3, Some(above)) => above.children.push(view),
        _ => {}
    }
}
