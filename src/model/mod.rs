//! The plan in plain types: what it means, with no reading, no writing and no serde.
//!
//! Everything in a plan is an [`Entry`]; what is particular to its kind stands in its [`Details`].
//! Ids are places in [`Plan::entries`], typed by kind, and made only by `resolve`: an id that exists
//! points at something.

mod body;
mod details;
mod entry;
mod ids;
mod license;
mod open_data;
mod overview;
mod picture;
mod settings;

use crate::contract::Contract;
pub use crate::series::{Break, DataNote, Observation, Reading, Series, SeriesSet};
pub use body::{Address, Body, Component, Embed, Link, Place, Point, PointRole, Target};
pub use details::*;
pub use entry::{Audiences, Entry};
pub use ids::*;
pub use license::License;
pub use open_data::{DataFile, Feed, FigureFile, OPEN_DATA};
pub use overview::{Overview, search_folder, search_path, version_folder};
pub use picture::Picture;
pub use settings::{Adopted, Contact, Related, Settings, Stage, TermForms, ThemeChoice};

use crate::vocabulary::Kind;
use std::collections::HashMap;
use std::sync::Arc;

/// A quality plan. Norwegian: *kvalitetsplan*. What is large in it is counted: a plan in which one text was edited shares
/// the rest with the one before.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// What `plan.toml` says.
    pub settings: Settings,
    /// The words of the front page.
    pub front: Body,
    /// Every entry, in reading order; an [`EntryId`] is a place here.
    pub entries: Vec<Arc<Entry>>,
    /// Entries by name.
    pub names: Arc<HashMap<String, EntryId>>,
    /// Core components of all areas; a [`ComponentId`] is a place here.
    pub components: Vec<Component>,
    /// Characteristics, meanings and findings; a [`PointId`] is a place here.
    pub points: Arc<Vec<Point>>,
    /// For each entry, the entries whose text links to it, in reading order, each once.
    pub backlinks: Arc<Vec<Vec<EntryId>>>,
    /// Entries at the top of the plan, in reading order.
    pub top: Vec<EntryId>,
    /// Pictures that texts show; a [`PictureId`] is a place here.
    pub pictures: Vec<Picture>,
    /// Files that the plan links to and the site takes along.
    pub files: Vec<PublishedFile>,
    /// Frozen versions, what became of them, and what was said of them in hearings.
    pub contract: Arc<Contract>,
    /// Why the plan is published before its hearings are assessed; empty where it is not.
    pub forced: String,
}

/// A file that the site takes along as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its path from the plan's folder.
    pub source: String,
    /// Its path from the site's root.
    pub path: String,
}

impl Plan {
    /// The entry of an id.
    #[must_use]
    pub fn entry(&self, id: impl Into<EntryId>) -> &Entry {
        &self.entries[id.into().index()]
    }

    /// The entry of an id, to be changed.
    pub fn entry_mut(&mut self, id: impl Into<EntryId>) -> &mut Entry {
        Arc::make_mut(&mut self.entries[id.into().index()])
    }

    /// The entry with a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<EntryId> {
        self.names.get(name).copied()
    }

    /// Every entry with its id, in reading order.
    pub fn all(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entries.iter().enumerate().map(|(place, entry)| (EntryId::at(place), &**entry))
    }

    /// The entries of a kind, in reading order.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.all().filter(move |(_, entry)| entry.kind == kind)
    }

    /// The component of an id.
    #[must_use]
    pub fn component(&self, id: ComponentId) -> &Component {
        &self.components[id.index()]
    }

    /// The picture of an id.
    #[must_use]
    pub fn picture(&self, id: PictureId) -> &Picture {
        &self.pictures[id.index()]
    }

    /// The point of an id.
    #[must_use]
    pub fn point(&self, id: PointId) -> &Point {
        &self.points[id.index()]
    }

    /// What links to an entry.
    #[must_use]
    pub fn backlinks(&self, id: impl Into<EntryId>) -> &[EntryId] {
        self.backlinks.get(id.into().index()).map_or(&[], Vec::as_slice)
    }
}
