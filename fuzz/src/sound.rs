//! What must be true of all that planverk reads and tells, whatever the text.

use planverk::diagnostic::{Diagnostics, github, json, text};
use planverk::markdown::{Document, Tag};
use planverk::series::SeriesSet;
use planverk::text::{Language, SourceFile, Span, mask};

/// Fails where something told stands nowhere, or can't be shown.
pub fn told(diagnostics: &Diagnostics, files: &[SourceFile]) {
    for one in diagnostics.all() {
        let labels = one.labels.iter().map(|(span, _)| *span);
        for span in one.span.into_iter().chain(labels) {
            let file =
                files.get(span.file.0 as usize).unwrap_or_else(|| panic!("no such file: {one:?}"));
            assert!(lies_in(span, &file.text), "{one:?} stands nowhere in {:?}", file.path);
        }
        for say in [Some(&one.message), one.help.as_ref()].into_iter().flatten() {
            assert!(!say.nb.is_empty() && !say.en.is_empty(), "{one:?} says nothing");
        }
    }
    for language in [Language::Nb, Language::En] {
        let terminal = text::render(diagnostics, files, text::Style { language, colour: false });
        let order = terminal.chars().find(|letter| is_order(*letter));
        assert_eq!(order, None, "an order to the terminal in {terminal:?}");
        assert_eq!(mask(&terminal), terminal, "an identity number is shown");
        let data = json::render(diagnostics, files, language);
        serde_json::from_str::<serde_json::Value>(&data).expect("diagnostics as JSON");
        for line in github::render(diagnostics, files, language).lines() {
            assert!(line.starts_with("::"), "a line that is no command: {line:?}");
        }
    }
}

/// What a terminal would take as an order, or that turns the direction of reading.
fn is_order(letter: char) -> bool {
    letter.is_control() && letter != '\n'
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a span is a piece of a text.
fn lies_in(span: Span, text: &str) -> bool {
    text.get(span.range()).is_some()
}

/// Fails where a document is no tree, or tells of places that are not in its text.
pub fn document(document: &Document, file_text: &str) {
    let nodes = &document.nodes;
    let mut open: Vec<usize> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        while open.last().is_some_and(|end| *end <= at) {
            open.pop();
        }
        let next = node.next as usize;
        assert!(next > at && next <= nodes.len(), "{node:?} ends before it begins");
        assert!(open.last().is_none_or(|end| next <= *end), "{node:?} goes on after its parent");
        open.push(next);
        assert!(node.start <= node.end, "{node:?} is turned round");
        let span = document.span_of(node);
        assert!(lies_in(span, file_text), "{node:?} stands nowhere");
        let _ = document.text_of(node);
        lists(document, node.tag);
    }
    for (place, heading) in document.headings.iter().enumerate() {
        let node = &nodes[heading.node as usize];
        assert_eq!(node.tag, Tag::Heading(place as u32), "a heading does not know its node");
        assert!((1..=6).contains(&heading.level));
        assert!(document.section_end(place) > heading.node as usize);
        let doubles = document.headings[..place].iter().any(|other| other.anchor == heading.anchor);
        assert!(!doubles || heading.own_anchor, "the anchor {:?} twice", heading.anchor);
    }
    let attributes =
        document.headings.iter().map(|heading| &heading.attributes).chain(&document.items);
    let of_braces = attributes.flat_map(|one| {
        let id = one.id.iter().map(|(_, span)| *span);
        let classes = one.classes.iter().map(|(_, span)| *span);
        id.chain(classes).chain(one.pairs.iter().map(|(_, _, span)| *span))
    });
    let spans = of_braces
        .chain(document.links.iter().map(|link| link.span))
        .chain(document.images.iter().map(|image| image.span))
        .chain(document.references.iter().map(|reference| reference.span))
        .chain(document.remarks.iter().map(|(_, span)| *span));
    for span in spans {
        assert!(lies_in(span, file_text), "{span:?} is no place in the text");
    }
}

/// Fails where a node counts something that is not in its list.
fn lists(document: &Document, tag: Tag) {
    let (place, length) = match tag {
        Tag::Heading(place) => (place, document.headings.len()),
        Tag::Item(Some(place)) => (place, document.items.len()),
        Tag::CodeBlock(Some(place)) => (place, document.languages.len()),
        Tag::Table(Some(place)) => (place, document.captions.len()),
        Tag::FootnoteText(place) | Tag::FootnoteMark(place) => (place, document.footnotes.len()),
        Tag::Figure(place) | Tag::Image(place) => (place, document.images.len()),
        Tag::Link(place) => (place, document.links.len()),
        Tag::Reference(place) | Tag::Embed(place) => (place, document.references.len()),
        _ => return,
    };
    assert!((place as usize) < length, "{tag:?} of {length}");
}

/// Fails where figures stand nowhere, or out of order.
pub fn figures(set: &SeriesSet, text: &str) {
    for series in &set.series {
        let times: Vec<_> =
            series.observations.iter().map(|one| (one.time.is_none(), one.time)).collect();
        assert!(times.is_sorted(), "out of order: {series:?}");
        for observation in &series.observations {
            assert!(lies_in(observation.span, text), "{observation:?} stands nowhere");
        }
        let known = series.observations.iter().filter(|one| one.time.is_some());
        for observation in known {
            assert!(
                series.at(observation.time).is_some(),
                "{observation:?} is not found by its time"
            );
        }
    }
}
