//! A text of which the parser makes nothing is that text's mistake, and the others are read.

use super::document::{Document, RemarkKind};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a reading gives; where it panics, an empty document that says so. The parser has been known to, on rare and
/// senseless texts.
///
/// Sound although it crosses an unwind boundary: what the reading was making is gone with it.
pub(super) fn unbroken(
    empty: Document,
    range: Range<usize>,
    reading: impl FnOnce() -> Document,
) -> Document {
    catch_unwind(AssertUnwindSafe(reading)).unwrap_or_else(|_| {
        let remarks = vec![(RemarkKind::Unread, empty.span(range))];
        Document { remarks, ..empty }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::parse;
    use crate::text::FileId;
    use std::sync::Arc;

    #[test]
    fn a_text_that_breaks_its_reading_is_remarked_on_where_it_stands() {
        let text: Arc<str> = "+++\n+++\nEn tekst.".into();
        let known = parse(&text, 8..text.len(), FileId(3));
        let empty = Document { nodes: Vec::new(), ..known.clone() };
        let broken = unbroken(empty, 8..text.len(), || panic!("a reading that breaks"));
        assert!(broken.is_empty());
        let [(kind, span)] = broken.remarks[..] else { panic!("{:?}", broken.remarks) };
        assert_eq!((kind, span.range(), span.file), (RemarkKind::Unread, 8..text.len(), FileId(3)));
        let read = unbroken(Document::default(), 0..0, || known.clone());
        assert_eq!(read.nodes.len(), known.nodes.len());
    }
}
