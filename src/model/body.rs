//! Texts whose references are resolved, and the parts of them that are entries of their own.

use super::{Audiences, ComponentId, EntryId, IndicatorId, PictureId, PointId};
use crate::markdown::Document;
use crate::text::Span;
use std::sync::Arc;

/// A text with its references resolved.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// The tree.
    pub document: Arc<Document>,
    /// What each of the document's references means, in their order.
    pub links: Arc<[Link]>,
    /// Which of the document's list items are points: `(node, point)`, by node.
    pub points: Vec<(u32, PointId)>,
    /// Numbers of its headings that have one, by heading.
    pub numbers: Vec<Option<String>>,
    /// Its pictures, in their order; `None` for one that is not there.
    pub pictures: Vec<Option<PictureId>>,
    /// Where the files that its links lead to stand in the site; empty for links to elsewhere.
    pub downloads: Vec<String>,
    /// The number of its first figure and first table in the plan; they count on from there.
    pub first_figure: u32,
    /// See [`Body::first_figure`].
    pub first_table: u32,
}

impl Body {
    /// Whether it has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.document.is_empty()
    }
}

/// An entry, or a place in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The entry.
    pub entry: EntryId,
    /// The heading or item within it.
    pub place: Place,
}

/// A place in an entry's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The entry itself.
    Top,
    /// A heading, by its place in the document.
    Heading(u32),
    /// A point.
    Point(PointId),
    /// An item with an id that is no point, by its place among the document's items.
    Item(u32),
}

/// What a reference means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// It was wrong, which has been told; its words are shown without a link.
    Broken,
    /// To an entry or a place in one, with the words to show unless the author gave some.
    To {
        /// Where to.
        target: Target,
        /// The words.
        words: String,
    },
    /// A figure, finished: "72,86 %".
    Figure {
        /// The indicator.
        indicator: IndicatorId,
        /// The figure as shown.
        shown: String,
    },
    /// An embed.
    Embed(Embed),
}

/// What an embed shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Embed {
    /// An entry's card.
    Card(EntryId),
    /// Cards of several entries.
    Cards(Vec<EntryId>),
    /// The components of the area that it stands in.
    Components(Vec<ComponentId>),
}

/// A core component of a development area. Norwegian: *kjernekomponent*.
#[derive(Debug, Clone)]
pub struct Component {
    /// The area.
    pub area: EntryId,
    /// The heading in the area's body.
    pub heading: u32,
    /// Its fragment.
    pub anchor: String,
    /// Its title.
    pub title: String,
    /// "4.2.1".
    pub number: Option<String>,
    /// Indicators that its text mentions.
    pub indicators: Vec<IndicatorId>,
    /// Where its heading stands.
    pub span: Span,
}

/// What a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointRole {
    /// Norwegian: *kjennetegn på god praksis*.
    Characteristic,
    /// Norwegian: *dette betyr for den enkelte*.
    Meaning,
    /// Norwegian: *funn*.
    Finding,
}

/// A list item that is an entry of its own: a characteristic, a meaning, a finding of a narrative.
#[derive(Debug, Clone)]
pub struct Point {
    /// What it is.
    pub role: PointRole,
    /// The entry that it stands in.
    pub entry: EntryId,
    /// The heading that it stands under.
    pub heading: u32,
    /// The item's node in the entry's document.
    pub node: u32,
    /// Its fragment.
    pub anchor: String,
    /// Whom it is for.
    pub audience: Audiences,
    /// The narratives or articles that it came from.
    pub from: Vec<EntryId>,
}

/// Where an entry is published: a page, or a place in one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    /// Path from the site's root: `utviklingsomrader/inkluderende-miljo.html`.
    pub page: String,
    /// The place in the page; empty for the page itself.
    pub fragment: String,
}

impl Address {
    /// The path with its fragment.
    #[must_use]
    pub fn path(&self) -> String {
        if self.fragment.is_empty() {
            self.page.clone()
        } else {
            format!("{}#{}", self.page, self.fragment)
        }
    }
}
